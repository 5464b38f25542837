//! Actions over a book whose files are full of comments. Each is carried out as a command does it,
//! and what it changes is told line by line: every other line stays as it is.

mod add;
mod advance;
mod assess;
mod audits;
mod bulk;
mod close;
mod convert;
mod grade;
mod judging;
mod leads;
mod log;
mod merge;
mod orders;
mod payments;
mod people;
mod pool;
mod rename;
mod set;
mod steps;
mod tickets;
mod values;
mod verify;

use similar::{ChangeTag, TextDiff};

use super::{Actor, Plan, Refusal, assign, judge, step};
use crate::base::date::{Date, Instant};
use crate::base::finding::{Finding, Level};
use crate::base::id::{Entropy, Id};
use crate::base::kind::Kind;
use crate::book::Book;
use crate::flow::{inbox, life};
use crate::rules::{Cx, Scope, check};
use crate::store::{Memory, Tree};

const DEAL: &str = "opportunities/acme-1.yaml";

/// A book without errors, of a company that asks for no papers before a deal is won.
const BOOK: &[(&str, &str)] = &[
    (
        "salesops.toml",
        "format = 1\nwin_gates = []\n[stage.needs_confirmed]\n\
         gates = [\"evaluation\", \"task-force\", \"dealer-capacity\", \"decision-maker\"]\n[stage.negotiation]\ngates = [\"price\"]\n\
         [stage.contract]\ngates = [\"price\"]\n[stage.delivery]\ngates = [\"won\"]\n[stage.after_sales]\ngates = [\"won\"]\n",
    ),
    ("members/boss.yaml", "name: 赵敏\nemail: zhao@example.com\nrole: sales_manager\n"),
    (
        "members/li-wei.yaml",
        "# north\nname: 李伟\nemail: li@example.com\nrole: sales_rep\nreports_to: wang-fang\n\
         team: north  # since May\n",
    ),
    (
        "members/wang-fang.yaml",
        "name: 王芳\nemail: wang@example.com\nrole: sales_supervisor\nreports_to: boss\n",
    ),
    ("territories/north.yaml", "name: 华北\ndistricts:\n  - \"110000\"\n"),
    ("products/crm.yaml", "name: CRM\ncategory: software\n"),
    ("products/erp.yaml", "name: ERP\ncategory: software\n"),
    ("tags/customer.vip.yaml", "label: {en: VIP, zh: 贵宾}\ntype: yes_no\n"),
    ("tags/customer.score.yaml", "label: {en: score, zh: 评分}\ntype: number\n"),
    ("tags/customer.since.yaml", "label: {en: since, zh: 起始}\ntype: date\n"),
    ("tags/customer.motto.yaml", "label: {en: motto, zh: 口号}\ntype: text\n"),
    (
        "tags/customer.style.yaml",
        "label: {en: style, zh: 决策方式}\ntype: choice\nmany: true\nvalues:\n  \
         - {key: committee, en: by committee, zh: 集体决策}\n  - {key: single, aliases: [boss]}\n",
    ),
    ("customers/acme.yaml", ACME),
    (
        "customers/beta.yaml",
        "name: Beta\ntype: sme\ncontacts:\n  - id: c-1\n    name: 李四\n    primary: true\n\
         industry: C39\nowner: wang-fang\n",
    ),
    (DEAL, DEAL_TEXT),
    (
        "opportunities/beta-1.yaml",
        "# priced by line\ncustomer: beta\nname: CRM for Beta\nsource: exhibition\n\
         stage: potential\nlines:\n  - product: crm\n    qty: 2\n    price: 100.00  # list\n  \
         - product: erp\n    price: 50.00\nowner: wang-fang\nnext:\n  on: 2026-11-24\n",
    ),
    ("activities/2026/10/act-1.yaml", CALL),
    (
        "activities/2026/10/act-2.yaml",
        "type: call\non: 2026-10-07\ncustomer: acme\nmember: li-wei\ncontent: hello\n",
    ),
    (
        "activities/2026/10/act-3.yaml",
        "type: call\non: 2026-10-07\ncustomer: beta\nmember: wang-fang\ncontent: hello\n",
    ),
];

const ACME: &str = "\
# 华北老客户
name: Acme  # as on the licence
aliases:
  - 爱客
  - Acme China  # in mails
