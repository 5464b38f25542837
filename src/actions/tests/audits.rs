//! Audits: records are drawn, problems found, notices sent, put right and seen to be.

use super::*;
use crate::actions::set;
use crate::actions::step::Options;
use crate::model::Notice;

const AUDIT: (Kind, &str) = (Kind::Audit, "aud-1");
const FILE: &str = "audits/aud-1.yaml";

fn company(n: usize) -> Memory {
    let entered = |by: &str| format!("entered: {{at: 2026-11-10T09:00:00+08:00, by: {by}}}\n");
    let mut files = vec![
        ("members/li-wei.yaml".to_owned(), "name: 李伟\nrole: sales_rep\n".to_owned()),
        ("members/wang-fang.yaml".to_owned(), "name: 王芳\nrole: sales_supervisor\n".to_owned()),
        (
            "members/sun-li.yaml".to_owned(),
            "name: 孙丽\nrole: sales_clerk\nextra_roles:\n  - data_auditor\n".to_owned(),
        ),
        (FILE.to_owned(), "on: 2026-11-21\nby: sun-li\n".to_owned()),
        (
            "customers/own.yaml".to_owned(),
            format!("name: Own\nowner: li-wei\n{}", entered("sun-li")),
        ),
    ];
    for at in 0..n {
        let by = if at % 2 == 0 { "li-wei" } else { "wang-fang" };
        let text = format!("name: C{at}\nowner: li-wei\n{}", entered(by));
        files.push((format!("customers/c{at:02}.yaml"), text));
    }
    let files: Vec<_> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    book(&files)
}

fn records(text: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("  - "));
    lines.map(str::to_owned).collect()
}

/// The notices with whom they are for, and what they say.
fn notices(tree: &Memory) -> Vec<(String, String, String)> {
    let book = Book::open(tree).unwrap();
    let all = book.iter::<Notice>();
    let told = all.map(|row| {
        let text = book.text(row.path).unwrap();
        (row.id.to_string(), row.record.to.to_string(), text)
    });
    told.collect()
}

fn to<'n>(notices: &'n [(String, String, String)], member: &str) -> &'n (String, String, String) {
    notices.iter().find(|(_, to, _)| to == member).unwrap()
}

// TAG-4.3.2: a fifth of what changed, nothing of one's own; the same for everybody.
#[test]
fn a_review_draws_a_share_of_what_others_entered() {
    let tree = company(20);
    let none = Options::default();
    let drawn = take(&tree, "sun-li", AUDIT, "draw", &none).unwrap();
    let first = records(&drawn.text(FILE));
    assert_eq!(first.len(), 4, "a fifth of twenty: {first:?}");
    assert!(!first.contains(&"customer/own".to_owned()), "{first:?}");
    let again = take(&tree, "wang-fang", AUDIT, "抽样", &none).unwrap();
    assert_eq!(records(&again.text(FILE)), first, "nobody chooses them");
    let deal = [("opportunities/acme-1.yaml", "customer: acme\nstage: potential\n")];
    let mut alone = company(0);
    deal.iter().for_each(|(path, text)| alone.insert(path, text.as_bytes().to_vec()));
    let why = take(&alone, "sun-li", AUDIT, "draw", &none).err().unwrap();
    assert!(why.starts_with("audit-sampled: "), "what one entered oneself is never drawn: {why}");
    let more = take(&drawn.tree, "sun-li", AUDIT, "draw", &none).unwrap();
    let both = records(&more.text(FILE));
    assert_eq!((both.len(), &both[..4]), (8, &first[..]), "four others");
}

// TAG-7.1.2: a number of them.
#[test]
fn supervision_draws_a_number_of_records() {
    let mut tree = company(30);
    tree.insert(FILE, b"on: 2026-11-21\nscope: supervision\nby: sun-li\n".to_vec());
    let drawn = take(&tree, "sun-li", AUDIT, "draw", &Options::default()).unwrap();
    assert_eq!(records(&drawn.text(FILE)).len(), 20);
}

