//! A report, a table and findings with everything in them that a format can get wrong.

use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::finding::{Finding, Level, Place};
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Note, Report, Row, Table, Type};
use crate::base::text::{Label, Lang, Text};
use crate::output::{self, FindingFormat, Sources, Style};
use crate::say;

pub fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

pub fn figure(text: &str) -> Cell {
    Cell::Figure(Decimal::parse(text).unwrap())
}

pub fn column(key: &str, en: &'static str, zh: &'static str, kind: Type) -> Column {
    Column::new(key, Label::new(en, zh), kind)
}

pub fn row(cells: Vec<Cell>) -> Row {
    Row { cells, records: Vec::new() }
}

fn person(id: &str, name: &str) -> Cell {
    Cell::Ref(id.to_owned(), name.to_owned())
}

/// Wins by owner: CJK, a negative figure, an undefined rate, a total, bars.
pub fn wins() -> Table {
    Table {
        name: "by_owner".to_owned(),
        title: Label::new("By owner", "按负责人").text(),
        columns: vec![
            column("owner", "Owner", "负责人", Type::Ref),
            column("won", "Won", "赢单", Type::Int),
            column("win_rate", "Win rate", "赢单率", Type::Rate),
            column("amount", "Amount", "金额", Type::Money),
            column("last", "Last", "最近", Type::Date),
        ],
        rows: vec![
            row(vec![
                person("li-wei", "李伟"),
                Cell::Int(12),
                figure("0.625500"),
                figure("1234567.50"),
                Cell::Date(date("2026-11-20")),
            ]),
            row(vec![
                person("ann-lee", "Ann Lee"),
                Cell::Int(0),
                Cell::Empty,
                figure("-1234.50"),
                Cell::Empty,
            ]),
        ],
        total: Some(row(vec![
            Cell::Empty,
            Cell::Int(12),
            figure("0.500000"),
            figure("1233333.00"),
            Cell::Empty,
        ])),
        bars: None,
    }
}

pub fn report() -> Report {
    Report {
        name: "wins",
        title: Label::new("Wins", "赢单").text(),
        counts: Label::new("deals closed in the period", "期间内关闭的机会").text(),
        as_of: date("2026-11-21"),
        period: Some((date("2026-11-01"), date("2026-12-01"))),
        tables: vec![wins()],
        notes: vec![Note {
            key: "excluded",
            n: 3,
            why: Label::new("no close date", "没有关闭日期").text(),
        }],
    }
}

/// Names that attack the reader of one format or another.
pub const HOSTILE: [&str; 6] =
    ["\x1b[2J\u{9b}", "=cmd()", "a|b`c`", "<script>", "two\nlines", "\u{202e}evil"];

/// A list of one column with a row a [`HOSTILE`] name.
pub fn hostile() -> Table {
    Table {
        name: "customers".to_owned(),
        columns: vec![column("name", "Name", "名称", Type::Text)],
        rows: HOSTILE.map(|name| row(vec![Cell::Text(name.to_owned())])).into(),
        ..Table::default()
    }
}

/// The text of the file that [`finding`] is about.
pub const CUSTOMER: &str = "name: 星辰科技\nphone: \"13800138000\"\ntags:\n  industri: C39\n";

pub fn finding(place: Place) -> Finding {
    Finding {
        rule: "tag-undefined",
        level: Level::Error,
        file: "customers/a.yaml".into(),
        record: Some((Kind::Customer, "a".into())),
        place,
        message: say!(en: "no tag `industri`", zh: "没有标签 `industri`"),
        help: Some(say!(en: "did you mean `industry`?", zh: "是否指 `industry`？")),
        remedy: Some("salesops set customer/a tags.industri=".into()),
        clauses: (&["TAG-3.1.3c", "TAG-4.2"]).into(),
    }
}

/// A finding whose every text attacks.
pub fn hostile_finding() -> Finding {
    Finding {
        level: Level::Note,
        file: "customers/\u{202e}100%, a:b.yaml".into(),
        record: None,
        message: Text::same("<b>\x1b[2J\n::error::x, 100%"),
        help: None,
        remedy: None,
        clauses: (&[]).into(),
        ..finding(Place::File)
    }
}

/// Findings about files that all have `text`.
pub fn show(findings: &[Finding], text: &str, format: FindingFormat, lang: Lang) -> String {
    let text = |_: &str| Some(text.to_owned());
    let sources = Sources { text: &text, sensitive: &|_, _| Vec::new() };
    output::findings(findings, &sources, format, &Style { lang, ..Style::default() })
}
