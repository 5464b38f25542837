//! Records that change hands: `transfer` and `handover`.

use super::*;
use crate::actions::approve::{self, Decision};
use crate::actions::handover::{self, Options, Stopped};
use crate::actions::transfer::{Taker, Transfer};
use crate::base::text::Text;
use crate::model::approval::Verdict;

const PEOPLE: &[(&str, &str)] = &[
    (
        "members/sun-li.yaml",
        "name: 孙丽\nemail: s@example.com\nrole: sales_rep\nterritory: north\n",
    ),
    (
        "members/gone.yaml",
        "name: 周涛\nemail: z@example.com\nrole: sales_rep\nleft_on: 2026-01-01\n",
    ),
    ("territories/north.yaml", "name: 华北\ndistricts:\n  - \"110000\"  # with its districts\n"),
    ("leads/lead-1.yaml", "name: Globex\nowner: li-wei\n"),
    ("opportunities/acme-0.yaml", WON),
    (
        "tasks/task-1.yaml",
        "what: send the offer\nsubject: opportunity/acme-1\nfrom: boss\nwho: li-wei\ndue: 2026-12-01\n",
    ),
    (
        "tasks/task-2.yaml",
        "what: sent\nsubject: customer/acme\nwho: li-wei\ndue: 2026-10-01\ndone: 2026-10-01\n",
    ),
];

const WON: &str = "customer: acme\nname: CRM\nsource: exhibition\nstage: contract\noutcome: won\n\
    amount: 5.00\nowner: li-wei\nmoves:\n  - {on: 2026-01-08, stage: contract, outcome: won}\n\
    closed: {on: 2026-01-08, owner: li-wei, amount: 5.00}\n";

fn people(files: &[(&str, &str)]) -> Memory {
    book(&[PEOPLE, files].concat())
}

fn transfer(
    tree: &Memory,
    me: &str,
    (kind, name): (Kind, &str),
    to: Option<&str>,
    day: &str,
) -> Result<Done, Refused> {
    let to = to.map(id);
    act(tree, me, |book, actor| {
        // The records that are read live as long as the transfer.
        let taker = to.as_ref().map_or(Taker::Territory(None), Taker::Member);
        let on = Date::parse_iso(day).unwrap();
        let row = book.any(kind, name).unwrap();
        Transfer::new(book, taker, on, "重新分区")?.plan(actor, row)
    })
}

const ACME_DEAL: (Kind, &str) = (Kind::Customer, "acme");

// DEV-REG-1, OPS-1.1
#[test]
fn open_deals_and_tasks_follow_their_customer() {
    let done =
        transfer(&people(&[]), "wang-fang", ACME_DEAL, Some("sun-li"), "2026-11-20").unwrap();
    let step = "+  - {on: 2026-11-20, by: wang-fang, owner: sun-li, reason: 重新分区}\n";
    assert_eq!(
        done.diff,
        format!(
            "-owner: li-wei\n+owner: sun-li\n+moves:\n{step}\
             -owner: li-wei\n+owner: sun-li\n{step}\
             -who: li-wei\n+who: sun-li\n"
        )
    );
    assert_eq!(done.text("opportunities/acme-0.yaml"), WON, "closed deals stay");
    assert!(done.plan.done[0].en.contains("with what hangs on it: 2"));
}

#[test]
fn what_is_another_s_stays_with_the_customer_s_new_owner_or_not() {
    let other =
        ("opportunities/acme-2.yaml", "customer: acme\nstage: potential\nowner: wang-fang\n");
    let done =
        transfer(&people(&[other]), "boss", ACME_DEAL, Some("sun-li"), "2026-11-21").unwrap();
    assert_eq!(done.text(other.0), other.1);
}

#[test]
fn a_deal_alone_goes_without_its_customer() {
    let deal = (Kind::Opportunity, "acme-1");
    let done = transfer(&people(&[]), "boss", deal, Some("sun-li"), "2026-11-21").unwrap();
    assert_eq!(done.text("customers/acme.yaml"), ACME);
    assert!(done.text("tasks/task-1.yaml").contains("who: sun-li"), "its tasks follow");
}

