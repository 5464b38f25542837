//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::View;
use crate::base::finding::{Level, Place};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::{AnyRow, Book};
use crate::facts::pool;
use crate::facts::steps::is_untouched_import;
use crate::model::{Opportunity, Order};
use crate::say;

/// Nobody answers for an imported customer or open deal.
pub static RULE: Rule = Rule {
    name: "owner-missing",
    level: Level::Warning,
    what: Label::new(
        "Somebody answers for each imported customer and each imported open deal: its own owner, or for a customer one of its deals or orders.",
        "每个导入的客户和进行中的机会都应有人负责：自己的负责人，或者（对客户）其机会或订单的负责人。",
    ),
    why: Label::new(
        "No step is left without somebody who answers for it (OPS-1.1). Other records are told by missing-required; what is in the public pool is nobody's, and rightly so.",
        "任何环节都不能无人负责（OPS-1.1）。其他记录由 missing-required 指出；公海中的记录本就无人负责。",
    ),
    example: "name: Acme\nimported: {from: customers.csv, key: C1, on: 2026-11-20}",
    remedy: Label::new(
        "Give it an owner, or release it into the pool.",
        "指定负责人，或释放到公海。",
    ),
    clauses: &["OPS-1.1"],
    kinds: &[Kind::Customer, Kind::Opportunity],
    check: Check::Record(|cx, row, sink| {
        let book = cx.book;
        // Where there are no members, nobody could be named.
        if !cx.wide || !is_untouched_import(row) || book.ids(Kind::Member).is_empty() {
            return;
        }
        let named = !row.fields.get("owner").is_absent() || !row.is_open();
        let pooled = || pool::entered_by(book, row.kind, row.id).is_some();
        if named || pooled() || (row.kind == Kind::Customer && is_worked(book, row.id)) {
            return;
        }
        let reference = row.reference();
        let message = say!(en: "nobody answers for it", zh: "无人负责");
        sink.at(row, Place::File, message).help(say!(
            en: "name who does: `salesops set {reference} owner=MEMBER`",
            zh: "指定负责人：`salesops set {reference} owner=成员`"
        ));
    }),
};

fn is_worked(book: &Book<'_>, customer: &Id) -> bool {
    let owned = |row: AnyRow<'_>| !matches!(row.fields.get("owner"), View::Absent);
    book.referring::<Opportunity>(Kind::Customer, customer).any(|row| owned(row.erase()))
        || book.referring::<Order>(Kind::Customer, customer).any(|row| owned(row.erase()))
}
