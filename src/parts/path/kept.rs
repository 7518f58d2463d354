//! What is chosen on the screen of the path, as the browser keeps it between visits, beside the language: the
//! line that the nation takes, and who joins. It is no part of a household.
use leptos::prelude::*;
use tanlu_model::choice::Choice;
use tanlu_model::pathway::{CAMPAIGNS, Campaign, Pace, Reach};

use crate::browser::storage;
use crate::parts::path::lines;
use crate::state::{Keeping, State};

const KEY: &str = "tanlu.path";

/// Takes over what was kept, as long as nothing else is chosen.
pub fn take_over(state: State) {
    let fresh = (0, Campaign::default());
    if (state.line.get_untracked(), state.campaign.get_untracked()) == fresh {
        let kept = storage::load(KEY).ok().flatten();
        if let Some((line, campaign)) = kept.and_then(|kept| read(&kept)) {
            state.line.set(line);
            state.campaign.set(campaign);
        }
    }
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

/// Keeps what is chosen.
pub fn keep(state: State) {
    let now = write(state.line.get_untracked(), state.campaign.get_untracked());
    if storage::save(KEY, Some(&now)).is_err() {
        state.keeping.set(Keeping::Refused);
    }
}

/// The ids of the line and of what is chosen, the share that joins in percent, the year.
fn write(line: usize, campaign: Campaign) -> String {
    let line = lines().get(line).map_or("", |line| line.id());
    // at most 100
    let percent = (campaign.joining * 100.0).round() as u16;
    let (percent, from) = (percent.to_string(), campaign.from.to_string());
    let (reach, pace) = (campaign.reach.id(), campaign.pace.id());
    [line, reach, &*percent, &*from, pace].join(" ")
}

/// What [`write`] wrote, if all of it is known.
fn read(text: &str) -> Option<(usize, Campaign)> {
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
    Some((line, campaign))
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
                assert_eq!(read(&write(line, campaign)), Some((line, campaign)));
            }
        }
    }

    #[test]
    fn what_nobody_can_choose_is_not_taken_over() {
        let right = write(0, Campaign::default());
        assert!(read(&right).is_some());
        for (from, to) in [
            ("MODEL_OFFICIAL", "MODEL_BEST"),
            ("nation", "world"),
            (" 50 ", " 101 "),
            (" 50 ", " x "),
            ("2026", "2025"),
            (" middle", ""),
        ] {
            let wrong = right.replace(from, to);
            assert_ne!(wrong, right, "{from}");
            assert_eq!(read(&wrong), None, "{wrong}");
        }
        assert_eq!(read(""), None);
    }
}
