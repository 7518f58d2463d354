//! Defaults of services, leisure and pets.

use super::{counts_from_rows, from_rows};
use crate::catalogue::{Household, QuestionId as Q};
use crate::derived::{Number, answer, row};
use crate::factors::Factors;
use crate::rows::id;

counts_from_rows! {
    dogs = OWN_DOG_HH;
    cats = OWN_CAT_HH;
}

from_rows! {
    streaming = STREAMING_H;
    home_services = SPEND_HOME_SERVICES;
    hotel_nights = HOTEL_NIGHTS_PC;
    education = SPEND_EDUCATION;
    culture = SPEND_CULTURE;
    health_services = SPEND_HEALTH_SERVICES;
    personal_care = SPEND_PERSONAL_CARE;
}

/// The mean repair bill of each car.
pub fn car_repair<N: Number>(household: &Household, factors: &Factors) -> N {
    row::<N>(id::SPEND_CAR_REPAIR, factors) * answer(Q::Cars, household.cars.len() as f64)
}

/// The mean bill of each pet.
pub fn vet<N: Number>(household: &Household, factors: &Factors) -> N {
    let pets = answer::<N>(Q::Dogs, household.dogs) + answer(Q::Cats, household.cats);
    row::<N>(id::SPEND_VET, factors) * pets
}
