//! `tanlu actions`: what actions save, alone and together, and the search for a plan.

use serde_json::{Map, Value as Json, json};
use tanlu_model::actions::cost::{Bills, Cost, Prices};
use tanlu_model::actions::{
    ActionId, Chosen, Effects, Finding, Joint, Money, Outcome, RestsOn, Target, Today, Trial,
    Unlock, WhyNot, contradicts, decided_by, effort, parts, rests_on, rests_on_in, unlocks,
    within_reach,
};
use tanlu_model::footprint::Gas;
use tanlu_model::plan::{OFFERED, Plan, Step};
use tanlu_model::rows::RowId;
use tanlu_model::uncertainty::{self, Draws, InBaseYear, World};
use tanlu_model::year::DEFAULT_SCENARIO;
use tanlu_model::{Answers, Factors, Household, MODEL_VERSION, QuestionId};

use crate::actions_table::in_a_table;
use crate::args::{Format, Options, Search};
use crate::estimate::read_file;
use crate::print::quantiles;

/// The household of a file, on central values and on the draws.
struct Case {
    today: Today,
    plan: Plan,
    factors: Factors,
    world: World,
    draws: Draws,
    bills: Bills,
    money: Money,
    /// The actions that do not apply, each with the questions whose answers decide that.
    decided: Vec<(ActionId, Vec<QuestionId>)>,
}

impl Case {
    fn of(answers: &Answers, plan: Plan, options: &Options) -> Case {
        let factors = Factors::central();
        let world = World::whole(options.seed, options.draws);
        let home = Household::resolve(answers, &factors);
        let prices = Prices::of(&plan.prices);
        Case {
            bills: Bills::of(prices.clone(), &home, &factors),
            today: Today::of(home, &factors),
            decided: decided_by(ActionId::ALL, answers, &factors),
            draws: uncertainty::draws(answers, &world, InBaseYear::of(Gas::Co2e)),
            money: Money::of(prices, &world),
            plan,
            factors,
            world,
        }
    }

    /// Why an action is none for this household: what it says itself goes first.
    fn why_not(&self, action: ActionId) -> Option<String> {
        if self.plan.already.contains(&action) {
            return Some(WhyNot::Already.id().to_owned());
        }
        if let Some(obstacle) = self.plan.cannot(action) {
            return Some(format!("cannot_{}", obstacle.id()));
        }
        let applies = action.applies_to(&self.today, &self.factors);
        applies.err().map(|why| why.id().to_owned())
    }

    fn tried(&self, trials: Vec<Trial>) -> Vec<Outcome> {
        let mut effects = Effects::new(trials);
        while effects.step(&self.draws, &self.world, Some(&self.money)) {}
        let savings = effects.finish().into_iter();
        savings.map(|savings| savings.told()).collect()
    }

    /// Yuan that bills are less a year, on central values.
    fn less(&self, set: &Joint) -> f64 {
        let changed = set.changed(self.today.home(), &self.factors);
        self.bills.less(&changed, &self.factors)
    }

    fn point(&self, set: &Joint) -> f64 {
        self.today.saving(set, &self.factors)
    }

    /// The chosen actions; one that was named and does not apply, even with the others, is refused. A file's
    /// plan may have such: its answers may have changed since.
    fn chosen(&self, with: &[Chosen]) -> Result<Joint, String> {
        if with.is_empty() {
            return Ok(self.plan.whole());
        }
        let set = Joint::of(with.iter().copied());
        only_what_applies(&set, self.today.home(), &self.factors)?;
        Ok(set)
    }

    fn action(&self, chosen: Chosen, trial: &Trial, outcome: Outcome) -> Json {
        let Chosen { action, strength } = chosen;
        let why_not = self.why_not(action);
        let set = Joint::of([chosen]);
        let home = self.today.home();
        let less = self.less(&set);
        let kg = self.point(&set);
        let (yuan, upfront) = trial.point(less, home, &self.factors);
        let cost = Cost::of(chosen, self.plan.cost(action), home, &self.factors);
        let decided = self.decided.iter().find(|(known, _)| *known == action);
        let questions = decided.iter().flat_map(|(_, questions)| questions);
        let questions: Vec<&str> = questions.map(|question| question.id()).collect();
        let applies = why_not.is_none();
        let if_it_applies = |value: f64| applies.then_some(value);
        let band = outcome.kg;
        json!({
            "id": action.id(),
            "stage": action.action().stage.id(),
            "domain": action.action().domain.id(),
            "strength": action.strength().map(|_| strength),
            "strength_unit": action.strength().map(|known| known.unit.id()),
            "applies": applies,
            "why_not": why_not,
            "decided_by": questions,
            "kg": if_it_applies(kg),
            "p05": if_it_applies(band.p05),
            "p50": if_it_applies(band.p50),
            "p95": if_it_applies(band.p95),
            "sure": if_it_applies(outcome.sure),
            "yuan_per_year": if_it_applies(yuan),
            "yuan": applies.then(|| quantiles(outcome.yuan)),
            "upfront_yuan": if_it_applies(upfront),
            "upfront": applies.then(|| quantiles(outcome.upfront)),
            "metered_kwh": applies.then(|| quantiles(outcome.kwh)),
            "per_tonne": outcome.per_tonne.filter(|_| applies).map(quantiles),
            "life_years": cost.map(|cost| cost.life.value),
            "effort": effort(&chosen),
            "rests_on": self.rests_on(chosen),
        })
    }

