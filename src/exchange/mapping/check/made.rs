//! The sections `[made.NAME]` of a mapping, and how its table is written.

use std::collections::BTreeMap;

use super::super::made::{Made, Piece, Way, pieces};
use super::super::raw::RawMade;
use super::Check;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::say;

impl Check<'_, '_> {
    pub(super) fn made(&mut self, raw: BTreeMap<String, RawMade>) -> Vec<Made> {
        let mut made = Vec::new();
        for (name, raw) in raw {
            let at = Route::name("made").then(&name);
            made.extend(self.way(raw, &at).map(|way| Made { name, way }));
        }
        made
    }

    fn way(&mut self, raw: RawMade, at: &Route) -> Option<Way> {
        let percent = raw.less_percent.is_some();
        let share = raw.less.or(raw.less_percent.clone());
        match (raw.text, raw.by, raw.take, raw.number, share, raw.per) {
            (Some(text), None, None, None, None, None) => self.text(&text, at),
            (None, Some(by), Some(take), None, None, None) => self.taken(by, &take, at),
            (None, None, None, Some(number), Some(share), None) => {
                Some(Way::Less { number, share, whole: if percent { 100 } else { 1 } })
            }
            (None, None, None, Some(number), None, Some(by)) => Some(Way::Per { number, by }),
            _ => {
                let message = say!(
                    en: "a column is made by one of `text`, `by` with `take`, `number` with `less`, `less_percent` or `per`",
                    zh: "生成列的方式有三种：`text`；`by` 加 `take`；`number` 加 `less`、`less_percent` 或 `per`"
                );
                self.fault(at, message);
                None
            }
        }
    }

    fn text(&mut self, text: &str, at: &Route) -> Option<Way> {
        let pieces = pieces(text);
        if pieces.iter().any(|piece| matches!(piece, Piece::Cell(_))) {
            return Some(Way::Text(pieces));
        }
        let message = say!(
            en: "`{text}` names no column: write columns as `{{name}}`",
            zh: "`{text}` 没有引用任何列：请用 `{{列名}}` 引用"
        );
        self.fault(&at.clone().then("text"), message);
        None
    }

    fn taken(&mut self, by: String, take: &str, at: &Route) -> Option<Way> {
        let (kind, path) = take.split_once('.').unwrap_or((take, ""));
        if let Some(kind) = Kind::parse(kind).filter(|_| !path.is_empty()) {
            return Some(Way::Taken { by, kind, path: path.to_owned() });
        }
        let message = say!(
            en: "`{take}` is no field of a record: write the kind and the field, as in `lead.source`",
            zh: "`{take}` 不是记录的字段：请写类型和字段，如 `lead.source`"
        );
        self.fault(&at.clone().then("take"), message);
        None
    }

    pub(super) fn encoding(
        &mut self,
        typed: Option<&str>,
    ) -> Option<&'static encoding_rs::Encoding> {
        let typed = typed?;
        let found = encoding_rs::Encoding::for_label(typed.as_bytes());
        if found.is_none() {
            let message = say!(
                en: "`{typed}` is no way of writing characters, such as `windows-1252`",
                zh: "没有 `{typed}` 这种字符编码（如 `windows-1252`）"
            );
            self.fault(&Route::name("encoding"), message);
        }
        found
    }
}
