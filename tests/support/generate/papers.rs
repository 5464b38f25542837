//! The records around a deal: leads, contracts, orders, payments, tickets, tasks. Those that another
//! system would hold came from there, as in a company that begins with what it has.

use super::Rng;
use super::names::{code, company, person};
use super::records::{Counts, DAYS, FOLDER, PRODUCTS, day, entered, line};
use super::words::{GIVEN, NEEDS, STEPS, SURNAMES, TALKS};

/// The path and text of a lead that came in of late, or of one that was settled long ago.
pub fn lead(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let on = (at * 7919) as i64 % (DAYS - 3);
    let date = day(on);
    let owner = counts.owner_of(at);
    let mut text = format!("name: {} {}\ncontact:\n", company(at * 31).0, code(at));
    line!(text, "  name: {}{}", rng.pick(&SURNAMES).0, rng.pick(&GIVEN).0);
    line!(text, "  phone: \"139{:08}\"", rng.below(100_000_000));
    line!(text, "source: {}", rng.pick(&["exhibition", "market_research", "outbound_call"]));
    line!(text, "received_at: {date}T10:00:00+08:00\nneed: {}", rng.pick(&NEEDS));
    line!(text, "need_clarity: {}", rng.pick(&["clear", "partly", "unclear"]));
    match rng.percent(70) {
        true => line!(text, "\nstatus: abandoned\nabandon_reason: {}", rng.pick(&TALKS)),
        false => line!(text, "\nstatus: nurturing"),
    }
    line!(text, "\nowner: {}", person(owner).1);
    line!(text, "{}\n{}", imported("fair", at, on), entered(on, counts, owner));
    (dated("leads", "lead", on, at), text)
}

/// A contract of a deal.
pub fn contract(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let on = (at * 104_729) as i64 % DAYS;
    let customer = counts.customer_of(at);
    let owner = counts.owner_of(customer);
    let amount = 1000 * (20 + rng.below(900));
    let mut text =
        format!("opportunity: {}\ncustomer: {}\n", counts.deal_id(at), company(customer).1);
    line!(
        text,
        "title: {}合同\nterms:\n  rights: 按约使用\n  duties: 按期交付付款",
        PRODUCTS[at % 6].1
    );
    line!(text, "payment_schedule:\n  - {{due: {}, amount: {amount}.00}}", day(on + 30));
    line!(text, "\nstatus: ended\nsigned_on: {}\namount: {amount}.00\ncurrency: CNY", day(on));
    line!(text, "\nowner: {}", person(owner).1);
    line!(text, "{}\n{}", imported("oa", at, on), entered(on, counts, owner));
    (dated("contracts", "con", on, at), text)
}

/// An order of a customer.
pub fn order(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let on = (at * 15_485_863) as i64 % DAYS;
    let customer = counts.customer_of(at);
    let owner = counts.owner_of(customer);
    let mut text = format!("customer: {}\npayment_terms: 月结三十天\n", company(customer).1);
    line!(text, "\nstatus: {}", rng.pick(&["closed", "closed", "accepted", "cancelled"]));
    line!(text, "delivery_due: {0}\ndelivered_on: {0}\ncurrency: CNY\nlines:", day(on));
    for product in PRODUCTS.iter().take(1 + rng.below(4)) {
        let (qty, price) = (1 + rng.below(20), 100 * (5 + rng.below(900)));
        line!(text, "  - product: {}\n    qty: {qty}\n    price: {price}.00", product.0);
    }
    line!(text, "\nowner: {}", person(owner).1);
    line!(text, "{}\n{}", imported("erp", at, on), entered(on, counts, owner));
    (dated("orders", "ord", on, at), text)
}

/// A payment of a customer, most of them paid.
pub fn payment(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let on = (at * 32_452_843) as i64 % DAYS;
    let customer = counts.customer_of(at);
    let owner = counts.owner_of(customer);
    let amount = 100 * (20 + rng.below(900));
    let mut text = format!("customer: {}\nwhat: 货款\n", company(customer).1);
    let is_paid = rng.percent(90);
    if is_paid {
        line!(text, "\nstatus: paid");
    }
    line!(text, "due: {}\namount: {amount}.00\ncurrency: CNY", day(on));
    if is_paid {
        line!(text, "received:\n  - {{amount: {amount}.00, on: {}}}", day(on));
    }
    line!(text, "\nowner: {}", person(owner).1);
    line!(text, "{}\n{}", imported("erp", at, on), entered(on, counts, owner));
    (dated("payments", "pay", on, at), text)
}

/// What a customer asked the service.
pub fn ticket(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let on = (at * 49_979_687) as i64 % DAYS;
    let customer = counts.customer_of(at);
    let owner = counts.owner_of(customer);
    let mut text = format!("customer: {}\nproduct: {}\n", company(customer).1, PRODUCTS[at % 6].0);
    line!(
        text,
        "what: {}\ntype: {}",
        rng.pick(&TALKS),
        rng.pick(&["inquiry", "repair", "feedback"])
    );
    line!(
        text,
        "channel: hotline\nseverity: normal\nanalysis: {}\nsolution: 已指导处理",
        rng.pick(&TALKS)
    );
    line!(text, "feedback_to_customer: {{channel: 电话, on: {}}}", day(on));
    line!(text, "satisfaction: {{score: {}, asked_on: {}}}", 3 + rng.below(3), day(on));
    line!(text, "\nstatus: closed\nfirst_response_at: {0}T14:00:00+08:00", day(on));
    line!(text, "resolved_at: {}T16:00:00+08:00\n\nowner: {}", day(on), person(owner).1);
    line!(text, "{}\n{}", imported("hotline", at, on), entered(on, counts, owner));
    (dated("tickets", "tic", on, at), text)
}

/// Something that somebody promised.
pub fn task(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let on = (at * 67_867_967) as i64 % DAYS;
    let customer = counts.customer_of(at);
    let owner = counts.owner_of(customer);
    let mut text =
        format!("what: {}\nsubject: customer/{}\n", rng.pick(&STEPS), company(customer).1);
    line!(text, "\nwho: {}\ndue: {}", person(owner).1, day(on + 5));
    if rng.percent(85) {
        line!(text, "\ndone: {}", day(on));
    }
    line!(text, "{}", entered(on, counts, owner));
    (dated("tasks", "task", on, at), text)
}

fn imported(from: &str, at: usize, on: i64) -> String {
    format!("imported: {{from: {from}, key: {from}-{at}, on: {}}}", day(on))
}

fn dated(folder: &str, prefix: &str, on: i64, at: usize) -> String {
    let date = day(on);
    let short = date.to_string().replace('-', "");
    format!("{folder}/{:03}/{prefix}-{}-{}.yaml", at / FOLDER, &short[2..], code(at))
}
