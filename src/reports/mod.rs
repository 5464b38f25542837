//! Reports: pure functions from a book to tables and notes. One file a report; [`REPORTS`] is the
//! table of them.

mod along;
mod assessment;
mod attainment;
mod awards;
mod bonus;
mod by;
mod care;
mod cell;
mod commission;
mod cycle;
mod data_quality;
mod deal;
mod discounts;
mod expenses;
mod funnel;
mod group;
mod leads;
mod notes;
mod orders;
mod payments;
mod pipeline;
mod place;
mod promotion;
mod referrals;
mod refusals;
mod revenue;
mod scripts;
mod service;
mod sheet;
mod tally;
mod training;
mod visits;
mod waivers;
mod wins;

#[cfg(test)]
mod tests;

use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::kind::Kind;
use crate::base::period::{Period, Unit};
use crate::base::table::{Note, Report, Table};
use crate::base::text::{Label, Text, nearest};
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::query::Query;
use crate::say;

pub use by::{By, Dimension, Grouping};

/// What a report is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The days that the report's date field must lie in; `None` is all time.
    pub period: Option<Period>,
    /// How to group; empty for the report's own way.
    pub by: Vec<By>,
    /// The unit of a report over time, where `by` names none.
    pub unit: Unit,
    /// Whether territories are those of today rather than those of the closing.
    pub territory_now: bool,
    /// The currency to which all amounts are converted; `None` leaves each in its own.
    pub currency: Option<Currency>,
}

impl Default for Request {
    fn default() -> Request {
        Request {
            period: None,
            by: Vec::new(),
            unit: Unit::Month,
            territory_now: false,
            currency: None,
        }
    }
}

impl Request {
    /// The request with a grouping of `--by`.
    #[must_use]
    pub fn grouped(self, grouping: Grouping) -> Request {
        Request { by: grouping.by, territory_now: grouping.territory_now, ..self }
    }

    /// The grouping asked for, else the report's own.
    fn by_or(&self, own: &[Dimension]) -> Vec<By> {
        if self.by.is_empty() {
            own.iter().map(|dimension| By::Field(*dimension)).collect()
        } else {
            self.by.clone()
        }
    }
}

/// What a report reads.
#[derive(Clone, Copy)]
pub struct Cx<'b> {
    /// The book.
    pub book: &'b Book<'b>,
    /// The day at whose end everything is seen.
    pub as_of: Date,
    /// Whether sensitive values are shown.
    pub reveal: bool,
}

/// One report.
pub struct ReportSpec {
    /// Its name.
    pub name: &'static str,
    /// Its name for people.
    pub label: Label,
    /// What else people call it.
    pub aliases: &'static [&'static str],
    /// What it counts: population, date field, definitions.
    pub doc: Label,
    /// The kinds of record that it reads.
    pub kinds: &'static [Kind],
    /// The policy clauses that ask for it.
    pub clauses: &'static [&'static str],
    /// How it groups unless asked otherwise.
    pub dimensions: &'static [Dimension],
    /// The dimensions that it can group by; all where `None`.
    pub only: Option<&'static [Dimension]>,
    /// The kind of record that its query chooses from.
    pub over: Kind,
    /// Whether it converts amounts to a currency that is asked for.
    pub converts: bool,
    /// The report itself; the query is over records as they stand, whatever the day.
    pub run: fn(&Cx<'_>, &Request, &Query) -> Report,
}

impl ReportSpec {
    /// A report of deals by whatever is asked for.
    const OF_DEALS: ReportSpec = ReportSpec {
        name: "",
        label: Label::new("", ""),
        aliases: &[],
        doc: Label::new("", ""),
        kinds: DEAL_KINDS,
        clauses: &[],
        dimensions: &[],
        only: None,
        over: Kind::Opportunity,
        converts: false,
        run: |cx, request, _| ReportSpec::OF_DEALS.report(cx, request, Vec::new(), Vec::new()),
    };

