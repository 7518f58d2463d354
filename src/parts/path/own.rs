//! The household's own path over the years: what the system takes away, what the plan does, what remains.
use leptos::prelude::*;
use tanlu_model::actions::{ActionId, Chosen, WhyNot, not_said};
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::{
    EachBands, EachYears, NationalPath, OwnPath, OwnWorking, OwnYear, OwnYearBand, Trend,
};
use tanlu_model::plan::Plan;
use tanlu_model::rows::{PER_PERSON_LINES, PerPersonLine, Province, Scenario};
use tanlu_model::uncertainty::Quantiles;
use tanlu_model::year::{YEARS, YearIndex, province_grid};
use tanlu_model::{BASE_YEAR, QuestionId};

use crate::lang::Lang;
use crate::parts::el::{El, card, classed, dynamic, el, live, note, nothing};
use crate::parts::opens::{inside, opens_plain};
use crate::parts::path::Context;
use crate::parts::path::blocks::{Blocks, across};
use crate::parts::path::chart::chart;
use crate::parts::path::nation::called;
use crate::parts::path::national::range;
use crate::parts::path::pathing::{EACH, Known, Pathing, SHOWN};
use crate::parts::path::said;
use crate::parts::path::sliced::Sliced;
use crate::parts::path::working::own_year;
use crate::parts::plan::choose::{action_name, named};
use crate::parts::plan::find::sources;
use crate::parts::show;
use crate::words::{ChangeMsg, PathMsg, fill, text};

/// The years that the sentence names.
const SAID: [u16; 2] = [2030, 2060];

/// A grid that gets dirtier by a smaller part than this stays.
const RISES: f64 = 0.02;
/// How many columns the table has.
const COLUMNS: usize = 7;

/// What a plan does to fewer kg per person in a year does not show.
pub const NOTHING: f64 = 0.5;

/// Whether the plan adds in a year.
pub fn adds(year: &OwnYear) -> bool {
    year.mine <= -NOTHING
}

/// The path on central values, kg a year per person.
#[derive(Clone, PartialEq)]
struct Path {
    plan: Plan,
    scenario: Scenario,
    today: f64,
    years: Vec<OwnYear>,
    /// How the years of the table come about.
    workings: Vec<(u16, OwnWorking)>,
    /// The year in which the province's grid is at its dirtiest, and against the base year.
    dirtiest: Option<(u16, f64)>,
    province: Province,
}

impl Path {
    fn of(context: Context) -> Path {
        let state = context.state;
        let plan = context.plan.get();
        let scenario = context.scenario.get();
        state.household.with(|home| {
            state.with_factors(|factors| {
                let path = OwnPath::of(home, &plan, Gas::Co2e, factors);
                let index = |year| YearIndex::new(year, scenario, factors);
                let indices: Vec<YearIndex> = YEARS.filter_map(index).collect();
                let members = home.members;
                let years = indices.iter();
                let years = years.map(|index| path.year(index).per_person(members));
                let shown = indices.iter().filter(|index| SHOWN.contains(&index.year()));
                let workings = shown.map(|index| {
                    let working = path.working(index).per_person(members);
                    (index.year(), working)
                });
                let grids = indices.iter().map(|index| {
                    let grid = province_grid(home.province, index, factors);
                    (index.year(), grid)
                });
                Path {
                    today: path.today() / members,
                    years: years.collect(),
                    workings: workings.collect(),
                    dirtiest: grids.max_by(|one, other| one.1.total_cmp(&other.1)),
                    province: home.province,
                    scenario,
                    plan,
                }
            })
        })
    }

    fn year(&self, year: u16) -> Option<OwnYear> {
        self.years.iter().find(|known| known.year == year).copied()
    }
}

/// The card.
pub fn own(context: Context) -> El {
    let Context { lang, .. } = context;
    let pathing = Pathing::of(context);
    let path = Memo::new(move |_| Path::of(context));
    let help = dynamic(move || {
        let scenario = called(lang, NationalPath::Model(context.scenario.get()));
        let help = fill(lang, PathMsg::YearsHelp, &[("scenario", scenario)]);
        show::note_with_terms(lang, &help).done()
    });
    let said = dynamic(move || {
        let bands = pathing.bands.get();
        path.with(|path| sentence(lang, path, &bands).done())
    });
    let drawn = dynamic(move || {
        path.with(|path| {
            let chart = chart(lang, &path.years, path.today);
            vec![legend(lang, path).done(), chart.done()].into_any()
        })
    });
    let table = classed("div", "by-year").child(table(lang, path, pathing.bands));
    card("years", text(lang, PathMsg::Years))
        .view(help)
        .child(classed("div", "walk").view(said).view(drawn))
        .child(table)
        .child(sources(lang))
        .view(each(context, pathing.each))
}

