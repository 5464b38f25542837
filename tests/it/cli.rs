//! The commands as people type them: wiring, exit codes, what is written and what is not.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use salesops::base::kind::Kind;
use salesops::flow::gates::GATES;
use salesops::policy::clause;
use salesops::rules::RULES;

use crate::support::{Book, Ran, SMALL, transcript};

#[test]
fn from_nothing_to_a_deal_won() {
    // OPS-4.1.1, OPS-4.1.2, OPS-4.2.1
    transcript(&Book::none(), "first_deal_en");
}

#[test]
fn a_day_in_chinese() {
    let book = Book::small().used_by("li-wei");
    book.put("salesops.toml", "format = 1\n");
    transcript(&book, "daily_zh");
}

#[test]
fn mistakes_are_answered() {
    transcript(&Book::small().used_by("li-wei"), "mistakes_en");
    transcript(&Book::small().used_by("li-wei"), "mistakes_zh");
}

#[test]
fn what_is_written_is_shown_and_taken_back() {
    transcript(&Book::small().used_by("li-wei"), "writing_en");
}

#[test]
fn many_records_change_at_once() {
    transcript(&Book::small().used_by("li-wei"), "many_en");
}

#[test]
fn many_records_are_graded_at_once() {
    // OPS-2.3.1, OPS-2.3.2, OPS-2.3.4, TEL-4.2.1
    for case in ["grades_en", "grades_zh"] {
        let book = speaking(case, "li-wei");
        for (lead, text) in LEADS {
            book.put(&format!("leads/{lead}.yaml"), text);
        }
        transcript(&book, case);
    }
}

const LEADS: [(&str, &str); 4] = [
    ("lead-1", "name: Globex\nneed_clarity: partly\nintent: high\nowner: li-wei\n"),
    ("lead-2", "name: 远东机械  # 展会\ngrade: high\ngraded: {on: 2026-11-01}\nowner: li-wei\n"),
    ("lead-3", "name: Initech\ngrade: mid\ngrade_override: {reason: a friend}\nowner: li-wei\n"),
    ("lead-4", "name: 旧线索\nstatus: abandoned\nabandon_reason: 停业\nowner: li-wei\n"),
];

#[test]
fn grades_for_a_program_are_not_mixed_with_words() {
    let book = Book::small().used_by("li-wei");
    let ran = book.run("grade customer --where id:any --yes --format json").exits(0);
    let rows: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(rows[0]["id"], "acme");
    assert!(ran.err.contains("records changed: 1") && ran.err.contains("+grade: "), "{}", ran.err);
    let ran = book.run("grade acme --to A --reason known -o a.csv --format csv").exits(0);
    assert!(book.text("a.csv").starts_with("\u{feff}criterion,"), "{}", book.text("a.csv"));
    assert!(ran.err.contains("customer grade C → customer grade A"), "{}", ran.err);
}

/// The small book in the hands of a member, in the language that the name of a case ends with.
pub fn speaking(case: &str, member: &str) -> Book {
    let book = Book::small().used_by(member);
    if case.ends_with("zh") {
        book.put("salesops.toml", "format = 1\n");
    }
    book
}

/// Somebody else, a territory that is theirs, and a task.
pub const PEOPLE: &[(&str, &str)] = &[
    ("members/bob.yaml", "name: Bob\nemail: bob@example.com\nrole: sales_rep\n"),
    ("territories/north.yaml", "name: 华北\ndistricts:\n  - 北京市\n\nowner: bob\n"),
    (
        "customers/beta.yaml",
        "name: 北方机械\ntype: sme\ncontacts:\n  - id: c-1\n    name: 赵六\n    primary: true\n\
         registered_address: 北京市朝阳区 1 号\nindustry: C34\n\nowner: li-wei\n",
    ),
    ("leads/lead-1.yaml", "name: Globex\n\nowner: li-wei\n"),
    (
        "tasks/task-1.yaml",
        "what: call back\nsubject: customer/beta\n\nwho: li-wei\ndue: 2026-12-01\n",
    ),
];

