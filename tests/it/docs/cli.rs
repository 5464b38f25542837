//! `docs/cli.md`: the help of every command.

use clap::{Command, CommandFactory};
use salesops::cli::{Cli, help};

use super::{LANGS, generated, say};

const WIDTH: usize = 100;

#[test]
fn every_command_has_its_help() {
    for lang in LANGS {
        let mut program = help::localized(Cli::command(), lang).term_width(WIDTH);
        program.build();
        let mut page = say(lang, HEAD, HEAD_ZH).to_owned();
        page.push_str(&shown(&program));
        for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
            page.push_str(&format!("\n## {}\n\n", command.get_name()));
            page.push_str(&shown(&without_global(command.clone())));
        }
        generated("cli", lang, &page);
    }
}

const HEAD: &str = "\
# Commands

This is what `salesops --help` and `salesops COMMAND --help` print. The global options may stand
with every command; below they are shown once. Beginnings of command names will do where they are
unique, and every command has a Chinese name.

";

const HEAD_ZH: &str = "\
# 命令

以下为 `salesops --help` 和 `salesops 命令 --help` 的输出。通用选项可用于每个命令，只在开头列出一次。命令可以只写
能唯一确定的开头，也都有中文名称。

";

fn shown(command: &Command) -> String {
    let help = command.clone().term_width(WIDTH).render_long_help().to_string();
    let lines: Vec<&str> = help.trim().lines().map(str::trim_end).collect();
    format!("```text\n{}\n```\n", lines.join("\n"))
}

fn without_global(command: Command) -> Command {
    let is_global = |id: &str| help::GLOBAL.iter().any(|(known, _)| *known == id);
    command.mut_args(|arg| {
        let hide = is_global(arg.get_id().as_str());
        arg.hide(hide)
    })
}
