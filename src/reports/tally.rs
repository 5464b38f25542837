//! Reports about other records than deals: what counts, along which dimensions, into which rows.

use std::collections::BTreeMap;

use super::notes::Notes;
use super::place::{self, Key};
use super::sheet::Sheet;
use super::{By, Cx, Dimension};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::Period;
use crate::base::table::{Cell, Row, Table};
use crate::book::AnyRow;
use crate::facts::people;
use crate::model::{Customer, Member};
use crate::query::Query;
use crate::say;

/// A record that counts, with what dimensions ask for.
#[derive(Clone, Copy)]
pub(super) struct Entry<'b> {
    /// The record.
    pub row: AnyRow<'b>,
    /// Whose figures it goes to.
    pub owner: Option<&'b Id>,
    /// Its customer.
    pub customer: Option<&'b Id>,
    /// Where it came from.
    pub source: Option<&'b str>,
    /// The report's date field.
    pub date: Option<Date>,
}

/// What of a record falls into a row.
pub(super) struct Part<'b, P> {
    /// The record.
    pub row: AnyRow<'b>,
    /// The row, by the dimensions.
    pub keys: Vec<Key<'b>>,
    /// The currency, where money counts.
    pub currency: Option<Currency>,
    /// What falls there.
    pub what: P,
}

/// What stands in each row.
type Groups<'p, 'b, P> = BTreeMap<(&'p [Key<'b>], Option<Currency>), Vec<&'p Part<'b, P>>>;

/// The rows that a record falls into: every combination of its values along the dimensions.
pub(super) fn places<'b>(cx: &Cx<'b>, by: &[By], entry: &Entry<'b>) -> Vec<Vec<Key<'b>>> {
    places_but(cx, by, entry, |_| false)
}

