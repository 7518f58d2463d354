//! The page starts, or says why it cannot.

use anyhow::{Result, ensure};

use super::{CHROMIUM, EVERYWHERE, Journey, NOT_WEBKIT};
use crate::page::Page;
use crate::visit::Visit;
use crate::words::Words;

/// The journeys of this file.
#[must_use]
pub fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("starts", EVERYWHERE, Visit::default(), starts),
        Journey::new(
            "starts in English on a phone",
            EVERYWHERE,
            Visit::phone().in_english(),
            starts,
        ),
        Journey::new(
            "starts below a sub-path, and again after a reload",
            EVERYWHERE,
            Visit {
                prefix: "/gov/tools/tanlu/",
                ..Visit::default()
            },
            starts_again,
        ),
        Journey::new(
            "says so without JavaScript",
            NOT_WEBKIT,
            Visit {
                javascript: false,
                ready: "",
                ..Visit::default()
            },
            without_javascript,
        ),
        Journey::new(
            "says so without WebAssembly",
            NOT_WEBKIT,
            Visit {
                webassembly: false,
                ready: "#unsupported",
                ..Visit::default()
            },
            unsupported,
        ),
        Journey::new(
            "says so in a browser before modules",
            EVERYWHERE,
            Visit {
                before: "delete HTMLScriptElement.prototype.noModule;",
                ready: "#unsupported",
                ..Visit::default()
            },
            unsupported,
        ),
        Journey::new(
            "says so in a browser with an older WebAssembly",
            EVERYWHERE,
            Visit {
                before: "WebAssembly.validate = function () { return false; };",
                ready: "#unsupported",
                ..Visit::default()
            },
            unsupported,
        ),
        Journey::new(
            "says so when the module does not start",
            CHROMIUM,
            Visit {
                before: "addEventListener('unhandledrejection', function (event) {\n\
                      event.stopImmediatePropagation(); event.preventDefault(); }, true);\n\
                    WebAssembly.instantiate = WebAssembly.instantiateStreaming =\n\
                      function () { return Promise.reject(new Error('no memory')); };",
                ready: "#failed",
                ..Visit::default()
            },
            failed,
        ),
    ]
}

fn starts(page: &mut Page<'_>) -> Result<()> {
    let heading = page.text_of(".page h1")?;
    ensure!(!heading.is_empty(), "the heading is empty");
    ensure!(
        !page.shows("#unsupported, #failed")?,
        "a message for old browsers shows"
    );
    page.settled()?;
    page.screenshot(&format!(
        "start-{}-{}",
        page.visit.language, page.visit.width
    ))?;
    page.axe()
}

fn starts_again(page: &mut Page<'_>) -> Result<()> {
    starts(page)?;
    page.reload()?;
    page.first(".page h1").map(drop)
}

fn without_javascript(page: &mut Page<'_>) -> Result<()> {
    let text = page.text_of("noscript")?;
    ensure!(
        text.contains("需要 JavaScript"),
        "no Chinese message: {text}"
    );
    ensure!(
        text.contains("needs JavaScript"),
        "no English message: {text}"
    );
    Ok(())
}

fn unsupported(page: &mut Page<'_>) -> Result<()> {
    let text = page.text_of("#unsupported")?;
    ensure!(text.contains("版本过旧"), "no Chinese message: {text}");
    ensure!(text.contains("too old"), "no English message: {text}");
    page.screenshot("unsupported")?;
    ensure!(!page.shows("h1")?, "the page started all the same");
    Ok(())
}

fn failed(page: &mut Page<'_>) -> Result<()> {
    let text = page.text_of("#failed")?;
    ensure!(text.contains("没有启动"), "no Chinese message: {text}");
    ensure!(text.contains("did not start"), "no English message: {text}");
    // what a new visitor reads until the program is there
    for language in ["zh-CN", "en"] {
        page.goto(&format!("?lang={language}"))?;
        let words = Words::of(language)?;
        page.wait_text("#before h1", words.ui("lead")?)?;
        page.screenshot(&format!("before-{language}"))?;
        page.axe()?;
    }
    page.eval("localStorage.setItem('tanlu.home.1', '{}')")?;
    page.goto("")?;
    ensure!(!page.shows("h1")?, "who was here before reads it too");
    Ok(())
}
