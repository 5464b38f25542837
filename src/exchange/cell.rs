//! The text of a cell as a value of its field.

mod phone;

use super::date_format;
use super::definitions;
use super::mapping::How;
use super::target::Target;
use crate::base::amount::parse_amount;
use crate::base::currency::Currency;
use crate::base::date::Instant;
use crate::base::decimal::Decimal;
use crate::base::field::{Choice, Shape};
use crate::base::kind::Kind;
use crate::base::route::Key;
use crate::base::span::Span;
use crate::base::text::{Text, nearest};
use crate::base::value::Value;
use crate::base::width::normalize_width;
use crate::model::TagDefinition;
use crate::model::types::AnyRef;
use crate::policy::Policy;
use crate::say;

/// What cells are read against.
#[derive(Clone, Copy)]
pub(super) struct Known<'k> {
    /// The policy.
    pub(super) policy: &'k Policy,
    /// What the book's dictionary says of the field or tag.
    pub(super) definition: Option<&'k TagDefinition>,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// A value.
    Value(Value),
    /// A record of the kind, as the table calls it.
    Ref(Kind, String),
    /// Several records.
    Refs(Kind, Vec<String>),
    /// That there is no value.
    Clear,
}

/// Reads the text of a cell, which is not empty, for its target.
///
/// # Errors
/// When it is no value of the field; nothing is guessed.
pub(super) fn read(text: &str, target: &Target, how: &How, known: Known<'_>) -> Result<Cell, Text> {
    let is_list = target.shape.is_list() || (is_tag(target) && how.split.is_some());
    let core = target.shape.core();
    let items = || match &how.split {
        Some(split) => {
            items_of(text, split).map(str::trim).filter(|item| !item.is_empty()).collect()
        }
        None => vec![text],
    };
    if let Shape::Ref(kind) = core {
        let names = || items().into_iter().map(str::to_owned).collect();
        return Ok(if is_list { Cell::Refs(kind, names()) } else { Cell::Ref(kind, text.into()) });
    }
    if !is_list {
        return single(text, core, target, how, known).map(Cell::Value);
    }
    let values = items().into_iter().map(|item| single(item, core, target, how, known));
    Ok(Cell::Value(Value::List(values.collect::<Result<_, _>>()?)))
}

fn is_tag(target: &Target) -> bool {
    matches!(target.shape, Shape::Tags)
}

fn single(
    text: &str,
    shape: Shape,
    target: &Target,
    how: &How,
    known: Known<'_>,
) -> Result<Value, Text> {
    let policy = known.policy;
    if let Some(definition) = known.definition {
        return definitions::value(definition, text, target, how).map(Value::text);
    }
    match shape {
        Shape::Bool => truth(text).map(Value::plain),
        Shape::Int => whole(text, how.scale).map(Value::plain),
        Shape::Decimal => number(text, how.scale).map(Value::plain),
        Shape::Date => Ok(Value::plain(date_format::read(text, &how.dates)?.date)),
        Shape::Instant => instant(text, how, policy).map(Value::plain),
        Shape::Period => Ok(Value::plain(Span::parse(text)?)),
        Shape::Currency => Ok(Value::plain(Currency::parse(text)?.code())),
        Shape::AnyRef => {
            AnyRef::parse(text)?;
            Ok(Value::plain(text))
        }
        Shape::Choice(choices) => choice(text, choices).map(Value::plain),
        Shape::Term => match target.terms {
            Some(list) => policy.parse_term(list, text).map(Value::plain),
            None => Ok(Value::plain(text)),
        },
        // Without a scale a tag's text is what stands in the cell.
        Shape::Tags if how.scale.is_some() => Ok(Value::text(number(text, how.scale)?.to_string())),
        _ if is_phone(target) => phone::checked(text).map(Value::text),
        _ => Ok(Value::text(text)),
    }
}

fn is_phone(target: &Target) -> bool {
    matches!(target.route.keys().last(), Some(Key::Name(key)) if &**key == "phone")
}

