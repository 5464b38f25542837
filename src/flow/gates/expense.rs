//! The gates of budgets and expense claims (ITS-5).

use std::collections::BTreeMap;

use super::{Check, Gate, Sink, Subject, blank};
use crate::base::decimal::Decimal;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::text::{Label, Text};
use crate::facts::spending;
use crate::model::budget::BudgetStatus;
use crate::model::{Budget, Expense};
use crate::say;

pub(in crate::flow) static PLANNED: Gate = Gate {
    name: "budget-planned",
    label: Label::new("planned budget", "预算编制"),
    doc: Label::new(
        "Every item of the budget has its plan, and it is said what the budget rests on (ITS-5.1.1, \
         ITS-5.1.3).",
        "每个预算项目都有使用计划，并写明编制依据（ITS-5.1.1、ITS-5.1.3）。",
    ),
    clauses: &["ITS-5.1.1", "ITS-5.1.3"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(budget) = subject.record::<Budget>() else { return };
        if blank(budget.basis.as_deref()) {
            let message = say!(
                en: "the targets and plans that it rests on are missing",
                zh: "缺少编制依据"
            );
            sink.set("basis", "TEXT", message);
        }
        if budget.items.is_empty() {
            let message = say!(en: "it has no items", zh: "没有预算项目");
            sink.want("items", message, "set", "items+=travel:AMOUNT:TEXT");
        }
        for (at, item) in
            budget.items.iter().enumerate().filter(|(_, it)| blank(it.plan.as_deref()))
        {
            let Text { en, zh } = category(subject, &item.category);
            let message = Text {
                en: format!("the plan for {en} is missing").into(),
                zh: format!("缺少{zh}的使用计划").into(),
            };
            let route = format!("items.{at}.plan");
            sink.set(&route, "TEXT", message);
        }
    }),
};

pub(in crate::flow) static VOUCHERS: Gate = Gate {
    name: "vouchers",
    label: Label::new("vouchers", "票据"),
    doc: Label::new(
        "Every line has its day, its invoice and where the voucher is kept (ITS-5.2.2). Cannot be \
         waived.",
        "每项费用都写明日期、发票号码和凭证存放处（ITS-5.2.2）。不可豁免。",
    ),
    clauses: &["ITS-5.2.2"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(claim) = subject.record::<Expense>() else { return };
        if claim.lines.is_empty() {
            let message = say!(en: "it claims nothing", zh: "没有费用明细");
            sink.want("lines", message, "set", "lines+=travel:AMOUNT:DATE");
        }
        for (at, line) in claim.lines.iter().enumerate() {
            let n = at + 1;
            let mut want = |key: &str, message: Text, hole: &str| {
                let route = format!("lines.{at}.{key}");
                sink.set(&route, hole, message);
            };
            if line.spent_on.is_none() {
                want("spent_on", say!(en: "line {n} has no day", zh: "第 {n} 项没有日期"), "DATE");
            }
            if blank(line.invoice_no.as_deref()) {
                let message = say!(en: "line {n} has no invoice", zh: "第 {n} 项没有发票号码");
                want("invoice_no", message, "TEXT");
            }
            if blank(line.attachment.as_deref()) {
                let message = say!(en: "line {n} has no voucher", zh: "第 {n} 项没有凭证");
                want("attachment", message, "TEXT");
            }
        }
    }),
};

pub(in crate::flow) static WITHIN_BUDGET: Gate = Gate {
    name: "within-budget",
    label: Label::new("within budget", "预算之内"),
    doc: Label::new(
        "The claim is taken from a budget in effect that has as much left; more is approved before \
         it is spent (ITS-5.1.3, ITS-5.3.3). Cannot be waived.",
        "费用从已生效的预算中列支且余额足够；超出部分须先批准追加（ITS-5.1.3、ITS-5.3.3）。不可豁免。",
    ),
    clauses: &["ITS-5.1.3", "ITS-5.3.3"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(claim) = subject.record::<Expense>() else { return };
        let Some(id) = claim.budget.as_deref() else {
            let message = say!(en: "it is not said from which budget", zh: "未写明从哪个预算列支");
            return sink.set("budget", "BUDGET", message);
        };
        let budget = subject.book.get::<Budget>(id).map(|row| row.record);
        if budget.is_none_or(|budget| budget.status() != BudgetStatus::Effective) {
            let message = say!(
                en: "budget/{id} is not in effect",
                zh: "budget/{id} 尚未生效"
            );
            return sink.lack("budget", message, format!("salesops show budget/{id}"));
        }
        let mut wanted: BTreeMap<&str, Option<Decimal>> = BTreeMap::new();
        for line in &*claim.lines {
            let sum = wanted.entry(&line.category).or_insert(Some(Decimal::ZERO));
            *sum = sum.and_then(|sum| sum.checked_add(line.amount));
        }
        for (key, wanted) in wanted {
            exceeds(subject, id, key, wanted, sink);
        }
    }),
};

fn exceeds(
    subject: &Subject<'_>,
    budget: &Id,
    key: &str,
    wanted: Option<Decimal>,
    sink: &mut Sink<'_>,
) {
    let left = spending::left(subject.book, budget, key, subject.row.id);
    if left.zip(wanted).is_some_and(|(left, wanted)| wanted <= left) {
        return;
    }
    let amount = |sum: Option<Decimal>| sum.map_or_else(|| "?".to_owned(), |sum| sum.to_string());
    let Text { en, zh } = category(subject, key);
    let (left, wanted) = (amount(left), amount(wanted));
    let message = Text {
        en: format!("{wanted} for {en} is more than budget/{budget} has left: {left}").into(),
        zh: format!("{zh} {wanted} 超出 budget/{budget} 的余额 {left}").into(),
    };
    sink.lack("lines", message, format!("salesops budget revise budget/{budget} --reason TEXT"));
}

fn category(subject: &Subject<'_>, key: &str) -> Text {
    subject.book.policy().term(Vocabulary::ExpenseCategory, key)
}
