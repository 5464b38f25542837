//! What the parsers say of a file that they cannot read, in Chinese. What is not in the table stays
//! in the parser's own words.

use crate::base::text::Text;

/// A parser's message in both languages.
pub(super) fn in_both(detail: &str) -> Text {
    Text { en: detail.to_owned().into(), zh: chinese(detail).into() }
}

fn chinese(detail: &str) -> String {
    let Some((what, expected)) = detail.split_once(", expected ") else { return plain(detail) };
    if what == "string values must be quoted" {
        return plain(what);
    }
    let alternatives: Vec<&str> = expected.split(", ").map(|word| of(WORDS, word)).collect();
    format!("{}，应为{}", plain(what), alternatives.join("或"))
}

fn plain(detail: &str) -> String {
    if let Some(rest) = detail.strip_prefix("unclosed bracket ") {
        return format!("括号 {rest} 没有闭合");
    }
    of(SENTENCES, detail).to_owned()
}

fn of<'t>(table: &[(&str, &'static str)], words: &'t str) -> &'t str {
    table.iter().find(|(en, _)| *en == words).map_or(words, |(_, zh)| zh)
}

const SENTENCES: &[(&str, &str)] = &[
    // YAML
    ("unexpected eof", "文件意外结束"),
    ("unexpected EOF while parsing a flow sequence", "列表 `[` 尚未写完文件就结束了"),
    ("unexpected EOF while parsing a flow mapping", "映射 `{` 尚未写完文件就结束了"),
    ("unexpected EOF while parsing a block sequence", "列表尚未写完文件就结束了"),
    ("unexpected EOF while parsing a block mapping", "映射尚未写完文件就结束了"),
    ("did not find expected <document start>", "此处应是文档的开头"),
    ("while parsing a node, did not find expected node content", "此处应有一个值"),
    ("while parsing a block mapping, did not find expected key", "此处应有一个键（请检查缩进）"),
    ("while parsing a flow mapping, did not find expected ',' or '}'", "映射中此处应为 `,` 或 `}`"),
    ("while parsing a flow sequence, expected ',' or ']'", "列表中此处应为 `,` 或 `]`"),
    (
        "while parsing a block collection, did not find expected '-' indicator",
        "列表中此处应以 `-` 开头",
    ),
    ("simple key expected ':'", "键的后面应有冒号 `:`"),
    ("simple key is no longer valid", "键必须写在一行内"),
    ("invalid indentation", "缩进不正确"),
    ("a BOM must not appear inside a document", "文档中间不能出现字节顺序标记（BOM）"),
    ("tabs disallowed in this context", "此处不能用制表符"),
    ("tabs disallowed within this context (block indentation)", "不能用制表符缩进"),
    ("tab cannot be used as indentation", "不能用制表符缩进"),
    ("comment intercepting the multiline text", "多行文字中间不能有注释"),
    ("expected whitespace", "此处应有空格"),
    ("comments must be separated from other tokens by whitespace", "注释 `#` 的前面应有空格"),
    ("misplaced bracket", "括号的位置不对"),
    ("recursion limit exceeded", "嵌套层次太深"),
    ("block sequence entries are not allowed in this context", "此处不能出现列表项 `-`"),
    ("'-' must be followed by a valid YAML whitespace", "`-` 的后面应有空格"),
    ("a block scalar content cannot start with a tab", "多行文字不能以制表符开头"),
    ("wrongly indented line in block scalar", "多行文字中有一行缩进不正确"),
    ("unclosed quote", "引号没有闭合"),
    (
        "invalid indentation in multiline quoted scalar",
        "引号内的多行文字缩进不正确（或引号没有闭合）",
    ),
    ("invalid trailing content after single-quoted scalar", "单引号之后有多余的内容"),
    ("invalid trailing content after double-quoted scalar", "双引号之后有多余的内容"),
    ("while parsing a quoted scalar, found unknown escape character", "双引号内有未知的转义字符"),
    (
        "while parsing a quoted scalar, did not find expected hexadecimal number",
        "双引号内的转义缺少十六进制数字",
    ),
    (
        "while scanning a quoted scalar, found unexpected document indicator",
        "引号内出现了文档分隔符",
    ),
    ("invalid indentation in flow construct", "括号内的缩进不正确"),
    ("while scanning a plain scalar, found a tab", "文字中有制表符"),
    ("unexpected end of plain scalar", "文字意外结束"),
    ("mapping keys are not allowed in this context", "此处不能出现键"),
    (
        "mapping values are not allowed in this context",
        "此处不能再出现 `键: 值`（请检查缩进，含冒号的文字请加引号）",
    ),
    ("':' must be followed by a valid YAML whitespace", "`:` 的后面应有空格"),
    ("illegal placement of ':' indicator", "`:` 的位置不对"),
    (
        "while scanning an anchor or alias, did not find expected alphabetic or numeric character",
        "`&` 或 `*` 的后面应为字母或数字（若是文字，请加引号）",
    ),
    ("while parsing node, found unknown anchor", "没有这个锚点（若是文字，请加引号）"),
    // TOML
    ("string values must be quoted", "文字要加引号"),
    ("missing value", "缺少值"),
    ("missing value for key", "键缺少值"),
    ("key with no value", "键没有值"),
    ("missing assignment between key-value pairs", "键和值之间缺少 `=`"),
    ("extra assignment between key-value pairs", "键和值之间多了 `=`"),
    ("missing comma between array elements", "数组的各项之间缺少 `,`"),
    ("missing comma between key-value pairs", "各键之间缺少 `,`"),
    ("extra comma in array", "数组中多了 `,`"),
    ("extra comma in inline table", "表中多了 `,`"),
    ("unclosed array", "数组没有闭合"),
    ("unclosed table", "表头没有闭合"),
    ("unclosed inline table", "表没有闭合"),
    ("unclosed array table", "表头没有闭合"),
    ("missing table open", "表头缺少 `[`"),
    ("missing opening quote", "缺少前引号"),
    ("unexpected content", "多余的内容"),
    ("unexpected key or value", "此处不应有键或值"),
    ("unquoted keys cannot be empty", "键不能为空"),
    ("invalid unquoted key", "键要加引号"),
    ("invalid key", "键不正确"),
    ("invalid key-value pair", "键值不正确"),
    ("invalid value", "值不正确"),
    ("invalid table", "表头不正确"),
    ("invalid string", "文字不正确"),
    ("invalid basic string", "引号内的文字不正确"),
    ("invalid literal string", "单引号内的文字不正确"),
    ("invalid multi-line basic string", "多行文字不正确"),
    ("invalid boolean", "不是 true 或 false"),
    ("invalid date-time", "日期或时间不正确"),
    ("invalid date", "日期不正确"),
    ("invalid time", "时间不正确"),
    ("invalid integer number", "整数不正确"),
    ("invalid float", "小数不正确"),
    ("unexpected leading zero", "数字不能以 0 开头"),
    ("duplicate key", "键重复"),
    ("too few unicode value digits", "转义的位数不够"),
    ("missing escaped value", "转义不完整"),
];