#[test]
fn what_changes_hands() {
    // OPS-1.1, DEV-REG-1, ITS-2.1
    for case in ["people_en", "people_zh"] {
        let book = speaking(case, "bob");
        for (path, text) in PEOPLE {
            book.put(path, text);
        }
        transcript(&book, case);
    }
}

/// Who heads the sales, and who keeps its papers.
pub const OFFICE: &[(&str, &str)] = &[
    ("members/boss.yaml", "name: Bo Ross\nemail: bo@example.com\nrole: sales_manager\n"),
    ("members/cleo.yaml", "name: Cleo\nemail: cleo@example.com\nrole: sales_clerk\n"),
];

#[test]
fn a_month_is_assessed() {
    // DEV-SOP-1, ITS-4.2, ITS-4.3.1, ITS-4.3.3, TEL-6.1.4
    for case in ["performance_en", "performance_zh"] {
        let book = speaking(case, "cleo");
        for (path, text) in OFFICE {
            book.put(path, text);
        }
        transcript(&book, case);
    }
}

#[test]
fn a_blank_region_is_registered_first() {
    // DEV-REG-3
    for case in ["regions_en", "regions_zh"] {
        let book = speaking(case, "bob");
        for (path, text) in &PEOPLE[..1] {
            book.put(path, text);
        }
        book.put("members/hq.yaml", "name: 总部\nemail: hq@example.com\nrole: headquarters\n");
        book.put("territories/hainan.yaml", "name: 海南\ndistricts:\n  - 海南省\nstatus: blank\n");
        book.put(
            "customers/beta.yaml",
            "name: 海岛酒店\ntype: sme\ncontacts:\n  - id: c-1\n    name: 赵六\n    primary: true\n\
             region: \"460100\"\nindustry: H61\n\nowner: bob\n",
        );
        book.put(
            "registrations/2026/reg-1.yaml",
            "territory: hainan\ndepartment: sales\nreason: a chain of hotels\nresources: their head office\n\n\
             owner: bob\n",
        );
        transcript(&book, case);
    }
}

#[test]
fn two_records_become_one_and_two_again() {
    // TAG-2.1.1a
    for case in ["merge_en", "merge_zh"] {
        let book = speaking(case, "ann-lee");
        for (path, text) in &PEOPLE[2..] {
            book.put(path, text);
        }
        let before = book.files();
        transcript(&book, case);
        assert!(book.files() == before, "the split gives both back");
    }
}

#[test]
fn a_handover_list_goes_to_a_file_and_the_words_elsewhere() {
    let book = Book::small().used_by("ann-lee");
    let ran =
        book.run("handover li-wei --to ann-lee --dry-run -o list.xlsx --format xlsx").exits(0);
    assert!(fs::read(book.root().join("list.xlsx")).unwrap().starts_with(b"PK"));
    assert!(ran.all().contains("+owner: ann-lee"), "{}", ran.all());
    let ran = book.run("handover li-wei --to ann-lee -o list.csv --format csv").exits(0);
    let list = book.text("list.csv");
    assert!(list.contains("customer,acme,Acme Tools,owner,ann-lee"), "{list}");
    assert!(
        ran.all().contains("Li Wei hands over: 2") || ran.all().contains("李伟 hands over: 2"),
        "{}",
        ran.all()
    );
}

#[test]
fn what_is_there_is_found() {
    // TAG-2.1.1a, DEV-REG-1, DEV-REG-4, TAG-6.1.2
    for case in ["finding_en", "finding_zh"] {
        let book = speaking(case, "ann-lee");
        transcript(&book, case);
    }
}

#[test]
fn what_is_read() {
    transcript(&Book::small(), "reading_en");
}

