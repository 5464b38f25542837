//! Attainment: what was achieved against what was to be reached.

use std::collections::{BTreeMap, HashSet};

use super::notes::Notes;
use super::{By, Cx, Dimension, ReportSpec, Request, cell};
use crate::base::decimal::Decimal;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::{Period, Unit};
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::facts::people;
use crate::metrics::kpi::{self, Figures};
use crate::metrics::targets::{Aim, How, Targets};
use crate::model::Member;
use crate::model::target::{Kpi, Who};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "attainment",
    label: Label::new("attainment", "目标达成"),
    aliases: &["达成率", "目标", "targets"],
    doc: Label::new(
        "Targets of the period (this month where none is asked for) and what was achieved of them, \
         of the company, of each team and of each member; `rate` = actual / target, of limits \
         target / actual once they are exceeded. A period without targets of its own takes the sum \
         of those of its months or quarters, else its share of a longer one by months. A target that \
         is changed within a period holds from the next one. What counts as sold is said by the \
         target, else by `sales.basis` of the policy; it is credited to the owner of the deal at its \
         closing. New customers are those who buy for the first time, or again after \
         `customer.lapsed_after_days`. Satisfaction is the mean of the answers to surveys (`overall` / \
         `survey.scale`) and of the scores of tickets, weighed by `satisfaction.weights`, for who had the \
         customer on the day of the answer; with fewer than `satisfaction.min_answers` there is none. A \
         period shorter than `survey.cadence` without answers to surveys takes those of that time \
         before its end. Market share is that of the company, of `market_size` of market intelligence for \
         the whole market. A query chooses members.",
        "期间（缺省为本月）内公司、各团队、各成员的目标与完成情况；`rate` = 完成值 / 目标值，上限类指标超出后为 \
         目标值 / 完成值。期间本身没有目标时，取其各月或各季度目标之和，否则按月数取更长期间目标的份额。期间内\
         调整的目标自下一期间起生效。销售额口径以目标所写为准，缺省按制度的 `sales.basis`；业绩归成交时的负责人。\
         首次购买，或超过 `customer.lapsed_after_days` 后再次购买的客户为新客户。满意度为\
         调查答复（`overall` / `survey.scale`）与服务单评分按 `satisfaction.weights` 加权的平均，归答复当日的客户负责人；\
         少于 `satisfaction.min_answers` 个则不计算。短于 `survey.cadence` 且没有调查答复的期间，取期末之前一个周期内的答复。市场份额只按公司计，以市场信息中\
         整个市场的 `market_size` 为分母。条件用于筛选成员。",
    ),
    kinds: KINDS,
    clauses: &[
        "OPS-1.3.1",
        "DEV-SOP-1",
        "TAG-2.4.5",
        "ITS-1.1",
        "ITS-4.1.1",
        "ITS-4.1.2",
        "ITS-4.1.4",
        "TEL-6.1.2",
        "ITS-2.2.1b",
        "ITS-1.3.1",
        "ITS-4.1.5",
        "TEL-6.1.3",
    ],
    dimensions: &[],
    only: Some(&[Dimension::Owner, Dimension::Team]),
    over: Kind::Member,
    run,
    ..ReportSpec::OF_DEALS
};

const KINDS: &[Kind] = &{
    let mut kinds = [Kind::Target; kpi::KINDS.len() + 1];
    let mut at = 0;
    while at < kpi::KINDS.len() {
        kinds[at] = kpi::KINDS[at];
        at += 1;
    }
    kinds
};

/// One target with what was achieved.
struct Line<'b> {
    who: Who<'b>,
    kpi: Kpi,
    aim: Aim<'b>,
    actual: kpi::Actual,
}

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let month = Unit::Month.bucket(cx.as_of);
    let period = request.period.unwrap_or(month);
    let targets = Targets::new(cx.book);
    let lines = lines(cx, request, query, period, &targets);
    let mut notes = Notes::default();
    notes.unreadable(cx, KINDS);
    derived(&mut notes, &lines);
    earlier(&mut notes, &lines);
    if !lines.is_empty() {
        running(&mut notes, cx, period);
        if request.by.is_empty() || request.by.contains(&By::Field(Dimension::Owner)) {
            without_target(&mut notes, cx, query, &lines);
        }
        sums(&mut notes, cx, &lines);
    }
    if query.is_empty() && request.by.is_empty() {
        let used = lines.iter().map(|line| (line.who, line.kpi)).collect();
        notes.add(
            "partial",
            targets.left_alone(period, &used),
            say!(
                en: "targets of parts of the period, the rest of which has none: left out",
                zh: "只覆盖部分期间、其余部分没有目标的目标：未计入"
            ),
        );
    }
    let left_out = lines.iter().map(|line| line.actual.left_out).sum();
    notes.add(
        "left_out",
        left_out,
        say!(
            en: "records without an amount in the currency of the target: left out",
            zh: "没有与目标同币种金额的记录：未计入"
        ),
    );
    let tables = tables(cx, request, query, &lines);
    let counted = say!(en: "targets compared", zh: "计入的目标");
    let request = Request { period: Some(period), ..request.clone() };
    SPEC.report(cx, &request, tables, notes.done_with(lines.len(), counted))
}

