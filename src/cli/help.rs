//! Help in Chinese, put into the commands before parsing. English stands with the arguments.

use clap::Command;

use super::commands;
use crate::base::kind::Kind;
use crate::base::placeholder;
use crate::base::text::Lang;
use crate::flow::life::LIVES;

/// The Chinese texts of a command: its own under `""`, those of its arguments under their ids.
pub type Texts = &'static [(&'static str, &'static str)];

/// The texts of the program itself and of the global options.
pub const GLOBAL: Texts = &[
    ("", "让销售制度真正得到执行。"),
    ("book", "账本所在的文件夹，或其中的文件夹"),
    ("as_of", "当作“现在”的日期（或时间）"),
    ("member", "由哪位成员写入"),
    ("lang", "语言：en 或 zh"),
    ("format", "输出的格式"),
    ("output", "把输出写入文件"),
    ("color", "颜色：auto、always 或 never"),
    ("quiet", "除数据外不输出文字"),
    ("no_input", "不提问"),
    ("reveal", "显示敏感内容"),
    ("timings", "说明时间花在哪里"),
    ("help", "显示帮助"),
    ("version", "显示版本"),
];

/// The texts of every command, by name.
pub const COMMANDS: &[(&str, Texts)] = &[
    ("init", commands::init::ZH),
    ("add", commands::add::ZH),
    ("set", commands::set::ZH),
    ("edit", commands::edit::ZH),
    ("rename", commands::rename::ZH),
    ("merge", commands::merge::ZH),
    ("undo", commands::undo::ZH),
    ("show", commands::show::ZH),
    ("list", commands::list::ZH),
    ("find", commands::find::ZH),
    ("who", commands::who::ZH),
    ("log", commands::log::ZH),
    ("grade", commands::grade::ZH),
    ("transfer", commands::transfer::ZH),
    ("handover", commands::handover::ZH),
    ("assign", commands::assign::ZH),
    ("pool", commands::pool::ZH),
    ("ack", commands::ack::ZH),
    ("nurture", commands::keep::NURTURE_ZH),
    ("abandon", commands::keep::ABANDON_ZH),
    ("convert", commands::convert::ZH),
    ("advance", commands::advance::ZH),
    ("win", commands::close::WIN_ZH),
    ("lose", commands::close::LOSE_ZH),
    ("suspend", commands::close::SUSPEND_ZH),
    ("reopen", commands::close::REOPEN_ZH),
    ("proposal", commands::step::PROPOSAL_ZH),
    ("negotiation", commands::step::NEGOTIATION_ZH),
    ("contract", commands::step::CONTRACT_ZH),
    ("assess", commands::assess::ZH),
    ("assessment", commands::step::ASSESSMENT_ZH),
    ("budget", commands::step::BUDGET_ZH),
    ("expense", commands::step::EXPENSE_ZH),
    ("order", commands::step::ORDER_ZH),
    ("payment", commands::step::PAYMENT_ZH),
    ("registration", commands::step::REGISTRATION_ZH),
    ("dispute", commands::step::DISPUTE_ZH),
    ("verify", commands::verify::ZH),
    ("audit", commands::step::AUDIT_ZH),
    ("notice", commands::step::NOTICE_ZH),
    ("script", commands::step::SCRIPT_ZH),
    ("plan", commands::step::PLAN_ZH),
    ("ticket", commands::step::TICKET_ZH),
    ("inbox", commands::approve::INBOX_ZH),
    ("approve", commands::approve::APPROVE_ZH),
    ("reject", commands::approve::REJECT_ZH),
    ("check", commands::check::ZH),
    ("explain", commands::explain::ZH),
    ("clause", commands::clause::ZH),
    ("policy", commands::policy::ZH),
    ("report", commands::report::ZH),
    ("import", commands::import::ZH),
    ("template", commands::template::ZH),
    ("export", commands::export::ZH),
    ("fmt", commands::fmt::ZH),
    ("schema", commands::schema::ZH),
    ("completions", commands::completions::ZH),
    ("man", commands::man::ZH),
];

// The commands that take any kind of record.
const OF_KINDS: [&str; 6] = ["add", "list", "import", "template", "export", "schema"];

// The kinds, as they may be typed, in lines that fit a terminal.
fn kinds(lang: Lang) -> String {
    let (head, joint) = match lang {
        Lang::En => ("Kinds:\n", ", "),
        Lang::Zh => ("类型：\n", "、"),
    };
    let mut text = head.to_owned();
    let names: Vec<&str> = match lang {
        Lang::En => Kind::ALL.iter().map(|kind| kind.key()).collect(),
        Lang::Zh => Kind::ALL.iter().map(|kind| kind.label().zh).collect(),
    };
    for line in names.chunks(8) {
        text.push_str(&format!("  {}\n", line.join(joint)));
    }
    text
}

