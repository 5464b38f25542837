//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::facts::payments;
use crate::model::Order;
use crate::say;

/// An order was cancelled after goods had left or money had come in.
pub static RULE: Rule = Rule {
    name: "order-cancelled-after",
    level: Level::Warning,
    what: Label::new(
        "An order that is cancelled was not shipped, invoiced or paid before; what was, is settled with the customer.",
        "取消的订单此前未发货、开票或收款；如已发生，须与客户了结。",
    ),
    why: Label::new(
        "Goods are out, an invoice stands or money is owed back, and no order asks for it any more (OPS-1.1, OPS-5.3.2). Imported orders are judged as well.",
        "货已发出、发票已开或款项应退，却不再有订单跟进（OPS-1.1、OPS-5.3.2）。导入的订单同样判断。",
    ),
    example: "status: cancelled\nshipped_on: 2026-11-10",
    remedy: Label::new(
        "Settle with the customer and say how: `# salesops: allow order-cancelled-after returned on 2026-11-20`.",
        "与客户了结并写明：`# salesops: allow order-cancelled-after 已于 2026-11-20 退货`。",
    ),
    clauses: &["OPS-1.1", "OPS-5.3.2"],
    kinds: &[Kind::Order],
    check: Check::Record(|cx, row, sink| {
        let Some(order) = cx.book.get::<Order>(row.id).map(|it| it.record) else { return };
        if !order.is_cancelled() {
            return;
        }
        let mut found: Vec<Text> = Vec::new();
        if let Some(on) = order.left_on() {
            found.push(say!(en: "sent on {on}", zh: "已于 {on} 发出"));
        }
        if let Some(invoice) = order.invoices.first() {
            let no = &invoice.no;
            found.push(say!(en: "invoiced ({no})", zh: "已开票（{no}）"));
        }
        if payments::of_order(cx.book, row.id, order)
            .iter()
            .any(|it| !it.record.received.is_empty())
        {
            found.push(say!(en: "paid in part or whole", zh: "已收款"));
        }
        if found.is_empty() {
            return;
        }
        let join = |pick: fn(&Text) -> &str, with: &str| {
            found.iter().map(pick).collect::<Vec<_>>().join(with)
        };
        let message = Text {
            en: format!("cancelled, but {}", join(|it| &it.en, ", ")).into(),
            zh: format!("已取消，但{}", join(|it| &it.zh, "、")).into(),
        };
        sink.value(row, "status", message);
    }),
};
