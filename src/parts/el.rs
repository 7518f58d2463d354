//! Elements, put together in Leptos's builder style with one type for all of them.
//!
//! `view!` compiles the building and rebuilding of every element, attribute and closure anew for
//! each of its types, which took half of the page's first load; here each is compiled once
//! (docs/decisions/040-first-load.md). Everything still is a Leptos view with its signals.
use std::sync::Arc;

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::svg;
use leptos::tachys::html::property::prop;

/// A text that stays, or one that changes.
#[derive(Clone)]
pub enum Words {
    /// Stays as long as its element.
    Fixed(String),
    /// Follows a signal.
    Live(Signal<String>),
}

impl From<&str> for Words {
    fn from(words: &str) -> Words {
        Words::Fixed(words.to_owned())
    }
}

impl From<String> for Words {
    fn from(words: String) -> Words {
        Words::Fixed(words)
    }
}

impl From<Signal<String>> for Words {
    fn from(words: Signal<String>) -> Words {
        Words::Live(words)
    }
}

/// A text that changes with what it reads.
pub fn live(words: impl Fn() -> String + Send + Sync + 'static) -> Words {
    fn boxed(words: Box<dyn Fn() -> String + Send + Sync>) -> Words {
        Words::Live(Signal::derive(words))
    }
    boxed(Box::new(words))
}

/// `true` or `false` for an attribute.
pub fn mark(on: impl Fn() -> bool + Send + Sync + 'static) -> Words {
    fn boxed(on: Box<dyn Fn() -> bool + Send + Sync>) -> Words {
        live(move || if on() { "true" } else { "false" }.to_owned())
    }
    boxed(Box::new(on))
}

/// An element that is being put together.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with this tag; `svg` and `rect` are those of drawings.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// An element with this tag and class.
pub fn classed(tag: &'static str, class: &str) -> El {
    el(tag).attr("class", class)
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Words>) -> El {
        self.with_attribute(name, value.into())
    }

    fn with_attribute(mut self, name: &'static str, value: Words) -> El {
        self.0.attributes.push(match value {
            Words::Fixed(value) => custom_attribute(name, value).into_any_attr(),
            Words::Live(value) => custom_attribute(name, value).into_any_attr(),
        });
        self
    }

    /// Keeps a switch such as `checked` or `disabled` as the signal says.
    pub fn switch(mut self, name: &'static str, on: Signal<bool>) -> El {
        self.0.attributes.push(prop(name, on).into_any_attr());
        self
    }

    /// Keeps a field's text as the signal says.
    pub fn value(mut self, value: Signal<String>) -> El {
        self.0.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, act: impl Fn(web_sys::Event) + 'static) -> El {
        self.listening(event, Box::new(act))
    }

    fn listening(mut self, event: &'static str, act: Box<dyn Fn(web_sys::Event)>) -> El {
        let event: ev::Custom<web_sys::Event> = ev::Custom::new(event);
        self.0.attributes.push(ev::on(event, act).into_any_attr());
        self
    }

    /// Puts words inside.
    pub fn words(self, words: impl Into<Words>) -> El {
        self.with_words(words.into())
    }

    fn with_words(self, words: Words) -> El {
        self.view(match words {
            Words::Fixed(words) => words.into_any(),
            Words::Live(words) => words.into_any(),
        })
    }

    /// Puts an element inside.
    pub fn child(self, child: El) -> El {
        self.view(child.done())
    }

    /// Puts elements inside.
    pub fn children(mut self, children: impl IntoIterator<Item = El>) -> El {
        self.0.children.extend(children.into_iter().map(El::done));
        self
    }

    /// Puts a view inside.
    pub fn view(mut self, view: AnyView) -> El {
        self.0.children.push(view);
        self
    }

    /// The element as a view.
    pub fn done(self) -> AnyView {
        let Parts {
            tag,
            attributes,
            children,
        } = *self.0;
        match tag {
            "svg" => svg::svg()
                .add_any_attr(attributes)
                .child(children)
                .into_any(),
            "rect" => svg::rect()
                .add_any_attr(attributes)
                .child(children)
                .into_any(),
            tag => custom(tag)
                .add_any_attr(attributes)
                .child(children)
                .into_any(),
        }
    }
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// A part of the page that is made anew when what it reads changes.
pub fn dynamic(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    fn boxed(part: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
        (move || part()).into_any()
    }
    boxed(Box::new(part))
}

/// Parts that come and go by their key and otherwise stay as they are.
pub fn each(
    keys: impl Fn() -> Vec<usize> + Send + Sync + 'static,
    part: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    fn boxed(
        keys: Box<dyn Fn() -> Vec<usize> + Send + Sync>,
        part: Arc<dyn Fn(usize) -> AnyView + Send + Sync>,
    ) -> AnyView {
        view! { <For each=move || keys() key=|key| *key children=move |key| part(key)/> }.into_any()
    }
    boxed(Box::new(keys), Arc::new(part))
}

/// A signal of what a function says, which tells of it only when it says something else: so that what is
/// shown by it stays, and keeps the focus, while other things change.
pub fn when(on: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    fn boxed(on: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
        Memo::new(move |_| on()).into()
    }
    boxed(Box::new(on))
}

/// A button: its look (empty for the main one of its place), its words, and what it does.
pub fn button(class: &'static str, words: impl Into<Words>, act: impl Fn() + 'static) -> El {
    fn made(class: &'static str, words: Words, act: Box<dyn Fn()>) -> El {
        classed("button", class)
            .attr("type", "button")
            .words(words)
            .on("click", move |_| act())
    }
    made(class, words.into(), Box::new(act))
}

/// A section of the page: a card with a heading.
pub fn card(id: &'static str, heading: &str) -> El {
    classed("section", "card")
        .attr("aria-labelledby", id)
        .child(el("h2").attr("id", id).words(heading))
}

/// A note in small print.
pub fn note(words: impl Into<Words>) -> El {
    classed("p", "note").words(words)
}

/// A cell at the head of a row (`row`) or a column (`col`).
pub fn head(scope: &'static str, words: &str) -> El {
    el("th").attr("scope", scope).words(words)
}

/// A row of a table with something across all its columns.
pub fn across(columns: usize, inside: El) -> El {
    el("tr").child(el("td").attr("colspan", columns.to_string()).child(inside))
}

/// A table that scrolls where it is wider than its place.
pub fn wide_table(caption: &str, heads: &[&str], rows: Vec<AnyView>) -> El {
    classed("div", "wide")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", caption)
        .child(table(caption, heads, rows))
}

/// A table: its caption, the heads of its columns, its rows.
pub fn table(caption: &str, heads: &[&str], rows: Vec<AnyView>) -> El {
    let heads = heads.iter().map(|words| head("col", words));
    el("table")
        .child(el("caption").words(caption))
        .child(el("thead").child(el("tr").children(heads)))
        .child(rows.into_iter().fold(el("tbody"), El::view))
}
