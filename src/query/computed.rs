//! What a record says without it being written there: what follows from other fields and records.

use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Choice, Field, Shape, View};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::{AnyRow, Book};
use crate::facts::people::{customer_territory, lead_territory};
use crate::facts::prices::Offer;
use crate::facts::{capacity, history, opportunity, orders, payments};
use crate::model::capacity::Capacity;
use crate::model::{Activity, Contract, Customer, Lead, Opportunity, Order, Payment, Proposal};
use crate::policy::Phase;

/// A value that is computed.
#[derive(Debug)]
pub(super) struct Computed {
    /// Whose it is; `None` for every kind that has the field.
    kind: Option<Kind>,
    /// What it is called and what values it takes; `None` where it stands for the kind's own field
    /// of that key, which says so.
    field: Option<Field>,
    /// The field's key; behind that of a group of the record, where it stands in one.
    key: &'static str,
    get: for<'b> fn(&'b Book<'b>, AnyRow<'b>, Date) -> View<'b>,
}

impl Computed {
    /// The value of a record on a day.
    pub(super) fn get<'b>(&self, book: &'b Book<'b>, row: AnyRow<'b>, day: Date) -> View<'b> {
        (self.get)(book, row, day)
    }
}

static COMPUTED: [Computed; 24] = [
    // Nothing written means open: only closing writes an outcome.
    Computed {
        kind: Some(Kind::Opportunity),
        field: None,
        key: "outcome",
        get: |book, row, _| {
            deal(book, row).map_or(View::Absent, |it| View::Key(it.outcome().key()))
        },
    },
    Computed {
        kind: Some(Kind::Opportunity),
        field: None,
        key: "amount",
        get: |book, row, _| {
            deal(book, row).and_then(Opportunity::total).map_or(View::Absent, View::Decimal)
        },
    },
    Computed {
        kind: Some(Kind::Opportunity),
        field: None,
        key: "territory",
        get: |book, row, _| {
            let id = deal(book, row).and_then(|deal| opportunity::territory(deal, book));
            id.map_or(View::Absent, |id| View::Ref(Kind::Territory, id))
        },
    },
    Computed {
        kind: Some(Kind::Opportunity),
        field: Some(Field { key: "team", label: Label::new("team", "团队"), ..Field::PLAIN }),
        key: "team",
        get: |book, row, _| {
            let team = deal(book, row).and_then(|deal| opportunity::team(deal, book));
            team.map_or(View::Absent, View::Text)
        },
    },
    Computed {
        kind: Some(Kind::Opportunity),
        field: Some(Field {
            key: "phase",
            label: Label::new("phase", "环节"),
            shape: Shape::Choice(PHASES),
            ..Field::PLAIN
        }),
        key: "phase",
        get: |book, row, _| {
            let stage = deal(book, row).and_then(|deal| book.policy().stage(&deal.stage));
            stage.map_or(View::Absent, |stage| View::Key(PHASES[stage.phase as usize].key))
        },
    },
    Computed {
        kind: Some(Kind::Customer),
        field: None,
        key: "territory",
        get: |book, row, _| {
            let customer = book.get::<Customer>(row.id).map(|row| row.record);
            let id = customer.and_then(|customer| customer_territory(customer, book));
            id.map_or(View::Absent, |id| View::Ref(Kind::Territory, id))
        },
    },
    // What was won with a customer, and what it can do.
    Computed {
        kind: Some(Kind::Customer),
        field: Some(Field {
            key: "deal_count",
            clauses: &["TAG-2.1.6b"],
            label: Label::new("deals won", "成交次数"),
            shape: Shape::Int,
            ..Field::PLAIN
        }),
        key: "deal_count",
        get: |book, row, day| View::Int(history::of(book, row.id, day).deals),
    },
    Computed {
        kind: Some(Kind::Customer),
        field: Some(Field {
            key: "first_deal_on",
            clauses: &["TAG-2.1.6a"],
            label: Label::new("first deal", "首次成交日期"),
            shape: Shape::Date,
            ..Field::PLAIN
        }),
        key: "first_deal_on",
        get: |book, row, day| history::of(book, row.id, day).first.map_or(View::Absent, View::Date),
    },
    Computed {
        kind: Some(Kind::Customer),
        field: Some(Field {
            key: "last_deal_on",
            label: Label::new("last deal", "最近成交日期"),
            shape: Shape::Date,
            ..Field::PLAIN
        }),
        key: "last_deal_on",
        get: |book, row, day| history::of(book, row.id, day).last.map_or(View::Absent, View::Date),
    },
    Computed {
        kind: Some(Kind::Customer),
        field: Some(Field {
            key: "total_amount",
            clauses: &["TAG-2.1.6d"],
            label: Label::new("total won", "累计成交金额"),
            shape: Shape::Decimal,
            ..Field::PLAIN
        }),
        key: "total_amount",
        get: |book, row, day| total(book, row, day).map_or(View::Absent, View::Decimal),
    },
    // What is written holds; else it follows from the deals (DEV-3.1).
    Computed {
        kind: Some(Kind::Customer),
        field: None,
        key: "relation",
        get: |book, row, day| match row.fields.get("relation") {
            View::Absent => {
                let relation = history::relation(book, row.id, day);
                relation.map_or(View::Absent, |it| View::Key(it.key()))
            }
            said => said,
        },
    },
    Computed {
        kind: Some(Kind::Customer),
        field: Some(Field {
            key: "overdue",
            clauses: &["TAG-2.1.7b", "TEL-3.5.2"],
            label: Label::new("overdue", "逾期金额"),
            shape: Shape::Decimal,
            ..Field::PLAIN
        }),
        key: "credit.overdue",
        get: |book, row, day| {
            payments::overdue_amount(book, row.id, day).map_or(View::Absent, View::Decimal)
        },
    },
    Computed {
        kind: Some(Kind::Customer),
        field: Some(Field {
            key: "capacity_score",
            label: Label::new("capacity score", "能力总分"),
            shape: Shape::Decimal,
            ..Field::PLAIN
        }),
        key: "capacity_score",
        get: |book, row, _| {
            able(book, row)
                .and_then(|it| capacity::total(it, book.policy()))
                .map_or(View::Absent, View::Decimal)
        },
    },
    Computed {
        kind: Some(Kind::Customer),
        field: Some(Field {
            key: "able",
            label: Label::new("able", "能力合格"),
            shape: Shape::Bool,
            ..Field::PLAIN
        }),
        key: "able",
        get: |book, row, _| {
            able(book, row)
                .and_then(|it| capacity::passes(it, book.policy()))
                .map_or(View::Absent, View::Bool)
        },
    },
    Computed {
        kind: Some(Kind::Lead),
        field: None,
        key: "territory",
        get: |book, row, _| {
            let lead = book.get::<Lead>(row.id).map(|row| row.record);
            let id = lead.and_then(|lead| lead_territory(lead, book));
            id.map_or(View::Absent, |id| View::Ref(Kind::Territory, id))
        },
    },
    // Nothing written means new.
    Computed {
        kind: Some(Kind::Lead),
        field: None,
        key: "status",
        get: |book, row, _| {
            book.get::<Lead>(row.id).map_or(View::Absent, |it| View::Key(it.record.status().key()))
        },
    },
    // Priced lines give the amount of contracts and orders as they do of deals.
    Computed {
        kind: Some(Kind::Contract),
        field: None,
        key: "amount",
        get: |book, row, _| {
            let contract = book.get::<Contract>(row.id);
            contract.and_then(|it| it.record.total()).map_or(View::Absent, View::Decimal)
        },
    },
    Computed {
        kind: Some(Kind::Order),
        field: None,
        key: "amount",
        get: |book, row, _| {
            let order = book.get::<Order>(row.id);
            order.and_then(|it| it.record.total()).map_or(View::Absent, View::Decimal)
        },
    },
    // Whether its customer is rated so low that an order needs an approval, as the policy has it.
    Computed {
        kind: Some(Kind::Order),
        field: Some(Field {
            key: "low_credit",
            label: Label::new("low credit", "信用偏低"),
            shape: Shape::Bool,
            ..Field::PLAIN
        }),
        key: "low_credit",
        get: |book, row, _| {
            let order = book.get::<Order>(row.id).map(|row| row.record);
            View::Bool(order.is_some_and(|order| orders::is_of_low_credit(book, order)))
        },
    },
    Computed {
        kind: Some(Kind::Proposal),
        field: Some(Field {
            key: "discount",
            label: Label::new("discount", "折扣"),
            shape: Shape::Decimal,
            ..Field::PLAIN
        }),
        key: "discount",
        get: |book, row, _| {
            let proposal = book.get::<Proposal>(row.id).map(|row| row.record);
            let off = proposal.and_then(|it| Offer::of_proposal(book, it).discount());
            off.map_or(View::Absent, View::Decimal)
        },
    },
    Computed {
        kind: Some(Kind::Proposal),
        field: Some(Field {
            key: "over_discount",
            label: Label::new("discount beyond the limit", "折扣超限"),
            shape: Shape::Bool,
            ..Field::PLAIN
        }),
        key: "over_discount",
        get: |book, row, _| {
            let proposal = book.get::<Proposal>(row.id).map(|row| row.record);
            View::Bool(proposal.is_some_and(|it| Offer::of_proposal(book, it).is_beyond_limit()))
        },
    },
    Computed {
        kind: Some(Kind::Payment),
        field: Some(Field {
            key: "outstanding",
            label: Label::new("outstanding", "未收金额"),
            shape: Shape::Decimal,
            ..Field::PLAIN
        }),
        key: "outstanding",
        get: |book, row, _| {
            let payment = book.get::<Payment>(row.id);
            payment.map_or(View::Absent, |it| View::Decimal(it.record.outstanding()))
        },
    },
    // An activity that names a deal alone is about the deal's customer.
    Computed {
        kind: Some(Kind::Activity),
        field: None,
        key: "customer",
        get: |book, row, _| {
            let Some(activity) = book.get::<Activity>(row.id) else { return View::Absent };
            let of_deal = |id| book.get::<Opportunity>(id)?.record.customer.as_deref();
            let own = activity.record.customer.as_deref();
            let id = own.or_else(|| of_deal(activity.record.opportunity.as_deref()?));
            id.map_or(View::Absent, |id| View::Ref(Kind::Customer, id))
        },
    },
    // Nothing written means that no step has been taken yet; what a kind computes itself comes first.
    Computed {
        kind: None,
        field: None,
        key: "status",
        get: |_, row, _| match row.fields.get("status") {
            View::Absent => {
                row.kind.field("status").and_then(Field::first).map_or(View::Absent, View::Key)
            }
            said => said,
        },
    },
];

