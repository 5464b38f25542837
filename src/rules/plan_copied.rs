//! See [`RULE`].

use super::{Check, Cx, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::Row;
use crate::facts::plans;
use crate::model::Plan;
use crate::say;

/// A plan with the text of another.
pub static RULE: Rule = Rule {
    name: "plan-copied",
    level: Level::Warning,
    what: Label::new(
        "Goal and strategy of a plan are its own: `plan.duplicate_similarity` of the text of another or more is a \
         copy. Texts are compared with their neighbours in the order of their beginnings and of their ends.",
        "计划的目标和策略应因客户而异：与另一计划的文字相同部分达到 `plan.duplicate_similarity` 即视为照抄。\
         文字按开头和按结尾排序后与相邻者比较。",
    ),
    why: Label::new(
        "A plan is made for one customer; who copies has not thought (OPS-3.1.2).",
        "计划须针对具体客户；照抄说明没有用心（OPS-3.1.2）。",
    ),
    example: "# plans/a.yaml and plans/b.yaml\ngoal: 年内签约\nstrategy: 先试点后推广",
    remedy: Label::new("Say what is different with this customer.", "写出针对该客户的内容。"),
    clauses: &["OPS-3.1.2"],
    kinds: &[Kind::Plan],
    check: Check::Book(|cx, sink| {
        for (copy, first) in copies(cx) {
            let other = first.erase().reference();
            let message = say!(
                en: "goal and strategy are those of {other}",
                zh: "目标和策略与 {other} 相同"
            );
            sink.value(&copy.erase(), "goal", message);
        }
    }),
};

/// A plan with what it says, forwards and backwards.
struct Said<'b> {
    text: String,
    backwards: String,
    row: Row<'b, Plan>,
}

// Each copy with the first plan that says the same. Texts that differ in one place stand side by
// side in the order of their beginnings, or of their ends: nothing is compared with all others.
fn copies<'b>(cx: &Cx<'b>) -> Vec<(Row<'b, Plan>, Row<'b, Plan>)> {
    let said = |row: Row<'b, Plan>| {
        let text = plans::essence(row.record);
        Said { backwards: text.chars().rev().collect(), text, row }
    };
    let mut all: Vec<Said<'b>> = cx.book.iter::<Plan>().map(said).collect();
    all.retain(|said| !said.text.is_empty());
    all.sort_by(|a, b| (&a.text, a.row.id).cmp(&(&b.text, b.row.id)));
    let mut found = alike(cx, &all);
    all.sort_by(|a, b| (&a.backwards, a.row.id).cmp(&(&b.backwards, b.row.id)));
    found.extend(alike(cx, &all));
    found.sort_by(|a, b| (a.0.id, a.1.id).cmp(&(b.0.id, b.1.id)));
    found.dedup_by(|a, b| a.0.id == b.0.id);
    found
}

fn alike<'b>(cx: &Cx<'b>, all: &[Said<'b>]) -> Vec<(Row<'b, Plan>, Row<'b, Plan>)> {
    let least = cx.book.policy().plan().duplicate_similarity;
    let pairs = all.iter().zip(all.iter().skip(1));
    let alike = pairs.filter(|(a, b)| plans::likeness(&a.text, &b.text) >= least);
    let in_order = alike.map(|(a, b)| match a.row.id < b.row.id {
        true => (b.row, a.row),
        false => (a.row, b.row),
    });
    in_order.collect()
}
