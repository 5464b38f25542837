//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::View;
use crate::base::finding::Level;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::{Label, nearest};
use crate::book::{AnyRow, Book, Row};
use crate::model::TagDefinition;
use crate::model::tag::TagStatus;
use crate::say;

const KINDS: [Kind; 6] = [
    Kind::Member,
    Kind::Territory,
    Kind::Product,
    Kind::Customer,
    Kind::Opportunity,
    Kind::Activity,
];

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
    clauses: &["TAG-3.1.3c", "TAG-3.1.3b"],
    kinds: &KINDS,
    check: Check::Record(|cx, row, sink| {
        let View::Tags(tags) = row.fields.get("tags") else { return };
        for key in tags.keys() {
            let route = Route::name("tags").then(key);
            let object = row.kind.key();
            let Some(definition) = definition(cx.book, row, key) else {
                let message = say!(en: "no tag `{key}` is defined for this kind", zh: "此类记录没有定义标签 `{key}`");
                let said = sink.key(row, route, message);
                let prefix = format!("{object}.");
                let known = cx.book.ids(Kind::Tag);
                let known = known.iter().filter_map(|id| id.strip_prefix(&prefix));
                match nearest(key, known) {
                    Some(near) => {
                        said.help(say!(en: "did you mean `{near}`?", zh: "是否指 `{near}`？"))
                    }
                    None => said.help(say!(
                        en: "define it: add the file `tags/{object}.{key}.yaml`",
                        zh: "定义它：新增文件 `tags/{object}.{key}.yaml`"
                    )),
                };
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

/// The definition of a record's tag.
pub fn definition<'b>(
    book: &'b Book<'_>,
    row: &AnyRow<'_>,
    key: &str,
) -> Option<Row<'b, TagDefinition>> {
    let id = Id::parse(&format!("{}.{key}", row.kind.key())).ok()?;
    book.get::<TagDefinition>(&id)
}
