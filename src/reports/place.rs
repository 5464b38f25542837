//! Where a deal falls along a dimension, and what the rows are called.

use std::borrow::Cow;

use super::deal::Deal;
use super::{By, Cx, Dimension, Request};
use crate::base::decimal::Decimal;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::base::table::Cell;
use crate::facts::credit;
use crate::facts::opportunity::{customer, territory_now};
use crate::facts::people;
use crate::model::Member;
use crate::model::common::Grade;
use crate::say;

/// The value of a row along one dimension; sorted as rows are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key<'b> {
    /// The place in an order of the policy; equal for all where there is none.
    rank: usize,
    /// What it comes to where it is a figure, zero for all others.
    figure: Decimal,
    /// What stands in the records.
    pub text: Cow<'b, str>,
}

/// Stages that the policy does not have stand after those it has.
const UNRANKED: usize = usize::MAX - 1;

impl<'b> Key<'b> {
    /// The row of what has no value, after all others.
    pub(super) const MISSING: Key<'static> =
        Key { rank: usize::MAX, figure: Decimal::ZERO, text: Cow::Borrowed("-") };

    pub(super) fn new(text: impl Into<Cow<'b, str>>) -> Key<'b> {
        Key::ranked(0, text)
    }

    /// A value that has its place in an order.
    pub(super) fn ranked(rank: usize, text: impl Into<Cow<'b, str>>) -> Key<'b> {
        Key { rank, figure: Decimal::ZERO, text: text.into() }
    }

    /// A figure, sorted as one.
    pub(super) fn figure(figure: Decimal) -> Key<'b> {
        Key { rank: 0, figure, text: figure.to_string().into() }
    }

    pub(super) fn is_missing(&self) -> bool {
        self.rank == usize::MAX
    }

    /// The row of a value; where there is none, that of what has none.
    pub(super) fn of(text: Option<&'b str>) -> Key<'b> {
        text.map_or(Key::MISSING, Key::new)
    }
}

/// One row that a deal falls into.
pub(super) struct Place<'b> {
    /// The row.
    pub key: Key<'b>,
    /// What of the deal's amount falls there.
    pub share: Share,
}

/// What of a deal's amount falls into a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    /// All of it.
    Whole,
    /// So much.
    Part(Option<Money>),
}

/// The rows that a deal falls into along a dimension; at least one.
pub(super) fn places<'b>(
    cx: &Cx<'b>,
    request: &Request,
    by: &By,
    deal: &Deal<'b>,
) -> Vec<Place<'b>> {
    let whole = |key| Place { key, share: Share::Whole };
    match by {
        By::Field(Dimension::Product) => by_product(deal),
        By::Field(dimension) => vec![whole(value(cx, request, *dimension, deal))],
        By::Tag(tag) => distinct(by_tag(cx, tag, deal)).into_iter().map(whole).collect(),
        By::Along(way) => {
            let keys = way.keys(cx, deal.row.erase());
            distinct(keys).into_iter().map(whole).collect()
        }
        By::Unit(unit) => {
            let key = deal.date.map(|date| Key::new(unit.key(date)));
            vec![whole(key.unwrap_or(Key::MISSING))]
        }
    }
}

fn by_product<'b>(deal: &Deal<'b>) -> Vec<Place<'b>> {
    let shares = shares(deal);
    if shares.is_empty() {
        return vec![Place { key: Key::MISSING, share: Share::Whole }];
    }
    let place = |(id, part): (&'b Id, _)| Place { key: Key::new(&**id), share: Share::Part(part) };
    shares.into_iter().map(place).collect()
}

// What of the amount falls to each product, converted as the amount was.
fn shares<'b>(deal: &Deal<'b>) -> Vec<(&'b Id, Option<Money>)> {
    let shares = credit::by_product(deal.row.record, deal.own);
    let Some(ratio) = deal.ratio else { return shares };
    let (ids, parts): (Vec<_>, Vec<_>) = shares.into_iter().unzip();
    ids.into_iter().zip(ratio.of_parts(parts)).collect()
}

/// Whether the amount of a deal does not wholly fall to its products.
pub(super) fn is_unassigned(deal: &Deal<'_>) -> bool {
    let Some(amount) = deal.amount else { return false };
    let shares = shares(deal);
    let assigned = shares.iter().filter_map(|(_, share)| *share);
    !shares.is_empty() && Money::sum(assigned, amount.currency()) != Some(amount)
}