// What is parted by `;` may be parted by its full-width form or by lines as well.
fn items_of<'t>(text: &'t str, split: &'t str) -> Box<dyn Iterator<Item = &'t str> + 't> {
    match split {
        ";" => Box::new(text.split([';', '；', '\n'])),
        _ => Box::new(text.split(split)),
    }
}

/// A number of a cell, times the scale of its column.
///
/// # Errors
/// When it is no number, or has too many digits.
pub(super) fn number(text: &str, scale: Option<Decimal>) -> Result<Decimal, Text> {
    let number = parse_amount(text)?;
    let Some(scale) = scale else { return Ok(number) };
    // The zeros that the scale leaves behind the point say nothing.
    number
        .checked_mul(scale)
        .map(Decimal::normalized)
        .ok_or_else(|| say!(en: "`{text}` has too many digits", zh: "`{text}` 位数过多"))
}

fn whole(text: &str, scale: Option<Decimal>) -> Result<i64, Text> {
    let number = number(text, scale)?.normalized();
    let units = i64::try_from(number.units()).ok().filter(|_| number.scale() == 0);
    units.ok_or_else(|| say!(en: "`{text}` is not a whole number", zh: "`{text}` 不是整数"))
}

fn truth(text: &str) -> Result<bool, Text> {
    match &*normalize_width(text).to_lowercase() {
        "true" | "yes" | "是" => Ok(true),
        "false" | "no" | "否" => Ok(false),
        _ => Err(say!(
            en: "`{text}` is neither yes nor no; say what it means in the column's `values`",
            zh: "`{text}` 既不是“是”也不是“否”；请在该列的 `values` 中说明含义"
        )),
    }
}

// A time without an offset is a time of the book's zone.
fn instant(text: &str, how: &How, policy: &Policy) -> Result<Instant, Text> {
    if let Ok(instant) = Instant::parse(text) {
        return Ok(instant);
    }
    let stamp = date_format::read(text, &how.dates)?;
    let (hour, minute, second) = stamp.time.ok_or_else(|| {
        say!(
            en: "`{text}` has no clock time; state the form of the column, such as `date = \"YYYY-MM-DD hh:mm\"`",
            zh: "`{text}` 没有时刻；请为该列指明格式，如 `date = \"YYYY-MM-DD hh:mm\"`"
        )
    })?;
    let (date, zone) = (stamp.date, policy.zone());
    Instant::parse(&format!("{date}T{hour:02}:{minute:02}:{second:02}{zone}"))
}

