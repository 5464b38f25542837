//! The policy file as it is typed.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::approval::Approval;
use super::assign::{Assign, ByGrade, Clock, Followup, Pool};
use super::clause::PACKS;
use super::territory::{Region, Territory};
use super::{delivering, scoring, selling, service};
use crate::base::currency::Currency;
use crate::base::date::Offset;
use crate::base::decimal::Decimal;
use crate::base::field::Vocabulary;
use crate::base::finding::Level;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::say;
use crate::text::fault::Fault;

/// A map in the order of the file.
#[derive(Clone, Debug)]
pub struct Ordered<T>(Vec<(String, T)>);

impl<T> Ordered<T> {
    /// The value under `key`.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Whether `key` is there.
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }
}

impl<T> Deref for Ordered<T> {
    type Target = [(String, T)];

    fn deref(&self) -> &[(String, T)] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Ordered<T>, D::Error> {
        decoder.deserialize_map(OrderedVisitor(PhantomData))
    }
}

struct OrderedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OrderedVisitor<T> {
    type Value = Ordered<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Ordered<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            list.push(entry);
        }
        Ok(Ordered(list))
    }
}

/// The whole file, defaults merged in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raw {
    pub format: i64,
    pub currency: Currency,
    pub zone: Offset,
    pub lang: String,
    pub packs: Vec<String>,
    pub stages: Vec<String>,
    pub stage: Ordered<Stage>,
    pub tracks: Vec<String>,
    pub track: Ordered<Track>,
    pub role: Ordered<Names>,
    pub source: Ordered<Names>,
    pub lead_source: Ordered<Names>,
    pub lost_reason: Ordered<Names>,
    pub customer_type: Ordered<Names>,
    pub product_category: Ordered<Names>,
    pub opportunity_type: Ordered<Names>,
    pub purpose: Ordered<Names>,
    pub service: Ordered<Names>,
    pub aspect: Ordered<Names>,
    pub department: Ordered<Names>,
    pub expense_category: Ordered<Names>,
    pub approval: Ordered<Approval>,
    pub win_gates: Vec<String>,
    pub proposal: selling::Proposal,
    pub negotiation: selling::Negotiation,
    pub contract: selling::Contract,
    pub expense: selling::Expense,
    pub order: delivering::Order,
    pub delivery: delivering::Delivery,
    pub payment: delivering::Payment,
    pub credit: delivering::Credit,
    pub ticket: service::Ticket,
    pub complaint: service::Complaint,
    pub required: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    pub lead: Lead,
    pub assign: Assign,
    pub pool: Pool,
    pub followup: Followup,
    pub clock: Clock,
    pub opp: Opp,
    pub customer: scoring::Customer,
    pub capacity: scoring::Capacity,
    pub territory: Territory,
    pub region: Region,
    pub rules: BTreeMap<String, String>,
}

/// Where a stage stands in the life of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Up to the contract.
    Selling,
    /// The contract is being carried out.
    Delivery,
    /// Afterwards.
    After,
}

/// A sales stage.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    en: String,
    zh: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Where it stands in the life of a deal.
    pub phase: Phase,
    /// The chance to win from here, in per cent.
    pub probability: i64,
    /// After how many days in it a deal is stuck (DEV-5.7.2H).
    pub dwell_days: Option<i64>,
    /// What must be on record before a deal enters it.
    #[serde(default)]
    pub gates: Vec<String>,
}

impl Stage {
    /// The name for people.
    pub fn name(&self) -> Text {
        Text { en: self.en.clone().into(), zh: self.zh.clone().into() }
    }
}

/// A choice of gates for some deals.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    en: String,
    zh: String,
    /// The query that says which deals take it.
    pub when: String,
    /// The gates that it keeps; without them, all.
    pub gates: Option<Vec<String>>,
}

impl Track {
    /// The name for people.
    pub fn name(&self) -> Text {
        Text { en: self.en.clone().into(), zh: self.zh.clone().into() }
    }
}

/// An entry of a list of values.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    en: String,
    zh: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The level of a role; 1 is the head of the company.
    pub level: Option<i64>,
}

impl Names {
    /// The name for people.
    pub fn name(&self) -> Text {
        Text { en: self.en.clone().into(), zh: self.zh.clone().into() }
    }
}

