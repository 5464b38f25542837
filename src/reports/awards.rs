//! Awards: who leads in a month, quarter or year, and whether the award was given.

use std::collections::BTreeSet;

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::decimal::Decimal;
use crate::base::field::Vocabulary;
use crate::base::kind::Kind;
use crate::base::period::{Period, Unit};
use crate::base::span::Span;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::facts::assessment;
use crate::metrics::kpi::{self, Asked, Figures};
use crate::metrics::targets::Targets;
use crate::model::assessment::Scheme;
use crate::model::target::Who;
use crate::model::{Award, Member};
use crate::policy::people::TeamMetric;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "awards",
    label: Label::new("awards", "评优"),
    aliases: &["award", "奖励", "评优提名"],
    doc: Label::new(
        "Who leads in the month, quarter or year asked for (the last month where none is): members by \
         `award.champion_metric`, those of telesales apart, teams in a quarter by \
         `award.team_metric`: how far each reaches its target, or the figure itself. Equal leaders are \
         all listed; nobody leads with nothing. `state` says whether an award is on record.",
        "所指定的月、季度或年（缺省为上月）的领先者：成员按 `award.champion_metric`，电话销售单独评；季度团队按 \
         `award.team_metric`：目标达成率或指标值本身。并列者全部列出；指标为零不提名。`state` 表示是否已有奖励记录。",
    ),
    kinds: KINDS,
    clauses: &["ITS-6.3.1", "TEL-6.3.2"],
    only: Some(&[]),
    over: Kind::Member,
    run,
    ..ReportSpec::OF_DEALS
};

const KINDS: &[Kind] = &{
    let mut kinds = [Kind::Target; kpi::KINDS.len() + 2];
    let mut at = 0;
    while at < kpi::KINDS.len() {
        kinds[at] = kpi::KINDS[at];
        at += 1;
    }
    kinds[at] = Kind::Award;
    kinds
};

/// The awards of a unit of time, and among whom each is won.
const AWARDS: [(Unit, &str, Among); 6] = [
    (Unit::Month, "sales_champion_month", Among::Sales),
    (Unit::Month, "telesales_best_month", Among::Telesales),
    (Unit::Quarter, "excellent_team_quarter", Among::Teams),
    (Unit::Quarter, "telesales_best_quarter", Among::Telesales),
    (Unit::Year, "best_sales_year", Among::Sales),
    (Unit::Year, "telesales_best_year", Among::Telesales),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    Sales,
    Telesales,
    Teams,
}

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let last = Unit::Month.bucket(cx.as_of);
    let period = request.period.or_else(|| last.previous()).unwrap_or(last);
    let (figures, targets) = (Figures::new(cx.book, cx.as_of), Targets::new(cx.book));
    let mut rows = Vec::new();
    for (_, award, among) in AWARDS.into_iter().filter(|(unit, ..)| period.unit() == Some(*unit)) {
        if !cx.book.policy().has_term(Vocabulary::Award, award) {
            continue;
        }
        let all = candidates(cx, query, period, among).into_iter();
        let all: Vec<(Who<'_>, Decimal)> = all
            .filter_map(|who| Some((who, figure(cx, &figures, &targets, who, period)?)))
            .filter(|(_, value)| *value > Decimal::ZERO)
            .collect();
        let Some(best) = all.iter().map(|(_, value)| *value).max() else { continue };
        let leaders = all.into_iter().filter(|(_, value)| *value == best);
        rows.extend(leaders.map(|(who, value)| row(cx, award, who, value, period)));
    }
    let mut notes = Notes::default();
    notes.unreadable(cx, KINDS);
    let ungiven = rows.iter().filter(|row| is_ungiven(row)).count();
    let key = period.label();
    notes.add(
        "not_given",
        ungiven,
        say!(
            en: "not given yet; to give one: `salesops add award type=AWARD period={key} winner=MEMBER`",
            zh: "尚未颁发；颁发：`salesops add award type=奖项 period={key} winner=成员`"
        ),
    );
    let n = rows.len();
    let request = Request { period: Some(period), ..request.clone() };
    let counted = say!(en: "leaders", zh: "领先者");
    SPEC.report(cx, &request, vec![table(rows)], notes.done_with(n, counted))
}

