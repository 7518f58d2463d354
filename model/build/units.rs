//! The units that tables may use. A new unit is one line here; `rows::Unit` is written from it.

/// Name of the variant, and how the unit is written in tables and on screen.
pub const UNITS: &[(&str, &str)] = &[
    // emissions
    ("KgCo2ePerKwh", "kgCO2e/kWh"),
    ("KgCo2PerKwh", "kgCO2/kWh"),
    ("KgCo2PerCubicMetre", "kgCO2/m3"),
    ("KgCo2ePerCubicMetre", "kgCO2e/m3"),
    ("KgCo2PerKg", "kgCO2/kg"),
    ("KgCo2ePerKg", "kgCO2e/kg"),
    ("KgCo2PerLitre", "kgCO2/L"),
    ("KgCo2ePerLitre", "kgCO2e/L"),
    ("KgCo2ePerSquareMetreSeason", "kgCO2e/m2.season"),
    ("KgCo2ePerSquareMetre", "kgCO2e/m2"),
    ("KgCo2ePerPassengerKm", "kgCO2e/pkm"),
    ("KgCo2ePerItem", "kgCO2e/item"),
    ("KgCo2ePerUnit", "kgCO2e/unit"),
    ("KgCo2ePerYuan", "kgCO2e/CNY"),
    ("KgCo2ePerOrder", "kgCO2e/order"),
    ("KgCo2ePerParcel", "kgCO2e/parcel"),
    ("KgCo2ePerNight", "kgCO2e/night"),
    ("KgCo2ePerHour", "kgCO2e/h"),
    ("KgCo2ePerMeal", "kgCO2e/meal"),
    ("KgCo2ePerBottle", "kgCO2e/bottle"),
    ("KgCo2ePerPack", "kgCO2e/pack"),
    ("KgCo2ePerPersonYear", "kgCO2e/person.year"),
    ("KgCo2ePerKgCo2", "kgCO2e/kgCO2"),
    ("TonneCo2ePerVehicle", "tCO2e/vehicle"),
    ("TonneCo2ePerPersonYear", "tCO2e/person.year"),
    ("MegatonneCo2", "MtCO2"),
    ("GigatonneCo2", "GtCO2"),
    // energy
    ("GjPerKg", "GJ/kg"),
    ("GjPerCubicMetre", "GJ/m3"),
    ("GjPerSquareMetreSeason", "GJ/m2.season"),
    ("KwhPerPersonYear", "kWh/person.year"),
    ("KwhPerHouseholdYear", "kWh/household.year"),
    ("KwhPerSquareMetreSeason", "kWh/m2.season"),
    ("KwhPerSquareMetreYear", "kWh/m2.year"),
    ("KwhPer100Km", "kWh/100km"),
    ("KwhPerKm", "kWh/km"),
    ("KwhPerDay", "kWh/day"),
    ("KwhPerKwpYear", "kWh/kWp.year"),
    ("KilowattPeak", "kWp"),
    ("KwhPerItemDegreeDay", "kWh/item.degC.day"),
    ("LitrePer100Km", "L/100km"),
    ("CubicMetrePerSquareMetreSeason", "m3/m2.season"),
    ("CubicMetrePerHouseholdYear", "m3/household.year"),
    ("CubicMetrePerPersonYear", "m3/person.year"),
    ("KgPerHouseholdSeason", "kg/household.season"),
    ("KgPerHouseholdYear", "kg/household.year"),
    ("KgPerCylinder", "kg/cylinder"),
    ("TerawattHour", "TWh"),
    // totals
    ("BillionCubicMetres", "10^9 m3"),
    ("MegatonnesOfGoods", "10^6 t"),
    ("BillionLitres", "10^9 L"),
    ("MillionVehicles", "10^6 vehicle"),
    ("BillionPassengerKm", "10^9 pkm"),
    ("BillionSquareMetres", "10^9 m2"),
    ("TrillionYuan", "10^12 CNY"),
    // climate and dwelling
    ("DegreeCelsius", "degC"),
    ("PerDegreeCelsius", "1/degC"),
    ("DegreeDay", "degC.day"),
    ("Day", "day"),
    ("Year", "year"),
    ("PerYear", "1/year"),
    ("SquareMetrePerHousehold", "m2/household"),
    ("SquareMetrePerPerson", "m2/person"),
    // people and things
    ("One", "1"),
    ("Person", "person"),
    ("YesNo", "0/1"),
    ("PersonPerHousehold", "person/household"),
    ("PersonPerVehicle", "person/vehicle"),
    ("TenThousandPeople", "10^4 person"),
    ("TenThousandHouseholds", "10^4 household"),
    ("VehiclePer100Households", "vehicle/100household"),
    ("UnitPer100Households", "unit/100household"),
    ("ItemPerHousehold", "item/household"),
    ("ItemPerPerson", "item/person"),
    ("ItemPerPersonYear", "item/person.year"),
    ("ItemPerHouseholdYear", "item/household.year"),
    ("AnimalPerHousehold", "animal/household"),
    // travel
    ("Km", "km"),
    ("KmPerTrip", "km/trip"),
    ("KmPerVehicleYear", "km/vehicle.year"),
    ("PassengerKmPerPersonYear", "pkm/person.year"),
    ("TripPerPersonYear", "trip/person.year"),
    // consumption
    ("Gram", "g"),
    ("GramPerPersonDay", "g/person.day"),
    ("Millilitre", "mL"),
    ("KgPerPersonYear", "kg/person.year"),
    ("KgPerPersonDay", "kg/person.day"),
    ("KgPerAnimalYear", "kg/animal.year"),
    ("LitrePerPersonYear", "L/person.year"),
    ("LitrePerPersonDay", "L/person.day"),
    ("BottlePerPersonYear", "bottle/person.year"),
    ("PackPerPersonYear", "pack/person.year"),
    ("MealPerPersonWeek", "meal/person.week"),
    ("WeekPerYear", "week/year"),
    ("DayPerWeek", "day/week"),
    ("OrderPerPersonYear", "order/person.year"),
    ("ParcelPerPersonYear", "parcel/person.year"),
    ("NightPerPersonYear", "night/person.year"),
    ("HourPerPersonDay", "h/person.day"),
    // money
    ("Yuan", "CNY"),
    ("YuanPerYear", "CNY/year"),
    ("YuanPerKwh", "CNY/kWh"),
    ("YuanPerCubicMetre", "CNY/m3"),
    ("YuanPerLitre", "CNY/L"),
    ("YuanPerKg", "CNY/kg"),
    ("YuanPerKm", "CNY/km"),
    ("YuanPerTonneCo2", "CNY/tCO2"),
    ("YuanPerSquareMetre", "CNY/m2"),
    ("YuanPerItem", "CNY/item"),
    ("YuanPerBottle", "CNY/bottle"),
    ("YuanPerPack", "CNY/pack"),
    ("YuanPerOrder", "CNY/order"),
    ("YuanPerNight", "CNY/night"),
    ("YuanPerCylinder", "CNY/cylinder"),
    ("YuanPerPersonYear", "CNY/person.year"),
    ("YuanPerHouseholdYear", "CNY/household.year"),
    ("YuanPerVehicleYear", "CNY/vehicle.year"),
    ("YuanPerAnimalYear", "CNY/animal.year"),
];

/// The variant of a unit as written in a table.
pub fn variant(symbol: &str) -> Option<&'static str> {
    UNITS
        .iter()
        .find(|(_, known)| *known == symbol)
        .map(|(variant, _)| *variant)
}

/// Whether a value in this unit is an amount of greenhouse gas per something.
pub fn is_emission(symbol: &str) -> bool {
    symbol.starts_with("kgCO2") || symbol.starts_with("tCO2")
}

/// Whether such an amount is of carbon dioxide alone.
pub fn is_co2_only(symbol: &str) -> bool {
    symbol.starts_with("kgCO2/")
}
