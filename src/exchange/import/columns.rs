//! The columns of the table and of the mapping, held against each other.

use std::collections::{BTreeMap, HashMap};

use crate::base::text::{Text, nearest};

use crate::exchange::import::AliasUse;
use crate::exchange::mapping::Mapping;
use crate::exchange::sheet::Row;
use crate::say;

/// The columns that a file of refused rows has before its own.
pub(in crate::exchange) const OF_REJECTS: [&str; 2] = ["line", "reason"];

/// Where each column stands.
pub(super) struct Columns<'m> {
    at: HashMap<&'m str, usize>,
    aliases: Vec<(usize, &'m str, &'m BTreeMap<String, String>)>,
    nulls: &'m [String],
}

/// The cells of one row, by column; empty where they hold nothing.
pub(super) struct Cells<'r> {
    columns: &'r Columns<'r>,
    values: Vec<&'r str>,
}

/// How often each alias was used, by column and spelling.
pub(super) type AliasCounts<'m> = BTreeMap<(&'m str, &'m str), (&'m str, usize)>;

impl<'m> Columns<'m> {
    /// Holds the headers against the mapping.
    ///
    /// # Errors
    /// When a column of the table is neither mapped nor ignored, or one of the mapping is missing.
    pub(super) fn new(headers: &'m [String], mapping: &'m Mapping) -> Result<Columns<'m>, Text> {
        let used = mapping.used_columns();
        let known = |name: &str| used.contains(name) || mapping.ignored.contains(name);
        if let Some(missing) = used.iter().find(|name| !headers.iter().any(|own| own == *name)) {
            return Err(missing_column(missing, headers));
        }
        let rejects = headers.len() > 2 && headers[..2] == OF_REJECTS;
        let passed = if rejects { &headers[2..] } else { headers };
        let stray: Vec<&str> =
            passed.iter().map(String::as_str).filter(|name| !known(name)).collect();
        if !stray.is_empty() {
            return Err(unmapped(&stray));
        }
        let at: HashMap<&str, usize> =
            headers.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        let aliases = mapping
            .aliases
            .iter()
            .filter_map(|(name, aliases)| Some((*at.get(name.as_str())?, name.as_str(), aliases)));
        let aliases = aliases.collect();
        Ok(Columns { at, aliases, nulls: &mapping.nulls })
    }

    /// The cells of a row, aliases and texts for nothing replaced.
    pub(super) fn cells<'r>(&'r self, row: &'r Row, used: &mut AliasCounts<'r>) -> Cells<'r> {
        let bare = |cell: &'r String| if self.nulls.contains(cell) { "" } else { cell.as_str() };
        let mut values: Vec<&str> = row.cells.iter().map(bare).collect();
        for (at, column, aliases) in &self.aliases {
            if let Some((from, to)) = aliases.get_key_value(values[*at]) {
                values[*at] = to;
                used.entry((column, from)).or_insert((to, 0)).1 += 1;
            }
        }
        Cells { columns: self, values }
    }
}

impl<'r> Cells<'r> {
    /// The text in a column.
    pub(super) fn get(&self, column: &str) -> &'r str {
        self.columns.at.get(column).map_or("", |at| self.values[*at])
    }
}

/// The aliases that were used, for the plan.
pub(super) fn told(counts: &AliasCounts<'_>) -> Vec<AliasUse> {
    let told = |(&(column, from), &(to, rows)): (&(&str, &str), &(&str, usize))| AliasUse {
        column: column.to_owned(),
        from: from.to_owned(),
        to: to.to_owned(),
        rows,
    };
    counts.iter().map(told).collect()
}

fn missing_column(name: &str, headers: &[String]) -> Text {
    match nearest(name, headers.iter().map(String::as_str)) {
        Some(near) => say!(
            en: "the table has no column `{name}`, which the mapping names; did you mean `{near}`?",
            zh: "表格中没有映射所写的列 `{name}`；是否想写 `{near}`？"
        ),
        None => {
            let list = headers.join(", ");
            say!(
                en: "the table has no column `{name}`, which the mapping names; it has {list}",
                zh: "表格中没有映射所写的列 `{name}`；现有列：{list}"
            )
        }
    }
}

fn unmapped(names: &[&str]) -> Text {
    let list = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let first = names[0];
    say!(
        en: "the mapping says nothing of {list}: give each a field, or `ignore = true` under `[columns.{first}]`",
        zh: "映射没有说明 {list}：请为每列指定字段，或在 `[columns.{first}]` 下写 `ignore = true`"
    )
}
