//! Finding a plan: the target, the search under way, what was found.
use leptos::prelude::*;
use tanlu_model::actions::search::Found;
use tanlu_model::actions::{
    ActionId, Answer, By, Chosen, Finding, Joint, Target, Trial, WhyNot, effort, within_reach,
};
use tanlu_model::plan::{NEXT_YEAR, OFFERED, Plan, Step};
use tanlu_model::rows::{PER_PERSON_LINES, SourceId};
use tanlu_model::year::DEFAULT_SCENARIO;

use crate::bands::Presence;
use crate::browser::document::focus_soon;
use crate::lang::Lang;
use crate::parts::draw::thousandths;
use crate::parts::el::{El, button, card, classed, dynamic, el, live, note, nothing, when};
use crate::parts::plan::Context;
use crate::parts::plan::choose::{action_name, choice, effort_and_yuan, saving, strength};
use crate::parts::plan::entry::{Alone, Entry};
use crate::parts::plan::seek::{Seeking, Stand};
use crate::parts::plan::together::money;
use crate::parts::show;
use crate::typed;
use crate::words::{ChangeMsg, fill, text};

/// The largest target that can be set, kg a year per person.
const MOST_KG: f64 = 100_000.0;

/// The id of the household's own target among the published ones.
const OWN: &str = "own";

/// The id of the button that takes what was found.
const TAKE: &str = "find-take";

/// The target that the fields name.
#[derive(Clone, Copy)]
struct Fields {
    by: RwSignal<By>,
    /// A number of [`published`], or [`OWN`].
    target: RwSignal<String>,
    kg: RwSignal<f64>,
    year: RwSignal<u16>,
    /// Whether what was typed is no target.
    fault: RwSignal<bool>,
}

/// The published lines as targets: year and kg, each end once.
fn published() -> Vec<(u16, f64)> {
    let mut targets: Vec<(u16, f64)> = Vec::new();
    for line in PER_PERSON_LINES {
        for kg in [line.high_kg(), line.low_kg()] {
            let before =
                |known: &(u16, f64)| known.0 < line.year || (known.0 == line.year && known.1 > kg);
            let at = targets.partition_point(before);
            if targets.get(at) != Some(&(line.year, kg)) {
                targets.insert(at, (line.year, kg));
            }
        }
    }
    targets
}

impl Fields {
    /// Whether the own target is chosen and is none.
    fn is_wrong(self) -> bool {
        self.fault.get_untracked() && self.target.get_untracked() == OWN
    }

    fn target(self) -> (u16, f64) {
        let chosen = self.target.get_untracked().parse::<usize>().ok();
        let known = chosen.and_then(|at| published().get(at).copied());
        known.unwrap_or((self.year.get_untracked(), self.kg.get_untracked()))
    }
}

/// The card.
pub fn find(context: Context) -> El {
    let Context {
        state,
        lang,
        sought,
        ..
    } = context;
    let seeking = Seeking::new(state.drawing);
    let fields = Fields {
        by: RwSignal::new(By::Effort),
        target: RwSignal::new("0".to_owned()),
        kg: RwSignal::new(5000.0),
        year: RwSignal::new(2035),
        fault: RwSignal::new(false),
    };
    watch(context, seeking);
    let under = Memo::new(move |_| {
        seeking
            .stand
            .with(|stand| matches!(stand, Stand::Under(..)))
    });
    // one button, so that the focus stays on it
    let words = live(move || {
        let msg = if under.get() {
            ChangeMsg::Stop
        } else {
            ChangeMsg::Start
        };
        text(lang, msg).to_owned()
    });
    let go = button("", words, move || {
        if under.get_untracked() {
            seeking.stop();
        } else if fields.is_wrong() {
            focus_soon("find-kg".to_owned());
        } else {
            sought.set(Some(begin(context, fields, seeking)));
        }
    });
    card("find", text(lang, ChangeMsg::Find))
        .child(note(text(lang, ChangeMsg::FindHelp)))
        .child(inputs(context, fields))
        .child(classed("div", "row").child(go))
        .child(progress(context, seeking, under))
        .child(
            el("div")
                .attr("role", "status")
                .view(said(context, seeking)),
        )
        .view(listed(context, seeking))
        .child(sources(lang))
}