/// Parameters of leads.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// Hours from receiving a lead to entering it (OPS-2.2.1).
    pub entry_hours: i64,
    /// Hours from receiving a lead to handing it to sales (OPS-2.1.1).
    pub handover_hours: i64,
    /// Working days from entering a lead to grading it (OPS-2.3.1).
    pub grade_within_days: i64,
    /// Hours from assigning a lead to the first contact, by its grade (OPS-3.2.1).
    pub first_contact_hours: ByGrade<i64>,
    /// How many characters a need has at least (OPS-2.2.2).
    pub need_min_chars: usize,
    /// The sources whose leads are screened before they are graded (OPS-2.1.3).
    pub prescreen_sources: Vec<String>,
    /// The sources whose leads name who referred them (OPS-2.1.2).
    pub referral_sources: Vec<String>,
    /// The source of the opportunity that a lead of a source becomes (TAG-2.2.1).
    pub opportunity_source: BTreeMap<String, String>,
    /// After how many days without response a lead may be dropped (OPS-2.3.4); so long a customer or
    /// lead is kept for its owner (DEV-REG-1).
    pub low_abandon_after_days: i64,
    /// The weights of the criteria of the grade (OPS-2.3.1).
    pub weights: scoring::LeadWeights,
    /// The least score of a high lead, of 100 (OPS-2.3.1).
    pub cut_high: i64,
    /// The least score of a middle lead, of 100 (OPS-2.3.1).
    pub cut_mid: i64,
    /// The point tables of the grade.
    pub points: scoring::LeadPoints,
}

/// Parameters of opportunities.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opp {
    /// The stage in which a converted lead begins (OPS-4.1.1).
    pub entry_stage: String,
    /// How many people the task force of a grade A opportunity has (OPS-4.3.1a).
    pub task_force_min: usize,
    /// Who may close a grade A opportunity: this role or one above.
    pub close_a_role: String,
    /// The probability above which a deal is of grade A, as a fraction (OPS-4.2.2).
    pub prob_a_above: Decimal,
    /// The probability below which a deal is of grade C, as a fraction (OPS-4.2.4).
    pub prob_c_below: Decimal,
    /// The point table of the probability, in per cent.
    pub points: Vec<scoring::Points>,
}

impl Raw {
    /// The list of a vocabulary that is not the stages.
    pub fn list(&self, list: Vocabulary) -> &Ordered<Names> {
        match list {
            // Stages and approvals have more than names; `Policy` asks their own tables.
            Vocabulary::Stage | Vocabulary::Approval | Vocabulary::Role => &self.role,
            Vocabulary::Source => &self.source,
            Vocabulary::LeadSource => &self.lead_source,
            Vocabulary::LostReason => &self.lost_reason,
            Vocabulary::CustomerType => &self.customer_type,
            Vocabulary::ProductCategory => &self.product_category,
            Vocabulary::OpportunityType => &self.opportunity_type,
            Vocabulary::Purpose => &self.purpose,
            Vocabulary::Service => &self.service,
            Vocabulary::Aspect => &self.aspect,
            Vocabulary::Department => &self.department,
            Vocabulary::ExpenseCategory => &self.expense_category,
        }
    }

    /// What is wrong although every value has its type.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.lang != "en" && self.lang != "zh" {
            faults.push(bad("lang", &self.lang, "en, zh"));
        }
        let packs: Vec<&str> = PACKS.iter().map(|(_, key, _)| *key).collect();
        for pack in self.packs.iter().filter(|pack| !packs.contains(&pack.as_str())) {
            faults.push(bad("packs", pack, &packs.join(", ")));
        }
        for key in self.stages.iter().filter(|key| !self.stage.contains_key(key)) {
            faults.push(undescribed("stages", "stage", key));
        }
        for key in self.tracks.iter().filter(|key| !self.track.contains_key(key)) {
            faults.push(undescribed("tracks", "track", key));
        }
        faults.extend(self.list_faults());
        for (key, stage) in self.stage.iter().filter(|(_, s)| !(0..=100).contains(&s.probability)) {
            let given = stage.probability.to_string();
            faults.push(bad(&format!("stage.{key}.probability"), &given, "0 – 100"));
        }
        faults.extend(self.scoring_faults());
        let levels = self.rules.iter().map(|(rule, level)| (format!("rules.{rule}"), level));
        let own = ("territory.check".to_owned(), &self.territory.check);
        for (route, level) in levels.chain([own]) {
            if level != "off" && Level::parse(level).is_none() {
                faults.push(bad(&route, level, "error, warning, note, off"));
            }
        }
        faults
    }
}

