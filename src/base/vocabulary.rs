//! The lists of the policy that values of fields come from.

/// The ordered key lists of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vocabulary {
    /// Sales stages.
    Stage,
    /// Roles of members.
    Role,
    /// Where an opportunity comes from.
    Source,
    /// Where a lead comes from.
    LeadSource,
    /// Why an opportunity was lost.
    LostReason,
    /// Types of customer.
    CustomerType,
    /// Categories of product.
    ProductCategory,
    /// What an opportunity is in the life of the customer (new, repeat …).
    OpportunityType,
    /// What an activity is for.
    Purpose,
    /// Services that a customer asks for.
    Service,
    /// What an advantage or disadvantage concerns.
    Aspect,
    /// Departments.
    Department,
    /// The approvals that the policy asks for.
    Approval,
    /// What money is spent on.
    ExpenseCategory,
    /// What is awarded.
    Award,
    /// What is taught.
    Topic,
}

impl Vocabulary {
    /// All lists, in the order of the policy file.
    pub const ALL: [Vocabulary; 16] = [
        Vocabulary::Stage,
        Vocabulary::Role,
        Vocabulary::Source,
        Vocabulary::LeadSource,
        Vocabulary::LostReason,
        Vocabulary::CustomerType,
        Vocabulary::ProductCategory,
        Vocabulary::OpportunityType,
        Vocabulary::Purpose,
        Vocabulary::Service,
        Vocabulary::Aspect,
        Vocabulary::Department,
        Vocabulary::Approval,
        Vocabulary::ExpenseCategory,
        Vocabulary::Award,
        Vocabulary::Topic,
    ];

    /// The key of the list in the policy file.
    pub const fn key(self) -> &'static str {
        match self {
            Vocabulary::Stage => "stage",
            Vocabulary::Role => "role",
            Vocabulary::Source => "source",
            Vocabulary::LeadSource => "lead_source",
            Vocabulary::LostReason => "lost_reason",
            Vocabulary::CustomerType => "customer_type",
            Vocabulary::ProductCategory => "product_category",
            Vocabulary::OpportunityType => "opportunity_type",
            Vocabulary::Purpose => "purpose",
            Vocabulary::Service => "service",
            Vocabulary::Aspect => "aspect",
            Vocabulary::Department => "department",
            Vocabulary::Approval => "approval",
            Vocabulary::ExpenseCategory => "expense_category",
            Vocabulary::Award => "award_type",
            Vocabulary::Topic => "topic",
        }
    }
}