fn choice(text: &str, choices: &'static [Choice]) -> Result<&'static str, Text> {
    let wanted = normalize_width(text).to_lowercase();
    let hit = choices.iter().find(|choice| {
        let names = [choice.key, choice.label.en, choice.label.zh];
        names.iter().any(|name| name.to_lowercase() == wanted)
    });
    if let Some(choice) = hit {
        return Ok(choice.key);
    }
    let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
    Err(not_listed(text, &keys))
}

/// What to say of a text that is none of `allowed`.
pub(super) fn not_listed(text: &str, allowed: &[&str]) -> Text {
    match nearest(text, allowed.iter().copied()) {
        Some(near) => say!(
            en: "`{text}` is not listed; did you mean `{near}`?",
            zh: "`{text}` 不在列表中；是否指 `{near}`？"
        ),
        None => {
            let list = allowed.join(", ");
            say!(en: "`{text}` is none of {list}", zh: "`{text}` 不在可选值之内：{list}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::date_format::DateFormat;

    fn cell(kind: Kind, route: &str, text: &str, how: &How) -> Result<Cell, Text> {
        let policy = &Policy::builtin();
        read(text, &Target::parse(kind, route).unwrap(), how, Known { policy, definition: None })
    }

    fn plain(kind: Kind, route: &str, text: &str) -> String {
        match cell(kind, route, text, &How::default()) {
            Ok(Cell::Value(value)) => value.as_text().unwrap().to_owned(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_type_is_read_as_people_write_it() {
        assert_eq!(plain(Kind::Opportunity, "amount", "480,000.00"), "480000.00");
        assert_eq!(plain(Kind::Opportunity, "amount", "48万"), "480000");
        assert_eq!(plain(Kind::Opportunity, "currency", "USD"), "USD");
        assert_eq!(plain(Kind::Opportunity, "stage", "需求确认"), "needs_confirmed");
        assert_eq!(plain(Kind::Opportunity, "outcome", "赢单"), "won");
        assert_eq!(plain(Kind::Opportunity, "grade", "a"), "A");
        assert_eq!(plain(Kind::Opportunity, "expected_close", "2026年11月21日"), "2026-11-21");
        assert_eq!(plain(Kind::Customer, "key_account", "是"), "true");
        assert_eq!(plain(Kind::Customer, "metrics.staff", "2,822"), "2822");
        assert_eq!(plain(Kind::Customer, "tags.since", "0123"), "0123");
        assert_eq!(plain(Kind::Activity, "at", "2026-11-21 09:30"), "2026-11-21T09:30:00+08:00");
    }

    #[test]
    fn what_is_no_value_is_refused() {
        let none = How::default();
        for (kind, route, text) in [
            (Kind::Opportunity, "amount", "1,5"),
            (Kind::Opportunity, "currency", "dollars"),
            (Kind::Opportunity, "stage", "maybe"),
            (Kind::Opportunity, "outcome", "wonn"),
            (Kind::Opportunity, "expected_close", "03/04/2026"),
            (Kind::Customer, "key_account", "maybe"),
            (Kind::Customer, "metrics.staff", "2.5"),
            (Kind::Activity, "at", "2026-11-21"),
        ] {
            let why = cell(kind, route, text, &none).unwrap_err();
            assert!(why.en.contains('`') && why.zh.contains('`'), "{route}: {why:?}");
        }
        let why = cell(Kind::Opportunity, "outcome", "wonn", &none).unwrap_err();
        assert!(why.en.contains("did you mean `won`?"));
    }

    #[test]
    fn a_scale_is_exact() {
        let how = How { scale: Some(Decimal::from_int(1_000_000)), ..How::default() };
        let value = cell(Kind::Customer, "metrics.revenue", "1100.04", &how).unwrap();
        assert_eq!(value, Cell::Value(Value::plain("1100040000")));
        let thousandth = How { scale: Decimal::new(1, 3), ..How::default() };
        let value = cell(Kind::Customer, "metrics.revenue", "5", &thousandth).unwrap();
        assert_eq!(value, Cell::Value(Value::plain("0.005")));
    }

    #[test]
    fn lists_are_split_where_the_mapping_says_so() {
        let split = How { split: Some(";".to_owned()), ..How::default() };
        let value = cell(Kind::Customer, "aliases", "a; b ;;c", &split).unwrap();
        let items = ["a", "b", "c"].map(Value::text).to_vec();
        assert_eq!(value, Cell::Value(Value::List(items)));
        let one = cell(Kind::Customer, "aliases", "a; b", &How::default()).unwrap();
        assert_eq!(one, Cell::Value(Value::List(vec![Value::text("a; b")])));
        let members = cell(Kind::Customer, "collaborators", "Li;Wu", &split).unwrap();
        assert_eq!(members, Cell::Refs(Kind::Member, vec!["Li".to_owned(), "Wu".to_owned()]));
    }

    #[test]
    fn a_stated_form_of_dates_is_followed() {
        let how = How { dates: vec![DateFormat::parse("DD/MM/YYYY").unwrap()], ..How::default() };
        let value = cell(Kind::Opportunity, "expected_close", "03/04/2026", &how).unwrap();
        assert_eq!(value, Cell::Value(Value::plain("2026-04-03")));
    }
}
