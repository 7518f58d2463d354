//! The state of the page: the households, and what follows from them.
//!
//! Only the methods here write it. Everything else is a memo.
use leptos::prelude::*;
use tanlu_model::actions::{ActionId, Chosen};
use tanlu_model::derived::{Derived, derived};
use tanlu_model::file::{self, AnswersFile, Refusal};
use tanlu_model::footprint::{Origin, Untold, footprint_read};
use tanlu_model::household::OwnValue;
use tanlu_model::pathway::Campaign;
use tanlu_model::plan::Plan;
use tanlu_model::{Answer, Answers, Domain, Factors, Footprint, Household, QuestionId};

use crate::browser::{address, document, language, number, storage};
use crate::drawing::Drawing;
use crate::homes::{Home, Homes, MOST};
use crate::lang::Lang;
use crate::lazy::Lazy;
use crate::parts::path::LEVERS_YEAR;
use crate::screen::Screen;

/// `web/start.js` reads it.
const LANGUAGE: &str = "tanlu.lang";
const CHOSEN: &str = "tanlu.chosen";
const HOMES: [&str; MOST] = [
    "tanlu.home.1",
    "tanlu.home.2",
    "tanlu.home.3",
    "tanlu.home.4",
];
/// Where a kept household goes that cannot be read, so that nothing is lost.
const UNREAD: &str = "tanlu.unread";

/// How many steps can be undone.
const STEPS: usize = 50;

/// The steps in which the page is built, after what is seen first.
pub mod step {
    /// The running result.
    pub const RESULT: usize = 1;
    /// All questions of the part; before that only some.
    pub const QUESTIONS: usize = 2;
    /// All of them.
    pub const ALL: usize = 2;
}

/// What happened last.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Last {
    /// Nothing yet.
    Nothing,
    /// A question was answered.
    Answered {
        /// Which.
        question: QuestionId,
        /// Whether it had an answer before and has one now, so that the households differ and not what is known.
        anew: bool,
    },
    /// All answers and the plan were cleared.
    Cleared,
    /// The plan was changed.
    Planned,
    /// The strength of a planned action was changed, perhaps in many small moves.
    Slid(ActionId),
    /// An answers file was read.
    Imported,
    /// A household was removed.
    Removed,
    /// The step before was undone.
    Undone,
    /// Another tab of the page changed something.
    OtherTab,
}

/// What there is to say about the browser's storage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeping {
    /// Answers are kept.
    Works,
    /// The browser refuses to keep anything.
    Refused,
    /// What was kept could not be read.
    Unreadable,
}

/// The state of the page. Made once, at the root.
#[derive(Clone, Copy)]
pub struct State {
    /// The language of the page.
    pub lang: RwSignal<Lang>,
    /// The screen that is shown.
    pub screen: RwSignal<Screen>,
    /// The screens that are loaded when they are first opened.
    pub lazy: Lazy,
    /// How far the page is built: it comes in steps, so that none holds up the browser for long.
    pub built: RwSignal<usize>,
    /// The part of life whose questions are shown; none where the most telling ones are asked in
    /// turn, of whatever part.
    pub domain: RwSignal<Option<Domain>>,
    /// The questions that were asked in turn, the last one being open.
    pub turn: RwSignal<Vec<QuestionId>>,
    /// The question that is shown where there is room for one only; the first where none is chosen.
    pub here: RwSignal<Option<QuestionId>>,
    /// The question that another screen leads to, until it is there.
    pub led: RwSignal<Option<QuestionId>>,
    /// All households.
    pub homes: RwSignal<Homes>,
    /// Whether the working of the result per person is open.
    pub open: RwSignal<bool>,
    /// Who joins in the plan, on the screen of the path; the line of the nation there, by its place among
    /// all; the year of the policy levers.
    pub campaign: RwSignal<Campaign>,
    pub line: RwSignal<usize>,
    pub levers_year: RwSignal<u16>,
    /// What happened last.
    pub last: RwSignal<Last>,
    /// Whether the browser keeps the answers.
    pub keeping: RwSignal<Keeping>,
    /// The household that is shown.
    pub household: Memo<Household>,
    /// Its footprint on central values, without the working: that comes with the screen of the result.
    pub footprint: Memo<Footprint<Untold>>,
    /// Its bands.
    pub drawing: Drawing,
    past: RwSignal<Vec<Homes>>,
    factors: StoredValue<Factors>,
}

fn kept() -> (Vec<Home>, Keeping) {
    let mut list = Vec::new();
    let mut keeping = Keeping::Works;
    for key in HOMES {
        match storage::load(key) {
            Err(storage::Refused) => return (Vec::new(), Keeping::Refused),
            Ok(None) => {}
            Ok(Some(text)) => match Home::read(&text) {
                Some(home) => list.push(home),
                None => {
                    keeping = match storage::save(UNREAD, Some(&text)) {
                        Ok(()) => Keeping::Unreadable,
                        Err(storage::Refused) => Keeping::Refused,
                    };
                }
            },
        }
    }
    (list, keeping)
}