    /// Refuses what it cannot group by, and a currency where it converts nothing.
    ///
    /// # Errors
    /// With what it can.
    pub fn allows(&self, request: &Request) -> Result<(), Text> {
        if request.currency.is_some() && !self.converts {
            let name = self.name;
            let able = REPORTS.iter().filter(|spec| spec.converts).map(|spec| spec.name);
            let able = able.collect::<Vec<_>>().join(", ");
            return Err(say!(
                en: "report {name} leaves amounts in their currencies; these convert them: {able}",
                zh: "报表 {name} 不折算币种；可折算的报表：{able}"
            ));
        }
        let Some(only) = self.only else { return Ok(()) };
        let fits = |by: &&By| matches!(by, By::Field(field) if only.contains(field));
        let Some(by) = request.by.iter().find(|by| !fits(by)) else { return Ok(()) };
        let (name, key) = (self.name, by.key());
        let all = only.iter().map(|by| by.key()).collect::<Vec<_>>().join(", ");
        Err(match only.is_empty() {
            true => say!(
                en: "report {name} has its own rows and takes no `--by`",
                zh: "报表 {name} 不能用 `--by` 分组"
            ),
            false => say!(
                en: "report {name} does not group by {key}; there are {all}",
                zh: "报表 {name} 不能按 {key} 分组；可用：{all}"
            ),
        })
    }

    fn report(
        &self,
        cx: &Cx<'_>,
        request: &Request,
        tables: Vec<Table>,
        notes: Vec<Note>,
    ) -> Report {
        Report {
            name: self.name,
            title: self.label.text(),
            counts: self.doc.text(),
            as_of: cx.as_of,
            period: request.period.map(|period| (period.from(), period.to())),
            tables,
            notes,
        }
    }
}

/// All reports.
pub static REPORTS: &[&ReportSpec] = &[
    &pipeline::SPEC,
    &funnel::SPEC,
    &wins::SPEC,
    &revenue::SPEC,
    &cycle::SPEC,
    &attainment::SPEC,
    &assessment::SPEC,
    &leads::SPEC,
    &discounts::SPEC,
    &orders::SPEC,
    &payments::SPEC,
    &scripts::SPEC,
    &bonus::SPEC,
    &commission::SPEC,
    &promotion::SPEC,
    &expenses::SPEC,
    &awards::SPEC,
    &referrals::SPEC,
    &training::SPEC,
    &service::SPEC,
    &refusals::SPEC,
    &waivers::SPEC,
    &data_quality::SPEC,
    &visits::SPEC,
    &care::SPEC,
];

/// The kinds behind the figures and dimensions of deals.
const DEAL_KINDS: &[Kind] =
    &[Kind::Member, Kind::Territory, Kind::Product, Kind::Tag, Kind::Customer, Kind::Opportunity];

/// The report that a person means by its name in either language.
///
/// # Errors
/// When there is none, with the nearest or all of them.
pub fn find(typed: &str) -> Result<&'static ReportSpec, Text> {
    let wanted = normalize_width(typed.trim()).to_lowercase();
    let names = |spec: &ReportSpec| [spec.name, spec.label.en, spec.label.zh];
    let is_called =
        |spec: &&&ReportSpec| names(spec).contains(&&*wanted) || spec.aliases.contains(&&*wanted);
    if let Some(spec) = REPORTS.iter().find(is_called) {
        return Ok(spec);
    }
    // A beginning of the name, or a part of the Chinese one, where one report has it.
    let is_part = wanted.chars().count() > 1;
    let mut partly = REPORTS.iter().filter(|spec| {
        is_part && (spec.name.starts_with(&*wanted) || spec.label.zh.contains(&*wanted))
    });
    if let (Some(spec), None) = (partly.next(), partly.next()) {
        return Ok(spec);
    }
    if let Some(near) = nearest(&wanted, REPORTS.iter().flat_map(|spec| names(spec))) {
        return Err(say!(
            en: "no report `{typed}`; did you mean `{near}`?",
            zh: "没有报表 `{typed}`；是否想写 `{near}`？"
        ));
    }
    let en = REPORTS.iter().map(|spec| spec.name).collect::<Vec<_>>().join(", ");
    let zh = REPORTS.iter().map(|spec| spec.label.zh).collect::<Vec<_>>().join("、");
    Err(Text {
        en: format!("no report `{typed}`; there are {en}").into(),
        zh: format!("没有报表 `{typed}`；可用：{zh}").into(),
    })
}
