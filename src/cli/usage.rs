//! What is wrong with a command line, in Chinese. In English the parser's own words stand.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The Chinese text of a usage error; `None` where it is no error but help.
pub fn in_chinese(error: &clap::Error) -> Option<String> {
    let told = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        kind => plain(kind, error),
    };
    let mut text = crate::output::plain(&format!("salesops：错误：{told}")).into_owned();
    if let Some(near) = suggestion(error) {
        text.push_str(&format!("；是否想写 {near}？"));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.trim_start_matches("Usage:").trim();
        text.push_str(&format!("\n用法：{usage}"));
    }
    text.push_str("\n详见 `--help`。");
    Some(text)
}

fn plain(kind: ErrorKind, error: &clap::Error) -> String {
    let of = |kind| words(error, kind);
    let (arg, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    match kind {
        ErrorKind::InvalidSubcommand => format!("没有命令 {}", of(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("此处不能用 {arg}"),
        ErrorKind::MissingRequiredArgument => format!("缺少 {arg}"),
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() || value == "``" => format!("{arg} 缺少值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("{arg} 的值 {value} 无效"),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{arg} 的值个数不对")
        }
        ErrorKind::ArgumentConflict => {
            let other = of(ContextKind::PriorArg);
            if other == arg || other.is_empty() {
                format!("{arg} 只能写一次")
            } else {
                format!("{arg} 不能与 {other} 同用")
            }
        }
        ErrorKind::InvalidUtf8 => "参数不是有效的 UTF-8 文字".to_owned(),
        _ => "无法理解此命令".to_owned(),
    }
}

fn suggestion(error: &clap::Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg];
    kinds.into_iter().map(|kind| words(error, kind)).find(|words| !words.is_empty())
}

fn words(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => format!("`{word}`"),
        Some(ContextValue::Strings(words)) => {
            words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join("、")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::base::text::Lang;
    use crate::cli::{Cli, help};

    fn told(line: &str) -> String {
        let command = help::localized(Cli::command(), Lang::Zh);
        let error = command.try_get_matches_from(line.split(' ')).unwrap_err();
        in_chinese(&error).unwrap_or_default()
    }

    #[test]
    fn each_kind_of_mistake_has_its_words() {
        for (line, expected) in [
            ("salesops lst", "salesops：错误：没有命令 `lst`；是否想写 `lose`、`list`？"),
            ("salesops list customer --colum x", "此处不能用 `--colum`；是否想写 `--column`？"),
            ("salesops advance", "缺少 `<记录>`"),
            ("salesops advance x --to", "`--to <阶段>` 缺少值"),
            ("salesops undo x", "`[数目]` 的值 `x` 无效"),
            ("salesops show a b", "此处不能用 `b`"),
        ] {
            assert!(told(line).contains(expected), "{line}: {}", told(line));
        }
        assert!(
            told("salesops advance")
                .ends_with("用法：salesops advance [选项] <记录>\n详见 `--help`。")
        );
        assert_eq!(told("salesops --help"), "");
    }
}
