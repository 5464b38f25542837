//! Opportunities: what the gates of their stage ask for, their moves and their close.

use salesops::base::date::Date;

use super::Rng;
use super::names::{company, person};
use super::records::{ACTIVITY, Counts, DAYS, FOLDER, PRODUCTS, day, entered, line, next};
use super::words::{NEEDS, TALKS};

const STAGES: [&str; 6] =
    ["potential", "interested", "needs_confirmed", "solution", "negotiation", "contract"];

/// The path and text of an opportunity.
pub fn opportunity(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let customer = counts.customer_of(at);
    let owner = person(counts.owner_of(customer)).1;
    let outcome = match rng.below(100) {
        0..60 => "open",
        60..80 => "won",
        80..95 => "lost",
        _ => "suspended",
    };
    let rank = if outcome == "won" { 5 } else { rng.below(6) };
    let product = rng.pick(&PRODUCTS);
    let amount = 1000 * (20 + rng.below(900));
    let mut text =
        format!("customer: {}\nname: {} {}\n", company(customer).1, company(customer).0, product.1);
    line!(
        text,
        "type: {}\nsource: {}",
        rng.pick(&["new", "repeat", "upsell"]),
        rng.pick(&["market_campaign", "customer_referral", "telemarketing", "exhibition"])
    );
    evidence(&mut text, rank, rng);
    line!(text, "\nstage: {}", STAGES[rank]);
    if outcome != "open" {
        line!(text, "outcome: {outcome}");
    }
    line!(text, "\namount: {amount}.00\ncurrency: CNY");
    if rng.percent(40) {
        line!(text, "lines:\n  - product: {}\n    qty: 1\n    price: {amount}.00", product.0);
    }
    line!(text, "expected_close: {}", day(DAYS + rng.below(200) as i64 - 60));
    line!(text, "\nowner: {owner}");
    if outcome == "open" {
        next(&mut text, rng, "\n");
    }
    if rng.percent(30) {
        line!(
            text,
            "tags:\n  decision_style: {}\n  champion: \"{}\"",
            rng.pick(&["boss", "committee"]),
            rng.pick(&["yes", "no"])
        );
    }
    let begun = rng.below(500) as i64;
    let talked = at < counts.tables[ACTIVITY];
    let last = moves(&mut text, &owner, rank, outcome, begun, talked);
    if outcome == "won" || outcome == "lost" {
        line!(
            text,
            "closed: {{on: {last}, by: {owner}, owner: {owner}, amount: {amount}.00, currency: CNY}}"
        );
    }
    if outcome == "lost" {
        line!(text, "lost_reason: {}", rng.pick(&["price", "budget", "competitor", "timing"]));
    }
    if last < day(DAYS - 30) && (outcome == "won" || outcome == "lost") {
        line!(
            text,
            "lesson:\n  {}: {}",
            if outcome == "won" { "worked" } else { "failed" },
            rng.pick(&TALKS)
        );
    }
    line!(text, "{}", entered(begun, counts, counts.owner_of(customer)));
    (format!("opportunities/{:03}/{}.yaml", at / FOLDER, counts.deal_id(at)), text)
}

// What the gates up to the stage ask for; those of `solution` are waived in its move.
fn evidence(text: &mut String, rank: usize, rng: &mut Rng) {
    if rank >= 1 {
        line!(text, "interest_evidence: {}", rng.pick(&TALKS));
        let need = rng.pick(&NEEDS);
        if rng.percent(10) {
            line!(text, "needs:\n  summary: |-\n    {}\n    {}", need, rng.pick(&TALKS));
        } else {
            line!(text, "needs:\n  summary: {need}");
        }
        line!(text, "  objective: 上线三个月见效\ncompetition:\n  none_known: true");
    }
    if rank >= 2 {
        let (feasibility, back) = (1 + rng.below(5), 1 + rng.below(5));
        line!(text, "evaluation:\n  feasibility: {feasibility}\n  return: {back}");
        line!(text, "  probability: {}\ngrade: {}", 5 * (1 + rng.below(19)), rng.pick(&["B", "C"]));
    }
}

// The last day of the moves that lead to the stage and the outcome.
fn moves(
    text: &mut String,
    by: &str,
    rank: usize,
    outcome: &str,
    begun: i64,
    talked: bool,
) -> Date {
    line!(text, "moves:");
    let first = rank.min(1);
    let mut last = day(begun);
    for (step, stage) in STAGES[first..=rank].iter().enumerate() {
        last = day(begun + 25 * step as i64);
        let waived = match *stage {
            "solution" => ", waived: [budget, purchasing-process, alignment]",
            _ if step == 0 && !talked => ", waived: [first-contact]",
            _ => "",
        };
        line!(text, "  - {{on: {last}, by: {by}, stage: {stage}{waived}}}");
    }
    if outcome != "open" {
        last = last.add_days(20);
        line!(text, "  - {{on: {last}, by: {by}, outcome: {outcome}}}");
    }
    last
}
