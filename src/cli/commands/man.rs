//! `man`: manual pages.
#![expect(clippy::disallowed_methods, reason = "this command writes pages into a folder")]

use std::fs;

use anyhow::Context as _;
use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use crate::base::text::Lang;
use crate::cli::context::Ctx;
use crate::cli::help::{self, Texts};
use crate::cli::{Cli, Exit, Outcome};
use crate::say;

/// Arguments of `man`.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Chinese help.
pub const ZH: Texts = &[("", "输出手册页；用 -o 指定文件夹时，为每个命令各写一页。")];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, _: &Args) -> Outcome {
    let mut command = help::localized(Cli::command(), ctx.lang);
    command.build();
    let Some(folder) = ctx.global.output.take() else {
        ctx.print(&page(command, ctx.lang)?)?;
        return Ok(Exit::Fine);
    };
    let root = ctx.env.folder.join(&folder);
    let shown = folder.display().to_string();
    fs::create_dir_all(&root).with_context(|| shown.clone())?;
    let subs: Vec<Command> = command.get_subcommands().cloned().collect();
    let mut n = 0;
    for command in std::iter::once(command).chain(subs.into_iter().map(named_apart)) {
        let path = root.join(format!("{}.1", command.get_name()));
        fs::write(&path, page(command, ctx.lang)?).with_context(|| path.display().to_string())?;
        n += 1;
    }
    ctx.say(&say!(en: "pages written to {shown}: {n}", zh: "已在 {shown} 写入 {n} 页手册"));
    Ok(Exit::Fine)
}

// Pages of commands are called by both names, as those of git are.
fn named_apart(command: Command) -> Command {
    let name = format!("salesops-{}", command.get_name());
    command.name(&name).display_name(name)
}

const HEADINGS: [(&str, &str); 8] = [
    ("NAME", "名称"),
    ("SYNOPSIS", "用法"),
    ("DESCRIPTION", "说明"),
    ("OPTIONS", "选项"),
    ("SUBCOMMANDS", "命令"),
    ("EXTRA", "其他"),
    ("VERSION", "版本"),
    ("AUTHORS", "作者"),
];

fn page(command: Command, lang: Lang) -> anyhow::Result<String> {
    let mut page = Vec::new();
    Man::new(command).manual("salesops").render(&mut page)?;
    let mut text = String::from_utf8(page)?;
    if lang == Lang::Zh {
        for (en, zh) in HEADINGS {
            text = text.replace(&format!(".SH {en}\n"), &format!(".SH {zh}\n"));
        }
    }
    Ok(text)
}
