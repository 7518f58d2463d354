//! Proves that the tests notice what they must: each journey here has a fault put into the page
//! and must fail for it.

use anyhow::Result;

use super::{EVERYWHERE, Journey};
use crate::page::Page;
use crate::visit::Visit;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    let faulty = |name, before, reason| Journey {
        fails: Some(reason),
        ..Journey::new(
            name,
            EVERYWHERE,
            Visit {
                before,
                ..Visit::default()
            },
            nothing,
        )
    };
    vec![
        faulty(
            "notices an inline script",
            "addEventListener('load', function () {
               var script = document.createElement('script');
               script.textContent = '1';
               document.body.appendChild(script);
             });",
            "policy: script-src",
        ),
        faulty(
            "notices an inline style",
            "addEventListener('load', function () {
               document.body.setAttribute('style', 'color: red');
             });",
            "policy: style-src",
        ),
        faulty(
            "notices an error",
            "addEventListener('load', function () { setTimeout(function () { missing(); }); });",
            "missing",
        ),
        faulty(
            "notices a message on the console",
            "addEventListener('load', function () { console.error('oh no'); });",
            "console.error: oh no",
        ),
        Journey {
            fails: Some("requests after the load"),
            ..Journey::new(
                "notices a late request",
                EVERYWHERE,
                Visit::default(),
                fetches,
            )
        },
        Journey {
            fails: Some("answered 404"),
            ..Journey::new(
                "notices a missing file",
                EVERYWHERE,
                Visit {
                    before: "fetch('./missing.txt');",
                    ..Visit::default()
                },
                nothing,
            )
        },
        Journey {
            fails: Some("image-alt"),
            ..Journey::new(
                "notices an image without words",
                EVERYWHERE,
                Visit::default(),
                image,
            )
        },
    ]
}

fn nothing(_: &mut Page<'_>) -> Result<()> {
    Ok(())
}

fn fetches(page: &mut Page<'_>) -> Result<()> {
    page.eval("void fetch('./index.html?late')").map(drop)
}

fn image(page: &mut Page<'_>) -> Result<()> {
    page.eval("void document.body.appendChild(document.createElement('img'))")?;
    page.axe()
}
