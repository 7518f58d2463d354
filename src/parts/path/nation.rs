//! The nation's card: the line that it takes, who joins in the plan, what that means.
use leptos::prelude::*;
use tanlu_model::choice::Choice;
use tanlu_model::pathway::nation::measured;
use tanlu_model::pathway::{
    CAMPAIGNS, Campaign, NationalPath, Pace, Reach, ScaleBands, ScaleUp, WedgeBands,
};
use tanlu_model::rows::{DataSet, Metric, Status};

use crate::browser::intl::Digits;
use crate::browser::number::shortest;
use crate::lang::Lang;
use crate::parts::el::{El, Words, button, card, classed, dynamic, el, live, note, nothing, when};
use crate::parts::path::mass::{MassUnit, mass, of_total};
use crate::parts::path::national::{
    chart, ends_of_saving, mark_of_line, mark_of_points, or_more, others, saving, table,
};
use crate::parts::path::said::{self, EARLY, Now, Sentence, reached};
use crate::parts::path::sliced::Sliced;
use crate::parts::path::{Context, kept};
use crate::parts::plan::choose::choice;
use crate::parts::show;
use crate::words::{ChangeMsg, Msg, PathMsg, fill, text};

include!(concat!(env!("OUT_DIR"), "/accounts.rs"));

/// A name of the tables.
pub fn called(lang: Lang, path: NationalPath) -> &'static str {
    match lang {
        Lang::Zh => path.name_zh(),
        Lang::En => path.name_en(),
    }
}

/// The card.
pub fn nation(context: Context) -> El {
    let Context { state, lang, .. } = context;
    let (path, scenario) = (context.line, context.scenario);
    let scale = Memo::new(move |_| {
        let scenario = scenario.get();
        let plan = context.plan.get();
        state
            .household
            .with(|home| state.with_factors(|factors| ScaleUp::of(home, &plan, scenario, factors)))
    });
    let now = Memo::new(move |_| Now::of(path.get(), scale.get(), state.campaign.get()));
    let spreading = Sliced::new(state.drawing);
    Effect::new(move || {
        let scale = scale.get();
        let drawn = context.drawn.get().is_some();
        let plan = context.plan.get_untracked();
        if plan.steps.is_empty() {
            spreading.forget();
        } else if drawn {
            let scenario = scenario.get_untracked();
            spreading.begin(|draws| ScaleBands::new(scale, &plan, scenario, draws));
        }
    });
    let bands = Memo::new(move |_| {
        now.with(|now| spreading.of(|bands| bands.under(&now.campaign, &now.line)))
    });
    let adds = Memo::new(move |_| now.with(Now::adds));
    let by_year = dynamic(move || table(lang, now, bands, adds.get()).done());
    card("nation", text(lang, PathMsg::Nation))
        .child(show::note_with_terms(lang, text(lang, PathMsg::NationHelp)))
        .child(lines(context, path))
        .child(who(context, now))
        .child(shown(context, now, bands, spreading))
        .child(classed("div", "by-year").view(by_year))
        .child(beside(context))
        .child(books(lang))
}

/// The choice of a line, and what it is.
fn lines(context: Context, path: Memo<NationalPath>) -> El {
    let Context { state, lang, .. } = context;
    let options = super::lines().into_iter().enumerate();
    let options = options.map(|(at, path)| {
        let words = [&*mark_of_line(at), " ", called(lang, path)].concat();
        (at.to_string(), words.into())
    });
    let chosen = Signal::derive(move || state.line.get().to_string());
    let choose = move |at: String| kept::follow(state, at.parse().unwrap_or_default());
    let label = text(lang, PathMsg::LineLabel);
    let said = dynamic(move || {
        let path = path.get();
        let of = fill(lang, PathMsg::LineNote, &[("name", called(lang, path))]);
        let said = show::note_with_terms(lang, &of);
        match path {
            NationalPath::Model(_) => said.done(),
            NationalPath::Published(_) => {
                said.words(" ").words(text(lang, PathMsg::LineOwn)).done()
            }
        }
    });
    let lines = radios("line", label, options.collect(), chosen, choose);
    el("div").child(lines).view(said)
}