    /// The file's plan if this is its set, else this set from one year on.
    fn planned(&self, set: &Joint) -> Plan {
        let mut plan = self.plan.clone();
        if plan.whole() != *set {
            let from = *OFFERED.start();
            let steps = set.chosen().iter();
            plan.steps = steps.map(|&chosen| Step { chosen, from }).collect();
        }
        plan
    }

    /// The values that an action's effect rests on in this household, with what it saves at both ends of each; where
    /// it saves nothing here, in one where it does, without what it saves.
    fn rests_on(&self, chosen: Chosen) -> Json {
        let own = rests_on(chosen, self.today.home(), &self.factors);
        if own.is_empty() {
            let rows = rests_on_in(chosen, &[], &self.factors).into_iter();
            return rows.map(|row| row_json(row, None)).collect();
        }
        let own = own.iter();
        own.map(|rests| row_json(rests.row, Some(rests))).collect()
    }

    fn joint(&self, set: &Joint) -> Json {
        let plan = self.planned(set);
        let aside = plan.set_aside(self.today.home(), &self.factors);
        let trial = Trial::of_plan(&plan, &aside);
        let (yuan, upfront) = trial.point(self.less(set), self.today.home(), &self.factors);
        let outcome = self.tried(vec![trial]).pop();
        let parts: Map<String, Json> = parts(&self.today, set, &self.factors)
            .into_iter()
            .map(|part| (part.action.id().to_owned(), json!(part.kg)))
            .collect();
        let aside: Map<String, Json> = set
            .set_aside(self.today.home(), &self.factors)
            .into_iter()
            .map(|(action, why)| (action.id().to_owned(), json!(why.id())))
            .collect();
        let by: Map<String, Json> = aside
            .keys()
            .filter_map(|id| ActionId::from_id(id))
            .map(|action| {
                let others = set.in_place_of(action, self.today.home(), &self.factors);
                let others: Vec<&str> = others.into_iter().map(ActionId::id).collect();
                (action.id().to_owned(), json!(others))
            })
            .collect();
        let band = outcome.map(|outcome| outcome.kg).unwrap_or_default();
        json!({
            "sure": outcome.map(|outcome| outcome.sure), "kg": self.point(set), "p05": band.p05, "p50": band.p50, "p95": band.p95,
            "yuan_per_year": yuan, "yuan": outcome.map(|outcome| quantiles(outcome.yuan)),
            "upfront_yuan": upfront, "upfront": outcome.map(|outcome| quantiles(outcome.upfront)),
            "per_tonne": outcome.and_then(|outcome| outcome.per_tonne).map(quantiles),
            "parts": parts, "set_aside": aside, "set_aside_by": by,
        })
    }

    /// What would make possible what the household says that it cannot do, and what all of it would save beyond the
    /// plan, or beyond the actions of `--with`.
    fn unlocks(&self, set: &Joint) -> Json {
        let unlocks = unlocks(&self.planned(set));
        let trials = unlocks.iter().map(|unlock| unlock.trial.clone());
        let outcomes = self.tried(trials.collect());
        let one = |(unlock, outcome): (&Unlock, Outcome)| {
            let chosen = unlock.chosen.iter();
            let ids: Vec<&str> = chosen.map(|chosen| chosen.action.id()).collect();
            json!({ "obstacle": unlock.obstacle.id(), "actions": ids, "kg": quantiles(outcome.kg) })
        };
        unlocks.iter().zip(outcomes).map(one).collect()
    }

