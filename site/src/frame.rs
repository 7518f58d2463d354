//! What stands around every page: head, header, ways to the other pages, footer.

use maud::{DOCTYPE, Markup, html};
use tanlu_model::MODEL_VERSION;

use crate::lang::Lang;
use crate::words::Words;

/// The pages' style sheet.
pub const STYLE: &str = "pages.css";
/// The scripts: the ledger's search, the quiz.
pub const SCRIPTS: [&str; 2] = ["pages.js", "quiz.js"];
/// The pages' icon.
pub const ICON: &str = "pages-icon.svg";

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Cards and a quiz.
    Learn,
    /// The terms in plain words.
    Glossary,
    /// How it is computed, and from what.
    Methods,
    /// What the paths of the nation rest on.
    Nation,
    /// Twelve households with their results.
    Benchmarks,
    /// What becomes of what people enter.
    Privacy,
    /// Who can use it, and what is missing.
    Accessibility,
}

impl Page {
    /// Every page, in the order in which they are named.
    pub const ALL: [Page; 7] = [
        Page::Learn,
        Page::Glossary,
        Page::Methods,
        Page::Nation,
        Page::Benchmarks,
        Page::Privacy,
        Page::Accessibility,
    ];

    /// Its id in file names and words.
    pub const fn id(self) -> &'static str {
        match self {
            Page::Learn => "learn",
            Page::Glossary => "glossary",
            Page::Methods => "methods",
            Page::Nation => "nation",
            Page::Benchmarks => "benchmarks",
            Page::Privacy => "privacy",
            Page::Accessibility => "accessibility",
        }
    }

    /// Its file in a language. All lie in one folder, so that links work below any address.
    pub fn file(self, lang: Lang) -> String {
        format!("{}.{}.html", self.id(), lang.short())
    }

    /// The script that it works without too.
    const fn script(self) -> Option<&'static str> {
        let [search, quiz] = SCRIPTS;
        match self {
            Page::Learn => Some(quiz),
            Page::Methods => Some(search),
            _ => None,
        }
    }

    /// Its name, as the app's footer has it too.
    pub fn name(self, words: &Words) -> &str {
        words.name(&["ui", &format!("page_{}", self.id())])
    }

    /// A link to it.
    pub fn link(self, words: &Words) -> Markup {
        html! { a href=(self.file(words.lang)) { (self.name(words)) } }
    }
}

/// The address of the app in a language.
pub fn app(lang: Lang) -> String {
    format!("./?lang={}", lang.tag())
}

/// A screen of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The questions.
    Answer,
    /// The result and what it compares with.
    Result,
    /// Actions and the plan.
    Change,
    /// The household's path and the nation's.
    Path,
}

impl Screen {
    /// Every screen that pages lead to.
    pub const ALL: [Screen; 4] = [Screen::Answer, Screen::Result, Screen::Change, Screen::Path];

    /// Its id behind `#` in the app's address.
    pub const fn id(self) -> &'static str {
        match self {
            Screen::Answer => "answer",
            Screen::Result => "result",
            Screen::Change => "change",
            Screen::Path => "path",
        }
    }
}

/// The address of a screen of the app in a language.
pub fn screen(lang: Lang, screen: Screen) -> String {
    format!("{}#{}", app(lang), screen.id())
}

/// The whole page around its content.
pub fn frame(words: &Words, page: Page, content: &Markup) -> String {
    let (lang, other) = (words.lang, words.lang.other());
    let title = words.of(page.id(), "title");
    let name = words.name(&["ui", "name"]);
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) (words.name(&["ui", "title_join"])) (name) }
                meta name="description" content=(words.of(page.id(), "description"));
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                link rel="icon" href=(ICON) type="image/svg+xml";
                link rel="stylesheet" href=(STYLE);
                link rel="alternate" hreflang=(other.tag()) href=(page.file(other));
                @if let Some(script) = page.script() { script src=(script) defer {} }
            }
            body {
                a class="skip" href="#main" { (words.name(&["ui", "skip"])) }
                header class="top" {
                    p class="brand" { a href=(app(lang)) { (name) } }
                    (ways(words, page))
                    a lang=(other.tag()) hreflang=(other.tag()) href=(page.file(other)) {
                        (words.name(&["ui", "other_language"]))
                    }
                }
                main id="main" tabindex="-1" {
                    h1 { (title) }
                    (content)
                }
                (footer(words))
            }
        }
    }
    .into_string()
}

fn ways(words: &Words, page: Page) -> Markup {
    html! {
        nav aria-label=(words.text("frame.pages")) {
            ul {
                li { a href=(app(words.lang)) { (words.text("frame.to_app")) } }
                @for other in Page::ALL {
                    li {
                        a href=(other.file(words.lang)) aria-current=[(other == page).then_some("page")] {
                            (other.name(words))
                        }
                    }
                }
            }
        }
    }
}

fn footer(words: &Words) -> Markup {
    html! {
        footer class="bottom" {
            p { (words.name(&["ui", "footer_data"])) }
            p { (words.fill("frame.made", &[("model", html! { (MODEL_VERSION) })])) }
        }
    }
}
