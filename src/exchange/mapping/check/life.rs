//! The sections `[[moves]]` and `[closed]` of a mapping.

use std::collections::BTreeMap;

use super::super::raw::{RawClosed, RawColumn, RawMove};
use super::super::{CellRule, ClosedRule, How, MoveRule};
use super::Check;
use crate::base::field::Shape;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::exchange::date_format::DateFormat;
use crate::say;

impl Check<'_, '_> {
    pub(super) fn moves(
        &mut self,
        kind: Kind,
        raw: Vec<RawMove>,
        cells: &Cells<'_>,
        at: &Route,
    ) -> Vec<MoveRule> {
        let here = at.clone().then("moves");
        if !raw.is_empty() && !has_field(kind, "moves") {
            self.fault(&here, no_section(kind, "moves"));
        }
        let rule = |(index, raw): (usize, RawMove)| {
            let here = here.clone().at(index);
            let fixed = [
                ("stage", raw.stage),
                ("outcome", raw.outcome),
                ("status", raw.status),
                ("reason", raw.reason),
            ];
            let fixed = fixed.into_iter().filter_map(|(key, text)| Some((key, text?)));
            for field in &raw.copy.0 {
                self.copied(kind, field, &here.clone().then("copy"));
            }
            MoveRule {
                on: self.cell(raw.on, cells),
                by: self.mover(kind, raw.by, &here.clone().then("by")),
                fixed: fixed.collect(),
                copy: raw.copy.0,
            }
        };
        raw.into_iter().enumerate().map(rule).collect()
    }

    fn copied(&mut self, kind: Kind, field: &str, at: &Route) {
        let steps = ["stage", "outcome", "status", "owner"];
        if !steps.contains(&field) || !has_field(kind, field) {
            let message = say!(
                en: "a step takes over stage, outcome, status or owner of the record, not `{field}`",
                zh: "变动只能取记录的 stage、outcome、status 或 owner，不能取 `{field}`"
            );
            self.fault(at, message);
        }
    }

    pub(super) fn closed(
        &mut self,
        kind: Kind,
        raw: RawClosed,
        cells: &Cells<'_>,
        at: &Route,
    ) -> ClosedRule {
        let here = at.clone().then("closed");
        if !has_field(kind, "closed") {
            self.fault(&here, no_section(kind, "closed"));
        }
        ClosedRule {
            on: self.cell(raw.on, cells),
            by: self.mover(kind, raw.by, &here.then("by")),
            amount: raw.amount.map(|column| self.cell(column, cells)),
        }
    }

    fn mover(&mut self, kind: Kind, field: Option<String>, at: &Route) -> Option<String> {
        let field = field?;
        let found = kind.fields().iter().find(|known| known.key == field);
        if !found.is_some_and(|known| matches!(known.shape, Shape::Ref(Kind::Member))) {
            let message = say!(
                en: "`{field}` is no field that names a member, such as `owner`",
                zh: "`{field}` 不是填写成员的字段（如 `owner`）"
            );
            self.fault(at, message);
        }
        Some(field)
    }

    // Faults in the form of the column are told where the column is described.
    fn cell(&self, column: String, cells: &Cells<'_>) -> CellRule {
        let described = cells.own.get(&column).or_else(|| cells.shared.get(&column));
        let own = described.map_or(&[][..], |raw| &raw.date.0);
        let own: Vec<DateFormat> =
            own.iter().filter_map(|text| DateFormat::parse(text).ok()).collect();
        let dates = if own.is_empty() { self.dates.clone() } else { own };
        let scale = described.and_then(|raw| raw.scale);
        CellRule { column, how: How { dates, scale, split: None } }
    }
}

/// The descriptions of columns: those of the record itself, then those of the table.
pub(super) struct Cells<'r> {
    pub(super) own: &'r BTreeMap<String, RawColumn>,
    pub(super) shared: &'r BTreeMap<String, RawColumn>,
}

fn has_field(kind: Kind, key: &str) -> bool {
    kind.field(key).is_some()
}

fn no_section(kind: Kind, section: &str) -> Text {
    let (en, zh) = (kind.label().en, kind.label().zh);
    say!(en: "a {en} has no `{section}`", zh: "{zh}没有 `{section}`")
}