/// Ends the search when the household's answers, or what it does or cannot do, change; goes on when new
/// draws are there.
fn watch(context: Context, seeking: Seeking) {
    let state = context.state;
    let about = Memo::new(move |_| {
        state.homes.with(|homes| {
            let home = homes.home();
            let plan = Plan {
                steps: Vec::new(),
                ..home.plan.clone()
            };
            (home.answers.clone(), plan)
        })
    });
    Effect::new(move |before: Option<()>| {
        // a memo that is never read would not notice
        about.with(|_| ());
        if before.is_some() {
            seeking.outdate();
            context.sought.set(None);
        }
    });
    Effect::new(move || {
        if state.drawing.presence.get() != Presence::Stale {
            seeking.wait();
        }
    });
    Effect::new(move || {
        let found = seeking.stand.with(|stand| match stand {
            Stand::Over(answer) => Some(as_plan(context, &answer.found.set)),
            _ => None,
        });
        if found != context.found.get_untracked() {
            context.found.set(found);
        }
    });
}

fn begin(context: Context, fields: Fields, seeking: Seeking) -> Target {
    let Context { state, entries, .. } = context;
    let (year, kg) = fields.target();
    let target = Target {
        kg,
        year,
        scenario: DEFAULT_SCENARIO,
    };
    let wanted: Vec<ActionId> = entries.with_untracked(|entries| {
        let wanted = entries
            .iter()
            .filter(|entry| entry.obstacle.is_none() && entry.why_not != Some(WhyNot::Already));
        wanted.map(Entry::action).collect()
    });
    let plan = state
        .homes
        .with_untracked(|homes| homes.home().plan.clone());
    let choices = state
        .household
        .with_untracked(|home| state.with_factors(|factors| within_reach(wanted, home, factors)));
    let choices = choices.into_iter().map(|it| plan.strength_of(it)).collect();
    let finding = Finding::new(choices, fields.by.get_untracked(), target, plan);
    seeking.begin(finding, state.household.get_untracked());
    target
}

fn inputs(context: Context, fields: Fields) -> El {
    let lang = context.lang;
    let bys = vec![
        (
            By::Effort.id().to_owned(),
            text(lang, ChangeMsg::ByLeastEffort).to_owned(),
        ),
        (
            By::Cost.id().to_owned(),
            text(lang, ChangeMsg::ByLeastCost).to_owned(),
        ),
    ];
    let set_by = move |id: String| {
        let by = By::ALL.iter().find(|by| by.id() == id);
        fields.by.set(by.copied().unwrap_or(By::Effort));
    };
    let lines = published().into_iter().enumerate().map(|(at, (year, kg))| {
        let values = [("year", &*year.to_string()), ("kg", &show::kg(lang, kg))];
        (at.to_string(), fill(lang, ChangeMsg::TargetLine, &values))
    });
    let own = (OWN.to_owned(), text(lang, ChangeMsg::TargetOwn).to_owned());
    let mine = Memo::new(move |_| fields.target.with(|target| target == OWN));
    let own_fields = dynamic(move || {
        if mine.get() {
            own_target(context, fields)
        } else {
            nothing()
        }
    });
    classed("div", "filters")
        .child(choice(
            "find-by",
            text(lang, ChangeMsg::FindBy),
            bys,
            Signal::derive(move || fields.by.get().id().to_owned()),
            set_by,
        ))
        .child(choice(
            "find-target",
            text(lang, ChangeMsg::Target),
            lines.chain([own]).collect(),
            fields.target.into(),
            move |id| fields.target.set(id),
        ))
        .view(own_fields)
}

/// The household's own number and year.
fn own_target(context: Context, fields: Fields) -> AnyView {
    let lang = context.lang;
    let fault = fields.fault;
    let set = move |event: web_sys::Event| {
        let read = typed::number(&event_target_value(&event)).ok().flatten();
        let read = read.filter(|kg| (0.0..=MOST_KG).contains(kg));
        fault.set(read.is_none());
        if let Some(kg) = read {
            fields.kg.set(kg);
        }
    };
    let field = el("input")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("id", "find-kg")
        .attr("aria-describedby", "find-kg-error")
        .attr(
            "aria-invalid",
            live(move || if fault.get() { "true" } else { "false" }.to_owned()),
        )
        .value(Signal::derive(move || show::typed(lang, fields.kg.get())))
        .on("change", set);
    let error = classed("p", "error")
        .attr("id", "find-kg-error")
        .attr("role", "alert")
        .words(live(move || {
            if fault.get() {
                text(lang, ChangeMsg::TargetWrong).to_owned()
            } else {
                String::new()
            }
        }));
    let years = (NEXT_YEAR..=*OFFERED.end()).map(|year| (year.to_string(), year.to_string()));
    let set_year = move |year: String| {
        let year = year.parse::<u16>().ok();
        if let Some(year) = year.filter(|year| OFFERED.contains(year)) {
            fields.year.set(year);
        }
    };
    el("div")
        .child(
            classed("label", "label")
                .attr("for", "find-kg")
                .words(text(lang, ChangeMsg::TargetKg)),
        )
        .child(field)
        .child(error)
        .child(choice(
            "find-year",
            text(lang, ChangeMsg::TargetYear),
            years.collect(),
            Signal::derive(move || fields.year.get().to_string()),
            set_year,
        ))
        .done()
}

