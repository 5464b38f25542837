//! What activities say of customers and opportunities.

use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Book, Row};
use crate::model::activity::ActivityType;
use crate::model::{Activity, Opportunity, Task};

/// Whether somebody went to the customer.
pub fn is_visit(activity: &Activity) -> bool {
    activity.r#type == ActivityType::Visit
}

/// Whether people met face to face.
pub fn is_meeting(activity: &Activity) -> bool {
    [ActivityType::Visit, ActivityType::Meeting, ActivityType::Demo].contains(&activity.r#type)
}

/// Whether a task about whom or what is visited has said what the visit is for: one that was due at most `days`
/// before it or after it (DEV-5.4.2).
pub fn was_planned(book: &Book<'_>, visit: &Activity, days: i64) -> bool {
    let customer = visit.customer.as_deref().map(|id| (Kind::Customer, id));
    let deal = visit.opportunity.as_deref().map(|id| (Kind::Opportunity, id));
    let lead = visit.lead.as_deref().map(|id| (Kind::Lead, id));
    let near = |task: &Task| {
        let due = task.due.is_some_and(|due| visit.on.days_since(due).abs() <= days);
        due && task.objective.as_deref().is_some_and(|it| !it.trim().is_empty())
    };
    let about = [customer, deal, lead].into_iter().flatten();
    about.into_iter().any(|(kind, id)| {
        let mut tasks = book.referring::<Task>(kind, id);
        tasks.any(|task| near(task.record))
    })
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