impl State {
    /// The state at the start of a visit: what the browser kept, if anything.
    pub fn load() -> State {
        let (list, keeping) = kept();
        let get = |key| storage::load(key).ok().flatten();
        let chosen = get(CHOSEN).and_then(|key| HOMES.iter().position(|known| *known == key));
        let lang = document::language().and_then(|tag| Lang::from_tag(&tag));
        let homes = RwSignal::new(Homes::new(list, chosen.unwrap_or_default()));
        let factors = StoredValue::new(Factors::central());
        let resolve = move |_: Option<&Household>| {
            homes.with(|homes| {
                factors.with_value(|factors| Household::resolve(&homes.home().answers, factors))
            })
        };
        let compute = move |household: Memo<Household>| {
            household.with(|home| factors.with_value(|factors| footprint_read(home, factors)))
        };
        // always taken as changed: to compare would cost more bytes than it saves work
        let household = Memo::new_with_compare(resolve, |_, _| true);
        let footprint = Memo::new_with_compare(move |_| compute(household), |_, _| true);
        State {
            lang: RwSignal::new(lang.unwrap_or(Lang::Zh)),
            screen: RwSignal::new(Screen::of_hash(&address::hash()).unwrap_or(Screen::Answer)),
            lazy: Lazy::new(),
            built: RwSignal::new(0),
            domain: RwSignal::new(None),
            turn: RwSignal::new(Vec::new()),
            here: RwSignal::new(None),
            led: RwSignal::new(None),
            homes,
            open: RwSignal::new(false),
            campaign: RwSignal::new(Campaign::default()),
            line: RwSignal::new(0),
            levers_year: RwSignal::new(LEVERS_YEAR),
            last: RwSignal::new(Last::Nothing),
            keeping: RwSignal::new(keeping),
            household,
            footprint,
            drawing: Drawing::new(),
            past: RwSignal::new(Vec::new()),
            factors,
        }
    }

    /// The answer to a question, if there is one.
    pub fn given(self, question: QuestionId) -> Option<Answer> {
        self.homes
            .with(|homes| homes.home().answers.get(question).cloned())
    }

    /// Answers a question.
    ///
    /// # Errors
    /// When the answers would no longer make a valid file; then nothing changes.
    pub fn answer(self, question: QuestionId, answer: Answer) -> Result<(), Refusal> {
        let mut answers = self
            .homes
            .with_untracked(|homes| homes.home().answers.clone());
        if answers.get(question) == Some(&answer) {
            return Ok(());
        }
        let knew = answers.knows(question);
        answers.set(question, answer);
        file::check(&answers)?;
        // an answer that is taken back says of the household only that less is known
        let anew = knew && answers.knows(question);
        self.change(Last::Answered { question, anew }, |homes| {
            if let Some(home) = homes.home_mut() {
                home.plan.answered(question);
                home.answers = answers;
            }
        });
        Ok(())
    }

    /// Clears all answers and the plan of the household.
    pub fn clear(self) {
        self.change(Last::Cleared, |homes| {
            if let Some(home) = homes.home_mut() {
                let name = std::mem::take(&mut home.name);
                *home = Home {
                    name,
                    ..Home::default()
                };
            }
        });
        self.ask_anew();
    }

    /// Takes the answers of a file in place of the household's.
    pub fn import(self, file: AnswersFile) {
        self.change(Last::Imported, |homes| {
            if let Some(home) = homes.home_mut() {
                *home = Home::of(&home.name, file);
            }
        });
        self.ask_anew();
    }

    /// Changes the plan of the household.
    pub fn replan(self, how: impl FnOnce(&mut Plan)) {
        self.change(Last::Planned, |homes| {
            if let Some(home) = homes.home_mut() {
                how(&mut home.plan);
            }
        });
    }

    /// Changes the strength of a planned action. Moves of one slider that follow each other are one step, to
    /// be taken back at once.
    pub fn slide(self, chosen: Chosen) {
        self.change(Last::Slid(chosen.action), |homes| {
            if let Some(home) = homes.home_mut() {
                home.plan.strengthen(chosen);
            }
        });
    }

    /// Changes the plan and the answers of the household together.
    pub fn replan_with(self, how: impl FnOnce(&mut Answers, &mut Plan, &Factors)) {
        self.change(Last::Planned, |homes| {
            if let Some(home) = homes.home_mut() {
                self.with_factors(|factors| how(&mut home.answers, &mut home.plan, factors));
            }
        });
    }

