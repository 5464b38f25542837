//! Steps of a record's life, and verdicts on it.

use super::*;
use crate::actions::approve::{self, Decision};
use crate::actions::step::Options;
use crate::model::approval::Verdict;

const CONTRACT: &str = "contracts/con-1.yaml";

const DRAFT: &str = "\
# the second phase
opportunity: acme-1
customer: acme
terms:
  rights: 甲方使用软件  # as agreed
  duties: 乙方按期交付
delivery_due: 2027-03-31
payment_schedule:
  - {due: 2026-12-31, amount: 480000.00}

amount: 480000.00

owner: li-wei
";

const PEOPLE: &[(&str, &str)] = &[
    ("members/fang.yaml", "name: 方正\nemail: f@example.com\nrole: legal_counsel\n"),
    (
        "members/qian.yaml",
        "name: 钱雪\nemail: q@example.com\nrole: finance\naway:\n  \
         - {from: 2026-11-20, until: 2026-11-25, to: boss}\n",
    ),
];

fn papers() -> Memory {
    let mut files = PEOPLE.to_vec();
    files.push((CONTRACT, DRAFT));
    book(&files)
}

fn take_on(tree: &Memory, me: &str, name: &str, options: &Options) -> Result<Done, Refused> {
    take(tree, me, (Kind::Contract, "con-1"), name, options)
}

fn decide(tree: &Memory, me: &str, verdict: Verdict, note: Option<&str>) -> Result<Done, Refused> {
    let decision = Decision { verdict, what: None, note: note.map(str::to_owned) };
    let con = id("con-1");
    act(tree, me, |book, actor| approve::plan(book, actor, (Kind::Contract, &con), &decision))
}

fn in_review() -> Memory {
    take_on(&papers(), "li-wei", "review", &Options::default()).unwrap().tree
}

#[test]
fn a_step_changes_the_status_and_says_so_in_the_moves() {
    // OPS-4.6.1
    let done = take_on(&papers(), "li-wei", "送审", &Options::default()).unwrap();
    // Judged twice, it would be told of twice.
    assert_eq!(done.plan.touched, [(Kind::Contract, id("con-1"))]);
    assert_eq!(
        done.diff,
        "+status: in_review\n+moves:\n+  - {on: 2026-11-21, by: li-wei, status: in_review}\n"
    );
    assert_eq!(done.plan.done[0].en, "contract/con-1 (Acme): draft → in review");
    assert_eq!(done.plan.done[0].zh, "contract/con-1（Acme）：草稿 → 审核中");
}

#[test]
fn a_step_is_taken_from_its_statuses_only() {
    let why = take_on(&papers(), "li-wei", "sign", &Options::default()).err().unwrap();
    assert_eq!(
        why,
        "forbidden: contract/con-1 is draft: no step `sign` from there; what may follow: review"
    );
    let why = take_on(&in_review(), "li-wei", "revise", &Options::default()).err().unwrap();
    assert_eq!(why, "forbidden: say why: `salesops contract revise contract/con-1 --reason TEXT`");
    let on = Options { on: Some("2026-11-22".into()), ..Options::default() };
    let why = take_on(&papers(), "li-wei", "review", &on).err().unwrap();
    assert_eq!(why, "cannot: 2026-11-22 is still to come");
}

#[test]
fn nothing_is_signed_before_everybody_has_approved() {
    // OPS-4.6.1, OPS-4.6.2
    let ready = given(&[
        "terms_explained.by=me",
        "identity_verified.method=营业执照",
        "signatory.name=张三",
        "signatory.authorisation=授权书",
    ]);
    let tree = in_review();
    let why = take_on(&tree, "li-wei", "sign", &ready).err().unwrap();
    assert!(why.contains("legal review of a contract is missing"), "{why}");
    assert!(why.contains("financial review of a contract is missing"), "{why}");
    let tree = decide(&tree, "fang", Verdict::Approved, None).unwrap().tree;
    // 钱雪 is away and has named the head to decide instead.
    let done = decide(&tree, "boss", Verdict::Approved, None).unwrap();
    let verdict = done.text(&done.plan.changes[0].path);
    assert!(verdict.contains("by: boss\non_behalf_of: qian\n"), "{verdict}");
    let why = take_on(&done.tree, "li-wei", "sign", &Options::default()).err().unwrap();
    assert!(why.contains("nobody has explained the terms") && !why.contains("review"), "{why}");
    let signed = take_on(&done.tree, "li-wei", "sign", &ready).unwrap();
    // What is signed stands fast.
    let why = set(&signed.tree, Kind::Contract, "con-1", &["amount=1"]).err().unwrap();
    assert!(why.starts_with("forbidden: `amount` of contract/con-1 stands fast by now"), "{why}");
    assert!(set(&signed.tree, Kind::Contract, "con-1", &["distribution+=tech"]).is_ok());
    assert!(signed.diff.contains("+signed_on: 2026-11-21\n"), "{}", signed.diff);
    assert!(signed.diff.contains("+terms_explained: {by: li-wei, on: 2026-11-21}\n"));
    assert!(signed.diff.contains("+our_signatory: li-wei\n"));
    // A gate that cannot be waived is not.
    let waive = Options { waive: vec!["approved".into()], reason: Some("eilt".into()), ..ready };
    let why = take_on(&tree, "li-wei", "sign", &waive).err().unwrap();
    assert_eq!(why, "forbidden: the gate `approved` cannot be waived");
}

