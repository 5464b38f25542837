//! The command line as it is typed, before the parser sees it: full-width dashes and letters, `help
//! COMMAND`, and beginnings that several commands share.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Command};

use crate::base::text::Text;
use crate::base::width::normalize_width;
use crate::say;

/// What keeps a command line from being understood.
pub enum Mistake {
    /// The parser's own words.
    Parser(clap::Error),
    /// A beginning that several commands share.
    Ambiguous(Text),
}

/// Reads a command line, tidied where an input method left its marks.
///
/// # Errors
/// When the parser cannot make sense of it.
pub fn parse(command: &Command, args: &[OsString]) -> Result<ArgMatches, Mistake> {
    let args = tidied(command, args);
    let read = |args: &[OsString]| command.clone().try_get_matches_from(args);
    let error = match read(&args) {
        Ok(matches) => return Ok(matches),
        Err(error) => error,
    };
    let Some(word) = unknown_command(&error) else { return Err(Mistake::Parser(error)) };
    let narrow = normalize_width(&word).to_lowercase();
    let again = match narrow == word {
        true => error,
        false => {
            let mut args = args;
            args.iter_mut().filter(|arg| **arg == *word).for_each(|arg| *arg = (&narrow).into());
            match read(&args) {
                Ok(matches) => return Ok(matches),
                Err(error) => error,
            }
        }
    };
    match unknown_command(&again).and_then(|word| shared(command, &word)) {
        Some(text) => Err(Mistake::Ambiguous(text)),
        None => Err(Mistake::Parser(again)),
    }
}

fn unknown_command(error: &clap::Error) -> Option<String> {
    let known = [ErrorKind::InvalidSubcommand, ErrorKind::UnknownArgument];
    if !known.contains(&error.kind()) {
        return None;
    }
    match error.get(ContextKind::InvalidSubcommand) {
        Some(ContextValue::String(word)) => Some(word.clone()),
        _ => None,
    }
}

// Chinese input methods make a dash of two hyphens, and full-width forms of either.
fn tidied(command: &Command, args: &[OsString]) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.iter().map(|arg| option(command, arg)).collect();
    if args.get(1).is_some_and(|word| word == "help" || word == "帮助") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

fn option(command: &Command, arg: &OsString) -> OsString {
    let typed = arg.to_str().unwrap_or_default();
    let dashes = ["－－", "——", "—", "--"];
    let Some(rest) = dashes.iter().find_map(|dash| typed.strip_prefix(dash)) else {
        return arg.clone();
    };
    let (name, value) = match rest.find(['=', '＝']) {
        Some(at) => (&rest[..at], rest[at..].strip_prefix(['=', '＝'])),
        None => (rest, None),
    };
    let name = normalize_width(name).to_lowercase();
    let knows = |command: &Command| {
        command.get_arguments().any(|arg| arg.get_long().is_some_and(|long| long == name))
    };
    if !knows(command) && !command.get_subcommands().any(knows) && name != "help" {
        return arg.clone();
    }
    match value {
        Some(value) => format!("--{name}={value}").into(),
        None => format!("--{name}").into(),
    }
}

// The commands that begin with `word`, where there are several: by the names of its language.
fn shared(command: &Command, word: &str) -> Option<Text> {
    let names = |sub: &Command| -> Vec<String> {
        let names = std::iter::once(sub.get_name()).chain(sub.get_all_aliases());
        names.filter(|name| name.starts_with(word)).map(str::to_owned).collect()
    };
    let hits: Vec<String> = command.get_subcommands().filter_map(|sub| names(sub).pop()).collect();
    if hits.len() < 2 || word.is_empty() {
        return None;
    }
    let list = hits.join(", ");
    Some(say!(
        en: "`{word}` begins several commands: {list}",
        zh: "有多个命令以 `{word}` 开头：{list}"
    ))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::base::text::Lang;
    use crate::cli::{Cli, help};

    fn read(line: &str) -> Result<String, String> {
        let command = help::localized(Cli::command(), Lang::Zh);
        let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        match parse(&command, &args) {
            Ok(matches) => Ok(matches.subcommand_name().unwrap_or_default().to_owned()),
            Err(Mistake::Ambiguous(text)) => Err(text.en.into_owned()),
            Err(Mistake::Parser(error)) => Err(format!("{:?}", error.kind())),
        }
    }

    #[test]
    fn beginnings_will_do_where_one_command_has_them() {
        assert_eq!(read("salesops adv x"), Ok("advance".to_owned()));
        assert_eq!(read("salesops 推 x"), Ok("advance".to_owned()));
        assert_eq!(read("salesops 列 客户"), Ok("list".to_owned()));
        let several = read("salesops l x").unwrap_err();
        assert!(several.starts_with("`l` begins several commands: "), "{several}");
        assert!(several.contains("list") && several.contains("lose"), "{several}");
        assert_eq!(read("salesops zzz").unwrap_err(), "InvalidSubcommand");
    }

    #[test]
    fn a_whole_name_wins_over_longer_ones() {
        let command = help::localized(Cli::command(), Lang::En);
        for sub in command.get_subcommands() {
            for name in std::iter::once(sub.get_name()).chain(sub.get_all_aliases()) {
                let found = read(&format!("salesops {name} --help"));
                assert_eq!(found, Err("DisplayHelp".to_owned()), "{name}");
            }
        }
    }

    #[test]
    fn what_an_input_method_widens_is_narrowed() {
        assert_eq!(read("salesops ｌｉｓｔ 客户"), Ok("list".to_owned()));
        assert_eq!(read("salesops －－ｂｏｏｋ＝. 列表 客户"), Ok("list".to_owned()));
        assert_eq!(read("salesops advance x ——to contract"), Ok("advance".to_owned()));
        assert_eq!(read("salesops 帮助 列表"), Err("DisplayHelp".to_owned()));
        // Free text is nobody's option.
        assert_eq!(read("salesops log call x ——他说不行"), Ok("log".to_owned()));
    }
}
