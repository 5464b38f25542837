//! Arguments that a command cannot do without and that are not given: asked for one after another.

use std::ffi::OsString;

use anyhow::Result;
use clap::error::ErrorKind;
use clap::{Arg, Command};

use super::ask::Question;
use super::complete;
use super::context::Ctx;
use crate::base::text::Text;

/// The command line with what it lacks, or `None` where it is something else that is wrong.
///
/// # Errors
/// When the person stops.
pub fn supplied(
    ctx: &Ctx<'_>,
    command: &Command,
    args: &[OsString],
    error: &clap::Error,
) -> Result<Option<Vec<OsString>>> {
    if error.kind() != ErrorKind::MissingRequiredArgument || !ctx.asks() {
        return Ok(None);
    }
    let matches = command.clone().ignore_errors(true).try_get_matches_from(args).ok();
    let Some((name, given)) = matches.as_ref().and_then(|matches| matches.subcommand()) else {
        return Ok(None);
    };
    let Some(sub) = command.find_subcommand(name) else { return Ok(None) };
    let lacks = |arg: &&Arg| {
        let id = arg.get_id().as_str();
        arg.is_required_set() && given.try_get_raw(id).ok().flatten().is_none()
    };
    let lacking: Vec<&Arg> = sub.get_positionals().filter(lacks).collect();
    if lacking.is_empty() {
        return Ok(None);
    }
    // What has a dash in front is no name: after `--` all are taken as they are.
    let mut args = args.to_vec();
    if !args.iter().any(|arg| arg == "--") {
        args.push("--".into());
    }
    for arg in lacking {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let choices = complete::choices(command, &args, arg.get_id().as_str(), ctx);
        let question = Question { choices, ..Question::new(Text::same(help)) };
        let Some(answer) = ctx.ask(&question, |typed| Ok(typed.to_owned()))? else {
            return Ok(None);
        };
        args.push(answer.into());
    }
    Ok(Some(args))
}
