use tanlu_model::actions::*;
use tanlu_model::{Factors, Household, file};
fn main() {
    let f = Factors::central();
    let mut names: Vec<_> = std::fs::read_dir("model/personas").unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    print!("{:22}", "");
    for n in &names { print!("{:>9.8}", n.file_stem().unwrap().to_str().unwrap()); }
    println!();
    let homes: Vec<_> = names.iter().map(|n| Household::resolve(&file::read(&std::fs::read_to_string(n).unwrap()).unwrap().answers, &f)).collect();
    for &a in ActionId::ALL {
        print!("{:22}", a.id());
        for h in &homes {
            match a.applies(h, &f) { Ok(()) => print!("{:9.0}", point(h, &Joint::of([Chosen::usual(a)]), &f)), Err(w) => print!("{:>9.8}", w.id()) }
        }
        println!();
    }
}