#[test]
fn only_one_s_own_or_a_supervisor_s_word() {
    let tree = people(&[]);
    let as_ = |me: &str| transfer(&tree, me, ACME_DEAL, Some("sun-li"), "2026-11-21").map(|_| ());
    assert_eq!(as_("li-wei"), Ok(()), "one's own");
    assert_eq!(as_("wang-fang"), Ok(()));
    assert_eq!(
        as_("sun-li"),
        Err("forbidden: what is others' is given away by a sales supervisor or above (boss, wang-fang)".into())
    );
    assert!(as_("-").is_err_and(|why| why.contains("--as MEMBER")));
}

#[test]
fn what_cannot_be_given_is_refused_by_name() {
    let tree = people(&[]);
    let to = |what, to| transfer(&tree, "boss", what, to, "2026-11-21").map(|done| done.diff);
    assert_eq!(
        to((Kind::Opportunity, "acme-0"), Some("sun-li")),
        Err("forbidden: a closed deal stays with whom it was closed by".into())
    );
    assert_eq!(
        to(ACME_DEAL, Some("gone")),
        Err("forbidden: 周涛 does not work here any more on 2026-11-21".into())
    );
    assert_eq!(
        to((Kind::Customer, "beta"), None),
        Err("forbidden: it lies in no territory; say who gets it: `--to MEMBER`".into())
    );
    assert_eq!(to(ACME_DEAL, Some("li-wei")), Ok(String::new()), "so already");
}

// DEV-REG-1
#[test]
fn a_territory_s_owner_gets_what_others_have_in_it() {
    let north =
        ("territories/north.yaml", "name: 华北\ndistricts:\n  - \"110000\"\nowner: sun-li\n");
    let by_territory =
        |files: &[(&str, &str)]| transfer(&people(files), "boss", ACME_DEAL, None, "2026-11-21");
    let done = by_territory(&[north]).unwrap();
    assert!(done.text("customers/acme.yaml").contains("owner: sun-li"));
    let team = (
        "territories/north.yaml",
        "name: 华北\ndistricts:\n  - 北京\nowner: sun-li\nteam: north\n",
    );
    assert_eq!(by_territory(&[team]).unwrap().diff, "", "who works the territory keeps it");
    assert_eq!(
        by_territory(&[]).map(|done| done.diff),
        Ok(String::new()),
        "and where nobody works it, everybody may"
    );
}

fn hand_over(
    tree: &Memory,
    me: &str,
    taker: Taker<'static>,
    left: Option<&str>,
) -> Result<Done, Refused> {
    act(tree, me, |book, actor| {
        let left = left.map(|day| Date::parse_iso(day).unwrap());
        let options = Options { taker, reason: "离职", left };
        let planned = handover::plan(book, actor, &id("li-wei"), options);
        planned.map(|planned| planned.plan).map_err(|stopped| match stopped {
            Stopped::Refused(why) => why,
            Stopped::LeftOver(left) => {
                let lines = left.iter().map(|(what, why)| format!("{what}: {}", why.en));
                Refusal::Forbidden(Text::same(lines.collect::<Vec<_>>().join("\n")))
            }
        })
    })
}

fn member(name: &str) -> &'static Id {
    Box::leak(Box::new(id(name)))
}

fn to(name: &str) -> Taker<'static> {
    Taker::Member(member(name))
}

// OPS-1.1, ITS-2.1
#[test]
fn nothing_is_left_with_who_leaves() {
    let files = [
        (
            "members/wu.yaml",
            "name: 吴强\nemail: w@example.com\nrole: sales_rep\nreports_to: li-wei\n",
        ),
        (
            "customers/gamma.yaml",
            "name: Gamma\nservice_team:\n  - li-wei\n  - sun-li\ncollaborators:\n  - li-wei\nowner: wang-fang\n",
        ),
        ("territories/north.yaml", "name: 华北\nowner: li-wei\n"),
    ];
    let done = hand_over(&people(&files), "boss", to("sun-li"), Some("2026-11-30")).unwrap();
    let holds = |path: &str| done.text(path).contains("li-wei");
    assert!(!holds("members/wu.yaml") && !holds("territories/north.yaml"));
    assert_eq!(
        done.text("customers/gamma.yaml"),
        "name: Gamma\nservice_team:\n  - sun-li\ncollaborators:\n  - sun-li\nowner: wang-fang\n"
    );
    assert!(done.text("leads/lead-1.yaml").contains("owner: sun-li"));
    assert!(done.text("members/li-wei.yaml").contains("left_on: 2026-11-30"));
    assert_eq!(done.text("opportunities/acme-0.yaml"), WON, "the credit of closed deals stays");
    assert_eq!(done.text("tasks/task-2.yaml"), PEOPLE[6].1);
    let again = hand_over(&done.tree, "boss", to("sun-li"), None).unwrap();
    assert_eq!(again.diff, "");
    assert_eq!(again.plan.done[0].en, "李伟 has nothing in hand");
}

