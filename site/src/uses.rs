//! Which parts of life a row serves, found by trying: another value of it, and what then changes.

use std::collections::BTreeSet;
use tanlu_model::footprint::Origin;
use tanlu_model::rows::{Listed, ProvinceQuantity, RowId, Subject, id};
use tanlu_model::samples::varied_answers;
use tanlu_model::shares::tables;
use tanlu_model::year::{DEFAULT_SCENARIO, YEARS, YearIndex};
use tanlu_model::{Answers, Domain, Factors, Footprint, Household, QuestionId, footprint};

use crate::forms::Sample;
use crate::methods::priors;

/// What a row serves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Use {
    /// The parts of life whose lines it changes.
    pub domains: BTreeSet<Domain>,
    /// Whether it changes only years after the base year.
    pub later_years: bool,
    /// Whether it changes only how households are drawn, and so the bands.
    pub only_bands: bool,
    /// Whether it tells what a change of a household does, and so serves no household as it is.
    pub only_actions: bool,
    /// Whether it says only how many live where, and so what averages are of.
    pub only_averages: bool,
    /// Whether results are only laid beside it.
    pub only_compared: bool,
    /// Whether it serves only what is told of the nation: its past and its paths.
    pub only_nation: bool,
}

/// The use of every row, in the order of the rows.
pub fn uses(samples: &[Sample], factors: &Factors) -> Vec<Use> {
    let answers = varied_answers();
    let written: Vec<BTreeSet<Domain>> = written(samples);
    RowId::all()
        .map(|row| match written.get(row.index()) {
            Some(domains) if !domains.is_empty() => Use {
                domains: domains.clone(),
                ..Use::default()
            },
            _ => {
                let found = tried(row, &answers, samples, factors);
                if found.domains.is_empty() {
                    drawn(row)
                } else {
                    found
                }
            }
        })
        .collect()
}

/// The use of every value that is no row, in their order; given that of every row.
pub fn listed_uses(samples: &[Sample], factors: &Factors, rows: &[Use]) -> Vec<Use> {
    let quantities: Vec<Use> = ProvinceQuantity::ALL
        .iter()
        .map(|quantity| of_quantity(*quantity, samples, factors))
        .collect();
    let listed = Listed::all().map(|listed| match listed.subject {
        Subject::Province(quantity) => {
            let known = quantities.get(quantity as usize);
            known.cloned().unwrap_or_default()
        }
        // where it is cold, and what heats there
        Subject::Region => in_domains([Domain::Home]),
        Subject::Share(question, _) => {
            let draws = |of: &&QuestionId| {
                let mut groups = tables(**of).into_iter().flatten();
                groups.any(|group| group.question == question)
            };
            let drawn = QuestionId::ALL.iter().filter(draws);
            in_domains(drawn.map(|question| question.domain()))
        }
        Subject::Gas(class, _) => {
            let with_it = RowId::all().zip(rows);
            let with_it = with_it.filter(|(row, _)| row.gas() == Some(class));
            in_domains(with_it.flat_map(|(_, uses)| uses.domains.iter().copied()))
        }
        Subject::Grid | Subject::NationalCo2(_) => Use {
            later_years: true,
            ..Use::default()
        },
        Subject::PerPerson => Use {
            only_compared: true,
            ..Use::default()
        },
        Subject::Named(..) if listed.table == "published_totals" => Use {
            only_compared: true,
            ..Use::default()
        },
        Subject::Action(..) | Subject::Effort => Use {
            only_actions: true,
            ..Use::default()
        },
        Subject::History(_)
        | Subject::Point(_)
        | Subject::Budget
        | Subject::People
        | Subject::Named(..)
        | Subject::Adoption(..) => Use {
            only_nation: true,
            ..Use::default()
        },
    });
    listed.collect()
}

fn in_domains(domains: impl IntoIterator<Item = Domain>) -> Use {
    Use {
        domains: domains.into_iter().collect(),
        ..Use::default()
    }
}

/// A number of provinces: the parts of life that another one changes, in whatever household.
fn of_quantity(quantity: ProvinceQuantity, samples: &[Sample], factors: &Factors) -> Use {
    let other = factors.clone().with_statistic(quantity, 3.0);
    let answers = varied_answers();
    let pairs = answers.iter().zip(samples.iter().map(|(_, result)| result));
    let domains: BTreeSet<Domain> = pairs
        .flat_map(|(answers, before)| {
            let after = footprint(&Household::resolve(answers, &other), &other);
            different(before, &after)
        })
        .collect();
    Use {
        only_averages: domains.is_empty(),
        domains,
        ..Use::default()
    }
}

/// A row behind a prior: the parts of life of the questions that are drawn by it.
fn drawn(row: RowId) -> Use {
    let questions = QuestionId::ALL.iter();
    let by_it = questions.filter(|question| priors::rows(**question).contains(&row));
    let domains: BTreeSet<Domain> = by_it.map(|question| question.domain()).collect();
    // lays the model's dairy beside the published total
    let compared = row == id::MILK_OF_CHEESE;
    Use {
        only_bands: !domains.is_empty(),
        only_actions: domains.is_empty() && row.row().of_actions() && !compared,
        only_compared: compared,
        domains,
        ..Use::default()
    }
}

/// The parts of life in whose lines each row is written down.
fn written(samples: &[Sample]) -> Vec<BTreeSet<Domain>> {
    let mut domains = vec![BTreeSet::new(); RowId::all().count()];
    for line in samples.iter().flat_map(|(_, footprint)| &footprint.lines) {
        let operands = line
            .quantity
            .formula
            .iter()
            .filter_map(|operand| match operand.origin {
                Origin::Row(row) => Some(row),
                _ => None,
            });
        for row in operands.chain(line.parts.iter().map(|part| part.factor)) {
            if let Some(domains) = domains.get_mut(row.index()) {
                domains.insert(line.domain());
            }
        }
    }
    domains
}

/// A row behind a default or a unit: the parts of life that another value changes in the first
/// household that it changes at all.
fn tried(row: RowId, answers: &[Answers], samples: &[Sample], factors: &Factors) -> Use {
    let changed = Factors::central().with(row, 3.0 * row.value() + 1.0);
    let pairs = || answers.iter().zip(samples.iter().map(|(_, result)| result));
    for (answers, before) in pairs() {
        let after = footprint(&Household::resolve(answers, &changed), &changed);
        let domains = different(before, &after);
        if !domains.is_empty() {
            return Use {
                domains,
                ..Use::default()
            };
        }
    }
    let index = |factors| YearIndex::new(*YEARS.end(), DEFAULT_SCENARIO, factors);
    let (Some(then), Some(now)) = (index(&changed), index(factors)) else {
        return Use::default();
    };
    for (_, before) in pairs() {
        let lines = |index, factors| before.lines_in_year(index, factors);
        let (new, old) = (lines(&then, &changed), lines(&now, factors));
        let pairs = new
            .iter()
            .zip(&old)
            .filter(|(new, old)| new.kg != old.kg || new.kg_co2 != old.kg_co2);
        let domains: BTreeSet<Domain> = pairs.map(|(line, _)| line.domain()).collect();
        if !domains.is_empty() {
            return Use {
                domains,
                later_years: true,
                ..Use::default()
            };
        }
    }
    Use::default()
}

fn different(before: &Footprint, after: &Footprint) -> BTreeSet<Domain> {
    let all = Domain::ALL.iter().copied();
    all.filter(|domain| before.domain_kg(*domain) != after.domain_kg(*domain))
        .collect()
}