/// A choice of a few things with long names, which a list would cut off on a phone.
fn radios(
    name: &'static str,
    label: &str,
    options: Vec<(String, Words)>,
    now: Signal<String>,
    choose: impl Fn(String) + Clone + 'static,
) -> El {
    let options = options.into_iter().map(|(value, words)| {
        let (of, chosen, choose) = (value.clone(), value.clone(), choose.clone());
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .attr("value", value)
            .switch("checked", when(move || now.with(|now| *now == of)))
            .on("change", move |_| choose(chosen.clone()));
        classed("label", "option")
            .child(input)
            .child(el("span").words(words))
    });
    classed("fieldset", "radios screen-only")
        .attr("id", name)
        .child(el("legend").words(label))
        .child(classed("div", "options").children(options))
}

/// Who joins, how many, from when on, how fast.
fn who(context: Context, now: Memo<Now>) -> El {
    let Context { state, lang, .. } = context;
    let campaign = state.campaign;
    let reach = Reach::ALL.iter().map(|of| {
        let words = live(move || {
            let who = state.household.with(|home| reached(lang, *of, home));
            [&*who, assumed(context, *of)].concat()
        });
        (of.id().to_owned(), words)
    });
    let reach = radios(
        "reach",
        text(lang, PathMsg::ReachLabel),
        reach.collect(),
        Signal::derive(move || campaign.get().reach.id().to_owned()),
        move |id| {
            if let Some(reach) = Reach::from_id(&id) {
                let now = campaign.get_untracked();
                kept::join(state, Campaign { reach, ..now });
            }
        },
    );
    let years = CAMPAIGNS.map(|year| year.to_string());
    let from = choice(
        "from",
        text(lang, PathMsg::FromLabel),
        years.map(|year| (year.clone(), year)).collect(),
        Signal::derive(move || campaign.get().from.to_string()),
        move |year| {
            if let Some(from) = year.parse().ok().filter(|year| CAMPAIGNS.contains(year)) {
                let now = campaign.get_untracked();
                kept::join(state, Campaign { from, ..now });
            }
        },
    );
    let paces = Pace::ALL.iter().map(|pace| {
        let words = match pace {
            Pace::Slow => PathMsg::PaceSlow,
            Pace::Middle => PathMsg::PaceMiddle,
            Pace::Fast => PathMsg::PaceFast,
        };
        (pace.id().to_owned(), text(lang, words).to_owned())
    });
    let pace = choice(
        "pace",
        text(lang, PathMsg::PaceLabel),
        paces.collect(),
        Signal::derive(move || campaign.get().pace.id().to_owned()),
        move |id| {
            if let Some(pace) = Pace::from_id(&id) {
                let now = campaign.get_untracked();
                kept::join(state, Campaign { pace, ..now });
            }
        },
    );
    let controls = classed("div", "filters screen-only")
        .child(slider(context))
        .child(from)
        .child(pace);
    // without a plan there is nothing to join in
    let plans = Memo::new(move |_| now.with(Now::plans));
    let hidden = when(move || !plans.get());
    el("div")
        .switch("hidden", hidden)
        .child(reach)
        .child(controls)
}

/// That no answer says whose households these are.
fn assumed(context: Context, reach: Reach) -> &'static str {
    let Context { state, lang, .. } = context;
    let said = state.homes.with(|homes| {
        let answers = &homes.home().answers;
        reach.told_by().iter().all(|it| answers.knows(*it))
    });
    if said {
        ""
    } else {
        text(lang, ChangeMsg::NotSaid)
    }
}

/// How many of those who can join in.
fn slider(context: Context) -> El {
    let Context { state, lang, .. } = context;
    let campaign = state.campaign;
    let percent = move || (campaign.get().joining * 100.0).round();
    let said: Words = live(move || {
        let value = show::percent(lang, percent() / 100.0);
        fill(lang, PathMsg::JoinValue, &[("percent", &value)])
    });
    let input = el("input")
        .attr("id", "join")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", "100")
        .attr("step", "1")
        .attr("aria-valuetext", said.clone())
        .value(Signal::derive(move || shortest(percent())))
        .on("input", move |event| {
            // whole percents: to read any number would bring 10 kB along
            if let Ok(percent) = event_target_value(&event).parse::<u16>() {
                let joining = f64::from(percent.min(100)) / 100.0;
                campaign.update(|campaign| campaign.joining = joining);
            }
        })
        // not with every step of a slider that moves
        .on("change", move |_| kept::keep(state));
    let label = classed("label", "label")
        .attr("for", "join")
        .words(text(lang, PathMsg::JoinLabel))
        .words(" ")
        .child(el("output").attr("for", "join").words(said));
    classed("div", "join strength").child(label).child(input)
}