type: sme
contacts:
  # the one who signs
  - id: c-1
    name: 张三
    primary: true
    decision_role: decision_maker
  - id: c-2
    name: 李四
region: \"110105\"
industry: I65  # software

owner: li-wei

tags:
  # since the audit
  style:
    - committee
";

const DEAL_TEXT: &str = "\
# the second phase
customer: acme  # since 2019
name: ERP 二期
source: exhibition
interest_evidence: asked for a demo
needs:
  # from the kick-off
  summary: one ledger
  objective: close in three days
  budget:
    min: 400000.00
    max: 550000.00  # said in passing
  process:
    steps: tender
  pain_points:
    - slow close  # said twice
    - lost orders
    - double entry
  alignment:
    expected_goals: three days
    confirmed_by: c-1
competition:
  none_known: true
evaluation:
  feasibility: 4
  return: 4
  probability: 60
grade: B

# where it stands
stage: solution

amount: 480000.00  # without tax
currency: CNY
expected_close: 2026-12-31

owner: li-wei

next:
  on: 2026-11-24
  what: review  # with the CFO
moves:
  - {on: 2026-10-08, by: li-wei, stage: interested}
  # after the visit
  - {on: 2026-10-29, by: li-wei, stage: needs_confirmed}
  - {on: 2026-11-10, by: li-wei, stage: solution}
entered: {at: 2026-10-08T09:12:00+08:00, by: li-wei}
";

const CALL: &str = "\
type: call
on: 2026-10-07
customer: acme
opportunity: acme-1
member: li-wei
content: first call  # in Chinese
";

struct Counter(u32);

impl Entropy for Counter {
    fn next_u32(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9);
        self.0
    }
}

fn today() -> Date {
    Date::parse_iso("2026-11-21").unwrap()
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// [`BOOK`] with some files over it.
fn book(files: &[(&str, &str)]) -> Memory {
    Memory::new(BOOK.iter().chain(files).copied())
}

/// [`BOOK`] with words of the deal replaced.
fn with_deal(changes: &[(&str, &str)]) -> Memory {
    let text = changes.iter().fold(DEAL_TEXT.to_owned(), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text.replace(old, new)
    });
    book(&[(DEAL, &text)])
}

/// What came of an action: the book after it, and the lines that it took out and put in.
struct Done {
    tree: Memory,
    plan: Plan,
    diff: String,
}

impl Done {
    fn text(&self, path: &str) -> String {
        String::from_utf8(self.tree.read(path).unwrap()).unwrap()
    }
}

/// Why an action did not happen, in English.
type Refused = String;

/// Carries an action out as the member `me`; `-` is nobody.
fn act(
    tree: &Memory,
    me: &str,
    action: impl FnOnce(&Book<'_>, &mut Actor<'_>) -> Result<Plan, Refusal>,
) -> Result<Done, Refused> {
    let book = Book::open(tree).unwrap();
    let me = Id::parse(me).ok();
    // Verdicts are told apart by their moments.
    let verdicts = book.ids(Kind::Approval).len();
    let now = Instant::parse(&format!("2026-11-21T09:{verdicts:02}:00+08:00")).unwrap();
    let mut entropy = Counter(0);
    let mut actor = Actor { me: me.as_ref(), now, today: today(), entropy: &mut entropy };
    let plan = action(&book, &mut actor).map_err(|refusal| told(&refusal))?;
    let verdict = judge(tree, &book, &plan, today()).unwrap();
    if !verdict.added.is_empty() {
        return Err(verdict.added.iter().map(line).collect::<Vec<_>>().join("\n"));
    }
    let after = applied(tree, &plan);
    let old = errors(tree);
    let new: Vec<String> =
        errors(&after).into_iter().filter(|error| !old.contains(error)).collect();
    assert_eq!(new, [""; 0], "the whole book shows errors that the plan was not refused for");
    Ok(Done { diff: diff(&plan), tree: after, plan })
}

/// Takes a step of a record as the member `me`.
fn take(
    tree: &Memory,
    me: &str,
    (kind, record): (Kind, &str),
    name: &str,
    options: &step::Options,
) -> Result<Done, Refused> {
    let life = life::of(kind).unwrap();
    let step = life.step(name).unwrap();
    act(tree, me, |book, actor| step::plan(book, actor, life, step, &id(record), options))
}

