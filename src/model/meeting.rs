//! Meetings (OPS-8.3.2, DEV-KA-10, ITS-6.2.1).

use super::common::{Entered, Imported};
use super::macros::{choices, fields};
use super::member::Member;
use super::types::{List, Ref, Tags};
use crate::base::date::Date;
use crate::base::field::Start;

fields! {
    /// A meeting, with what was decided.
    pub struct Meeting {
        r#type: Option<MeetingType>, "type" "会议类型", "of the team, for sharing, of key accounts …" "团队例会、经验分享、大客户月度例会等" { starts: Start::First, clauses: &["OPS-8.3.2", "DEV-KA-10"] };
        on: Date, "on" "日期", "when it was held" "开会的日期" { starts: Start::Today };
        team: Option<String>, "team" "团队", "of which team" "哪个团队的会议";
        attendees: List<Ref<Member>>, "attendees" "参会人", "who was there" "参加会议的成员" { clauses: &["OPS-8.3.2"] };
        summary: Option<String>, "summary" "纪要", "what was said" "会议内容";
        last_month: Option<String>, "last month" "上月总结", "how the last month went" "上月工作总结" { clauses: &["DEV-KA-10"] };
        next_month: Option<String>, "next month" "下月计划", "what the next month is for" "下月工作计划" { clauses: &["DEV-KA-10"] };
        decisions: List<Decision>, "decisions" "决议", "what was decided, who does it, by when" "决议事项、责任人和期限" { inline: true, clauses: &["OPS-8.3.2", "OPS-1.1"] };
        note: Option<String>, "note" "备注", "free text" "自由文字";
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

impl Meeting {
    /// What it was for; a meeting of the team where nothing is written.
    pub fn kind(&self) -> MeetingType {
        self.r#type.unwrap_or(MeetingType::Team)
    }
}

fields! {
    /// Something that a meeting decided (OPS-8.3.2).
    pub struct Decision {
        who: Option<Ref<Member>>, "who" "责任人", "who does it" "由谁负责";
        due: Option<Date>, "due" "期限", "by when" "最迟完成的日期";
        what: String, "what" "事项", "what is to be done" "决议的事项";
        done: Option<Date>, "done" "完成日期", "when it was done" "完成的日期";
    }
}

choices! {
    /// What a meeting is for.
    pub enum MeetingType {
        Team "team" "of the team" "团队例会",
        Sharing "sharing" "for sharing experience" "经验分享",
        KeyAccount "key_account_monthly" "monthly, of key accounts" "大客户月度例会",
        Review "review" "review" "复盘会",
        TeamBuilding "team_building" "team event" "团建活动",
    }
}
