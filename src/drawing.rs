//! The band of the household that is shown, drawn in slices between the frames: an answer never
//! waits for it, and the newest answer cancels what an older one began.
use leptos::prelude::*;
use tanlu_model::footprint::Gas;
use tanlu_model::uncertainty::{
    Asking, DRAWS, Drawn, Draws, InBaseYear, Next, Paired, Quantiles, SEED, Sampling, World,
};
use tanlu_model::{Answers, Factors, Household, LineId};

use crate::bands::{Bands, Lines, Presence, Totals};
use crate::browser::clock::Slice;
use crate::browser::turn::Turns;

/// Draws between two looks at the clock.
const BETWEEN: usize = 8;

/// The work that is under way.
struct Work {
    /// Begun in the first slice.
    world: Option<World>,
    /// Whether anything was ever to be drawn.
    begun: bool,
    /// Of the household that is shown.
    answers: Answers,
    /// Of the household that is being drawn.
    now: Answers,
    /// Of all households, whose totals are drawn afterwards.
    all: Vec<Answers>,
    /// The totals so far.
    known: Vec<Totals>,
    /// Whether there are some that are not shown yet.
    fresh: bool,
    stage: Stage,
    /// What was found and is shown in the next turn.
    told: Option<Told>,
    /// Of the household that is shown.
    shown: Drawn,
    /// Of the last of the others.
    aside: Drawn,
    /// The result that is shown, draw by draw.
    result: Option<Paired>,
    /// The band before, and by how much this is above it.
    before: [Quantiles; 2],
    /// How many lines have their band.
    found: usize,
}

/// How far the work is.
enum Stage {
    /// Nothing to do.
    Idle,
    /// The world is drawn, then the household in it.
    Begin,
    /// Households are drawn.
    Draw(Box<Sampling<InBaseYear>>),
    /// The totals are shown; the bands of lines are being found.
    Lines(Bands, Lines),
    /// The open questions are being weighed.
    Ask(Bands, Lines, Box<Asking>, Box<Household>),
}

/// What there is to show.
enum Told {
    Totals(Bands),
    Rest(Lines, Vec<Next>),
}

/// The band, and the work on it.
#[derive(Clone, Copy)]
pub struct Drawing {
    /// What the draws say of the household that is shown: its totals.
    pub bands: RwSignal<Bands>,
    /// Its lines.
    pub lines: RwSignal<Lines>,
    /// Its open questions, the most telling one first.
    pub next: RwSignal<Vec<Next>>,
    /// Of which answers all this is.
    pub presence: RwSignal<Presence>,
    /// The totals of all households, as far as there are several.
    pub beside: RwSignal<Vec<Totals>>,
    work: StoredValue<Work, LocalStorage>,
    turns: Turns,
}

impl Drawing {
    /// Nothing drawn yet.
    pub fn new() -> Drawing {
        Drawing {
            bands: RwSignal::new(Bands::first()),
            lines: RwSignal::new(Lines::default()),
            next: RwSignal::new(Vec::new()),
            presence: RwSignal::new(Presence::Stale),
            beside: RwSignal::new(Vec::new()),
            work: StoredValue::new_local(Work {
                world: None,
                begun: false,
                answers: Answers::new(),
                now: Answers::new(),
                all: Vec::new(),
                known: Vec::new(),
                fresh: false,
                stage: Stage::Idle,
                told: None,
                shown: Drawn::default(),
                aside: Drawn::default(),
                result: None,
                before: [Quantiles::default(); 2],
                found: 0,
            }),
            turns: Turns::new(),
        }
    }

    /// Draws the household of these answers, in place of any that is being drawn; then the totals of
    /// all households, where there are several.
    pub fn begin(self, answers: Answers, all: Vec<Answers>) {
        let begun = self.work.try_update_value(|work| {
            work.all = if all.len() > 1 { all } else { Vec::new() };
            let new = !work.begun || work.answers != answers;
            if new {
                work.begun = true;
                work.told = None;
                // what a cancelled drawing has done is not done again
                if let Stage::Draw(sampling) = std::mem::replace(&mut work.stage, Stage::Begin) {
                    work.keep(sampling.finish());
                }
                work.answers = answers.clone();
                work.now = answers;
            } else if matches!(work.stage, Stage::Idle) {
                work.beside();
            }
            new
        });
        if begun == Some(true) {
            self.presence.set(Presence::Stale);
        }
        // where all are known, as after a household was copied or removed, nothing is drawn
        let beside = self.work.with_value(Work::in_order);
        self.beside.set(beside);
        self.wait();
    }

    /// The band of the household, once all that is drawn is of the present answers: by it they are told
    /// from others.
    pub fn present(self) -> Memo<Option<Quantiles>> {
        Memo::new(move |_| {
            let present = self.presence.get() == Presence::Settled;
            present.then(|| self.bands.with(|bands| bands.household))
        })
    }

    /// Does something with the draws that are shown, once there are some and as long as they are of the
    /// present answers.
    pub fn with<T>(self, act: impl FnOnce(&Draws, &World) -> T) -> Option<T> {
        if self.presence.get_untracked() == Presence::Stale {
            return None;
        }
        self.work.try_with_value(|work| {
            let draws = work.shown.draws()?;
            Some(act(draws, work.world.as_ref()?))
        })?
    }

    /// Lets the next slice wait for its turn.
    fn wait(self) {
        self.turns.wait(move || self.turn());
    }