/// How far it is, and the best set so far.
fn progress(context: Context, seeking: Seeking, under: Memo<bool>) -> El {
    let Context { lang, sought, .. } = context;
    let done = live(move || {
        seeking.stand.with(|stand| match stand {
            Stand::Under(_, done) => thousandths(*done),
            _ => "0".to_owned(),
        })
    });
    let best = live(move || {
        let year = sought.with(|target| target.map_or(NEXT_YEAR, |target| target.year));
        seeking.stand.with(|stand| match stand {
            Stand::Under(Some(found), _) | Stand::Stopped(Some(found)) => {
                best_so_far(context, found, year)
            }
            _ => String::new(),
        })
    });
    let bar = dynamic(move || {
        if !under.get() {
            return nothing();
        }
        el("progress")
            .attr("aria-label", text(lang, ChangeMsg::SeekProgress))
            .attr("max", "1000")
            .attr("value", done.clone())
            .done()
    });
    classed("div", "seek").view(bar).child(note(best))
}

fn best_so_far(context: Context, found: &Found, year: u16) -> String {
    let lang = context.lang;
    let values = [
        ("number", &*show::count(lang, found.set.chosen().len())),
        ("kg", &show::kg(lang, found.level)),
        ("year", &year.to_string()),
    ];
    fill(lang, ChangeMsg::BestSoFar, &values)
}

/// What there is to say of the search.
fn said(context: Context, seeking: Seeking) -> AnyView {
    let Context { lang, sought, .. } = context;
    let one = move |msg: ChangeMsg| vec![text(lang, msg).to_owned()];
    // not anew with every slice
    let sentences = Memo::new(move |_| {
        let target = sought.get();
        seeking.stand.with(|stand| match (stand, target) {
            (Stand::Under(..), _) => one(ChangeMsg::Seeking),
            (Stand::Stopped(_), _) => one(ChangeMsg::Stopped),
            (Stand::Outdated, _) => one(ChangeMsg::Outdated),
            (Stand::Over(answer), Some(target)) => result(context, answer, target),
            _ => Vec::new(),
        })
    });
    dynamic(move || {
        let sentences = sentences.get();
        let lines = sentences.into_iter().map(|words| el("p").words(words));
        el("div").children(lines).done()
    })
}

fn result(context: Context, answer: &Answer, target: Target) -> Vec<String> {
    let lang = context.lang;
    let chosen = answer.found.set.chosen();
    let values = [
        ("number", &*show::count(lang, chosen.len())),
        ("year", &target.year.to_string()),
        ("kg", &show::kg(lang, answer.found.level)),
        ("target", &show::kg(lang, target.kg)),
        ("percent", &show::percent(lang, answer.probability)),
    ];
    let msg = match (answer.reached, chosen.is_empty()) {
        (true, true) => ChangeMsg::AlreadyThere,
        (true, false) => ChangeMsg::Reached,
        (false, _) => ChangeMsg::NotReached,
    };
    let mut said = vec![fill(lang, msg, &values)];
    said.extend(sums(context, &answer.found.set));
    if !answer.reached {
        let values = [
            ("gap", &*show::kg(lang, answer.gap)),
            ("share", &show::percent(lang, answer.gap_share())),
        ];
        said.push(fill(lang, ChangeMsg::Gap, &values));
    }
    said
}

/// What a set that was found saves and costs, as it is told of a plan, once the draws have been tried.
fn sums(context: Context, set: &Joint) -> Option<String> {
    let lang = context.lang;
    let trial = context.found.get().filter(|_| !set.chosen().is_empty())?;
    let known = context.trying.of(&trial)?;
    let efforts: f64 = set.chosen().iter().map(effort).sum();
    let saves = saving(lang, Some(known.kg), 0.0);
    let saves = fill(lang, ChangeMsg::FoundSaves, &[("saving", &saves)]);
    Some(
        [
            saves,
            money(lang, (0.0, 0.0), efforts as usize, Some(known)),
        ]
        .concat(),
    )
}

