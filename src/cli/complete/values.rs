//! What an argument of a command may be.

use super::{Hit, Line, fields, query, records};
use crate::base::field::{Field, Shape, Vocabulary};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::period::Unit;
use crate::base::text::{Lang, Text};
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::cli::complete::shell::Shell;
use crate::flow::gates::GATES;
use crate::flow::grading::KINDS as GRADED;
use crate::policy::clause::{self, PACKS};
use crate::reports::{self, Dimension, REPORTS};
use crate::rules::RULES;

const DEALS: [Kind; 1] = [Kind::Opportunity];
const LEADS: [Kind; 1] = [Kind::Lead];

/// What may stand at the argument `id` of the command; `at` counts the values of one option.
pub(super) fn of(line: &Line, id: &str, at: usize, typed: &str) -> Vec<Hit> {
    let lang = line.lang;
    match (&*line.command, id) {
        ("log", "kind") => with_book(line, |book| {
            let field = Kind::Activity.field("type");
            field.map_or_else(Vec::new, |field| of_field(book, field, typed, lang))
        }),
        ("list" | "export", "kind") => viewed(line, typed),
        (_, "kind") => kinds(typed, lang),
        ("explain", "name") => explained(typed, lang),
        ("report", "name") => {
            named(typed, lang, REPORTS.iter().map(|report| (report.name, report.label.text())))
        }
        ("clause", "id") => {
            let clauses = clause::all().iter();
            let ids = clauses.filter(|clause| clause.id.starts_with(&typed.to_uppercase()));
            ids.map(|clause| Hit::new(&*clause.id, clause.text().pick(lang))).collect()
        }
        ("policy", "key") => with_book(line, |book| policy_keys(book, typed)),
        ("set" | "grade", "record") => {
            let mut hits = many(line, typed);
            if !line.has("condition") {
                hits.extend(with_book(line, |book| records::of(book, taken(line), typed, lang)));
            }
            hits
        }
        (_, "record" | "records" | "like") => {
            with_book(line, |book| records::of(book, taken(line), typed, lang))
        }
        (_, "customer") => {
            with_book(line, |book| records::of(book, &[Kind::Customer], typed, lang))
        }
        (_, "member") => with_book(line, |book| records::of(book, &[Kind::Member], typed, lang)),
        (_, "fields" | "constants") => {
            with_book(line, |book| fields::assignments(book, &subject(line, book), typed, lang))
        }
        (_, "script") => with_book(line, |book| records::of(book, &[Kind::Script], typed, lang)),
        (_, "query") => {
            let report = line.first("name").and_then(|name| reports::find(name).ok());
            let kind = kind(line).or_else(|| report.map(|spec| spec.over));
            let kind = kind.unwrap_or(Kind::Opportunity);
            with_book(line, |book| query::conditions(book, kind, typed, lang))
        }
        // The kind may stand behind the query as well.
        (_, "condition") => match line.first("record").and_then(Kind::parse) {
            Some(kind) => with_book(line, |book| query::conditions(book, kind, typed, lang)),
            None => many(line, typed),
        },
        (_, "columns" | "sort") => {
            let kind = kind(line).unwrap_or(Kind::Opportunity);
            with_book(line, |book| query::paths(book, kind, typed, lang))
        }
        _ => option(line, id, at, typed),
    }
}

fn option(line: &Line, id: &str, at: usize, typed: &str) -> Vec<Hit> {
    let lang = line.lang;
    let terms =
        |list: Vocabulary| with_book(line, |book| named(typed, lang, book.policy().terms(list)));
    match (&*line.command, id) {
        ("grade", "to") => grades(line, typed),
        ("assign", "to") => with_book(line, |book| records::of(book, &[Kind::Member], typed, lang)),
        (_, "to") => terms(Vocabulary::Stage),
        ("lose", "reason") => terms(Vocabulary::LostReason),
        (_, "purpose") => terms(Vocabulary::Purpose),
        (_, "waive") => named(
            typed,
            lang,
            GATES.iter().filter(|gate| gate.waivable).map(|gate| (gate.name, gate.label.text())),
        ),
        (_, "pack") => named(typed, lang, PACKS.iter().map(|(_, key, label)| (*key, label.text()))),
        (_, "by") => dimensions(line, typed),
        (_, "fail_on") => {
            named(typed, lang, Level::ALL.map(|level| (level.key(), level.label().text())))
        }
        (_, "period") => words(typed, lang, &PERIODS),
        (_, "on" | "as_of" | "next") if at == 0 => words(typed, lang, &DATES),
        (_, "lang") => plain(typed, &["en", "zh"]),
        (_, "color") => plain(typed, &["auto", "always", "never"]),
        (_, "shell") => plain(typed, &Shell::ALL.map(Shell::key)),
        (_, "format") => plain(typed, formats(&line.command)),
        (_, "currency") => plain(typed, &CURRENCIES),
        _ => Vec::new(),
    }
}

