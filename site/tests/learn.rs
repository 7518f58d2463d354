//! The pages to learn from: every card and question whole, every answer proven, every term at its place.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use common::{attributes, file, root};
use tanlu_model::Factors;
use tanlu_model::rows::{FACTS_TOLD, Province, family, id};
use tanlu_site::benchmarks::Benchmarks;
use tanlu_site::figures::{Figure, Figures, Shown, written};
use tanlu_site::frame::{Page, Screen, screen};
use tanlu_site::glossary::TERMS;
use tanlu_site::lang::Lang;
use tanlu_site::learn::cards;
use tanlu_site::quiz::{Amount, Proof, QUESTIONS, Question, faults, proven};
use tanlu_site::words::Words;
use tanlu_site::words::check::placeholders;

static FIGURES: LazyLock<Figures> = LazyLock::new(|| {
    let benchmarks = Benchmarks::compute(root(), &Factors::central()).unwrap();
    Figures::compute(&benchmarks)
});

fn value(name: &str) -> f64 {
    FIGURES.value(name).unwrap_or_else(|| panic!("no {name}"))
}

/// The part of a page from an element's id to the next of the kind.
fn part<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page.split(from).nth(1);
    start
        .unwrap_or_else(|| panic!("no {from}"))
        .split(to)
        .next()
        .unwrap()
}

#[test]
fn every_card_has_a_figure_its_sources_and_something_to_try() {
    assert!(cards().count() >= 12);
    let words = Words::both(root()).unwrap();
    for words in &words {
        let page = file(&Page::Learn.file(words.lang));
        for card in cards() {
            let shown = part(page, &format!("id=\"card-{}\"", card.id), "</article>");
            let figure = words.text(&format!("card.{}.figure", card.id));
            assert!(!placeholders(figure).is_empty(), "{}: {figure}", card.id);
            assert!(
                !figure.contains(|sign: char| sign.is_ascii_digit()) || figure.contains('{'),
                "{}: {figure}",
                card.id
            );
            let sources = part(shown, "class=\"sources\"", "</ul>");
            assert!(attributes(sources, "href").count() > 0, "{}", card.id);
            let to_try = part(shown, "class=\"try\"", "</p>");
            let address = attributes(to_try, "href").next().unwrap();
            assert_eq!(address, screen(words.lang, card.screen), "{}", card.id);
            assert!(shown.contains("class=\"status "), "{}", card.id);
        }
    }
}

#[test]
fn the_screens_that_pages_lead_to_are_those_of_the_app() {
    let app = include_str!("../../src/screen.rs");
    for screen in [Screen::Answer, Screen::Result, Screen::Change, Screen::Path] {
        assert!(
            app.contains(&format!("=> \"{}\"", screen.id())),
            "{screen:?}"
        );
    }
}

#[test]
fn every_question_has_one_right_answer_an_explanation_and_a_source() {
    assert!(QUESTIONS.len() >= 20);
    let mut places = [0; 4];
    for question in QUESTIONS {
        let ids: BTreeSet<&str> = question.options.iter().map(|choice| choice.id).collect();
        assert_eq!(ids.len(), question.options.len(), "{}", question.id);
        assert!((3..=4).contains(&ids.len()), "{}", question.id);
        places[question.right] += 1;
    }
    // nobody does well by always choosing the same letter
    assert!(
        places.iter().all(|count| 2 * count < QUESTIONS.len()),
        "{places:?}"
    );
    for lang in Lang::ALL {
        let page = file(&Page::Learn.file(lang));
        for question in QUESTIONS {
            let shown = part(
                page,
                &format!("fieldset id=\"quiz-{}\"", question.id),
                "</fieldset>",
            );
            let radios = shown.matches("type=\"radio\"").count();
            assert_eq!(radios, question.options.len(), "{}", question.id);
            let answer = part(shown, "<details>", "</details>");
            let sources = part(answer, "class=\"sources\"", "</ul>");
            assert!(attributes(sources, "href").count() > 0, "{}", question.id);
        }
        let key = part(page, "id=\"key\"", "</section>");
        assert_eq!(key.matches("<li>").count(), QUESTIONS.len());
    }
}

#[test]
fn the_model_proves_every_marked_answer() {
    assert_eq!(faults(&FIGURES), Vec::<String>::new());
}

#[test]
fn a_wrong_mark_is_noticed() {
    for question in QUESTIONS {
        if matches!(question.proof, Proof::Says(_)) {
            continue;
        }
        for right in (0..question.options.len()).filter(|at| *at != question.right) {
            let marked = Question { right, ..*question };
            assert_ne!(proven(&marked, &FIGURES), Some(right), "{}", question.id);
        }
    }
}

/// The figures with one of them changed.
fn with(name: &str, value: f64) -> Figures {
    let change = |figure: &Figure| Figure {
        value: if figure.name == name {
            value
        } else {
            figure.value
        },
        ..figure.clone()
    };
    Figures::of(FIGURES.all().iter().map(change).collect())
}

