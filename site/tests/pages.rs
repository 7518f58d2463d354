//! The written pages: whole, sound, and the same in both languages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use common::{attributes, file, files, pages, tags};
use tanlu_model::rows::{RowId, SourceId};
use tanlu_model::{Domain, LineId};
use tanlu_site::File;
use tanlu_site::frame::Page;
use tanlu_site::lang::Lang;

/// The ids of every file.
static IDS: LazyLock<BTreeMap<&str, BTreeSet<&str>>> = LazyLock::new(|| {
    let named = |file: &'static File| (file.name.as_str(), ids(&file.text).into_iter().collect());
    files().iter().map(named).collect()
});

fn ids(page: &str) -> Vec<&str> {
    attributes(page, "id").collect()
}

#[test]
fn every_row_source_and_line_has_its_place_in_both_languages() {
    for lang in Lang::ALL {
        let page = file(&Page::Methods.file(lang));
        let ids: BTreeSet<&str> = ids(page).into_iter().collect();
        for row in RowId::all() {
            assert!(
                ids.contains(format!("row-{}", row.id()).as_str()),
                "{}",
                row.id()
            );
        }
        for source in SourceId::all() {
            let id = source.facts().id;
            assert!(ids.contains(format!("source-{id}").as_str()), "{id}");
        }
        for line in LineId::ALL {
            assert!(
                ids.contains(format!("line-{}", line.id()).as_str()),
                "{}",
                line.id()
            );
        }
    }
}

#[test]
fn every_id_stands_once() {
    for (name, page) in pages() {
        let all = ids(page);
        let once: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), once.len(), "{name}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    for (name, page) in pages() {
        for address in attributes(page, "href") {
            if ["https://", "http://", "mailto:", "./?lang="]
                .iter()
                .any(|start| address.starts_with(start))
            {
                continue;
            }
            let (to, anchor) = address
                .split_once('#')
                .map_or((address, None), |(to, anchor)| (to, Some(anchor)));
            let target = if to.is_empty() { name } else { to };
            file(target);
            if let Some(anchor) = anchor {
                assert!(IDS[target].contains(anchor), "{name}: {address}");
            }
        }
        for address in attributes(page, "src") {
            file(address);
        }
    }
}

#[test]
fn the_strict_policy_has_nothing_to_refuse() {
    for (name, page) in pages() {
        for tag in tags(page) {
            let tag_name = tag.split(' ').next().unwrap();
            assert_ne!(tag_name, "style", "{name}");
            if tag_name == "script" {
                assert!(tag.contains(" src=\""), "{name}: {tag}");
            }
            for attribute in common::names(tag) {
                assert!(
                    attribute != "style" && !attribute.starts_with("on"),
                    "{name}: {tag}"
                );
            }
            if ["script", "link", "img"].contains(&tag_name) {
                assert!(!tag.contains("://"), "{name}: {tag}");
            }
        }
        assert_eq!(
            page.matches("<script").count(),
            page.matches("></script>").count(),
            "{name}"
        );
    }
}

#[test]
fn headings_tables_and_landmarks_are_in_order() {
    for (name, page) in pages() {
        let mut level = 0;
        for tag in tags(page) {
            if let Some(next) = ["h1", "h2", "h3", "h4"]
                .iter()
                .position(|known| *known == tag.split(' ').next().unwrap())
            {
                assert!(next <= level, "{name}: {tag} comes after h{level}");
                level = next + 1;
            }
        }
        let count = |what: &str| page.matches(what).count();
        assert_eq!(count("<h1"), 1, "{name}");
        assert_eq!(
            (count("<main"), count("<header"), count("<footer")),
            (1, 1, 1),
            "{name}"
        );
        assert_eq!(count("<table"), count("<caption"), "{name}");
        let captions = page
            .split("<caption")
            .skip(1)
            .filter_map(|caption| caption.split('>').nth(1));
        let different: BTreeSet<&str> = captions.collect();
        assert_eq!(
            different.len(),
            count("<caption"),
            "{name}: captions name their regions"
        );
        assert_eq!(count("<th ") + count("<th>"), count("<th scope="), "{name}");
        assert!(page.contains("class=\"skip\" href=\"#main\""), "{name}");
        assert!(
            page.contains("<meta name=\"description\" content=\""),
            "{name}"
        );
    }
}

