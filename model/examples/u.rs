use std::time::Instant;
use tanlu_model::uncertainty::*;
use tanlu_model::*;
fn main() {
    let f = Factors::central();
    let t = Instant::now();
    let world = World::whole(SEED, DRAWS);
    println!("world {:?}", t.elapsed());
    let central = World::whole(SEED, DRAWS).with_central_factors();
    let mut dir: Vec<_> = std::fs::read_dir("/work/main/model/personas")
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    dir.sort();
    for p in dir {
        let text = std::fs::read_to_string(&p).unwrap();
        let a = file::read(&text).unwrap().answers;
        let t = Instant::now();
        let d = draws(&a, &world);
        let el = t.elapsed();
        let q = Quantiles::of(d.per_person());
        let t = Instant::now();
        let h = Household::resolve(&a, &f);
        let next = next_questions(&a, &h, &d);
        let ne = t.elapsed();
        let mean = d.per_person().iter().sum::<f64>() / d.count() as f64;
        let c = Quantiles::of(draws(&a, &central).per_person());
        let uniq = {
            let mut v: Vec<usize> = d.households().map(|h| h as *const _ as usize).collect();
            v.dedup();
            v.len()
        };
        println!(
            "{:<28} point {:.0} mean {:.0} {:.0} {:.0} {:.0} | central {:.0} {:.0} {:.0} draw {el:?} next {ne:?} unique {uniq}",
            p.file_stem().unwrap().to_str().unwrap(),
            footprint(&h, &f).per_person_kg(),
            mean,
            q.p05,
            q.p50,
            q.p95,
            c.p05,
            c.p50,
            c.p95
        );
        for n in next.iter().take(8) {
            print!(" {} {:.1}%", n.question.id(), n.share * 100.0);
        }
        println!();
    }
}
