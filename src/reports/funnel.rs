//! The funnel: how far the deals of a cohort ever came.

use std::collections::BTreeMap;

use super::deal::{Deal, Population};
use super::group::{Part, Place, group};
use super::sheet::{self, LOST, Measure, N, OPEN, SUSPENDED, Sheet, WON};
use super::{By, Cx, Dimension, ReportSpec, Request, cell, place};
use crate::base::table::{Report, Row, Type};
use crate::base::text::Label;
use crate::facts::opportunity::{furthest_stage, opened};
use crate::metrics::funnel::{Step, steps};
use crate::model::common::Outcome;
use crate::policy::{Phase, Policy};
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "funnel",
    label: Label::new("funnel", "销售漏斗"),
    aliases: &["转化"],
    doc: Label::new(
        "A cohort: the deals that began in the period (first move, else entry, else import), \
         whatever became of them. `n` of a stage is how many ever came so far or further, each \
         once; a won deal came to the last stage. `conversion_next` is the share of them that came \
         to the next stage, `conversion_first` the share of the cohort. `open`, `won`, `lost` and \
         `suspended` count the deals that came so far and no further.",
        "同期群：统计期间内开始的机会（首次变动，否则录入，否则导入日期），不论结果如何。各阶段的 `n` 为曾到达\
         该阶段或更后阶段的机会数，每个机会只计一次；赢单视为到达最后一个销售阶段。`conversion_next` 为其中进入\
         下一阶段的比例，`conversion_first` 为占整个同期群的比例。`open`、`won`、`lost`、`suspended` 为止步于\
         该阶段的机会数。",
    ),
    clauses: &["OPS-7.2.1", "OPS-1.3.4", "TAG-5.3.1a"],
    dimensions: &[],
    run,
    ..ReportSpec::OF_DEALS
};

const MEASURES: &[Measure] = &[
    N,
    ("conversion_next", Label::new("to next", "进入下一阶段"), Type::Rate),
    ("conversion_first", Label::new("from first", "占全部"), Type::Rate),
    OPEN,
    WON,
    LOST,
    SUSPENDED,
];

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let stage = By::Field(Dimension::Stage);
    let mut by = request.by_or(SPEC.dimensions);
    by.retain(|by| *by != stage);
    let all = Population::of(cx, query);
    let Population { mut deals, mut notes } =
        all.dated(request.period, |deal| opened(deal.row.record));
    let stages = Stages::of(cx.book.policy());
    let before = deals.len();
    deals.retain(|deal| stages.furthest(cx, deal).is_some());
    notes.add(
        "unknown_stage",
        before - deals.len(),
        say!(
            en: "deals in a stage that the policy does not have: left out",
            zh: "所处阶段不在制度中的机会：未计入"
        ),
    );
    let groups = group(cx, request, &by, false, &deals);
    let name = if by.is_empty() { "by_stage".to_owned() } else { sheet::name(&by) + "_stage" };
    let title = sheet::title(SPEC.label, &by);
    let axes: Vec<By> = by.iter().cloned().chain([stage]).collect();
    let sheet = Sheet { name, title, by: &axes, money: false, measures: MEASURES, bars: "n" };
    let mut table = sheet.empty();
    for (place, parts) in &groups.rows {
        table.rows.extend(stages.rows(cx, &sheet, place, parts));
    }
    notes.import_dated(&deals);
    notes.grouping(&groups);
    SPEC.report(cx, request, vec![table], notes.done(deals.len()))
}

/// The selling stages in order.
struct Stages<'p> {
    keys: Vec<&'p str>,
    /// The step of each place in the policy's order of all stages.
    steps: BTreeMap<usize, usize>,
}

impl<'p> Stages<'p> {
    fn of(policy: &'p Policy) -> Stages<'p> {
        let selling = policy.stages().filter(|(_, stage)| stage.phase == Phase::Selling);
        let keys: Vec<&str> = selling.map(|(key, _)| key).collect();
        let ranks = keys.iter().filter_map(|key| policy.stage_rank(key));
        Stages { steps: ranks.zip(0..).collect(), keys }
    }

    /// The step that a deal came to.
    fn furthest(&self, cx: &Cx<'_>, deal: &Deal<'_>) -> Option<usize> {
        if deal.outcome() == Outcome::Won {
            return self.keys.len().checked_sub(1);
        }
        let rank = furthest_stage(deal.row.record, cx.book.policy(), cx.as_of)?;
        self.steps.get(&rank).copied()
    }

    /// The rows of one group, a stage each.
    fn rows(
        &self,
        cx: &Cx<'_>,
        sheet: &Sheet<'_>,
        (keys, _): &Place<'_>,
        parts: &[Part<'_, '_>],
    ) -> Vec<Row> {
        let furthest = |part: &Part<'_, '_>| self.furthest(cx, part.deal);
        let came: Vec<(usize, Part<'_, '_>)> =
            parts.iter().filter_map(|part| Some((furthest(part)?, *part))).collect();
        let steps = steps(came.iter().map(|(step, _)| *step), self.keys.len());
        let row = |(at, step): (usize, &Step)| {
            let here: Vec<Part<'_, '_>> =
                came.iter().filter(|(step, _)| *step >= at).map(|(_, part)| *part).collect();
            let ended = |outcome| {
                cell::count(came.iter().filter(|(step, p)| *step == at && p.is(outcome)).count())
            };
            let mut figures = vec![
                cell::count(step.reached),
                cell::figure(step.to_next),
                cell::figure(step.from_first),
            ];
            let ends = [Outcome::Open, Outcome::Won, Outcome::Lost, Outcome::Suspended];
            figures.extend(ends.map(ended));
            let key = place::stage(cx, self.keys[at]);
            let place = (keys.iter().cloned().chain([key]).collect(), None);
            sheet.row(cx, &place, &here, figures)
        };
        steps.iter().enumerate().map(row).collect()
    }
}
