//! Words: every command, argument, field and value has them in both languages, and none of what
//! people are told to type needs quoting in a shell.

use std::collections::{BTreeMap, BTreeSet};

use clap::{Command, CommandFactory};
use salesops::base::field::{Field, Shape, Vocabulary};
use salesops::base::kind::Kind;
use salesops::base::text::{Label, Lang};
use salesops::cli::{Cli, help};
use salesops::flow::gates::GATES;
use salesops::policy::Policy;
use salesops::reports::REPORTS;
use salesops::rules::RULES;

use crate::support::Book;

fn command(lang: Lang) -> Command {
    let mut command = help::localized(Cli::command(), lang);
    command.build();
    command
}

#[test]
fn the_commands_are_sound() {
    for lang in [Lang::En, Lang::Zh] {
        help::localized(Cli::command(), lang).debug_assert();
    }
}

/// Every text of help, by where it stands.
fn texts(command: &Command) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut add = |place: String, text: Option<&clap::builder::StyledStr>| {
        found.insert(place, text.map(ToString::to_string).unwrap_or_default());
    };
    let about = |command: &Command| command.get_about().cloned();
    add("salesops".to_owned(), about(command).as_ref());
    for arg in command.get_arguments() {
        add(format!("salesops {}", arg.get_id()), arg.get_help());
    }
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        add(sub.get_name().to_owned(), about(sub).as_ref());
        for arg in sub.get_arguments() {
            add(format!("{} {}", sub.get_name(), arg.get_id()), arg.get_help());
        }
    }
    found
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn every_command_and_argument_has_help_in_both_languages() {
    let (en, zh) = (texts(&command(Lang::En)), texts(&command(Lang::Zh)));
    assert!(en.len() > 150, "{}", en.len());
    for (place, text) in &en {
        assert!(!text.is_empty() && !has_chinese(text), "{place}: {text:?}");
        // Its own flags are the parser's, in its own words.
        let zh = zh.get(place).unwrap_or_else(|| panic!("{place} is only in English"));
        assert!(has_chinese(zh), "{place}: {zh:?}");
    }
}

#[test]
fn no_chinese_text_is_left_over() {
    let command = command(Lang::En);
    let ids = |command: &Command| -> BTreeSet<String> {
        command.get_arguments().map(|arg| arg.get_id().to_string()).collect()
    };
    for (name, texts) in help::COMMANDS {
        let sub = command.find_subcommand(name).unwrap_or_else(|| panic!("no command {name}"));
        for (id, _) in texts.iter().filter(|(id, _)| !id.is_empty()) {
            assert!(ids(sub).contains(*id), "{name} has no {id}");
        }
    }
    for (id, _) in help::GLOBAL.iter().filter(|(id, _)| !id.is_empty()) {
        assert!(ids(&command).contains(*id), "there is no global {id}");
    }
    let named: BTreeSet<&str> = help::COMMANDS.iter().map(|(name, _)| *name).collect();
    let there = command.get_subcommands().map(Command::get_name).filter(|name| *name != "help");
    assert_eq!(named, there.collect());
}

#[test]
fn help_is_printed_in_both_languages() {
    let book = Book::none();
    let command = command(Lang::En);
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let name = sub.get_name();
        let en = book.run(&format!("{name} --help")).exits(0).out;
        assert!(en.contains("Usage: salesops"), "{en}");
        let zh = book.run(&format!("--lang zh {name} -h")).exits(0).out;
        assert!(zh.contains("用法：salesops"), "{zh}");
        for english in ["Usage", "Options:", "Arguments:", "Print help", "possible values"] {
            assert!(!zh.contains(english), "{name}: {zh}");
        }
        let Some(alias) = sub.get_visible_aliases().next() else {
            panic!("{name}: no Chinese name")
        };
        assert_eq!(book.run(&format!("--lang zh {alias} -h")).exits(0).out, zh);
    }
}

#[test]
fn names_of_commands_are_not_each_others() {
    let command = command(Lang::En);
    let mut seen = BTreeSet::new();
    for sub in command.get_subcommands() {
        for name in std::iter::once(sub.get_name()).chain(sub.get_all_aliases()) {
            assert!(seen.insert(name.to_owned()), "{name} means two commands");
        }
    }
}

// ---- Fields ----

fn each_table(visit: &mut dyn FnMut(&str, &'static [Field])) {
    fn walk(path: &str, table: &'static [Field], visit: &mut dyn FnMut(&str, &'static [Field])) {
        visit(path, table);
        for field in table {
            if let Shape::Group(inner) = field.shape.core() {
                walk(&format!("{path}.{}", field.key), inner, visit);
            }
        }
    }
    for kind in Kind::ALL {
        walk(kind.key(), kind.fields(), visit);
    }
}

