//! Mappings for tables whose headers speak for themselves.
//!
//! The mapping is written as the text that a person would write, and then read as any other: what
//! `--map-out` hands out is what the import follows, and nothing is known here that a mapping
//! cannot say.

mod date_order;

use std::collections::BTreeMap;
use std::fmt::Write as _;

pub use date_order::DateOrder;

use super::headers::{Meant, Names, is_same_name};
use super::mapping::Mapping;
use super::target::Target;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::Book;
use crate::say;

/// What is said of a table beside its headers.
#[derive(Clone, Copy, Debug)]
pub struct Wishes<'a> {
    /// What its rows are.
    pub kind: Kind,
    /// Its headers.
    pub headers: &'a [String],
    /// The headers that tell rows apart; without them the kind's own way.
    pub key: &'a [String],
    /// Headers to leave out.
    pub ignore: &'a [String],
    /// The order of day, month and year in its dates.
    pub dates: Option<DateOrder>,
    /// Fields with the same value in every record.
    pub constants: &'a [(String, String)],
    /// Whether a row whose name another record bears is another record all the same.
    pub creates_duplicates: bool,
}

/// A mapping as far as the headers say it.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The text of the mapping, with a place left for each header that is not clear.
    pub toml: String,
    /// What keeps it from being followed, all at once.
    pub open: Option<Text>,
}

impl Begun {
    /// The mapping.
    ///
    /// # Errors
    /// When headers are not clear, or nothing tells the rows apart.
    pub fn mapping(&self) -> Result<Mapping, Text> {
        if let Some(open) = &self.open {
            return Err(open.clone());
        }
        Mapping::parse(&self.toml).map_err(|faults| {
            let first = faults.into_iter().next();
            first.map_or_else(|| say!(en: "no mapping", zh: "没有映射"), |fault| fault.message)
        })
    }
}

/// Begins the mapping of a table.
pub fn begin(book: &Book<'_>, wishes: &Wishes<'_>) -> Begun {
    let names = Names::new(book, wishes.kind);
    let mut draft = Draft { wishes, columns: Vec::new(), open: Vec::new() };
    for header in wishes.headers {
        draft.column(header, &names);
    }
    draft.refuse_repeated();
    draft.check_named();
    let key = draft.key();
    let open = draft.refusal(key.is_none());
    let constants: Vec<(String, &str)> = wishes
        .constants
        .iter()
        .map(|(typed, value)| (names.route(typed), value.as_str()))
        .collect();
    Begun { toml: draft.toml(book, key, &constants), open }
}

/// A header with what it turned out to be.
struct Column<'h> {
    header: &'h str,
    is: Is,
}

enum Is {
    Field(Meant),
    Id,
    Ignored,
    KeyOnly,
    Unclear(Text),
}

struct Draft<'w> {
    wishes: &'w Wishes<'w>,
    columns: Vec<Column<'w>>,
    open: Vec<Text>,
}

/// The columns that tell rows apart.
struct Key<'h> {
    columns: Vec<&'h str>,
    first_filled: bool,
    is_id: bool,
}

/// The heading of a column that only tells rows apart.
pub(super) const KEY_HEADINGS: Label = Label::new("import key", "导入键");

// Without a name of its own a record is told apart by how it can be reached.
const REACHED_BY: [&str; 4] = ["contact.phone", "contact.wechat", "contact.email", "name"];

impl<'w> Draft<'w> {
    fn column(&mut self, header: &'w str, names: &Names) {
        let is = if self.wishes.ignore.iter().any(|ignored| ignored == header)
            || is_of_rejects(header)
        {
            Is::Ignored
        } else {
            match names.find(header) {
                _ if names_key(header) => Is::KeyOnly,
                Ok(Meant { route: None, .. }) => Is::Id,
                Ok(meant) => Is::Field(meant),
                Err(_) if self.wishes.key.iter().any(|key| key == header) => Is::KeyOnly,
                Err(why) => Is::Unclear(why),
            }
        };
        self.columns.push(Column { header, is });
    }

