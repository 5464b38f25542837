//! What members, teams and the company have achieved, indicator by indicator (domain table (e)).

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use super::lot::{Event, Lot};
use super::market;
use super::quality::Kept;
use super::sales::{self, Sale};
use super::satisfaction::{Answers, said_by};
use super::{DIGITS, rate};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::{Decimal, Rounding};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::base::period::Period;
use crate::book::Book;
use crate::facts::tickets;
use crate::model::expense::ExpenseStatus;
use crate::model::target::{Basis, Kpi, Who};
use crate::model::ticket::TicketType;
use crate::model::{Expense, Task, Ticket};
use crate::policy::performance::{Compare, First};

/// The kinds of record behind the indicators.
pub const KINDS: &[Kind] = &[
    Kind::Member,
    Kind::Product,
    Kind::Customer,
    Kind::Opportunity,
    Kind::Task,
    Kind::Contract,
    Kind::Expense,
    Kind::Order,
    Kind::Payment,
    Kind::Ticket,
    Kind::Survey,
    Kind::Intel,
];

/// What was achieved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actual {
    /// The figure: money with its decimals, a number, per cent; `None` where it is undefined.
    pub value: Option<Decimal>,
    /// The records behind it, as `kind/id`.
    pub records: Vec<String>,
    /// How many records it leaves out, for want of an amount in the currency.
    pub left_out: usize,
    /// The day of the oldest, where some are of before the period.
    pub since: Option<Date>,
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The indicator.
    pub kpi: Kpi,
    /// What counts as sold.
    pub basis: Basis,
    /// The currency of amounts.
    pub currency: Currency,
    /// The days.
    pub period: Period,
}

/// The figures of a book on a day. What each needs is read once, at its first use.
pub struct Figures<'b> {
    book: &'b Book<'b>,
    day: Date,
    sold: [OnceCell<Lot<'b, Sale<'b>>>; 4],
    bought: OnceCell<Lot<'b, Bought<'b>>>,
    answers: OnceCell<Answers<'b>>,
    complaints: OnceCell<Lot<'b, bool>>,
    tasks: OnceCell<Lot<'b, bool>>,
    kept: OnceCell<Kept<'b>>,
    spent: OnceCell<Lot<'b, Option<Money>>>,
}

/// That a customer bought something.
struct Bought<'b> {
    customer: &'b Id,
    /// Whether for the first time, or for the first time after a lapse (DEV-3.1).
    new: bool,
}

