//! How well records are kept: completeness, timeliness and audits by member, what is missing most, and
//! what is still to be put right (TAG-7).

use std::collections::BTreeMap;

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::Unit;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::metrics::kpi::of_hundred;
use crate::metrics::quality::{Kept, Quality, Share};
use crate::model::notice::NoticeStatus;
use crate::model::target::Who;
use crate::model::{Member, Notice};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "data-quality",
    label: Label::new("data quality", "数据质量"),
    aliases: &["标签质量", "质量", "tag-quality"],
    doc: Label::new(
        "How well records are kept, by member: `completeness` = filled of the fields that the policy's \
         `required` lists ask for, of customers, open deals, products and members that one has or \
         entered, as they are today (imported ones from their next own step on); `timeliness` = activities and leads entered in time of those of the \
         period (this month where none is asked for); `audit_pass` = audited records without a finding; \
         `score` = their mean by `tag.quality_parts`, of what is known; `freshness` = looked over in time as of the day \
         (`verify`, `refresh` of the policy), of kinds of which verifications are on record. The weighing is our own: the \
         section on it is missing in the policy's source. Then the fields that are missing, and the \
         notices that are not verified. A query chooses members.",
        "按成员统计数据质量：`completeness` = 已填必填项 / 应填必填项（制度 `required` 列表，范围为本人负责或录入的客户、进行中的机会、产品和成员，\
         按现状计算，导入的记录从其下一次变动起计）；`timeliness` = 期间（缺省为本月）内及时录入的活动和线索所占比例；`audit_pass` = 审核未发现问题的记录所占比例；\
         `score` = 以上已知各项按 `tag.quality_parts` 的加权平均；`freshness` = 截至统计日按时核实（`verify`、制度 `refresh`）的记录所占比例，仅限已有核实记录的类型。来源文件缺少该节，权重为本工具自定。另列缺失的字段和未复查的整改通知。\
         条件用于筛选成员。",
    ),
    kinds: KINDS,
    clauses: &[
        "TAG-7.2",
        "TAG-7.1.2",
        "TAG-4.3.2",
        "TAG-3.2.2a",
        "TAG-4.1.1a",
        "OPS-7.1.1",
        "TAG-1.3.2",
        "TEL-4.1.2",
    ],
    only: Some(&[]),
    over: Kind::Member,
    run,
    ..ReportSpec::OF_DEALS
};

const KINDS: &[Kind] = &[
    Kind::Member,
    Kind::Product,
    Kind::Tag,
    Kind::Customer,
    Kind::Lead,
    Kind::Opportunity,
    Kind::Activity,
    Kind::Audit,
    Kind::Notice,
    Kind::Verification,
];

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let period = request.period.unwrap_or_else(|| Unit::Month.bucket(cx.as_of));
    let kept = Kept::new(cx.book, cx.as_of);
    let (mut rows, mut missing) = (Vec::new(), BTreeMap::<(Kind, &str), Vec<String>>::new());
    for member in cx.book.iter::<Member>().filter(|row| query.fits(cx.book, row.erase())) {
        let who = Who::Member(member.id);
        let quality = kept.of(who, period);
        let freshness = kept.freshness(who, period);
        if (quality, freshness) == (Quality::default(), Share::default()) {
            continue;
        }
        for (reference, lacking) in kept.lacking(who, period) {
            missing.entry((lacking.kind, lacking.field)).or_default().push(reference);
        }
        let name = Cell::Ref(member.id.to_string(), member.record.name.clone());
        rows.push(row(cx, name, (quality, freshness), kept.wanting(who, period)));
    }
    let mut notes = Notes::default();
    notes.unreadable(cx, SPEC.kinds);
    let n = rows.len();
    let all = (kept.of(Who::Company, period), kept.freshness(Who::Company, period));
    let total = Cell::Label("total".into(), say!(en: "all records", zh: "全部记录"));
    let total = (query.is_empty() && n > 0).then(|| row(cx, total, all, Vec::new()));
    let tables = vec![members(rows, total), fields(missing), notices(cx, query)];
    let request = Request { period: Some(period), ..request.clone() };
    let counted = say!(en: "members with records", zh: "有记录的成员");
    SPEC.report(cx, &request, tables, notes.done_with(n, counted))
}

