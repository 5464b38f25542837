//! The deals of a report as they stood at the end of its day.

use super::notes::Notes;
use super::{Cx, Request};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::base::period::Period;
use crate::book::Row;
use crate::facts::credit;
use crate::facts::opportunity::{self, Standing, standing};
use crate::facts::rates::{Rates, Ratio};
use crate::model::Opportunity;
use crate::model::common::Outcome;
use crate::query::Query;
use crate::say;

/// A deal on the day of the report.
pub(super) struct Deal<'b> {
    /// Its record.
    pub row: Row<'b, Opportunity>,
    /// Where it stood.
    pub standing: Standing<'b>,
    /// The day of its outcome.
    pub decided: Option<Date>,
    /// The report's date field.
    pub date: Option<Date>,
    /// What it was worth.
    pub amount: Option<Money>,
    /// The same in the deal's own currency.
    pub own: Option<Money>,
    /// How that was converted, where it was: what the lines of the deal say is converted alike.
    pub ratio: Option<Ratio>,
    /// The currency of that; without an amount, the one it would have.
    pub currency: Currency,
}

impl Deal<'_> {
    /// `opportunity/…`.
    pub(super) fn reference(&self) -> String {
        self.row.erase().reference()
    }

    /// The outcome on the day.
    pub(super) fn outcome(&self) -> Outcome {
        self.standing.outcome
    }
}

/// The deals that a report speaks of, with notes about the others.
pub(super) struct Population<'b> {
    /// The deals, by id.
    pub deals: Vec<Deal<'b>>,
    /// What was left out so far.
    pub notes: Notes,
}

impl<'b> Population<'b> {
    /// The deals that fit the query and existed on the day.
    pub(super) fn of(cx: &Cx<'b>, query: &Query) -> Population<'b> {
        let (mut readable, mut later) = (0, 0);
        let mut deals = Vec::new();
        for row in cx.book.iter::<Opportunity>() {
            readable += 1;
            if !query.fits(cx.book, row.erase()) {
                continue;
            }
            match seen(cx, row) {
                Some(deal) => deals.push(deal),
                None => later += 1,
            }
        }
        let mut notes = Notes::default();
        notes.add(
            "unreadable",
            cx.book.ids(Kind::Opportunity).len().saturating_sub(readable),
            say!(en: "deals whose files have faults: left out", zh: "文件有错误的机会：未计入"),
        );
        notes.add(
            "later",
            later,
            say!(en: "deals that begin after the day: left out", zh: "统计日之后才开始的机会：未计入"),
        );
        Population { deals, notes }
    }

    /// Keeps the open ones.
    #[must_use]
    pub(super) fn open(mut self) -> Population<'b> {
        self.deals.retain(|deal| deal.outcome() == Outcome::Open);
        self
    }

    /// Keeps the ones with one of `outcomes`, and of these the ones whose closing has a date.
    #[must_use]
    pub(super) fn decided(mut self, outcomes: &[Outcome]) -> Population<'b> {
        self.deals.retain(|deal| outcomes.contains(&deal.outcome()));
        let all = self.deals.len();
        self.deals.retain(|deal| deal.decided.is_some());
        self.notes.add(
            "undated",
            all - self.deals.len(),
            say!(
                en: "deals closed without a date (`closed.on`): left out",
                zh: "已关闭但没有关闭日期（`closed.on`）的机会：未计入"
            ),
        );
        self
    }

    /// Converts the amounts to the currency that is asked for, by the rates of the day of the outcome, of
    /// open deals by those of the report's day. What has no rate stays as it is.
    #[must_use]
    pub(super) fn converted(mut self, cx: &Cx<'b>, request: &Request) -> Population<'b> {
        let Some(into) = request.currency else { return self };
        let rates = Rates::new(cx.book);
        let (mut converted, mut without) = (0, 0);
        for deal in self.deals.iter_mut().filter(|deal| deal.currency != into) {
            let Some(amount) = deal.amount else {
                deal.currency = into;
                continue;
            };
            let day = deal.decided.unwrap_or(cx.as_of);
            let ratio = rates.between(deal.currency, into, day);
            match ratio.and_then(|ratio| ratio.of(amount)) {
                Some(amount) => {
                    (deal.amount, deal.currency, deal.ratio) = (Some(amount), into, ratio);
                    converted += 1;
                }
                None => without += 1,
            }
        }
        let code = into.code();
        self.notes.add(
            "converted",
            converted,
            say!(
                en: "deals converted to {code} by the rates of the day of their outcome, open ones by today's",
                zh: "折算为 {code} 的机会：按结果当日的汇率，进行中的按统计日的汇率"
            ),
        );
        self.notes.add(
            "without_rate",
            without,
            say!(
                en: "deals without a rate for their day: left in their currency; add one: `salesops add rate period=MONTH rates+=CURRENCY:RATE`",
                zh: "没有当日汇率的机会：保留原币种；请新建：`salesops add 汇率 期间=月份 各币种汇率+=币种:汇率`"
            ),
        );
        self
    }

    /// Sets the date field and keeps the deals whose date lies in the period. Without a period,
    /// those without a date stay.
    #[must_use]
    pub(super) fn dated(
        mut self,
        period: Option<Period>,
        date: impl Fn(&Deal<'b>) -> Option<Date>,
    ) -> Population<'b> {
        for deal in &mut self.deals {
            deal.date = date(deal);
        }
        let Some(period) = period else { return self };
        let undated = self.deals.iter().filter(|deal| deal.date.is_none()).count();
        self.deals.retain(|deal| deal.date.is_some_and(|date| period.contains(date)));
        self.notes.add(
            "no_date",
            undated,
            say!(
                en: "deals without the date that the period asks for: left out",
                zh: "缺少统计期间所依据日期的机会：未计入"
            ),
        );
        self
    }
}

fn seen<'b>(cx: &Cx<'b>, row: Row<'b, Opportunity>) -> Option<Deal<'b>> {
    let deal = row.record;
    let standing = standing(deal, cx.as_of)?;
    let amount = credit::amount_on(deal, cx.book.policy(), cx.as_of);
    let currency =
        amount.map_or_else(|| opportunity::currency(deal, cx.book.policy()), Money::currency);
    let decided = credit::decided_on(deal, cx.as_of);
    Some(Deal { row, standing, decided, date: None, amount, own: amount, ratio: None, currency })
}
