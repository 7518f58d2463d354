//! The pages of learning: figures, sources, right answers, terms.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use tanlu_model::Factors;
use tanlu_model::rows::SourceId;
use tanlu_site::glossary::TERMS;
use tanlu_site::learn::{CARDS, Figures, QUESTIONS};

use crate::common;

static FIGURES: LazyLock<Figures> = LazyLock::new(|| Figures::compute(&Factors::central()));

fn is_source(id: &str) -> bool {
    SourceId::all().any(|source| source.facts().id == id)
}

#[test]
fn every_card_has_a_figure_a_source_and_a_screen_to_try() {
    assert!(CARDS.len() >= 12);
    let screens = ["answer", "result", "change", "path"];
    for card in CARDS {
        assert!(FIGURES.value(card.figure).is_some(), "{}", card.id);
        assert!(!card.sources.is_empty() && card.sources.iter().all(|id| is_source(id)));
        assert!(screens.contains(&card.screen), "{}", card.id);
    }
    let ids: BTreeSet<&str> = CARDS.iter().map(|card| card.id).collect();
    assert_eq!(ids.len(), CARDS.len());
}

#[test]
fn every_question_has_one_right_answer_that_the_figures_bear_out() {
    assert!(QUESTIONS.len() >= 20);
    for question in QUESTIONS {
        assert!(
            (1..=question.options).contains(&question.right),
            "{}",
            question.id
        );
        assert!((question.proof)(&FIGURES), "{}", question.id);
        assert!(
            question.sources.iter().all(|id| is_source(id)),
            "{}",
            question.id
        );
    }
    let ids: BTreeSet<&str> = QUESTIONS.iter().map(|question| question.id).collect();
    assert_eq!(ids.len(), QUESTIONS.len());
    // no place is right more often than half of the time
    for place in 1..=3 {
        let often = QUESTIONS.iter().filter(|question| question.right == place);
        assert!(often.count() * 2 < QUESTIONS.len(), "{place}");
    }
}

#[test]
fn options_of_a_question_differ_and_its_answer_stands_below_it() {
    for name in ["learn.zh.html", "learn.en.html"] {
        let page = common::file(name);
        for question in QUESTIONS {
            let start = page
                .split(&format!("id=\"quiz-{}\"", question.id))
                .nth(1)
                .unwrap();
            let asked = start.split("</fieldset>").next().unwrap();
            let options: Vec<&str> = asked
                .split("type=\"radio\"")
                .skip(1)
                .map(|option| {
                    option
                        .split_once('>')
                        .unwrap()
                        .1
                        .split("</label>")
                        .next()
                        .unwrap()
                        .trim()
                })
                .collect();
            assert_eq!(options.len(), question.options, "{name} {}", question.id);
            let unlike: BTreeSet<&&str> = options.iter().collect();
            assert_eq!(unlike.len(), options.len(), "{name} {}", question.id);
            let right = options.get(question.right - 1).unwrap();
            assert!(
                asked.contains(&format!("<b>{right}</b>")),
                "{name} {}",
                question.id
            );
        }
    }
}

#[test]
fn terms_stand_in_the_order_of_each_language() {
    for name in ["glossary.zh.html", "glossary.en.html"] {
        let page = common::file(name);
        for term in TERMS {
            assert_eq!(
                page.matches(&format!("<dt id=\"{term}\">")).count(),
                1,
                "{name} {term}"
            );
        }
    }
    let at = |page: &str, term: &str| page.find(&format!("<dt id=\"{term}\">")).unwrap();
    let (zh, en) = (
        common::file("glossary.zh.html"),
        common::file("glossary.en.html"),
    );
    // 碳达峰 tandafeng before 碳中和 tanzhonghe; band before sink
    assert!(at(zh, "peak") < at(zh, "neutrality"));
    assert!(at(en, "band") < at(en, "sink"));
    assert!(TERMS.len() >= 25);
}
