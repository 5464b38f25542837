//! From the mapping as typed to one that can be followed, with every fault of the file.

mod life;
mod made;

use std::collections::{BTreeMap, BTreeSet};

use super::raw::{
    Duplicates, KeyBy, Meaning, Raw, RawAlso, RawClosed, RawColumn, RawId, RawMove, Texts,
};
use super::{Column, How, IdRule, Made, Mapping, Record, Target};
use crate::base::kind::{Kind, Spread};
use crate::base::route::Route;
use crate::base::text::{Text, nearest};
use crate::exchange::date_format::DateFormat;
use crate::say;
use crate::text::fault::Fault;
use crate::text::tree::Tree;
use life::Cells;

/// The mapping that `raw` means; where it means nothing, `faults` says so.
pub(super) fn mapping(raw: Raw, tree: &Tree<'_>, faults: &mut Vec<Fault>) -> Mapping {
    let mut check = Check { tree, faults, dates: Vec::new() };
    check.dates = check.dates(&raw.date, &Route::name("date"));
    let delimiter = check.delimiter(raw.delimiter.as_deref());
    let main = Parts {
        at: Route::root(),
        kind: raw.kind,
        key: raw.key,
        key_is_first: raw.key_by == Some(KeyBy::First),
        id: raw.id,
        folder: raw.folder,
        creates_duplicates: raw.duplicates == Some(Duplicates::Create),
        constants: raw.constants,
        columns: &raw.columns,
        moves: raw.moves,
        closed: raw.closed,
    };
    let main = check.record(main, &raw.columns);
    let (made, encoding) = (check.made(raw.made), check.encoding(raw.encoding.as_deref()));
    let also = raw.also.into_iter().enumerate();
    let also = also.map(|(at, also)| check.also(at, also, &raw.columns)).collect();
    let described = raw.columns.iter();
    let aliased = described.clone().filter(|(_, column)| !column.aliases.is_empty());
    let ignored = described.filter(|(_, column)| column.ignore);
    let mapping = Mapping {
        main,
        also,
        delimiter,
        without_key: raw.without_key,
        nulls: raw.nulls.0,
        aliases: aliased.map(|(name, column)| (name.clone(), column.aliases.clone())).collect(),
        ignored: ignored.map(|(name, _)| name.clone()).collect(),
        made,
        headers: raw.headers.0,
        encoding,
    };
    let made = mapping.made.iter().flat_map(Made::columns);
    let used: BTreeSet<&str> =
        mapping.records().flat_map(Record::used_columns).chain(made).collect();
    for (name, column) in &raw.columns {
        check.purpose(name, column, used.contains(name.as_str()));
    }
    mapping
}

/// What main records and further ones have in common.
struct Parts<'r> {
    at: Route,
    kind: String,
    key: Texts,
    key_is_first: bool,
    id: Option<RawId>,
    folder: Option<Spread>,
    creates_duplicates: bool,
    constants: BTreeMap<String, String>,
    columns: &'r BTreeMap<String, RawColumn>,
    moves: Vec<RawMove>,
    closed: Option<RawClosed>,
}

struct Check<'t, 'f> {
    tree: &'t Tree<'t>,
    faults: &'f mut Vec<Fault>,
    /// The forms of dates for columns that state none.
    dates: Vec<DateFormat>,
}

impl Check<'_, '_> {
    fn fault(&mut self, route: &Route, message: Text) {
        let node = self.tree.nearest(route);
        let (start, end) = node.map_or((0, 0), |node| (node.start(), node.end()));
        let fault = Fault::at("bad-value", start, end, message);
        self.faults.push(Fault { route: route.clone(), ..fault });
    }

    fn delimiter(&mut self, typed: Option<&str>) -> Option<u8> {
        match typed {
            None => None,
            Some(",") => Some(b','),
            Some(";") => Some(b';'),
            Some("\t" | "tab") => Some(b'\t'),
            Some(other) => {
                let message = say!(
                    en: "`{other}` cannot part cells: use `,`, `;` or `tab`",
                    zh: "`{other}` 不能作为分隔符：请用 `,`、`;` 或 `tab`"
                );
                self.fault(&Route::name("delimiter"), message);
                None
            }
        }
    }

