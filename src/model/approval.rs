//! Approvals (OPS-4.4.3, OPS-4.6.1, ITS-5.2): who said yes or no to what, on which day.

use super::common::{Entered, Imported};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{AnyRef, Ref, Term};
use crate::base::date::Date;
use crate::base::field::{Start, Vocabulary};

fields! {
    /// One verdict on a record. Written once; a later one on the same matter counts instead.
    pub struct Approval {
        subject: AnyRef, "subject" "相关记录", "the record that it is about, as `contract/…`" "所审批的记录，如 `contract/…`";
        what: Term, "what" "审批事项", "the approval of the policy that it gives or refuses" "制度中的审批事项" { terms: Some(Vocabulary::Approval), clauses: &["OPS-4.4.3", "OPS-4.6.1"] };
        verdict: Verdict, "verdict" "结论", "approved or rejected" "同意或驳回";
        by: Ref<Member>, "by" "审批人", "who decided" "由谁审批" { starts: Start::Me };
        on_behalf_of: Option<Ref<Member>>, "on behalf of" "代为审批", "whose decision it was, where that member is away" "因其不在岗而代为审批的成员";
        on: Date, "on" "日期", "the day of the decision" "审批的日期" { starts: Start::Today };
        digest: Option<String>, "digest" "内容摘要", "of the values that it covers; a later change of them voids it" "所审批内容的摘要；内容改动后审批失效";
        note: Option<String>, "note" "备注", "why, or on what condition" "理由或附加条件";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

choices! {
    /// What was decided.
    pub enum Verdict {
        Approved "approved" "approved" "同意",
        Rejected "rejected" "rejected" "驳回",
    }
}