/// What a screen reader says when it changes.
fn is_heard((about, _): &Sentence) -> bool {
    matches!(*about, "joined" | "none")
}

/// Sentences as a list, each with what it is about.
fn listed(lang: Lang, sentences: Vec<Sentence>) -> El {
    let items = sentences
        .into_iter()
        .map(|(about, words)| show::linked(lang, el("li").attr("data-said", about), &words));
    classed("ul", "plain").children(items)
}

fn key(class: &str, words: &str) -> El {
    let class = ["key ", class].concat();
    el("li")
        .child(classed("span", &class))
        .child(el("span").words(words))
}

/// Sentences and charts.
fn shown(
    context: Context,
    now: Memo<Now>,
    bands: Memo<Option<WedgeBands>>,
    spreading: Sliced<ScaleBands>,
) -> El {
    let Context { state, lang, .. } = context;
    let said = Memo::new(move |_| {
        let bands = bands.get();
        let home = state.household;
        // what the household alone takes off the nation's, kg
        let alone = || spreading.of(|bands| bands.off_the_nation(EARLY));
        let alone = bands.as_ref().and_then(|_| alone());
        now.with(|now| {
            let assumed = assumed(context, now.campaign.reach);
            home.with(|home| said::joined(lang, now, home, assumed, bands.as_ref(), alone))
        })
    });
    // what a slider moves most is heard; the rest can be read
    let heard = dynamic(move || {
        let to_change = now.with(|now| !now.plans()).then(|| {
            let link = el("a").attr("href", "#change");
            el("p").child(link.words(text(lang, PathMsg::ToChange)))
        });
        let first = said.with(|said| said.iter().find(|said| is_heard(said)).cloned());
        let first = first.map(|(about, words)| el("p").attr("data-said", about).words(words));
        el("div").children(first).children(to_change).done()
    });
    let read = dynamic(move || {
        let mut said = said.get();
        said.retain(|said| !is_heard(said));
        listed(lang, said).done()
    });
    let plans = Memo::new(move |_| now.with(Now::plans));
    let drawn = dynamic(move || {
        let keys = [
            ("history", PathMsg::KeyHistory),
            ("measured", PathMsg::KeyMeasured),
            ("edge", PathMsg::KeyLine),
            ("of-plan", PathMsg::KeyWith),
            ("net", PathMsg::KeyNet),
        ];
        let plans = plans.get();
        let keys = keys
            .into_iter()
            .filter(|(class, _)| *class != "of-plan" || plans);
        let keys = keys.map(|(class, words)| key(class, text(lang, words)));
        el("div")
            .child(el("h3").words(of_total(lang, PathMsg::ChartNational)))
            .child(classed("ul", "keys").children(keys))
            .child(chart(lang, context.line.get(), now))
            .done()
    });
    let saved = dynamic(move || {
        let bands = bands.get();
        now.with(|now| {
            if !now.plans() {
                return nothing();
            }
            let keys = [
                ("edge", PathMsg::KeySaved),
                ("history", PathMsg::KeySavedBand),
            ];
            let keys = keys.map(|(class, words)| key(class, text(lang, words)));
            let (least, most) = ends_of_saving(now, bands.as_ref());
            let unit = MassUnit::of_all(lang, [least, most]).named(lang);
            let year = EARLY.to_string();
            let title = fill(lang, PathMsg::ChartSaved, &[("unit", unit)]);
            let title = [&*title, or_more(lang, now.adds())].concat();
            let wedges = said::by_action(lang, now, EARLY);
            let of_year = (!wedges.is_empty()).then(|| {
                let title = fill(lang, PathMsg::WedgeOf, &[("year", &year)]);
                el("h3").words(title)
            });
            let wedges = wedges.into_iter();
            let wedges =
                wedges.map(|(action, words)| el("li").attr("data-wedge", action.id()).words(words));
            let listed = of_year
                .is_some()
                .then(|| classed("ul", "plain").children(wedges));
            el("div")
                .child(el("h3").words(title))
                .child(classed("ul", "keys").children(keys))
                .child(saving(lang, now, bands.as_ref()))
                .children(of_year)
                .children(listed)
                .done()
        })
    });
    let of_nation =
        dynamic(move || now.with(|now| listed(lang, said::of_the_nation(lang, now)).done()));
    el("div")
        .child(el("h3").words(text(lang, PathMsg::SaidTitle)))
        .child(el("div").attr("role", "status").view(heard))
        .view(read)
        .view(drawn)
        .view(of_nation)
        .view(saved)
}