/// Commands that write, with the small book; each finds what the ones before it left.
const WRITES: [&str; 16] = [
    "add member name=Bob email=bob@example.com role=sales_rep",
    "add customer name=辉煌机械 type=sme industry=C35 contacts+=赵六",
    "set acme tags.vip=yes collaborators+=ann-lee",
    "log visit acme-7k3q 看了现场 --next 2026-11-30 报价",
    "set acme-7k3q amount=52万 evaluation.feasibility=4 evaluation.return=3 evaluation.probability=50",
    "grade acme-7k3q",
    "set acme contacts.c-7k3q.decision_role=decision_maker",
    "advance acme-7k3q",
    "lose acme-7k3q --reason price --worked demo --failed price",
    "reopen acme-7k3q they called again",
    "set customer note=seen --where id:any --yes",
    "grade customer --where id:any --yes",
    "transfer acme-7k3q --to ann-lee --reason moved",
    "handover ann-lee --to bob --as ann-lee",
    "merge 辉煌机械 acme",
    "rename act-261109-7k3q9m2x act-first",
];

#[test]
fn a_dry_run_writes_nothing_and_shows_the_difference() {
    let book = Book::small().used_by("li-wei");
    for line in WRITES {
        let before = book.files();
        let ran = book.run(&format!("{line} --dry-run")).exits(0);
        assert!(ran.out.contains("\n+") || ran.out.contains("\nrename to "), "{line}: {}", ran.out);
        assert_eq!(book.files(), before, "{line}");
        book.run(line).exits(0);
        assert_ne!(book.files(), before, "{line}");
    }
    let before = book.files();
    book.run("fmt --dry-run").exits(0);
    book.run("undo 3 --dry-run").exits(0);
    book.run("init elsewhere --dry-run").exits(0);
    assert_eq!(book.files(), before);
}

#[test]
fn undo_brings_every_byte_back() {
    let book = Book::small().used_by("li-wei");
    // Comments, CRLF and odd spaces are bytes as well.
    book.put("customers/acme.yaml", SMALL[3].1.replace('\n', "\r\n") + "# end\r\n");
    let mut states = vec![book.files()];
    for line in WRITES {
        book.run(line).exits(0);
        states.push(book.files());
    }
    book.run("fmt").exits(0);
    states.push(book.files());
    for n in [1, 2, 3] {
        states.truncate(states.len() - n);
        let ran = book.run(&format!("undo {n}")).exits(0);
        assert_eq!(ran.out.lines().count(), n);
        assert!(Some(&book.files()) == states.last(), "after undo {n}");
    }
    book.run("undo 99").exits(2);
    assert!(book.files() == states[0]);
    assert!(book.run("undo").exits(2).err.contains("nothing more to undo"));
}

#[test]
fn undo_leaves_a_file_alone_that_somebody_changed_since() {
    let book = Book::small().used_by("li-wei");
    book.run("set acme size=large").exits(0);
    let changed = book.text("customers/acme.yaml") + "note: by hand\n";
    book.put("customers/acme.yaml", &changed);
    let ran = book.run("undo").exits(2);
    assert!(ran.err.contains("customers/acme.yaml has changed since it was read"), "{}", ran.err);
    assert_eq!(book.text("customers/acme.yaml"), changed);
    // Once it is as it was, it can be taken back.
    book.put("customers/acme.yaml", changed.replace("note: by hand\n", ""));
    book.run("undo").exits(0);
    assert_eq!(book.text("customers/acme.yaml"), SMALL[3].1);
}

#[test]
fn reading_writes_nothing_in_the_book() {
    let book = Book::small();
    let before = book.files();
    for line in [
        "list customer",
        "show acme",
        "check",
        "explain",
        "clause",
        "policy",
        "report pipeline",
        "report funnel",
        "report wins",
        "report revenue",
        "report cycle",
        "fmt --check",
        "schema customer",
        "list activity --format json",
    ] {
        book.run(line).exits(0);
    }
    assert!(book.files() == before);
}

#[test]
fn exit_codes_follow_the_findings() {
    let book = Book::small();
    book.run("check --fail-on note").exits(0);
    book.put("products/erp.yaml", "name: ERP Cloud\n");
    book.run("check").exits(0);
    book.run("check --fail-on warning").exits(1);
    book.run("check --fail-on note").exits(1);
    book.run("check customers --fail-on note").exits(0);
    book.put("products/erp.yaml", "name: ERP Cloud\ncategry: software\n");
    book.run("check").exits(1);
    for format in ["json", "sarif", "github"] {
        book.run(&format!("check --format {format}")).exits(1);
    }
    book.run("list product").exits(0);
    book.run("check --format csv").exits(2);
}

