//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::audit;
use crate::model::audit::Scope;
use crate::say;

/// Too few members hold the role that reviews what is entered.
pub static RULE: Rule = Rule {
    name: "auditor-missing",
    level: Level::Note,
    what: Label::new(
        "So many members as `audit.reviewer_min_count` says hold a role of `audit.roles`. Only where \
         reviews are on record.",
        "担任 `audit.roles` 岗位的成员不少于 `audit.reviewer_min_count` 人。仅在已有数据复核记录时检查。",
    ),
    why: Label::new(
        "A post or an appointed person reviews what is entered (TAG-4.3.1).",
        "应设数据审核岗位或指定专人审核录入内容（TAG-4.3.1）。",
    ),
    example: "on: 2026-10-30\nscope: review\nby: sun-li  # who holds no such role any more, nor does anybody else",
    remedy: Label::new(
        "Appoint somebody: `salesops set member/ID extra_roles+=data_auditor`.",
        "指定人员：`salesops set member/编号 extra_roles+=data_auditor`。",
    ),
    clauses: &["TAG-4.3.1"],
    kinds: &[Kind::Member, Kind::Audit],
    check: Check::Book(|cx, sink| {
        let Some(last) = audit::last(cx.book, Scope::Review, cx.today) else { return };
        let roles = audit::roles(cx.book, Scope::Review);
        let n = audit::auditors(cx.book, Scope::Review, cx.today).count();
        let least = cx.book.policy().audit().reviewer_min_count;
        if n >= least {
            return;
        }
        let by = &*last.record.by;
        let role = roles.first().map_or("data_auditor", String::as_str);
        let message = say!(
            en: "members at work who may review: {n}; the policy asks for {least}",
            zh: "在职的数据审核人员 {n} 名，制度要求不少于 {least} 名"
        );
        sink.value(&last.erase(), "by", message).help(say!(
            en: "appoint somebody, as `salesops set member/{by} extra_roles+={role}`",
            zh: "指定人员，如 `salesops set member/{by} extra_roles+={role}`"
        ));
    }),
};
