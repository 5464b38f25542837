//! The kinds of record: their names, folders and labels.

use std::ops::{Index, IndexMut};

use serde::Deserialize;

use super::date::Date;
use super::id::Id;
use super::text::Label;
use super::width::normalize_width;

/// Makes the kinds of their rows, referents before referrers: key and folder, names (singular, plural,
/// Chinese), where ids come from, over which folders files are
/// spread, the fields that a list shows.
macro_rules! kinds {
    ($(
        $(#[$meta:meta])*
        $variant:ident $key:literal $folder:literal, $en:literal $plural:literal $zh:literal, $ids:expr, $spread:ident, $columns:expr;
    )*) => {
        /// A kind of record; its folder holds one file a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {$(
            $(#[$meta])*
            $variant,
        )*}

        const TRAITS: &[Traits] = &[$(
            Traits {
                kind: Kind::$variant,
                key: $key,
                folder: $folder,
                label: Label::new($en, $zh),
                plural: Label::new($plural, $zh),
                ids: $ids,
                spread: Spread::$spread,
                columns: &$columns,
            },
        )*];
    };
}

kinds! {
    /// A member of the sales department or of a department beside it.
    Member "member" "members", "member" "members" "成员", Ids::Name, Flat,
        ["name", "role", "team", "reports_to"];
    /// A sales territory.
    Territory "territory" "territories", "territory" "territories" "区域", Ids::Name, Flat,
        ["name", "owner", "team"];
    /// A product or service on sale.
    Product "product" "products", "product" "products" "产品", Ids::Name, Flat,
        ["name", "category", "model"];
    /// The definition of a tag or of a core field's values.
    Tag "tag" "tags", "tag definition" "tag definitions" "标签定义", Ids::Tag, Flat,
        ["label", "type", "status"];
    /// A marketing campaign.
    Campaign "campaign" "campaigns", "campaign" "campaigns" "市场活动", Ids::Name, Flat,
        ["name", "source", "starts_on", "ends_on", "budget", "owner"];
    /// What is said on the telephone.
    Script "script" "scripts", "call script" "call scripts" "话术", Ids::Name, Flat,
        ["name", "product", "scenario", "version", "status", "owner"];
    /// A customer.
    Customer "customer" "customers", "customer" "customers" "客户", Ids::Name, Flat,
        ["name", "type", "industry", "grade", "owner"];
    /// Somebody who may become a customer.
    Lead "lead" "leads", "lead" "leads" "线索", Ids::Day("lead", 5), Year,
        ["name", "source", "grade", "status", "owner", "next"];
    /// A sales opportunity.
    Opportunity "opportunity" "opportunities", "opportunity" "opportunities" "销售机会", Ids::Deal, Year,
        ["customer", "name", "stage", "outcome", "amount", "expected_close", "owner"];
    /// Something that has happened with a customer.
    Activity "activity" "activities", "activity" "activities" "活动", Ids::Day("act", 8), Month,
        ["on", "type", "customer", "member", "content"];
    /// Something that somebody has promised to do.
    Task "task" "tasks", "task" "tasks" "任务", Ids::Day("task", 5), Year,
        ["due", "what", "subject", "who", "done"];
    /// What is to be reached with a lead, a customer or a deal, and how.
    Plan "plan" "plans", "development plan" "development plans" "开发计划", Ids::Day("plan", 5), Year,
        ["subject", "goal", "status", "owner"];
    /// What somebody has learnt of the market.
    Intel "intel" "intel", "market intelligence" "market intelligence" "市场信息", Ids::Day("intel", 5), Year,
        ["on", "subject", "kind", "finding", "owner"];
    /// What we offer for an opportunity.
    Proposal "proposal" "proposals", "proposal" "proposals" "提案", Ids::Day("prop", 5), Year,
        ["opportunity", "title", "version", "status", "valid_until", "owner"];
    /// A business negotiation with its minutes.
    Negotiation "negotiation" "negotiations", "negotiation" "negotiations" "谈判", Ids::Day("neg", 5), Year,
        ["opportunity", "lead", "status", "held_on"];
    /// A sales contract.
    Contract "contract" "contracts", "contract" "contracts" "合同", Ids::Day("con", 5), Year,
        ["customer", "number", "status", "amount", "signed_on", "owner"];
    /// What a department may spend in a year.
    Budget "budget" "budgets", "budget" "budgets" "预算", Ids::Values(&["year", "department"]), Flat,
        ["year", "department", "status", "owner"];
    /// What a member has spent and wants back.
    Expense "expense" "expenses", "expense claim" "expense claims" "报销", Ids::Day("exp", 5), Year,
        ["claimed_on", "claimant", "what", "budget", "status"];
    /// What the company, a team or a member is to reach in a time.
    Target "target" "targets", "target" "targets" "目标", Ids::Values(&["period", "member", "team"]), Flat,
        ["period", "member", "team", "goals.kpi", "goals.value"];
    /// How a member did in a month.
    Assessment "assessment" "assessments", "assessment" "assessments" "考核", Ids::Values(&["period", "member"]), Flat,
        ["period", "member", "status", "total", "result"];
    /// An order.
    Order "order" "orders", "order" "orders" "订单", Ids::Day("ord", 5), Year,
        ["customer", "number", "status", "amount", "delivery_due", "owner"];
    /// A payment that a customer owes.
    Payment "payment" "payments", "payment" "payments" "付款", Ids::Day("pay", 5), Year,
        ["due", "customer", "what", "amount", "outstanding", "status", "owner"];
    /// A wish to develop a region that nobody works.
    Registration "registration" "registrations", "registration" "registrations" "报备", Ids::Day("reg", 5), Year,
        ["territory", "department", "status", "submitted_on", "valid_until", "owner"];
    /// What a customer asks of after-sales service.
    Ticket "ticket" "tickets", "ticket" "tickets" "服务单", Ids::Day("tic", 5), Year,
        ["customer", "what", "type", "severity", "status", "owner"];
    /// What somebody was given for a good result.
    Award "award" "awards", "award" "awards" "奖励", Ids::Day("awd", 5), Year,
        ["on", "type", "period", "winner", "team", "amount"];
    /// A training, held or planned.
    Training "training" "trainings", "training" "trainings" "培训", Ids::Day("trn", 5), Year,
        ["on", "topic", "title", "mode", "form", "hours"];
    /// A meeting.
    Meeting "meeting" "meetings", "meeting" "meetings" "会议", Ids::Day("mtg", 5), Year,
        ["on", "type", "team", "summary"];
    /// A questionnaire about how content customers are, with its answers.
    Survey "survey" "surveys", "survey" "surveys" "满意度调查", Ids::Day("sur", 5), Year,
        ["sent_on", "what", "period", "owner"];
    /// Whose a customer or lead is, where several claim it.
    Dispute "dispute" "disputes", "dispute" "disputes" "争议", Ids::Day("dis", 5), Year,
        ["what", "customer", "parties", "status"];
    /// What a member has passed on to another.
    Handover "handover" "handovers", "hand-over list" "hand-over lists" "移交清单", Ids::Day("ho", 5), Year,
        ["on", "from", "to", "reason"];
    /// A look at how records are kept.
    Audit "audit" "audits", "audit" "audits" "数据审核", Ids::Day("aud", 5), Year,
        ["on", "scope", "by", "status", "summary"];
    /// What a member is to put right after an audit.
    Notice "notice" "notices", "notice" "notices" "整改通知", Ids::Day("ntc", 5), Year,
        ["due", "to", "audit", "status"];
    /// That records were looked over and are still right.
    Verification "verification" "verifications", "verification" "verifications" "核实", Ids::Day("ver", 6), Month,
        ["on", "by", "groups", "note"];
    /// A verdict on a record.
    Approval "approval" "approvals", "approval" "approvals" "审批", Ids::Day("apv", 6), Month,
        ["on", "subject", "what", "verdict", "by", "note"];
    /// A backup of the book.
    Backup "backup" "backups", "backup" "backups" "备份", Ids::Day("bak", 5), Year,
        ["on", "scope", "locations", "by"];
    /// What other currencies are worth in a time.
    Rate "rate" "rates", "rates of exchange" "rates of exchange" "汇率", Ids::Values(&["period"]), Flat,
        ["period", "rates.currency", "rates.rate", "source"];
}

