//! Findings: what a rule, or the reading of a file, has to say about one place.

use std::borrow::Cow;

use super::kind::Kind;
use super::route::Route;
use super::text::{Label, Text};

/// Ids of policy clauses.
pub type Clauses = Cow<'static, [&'static str]>;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing.
    Note,
    /// Should be mended; does not stop anything.
    Warning,
    /// Against the policy or unreadable; `check` exits 1.
    Error,
}

impl Level {
    /// All levels, lightest first.
    pub const ALL: [Level; 3] = [Level::Note, Level::Warning, Level::Error];

    /// The key in policy, JSON and `--fail-on`.
    pub const fn key(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }

    /// The name for people.
    pub const fn label(self) -> Label {
        match self {
            Level::Note => Label::new("note", "提示"),
            Level::Warning => Label::new("warning", "警告"),
            Level::Error => Label::new("error", "错误"),
        }
    }

    /// The level of that key or name.
    pub fn parse(key: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.key() == key || level.label().zh == key)
    }
}

/// Where a finding points inside its file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The file as a whole.
    File,
    /// The value at the route; its mapping where the value is missing.
    Value(Route),
    /// The key at the route.
    Key(Route),
    /// A byte range: what the reading of a file points at, with the route as far as one leads.
    Spot(Route, usize, usize),
}

impl Place {
    /// The route, where there is one.
    pub fn route(&self) -> Route {
        match self {
            Place::Value(route) | Place::Key(route) | Place::Spot(route, ..) => route.clone(),
            Place::File => Route::root(),
        }
    }
}

/// One thing that is wrong or worth knowing, without bytes: those are looked up when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name, kebab case.
    pub rule: &'static str,
    /// How much it weighs, as the policy has it.
    pub level: Level,
    /// The file, relative to the book, `/` between folders.
    pub file: Box<str>,
    /// The record, as `kind/id`, where the file is one.
    pub record: Option<(Kind, Box<str>)>,
    /// The place in the file.
    pub place: Place,
    /// What is wrong.
    pub message: Text,
    /// Why, or what to do, in words.
    pub help: Option<Text>,
    /// The command that mends it, ready to run.
    pub remedy: Option<Cow<'static, str>>,
    /// The policy clauses behind it.
    pub clauses: Clauses,
}
