//! Trainings: who took part in what, and who is under the goal.

use std::collections::{BTreeMap, BTreeSet};

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::decimal::Decimal;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::Unit;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::book::Row as Record;
use crate::facts::people;
use crate::model::{Member, Training};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "training",
    label: Label::new("training", "培训情况"),
    aliases: &["培训", "trainings"],
    doc: Label::new(
        "The trainings held in the period (this quarter where none is asked for): how many each member \
         took part in, of how many hours, in which topics; `goal` is `training.min_per_quarter` of the \
         policy for each quarter of the period. Those planned for a day to come stand by themselves. \
         Members are those of a department that sells: with a role in `assign.roles` or a table of \
         weights, and whoever took part. A query chooses members.",
        "期间（缺省为本季度）内已举行的培训：各成员参加的次数、学时和主题；`goal` 为制度 `training.min_per_quarter` \
         乘以期间的季度数。未到日期的计划培训单独列出。成员包括岗位在 `assign.roles` 中或有权重表的成员，以及所有参训人。\
         条件用于筛选成员。",
    ),
    kinds: &[Kind::Member, Kind::Training],
    clauses: &["OPS-8.1.2", "ITS-6.1.1", "TEL-7.1.1", "TEL-7.2.1", "DEV-SOP-3"],
    only: Some(&[]),
    over: Kind::Member,
    run,
    ..ReportSpec::OF_DEALS
};

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let period = request.period.unwrap_or_else(|| Unit::Quarter.bucket(cx.as_of));
    let within: Vec<Record<'_, Training>> =
        cx.book.iter::<Training>().filter(|row| period.contains(row.record.on)).collect();
    let (held, planned): (Vec<_>, Vec<_>) =
        within.into_iter().partition(|row| row.record.on <= cx.as_of);
    let mut of: BTreeMap<&Id, Vec<Record<'_, Training>>> = BTreeMap::new();
    for row in &held {
        let distinct: BTreeSet<&Id> = row.record.attendees.iter().map(|id| &**id).collect();
        for id in distinct {
            of.entry(id).or_default().push(*row);
        }
    }
    let quarters = usize::try_from((period.days() + 91) / 92).unwrap_or(usize::MAX);
    let goal = cx.book.policy().training().min_per_quarter.saturating_mul(quarters.max(1));
    let (mut rows, mut under) = (Vec::new(), Vec::new());
    for member in cx.book.iter::<Member>() {
        let own = of.get(member.id).map_or(&[][..], Vec::as_slice);
        let counts = sells(cx, member.record) || !own.is_empty();
        if !counts || held.is_empty() || !query.fits(cx.book, member.erase()) {
            continue;
        }
        if own.len() < goal {
            under.push(member.record.name.clone());
        }
        rows.push(row(cx, member, own, goal));
    }
    let mut notes = Notes::default();
    notes.unreadable(cx, SPEC.kinds);
    let (n, names) = (under.len(), under.join(", "));
    notes.add(
        "under_the_goal",
        n,
        say!(en: "members under the goal ({names})", zh: "未达到培训次数的成员（{names}）"),
    );
    let tables = vec![members(rows), plans(cx, &planned)];
    let request = Request { period: Some(period), ..request.clone() };
    let counted = say!(en: "trainings held", zh: "已举行的培训");
    SPEC.report(cx, &request, tables, notes.done_with(held.len(), counted))
}

fn sells(cx: &Cx<'_>, member: &Member) -> bool {
    let policy = cx.book.policy();
    let role = member.role.as_deref();
    let of_role = |role: &str| {
        policy.assign().roles.iter().any(|known| known == role) || policy.scheme(role).is_some()
    };
    role.is_some_and(of_role) && !people::has_left(member, cx.as_of)
}

fn row(cx: &Cx<'_>, member: Record<'_, Member>, own: &[Record<'_, Training>], goal: usize) -> Row {
    let hours = own.iter().filter_map(|row| row.record.hours);
    let hours = hours.map(Some).reduce(|sum, next| sum?.checked_add(next?)).flatten();
    let topics: BTreeSet<&str> = own.iter().map(|row| &*row.record.topic).collect();
    let names: Vec<Text> =
        topics.iter().map(|topic| cx.book.policy().term(Vocabulary::Topic, topic)).collect();
    let join = |pick: fn(&Text) -> &str, apart: &str| {
        names.iter().map(pick).collect::<Vec<_>>().join(apart)
    };
    let (en, zh) = (join(|text| &text.en, ", "), join(|text| &text.zh, "、"));
    let keys = topics.into_iter().collect::<Vec<_>>().join(" ");
    let cells = vec![
        Cell::Ref(member.id.to_string(), member.record.name.clone()),
        cell::count(own.len()),
        cell::count(goal),
        cell::figure(hours.or_else(|| own.is_empty().then_some(Decimal::ZERO))),
        Cell::Label(keys, say!(en: "{en}", zh: "{zh}")),
    ];
    Row { cells, records: own.iter().map(|row| row.erase().reference()).collect() }
}

fn members(rows: Vec<Row>) -> Table {
    let columns = [
        ("member", Label::new("member", "成员"), Type::Ref),
        ("n", Label::new("trainings", "次数"), Type::Int),
        ("goal", Label::new("goal", "应参加"), Type::Int),
        ("hours", Label::new("hours", "学时"), Type::Money),
        ("topics", Label::new("topics", "主题"), Type::Text),
    ];
    let columns = columns.map(|(key, label, kind)| Column::new(key, label, kind)).to_vec();
    let title = Label::new("trainings of members", "成员培训").text();
    Table { name: "by_member".into(), title, columns, rows, bars: Some(1), ..Table::default() }
}

fn plans(cx: &Cx<'_>, planned: &[Record<'_, Training>]) -> Table {
    let columns = [
        ("on", Label::new("on", "日期"), Type::Date),
        ("topic", Label::new("topic", "主题"), Type::Text),
        ("title", Label::new("title", "名称"), Type::Text),
        ("n", Label::new("attendees", "人数"), Type::Int),
    ];
    let mut planned = planned.to_vec();
    planned.sort_by_key(|row| (row.record.on, row.id));
    let row = |row: &Record<'_, Training>| {
        let it = row.record;
        let topic = cx.book.policy().term(Vocabulary::Topic, &it.topic);
        let cells = vec![
            Cell::Date(it.on),
            Cell::Label(it.topic.to_string(), topic),
            it.title.clone().map_or(Cell::Empty, Cell::Text),
            cell::count(it.attendees.len()),
        ];
        Row { cells, records: vec![row.erase().reference()] }
    };
    let columns = columns.map(|(key, label, kind)| Column::new(key, label, kind)).to_vec();
    let title = Label::new("planned", "计划中的培训").text();
    let rows = planned.iter().map(row).collect();
    Table { name: "planned".into(), title, columns, rows, bars: Some(3), ..Table::default() }
}