    /// Names the household.
    pub fn rename(self, name: &str) {
        self.change(Last::Nothing, |homes| {
            if let Some(home) = homes.home_mut() {
                home.name = name.lines().collect();
            }
        });
    }

    /// Adds a household with the answers of the present one, to be changed, and shows it.
    pub fn add(self) {
        self.change(Last::Nothing, |homes| {
            let home = homes.home().clone();
            homes.add(Home {
                name: String::new(),
                older: None,
                ..home
            });
        });
    }

    /// Removes the household that is shown.
    pub fn remove(self) {
        self.change(Last::Removed, Homes::remove);
        self.ask_anew();
    }

    /// Shows another household.
    pub fn choose(self, at: usize) {
        self.homes.update(|homes| homes.choose(at));
        self.last.set(Last::Nothing);
        self.ask_anew();
        self.keep();
    }

    /// Whether there is a step to take back.
    pub fn can_undo(self) -> bool {
        self.past.with(|past| !past.is_empty())
    }

    /// Takes the last step back.
    pub fn undo(self) {
        let mut before = None;
        self.past.update(|past| before = past.pop());
        if let Some(homes) = before {
            self.homes.set(homes);
            self.last.set(Last::Undone);
            self.ask_anew();
            self.keep();
        }
    }

    /// Asks from the start: for another household than before.
    fn ask_anew(self) {
        self.turn.set(Vec::new());
        self.here.set(None);
    }

    fn change(self, last: Last, how: impl FnOnce(&mut Homes)) {
        let goes_on = matches!(last, Last::Slid(_)) && self.last.get_untracked() == last;
        if !goes_on {
            self.past.update(|past| {
                if past.len() == STEPS {
                    past.remove(0);
                }
                past.push(self.homes.get_untracked());
            });
        }
        self.homes.update(how);
        self.last.set(last);
        self.keep();
    }

    /// Takes over what another tab kept.
    pub fn reload(self) {
        let (list, keeping) = kept();
        let chosen = self.homes.with_untracked(Homes::chosen);
        let homes = Homes::new(list, chosen);
        if keeping == Keeping::Works && self.homes.with_untracked(|known| *known != homes) {
            self.past.set(Vec::new());
            self.homes.set(homes);
            self.last.set(Last::OtherTab);
            self.ask_anew();
        }
    }

    /// Changes the language for this and later visits.
    pub fn speak(self, lang: Lang) {
        language::name_in_address(lang.tag());
        self.lang.set(lang);
        if storage::save(LANGUAGE, Some(lang.tag())).is_err() {
            self.keeping.set(Keeping::Refused);
        }
    }

    /// Does something with the factors at their central values.
    pub fn with_factors<T>(self, act: impl FnOnce(&Factors) -> T) -> T {
        self.factors.with_value(act)
    }

    /// Puts aside what a newer model changed.
    pub fn dismiss(self) {
        self.homes.update(|homes| {
            if let Some(home) = homes.home_mut() {
                home.older = None;
            }
        });
        self.keep();
    }

    /// The unit of a value in a formula that is the household's own, and how it was converted.
    pub fn source_of(self, origin: Origin, value: f64) -> Option<OwnValue> {
        self.household.with(|home| {
            self.homes.with(|homes| {
                let answers = &homes.home().answers;
                self.factors
                    .with_value(|factors| home.own_value(origin, value, answers, factors))
            })
        })
    }

    /// How the default behind a value of a formula is computed; none where it was answered.
    pub fn derived(self, origin: Origin, value: f64) -> Option<Derived> {
        self.household.with(|home| {
            self.homes.with(|homes| {
                let answers = &homes.home().answers;
                self.with_factors(|factors| derived(origin, value, home, answers, factors))
            })
        })
    }

    /// The footprint of any answers.
    pub fn footprint_of(self, answers: &Answers) -> Footprint<Untold> {
        self.factors
            .with_value(|factors| footprint_read(&Household::resolve(answers, factors), factors))
    }

    fn keep(self) {
        let kept = self.homes.with_untracked(|homes| {
            let texts = homes.list().iter().map(|home| {
                let lines = self.footprint_of(&home.answers).by_line();
                home.write(&lines, &number::shortest)
            });
            let mut texts = texts.map(Some).chain([const { None }; MOST]);
            for key in HOMES {
                storage::save(key, texts.next().flatten().as_deref())?;
            }
            storage::save(CHOSEN, HOMES.get(homes.chosen()).copied())
        });
        let keeping = match kept {
            Ok(()) => Keeping::Works,
            Err(storage::Refused) => Keeping::Refused,
        };
        if self.keeping.get_untracked() != keeping {
            self.keeping.set(keeping);
        }
    }
}