impl<'b> Figures<'b> {
    /// The figures at the end of a day.
    pub fn new(book: &'b Book<'b>, day: Date) -> Figures<'b> {
        Figures {
            book,
            day,
            sold: Default::default(),
            bought: OnceCell::new(),
            answers: OnceCell::new(),
            complaints: OnceCell::new(),
            tasks: OnceCell::new(),
            kept: OnceCell::new(),
            spent: OnceCell::new(),
        }
    }

    /// What somebody has achieved.
    pub fn actual(&self, asked: Asked, who: Who<'_>) -> Actual {
        let Asked { kpi, basis, currency, period } = asked;
        match kpi {
            Kpi::SalesAmount => money(self.sold(basis).of(who, period), currency, |it| it.amount),
            Kpi::SalesProfit => self.profit(asked, who),
            Kpi::OrderCount => self.orders(who, period),
            Kpi::GrowthRate => self.growth(asked, who),
            Kpi::NewCustomers => self.customers(who, period, true),
            Kpi::OldCustomers => self.customers(who, period, false),
            Kpi::CustomerGrowth => self.customer_growth(who, period),
            Kpi::MarketShare => self.market_share(asked, who),
            Kpi::Satisfaction => self.answers().index(who, period),
            Kpi::ComplaintsInTime => in_time(self.complaints().of(who, period)),
            Kpi::TagQuality => self.tag_quality(who, period),
            Kpi::TasksInTime => in_time(self.tasks().of(who, period)),
            Kpi::Expenses => money(self.spent().of(who, period), currency, |it| *it),
        }
    }

    /// Everything sold, by a basis.
    pub fn sold(&self, basis: Basis) -> &Lot<'b, Sale<'b>> {
        self.sold[basis as usize].get_or_init(|| Lot::new(sales::of(self.book, basis, self.day)))
    }

    fn profit(&self, asked: Asked, who: Who<'_>) -> Actual {
        let Asked { basis, currency, period, .. } = asked;
        let mut profit = money(self.sold(basis).of(who, period), currency, |it| it.profit);
        if self.book.policy().profit().deduct_expense {
            let spent = money(self.spent().of(who, period), currency, |it| *it);
            profit.value = profit.value.zip(spent.value).and_then(|(a, b)| a.checked_sub(b));
            profit.records.extend(spent.records);
            profit.left_out += spent.left_out;
        }
        profit
    }

    fn orders(&self, who: Who<'_>, period: Period) -> Actual {
        let orders: BTreeSet<String> =
            self.sold(Basis::Order).of(who, period).map(Event::reference).collect();
        Actual {
            value: whole(orders.len()),
            records: orders.into_iter().collect(),
            ..Actual::default()
        }
    }

    fn growth(&self, asked: Asked, who: Who<'_>) -> Actual {
        let sales = |period| self.actual(Asked { kpi: Kpi::SalesAmount, period, ..asked }, who);
        let now = sales(asked.period);
        let Some(before) = self.compared(asked.period).map(sales) else { return now.undefined() };
        let money = |actual: &Actual| Money::from_decimal(actual.value?, asked.currency).ok();
        let grown = money(&now)
            .zip(money(&before))
            .and_then(|(now, before)| rate::growth(now, before).and_then(of_hundred));
        let records = now.records.into_iter().chain(before.records).collect();
        let left_out = now.left_out + before.left_out;
        Actual { value: grown, records, left_out, since: None }
    }

    fn tag_quality(&self, who: Who<'_>, period: Period) -> Actual {
        let kept = self.kept.get_or_init(|| Kept::new(self.book, self.day));
        let score = kept.of(who, period).score(self.book.policy().tag().quality_parts);
        let records = kept.wanting(who, period);
        Actual { value: score.and_then(of_hundred), records, ..Actual::default() }
    }

    // Of the company alone: nobody knows the market of a member or a team.
    fn market_share(&self, asked: Asked, who: Who<'_>) -> Actual {
        let Asked { basis, currency, period, .. } = asked;
        let mut sales = money(self.sold(basis).of(who, period), currency, |it| it.amount);
        let market = market::size(self.book, currency, period, self.day);
        let Some((size, id)) = market.filter(|_| who == Who::Company) else {
            return sales.undefined();
        };
        let sold = sales.value.and_then(|it| Money::from_decimal(it, currency).ok());
        sales.records.push(Kind::Intel.reference(id));
        let share = sold.and_then(|sold| rate::share(sold.minor(), size));
        Actual { value: share.and_then(of_hundred), ..sales }
    }

    // The time that growth is measured against.
    fn compared(&self, period: Period) -> Option<Period> {
        match self.book.policy().growth().compare_with {
            Compare::PreviousPeriod => period.previous(),
            Compare::YearBefore => Period::new(
                period.from().checked_add_months(-12)?,
                period.to().checked_add_months(-12)?,
            ),
        }
    }

    fn customers(&self, who: Who<'_>, period: Period, new: bool) -> Actual {
        let within: Vec<_> = self.bought().of(who, period).collect();
        let fresh: BTreeSet<&Id> =
            within.iter().filter(|it| it.what.new).map(|it| it.what.customer).collect();
        let counted: BTreeSet<&Id> = match new {
            true => fresh,
            false => {
                within.iter().map(|it| it.what.customer).filter(|it| !fresh.contains(it)).collect()
            }
        };
        let records = counted.iter().map(|id| Kind::Customer.reference(id)).collect();
        Actual { value: whole(counted.len()), records, ..Actual::default() }
    }

    // Customers who bought within a year before the end, against those within a year before the
    // beginning.
    fn customer_growth(&self, who: Who<'_>, period: Period) -> Actual {
        let active = |until: Date| -> BTreeSet<&Id> {
            let year = until.checked_add_months(-12).and_then(|from| Period::new(from, until));
            let events = year.into_iter().flat_map(|year| self.bought().of(who, year));
            events.map(|it| it.what.customer).collect()
        };
        let (end, start) = (active(period.to()), active(period.from()));
        let count = |set: &BTreeSet<&Id>| i128::try_from(set.len()).unwrap_or(i128::MAX);
        let grown = rate::share(count(&end) - count(&start), count(&start));
        let records = end.union(&start).map(|id| Kind::Customer.reference(id)).collect();
        Actual { value: grown.and_then(of_hundred), records, ..Actual::default() }
    }

    fn bought(&self) -> &Lot<'b, Bought<'b>> {
        self.bought.get_or_init(|| Lot::new(self.purchases()))
    }

    // Purchases of each customer by day, the first and those after a lapse marked.
    fn purchases(&self) -> Vec<Event<'b, Bought<'b>>> {
        let policy = self.book.policy();
        let lapsed_after = policy.customer().lapsed_after_days;
        let mut events = Vec::new();
        let mut ordered = BTreeSet::new();
        if policy.new_customer().counts_on == First::FirstOrderConfirmed {
            for event in sales::of(self.book, Basis::Order, self.day) {
                let order = self.book.get::<crate::model::Order>(event.record.1);
                let deal = order.and_then(|order| sales::deal_of(self.book, order.record));
                ordered.extend(deal.map(|deal| deal.id));
                events.push(event);
            }
        }
        let won = sales::of(self.book, Basis::Contract, self.day);
        events.extend(won.into_iter().filter(|event| !ordered.contains(event.record.1)));
        events.sort_by_key(|event| (event.on, event.record));
        let mut last: HashMap<&Id, Date> = HashMap::new();
        let mut bought = Vec::with_capacity(events.len());
        for Event { on, owner, team, record, what } in events {
            let Some(customer) = what.customer else { continue };
            let before = last.insert(customer, on);
            let new = before.is_none_or(|before| on.days_since(before) > lapsed_after);
            bought.push(Event { on, owner, team, record, what: Bought { customer, new } });
        }
        bought
    }

    fn answers(&self) -> &Answers<'b> {
        self.answers.get_or_init(|| Answers::new(self.book, self.day))
    }

    // Complaints by the day on which they were to be solved, and whether they were.
    fn complaints(&self) -> &Lot<'b, bool> {
        self.complaints.get_or_init(|| {
            let all = self.book.iter::<Ticket>();
            let complaints = all.filter(|row| row.record.r#type == Some(TicketType::Complaint));
            let event = complaints.filter_map(|row| {
                let due = tickets::resolution_due(self.book, row.record)?;
                let solved = row.record.resolved_at.and_then(|at| self.book.policy().day(at));
                let solved = solved.filter(|on| *on <= self.day);
                // One whose day is still to come counts once it is solved.
                let decided = due < self.day || solved.is_some();
                let in_time = solved.is_some_and(|on| on <= due);
                let record = (Kind::Ticket, row.id);
                decided.then(|| said_by(self.book, &row.record.customer, due, record, in_time))
            });
            Lot::new(event.collect())
        })
    }

    fn tasks(&self) -> &Lot<'b, bool> {
        self.tasks.get_or_init(|| {
            let event = self.book.iter::<Task>().filter_map(|row| {
                let due = row.record.due.filter(|due| *due < self.day)?;
                let done = row.record.done.is_some_and(|done| done <= due);
                let who = row.record.who.as_deref();
                Some(Event::of(self.book, due, who, (Kind::Task, row.id), done))
            });
            Lot::new(event.collect())
        })
    }

    // What members have claimed, by the day on which it was spent.
    fn spent(&self) -> &Lot<'b, Option<Money>> {
        self.spent.get_or_init(|| {
            let counts = |status| matches!(status, ExpenseStatus::Submitted | ExpenseStatus::Paid);
            let claims = self.book.iter::<Expense>().filter(|row| counts(row.record.status()));
            let lines = claims.flat_map(|row| {
                let claim = row.record;
                let currency = claim.currency.unwrap_or_else(|| self.book.policy().currency());
                claim.lines.iter().filter_map(move |line| {
                    let on = line.spent_on.or(claim.claimed_on).filter(|on| *on <= self.day)?;
                    let amount = Money::from_decimal(line.amount, currency).ok();
                    let who = claim.claimant.as_deref();
                    Some(Event::of(self.book, on, who, (Kind::Expense, row.id), amount))
                })
            });
            Lot::new(lines.collect())
        })
    }
}

