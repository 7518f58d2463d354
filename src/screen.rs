//! The screens of the page. Each has an address behind `#`, so that links and the browser's way
//! back lead to it.

/// A screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Screen {
    /// The questions, with the running result beside them.
    Answer,
    /// The result: its lines, and what it compares with.
    Result,
    /// What could change: actions and the plan.
    Change,
    /// The path of the household and of the nation.
    Path,
    /// The households, saving, opening and printing; loaded when it is first opened.
    Keep,
}

impl Screen {
    /// Every screen, in the order of the navigation.
    pub const ALL: [Screen; 5] = [
        Screen::Answer,
        Screen::Result,
        Screen::Change,
        Screen::Path,
        Screen::Keep,
    ];

    /// Its id in CSS and, behind `#`, in the address.
    pub const fn id(self) -> &'static str {
        match self {
            Screen::Answer => "answer",
            Screen::Result => "result",
            Screen::Change => "change",
            Screen::Path => "path",
            Screen::Keep => "keep",
        }
    }

    /// The screen of an address's part from `#` on, if it names one; the first where there is none.
    pub fn of_hash(hash: &str) -> Option<Screen> {
        if hash.is_empty() {
            return Some(Screen::Answer);
        }
        let id = hash.strip_prefix('#')?;
        Self::ALL.into_iter().find(|screen| screen.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::Screen;

    #[test]
    fn an_address_names_a_screen_or_none() {
        for screen in Screen::ALL {
            let hash = format!("#{}", screen.id());
            assert_eq!(Screen::of_hash(&hash), Some(screen));
        }
        assert_eq!(Screen::of_hash(""), Some(Screen::Answer));
        assert_eq!(Screen::of_hash("#questions"), None);
    }
}
