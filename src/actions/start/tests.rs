#![expect(clippy::disallowed_methods, reason = "reads data sets, which are no books")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::*;
use crate::base::date::Date;
use crate::base::field::{Field, Shape};
use crate::base::finding::Finding;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::book::{Book, Row};
use crate::model::TagDefinition;
use crate::model::tag::{Refresh, TagType};
use crate::policy::clause;
use crate::rules::{Cx, Scope, check};
use crate::store::Memory;
use crate::text::fmt::format as canonical;

fn fresh(lang: Lang) -> Memory {
    let packs = clause::PACKS.iter().map(|(_, key, _)| (*key).to_owned()).collect();
    let currency = Currency::parse("CNY").unwrap();
    let options = Options { packs, currency, zone: Offset::parse("+08:00").unwrap(), lang };
    let mut tree = Memory::default();
    for change in plan(&options) {
        tree.insert(&change.path, change.after.unwrap());
    }
    tree
}

fn findings(book: &Book<'_>) -> Vec<Finding> {
    let today = Date::parse_iso("2026-11-21").unwrap();
    check(&Cx { book, today, wide: true }, Scope::All)
}

fn each_definition(judge: impl Fn(&Row<'_, TagDefinition>, Kind, &str)) {
    let tree = fresh(Lang::Zh);
    let book = Book::open(&tree).unwrap();
    for row in book.iter::<TagDefinition>() {
        let (object, key) = row.id.split_once('.').unwrap();
        judge(&row, Kind::parse(object).unwrap(), key);
    }
    assert_eq!(book.iter::<TagDefinition>().count(), TAGS.len());
}

/// The fields on the way to a core field; lists are passed through.
fn way(kind: Kind, route: &str) -> Vec<&'static Field> {
    let mut table = kind.fields();
    let mut way = Vec::new();
    for key in Route::parse(route).keys() {
        let field = table.iter().find(|field| Some(field.key) == key.name());
        let field = field.unwrap_or_else(|| panic!("{} has no {route}", kind.key()));
        way.push(field);
        table = match field.shape.core() {
            Shape::Group(fields) => fields,
            _ => &[],
        };
    }
    way
}

fn data(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: no data set at {}", path.display());
    None
}

#[test]
fn a_fresh_book_has_nothing_to_complain_of() {
    for lang in [Lang::En, Lang::Zh] {
        let tree = fresh(lang);
        let book = Book::open(&tree).unwrap();
        assert_eq!(book.policy().lang(), lang);
        assert!(book.policy_faults().is_empty() && book.calendar_faults().is_empty());
        assert!(findings(&book).is_empty(), "{:?}", findings(&book));
    }
}

#[test]
fn a_fresh_book_is_in_canonical_form() {
    for (id, text) in TAGS {
        assert_eq!(canonical(text, Kind::Tag.fields()).unwrap(), *text, "{id}");
    }
}

#[test]
fn definitions_are_named_and_explained_in_both_languages() {
    // TAG-3.1.3a, TAG-3.1.3c
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    each_definition(|row, _, _| {
        let (id, definition) = (row.id, row.record);
        assert!(!definition.label.en.is_empty(), "{id}");
        assert!(definition.label.zh.contains(is_chinese), "{id}");
        assert!(definition.label.zh.chars().count() <= 20, "{id}");
        assert!(definition.group.is_some(), "{id}");
        let text = definition.definition.as_deref().unwrap();
        let (zh, en) = text.split_once(" / ").unwrap();
        assert!(zh.contains(is_chinese) && !en.contains(is_chinese), "{id}");
        for value in definition.values.iter() {
            assert!(value.en.is_some() && value.zh.is_some(), "{id}: {}", value.key);
        }
    });
}

#[test]
fn names_of_values_lead_to_one_value() {
    each_definition(|row, _, _| {
        let mut taken = BTreeSet::new();
        for value in row.record.values.iter() {
            let names: BTreeSet<&str> = [Some(value.key.as_str()), value.en.as_deref()]
                .into_iter()
                .chain([value.zh.as_deref()])
                .flatten()
                .chain(value.aliases.iter().map(String::as_str))
                .collect();
            for name in names {
                assert!(taken.insert(name.to_owned()), "{}: {name}", row.id);
            }
        }
    });
}

