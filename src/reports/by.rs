//! Dimensions: what the rows of a report stand for.

use super::along::Along;
use crate::base::kind::Kind;
use crate::base::period::Unit;
use crate::base::table::{Column, Type};
use crate::base::text::{Label, Text, nearest};
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::query::Path;
use crate::say;

/// A field, of a deal or of what it refers to, that reports group by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Who works the deal; at the closing where it is closed.
    Owner,
    /// Whom the owner reports to today.
    Manager,
    /// The owner's team; at the closing where that is written.
    Team,
    /// The territory; at the closing where that is written.
    Territory,
    /// The owner's office.
    Office,
    /// Each product of the deal.
    Product,
    /// The customer.
    Customer,
    /// Where the deal came from.
    Source,
    /// The customer's industry.
    Industry,
    /// The stage on the day of the report.
    Stage,
    /// The grade of the deal.
    Grade,
    /// Why it was lost.
    LostReason,
}

impl Dimension {
    /// All dimensions.
    pub const ALL: [Dimension; 12] = [
        Dimension::Owner,
        Dimension::Manager,
        Dimension::Team,
        Dimension::Territory,
        Dimension::Office,
        Dimension::Product,
        Dimension::Customer,
        Dimension::Source,
        Dimension::Industry,
        Dimension::Stage,
        Dimension::Grade,
        Dimension::LostReason,
    ];

    /// The key of its column.
    pub const fn key(self) -> &'static str {
        match self {
            Dimension::Owner => "owner",
            Dimension::Manager => "manager",
            Dimension::Team => "team",
            Dimension::Territory => "territory",
            Dimension::Office => "office",
            Dimension::Product => "product",
            Dimension::Customer => "customer",
            Dimension::Source => "source",
            Dimension::Industry => "industry",
            Dimension::Stage => "stage",
            Dimension::Grade => "grade",
            Dimension::LostReason => "lost_reason",
        }
    }

    /// The heading of its column.
    pub const fn label(self) -> Label {
        match self {
            Dimension::Owner => Label::new("owner", "负责人"),
            Dimension::Manager => Label::new("manager", "上级"),
            Dimension::Team => Label::new("team", "团队"),
            Dimension::Territory => Label::new("territory", "区域"),
            Dimension::Office => Label::new("office", "办公地点"),
            Dimension::Product => Label::new("product", "产品"),
            Dimension::Customer => Label::new("customer", "客户"),
            Dimension::Source => Label::new("source", "来源"),
            Dimension::Industry => Label::new("industry", "行业"),
            Dimension::Stage => Label::new("stage", "销售阶段"),
            Dimension::Grade => Label::new("grade", "机会等级"),
            Dimension::LostReason => Label::new("lost reason", "输单原因"),
        }
    }

    const fn kind(self) -> Type {
        match self {
            Dimension::Owner
            | Dimension::Manager
            | Dimension::Territory
            | Dimension::Product
            | Dimension::Customer => Type::Ref,
            _ => Type::Text,
        }
    }

    // What people write besides the key and the label.
    const fn spellings(self) -> &'static [&'static str] {
        match self {
            Dimension::Owner => &["销售", "成员"],
            Dimension::Manager => &["经理", "主管"],
            Dimension::Office => &["办公室"],
            Dimension::Stage => &["阶段"],
            Dimension::Grade => &["等级"],
            _ => &[],
        }
    }

    fn is_called(self, word: &str) -> bool {
        self.key() == word
            || [self.label().en, self.label().zh].contains(&word)
            || self.spellings().contains(&word)
    }
}

/// One way to group: `owner`, `tags.sector`, `customer.industry`, `month`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// By a field.
    Field(Dimension),
    /// By the tag of the deal, else of its customer.
    Tag(String),
    /// By another field, as queries name it; on record now, whatever the day.
    Along(Box<Along>),
    /// By the calendar unit that the report's date field lies in.
    Unit(Unit),
}

