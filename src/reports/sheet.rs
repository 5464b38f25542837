//! Sheets: how groups become a table.

use super::deal::Deal;
use super::group::{Groups, Part, Place, only_currency};
use super::{By, Cx, place};
use crate::base::currency::Currency;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};

/// A column of figures: key, heading, type.
pub(super) type Measure = (&'static str, Label, Type);

pub(super) const N: Measure = ("n", Label::new("deals", "机会数"), Type::Int);
pub(super) const WON: Measure = ("won", Label::new("won", "赢单"), Type::Int);
pub(super) const LOST: Measure = ("lost", Label::new("lost", "输单"), Type::Int);
pub(super) const OPEN: Measure = ("open", Label::new("open", "进行中"), Type::Int);
pub(super) const SUSPENDED: Measure = ("suspended", Label::new("suspended", "搁置"), Type::Int);
pub(super) const AMOUNT: Measure = ("amount", Label::new("amount", "金额"), Type::Money);

/// The shape of a table before its figures.
pub(super) struct Sheet<'s> {
    /// The key in JSON.
    pub name: String,
    /// The heading.
    pub title: Text,
    /// The dimensions.
    pub by: &'s [By],
    /// Whether it has money, and so a column for the currency.
    pub money: bool,
    /// The figures.
    pub measures: &'s [Measure],
    /// The figure drawn as bars.
    pub bars: &'static str,
}

impl Sheet<'_> {
    /// A table with one row a group; the total takes each deal once, whatever its rows.
    pub(super) fn table(
        &self,
        cx: &Cx<'_>,
        groups: &Groups<'_, '_>,
        deals: &[Deal<'_>],
        tally: impl Fn(&[Part<'_, '_>], Option<Currency>) -> Vec<Cell>,
    ) -> Table {
        let row = |(place, parts): (&Place<'_>, &Vec<Part<'_, '_>>)| {
            self.row(cx, place, parts, tally(parts, place.1))
        };
        let mut table = self.empty();
        table.rows = groups.rows.iter().map(row).collect();
        table.total = (table.rows.len() > 1).then(|| self.total(deals, tally));
        table
    }

    /// The table without its rows.
    pub(super) fn empty(&self) -> Table {
        let mut columns: Vec<Column> = self.by.iter().map(By::column).collect();
        if self.money {
            columns.push(Column::new("currency", Label::new("currency", "币种"), Type::Text));
        }
        let measures =
            self.measures.iter().map(|(key, label, kind)| Column::new(*key, *label, *kind));
        columns.extend(measures);
        let bars = columns.iter().position(|column| column.key == self.bars);
        let (name, title) = (self.name.clone(), self.title.clone());
        Table { name, title, columns, rows: Vec::new(), total: None, bars }
    }

    /// One row.
    pub(super) fn row(
        &self,
        cx: &Cx<'_>,
        (keys, currency): &Place<'_>,
        parts: &[Part<'_, '_>],
        figures: Vec<Cell>,
    ) -> Row {
        let heads = self.by.iter().zip(keys).map(|(by, key)| place::cell(cx, by, key));
        self.assemble(heads.collect(), *currency, parts, figures)
    }

    /// The row of totals: each deal once.
    pub(super) fn total(
        &self,
        deals: &[Deal<'_>],
        tally: impl Fn(&[Part<'_, '_>], Option<Currency>) -> Vec<Cell>,
    ) -> Row {
        let parts: Vec<Part<'_, '_>> = deals.iter().map(Part::whole).collect();
        let currency = only_currency(deals);
        self.assemble(vec![Cell::Empty; self.by.len()], currency, &parts, tally(&parts, currency))
    }

    fn assemble(
        &self,
        mut cells: Vec<Cell>,
        currency: Option<Currency>,
        parts: &[Part<'_, '_>],
        figures: Vec<Cell>,
    ) -> Row {
        if self.money {
            cells.push(currency.map_or(Cell::Empty, |it| Cell::Text(it.code().to_owned())));
        }
        cells.extend(figures);
        Row { cells, records: parts.iter().map(|part| part.deal.reference()).collect() }
    }
}

/// The key of a table: `by_owner_stage`, or `all` without dimensions.
pub(super) fn name(by: &[By]) -> String {
    if by.is_empty() {
        return "all".to_owned();
    }
    by.iter().fold("by".to_owned(), |name, by| format!("{name}_{}", by.name()))
}

/// The heading of a table: what it shows, by what.
pub(super) fn title(what: Label, by: &[By]) -> Text {
    let labels: Vec<Text> = by.iter().map(By::label).collect();
    let en: Vec<&str> = labels.iter().map(|label| &*label.en).collect();
    let zh: Vec<&str> = labels.iter().map(|label| &*label.zh).collect();
    if by.is_empty() {
        return what.text();
    }
    Text {
        en: format!("{} by {}", what.en, en.join(" and ")).into(),
        zh: format!("{}（按{}）", what.zh, zh.join("、")).into(),
    }
}
