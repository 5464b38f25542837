//! Rows into drafts of records.

use std::borrow::Cow;
use std::collections::HashMap;

use super::columns::{AliasCounts, Cells};
use super::{Job, about};
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::MASK;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::exchange::cell::{self, Cell, Known};
use crate::exchange::date_format;
use crate::exchange::mapping::{CellRule, Column, Empty, How, Record, WithoutKey};
use crate::exchange::target::Target;
use crate::say;

/// A field with what the table says of it.
pub(super) type Field<'m> = (&'m Target, Cell);

/// A record that rows of the table describe.
pub(super) struct Draft<'m> {
    /// How it is made.
    pub(super) record: &'m Record,
    /// Its place among the records of the mapping; 0 is what each row is.
    pub(super) part: usize,
    /// The rows that describe it: one for the record that a row is.
    pub(super) rows: Vec<usize>,
    /// What tells it apart at its source.
    pub(super) key: String,
    /// Its fields as the table has them.
    pub(super) fields: Vec<Field<'m>>,
    /// By row: the fields of the item that it adds to a list.
    pub(super) items: Vec<Vec<Field<'m>>>,
    /// The day of each step of its life, where the row has one.
    pub(super) steps: Vec<Option<Date>>,
    /// The day of the close.
    pub(super) closed_on: Option<Date>,
    /// The amount at the close.
    pub(super) closed_amount: Option<Decimal>,
    /// The record that was imported by this key before.
    pub(super) existing: Option<Id>,
    /// Its id, old or new; none where another record stands for it.
    pub(super) id: Option<Id>,
    /// Its fields with references resolved.
    pub(super) value: Value,
    /// Fields whose values are gone.
    pub(super) cleared: Vec<&'m Route>,
    /// The records that it refers to.
    pub(super) refers: Vec<(Kind, Id)>,
}

impl Draft<'_> {
    /// The kind of the record.
    pub(super) fn kind(&self) -> Kind {
        self.record.kind
    }

    /// What the table says of a top-level field.
    pub(super) fn text_of(&self, key: &str) -> Option<&str> {
        let is_key =
            |target: &Target| target.route.keys().len() == 1 && target.route.head() == Some(key);
        match &self.fields.iter().find(|(target, _)| is_key(target))?.1 {
            Cell::Value(value) => value.as_text(),
            Cell::Ref(_, name) => Some(name),
            Cell::Refs(..) | Cell::Clear => None,
        }
    }
}

/// All drafts of a table, and what is wrong with its rows.
pub(super) struct Drafts<'m> {
    /// The drafts: in the order of the rows, what a row is before what else it gives.
    pub(super) all: Vec<Draft<'m>>,
    /// By row: why it is refused; nothing where it is not.
    pub(super) refused: Vec<Vec<Text>>,
    /// The aliases that the rows used.
    pub(super) aliases: AliasCounts<'m>,
    /// How many rows were passed over because they have no key.
    pub(super) keyless: usize,
    by_key: HashMap<(usize, String), usize>,
}