    /// One slice. What it finds is shown in a turn of its own: what the page changes by it takes its time too.
    fn turn(self) {
        let told = self.work.try_update_value(|work| work.told.take());
        if let Some(told) = told.flatten() {
            self.show(told);
        } else {
            self.go_on();
        }
        let more = |work: &Work| work.told.is_some() || !matches!(work.stage, Stage::Idle);
        if self.work.try_with_value(more) == Some(true) {
            self.wait();
        }
    }

    /// Works until something is found or the slice is over.
    fn go_on(self) {
        let slice = Slice::begin();
        let beside = self.work.try_update_value(|work| {
            while !matches!(work.stage, Stage::Idle) && work.told.is_none() {
                work.told = work.go_on();
                if slice.is_over() {
                    break;
                }
            }
            std::mem::take(&mut work.fresh).then(|| work.in_order())
        });
        if let Some(beside) = beside.flatten() {
            self.beside.set(beside);
        }
    }

    fn show(self, told: Told) {
        match told {
            Told::Totals(bands) => {
                self.bands.set(bands);
                self.presence.set(Presence::Totals);
            }
            Told::Rest(lines, next) => {
                self.lines.set(lines);
                self.next.set(next);
                self.presence.set(Presence::Settled);
            }
        }
    }
}

impl Work {
    /// Does a little; gives what there is to show then.
    fn go_on(&mut self) -> Option<Told> {
        match std::mem::replace(&mut self.stage, Stage::Idle) {
            Stage::Idle => None,
            Stage::Begin => {
                let world = &mut self.world;
                let world = world.get_or_insert_with(|| World::new(SEED, DRAWS));
                if world.step() {
                    self.stage = Stage::Begin;
                    return None;
                }
                let reading = InBaseYear::of(Gas::Co2e);
                let earlier = std::mem::take(self.drawn());
                let world = self.world.as_ref()?;
                let sampling = Sampling::new(&self.now, world, reading, earlier);
                self.stage = Stage::Draw(Box::new(sampling));
                None
            }
            Stage::Draw(mut sampling) => {
                let world = self.world.as_ref()?;
                if (0..BETWEEN).all(|_| sampling.step(world)) {
                    self.stage = Stage::Draw(sampling);
                    return None;
                }
                let drawn = sampling.finish();
                let draws = drawn.draws()?;
                let result = draws.paired();
                if self.now != self.answers {
                    let bands = Bands::totals(draws, self.before);
                    self.keep(drawn);
                    self.remember(result, bands);
                    return None;
                }
                if let Some(before) = &self.result {
                    self.before = [before.band(), result.above(before)];
                }
                let bands = Bands::totals(draws, self.before);
                self.keep(drawn);
                self.result = Some(result);
                self.found = 0;
                self.stage = Stage::Lines(bands.clone(), Lines::default());
                Some(Told::Totals(bands))
            }
            Stage::Lines(bands, mut lines) => {
                let draws = self.shown.draws()?;
                if let Some(&line) = LineId::ALL.get(self.found) {
                    self.found += 1;
                    let band = Quantiles::of(draws.line(line));
                    if band.p95 > 0.0 {
                        lines.add(line, band);
                    }
                    self.stage = Stage::Lines(bands, lines);
                } else {
                    let home = Household::resolve(&self.answers, &Factors::central());
                    let asking = Box::new(Asking::new(draws));
                    self.stage = Stage::Ask(bands, lines, asking, Box::new(home));
                }
                None
            }
            Stage::Ask(bands, lines, mut asking, home) => {
                let draws = self.shown.draws()?;
                if asking.step(&self.answers, &home, draws) {
                    self.stage = Stage::Ask(bands, lines, asking, home);
                    return None;
                }
                let result = self.result.clone()?;
                self.remember(result, bands);
                Some(Told::Rest(lines, asking.finish()))
            }
        }
    }

    /// What was drawn of the household that is being drawn, or of another one before it.
    fn drawn(&mut self) -> &mut Drawn {
        if self.now == self.answers {
            &mut self.shown
        } else {
            &mut self.aside
        }
    }

    /// Keeps what was drawn, for what is drawn next.
    fn keep(&mut self, drawn: Drawn) {
        *self.drawn() = drawn;
    }

    /// Keeps a household's totals, and goes on to the next one's.
    fn remember(&mut self, paired: Paired, bands: Bands) {
        let wanted = |totals: &Totals| self.all.contains(&totals.answers);
        self.known.retain(wanted);
        if self.all.contains(&self.now) {
            self.fresh = true;
            self.known.push(Totals {
                answers: self.now.clone(),
                bands,
                paired,
            });
        }
        self.beside();
    }

    /// Begins with the next household whose totals nobody knows yet.
    fn beside(&mut self) {
        let known = |answers: &&Answers| self.known.iter().all(|known| known.answers != **answers);
        if let Some(next) = self.all.iter().find(known).cloned() {
            self.now = next;
            self.stage = Stage::Begin;
        }
    }

    /// The totals of all households, once all are known.
    fn in_order(&self) -> Vec<Totals> {
        let known = |answers: &Answers| {
            let mut known = self.known.iter();
            known.find(|known| known.answers == *answers).cloned()
        };
        self.all
            .iter()
            .map(known)
            .collect::<Option<_>>()
            .unwrap_or_default()
    }
}
