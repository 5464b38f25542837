//! The command line: arguments, context, one file a command. The only layer that prints, reads the
//! environment or the clock, and draws random ids.

mod absent;
mod args;
mod ask;
mod columns;
mod commands;
mod complete;
mod config;
mod confirm;
mod context;
mod derived;
mod diff;
mod draw;
mod exit;
mod files;
pub mod help;
mod line;
mod many;
mod pick;
mod print;
mod record;
mod serves;
mod show;
mod supply;
mod talk;
mod terminal;
mod timings;
mod usage;
mod write;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, FromArgMatches};

pub use args::Cli;
pub use ask::Ask;
pub use context::Env;
pub use exit::Exit;

use crate::base::text::{Lang, Text};
use crate::output;
use crate::query::Wrong;
use context::Ctx;

/// Runs the program on the process's own arguments, environment and streams.
pub fn main() -> ExitCode {
    let env = Env::of_process();
    let (out, err) = (io::stdout(), io::stderr());
    let mut terminal = terminal::Terminal::of_process();
    let ask = env.asks.then_some(&mut terminal as &mut dyn Ask);
    let exit = run_asking(std::env::args_os(), &env, &mut out.lock(), &mut err.lock(), ask);
    ExitCode::from(exit as u8)
}

/// Runs one command line. Data goes to `out`, words to `err`; nobody is asked.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    env: &Env,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Exit {
    run_asking(args, env, out, err, None)
}

/// [`run`] with somebody who can be asked for what a command lacks.
pub fn run_asking<'c>(
    args: impl IntoIterator<Item = OsString>,
    env: &'c Env,
    out: &'c mut dyn Write,
    err: &'c mut dyn Write,
    ask: Option<&'c mut dyn Ask>,
) -> Exit {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = context::early_lang(&args, env);
    let command = help::localized(Cli::command(), lang);
    if let Some(shell) = env.var("COMPLETE") {
        return completed(&command, shell, args, lang, env, out);
    }
    let mut ctx = Ctx::new(args::Global::default(), env, lang, out, err);
    ctx.ask = ask.map(std::cell::RefCell::new);
    ctx.global.no_input = args.iter().any(|arg| arg == "--no-input");
    let (cli, args) = match read(&ctx, &command, args) {
        Ok(Ok(read)) => read,
        Ok(Err(error)) => return usage(&error, lang, ctx.out, ctx.err),
        Err(why) => {
            let _ = writeln!(ctx.err, "{}", told(&why, lang));
            return Exit::Failed;
        }
    };
    ctx.begin(cli.global);
    ctx.command =
        args.iter().skip(1).map(|arg| arg.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let result = ctx.global.check().map_err(Into::into);
    let result = result.and_then(|()| commands::run(&mut ctx, cli.command));
    ctx.timings.report(ctx.lang, ctx.err);
    match result {
        Ok(exit) => exit,
        Err(error) if is_closed_pipe(&error) => Exit::Fine,
        Err(error) => {
            let lang = ctx.lang;
            let _ = writeln!(ctx.err, "{}", told(&error, lang));
            Exit::Failed
        }
    }
}

// The command line, with what it lacks where somebody can be asked.
fn read(
    ctx: &Ctx<'_>,
    command: &clap::Command,
    mut args: Vec<OsString>,
) -> Result<Result<(Cli, Vec<OsString>), clap::Error>> {
    loop {
        let matches = line::parse(command, &args);
        let error = match matches.map(|matches| Cli::from_arg_matches(&matches)) {
            Ok(Ok(cli)) => return Ok(Ok((cli, args))),
            Ok(Err(error)) | Err(line::Mistake::Parser(error)) => error,
            Err(line::Mistake::Ambiguous(why)) => return Err(why.into()),
        };
        match absent::supplied(ctx, command, &args, &error)? {
            Some(more) => args = more,
            None => return Ok(Err(error)),
        }
    }
}

// Asked by a shell what may stand at the cursor: it wants answers or nothing.
fn completed(
    command: &clap::Command,
    shell: &str,
    args: Vec<OsString>,
    lang: Lang,
    env: &Env,
    out: &mut dyn Write,
) -> Exit {
    let Some(shell) = complete::shell::Shell::parse(shell) else { return Exit::Failed };
    let words = args.into_iter().skip_while(|arg| arg != "--").skip(1).collect();
    let _ = out.write_all(&complete::answer(command, shell, words, lang, env));
    Exit::Fine
}

fn usage(error: &clap::Error, lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    let text = error.render();
    if error.use_stderr() {
        let _ = match usage::in_chinese(error).filter(|_| lang == Lang::Zh) {
            Some(told) => writeln!(err, "{told}"),
            None => write!(err, "{text}"),
        };
        Exit::Failed
    } else {
        let _ = write!(out, "{text}");
        Exit::Fine
    }
}

// An error in the language of the output, with what lies beneath it.
fn told(error: &anyhow::Error, lang: Lang) -> String {
    let head = match lang {
        Lang::En => "salesops: error: ",
        Lang::Zh => "salesops：错误：",
    };
    let wrong = error.downcast_ref::<Wrong>();
    let outer = match wrong.map(|wrong| &wrong.message).or_else(|| error.downcast_ref()) {
        Some(text) => text.pick(lang).to_owned(),
        None => error.to_string(),
    };
    let root = error.root_cause();
    let beneath = match root.downcast_ref::<Text>() {
        Some(text) => text.pick(lang).to_owned(),
        None => root.to_string(),
    };
    let text = match outer == beneath || beneath == error.to_string() {
        true => outer,
        false => format!("{outer}: {beneath}"),
    };
    let mut told = format!("{head}{}", output::plain(&text));
    if let Some(wrong) = wrong {
        for line in wrong.excerpt() {
            told.push_str("\n  ");
            told.push_str(&output::plain(&line));
        }
    }
    told
}

// https://github.com/rust-lang/rust/issues/46016: a reader that has seen enough is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// The outcome of a command.
type Outcome = Result<Exit>;
