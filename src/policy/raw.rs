//! The policy file as it is typed.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::approval::Approval;
use super::assign::{Assign, Clock, Followup, Pool};
use super::leads::Lead;
use super::lists::{Names, Stage, Track};
use super::ordered::Ordered;
use super::selling::Opp;
use super::territory::{Region, Territory};
use super::{
    care, contact, delivering, people, performance, quality, reward, scoring, selling, service,
};
use crate::base::currency::Currency;
use crate::base::date::Offset;
use crate::base::field::Vocabulary;

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
    pub award_type: Ordered<Names>,
    pub topic: Ordered<Names>,
    pub approval: Ordered<Approval>,
    pub win_gates: Vec<String>,
    pub proposal: selling::Proposal,
    pub discount: selling::Discount,
    pub negotiation: selling::Negotiation,
    pub contract: selling::Contract,
    pub expense: selling::Expense,
    pub order: delivering::Order,
    pub delivery: delivering::Delivery,
    pub payment: delivering::Payment,
    pub credit: delivering::Credit,
    pub ticket: service::Ticket,
    pub complaint: service::Complaint,
    pub assess: super::assess::Assess,
    pub bonus: reward::Bonus,
    pub commission: reward::Commission,
    pub promotion: reward::Promotion,
    pub career: reward::Career,
    pub training: people::Training,
    pub handover: people::Handover,
    pub meeting: people::Meeting,
    pub award: people::Awards,
    pub referral: people::Referral,
    pub tag: quality::Tag,
    pub refresh: quality::Refresh,
    pub audit: quality::Audit,
    pub supervision: quality::Supervision,
    pub notice: quality::Notice,
    pub survey: service::Survey,
    pub satisfaction: service::Satisfaction,
    pub maintenance: service::Maintenance,
    pub upgrade: service::Upgrade,
    pub sales: performance::Sales,
    pub new_customer: performance::NewCustomer,
    pub growth: performance::Growth,
    pub profit: performance::Profit,
    pub required: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    pub lead: Lead,
    pub assign: Assign,
    pub pool: Pool,
    pub followup: Followup,
    pub activity: contact::Activity,
    pub call: contact::Call,
    pub visit: contact::Visit,
    pub script: contact::Script,
    pub plan: contact::Plan,
    pub intel: contact::Intel,
    pub care: care::Care,
    pub revisit: care::Revisit,
    pub contact: care::Contacts,
    pub festival: Ordered<care::Festival>,
    pub clock: Clock,
    pub opp: Opp,
    pub resource: selling::Resource,
    pub customer: scoring::Customer,
    pub capacity: scoring::Capacity,
    pub territory: Territory,
    pub region: Region,
    pub rules: BTreeMap<String, String>,
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
            Vocabulary::Award => &self.award_type,
            Vocabulary::Topic => &self.topic,
        }
    }
}
