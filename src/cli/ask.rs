//! Asking: questions at a terminal, one line each. What cannot be read is asked again with the
//! reason; who stops (Ctrl-C, end of input) has changed nothing.

use anyhow::{Result, bail};

use super::context::Ctx;
use crate::base::text::{Lang, Text};
use crate::base::width::normalize_width;
use crate::say;

/// Where answers come from: a terminal, or the script of a test.
pub trait Ask {
    /// Shows a text and reads a line; `None` where the person stops.
    fn line(&mut self, shown: &str) -> Option<String>;
}

/// One question.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// What is wanted, and why.
    pub text: Text,
    /// The answers to choose from, by number, with their names; anything else may be typed as well.
    pub choices: Vec<(String, Text)>,
    /// What an empty line means.
    pub default: Option<String>,
    /// Whether an empty line passes the question over.
    pub optional: bool,
}

impl Question {
    /// A question that must be answered.
    pub fn new(text: Text) -> Question {
        Question { text, ..Question::default() }
    }

    fn shown(&self, lang: Lang) -> String {
        let mut shown = format!("{}\n", crate::output::plain(self.text.pick(lang)));
        let width = self.choices.len().to_string().len();
        for (at, (key, name)) in self.choices.iter().enumerate() {
            let name = name.pick(lang);
            let name = if name == key { String::new() } else { format!("  {name}") };
            let line = format!("{key}{name}");
            shown.push_str(&format!("  {:>width$}  {}\n", at + 1, crate::output::plain(&line)));
        }
        if let Some(default) = &self.default {
            let default = crate::output::plain(default);
            shown.push_str(
                say!(en: "  [Enter: {default}]\n", zh: "  [回车：{default}]\n").pick(lang),
            );
        } else if self.optional {
            shown.push_str(say!(en: "  [Enter: leave it]\n", zh: "  [回车：跳过]\n").pick(lang));
        }
        shown
    }
}

impl Ctx<'_> {
    /// Whether somebody is there to be asked.
    pub fn asks(&self) -> bool {
        self.ask.is_some() && !self.global.no_input
    }

    /// Asks until the answer can be read; `None` where an optional question is passed over.
    ///
    /// # Errors
    /// When the person stops.
    pub fn ask<T>(
        &self,
        question: &Question,
        read: impl Fn(&str) -> Result<T, Text>,
    ) -> Result<Option<T>> {
        let Some(ask) = self.ask.as_ref().filter(|_| self.asks()) else { return Ok(None) };
        let mut shown = question.shown(self.lang);
        loop {
            let Some(line) = ask.borrow_mut().line(&shown) else {
                bail!(say!(en: "stopped; nothing was changed", zh: "已中止，没有任何改动"));
            };
            self.answered.set(true);
            let answer = match (line.trim(), &question.default) {
                ("", Some(default)) => default.clone(),
                ("", None) if question.optional => return Ok(None),
                (typed, _) => chosen(question, typed),
            };
            let why = match answer.is_empty() {
                true => say!(en: "this cannot be left out", zh: "此项不能省略"),
                false => match read(&answer) {
                    Ok(value) => return Ok(Some(value)),
                    Err(why) => why,
                },
            };
            shown = format!("{}\n", crate::output::plain(why.pick(self.lang)));
        }
    }
}

// A number is the choice of that number; a name is as good.
fn chosen(question: &Question, typed: &str) -> String {
    let row = normalize_width(typed).parse::<usize>().ok();
    let choice = row.and_then(|row| question.choices.get(row.checked_sub(1)?));
    choice.map_or_else(|| typed.to_owned(), |(key, _)| key.clone())
}
