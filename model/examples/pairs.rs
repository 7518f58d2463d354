
use tanlu_model::actions::*;
use tanlu_model::{Factors, Household, file};
use std::collections::BTreeMap;
fn main() {
    let f = Factors::central();
    let mut names: Vec<_> = std::fs::read_dir("model/personas").unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    let homes: Vec<_> = names.iter().map(|n| Household::resolve(&file::read(&std::fs::read_to_string(n).unwrap()).unwrap().answers, &f)).collect();
    let mut seen: BTreeMap<(ActionId, ActionId), (u32,u32,u32,f64,f64)> = BTreeMap::new();
    for h in &homes {
        let app: Vec<_> = ActionId::ALL.iter().copied().filter(|a| a.applies(h,&f).is_ok()).collect();
        let one: BTreeMap<_,_> = app.iter().map(|a| (*a, point(h,&Joint::of([Chosen::usual(*a)]),&f))).collect();
        for (i,&a) in app.iter().enumerate() { for &b in &app[i+1..] {
            let j = point(h,&Joint::of([Chosen::usual(a),Chosen::usual(b)]),&f);
            let d = j - one[&a] - one[&b];
            let e = seen.entry((a,b)).or_default();
            if d.abs() < 1e-6 { e.1+=1 } else if d<0.0 { e.0+=1 } else { e.2+=1 }
            e.3 = e.3.min(d); e.4 = e.4.max(d);
        }}
    }
    let mut counts=[0;4];
    for ((a,b),(o,i,r,lo,hi)) in &seen {
        let kind = match (*o>0,*r>0) {(false,false)=>0,(true,false)=>1,(false,true)=>2,_=>3};
        counts[kind]+=1;
        if kind>=1 { println!("{:22}{:22} over {o} indep {i} reinf {r}  {lo:.2} {hi:.2}", a.id(), b.id()); }
    }
    println!("{counts:?} independent overlapping reinforcing mixed");
}