#[test]
fn definitions_of_core_fields_agree_with_the_field_table() {
    each_definition(|row, kind, key| {
        let (id, definition) = (row.id, row.record);
        let Some(route) = definition.field.as_deref() else {
            assert!(kind.fields().iter().all(|field| field.key != key), "{id} is a core field");
            return;
        };
        let way = way(kind, route);
        let field = way.last().unwrap();
        let shape = field.shape.core();
        assert!(fits(definition.r#type, shape), "{id}: {shape:?}");
        assert_eq!(
            definition.many == Some(true),
            way.iter().any(|field| field.shape.is_list()),
            "{id}: many"
        );
        assert_eq!(definition.sensitive == Some(true), is_secret(field), "{id}: sensitive");
        if let Shape::Choice(choices) = shape {
            let keys: Vec<(&str, &str)> =
                choices.iter().map(|choice| (choice.key, choice.label.zh)).collect();
            let ours: Vec<(&str, &str)> =
                definition.values.iter().map(|v| (&*v.key, v.zh.as_deref().unwrap())).collect();
            assert_eq!(keys, ours, "{id}");
        }
        if matches!(shape, Shape::Term) {
            assert!(definition.values.is_empty(), "{id}: the policy has the values");
        }
    });
}

fn fits(tag: TagType, shape: Shape) -> bool {
    match tag {
        TagType::Text => matches!(shape, Shape::Text | Shape::Group(_)),
        TagType::Number => matches!(shape, Shape::Int | Shape::Decimal | Shape::Group(_)),
        TagType::Date => matches!(shape, Shape::Date),
        TagType::YesNo => matches!(shape, Shape::Bool),
        TagType::Choice => matches!(shape, Shape::Choice(_) | Shape::Term | Shape::Text),
    }
}

fn is_secret(field: &Field) -> bool {
    match field.shape {
        Shape::Group(fields) => fields.iter().any(is_secret),
        _ => field.sensitive(),
    }
}

#[test]
fn what_the_policy_requires_is_marked_so() {
    // TAG-3.2.2a
    let policy = crate::policy::Policy::builtin();
    each_definition(|row, kind, _| {
        let Some(route) = row.record.field.as_deref() else { return };
        let way = way(kind, route);
        let always = |key| policy.required(kind.key()).any(|entry| entry == ("always", key));
        let required =
            (way[0].required || always(way[0].key)) && way[1..].iter().all(|field| field.required);
        assert_eq!(row.record.required == Some(true), required, "{}", row.id);
    });
}

#[test]
fn every_clause_of_the_taxonomy_has_its_definition() {
    let described: BTreeSet<&str> = TAGS.iter().flat_map(|(_, text)| clauses_of(text)).collect();
    for clause in clause::all().iter().filter(|clause| clause.id.starts_with("TAG-2.")) {
        assert!(described.contains(&*clause.id), "{} is not described", clause.id);
    }
    for id in described {
        assert!(clause::find(id).is_some(), "there is no clause {id}");
    }
}

#[test]
fn definitions_name_the_clauses_of_their_fields() {
    each_definition(|row, kind, _| {
        let Some(route) = row.record.field.as_deref() else { return };
        let known: Vec<&str> =
            way(kind, route).iter().flat_map(|field| field.clauses.iter().copied()).collect();
        let (_, text) = TAGS.iter().find(|(id, _)| *id == &**row.id).unwrap();
        for clause in clauses_of(text).iter().filter(|clause| clause.starts_with("TAG-2.")) {
            assert!(known.contains(clause), "{}: {clause} is not at the field", row.id);
        }
    });
}

#[test]
fn cadences_follow_their_clauses() {
    // TAG-4.1.1a, TAG-4.1.1c, TAG-4.1.2a, TAG-4.1.2c, TAG-4.1.3a, TAG-4.1.3b, TAG-4.1.4a
    let cadences = [
        ("TAG-4.1.1a", Some(Refresh::Monthly)),
        ("TAG-4.1.2a", Some(Refresh::Weekly)),
        ("TAG-4.1.3a", None),
        ("TAG-4.1.4a", Some(Refresh::Quarterly)),
    ];
    let limits = [("TAG-4.1.1c", "1wd"), ("TAG-4.1.2c", "3wd"), ("TAG-4.1.3b", "2wd")];
    each_definition(|row, kind, _| {
        let (id, definition) = (row.id, row.record);
        let (_, text) = TAGS.iter().find(|(id, _)| *id == &**row.id).unwrap();
        let clauses = clauses_of(text);
        let of_clause = |clause: &str| clauses.contains(&clause);
        if let Some((_, refresh)) = cadences.iter().find(|(clause, _)| of_clause(clause)) {
            assert_eq!(definition.refresh, *refresh, "{id}");
        }
        let limit = limits.iter().find(|(clause, _)| of_clause(clause)).map(|(_, limit)| *limit);
        assert_eq!(definition.change_within.as_deref(), limit, "{id}");
        let is_written_customer_tag = kind == Kind::Customer && definition.derived != Some(true);
        assert_eq!(is_written_customer_tag, definition.refresh == Some(Refresh::Monthly), "{id}");
    });
}

#[test]
fn the_history_is_derived() {
    // TAG-2.1.6a
    each_definition(|row, _, _| {
        let definition = row.record;
        if definition.group.as_deref() == Some("history") {
            assert_eq!(definition.derived, Some(true), "{}", row.id);
        }
        assert!(definition.derived != Some(true) || definition.field.is_none(), "{}", row.id);
    });
}

#[test]
fn industries_are_the_sections_of_the_standard() {
    // TAG-2.1.2a
    let Some(path) = data("gbt4754/gbt4754_2017.csv") else { return };
    let mut sections = Vec::new();
    for row in csv::Reader::from_path(path).unwrap().records() {
        let row = row.unwrap();
        if row[2].is_empty() {
            sections.push((row[0].to_owned(), row[1].to_owned()));
        }
    }
    let tree = fresh(Lang::Zh);
    let book = Book::open(&tree).unwrap();
    let industry = book.get::<TagDefinition>("customer.industry").unwrap().record;
    let ours: Vec<(String, String)> = industry
        .values
        .iter()
        .map(|value| (value.key.clone(), value.zh.clone().unwrap()))
        .collect();
    assert_eq!(ours, sections);
}

#[test]
fn the_calendar_agrees_with_the_published_holidays() {
    let tree = fresh(Lang::Zh);
    let book = Book::open(&tree).unwrap();
    let in_year = |year: i32| {
        let first = Date::ymd(year, 1, 1).unwrap();
        let days = (0..366).map(|n| first.add_days(n)).filter(|day| day.year() == year);
        days.filter(|day| book.calendar().is_working_day(*day)).count()
    };
    assert!(book.calendar().knows(2025) && book.calendar().knows(2026));
    assert_eq!((in_year(2025), in_year(2026)), (248, 248));
    for year in [2025, 2026] {
        let Some(path) = data(&format!("holidays_cn/{year}.json")) else { return };
        let published: Json = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        for day in published["days"].as_array().unwrap() {
            let date = Date::parse_iso(day["date"].as_str().unwrap()).unwrap();
            let is_off = day["isOffDay"].as_bool().unwrap();
            assert_eq!(book.calendar().is_working_day(date), !is_off, "{date}");
        }
    }
}

#[test]
fn the_calendar_has_as_many_working_days_a_month_as_computed_elsewhere() {
    let Some(path) = data("holidays_cn/truth.json") else { return };
    let truth: Json = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let tree = fresh(Lang::Zh);
    let book = Book::open(&tree).unwrap();
    let mut months = 0;
    for (month, count) in truth["workdays_per_month"].as_object().unwrap() {
        let first = Date::parse_iso(&format!("{month}-01")).unwrap();
        if !book.calendar().knows(first.year()) {
            continue;
        }
        let days = (0..31).map(|n| first.add_days(n)).filter(|day| day.month() == first.month());
        let worked = days.filter(|day| book.calendar().is_working_day(*day)).count();
        assert_eq!(worked as u64, count.as_u64().unwrap(), "{month}");
        months += 1;
    }
    assert_eq!(months, 24);
}