impl<'m> Drafts<'m> {
    /// Reads every row.
    pub(super) fn read(job: &'m Job<'m>) -> Drafts<'m> {
        let mut drafts = Drafts {
            all: Vec::with_capacity(job.sheet.rows.len()),
            refused: vec![Vec::new(); job.sheet.rows.len()],
            aliases: AliasCounts::new(),
            keyless: 0,
            by_key: HashMap::new(),
        };
        for (at, row) in job.sheet.rows.iter().enumerate() {
            match &row.fault {
                Some(fault) => drafts.refuse(at, fault.clone()),
                None => drafts.read_row(job, at),
            }
        }
        drafts.refuse_torn(job);
        drafts
    }

    /// Leaves a row out.
    pub(super) fn refuse(&mut self, row: usize, why: Text) {
        if !self.refused[row].contains(&why) {
            self.refused[row].push(why);
        }
    }

    fn read_row(&mut self, job: &'m Job<'m>, at: usize) {
        let cells = job.columns.cells(&job.sheet.rows[at], &mut self.aliases);
        for (part, record) in job.mapping.records().enumerate() {
            let Some(key) = self.key(job, record, part, &cells, at) else { continue };
            let mut reader =
                RowReader { job, kind: record.kind, cells: &cells, faults: Vec::new() };
            let draft = reader.draft(job, record, part, key);
            for why in reader.faults {
                self.refuse(at, why);
            }
            self.add(job, draft, at);
        }
    }

    // A further record is there where its key is; what a row is must have a key.
    fn key(
        &mut self,
        job: &Job<'_>,
        record: &Record,
        part: usize,
        cells: &Cells<'_>,
        at: usize,
    ) -> Option<String> {
        let parts = record.key.iter().map(|column| job.key_part(record, column, cells.get(column)));
        let parts: Vec<Cow<'_, str>> = parts.collect();
        if let Some(filled) = parts.iter().find(|part| !part.is_empty() && record.key_is_first) {
            return Some(filled.to_string());
        }
        let Some(empty) = parts.iter().position(|part| part.is_empty()) else {
            return Some(parts.join("/"));
        };
        match job.mapping.without_key {
            _ if part > 0 => {}
            WithoutKey::Refuse => self.refuse(at, not_told_apart(record, empty)),
            WithoutKey::Skip => self.keyless += 1,
        }
        None
    }

    fn add(&mut self, job: &Job<'_>, mut draft: Draft<'m>, at: usize) {
        let slot = (draft.part, draft.key.clone());
        draft.rows.push(at);
        draft.split_item();
        let Some(&first) = self.by_key.get(&slot) else {
            self.by_key.insert(slot, self.all.len());
            return self.all.push(draft);
        };
        let line = |row: usize| job.sheet.rows[row].line;
        let first_row = self.all[first].rows[0];
        let key = &draft.key;
        if draft.part == 0 && job.sheet.rows[first_row].cells == job.sheet.rows[at].cells {
            let line = line(first_row);
            self.refuse(at, say!(en: "the same row as line {line}", zh: "与第 {line} 行完全相同"));
        } else if draft.part == 0 && !draft.record.gathers {
            let again = |line: u64| {
                say!(
                    en: "the key `{key}` stands on line {line} as well: which of the two rows is it?",
                    zh: "键 `{key}` 在第 {line} 行也出现：应以哪一行为准？"
                )
            };
            self.refuse(first_row, again(line(at)));
            self.refuse(at, again(line(first_row)));
        } else if let Some(field) = first_difference(&self.all[first], &draft) {
            let kind = draft.kind().label();
            let (en, zh, first_line) = (kind.en, kind.zh, line(first_row));
            if draft.record.gathers {
                self.all[first].rows.push(at);
            }
            self.refuse(
                at,
                say!(
                    en: "`{field}` of {en} `{key}` is another than on line {first_line}",
                    zh: "{zh} `{key}` 的 `{field}` 与第 {first_line} 行不同"
                ),
            );
        } else {
            self.all[first].rows.push(at);
            self.all[first].items.append(&mut draft.items);
        }
    }
}

fn not_told_apart(record: &Record, empty: usize) -> Text {
    if record.key_is_first && record.key.len() > 1 {
        let columns = record.key.join("`, `");
        return say!(
            en: "`{columns}` are empty: nothing tells this row apart",
            zh: "`{columns}` 都为空：无法区分此行"
        );
    }
    let column = &record.key[empty];
    say!(
        en: "`{column}` is empty: nothing tells this row apart",
        zh: "`{column}` 为空：无法区分此行"
    )
}

fn first_difference<'d>(first: &'d Draft<'_>, other: &'d Draft<'_>) -> Option<String> {
    let found = |draft: &Draft<'_>, route: &Route| {
        draft.fields.iter().find(|(target, _)| target.route == *route).map(|(_, cell)| cell.clone())
    };
    let routes = first.fields.iter().chain(&other.fields).map(|(target, _)| &target.route);
    let mut differing = routes.filter(|route| found(first, route) != found(other, route));
    differing.next().map(Route::to_string)
}

/// Reads the cells of one row, gathering every fault.
struct RowReader<'r> {
    job: &'r Job<'r>,
    kind: Kind,
    cells: &'r Cells<'r>,
    faults: Vec<Text>,
}