/// What waits for `me` of the records of a kind.
fn waiting(tree: &Memory, kind: Kind, me: &str) -> Vec<String> {
    let book = Book::open(tree).unwrap();
    let items = inbox::of(&book, Some(&id(me)), today()).unwrap();
    let items = items.iter().filter(|item| item.row.kind == kind);
    items.map(|item| item.waits.key().to_owned()).collect()
}

/// A step that sets fields.
fn given(assignments: &[&str]) -> step::Options {
    let assignments = assignments.iter().map(|it| assign::parse(it).unwrap()).collect();
    step::Options { assignments, ..step::Options::default() }
}

/// A step with a reason.
fn because(reason: &str) -> step::Options {
    step::Options { reason: Some(reason.into()), ..step::Options::default() }
}

fn told(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Cannot(why) => format!("cannot: {}", why.en),
        Refusal::Forbidden(why) => format!("forbidden: {}", why.en),
        Refusal::Gates(missing) => {
            let lines = missing.iter().map(|lack| format!("{}: {}", lack.gate, lack.message.en));
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

fn line(finding: &Finding) -> String {
    format!("{} {} {}", finding.rule, finding.file, finding.message.en)
}

fn errors(tree: &Memory) -> Vec<String> {
    let book = Book::open(tree).unwrap();
    let found = check(&Cx { book: &book, today: today(), wide: true }, Scope::All);
    found.iter().filter(|finding| finding.level == Level::Error).map(line).collect()
}

fn put(tree: &mut Memory, path: &str, bytes: Option<&[u8]>) {
    match bytes {
        Some(bytes) => tree.insert(path, bytes.to_vec()),
        None => tree.remove(path),
    }
}

fn applied(tree: &Memory, plan: &Plan) -> Memory {
    let mut after = tree.clone();
    for change in &plan.changes {
        assert_eq!(change.before, tree.read(&change.path).ok(), "{}", change.path);
        put(&mut after, &change.path, change.after.as_deref());
    }
    after
}

/// The lines that go and come; a new file is told by its name.
fn diff(plan: &Plan) -> String {
    let mut told = String::new();
    for change in &plan.changes {
        let text = |bytes: &Option<Vec<u8>>| bytes.clone().map(|it| String::from_utf8(it).unwrap());
        let (before, after) = match (text(&change.before), text(&change.after)) {
            (Some(before), Some(after)) => (before, after),
            (None, _) => {
                told += &format!("new {}\n", change.path);
                continue;
            }
            (_, None) => {
                told += &format!("gone {}\n", change.path);
                continue;
            }
        };
        for change in TextDiff::from_lines(&before, &after).iter_all_changes() {
            match change.tag() {
                ChangeTag::Equal => {}
                ChangeTag::Delete => told += &format!("-{}", change.value()),
                ChangeTag::Insert => told += &format!("+{}", change.value()),
            }
        }
    }
    told
}

/// `salesops set REF KEY=VALUE …` as 李伟.
fn set(tree: &Memory, kind: Kind, record: &str, fields: &[&str]) -> Result<Done, Refused> {
    act(tree, "li-wei", |book, actor| {
        let fields: Vec<_> = fields.iter().map(|field| assign::parse(field)).collect();
        let fields = fields.into_iter().collect::<Result<Vec<_>, _>>()?;
        super::set::plan(book, actor, kind, &id(record), &fields)
    })
}

/// The lines that `set` changes in the deal.
fn set_deal(fields: &[&str]) -> Result<String, Refused> {
    set(&book(&[]), Kind::Opportunity, "acme-1", fields).map(|done| done.diff)
}

/// The lines that `set` changes in the customer.
fn set_customer(fields: &[&str]) -> Result<String, Refused> {
    set(&book(&[]), Kind::Customer, "acme", fields).map(|done| done.diff)
}

fn ok(diff: &str) -> Result<String, Refused> {
    Ok(diff.to_owned())
}

fn refused(why: &str) -> Result<String, Refused> {
    Err(why.to_owned())
}

#[test]
fn the_book_has_no_errors() {
    assert_eq!(errors(&book(&[])), [""; 0]);
}