impl Actual {
    fn undefined(self) -> Actual {
        Actual { value: None, ..self }
    }
}

/// How far an actual figure reaches its target, 1 being all of it. Of what is to be kept below a
/// limit, anything within it is all. `None` where the target is not above zero.
pub fn attainment(kpi: Kpi, actual: Decimal, target: Decimal) -> Option<Decimal> {
    if target.is_negative() || target.is_zero() {
        return None;
    }
    if !kpi.is_limit() {
        return actual.div(target, DIGITS, Rounding::HalfEven);
    }
    if actual <= target {
        return Some(Decimal::from_int(1));
    }
    target.div(actual, DIGITS, Rounding::HalfEven)
}

fn money<'e, 'b: 'e, T: 'e>(
    events: impl Iterator<Item = &'e Event<'b, T>>,
    currency: Currency,
    amount: fn(&T) -> Option<Money>,
) -> Actual {
    let mut sum = Some(Money::zero(currency));
    let mut actual = Actual::default();
    for event in events {
        match amount(&event.what).filter(|it| it.currency() == currency) {
            Some(amount) => {
                sum = sum.and_then(|sum| sum.checked_add(amount));
                actual.records.push(event.reference());
            }
            None => actual.left_out += 1,
        }
    }
    actual.records.dedup();
    Actual { value: sum.map(Money::to_decimal), ..actual }
}

fn in_time<'e, 'b: 'e>(events: impl Iterator<Item = &'e Event<'b, bool>>) -> Actual {
    let events: Vec<_> = events.collect();
    let count = |n: usize| i128::try_from(n).unwrap_or(i128::MAX);
    let good = events.iter().filter(|event| event.what).count();
    let rate = rate::share(count(good), count(events.len())).and_then(of_hundred);
    Actual {
        value: rate,
        records: events.into_iter().map(Event::reference).collect(),
        ..Actual::default()
    }
}

fn whole(n: usize) -> Option<Decimal> {
    i128::try_from(n).ok().map(Decimal::from_int)
}

/// A share as per cent with two decimals.
pub fn of_hundred(share: Decimal) -> Option<Decimal> {
    share.checked_mul(Decimal::from_int(100))?.rounded(2, Rounding::HalfEven)
}