// TAG-4.3.2, TAG-7.1.3: told to who entered it; put right by them, seen by another.
#[test]
fn what_is_found_goes_to_who_entered_it_and_is_seen_to_be_put_right() {
    let none = Options::default();
    let mut tree = company(4);
    tree.insert(
        FILE,
        "on: 2026-11-21\nby: sun-li\nrecords:\n  - customer/c00\n  - customer/c01\n  - customer/c02\n\
         findings:\n  - {record: customer/c00, problem: 行业与执照不符, field: industry}\n  \
         - {record: customer/c01, problem: 缺少联系人}\n  \
         - {record: customer/c02, problem: 地址过期, who: wang-fang}\n"
            .as_bytes()
            .to_vec(),
    );
    let done = take(&tree, "sun-li", AUDIT, "finish", &none).unwrap();
    let sent = notices(&done.tree);
    assert_eq!(sent.len(), 2);
    let (notice, _, to_li) = to(&sent, "li-wei");
    // Three working days after Saturday the 21st.
    assert!(to_li.contains("due: 2026-11-25"), "{to_li}");
    assert!(
        to_li.contains(
            "findings:\n  - {record: customer/c00, problem: 行业与执照不符, field: industry}\n"
        ),
        "{to_li}"
    );
    let (_, _, to_wang) = to(&sent, "wang-fang");
    assert!(to_wang.contains("缺少联系人") && to_wang.contains("地址过期"), "{to_wang}");

    let notice = (Kind::Notice, notice.as_str());
    assert_eq!(waiting(&done.tree, Kind::Notice, "li-wei"), ["fix"]);
    assert_eq!(waiting(&done.tree, Kind::Notice, "sun-li"), [""; 0]);
    let why = take(&done.tree, "li-wei", notice, "fix", &none).err().unwrap();
    assert!(why.starts_with("notice-answered: what was done is missing"), "{why}");
    let fixed =
        take(&done.tree, "li-wei", notice, "fix", &given(&["result=已按执照更正"])).unwrap();
    assert_eq!(waiting(&fixed.tree, Kind::Notice, "li-wei"), [""; 0]);
    assert_eq!(waiting(&fixed.tree, Kind::Notice, "sun-li"), ["verify"]);
    let why = take(&fixed.tree, "li-wei", notice, "verify", &none).err().unwrap();
    assert!(why.starts_with("notice-verified: nobody verifies their own mending"), "{why}");
    let verified = take(&fixed.tree, "sun-li", notice, "复查", &none).unwrap();
    let sent = notices(&verified.tree);
    let (_, _, text) = to(&sent, "li-wei");
    assert!(text.contains("status: verified\n"), "{text}");
    assert!(text.contains("verified_by: sun-li\nverified_on: 2026-11-21\n"), "{text}");

    // What one is told, and by when, is not one's own to change; what was done stands once it is told.
    let change = |tree: &Memory, field: &str| {
        let changed = act(tree, "li-wei", |book, actor| {
            set::plan(book, actor, notice.0, &id(notice.1), &[assign::parse(field).unwrap()])
        });
        changed.err().unwrap()
    };
    for field in ["due=2027-01-01", "to=wang-fang", "findings="] {
        assert!(change(&done.tree, field).contains("salesops notice withdraw"), "{field}");
    }
    assert!(change(&verified.tree, "result=x").contains("salesops notice return"));
    let back = take(&verified.tree, "sun-li", notice, "return", &because("仍不符")).unwrap();
    let sent = notices(&back.tree);
    let (_, _, text) = to(&sent, "li-wei");
    // Five working days after the 21st; the answer stays to be compared.
    assert!(text.contains("due: 2026-11-27") && text.contains("result: 已按执照更正"), "{text}");
    assert!(!text.contains("verified_by") && !text.contains("fixed_by"), "{text}");
    let why = take(&done.tree, "li-wei", notice, "withdraw", &because("x")).err().unwrap();
    assert!(why.starts_with("notice-withdrawn: it is for who issued it"), "{why}");
    let gone = take(&done.tree, "sun-li", notice, "withdraw", &because("误判")).unwrap();
    let open = take(&gone.tree, "sun-li", AUDIT, "reopen", &because("补充")).unwrap();
    let anew = take(&open.tree, "sun-li", AUDIT, "finish", &none).unwrap();
    assert_eq!(notices(&anew.tree).len(), 3, "what was withdrawn is told anew");

    // What was told is not told again; what is added is.
    let open = take(&done.tree, "sun-li", AUDIT, "reopen", &because("补充")).unwrap();
    let same = take(&open.tree, "sun-li", AUDIT, "finish", &none).unwrap();
    assert_eq!(notices(&same.tree).len(), 2);
    let more = given(&["findings+=customer/c02:联系人电话无效"]);
    let more = take(&open.tree, "sun-li", AUDIT, "finish", &more).unwrap();
    assert_eq!(notices(&more.tree).len(), 3);
}

