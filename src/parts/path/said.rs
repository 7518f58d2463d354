//! What one sees on the nation's chart, in sentences built from the numbers.
use tanlu_model::Household;
use tanlu_model::QuestionId;
use tanlu_model::actions::ActionId;
use tanlu_model::choice::Choice;
use tanlu_model::pathway::nation::{
    AHEAD, BEHIND, Peak, budgets, default_sink, equal_share_gt, measured, peak_of_history,
};
use tanlu_model::pathway::{
    Campaign, NationalLine, NationalPath, Reach, ScaleUp, Wedge, WedgeBands, Wedges,
};
use tanlu_model::rows::{CarbonBudget, DataSet};
use tanlu_model::uncertainty::Quantiles;

use crate::browser::intl::{Digits, number};
use crate::lang::Lang;
use crate::parts::path::mass::{MassUnit, mass, total_said};
use crate::parts::plan::choose::{action_name, named};
use crate::parts::show;
use crate::words::{ChangeMsg, Msg, PathMsg, fill, text};

/// The years that sentences name.
pub const EARLY: u16 = 2030;
pub const LATE: u16 = 2060;
/// Megatonnes in a gigatonne, kilograms in a megatonne, households in a million and in ten thousand.
const MT_PER_GT: f64 = 1000.0;
const KG_PER_MT: f64 = 1e9;
/// A change of less than this many Mt is none.
const NOTHING: f64 = 1e-6;
/// A change of a household's by less than half a kilogram or yuan is none.
pub const CHANGES: f64 = 0.5;
/// A change of the peak's height below this does not show in its digits, Mt.
const LEAST_HEIGHT: f64 = 1.0;

/// All that the nation's card shows.
#[derive(Clone, PartialEq)]
pub struct Now {
    /// The line that the nation takes.
    pub path: NationalPath,
    /// Its years.
    pub line: NationalLine,
    /// Who joins.
    pub campaign: Campaign,
    /// The household's plan, scaled up.
    pub scale: ScaleUp,
    /// What those who join take away.
    pub wedges: Wedges,
    /// The line with them.
    pub with: NationalLine,
}

impl Now {
    /// Everything for a line, a plan that is scaled up and a campaign.
    pub fn of(path: NationalPath, scale: ScaleUp, campaign: Campaign) -> Now {
        let line = path.line();
        let wedges = scale.under(&campaign);
        Now {
            with: wedges.off(&line),
            path,
            line,
            campaign,
            scale,
            wedges,
        }
    }

    /// Whether those who join add in some year.
    pub fn adds(&self) -> bool {
        let saving = self.wedges.saving();
        saving.years().any(|(_, mt)| mt <= -NOTHING)
    }

    /// When those who join begin the first and the last step of the plan.
    fn begins(&self) -> (u16, u16) {
        let from = self.campaign.from;
        self.scale.begins(from).unwrap_or((from, from))
    }

    /// Whether the plan does anything in any year.
    pub fn plans(&self) -> bool {
        !self.scale.parts(LATE).is_empty()
    }
}