fn list_of(done: &Done) -> (String, Id) {
    let created = |change: &&crate::base::change::Change| change.path.starts_with("handovers/");
    let path = done.plan.changes.iter().find(created).unwrap().path.to_string();
    let name = path.rsplit('/').next().unwrap().trim_end_matches(".yaml").to_owned();
    (path, id(&name))
}

fn decided(tree: &Memory, me: &str, list: &Id, verdict: Verdict) -> Result<Done, Refused> {
    let decision = Decision { verdict, what: None, note: Some("看过".into()) };
    act(tree, me, |book, actor| approve::plan(book, actor, (Kind::Handover, list), &decision))
}

// OPS-1.1
#[test]
fn giver_and_taker_confirm_the_list() {
    let done = hand_over(&people(&[]), "boss", to("sun-li"), None).unwrap();
    let (path, list) = list_of(&done);
    let text = done.text(&path);
    for line in [
        "on: 2026-11-21\n",
        "from: li-wei\n",
        "to: sun-li\n",
        "reason: 离职\n",
        "  - {record: customer/acme, as: owner}\n",
        "  - {record: task/task-1, as: who}\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(waiting(&done.tree, Kind::Handover, "li-wei"), ["handover_given"]);
    assert_eq!(waiting(&done.tree, Kind::Handover, "sun-li"), ["handover_taken"]);
    assert_eq!(waiting(&done.tree, Kind::Handover, "boss"), [""; 0]);
    // Others confirm nothing, whatever their rank.
    assert_eq!(
        decided(&done.tree, "boss", &list, Verdict::Approved).map(|done| done.diff),
        Err("forbidden: confirmation of who hands over is not yours to decide; it is for the giver (li-wei)"
            .into())
    );
    let tree = decided(&done.tree, "li-wei", &list, Verdict::Approved).unwrap().tree;
    let tree = decided(&tree, "sun-li", &list, Verdict::Approved).unwrap().tree;
    assert_eq!(waiting(&tree, Kind::Handover, "li-wei"), [""; 0]);
    assert_eq!(waiting(&tree, Kind::Handover, "sun-li"), [""; 0]);
    // What is taken from the list afterwards, both confirm again.
    let done = act(&tree, "boss", |book, actor| {
        let less = [assign::parse("items.0=").unwrap()];
        crate::actions::set::plan(book, actor, Kind::Handover, &list, &less)
    });
    let done = done.unwrap();
    assert_eq!(waiting(&done.tree, Kind::Handover, "li-wei"), ["handover_given"]);
    assert_eq!(waiting(&done.tree, Kind::Handover, "sun-li"), ["handover_taken"]);
}

// OPS-1.1: for who is gone the nearest superior confirms; who is away is stood in for.
#[test]
fn a_superior_confirms_for_who_has_left() {
    let done = hand_over(&people(&[]), "boss", to("sun-li"), Some("2026-11-21")).unwrap();
    let (_, list) = list_of(&done);
    assert_eq!(waiting(&done.tree, Kind::Handover, "li-wei"), [""; 0]);
    assert_eq!(waiting(&done.tree, Kind::Handover, "wang-fang"), ["handover_given"]);
    assert!(decided(&done.tree, "wang-fang", &list, Verdict::Approved).is_ok());
    let text = "name: 孙丽\nemail: s@example.com\nrole: sales_rep\naway:\n  \
                - {from: 2026-11-20, until: 2026-11-27, to: boss}\n";
    let away = people(&[("members/sun-li.yaml", text)]);
    let done = hand_over(&away, "boss", to("sun-li"), None).unwrap();
    assert_eq!(waiting(&done.tree, Kind::Handover, "boss"), ["handover_taken"]);
}

// OPS-1.1: what waits for the word of the last who may give it is no less in hand than a customer.
#[test]
fn who_alone_may_decide_does_not_leave_before() {
    let contract =
        ("contracts/con-1.yaml", "opportunity: acme-1\nstatus: in_review\nowner: boss\n");
    let li_wei = "name: 李伟\nemail: li@example.com\nrole: sales_rep\nextra_roles: [legal_counsel]\n\
                  reports_to: wang-fang\n";
    let alone = people(&[contract, ("members/li-wei.yaml", li_wei)]);
    assert_eq!(waiting(&alone, Kind::Contract, "li-wei"), ["contract_legal"]);
    let refused = hand_over(&alone, "boss", to("sun-li"), Some("2026-11-30")).err();
    assert_eq!(
        refused.as_deref(),
        Some(
            "forbidden: contract/con-1: legal review of a contract waits for 李伟 alone; decide it first, or \
             give somebody else the role: `salesops set member/ID extra_roles+=ROLE`"
        )
    );
    assert!(hand_over(&alone, "boss", to("sun-li"), None).is_ok(), "who stays decides on");
    let fang = ("members/fang.yaml", "name: 方正\nemail: f@example.com\nrole: legal_counsel\n");
    let two = people(&[contract, ("members/li-wei.yaml", li_wei), fang]);
    assert!(hand_over(&two, "boss", to("sun-li"), Some("2026-11-30")).is_ok());
}

#[test]
fn each_taker_has_a_list_of_its_own() {
    let north =
        ("territories/north.yaml", "name: 华北\ndistricts:\n  - \"110000\"\nowner: sun-li\n");
    let taker = Taker::Territory(Some(member("wang-fang")));
    let done = hand_over(&people(&[north]), "boss", taker, None).unwrap();
    let lists = done.plan.changes.iter().filter(|it| it.path.starts_with("handovers/"));
    let lists: Vec<String> = lists.map(|change| done.text(&change.path)).collect();
    assert_eq!(lists.len(), 2);
    assert!(lists[0].contains("to: sun-li\n") && lists[0].contains("record: customer/acme,"));
    assert!(lists[1].contains("to: wang-fang\n") && lists[1].contains("record: lead/lead-1,"));
    assert!(!lists[1].contains("customer/acme"));
}

#[test]
fn who_takes_over_from_their_head_gets_the_next_one_up() {
    let wu = (
        "members/wu.yaml",
        "name: 吴强\nemail: w@example.com\nrole: sales_rep\nreports_to: li-wei\n",
    );
    let done = hand_over(&people(&[wu]), "boss", to("wu"), None).unwrap();
    assert!(done.text("members/wu.yaml").contains("reports_to: wang-fang"));
    assert!(done.plan.next.is_some_and(|next| next.en.contains("left_on=DATE")));
}

#[test]
fn what_has_no_taker_is_named_and_nothing_is_written() {
    let north =
        ("territories/north.yaml", "name: 华北\ndistricts:\n  - \"110000\"\nowner: sun-li\n");
    let by = |otherwise| hand_over(&people(&[north]), "boss", Taker::Territory(otherwise), None);
    assert_eq!(
        by(None).map(|done| done.diff),
        Err("forbidden: lead/lead-1: it lies in no territory; say who gets it: `--to MEMBER`"
            .into())
    );
    let done = by(Some(member("wang-fang"))).unwrap();
    assert!(done.text("leads/lead-1.yaml").contains("owner: wang-fang"));
    assert!(done.text("customers/acme.yaml").contains("owner: sun-li"));
    assert!(done.text("tasks/task-1.yaml").contains("who: sun-li"));
    assert!(hand_over(&people(&[]), "boss", to("li-wei"), None).is_err());
    assert!(hand_over(&people(&[]), "sun-li", to("sun-li"), None).is_err());
}
