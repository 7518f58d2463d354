//! What a first visit loads, in brotli bytes, and the budget for it.

use anyhow::{Context, Result, bail};
use std::path::Path;

use crate::process::Tool;

/// The most that a first load may weigh, in bytes packed with brotli.
pub const FIRST_LOAD_BUDGET: u64 = 200_000;

/// A file of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its path below the page's folder.
    pub name: String,
    /// Its bytes.
    pub plain: u64,
    /// Its bytes packed with brotli.
    pub brotli: u64,
}

/// Packs each file of the folder as `name.br`, as a web server would send it.
/// Node.js has brotli built in.
const PACK: &str = r#"
const fs = require("fs"), path = require("path"), zlib = require("zlib");
const top = process.argv[1], c = zlib.constants;
for (const name of fs.readdirSync(top, { recursive: true }).sort()) {
  const file = path.join(top, name);
  if (!fs.statSync(file).isFile() || name.endsWith(".br")) continue;
  const plain = fs.readFileSync(file);
  const packed = zlib.brotliCompressSync(plain, { params: {
    [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_SIZE_HINT]: plain.length,
  } });
  fs.writeFileSync(file + ".br", packed);
  console.log([plain.length, packed.length, name].join(" "));
}
"#;

/// Packs every file of the folder and says how large it is.
///
/// # Errors
/// When Node.js cannot do it.
pub fn pack(folder: &Path) -> Result<Vec<Size>> {
    let lines = Tool::new("node")
        .args(["-e", PACK, "--"])
        .arg(folder)
        .output()?;
    lines
        .lines()
        .map(|line| read(line).with_context(|| line.to_owned()))
        .collect()
}

fn read(line: &str) -> Option<Size> {
    let mut parts = line.splitn(3, ' ');
    let (plain, brotli) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some(Size {
        name: parts.next()?.to_owned(),
        plain,
        brotli,
    })
}

/// Prints the sizes.
pub fn print(sizes: &[Size]) {
    println!("{:<44} {:>10} {:>10}", "file", "bytes", "brotli");
    for Size {
        name,
        plain,
        brotli,
    } in sizes
    {
        println!("{name:<44} {plain:>10} {brotli:>10}");
    }
    let plain: u64 = sizes.iter().map(|size| size.plain).sum();
    println!(
        "{:<44} {plain:>10} {:>10}",
        "first load, in all",
        total(sizes)
    );
}

/// The brotli bytes of all files.
#[must_use]
pub fn total(sizes: &[Size]) -> u64 {
    sizes.iter().map(|size| size.brotli).sum()
}

/// Refuses a first load above the budget.
///
/// # Errors
/// When it is above.
pub fn check(sizes: &[Size]) -> Result<()> {
    let total = total(sizes);
    if total > FIRST_LOAD_BUDGET {
        bail!(
            "the first load is {total} bytes with brotli, {} above the budget of {FIRST_LOAD_BUDGET}",
            total - FIRST_LOAD_BUDGET
        );
    }
    println!("first load {total} of {FIRST_LOAD_BUDGET} bytes");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_above_the_budget_is_refused() {
        let size = |brotli| Size {
            name: "a b.js".to_owned(),
            plain: 2 * brotli,
            brotli,
        };
        assert_eq!(read("20 10 a b.js"), Some(size(10)));
        assert!(check(&[size(FIRST_LOAD_BUDGET)]).is_ok());
        assert!(check(&[size(FIRST_LOAD_BUDGET), size(1)]).is_err());
    }
}
