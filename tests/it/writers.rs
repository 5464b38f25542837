//! Several writers, writers that die, and files that change behind a writer's back.

use std::collections::BTreeSet;
use std::process::Stdio;
use std::sync::mpsc;
use std::thread;

use salesops::base::change::Change;
use salesops::store::{Folder, journal, lock, write::write};

use crate::support::{Book, SMALL};

const WRITERS: usize = 30;

#[test]
fn thirty_writers_at_once_lose_nothing() {
    let book = Book::small().used_by("li-wei");
    let line = |n: usize| match n % 3 {
        0 => format!("set acme former_names+=old{n}"),
        1 => format!("log call acme-7k3q talk{n} --next 2026-12-01 step{n}"),
        _ => format!("set acme aliases+=name{n}"),
    };
    thread::scope(|scope| {
        for n in 0..WRITERS {
            let book = &book;
            scope.spawn(move || book.run(&line(n)).exits(0));
        }
    });
    let (customer, files) = (book.text("customers/acme.yaml"), book.files());
    let talks: Vec<&str> = files
        .iter()
        .filter(|(path, _)| path.starts_with("activities/"))
        .map(|(_, bytes)| std::str::from_utf8(bytes).unwrap())
        .collect();
    for n in 0..WRITERS {
        let there = match n % 3 {
            0 => customer.contains(&format!("\n  - old{n}\n")),
            1 => talks.iter().any(|text| text.contains(&format!("content: talk{n}\n"))),
            _ => customer.contains(&format!("\n  - name{n}\n")),
        };
        assert!(there, "{} is lost:\n{customer}", line(n));
    }
    assert_eq!(talks.len(), WRITERS / 3 + 1);
    // The last of them decided the next step; each was journalled, so all can be taken back.
    assert!(book.text("opportunities/acme-7k3q.yaml").contains("  what: step"));
    book.run(&format!("undo {WRITERS}")).exits(0);
    let left = book.files();
    for (path, text) in SMALL {
        assert_eq!(left[*path], text.as_bytes(), "{path}");
    }
    assert_eq!(left.len(), SMALL.len());
}