#[test]
fn every_field_and_value_has_its_words() {
    let complete = |place: &str, label: Label| {
        assert!(!label.en.trim().is_empty() && !has_chinese(label.en), "{place}: {label:?}");
        assert!(!label.zh.trim().is_empty(), "{place}: {label:?}");
    };
    each_table(&mut |path, table| {
        for field in table {
            let place = format!("{path}.{}", field.key);
            complete(&place, field.label);
            complete(&place, field.doc);
            if let Shape::Choice(choices) = field.shape.core() {
                let keys: BTreeSet<&str> = choices.iter().map(|choice| choice.key).collect();
                assert_eq!(keys.len(), choices.len(), "{place}");
                choices.iter().for_each(|choice| complete(&place, choice.label));
            }
            let is_term = matches!(field.shape.core(), Shape::Term);
            assert!(!is_term || field.terms.is_some(), "{place} has no list of values");
        }
    });
    for kind in Kind::ALL {
        complete(kind.key(), kind.label());
        complete(kind.key(), kind.plural());
    }
    for rule in RULES {
        for label in [rule.what, rule.why, rule.remedy] {
            complete(rule.name, label);
            assert!(has_chinese(label.zh), "{}: {}", rule.name, label.zh);
        }
    }
    for gate in GATES {
        complete(gate.name, gate.label);
        complete(gate.name, gate.doc);
    }
    for report in REPORTS {
        complete(report.name, report.label);
        complete(report.name, report.doc);
    }
}

#[test]
fn every_term_of_the_built_in_policy_has_its_words() {
    let policy = Policy::builtin();
    let mut lists = BTreeSet::new();
    each_table(&mut |_, table| lists.extend(table.iter().filter_map(|field| field.terms)));
    assert!(lists.contains(&Vocabulary::Stage));
    for list in lists {
        for (key, name) in policy.terms(list) {
            assert!(!name.en.is_empty() && !has_chinese(&name.en), "{list:?} {key}");
            assert!(has_chinese(&name.zh), "{list:?} {key}");
        }
    }
}

#[test]
fn what_names_a_field_names_no_other_in_its_table() {
    each_table(&mut |path, table| {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for field in table {
            let names = [field.key, field.label.en, field.label.zh];
            let names = names.iter().chain(field.aliases);
            let names: BTreeSet<String> = names.map(|name| name.to_lowercase()).collect();
            for name in names {
                if let Some(other) = seen.insert(name.clone(), field.key) {
                    panic!("{path}: `{name}` means {other} and {}", field.key);
                }
            }
        }
    });
}

#[test]
fn what_names_a_value_names_no_other_of_its_list() {
    let disjoint = |place: &str, names: &[(String, [String; 3])]| {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (key, words) in names {
            for word in words.iter().collect::<BTreeSet<_>>() {
                let other = seen.insert(word, key);
                assert!(other.is_none(), "{place}: `{word}` means {other:?} and {key}");
            }
        }
    };
    each_table(&mut |path, table| {
        for field in table {
            if let Shape::Choice(choices) = field.shape.core() {
                let names: Vec<_> = choices
                    .iter()
                    .map(|c| {
                        let words = [c.key, c.label.en, c.label.zh].map(str::to_lowercase);
                        (c.key.to_owned(), words)
                    })
                    .collect();
                disjoint(&format!("{path}.{}", field.key), &names);
            }
        }
    });
}

// ---- What shells would take apart ----

/// Characters that bash, PowerShell or cmd would not hand through as they are.
const QUOTED: &str = "&|<>^%!$;\"'`";

#[track_caller]
fn typeable(place: &str, command: &str) {
    let placeholder = command.replace(['[', ']'], "");
    // PowerShell makes a list of what a comma parts.
    let bad = placeholder.chars().find(|c| QUOTED.contains(*c) || "(){}*?~#,\\".contains(*c));
    assert!(bad.is_none(), "{place}: {bad:?} in `{command}`");
}

/// The commands in a text: what stands between backticks and begins with the program's name.
fn commands(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2).filter(|part| part.starts_with("salesops"))
}

#[test]
fn help_needs_no_quoting() {
    for lang in [Lang::En, Lang::Zh] {
        for (place, text) in texts(&command(lang)) {
            let bad = text.chars().find(|c| QUOTED.replace(['\'', ';'], "").contains(*c));
            // An apostrophe and a semicolon belong to prose; an example has neither.
            assert!(bad.is_none(), "{place}: {bad:?} in {text:?}");
        }
    }
    for rule in RULES {
        for lang in [Lang::En, Lang::Zh] {
            commands(rule.remedy.pick(lang)).for_each(|command| typeable(rule.name, command));
        }
    }
}

#[test]
fn what_the_program_tells_people_to_type_needs_no_quoting() {
    let book = Book::small();
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    // A book with as many faults as fit into it, and a deal that lacks everything.
    for (path, text) in FAULTY {
        book.put(path, text);
    }
    for lang in ["en", "zh"] {
        for line in ["check", "list customer", "show lacking", "show zzz", "undo", "add customer"] {
            let ran = book.run(&format!("{line} --lang {lang}"));
            lines.push((line.to_owned(), commands(&ran.all()).map(str::to_owned).collect()));
        }
        for stage in ["needs_confirmed", "solution", "delivery"] {
            let ran = book
                .run(&format!("--as li-wei --lang {lang} advance lacking --to {stage}"))
                .exits(1);
            let remedies =
                ran.err.lines().map(str::trim).filter(|line| line.starts_with("salesops"));
            let remedies: Vec<String> = remedies.map(str::to_owned).collect();
            assert!(remedies.len() > 5, "{}", ran.err);
            lines.push((stage.to_owned(), remedies));
        }
    }
    assert!(lines.iter().map(|(_, commands)| commands.len()).sum::<usize>() > 60);
    for (place, commands) in &lines {
        commands.iter().for_each(|command| typeable(place, command));
    }
}

