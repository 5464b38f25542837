//! Faults: what is wrong with a file as a text, each with its bytes and both languages.

use crate::base::finding::Place;
use crate::base::route::Route;
use crate::base::text::Text;

/// How many characters of a value a message quotes at most.
pub const QUOTED: usize = 40;

/// One thing wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The rule that it breaks, a row of the rule table.
    pub rule: &'static str,
    /// The way to it, as far as one leads.
    pub route: Route,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub help: Option<Text>,
}

impl Fault {
    /// A fault at a byte range that no route leads to.
    pub fn at(rule: &'static str, start: usize, end: usize, message: Text) -> Fault {
        Fault { rule, route: Route::root(), start, end, message, help: None }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn help(mut self, help: Text) -> Fault {
        self.help = Some(help);
        self
    }

    /// Where a finding made of it points.
    pub fn place(&self) -> Place {
        Place::Spot(self.route.clone(), self.start, self.end)
    }
}
