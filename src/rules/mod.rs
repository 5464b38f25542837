//! The rules: one file each, `RULES` is the table. Loading faults are rows of the same table.

mod allow;
mod check;
pub mod contract_sign_late;
pub mod load;
mod sink;
#[cfg(test)]
mod tests;

pub mod activity_mismatch;
pub mod activity_recorded_late;
pub mod amount_differs;
pub mod amount_invalid;
pub mod approval_own;
pub mod approval_unentitled;
pub mod approval_void;
pub mod assessment_by_two;
pub mod assessment_differs;
pub mod assessment_late;
pub mod assessment_missing;
pub mod auditor_missing;
pub mod award_repeated;
pub mod budget_nearly_used;
pub mod call_unwanted;
pub mod call_without_script;
pub mod close_date_past;
pub mod closed_missing;
pub mod coaching_missing;
pub mod contact_primary;
pub mod credit_code_invalid;
pub mod credit_outdated;
pub mod customer_contact_late;
pub mod dated_in_future;
pub mod dates_disordered;
pub mod decision_maker_unmet;
pub mod decision_overdue;
pub mod delivery_overdue;
pub mod division_unknown;
pub mod expense_late;
pub mod expense_over_cap;
pub mod failures_in_a_row;
pub mod grade_differs;
pub mod handover_unconfirmed;
pub mod intel_late;
pub mod invoice_repeated;
pub mod invoiced_too_much;
pub mod item_id_repeated;
pub mod keeping_ends;
mod key_account_unstaffed;
pub mod key_customer_unvisited;
pub mod lead_abandoned_silently;
pub mod lead_assign_late;
pub mod lead_contact_late;
pub mod lead_convert_late;
pub mod lead_entry_late;
pub mod lead_follow_up_late;
pub mod lead_grade_late;
pub mod lead_handover_late;
pub mod lead_idle;
pub mod lead_need_vague;
pub mod lead_unacknowledged;
pub mod lead_unscreened;
pub mod lead_without_meeting;
pub mod lost_without_reason;
pub mod maintenance_due;
pub mod meeting_overdue;
pub mod missing_customer;
pub mod missing_lesson;
pub mod missing_required;
pub mod moves_disagree;
pub mod name_repeated;
pub mod next_step_missing;
pub mod notice_overdue;
pub mod order_cancelled_after;
pub mod order_differs;
pub mod order_late;
pub mod order_missing;
pub mod order_no_progress;
pub mod order_without_win;
pub mod out_of_range;
pub mod owner_left;
pub mod owner_missing;
pub mod owner_outside_territory;
pub mod payment_overdue;
pub mod payment_reminder_due;
pub mod plan_copied;
pub mod plan_incomplete;
pub mod plan_missing;
pub mod plan_step_overdue;
pub mod plan_without_traits;
pub mod policy_unknown_name;
pub mod quote_price_outdated;
pub mod rate_repeated;
pub mod reference_cycle;
pub mod reference_dangling;
pub mod referrer_missing;
pub mod region_differs;
pub mod region_unregistered;
pub mod relation_differs;
pub mod return_visit_late;
pub mod revisit_unanalysed;
pub mod ruling_ignored;
pub mod script_forbidden_word;
pub mod script_review_late;
pub mod stage_dwell;
pub mod stage_without_gate;
pub mod status_without_gate;
pub mod supervision_overdue;
pub mod survey_due;
pub mod survey_few_answers;
pub mod tag_mistyped;
pub mod tag_undefined;
pub mod target_repeated;
pub mod target_unclear;
pub mod task_overdue;
pub mod task_unowned;
pub mod term_undefined;
pub mod territory_conflict;
pub mod ticket_follow_up_late;
pub mod ticket_resolution_late;
pub mod ticket_response_late;
pub mod training_incomplete;
pub mod training_overdue;
pub mod training_plan_gap;
pub mod value_service_late;
pub mod verification_due;
pub mod view_unknown_name;
pub mod visit_unannounced;
pub mod visit_without_effect;
pub mod visits_overlap;

pub use check::{Scope, broken, check};
pub use sink::Sink;

use crate::base::date::Date;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::{AnyRow, Book};

/// What a rule judges from.
#[derive(Clone, Copy)]
pub struct Cx<'b> {
    /// The book.
    pub book: &'b Book<'b>,
    /// The day.
    pub today: Date,
    /// Whether the whole book is judged, so that looking through other records is no waste.
    pub wide: bool,
}