    fn dates(&mut self, typed: &Texts, at: &Route) -> Vec<DateFormat> {
        let mut formats = Vec::new();
        for text in &typed.0 {
            match DateFormat::parse(text) {
                Ok(format) => formats.push(format),
                Err(why) => self.fault(at, why),
            }
        }
        formats
    }

    // A column that is described without any effect is a slip.
    fn purpose(&mut self, name: &str, column: &RawColumn, used: bool) {
        let sets =
            column.field.is_some() || !column.fields.0.is_empty() || !column.values.is_empty();
        let at = Route::name("columns").then(name);
        if column.ignore && (sets || used) {
            let message = say!(
                en: "column `{name}` is ignored and used: take one of the two out",
                zh: "列 `{name}` 既忽略又使用：请去掉其一"
            );
            self.fault(&at, message);
        } else if !column.ignore && !sets && !used {
            let message = say!(
                en: "column `{name}` sets nothing: give it a `field`, or `ignore = true`",
                zh: "列 `{name}` 没有作用：请写 `field`，或写 `ignore = true`"
            );
            self.fault(&at, message);
        }
    }

    fn also(&mut self, at: usize, also: RawAlso, shared: &BTreeMap<String, RawColumn>) -> Record {
        let route = Route::name("also").at(at);
        for (name, column) in &also.columns {
            if column.ignore || !column.aliases.is_empty() {
                let message = say!(
                    en: "`aliases` and `ignore` of a column stand in `[columns.{name}]`",
                    zh: "列的 `aliases` 与 `ignore` 应写在 `[columns.{name}]` 中"
                );
                self.fault(&route.clone().then("columns").then(name), message);
            }
        }
        let parts = Parts {
            at: route,
            kind: also.kind,
            key: also.key,
            key_is_first: false,
            id: also.id,
            folder: also.folder,
            creates_duplicates: false,
            constants: also.constants,
            columns: &also.columns,
            moves: also.moves,
            closed: also.closed,
        };
        self.record(parts, shared)
    }

    fn record(&mut self, parts: Parts<'_>, shared: &BTreeMap<String, RawColumn>) -> Record {
        let kind = self.kind(&parts.kind, &parts.at);
        if parts.key.0.is_empty() {
            let message = say!(
                en: "name the column that tells rows apart",
                zh: "请指明用于区分各行的列"
            );
            self.fault(&parts.at.clone().then("key"), message);
        }
        let id = self.id(kind, parts.id, &parts.at);
        let columns = self.columns(kind, parts.columns, &parts.at);
        let cells = Cells { own: parts.columns, shared };
        let moves = self.moves(kind, parts.moves, &cells, &parts.at);
        let closed = parts.closed.map(|rule| self.closed(kind, rule, &cells, &parts.at));
        let constants = parts.constants.into_iter().filter_map(|(dotted, text)| {
            let at = parts.at.clone().then("constants").then(&dotted);
            Some((self.target(kind, &dotted, &at)?, text))
        });
        let gathers = columns.iter().flat_map(Column::all_targets).any(|target| target.each);
        Record {
            kind,
            key: parts.key.0,
            key_is_first: parts.key_is_first,
            id,
            folder: parts.folder.unwrap_or(kind.spread()),
            creates_duplicates: parts.creates_duplicates,
            constants: constants.collect(),
            columns,
            moves,
            closed,
            gathers,
        }
    }

    fn kind(&mut self, typed: &str, at: &Route) -> Kind {
        if let Some(kind) = Kind::parse(typed) {
            return kind;
        }
        let keys = Kind::ALL.map(Kind::key);
        let message = match nearest(typed, keys) {
            Some(near) => say!(
                en: "`{typed}` is not a kind of record; did you mean `{near}`?",
                zh: "没有 `{typed}` 这种记录；是否想写 `{near}`？"
            ),
            None => {
                let list = keys.join(", ");
                say!(
                    en: "`{typed}` is not a kind of record: {list}",
                    zh: "没有 `{typed}` 这种记录：{list}"
                )
            }
        };
        self.fault(&at.clone().then("kind"), message);
        Kind::Customer
    }

