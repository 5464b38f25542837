//! Parameters of assessments: weights, limits and who does what.

use serde::Deserialize;

use crate::base::decimal::Decimal;
use crate::model::assessment::{Criterion, Grading, Scheme};

/// Parameters of assessments.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assess {
    /// How often members are assessed (OPS-8.2.1).
    pub cycle: Cycle,
    /// What time an assessment is of (ITS-4.2).
    pub period: Month,
    /// Until which day of the next month (ITS-4.2).
    pub due_day: i64,
    /// The weights of sales operations (OPS-8.2.1).
    pub weights_ops: Ops,
    /// The weights of the sales department (ITS-4.1.1).
    pub weights_its: Its,
    /// The weights of telesales (TEL-6.1.1).
    pub weights_tel: Tel,
    /// The roles that each table is for.
    pub roles: Roles,
    /// What attainment counts at most, 1 being all of a target.
    pub cap: Decimal,
    /// From which total a result is a pass (OPS-8.2.2).
    pub pass_score: Decimal,
    /// From which total it is excellent (OPS-8.2.2).
    pub excellent_score: Decimal,
    /// After how many failures in a row the matter is handled by company rules (OPS-8.2.2).
    pub max_consecutive_fail: usize,
    /// Within how many days of a failure there is a personal plan (ITS-4.4.3).
    pub training_plan_days: i64,
    /// The least role that reviews (ITS-4.3.1).
    pub review_role: String,
    /// The least role that decides (ITS-4.3.3).
    pub decide_role: String,
}

/// How often members are assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cycle {
    /// Every month.
    Month,
}

/// What time an assessment is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Month {
    /// A calendar month.
    CalendarMonth,
}

/// The roles that each table of weights is for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roles {
    /// Those of telesales.
    pub tel: Vec<String>,
    /// Those of the sales department.
    pub its: Vec<String>,
    /// Those of sales operations, where no other table is in force for them.
    pub ops: Vec<String>,
}

macro_rules! weights {
    ($($(#[$doc:meta])* $table:ident { $($key:ident: $criterion:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $table {
            $(
                #[doc = "The weight, in per cent."]
                pub $key: i64,
            )*
        }

        impl $table {
            /// The criteria with their weights, in order.
            pub fn in_order(&self) -> Vec<(Criterion, i64)> {
                vec![$((Criterion::$criterion, self.$key)),*]
            }
        }
    )*};
}

weights! {
    /// The weights of sales operations.
    Ops { results: Results, customer: Customer, expense: Expense, teamwork: Teamwork, }
    /// The weights of the sales department.
    Its {
        sales_amount: SalesAmount,
        sales_profit: SalesProfit,
        growth_rate: GrowthRate,
        new_customers: NewCustomers,
        satisfaction: Satisfaction,
    }
    /// The weights of telesales.
    Tel {
        results: Results,
        customer_development: Development,
        satisfaction: Satisfaction,
        skill: Skill,
        teamwork: Teamwork,
    }
}

impl Assess {
    /// The criteria of a table with their weights.
    pub fn weights(&self, scheme: Scheme) -> Vec<(Criterion, i64)> {
        match scheme {
            Scheme::Ops => self.weights_ops.in_order(),
            Scheme::Its => self.weights_its.in_order(),
            Scheme::Tel => self.weights_tel.in_order(),
        }
    }

    /// What a total comes to.
    pub fn grading(&self, total: Decimal) -> Grading {
        match total {
            _ if total >= self.excellent_score => Grading::Excellent,
            _ if total >= self.pass_score => Grading::Pass,
            _ => Grading::Fail,
        }
    }
}

impl super::Policy {
    /// The table of weights for a role: of the first pack in force that has it.
    pub fn scheme(&self, role: &str) -> Option<Scheme> {
        let roles = &self.assess().roles;
        let tables = [
            (Scheme::Tel, &roles.tel, "TEL-6.1.1"),
            (Scheme::Its, &roles.its, "ITS-4.1.1"),
            (Scheme::Ops, &roles.ops, "OPS-8.2.1"),
        ];
        let fits = |(_, roles, clause): &(Scheme, &Vec<String>, &str)| {
            self.applies(&[clause]) && roles.iter().any(|known| known == role)
        };
        tables.into_iter().find(fits).map(|(scheme, ..)| scheme)
    }
}
