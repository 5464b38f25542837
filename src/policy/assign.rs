//! How leads are handed out (OPS-2.4), and how clocks run.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::base::text::Text;
use crate::model::common::Degree;

/// Parameters of handing leads out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// How many open leads a member may have (OPS-2.4.1).
    pub max_open_leads: usize,
    /// A high lead goes to this role or one above (OPS-2.4.1).
    pub high_grade_min_role: String,
    /// Working days from grading a lead to assigning it (OPS-2.4.2).
    pub within_days: i64,
    /// Hours in which a member acknowledges a lead (OPS-2.4.2).
    pub ack_hours: i64,
    /// Who may assign: this role or one above.
    pub by_role: String,
    /// The roles that leads are handed to unless a member is named.
    pub roles: Vec<String>,
    /// The weights of what speaks for a member, in per cent.
    pub weights: AssignWeights,
    /// Points, of 100, for each thing that a member knows of a need.
    pub expertise_points: i64,
    /// Days without a new lead that give all points for rest.
    pub rest_days: i64,
    /// What is asked of who gets a lead, by its grade (OPS-2.4.2).
    pub requirement: ByGrade<Words>,
}

/// The weights of what speaks for a member, in per cent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignWeights {
    /// Of what the member knows.
    pub expertise: i64,
    /// Of free places.
    pub load: i64,
    /// Of the days since the last lead.
    pub rest: i64,
}

/// A value for each grade of leads.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByGrade<T> {
    high: T,
    mid: T,
    low: T,
}

impl<T> ByGrade<T> {
    /// The value of a grade.
    pub fn of(&self, grade: Degree) -> &T {
        match grade {
            Degree::High => &self.high,
            Degree::Mid => &self.mid,
            Degree::Low => &self.low,
        }
    }
}

/// A text of the policy.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    en: String,
    zh: String,
}

impl Words {
    /// In both languages.
    pub fn text(&self) -> Text {
        Text { en: self.en.clone().into(), zh: self.zh.clone().into() }
    }
}

/// Parameters of the public pool.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    /// How many customers and leads a member may take out of it in a day.
    pub daily_claims: usize,
    /// The days for which who had one last leaves it to others.
    pub cool_off_days: i64,
    /// How many customers a member may have and still take one.
    pub max_customers: usize,
    /// Days without a touch after which it is recycled, by grade; `lead.low_abandon_after_days` where
    /// the grade has none.
    pub idle_days: BTreeMap<String, i64>,
    /// Days before that in which its owner is warned.
    pub warn_days: i64,
    /// The queries whose customers and leads are never recycled.
    pub exempt: Exempt,
}

/// The queries whose records are never recycled.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exempt {
    /// Of customers.
    pub customer: Option<String>,
    /// Of leads.
    pub lead: Option<String>,
}

/// How often leads are followed up.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Followup {
    /// Days between two contacts at most, by the grade of the lead (OPS-3.3.1).
    pub gap_days: ByGrade<i64>,
    /// Days from grading a high lead to the first meeting (OPS-3.3.1a).
    pub high_meeting_within_days: i64,
}

/// How clocks run.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// What hours are counted in.
    pub hours: Hours,
}

/// What hours are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hours {
    /// They stand still on days off; a working day has 24.
    Working,
    /// They never stand still.
    Calendar,
}