/// Kilograms and their band, where it is known and has a width.
fn ranged(lang: Lang, kg: f64, ends: Option<[f64; 2]>) -> String {
    with_ends(lang, kilograms(lang, &show::kg(lang, kg)), ends)
}

fn kilograms(lang: Lang, kg: &str) -> String {
    fill(lang, PathMsg::Kilograms, &[("kg", kg)])
}

fn with_ends(lang: Lang, said: String, ends: Option<[f64; 2]>) -> String {
    let range = ends.map(|ends| said::in_brackets(lang, ends));
    [said, range.unwrap_or_default()].concat()
}

fn sentence(lang: Lang, path: &Path, known: &Known) -> El {
    let band = |year: u16| known.year(year);
    let part = |year: u16| {
        let found = path.year(year)?;
        let band = band(year);
        let less = |kg: f64, of: fn(&OwnYearBand) -> Quantiles| {
            ranged(lang, -kg, band.map(|band| said::ends(of(band), true)))
        };
        let left = band.map(|band| said::ends(band.kg_with, false));
        let adds = adds(&found);
        let msg = match adds {
            _ if path.plan.steps.is_empty() => PathMsg::YearsPartSystem,
            true => PathMsg::YearsPartAdds,
            false => PathMsg::YearsPart,
        };
        let values = [
            ("year", &*year.to_string()),
            ("system", &less(found.system, |band| band.system)),
            ("mine", &less(found.mine, |band| band.mine)),
            ("rest", &ranged(lang, found.kg_with, left)),
        ];
        Some(fill(lang, msg, &values))
    };
    let parts = SAID.into_iter().filter_map(part);
    let mut held = Vec::new();
    for band in &known.years {
        for (line, reached) in PER_PERSON_LINES.iter().zip(&known.reached) {
            if line.year == band.year {
                held.push(against(lang, line, band, *reached));
            }
        }
    }
    let parts = parts.chain(held).chain(rising(lang, path));
    let today = ranged(lang, path.today, None);
    let begin = match band(BASE_YEAR) {
        // the same household as in the result, told by another number
        Some(band) => {
            let median = kilograms(lang, &show::median(lang, band.kg));
            let median = with_ends(lang, median, Some(said::ends(band.kg, false)));
            let values = [("median", &*median), ("today", &today)];
            fill(lang, PathMsg::YearsMedian, &values)
        }
        None => fill(lang, PathMsg::YearsSentence, &[("today", &today)]),
    };
    let list = classed("ul", "plain");
    el("div")
        .child(el("p").words(begin))
        .child(list.children(parts.map(|part| show::linked(lang, el("li"), &part))))
}

/// That the grid of a clean province first rises, where it does.
fn rising(lang: Lang, path: &Path) -> Option<String> {
    let (year, grid) = path.dirtiest.filter(|(_, grid)| *grid > 1.0 + RISES)?;
    let province = show::option(lang, QuestionId::Province, path.province.code());
    let values = [
        ("province", province),
        ("percent", &*show::percent(lang, grid - 1.0)),
        ("year", &year.to_string()),
    ];
    Some(fill(lang, PathMsg::GridRises, &values))
}

/// What is left of a line's year beside it, by the median: above it, within its range or below; and in which part
/// of the draws it is not above.
fn against(lang: Lang, line: &PerPersonLine, band: &OwnYearBand, reached: f64) -> String {
    let left = band.kg_with;
    let over = left.p50 - line.high_kg();
    let msg = if over > 0.0 {
        PathMsg::YearsAgainst
    } else if left.p50 >= line.low_kg() {
        PathMsg::YearsWithin
    } else {
        PathMsg::YearsBelow
    };
    let rest = kilograms(lang, &show::median(lang, left));
    let values = [
        ("year", &*line.year.to_string()),
        ("study", line.study),
        ("line", &ends(lang, line)),
        ("over", &kilograms(lang, &show::end(lang, over))),
        (
            "rest",
            &with_ends(lang, rest, Some(said::ends(left, false))),
        ),
        ("odds", &odds(lang, reached)),
    ];
    fill(lang, msg, &values)
}

