//! What would make possible what a household says that it cannot do, and what that would be worth.

use super::{ActionId, Chosen, Joint, Trial};
use crate::plan::{Obstacle, Plan};

/// What would make something possible that the household says it cannot do.
pub struct Unlock {
    /// What stands in the way.
    pub obstacle: Obstacle,
    /// Of what.
    pub chosen: Vec<Chosen>,
    /// What all of it saves with the plan that the plan alone does not: never a sum.
    pub trial: Trial,
}

/// What would make what possible, obstacle by obstacle.
#[inline(never)]
pub fn unlocks(plan: &Plan) -> Vec<Unlock> {
    let planned = plan.whole();
    let unlock = |obstacle: &Obstacle| {
        let hidden = ActionId::ALL.iter().copied();
        let hidden = hidden.filter(|action| plan.cannot(*action) == Some(*obstacle));
        let chosen: Vec<Chosen> = hidden.map(Chosen::usual).collect();
        let with = planned.chosen().iter().chain(&chosen);
        let trial = Trial::over(Joint::of(with.copied()), planned.clone());
        (!chosen.is_empty()).then_some(Unlock {
            obstacle: *obstacle,
            chosen,
            trial,
        })
    };
    Obstacle::ALL.iter().filter_map(unlock).collect()
}
