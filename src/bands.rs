//! What the draws say of a household: medians and bands.
use tanlu_model::uncertainty::{Draws, Paired, Quantiles};
use tanlu_model::{Answers, Domain, LineId};

include!(concat!(env!("OUT_DIR"), "/first_band.rs"));

/// Of which answers what the draws say is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    /// Of those before the last.
    Stale,
    /// The totals are of the present ones; lines and open questions of those before.
    Totals,
    /// All is of the present ones.
    Settled,
}

/// The totals of a household as the draws say them, kg CO2e a year.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Bands {
    /// Household consumption per member.
    pub per_person: Quantiles,
    /// Household consumption.
    pub household: Quantiles,
    /// The answerer's own part of it.
    pub mine: Quantiles,
    /// By domain, in the order of [`Domain::ALL`].
    pub domains: Vec<Quantiles>,
    /// By domain, per member.
    pub shared: Vec<Quantiles>,
    /// What the result before was, per member.
    pub before: Quantiles,
    /// By how much per member this is above it, draw by draw.
    pub change: Quantiles,
}

/// The bands of a household's lines, those that are not nothing.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Lines(Vec<(LineId, Quantiles)>);

impl Lines {
    /// Adds a line's band.
    pub fn add(&mut self, line: LineId, band: Quantiles) {
        self.0.push((line, band));
    }

    /// Each line with its band.
    pub fn iter(&self) -> impl Iterator<Item = (LineId, Quantiles)> {
        self.0.iter().copied()
    }

    /// The band of a line.
    pub fn of(&self, line: LineId) -> Quantiles {
        let known = self.iter().find(|(id, _)| *id == line);
        known.map(|(_, band)| band).unwrap_or_default()
    }
}

impl Bands {
    /// The totals of some draws, and how they compare with the band before.
    pub fn totals(draws: &Draws, [before, change]: [Quantiles; 2]) -> Bands {
        let domains = Domain::ALL.iter();
        Bands {
            per_person: Quantiles::of(draws.per_person()),
            household: Quantiles::of(draws.household()),
            mine: Quantiles::of(draws.mine()),
            domains: domains
                .clone()
                .map(|domain| Quantiles::of(draws.domain(*domain)))
                .collect(),
            shared: domains
                .map(|domain| Quantiles::of(draws.shared(draws.domain(*domain))))
                .collect(),
            before,
            change,
        }
    }

    /// What is known before anything is: the band of any household, which the build computed.
    pub fn first() -> Bands {
        let [p05, p50, p95] = FIRST_BAND;
        Bands {
            per_person: Quantiles { p05, p50, p95 },
            ..Bands::default()
        }
    }

    /// The quantiles of a domain.
    pub fn domain(&self, domain: Domain) -> Quantiles {
        let known = self.domains.get(domain as usize);
        known.copied().unwrap_or_default()
    }

    /// The quantiles of a domain per member.
    pub fn domain_per_person(&self, domain: Domain) -> Quantiles {
        let known = self.shared.get(domain as usize);
        known.copied().unwrap_or_default()
    }

    /// Half the band per member against the median: give or take so much.
    pub fn give_or_take(&self) -> f64 {
        self.per_person.give_or_take()
    }

    /// The width of the band per member against that of the band before.
    pub fn against_before(&self) -> f64 {
        self.per_person.width() / self.before.width()
    }

    /// How much of the first band's width, against the median, the answers have taken away, 0 to 1.
    pub fn narrowed(&self) -> f64 {
        let first = Bands::first().give_or_take();
        (1.0 - self.give_or_take() / first).clamp(0.0, 1.0)
    }
}

/// The totals of a household, to lay beside another's.
#[derive(Clone, PartialEq, Debug)]
pub struct Totals {
    /// Its answers.
    pub answers: Answers,
    /// Its bands.
    pub bands: Bands,
    /// Its result draw by draw.
    pub paired: Paired,
}

impl Totals {
    /// By how much per member this household is above another, draw by draw.
    pub fn above(&self, other: &Totals) -> Quantiles {
        self.paired.above(&other.paired)
    }
}