impl By {
    /// The key of its column: `owner`, `tags.sector`, `period`.
    pub fn key(&self) -> String {
        match self {
            By::Field(dimension) => dimension.key().to_owned(),
            By::Tag(tag) => format!("tags.{tag}"),
            By::Along(way) => way.key(),
            By::Unit(_) => "period".to_owned(),
        }
    }

    /// What the name of a table calls it: as the key, but with the unit for a time.
    pub fn name(&self) -> String {
        match self {
            By::Unit(unit) => unit.label().en.to_owned(),
            other => other.key(),
        }
    }

    /// The heading of its column.
    pub fn label(&self) -> Text {
        match self {
            By::Field(dimension) => dimension.label().text(),
            By::Tag(tag) => say!(en: "tag {tag}", zh: "标签 {tag}"),
            By::Along(way) => way.label(),
            By::Unit(unit) => unit.label().text(),
        }
    }

    pub(super) fn column(&self) -> Column {
        let kind = match self {
            By::Field(dimension) => dimension.kind(),
            By::Along(way) => way.kind(),
            By::Tag(_) | By::Unit(_) => Type::Text,
        };
        Column { key: self.key(), label: self.label(), kind }
    }

    /// The kinds of record that it leads to beyond those of every report.
    pub fn kinds(&self) -> &[Kind] {
        match self {
            By::Along(way) => way.kinds(),
            By::Field(_) | By::Tag(_) | By::Unit(_) => &[],
        }
    }

    // What has a name of its own and what is computed is as of the day; any other field is as on record.
    fn parse(book: &Book<'_>, kind: Kind, word: &str) -> Result<By, Text> {
        let tag = word.strip_prefix("tags.").or_else(|| word.strip_prefix("标签."));
        if let Some(tag) = tag.filter(|tag| !tag.is_empty()) {
            return Ok(By::Tag(tag.to_owned()));
        }
        let lower = word.to_lowercase();
        if let Some(found) = Dimension::ALL.into_iter().find(|by| by.is_called(&lower)) {
            return Ok(By::Field(found));
        }
        if let Ok(unit) = Unit::parse(&lower) {
            return Ok(By::Unit(unit));
        }
        let path = Path::parse(book, kind, word);
        // One word is more likely a misspelt dimension than any field.
        let path = path.map_err(|why| if word.contains('.') { why } else { unknown(word) })?;
        Ok(By::Along(Box::new(Along::new(book, kind, path)?)))
    }
}

/// What `--by` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouping {
    /// The dimensions, each once.
    pub by: Vec<By>,
    /// Whether `territory@now` was asked for.
    pub territory_now: bool,
}

/// How many dimensions a table can have and still be read.
const MOST: usize = 2;

impl Grouping {
    /// Reads what `--by` was given for records of `kind`, each time: `owner`, `owner+stage`, `负责人+阶段`,
    /// `tags.sector`, `customer.industry`, `month`, `territory@now`.
    ///
    /// # Errors
    /// When a dimension is not known, with a suggestion, and when there are more than two.
    pub fn parse<S: AsRef<str>>(
        book: &Book<'_>,
        kind: Kind,
        words: &[S],
    ) -> Result<Grouping, Text> {
        let mut grouping = Grouping::default();
        for given in words {
            for word in normalize_width(given.as_ref()).split('+').map(str::trim) {
                grouping.add(book, kind, word)?;
            }
        }
        let n = grouping.by.len();
        if n > MOST {
            return Err(say!(
                en: "a report groups by at most {MOST} dimensions, these are {n}",
                zh: "报表最多按 {MOST} 个维度分组，这里有 {n} 个"
            ));
        }
        Ok(grouping)
    }

    fn add(&mut self, book: &Book<'_>, kind: Kind, word: &str) -> Result<(), Text> {
        let (word, now) = match word.strip_suffix("@now") {
            Some(word) => (word, true),
            None => (word, false),
        };
        let by = By::parse(book, kind, word)?;
        if now && by != By::Field(Dimension::Territory) {
            return Err(say!(
                en: "only `territory` takes `@now`, not `{word}`",
                zh: "只有 `territory`（区域）可以加 `@now`，`{word}` 不可以"
            ));
        }
        self.territory_now |= now;
        if !self.by.contains(&by) {
            self.by.push(by);
        }
        Ok(())
    }
}