    /// The plan that is asked for, by a search over the joint model, with actions as strong as another plan has them.
    fn found(&self, search: &Search, strengths: &Plan) -> Json {
        let wanted = |action: &ActionId| {
            !self.plan.already.contains(action) && self.plan.cannot(*action).is_none()
        };
        let wanted = ActionId::ALL.iter().copied().filter(wanted);
        let choices = within_reach(wanted, self.today.home(), &self.factors);
        let choices: Vec<Chosen> = choices
            .into_iter()
            .map(|it| strengths.strength_of(it))
            .collect();
        let target = Target {
            kg: search.target,
            year: search.year,
            scenario: DEFAULT_SCENARIO,
        };
        let mut finding = Finding::new(choices, search.by, target, self.plan.clone());
        let mut judge = finding.judge(self.today.home(), &self.draws, &self.world);
        while finding.step(&mut judge) {}
        let Some(answer) = finding.answer() else {
            return Json::Null;
        };
        let chosen = answer.found.set.chosen();
        let ids: Vec<&str> = chosen.iter().map(|chosen| chosen.action.id()).collect();
        let sized = chosen.iter().filter(|it| it.action.strength().is_some());
        let strengths: Map<String, Json> = sized
            .map(|chosen| (chosen.action.id().to_owned(), json!(chosen.strength)))
            .collect();
        json!({
            "target": search.target, "year": search.year, "by": search.by.id(),
            "scenario": DEFAULT_SCENARIO.details().id,
            "reached": answer.reached, "probability": answer.probability,
            "per_person": answer.found.level, "gap": answer.gap,
            "price": answer.found.price, "actions": ids, "strengths": strengths,
            "joint": self.joint(&answer.found.set),
        })
    }
}

/// A value that an effect rests on.
fn row_json(id: RowId, rests: Option<&RestsOn>) -> Json {
    let row = id.row();
    let sources = row.sources.iter().map(|source| source.facts());
    let sources: Vec<Json> = sources
        .map(|source| json!({ "title": source.title_en, "url": source.url }))
        .collect();
    json!({
        "id": row.id, "name": row.name_en, "value": row.value, "unit": row.unit.symbol(),
        "low": row.low, "high": row.high, "status": row.status.name(), "sources": sources,
        "kg": rests.and_then(|rests| rests.kg), "part": rests.map(|rests| rests.part),
    })
}

/// Refuses a set of which an action does not apply, even with the others.
pub fn only_what_applies(set: &Joint, home: &Household, factors: &Factors) -> Result<(), String> {
    for (action, why) in set.set_aside(home, factors) {
        if why != WhyNot::SetAside {
            let id = action.id();
            return Err(format!("--with {id}: does not apply: {}", why.id()));
        }
    }
    Ok(())
}

/// Takes out of a plan what it says is done already and an answer denies: an answer may have changed since. Gives it
/// with the question of that answer.
fn denied(answers: &Answers, plan: &mut Plan) -> Vec<Json> {
    let factors = Factors::central();
    let mut denied = Vec::new();
    plan.already.retain(|action| {
        let question = contradicts(*action, answers, &factors);
        denied.extend(
            question.map(|question| json!({ "action": action.id(), "answer": question.id() })),
        );
        question.is_none()
    });
    denied
}

/// All actions of one file.
pub fn actions(options: &Options) -> Result<String, String> {
    let [path] = options.files.as_slice() else {
        return Err("actions: name one answers file".to_owned());
    };
    if options.names_year && options.search.is_none() {
        return Err(format!(
            "--year: --target must name what is to be reached then; what actions save is told for {}",
            tanlu_model::BASE_YEAR
        ));
    }
    let mut read = read_file(path)?;
    let denied = denied(&read.answers, &mut read.plan);
    let case = Case::of(&read.answers, read.plan, options);
    let set = case.chosen(&options.with)?;
    let all: Vec<Chosen> = ActionId::ALL
        .iter()
        .map(|action| {
            let mut chosen = set.chosen().iter();
            let chosen = chosen.find(|chosen| chosen.action == *action).copied();
            chosen.unwrap_or(Chosen::usual(*action))
        })
        .collect();
    let alone = |chosen: &Chosen| Trial::alone(*chosen, &case.plan);
    let trials: Vec<Trial> = all.iter().map(alone).collect();
    let outcomes = case.tried(trials.clone());
    let listed: Vec<Json> = all
        .iter()
        .zip(&trials)
        .zip(outcomes)
        .map(|((chosen, trial), outcome)| case.action(*chosen, trial, outcome))
        .collect();
    let found = options.search.as_ref();
    let found = found.map(|search| case.found(search, &case.planned(&set)));
    let all = json!({
        "model": MODEL_VERSION, "year": tanlu_model::BASE_YEAR, "gas": Gas::Co2e.id(),
        "seed": options.seed, "draws": options.draws, "members": case.today.home().members,
        "actions": listed, "unlocks": case.unlocks(&set), "joint": case.joint(&set), "found": found,
        "denied": denied,
    });
    Ok(match options.format {
        Format::Json => format!("{all:#}\n"),
        Format::Table | Format::Csv => in_a_table(&all),
    })
}
