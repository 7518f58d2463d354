//! The written pages: whole, sound, and the same in both languages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use common::{attributes, file, files, pages, root, tags};
use tanlu_model::file::read;
use tanlu_model::priors::{Draw, Users, prior};
use tanlu_model::rows::{
    ACTION_FACTS, ADOPTION, EFFORT_LEVELS, Listed, PUBLISHED_PATHS, PUBLISHED_TOTALS, RowId,
    SourceId,
};
use tanlu_model::{Answer, Domain, Factors, Household, LineId, MODEL_VERSION, QuestionId};
use tanlu_site::File;
use tanlu_site::frame::Page;
use tanlu_site::lang::Lang;
use tanlu_site::show::exact;
use tanlu_site::words::Words;

/// The ids of every file.
static IDS: LazyLock<BTreeMap<&str, BTreeSet<&str>>> = LazyLock::new(|| {
    let named = |file: &'static File| (file.name.as_str(), ids(&file.text).into_iter().collect());
    files().iter().map(named).collect()
});

fn ids(page: &str) -> Vec<&str> {
    attributes(page, "id").collect()
}

/// Points of one path may be known less well than others: each has its own status.
#[test]
fn every_published_point_has_its_own_status() {
    for lang in Lang::ALL {
        let page = file(&Page::Nation.file(lang));
        for path in &PUBLISHED_PATHS {
            let row = page.split(&format!("<code>{}</code>", path.id)).nth(1);
            let row = row.unwrap().split("</tr>").next().unwrap();
            let shown = row.split("class=\"status ").skip(1);
            let shown: Vec<&str> = shown.filter_map(|tag| tag.split('"').next()).collect();
            let own: Vec<&str> = path.points.iter().map(|it| it.status.name()).collect();
            assert_eq!(shown, own, "{}", path.id);
        }
    }
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
fn every_change_stands_with_its_costs_and_note_and_every_level_of_effort_with_its_criteria() {
    let shown = |amount: f64| tanlu_site::show::exact(amount);
    for words in Words::both(root()).unwrap() {
        let page = file(&Page::Methods.file(words.lang));
        let holds = |part: &str, text: &str| {
            let first = text.split(['&', '\'', '"']).next().unwrap();
            part.contains(first)
        };
        for facts in &ACTION_FACTS {
            let at = page.find(&format!("id=\"action-{}\"", facts.id)).unwrap();
            let row = &page[at..];
            let row = &row[..row.find("</tr>").unwrap()];
            for end in [facts.upfront.high, facts.life.high, facts.running.high] {
                assert!(row.contains(&shown(end)), "{} {end}", facts.id);
            }
            assert!(holds(row, words.of("cost_note", facts.id)), "{}", facts.id);
        }
        for level in &EFFORT_LEVELS {
            let criteria = words.of("criteria", &level.effort.to_string());
            assert!(holds(page, criteria), "{criteria}");
        }
    }
    assert_eq!(file("effort.csv").lines().count(), 1 + EFFORT_LEVELS.len());
    assert_eq!(file("actions.csv").lines().count(), 1 + ACTION_FACTS.len());
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
        // the glossary has a section, a heading and a way to it for each letter that terms begin with
        let of_letters = |text| {
            4 * ids(text)
                .iter()
                .filter(|id| id.starts_with("letter-"))
                .count()
        };
        let [zh, en] = Lang::ALL.map(|lang| {
            let text = file(&page.file(lang));
            tags(text).count() - of_letters(text)
        });
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
fn years_have_no_separator() {
    for lang in Lang::ALL {
        let page = file(&Page::Nation.file(lang));
        let (_, table) = page.split_once("id=\"table-adoption\"").unwrap();
        let (table, _) = table.split_once("</table>").unwrap();
        for row in &ADOPTION {
            let (_, cells) = table
                .split_once(&format!("id=\"adoption-{}\"", row.id))
                .unwrap();
            let (cells, _) = cells.split_once("</tr>").unwrap();
            let middle = row.middle;
            assert!(cells.contains(&format!(">{}<", middle.value)), "{}", row.id);
            if middle.low < middle.high {
                let range = format!(">{}–{}<", middle.low, middle.high);
                assert!(cells.contains(&range), "{}", row.id);
            }
        }
    }
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
    let (all, listed) = (RowId::all().count(), Listed::all().count());
    assert_eq!(rows.len(), all + listed);
    for (row, id) in rows.iter().zip(RowId::all()) {
        assert_eq!((row.len(), row[0].as_str()), (columns, id.id()));
        assert_eq!(row[4].parse::<f64>().unwrap(), id.value());
    }
    for (row, listed) in rows[all..].iter().zip(Listed::all()) {
        assert_eq!((row.len(), row[0].as_str()), (columns, listed.id));
        assert!(!row[2].is_empty() && !row[3].is_empty(), "{}", listed.id);
        if listed.table == "regions" {
            assert!(row[4].contains("CN-grid-"), "{}", row[4]);
            continue;
        }
        let number = |at: usize| row[at].parse::<f64>().ok();
        assert_eq!(number(4), listed.value, "{}", listed.id);
        let ends = number(6).zip(number(7));
        assert_eq!(ends, listed.range, "{}", listed.id);
        assert!(listed.value.is_some() || ends.is_some() || listed.table == "effort");
    }
}

/// Tables of names alone, of which nothing is a value: of scenarios and published paths, the values stand in
/// `national_co2` and `published_points`.
const OF_NAMES: [&str; 4] = ["families", "published_paths", "scenarios", "sources"];

/// The headings of a table, and its records.
fn records(table: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let text = fs::read_to_string(table).unwrap();
    let mut lines = text.lines().map(common::fields);
    let headings = lines.next().unwrap();
    let all = lines.filter(|fields| fields.len() > 1);
    (headings, all.collect())
}

/// Every value of every table stands in the ledger under its id, and every id there once. A table whose
/// records are not in it, or not all of them, fails here: a new table cannot be forgotten.
#[test]
fn the_ledger_has_every_record_of_every_table() {
    let rows = RowId::all().map(|row| (row.row().table, row.id()));
    let listed = Listed::all().map(|listed| (listed.table, listed.id));
    let all: Vec<(&str, &str)> = rows.chain(listed).collect();
    for lang in Lang::ALL {
        let page = file(&Page::Methods.file(lang));
        let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
        for row in page.split("<tr id=\"row-").skip(1) {
            *shown.entry(row.split('"').next().unwrap()).or_default() += 1;
        }
        for (_, id) in &all {
            assert_eq!(shown.get(id), Some(&1), "{id}");
        }
    }
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/data");
    let mut tables = BTreeSet::new();
    for entry in fs::read_dir(&data).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "csv") {
            continue;
        }
        let table = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (headings, records) = records(&path);
        let in_ledger = all.iter().filter(|(of, _)| *of == table).count();
        // a value has a column of its own, or one for each of its ends
        let ranged = headings.iter().filter(|name| name.ends_with("_low"));
        let own = headings
            .iter()
            .any(|name| name == "value" || name == "upfront_up_to");
        if OF_NAMES.contains(&table.as_str()) {
            assert!(!own && ranged.count() == 0, "{table} has values");
            continue;
        }
        let expected = match table.as_str() {
            // what is nobody's to keep has no life; the share at the start has no ends
            "adoption" => {
                let life = headings
                    .iter()
                    .position(|name| name == "life_high")
                    .unwrap();
                let kept = records.iter().filter(|fields| fields[life] != "0").count();
                6 * records.len() + kept
            }
            // effort has no ends
            "actions" => 4 * records.len(),
            "gas_classes" => 3 * records.len(),
            _ => records.len(),
        };
        assert!(in_ledger > 0, "{table} is not in the ledger");
        assert_eq!(in_ledger, expected, "{table}");
        tables.insert(table);
    }
    let known: BTreeSet<String> = all.iter().map(|(table, _)| (*table).to_owned()).collect();
    assert_eq!(known, tables);
}