const WORDS: &[(&str, &str)] = &[
    ("nothing", "无内容"),
    ("literal string", "文字"),
    ("basic string", "文字"),
    ("comment", "注释"),
    ("newline", "换行"),
    ("whitespace", "空格"),
    ("letters", "字母"),
    ("numbers", "数字"),
    ("digits", "数字"),
    ("characters", "字符"),
    ("end-of-input", "文件结尾"),
    ("month between 01 and 12", "01 至 12 的月份"),
    ("day between 01 and 31", "01 至 31 的日"),
];

#[cfg(test)]
mod tests {
    use crate::text::{toml, yaml};

    fn zh(faults: &[crate::text::fault::Fault]) -> String {
        faults.iter().map(|fault| &*fault.message.zh).collect::<Vec<_>>().join(";")
    }

    #[test]
    fn the_parsers_words_are_chinese_in_chinese() {
        for source in [
            "a: b: c\n",
            "a: [1, 2\n",
            "a: {b: 1\n",
            "a: 'b\n",
            "a: \"b\n",
            "a: ]\n",
            "- a\nb: c\n",
            "a: &\n",
            "a: \"\\q\"\n",
            "a: 'b' c\n",
            "a: b\n  c: d\n",
            "a:\n  b: 1\n c: 2\n",
        ] {
            let told = zh(&yaml::parse(source).1);
            assert!(!told.is_empty() && !has_english(&told), "{source:?}: {told}");
        }
        for source in [
            "a = \n",
            "a = x\n",
            "a\n",
            "a = [1\n",
            "a = {b = 1\n",
            "[a\n",
            "a = \"b\n",
            "= 1\n",
            "a = 1 b = 2\n",
            "a = 1\na = 2\n",
            "a = 012\n",
            "a = [1 2]\n",
            "a = 2026-13-01\n",
        ] {
            let told = zh(&toml::parse(source).1);
            assert!(!told.is_empty() && !has_english(&told), "{source:?}: {told}");
        }
    }

    // Two letters in a row outside backticks, but for the names of the formats.
    fn has_english(told: &str) -> bool {
        let said: String = told.split('`').step_by(2).collect();
        let said = said.replace("YAML", "").replace("TOML", "").replace("true", "");
        let said = said.replace("false", "");
        said.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_alphabetic))
    }
}
