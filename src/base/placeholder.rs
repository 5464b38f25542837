//! Placeholders: the words in capitals that stand in a command for what only people know.

use super::text::Text;

const WORDS: &[(&str, &str)] = &[
    ("ADDRESS", "地址"),
    ("AMOUNT", "金额"),
    ("APPROVAL", "审批事项"),
    ("BUDGET", "预算"),
    ("BY", "人员"),
    ("CODE", "代码"),
    ("COLUMN", "列"),
    ("COMMAND", "命令"),
    ("CONTACT", "联系人"),
    ("CURRENCY", "币种"),
    ("CUSTOMER", "客户"),
    ("DATE", "日期"),
    ("DAYS", "天数"),
    ("DEPARTMENT", "部门"),
    ("DIMENSION", "维度"),
    ("DIR", "文件夹"),
    ("FAILED", "不足"),
    ("FEEDBACK", "反馈"),
    ("FIELD", "字段"),
    ("FIELDS", "字段"),
    ("FILE", "文件"),
    ("FORMAT", "格式"),
    ("GATE", "关卡"),
    ("GRADE", "等级"),
    ("HEADER", "表头"),
    ("ID", "编号"),
    ("ITEM", "项"),
    ("KEY", "键"),
    ("KIND", "类型"),
    ("LANG", "语言"),
    ("LEVEL", "级别"),
    ("LIKE", "记录"),
    ("MAP", "映射"),
    ("MEMBER", "成员"),
    ("N", "数目"),
    ("NAME", "名称"),
    ("OPTIONS", "选项"),
    ("ORDER", "顺序"),
    ("PACK", "制度包"),
    ("PATH", "路径"),
    ("PERCENT", "百分比"),
    ("PERIOD", "期间"),
    ("PRICE", "单价"),
    ("PRODUCT", "产品"),
    ("PURPOSE", "目的"),
    ("QTY", "数量"),
    ("QUERY", "条件"),
    ("REASON", "原因"),
    ("RECORD", "记录"),
    ("REF", "记录"),
    ("REJECTS", "文件"),
    ("REPORT", "报表"),
    ("RESULT", "结果"),
    ("RULE", "规则"),
    ("SCORE", "分数"),
    ("SHEET", "工作表"),
    ("SHELL", "终端程序"),
    ("STAGE", "阶段"),
    ("STEP", "步骤"),
    ("TEXT", "内容"),
    ("TYPE", "类型"),
    ("VALUE", "值"),
    ("VIEW", "视图"),
    ("WHAT", "事项"),
    ("WHEN", "时机"),
    ("WORKED", "有效做法"),
    ("ZONE", "时区"),
];

/// The Chinese of a placeholder: `日期` for `DATE`.
pub fn chinese(word: &str) -> Option<&'static str> {
    WORDS.iter().find(|(en, _)| *en == word).map(|(_, zh)| *zh)
}

/// A command with its placeholders, in both languages: `set d amount=AMOUNT` is also
/// `set d amount=金额`. What is not in capitals stays as it is.
pub fn in_both(command: &str) -> Text {
    Text { en: command.to_owned().into(), zh: in_chinese(command).into() }
}

/// The words of a command in capitals, in Chinese.
pub fn in_chinese(command: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let mut text = String::new();
    let mut rest = command;
    while let Some(from) = rest.find(is_word) {
        let (before, word) = rest.split_at(from);
        let to = word.find(|c| !is_word(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(to);
        text.push_str(before);
        text.push_str(chinese(word).unwrap_or(word));
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_in_capitals_are_placeholders() {
        for (en, zh) in [
            ("salesops set d amount=AMOUNT", "salesops set d amount=金额"),
            ("set d task_force+=MEMBER", "set d task_force+=成员"),
            ("[REF|PATH]... --map <MAP.toml>", "[记录|路径]... --map <映射.toml>"),
            ("set id.name TEXTS X-DATE date", "set id.name TEXTS X-DATE date"),
            ("", ""),
        ] {
            assert_eq!(in_chinese(en), zh);
            assert_eq!(in_both(en).en, en);
        }
    }
}
