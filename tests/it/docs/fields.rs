//! `docs/fields.md`: the field table of every kind of record.

use clap::CommandFactory;
use salesops::base::field::{Field, Shape};
use salesops::base::kind::Kind;
use salesops::base::text::Lang;
use salesops::cli::Cli;

use super::{LANGS, cell, clauses, generated, say};

#[test]
fn every_field_has_its_line() {
    for lang in LANGS {
        let mut page = say(lang, HEAD, HEAD_ZH).to_owned();
        page.extend(Kind::ALL.into_iter().map(|kind| of_kind(kind, lang)));
        generated("fields", lang, &page);
    }
}

const HEAD: &str = "\
# Fields

One file a record; the top folder says its kind, the file's name is its id. The keys below are in the
order in which files are written. `a.b` is a key inside a group; `<id>` stands for an item of a list
by its own key, `<n>` for one by its place, counted from 0.

- *required*: the file cannot be read without it (inside a group or an item: that group or item).
- *masked*: shown as `***` in every output unless `--reveal` is given.
- *by `command`*: a command writes the field; `salesops set` refuses it and names the command.
- *by commands*: likewise, by a command that this version does not have yet.

";

const HEAD_ZH: &str = "\
# 字段

每条记录一个文件：最上层文件夹表示类型，文件名就是编号。下表的键按写入文件的顺序排列。`a.b` 是一组键中的键；
`<id>` 表示列表中按自身的键找到的条目，`<n>` 表示按位置（从 0 起）找到的条目。

- *必需*：缺少时文件无法读取（在一组键或条目之内：指该组或该条目）。
- *隐去*：所有输出中显示为 `***`，除非使用 `--reveal`。
- *由 `命令`*：由该命令写入，`salesops set` 会拒绝并说明应使用的命令。
- *由命令写入*：同上，但相应的命令在此版本中尚未提供。

";

fn of_kind(kind: Kind, lang: Lang) -> String {
    let mut lines = Vec::new();
    walk(kind.fields(), "", lang, &mut lines);
    format!(
        "## {} — `{}/`\n\n| {} | {} | {} | {} | {} | {} |\n|---|---|---|---|---|---|\n{}\n",
        kind.label().pick(lang),
        kind.folder(),
        say(lang, "key", "键"),
        say(lang, "name", "名称"),
        say(lang, "what", "含义"),
        say(lang, "values", "取值"),
        say(lang, "remarks", "说明"),
        say(lang, "clauses", "条款"),
        lines.concat(),
    )
}

fn walk(table: &'static [Field], above: &str, lang: Lang, lines: &mut Vec<String>) {
    for field in table {
        let route = format!("{above}{}", field.key);
        lines.push(line(field, &route, lang));
        if let Shape::Group(inner) = field.shape.core() {
            let item = match (field.shape.is_list(), field.list_key) {
                (true, Some(key)) => format!(".<{key}>"),
                (true, None) => ".<n>".to_owned(),
                (false, _) => String::new(),
            };
            walk(inner, &format!("{route}{item}."), lang, lines);
        }
    }
}

fn line(field: &Field, route: &str, lang: Lang) -> String {
    format!(
        "| `{route}` | {} | {} | {} | {} | {} |\n",
        cell(field.label.pick(lang)),
        cell(field.doc.pick(lang)),
        cell(&values(field, field.shape, lang)),
        remarks(field, lang),
        clauses(field.clauses),
    )
}

fn values(field: &Field, shape: Shape, lang: Lang) -> String {
    match shape {
        Shape::Text => say(lang, "text", "文字").to_owned(),
        Shape::Bool => say(lang, "`true` or `false`", "`true` 或 `false`").to_owned(),
        Shape::Int => say(lang, "whole number", "整数").to_owned(),
        Shape::Decimal => say(lang, "decimal number", "小数").to_owned(),
        Shape::Date => say(lang, "date `2026-11-21`", "日期 `2026-11-21`").to_owned(),
        Shape::Period => {
            say(lang, "month, quarter or year `2026-11`", "月、季度或年 `2026-11`").to_owned()
        }
        Shape::AnyRef => {
            say(lang, "a record as `customer/acme`", "记录，如 `customer/acme`").to_owned()
        }
        Shape::Instant => {
            say(lang, "moment `2026-11-21T09:12:00+08:00`", "时刻 `2026-11-21T09:12:00+08:00`")
                .to_owned()
        }
        Shape::Currency => say(lang, "ISO 4217 code", "ISO 4217 代码").to_owned(),
        Shape::Term => {
            let list = field.terms.map_or("", |list| list.key());
            format!("{} `{list}`", say(lang, "policy list", "制度列表"))
        }
        Shape::Choice(choices) => {
            let keys = choices.iter().map(|choice| match choice.label.pick(lang) {
                label if label == choice.key => format!("`{}`", choice.key),
                label => format!("`{}` {label}", choice.key),
            });
            keys.collect::<Vec<_>>().join(say(lang, ", ", "、"))
        }
        Shape::Ref(kind) => {
            format!("{}{}", say(lang, "id: ", "编号："), kind.label().pick(lang))
        }
        Shape::Secret(inner) => values(field, *inner, lang),
        Shape::List(inner) => {
            format!("{}{}", say(lang, "list: ", "列表："), values(field, *inner, lang))
        }
        Shape::Group(_) => say(lang, "group", "一组键").to_owned(),
        Shape::Tags => say(lang, "map of tags", "标签").to_owned(),
    }
}

fn remarks(field: &Field, lang: Lang) -> String {
    let mut remarks = Vec::new();
    if field.required {
        remarks.push(say(lang, "required", "必需").to_owned());
    }
    if field.sensitive() {
        remarks.push(say(lang, "masked", "隐去").to_owned());
    }
    if let Some(command) = field.via {
        remarks.push(match Cli::command().find_subcommand(command) {
            Some(_) => format!("{}`{command}`", say(lang, "by ", "由 ")),
            None => say(lang, "by commands", "由命令写入").to_owned(),
        });
    }
    remarks.join(say(lang, ", ", "，"))
}