fn row(
    cx: &Cx<'_>,
    name: Cell,
    (quality, freshness): (Quality, Share),
    records: Vec<String>,
) -> Row {
    let score = quality.score(cx.book.policy().tag().quality_parts);
    let share = |share: Share| [cell::count(share.whole), cell::figure(share.rate())];
    let parts = [quality.completeness, quality.timeliness, quality.audit, freshness];
    let mut cells = vec![name];
    cells.extend(parts.into_iter().flat_map(share));
    cells.push(cell::figure(score.and_then(of_hundred)));
    Row { cells, records }
}

fn members(rows: Vec<Row>, total: Option<Row>) -> Table {
    let columns = [
        ("member", Label::new("member", "成员"), Type::Ref),
        ("required", Label::new("required fields", "必填项"), Type::Int),
        ("completeness", Label::new("completeness", "完整率"), Type::Rate),
        ("entered", Label::new("entered", "录入数"), Type::Int),
        ("timeliness", Label::new("in time", "及时率"), Type::Rate),
        ("checked", Label::new("audited", "抽查数"), Type::Int),
        ("audit_pass", Label::new("clean", "合格率"), Type::Rate),
        ("kept", Label::new("to look over", "应核实"), Type::Int),
        ("freshness", Label::new("fresh", "核实率"), Type::Rate),
        ("score", Label::new("score", "得分"), Type::Money),
    ];
    let title = Label::new("quality by member", "各成员数据质量").text();
    Table { name: "members".into(), title, total, bars: Some(9), ..table(columns, rows) }
}

fn fields(missing: BTreeMap<(Kind, &str), Vec<String>>) -> Table {
    let mut all: Vec<_> = missing.into_iter().collect();
    all.sort_by_key(|((kind, field), records)| (std::cmp::Reverse(records.len()), *kind, *field));
    let rows = all.into_iter().map(|((kind, field), mut records)| {
        records.sort_unstable();
        let label = kind.field(field).map_or_else(
            || Cell::Text(field.to_owned()),
            |known| Cell::Label(field.to_owned(), known.label.text()),
        );
        let kind = Cell::Label(kind.key().to_owned(), kind.label().text());
        Row { cells: vec![kind, label, cell::count(records.len())], records }
    });
    let columns = [
        ("kind", Label::new("kind", "类型"), Type::Text),
        ("field", Label::new("field", "字段"), Type::Text),
        ("n", Label::new("missing in", "缺失记录数"), Type::Int),
    ];
    let rows = rows.collect();
    let title = Label::new("required fields that are missing", "缺失的必填项").text();
    Table { name: "missing".into(), title, ..table(columns, rows) }
}

fn notices(cx: &Cx<'_>, query: &Query) -> Table {
    let of = |id: &Id| cx.book.get::<Member>(id).is_none_or(|row| query.fits(cx.book, row.erase()));
    let waiting = cx.book.iter::<Notice>().filter(|row| {
        matches!(row.record.status(), NoticeStatus::Open | NoticeStatus::Fixed)
            && row.record.issued_on <= cx.as_of
            && of(&row.record.to)
    });
    let mut waiting: Vec<_> = waiting.collect();
    waiting.sort_by_key(|row| (row.record.due, row.id));
    let rows = waiting.into_iter().map(|row| {
        let it = row.record;
        let reference = row.erase().reference();
        let status = it.status();
        let cells = vec![
            it.due.map_or(Cell::Empty, Cell::Date),
            Cell::Ref(reference.clone(), reference.clone()),
            Cell::Ref(it.to.to_string(), cx.book.name_of(Kind::Member, &it.to)),
            cell::count(it.findings.len()),
            Cell::Label(status.key().to_owned(), status.label().text()),
        ];
        Row { cells, records: vec![reference] }
    });
    let columns = [
        ("due", Label::new("due", "整改期限"), Type::Date),
        ("notice", Label::new("notice", "整改通知"), Type::Ref),
        ("to", Label::new("addressee", "整改人"), Type::Ref),
        ("findings", Label::new("problems", "问题数"), Type::Int),
        ("status", Label::new("status", "状态"), Type::Text),
    ];
    let rows = rows.collect();
    let title = Label::new("notices not verified", "未复查的整改通知").text();
    Table { name: "notices".into(), title, ..table(columns, rows) }
}

fn table<const N: usize>(columns: [(&str, Label, Type); N], rows: Vec<Row>) -> Table {
    let columns = columns.map(|(key, label, kind)| Column::new(key, label, kind)).to_vec();
    Table { columns, rows, ..Table::default() }
}
