//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::assessment;
use crate::model::Member;
use crate::model::assessment::Grading;
use crate::say;

/// A member has failed several times in a row.
pub static RULE: Rule = Rule {
    name: "failures-in-a-row",
    level: Level::Note,
    what: Label::new(
        "Nobody fails so often in a row as the policy says.",
        "没有成员连续不合格达到制度规定的次数。",
    ),
    why: Label::new(
        "After coaching, repeated misses are handled by company rules, not by the sales department \
         (OPS-8.2.2).",
        "辅导之后仍多次不达标的，按公司规定处理，不由销售部自行决定（OPS-8.2.2）。",
    ),
    example: "result: fail  # for the third month in a row",
    remedy: Label::new(
        "Hand the matter to those who handle it by company rules.",
        "交由人事等部门按公司规定处理。",
    ),
    clauses: &["OPS-8.2.2", "DEV-SOP-5"],
    kinds: &[Kind::Member, Kind::Assessment],
    check: Check::Book(|cx, sink| {
        let most = cx.book.policy().assess().max_consecutive_fail;
        for member in cx.book.iter::<Member>() {
            let decided = assessment::decided(cx.book, member.id, cx.today);
            let Some((Grading::Fail, n, last)) = assessment::streak(&decided) else { continue };
            if n >= most {
                let message = say!(
                    en: "failed {n} times in a row: to be handled by company rules",
                    zh: "连续 {n} 次不合格：按公司规定处理"
                );
                sink.value(&last.erase(), "result", message);
            }
        }
    }),
};
