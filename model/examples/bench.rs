//! Native times of the model, for `cargo xtask bench`: a `name: figure` on each line.

use std::hint::black_box;
use std::time::Instant;

use tanlu_model::actions::cost::Prices;
use tanlu_model::actions::{ActionId, Chosen, Effects, Joint, Money, Today, Trial, parts};
use tanlu_model::footprint::Gas;
use tanlu_model::pathway::{Campaign, NationalPath, OwnBands, OwnPath, ScaleBands, ScaleUp};
use tanlu_model::plan::{Plan, Step};
use tanlu_model::uncertainty::{
    self, DRAWS, Drawn, Draws, InBaseYear, SEED, Sampling, World, next_questions,
};
use tanlu_model::year::{DEFAULT_SCENARIO, YEARS, YearIndex};
use tanlu_model::{Answer, Answers, Factors, Household, QuestionId, file, footprint};

const RUNS: u32 = 2_000;
/// How often the slower ones are measured; the median is printed.
const SLOW_RUNS: usize = 11;

fn main() -> Result<(), file::Refusal> {
    let answers = file::read(include_str!("../personas/shanghai_two_cars.json"))?.answers;
    let factors = Factors::central();
    let begun = Instant::now();
    for _ in 0..RUNS {
        let household = Household::resolve(black_box(&answers), black_box(&factors));
        black_box(footprint(&household, &factors));
    }
    let each = begun.elapsed().as_secs_f64() * 1e6 / f64::from(RUNS);
    println!("point estimate, answers to lines: {each:.1} us");
    median(&format!("world of {DRAWS} draws, once a visit"), || {
        World::whole(SEED, DRAWS)
    });
    let world = World::whole(SEED, DRAWS);
    let households = [
        ("nothing known", Answers::new()),
        ("two cars in Shanghai", answers.clone()),
    ];
    for (name, answers) in households {
        let draw = || uncertainty::draws(black_box(&answers), &world, InBaseYear::of(Gas::Co2e));
        median(&format!("{DRAWS} draws, {name}"), draw);
        let (draws, home) = (draw(), Household::resolve(&answers, &factors));
        median(&format!("next questions, {name}"), || {
            next_questions(black_box(&answers), &home, &draws)
        });
    }
    // the same household after one more answer, and back: what the answer does not reach is kept
    for (name, question) in [
        ("windows", QuestionId::Windows),
        ("the floor area", QuestionId::FloorArea),
        ("beef", QuestionId::Beef),
        ("spending", QuestionId::Spending),
        ("the province", QuestionId::Province),
    ] {
        let mut both = [answers.clone(), answers.clone()];
        let [one, other] = &mut both;
        one.clear(question);
        if question == QuestionId::Province {
            other.set(question, Answer::Choice("CN-ZJ"));
        } else {
            other.set(
                question,
                Household::resolve(&answers, &factors).answer(question),
            );
        }
        let mut drawn = Drawn::default();
        let mut turn = 0;
        median(
            &format!("{DRAWS} draws, after an answer about {name}"),
            || {
                turn = 1 - turn;
                let answers = both.get(turn).unwrap_or(&answers);
                let reading = InBaseYear::of(Gas::Co2e);
                let mut sampling =
                    Sampling::new(answers, &world, reading, std::mem::take(&mut drawn));
                while sampling.step(&world) {}
                drawn = sampling.finish();
            },
        );
    }
    of_actions(&world)?;
    Ok(())
}

