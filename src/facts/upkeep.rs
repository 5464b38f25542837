//! What customers have in use, and since when nobody looked after it (OPS-6.3).

use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Book, Row};
use crate::model::order::OrderStatus;
use crate::model::product::Upgrade;
use crate::model::{Customer, Order};

/// The day on which somebody last looked after what a customer has: the last maintenance, else the
/// last delivery. `None` where nothing was delivered.
pub fn last_kept(book: &Book<'_>, customer: &Id, today: Date) -> Option<Date> {
    let delivered = book.referring::<Order>(Kind::Customer, customer).filter_map(delivered_on);
    let delivered = delivered.filter(|on| *on <= today).max()?;
    let told = book.activities_with(Kind::Customer, customer);
    let kept = told.filter(|row| row.record.purpose.as_deref() == Some("maintenance"));
    let kept = kept.map(|row| row.record.on).filter(|on| *on <= today).max();
    Some(kept.map_or(delivered, |kept| kept.max(delivered)))
}

/// The customers that have a product in use and were not told of an upgrade, sorted: none of their
/// upgrade notices lies between the upgrade before it and it.
pub fn untold<'b>(book: &'b Book<'_>, product: &Id, upgrade: &Upgrade) -> Vec<&'b Id> {
    let before = book.get::<crate::model::Product>(product).and_then(|row| {
        let dates = row.record.upgrades.iter().map(|other| other.date);
        dates.filter(|date| *date < upgrade.date).max()
    });
    let has = |row: &Row<'_, Order>| {
        delivered_on(*row).is_some()
            && row.record.lines.iter().any(|line| *line.product == *product)
    };
    let mut holders: Vec<&Id> = book
        .iter::<Order>()
        .filter(has)
        .filter_map(|row| book.get::<Customer>(&row.record.customer))
        .map(|row| row.id)
        .collect();
    holders.sort_unstable();
    holders.dedup();
    let was_told = |customer: &Id| {
        book.activities_with(Kind::Customer, customer).any(|row| {
            let (on, purpose) = (row.record.on, row.record.purpose.as_deref());
            purpose == Some("upgrade_notice")
                && on <= upgrade.date
                && before.is_none_or(|it| on > it)
        })
    };
    holders.retain(|id| !was_told(id));
    holders
}

// The day of the delivery of what a customer has. What was only imported is history until somebody
// takes a step with it.
fn delivered_on(row: Row<'_, Order>) -> Option<Date> {
    let order = row.record;
    let own =
        order.imported.as_ref().is_none_or(|it| order.moves.iter().any(|step| step.on > it.on));
    let there = [OrderStatus::Delivered, OrderStatus::Accepted, OrderStatus::Closed];
    order.delivered_on.filter(|_| own && there.contains(&order.status()))
}
