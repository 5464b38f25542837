//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::{self, Field};
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::facts::required::{self, Asked};
use crate::facts::steps::is_untouched_import;
use crate::say;

/// A field is missing that the policy demands.
pub static RULE: Rule = Rule {
    name: "missing-required",
    level: Level::Warning,
    what: Label::new(
        "A record has every field that the policy's `required` lists name for its kind and stage.",
        "记录应具备制度 `required` 列出的、与其类型和阶段相应的全部字段。",
    ),
    why: Label::new(
        "Incomplete records cannot be worked on by somebody else (TAG-3.2.2a). Imported records are judged from their next own step.",
        "不完整的记录别人无法接手（TAG-3.2.2a）。导入的记录从其下一次变动起判断。",
    ),
    example: "# salesops.toml: required.customer.always = [\"industry\"]\nname: 北京星辰科技有限公司",
    remedy: Label::new("Fill the field in.", "补填该字段。"),
    clauses: &["TAG-3.2.2a", "OPS-2.2.2"],
    kinds: &Kind::ALL,
    check: Check::Record(|cx, row, sink| {
        if is_untouched_import(row) {
            return;
        }
        for Asked { field, missing } in required::asked(cx.book, *row) {
            if !missing {
                continue;
            }
            let reference = row.reference();
            let sign = if is_list(row.kind, field) { "+=" } else { "=" };
            sink.at(row, Place::File, message(row.kind, field)).help(say!(
                en: "fill it in: `salesops set {reference} {field}{sign}VALUE`",
                zh: "补填：`salesops set {reference} {field}{sign}值`"
            ));
        }
    }),
};

fn message(kind: Kind, route: &str) -> Text {
    // A tag has its label in its definition, which need not be there.
    let Some(Label { en, zh }) = field(kind, route).map(|field| field.label) else {
        return say!(en: "`{route}` is missing", zh: "缺少 `{route}`");
    };
    let named = if en == route { String::new() } else { format!(" ({en})") };
    Text {
        en: format!("`{route}`{named} is missing").into(),
        zh: format!("缺少{zh}（`{route}`）").into(),
    }
}

fn is_list(kind: Kind, route: &str) -> bool {
    field(kind, route).is_some_and(|field| field.shape.is_list())
}

fn field(kind: Kind, route: &str) -> Option<&'static Field> {
    field::find(kind.fields(), route.split('.'))
}
