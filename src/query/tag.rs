//! Tags by the names that their definitions give them.

use crate::base::field::View;
use crate::base::fold::is_same;
use crate::base::kind::Kind;
use crate::base::text::{Text, nearest};
use crate::book::Book;
use crate::model::TagDefinition;
use crate::say;

/// The definition of the tag, or core field, `key` of a kind.
pub(super) fn definition<'b>(
    book: &'b Book<'_>,
    kind: Kind,
    key: &str,
) -> Option<&'b TagDefinition> {
    book.definition(kind, key).map(|row| row.record)
}

/// Whether people call what it defines so.
pub(super) fn is_called(definition: &TagDefinition, typed: &str) -> bool {
    let label = &definition.label;
    [&label.en, &label.zh].into_iter().any(|name| is_same(name, typed))
        || definition.aliases.iter().any(|alias| is_same(alias, typed))
}

/// The key of the tag of a kind that is meant by key or name, where one is defined.
pub(super) fn key(book: &Book<'_>, kind: Kind, typed: &str) -> Option<String> {
    if definition(book, kind, typed).is_some() {
        return Some(typed.to_owned());
    }
    let prefix = format!("{}.", kind.key());
    let mut all = book.iter::<TagDefinition>().filter(|row| row.record.is_tag());
    all.find_map(|row| {
        let key = row.id.strip_prefix(&*prefix)?;
        (is_same(key, typed) || is_called(row.record, typed)).then(|| key.to_owned())
    })
}

/// Whether some record of the kind has the tag.
pub(super) fn is_carried(book: &Book<'_>, kind: Kind, key: &str) -> bool {
    let carries = |view| matches!(view, View::Tags(tags) if tags.contains_key(key));
    book.rows(kind).iter().any(|row| carries(row.fields.get("tags")))
}

/// "No such tag", with the nearest or all of them.
pub(super) fn unknown(book: &Book<'_>, kind: Kind, typed: &str) -> Text {
    let prefix = format!("{}.", kind.key());
    let ids = book.ids(Kind::Tag);
    let keys = ids.into_iter().filter_map(|id| id.strip_prefix(&*prefix));
    let is_tag = |key: &&str| definition(book, kind, key).is_some_and(TagDefinition::is_tag);
    let keys: Vec<&str> = keys.filter(is_tag).collect();
    if let Some(near) = nearest(typed, keys.iter().copied()) {
        return say!(
            en: "no tag `{typed}`; did you mean `{near}`?",
            zh: "没有标签 `{typed}`；是否想写 `{near}`？"
        );
    }
    let keys = keys.join(", ");
    match keys.is_empty() {
        true => say!(
            en: "no tag `{typed}`; none is defined for this kind of record",
            zh: "没有标签 `{typed}`；此类记录还没有定义标签"
        ),
        false => {
            say!(en: "no tag `{typed}`; there are {keys}", zh: "没有标签 `{typed}`；可用：{keys}")
        }
    }
}

/// "No such value", with the nearest or all of them.
pub(super) fn no_value(definition: &TagDefinition, typed: &str) -> Text {
    let keys: Vec<&str> = definition.values.iter().map(|value| value.key.as_str()).collect();
    let names =
        definition.values.iter().flat_map(|value| [value.en.as_deref(), value.zh.as_deref()]);
    if let Some(near) = nearest(typed, keys.iter().copied().chain(names.flatten())) {
        return say!(
            en: "`{typed}` is not in the list; did you mean `{near}`?",
            zh: "列表中没有 `{typed}`；是否想写 `{near}`？"
        );
    }
    let keys = keys.join(", ");
    say!(en: "`{typed}` is none of {keys}", zh: "`{typed}` 不在可选值之内：{keys}")
}
