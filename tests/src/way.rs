//! The way through the questions, on a desktop and on a phone.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::words::Words;

/// The parts of life that have questions, in the page's order.
pub const PARTS: [&str; 5] = ["home", "travel", "food", "goods", "services"];

const ASKED: &str = "return [...document.querySelectorAll('.ask')]
  .filter((e) => e.checkVisibility()).map((e) => e.id.replace('ask-', ''));";

impl Page<'_> {
    /// Goes to a screen (`answer`, `result`, `keep`) by the navigation, if it does not show.
    ///
    /// # Errors
    /// When it does not come, or its heading does not take the focus.
    pub fn screen(&self, words: &Words, screen: &str) -> Result<()> {
        let there = format!(".page[data-screen={screen}]");
        if self.shows(&there)? {
            return Ok(());
        }
        let link = self.first(&format!(".screens a[href='#{screen}']"))?;
        let name = words.ui(&format!("screen_{screen}"))?;
        ensure!(link.name()? == name, "not called {name}");
        link.click()?;
        self.on_screen(words, screen)
    }

    /// Waits until a screen shows, its heading has the focus and the window's title says so.
    ///
    /// # Errors
    /// When it does not come.
    pub fn on_screen(&self, words: &Words, screen: &str) -> Result<()> {
        self.first(&format!(".page[data-screen={screen}]"))?;
        self.opens(screen);
        self.wait_for(&format!("document.activeElement.id === 'title-{screen}'"))?;
        let title = words.window_title(screen)?;
        self.wait_for(&format!("document.title === {}", json!(title)))
    }

    /// The questions that show: all of a part on a desktop, one on a phone.
    ///
    /// # Errors
    /// When the browser fails.
    pub fn asked(&self) -> Result<Vec<String>> {
        let found = self.script(ASKED, &[])?;
        let ids = found.as_array().into_iter().flatten();
        Ok(ids.filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Is there room for one question only?
    #[must_use]
    pub fn one_at_a_time(&self) -> bool {
        self.visit.width < 960
    }

    /// Goes to the next question where one shows at a time: which one, or none after the last.
    ///
    /// # Errors
    /// When the next one does not show and take the focus.
    pub fn next_question(&self, words: &Words, before: &str) -> Result<Option<String>> {
        let next = self.first(".steps.single > :nth-child(2)")?;
        let name = next.name()?;
        if name == words.ui("to_result")? {
            return Ok(None);
        }
        ensure!(name == words.ui("next_question")?, "on to {name}?");
        next.click()?;
        let next = self.wait("another question", || {
            let asked = self.asked()?;
            ensure!(asked.len() == 1, "{asked:?} show at a time");
            Ok(asked.into_iter().find(|asked| asked != before))
        })?;
        self.wait_for(&format!("document.activeElement.id === 'ask-{next}'"))?;
        Ok(Some(next))
    }

    /// Goes on until a question of the present part shows.
    ///
    /// # Errors
    /// When it does not come.
    pub fn reach(&self, words: &Words, question: &str) -> Result<()> {
        let mut asked = self.asked()?;
        while !asked.iter().any(|asked| asked == question) {
            let next = match asked.as_slice() {
                [one] => self.next_question(words, one)?,
                _ => None,
            };
            asked = vec![next.with_context(|| format!("{question} is not asked"))?];
        }
        Ok(())
    }

    /// Goes to the questions that are asked in turn, the most telling one next.
    ///
    /// # Errors
    /// When they do not come.
    pub fn in_turn(&self, words: &Words) -> Result<()> {
        self.screen(words, "answer")?;
        self.first("#to-turn")?.click()?;
        self.wait_text("#part", words.ui("in_turn")?)?;
        self.wait_for("document.activeElement.id === 'part'")
    }

    /// The question that is open where questions are asked in turn, once the band has come: one,
    /// below those that are answered; none where nothing tells much any more.
    ///
    /// # Errors
    /// When more than one is open.
    pub fn open_in_turn(&self) -> Result<Option<String>> {
        self.settled()?;
        let kept = self.kept_answers()?;
        let there = self.script(
            "return [...document.querySelectorAll('.ask')].map((e) => e.id.replace('ask-', ''));",
            &[],
        )?;
        let there = there.as_array().into_iter().flatten();
        let there = there.filter_map(Value::as_str).map(str::to_owned);
        let open: Vec<String> = there.filter(|id| !kept.contains_key(id)).collect();
        ensure!(open.len() < 2, "{open:?} are open at a time");
        Ok(open.into_iter().next())
    }

    /// Goes to the open question of those in turn, which is below the others or, where one shows
    /// at a time, the next.
    ///
    /// # Errors
    /// When it does not show.
    pub fn come_to(&self, words: &Words, open: &str) -> Result<()> {
        if self.one_at_a_time() {
            self.reach(words, open)?;
        }
        self.first(&format!("#ask-{open}")).map(drop)
    }

    /// Opens a part of life from the list of parts.
    ///
    /// # Errors
    /// When it does not open.
    pub fn open_part(&self, words: &Words, part: &str) -> Result<()> {
        self.screen(words, "answer")?;
        let name = words.domain(part)?;
        self.first(&format!("#to-{part}"))?.click()?;
        self.wait_text("#part", name)?;
        // the part has been drawn when its heading has the focus
        self.wait_for("document.activeElement.id === 'part'")
    }
}