#[test]
fn what_was_found_stands_fast() {
    let mut tree = company(2);
    tree.insert(
        FILE,
        b"on: 2026-11-21\nby: sun-li\nrecords:\n  - customer/c00\nstatus: finished\n".to_vec(),
    );
    let set = act(&tree, "sun-li", |book, actor| {
        let fields = [assign::parse("findings+=customer/c00:x").unwrap()];
        set::plan(book, actor, AUDIT.0, &id(AUDIT.1), &fields)
    });
    let why = set.err().unwrap();
    assert!(why.contains("salesops audit reopen"), "{why}");
}

// Items that are references, or begin with one, are called by it.
#[test]
fn records_and_findings_are_called_by_what_they_are_about() {
    let mut tree = company(2);
    tree.insert(
        FILE,
        "on: 2026-11-21\nby: sun-li\nrecords:\n  - customer/c00\n  - customer/c01\nfindings:\n  \
         - {record: customer/c00, problem: 地址过期}\n"
            .as_bytes()
            .to_vec(),
    );
    let set = |field: &str| {
        act(&tree, "sun-li", |book, actor| {
            set::plan(book, actor, AUDIT.0, &id(AUDIT.1), &[assign::parse(field).unwrap()])
        })
        .map(|done| done.diff)
    };
    assert_eq!(set("records-=customer/c01"), Ok("-  - customer/c01\n".to_owned()));
    assert_eq!(set("records-=C1"), Ok("-  - customer/c01\n".to_owned()), "by name");
    assert_eq!(
        set("findings.customer/c00.who=王芳"),
        Ok("-  - {record: customer/c00, problem: 地址过期}\n\
            +  - {record: customer/c00, problem: 地址过期, who: wang-fang}\n"
            .to_owned())
    );
    assert!(set("findings-=customer/c00").unwrap().starts_with("-findings:\n"));
    let why = set("findings.customer/c01.who=li-wei").unwrap_err();
    assert!(why.ends_with("has no item `customer/c01`; there are `customer/c00`"), "{why}");
    let both = "on: 2026-11-21\nby: sun-li\nrecords:\n  - customer/c00\nfindings:\n  \
        - {record: customer/c00, problem: a}\n  - {record: customer/c00, problem: b}\n";
    tree.insert(FILE, both.as_bytes().to_vec());
    let set = |field: &str| {
        act(&tree, "sun-li", |book, actor| {
            set::plan(book, actor, AUDIT.0, &id(AUDIT.1), &[assign::parse(field).unwrap()])
        })
        .map(|done| done.diff)
    };
    for field in ["findings-=customer/c00", "findings.customer/c00.who=li-wei"] {
        let why = set(field).unwrap_err();
        assert!(why.ends_with("say which: `findings.0`, `findings.1`"), "{why}");
    }
    assert_eq!(set("findings.1=").unwrap(), "-  - {record: customer/c00, problem: b}\n");
}

// What was audited stays so when the auditor or who was told leaves; the superior answers for who has left.
#[test]
fn people_may_go_and_what_was_audited_stands() {
    let none = Options::default();
    let mut tree = company(2);
    tree.insert(
        FILE,
        "on: 2026-11-21\nby: sun-li\nrecords:\n  - customer/c00\nfindings:\n  \
         - {record: customer/c00, problem: 地址过期}\n"
            .as_bytes()
            .to_vec(),
    );
    let mut done = take(&tree, "sun-li", AUDIT, "finish", &none).unwrap().tree;
    let gone = "name: 李伟\nrole: sales_rep\nreports_to: wang-fang\nleft_on: 2026-11-21\n";
    done.insert("members/li-wei.yaml", gone.as_bytes().to_vec());
    done.insert("members/sun-li.yaml", "name: 孙丽\nrole: sales_clerk\n".as_bytes().to_vec());
    assert_eq!(errors(&done), [""; 0]);
    assert_eq!(waiting(&done, Kind::Notice, "wang-fang"), ["fix"]);
    let sent = notices(&done);
    let (notice, _, _) = to(&sent, "li-wei");
    take(&done, "wang-fang", (Kind::Notice, notice), "fix", &given(&["result=已更正"])).unwrap();
}
