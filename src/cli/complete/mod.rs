//! Completion: what may stand where the cursor is. The shell's script asks this program by the
//! environment variable `COMPLETE`; where there is no book, or a broken one, nothing is answered.

mod fields;
mod query;
mod records;
pub mod shell;
mod values;

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::sync::Arc;

use clap::Command;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, ValueCompleter, complete};

use self::shell::Shell;
use super::args::Global;
use super::context::{Ctx, Env};
use crate::base::text::{Lang, Text};
use crate::store::Folder;

/// Something that may be typed, with what people call it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hit {
    value: String,
    help: String,
}

impl Hit {
    fn new(value: impl Into<String>, help: impl Into<String>) -> Hit {
        Hit { value: value.into(), help: help.into() }
    }
}

/// The command line so far: what completers look at.
struct Line {
    /// The command's name; empty before there is one.
    command: String,
    /// The values of its arguments, by id.
    given: Vec<(String, Vec<String>)>,
    global: Global,
    env: Env,
    lang: Lang,
}

impl Line {
    fn first(&self, id: &str) -> Option<&str> {
        let given = self.given.iter().find(|(known, _)| known == id)?;
        given.1.first().map(String::as_str)
    }

    fn has(&self, id: &str) -> bool {
        self.given.iter().any(|(known, _)| known == id)
    }

    /// Runs `ask` on the book, if there is one that can be opened.
    fn with_book<T>(&self, ask: impl FnOnce(&Ctx<'_>, &crate::book::Book<'_>) -> T) -> Option<T> {
        let (mut out, mut err) = (std::io::sink(), std::io::sink());
        let mut ctx = Ctx::new(self.global.clone(), &self.env, self.lang, &mut out, &mut err);
        let folder: Folder = ctx.folder().ok()?;
        let book = ctx.open(&folder).ok()?;
        Some(ask(&ctx, &book))
    }
}

/// Answers a shell: the candidates for the last of `words`, which begin with the program's name;
/// without words, the script that makes the shell ask.
pub fn answer(
    command: &Command,
    shell: Shell,
    words: Vec<OsString>,
    lang: Lang,
    env: &Env,
) -> Vec<u8> {
    let mut out = Vec::new();
    if words.is_empty() {
        let _ = out.write_all(shell.script().as_bytes());
        return out;
    }
    let typed = shell.joined(words, env);
    let mut words = typed.words;
    name_whole(command, &mut words);
    let line = Arc::new(line(command, &words, lang, env));
    let mut command = with_completers(command.clone(), &line);
    let last = words.len() - 1;
    let current = words[last].to_string_lossy().into_owned();
    let found = complete(&mut command, words, last, Some(&line.env.folder)).unwrap_or_default();
    let found = found.iter().map(|candidate| {
        let help = candidate.get_help().map(ToString::to_string).unwrap_or_default();
        Hit::new(candidate.get_value().to_string_lossy(), help.lines().next().unwrap_or_default())
    });
    let mut found: Vec<Hit> = found.collect();
    // Options are asked for by a dash; records are what people look for.
    if !current.starts_with('-') && found.iter().any(|hit| !hit.value.starts_with('-')) {
        found.retain(|hit| !hit.value.starts_with('-'));
    }
    shell.write(&found, &current, &typed.kept, env, &mut out);
    out
}

/// The values of an argument as choices, where they are few: for asking.
pub fn choices(
    command: &Command,
    args: &[OsString],
    id: &str,
    ctx: &Ctx<'_>,
) -> Vec<(String, Text)> {
    let words: Vec<OsString> = args.iter().cloned().chain([OsString::new()]).collect();
    let line = line(command, &words, ctx.lang, ctx.env);
    let hits = values::of(&line, id, 0, "");
    let is_whole = |hit: &Hit| !hit.value.ends_with(['/', '=', ':', '.']);
    match hits.len() <= 40 && hits.iter().all(is_whole) {
        true => hits.into_iter().map(|hit| (hit.value, Text::same(hit.help))).collect(),
        false => Vec::new(),
    }
}

// The engine knows commands by their whole names only.
fn name_whole(command: &Command, words: &mut [OsString]) {
    let Some((_, before)) = words.split_last_mut() else { return };
    let typed = before.iter_mut().skip(1).find(|word| !word.to_string_lossy().starts_with('-'));
    let Some(word) = typed else { return };
    let begun = word.to_string_lossy().into_owned();
    let names = |sub: &Command| -> Vec<String> {
        std::iter::once(sub.get_name()).chain(sub.get_all_aliases()).map(str::to_owned).collect()
    };
    let is_begun = |sub: &&Command| names(sub).iter().any(|name| name.starts_with(&begun));
    let mut hits = command.get_subcommands().filter(is_begun);
    let exact = command.get_subcommands().find(|sub| names(sub).contains(&begun));
    if let Some(sub) = exact.or_else(|| hits.next().filter(|_| hits.next().is_none())) {
        *word = sub.get_name().into();
    }
}

fn line(command: &Command, words: &[OsString], lang: Lang, env: &Env) -> Line {
    let before = &words[..words.len() - 1];
    let matches = command.clone().ignore_errors(true).try_get_matches_from(before).ok();
    let (name, sub) = match matches.as_ref().and_then(|matches| matches.subcommand()) {
        Some((name, sub)) => (name.to_owned(), Some(sub)),
        None => (String::new(), None),
    };
    let from = sub.or(matches.as_ref());
    let raw = |id: &str| -> Option<Vec<String>> {
        let values = from?.try_get_raw(id).ok()??;
        Some(values.map(|value| value.to_string_lossy().into_owned()).collect())
    };
    let ids = command.find_subcommand(&name).map_or_else(Vec::new, |sub| {
        sub.get_arguments().map(|arg| arg.get_id().to_string()).collect()
    });
    let given = ids.into_iter().filter_map(|id| Some((id.clone(), raw(&id)?))).collect();
    let one = |id: &str| raw(id).and_then(|values| values.into_iter().next());
    let global = Global {
        book: one("book").map(Into::into),
        member: one("member"),
        as_of: one("as_of"),
        ..Global::default()
    };
    Line { command: name, given, global, env: env.clone(), lang }
}

fn with_completers(command: Command, line: &Arc<Line>) -> Command {
    let here = line.command.clone();
    let add = |command: Command| {
        command.mut_args(|arg| {
            let id = arg.get_id().to_string();
            let is_path = arg.get_value_hint() != clap::ValueHint::Unknown;
            match arg.get_action().takes_values() && !is_path {
                true => arg.add(ArgValueCompleter::new(Values { line: Arc::clone(line), id })),
                false => arg,
            }
        })
    };
    let command = add(command);
    match command.find_subcommand(&here).is_some() {
        true => command.mut_subcommand(here, add),
        false => command,
    }
}

struct Values {
    line: Arc<Line>,
    id: String,
}

impl ValueCompleter for Values {
    fn complete(&self, current: &OsStr) -> Vec<CompletionCandidate> {
        self.complete_at(0, current)
    }

    fn complete_at(&self, at: usize, current: &OsStr) -> Vec<CompletionCandidate> {
        let hits = values::of(&self.line, &self.id, at, &current.to_string_lossy());
        let made = hits
            .into_iter()
            .map(|hit| CompletionCandidate::new(hit.value).help(Some(hit.help.into())));
        made.collect()
    }
}

#[cfg(test)]
mod tests;
