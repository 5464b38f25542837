//! The records around a deal: leads, contracts, orders, payments, tickets, tasks. Those that another
//! system would hold came from there, as in a company that begins with what it has.

use super::Rng;
use super::names::{code, company, person};
use super::records::{Counts, DAYS, FOLDER, PRODUCTS, day, entered, line};
use super::words::{GIVEN, NEEDS, STEPS, SURNAMES, TALKS};

/// Whose a record is, and when it came about.
struct Paper<'c> {
    counts: &'c Counts,
    at: usize,
    /// The day, from the first of the book.
    on: i64,
    customer: usize,
    owner: usize,
}

impl<'c> Paper<'c> {
    // `spread` has no divisor in common with the number of days, so that they are all used alike.
    fn of(counts: &'c Counts, at: usize, spread: usize) -> Paper<'c> {
        let customer = counts.customer_of(at);
        let (on, owner) = ((at * spread) as i64 % DAYS, counts.owner_of(customer));
        Paper { counts, at, on, customer, owner }
    }

    fn customer(&self) -> String {
        company(self.customer).1
    }

    fn owner(&self) -> String {
        person(self.owner).1
    }

    /// Its path and text, by who entered it here.
    fn written(&self, folder: &str, prefix: &str, mut text: String) -> (String, String) {
        line!(text, "{}", entered(self.on, self.counts, self.owner));
        let short = day(self.on).to_string().replace('-', "");
        let (group, code) = (self.at / FOLDER, code(self.at));
        (format!("{folder}/{group:03}/{prefix}-{}-{code}.yaml", &short[2..]), text)
    }

    /// Its path and text, with its owner and the system that it came from.
    fn imported(
        &self,
        folder: &str,
        prefix: &str,
        from: &str,
        mut text: String,
    ) -> (String, String) {
        let (at, on) = (self.at, day(self.on));
        line!(text, "\nowner: {}", self.owner());
        line!(text, "imported: {{from: {from}, key: {from}-{at}, on: {on}}}");
        self.written(folder, prefix, text)
    }
}

/// The path and text of a lead that came in of late, or of one that was settled long ago.
pub fn lead(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let paper = Paper::of(counts, at, 7919);
    let on = paper.on;
    let mut text = format!("name: {} {}\ncontact:\n", company(at * 31).0, code(at));
    line!(text, "  name: {}{}", rng.pick(&SURNAMES).0, rng.pick(&GIVEN).0);
    line!(text, "  phone: \"139{:08}\"", rng.below(100_000_000));
    line!(text, "source: {}", rng.pick(&["exhibition", "market_research", "outbound_call"]));
    line!(text, "received_at: {}T10:00:00+08:00\nneed: {}", day(on), rng.pick(&NEEDS));
    line!(text, "need_clarity: {}", rng.pick(&["clear", "partly", "unclear"]));
    match rng.percent(70) {
        true => line!(text, "\nstatus: abandoned\nabandon_reason: {}", rng.pick(&TALKS)),
        false => line!(text, "\nstatus: nurturing"),
    }
    paper.imported("leads", "lead", "fair", text)
}

/// A contract of a deal.
pub fn contract(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let paper = Paper::of(counts, at, 104_729);
    let on = paper.on;
    let amount = 1000 * (20 + rng.below(900));
    let mut text = format!("opportunity: {}\ncustomer: {}\n", counts.deal_id(at), paper.customer());
    line!(
        text,
        "title: {}合同\nterms:\n  rights: 按约使用\n  duties: 按期交付付款",
        PRODUCTS[at % 6].1
    );
    line!(text, "payment_schedule:\n  - {{due: {}, amount: {amount}.00}}", day(on + 30));
    line!(text, "\nstatus: ended\nsigned_on: {}\namount: {amount}.00\ncurrency: CNY", day(on));
    paper.imported("contracts", "con", "oa", text)
}

/// An order of a customer.
pub fn order(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let paper = Paper::of(counts, at, 15_485_863);
    let on = paper.on;
    let mut text = format!("customer: {}\npayment_terms: 月结三十天\n", paper.customer());
    line!(text, "\nstatus: {}", rng.pick(&["closed", "closed", "accepted", "cancelled"]));
    line!(text, "delivery_due: {0}\ndelivered_on: {0}\ncurrency: CNY\nlines:", day(on));
    for product in PRODUCTS.iter().take(1 + rng.below(4)) {
        let (qty, price) = (1 + rng.below(20), 100 * (5 + rng.below(900)));
        line!(text, "  - product: {}\n    qty: {qty}\n    price: {price}.00", product.0);
    }
    paper.imported("orders", "ord", "erp", text)
}

/// A payment of a customer, most of them paid.
pub fn payment(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let paper = Paper::of(counts, at, 32_452_843);
    let on = paper.on;
    let amount = 100 * (20 + rng.below(900));
    let mut text = format!("customer: {}\nwhat: 货款\n", paper.customer());
    let is_paid = rng.percent(90);
    if is_paid {
        line!(text, "\nstatus: paid");
    }
    line!(text, "due: {}\namount: {amount}.00\ncurrency: CNY", day(on));
    if is_paid {
        line!(text, "received:\n  - {{amount: {amount}.00, on: {}}}", day(on));
    }
    paper.imported("payments", "pay", "erp", text)
}

/// What a customer asked the service.
pub fn ticket(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let paper = Paper::of(counts, at, 49_979_687);
    let on = paper.on;
    let mut text = format!("customer: {}\nproduct: {}\n", paper.customer(), PRODUCTS[at % 6].0);
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
    line!(text, "resolved_at: {}T16:00:00+08:00", day(on));
    paper.imported("tickets", "tic", "hotline", text)
}

/// Something that somebody promised.
pub fn task(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let paper = Paper::of(counts, at, 67_867_967);
    let on = paper.on;
    let mut text = format!("what: {}\nsubject: customer/{}\n", rng.pick(&STEPS), paper.customer());
    line!(text, "\nwho: {}\ndue: {}", paper.owner(), day(on + 5));
    if rng.percent(85) {
        line!(text, "\ndone: {}", day(on));
    }
    paper.written("tasks", "task", text)
}