fn lines<'b>(
    cx: &Cx<'b>,
    request: &Request,
    query: &Query,
    period: Period,
    targets: &Targets<'b>,
) -> Vec<Line<'b>> {
    let figures = Figures::new(cx.book, cx.as_of);
    let mut lines = Vec::new();
    for who in targets.holders().into_iter().filter(|who| is_asked(cx, request, query, *who)) {
        for choice in Kpi::CHOICES {
            let aim =
                Kpi::parse(choice.key).and_then(|kpi| Some((kpi, targets.aim(who, kpi, period)?)));
            let Some((kpi, aim)) = aim else { continue };
            let actual = figures.actual(aim.asked(kpi, period), who);
            lines.push(Line { who, kpi, aim, actual });
        }
    }
    lines
}

fn is_asked(cx: &Cx<'_>, request: &Request, query: &Query, who: Who<'_>) -> bool {
    let by = |dimension| request.by.contains(&By::Field(dimension));
    match who {
        Who::Company => query.is_empty() && request.by.is_empty(),
        Who::Team(_) => query.is_empty() && (request.by.is_empty() || by(Dimension::Team)),
        Who::Member(id) => {
            let row = cx.book.get::<Member>(id);
            let fits = row.is_some_and(|row| query.fits(cx.book, row.erase()));
            fits && (request.by.is_empty() || by(Dimension::Owner))
        }
    }
}

const MEASURES: [(&str, Label, Type); 5] = [
    ("kpi", Label::new("indicator", "指标"), Type::Text),
    ("unit", Label::new("unit", "单位"), Type::Text),
    ("target", Label::new("target", "目标"), Type::Money),
    ("actual", Label::new("actual", "完成"), Type::Money),
    ("rate", Label::new("rate", "达成率"), Type::Rate),
];

fn tables(cx: &Cx<'_>, request: &Request, query: &Query, lines: &[Line<'_>]) -> Vec<Table> {
    let heads = [
        ("company", Label::new("the company's targets", "公司目标"), None),
        ("by_team", Label::new("targets of teams", "团队目标"), Some(Dimension::Team)),
        ("by_owner", Label::new("targets of members", "成员目标"), Some(Dimension::Owner)),
    ];
    let all = heads.into_iter().map(|(name, title, by)| {
        let of = |line: &&Line<'_>| match line.who {
            Who::Company => by.is_none(),
            Who::Team(_) => by == Some(Dimension::Team),
            Who::Member(_) => by == Some(Dimension::Owner),
        };
        let head = by.map(|by| By::Field(by).column());
        let measures = MEASURES.iter().map(|(key, label, kind)| Column::new(*key, *label, *kind));
        let columns: Vec<Column> = head.into_iter().chain(measures).collect();
        let bars = columns.iter().position(|column| column.key == "rate");
        let rows = lines.iter().filter(of).map(|line| row(cx, line)).collect();
        (by, Table { name: name.into(), title: title.text(), columns, rows, total: None, bars })
    });
    let is_asked = |by: Option<Dimension>| match by {
        Some(by) if !request.by.is_empty() => request.by.contains(&By::Field(by)),
        None | Some(Dimension::Team) => query.is_empty() && request.by.is_empty(),
        Some(_) => true,
    };
    all.filter(|(by, _)| is_asked(*by)).map(|(_, table)| table).collect()
}

fn row(cx: &Cx<'_>, line: &Line<'_>) -> Row {
    let Line { who, kpi, aim, actual } = line;
    let head = match who {
        Who::Company => None,
        Who::Team(team) => Some(Cell::Text((*team).to_owned())),
        Who::Member(id) => Some(Cell::Ref(id.to_string(), cx.book.name_of(Kind::Member, id))),
    };
    let rate = actual.value.and_then(|actual| kpi::attainment(*kpi, actual, aim.value));
    let figures = vec![
        Cell::Label(kpi.key().to_owned(), label(aim, *kpi)),
        Cell::Text(unit(*kpi, aim)),
        Cell::Figure(aim.value),
        cell::figure(actual.value),
        cell::figure(rate),
    ];
    let targets = aim.of.iter().map(|row| row.erase().reference());
    Row {
        cells: head.into_iter().chain(figures).collect(),
        records: targets.chain(actual.records.iter().cloned()).collect(),
    }
}

