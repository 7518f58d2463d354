//! What a first visit loads, and what a screen of its own brings along when it is opened, in brotli
//! bytes, and the budgets for them.

use anyhow::{Context, Result, bail, ensure};
use std::path::Path;

use crate::finish::Screens;
use crate::process::Tool;

/// The most that a first load may weigh, in bytes packed with brotli.
pub const FIRST_LOAD_BUDGET: u64 = 200_000;
/// The most that a screen may bring along when it is opened, likewise.
pub const SCREEN_BUDGET: u64 = 142_000;

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

/// Of all files those that the app's page loads at once: itself, and what its tags name.
#[must_use]
pub fn first_load(sizes: &[Size], index: &str) -> Vec<Size> {
    let tags = index
        .split('<')
        .filter(|tag| tag.starts_with("script") || tag.starts_with("link"));
    let named: Vec<&str> = tags
        .flat_map(|tag| ["src=\"", "href=\""].map(|attribute| tag.split_once(attribute)))
        .flatten()
        .filter_map(|(_, rest)| rest.split('"').next())
        .map(|name| name.trim_start_matches("./"))
        .collect();
    let loads = |size: &&Size| size.name == "index.html" || named.contains(&size.name.as_str());
    sizes.iter().filter(loads).cloned().collect()
}

/// Of all files those that come when a screen is opened, by the screen's name.
#[must_use]
pub fn opened(sizes: &[Size], screens: &Screens) -> Vec<(String, Vec<Size>)> {
    let of = |files: &Vec<String>| {
        let named = sizes.iter().filter(|size| files.contains(&size.name));
        named.cloned().collect()
    };
    let screens = screens.iter();
    screens
        .map(|(screen, files)| (screen.clone(), of(files)))
        .collect()
}

/// Prints the sizes, and what they come to.
pub fn print(what: &str, sizes: &[Size]) {
    println!("{what:<44} {:>10} {:>10}", "bytes", "brotli");
    for Size {
        name,
        plain,
        brotli,
    } in sizes
    {
        println!("{name:<44} {plain:>10} {brotli:>10}");
    }
    let plain: u64 = sizes.iter().map(|size| size.plain).sum();
    let all = format!("{what}, in all");
    println!("{all:<44} {plain:>10} {:>10}\n", total(sizes));
}

/// The brotli bytes of all files.
#[must_use]
pub fn total(sizes: &[Size]) -> u64 {
    sizes.iter().map(|size| size.brotli).sum()
}

/// Refuses a first load above the budget, or one that holds a file of the static pages.
///
/// # Errors
/// When it is above, or holds such a file.
pub fn check(sizes: &[Size], pages: &[String]) -> Result<()> {
    if let Some(page) = sizes.iter().find(|size| pages.contains(&size.name)) {
        bail!(
            "the first load holds {}, which belongs to the static pages",
            page.name
        );
    }
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

/// Refuses a screen above its budget, or one that brings nothing along: then all that it is made
/// of is in the first load.
///
/// # Errors
/// Names the screen.
pub fn check_opened(screens: &[(String, Vec<Size>)]) -> Result<()> {
    for (screen, sizes) in screens {
        let total = total(sizes);
        ensure!(total > 0, "the screen {screen} brings no module along");
        ensure!(
            total <= SCREEN_BUDGET,
            "the screen {screen} brings {total} bytes with brotli, {} above the budget of {SCREEN_BUDGET}",
            total - SCREEN_BUDGET
        );
        println!("when opened, {screen}: {total} of {SCREEN_BUDGET} bytes");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str, brotli: u64) -> Size {
        Size {
            name: name.to_owned(),
            plain: 2 * brotli,
            brotli,
        }
    }

    #[test]
    fn a_load_above_the_budget_is_refused() {
        assert_eq!(read("20 10 a b.js"), Some(size("a b.js", 10)));
        let all = |more| [size("a.js", FIRST_LOAD_BUDGET), size("b.js", more)];
        assert!(check(&all(0), &[]).is_ok());
        assert!(check(&all(1), &[]).is_err());
    }

    #[test]
    fn a_screen_above_its_budget_is_refused_and_so_is_one_of_nothing() {
        let files = [size("a.wasm", SCREEN_BUDGET), size("b.wasm", 1)];
        let screen = |names: &[&str]| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            opened(&files, &Screens::from([("keep".to_owned(), names)]))
        };
        assert!(check_opened(&screen(&["a.wasm"])).is_ok());
        assert!(check_opened(&screen(&["a.wasm", "b.wasm"])).is_err());
        assert!(check_opened(&screen(&[])).is_err());
    }

    #[test]
    fn the_first_load_is_what_the_page_names_and_no_static_page() {
        let files = ["index.html", "a.js", "b.css", "methods.en.html"].map(|name| size(name, 1));
        let index = "<link rel=\"stylesheet\" href=\"./b.css\">\n<script src=\"./a.js\"></script>\n\
            <noscript><a href=\"./methods.en.html\">Methods</a></noscript>";
        let first = first_load(&files, index);
        let names: Vec<&str> = first.iter().map(|size| size.name.as_str()).collect();
        assert_eq!(names, ["index.html", "a.js", "b.css"]);
        assert!(check(&first, &["methods.en.html".to_owned()]).is_ok());
        assert!(check(&files, &["methods.en.html".to_owned()]).is_err());
    }
}