#[test]
fn a_model_that_changes_an_answer_is_noticed() {
    let noticed = |name: &str, value: f64, question: &str| {
        let faults = faults(&with(name, value));
        assert!(
            faults
                .iter()
                .any(|fault| fault.starts_with(&format!("quiz.{question}:"))),
            "{name} = {value}: {faults:?}"
        );
    };
    noticed("chengdu_ev", 100.0, "chengdu");
    noticed("grid_yunnan", 0.9, "grid");
    noticed("ev_later", value("ev_now"), "ev_later");
    noticed("cooling_later", 2.0 * value("cooling_now"), "cooling_later");
    noticed("yunnan_guideline", 10.0, "guideline");
    noticed("plane_times_rail", 2.5, "plane");
    // two that are nearly alike are no fair question
    noticed("pork", 0.95 * value("beef"), "meat");
}

#[test]
fn what_is_supposed_wrongly_is_in_the_unit_of_the_right_one() {
    for question in QUESTIONS {
        let supposed = question
            .options
            .iter()
            .filter(|choice| matches!(choice.amount, Amount::Supposed(_)));
        if supposed.count() > 0 {
            assert!(matches!(question.proof, Proof::Is), "{}", question.id);
        }
    }
}

#[test]
fn yunnan_has_the_least_co2_of_all_grids_and_hebei_is_no_outlier() {
    let of = |province| family::EL_CO2_2023.row(province).value();
    let least = Province::all().map(of).fold(f64::INFINITY, f64::min);
    assert_eq!(value("grid_yunnan"), least);
    assert!(Province::all().any(|province| of(province) > value("grid_hebei")));
}

#[test]
fn figures_are_what_one_gets_by_hand() {
    let near = |name: &str, expected: f64, within: f64| {
        let value = value(name);
        assert!(
            (value - expected).abs() <= within,
            "{name}: {value} and {expected}"
        );
    };
    // combustion, making the fuel, and 0.69 of the combustion besides CO2, over 20.4 g of high-speed rail
    near(
        "plane_times_rail",
        (0.0829 + 0.0203 + 0.69 * 0.0829) / 0.0204,
        1e-9,
    );
    // 130 Gt x 17.2 % over 11.89 Gt a year
    near("share_15_years", 130.0 * 0.172 / 11.89, 0.01);
    // 1494.2 of 9852.1 TWh
    near("home_power_share", 1494.2 / 9852.1, 1e-9);
    // 10.31 of 11.35 Gt
    near("consumption_less", 1.0 - 10309.7 / 11350.5, 1e-9);
    near("own_saving", 800.0, 60.0);
    near("ev_beyond", 0.0, 1e-9);
    near("green_beyond", 0.0, 1e-9);
    near("beef", id::REC_BEEF.value(), 0.0);
}

#[test]
fn every_figure_and_every_fact_is_told_and_none_twice() {
    let once: BTreeSet<&str> = FIGURES.all().iter().map(|figure| figure.name).collect();
    assert_eq!(once.len(), FIGURES.all().len());
    let text = std::fs::read_to_string(root().join("locales/learn/zh-CN.toml")).unwrap();
    let told = placeholders(&text);
    let of_quiz = QUESTIONS.iter().flat_map(|question| {
        let amounts = question
            .options
            .iter()
            .filter_map(|choice| match choice.amount {
                Amount::Figure(name) => Some(name),
                _ => None,
            });
        let proof = match question.proof {
            Proof::Change(from, to) | Proof::Either(from, to) => vec![from, to],
            _ => Vec::new(),
        };
        amounts.chain(proof).collect::<Vec<&str>>()
    });
    let used: BTreeSet<&str> = told.into_iter().chain(of_quiz).collect();
    // told by their ends, or as a part of another figure
    let ends: BTreeSet<&str> = [
        "electricity_use_2024",
        "intensity_promise_2020",
        "ghg_target_2035",
        "co2_change_2025",
        "household_share_consumption",
    ]
    .into();
    let untold: Vec<&str> = once
        .into_iter()
        .filter(|name| !used.contains(name) && !ends.contains(name))
        .collect();
    assert!(untold.is_empty(), "nobody tells {untold:?}");
    assert!(
        FACTS_TOLD
            .iter()
            .all(|fact| FIGURES.find(fact.id).is_some())
    );
}

/// What a card tells to look at is called so in the app.
#[test]
fn what_is_to_be_tried_is_called_as_it_is_called_in_the_app() {
    for words in Words::both(root()).unwrap() {
        let path = format!("locales/actions/{}.toml", words.lang.tag());
        let actions = std::fs::read_to_string(root().join(path)).unwrap();
        for card in cards() {
            let told = words.text(&format!("card.{}.try", card.id));
            for quoted in told.split('“').skip(1) {
                let name = quoted.split('”').next().unwrap();
                assert!(actions.contains(&format!(" = \"{name}\"\n")), "{name}");
            }
        }
    }
}