    // Two columns for one field: neither is taken for the better one.
    fn refuse_repeated(&mut self) {
        let mut by_route: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, column) in self.columns.iter().enumerate() {
            if let Some(route) = column.route() {
                by_route.entry(route.to_owned()).or_default().push(at);
            }
        }
        for (route, places) in by_route.into_iter().filter(|(_, places)| places.len() > 1) {
            for at in &places[1..] {
                let (first, header) = (self.columns[places[0]].header, self.columns[*at].header);
                self.columns[*at].is = Is::Unclear(say!(
                    en: "`{header}` (means `{route}`, as `{first}` does)",
                    zh: "`{header}`（与 `{first}` 都表示 `{route}`）"
                ));
            }
        }
    }

    fn check_named(&mut self) {
        for named in self.wishes.key.iter().chain(self.wishes.ignore) {
            if !self.wishes.headers.contains(named) {
                let list = self.wishes.headers.join(", ");
                self.open.push(say!(
                    en: "the table has no column `{named}`; it has {list}",
                    zh: "表格中没有列 `{named}`；现有列：{list}"
                ));
            }
        }
    }

    fn of_route(&self, route: &str) -> Option<&'w str> {
        let found = self.columns.iter().find(|column| column.route() == Some(route));
        found.map(|column| column.header)
    }

    fn key(&self) -> Option<Key<'w>> {
        let whole = |columns| Some(Key { columns, first_filled: false, is_id: false });
        if !self.wishes.key.is_empty() {
            return whole(self.wishes.key.iter().map(String::as_str).collect());
        }
        if let Some(own) = self.wishes.headers.iter().find(|header| names_key(header)) {
            return whole(vec![own]);
        }
        if let Some(id) = self.columns.iter().find(|column| matches!(column.is, Is::Id)) {
            return Some(Key { columns: vec![id.header], first_filled: false, is_id: true });
        }
        if self.wishes.kind.goes_by_name() {
            return self.of_route("name").and_then(|name| whole(vec![name]));
        }
        let reached: Vec<&str> =
            REACHED_BY.iter().filter_map(|route| self.of_route(route)).collect();
        (self.is_reached() && !reached.is_empty()).then_some(Key {
            columns: reached,
            first_filled: true,
            is_id: false,
        })
    }

    // Whether records of the kind are somebody to talk to.
    fn is_reached(&self) -> bool {
        self.wishes.kind.field("contact").is_some()
    }

    fn refusal(&self, no_key: bool) -> Option<Text> {
        let unclear: Vec<&Text> = self.columns.iter().filter_map(Column::unclear).collect();
        let mut all = self.open.clone();
        if !unclear.is_empty() {
            all.push(no_fields(self.wishes.kind, &unclear));
        }
        if no_key && unclear.is_empty() {
            all.push(nothing_tells_apart(self.wishes.kind));
        }
        all.into_iter().reduce(|a, b| Text {
            en: format!("{}; {}", a.en, b.en).into(),
            zh: format!("{}；{}", a.zh, b.zh).into(),
        })
    }

    fn toml(&self, book: &Book<'_>, key: Option<Key<'_>>, constants: &[(String, &str)]) -> String {
        let wishes = self.wishes;
        let mut out = format!("kind = {}\n", quoted(wishes.kind.key()));
        // Writing to a text cannot fail.
        let _ = match &key {
            Some(key) => writeln!(out, "key = {}", list(&key.columns)),
            None => writeln!(out, "key = []  # the columns that tell rows apart"),
        };
        if let Some(key) = &key {
            out.push_str(if key.first_filled { "key_by = \"first\"\n" } else { "" });
            if key.is_id {
                let _ = writeln!(out, "id = {{ column = {} }}", quoted(key.columns[0]));
            }
        }
        if wishes.creates_duplicates || key.as_ref().is_some_and(|key| key.is_id) {
            out.push_str("duplicates = \"create\"\n");
        }
        if let Some(order) = wishes.dates {
            let forms = order.forms();
            let _ = writeln!(
                out,
                "date = {}",
                list(&forms.iter().map(String::as_str).collect::<Vec<_>>())
            );
        }
        if !constants.is_empty() {
            out.push_str("\n[constants]\n");
        }
        for (field, value) in constants {
            let _ = writeln!(out, "{} = {}", quoted(field), quoted(value));
        }
        for column in &self.columns {
            out.push_str(&column.toml(book, wishes.kind));
        }
        out
    }
}

