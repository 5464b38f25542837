//! The gate of disputes (DEV-REG-4).

use super::{Check, Gate, blank};
use crate::base::text::Label;
use crate::model::Dispute;
use crate::say;

pub(in crate::flow) static FOUNDED: Gate = Gate {
    name: "dispute-founded",
    label: Label::new("founded dispute", "争议依据"),
    doc: Label::new(
        "A dispute names what is claimed, by whom, the facts, and the ruling with its reason (DEV-REG-0, \
         DEV-REG-4). Cannot be waived.",
        "争议应写明标的、当事人、事实，以及裁定及其理由（DEV-REG-0、DEV-REG-4）。不可豁免。",
    ),
    clauses: &["DEV-REG-4", "DEV-REG-0"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(dispute) = subject.record::<Dispute>() else { return };
        if dispute.customer.is_none() && dispute.lead.is_none() {
            let message = say!(
                en: "the customer or lead that is claimed is not named",
                zh: "未写明有争议的客户或线索"
            );
            sink.set("customer", "CUSTOMER", message);
        }
        if dispute.parties.len() < 2 {
            let message = say!(en: "it has fewer than two parties", zh: "当事人不足两名");
            sink.want("parties", message, "set", "parties+=MEMBER");
        }
        if dispute.facts.is_empty() {
            let message = say!(en: "no fact is on record", zh: "没有记录事实");
            sink.want("facts", message, "set", "facts+=TEXT");
        }
        let ruling = dispute.ruling.as_ref();
        if ruling.is_none_or(|ruling| ruling.to.is_none()) {
            let message = say!(en: "it is not said whose it is", zh: "未写明裁定归谁");
            sink.set("ruling.to", "MEMBER", message);
        }
        if ruling.is_none_or(|ruling| blank(ruling.reason.as_deref())) {
            let message = say!(en: "the reason of the ruling is missing", zh: "缺少裁定的理由");
            sink.set("ruling.reason", "TEXT", message);
        }
    }),
};