// In the order of `Phase`.
const PHASES: &[Choice] = &[
    Choice { key: "selling", label: Label::new("selling", "销售") },
    Choice { key: "delivery", label: Label::new("delivery", "交付") },
    Choice { key: "after", label: Label::new("after-sales", "售后") },
];

const _: () = assert!(
    Phase::Selling as usize == 0 && Phase::Delivery as usize == 1 && Phase::After as usize == 2
);

fn deal<'b>(book: &'b Book<'b>, row: AnyRow<'b>) -> Option<&'b Opportunity> {
    book.get::<Opportunity>(row.id).map(|row| row.record)
}

// The amount won in the policy's currency: sums never mix currencies.
fn total(book: &Book<'_>, row: AnyRow<'_>, day: Date) -> Option<Decimal> {
    let history = history::of(book, row.id, day);
    let own = history.totals.iter().find(|total| total.currency() == book.policy().currency());
    own.map(|total| total.to_decimal())
}

fn able<'b>(book: &'b Book<'b>, row: AnyRow<'b>) -> Option<&'b Capacity> {
    book.get::<Customer>(row.id)?.record.capacity.as_deref()
}

/// What is computed in place of, or besides, the field `key` of a kind.
pub(super) fn find(kind: Kind, key: &str) -> Option<&'static Computed> {
    let is_own = |it: &&Computed| it.kind.is_none_or(|own| own == kind) && it.key == key;
    COMPUTED.iter().find(is_own)
}

/// The fields that a kind has besides those of its table, each with its key: `credit.overdue` where
/// it stands in a group.
pub fn fields(kind: Kind) -> impl Iterator<Item = (&'static str, &'static Field)> + Clone {
    let own = COMPUTED.iter().filter(move |it| it.kind == Some(kind));
    own.filter_map(|it| Some((it.key, it.field.as_ref()?)))
}
