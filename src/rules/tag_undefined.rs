//! See [`RULE`].

use super::{Check, Rule, Sink};
use crate::base::field::View;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::{Label, nearest};
use crate::book::{AnyRow, Book, Row};
use crate::model::TagDefinition;
use crate::model::tag::TagStatus;
use crate::say;

/// A record has a tag that nobody has defined, or one out of use.
pub static RULE: Rule = Rule {
    name: "tag-undefined",
    level: Level::Error,
    what: Label::new(
        "Every tag of a record has a definition under `tags/` that is in use.",
        "记录上的每个标签都应在 `tags/` 下有启用的定义。",
    ),
    why: Label::new(
        "A tag that means something else to everybody cannot be counted (TAG-3.1.3c).",
        "各人理解不同的标签无法统计（TAG-3.1.3c）。",
    ),
    example: "tags:\n  decison_style: committee",
    remedy: Label::new(
        "Correct the tag, or define it by adding a file.",
        "更正标签，或新增文件加以定义。",
    ),
    clauses: &["TAG-3.1.3c", "TAG-3.1.3b", "TAG-3.1.2a", "TAG-1.3.3"],
    kinds: &Kind::ALL,
    check: Check::Record(|cx, row, sink| {
        let View::Tags(tags) = row.fields.get("tags") else { return };
        for key in tags.keys() {
            let route = Route::name("tags").then(key);
            let Some(definition) = definition(cx.book, row, key) else {
                match cx.book.definition(row.kind, key) {
                    Some(field) => not_a_tag(&field, row, route, sink),
                    None => undefined(cx.book, row, route, key, sink),
                }
                continue;
            };
            if definition.record.status == Some(TagStatus::Retired) {
                let message = say!(en: "the tag `{key}` is out of use", zh: "标签 `{key}` 已停用");
                let said = sink.key(row, route, message);
                if let Some(other) = definition.record.replaced_by.as_deref() {
                    said.help(say!(en: "use `{other}` instead", zh: "请改用 `{other}`"));
                }
            }
        }
    }),
};

fn undefined(book: &Book<'_>, row: &AnyRow<'_>, route: Route, key: &str, sink: &mut Sink<'_>) {
    let object = row.kind.key();
    let message =
        say!(en: "no tag `{key}` is defined for this kind", zh: "此类记录没有定义标签 `{key}`");
    let said = sink.key(row, route, message);
    let prefix = format!("{object}.");
    let known = book.ids(Kind::Tag);
    let known = known.iter().filter_map(|id| id.strip_prefix(&prefix));
    match nearest(key, known) {
        Some(near) if near == key => said.help(say!(
            en: "its definition cannot be read: `salesops check tag/{object}.{key}`",
            zh: "其定义无法读取：`salesops check tag/{object}.{key}`"
        )),
        Some(near) => said.help(say!(en: "did you mean `{near}`?", zh: "是否指 `{near}`？")),
        None => said.help(say!(
            en: "define it: add the file `tags/{object}.{key}.yaml`",
            zh: "定义它：新增文件 `tags/{object}.{key}.yaml`"
        )),
    };
}

fn not_a_tag(
    definition: &Row<'_, TagDefinition>,
    row: &AnyRow<'_>,
    route: Route,
    sink: &mut Sink<'_>,
) {
    let id = definition.id;
    match definition.record.field.as_deref() {
        Some(field) => sink
            .key(row, route, say!(en: "`{id}` is a field of its own, not a tag", zh: "`{id}` 是单独的字段，不是标签"))
            .help(say!(en: "write it under `{field}`", zh: "请写在 `{field}` 下")),
        None => sink
            .key(row, route, say!(en: "`{id}` is computed, not written", zh: "`{id}` 由系统计算，不必填写"))
            .help(say!(en: "take it out", zh: "请删去")),
    };
}

/// The definition of a record's tag; none where it describes a core field or a computed value.
pub fn definition<'b>(
    book: &'b Book<'_>,
    row: &AnyRow<'_>,
    key: &str,
) -> Option<Row<'b, TagDefinition>> {
    book.definition(row.kind, key).filter(|row| row.record.is_tag())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Date;
    use crate::rules::{Cx, Scope, check};
    use crate::store::Memory;

    fn said(tag: &str, definition: &str) -> Vec<(String, String)> {
        let customer = format!("name: 星辰\ntags:\n  {tag}\n");
        let tree = Memory::new([
            ("salesops.toml", "format = 1\n"),
            ("tags/customer.sector.yaml", definition),
            ("customers/xingchen.yaml", &customer),
        ]);
        let book = Book::open(&tree).unwrap();
        let today = Date::parse_iso("2026-11-21").unwrap();
        let found = check(&Cx { book: &book, today, wide: true }, Scope::All);
        let found = found.into_iter().filter(|finding| finding.rule.starts_with("tag-"));
        found.map(|f| (f.message.en.into(), f.help.unwrap().en.into())).collect()
    }

    fn one(message: &str, help: &str) -> Vec<(String, String)> {
        vec![(message.to_owned(), help.to_owned())]
    }

    const LABEL: &str = "label: {en: sector, zh: 板块}\ntype: yes_no\n";

    #[test]
    fn a_tag_needs_a_definition_in_use() {
        // TAG-3.1.3c
        assert_eq!(said("sector: yes", LABEL), []);
        assert_eq!(
            said("sectr: yes", LABEL),
            one("no tag `sectr` is defined for this kind", "did you mean `sector`?")
        );
        let retired = format!("{LABEL}status: retired\nreplaced_by: customer.sector\n");
        assert_eq!(
            said("sector: yes", &retired),
            one("the tag `sector` is out of use", "use `customer.sector` instead")
        );
    }

    #[test]
    fn what_describes_a_core_field_defines_no_tag() {
        let field = format!("{LABEL}field: industry\n");
        assert_eq!(
            said("sector: whatever", &field),
            one("`customer.sector` is a field of its own, not a tag", "write it under `industry`")
        );
        let derived = format!("{LABEL}derived: true\n");
        assert_eq!(
            said("sector: 3", &derived),
            one("`customer.sector` is computed, not written", "take it out")
        );
    }
}