const FAULTY: &[(&str, &str)] = &[
    (
        "opportunities/lacking.yaml",
        "customer: dealer\nstage: potential\ngrade: A\nneeds:\n  special:\n    - {text: 'a & b'}\n",
    ),
    (
        "customers/dealer.yaml",
        "name: Dealer\ntype: dealer\nowner: nobody\ntags:\n  unknwon: x\nindustri: x\n",
    ),
    (
        "opportunities/late.yaml",
        "customer: acme\nname: Late\nstage: contract\nexpected_close: 2025-01-01\namount: 1\nlines:\n  - {product: erp, qty: 1, price: 3}\n",
    ),
    ("opportunities/lost.yaml", "customer: acme\nstage: potential\noutcome: lost\n"),
    ("products/bare.yaml", "name: Bare\n"),
    ("members/bare.yaml", "name: Bare\nleft_on: 2020-01-01\n"),
];

/// The lines of a page that are shown as typed: those of sessions, and commands in the text.
fn typed(page: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut fence = None;
    for line in page.lines() {
        match (fence, line.strip_prefix("```")) {
            (None, Some(language)) => fence = Some(language),
            (Some(_), Some(_)) => fence = None,
            (Some("console"), None) => {
                found.extend(line.strip_prefix("$ salesops").map(|rest| format!("salesops{rest}")));
            }
            (None, None) => found.extend(commands(line).map(str::to_owned)),
            _ => {}
        }
    }
    found
}

#[test]
fn what_the_pages_tell_people_to_type_needs_no_quoting() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = std::fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let pages = docs.chain(["README.md", "README.zh-CN.md"].map(|page| root.join(page)));
    let mut seen = 0;
    for page in pages.filter(|page| page.extension().is_some_and(|ending| ending == "md")) {
        for command in typed(&std::fs::read_to_string(&page).unwrap()) {
            seen += 1;
            // English text has blanks: the tour puts it between double quotes, which mean the same in
            // every shell.
            let command = if page.ends_with("docs/tour.md") { unquoted(&command) } else { command };
            typeable(&page.display().to_string(), &command);
        }
    }
    assert!(seen > 150, "{seen}");
}

fn unquoted(command: &str) -> String {
    command.split('"').step_by(2).collect()
}

#[test]
fn the_quick_cards_work_as_they_stand() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for (page, lang) in [("quick-card.md", "en"), ("quick-card.zh-CN.md", "zh")] {
        let book = Book::small().used_by("li-wei");
        book.put("leads/lead-1.yaml", "name: 恒锐机械\nsource: exhibition\ngrade: mid\n");
        book.put("orders/ord-1.yaml", "customer: acme\namount: 9000\nowner: li-wei\n");
        book.put("tickets/tic-1.yaml", "customer: acme\nwhat: 无法登录\nowner: li-wei\n");
        book.put(
            "payments/pay-1.yaml",
            "customer: acme\ndue: 2026-11-21\namount: 9000\nowner: li-wei\n",
        );
        let text = std::fs::read_to_string(root.join("docs").join(page)).unwrap();
        let lines: Vec<String> = typed(&text);
        assert!(lines.len() > 20, "{page}: {lines:?}");
        for line in lines {
            let rest = line.strip_prefix("salesops ").unwrap();
            let ran = book.run(&format!("{rest} --lang {lang}"));
            // Gates and findings may hold a deal; a line that cannot be understood may not stand.
            let may_refuse = [
                "advance", "adv", "推进", "推", "check", "检查", "assign", "分配", "convert",
                "order", "订单", "转化",
            ];
            let refused = ran.code == 1 && may_refuse.iter().any(|word| rest.starts_with(word));
            assert!(ran.code == 0 || refused, "{page}: {line}\n{}", ran.all());
        }
    }
}

#[test]
fn every_command_has_its_manual_page() {
    let book = Book::none();
    for (lang, heading) in [("en", ".SH SYNOPSIS"), ("zh", ".SH 用法")] {
        let page = book.run(&format!("man --lang {lang}")).exits(0).out;
        assert!(page.contains(".TH salesops 1") && page.contains(heading), "{page}");
        book.run(&format!("man -o pages-{lang} --lang {lang}")).exits(0);
        for sub in command(Lang::En).get_subcommands() {
            let page = book.text(&format!("pages-{lang}/salesops-{}.1", sub.get_name()));
            assert!(page.contains(heading), "{page}");
        }
    }
}
