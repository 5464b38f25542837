//! Notes: what a report left out or could not say, each with its count.

use super::Cx;
use super::deal::Deal;
use super::group::Groups;
use crate::base::kind::Kind;
use crate::base::table::Note;
use crate::base::text::Text;
use crate::facts::opportunity::is_undated;
use crate::say;

/// The notes of a report, in the order of being added.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<Note>);

impl Notes {
    /// Adds a note, unless it concerns nothing.
    pub(super) fn add(&mut self, key: &'static str, n: usize, why: Text) {
        if n > 0 {
            self.0.push(Note { key, n: i64::try_from(n).unwrap_or(i64::MAX), why });
        }
    }

    /// The notes, the number of deals counted first.
    pub(super) fn done(self, counted: usize) -> Vec<Note> {
        self.done_with(counted, say!(en: "deals counted", zh: "计入的机会"))
    }

    /// The notes, the size of the population first, with what it is of.
    pub(super) fn done_with(self, counted: usize, why: Text) -> Vec<Note> {
        let first = Note { key: "counted", n: i64::try_from(counted).unwrap_or(i64::MAX), why };
        std::iter::once(first).chain(self.0).collect()
    }

    /// Tells the records that are left out because their files have faults.
    pub(super) fn unreadable(&mut self, cx: &Cx<'_>, kinds: &[Kind]) {
        let lacking = |kind: &Kind| {
            let all = cx.book.ids(*kind).len();
            all.saturating_sub(cx.book.rows(*kind).len())
        };
        self.add(
            "unreadable",
            kinds.iter().map(lacking).sum(),
            say!(en: "records whose files have faults: left out", zh: "文件有错误的记录：未计入"),
        );
    }

    /// Tells the deals that count from their import on because nothing else dates them.
    pub(super) fn import_dated(&mut self, deals: &[Deal<'_>]) {
        self.add(
            "import_dated",
            deals.iter().filter(|deal| is_undated(deal.row.record)).count(),
            say!(
                en: "deals that only their import dates: they count from that day on",
                zh: "只有导入日期的机会：自导入之日起计入"
            ),
        );
    }

    /// Tells the deals that sums of money cannot know.
    pub(super) fn without_amount(&mut self, deals: &[Deal<'_>]) {
        self.add(
            "without_amount",
            deals.iter().filter(|deal| deal.amount.is_none()).count(),
            say!(
                en: "deals without a valid amount: counted, but in no sum or mean of money",
                zh: "没有有效金额的机会：计入数量，不计入金额合计与平均"
            ),
        );
    }

    /// Tells what a grouping does to the figures.
    pub(super) fn grouping(&mut self, groups: &Groups<'_, '_>) {
        for (by, n) in &groups.missing {
            let label = by.label();
            let why = Text {
                en: format!("deals without {}: in the row `-`", label.en).into(),
                zh: format!("未填“{}”的机会：列在 `-` 行", label.zh).into(),
            };
            self.add("missing", *n, why);
        }
        self.add(
            "several_rows",
            groups.several,
            say!(
                en: "deals in several rows: the total counts each once",
                zh: "同时出现在多行的机会：合计中只计一次"
            ),
        );
        self.add(
            "not_by_product",
            groups.unassigned,
            say!(
                en: "deals of several products whose lines do not add up to the amount: \
                    the difference is in no product's row",
                zh: "明细合计不等于金额的多产品机会：差额不计入任何产品行"
            ),
        );
        if groups.currencies > 1 {
            self.add(
                "currencies",
                groups.currencies,
                say!(
                    en: "currencies: one row each, since sums never mix them",
                    zh: "货币种数（各占一行，不同货币不相加）"
                ),
            );
        }
    }
}