pub(super) const PERIODS: [(&str, &str); 8] = [
    ("this-month", "本月"),
    ("last-month", "上月"),
    ("this-quarter", "本季度"),
    ("last-quarter", "上季度"),
    ("this-year", "今年"),
    ("last-year", "去年"),
    ("this-week", "本周"),
    ("last-week", "上周"),
];

pub(super) const DATES: [(&str, &str); 8] = [
    ("today", "今天"),
    ("tomorrow", "明天"),
    ("yesterday", "昨天"),
    ("+3wd", "3个工作日后"),
    ("next-mon", "下周一"),
    ("next-fri", "下周五"),
    ("month-end", "月底"),
    ("quarter-end", "季末"),
];

const CURRENCIES: [&str; 6] = ["CNY", "USD", "EUR", "HKD", "JPY", "GBP"];

fn formats(command: &str) -> &'static [&'static str] {
    match command {
        "check" => &["human", "json", "sarif", "github"],
        "list" | "report" | "export" | "grade" => &["human", "md", "csv", "json"],
        _ => &["human", "json"],
    }
}

fn with_book(line: &Line, ask: impl FnOnce(&Book<'_>) -> Vec<Hit>) -> Vec<Hit> {
    line.with_book(|_, book| ask(book)).unwrap_or_default()
}

// The kind that stands on the line, or that a view there is of.
fn kind(line: &Line) -> Option<Kind> {
    let typed = line.first("kind")?;
    Kind::parse(typed).or_else(|| {
        let narrow = normalize_width(typed);
        let (_, name) = narrow.split_once(':')?;
        line.with_book(|_, book| book.view(name).map(|view| view.kind))?
    })
}

// Dimensions by their names, and fields once something of one is typed; several are joined by `+`.
fn dimensions(line: &Line, typed: &str) -> Vec<Hit> {
    let (before, last) = match typed.rfind(['+', '＋']) {
        Some(at) => typed.split_at(at + typed[at..].chars().next().map_or(1, char::len_utf8)),
        None => ("", typed),
    };
    let lang = line.lang;
    let named_so = Dimension::ALL.map(|by| (by.key(), by.label().text())).into_iter();
    let units = Unit::ALL.map(|unit| (unit.label().en, unit.label().text()));
    let mut hits = named(last, lang, named_so.chain(units));
    if !last.is_empty() {
        let paths = with_book(line, |book| query::paths(book, Kind::Opportunity, last, lang));
        hits.extend(paths.into_iter().filter(|path| {
            Dimension::ALL.iter().all(|by| path.value != by.key() && path.value != by.label().zh)
        }));
    }
    fields::within(before, hits, "")
}

// The grades of the record on the line, or of the kind.
fn grades(line: &Line, typed: &str) -> Vec<Hit> {
    with_book(line, |book| {
        let field = subject(line, book).kind.field("grade");
        field.map_or_else(Vec::new, |field| of_field(book, field, typed, line.lang))
    })
}

// Kinds, and the saved queries that stand for one.
fn viewed(line: &Line, typed: &str) -> Vec<Hit> {
    let narrow = normalize_width(typed);
    let lang = line.lang;
    match narrow.split_once(':') {
        Some((key, name)) => {
            let names = with_book(line, |book| query::views(book, None, name, lang));
            fields::within(&format!("{key}:"), names, "")
        }
        None => kinds(typed, lang).into_iter().chain(query::view_prefix(&narrow)).collect(),
    }
}

// The kinds whose records a command with `--where` changes, once something of one is typed.
fn many(line: &Line, typed: &str) -> Vec<Hit> {
    let all: &[Kind] = if line.command == "grade" { &GRADED } else { &Kind::ALL };
    match typed.is_empty() && !line.has("condition") {
        true => Vec::new(),
        false => named(typed, line.lang, all.iter().map(|kind| (kind.key(), kind.label().text()))),
    }
}

// The kinds of record that a command takes.
fn taken(line: &Line) -> &'static [Kind] {
    match (&*line.command, kind(line)) {
        ("advance" | "win" | "lose" | "suspend" | "reopen", _) => &DEALS,
        ("grade", _) => &GRADED,
        ("assign" | "ack" | "nurture" | "abandon" | "convert", _) => &LEADS,
        ("log", _) => &[Kind::Opportunity, Kind::Customer, Kind::Lead],
        (_, Some(kind)) => {
            Kind::ALL.iter().find(|known| **known == kind).map_or(&[], std::slice::from_ref)
        }
        _ => &Kind::ALL,
    }
}

