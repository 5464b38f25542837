//! See [`RULE`].

use super::{Check, Rule, tag_undefined};
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::MASK;
use crate::base::field::{Tag, View};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::{Label, Text, nearest};
use crate::model::TagDefinition;
use crate::model::tag::TagType;
use crate::say;

/// The value of a tag does not fit its definition.
pub static RULE: Rule = Rule {
    name: "tag-mistyped",
    level: Level::Error,
    what: Label::new(
        "The value of a tag is what its definition says: a number, a date, yes or no, one of its values.",
        "标签的值应符合其定义：数字、日期、是否，或其可选值之一。",
    ),
    why: Label::new(
        "A value in a form of its own drops out of every count (TAG-3.2.2b).",
        "形式不一的值会从统计中漏掉（TAG-3.2.2b）。",
    ),
    example: "# tags/customer.vip.yaml: type: yes_no\ntags:\n  vip: maybe",
    remedy: Label::new("Write a value of the definition.", "填写定义允许的值。"),
    clauses: &["TAG-3.2.2b"],
    kinds: &Kind::ALL,
    check: Check::Record(|cx, row, sink| {
        let View::Tags(tags) = row.fields.get("tags") else { return };
        for (key, tag) in tags {
            let Some(definition) = tag_undefined::definition(cx.book, row, key) else { continue };
            let definition = definition.record;
            let route = Route::name("tags").then(key);
            if matches!(tag, Tag::Many(_)) && definition.many != Some(true) {
                let message = say!(en: "the tag `{key}` has one value, not a list", zh: "标签 `{key}` 只取一个值，不是列表");
                sink.at(row, crate::base::finding::Place::Value(route), message);
                continue;
            }
            for (at, value) in tag.values().iter().enumerate() {
                let Err(why) = fits(definition, value) else { continue };
                let at =
                    if matches!(tag, Tag::Many(_)) { route.clone().at(at) } else { route.clone() };
                let keys = definition.values.iter().map(|value| value.key.as_str());
                let meant = || definition.values.iter().find(|known| known.is_called(value));
                let near = nearest(value, keys).or_else(|| Some(meant()?.key.as_str()));
                let dotted = at.to_string();
                let said = sink.at(row, crate::base::finding::Place::Value(at), why);
                if let Some(near) = near {
                    let said =
                        said.help(say!(en: "did you mean `{near}`?", zh: "是否指 `{near}`？"));
                    said.remedy(format!("salesops set {} {dotted}={near}", row.reference()));
                }
            }
        }
    }),
};

/// Whether a value fits a definition.
///
/// # Errors
/// Why it does not.
pub fn fits(definition: &TagDefinition, value: &str) -> Result<(), Text> {
    let shown = if definition.sensitive == Some(true) { MASK } else { value };
    let fits = match definition.r#type {
        TagType::Text => true,
        TagType::Number => Decimal::parse(value).is_ok(),
        TagType::Date => Date::parse_iso(value).is_ok(),
        TagType::YesNo => value == "yes" || value == "no",
        TagType::Choice => definition.values.iter().any(|known| known.key == value),
    };
    if fits {
        return Ok(());
    }
    Err(match definition.r#type {
        TagType::Text | TagType::Number => {
            say!(en: "`{shown}` is not a number", zh: "`{shown}` 不是数字")
        }
        TagType::Date => {
            say!(en: "`{shown}` is not a date (2026-11-21)", zh: "`{shown}` 不是日期（2026-11-21）")
        }
        TagType::YesNo => {
            say!(en: "`{shown}` is neither `yes` nor `no`", zh: "`{shown}` 既不是 `yes` 也不是 `no`")
        }
        TagType::Choice => {
            let keys: Vec<&str> =
                definition.values.iter().map(|value| value.key.as_str()).collect();
            let keys = keys.join(", ");
            say!(en: "`{shown}` is none of {keys}", zh: "`{shown}` 不在可选值之内：{keys}")
        }
    })
}
