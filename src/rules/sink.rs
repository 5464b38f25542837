//! Where rules put what they find.

use std::borrow::Cow;

use super::Rule;
use crate::base::finding::{Clauses, Finding, Level, Place};
use crate::base::placeholder;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::book::AnyRow;
use crate::flow::gates::Missing;

/// Collects the findings of one rule.
pub struct Sink<'s> {
    pub(super) rule: &'static Rule,
    pub(super) level: Level,
    pub(super) found: &'s mut Vec<Finding>,
}

/// A finding just put in, for what else there is to say.
pub struct Said<'s>(&'s mut Finding);

impl Sink<'_> {
    /// The value at a dotted route of a record is wrong.
    pub fn value(&mut self, row: &AnyRow<'_>, route: &str, message: Text) -> Said<'_> {
        self.at(row, Place::Value(Route::parse(route)), message)
    }

    /// The key at a route of a record is wrong.
    pub fn key(&mut self, row: &AnyRow<'_>, route: Route, message: Text) -> Said<'_> {
        self.at(row, Place::Key(route), message)
    }

    /// Something in a record is wrong.
    pub fn at(&mut self, row: &AnyRow<'_>, place: Place, message: Text) -> Said<'_> {
        let record = Some((row.kind, Box::from(&**row.id)));
        self.push(row.path, record, place, message)
    }

    /// Something is missing that a gate asks for; where nothing stands at its place, the key that says
    /// how far the record has come is to blame.
    pub fn lacks(&mut self, row: &AnyRow<'_>, lack: &Missing, key: &str) {
        let (gate, remedy) = (lack.gate, placeholder::in_both(&lack.remedy));
        let place = match row.has(&lack.route) {
            true => Place::Value(lack.route.clone()),
            false => Place::Key(Route::name(key)),
        };
        let message = Text {
            en: format!("{} (gate {gate})", lack.message.en).into(),
            zh: format!("{}（关卡 {gate}）", lack.message.zh).into(),
        };
        self.at(row, place, message)
            .help(Text {
                en: format!("supply it: `{}`", remedy.en).into(),
                zh: format!("补充：`{}`", remedy.zh).into(),
            })
            .clauses(lack.clauses.clone());
    }

    /// Something in a file that is no record is wrong.
    pub fn file(&mut self, path: &str, place: Place, message: Text) -> Said<'_> {
        self.push(path, None, place, message)
    }

    fn push(
        &mut self,
        file: &str,
        record: Option<(crate::base::kind::Kind, Box<str>)>,
        place: Place,
        message: Text,
    ) -> Said<'_> {
        let at = self.found.len();
        self.found.push(Finding {
            rule: self.rule.name,
            level: self.level,
            file: file.into(),
            record,
            place,
            message,
            help: None,
            remedy: None,
            clauses: self.rule.clauses.into(),
        });
        Said(&mut self.found[at])
    }
}

impl Said<'_> {
    /// What to do, in words.
    pub fn help(self, help: Text) -> Self {
        self.0.help = Some(help);
        self
    }

    /// The command that mends it, ready to run.
    pub fn remedy(self, command: impl Into<Cow<'static, str>>) -> Self {
        self.0.remedy = Some(command.into());
        self
    }

    /// The clauses behind this very finding, where they are not the rule's.
    pub fn clauses(self, clauses: impl Into<Clauses>) -> Self {
        self.0.clauses = clauses.into();
        self
    }
}
