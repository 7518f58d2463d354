//! What stands around the questions: header, start, notices, footer.
use leptos::prelude::*;

use crate::browser::document::describe;
use crate::lang::Lang;
use crate::parts::compare::{compare, nation_in_short};
use crate::parts::el::{El, button, classed, dynamic, el, live};
use crate::parts::homes::homes;
use crate::parts::keep::keep;
use crate::parts::lines::lines;
use crate::parts::questions::{parts_list, questions};
use crate::parts::result::{result, strip};
use crate::state::{Keeping, State};
use crate::words::{Msg, text};

/// The whole page.
pub fn shell(state: State) -> AnyView {
    Effect::new(move || {
        let lang = state.lang.get();
        describe(lang.tag(), text(lang, Msg::Title));
    });
    // all is made anew in the other language; what was entered is in the state
    dynamic(move || page(state, state.lang.get()).done())
}

fn page(state: State, lang: Lang) -> El {
    let other = lang.other();
    let switch = button("quiet", text(lang, Msg::OtherLanguage), move || {
        state.speak(other)
    });
    el("div")
        .child(
            classed("a", "skip")
                .attr("href", "#questions")
                .words(text(lang, Msg::Skip)),
        )
        .child(
            classed("header", "top")
                .child(classed("p", "brand").words(text(lang, Msg::Name)))
                .child(switch.attr("lang", other.tag())),
        )
        .child(main(state, lang))
        .child(
            classed("footer", "bottom")
                .child(el("p").words(text(lang, Msg::FooterData)))
                .child(el("p").words(text(lang, Msg::FooterPrivacy))),
        )
}

fn main(state: State, lang: Lang) -> El {
    let say = |msg| el("p").words(text(lang, msg));
    let side = classed("div", "side")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-labelledby", "result");
    el("main")
        .child(
            classed("div", "intro")
                .child(el("h1").words(text(lang, Msg::Lead)))
                .child(say(Msg::Intro))
                .child(el("p").words(nation_in_short(lang)))
                .child(say(Msg::Private).attr("class", "private"))
                .child(say(Msg::How)),
        )
        .child(notice(state, lang))
        .child(strip(state, lang))
        .child(
            classed("div", "work")
                .child(parts_list(state, lang))
                .child(questions(state, lang))
                .child(side.child(result(state, lang))),
        )
        .child(
            classed("div", "more")
                .child(lines(state, lang))
                .child(compare(state, lang))
                .child(homes(state, lang))
                .child(keep(state, lang)),
        )
}

/// What there is to say about keeping the answers.
fn notice(state: State, lang: Lang) -> El {
    let words = live(move || {
        match state.keeping.get() {
            Keeping::Works => "",
            Keeping::Refused => text(lang, Msg::NotSaved),
            Keeping::Unreadable => text(lang, Msg::NotRead),
        }
        .to_owned()
    });
    classed("p", "notice").attr("role", "status").words(words)
}