/// What results rest on is found by the part of life that it serves.
#[test]
fn values_that_are_no_rows_are_found_by_what_they_serve() {
    let page = file(&Page::Methods.file(Lang::En));
    for (id, served) in [
        ("prov_hdd18_CN-BJ", "home"),
        ("prov_metro_trips_pc_CN-BJ", "travel"),
        ("prov_consumption_pc_CN-SC", "food"),
        ("sh_heating_district_CN-North-urban_2024", "home"),
        ("sh_takeaway_user_yes_CN_2023", "food"),
        ("sh_car_kind_bev_CN_2025", "travel"),
        ("gas_classes_electricity_co2_co2", "home"),
        ("grid_intensity_future_2030", "later_years"),
        ("adoption_setpoint_able", "nation"),
        ("population_CN_2060", "nation"),
    ] {
        let row = page.split(&format!("<tr id=\"row-{id}\"")).nth(1);
        let row = row.unwrap_or_else(|| panic!("{id}"));
        let domains = row.split("data-domains=\"").nth(1).unwrap();
        let domains = domains.split('"').next().unwrap();
        let mut all = domains.split(' ');
        assert!(all.any(|domain| domain == served), "{id}: {domains}");
    }
}

/// The cells of a household's row in a table of the benchmarks, without their tags and the grouping
/// of thousands.
fn cells(page: &str, table: &str, persona: &str) -> Vec<String> {
    let table = page
        .split(&format!("<table id=\"{table}\">"))
        .nth(1)
        .unwrap();
    let table = table.split("</table>").next().unwrap();
    let row = table
        .split(&format!("<a href=\"#{persona}\">"))
        .nth(1)
        .unwrap();
    let row = row.split("</tr>").next().unwrap();
    let plain = |cell: &str| {
        let parts = cell.split('<').skip(1);
        let parts = parts.filter_map(|part| part.split_once('>'));
        let text: Vec<&str> = parts.map(|(_, text)| text).collect();
        text.join(" ").trim().replace(',', "")
    };
    row.split("<td")
        .skip(1)
        .map(|cell| plain(&format!("<td{cell}")))
        .collect()
}

