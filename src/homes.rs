//! The households of this visit: at least one, each with a name and answers, one of them shown.
use tanlu_model::file::AnswersFile;
use tanlu_model::plan::Plan;
use tanlu_model::{Answers, LineId, MODEL_VERSION, file};

/// Most households that are kept side by side.
pub const MOST: usize = 4;

/// A household as the page keeps it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Home {
    /// What the visitor calls it; empty as long as it has no name.
    pub name: String,
    /// Its answers.
    pub answers: Answers,
    /// Its plan.
    pub plan: Plan,
    /// What an older model made of them, as long as nobody has put it aside.
    pub older: Option<Older>,
}

/// The result of an older model.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Older {
    /// Its version.
    pub model: String,
    /// kg CO2e a year by line, if it was noted.
    pub before: Vec<(LineId, f64)>,
    /// What it had in lines that are gone.
    pub gone: f64,
    /// The answers that it had; there may be others since.
    pub answers: Answers,
}

impl Older {
    /// Whether no result of it was noted.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.gone == 0.0
    }
}

impl Home {
    /// A household of a file.
    pub fn of(name: &str, file: AnswersFile) -> Home {
        let older = file.model.filter(|model| *model != MODEL_VERSION);
        Home {
            name: name.to_owned(),
            plan: file.plan,
            older: older.map(|model| Older {
                model,
                before: file.before,
                gone: file.gone,
                answers: file.answers.clone(),
            }),
            answers: file.answers,
        }
    }

    /// As text for the browser's storage: the name in one line, then the answers file with the lines
    /// of its result; below a blank line that of an older model, until it was put aside.
    pub fn write(&self, lines: &[(LineId, f64)], shown: &dyn Fn(f64) -> String) -> String {
        let file = file::write(&self.answers, &self.plan, lines, shown);
        let older = self.older.as_ref().map(|older| {
            let lines = (&*older.before, older.gone);
            file::write_of(&older.model, &older.answers, &Plan::none(), lines, shown)
        });
        let older = older.map_or_else(String::new, |older| ["\n", &older].concat());
        [&*self.name, "\n", &file, &older].concat()
    }

    /// What [`Home::write`] wrote, if all of it can be read.
    pub fn read(text: &str) -> Option<Home> {
        let (name, files) = text.split_once('\n')?;
        // a file without answers has a blank line of its own, before a closing bracket
        let end = files.find("\n\n{").unwrap_or(files.len());
        let (answers, older) = (files.get(..end)?, files.get(end..)?.trim_start());
        let mut home = Home::of(name, file::read(answers).ok()?);
        if let Ok(older) = file::read(older) {
            home.older = Home::of("", older).older;
        }
        Some(home)
    }
}

/// All households.
#[derive(Clone, PartialEq, Debug)]
pub struct Homes {
    list: Vec<Home>,
    chosen: usize,
}

static EMPTY: Home = Home {
    name: String::new(),
    answers: Answers::new(),
    plan: Plan::none(),
    older: None,
};

impl Homes {
    /// These households, the one at `chosen` shown; a fresh one where there is none.
    pub fn new(list: Vec<Home>, chosen: usize) -> Homes {
        let mut homes = Homes { list, chosen: 0 };
        if homes.list.is_empty() {
            homes.list.push(Home::default());
        }
        homes.choose(chosen);
        homes
    }

    /// All of them, in their order.
    pub fn list(&self) -> &[Home] {
        &self.list
    }

    /// The position of the one that is shown.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// The one that is shown.
    pub fn home(&self) -> &Home {
        self.list.get(self.chosen).unwrap_or(&EMPTY)
    }

    /// The one that is shown, to change it.
    pub fn home_mut(&mut self) -> Option<&mut Home> {
        self.list.get_mut(self.chosen)
    }

    /// Shows another one; a position that is not there changes nothing.
    pub fn choose(&mut self, at: usize) {
        if at < self.list.len() {
            self.chosen = at;
        }
    }

    /// Adds one, which is then shown, as long as there are fewer than [`MOST`].
    pub fn add(&mut self, home: Home) {
        if self.list.len() < MOST {
            self.chosen = self.list.len();
            self.list.push(home);
        }
    }

    /// Removes the one that is shown; the last one is emptied instead.
    pub fn remove(&mut self) {
        if self.chosen < self.list.len() {
            self.list.remove(self.chosen);
        }
        *self = Homes::new(
            std::mem::take(&mut self.list),
            self.chosen.saturating_sub(1),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tanlu_model::{Answer, AnswerUnit, QuestionId};

    fn of(people: f64) -> Home {
        let mut answers = Answers::default();
        let unit = AnswerUnit::Person;
        answers.set(
            QuestionId::Members,
            Answer::Number {
                value: people,
                unit,
            },
        );
        Home {
            name: "老家 home".to_owned(),
            answers,
            plan: Plan::none(),
            older: None,
        }
    }

    #[test]
    fn a_home_reads_back_as_it_was_written() {
        let home = of(3.0);
        let lines = [(LineId::Rice, 12.5)];
        let text = home.write(&lines, &|number: f64| number.to_string());
        assert_eq!(Home::read(&text), Some(home.clone()));
        // an older model's result comes along, to tell what changed
        let older = Home::read(&text.replace(MODEL_VERSION, "2026.11"));
        let before = older.clone().and_then(|home| home.older);
        assert_eq!(before.map(|older| older.before), Some(lines.to_vec()));
        // and is kept, whatever the answers and the result are now, with what lines came to that are gone
        let changed = older.map(|mut home| {
            home.answers = of(4.0).answers;
            home.older = home.older.map(|older| Older { gone: 7.5, ..older });
            home
        });
        let kept = changed
            .as_ref()
            .map(|home| home.write(&[], &|number: f64| number.to_string()));
        assert_eq!(kept.and_then(|text| Home::read(&text)), changed);
        // nothing answered, before the result of an older model
        let emptied = changed.map(|mut home| {
            home.answers = Answers::new();
            home
        });
        let kept = emptied
            .as_ref()
            .map(|home| home.write(&[], &|number: f64| number.to_string()));
        assert_eq!(kept.and_then(|text| Home::read(&text)), emptied);
        // a file without the name of a model tells of none
        let unnamed = Home::read(&text.replace(MODEL_VERSION, ""));
        assert_eq!(unnamed, Some(home));
        assert_eq!(Home::read("no answers"), None);
        assert_eq!(Home::read("name\n{"), None);
    }

    #[test]
    fn there_is_always_one_home_and_never_more_than_allowed() {
        let mut homes = Homes::new(Vec::new(), 7);
        assert_eq!(homes.list().len(), 1);
        for people in 1..=9_u8 {
            homes.add(of(f64::from(people)));
        }
        assert_eq!((homes.list().len(), homes.chosen()), (MOST, MOST - 1));
        for _ in 0..9 {
            homes.remove();
        }
        assert_eq!(homes.list(), [Home::default()]);
        assert_eq!(homes.chosen(), 0);
    }
}