fn unknown(word: &str) -> Text {
    let dimensions =
        Dimension::ALL.into_iter().flat_map(|by| [by.key(), by.label().en, by.label().zh]);
    let units = Unit::ALL.into_iter().flat_map(|unit| [unit.label().en, unit.label().zh]);
    if let Some(near) = nearest(word, dimensions.chain(units)) {
        return say!(
            en: "cannot group by `{word}`; did you mean `{near}`?",
            zh: "不能按 `{word}` 分组；是否想写 `{near}`？"
        );
    }
    let keys = Dimension::ALL.map(Dimension::key).join(", ");
    let units = Unit::ALL.map(|unit| unit.label().en).join(", ");
    say!(
        en: "cannot group by `{word}`; there are {keys}, tags.KEY, {units}, fields such as customer.type",
        zh: "不能按 `{word}` 分组；可用：{keys}, tags.KEY, {units}，以及 customer.type 等字段"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;
    use proptest::prelude::*;

    fn keys(words: &[&str]) -> Result<Vec<String>, String> {
        let tree = Memory::default();
        let book = Book::open(&tree).unwrap();
        let grouping =
            Grouping::parse(&book, Kind::Opportunity, words).map_err(|why| why.en.into_owned())?;
        Ok(grouping.by.iter().map(By::name).collect())
    }

    #[test]
    fn every_name_leads_to_its_dimension() {
        let tree = Memory::default();
        let book = Book::open(&tree).unwrap();
        for by in Dimension::ALL {
            for word in [by.key(), by.label().en, by.label().zh] {
                assert_eq!(By::parse(&book, Kind::Opportunity, word), Ok(By::Field(by)), "{word}");
            }
        }
    }

    #[test]
    fn dimensions_join_repeat_and_speak_both_languages() {
        assert_eq!(keys(&["owner+stage"]).unwrap(), ["owner", "stage"]);
        assert_eq!(keys(&["负责人", "阶段"]).unwrap(), ["owner", "stage"]);
        assert_eq!(keys(&["owner＋月"]).unwrap(), ["owner", "month"]);
        assert_eq!(keys(&["tags.Sector", "owner", "owner"]).unwrap(), ["tags.Sector", "owner"]);
        assert_eq!(
            keys(&["客户.行业", "owner.team"]).unwrap(),
            ["customer.industry", "owner.team"]
        );
        assert_eq!(keys(&["type"]).unwrap(), ["type"]);
    }

    #[test]
    fn refusals_help() {
        assert_eq!(keys(&["ownr"]).unwrap_err(), "cannot group by `ownr`; did you mean `owner`?");
        let all = keys(&["region"]).unwrap_err();
        assert!(all.starts_with("cannot group by `region`; there are owner, manager"), "{all}");
        let many = "a report groups by at most 2 dimensions, these are 3";
        assert_eq!(keys(&["owner+stage+grade"]).unwrap_err(), many);
        assert_eq!(keys(&["team@now"]).unwrap_err(), "only `territory` takes `@now`, not `team`");
        let misspelt = keys(&["customer.industri"]).unwrap_err();
        assert_eq!(misspelt, "no field `customer.industri`; did you mean `industry`?");
        let group = keys(&["needs.budget"]).unwrap_err();
        assert!(group.contains("group by one of needs.budget.min, needs.budget.max"), "{group}");
        let masked = "`customer.contacts.phone` is masked in outputs; a report cannot group by it";
        assert_eq!(keys(&["customer.contacts.phone"]).unwrap_err(), masked);
        assert!(keys(&["tags."]).is_err() && keys(&[""]).is_err());
    }

    proptest! {
        #[test]
        fn nothing_panics(word in "\\PC{0,20}") {
            let _ = keys(&[&word]);
        }
    }
}