#[test]
fn a_change_of_what_was_approved_voids_it() {
    // OPS-4.6.1: the lawyer has read other terms than there are now; the amount is as it was.
    let tree = decide(&in_review(), "fang", Verdict::Approved, None).unwrap().tree;
    let mut tree = decide(&tree, "boss", Verdict::Approved, None).unwrap().tree;
    let text = String::from_utf8(tree.read(CONTRACT).unwrap()).unwrap();
    tree.insert(CONTRACT, text.replace("乙方按期交付", "乙方择期交付").into());
    let why = take_on(&tree, "li-wei", "sign", &Options::default()).err().unwrap();
    assert!(why.contains("legal review of a contract by fang on 2026-11-21 is void"), "{why}");
    assert!(!why.contains("financial review"), "{why}");
    let again = decide(&tree, "fang", Verdict::Approved, None).unwrap().tree;
    let why = take_on(&again, "li-wei", "sign", &Options::default()).err().unwrap();
    assert!(!why.contains("void"), "{why}");
}

#[test]
fn nobody_decides_what_is_not_theirs_to_decide() {
    let tree = in_review();
    let why = decide(&tree, "wang-fang", Verdict::Approved, None).err().unwrap();
    assert_eq!(
        why,
        "forbidden: legal review of a contract is not yours to decide; it is for legal counsel (fang)"
    );
    // Their own least of all, whatever their role.
    let mut own = in_review();
    let text = String::from_utf8(own.read(CONTRACT).unwrap()).unwrap();
    own.insert(CONTRACT, text.replace("owner: li-wei", "owner: fang").into());
    let why = decide(&own, "fang", Verdict::Approved, None).err().unwrap();
    assert_eq!(
        why,
        "forbidden: nobody approves what is their own: contract/con-1 is for legal counsel (nobody may yet: `salesops set member/ID extra_roles+=legal_counsel`)"
    );
    let why = decide(&tree, "fang", Verdict::Rejected, None).err().unwrap();
    assert_eq!(why, "forbidden: say why: `salesops reject contract/con-1 TEXT`");
}

#[test]
fn a_rejection_holds_until_something_changes() {
    let tree = decide(&in_review(), "fang", Verdict::Rejected, Some("条款不清")).unwrap().tree;
    let why = take_on(&tree, "li-wei", "sign", &Options::default()).err().unwrap();
    assert!(why.contains("was refused by fang on 2026-11-21"), "{why}");
    let revise = Options { reason: Some("条款不清".into()), ..Options::default() };
    let back = take_on(&tree, "li-wei", "revise", &revise).unwrap();
    assert!(back.diff.contains("status: draft, reason: 条款不清}"), "{}", back.diff);
    // Whoever refused it may change their mind.
    let tree = decide(&tree, "fang", Verdict::Approved, None).unwrap().tree;
    let why = take_on(&tree, "li-wei", "sign", &Options::default()).err().unwrap();
    assert!(!why.contains("legal"), "{why}");
    // A refusal is of what was read then: an approval of what stands there now counts, however it came
    // to stand there again.
    let mut other = decide(&tree, "boss", Verdict::Approved, None).unwrap().tree;
    let text = String::from_utf8(other.read(CONTRACT).unwrap()).unwrap();
    other.insert(CONTRACT, text.replace("480000.00", "470000.00").into());
    let mut back = decide(&other, "boss", Verdict::Rejected, Some("太低")).unwrap().tree;
    back.insert(CONTRACT, text.into());
    let why = take_on(&back, "li-wei", "sign", &Options::default()).err().unwrap();
    assert!(!why.contains("financial"), "{why}");
}