/// A sentence, and what it is about.
pub type Sentence = (&'static str, String);

/// Gigatonnes in words.
fn gt(lang: Lang, gt: f64) -> String {
    mass(lang, gt * MT_PER_GT)
}

/// Words of an amount with the ends of its band, where that is known: bare numbers in the amount's own unit.
pub fn likely(lang: Lang, said: String, ends: Option<[String; 2]>) -> String {
    let Some([low, high]) = ends else { return said };
    let values = [("value", &*said), ("low", &low), ("high", &high)];
    fill(lang, PathMsg::SaidLikely, &values)
}

/// The ends of a band of amounts that may be told as their opposite: so much less, so much more.
pub fn ends(band: Quantiles, opposite: bool) -> [f64; 2] {
    match opposite {
        true => [-band.p95, -band.p05],
        false => [band.p05, band.p95],
    }
}

/// A change that is less than before, or below 0 more: its median and the ends of its band in brackets; as long as that is
/// not known, the central value alone. First by how much it is less.
pub fn changed(lang: Lang, central: f64, band: Option<Quantiles>) -> (f64, String, String) {
    let Some(band) = band else {
        return (central, show::kg(lang, central.abs()), String::new());
    };
    let p50 = band.p50.abs();
    let median = show::median(lang, Quantiles { p50, ..band });
    let range = in_brackets(lang, ends(band, band.p50 <= -CHANGES));
    (band.p50, median, range)
}

/// The ends of a band in brackets; nothing where it has no width.
pub fn in_brackets(lang: Lang, [low, high]: [f64; 2]) -> String {
    if low >= high {
        return String::new();
    }
    let [low, high] = [low, high].map(|end| show::end(lang, end));
    fill(lang, PathMsg::InBrackets, &[("low", &low), ("high", &high)])
}

/// What is saved in a year with its band, in a unit: so much less, or, below 0, so much more.
fn less(lang: Lang, unit: MassUnit, mt: f64, band: Option<Quantiles>) -> String {
    let nothing = |mt: f64| mt.abs() < NOTHING;
    if nothing(mt) && band.is_none_or(|band| nothing(band.p05) && nothing(band.p95)) {
        return text(lang, PathMsg::NoChange).to_owned();
    }
    if nothing(mt) {
        let hardly = text(lang, PathMsg::Hardly).to_owned();
        let ends = band.map(|band| [unit.number(lang, band.p05), unit.said(lang, band.p95)]);
        return likely(lang, hardly, ends);
    }
    let more = mt < 0.0;
    let msg = if more {
        PathMsg::MassMore
    } else {
        PathMsg::MassLess
    };
    let said = fill(lang, msg, &[("mt", &unit.said(lang, mt.abs()))]);
    let ends = band.map(|band| ends(band, more).map(|mt| unit.number(lang, mt)));
    likely(lang, said, ends)
}

/// A small share in percent, with two digits that count; a zero at the end is one of them.
fn small_percent(lang: Lang, share: f64) -> String {
    let digits = if share == 0.0 {
        Digits::Whole
    } else {
        Digits::TwoKept
    };
    [&*number(lang, digits, 100.0 * share), "%"].concat()
}

/// Whose households are asked.
pub fn reached(lang: Lang, reach: Reach, home: &Household) -> String {
    match reach {
        Reach::LikeMine => {
            // within a sentence, which Chinese writes alike
            let kind = show::option(lang, QuestionId::Settlement, home.settlement.id());
            let kind = kind.to_ascii_lowercase();
            fill(lang, PathMsg::ReachLikeMine, &[("kind", &kind)])
        }
        Reach::Province => text(lang, PathMsg::ReachProvince).to_owned(),
        Reach::Nation => text(lang, PathMsg::ReachNation).to_owned(),
    }
}

/// How many households or people, as the language counts them: in millions, or in ten thousands and hundred
/// millions.
pub fn many(lang: Lang, count: f64) -> String {
    let (unit, msg) = match lang {
        Lang::Zh if count >= 1e8 => (1e8, PathMsg::ManyLarge),
        Lang::Zh => (1e4, PathMsg::Many),
        Lang::En => (1e6, PathMsg::Many),
    };
    let value = number(lang, Digits::Three, count / unit);
    fill(lang, msg, &[("value", &value)])
}

/// The sentences about the plan and those who join in it; `alone` is the band of what the household alone
/// takes off the nation's, kg; `assumed` says that no answer tells whose households are asked.
pub fn joined(
    lang: Lang,
    now: &Now,
    home: &Household,
    assumed: &str,
    bands: Option<&WedgeBands>,
    alone: Option<Quantiles>,
) -> Vec<Sentence> {
    if !now.plans() {
        return vec![("none", text(lang, PathMsg::SaidNone).to_owned())];
    }
    let saving = now.wedges.saving();
    let mt = |year| saving.mt(year).unwrap_or_default();
    let line = |year| now.line.mt(year).unwrap_or_default();
    let own = now.scale.off_the_nation(EARLY);
    let parts = own / (line(EARLY) * KG_PER_MT) * 1e10;
    let year = EARLY.to_string();
    let hardly = own.abs() < CHANGES
        && alone.is_none_or(|band| band.p05.abs().max(band.p95.abs()) < CHANGES);
    let ends = alone.map(|band| ends(band, own < 0.0).map(|kg| show::end(lang, kg)));
    let kg = fill(
        lang,
        PathMsg::Kilograms,
        &[("kg", &show::kg(lang, own.abs()))],
    );
    let alone = [
        ("year", &*year),
        ("kg", &*likely(lang, kg, ends)),
        ("parts", &*number(lang, Digits::Two, parts.abs())),
    ];
    let either = |less, more, mt: f64| if mt < 0.0 { more } else { less };
    let of_own = either(PathMsg::SaidAlone, PathMsg::SaidAloneMore, own);
    let mut alone = ("alone", fill(lang, of_own, &alone));
    if let Some((first, _)) = now.scale.begins(0).filter(|(first, _)| *first > EARLY) {
        let values = [("year", &*year), ("first", &first.to_string())];
        alone.1 = fill(lang, PathMsg::SaidAloneLater, &values);
    } else if hardly {
        alone.1 = fill(lang, PathMsg::SaidAloneHardly, &[("year", &year)]);
    }
    if now.campaign.joining == 0.0 {
        let nobody = text(lang, PathMsg::SaidNobody).to_owned();
        return vec![("nobody", nobody), alone];
    }
    let campaign = &now.campaign;
    let who = reached(lang, campaign.reach, home);
    let count = many(lang, now.scale.households(campaign.reach));
    let band = |year| bands.and_then(|bands| bands.year(year));
    let of_years = [EARLY, LATE];
    // what is nothing on central values is said in the unit of its band
    let unit = if of_years.iter().all(|year| mt(*year).abs() < NOTHING) {
        let ends = of_years.into_iter().filter_map(band);
        MassUnit::of_all(lang, ends.flat_map(|band| [band.p05, band.p95]))
    } else {
        MassUnit::of_all(lang, of_years.map(mt))
    };
    let (first, last) = now.begins();
    let in_year = |year| {
        if year < first {
            return text(lang, PathMsg::NotBegun).to_owned();
        }
        less(lang, unit, mt(year), band(year))
    };
    let steps = if last > first {
        let values = [("last", &*last.to_string())];
        fill(lang, PathMsg::StepsLater, &values)
    } else if first > campaign.from {
        text(lang, PathMsg::StepsBegin).to_owned()
    } else {
        String::new()
    };
    let together = [
        ("who", &*who),
        ("assumed", assumed),
        ("households", &count),
        ("percent", &show::percent(lang, campaign.joining)),
        ("from", &first.to_string()),
        ("steps", &steps),
        ("early", &in_year(EARLY)),
        ("late", &in_year(LATE)),
    ];
    let raises = saving.cumulative_gt() * MT_PER_GT < -NOTHING;
    let mut said = vec![("joined", fill(lang, PathMsg::SaidJoined, &together))];
    if raises {
        // what saves here may be in the scenario already
        let words = either(PathMsg::SaidMoreTogether, PathMsg::SaidMore, own);
        said.push(("more", text(lang, words).to_owned()));
    }
    if let Some(bands) = bands {
        said.extend(with_bands(lang, now, bands));
    }
    said.extend(peak(lang, now, bands));
    let aside = now.scale.aside();
    if !aside.is_empty() {
        let moot = aside.iter().map(|aside| {
            let why = named(lang, &["why_not", aside.why.id()]);
            let action = action_name(lang, aside.action);
            fill(lang, PathMsg::MootOf, &[("action", action), ("why", why)])
        });
        let list = moot
            .collect::<Vec<String>>()
            .join(text(lang, Msg::ListComma));
        said.push(("moot", fill(lang, PathMsg::SaidMoot, &[("list", &list)])));
    }
    let lists = [
        ("already", PathMsg::SaidAlready, now.wedges.assumed()),
        ("idle", PathMsg::SaidIdle, now.wedges.idle()),
        ("outpaced", PathMsg::SaidOutpaced, now.wedges.outpaced()),
        ("uncounted", PathMsg::SaidUncounted, now.wedges.uncounted()),
    ];
    let lists = lists.into_iter().filter(|(.., list)| !list.is_empty());
    said.extend(lists.map(|(about, words, list)| {
        let names = list.iter().map(|action| action_name(lang, *action));
        let names: Vec<&str> = names.collect();
        let list = names.join(text(lang, Msg::ListComma));
        (about, fill(lang, words, &[("list", &list)]))
    }));
    if campaign.reach != Reach::Nation {
        said.push(("province", text(lang, PathMsg::SaidProvince).to_owned()));
    }
    // after all that is said of those who join
    said.push(alone);
    said
}

/// What is saved or added, as a share of all and as a sum, with its band.
fn with_bands(lang: Lang, now: &Now, bands: &WedgeBands) -> Vec<Sentence> {
    let saving = now.wedges.saving();
    let mut said = Vec::new();
    let begun = now.begins().0 <= EARLY;
    let of_year = (bands.year(EARLY), now.line.mt(EARLY), saving.mt(EARLY));
    // of nothing no share is said
    if let (Some(of), Some(all), Some(mt)) = of_year
        && begun
        && mt.abs() >= NOTHING
    {
        let more = mt <= -NOTHING;
        let [low, high] = ends(of, more).map(|mt| small_percent(lang, mt / all));
        let year = EARLY.to_string();
        let values = [
            ("year", &*year),
            ("percent", &*small_percent(lang, mt.abs() / all)),
            ("low", &*low),
            ("high", &*high),
        ];
        let words = if more {
            PathMsg::SaidShareMore
        } else {
            PathMsg::SaidShare
        };
        said.push(("share", fill(lang, words, &values)));
    }
    let mt = saving.cumulative_gt() * MT_PER_GT;
    let all = gt(lang, now.line.cumulative_gt());
    if mt.abs() < NOTHING {
        said.push(("sum", fill(lang, PathMsg::SaidSumHardly, &[("all", &all)])));
        return said;
    }
    let more = mt <= -NOTHING;
    let unit = MassUnit::of(lang, mt);
    let ends = ends(bands.cumulative_gt, more).map(|gt| unit.number(lang, gt * MT_PER_GT));
    let values = [
        ("sum", &*likely(lang, unit.said(lang, mt.abs()), Some(ends))),
        ("all", &all),
    ];
    let words = if more {
        PathMsg::SaidSumMore
    } else {
        PathMsg::SaidSum
    };
    said.push(("sum", fill(lang, words, &values)));
    said
}

/// The peak with and without; by how much it changes with its band, where that is known.
fn peak(lang: Lang, now: &Now, bands: Option<&WedgeBands>) -> Option<Sentence> {
    let (before, after) = (now.line.peak()?, now.with.peak()?);
    let (year, then) = (before.year.to_string(), after.year.to_string());
    let lower = before.mt - after.mt;
    if before.year == *AHEAD.start() {
        let falls = fill(lang, PathMsg::SaidPeakPast, &[("year", &year)]);
        return Some(("peak", falls));
    }
    if lower.abs() < LEAST_HEIGHT {
        return None;
    }
    let msg = if lower < 0.0 {
        PathMsg::SaidPeakRises
    } else if stays(now, before, after) {
        PathMsg::SaidPeakSame
    } else {
        PathMsg::SaidPeakMoved
    };
    let (of_height, digits) = MassUnit::of_height(lang);
    let unit = MassUnit::of(lang, lower);
    let band = bands.map(|bands| {
        let Quantiles { p05, p95, .. } = bands.peak_mt;
        // below 0 the height goes the other way than on central values
        let by = if lower < 0.0 {
            [p05, p95].map(|mt| mt - before.mt)
        } else {
            [p95, p05].map(|mt| before.mt - mt)
        };
        by.map(|mt| unit.number(lang, mt))
    });
    let by = likely(lang, unit.said(lang, lower.abs()), band);
    let height = |mt: f64| of_height.name(lang, &of_height.digits(lang, digits, mt.round()));
    let values = [
        ("year", &*year),
        ("then", &then),
        ("lower", &by),
        ("before", &height(before.mt)),
        ("after", &height(after.mt)),
    ];
    Some(("peak", fill(lang, msg, &values)))
}

/// Whether the peak stays in its year: a line that is flat on top has no single one.
fn stays(now: &Now, before: Peak, after: Peak) -> bool {
    let then = now.line.mt(after.year).unwrap_or_default();
    before.year == after.year || before.mt - then < LEAST_HEIGHT
}

/// The sentences about the nation alone: what has been, net zero, budgets.
pub fn of_the_nation(lang: Lang, now: &Now) -> Vec<Sentence> {
    let mut said = Vec::new();
    let known = BEHIND.filter_map(|year| Some((year, measured(DataSet::Gcb, year)?)));
    let known: Vec<(u16, f64)> = known.collect();
    if let Some((peak, false)) = peak_of_history(&known) {
        let values = [
            ("year", &*peak.year.to_string()),
            ("mt", &total_said(lang, peak.mt)),
        ];
        let words = fill(lang, PathMsg::SaidNotConfirmed, &values);
        said.push(("not_confirmed", words));
    }
    said.push(("zero", zero(lang, now)));
    let budgets: Vec<String> = budgets().map(|budget| held(lang, now, budget)).collect();
    let values = [
        ("all", &*gt(lang, now.line.cumulative_gt())),
        ("budgets", &budgets.join(text(lang, ChangeMsg::And))),
    ];
    said.push(("budget", fill(lang, PathMsg::SaidBudget, &values)));
    said
}

/// The nation's equal share of a budget, and when the line has used it up.
fn held(lang: Lang, now: &Now, budget: &CarbonBudget) -> String {
    let used = now.line.used_up(budget).map(|year| year.to_string());
    let msg = if used.is_some() {
        PathMsg::BudgetUsed
    } else {
        PathMsg::BudgetLasts
    };
    let values = [
        ("warming", &*show::typed(lang, budget.warming)),
        (
            "share",
            &gt(lang, equal_share_gt(budget).unwrap_or_default()),
        ),
        ("used", &used.unwrap_or_default()),
    ];
    fill(lang, msg, &values)
}

/// When sinks take up all.
fn zero(lang: Lang, now: &Now) -> String {
    let sink = default_sink();
    let (before, after) = (now.line.net_zero(sink), now.with.net_zero(sink));
    let said = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
    let msg = match (before, after) {
        (None, None) => PathMsg::SaidZeroNever,
        (None, Some(_)) => PathMsg::SaidZeroOnlyWith,
        (Some(before), Some(after)) if before != after => PathMsg::SaidZeroWith,
        (Some(_), _) => PathMsg::SaidZero,
    };
    let values = [
        ("sink", &*mass(lang, sink)),
        ("year", &said(before)),
        ("then", &said(after)),
    ];
    fill(lang, msg, &values)
}

/// What each action of the plan takes away or adds in a year, what takes away most first; nothing before
/// those who join begin.
pub fn by_action(lang: Lang, now: &Now, year: u16) -> Vec<(ActionId, String)> {
    if year < now.begins().0 {
        return Vec::new();
    }
    let mut wedges: Vec<Wedge> = Vec::new();
    for wedge in now.wedges.year(year) {
        let at = wedges.partition_point(|other| other.mt >= wedge.mt);
        wedges.insert(at, *wedge);
    }
    let unit = MassUnit::of_all(lang, wedges.iter().map(|wedge| wedge.mt));
    let said = wedges.into_iter().map(|wedge| {
        let values = [
            ("action", action_name(lang, wedge.action)),
            ("mt", &less(lang, unit, wedge.mt, None)),
            ("joined", &show::percent(lang, wedge.joined)),
            ("assumed", &show::percent(lang, wedge.assumed)),
        ];
        let words = if wedge.assumed > wedge.today {
            PathMsg::WedgeLine
        } else {
            PathMsg::WedgeToday
        };
        (wedge.action, fill(lang, words, &values))
    });
    said.collect()
}
