//! What activities say of customers and opportunities.

use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Book, Row};
use crate::model::activity::ActivityType;
use crate::model::{Activity, Opportunity};

/// Whether somebody went to the customer.
pub fn is_visit(activity: &Activity) -> bool {
    activity.r#type == ActivityType::Visit
}

/// Whether people met face to face.
pub fn is_meeting(activity: &Activity) -> bool {
    [ActivityType::Visit, ActivityType::Meeting, ActivityType::Demo].contains(&activity.r#type)
}

/// The activities about a deal: those that name it, those with its customer that name none, and
/// those with the lead that it was.
pub fn of_deal<'b>(
    book: &'b Book<'_>,
    id: &'b Id,
    deal: &'b Opportunity,
) -> impl Iterator<Item = Row<'b, Activity>> {
    let theirs = deal.customer.as_deref().map(|id| book.activities_of(Kind::Customer, id));
    let before = deal.lead.as_deref().map(|id| book.activities_of(Kind::Lead, id));
    let own = book.activities_of(Kind::Opportunity, id);
    own.chain(theirs.into_iter().flatten()).chain(before.into_iter().flatten())
}