#[test]
fn numbers_are_written_as_each_language_does() {
    let both = |shown, value| Lang::ALL.map(|lang| written(lang, shown, value));
    assert_eq!(both(Shown::Percent, 0.153), ["15%", "15\u{a0}%"]);
    assert_eq!(both(Shown::FinePercent, 0.484), ["48.4%", "48.4\u{a0}%"]);
    assert_eq!(both(Shown::FinePercent, -0.003), ["−0.3%", "−0.3\u{a0}%"]);
    assert_eq!(
        both(Shown::Gigatonnes, 11902.5),
        ["119 亿吨", "11.9 billion tonnes"]
    );
    // decades of emissions are not known to a tenth of a billion
    assert_eq!(
        both(Shown::Gigatonnes, 180_603.2),
        ["1,810 亿吨", "181 billion tonnes"]
    );
    assert_eq!(both(Shown::Rough, 31.88), ["32", "32"]);
    assert_eq!(
        both(Shown::Megatonnes, 2.57),
        ["260 万吨", "2.6 million tonnes"]
    );
    assert_eq!(both(Shown::Many, 492_264_120.0), ["4.9 亿", "490 million"]);
    assert_eq!(both(Shown::Many, 30_514_600.0), ["3,100 万", "31 million"]);
    assert_eq!(both(Shown::Rough, 2128.4), ["2,100", "2,100"]);
    assert_eq!(both(Shown::Rough, 0.1604), ["0.16", "0.16"]);
    assert_eq!(both(Shown::Rough, 0.0), ["0", "0"]);
    assert_eq!(both(Shown::Tenths, 8.3668), ["8.4", "8.4"]);
    assert_eq!(both(Shown::Year, 2030.0), ["2030", "2030"]);
}

#[test]
fn the_glossary_has_every_term_in_order_with_its_twin_and_others_to_see() {
    assert!(TERMS.len() >= 25);
    let known: BTreeSet<&str> = TERMS.iter().map(|term| term.id).collect();
    for term in TERMS {
        let see: BTreeSet<&str> = term.see.iter().copied().collect();
        assert!(
            see.is_subset(&known) && !see.contains(term.id),
            "{}",
            term.id
        );
    }
    let words = Words::both(root()).unwrap();
    for (words, other) in [(&words[0], &words[1]), (&words[1], &words[0])] {
        let page = file(&Page::Glossary.file(words.lang));
        let places: Vec<&str> = attributes(page, "id")
            .filter(|id| known.contains(id))
            .collect();
        assert_eq!(places.len(), TERMS.len());
        let sort = |id: &str| words.text(&format!("term.{id}.sort"));
        assert!(
            places.is_sorted_by_key(|id| sort(id)),
            "{}",
            words.lang.tag()
        );
        for id in places {
            let shown = part(page, &format!("<h3 id=\"{id}\""), "</div>");
            let twin = other.text(&format!("term.{id}.name"));
            assert!(
                shown.contains(&format!("lang=\"{}\">{twin}", other.lang.tag())),
                "{id}"
            );
            let text = words.text(&format!("term.{id}.text"));
            let sentences = text.matches(['。', '.']).count();
            assert!((1..=6).contains(&sentences) && text.len() > 60, "{id}");
        }
    }
}

#[test]
fn english_terms_stand_under_the_letter_that_they_begin_with() {
    let [_, en] = Words::both(root()).unwrap();
    for term in TERMS {
        let [name, sort] =
            ["name", "sort"].map(|part| en.text(&format!("term.{}.{part}", term.id)));
        let first = |text: &str| text.chars().find(|sign| sign.is_alphabetic()).unwrap();
        let same = first(name).eq_ignore_ascii_case(&first(sort));
        // “1+N” is sorted by how it is read
        assert!(same || term.id == "one_plus_n", "{name} and {sort}");
    }
}

/// The screens too, from the words of a sentence: `[sinks](sink)`; to each of those that the issue names.
#[test]
fn screens_lead_to_terms_that_there_are() {
    for text in [
        include_str!("../../locales/zh-CN.toml"),
        include_str!("../../locales/en.toml"),
    ] {
        let led = text.split("](").skip(1);
        let led: BTreeSet<&str> = led
            .filter_map(|part| Some(part.split_once(')')?.0))
            .collect();
        let known: BTreeSet<&str> = TERMS.iter().map(|term| term.id).collect();
        let unknown: Vec<&&str> = led.difference(&known).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
        for term in [
            "peak",
            "co2e",
            "life_cycle",
            "territorial",
            "grid_factor",
            "sink",
            "scenario",
            "budget",
        ] {
            assert!(led.contains(term), "{term}");
        }
    }
}

#[test]
fn other_pages_lead_to_terms() {
    for lang in Lang::ALL {
        let glossary = Page::Glossary.file(lang);
        for (page, least) in [
            (Page::Learn, 10),
            (Page::Methods, 10),
            (Page::Benchmarks, 3),
        ] {
            let text = file(&page.file(lang));
            let terms: BTreeSet<&str> = attributes(text, "href")
                .filter_map(|address| address.strip_prefix(&glossary)?.strip_prefix('#'))
                .collect();
            assert!(
                terms.len() >= least,
                "{} {}: {terms:?}",
                page.id(),
                lang.tag()
            );
        }
    }
}