#[test]
fn findings_come_in_every_format() {
    let book = Book::small();
    book.put("customers/acme.yaml", "name: Acme\nindustri: C34\nowner: li-wei\n");
    for (format, start, part) in [
        ("json", "{\n", "\"rule\": \"unknown-key\""),
        ("sarif", "{\n", "\"version\": \"2.1.0\""),
        ("github", "::", "::error file=customers/acme.yaml,line=2,col=1,title=unknown-key::"),
        ("human", "", "error[unknown-key]"),
    ] {
        let ran = book.run(&format!("check --format {format}")).exits(1);
        assert!(ran.out.starts_with(start) && ran.out.contains(part), "{}", ran.out);
        if ["json", "sarif"].contains(&format) {
            serde_json::from_str::<serde_json::Value>(&ran.out).unwrap();
        }
    }
}

#[test]
fn a_csv_file_opens_in_a_spreadsheet_and_a_pipe_gets_plain_values() {
    let book = Book::small();
    book.put("customers/evil.yaml", "name: =HYPERLINK(\"http://x\")\n");
    let piped = book.run("list customer --format csv").exits(0).out;
    assert!(piped.starts_with("id,name,"), "{piped}");
    assert!(piped.contains("\"=HYPERLINK"), "{piped}");
    for line in ["list customer -o list.csv", "list customer --format csv -o list.csv"] {
        assert_eq!(book.run(line).exits(0).out, "");
        let text = book.text("list.csv");
        assert!(text.starts_with("\u{feff}id,name,"), "{text}");
        assert!(text.contains("\"'=HYPERLINK"), "{text}");
        fs::remove_file(book.root().join("list.csv")).unwrap();
    }
    book.run("report pipeline -o pipeline.csv").exits(0);
    assert!(book.text("pipeline.csv").starts_with('\u{feff}'));
    for (line, why) in [
        ("list customer -o no/such/folder.csv", "no/such/folder.csv 所在的文件夹不存在"),
        ("import customer none.csv", "没有文件 none.csv"),
        ("import customer customers", "customers 是文件夹，不是文件"),
    ] {
        let err = book.run(&format!("{line} --lang zh")).exits(2).err;
        assert!(err.contains(why) && !err.contains("os error"), "{err}");
    }
}

#[test]
fn a_newer_format_stops_every_command() {
    let book = Book::small().used_by("li-wei");
    book.put("salesops.toml", "format = 2\nlang = \"en\"\n");
    for line in ["check", "list customer", "set acme size=large", "fmt", "report wins", "policy"] {
        let ran = book.run(line).exits(2);
        assert!(ran.err.contains("format 2"), "{line}: {}", ran.err);
        assert!(book.run(&format!("{line} --lang zh")).exits(2).err.contains("账本格式为 2"));
    }
    assert_eq!(book.text("customers/acme.yaml"), SMALL[3].1);
}

#[test]
fn without_a_book_there_is_a_hint() {
    let book = Book::none();
    for line in ["check", "list customer", "show x", "set x a=b", "undo", "fmt", "report wins"] {
        let ran = book.run(line).exits(2);
        assert!(ran.err.contains("`salesops init`"), "{line}: {}", ran.err);
    }
    // What comes from the program itself needs none.
    for line in ["explain", "clause", "schema customer", "report", "--help", "--version"] {
        book.run(line).exits(0);
    }
}

#[test]
fn the_book_is_found_from_any_folder_inside() {
    let book = Book::small();
    let from = |folder: &str| {
        let mut command = book.command(&["list", "member", "--format", "csv"]);
        command.current_dir(book.root().join(folder)).output().unwrap().stdout
    };
    assert_eq!(from("customers"), from(""));
    assert!(!from("").is_empty());
}