/// How a rule looks at the book.
pub enum Check {
    /// The reading of the files finds it.
    Load,
    /// One record at a time, of the rule's kinds.
    Record(fn(&Cx<'_>, &AnyRow<'_>, &mut Sink<'_>)),
    /// The book as a whole.
    Book(fn(&Cx<'_>, &mut Sink<'_>)),
    /// The book as a whole, and one record where only some are judged: before a write.
    Both {
        /// For the whole book.
        book: fn(&Cx<'_>, &mut Sink<'_>),
        /// For some of its records.
        record: fn(&Cx<'_>, &AnyRow<'_>, &mut Sink<'_>),
    },
}

/// A rule.
pub struct Rule {
    /// The name, kebab case, after what is wrong.
    pub name: &'static str,
    /// How much a finding weighs unless the policy says otherwise.
    pub level: Level,
    /// What it checks.
    pub what: Label,
    /// Why: what goes wrong without it.
    pub why: Label,
    /// A record that breaks it.
    pub example: &'static str,
    /// What to do.
    pub remedy: Label,
    /// The policy clauses behind it; its packs switch it.
    pub clauses: &'static [&'static str],
    /// The kinds that it reads.
    pub kinds: &'static [Kind],
    /// How it looks at the book.
    pub check: Check,
}

/// All rules, by name.
pub static RULES: &[&Rule] = &[
    &activity_mismatch::RULE,
    &activity_recorded_late::RULE,
    &allow::STALE,
    &allow::WITHOUT_REASON,
    &amount_differs::RULE,
    &amount_invalid::RULE,
    &approval_own::RULE,
    &approval_unentitled::RULE,
    &approval_void::RULE,
    &assessment_by_two::RULE,
    &assessment_differs::RULE,
    &assessment_late::RULE,
    &assessment_missing::RULE,
    &auditor_missing::RULE,
    &award_repeated::RULE,
    &load::BAD_ID,
    &load::BAD_VALUE,
    &budget_nearly_used::RULE,
    &call_unwanted::RULE,
    &call_without_script::RULE,
    &close_date_past::RULE,
    &closed_missing::RULE,
    &coaching_missing::RULE,
    &load::CONFLICT_MARKER,
    &contact_primary::RULE,
    &contract_sign_late::RULE,
    &credit_code_invalid::RULE,
    &credit_outdated::RULE,
    &customer_contact_late::RULE,
    &dated_in_future::RULE,
    &dates_disordered::RULE,
    &decision_maker_unmet::RULE,
    &decision_overdue::RULE,
    &delivery_overdue::RULE,
    &division_unknown::RULE,
    &load::DUPLICATE_ID,
    &load::DUPLICATE_KEY,
    &load::EMPTY_FILE,
    &expense_late::RULE,
    &expense_over_cap::RULE,
    &failures_in_a_row::RULE,
    &load::FILE_TOO_LARGE,
    &grade_differs::RULE,
    &handover_unconfirmed::RULE,
    &intel_late::RULE,
    &invoice_repeated::RULE,
    &invoiced_too_much::RULE,
    &item_id_repeated::RULE,
    &keeping_ends::RULE,
    &key_account_unstaffed::RULE,
    &key_customer_unvisited::RULE,
    &lead_abandoned_silently::RULE,
    &lead_assign_late::RULE,
    &lead_contact_late::RULE,
    &lead_convert_late::RULE,
    &lead_entry_late::RULE,
    &lead_follow_up_late::RULE,
    &lead_grade_late::RULE,
    &lead_handover_late::RULE,
    &lead_idle::RULE,
    &lead_need_vague::RULE,
    &lead_unacknowledged::RULE,
    &lead_unscreened::RULE,
    &lead_without_meeting::RULE,
    &lost_without_reason::RULE,
    &maintenance_due::RULE,
    &meeting_overdue::RULE,
    &load::MISPLACED_FILE,
    &missing_customer::RULE,
    &load::MISSING_KEY,
    &missing_lesson::RULE,
    &missing_required::RULE,
    &moves_disagree::RULE,
    &name_repeated::RULE,
    &next_step_missing::RULE,
    &load::NOT_UTF8,
    &notice_overdue::RULE,
    &order_cancelled_after::RULE,
    &order_differs::RULE,
    &order_late::RULE,
    &order_missing::RULE,
    &order_no_progress::RULE,
    &order_without_win::RULE,
    &out_of_range::RULE,
    &owner_left::RULE,
    &owner_missing::RULE,
    &owner_outside_territory::RULE,
    &payment_overdue::RULE,
    &payment_reminder_due::RULE,
    &plan_copied::RULE,
    &plan_incomplete::RULE,
    &plan_missing::RULE,
    &plan_step_overdue::RULE,
    &plan_without_traits::RULE,
    &policy_unknown_name::RULE,
    &quote_price_outdated::RULE,
    &rate_repeated::RULE,
    &reference_cycle::RULE,
    &reference_dangling::RULE,
    &referrer_missing::RULE,
    &region_differs::RULE,
    &region_unregistered::RULE,
    &relation_differs::RULE,
    &return_visit_late::RULE,
    &survey_few_answers::UNMENDED,
    &revisit_unanalysed::RULE,
    &ruling_ignored::RULE,
    &script_forbidden_word::RULE,
    &script_review_late::RULE,
    &survey_due::REVIEW,
    &stage_dwell::RULE,
    &stage_without_gate::RULE,
    &status_without_gate::RULE,
    &supervision_overdue::RULE,
    &survey_due::RULE,
    &survey_few_answers::RULE,
    &tag_mistyped::RULE,
    &tag_undefined::RULE,
    &target_repeated::RULE,
    &target_unclear::RULE,
    &task_overdue::RULE,
    &task_unowned::RULE,
    &term_undefined::RULE,
    &territory_conflict::RULE,
    &ticket_follow_up_late::RULE,
    &ticket_resolution_late::RULE,
    &ticket_response_late::RULE,
    &load::TOML_SYNTAX,
    &training_incomplete::RULE,
    &training_overdue::RULE,
    &training_plan_gap::RULE,
    &load::UNKNOWN_KEY,
    &load::UNREADABLE_FILE,
    &maintenance_due::UPGRADE,
    &value_service_late::RULE,
    &verification_due::RULE,
    &view_unknown_name::RULE,
    &visit_unannounced::RULE,
    &visit_without_effect::RULE,
    &visits_overlap::RULE,
    &load::WRONG_TYPE,
    &load::YAML_FEATURE,
    &load::YAML_SYNTAX,
];

/// The rule of that name.
pub fn find(name: &str) -> Option<&'static Rule> {
    let at = RULES.binary_search_by(|rule| rule.name.cmp(name)).ok()?;
    RULES.get(at).copied()
}