/// Where the ids of new records come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ids {
    /// The slug of the name; records of the kind are told apart by their names.
    Name,
    /// The object and key that a tag definition describes; people choose it.
    Tag,
    /// The customer and four random characters.
    Deal,
    /// The values of these fields, as `2026-sales`; there is one record for each.
    Values(&'static [&'static str]),
    /// A word, the day and random characters: `act-261121-7k3q9m2x`.
    Day(&'static str, usize),
}

/// The folders below a kind's own that its files are spread over, so that none grows too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// None.
    #[serde(rename = "none")]
    Flat,
    /// One a year: `2026/`.
    Year,
    /// One a month: `2026/11/`.
    Month,
}

impl Spread {
    /// The path of the file of a new record that came about on `day`.
    pub fn path(self, kind: Kind, id: &Id, day: Date) -> String {
        let (folder, year) = (kind.folder(), day.year());
        match self {
            Spread::Flat => format!("{folder}/{id}.yaml"),
            Spread::Year => format!("{folder}/{year}/{id}.yaml"),
            Spread::Month => format!("{folder}/{year}/{:02}/{id}.yaml", day.month()),
        }
    }
}

/// One value for each kind.
#[derive(Clone, Debug)]
pub struct PerKind<T>([T; Kind::ALL.len()]);