fn by_tag<'b>(cx: &Cx<'b>, tag: &str, deal: &Deal<'b>) -> Vec<Key<'b>> {
    let own = deal.row.record.tags.values(tag);
    let customers = || customer(deal.row.record, cx.book).map(|row| row.record.tags.values(tag));
    let values = if own.is_empty() { customers().unwrap_or(&[]) } else { own };
    values.iter().map(|value| Key::new(value.as_str())).collect()
}

/// Each value once; the row of what has none where there is none.
pub(super) fn distinct(mut keys: Vec<Key<'_>>) -> Vec<Key<'_>> {
    keys.sort_unstable();
    keys.dedup();
    if keys.is_empty() { vec![Key::MISSING] } else { keys }
}

fn value<'b>(cx: &Cx<'b>, request: &Request, by: Dimension, deal: &Deal<'b>) -> Key<'b> {
    let (record, book) = (deal.row.record, cx.book);
    let owner = || credit::owner_on(record, cx.as_of);
    let id = |id: Option<&'b Id>| Key::of(id.map(|id| &**id));
    match by {
        Dimension::Owner => id(owner()),
        Dimension::Manager => id(owner().and_then(|owner| people::manager(book, owner))),
        Dimension::Team => Key::of(credit::team_on(record, book, cx.as_of)),
        Dimension::Territory if request.territory_now => id(territory_now(record, book)),
        Dimension::Territory => id(credit::territory_on(record, book, cx.as_of)),
        Dimension::Office => {
            let member = owner().and_then(|owner| book.get::<Member>(owner));
            Key::of(member.and_then(|row| row.record.office.as_deref()))
        }
        Dimension::Customer => id(record.customer.as_deref()),
        Dimension::Source => Key::of(record.source.as_deref()),
        Dimension::Industry => {
            Key::of(customer(record, book).and_then(|row| row.record.industry.as_deref()))
        }
        Dimension::Stage => stage(cx, deal.standing.stage),
        Dimension::Grade => Key::of(record.grade.map(Grade::key)),
        Dimension::LostReason => Key::of(record.lost_reason.as_deref()),
        // Several values: see `by_product`.
        Dimension::Product => Key::MISSING,
    }
}

/// A stage, in the order of the policy.
pub(super) fn stage<'b>(cx: &Cx<'_>, key: &'b str) -> Key<'b> {
    Key::ranked(cx.book.policy().stage_rank(key).unwrap_or(UNRANKED), key)
}

/// The cell that says which row it is.
pub(super) fn cell(cx: &Cx<'_>, by: &By, key: &Key<'_>) -> Cell {
    if key.is_missing() {
        return Cell::Label(key.text.clone().into_owned(), say!(en: "none", zh: "未填"));
    }
    let refer = |kind| Cell::Ref(key.text.to_string(), cx.book.name_of(kind, &key.text));
    let term = |list| Cell::Label(key.text.to_string(), cx.book.policy().term(list, &key.text));
    match by {
        By::Field(Dimension::Owner | Dimension::Manager) => refer(Kind::Member),
        By::Field(Dimension::Territory) => refer(Kind::Territory),
        By::Field(Dimension::Product) => refer(Kind::Product),
        By::Field(Dimension::Customer) => refer(Kind::Customer),
        By::Field(Dimension::Source) => term(Vocabulary::Source),
        By::Field(Dimension::Stage) => term(Vocabulary::Stage),
        By::Field(Dimension::LostReason) => term(Vocabulary::LostReason),
        By::Field(Dimension::Grade) => grade(&key.text),
        By::Tag(tag) => tag_value(cx, tag, &key.text),
        By::Along(way) => way.cell(cx.book, &key.text),
        By::Field(_) | By::Unit(_) => Cell::Text(key.text.to_string()),
    }
}

fn grade(key: &str) -> Cell {
    match Grade::parse(key) {
        Some(grade) => Cell::Label(key.to_owned(), grade.label().text()),
        None => Cell::Text(key.to_owned()),
    }
}

/// A value of a tag by the name that its definition gives it.
fn tag_value(cx: &Cx<'_>, tag: &str, key: &str) -> Cell {
    let kinds = [Kind::Opportunity, Kind::Customer].into_iter();
    let definitions = kinds.filter_map(|kind| cx.book.definition(kind, tag));
    let mut values = definitions.flat_map(|row| row.record.values.iter());
    match values.find(|value| value.key == key) {
        Some(value) => Cell::Label(key.to_owned(), value.label()),
        None => Cell::Text(key.to_owned()),
    }
}
