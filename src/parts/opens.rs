//! Numbers that open to how they come about, and names that open to what a number is made of.
use leptos::prelude::*;

use crate::lang::Lang;
use crate::parts::el::{El, Words, button, classed, dynamic, el, live, mark, nothing};
use crate::words::{Msg, Said, fill, text};

/// What is inside something that opens.
type Part = Box<dyn Fn() -> El + Send>;

/// A button around a figure: what the figure is of, how it looks, what it says.
pub fn opens(lang: Lang, what: &str, figure: Vec<El>, said: Words, open: RwSignal<bool>) -> El {
    let what = what.to_owned();
    let label = move |value: &str| fill(lang, Msg::Opens, &[("what", &what), ("value", value)]);
    let label = match said {
        Words::Fixed(said) => Words::Fixed(label(&said)),
        Words::Live(said) => live(move || said.with(|said| label(said))),
    };
    toggle("opens", "".into(), open)
        .attr("aria-label", label)
        .children(figure)
}

/// A figure in words alone that opens.
pub fn opens_plain(lang: Lang, what: &str, said: Words, open: RwSignal<bool>) -> El {
    let figure = classed("span", "kg").words(said.clone());
    opens(lang, what, vec![figure], said, open)
}

/// A button that opens and closes.
pub fn toggle(class: &'static str, words: Words, open: RwSignal<bool>) -> El {
    button(class, words, move || open.update(|open| *open = !*open))
        .attr("aria-expanded", mark(move || open.get()))
}

/// What is inside as long as it is open.
pub fn inside(open: RwSignal<bool>, part: Part) -> AnyView {
    dynamic(move || if open.get() { part().done() } else { nothing() })
}

/// A working: what stands inside.
pub fn working() -> El {
    classed("div", "working")
}

/// An entry of a list with its figure. Its name opens to what it is made of. `swatch` is the class of
/// its colour.
pub fn entry(swatch: &str, title: &str, figure: Words, below: Option<El>, part: Part) -> El {
    let open = RwSignal::new(false);
    item(
        Some(classed("span", &["swatch ", swatch].concat())),
        toggle("line", title.into(), open),
        classed("span", "kg").words(figure),
    )
    .children(below)
    .view(inside(open, part))
}

/// An entry of a list: its name and its figure.
pub fn item(swatch: Option<El>, name: El, figure: El) -> El {
    el("li").child(
        classed("div", "head")
            .children(swatch)
            .child(name)
            .child(figure),
    )
}

/// The sum of what stands above it.
pub fn sum_of(lang: Lang, figure: Words) -> El {
    let name = el("span").words(text(lang, Msg::Sum));
    item(None, name, classed("span", "kg").words(figure)).attr("class", "mine")
}

/// A sentence with elements in its gaps.
pub fn sentence(lang: Lang, msg: impl Said, gaps: Vec<(&'static str, El)>) -> El {
    said(text(lang, msg), gaps)
}

fn said(words: &str, mut gaps: Vec<(&'static str, El)>) -> El {
    let mut parts = words.split('{');
    let mut said = classed("p", "said").words(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        let mut after = rest.chars();
        let rest = match (gaps.iter().position(|(gap, _)| *gap == name), after.next()) {
            // what closes the words around a gap never begins a line
            (Some(at), Some(mark @ ('。' | '，' | '；' | '）' | '.' | ',' | ';' | ')'))) => {
                let gap = gaps.remove(at).1;
                said = said.child(classed("span", "as-one").child(gap).words(mark.to_string()));
                after.as_str()
            }
            (Some(at), _) => {
                said = said.child(gaps.remove(at).1);
                rest
            }
            _ => rest,
        };
        said = said.words(rest);
    }
    said
}