impl<T> PerKind<T> {
    /// All values.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut()
    }
}

// The standard library knows no default of arrays this long.
impl<T: Default> Default for PerKind<T> {
    fn default() -> PerKind<T> {
        PerKind(std::array::from_fn(|_| T::default()))
    }
}

impl<T> Index<Kind> for PerKind<T> {
    type Output = T;

    fn index(&self, kind: Kind) -> &T {
        &self.0[kind as usize]
    }
}

impl<T> IndexMut<Kind> for PerKind<T> {
    fn index_mut(&mut self, kind: Kind) -> &mut T {
        &mut self.0[kind as usize]
    }
}

struct Traits {
    kind: Kind,
    key: &'static str,
    folder: &'static str,
    label: Label,
    plural: Label,
    ids: Ids,
    spread: Spread,
    columns: &'static [&'static str],
}

impl Kind {
    /// All kinds, referents before referrers.
    pub const ALL: [Kind; TRAITS.len()] = {
        let mut all = [Kind::Member; TRAITS.len()];
        let mut at = 0;
        while at < TRAITS.len() {
            all[at] = TRAITS[at].kind;
            at += 1;
        }
        all
    };

    const fn traits(self) -> &'static Traits {
        &TRAITS[self as usize]
    }

    /// The key: `customer`. Part of the form `customer/beijingxingchenkeji`.
    pub const fn key(self) -> &'static str {
        self.traits().key
    }

    /// The record `id` of the kind as it is written wherever an id alone is ambiguous:
    /// `customer/beijingxingchenkeji`.
    pub fn reference(self, id: &str) -> String {
        format!("{}/{id}", self.key())
    }

    /// The folder at the book's root: `customers`.
    pub const fn folder(self) -> &'static str {
        self.traits().folder
    }

    /// The name for people, singular.
    pub const fn label(self) -> Label {
        self.traits().label
    }

    /// The name for people, plural.
    pub const fn plural(self) -> Label {
        self.traits().plural
    }

    /// Where the ids of new records come from.
    pub const fn ids(self) -> Ids {
        self.traits().ids
    }

    /// The fields that a list of the kind shows unless others are asked for.
    pub const fn columns(self) -> &'static [&'static str] {
        self.traits().columns
    }

    /// The folders that new files are spread over.
    pub const fn spread(self) -> Spread {
        self.traits().spread
    }

    /// Whether records of the kind are told apart by their names.
    pub const fn goes_by_name(self) -> bool {
        matches!(self.ids(), Ids::Name)
    }

    /// The kind whose records stand in `folder`.
    pub fn of_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The kind that a person names: by key, folder or label, by a beginning of the key that no
    /// other kind has (`opp`, `cust`), or by a part of the Chinese label (`机会`).
    pub fn parse(word: &str) -> Option<Kind> {
        let word = normalize_width(word.trim()).to_lowercase();
        let exact = Kind::ALL.into_iter().find(|kind| {
            [kind.key(), kind.folder(), kind.label().en, kind.label().zh].contains(&word.as_str())
        });
        let is_part = word.chars().count() > 1;
        let mut begun = Kind::ALL.into_iter().filter(|kind| {
            kind.key().starts_with(&word) || (is_part && kind.label().zh.contains(&word))
        });
        exact.or_else(|| begun.next().filter(|_| !word.is_empty() && begun.next().is_none()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_enough_where_it_is_the_only_one() {
        assert_eq!(Kind::parse("opp"), Some(Kind::Opportunity));
        assert_eq!(Kind::parse("c"), None);
        assert_eq!(Kind::parse("机会"), Some(Kind::Opportunity));
        assert_eq!(Kind::parse("标签"), Some(Kind::Tag));
        assert_eq!(Kind::parse("ｃｕｓｔｏｍｅｒ"), Some(Kind::Customer));
        assert_eq!(Kind::parse("t"), None);
        assert_eq!(Kind::parse(""), None);
    }

    #[test]
    fn every_name_leads_back_to_its_kind() {
        for kind in Kind::ALL {
            for word in [kind.key(), kind.folder(), kind.label().en, kind.label().zh] {
                assert_eq!(Kind::parse(word), Some(kind), "{word}");
            }
        }
    }
}