/// The chosen line beside all that is known of others.
fn beside(context: Context) -> El {
    let Context { lang, line, .. } = context;
    let keys = [
        ("edge", PathMsg::KeyChosen),
        ("other", PathMsg::KeyOther),
        ("measured", PathMsg::KeyMeasured),
        ("line", PathMsg::KeyMark),
    ];
    let keys = keys.map(|(class, words)| key(class, text(lang, words)));
    let drawn = dynamic(move || others(lang, line.get()).done());
    let above = el("div")
        .child(el("h3").words(of_total(lang, PathMsg::ChartOthers)))
        .child(classed("ul", "keys").children(keys));
    classed("div", "walk")
        .child(above)
        .view(drawn)
        .child(marks(lang))
}

/// Points that others published, for which no line can be drawn.
fn marks(lang: Lang) -> El {
    let open = RwSignal::new(false);
    let toggle = button("line", text(lang, PathMsg::MarksTitle), move || {
        open.update(|open| *open = !*open);
    })
    .attr("aria-expanded", crate::parts::el::mark(move || open.get()));
    let inside = dynamic(move || {
        if !open.get() {
            return nothing();
        }
        let unit = MassUnit::of_nation(lang);
        let said_mt = |mt| unit.name(lang, &unit.digits(lang, Digits::Significant, mt));
        let items = NationalPath::marks().enumerate().map(|(at, path)| {
            let points = path.points.iter().map(|point| {
                let year = point.year.to_string();
                let said = match (point.value, point.range) {
                    (Some(mt), _) => {
                        let values = [("year", &*year), ("mt", &said_mt(mt))];
                        fill(lang, PathMsg::MarkPoint, &values)
                    }
                    (None, Some((low, high))) => {
                        let (low, high) = (said_mt(low), said_mt(high));
                        let values = [("year", &*year), ("low", &low), ("high", &high)];
                        fill(lang, PathMsg::MarkRange, &values)
                    }
                    (None, None) => String::new(),
                };
                let unverified = point.status == Status::Unverified;
                let mark = if unverified {
                    text(lang, PathMsg::Unverified)
                } else {
                    ""
                };
                [&*said, mark].concat()
            });
            let points: Vec<String> = points.collect();
            let name = match lang {
                Lang::Zh => path.name_zh,
                Lang::En => path.name_en,
            };
            let points = points.join(text(lang, Msg::ListComma));
            let counts = match path.metric {
                Metric::Co2 => "",
                Metric::Co2Energy => text(lang, PathMsg::MarkEnergy),
                Metric::Co2NetEnergy => text(lang, PathMsg::MarkNetEnergy),
            };
            let words = fill(
                lang,
                PathMsg::MarkLine,
                &[("name", name), ("counts", counts), ("points", &points)],
            );
            el("li").words([mark_of_points(at), words].join(" "))
        });
        classed("ul", "plain").children(items).done()
    });
    el("div").child(toggle).view(inside)
}

/// The two accounts, what the figures rest on, and the way to their sources.
fn books(lang: Lang) -> El {
    let sources = text(lang, PathMsg::NationalSources);
    let (year, consumed) = CONSUMED;
    let numbers = measured(DataSet::Gcb, year).map(|emitted| {
        let [low, middle, high] = OF_HOUSEHOLDS.map(|share| show::percent(lang, share));
        let values = [
            ("year", &*year.to_string()),
            ("emitted", &mass(lang, emitted)),
            ("consumed", &mass(lang, consumed)),
            ("percent", &middle),
            ("low", &low),
            ("high", &high),
        ];
        el("p").words(fill(lang, PathMsg::TwoBooksNumbers, &values))
    });
    el("div")
        .child(el("h3").words(text(lang, PathMsg::TwoBooks)))
        .child(show::linked(
            lang,
            el("p"),
            text(lang, PathMsg::TwoBooksWords),
        ))
        .children(numbers)
        .child(show::note_with_terms(lang, text(lang, PathMsg::FirstOrder)))
        .child(note("").child(show::page_link(lang, "nation", "", sources)))
}