// Sales with what counts as sold.
fn label(aim: &Aim<'_>, kpi: Kpi) -> Text {
    let name = kpi.label().text();
    if !kpi.is_of_sales() {
        return name;
    }
    let basis = aim.basis.label();
    Text {
        en: format!("{}, {}", name.en, basis.en).into(),
        zh: format!("{}（{}）", name.zh, basis.zh).into(),
    }
}

fn unit(kpi: Kpi, aim: &Aim<'_>) -> String {
    match kpi {
        _ if kpi.is_money() => aim.currency.code().to_owned(),
        _ if kpi.is_rate() => "%".to_owned(),
        _ => String::new(),
    }
}

fn running(notes: &mut Notes, cx: &Cx<'_>, period: Period) {
    let left = period.last().days_since(cx.as_of);
    let is_on = period.contains(cx.as_of) && period != Period::ALL;
    notes.add(
        "running",
        usize::try_from(left).unwrap_or(0) * usize::from(is_on),
        say!(en: "days left of the period", zh: "本期剩余天数"),
    );
}

fn derived(notes: &mut Notes, lines: &[Line<'_>]) {
    let count = |how| lines.iter().filter(|line| line.aim.how == how).count();
    notes.add(
        "summed",
        count(How::Sum),
        say!(en: "targets that are sums of shorter periods'", zh: "由更短期间相加的目标"),
    );
    notes.add(
        "shared",
        count(How::Share),
        say!(
            en: "targets that are shares of longer periods', by months",
            zh: "按月数取自更长期间的目标"
        ),
    );
}

fn earlier(notes: &mut Notes, lines: &[Line<'_>]) {
    let days: Vec<_> = lines.iter().filter_map(|line| line.actual.since).collect();
    let Some(oldest) = days.iter().min() else { return };
    notes.add(
        "earlier",
        days.len(),
        say!(
            en: "figures of satisfaction with surveys of before the period, the oldest answer of {oldest}",
            zh: "采用期间之前调查的满意度（最早的答复为 {oldest}）"
        ),
    );
}

// Those to whom leads are given, and who work here on the day.
fn without_target(notes: &mut Notes, cx: &Cx<'_>, query: &Query, lines: &[Line<'_>]) {
    let roles = &cx.book.policy().assign().roles;
    let sells = |member: &Member| {
        let role = member.role.as_deref();
        role.is_some_and(|role| roles.iter().any(|wanted| wanted == role))
            && !people::has_left(member, cx.as_of)
    };
    let have: HashSet<Who<'_>> = lines.iter().map(|line| line.who).collect();
    let has = |id: &Id| have.contains(&Who::Member(id));
    let all = cx.book.iter::<Member>().filter(|row| sells(row.record) && !has(row.id));
    let names: Vec<String> = all
        .filter(|row| query.fits(cx.book, row.erase()))
        .map(|row| row.record.name.clone())
        .collect();
    let (n, names) = (names.len(), names.join(", "));
    notes.add(
        "without_target",
        n,
        say!(en: "members who sell without a target ({names})", zh: "没有目标的销售成员（{names}）"),
    );
}

// Where the targets of the parts do not add up to that of the whole; they need not.
fn sums(notes: &mut Notes, cx: &Cx<'_>, lines: &[Line<'_>]) {
    let mut parts: BTreeMap<(Who<'_>, Kpi), (usize, Option<Decimal>)> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.kpi.is_rate()) {
        let whole = match line.who {
            Who::Company => continue,
            Who::Team(_) => Who::Company,
            Who::Member(id) => match people::team(cx.book, Some(id)) {
                Some(team) => Who::Team(team),
                None => continue,
            },
        };
        let sum = parts.entry((whole, line.kpi)).or_insert((0, Some(Decimal::ZERO)));
        *sum = (sum.0 + 1, sum.1.and_then(|sum| sum.checked_add(line.aim.value)));
    }
    for line in lines {
        let Some((n, Some(sum))) = parts.get(&(line.who, line.kpi)) else { continue };
        if *sum == line.aim.value {
            continue;
        }
        let kpi = line.kpi.label();
        let (whose_en, whose_zh) = match line.who {
            Who::Team(team) => (format!("of {team}"), team.to_owned()),
            _ => ("of the company".to_owned(), "公司".to_owned()),
        };
        let (whole, en, zh) = (line.aim.value, kpi.en, kpi.zh);
        let why = Text {
            en: format!("parts of the target {whose_en} for {en}, {whole}, add up to {sum}").into(),
            zh: format!("{whose_zh}{zh}目标 {whole} 与下级目标合计 {sum} 不一致，下级目标数")
                .into(),
        };
        notes.add("sum_differs", *n, why);
    }
}