fn candidates<'b>(cx: &Cx<'b>, query: &Query, period: Period, among: Among) -> Vec<Who<'b>> {
    let members = cx.book.iter::<Member>();
    if among == Among::Teams {
        let fit = members.filter(|row| query.fits(cx.book, row.erase()));
        let teams: BTreeSet<&str> = fit.filter_map(|row| row.record.team.as_deref()).collect();
        return teams.into_iter().map(Who::Team).collect();
    }
    let takes_part = |scheme| (scheme == Scheme::Tel) == (among == Among::Telesales);
    let fits = members.filter(|row| {
        let scheme = assessment::scheme(cx.book, row.record, period);
        scheme.is_some_and(takes_part) && query.fits(cx.book, row.erase())
    });
    fits.map(|row| Who::Member(row.id)).collect()
}

// What a member or team is measured by; of teams how far they reach their targets, where the policy
// says so.
fn figure<'b>(
    cx: &Cx<'b>,
    figures: &Figures<'b>,
    targets: &Targets<'b>,
    who: Who<'_>,
    period: Period,
) -> Option<Decimal> {
    let policy = cx.book.policy();
    let kpi = policy.award().champion_metric;
    let by_target = policy.award().team_metric == TeamMetric::TargetAttainment;
    if matches!(who, Who::Team(_)) && by_target {
        let aim = targets.aim(who, kpi, period)?;
        let actual = figures.actual(aim.asked(kpi, period), who).value?;
        return kpi::attainment(kpi, actual, aim.value);
    }
    let (basis, currency) = (policy.sales().basis, policy.currency());
    figures.actual(Asked { kpi, basis, currency, period }, who).value
}

fn row(cx: &Cx<'_>, award: &str, who: Who<'_>, value: Decimal, period: Period) -> Row {
    let span = Span::of(period);
    let is_it = |it: &Award| {
        *it.r#type == *award
            && it.period == span
            && match who {
                Who::Member(id) => it.winner.as_deref() == Some(id),
                Who::Team(team) => it.team.as_deref() == Some(team),
                Who::Company => false,
            }
    };
    let given = cx.book.iter::<Award>().find(|row| is_it(row.record));
    let winner = match who {
        Who::Member(id) => Cell::Ref(id.to_string(), cx.book.name_of(Kind::Member, id)),
        Who::Team(team) => Cell::Text(team.to_owned()),
        Who::Company => Cell::Empty,
    };
    let metric = cx.book.policy().award();
    let by_target =
        matches!(who, Who::Team(_)) && metric.team_metric == TeamMetric::TargetAttainment;
    let kpi = metric.champion_metric;
    let name = kpi.label();
    let (en, zh) = (name.en, name.zh);
    let label = match by_target {
        true => Cell::Label(
            "target_attainment".to_owned(),
            say!(en: "{en}, share of the target", zh: "{zh}目标达成率"),
        ),
        false => Cell::Label(kpi.key().to_owned(), name.text()),
    };
    let state = match given {
        Some(_) => ("given", say!(en: "given", zh: "已颁发")),
        None => (NOT_GIVEN, say!(en: "not given", zh: "未颁发")),
    };
    let cells = vec![
        Cell::Label(award.to_owned(), cx.book.policy().term(Vocabulary::Award, award)),
        winner,
        label,
        cell::figure(Some(value)),
        Cell::Label(state.0.to_owned(), state.1),
    ];
    Row { cells, records: given.map(|row| row.erase().reference()).into_iter().collect() }
}

const NOT_GIVEN: &str = "not_given";

fn is_ungiven(row: &Row) -> bool {
    matches!(row.cells.last(), Some(Cell::Label(key, _)) if key == NOT_GIVEN)
}

fn table(rows: Vec<Row>) -> Table {
    let columns = [
        ("award", Label::new("award", "奖项"), Type::Text),
        ("winner", Label::new("leader", "领先者"), Type::Ref),
        ("kpi", Label::new("indicator", "指标"), Type::Text),
        ("value", Label::new("value", "指标值"), Type::Money),
        ("state", Label::new("state", "状态"), Type::Text),
    ];
    let columns = columns.map(|(key, label, kind)| Column::new(key, label, kind)).to_vec();
    let title = Label::new("leaders", "领先者").text();
    Table { name: "leaders".into(), title, columns, rows, bars: Some(3), ..Table::default() }
}
