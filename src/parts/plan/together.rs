//! The plan as a whole: what it saves together, part by part from today to then, what it costs.
use leptos::prelude::*;
use tanlu_model::actions::{ActionId, Aside, Outcome, Part, Trial, WhyNot, parts};
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::{OwnPath, OwnYear};
use tanlu_model::plan::Plan;
use tanlu_model::year::{DEFAULT_SCENARIO, YearIndex};
use tanlu_model::{Factors, Household};

use crate::browser::files;
use crate::browser::number::shortest;
use crate::browser::turn::Turns;
use crate::lang::Lang;
use crate::parts::draw::{drawing, rect, thousandths};
use crate::parts::el::{El, button, card, classed, dynamic, el, head, note, nothing, wide_table};
use crate::parts::plan::Context;
use crate::parts::plan::choose::{
    action_name, amount, farthest, named, saving, strength, yuan_a_year,
};
use crate::parts::plan::paper::paper;
use crate::parts::show;
use crate::words::{ChangeMsg, fill, text};

/// Terms that the card uses.
const TERMS: [(&str, ChangeMsg); 3] = [
    ("fair_part", ChangeMsg::TermFairPart),
    ("rebound", ChangeMsg::TermRebound),
    ("draws", ChangeMsg::TermDraws),
];

/// What the plan comes to on central values.
#[derive(Clone, PartialEq)]
pub struct Sum {
    pub plan: Plan,
    /// kg CO2e a year of the household today.
    pub today: f64,
    /// What all of it saves, once all is done.
    pub saved: f64,
    /// The fair part of each action.
    pub parts: Vec<Part>,
    /// How many live there.
    pub members: f64,
    /// Yuan saved a year once all is done, and yuan once, when each begins.
    yuan: (f64, f64),
    effort: usize,
    /// The years that are named of its path, kg a year of the household.
    path: Vec<OwnYear>,
}

/// The years of the path that are named here.
const NAMED: [u16; 2] = [2030, 2060];

/// Some years of the plan's path on the default scenario.
pub fn path(plan: &Plan, home: &Household, years: &[u16], factors: &Factors) -> Vec<OwnYear> {
    let path = OwnPath::of(home, plan, Gas::Co2e, factors);
    let index = |year: &u16| YearIndex::new(*year, DEFAULT_SCENARIO, factors);
    let years = years.iter().filter_map(index);
    years.map(|index| path.year(&index)).collect()
}

fn sum(context: Context) -> Sum {
    let Context { state, base, .. } = context;
    let aside = context.aside.get();
    let plan = state.homes.with(|homes| homes.home().plan.clone());
    let whole = plan.whole();
    let (today, members, saved, parts, yuan, path) = base.with(|base| {
        state.with_factors(|factors| {
            let home = base.today.home();
            let bills = base.saved(&whole, factors);
            (
                base.today.kg(),
                base.today.home().members,
                base.today.saving(&whole, factors),
                parts(&base.today, &whole, factors),
                Trial::of_plan(&plan, &aside).point(bills, home, factors),
                path(&plan, base.today.home(), &NAMED, factors),
            )
        })
    });
    let mut sum = Sum {
        plan,
        today,
        saved,
        members,
        yuan,
        effort: 0,
        parts,
        path,
    };
    context.entries.with(|entries| {
        for entry in entries {
            let at_last = sum.parts.iter().any(|part| part.action == entry.action());
            let until = aside.iter().find(|aside| aside.action == entry.action());
            // what a later one takes over was done before
            if at_last || until.is_some_and(|aside| aside.from.is_some()) {
                sum.effort += usize::from(entry.facts.effort);
            }
        }
    });
    sum
}