#[test]
fn formatting_is_done_after_one_run() {
    let book = Book::example();
    book.put("customers/x.yaml", "owner: li-wei # who\nname:   \"星辰\"\n\n\n# end\n");
    assert_eq!(book.run("fmt --check").exits(1).out, "customers/x.yaml\n");
    book.run("fmt").exits(0);
    assert_eq!(book.text("customers/x.yaml"), "name: 星辰\n\nowner: li-wei # who\n# end\n");
    let done = book.files();
    assert_eq!(book.run("fmt").exits(0).out, "");
    assert!(book.files() == done);
    book.run("fmt --check").exits(0);
}

#[test]
fn what_is_written_stays_in_the_canonical_form() {
    let book = Book::small().used_by("li-wei");
    let more = [
        "set acme collaborators-=bob",
        "set acme tags.vip=",
        "set acme-7k3q next.on=+3wd next.what=演示",
        "set acme-7k3q lines+=erp",
        "set acme owner=",
        "set acme owner=ann-lee next.on=明天",
        "set acme next.on=",
        "set acme contacts.c-7k3q.phone= contacts.c-7k3q.email=",
    ];
    for line in WRITES.iter().chain(&more) {
        book.run(line).exits(0);
        let ran = book.run("fmt --dry-run").exits(0);
        assert_eq!(ran.out, "", "after {line}");
    }
}

#[test]
fn the_example_book_is_in_order() {
    let book = Book::example();
    book.run("check").exits(0);
    assert_eq!(book.run("fmt --check").exits(0).out, "");
}

#[test]
fn the_schema_and_the_reader_agree_on_the_example_book() {
    let book = Book::example();
    for kind in Kind::ALL {
        let text = book.run(&format!("schema {}", kind.key())).exits(0).out;
        let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        assert!(jsonschema::meta::is_valid(&schema), "{kind:?}");
        let validator = jsonschema::draft7::new(&schema).unwrap();
        let folder = format!("{}/", kind.folder());
        let files = book.files();
        let records = files.iter().filter(|(path, _)| path.starts_with(&folder));
        for (path, bytes) in records {
            let record: serde_json::Value = serde_yaml::from_slice(bytes).unwrap();
            let faults: Vec<String> =
                validator.iter_errors(&record).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{path}: {}", faults.join("; "));
        }
        let stranger = serde_json::json!({ "no_such_key": 1 });
        assert!(!validator.is_valid(&stranger), "{kind:?}");
    }
}

#[test]
fn every_rule_and_gate_explains_itself_in_both_languages() {
    let book = Book::none();
    let names = RULES.iter().map(|rule| rule.name).chain(GATES.iter().map(|gate| gate.name));
    let listed = book.run("explain").exits(0).out;
    for name in names {
        assert!(listed.lines().any(|line| line == name), "{name}");
        let en = book.run(&format!("explain {name} --lang en")).exits(0).out;
        let zh = book.run(&format!("explain {name} --lang zh")).exits(0).out;
        assert!(en.starts_with(name) && zh.starts_with(name));
        assert!(has_chinese(&zh) && en != zh, "{name}: {zh}");
    }
}

#[test]
fn every_clause_is_printed_in_both_languages() {
    let book = Book::none();
    for clause in clause::all().iter().step_by(7) {
        let en = book.run(&format!("clause {} --lang en", clause.id)).exits(0).out;
        let zh = book.run(&format!("clause {} --lang zh", clause.id)).exits(0).out;
        assert!(en.starts_with(&*clause.id) && has_chinese(&zh), "{}", clause.id);
    }
    let all = book.run("clause --coverage --format json").exits(0).out;
    let all: serde_json::Value = serde_json::from_str(&all).unwrap();
    assert_eq!(all["clauses"].as_array().unwrap().len(), clause::all().len());
}

#[test]
fn the_policy_says_where_each_value_comes_from() {
    let book = Book::small();
    let text = book.run("policy").exits(0).out;
    assert!(text.contains("currency = \"CNY\"  # salesops.toml:2"), "{text}");
    assert!(text.contains("stage.solution.probability = 55  # default"), "{text}");
    assert!(text.contains("opp.task_force_min = 3  # default  OPS-4.3.1a"), "{text}");
    let text = book.run("policy --lang zh currency").exits(0).out;
    assert_eq!(text, "currency = \"CNY\"  # salesops.toml:2\n");
}

