//! Writes the static pages into a folder: `cargo run -p tanlu-site -- FOLDER`.

use anyhow::{Context, Result};
use std::path::Path;

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).context("which folder?")?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("no folder above")?;
    for name in tanlu_site::write(root, Path::new(&folder))? {
        println!("{name}");
    }
    Ok(())
}
