//! One row a table of parameters: how the rest of the program reaches it.

use super::{
    Policy, assess, assign, care, contact, delivering, leads, people, performance, quality, reward,
    scoring, selling, service, territory,
};

macro_rules! parameters {
    ($($(#[$doc:meta])* $table:ident: $of:ty,)*) => {
        impl Policy {
            $(
                $(#[$doc])*
                pub fn $table(&self) -> &$of {
                    &self.raw.$table
                }
            )*
        }
    };
}

parameters! {
    /// The parameters of leads.
    lead: leads::Lead,
    /// How leads are handed out.
    assign: assign::Assign,
    /// The parameters of the public pool.
    pool: assign::Pool,
    /// How often leads are followed up.
    followup: assign::Followup,
    /// The parameters of activities.
    activity: contact::Activity,
    /// The parameters of calls.
    call: contact::Call,
    /// The parameters of visits.
    visit: contact::Visit,
    /// The parameters of call scripts.
    script: contact::Script,
    /// The parameters of development plans.
    plan: contact::Plan,
    /// How often market intelligence is written down.
    intel: contact::Intel,
    /// The parameters of greetings and services.
    care: care::Care,
    /// The parameters of return visits.
    revisit: care::Revisit,
    /// The parameters of contacts with customers.
    contact: care::Contacts,
    /// How clocks run.
    clock: assign::Clock,
    /// The parameters of customers.
    customer: scoring::Customer,
    /// How the scores of a dealer are judged.
    capacity: scoring::Capacity,
    /// The parameters of territories.
    territory: territory::Territory,
    /// The parameters of blank regions.
    region: territory::Region,
    /// The parameters of opportunities.
    opp: selling::Opp,
    /// The parameters of what other departments are asked for.
    resource: selling::Resource,
    /// The parameters of proposals.
    proposal: selling::Proposal,
    /// How much off each role may give.
    discount: selling::Discount,
    /// The parameters of negotiations.
    negotiation: selling::Negotiation,
    /// The parameters of contracts.
    contract: selling::Contract,
    /// The parameters of expenses.
    expense: selling::Expense,
    /// The parameters of orders.
    order: delivering::Order,
    /// The parameters of what the customer is told meanwhile.
    delivery: delivering::Delivery,
    /// The parameters of payments.
    payment: delivering::Payment,
    /// The parameters of credit.
    credit: delivering::Credit,
    /// The parameters of tickets.
    ticket: service::Ticket,
    /// The parameters of complaints.
    complaint: service::Complaint,
    /// How members are assessed.
    assess: assess::Assess,
    /// The bonus of a month.
    bonus: reward::Bonus,
    /// What members get of what they have sold.
    commission: reward::Commission,
    /// Who may rise.
    promotion: reward::Promotion,
    /// The way up.
    career: reward::Career,
    /// The parameters of trainings.
    training: people::Training,
    /// The parameters of hand-over lists.
    handover: people::Handover,
    /// The parameters of meetings.
    meeting: people::Meeting,
    /// The parameters of awards.
    award: people::Awards,
    /// The parameters of referrals.
    referral: people::Referral,
    /// What the quality of tags counts.
    tag: quality::Tag,
    /// How often records are looked over.
    refresh: quality::Refresh,
    /// The parameters of audits.
    audit: quality::Audit,
    /// The parameters of supervision.
    supervision: quality::Supervision,
    /// The parameters of notices.
    notice: quality::Notice,
    /// The parameters of satisfaction surveys.
    survey: service::Survey,
    /// How content customers are.
    satisfaction: service::Satisfaction,
    /// How often products in use are looked after.
    maintenance: service::Maintenance,
    /// When upgrades are announced.
    upgrade: service::Upgrade,
    /// What counts as sold.
    sales: performance::Sales,
    /// What makes a customer a new one.
    new_customer: performance::NewCustomer,
    /// What growth is measured against.
    growth: performance::Growth,
    /// What profit is.
    profit: performance::Profit,
}
