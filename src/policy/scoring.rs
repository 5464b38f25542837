//! Point tables: how a grade follows from a record (OPS-2.3, OPS-4.2, TEL-4.2).

use serde::Deserialize;

use super::care::ByCustomerGrade;
use crate::base::decimal::Decimal;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::model::common::Degree;
use crate::say;
use crate::text::fault::Fault;

/// The most points that a criterion gives.
pub const MOST: i64 = 5;

/// One line of a point table: points that count where a condition holds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Points {
    /// The query that the record fits.
    pub when: Option<String>,
    /// The least that a measured figure (deals, money) comes to.
    pub from: Option<Decimal>,
    /// The points.
    pub points: i64,
    en: Option<String>,
    zh: Option<String>,
}

impl Points {
    /// What the line says, for people; else its condition.
    pub fn text(&self) -> Text {
        let condition = || match (&self.when, self.from) {
            (Some(when), _) => when.clone(),
            (None, Some(from)) => format!("{from}.."),
            (None, None) => String::new(),
        };
        let pick = |own: &Option<String>| own.clone().unwrap_or_else(condition);
        Text { en: pick(&self.en).into(), zh: pick(&self.zh).into() }
    }
}

/// How leads are graded (OPS-2.3.1).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadPoints {
    /// How well the need fits the offering.
    pub fit: Vec<Points>,
    /// How much it wants to buy.
    pub intent: Vec<Points>,
    /// What it may be worth.
    pub value: Vec<Points>,
}

/// The weights of the criteria of leads, in per cent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadWeights {
    /// Of the fit.
    pub fit: i64,
    /// Of the intent.
    pub intent: i64,
    /// Of the value.
    pub value: i64,
}

/// How customers are graded (TEL-4.2.1).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerPoints {
    /// By the number of deals won in the window.
    pub frequency: Vec<Points>,
    /// By their amount.
    pub amount: Vec<Points>,
    /// By what it may still buy.
    pub potential: Vec<Points>,
}

/// The weights of the criteria of customers, in per cent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerWeights {
    /// Of the frequency.
    pub frequency: i64,
    /// Of the amount.
    pub amount: i64,
    /// Of the potential.
    pub potential: i64,
}

/// Parameters of customers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Customer {
    /// After how many days a customer hears from us again, by its grade (ITS-7.2.1).
    pub contact_every_days: ByCustomerGrade,
    /// The least grade of a lead that gets a customer file (ITS-3.1.2).
    pub create_min_lead_grade: Degree,
    /// After how many days without a deal won a customer has lapsed and counts as new (DEV-3.1).
    pub lapsed_after_days: i64,
    /// How many months back deals count for the grade (TEL-4.2.1).
    pub grade_window: i64,
    /// The weights of the criteria (TEL-4.2.1).
    pub grade_weights: CustomerWeights,
    /// The least score of grade A, of 100 (TEL-4.2.1).
    #[serde(rename = "cut_A")]
    pub cut_a: i64,
    /// The least score of grade B, of 100 (TEL-4.2.1).
    #[serde(rename = "cut_B")]
    pub cut_b: i64,
    /// The point tables.
    pub points: CustomerPoints,
}

/// How the eight scores of a dealer are judged (DEV-5.3).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capacity {
    /// The weights of the scores, in per cent (DEV-5.3.1).
    pub weights: CapacityWeights,
    /// The least total of a dealer who is able enough, of 100 (DEV-5.3.1).
    pub pass_score: i64,
}

/// The weights of the eight scores, in per cent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapacityWeights {
    funds: i64,
    storage: i64,
    delivery: i64,
    distribution: i64,
    staff: i64,
    operation: i64,
    willingness: i64,
    philosophy: i64,
}

impl CapacityWeights {
    /// In the order of the scores.
    pub const fn in_order(&self) -> [i64; 8] {
        [
            self.funds,
            self.storage,
            self.delivery,
            self.distribution,
            self.staff,
            self.operation,
            self.willingness,
            self.philosophy,
        ]
    }
}

/// What is wrong with weights and cuts although every value has its type.
pub(super) fn weights(route: &str, weights: &[i64]) -> Option<Fault> {
    let sum: i64 = weights.iter().fold(0, |sum, weight| sum.saturating_add(*weight));
    (sum != 100 || weights.iter().any(|weight| *weight < 0)).then(|| {
        fault(
            route,
            say!(en: "the weights come to {sum}, not to 100", zh: "各项权重之和为 {sum}，应为 100"),
        )
    })
}

/// What is wrong with two cuts: the higher one lies below the lower.
pub(super) fn cuts(route: &str, high: i64, low: i64) -> Option<Fault> {
    (high <= low)
        .then(|| fault(route, say!(en: "{high} is not above {low}", zh: "{high} 应高于 {low}")))
}

/// What is wrong with a point table: each line has one condition of the right sort.
pub(super) fn table(route: &str, lines: &[Points], measured: bool, most: i64) -> Vec<Fault> {
    let wrong = |line: &Points| {
        if line.when.is_some() == line.from.is_some() || (line.from.is_some() && !measured) {
            return Some(match measured {
                true => say!(
                    en: "a line has either `when` or `from`",
                    zh: "每一行应有 `when` 或 `from` 之一"
                ),
                false => say!(en: "a line has a `when`", zh: "每一行应有 `when`"),
            });
        }
        let points = line.points;
        (!(-most..=most).contains(&points)).then(
            || say!(en: "{points} points are more than {most}", zh: "{points} 分超过 {most} 分"),
        )
    };
    let wrong = lines.iter().enumerate().filter_map(|(at, line)| Some((at, wrong(line)?)));
    wrong.map(|(at, why)| fault(&format!("{route}.{at}"), why)).collect()
}

fn fault(route: &str, message: Text) -> Fault {
    Fault { route: Route::parse(route), ..Fault::at("bad-value", 0, 0, message) }
}