/// How likely something is: never quite sure.
fn odds(lang: Lang, share: f64) -> String {
    match share {
        _ if share < 0.01 => text(lang, PathMsg::OddsLeast).to_owned(),
        _ if share > 0.99 => text(lang, PathMsg::OddsMost).to_owned(),
        _ => fill(
            lang,
            PathMsg::Odds,
            &[("percent", &show::percent(lang, share))],
        ),
    }
}

/// A published line from its low to its high end.
fn ends(lang: Lang, line: &PerPersonLine) -> String {
    let [low, high] = [line.low_kg(), line.high_kg()].map(|kg| show::kg(lang, kg));
    range(lang, low, high)
}

/// What the areas and marks mean.
fn legend(lang: Lang, path: &Path) -> El {
    let item = |class: &'static str, words: &str| {
        el("li")
            .child(classed("span", class))
            .child(el("span").words(words))
    };
    let adds = path.years.iter().any(adds);
    let saves = path.years.iter().any(|year| year.mine >= NOTHING);
    let plan = [
        (saves, "key of-plan", PathMsg::ByPlan),
        (adds, "key of-plan-added", PathMsg::ByPlanAdded),
    ];
    let plan = plan.into_iter().filter(|(there, ..)| *there);
    let plan = plan.map(|(_, class, words)| item(class, text(lang, words)));
    let list = classed("ul", "keys")
        .child(item("key of-system", text(lang, PathMsg::BySystem)))
        .children(plan)
        .child(item("key rest", text(lang, PathMsg::Remaining)))
        .child(item("key line", text(lang, PathMsg::PublishedLine)));
    let none = path.plan.steps.is_empty();
    let hint = none.then(|| note(text(lang, PathMsg::YearsNoPlan)));
    el("div").children(hint).child(list)
}

/// The published lines of a year, each with its study.
fn published(lang: Lang, year: u16) -> String {
    let lines = PER_PERSON_LINES.iter().filter(|line| line.year == year);
    let words: Vec<String> = lines
        .map(|line| [&*ends(lang, line), " ", line.study].concat())
        .collect();
    words.join(text(lang, ChangeMsg::And))
}

/// The years as a table, whose figures open to how they come about.
fn table(lang: Lang, path: Memo<Path>, bands: RwSignal<Known>) -> El {
    let heads: [PathMsg; COLUMNS] = [
        PathMsg::Year,
        PathMsg::Without,
        PathMsg::ColSystem,
        PathMsg::ColPlan,
        PathMsg::ColRest,
        PathMsg::PathBand,
        PathMsg::PublishedLine,
    ];
    let heads = heads.map(|words| text(lang, words).to_owned());
    let mut table = Blocks::new(text(lang, PathMsg::YearsTable), heads.into());
    for year in SHOWN {
        let figure = move |kg: fn(&OwnYear) -> f64| {
            live(move || {
                let found = path.with(|path| path.year(year));
                found.map_or(String::new(), |found| show::kg(lang, kg(&found)))
            })
        };
        let with = live(move || {
            let band = bands.with(|known| {
                let known = known.year(year);
                known.map(|band| show::median_with_band(lang, band.kg_with))
            });
            band.unwrap_or_default()
        });
        let open = RwSignal::new(false);
        let what = [text(lang, PathMsg::ColRest), " ", &year.to_string()].concat();
        let rest = opens_plain(lang, &what, figure(|found| found.kg_with), open);
        let cells = vec![
            el("td").words(figure(|found| found.kg)),
            el("td").words(figure(|found| -found.system)),
            el("td").words(figure(|found| -found.mine)),
            el("td").child(rest),
            el("td").words(with),
            el("td").words(published(lang, year)),
        ];
        table.row(("data-year", year.to_string()), &year.to_string(), cells);
        let how = move || {
            path.with(|path| {
                let working = path.workings.iter().find(|(known, _)| *known == year);
                working.map_or(nothing(), |(_, how)| own_year(lang, year, how).done())
            })
        };
        let part = move || across(COLUMNS, el("div").view(dynamic(how)));
        table.view(inside(open, Box::new(part)));
    }
    table.done()
}

