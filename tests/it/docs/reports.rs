//! `docs/reports.md`: every report, and what it counts.

use salesops::base::text::Lang;
use salesops::reports::{REPORTS, ReportSpec};

use super::{LANGS, clauses, generated, say};

#[test]
fn every_report_has_its_entry() {
    for lang in LANGS {
        let mut page = say(lang, HEAD, HEAD_ZH).to_owned();
        page.extend(REPORTS.iter().map(|spec| of_report(spec, lang)));
        generated("reports", lang, &page);
    }
}

const HEAD: &str = "\
# Reports

`salesops report NAME [QUERY…] [--by DIMENSION] [--period PERIOD]` prints one; `--define` prints
what it counts and no figures. Formats: `human`, `md`, `csv`, `json` ([json.md](json.md)).

A report sees the book at the end of the day of `--as-of` (today where not given). Amounts are exact
decimals; sums never mix currencies. A file with faults among the kinds that a report reads stops it
with exit code 2; `--lenient` leaves those records out instead.

`--by` takes a dimension with a name of its own (owner, team, territory … as of the day), `tags.KEY`, a unit of
time, or any field as [queries](queries.md) name it, through references too: `customer.type`, `owner.team`,
`客户.行业`. Such a field is as on record now, whatever the day. Two at most, repeated or joined by `+`.

";

const HEAD_ZH: &str = "\
# 报表

`salesops report 名称 [条件…] [--by 分组] [--period 期间]` 输出一份报表；`--define` 只说明统计口径，不输出数字。
格式：`human`、`md`、`csv`、`json`（见 [json.md](json.md)）。

报表反映 `--as-of` 当日终了时（缺省为今天）的账本。金额为精确小数，不同币种从不相加。报表所读类型中若有文件
存在问题，则以退出码 2 停止；用 `--lenient` 可不计这些记录。

`--by` 可用有自己名称的维度（负责人、团队、区域等，以统计日为准）、`tags.键`、时间单位，或[查询](queries.zh-CN.md)中的任意字段，
也可沿引用：`customer.type`、`owner.team`、`客户.行业`。这类字段取记录的现值，与统计日无关。至多两个，可重复或用 `+` 连接。

";

fn of_report(spec: &ReportSpec, lang: Lang) -> String {
    let kinds: Vec<&str> = spec.kinds.iter().map(|kind| kind.plural().pick(lang)).collect();
    let mut entry =
        format!("## {} — {}\n\n{}\n\n", spec.name, spec.label.pick(lang), spec.doc.pick(lang));
    let reads = kinds.join(say(lang, ", ", "、"));
    entry.push_str(&format!("- {}{reads}\n", say(lang, "reads: ", "读取：")));
    if !spec.dimensions.is_empty() {
        let own: Vec<String> =
            spec.dimensions.iter().map(|dimension| format!("`{}`", dimension.key())).collect();
        entry.push_str(&format!(
            "- {}{}\n",
            say(lang, "grouped by: ", "默认分组："),
            own.join(", ")
        ));
    }
    if !spec.clauses.is_empty() {
        let own = clauses(spec.clauses);
        entry.push_str(&format!("- {}{own}\n", say(lang, "clauses: ", "条款：")));
    }
    entry.push('\n');
    entry
}
