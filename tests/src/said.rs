//! What the screen of the path must say of the nation, from what the command line prints.

use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;
use tanlu_model::choice::Choice;
use tanlu_model::pathway::{Campaign, NationalPath, Reach};
use xtask::process::Tool;

use crate::figures::number;
use crate::page::Page;
use crate::words::{Words, decimals, digits, grouped};

/// Kilograms in a megatonne, megatonnes in a gigatonne.
const KG_PER_MT: f64 = 1e9;
const MT_PER_GT: f64 = 1e3;

/// A sentence and what it is about, as the page marks it.
pub type Said = (String, String);

/// What the command line prints of a plan in an answers file, a line and a campaign.
pub struct Printed {
    /// The household, the line, who joins.
    all: Value,
    /// The same line alone, with the history.
    alone: Value,
    campaign: Campaign,
}

/// What `tanlu path` prints.
fn printed(page: &Page<'_>, args: &[&str]) -> Result<Value> {
    let text = Tool::new(&page.options.tanlu)
        .args(["path", "--json"])
        .args(args)
        .output()?;
    serde_json::from_str(&text).context("what the command line prints")
}

impl Printed {
    /// Runs it.
    ///
    /// # Errors
    /// Its own words.
    pub fn of(
        page: &Page<'_>,
        file: &Path,
        line: NationalPath,
        campaign: Campaign,
    ) -> Result<Self> {
        let (joining, from) = (campaign.joining.to_string(), campaign.from.to_string());
        let line = ["--scenario", line.id()];
        let who = ["--adoption", &joining, "--reach", campaign.reach.id()];
        let when = ["--from", &from, "--pace", campaign.pace.id()];
        let file = file.display().to_string();
        Ok(Self {
            all: printed(page, &[&line[..], &who, &when, &[&file]].concat())?,
            alone: printed(page, &[&line[..], &["--national"]].concat())?,
            campaign,
        })
    }

    /// A number of the first of these lists that has the year.
    fn in_year(&self, list: &str, year: u16, key: &str) -> Result<f64> {
        let of = |all: &Value| {
            let rows = all.pointer(list).and_then(Value::as_array)?;
            let row = rows.iter().find(|row| row["year"] == year)?;
            row.get(key)?.as_f64()
        };
        let found = of(&self.all).or_else(|| of(&self.alone));
        found.with_context(|| format!("no {key} of {year} in {list}"))
    }

    /// A list of it.
    fn listed(&self, name: &str) -> Result<&Vec<Value>> {
        let list = self.all.get(name).and_then(Value::as_array);
        list.with_context(|| format!("no {name}"))
    }

    fn at(&self, path: &str) -> Result<f64> {
        number(&self.all, path)
    }

    /// Mt of each year of the line.
    ///
    /// # Errors
    /// When none is printed.
    pub fn line(&self) -> Result<Vec<(u16, f64)>> {
        let years = self.listed("national")?;
        let year = |row: &Value| {
            let year = u16::try_from(row["year"].as_u64()?).ok()?;
            Some((year, row["mt"].as_f64()?))
        };
        years
            .iter()
            .map(|row| year(row).context("a year"))
            .collect()
    }

    /// A row of the nation's table.
    ///
    /// # Errors
    /// When the words are missing.
    pub fn row(&self, words: &Words, year: u16) -> Result<Vec<String>> {
        let whole = |key: &str| {
            let mt = self.in_year("/national", year, key);
            mt.map_or(String::new(), |mt| grouped(mt.round()))
        };
        let saved = |key: &str| self.in_year("/saved/years", year, key);
        let range = |(low, high): (String, String)| {
            words.fill_at(PATH, "line_range", &[("low", &low), ("high", &high)])
        };
        let ends = |key: &str| self.in_year("/history/years", year, key);
        let history = match (ends("low"), ends("high")) {
            (Ok(low), Ok(high)) if low == high => grouped(low.round()),
            (Ok(low), Ok(high)) => range((grouped(low.round()), grouped(high.round())))?,
            _ => String::new(),
        };
        let band = match (saved("p05"), saved("p95")) {
            (Ok(low), Ok(high)) => range((digits(low, 3), digits(high, 3)))?,
            _ => String::new(),
        };
        let person = self.in_year("/national", year, "t_per_person");
        Ok(vec![
            year.to_string(),
            history,
            whole("mt"),
            whole("mt_with"),
            saved("mt").map_or(String::new(), |mt| digits(mt, 3)),
            band,
            whole("mt_net"),
            person.map_or(String::new(), |tonnes| decimals(tonnes, 1)),
        ])
    }

