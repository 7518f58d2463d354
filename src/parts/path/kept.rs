//! What is chosen on the screen of the path, as the browser keeps it between visits, beside the language: the
//! line that the nation takes, who joins, and the year of the policy levers. It is no part of a household.
use leptos::prelude::*;
use tanlu_model::choice::Choice;
use tanlu_model::pathway::{CAMPAIGNS, Campaign, Pace, Reach};

use crate::browser::storage;
use crate::parts::path::levers::YEARS;
use crate::parts::path::{LEVERS_YEAR, lines};
use crate::state::{Keeping, State};

const KEY: &str = "tanlu.path";

/// Takes over what was kept, as long as nothing else is chosen.
pub fn take_over(state: State) {
    if chosen(state) == (0, Campaign::default(), LEVERS_YEAR) {
        let kept = storage::load(KEY).ok().flatten();
        if let Some((line, campaign, year)) = kept.and_then(|kept| read(&kept)) {
            state.line.set(line);
            state.campaign.set(campaign);
            state.levers_year.set(year);
        }
    }
}

fn chosen(state: State) -> (usize, Campaign, u16) {
    let line = state.line.get_untracked();
    let year = state.levers_year.get_untracked();
    (line, state.campaign.get_untracked(), year)
}

/// Chooses who joins.
pub fn join(state: State, campaign: Campaign) {
    state.campaign.set(campaign);
    keep(state);
}

/// Chooses the line that the nation takes.
pub fn follow(state: State, line: usize) {
    state.line.set(line);
    keep(state);
}

/// Chooses the year of the policy levers.
pub fn look_at(state: State, year: u16) {
    state.levers_year.set(year);
    keep(state);
}

/// Keeps what is chosen.
pub fn keep(state: State) {
    let now = write(chosen(state));
    if storage::save(KEY, Some(&now)).is_err() {
        state.keeping.set(Keeping::Refused);
    }
}

/// The ids of the line and of what is chosen, the share that joins in percent, the years of the campaign and of the
/// levers.
fn write((line, campaign, year): (usize, Campaign, u16)) -> String {
    let line = lines().get(line).map_or("", |line| line.id());
    // at most 100
    let percent = (campaign.joining * 100.0).round() as u16;
    let [percent, from, year] = [percent, campaign.from, year].map(|number| number.to_string());
    let (reach, pace) = (campaign.reach.id(), campaign.pace.id());
    [line, reach, &*percent, &*from, pace, &*year].join(" ")
}

/// What [`write`] wrote, if all of it is known; earlier versions wrote no year of the levers.
fn read(text: &str) -> Option<(usize, Campaign, u16)> {
    let mut parts = text.split(' ');
    let line = parts.next()?;
    let line = lines().iter().position(|known| known.id() == line)?;
    let reach = Reach::from_id(parts.next()?)?;
    let mut number = || parts.next()?.parse::<u16>().ok();
    let percent = number().filter(|percent| *percent <= 100)?;
    let from = number().filter(|from| CAMPAIGNS.contains(from))?;
    let campaign = Campaign {
        reach,
        joining: f64::from(percent) / 100.0,
        from,
        pace: Pace::from_id(parts.next()?)?,
    };
    let year = match parts.next() {
        None => LEVERS_YEAR,
        Some(year) => year.parse().ok().filter(|year| YEARS.contains(year))?,
    };
    Some((line, campaign, year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_reads_back_as_it_was_written() {
        let chosen = Campaign {
            reach: Reach::LikeMine,
            joining: 0.37,
            from: 2031,
            pace: Pace::Fast,
        };
        for line in 0..lines().len() {
            for campaign in [chosen, Campaign::default()] {
                for year in YEARS {
                    let all = (line, campaign, year);
                    assert_eq!(read(&write(all)), Some(all));
                }
            }
        }
        let earlier = "MODEL_OFFICIAL nation 50 2026 middle";
        let default = (0, Campaign::default(), LEVERS_YEAR);
        assert_eq!(read(earlier), Some(default));
    }

    #[test]
    fn what_nobody_can_choose_is_not_taken_over() {
        let right = write((0, Campaign::default(), 2030));
        assert!(read(&right).is_some());
        for (from, to) in [
            ("MODEL_OFFICIAL", "MODEL_BEST"),
            ("nation", "world"),
            (" 50 ", " 101 "),
            (" 50 ", " x "),
            ("2026", "2025"),
            (" middle 2030", ""),
            (" 2030", " 2031"),
        ] {
            let wrong = right.replace(from, to);
            assert_ne!(wrong, right, "{from}");
            assert_eq!(read(&wrong), None, "{wrong}");
        }
        assert_eq!(read(""), None);
    }
}