/// The rows of a reviewed table, each as its household and numbers.
fn reviewed(table: &'static str) -> impl Iterator<Item = (&'static str, Vec<f64>)> {
    table.lines().skip(1).map(|line| {
        let (name, rest) = line.split_once(',').unwrap();
        let numbers = rest.split(',').map_while(|number| number.parse().ok());
        (name, numbers.collect())
    })
}

#[test]
fn the_benchmarks_are_the_reviewed_results() {
    let totals = include_str!("../../model/tests/personas/totals.csv");
    let bands = include_str!("../../model/tests/personas/bands.csv");
    for lang in Lang::ALL {
        let page = file(&Page::Benchmarks.file(lang));
        for ((name, point), (other, band)) in reviewed(totals).zip(reviewed(bands)) {
            assert_eq!(name, other);
            let shown = cells(page, "table-results", name);
            let [low, median, high] = band[..3] else {
                panic!("{name}: {band:?}")
            };
            let expected = [
                format!("{:.0}", point[1]),
                format!("{median:.0}"),
                format!("{low:.0}–{high:.0}"),
                format!("{:.0}", point[0]),
            ];
            assert_eq!(shown[1..5], expected, "{name}");
            let shown = cells(page, "table-domains", name);
            assert_eq!(shown.len(), Domain::ALL.len());
            for (cell, kg) in shown.iter().zip(&point[2..]) {
                let first = cell.split_whitespace().next().unwrap();
                assert_eq!(first, format!("{kg:.0}"), "{name}: {cell}");
            }
        }
        let answers = |file: &&File| file.name.starts_with("persona-");
        assert_eq!(
            files().iter().filter(answers).count(),
            reviewed(totals).count()
        );
    }
}