#[test]
fn timings_go_beside_the_data() {
    let book = Book::small();
    let plain = book.run("check --format json").exits(0);
    let timed = book.run("check --format json --timings").exits(0);
    assert_eq!(plain.out, timed.out);
    assert!(timed.err.contains(" ms  total"), "{}", timed.err);
    assert!(book.run("check --timings --lang zh").exits(0).err.contains(" ms  合计"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let book = Book::example();
    for line in [
        "check --format json",
        "check --format sarif",
        "list opportunity --format json",
        "list customer --format csv",
        "report wins --by owner --format json",
        "report pipeline",
        "report funnel --by stage",
        "report cycle",
        "report revenue --by product",
    ] {
        let first = book.run(line).exits(0);
        let second = book.run(line).exits(0);
        assert_eq!(first.out, second.out, "{line}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let book = Book::example();
    let mut command = book.command(&["list", "activity", "--format", "json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdout.take().unwrap();
    pipe.read_exact(&mut [0; 10]).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn who_writes_is_noted_or_said_to_be_unknown() {
    // TAG-3.1: what is changed is stamped with who changed it.
    let book = Book::small();
    let ran = book.run("set acme size=large").exits(0);
    assert!(ran.err.contains("nobody is noted as the writer"), "{}", ran.err);
    let ran = book.run("log call acme hello").exits(2);
    assert!(ran.err.contains("--as MEMBER"), "{}", ran.err);
    book.run("advance acme").exits(2);
    book.run("--as 李伟 log call acme hello").exits(0);
    fs::create_dir_all(book.home().join("salesops")).unwrap();
    fs::write(book.home().join("salesops/config.toml"), "member = \"ann-lee\"\nlang = \"zh\"\n")
        .unwrap();
    let ran = book.run("log call acme hello").exits(0);
    assert!(ran.out.starts_with("已记录"), "{}", ran.out);
    fs::write(book.home().join("salesops/config.toml"), "member = \"gone\"\n").unwrap();
    assert!(book.run("set acme size=medium").exits(2).err.contains("config.toml: "));
}

#[test]
fn the_git_address_says_who_writes() {
    let book = Book::small();
    fs::write(book.home().join("gitconfig"), "[user]\n\temail = Li.Wei@example.com\n").unwrap();
    if book.run("log call acme hello").code == 2 {
        eprintln!("skipped: there is no git here");
        return;
    }
    assert!(book.run("show -").exits(0).out.contains("李伟 (li-wei)"));
}

#[test]
fn an_editor_changes_a_record_and_is_checked() {
    if cfg!(windows) {
        return;
    }
    let book = Book::small().used_by("li-wei");
    let edit = |script: &str| {
        let path = book.home().join("editor.sh");
        fs::write(&path, script).unwrap();
        let mut command = book.command(&["edit", "acme"]);
        let output = command.env("EDITOR", format!("sh {}", path.display())).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(edit("echo 'grade: A' >> \"$1\"").0, Some(0));
    assert!(book.text("customers/acme.yaml").ends_with("owner: li-wei\ngrade: A\n"));
    let before = book.files();
    let (code, words) = edit("echo 'gard: A' >> \"$1\"");
    assert_eq!(code, Some(1));
    assert!(words.contains("unknown-key") && words.contains("your text is kept in"), "{words}");
    assert_eq!(edit("exit 3").0, Some(2));
    assert_eq!(edit("true").0, Some(0));
    assert!(book.files() == before);
    book.run("edit acme").exits(2);
}

#[test]
fn the_state_of_the_book_lies_outside_its_records() {
    let book = Book::small().used_by("li-wei");
    book.run("set acme size=large").exits(0);
    book.run("list customer").exits(0);
    let names: Vec<String> = book.files().into_keys().collect();
    assert_eq!(names.len(), SMALL.len(), "{names:?}");
    fs::create_dir_all(book.root().join(".git")).unwrap();
    book.run("set acme size=medium").exits(0);
    assert!(book.root().join(".git/salesops/lock").exists());
    let ran: Ran = book.run("show -").exits(0);
    assert!(ran.out.contains("Acme Tools"));
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}