    /// The sentences about the plan and those who join in it.
    ///
    /// # Errors
    /// When a number or the words are missing.
    pub fn joined(&self, words: &Words, kind: &str) -> Result<Vec<Said>> {
        let campaign = &self.campaign;
        let mut said = vec![
            ("alone", self.by_oneself(words)?),
            ("joined", self.together(words, kind)?),
        ];
        if self.at("saved/cumulative/gt")? < 0.0 {
            said.push(("more", words.at(&["ui", "path", "said_more"])?.to_owned()));
        }
        said.push(("share", self.share(words)?));
        said.push(("sum", self.sum(words)?));
        said.push(("peak", self.peak(words)?));
        said.push((
            "already",
            words.at(&["ui", "path", "said_already"])?.to_owned(),
        ));
        let idle = self.listed("idle")?;
        if !idle.is_empty() {
            let names = idle.iter().filter_map(Value::as_str);
            let names: Result<Vec<&str>> = names.map(|id| words.action(id)).collect();
            let list = names?.join(words.ui("list_comma")?);
            said.push((
                "idle",
                words.fill_at(PATH, "said_idle", &[("list", &list)])?,
            ));
        }
        if campaign.reach != Reach::Nation {
            said.push((
                "province",
                words.at(&["ui", "path", "said_province"])?.to_owned(),
            ));
        }
        let said = said.into_iter();
        Ok(said
            .map(|(about, words)| (about.to_owned(), words))
            .collect())
    }

    fn by_oneself(&self, words: &Words) -> Result<String> {
        let own = self.in_year("/household", 2030, "mine")?;
        let all = self.in_year("/national", 2030, "mt")? * KG_PER_MT;
        let values = [
            ("year", "2030"),
            ("kg", &*grouped(own.round())),
            ("parts", &digits(own / all * 1e10, 2)),
        ];
        words.fill_at(PATH, "said_alone", &values)
    }

    fn together(&self, words: &Words, kind: &str) -> Result<String> {
        let campaign = &self.campaign;
        let who = match campaign.reach {
            Reach::LikeMine => words.fill_at(PATH, "reach_like_mine", &[("kind", kind)])?,
            Reach::Province => words.at(&["ui", "path", "reach_province"])?.to_owned(),
            Reach::Nation => words.at(&["ui", "path", "reach_nation"])?.to_owned(),
        };
        let counted = if words.chinese() { 1e4 } else { 1e6 };
        let values = [
            ("who", &*who),
            ("households", &digits(self.at("households")? / counted, 3)),
            ("percent", &percent(campaign.joining)),
            ("from", &campaign.from.to_string()),
            (
                "early",
                &mass(words, self.in_year("/saved/years", 2030, "mt")?)?,
            ),
            (
                "late",
                &mass(words, self.in_year("/saved/years", 2060, "mt")?)?,
            ),
        ];
        words.fill_at(PATH, "said_joined", &values)
    }

    fn share(&self, words: &Words) -> Result<String> {
        let all = self.in_year("/national", 2030, "mt")?;
        let of = |key: &str| -> Result<String> {
            let mt = self.in_year("/saved/years", 2030, key)?;
            Ok([&*digits(100.0 * mt / all, 2), "%"].concat())
        };
        let values = [
            ("year", "2030"),
            ("percent", &*of("mt")?),
            ("low", &of("p05")?),
            ("high", &of("p95")?),
        ];
        words.fill_at(PATH, "said_share", &values)
    }

    fn sum(&self, words: &Words) -> Result<String> {
        let gt = |path: &str| mass(words, self.at(path)? * MT_PER_GT);
        let values = [
            ("sum", &*gt("saved/cumulative/gt")?),
            ("low", &gt("saved/cumulative/p05")?),
            ("high", &gt("saved/cumulative/p95")?),
            ("all", &gt("cumulative_gt")?),
        ];
        words.fill_at(PATH, "said_sum", &values)
    }

    fn peak(&self, words: &Words) -> Result<String> {
        let (year, then) = (self.at("peak/year")?, self.at("peak_with/year")?);
        let (before, after) = (self.at("peak/mt")?, self.at("peak_with/mt")?);
        let key = if year == then {
            "said_peak_same"
        } else {
            "said_peak_moved"
        };
        let values = [
            ("year", &*year.to_string()),
            ("then", &then.to_string()),
            ("lower", &mass(words, before - after)?),
            ("before", &height(words, before)?),
            ("after", &height(words, after)?),
        ];
        words.fill_at(PATH, key, &values)
    }