impl RowReader<'_> {
    fn read(&self, text: &str, target: &Target, how: &How) -> Result<Cell, Text> {
        let definition = self.job.definitions.of(self.kind, target);
        let read =
            cell::read(text, target, how, Known { policy: self.job.book.policy(), definition });
        // What must not be shown must not stand in a refusal either.
        read.map_err(|why| match self.job.hides(self.kind, target) {
            true => Text {
                en: why.en.replace(text, MASK).into(),
                zh: why.zh.replace(text, MASK).into(),
            },
            false => why,
        })
    }

    fn draft<'m>(
        &mut self,
        job: &'m Job<'m>,
        record: &'m Record,
        part: usize,
        key: String,
    ) -> Draft<'m> {
        let mut fields = Vec::new();
        for (target, text) in job.constants_of(record) {
            // Constants were read once before the first row.
            if let Ok(cell) = self.read(text, target, &How::default()) {
                fields.push((target, cell));
            }
        }
        let constants = fields.len();
        for column in &record.columns {
            self.column(column, &mut fields, constants);
        }
        let closed = record.closed.as_ref();
        let amount = closed.and_then(|rule| rule.amount.as_ref());
        Draft {
            record,
            part,
            rows: Vec::new(),
            key,
            fields,
            items: Vec::new(),
            steps: record.moves.iter().map(|rule| self.date(&rule.on)).collect(),
            closed_on: closed.and_then(|rule| self.date(&rule.on)),
            closed_amount: amount.and_then(|rule| self.number(rule)),
            existing: None,
            id: None,
            value: Value::Map(Vec::new()),
            cleared: Vec::new(),
            refers: Vec::new(),
        }
    }

    fn column<'m>(
        &mut self,
        column: &'m Column,
        fields: &mut Vec<(&'m Target, Cell)>,
        constants: usize,
    ) {
        let text = self.cells.get(&column.name);
        if let Some(literals) = column.values.get(text) {
            for (target, literal) in literals {
                let cell = self.read(literal, target, &How::default());
                self.set(column, fields, constants, target, cell);
            }
        } else if text.is_empty() {
            self.empty(column, fields, constants);
        } else if column.values.is_empty() {
            // A masked export says nothing of the value.
            let (job, kind) = (self.job, self.kind);
            let told = |target: &&Target| !(text == MASK && job.hides(kind, target));
            for target in column.targets.iter().filter(told) {
                let cell = self.read(text, target, &column.how);
                self.set(column, fields, constants, target, cell);
            }
        } else {
            let known: Vec<&str> = column.values.keys().map(String::as_str).collect();
            self.faults.push(about(&column.name, cell::not_listed(text, &known)));
        }
    }

    fn empty<'m>(
        &mut self,
        column: &'m Column,
        fields: &mut Vec<(&'m Target, Cell)>,
        constants: usize,
    ) {
        match column.empty {
            Empty::Skip => {}
            Empty::Clear => {
                for target in &column.targets {
                    self.set(column, fields, constants, target, Ok(Cell::Clear));
                }
            }
            Empty::Refuse => {
                let why = say!(en: "the cell is empty", zh: "单元格为空");
                self.faults.push(about(&column.name, why));
            }
        }
    }

    // A column wins over a constant; two columns must agree.
    fn set<'m>(
        &mut self,
        column: &Column,
        fields: &mut Vec<(&'m Target, Cell)>,
        constants: usize,
        target: &'m Target,
        cell: Result<Cell, Text>,
    ) {
        let cell = match cell {
            Ok(cell) => cell,
            Err(why) => return self.faults.push(about(&column.name, why)),
        };
        match fields.iter().position(|(other, _)| other.route == target.route) {
            None => fields.push((target, cell)),
            Some(at) if at < constants => fields[at] = (target, cell),
            Some(at) if fields[at].1 == cell => {}
            Some(_) => {
                let field = &target.route;
                let why = say!(
                    en: "another column gives `{field}` another value",
                    zh: "另一列给 `{field}` 的值不同"
                );
                self.faults.push(about(&column.name, why));
            }
        }
    }

    fn date(&mut self, rule: &CellRule) -> Option<Date> {
        let text = Some(self.cells.get(&rule.column)).filter(|text| !text.is_empty())?;
        let stamp = date_format::read(text, &rule.how.dates);
        self.told(&rule.column, stamp).map(|stamp| stamp.date)
    }

    fn number(&mut self, rule: &CellRule) -> Option<Decimal> {
        let text = Some(self.cells.get(&rule.column)).filter(|text| !text.is_empty())?;
        self.told(&rule.column, cell::number(text, rule.how.scale))
    }

    fn told<T>(&mut self, column: &str, found: Result<T, Text>) -> Option<T> {
        found.map_err(|why| self.faults.push(about(column, why))).ok()
    }
}