/// The plan as a whole.
pub fn together(context: Context) -> El {
    let Context { lang, trying, .. } = context;
    let sum = Memo::new(move |_| sum(context));
    // what nobody sees before it is printed follows in a turn of its own
    let on_paper = RwSignal::new(sum.get_untracked());
    let turns = Turns::new();
    Effect::new(move || {
        sum.track();
        context.entries.track();
        context.sought.track();
        turns.wait(move || on_paper.set(sum.get_untracked()));
    });
    let said = dynamic(move || {
        let now = sum.get();
        if now.plan.steps.is_empty() {
            return el("p").words(text(lang, ChangeMsg::NothingPlanned)).done();
        }
        let outcome = trying.together.get();
        let band = outcome.map(|outcome| outcome.kg);
        let then = now.today - now.saved;
        let per_person = |kg: f64| show::kg(lang, kg / now.members);
        let values = [
            ("saving", &*saving(lang, band, now.saved)),
            (
                "person",
                &per_person(band.map_or(now.saved, |band| band.p50).abs()),
            ),
            ("today", &per_person(now.today)),
            ("then", &per_person(then)),
        ];
        el("div")
            .child(
                classed("p", "together")
                    .attr("data-kg", shortest(now.saved))
                    .words(fill(lang, ChangeMsg::Together, &values)),
            )
            .child(el("p").words(money(lang, now.yuan, now.effort, outcome)))
            .children(on_its_path(lang, &now))
            .done()
    });
    let fall = dynamic(move || {
        let now = sum.get();
        if now.plan.steps.is_empty() {
            nothing()
        } else {
            waterfall(context, &now)
                .attr("class", "wide screen-only")
                .done()
        }
    });
    let sheet = dynamic(move || {
        let now = on_paper.get();
        if now.plan.steps.is_empty() {
            return nothing();
        }
        let entries = context.entries;
        entries.with_untracked(|entries| paper(context, &now, entries).done())
    });
    let aside = dynamic(move || {
        let aside = context.aside.get();
        if aside.is_empty() {
            return nothing();
        }
        let items = aside.iter();
        let items = items.map(|aside| el("li").words(why_aside(context, aside)));
        el("div")
            .child(el("p").words(text(lang, ChangeMsg::Aside)))
            .child(classed("ul", "plain").children(items))
            .done()
    });
    card("together", text(lang, ChangeMsg::Plan))
        .child(el("div").attr("role", "status").view(said))
        .view(fall)
        .view(sheet)
        .view(aside)
        .child(note(text(lang, ChangeMsg::PlanNote)))
        .child(show::terms(lang, ChangeMsg::Terms, &TERMS).attr("class", "note screen-only"))
        .child(classed("div", "row screen-only").child(button(
            "quiet",
            text(lang, ChangeMsg::Print),
            files::print,
        )))
}

/// What the plan costs: up front when each change begins, a year once all is done; and its effort.
pub fn money(
    lang: Lang,
    (yearly, once): (f64, f64),
    effort: usize,
    outcome: Option<Outcome>,
) -> String {
    let band = outcome.map(|outcome| outcome.upfront);
    let (less, amount) = amount(lang, band, once);
    let upfront = |msg| fill(lang, msg, &[("yuan", &amount)]);
    let (msg, upfront) = if farthest(band, once) < 0.5 {
        (ChangeMsg::MoneyYearly, String::new())
    } else if less {
        (ChangeMsg::MoneySum, upfront(ChangeMsg::UpfrontLess))
    } else {
        (ChangeMsg::MoneySum, upfront(ChangeMsg::UpfrontMore))
    };
    let band = outcome.map(|outcome| outcome.yuan);
    let values = [
        ("upfront", &*upfront),
        ("yearly", &yuan_a_year(lang, band, yearly)),
        ("effort", &show::count(lang, effort)),
    ];
    fill(lang, msg, &values)
}