/// Why a saving changes over the years.
fn why(lang: Lang, trend: Trend) -> &'static str {
    let words = match trend {
        Trend::Same => PathMsg::Same,
        Trend::LessByGrid => PathMsg::LessByGrid,
        Trend::LessBySupply => PathMsg::LessBySupply,
        Trend::MoreByGrid => PathMsg::MoreByGrid,
        Trend::MoreBySupply => PathMsg::MoreBySupply,
        Trend::AddsSame => PathMsg::AddsSame,
        Trend::AddsLessByGrid => PathMsg::AddsLessByGrid,
        Trend::AddsLessBySupply => PathMsg::AddsLessBySupply,
        Trend::AddsMoreByGrid => PathMsg::AddsMoreByGrid,
        Trend::AddsMoreBySupply => PathMsg::AddsMoreBySupply,
    };
    text(lang, words)
}

/// What each planned action saves, early and late.
fn each(context: Context, drawing: Sliced<EachBands>) -> AnyView {
    let Context { state, lang, .. } = context;
    dynamic(move || {
        let whole = context.plan.with(Plan::whole);
        let scenario = context.scenario.get();
        if whole.chosen().is_empty() {
            return nothing();
        }
        let answers = state.homes.with(|homes| homes.home().answers.clone());
        let actions: Vec<ActionId> = whole.chosen().iter().map(|it| it.action).collect();
        let items: Vec<El> = state.household.with(|home| {
            state.with_factors(|factors| {
                let assumed = not_said(&actions, &answers, factors);
                let item = |chosen: &Chosen| {
                    let set = &whole;
                    let each = EachYears::of(*chosen, set, home, scenario, &EACH, factors);
                    let why_not = chosen.action.applies(home, factors).err();
                    let why_not = why_not.filter(|_| each.is_nothing());
                    let assumed = assumed.contains(&chosen.action);
                    let why_not = why_not.map(|why| (why, assumed));
                    let bands = drawing.of(|bands| bands.of(chosen.action));
                    item(lang, *chosen, &each, &bands.unwrap_or_default(), why_not)
                };
                whole.chosen().iter().map(item).collect()
            })
        });
        classed("div", "each")
            .child(el("h3").words(text(lang, PathMsg::EachTable)))
            .child(note(text(lang, PathMsg::EachHelp)))
            .child(classed("ul", "plain").children(items))
            .done()
    })
}

/// An action of the plan; of one that saves nothing why, and whether that is only assumed.
fn item(
    lang: Lang,
    chosen: Chosen,
    each: &EachYears,
    bands: &[Quantiles],
    why_not: Option<(WhyNot, bool)>,
) -> El {
    let line = el("li").attr("data-action", chosen.action.id());
    let nothing = |band: &Quantiles| [band.p05, band.p95].iter().all(|kg| kg.abs() < NOTHING);
    let mut because = why(lang, each.trend).to_owned();
    if let Some((why, assumed)) = why_not {
        let not_said = text(lang, ChangeMsg::NotSaid);
        let values = [
            ("action", action_name(lang, chosen.action)),
            ("why", named(lang, &["why_not", why.id()])),
            ("assumed", if assumed { not_said } else { "" }),
        ];
        if !assumed || bands.iter().all(nothing) {
            return line.words(fill(lang, PathMsg::EachNot, &values));
        }
        because = [named(lang, &["why_not", why.id()]), not_said].concat();
    }
    let year = |(at, (year, kg)): (usize, &(u16, f64))| in_year(lang, *year, *kg, bands.get(at));
    let years: Vec<String> = each.kg.iter().enumerate().map(year).collect();
    let values = [
        ("action", action_name(lang, chosen.action)),
        ("years", &years.join(text(lang, ChangeMsg::Comma))),
        ("why", &because),
    ];
    line.words(fill(lang, PathMsg::EachLine, &values))
}

/// What an action saves in a year, or adds: its median with its band; as long as that is not known, on central values.
fn in_year(lang: Lang, year: u16, central: f64, band: Option<&Quantiles>) -> String {
    let (less, number, range) = said::changed(lang, central, band.copied());
    let said = [kilograms(lang, &number), range].concat();
    let words = if less <= -said::CHANGES {
        PathMsg::EachYearMore
    } else {
        PathMsg::EachYear
    };
    fill(lang, words, &[("year", &year.to_string()), ("kg", &said)])
}