/// Actions alone and together on the draws, and the path of a plan.
fn of_actions(world: &World) -> Result<(), file::Refusal> {
    let answers = file::read(include_str!("../personas/shanghai_two_cars.json"))?.answers;
    let factors = Factors::central();
    let home = Household::resolve(&answers, &factors);
    let draws = uncertainty::draws(&answers, world, InBaseYear::of(Gas::Co2e));
    let actions = ActionId::ALL.iter().copied();
    let actions: Vec<Chosen> = actions
        .filter(|action| action.applies(&home, &factors).is_ok())
        .map(Chosen::usual)
        .collect();
    let all = actions.len();
    let joint = Joint::of(actions.iter().copied());
    let today = Today::of(home.clone(), &factors);
    median(&format!("{all} actions together, point"), || {
        today.saving(&joint, &factors)
    });
    median(&format!("{all} actions, fair parts"), || {
        parts(&today, &joint, &factors)
    });
    let money = Money::of(Prices::of(&[]), world);
    let tried = |sets: Vec<Trial>, money: Option<&Money>| {
        let mut effects = Effects::new(sets);
        while effects.step(&draws, world, money) {}
        effects.finish()
    };
    let plan = Plan::none();
    let plan_of = |set: &Joint| {
        let mut plan = Plan::none();
        let from = 2026;
        plan.steps = set
            .chosen()
            .iter()
            .map(|&chosen| Step { chosen, from })
            .collect();
        Trial::of_plan(&plan, &plan.set_aside(&home, &factors))
    };
    let few = Joint::of(actions.iter().copied().step_by(all / 8).take(8));
    let alone: Vec<Trial> = actions
        .iter()
        .map(|chosen| Trial::alone(*chosen, &plan))
        .collect();
    for (what, money) in [("kg", None), ("kg and yuan", Some(&money))] {
        median(
            &format!("{all} actions together, {what}, {DRAWS} draws"),
            || tried(vec![plan_of(&joint)], money),
        );
        median(
            &format!("8 actions together, {what}, {DRAWS} draws"),
            || tried(vec![plan_of(&few)], money),
        );
        median(
            &format!("{all} actions, each alone, {what}, {DRAWS} draws"),
            || tried(alone.clone(), money),
        );
    }
    // a plan as people make it, and all that there is
    for (name, count, years) in [("8 actions in 4 years", 8, 4), ("all in 10 years", all, 10)] {
        let of = actions.iter().step_by(all / count).copied();
        let mut plan = Plan::none();
        for (chosen, from) in of.take(count).zip((2026..2026 + years).cycle()) {
            plan.choose(Step { chosen, from });
        }
        of_plan(name, &plan, &home, &draws, world);
    }
    Ok(())
}

/// The path of a plan, and what becomes of the nation's.
fn of_plan(name: &str, plan: &Plan, home: &Household, draws: &Draws, world: &World) {
    let factors = Factors::central();
    median(&format!("{name}: path to 2060, point"), || {
        let path = OwnPath::of(home, plan, Gas::Co2e, &factors);
        let years = YEARS.filter_map(|year| YearIndex::new(year, DEFAULT_SCENARIO, &factors));
        years.map(|index| path.year(&index).kg_with).sum::<f64>()
    });
    median(&format!("{name}: path to 2060, {DRAWS} draws"), || {
        let mut bands = OwnBands::new(plan, Gas::Co2e, DEFAULT_SCENARIO);
        while bands.step(draws, world) {}
        bands
    });
    let scaled = || ScaleUp::of(home, plan, DEFAULT_SCENARIO, &factors);
    median(&format!("{name}: scaled up, once a plan"), scaled);
    let (scale, line) = (scaled(), NationalPath::Model(DEFAULT_SCENARIO).line());
    let campaign = Campaign::default();
    median(
        &format!("{name}: the nation's line for a share that joins"),
        || scale.under(&campaign).off(&line),
    );
    let spread = || {
        let mut bands = ScaleBands::new(scale.clone(), plan, DEFAULT_SCENARIO, draws);
        while bands.step(draws, world) {}
        bands
    };
    median(&format!("{name}: scaled up on draws, once a plan"), spread);
    let bands = spread();
    median(&format!("{name}: the bands for a share that joins"), || {
        bands.under(&campaign, &line)
    });
}

/// Prints the median time of some work.
fn median<T>(what: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<f64> = (0..SLOW_RUNS)
        .map(|_| {
            let begun = Instant::now();
            black_box(work());
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let middle = times.get(SLOW_RUNS / 2).copied().unwrap_or_default();
    println!("{what}: {middle:.1} ms");
}