/// [`places`], without value along the dimensions at some positions.
pub(super) fn places_but<'b>(
    cx: &Cx<'b>,
    by: &[By],
    entry: &Entry<'b>,
    but: impl Fn(usize) -> bool,
) -> Vec<Vec<Key<'b>>> {
    let mut all = vec![Vec::new()];
    for (at, by) in by.iter().enumerate() {
        let keys = if but(at) { vec![Key::MISSING] } else { keys(cx, by, entry) };
        let longer = |own: &Vec<Key<'b>>| {
            keys.iter().map(|key| own.iter().chain([key]).cloned().collect()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// What each record gives to the rows that it falls into, and what it gives to the total; a record
/// without `what` gives nothing.
pub(super) fn parts<'b, P: Clone>(
    cx: &Cx<'b>,
    by: &[By],
    entries: &[Entry<'b>],
    what: impl Fn(&Entry<'b>) -> Option<(Option<Currency>, P)>,
) -> (Vec<Part<'b, P>>, Vec<Part<'b, P>>) {
    let (mut parts, mut whole) = (Vec::new(), Vec::new());
    for entry in entries {
        let Some((currency, what)) = what(entry) else { continue };
        let part = |keys| Part { row: entry.row, keys, currency, what: what.clone() };
        parts.extend(places(cx, by, entry).into_iter().map(part));
        whole.push(part(Vec::new()));
    }
    (parts, whole)
}

fn keys<'b>(cx: &Cx<'b>, by: &By, entry: &Entry<'b>) -> Vec<Key<'b>> {
    match by {
        By::Field(dimension) => vec![value(cx, *dimension, entry)],
        By::Tag(tag) => place::distinct(tags(cx, tag, entry)),
        By::Along(way) => place::distinct(way.keys(cx, entry.row)),
        By::Unit(unit) => vec![entry.date.map_or(Key::MISSING, |date| Key::new(unit.key(date)))],
    }
}

fn value<'b>(cx: &Cx<'b>, by: Dimension, entry: &Entry<'b>) -> Key<'b> {
    let book = cx.book;
    let id = |id: Option<&'b Id>| Key::of(id.map(|id| &**id));
    let member = || book.get::<Member>(entry.owner?).map(|row| row.record);
    let customer = || book.get::<Customer>(entry.customer?).map(|row| row.record);
    match by {
        Dimension::Owner => id(entry.owner),
        Dimension::Manager => id(entry.owner.and_then(|owner| people::manager(book, owner))),
        Dimension::Team => Key::of(member().and_then(|it| it.team.as_deref())),
        Dimension::Office => Key::of(member().and_then(|it| it.office.as_deref())),
        Dimension::Territory => {
            let own = customer().and_then(|it| people::customer_territory(it, book));
            id(own.or_else(|| member()?.territory.as_deref()))
        }
        Dimension::Customer => id(entry.customer),
        Dimension::Source => Key::of(entry.source),
        Dimension::Industry => Key::of(customer().and_then(|it| it.industry.as_deref())),
        // Only deals have these; the products of an order stand in its lines.
        Dimension::Product | Dimension::Stage | Dimension::Grade | Dimension::LostReason => {
            Key::MISSING
        }
    }
}

fn tags<'b>(cx: &Cx<'b>, tag: &str, entry: &Entry<'b>) -> Vec<Key<'b>> {
    let of = |row: AnyRow<'b>| match row.fields.get("tags") {
        View::Tags(tags) => tags.get(tag).map_or(&[][..], |tag| tag.values()),
        _ => &[],
    };
    let own = of(entry.row);
    let customer = || cx.book.get::<Customer>(entry.customer?).map(|row| of(row.erase()));
    let values = if own.is_empty() { customer().unwrap_or(&[]) } else { own };
    values.iter().map(|value| Key::new(value.as_str())).collect()
}

/// The records of the report's kind that fit the query, with notes about the others.
pub(super) fn entries<'b>(
    cx: &Cx<'b>,
    query: &Query,
    kind: Kind,
    period: Option<Period>,
    entry: impl Fn(AnyRow<'b>) -> Entry<'b>,
) -> (Vec<Entry<'b>>, Notes) {
    let mut notes = Notes::default();
    let rows = cx.book.rows(kind);
    notes.unreadable(cx, &[kind]);
    let fitting = rows.into_iter().filter(|row| query.fits(cx.book, *row));
    let mut entries: Vec<Entry<'b>> = fitting.map(entry).collect();
    let all = entries.len();
    entries.retain(|entry| entry.date.is_none_or(|date| date <= cx.as_of));
    notes.add(
        "later",
        all - entries.len(),
        say!(en: "records dated after the day: left out", zh: "统计日之后的记录：未计入"),
    );
    if let Some(period) = period {
        let undated = entries.iter().filter(|entry| entry.date.is_none()).count();
        entries.retain(|entry| entry.date.is_some_and(|date| period.contains(date)));
        notes.add(
            "no_date",
            undated,
            say!(
                en: "records without the date that the period asks for: left out",
                zh: "缺少统计期间所依据日期的记录：未计入"
            ),
        );
    }
    (entries, notes)
}

/// A table with one row a place; the total has the figures of `whole`, where each record stands once.
pub(super) fn table<P>(
    cx: &Cx<'_>,
    sheet: &Sheet<'_>,
    parts: &[Part<'_, P>],
    whole: &[Part<'_, P>],
    figures: impl Fn(&[&P], Option<Currency>) -> Vec<Cell>,
) -> Table {
    let mut groups = Groups::new();
    for part in parts {
        groups.entry((&part.keys, part.currency)).or_default().push(part);
    }
    let mut table = sheet.empty();
    let row = |keys: Vec<Cell>, currency: Option<Currency>, parts: &[&Part<'_, P>]| {
        let mut cells = keys;
        if sheet.money {
            cells.push(currency.map_or(Cell::Empty, |it| Cell::Text(it.code().to_owned())));
        }
        cells.extend(figures(&parts.iter().map(|part| &part.what).collect::<Vec<_>>(), currency));
        let mut records: Vec<String> = parts.iter().map(|part| part.row.reference()).collect();
        records.dedup();
        Row { cells, records }
    };
    for ((keys, currency), parts) in &groups {
        let heads = sheet.by.iter().zip(*keys).map(|(by, key)| place::cell(cx, by, key));
        table.rows.push(row(heads.collect(), *currency, parts));
    }
    if table.rows.len() > 1 {
        let whole: Vec<&Part<'_, P>> = whole.iter().collect();
        let first = whole.first().and_then(|part| part.currency);
        let only = first.filter(|_| whole.iter().all(|part| part.currency == first));
        table.total = Some(row(vec![Cell::Empty; sheet.by.len()], only, &whole));
    }
    table
}
