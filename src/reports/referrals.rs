//! Referrals: who referred leads, which proved valid, and which are not rewarded yet.

use std::collections::HashSet;

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::date::Date;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::book::Row as Record;
use crate::facts::clock;
use crate::facts::opportunity::{opened, standing};
use crate::model::common::Outcome;
use crate::model::{Award, Lead, Opportunity};
use crate::policy::people::Valid;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "referrals",
    label: Label::new("referrals", "线索推荐"),
    aliases: &["推荐", "推荐奖励"],
    doc: Label::new(
        "Leads from a source of `lead.referral_sources`, received in the period: who referred them, \
         whether they proved valid (`referral.valid_when` of the policy: opportunity_created or \
         opportunity_won), and whether an award names them. What is valid and not rewarded is due \
         `referral.reward`. A query chooses leads.",
        "期间内收到的推荐线索（来源在 `lead.referral_sources` 中）：推荐人、是否有效（制度的 `referral.valid_when`：\
         opportunity_created 或 opportunity_won），以及是否已有奖励记录。有效且未奖励的，应奖 `referral.reward`。\
         条件用于筛选线索。",
    ),
    kinds: &[Kind::Lead, Kind::Opportunity, Kind::Award],
    clauses: &["OPS-2.1.2"],
    only: Some(&[]),
    over: Kind::Lead,
    run,
    ..ReportSpec::OF_DEALS
};

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let policy = cx.book.policy();
    let (sources, referral) = (&policy.lead().referral_sources, policy.referral());
    let awards = cx.book.iter::<Award>().filter(|row| row.record.on <= cx.as_of);
    let subjects = awards.filter_map(|row| row.record.subject.as_ref());
    let rewarded: HashSet<(Kind, &Id)> = subjects.map(|it| (it.kind, &it.id)).collect();
    let (mut rows, mut due) = (Vec::new(), 0);
    for row in cx.book.iter::<Lead>() {
        let is_referred = row.record.source.as_deref();
        let is_referred = is_referred.is_some_and(|it| sources.iter().any(|known| known == it));
        let on = received(cx, row.record);
        let is_there = on.is_none_or(|on| on <= cx.as_of)
            && request.period.is_none_or(|period| on.is_some_and(|on| period.contains(on)));
        if !is_referred || !is_there || !query.fits(cx.book, row.erase()) {
            continue;
        }
        let valid = is_valid(cx, row, referral.valid_when);
        let paid = rewarded.contains(&(Kind::Lead, row.id));
        due += usize::from(valid && !paid);
        let state = match (valid, paid) {
            (_, true) => ("rewarded", say!(en: "rewarded", zh: "已奖励")),
            (true, false) => ("due", say!(en: "valid, not rewarded", zh: "有效，未奖励")),
            (false, false) => ("open", say!(en: "not valid yet", zh: "尚未有效")),
        };
        let source = row.record.source.as_deref().unwrap_or_default();
        let name = row.record.name.clone().unwrap_or_default();
        let cells = vec![
            Cell::Ref(row.id.to_string(), name),
            match &row.record.referrer {
                Some(by) => Cell::Ref(by.kind.reference(&by.id), cx.book.name_of(by.kind, &by.id)),
                None => Cell::Empty,
            },
            Cell::Label(source.to_owned(), policy.term(Vocabulary::LeadSource, source)),
            on.map_or(Cell::Empty, Cell::Date),
            Cell::Label(state.0.to_owned(), state.1),
            cell::figure((valid && !paid).then_some(referral.reward)),
        ];
        rows.push(Row { cells, records: vec![row.erase().reference()] });
    }
    let mut notes = Notes::default();
    notes.unreadable(cx, SPEC.kinds);
    notes.add(
        "due",
        due,
        say!(
            en: "valid and not rewarded; to reward one: `salesops add award type=referral subject=lead/…`",
            zh: "有效且未奖励；奖励一条：`salesops add award type=referral subject=lead/…`"
        ),
    );
    let n = rows.len();
    let counted = say!(en: "referred leads", zh: "推荐的线索");
    SPEC.report(cx, request, vec![table(rows)], notes.done_with(n, counted))
}

fn received(cx: &Cx<'_>, lead: &Lead) -> Option<Date> {
    let at = lead.received_at.or_else(|| lead.entered.as_ref().map(|entered| entered.at));
    at.map(|at| clock::day(cx.book, at))
}

// Whether the lead has become an opportunity by the day, or one that is won.
fn is_valid(cx: &Cx<'_>, row: Record<'_, Lead>, when: Valid) -> bool {
    let mut deals = cx.book.referring::<Opportunity>(Kind::Lead, row.id);
    deals.any(|deal| match when {
        Valid::OpportunityCreated => opened(deal.record).is_none_or(|on| on <= cx.as_of),
        Valid::OpportunityWon => {
            standing(deal.record, cx.as_of).is_some_and(|it| it.outcome == Outcome::Won)
        }
    })
}

fn table(rows: Vec<Row>) -> Table {
    let columns = [
        ("lead", Label::new("lead", "线索"), Type::Ref),
        ("referrer", Label::new("referrer", "推荐人"), Type::Ref),
        ("source", Label::new("source", "来源"), Type::Text),
        ("on", Label::new("received", "收到日期"), Type::Date),
        ("state", Label::new("state", "状态"), Type::Text),
        ("amount", Label::new("reward due", "应奖金额"), Type::Money),
    ];
    let columns = columns.map(|(key, label, kind)| Column::new(key, label, kind)).to_vec();
    let title = Label::new("referrals", "推荐线索").text();
    Table { name: "referrals".into(), title, columns, rows, bars: Some(5), ..Table::default() }
}
