//! `build` and `serve`: the release build of the page.

use anyhow::{Context, Result};
use std::fs;

use crate::server::{Options, Site};
use crate::sizes::{self, Size};
use crate::{compile, finish, floor, pages, paths, tools};

/// Builds the page as it is published into `dist`, and the static pages beside it; returns the sizes
/// of the first load. Needs Node.js.
///
/// # Errors
/// When a tool fails, something is newer than the browsers of the floor,
/// or the page or a screen is above its budget.
pub fn build() -> Result<Vec<Size>> {
    tools::need_node()?;
    floor::check_sources()?;
    let (dist, next) = (
        paths::dist()?,
        paths::target()?.join("page").join("finished"),
    );
    let screens = finish::finish(&compile::compile()?, &next)?;
    let pages = pages::write_short(&next)?;
    let index = fs::read_to_string(next.join("index.html"))?;
    let sizes = sizes::pack(&next)?;
    fs::remove_dir_all(&dist).ok();
    fs::rename(&next, &dist).or_else(|_| copy(&next, &dist))?;
    let first_load = sizes::first_load(&sizes, &index);
    sizes::print("all files", &sizes);
    let opened = sizes::opened(&sizes, &screens);
    for (screen, sizes) in &opened {
        sizes::print(&format!("when opened: {screen}"), sizes);
    }
    sizes::print("first load", &first_load);
    sizes::check_opened(&opened)?;
    sizes::check(&first_load, &pages)?;
    Ok(first_load)
}

/// Builds the page and serves it on 127.0.0.1 until it is stopped.
///
/// # Errors
/// As [`build`]; without Node.js it serves the page as it was compiled.
pub fn serve(port: Option<u16>) -> Result<()> {
    let folder = if let Err(why) = tools::need_node() {
        println!("{why}. Without it the page is served larger: wasm-opt and esbuild are skipped.");
        let folder = compile::compile()?.folder;
        pages::write(&folder)?;
        folder
    } else {
        build()?;
        paths::dist()?
    };
    let serve = |port| {
        Site::start(
            &folder,
            &Options {
                port,
                ..Options::default()
            },
        )
    };
    let site = match port {
        Some(port) => serve(port)?,
        // the usual port, else any free one
        None => serve(8080).or_else(|_| serve(0))?,
    };
    println!("\nTanlu is at {}  (stop with Ctrl-C)", site.url());
    site.wait();
    Ok(())
}

/// For a target folder on another file system than the repository.
fn copy(from: &std::path::Path, to: &std::path::Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().context("a file without a name")?;
        fs::copy(&path, to.join(name))?;
    }
    Ok(())
}