#[test]
fn two_people_adding_the_same_customer_meet() {
    let book = Book::small();
    let codes: Vec<i32> = thread::scope(|scope| {
        let add = || book.run("--as li-wei add customer name=辉煌机械").code;
        let threads: Vec<_> = (0..6).map(|_| scope.spawn(add)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(codes.iter().filter(|code| **code == 0).count(), 1, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| **code == 1).count(), 5, "{codes:?}");
}

// Killing needs signals; elsewhere the same code path is run without them.
#[cfg(unix)]
#[test]
fn a_killed_writer_leaves_every_file_old_or_new() {
    use std::time::Duration;
    let book = Book::small().used_by("li-wei");
    let long = "x".repeat(100_000);
    let mut seen = BTreeSet::new();
    for round in 0..30_u64 {
        let note = format!("note=r{round}-{long}");
        let mut command = book.command(&["set", "acme", &note, "tags.vip=yes", "--quiet"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_millis(round * 4));
        // It may be done already.
        let _ = child.kill();
        child.wait().unwrap();
        let text = book.text("customers/acme.yaml");
        let whole = text == SMALL[3].1
            || (text.contains(&format!("-{long}\n")) && text.ends_with("  vip: \"yes\"\n"));
        assert!(whole, "round {round}: {} bytes", text.len());
        seen.insert(text.len());
        assert_eq!(book.run("list customer --format csv").exits(0).out.lines().count(), 2);
        book.run("check").exits(0);
    }
    // Nothing that a dead writer left stands in the next one's way.
    book.run("set acme size=large").exits(0);
    book.run("undo").exits(0);
    assert!(!book.text("customers/acme.yaml").contains("size: large"));
    println!("{} different outcomes", seen.len());
}

#[test]
fn left_over_temporary_files_are_not_records() {
    let book = Book::small();
    book.put("customers/.salesops-aB3x.tmp", "name: half a rec");
    book.put("customers/.acme.yaml.swp", b"\0\x01");
    assert_eq!(book.run("list customer --format csv").exits(0).out.lines().count(), 2);
    book.run("check --fail-on note").exits(0);
}

fn change(path: &str, before: Option<&str>, after: Option<&str>) -> Change {
    let bytes = |text: Option<&str>| text.map(|text| text.as_bytes().to_vec());
    Change { path: path.into(), before: bytes(before), after: bytes(after) }
}

#[test]
fn a_file_that_changed_since_it_was_read_is_left_alone() {
    let book = Book::small();
    let folder = Folder::new(book.root());
    let before = book.files();
    let fresh = change("customers/new.yaml", None, Some("name: New\n"));
    for (stale, expected) in [
        (change("customers/acme.yaml", Some("name: Old\n"), Some("name: X\n")), "has changed"),
        (change("customers/acme.yaml", Some("name: Old\n"), None), "has changed"),
        (change("customers/acme.yaml", None, Some("name: X\n")), "exists already"),
        (change("customers/gone.yaml", Some("name: Old\n"), Some("name: X\n")), "is gone"),
    ] {
        // All are compared before any is written.
        let why = write(&folder, &[fresh.clone(), stale]).unwrap_err().to_string();
        assert!(why.contains(expected), "{why}");
        assert!(book.files() == before);
    }
    write(&folder, &[fresh]).unwrap();
    assert_eq!(book.text("customers/new.yaml"), "name: New\n");
}

#[cfg(unix)]
#[test]
fn writing_keeps_modes_and_does_not_follow_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let book = Book::small().used_by("li-wei");
    let path = book.root().join("customers/acme.yaml");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o664)).unwrap();
    book.run("set acme size=large").exits(0);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o664);
    let outside = book.home().join("outside.yaml");
    std::fs::write(&outside, "name: Outside\n").unwrap();
    std::fs::remove_file(&path).unwrap();
    symlink(&outside, &path).unwrap();
    let folder = Folder::new(book.root());
    let stale = change("customers/acme.yaml", Some("name: Outside\n"), Some("name: X\n"));
    let why = write(&folder, &[stale]).unwrap_err().to_string();
    assert!(why.contains("not a regular file"), "{why}");
    book.run("set customer/acme size=large").exits(2);
    assert_eq!(std::fs::read_to_string(&outside).unwrap(), "name: Outside\n");
}

#[test]
fn who_waits_too_long_is_told_who_writes() {
    let state = tempfile::tempdir().unwrap();
    let held = lock::acquire(state.path(), "`salesops fmt` (process 42)").unwrap();
    let why = lock::acquire(state.path(), "another").map(drop).unwrap_err().to_string();
    assert_eq!(
        why,
        "the book is being written by `salesops fmt` (process 42); try again when it is done"
    );
    drop(held);
    drop(lock::acquire(state.path(), "another").unwrap());
}

#[test]
fn who_waits_gets_its_turn() {
    let state = tempfile::tempdir().unwrap();
    let held = lock::acquire(state.path(), "first").unwrap();
    let (started, waits) = mpsc::channel();
    let second = {
        let folder = state.path().to_owned();
        thread::spawn(move || {
            started.send(()).unwrap();
            lock::acquire(&folder, "second").is_ok()
        })
    };
    waits.recv().unwrap();
    drop(held);
    assert!(second.join().unwrap());
}

#[test]
fn an_undo_entry_that_cannot_be_read_is_named() {
    let book = Book::small().used_by("li-wei");
    book.run("set acme size=large").exits(0);
    let mut entries = Vec::new();
    find(&book.home(), &mut entries);
    let entry = entries.iter().find(|path| path.extension().is_some_and(|e| e == "json")).unwrap();
    std::fs::write(entry, "{").unwrap();
    let ran = book.run("undo").exits(2);
    assert!(ran.err.contains("is not an undo entry"), "{}", ran.err);
    assert!(journal::newest(entry.parent().unwrap().parent().unwrap(), 1).is_err());
}

fn find(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { find(&path, found) } else { found.push(path) }
    }
}
