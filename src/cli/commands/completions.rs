//! `completions`: the script that lets a shell complete commands, names and values.

use anyhow::bail;

use crate::cli::complete::shell::Shell;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome};
use crate::say;

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell: bash, zsh, fish or powershell. The first line of the script says where it goes.
    shell: String,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "输出命令补全脚本：补全命令、字段、取值和记录编号，输入中文名称或拼音均可。"),
    ("shell", "终端程序：bash、zsh、fish 或 powershell；脚本首行说明放在哪里"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let typed = &args.shell;
    let Some(shell) = Shell::parse(typed) else {
        let list = Shell::ALL.map(Shell::key).join(", ");
        bail!(
            say!(en: "no shell `{typed}`; there are {list}", zh: "不支持 `{typed}`；可用：{list}")
        );
    };
    ctx.print(shell.script())?;
    Ok(Exit::Fine)
}