    /// The sentences about the nation alone.
    ///
    /// # Errors
    /// When a number or the words are missing.
    pub fn of_the_nation(&self, words: &Words) -> Result<Vec<Said>> {
        let highest = self
            .alone
            .pointer("/history/highest")
            .context("no highest")?;
        anyhow::ensure!(
            highest["confirmed"] == false,
            "the peak is confirmed: {highest}"
        );
        let values = [
            ("year", &*number(highest, "year")?.to_string()),
            ("mt", &height(words, number(highest, "mt")?)?),
        ];
        let not_confirmed = words.fill_at(PATH, "said_not_confirmed", &values)?;
        let budget = self.all.pointer("/budgets/0").context("no budget")?;
        let values = [
            ("all", &*mass(words, self.at("cumulative_gt")? * MT_PER_GT)?),
            ("warming", &decimals(number(budget, "warming")?, 3)),
            (
                "share",
                &mass(words, number(budget, "equal_share_gt")? * MT_PER_GT)?,
            ),
            ("used", &number(budget, "used_up")?.to_string()),
        ];
        let budget = words.fill_at(PATH, "said_budget", &values)?;
        let said = [
            ("not_confirmed", not_confirmed),
            ("zero", self.zero(words)?),
            ("budget", budget),
        ];
        Ok(said
            .map(|(about, words)| (about.to_owned(), words))
            .to_vec())
    }

    fn zero(&self, words: &Words) -> Result<String> {
        let year = |key: &str| Some(self.all.get(key)?.as_u64()?.to_string());
        let (before, after) = (year("net_zero"), year("net_zero_with"));
        let key = match &before {
            None => "said_zero_never",
            Some(_) if after != before => "said_zero_with",
            Some(_) => "said_zero",
        };
        let values = [
            ("sink", &*mass(words, self.at("sink/mt")?)?),
            ("year", &before.unwrap_or_default()),
            ("then", &after.unwrap_or_default()),
        ];
        words.fill_at(PATH, key, &values)
    }

    /// What each action takes away in 2030, the most first.
    ///
    /// # Errors
    /// When a number or the words are missing.
    pub fn by_action(&self, words: &Words) -> Result<Vec<Said>> {
        let years = self.all.pointer("/saved/years").and_then(Value::as_array);
        let mut years = years.into_iter().flatten();
        let year = years.find(|row| row["year"] == 2030);
        let actions = year.and_then(|year| year["actions"].as_object());
        let mut actions: Vec<_> = actions.context("no actions")?.iter().collect();
        let mt = |of: &Value| number(of, "mt").unwrap_or_default();
        actions.sort_by(|one, other| mt(other.1).total_cmp(&mt(one.1)));
        let said = actions.into_iter().map(|(id, of)| {
            let values = [
                ("action", words.action(id)?),
                ("mt", &mass(words, mt(of))?),
                ("joined", &percent(number(of, "joined")?)),
                ("assumed", &percent(number(of, "assumed")?)),
            ];
            Ok((id.clone(), words.fill_at(PATH, "wedge_line", &values)?))
        });
        said.collect()
    }
}

/// The section of the screen's words.
pub const PATH: &str = "path";

fn percent(share: f64) -> String {
    [&*grouped((100.0 * share).round()), "%"].concat()
}

/// An amount of Mt in the unit that suits it.
fn mass(words: &Words, mt: f64) -> Result<String> {
    let [largest, middle, smallest] = if words.chinese() {
        [0.01, 100.0, 1e6]
    } else {
        [1e-3, 1.0, 1e6]
    };
    let (unit, per_mt) = if mt.abs() * largest >= 1.0 {
        ("mass_gt", largest)
    } else if mt.abs() * middle >= 0.1 || mt == 0.0 {
        ("mass_mt", middle)
    } else {
        ("mass_t", smallest)
    };
    words.fill_at(PATH, unit, &[("value", &digits(mt * per_mt, 3))])
}

/// The height of a peak, in the largest unit.
fn height(words: &Words, mt: f64) -> Result<String> {
    let per_mt = if words.chinese() { 0.01 } else { 1e-3 };
    words.fill_at(PATH, "mass_gt", &[("value", &decimals(mt * per_mt, 3))])
}
