use tanlu_model::actions::*;
use tanlu_model::{Factors, Household, file, footprint};
fn main() {
    let f = Factors::central();
    let h = Household::resolve(&file::read(&std::fs::read_to_string("model/personas/shanghai_two_cars.json").unwrap()).unwrap().answers, &f);
    let sets = [vec![], vec![ActionId::SmallerCar], vec![ActionId::ElectricCar], vec![ActionId::SmallerCar, ActionId::ElectricCar]];
    for s in sets {
        let c = Joint::of(s.iter().map(|a| Chosen::usual(*a))).changed(&h, &f);
        println!("{:?} el {} {:?}", s, c.electricity*12.0, c.cars);
        for l in footprint(&c, &f).lines { if l.id.id().contains("car") || l.id.id().starts_with("elec") || l.id.id().contains("ebike") { print!("{}={:.1}({:.1}) ", l.id.id(), l.kg, l.quantity.value); } }
        println!();
    }
}