#[test]
fn a_domain_stands_beside_its_band() {
    let page = file(&Page::Benchmarks.file(Lang::En));
    for cell in cells(page, "table-domains", "nothing_known") {
        let numbers: Vec<f64> = cell
            .split(|sign: char| !sign.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let [_, median, low, high] = numbers[..] else {
            panic!("{cell}")
        };
        assert!(low <= median && median <= high, "{cell}");
    }
}

/// Each question stands with its answer: what the persona's file has, else the default, marked so.
fn assert_answered(shown: &str, name: &str, asked: &str) {
    let path = root().join(format!("model/personas/{name}.json"));
    let answers = read(&fs::read_to_string(path).unwrap()).unwrap().answers;
    let home = Household::resolve(&answers, &Factors::central());
    let mut defaults = 0;
    for question in asked.split(' ').filter_map(QuestionId::from_id) {
        let known = answers.known(question).cloned();
        defaults += usize::from(known.is_none());
        if let Answer::Number { value, .. } = known.unwrap_or_else(|| home.answer(question)) {
            let said = exact((value * 1e3).round() / 1e3).replace(',', "");
            assert!(shown.contains(&said), "{name}: {said}: {shown}");
        }
    }
    assert_eq!(
        shown.matches("(default)").count(),
        defaults,
        "{name}: {shown}"
    );
}

#[test]
fn how_bands_narrow_is_the_reviewed_table() {
    let table = include_str!("../../model/tests/narrowing.csv");
    let page = file(&Page::Benchmarks.file(Lang::En));
    for line in table.lines().skip(1) {
        let [name, _, until, floor, asked] = line.split(',').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let shown = cells(page, "table-narrowing", name);
        let said = if until == "never" {
            "not within 40"
        } else {
            until
        };
        assert_eq!(shown[..2], [said.to_owned(), floor.to_owned()], "{name}");
        let more = shown[2].contains("and further questions");
        assert_eq!(more, until == "never", "{name}: {}", shown[2]);
        assert_answered(&shown[2], name, asked);
    }
}

#[test]
fn every_published_total_has_its_ratio_reason_and_source() {
    let reviewed = include_str!("../../model/tests/reconciliation.csv");
    for lang in Lang::ALL {
        let page = file(&Page::Benchmarks.file(lang));
        for (total, line) in PUBLISHED_TOTALS.iter().zip(reviewed.lines().skip(1)) {
            let row = page
                .split(&format!("<tr id=\"{}\"", total.id))
                .nth(1)
                .unwrap();
            let row = row.split("</tr>").next().unwrap();
            let ratio: f64 = line.rsplit(',').next().unwrap().parse().unwrap();
            let shown = row.split("<b>").nth(1).unwrap().split('<').next().unwrap();
            let shown: f64 = shown.parse().unwrap();
            assert!(
                (shown - ratio).abs() < 0.0056,
                "{}: {shown} and {ratio}",
                total.id
            );
            let why = lang.pick(total.why_zh, total.why_en).replace('"', "&quot;");
            let explained = if total.province.is_none() { row } else { page };
            assert!(explained.contains(&why), "{}", total.id);
            for source in total.sources {
                let link = format!("{}#source-{}", Page::Methods.file(lang), source.facts().id);
                assert!(row.contains(&link), "{}: {link}", total.id);
            }
            assert!(row.contains(&format!("class=\"status {}\"", total.status.name())));
        }
    }
}

/// The row of a table that has this id.
fn row_of<'a>(page: &'a str, id: &str) -> &'a str {
    let start = page.split(&format!("<tr id=\"{id}\"")).nth(1);
    start
        .unwrap_or_else(|| panic!("no row {id}"))
        .split("</tr>")
        .next()
        .unwrap()
}

#[test]
fn every_question_has_its_prior_with_links_to_its_rows() {
    for lang in Lang::ALL {
        let page = file(&Page::Methods.file(lang));
        for &question in QuestionId::ALL {
            let row = row_of(page, &format!("prior-{}", question.id()));
            let prior = prior(question);
            let elasticity = prior.need.map(|need| need.elasticity());
            for linked in prior.rows().into_iter().chain(elasticity) {
                let link = format!("href=\"#row-{}\"", linked.id());
                assert!(row.contains(&link), "{}: {link}", question.id());
            }
            let by_share = matches!(prior.draw, Draw::Options(_) | Draw::Cars)
                || matches!(
                    prior.draw,
                    Draw::Amount {
                        users: Users::Share(..),
                        ..
                    }
                );
            assert!(
                !by_share || row.contains("href=\"#share-"),
                "{}",
                question.id()
            );
        }
    }
}

#[test]
fn the_version_of_the_model_says_what_it_changed() {
    for lang in Lang::ALL {
        let page = file(&Page::Methods.file(lang));
        let entry = page
            .split(&format!("id=\"version-{MODEL_VERSION}\""))
            .nth(1);
        let entry = entry.unwrap().split("<h3").next().unwrap();
        assert!(entry.matches("<li>").count() > 3, "{}", lang.tag());
        let versions: Vec<&str> = attributes(page, "id")
            .filter(|id| id.starts_with("version-"))
            .collect();
        let numbers = [
            "version-2026.11.5",
            "version-2026.11.4",
            "version-2026.11.3",
            "version-2026.11.2",
            "version-2026.11",
        ];
        assert_eq!(versions, numbers);
    }
}

#[test]
fn a_row_that_moves_only_bands_says_so() {
    let page = file(&Page::Methods.file(Lang::En));
    assert!(row_of(page, "row-users_wine").contains("(bands only)"));
    assert!(!row_of(page, "row-rec_beef").contains("(bands only)"));
}
