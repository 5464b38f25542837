//! The records: one file a kind, each a struct with its field table. No paths, spans, I/O, clock.

pub mod activity;
pub mod approval;
pub mod assessment;
pub mod audit;
pub mod award;
pub mod backup;
pub mod budget;
pub mod campaign;
pub mod capacity;
pub mod common;
pub mod contact;
pub mod contract;
pub mod customer;
pub mod dispute;
pub mod expense;
pub mod handover;
pub mod intel;
pub mod lead;
mod macros;
pub mod meeting;
pub mod member;
pub mod negotiation;
pub mod notice;
pub mod opportunity;
pub mod order;
pub mod payment;
pub mod plan;
pub mod product;
pub mod proposal;
pub mod rate;
pub mod registration;
pub mod script;
pub mod survey;
pub mod tag;
pub mod target;
pub mod task;
pub mod territory;
pub mod ticket;
pub mod training;
pub mod types;
pub mod verification;

pub use activity::Activity;
pub use approval::Approval;
pub use assessment::Assessment;
pub use audit::Audit;
pub use award::Award;
pub use backup::Backup;
pub use budget::Budget;
pub use campaign::Campaign;
pub use contract::Contract;
pub use customer::Customer;
pub use dispute::Dispute;
pub use expense::Expense;
pub use handover::Handover;
pub use intel::Intel;
pub use lead::Lead;
pub use meeting::Meeting;
pub use member::Member;
pub use negotiation::Negotiation;
pub use notice::Notice;
pub use opportunity::Opportunity;
pub use order::Order;
pub use payment::Payment;
pub use plan::Plan;
pub use product::Product;
pub use proposal::Proposal;
pub use rate::Rate;
pub use registration::Registration;
pub use script::Script;
pub use survey::Survey;
pub use tag::TagDefinition;
pub use target::Target;
pub use task::Task;
pub use territory::Territory;
pub use ticket::Ticket;
pub use training::Training;
pub use verification::Verification;

use crate::base::field::{Field, Fields};
use crate::base::kind::Kind;

/// A struct whose values are records of a kind.
pub trait Record:
    Fields + for<'de> serde::Deserialize<'de> + Clone + std::fmt::Debug + Send + Sync + 'static
{
    /// The kind.
    const KIND: Kind;
}

/// The one list of kinds with their structs: `then! { Variant Struct table, … }`.
macro_rules! for_each_kind {
    ($then:ident) => {
        $then! {
            Member Member members,
            Territory Territory territories,
            Product Product products,
            Tag TagDefinition tags,
            Campaign Campaign campaigns,
            Script Script scripts,
            Customer Customer customers,
            Lead Lead leads,
            Opportunity Opportunity opportunities,
            Activity Activity activities,
            Task Task tasks,
            Plan Plan plans,
            Intel Intel intel,
            Proposal Proposal proposals,
            Negotiation Negotiation negotiations,
            Contract Contract contracts,
            Budget Budget budgets,
            Expense Expense expenses,
            Target Target targets,
            Assessment Assessment assessments,
            Order Order orders,
            Payment Payment payments,
            Registration Registration registrations,
            Ticket Ticket tickets,
            Award Award awards,
            Training Training trainings,
            Meeting Meeting meetings,
            Survey Survey surveys,
            Dispute Dispute disputes,
            Handover Handover handovers,
            Audit Audit audits,
            Notice Notice notices,
            Verification Verification verifications,
            Approval Approval approvals,
            Backup Backup backups,
            Rate Rate rates,
        }
    };
}
pub(crate) use for_each_kind;

macro_rules! declare_records {
    ($($kind:ident $record:ident $table:ident,)*) => {
        $(
            impl Record for $record {
                const KIND: Kind = Kind::$kind;
            }
        )*

        const fn fields_of(kind: Kind) -> &'static [Field] {
            match kind {
                $( Kind::$kind => $record::FIELDS, )*
            }
        }
    };
}
for_each_kind!(declare_records);