    fn id(&mut self, kind: Kind, raw: Option<RawId>, at: &Route) -> IdRule {
        let message = match raw {
            Some(RawId { slug: Some(column), column: None }) => return IdRule::Slug(column),
            Some(RawId { slug: None, column: Some(column) }) => return IdRule::Column(column),
            None if kind != Kind::Tag => return IdRule::OfKind,
            None => say!(
                en: "name the column with the ids, such as `customer.industry`: `id = {{ column = \"…\" }}`",
                zh: "请指明编号所在的列（如 `customer.industry`）：`id = {{ column = \"…\" }}`"
            ),
            Some(_) => say!(
                en: "an id comes from one column: `{{ slug = \"…\" }}` or `{{ column = \"…\" }}`",
                zh: "编号取自一列：`{{ slug = \"…\" }}` 或 `{{ column = \"…\" }}`"
            ),
        };
        self.fault(&at.clone().then("id"), message);
        IdRule::OfKind
    }

    fn target(&mut self, kind: Kind, dotted: &str, at: &Route) -> Option<Target> {
        Target::parse(kind, dotted).map_err(|why| self.fault(at, why)).ok()
    }

    fn columns(
        &mut self,
        kind: Kind,
        raw: &BTreeMap<String, RawColumn>,
        at: &Route,
    ) -> Vec<Column> {
        let mut taken: BTreeMap<Route, String> = BTreeMap::new();
        let mut columns = Vec::new();
        for (name, column) in raw {
            let at = at.clone().then("columns").then(name);
            let column = self.column(kind, name, column, &at);
            for target in &column.targets {
                if let Some(other) = taken.insert(target.route.clone(), name.clone()) {
                    let field = &target.route;
                    let message = say!(
                        en: "`{field}` is set by column `{other}` already",
                        zh: "`{field}` 已由列 `{other}` 设置"
                    );
                    self.fault(&at, message);
                }
            }
            if !column.targets.is_empty() || !column.values.is_empty() {
                columns.push(column);
            }
        }
        columns
    }

    fn column(&mut self, kind: Kind, name: &str, raw: &RawColumn, at: &Route) -> Column {
        let mut targets = Vec::new();
        let field = raw.field.iter().map(|dotted| ("field", dotted));
        for (key, dotted) in field.chain(raw.fields.0.iter().map(|dotted| ("fields", dotted))) {
            targets.extend(self.target(kind, dotted, &at.clone().then(key)));
        }
        let mut values = BTreeMap::new();
        for (value, meaning) in &raw.values {
            let at = at.clone().then("values").then(value);
            values.insert(value.clone(), self.meaning(kind, meaning, &targets, &at));
        }
        let how = self.how(raw, at);
        Column { name: name.to_owned(), targets, values, how, empty: raw.empty }
    }

    fn meaning(
        &mut self,
        kind: Kind,
        meaning: &Meaning,
        targets: &[Target],
        at: &Route,
    ) -> Vec<(Target, String)> {
        match meaning {
            Meaning::Value(_) if targets.is_empty() => {
                let message = say!(
                    en: "say which field takes it: `{{ field = \"value\" }}`",
                    zh: "请写明由哪个字段接收：`{{ 字段 = \"值\" }}`"
                );
                self.fault(at, message);
                Vec::new()
            }
            Meaning::Value(text) => {
                targets.iter().map(|target| (target.clone(), text.clone())).collect()
            }
            Meaning::Fields(fields) => {
                let target = |(dotted, text): &(String, String)| {
                    Some((self.target(kind, dotted, &at.clone().then(dotted))?, text.clone()))
                };
                fields.iter().filter_map(target).collect()
            }
        }
    }

    fn how(&mut self, raw: &RawColumn, at: &Route) -> How {
        let own = self.dates(&raw.date, &at.clone().then("date"));
        let dates = if own.is_empty() { self.dates.clone() } else { own };
        if raw.split.as_deref() == Some("") {
            let message = say!(en: "say what parts the items", zh: "请写明各项之间的分隔符");
            self.fault(&at.clone().then("split"), message);
        }
        let split = raw.split.clone().filter(|split| !split.is_empty());
        How { dates, scale: raw.scale, split }
    }
}