/// Why an action changes nothing once all is done, and from which year on where it does before.
fn why_aside(context: Context, aside: &Aside) -> String {
    let Context {
        state, lang, base, ..
    } = context;
    let action = action_name(lang, aside.action);
    let whole = state
        .homes
        .with_untracked(|homes| homes.home().plan.whole());
    let others = base.with_untracked(|base| {
        state.with_factors(|factors| whole.in_place_of(aside.action, base.today.home(), factors))
    });
    let quoted = |it: &ActionId| ["“", action_name(lang, *it), "”"].concat();
    let others: Vec<String> = others.iter().map(quoted).collect();
    let others = others.join(text(lang, ChangeMsg::Comma));
    let others = match others.is_empty() {
        true => text(lang, ChangeMsg::AsideOthers),
        false => &*others,
    };
    match aside.from {
        Some(year) => {
            let values = [
                ("action", action),
                ("year", &*year.to_string()),
                ("others", others),
            ];
            fill(lang, ChangeMsg::AsideFrom, &values)
        }
        None if aside.why == WhyNot::SetAside => {
            let values = [("action", action), ("others", others)];
            fill(lang, ChangeMsg::AsideBy, &values)
        }
        None => {
            let why = named(lang, &["why_not", aside.why.id()]);
            [action, text(lang, ChangeMsg::Colon), why].concat()
        }
    }
}

/// Where the plan leads by the years that are named.
fn on_its_path(lang: Lang, now: &Sum) -> Option<El> {
    let [early, late] = now.path.as_slice() else {
        return None;
    };
    let (early, late) = (early.per_person(now.members), late.per_person(now.members));
    let kg = |kg| show::kg(lang, kg);
    // below zero is less: what adds is told in the same words
    let values = [
        ("system", &*kg(-early.system)),
        ("mine", &kg(-early.mine)),
        ("rest", &kg(early.kg_with)),
        ("system_late", &kg(-late.system)),
        ("mine_late", &kg(-late.mine)),
        ("rest_late", &kg(late.kg_with)),
    ];
    let link = el("a").attr("href", "#path");
    let link = link
        .attr("class", "screen-only")
        .words(text(lang, ChangeMsg::PathLink));
    let said = classed("p", "leads").words(fill(lang, ChangeMsg::PathShort, &values));
    Some(said.words(" ").child(link))
}

/// From today to the plan, part by part: a table whose last column draws it.
fn waterfall(context: Context, now: &Sum) -> El {
    let Context { lang, .. } = context;
    let scale = now.today.max(now.today - now.saved).max(1.0);
    let bar = |class: &'static str, from: f64, to: f64| {
        let (low, high) = (from.min(to), from.max(to));
        let width = thousandths((high - low) / scale);
        drawing(
            "bar",
            vec![
                rect("all", "0".into(), "1000".into()),
                rect(class, thousandths(low / scale).into(), width.into()),
            ],
        )
    };
    let row = |label: &str, kg: f64, from: String, drawn: El| {
        el("tr")
            .child(head("row", label))
            .child(el("td").words(show::kg(lang, kg)))
            .child(el("td").words(from))
            .child(classed("td", "drawn").child(drawn))
    };
    let mut rows = vec![row(
        text(lang, ChangeMsg::Today),
        now.today,
        String::new(),
        bar("part", 0.0, now.today),
    )];
    let mut level = now.today;
    for part in &now.parts {
        let step = now.plan.step(part.action);
        let label = match step.map(|step| strength(lang, step.chosen)) {
            Some(strong) if !strong.is_empty() => [
                action_name(lang, part.action),
                text(lang, ChangeMsg::Comma),
                &strong,
            ]
            .concat(),
            _ => action_name(lang, part.action).to_owned(),
        };
        let from = step.map(|step| step.from.to_string()).unwrap_or_default();
        let drawn = bar("less", level, level - part.kg);
        rows.push(row(&label, -part.kg, from, drawn));
        level -= part.kg;
    }
    rows.push(row(
        text(lang, ChangeMsg::Then),
        now.today - now.saved,
        String::new(),
        bar("part", 0.0, now.today - now.saved),
    ));
    let heads = [
        text(lang, ChangeMsg::Step),
        text(lang, ChangeMsg::KgYear),
        text(lang, ChangeMsg::From),
        text(lang, ChangeMsg::Drawn),
    ];
    let rows = rows.into_iter().map(El::done).collect();
    wide_table(text(lang, ChangeMsg::Waterfall), &heads, rows)
}