// The kind whose fields are typed, and the record where there is one.
fn subject<'b>(line: &Line, book: &'b Book<'b>) -> fields::Subject<'b> {
    let kind = kind(line).or_else(|| (line.command == "convert").then_some(Kind::Opportunity));
    if let Some(kind) = kind {
        return fields::Subject { kind, record: None };
    }
    let wanted = crate::book::Wanted { kinds: &Kind::ALL, me: None };
    match line.first("record").map(|typed| book.find(typed, wanted)) {
        Some(crate::book::Found::One(kind, id)) => {
            fields::Subject { kind, record: book.fields(kind, &id) }
        }
        _ => {
            let many = line.first("record").and_then(Kind::parse);
            fields::Subject { kind: many.unwrap_or(Kind::Opportunity), record: None }
        }
    }
}

fn kinds(typed: &str, lang: Lang) -> Vec<Hit> {
    named(typed, lang, Kind::ALL.map(|kind| (kind.key(), kind.label().text())))
}

fn explained(typed: &str, lang: Lang) -> Vec<Hit> {
    let rules = RULES.iter().map(|rule| (rule.name, rule.what.text()));
    named(typed, lang, rules.chain(GATES.iter().map(|gate| (gate.name, gate.label.text()))))
}

fn policy_keys(book: &Book<'_>, typed: &str) -> Vec<Hit> {
    use crate::base::value::Value;
    let (path, _) = typed.rsplit_once('.').unwrap_or(("", typed));
    let mut at = Some(book.policy().effective());
    if !path.is_empty() {
        at = path.split('.').try_fold(book.policy().effective(), |value, step| value.get(step));
    }
    let Some(Value::Map(pairs)) = at else { return Vec::new() };
    let full = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    let hits = pairs.iter().map(|(key, _)| Hit::new(full(key), ""));
    hits.filter(|hit| hit.value.starts_with(typed)).collect()
}

fn plain(typed: &str, words: &[&str]) -> Vec<Hit> {
    let fits = words.iter().filter(|word| word.to_lowercase().starts_with(&typed.to_lowercase()));
    fits.map(|word| Hit::new(*word, "")).collect()
}

// In the language that is typed, else in that of the output.
pub(super) fn words(typed: &str, lang: Lang, table: &[(&str, &str)]) -> Vec<Hit> {
    let chinese = if typed.is_empty() { lang == Lang::Zh } else { !typed.is_ascii() };
    let pick = |(en, zh): &(&str, &str)| match chinese {
        true => Hit::new(*zh, *en),
        false => Hit::new(*en, *zh),
    };
    table.iter().map(pick).filter(|hit| hit.value.starts_with(typed)).collect()
}

/// The values of a table that begin with what is typed: keys, or labels where Chinese is typed.
pub(super) fn named<K: AsRef<str>>(
    typed: &str,
    lang: Lang,
    table: impl IntoIterator<Item = (K, Text)>,
) -> Vec<Hit> {
    let wanted = normalize_width(typed).to_lowercase();
    let chinese = !wanted.is_ascii();
    let hit = |(key, label): (K, Text)| {
        let key = key.as_ref();
        match chinese {
            true => label.zh.contains(&*wanted).then(|| Hit::new(&*label.zh, key)),
            false => {
                key.to_lowercase().starts_with(&wanted).then(|| Hit::new(key, label.pick(lang)))
            }
        }
    };
    table.into_iter().filter_map(hit).collect()
}

/// What a field's value may be.
pub(super) fn of_field(book: &Book<'_>, field: &Field, typed: &str, lang: Lang) -> Vec<Hit> {
    match field.shape.core() {
        Shape::Choice(_) | Shape::Term => named(typed, lang, book.policy().choices(field)),
        Shape::Ref(kind) => {
            let mut hits = records::of(book, &[kind], typed, lang);
            if kind == Kind::Member {
                hits.splice(0..0, words(typed, lang, &[("me", "我")]));
            }
            hits
        }
        Shape::Bool => yes_no(typed, lang),
        Shape::Date => words(typed, lang, &DATES),
        Shape::Period => words(typed, lang, &PERIODS),
        Shape::Currency => plain(typed, &CURRENCIES),
        _ => Vec::new(),
    }
}

pub(super) fn yes_no(typed: &str, lang: Lang) -> Vec<Hit> {
    words(typed, lang, &[("yes", "是"), ("no", "否")])
}