#[test]
fn both_languages_have_every_page_and_each_names_the_other() {
    for page in Page::ALL {
        for lang in Lang::ALL {
            let text = file(&page.file(lang));
            assert!(text.contains(&format!("<html lang=\"{}\">", lang.tag())));
            let twin = page.file(lang.other());
            assert!(attributes(text, "href").any(|address| address == twin));
            for other in Page::ALL {
                assert!(attributes(text, "href").any(|address| address == other.file(lang)));
            }
        }
        let [zh, en] = Lang::ALL.map(|lang| tags(file(&page.file(lang))).count());
        // the same elements, whatever the words; sorted lists of them may differ in how many are alike
        assert!(
            zh.abs_diff(en) <= 2,
            "{}: {zh} and {en} elements",
            page.id()
        );
    }
}

#[test]
fn the_chinese_page_says_which_words_are_english() {
    let page = file("methods.zh.html");
    let note = RowId::all()
        .map(RowId::note)
        .find(|note| note.len() > 40)
        .unwrap();
    let escaped = note
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;");
    assert!(
        page.contains(&format!("lang=\"en\">{escaped}")),
        "{escaped}"
    );
}

#[test]
fn what_is_not_verified_is_marked() {
    let page = file("methods.en.html");
    for row in RowId::all().map(RowId::row) {
        let status = row.status.name();
        let start = page.find(&format!("id=\"row-{}\"", row.id)).unwrap();
        let entry = page[start..].split("</tr>").next().unwrap();
        assert!(
            entry.contains(&format!("data-status=\"{status}\"")),
            "{}",
            row.id
        );
        assert!(
            entry.contains(&format!("class=\"status {status}\"")),
            "{}",
            row.id
        );
    }
}

#[test]
fn the_credits_have_the_words_that_licences_ask_for() {
    for lang in Lang::ALL {
        let page = file(&Page::Methods.file(lang));
        let credits = page.split("id=\"credits\"").nth(1).unwrap();
        for words in [
            "CEDA by Watershed",
            "CC BY-SA 4.0",
            "Ember",
            "Open Government Licence v3.0",
        ] {
            assert!(credits.contains(words), "{words}");
        }
    }
}

#[test]
fn the_file_of_factors_has_every_row_whole() {
    let csv = file("factors.csv").strip_prefix('\u{feff}').unwrap();
    let mut lines = csv.lines();
    let columns = common::fields(lines.next().unwrap()).len();
    let rows: Vec<Vec<String>> = lines.map(common::fields).collect();
    assert_eq!(rows.len(), RowId::all().count());
    for (row, id) in rows.iter().zip(RowId::all()) {
        assert_eq!((row.len(), row[0].as_str()), (columns, id.id()));
        assert_eq!(row[4].parse::<f64>().unwrap(), id.value());
    }
}

#[test]
fn the_benchmarks_are_the_reviewed_results() {
    let reviewed = include_str!("../../model/tests/personas/totals.csv");
    for lang in Lang::ALL {
        let page = file(&Page::Benchmarks.file(lang));
        for line in reviewed.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let row = page
                .split(&format!("<a href=\"#{}\">", cells[0]))
                .nth(1)
                .unwrap();
            let row = row.split("</tr>").next().unwrap();
            let shown: Vec<String> = row
                .split("class=\"number\">")
                .skip(2)
                .map(|cell| {
                    cell.trim_start_matches("<b>")
                        .chars()
                        .take_while(|sign| *sign != '<')
                        .filter(|sign| *sign != ',')
                        .collect()
                })
                .collect();
            let expected: Vec<String> = cells
                .iter()
                .skip(1)
                .map(|kg| format!("{:.0}", kg.parse::<f64>().unwrap()))
                .collect();
            assert_eq!(shown, expected, "{}", cells[0]);
            assert_eq!(shown.len(), 2 + Domain::ALL.len());
        }
        assert_eq!(
            files()
                .iter()
                .filter(|file| file.name.starts_with("persona-"))
                .count(),
            reviewed.lines().count() - 1
        );
    }
}