/// What was found, as a plan that begins at once.
fn as_plan(context: Context, set: &Joint) -> Trial {
    let Context { state, base, .. } = context;
    let plan = state.homes.with_untracked(|homes| {
        let mut plan = homes.home().plan.clone();
        taken(&mut plan, set);
        plan
    });
    let aside = base.with_untracked(|base| {
        state.with_factors(|factors| plan.set_aside(base.today.home(), factors))
    });
    Trial::of_plan(&plan, &aside)
}

/// Makes a set the steps of a plan.
fn taken(plan: &mut Plan, set: &Joint) {
    plan.steps.clear();
    for chosen in set.chosen() {
        plan.choose(Step {
            chosen: *chosen,
            from: NEXT_YEAR,
        });
    }
}

/// The actions that were found, and the way to take them.
fn listed(context: Context, seeking: Seeking) -> AnyView {
    let lang = context.lang;
    let found = Memo::new(move |_| {
        seeking.stand.with(|stand| match stand {
            Stand::Over(answer) => Some(answer.found.set.clone()),
            Stand::Stopped(found) => found.as_ref().map(|found| found.set.clone()),
            _ => None,
        })
    });
    dynamic(move || {
        let Some(set) = found.get().filter(|set| !set.chosen().is_empty()) else {
            return nothing();
        };
        let year = NEXT_YEAR.to_string();
        el("div")
            .child(classed("ul", "plain").children(items(context, &set)))
            .child(note(fill(lang, ChangeMsg::TakeNote, &[("year", &year)])))
            .child(take(context, set))
            .done()
    })
}

fn items(context: Context, set: &Joint) -> Vec<El> {
    let Context { state, lang, .. } = context;
    let plan = state
        .homes
        .with_untracked(|homes| homes.home().plan.clone());
    let item = |chosen: &Chosen| {
        let own = plan.cost(chosen.action);
        let alone = context.base.with_untracked(|base| {
            state.with_factors(|factors| Alone::of(*chosen, own, base, factors))
        });
        let net = alone.map_or(0.0, |alone| alone.yuan());
        let known = untrack(|| context.outcome(*chosen));
        let band = known.map(|known| known.yuan);
        let name = action_name(lang, chosen.action);
        let strong = strength(lang, *chosen);
        let facts = effort_and_yuan(lang, effort(chosen), band, net);
        let parts = [name, &strong, &facts].into_iter();
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        el("li").words(parts.join(text(lang, ChangeMsg::Dot)))
    };
    set.chosen().iter().map(item).collect()
}

/// Makes the set the household's plan, and takes that back.
fn take(context: Context, set: Joint) -> El {
    let Context { state, lang, .. } = context;
    let took = RwSignal::new(false);
    let wanted = set.clone();
    let there = when(move || {
        let whole = state.homes.with(|homes| homes.home().plan.whole());
        took.get() && whole == wanted
    });
    let act = move || {
        state.replan(|plan| taken(plan, &set));
        took.set(true);
    };
    let said = live(move || {
        let there = there.get();
        if there {
            text(lang, ChangeMsg::Taken)
        } else {
            ""
        }
        .to_owned()
    });
    let back = dynamic(move || {
        if !there.get() {
            return nothing();
        }
        let undo = move || {
            // this button goes
            focus_soon(TAKE.to_owned());
            state.undo();
        };
        button("quiet", text(lang, ChangeMsg::TakeBack), undo).done()
    });
    classed("div", "row")
        .child(button("", text(lang, ChangeMsg::Take), act).attr("id", TAKE))
        .view(back)
        .child(el("p").attr("role", "status").words(said))
}

/// Where the published lines come from.
pub fn sources(lang: Lang) -> El {
    let mut known: Vec<SourceId> = Vec::new();
    for line in &PER_PERSON_LINES {
        known.extend(
            line.sources
                .iter()
                .filter(|source| !known.contains(source))
                .copied()
                .collect::<Vec<_>>(),
        );
    }
    let mut said = note(text(lang, ChangeMsg::LinesFrom));
    for (at, source) in known.into_iter().enumerate() {
        if at > 0 {
            said = said.words(text(lang, ChangeMsg::And));
        }
        said = said.child(show::source(lang, source));
    }
    said
}
