//! No input makes the program panic, hang, or change a file that it was not asked to change.

use std::ffi::OsString;
use std::fmt::Write as _;

use proptest::prelude::*;
use salesops::cli::{Env, Exit, run};

use crate::support::{Book, SMALL, TODAY};

/// Runs a command line in this process; nothing but the exit code and the two texts come of it.
fn within(book: &Book, words: &[&str]) -> (Exit, String, String) {
    let home = book.home().display().to_string();
    let vars = ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"];
    let env = Env {
        vars: vars.map(|name| (name.to_owned(), home.clone())).to_vec(),
        folder: book.root(),
        ..Env::default()
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["salesops", "--as-of", TODAY, "--as", "li-wei"].iter().chain(words);
    let exit = run(args.map(OsString::from), &env, &mut out, &mut err);
    // Whatever comes in, text goes out.
    (exit, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

const READERS: [&[&str]; 11] = [
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif", "--lang", "zh"],
    &["check", "--format", "github"],
    &["list", "customer"],
    &["list", "customer", "--format", "json"],
    &["list", "opportunity", "--format", "md"],
    &["show", "customer/x"],
    &["show", "customer/x", "--format", "json"],
    &["report", "pipeline", "--lenient"],
    &["fmt", "--check"],
];

/// Every reading command over `text` as a customer's file, and the writing ones, which may refuse.
fn survives(book: &Book, text: &[u8]) {
    book.put("customers/x.yaml", text);
    for words in READERS {
        let (_, out, err) = within(book, words);
        assert_safe(&out);
        assert_safe(&err);
    }
    assert_eq!(std::fs::read(book.root().join("customers/x.yaml")).unwrap(), text);
    within(book, &["set", "customer/x", "note=1", "--dry-run"]);
    within(book, &["fmt", "--dry-run"]);
    assert_eq!(std::fs::read(book.root().join("customers/x.yaml")).unwrap(), text);
}

/// Nothing that a terminal would obey, or that would turn letters around.
#[track_caller]
fn assert_safe(text: &str) {
    let bad = text.chars().find(|c| {
        (c.is_control() && *c != '\n') || ('\u{202a}'..='\u{202e}').contains(c) || *c == '\u{feff}'
    });
    assert!(bad.is_none(), "{bad:?} in {text:?}");
}

#[test]
fn files_that_are_no_records() {
    let book = Book::small();
    let whole = SMALL[3].1;
    let mut texts: Vec<Vec<u8>> =
        (0..whole.len()).step_by(7).map(|n| whole.as_bytes()[..n].into()).collect();
    let strange: &[&[u8]] = &[
        b"",
        b"\n",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbfname: A\n",
        b"# nothing\n",
        b"---\n",
        b"...\n",
        b"---\n---\n",
        b"name: A\r\nowner: li-wei\r\n",
        b"name: A\r",
        b"\0",
        b"name: \0\n",
        b"name: A\0B\n",
        b"\xff\xfe\xfd",
        b"name: \xff\n",
        b"\xd0\xc7\xb3\xbd\n",
        b"\x89PNG\r\n\x1a\n\0\0",
        b"- a\n- b\n",
        b"just text\n",
        b"42\n",
        b"null\n",
        b"~",
        b"{}",
        b"[]",
        b"{",
        b"[",
        b"\"",
        b"'",
        b"|",
        b">",
        b"|\n",
        b"&a",
        b"*a",
        b"!",
        b"!!",
        b"%YAML 9.9\n---\n",
        b"? a\n: b\n",
        b"?",
        b":",
        b"name:\tA\n",
        b"\tname: A\n",
        b"name: A\n name: B\n",
        b"name: A\nname: B\n",
        b"<<<<<<< HEAD\nname: A\n=======\nname: B\n>>>>>>> x\n",
        b"<<: *a\n",
        b"name: *a\n",
        b"name: &a [*a]\n",
        b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nname: *c\n",
        b"name: {a: {b: {c: d}}}\n",
        b"? {a: b}\n: c\n",
        b"? [a]\n: c\n",
        b"1: 2\n",
        b"~: 1\n",
        b"contacts: {}\n",
        b"contacts: [1, [2], {id: 3}]\n",
        b"contacts: contacts\n",
        b"tags: [a]\n",
        b"tags: {a: {b: c}}\n",
        b"moves: [{on: x}]\n",
        b"entered: now\n",
        b"name: |\n",
        b"name: |9\n x\n",
        b"name: >-+\n",
        b"name: \"\\x\"\n",
        b"name: \"\\ud800\"\n",
        b"owner: ../../etc/passwd\n",
        b"parent: x\n",
        b"name: x\nparent: x\n",
        b"# salesops: allow\nname: A\n",
        b"# salesops: allow everything\nname: A\n",
        b"annual_purchase: {amount: 1e999999999}\n",
        b"annual_purchase: {amount: 99999999999999999999999999999999999999999999999999}\n",
        b"annual_purchase: {year: -99999999999999999999}\n",
        b"metrics: {staff: 1.5}\n",
        b"anniversaries: [{on: 9999-99-99}]\n",
        b"next: {on: 0000-00-00}\n",
    ];
    texts.extend(strange.iter().map(|text| text.to_vec()));
    texts.push(whole.replace('\n', "\r\n").into_bytes());
    texts.push(format!("\u{feff}{whole}").into_bytes());
    texts.iter().for_each(|text| survives(&book, text));
}

#[test]
fn what_is_deep_or_large() {
    let book = Book::small();
    let deep = 10_000;
    let mut block = String::new();
    for depth in 0..deep {
        writeln!(block, "{}a:", " ".repeat(depth)).unwrap();
    }
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..12 {
        let item = format!("*a{}", n - 1);
        writeln!(bomb, "a{n}: &a{n} [{}]", [&*item; 9].join(", ")).unwrap();
    }
    for text in [
        "[".repeat(deep),
        "{a: ".repeat(deep),
        format!("name: {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("name: {}x{}", "{a: ".repeat(deep), "}".repeat(deep)),
        "- ".repeat(deep),
        "? ".repeat(deep),
        block[..block.len().min(900_000)].to_owned(),
        bomb,
        format!("name: {}", "x".repeat(900_000)),
        format!("{}: x", "k".repeat(900_000)),
        "name: A\n".repeat(100_000),
        "x: 1\n".repeat(100_000),
        (0..60_000).fold(String::new(), |text, n| text + &format!("k{n}: 1\n")),
        format!("tags:\n{}", "  - x\n".repeat(100_000)),
        format!("contacts:\n{}", "  - {id: a, name: b, phone: c}\n".repeat(20_000)),
        "#\n".repeat(400_000),
        "\"".repeat(200_001),
        "\n".repeat(900_000),
    ] {
        survives(&book, text.as_bytes());
    }
}

#[test]
fn a_file_of_fifty_megabytes() {
    let book = Book::small();
    let line = "name: a line that goes on\n";
    book.put("customers/x.yaml", line.repeat(50_000_000 / line.len()));
    let size = book.root().join("customers/x.yaml").metadata().unwrap().len();
    for lang in ["en", "zh"] {
        let ran = book.run(&format!("check --lang {lang}")).exits(1);
        assert!(ran.out.len() < 2000, "{}", ran.out.len());
    }
    book.run("list customer").exits(0);
    book.run("--as li-wei set customer/x size=large").exits(2);
    book.run("fmt").exits(1);
    book.run("edit x").exits(2);
    assert_eq!(book.root().join("customers/x.yaml").metadata().unwrap().len(), size);
}

#[test]
fn names_of_files_that_are_no_ids() {
    let book = Book::small();
    for name in [
        "customers/UPPER.yaml",
        "customers/a b.yaml",
        "customers/星辰.yaml",
        "customers/con.yaml",
        "customers/-a.yaml",
        "customers/a..yaml",
        "customers/.yaml",
        "customers/null.yaml",
        "customers/a\u{202e}b.yaml",
        "customers/x.yml",
        "custmers/x.yaml",
        "x.yaml",
        "customers/deep/er/and/deeper/deep.yaml",
        "customers/README.md",
    ] {
        if !cfg!(windows) || !name.contains("con.") {
            book.put(name, "name: A\n");
        }
    }
    let long = format!("customers/{}.yaml", "a".repeat(100));
    book.put(&long, "name: A\n");
    #[cfg(unix)]
    book.put("customers/a\x1b[2Jb\nc.yaml", "name: A\n");
    for format in ["human", "json", "sarif", "github"] {
        let ran = book.run(&format!("check --format {format}")).exits(1);
        assert_safe(&ran.all());
        assert!(ran.out.contains("customers/UPPER.yaml"), "{}", ran.out);
    }
    let listed = book.run("list customer --format csv").exits(0).out;
    assert_eq!(listed.lines().count(), 3, "{listed}");
    for id in
        ["../x", "..", ".", "/etc/passwd", "customer/../../x", "a/b/c", "con", "", " ", "\u{0}x"]
    {
        if id.contains('\0') {
            continue;
        }
        let ran = book.run_args(&["show", id]).exits(2);
        assert_safe(&ran.all());
        book.run_args(&["--as", "li-wei", "add", "customer", "name=X", "--id", id, "--new"])
            .exits(2);
    }
}

#[cfg(unix)]
#[test]
fn links_and_other_things_that_are_no_files() {
    use std::os::unix::fs::symlink;
    let book = Book::small();
    let outside = book.home().join("secret.yaml");
    std::fs::write(&outside, "name: TOPSECRET\n").unwrap();
    symlink(&outside, book.root().join("customers/link.yaml")).unwrap();
    symlink(book.home(), book.root().join("opportunities/home")).unwrap();
    symlink(book.root(), book.root().join("customers/loop")).unwrap();
    symlink("nowhere", book.root().join("customers/dangling.yaml")).unwrap();
    let pipe = book.root().join("customers/pipe.yaml");
    let _ = std::process::Command::new("mkfifo").arg(pipe).status();
    let ran = book.run("check").exits(1);
    assert!(ran.out.contains("symbolic links are not followed"), "{}", ran.out);
    for line in ["list customer", "show link", "show customer/link --format json", "fmt --check"] {
        assert!(!book.run(line).all().contains("TOPSECRET"), "{line}");
    }
    assert!(!ran.all().contains("TOPSECRET"));
    book.run("--as li-wei set link size=large").exits(2);
    // A policy that leads out of the book is none.
    std::fs::remove_file(book.root().join("salesops.toml")).unwrap();
    std::fs::write(book.home().join("policy.toml"), "format = 1\ncurrency = \"USD\"\n").unwrap();
    symlink(book.home().join("policy.toml"), book.root().join("salesops.toml")).unwrap();
    let ran = book.run("check");
    assert!(ran.code != 0, "{}", ran.all());
    assert!(!book.run("policy currency").all().contains("USD"));
}

/// Names that want to be commands to a terminal, a spreadsheet, a page, a workflow or a log.
const NAMES: [&str; 12] = [
    "\u{1b}[2J\u{1b}]0;owned\u{7}",
    "a\u{202e}gnp.exe\u{2066}x",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "two\nlines\r\nand ::error::three",
    "a|b`c`<script>alert(1)</script>",
    "![x](javascript:alert(1))",
    "\"quoted\",with,commas",
    "::set-output name=x::y",
    "\u{9b}31m\u{feff}\u{200b}",
];

#[test]
fn hostile_names_stay_text_in_every_format() {
    let book = Book::small();
    for (at, name) in NAMES.iter().enumerate() {
        let quoted = serde_json::to_string(name).unwrap().replace('\u{9b}', "\\u009b");
        let quoted = quoted.replace('\u{202e}', "\\u202e").replace('\u{feff}', "\\ufeff");
        book.put(
            &format!("customers/h{at}.yaml"),
            format!("name: {quoted}\ntype: {quoted}\ntags:\n  x: {quoted}\n"),
        );
        book.put(
            &format!("opportunities/o{at}.yaml"),
            format!("customer: h{at}\nname: {quoted}\nstage: {quoted}\namount: 1\n"),
        );
    }
    for kind in ["customer", "opportunity"] {
        for format in ["human", "md"] {
            let ran = book.run(&format!("list {kind} --format {format}")).exits(0);
            assert_safe(&ran.all());
            // A name is one row, whatever stands in it: title and heading, rule, and the small book's.
            let lines = ran.out.lines().count();
            assert_eq!(lines, NAMES.len() + if format == "human" { 4 } else { 3 }, "{}", ran.out);
            assert!(format == "human" || !ran.out.contains("<script>"), "{}", ran.out);
        }
        let json = book.run(&format!("list {kind} --format json")).exits(0).out;
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let names: Vec<&str> =
            json.as_array().unwrap().iter().filter_map(|row| row["name"].as_str()).collect();
        NAMES.iter().for_each(|name| assert!(names.contains(name), "{name:?}"));
        book.run(&format!("list {kind} -o list.csv")).exits(0);
        for cell in book.text("list.csv").split([',', '\n']) {
            assert!(!cell.trim_matches('"').starts_with(['=', '+', '@']), "{cell}");
        }
        std::fs::remove_file(book.root().join("list.csv")).unwrap();
    }
    for at in 0..NAMES.len() {
        for line in
            [format!("show h{at}"), format!("show o{at}"), format!("set h{at} note=x --dry-run")]
        {
            assert_safe(&book.run(&line).all());
        }
    }
    for format in ["human", "json", "sarif", "github"] {
        let ran = book.run(&format!("check --format {format}")).exits(1);
        assert_safe(&ran.all());
        match format {
            "github" => assert!(
                ran.out.lines().all(|line| line.starts_with("::") && line.contains(" file=")),
                "{}",
                ran.out
            ),
            "human" => {}
            _ => assert!(serde_json::from_str::<serde_json::Value>(&ran.out).is_ok()),
        }
    }
    for report in ["pipeline", "funnel", "wins", "revenue", "cycle"] {
        for format in ["human", "md"] {
            let ran = book.run(&format!("report {report} --by customer --format {format}"));
            assert_safe(&ran.all());
        }
    }
}

#[test]
fn policies_that_are_none() {
    let book = Book::small();
    for text in [
        "",
        "\u{feff}",
        "format",
        "format =",
        "format = \"1\"",
        "format = 1.5",
        "format = -1",
        "format = 0",
        "format = 1\nformat = 1",
        "[format]",
        "[[format]]",
        "x = 1",
        "currency = \"CNX\"",
        "currency = 5",
        "zone = \"+99:99\"",
        "zone = \"Asia/Shanghai\"",
        "lang = \"fr\"",
        "packs = [\"x\"]",
        "packs = 1",
        "packs = []",
        "stages = []",
        "stages = [\"a\"]",
        "stages = [1]",
        "stages = [\"potential\", \"potential\"]",
        "[stage.potential]\nprobability = 500",
        "[stage.potential]\nprobability = -1",
        "[stage.potential]\ngates = [\"nonsense\"]",
        "[stage.x]\nen = \"x\"",
        "[stage]\npotential = 1",
        "tracks = [\"nope\"]",
        "[track.full]\nwhen = \"colour:red\"",
        "[track.full]\nwhen = \"\"",
        "[track.full]\nwhen = \"amount:..\"",
        "[rules]\nnonsense = \"error\"",
        "[rules]\nbad-id = \"loud\"",
        "[rules]\nyaml-syntax = \"off\"",
        "[required.customer]\nalways = [\"nope\"]",
        "[required.zzz]\nalways = []",
        "[required.customer]\nnever = [\"name\"]",
        "[opp]\ntask_force_min = -5",
        "[opp]\nentry_stage = \"nope\"",
        "[opp]\nclose_a_role = \"nope\"",
        "[opp]\ntask_force_min = 99999999999999999999",
        "[role.x]\nlevel = \"high\"",
        "[source]\nx = {}",
        "a.b.c.d.e = 1",
        "a = {b = {c = {}}}",
        "\0",
        "\u{1b}[2J = 1",
        "'''",
        "\"",
        "[",
        "]]",
        "<<<<<<< HEAD\nformat = 1\n=======\nformat = 1\n>>>>>>> x",
        "format = 9223372036854775807",
        "format = 99999999999999999999",
        "format = 1979-05-27",
        "format = nan",
        "format = 0x1",
    ] {
        book.put("salesops.toml", text);
        for words in [
            &["check"][..],
            &["check", "--format", "json", "--lang", "zh"],
            &["policy"],
            &["list", "opportunity"],
            &["show", "acme-7k3q"],
            &["report", "pipeline"],
            &["report", "funnel"],
            &["advance", "acme-7k3q", "--dry-run"],
            &["schema", "opportunity"],
            &["add", "opportunity", "customer=acme", "name=x", "--dry-run"],
            &["clause", "OPS-4.3.1a"],
            &["fmt", "--check"],
            &["list", "opportunity", "stage:potential"],
            &["win", "acme-7k3q", "--dry-run"],
        ] {
            let (_, out, err) = within(&book, words);
            assert_safe(&out);
            assert_safe(&err);
        }
    }
    let nested = format!("a = {}{}", "[".repeat(5_000), "]".repeat(5_000));
    let dotted = format!("{}x = 1", "a.".repeat(5_000));
    let long = format!("# {}\nformat = 1\n", "x".repeat(2_000_000));
    for text in
        [nested.as_bytes(), dotted.as_bytes(), long.as_bytes(), b"\xff\xfe", b"format = 1 # \xff"]
    {
        book.put("salesops.toml", text);
        within(&book, &["check"]);
        within(&book, &["policy"]);
    }
}

#[test]
fn arguments_that_mean_nothing() {
    let book = Book::small();
    let before = book.files();
    let long = "很长".repeat(20_000);
    let long_value = format!("size={long}");
    let mut wrong = Vec::new();
    for words in [
        &["list", "customer", "amount:1"][..],
        &["list", "opportunity", "amount:99999999999999999999999999999999999999999999.."],
        &["list", "opportunity", "amount:1e9.."],
        &["list", "opportunity", "amount:5..1..2"],
        &["list", "opportunity", "expected_close:2026-99"],
        &["list", "opportunity", "expected_close:99999999999999-01-01.."],
        &["list", "opportunity", "stage:("],
        &["list", "opportunity", ":"],
        &["list", "opportunity", ":x"],
        &["list", "opportunity", "not:"],
        &["list", "opportunity", "not:not:not:stge:potential"],
        &["list", "opportunity", "needs.budget.max:abc"],
        &["list", "opportunity", "....:x"],
        &["list", "", "x"],
        &["show", ""],
        &["show", "99999999999999999999999999"],
        &["show", "-5"],
        &["show", &long],
        &["list", &long],
        &["set", "acme", &long_value],
        &["set", "acme", "="],
        &["set", "acme", "=x"],
        &["set", "acme", "+=x"],
        &["set", "acme", "contacts.999999999999999999999.name=x"],
        &["set", "acme", "contacts.-1.name=x"],
        &["set", "acme", "contacts..name=x"],
        &["set", "acme", ".=x"],
        &["set", "acme", "tags.=x"],
        &["set", "acme", "tags.a.b.c=x"],
        &["set", "acme", "annual_purchase.amount=1e99"],
        &["set", "acme", "annual_purchase.amount=9999999999999999999999999999999999999999亿"],
        &["set", "acme", "annual_purchase.year=99999999999"],
        &["set", "acme", "next.on=31.02.2026"],
        &["set", "acme", "next.on=+99999999999wd"],
        &["set", "acme", "next.on=+99999999d"],
        &["set", "acme", "next.on=十三月"],
        &["log", "call", "acme", "x", "--on", "9999-12-31"],
        &["log", "call", "acme", "x", "--next", "never"],
        &["log", "call", "acme", "x", "--next", "+999999999wd"],
        &["log", "", "acme", "x"],
        &["report", "wins", "--period", "9999999-q9"],
        &["report", "wins", "--period", "近99999999999999天"],
        &["report", "wins", "--period", "2026-12..2026-01"],
        &["report", "wins", "--by", "owner+stage+team"],
        &["report", "wins", "--by", ""],
        &["report", "wins", "--by", "tags."],
        &["report", "wins", "owner:zzz"],
        &["undo", "99999999999999999999999"],
        &["check", "../.."],
        &["check", "/"],
        &["explain", "../../etc/passwd"],
        &["clause", "*"],
        &["policy", "[.*"],
        &["schema", "customers/../x"],
        &["init", "x", "--zone", "+99:00"],
        &["init", "x", "--currency", ""],
        &["--as-of", "0000-00-00", "check"],
        &["--as-of", "99999-01-01", "check"],
        &["--as-of", "2026-11-21T25:00:00+08:00", "check"],
        &["--as", "", "set", "acme", "size=large"],
        &["--as", &long, "set", "acme", "size=large"],
        &["-C", "", "nonsense"],
        &["-C", "salesops.toml", "nonsense"],
        &["--format", "", "list", "customer"],
        &["--nonsense"],
        &["\u{1b}[2J"],
        &["show", "\u{1b}[2J"],
        &["推"],
    ] {
        for lang in ["en", "zh"] {
            let line = [&["--lang", lang], words].concat();
            let (exit, out, err) = within(&book, &line);
            let shown: String = words.join(" ").chars().take(200).collect();
            if exit == Exit::Fine || !out.is_empty() {
                wrong.push(format!("{exit:?} {shown}: {out}{err}"));
                continue;
            }
            assert!(!err.trim().is_empty() && err.len() < 200_000, "{shown}: {}", err.len());
            assert_safe(&err);
            let chinese =
                err.contains("错误") || err.chars().any(|c| ('\u{4e00}'..'\u{9fff}').contains(&c));
            assert!(lang == "en" || chinese, "{shown}: {err}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(book.files() == before);
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text() {
    use std::os::unix::ffi::OsStringExt;
    let book = Book::small();
    for lang in ["en", "zh"] {
        let mut command = book.command(&["--lang", lang, "show"]);
        let output = command.arg(OsString::from_vec(vec![0xff, 0xfe])).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(!String::from_utf8(output.stderr).unwrap().contains("panicked"));
    }
}

fn record_text() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "name",
        "type",
        "contacts",
        "owner",
        "moves",
        "tags",
        "credit",
        "intent",
        "needs",
        "next",
        "aliases",
        "annual_purchase",
        "entered",
        "zzz",
        "- id",
        "  - {id",
        "    phone",
        "  max",
    ]);
    let value = prop_oneof![
        Just(String::new()),
        Just("li-wei".to_owned()),
        Just("[a, {b: c}]".to_owned()),
        Just("{on: 2026-01-01, by: li-wei}".to_owned()),
        Just("|\n  text".to_owned()),
        Just("2026-02-30".to_owned()),
        "[ -~]{0,12}",
        "\\PC{0,8}",
        any::<f64>().prop_map(|number| number.to_string()),
    ];
    let line = (0_usize..3, key, value)
        .prop_map(|(depth, key, value)| format!("{}{key}: {value}\n", "  ".repeat(depth)));
    prop_oneof![
        4 => prop::collection::vec(line, 0..12).prop_map(|lines| lines.concat()),
        1 => "[a-z:{}\\[\\]&*!|>'\"#\\- \n]{0,80}",
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_as_a_record(text in record_text()) {
        let book = Book::small();
        survives(&book, text.as_bytes());
    }

    #[test]
    fn any_bytes_as_a_record(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let book = Book::small();
        survives(&book, &bytes);
    }

    #[test]
    fn any_text_as_a_deal(text in record_text(), stage in "[a-z_]{0,12}") {
        let book = Book::small();
        book.put("opportunities/any.yaml", format!("stage: {stage}\n{text}"));
        for words in [
            &["check"][..], &["show", "opportunity/any"], &["report", "pipeline", "--lenient"],
            &["report", "funnel", "--lenient"], &["report", "cycle", "--lenient"],
            &["advance", "opportunity/any", "--dry-run"], &["win", "opportunity/any", "--dry-run"],
        ] {
            let (_, out, err) = within(&book, words);
            assert_safe(&out);
            assert_safe(&err);
        }
    }

    #[test]
    fn any_arguments(words in prop::collection::vec(prop_oneof![
        prop::sample::select(vec!["set", "add", "list", "show", "log", "report", "--by", "--period",
            "customer", "acme", "--format", "json", "-q", "--dry-run", "undo", "win", "check", "name="])
            .prop_map(str::to_owned),
        "\\PC{0,10}",
    ], 0..6)) {
        let book = Book::small();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        // `-o` and `-C` lead out of the book, as they are meant to; `edit` starts what EDITOR names.
        if !words.iter().any(|word| word.starts_with("-o") || word.starts_with("--o") || word.starts_with("-C") || word.starts_with("init")) {
            let (_, out, err) = within(&book, &words);
            assert_safe(&out);
            assert_safe(&err);
        }
    }
}