#[test]
fn fields_of_a_step_are_set_by_it_alone() {
    let signed = [assign::parse("signed_on=today").unwrap()];
    let set = |book: &Book<'_>, actor: &mut Actor<'_>| {
        crate::actions::set::plan(book, actor, Kind::Contract, &id("con-1"), &signed)
    };
    let why = act(&papers(), "li-wei", set).err().unwrap();
    assert_eq!(
        why,
        "forbidden: `signed_on` is not set by hand; `salesops contract sign` writes it"
    );
}

#[test]
fn deals_wait_for_approvals_too() {
    // Domain table (d): the policy of a company asks for the head's word before large deals move.
    let asked = |step: &str| {
        let (_, policy) = BOOK[0];
        let text = format!(
            "{policy}[approval.large]\nen = \"large deal\"\nzh = \"大单\"\nkind = \"opportunity\"\n\
             step = \"{step}\"\nwhen = \"amount:400000..\"\nlevel = 2\ncovers = [\"amount\"]\n"
        );
        book(&[("salesops.toml", &text)])
    };
    let approve = |tree: &Memory| {
        let decision = Decision { verdict: Verdict::Approved, what: None, note: None };
        let deal = id("acme-1");
        let done = act(tree, "boss", |book, actor| {
            approve::plan(book, actor, (Kind::Opportunity, &deal), &decision)
        });
        done.unwrap().tree
    };
    let advance = |tree: &Memory| {
        act(tree, "li-wei", |book, actor| {
            crate::actions::advance::plan(book, actor, &id("acme-1"), &Default::default())
        })
    };
    let close = |tree: &Memory, outcome, reason: Option<&str>| {
        let options = crate::actions::close::Options {
            reason: reason.map(str::to_owned),
            ..Default::default()
        };
        act(tree, "li-wei", |book, actor| {
            crate::actions::close::plan(book, actor, &id("acme-1"), outcome, &options)
        })
    };
    use crate::model::common::Outcome::{Lost, Won};
    let missing = "approved: large deal is missing; it is for level 2 or above (boss)";
    let tree = asked("negotiation");
    assert_eq!(advance(&tree).err().as_deref(), Some(missing));
    assert!(advance(&approve(&tree)).is_ok());
    let tree = asked("win");
    assert!(advance(&tree).is_ok());
    assert_eq!(close(&tree, Won, None).err().as_deref(), Some(missing));
    assert!(close(&approve(&tree), Won, None).is_ok());
    let tree = asked("lose");
    assert_eq!(close(&tree, Lost, Some("price")).err().as_deref(), Some(missing));
    assert!(close(&approve(&tree), Lost, Some("price")).is_ok());
}

// DEV-REG-4
#[test]
fn a_dispute_is_ruled_by_headquarters() {
    let open = "customer: acme\nwhat: 谁先接触\nparties:\n  - li-wei\n  - wang-fang\nfacts:\n  - 李伟 6 月首访\n\
                ruling:\n  to: li-wei\n  reason: 先开发\n\nowner: wang-fang\n";
    let hq = "name: 总部\nemail: hq@example.com\nrole: headquarters\n";
    let tree = book(&[("disputes/dis-1.yaml", open), ("members/hq.yaml", hq)]);
    let of = (Kind::Dispute, "dis-1");
    let why = take(&tree, "li-wei", of, "rule", &Options::default()).err().unwrap();
    assert!(why.contains("ruling on a dispute is missing; it is for headquarters (hq)"), "{why}");
    let decision = Decision { verdict: Verdict::Approved, what: None, note: None };
    let approve = |book: &Book<'_>, actor: &mut Actor<'_>| {
        approve::plan(book, actor, (Kind::Dispute, &id("dis-1")), &decision)
    };
    let why = act(&tree, "wang-fang", approve).err().unwrap();
    assert_eq!(
        why,
        "forbidden: nobody approves what is their own: dispute/dis-1 is for headquarters (hq)"
    );
    let tree = act(&tree, "hq", approve).unwrap().tree;
    let ruled = take(&tree, "hq", of, "rule", &Options::default()).unwrap();
    assert!(ruled.diff.contains("+status: ruled\n"), "{}", ruled.diff);
    let why = set(&ruled.tree, Kind::Dispute, "dis-1", &["ruling.to=wang-fang"]).err().unwrap();
    assert!(why.contains("`salesops dispute reopen dispute/dis-1 --reason TEXT`"), "{why}");
}