impl Raw {
    // Keys of other lists that these do not have.
    fn list_faults(&self) -> Vec<Fault> {
        let one = std::slice::from_ref::<String>;
        let (lead, assign) = (&self.lead, &self.assign);
        let from: Vec<String> = lead.opportunity_source.keys().cloned().collect();
        let to: Vec<String> = lead.opportunity_source.values().cloned().collect();
        let lists: [(&str, &[String], &Ordered<Names>); 13] = [
            ("territory.transfer_role", one(&self.territory.transfer_role), &self.role),
            ("opp.close_a_role", one(&self.opp.close_a_role), &self.role),
            ("assign.high_grade_min_role", one(&assign.high_grade_min_role), &self.role),
            ("assign.by_role", one(&assign.by_role), &self.role),
            ("assign.roles", &assign.roles, &self.role),
            ("proposal.organiser_min_role", one(&self.proposal.organiser_min_role), &self.role),
            ("negotiation.lead_min_role", one(&self.negotiation.lead_min_role), &self.role),
            ("contract.distribute_to", &self.contract.distribute_to, &self.department),
            ("contract.distribute_to_min", &self.contract.distribute_to_min, &self.department),
            ("lead.prescreen_sources", &lead.prescreen_sources, &self.lead_source),
            ("lead.referral_sources", &lead.referral_sources, &self.lead_source),
            ("lead.opportunity_source", &from, &self.lead_source),
            ("lead.opportunity_source", &to, &self.source),
        ];
        let mut faults = Vec::new();
        if !self.stages.contains(&self.opp.entry_stage) {
            faults.push(bad("opp.entry_stage", &self.opp.entry_stage, &self.stages.join(", ")));
        }
        for (route, keys, list) in lists {
            for key in keys.iter().filter(|key| !list.contains_key(key)) {
                let known: Vec<&str> = list.iter().map(|(key, _)| key.as_str()).collect();
                faults.push(bad(route, key, &known.join(", ")));
            }
        }
        faults
    }

    fn scoring_faults(&self) -> Vec<Fault> {
        let (lead, opp, customer) = (&self.lead, &self.opp, &self.customer);
        let of_members = &self.assign.weights;
        let of_lead = &lead.weights;
        let of_customer = &customer.grade_weights;
        let mut faults = Vec::new();
        faults.extend(scoring::weights(
            "lead.weights",
            &[of_lead.fit, of_lead.intent, of_lead.value],
        ));
        faults.extend(scoring::weights(
            "customer.grade_weights",
            &[of_customer.frequency, of_customer.amount, of_customer.potential],
        ));
        faults.extend(scoring::weights(
            "assign.weights",
            &[of_members.expertise, of_members.load, of_members.rest],
        ));
        faults.extend(scoring::weights("capacity.weights", &self.capacity.weights.in_order()));
        faults.extend(scoring::cuts("lead.cut_high", lead.cut_high, lead.cut_mid));
        faults.extend(scoring::cuts("customer.cut_A", customer.cut_a, customer.cut_b));
        if opp.prob_a_above < opp.prob_c_below {
            let least = opp.prob_c_below.to_string();
            let given = opp.prob_a_above.to_string();
            faults.push(bad("opp.prob_a_above", &given, &format!("{least} – 1")));
        }
        let tables = [
            ("lead.points.fit", &lead.points.fit, false, scoring::MOST),
            ("lead.points.intent", &lead.points.intent, false, scoring::MOST),
            ("lead.points.value", &lead.points.value, false, scoring::MOST),
            ("customer.points.frequency", &customer.points.frequency, true, scoring::MOST),
            ("customer.points.amount", &customer.points.amount, true, scoring::MOST),
            ("customer.points.potential", &customer.points.potential, false, scoring::MOST),
            ("opp.points", &opp.points, false, 100),
        ];
        for (route, lines, measured, most) in tables {
            faults.extend(scoring::table(route, lines, measured, most));
        }
        faults
    }
}

fn bad(route: &str, given: &str, allowed: &str) -> Fault {
    let message =
        say!(en: "`{given}` is none of {allowed}", zh: "`{given}` 不在可选值之内：{allowed}");
    Fault { route: Route::parse(route), ..Fault::at("bad-value", 0, 0, message) }
}

fn undescribed(list: &str, table: &str, key: &str) -> Fault {
    let message = say!(
        en: "`{key}` has no table `[{table}.{key}]`",
        zh: "`{key}` 没有对应的表 `[{table}.{key}]`"
    );
    Fault { route: Route::name(list), ..Fault::at("bad-value", 0, 0, message) }
}
