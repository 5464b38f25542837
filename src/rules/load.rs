//! What the reading of files finds. These rows have no check of their own: `text` and `book` find.

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::text::Label;

macro_rules! load_rule {
    ($row:ident, $name:literal, $what:literal $what_zh:literal, $why:literal $why_zh:literal,
     $example:literal, $remedy:literal $remedy_zh:literal) => {
        #[doc = $what]
        pub static $row: Rule = Rule {
            name: $name,
            level: Level::Error,
            what: Label::new($what, $what_zh),
            why: Label::new($why, $why_zh),
            example: $example,
            remedy: Label::new($remedy, $remedy_zh),
            clauses: &[],
            kinds: &[],
            check: Check::Load,
        };
    };
}

load_rule!(BAD_ID, "bad-id",
    "A file's name is not a valid id." "文件名不是有效的编号。",
    "The name of the file is the record's id, and other records refer to it by that." "文件名就是记录编号，其他记录据此引用它。",
    "customers/北京星辰.yaml",
    "Rename the file to lower-case letters, digits and `-`." "把文件名改为小写字母、数字和 `-`。");

load_rule!(BAD_VALUE, "bad-value",
    "A value does not fit its field: no such date, currency, choice …" "值不符合字段要求：没有这样的日期、币种、选项等。",
    "What cannot be understood cannot be counted." "无法理解的值不能参与计算。",
    "expected_close: 2026-02-30",
    "Correct the value." "更正该值。");

load_rule!(CONFLICT_MARKER, "conflict-marker",
    "A merge left its conflict markers in the file." "合并留下了冲突标记。",
    "The file holds two versions of the record at once." "文件中同时有记录的两个版本。",
    "<<<<<<< HEAD",
    "Keep one side, delete the marker lines, run `git add`." "保留一方，删去标记行，再运行 `git add`。");

load_rule!(DUPLICATE_ID, "duplicate-id",
    "Two files of a kind have the same id." "同一类记录有两个文件编号相同。",
    "References could mean either; only the first by path is read." "引用会有歧义；只读取路径靠前的一个。",
    "customers/north/acme.yaml and customers/acme.yaml",
    "Rename or remove one of the two." "改名或删除其一。");

load_rule!(DUPLICATE_KEY, "duplicate-key",
    "A key stands twice in the same group." "同一组中某个键出现了两次。",
    "It is not known which value holds; careless merges do this." "无法判断哪个值有效；粗心的合并常会如此。",
    "owner: li-wei\nowner: wang-fang",
    "Keep one of the two lines." "两行只保留一行。");

load_rule!(EMPTY_FILE, "empty-file",
    "A record's file has no content." "记录文件没有内容。",
    "Nothing can be read from it." "其中读不出任何信息。",
    "(an empty file)",
    "Fill it in, or delete it." "补充内容，或删除文件。");

load_rule!(FILE_TOO_LARGE, "file-too-large",
    "A record's file is larger than 1 MiB." "记录文件超过 1 MiB。",
    "A record is a page of text; something else has been put there." "记录只是一页文字；这里放了别的东西。",
    "(a file of 50 MB)",
    "Keep attachments outside the book and note where they are." "附件放在账本之外，只记下位置。");

load_rule!(MISPLACED_FILE, "misplaced-file",
    "A file stands where it is not read: wrong folder, wrong ending, a symbolic link." "文件放在不会被读取的地方：文件夹不对、扩展名不对，或是符号链接。",
    "A mistyped folder must not drop records out silently." "写错文件夹不应使记录悄悄消失。",
    "custmers/acme.yaml",
    "Move or rename it." "移动或改名。");

load_rule!(MISSING_KEY, "missing-key",
    "A key is missing without which the record cannot be read." "缺少读取记录所必需的键。",
    "An opportunity without a stage, say, has no place in any figure." "例如没有阶段的销售机会无法计入任何数字。",
    "customer: acme   # and no stage",
    "Add the key." "补上该键。");

load_rule!(NOT_UTF8, "not-utf8",
    "A file is not UTF-8." "文件不是 UTF-8 编码。",
    "Names would turn into question marks." "名称会变成乱码。",
    "(a file saved as GBK)",
    "Save it as UTF-8." "以 UTF-8 编码保存。");

load_rule!(TOML_SYNTAX, "toml-syntax",
    "The policy file is not readable as TOML." "制度文件无法按 TOML 读取。",
    "Until it is, the built-in policy holds." "在此之前按内置制度执行。",
    "currency = CNY",
    "Put texts in quotes, one `key = value` a line." "文字加引号，每行一个 `键 = 值`。");

load_rule!(UNKNOWN_KEY, "unknown-key",
    "A key is not one of the record's." "该键不属于此类记录。",
    "A mistyped key would be a value that nobody ever sees." "写错的键会成为谁也看不到的值。",
    "custmer: acme",
    "Correct it; a field of your own becomes a tag." "更正；自定义的信息请用标签。");

load_rule!(UNREADABLE_FILE, "unreadable-file",
    "A file cannot be read from disk." "无法从磁盘读取文件。",
    "Its record is missing from every figure." "其记录会从所有数字中缺失。",
    "(a file without permission to read)",
    "See to its permissions." "检查文件权限。");

load_rule!(WRONG_TYPE, "wrong-type",
    "A value has the wrong form: a list, a group or a number was expected, or the other way round." "值的形式不对：应为列表、一组键或数字，或者相反。",
    "What cannot be understood cannot be counted." "无法理解的值不能参与计算。",
    "contacts: 张三",
    "Write it in the form that the message names." "按提示的形式书写。");

load_rule!(YAML_FEATURE, "yaml-feature",
    "The file uses a part of YAML that records do not: anchors, tags, several documents." "文件用了记录不支持的 YAML 功能：锚点、标签、多个文档。",
    "People and other tools read them differently." "人和其他工具对它们的理解不一致。",
    "owner: &boss li-wei",
    "Write the value out, or put it in quotes." "把值完整写出，或加引号。");

load_rule!(YAML_SYNTAX, "yaml-syntax",
    "The file is not readable as YAML." "文件无法按 YAML 读取。",
    "Nothing behind the fault can be read." "错误之后的内容都无法读取。",
    "name: \"星辰",
    "Correct the line that the message names." "更正提示所指的行。");