fn names_key(header: &str) -> bool {
    [KEY_HEADINGS.en, KEY_HEADINGS.zh].iter().any(|name| is_same_name(name, header))
}

// The columns that a file of refused rows has before its own.
fn is_of_rejects(header: &str) -> bool {
    super::import::OF_REJECTS.contains(&header)
}

fn no_fields(kind: Kind, unclear: &[&Text]) -> Text {
    let join = |pick: fn(&Text) -> &str, with: &str| {
        unclear.iter().map(|text| pick(text)).collect::<Vec<_>>().join(with)
    };
    let (columns, zh_columns) = (join(|text| &text.en, ", "), join(|text| &text.zh, "、"));
    let (en, zh) = (kind.label().en, kind.label().zh);
    say!(
        en: "a {en} has no field for the columns {columns}; rename them, leave them out by `--ignore HEADER`, or let `--map-out MAP.toml` write the mapping begun so far",
        zh: "{zh}没有与这些列对应的字段：{zh_columns}；请改表头，或用 `--ignore 表头` 忽略，或用 `--map-out 映射.toml` 写出已有的映射再补充"
    )
}

fn nothing_tells_apart(kind: Kind) -> Text {
    if kind.goes_by_name() {
        let (en, zh) = (kind.label().en, kind.label().zh);
        return say!(
            en: "no column holds the name of the {en}; say by `--key HEADER` which column tells rows apart",
            zh: "没有{zh}名称这一列；请用 `--key 表头` 指明用哪一列区分各行"
        );
    }
    say!(
        en: "say by `--key HEADER` which column tells rows apart, so that a second import finds the same records",
        zh: "请用 `--key 表头` 指明用哪一列区分各行，再次导入时据此对应"
    )
}

impl Column<'_> {
    fn route(&self) -> Option<&str> {
        match &self.is {
            Is::Field(meant) => meant.route.as_deref(),
            _ => None,
        }
    }

    fn unclear(&self) -> Option<&Text> {
        match &self.is {
            Is::Unclear(why) => Some(why),
            _ => None,
        }
    }

    fn toml(&self, book: &Book<'_>, kind: Kind) -> String {
        let head = format!("\n[columns.{}]\n", quoted(self.header));
        match &self.is {
            Is::Id | Is::KeyOnly => String::new(),
            Is::Ignored => format!("{head}ignore = true\n"),
            Is::Unclear(why) => {
                let why = why.en.replace(['\n', '\r'], " ");
                let head = head.trim().replace(['\n', '\r'], " ");
                format!("\n# {why}\n# {head}\n# field = \"…\"      # or: ignore = true\n")
            }
            Is::Field(meant) => {
                let route = meant.route.as_deref().unwrap_or_default();
                let field = format!("{head}field = {}\n", quoted(route));
                let split = if is_many(book, kind, route) { "split = \";\"\n" } else { "" };
                let scale = match meant.scale {
                    1 => String::new(),
                    factor => format!("scale = {factor}\n"),
                };
                field + split + &scale
            }
        }
    }
}

fn is_many(book: &Book<'_>, kind: Kind, route: &str) -> bool {
    if let Some(key) = route.strip_prefix("tags.") {
        return book.definition(kind, key).is_some_and(|row| row.record.many == Some(true));
    }
    Target::parse(kind, route).is_ok_and(|target| target.shape.is_list())
}

fn list(texts: &[&str]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", quoted.join(", "))
}

/// A text as TOML has it, keys included.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests;
