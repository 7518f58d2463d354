//! Checks `data/` and writes it as Rust constants; see `build/mod.rs`.

#[path = "build/mod.rs"]
mod build;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    let files = build::read_folder(Path::new("data"))?;
    match build::load(&files) {
        Ok(tables) => {
            let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
            fs::write(
                Path::new(&out).join("tables.rs"),
                build::code::write(tables),
            )?;
            Ok(())
        }
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error=model/data/{problem}");
            }
            Err(format!("{} bad values in model/data", problems.len()).into())
        }
    }
}
