//! The eight scores of a dealer (DEV-5.3).

use super::macros::fields;
use super::member::Member;
use super::types::Ref;
use crate::base::date::Date;

fields! {
    /// What a dealer can do, in eight scores (DEV-5.3.1).
    pub struct Capacity {
        funds: Option<Score>, "funds" "资金", "money to work with" "资金实力" { inline: true };
        storage: Option<Score>, "storage" "仓储", "room to store" "仓储能力" { inline: true };
        delivery: Option<Score>, "delivery" "配送", "means to deliver" "配送能力" { inline: true };
        distribution: Option<Score>, "distribution" "分销", "outlets reached" "分销能力" { inline: true };
        staff: Option<Score>, "staff" "人员", "people to sell" "人员配备" { inline: true };
        operation: Option<Score>, "operation" "经营", "how well it is run" "经营管理" { inline: true };
        willingness: Option<Score>, "willingness" "意愿", "how much it wants to" "合作意愿" { inline: true };
        philosophy: Option<Score>, "philosophy" "理念", "how it thinks of business" "经营理念" { inline: true };
        assessed_on: Option<Date>, "assessed on" "评估日期", "when this was judged" "评估的日期";
        assessed_by: Option<Ref<Member>>, "assessed by" "评估人", "who judged" "由谁评估";
    }
}

impl Capacity {
    /// The eight scores with their keys, in order.
    pub fn scores(&self) -> [(&'static str, Option<&Score>); 8] {
        [
            ("funds", self.funds.as_ref()),
            ("storage", self.storage.as_ref()),
            ("delivery", self.delivery.as_ref()),
            ("distribution", self.distribution.as_ref()),
            ("staff", self.staff.as_ref()),
            ("operation", self.operation.as_ref()),
            ("willingness", self.willingness.as_ref()),
            ("philosophy", self.philosophy.as_ref()),
        ]
    }
}

fields! {
    /// One score.
    pub struct Score {
        score: i64, "score" "分数", "1 to 5" "1 至 5";
        measure: Option<String>, "measure" "依据", "what it rests on" "打分依据";
        note: Option<String>, "note" "备注", "free text" "自由文字";
    }
}