const TEMPLATE: &str = "\
{about-with-newline}
用法：{usage}

{all-args}{after-help}";

/// The command with its help in `lang`.
pub fn localized(command: Command, lang: Lang) -> Command {
    // `help COMMAND` is read as `COMMAND --help`, in both languages.
    let command = command.disable_help_subcommand(true);
    let command = LIVES.iter().fold(command, |command, life| {
        let steps = commands::step::steps(life, lang);
        command.mut_subcommand(life.kind.key(), |sub| sub.after_help(steps))
    });
    let command = OF_KINDS.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| sub.after_help(kinds(lang)))
    });
    if lang == Lang::En {
        return command.after_help(EXITS.en);
    }
    let command = translate(command, GLOBAL)
        .after_help(EXITS.zh)
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .disable_version_flag(true)
        .arg(version());
    let line = usage(&command, "salesops");
    let command = command.override_usage(line);
    let names: Vec<&str> = COMMANDS.iter().map(|(name, _)| *name).collect();
    names.into_iter().fold(command, |command, name| {
        let texts = COMMANDS.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, t)| *t);
        command.mut_subcommand(name, |sub| {
            let sub = named_first(translate(sub, texts));
            let line = usage(&sub, &format!("salesops {name}"));
            sub.override_usage(line)
        })
    })
}

// The parser would say "[alias: …]"; the Chinese name leads the text instead.
fn named_first(command: Command) -> Command {
    let names: Vec<String> = command.get_all_aliases().map(str::to_owned).collect();
    let Some(first) = names.first() else { return command };
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let about = match about.trim_end_matches('。') == first {
        true => about,
        false => format!("{first}：{about}"),
    };
    command.visible_alias(clap::builder::Resettable::Reset).aliases(names).about(about)
}

// The usage line, whose `[OPTIONS]` the parser has in English only.
fn usage(command: &Command, path: &str) -> String {
    let line = command.clone().bin_name(path).render_usage().to_string();
    let line = line.trim_start_matches("Usage:").trim();
    match line.contains("[OPTIONS]") {
        true => line.replace("[OPTIONS]", "[选项]"),
        false => line.replacen(path, &format!("{path} [选项]"), 1),
    }
}

const EXITS: crate::base::text::Label = crate::base::text::Label::new(
    "Exit codes: 0 fine, 1 error findings or refused by the policy, 2 could not do it.",
    "退出码：0 正常；1 有错误发现或被制度拒绝；2 无法完成。",
);

fn version() -> clap::Arg {
    let action = clap::ArgAction::Version;
    let arg = clap::Arg::new("version").short('V').long("version").action(action);
    arg.help("显示版本").help_heading("通用选项")
}

fn translate(command: Command, texts: Texts) -> Command {
    let text =
        |id: &str| texts.iter().chain(GLOBAL).find(|(known, _)| *known == id).map(|(_, t)| *t);
    let mut place = 0;
    let own = texts.iter().find(|(known, _)| known.is_empty()).map_or("", |(_, text)| *text);
    command
        .about(own)
        .help_template(TEMPLATE)
        .disable_help_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help("显示帮助")
                .global(false),
        )
        .mut_args(|arg| {
            let positional = arg.is_positional();
            let heading = match (positional, GLOBAL.iter().any(|(id, _)| *id == arg.get_id())) {
                (true, _) => "参数",
                (false, true) => "通用选项",
                (false, false) => "选项",
            };
            let help = text(arg.get_id().as_str()).map(str::to_owned);
            let takes_values = arg.get_action().takes_values();
            let names: Option<Vec<String>> = arg
                .get_value_names()
                .map(|names| names.iter().map(|name| placeholder::in_chinese(name)).collect());
            // Where no name is given, the parser takes the argument's id.
            let id = arg.get_id().as_str().to_uppercase();
            let names = names.unwrap_or_else(|| vec![placeholder::in_chinese(&id)]);
            let arg = if takes_values { arg.value_names(names) } else { arg };
            place += 1;
            // Under a heading of their own, the parser would sort positions by name.
            let arg = arg.help_heading(heading).display_order(place);
            // "[default: …]" would be English; the text says what holds where nothing is given.
            let arg = if takes_values { arg.hide_default_value(true) } else { arg };
            match help {
                Some(help) => arg.help(help),
                None => arg,
            }
        })
}
