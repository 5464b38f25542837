//! The outputs in the pages written by hand, made by the program itself.
//!
//! Each fenced block `console` of a page is a session: its lines that begin with `$ salesops` are
//! run one after another, over a copy of the example book that the whole page shares, and what
//! stands below each must be what it prints. `$ cd`, `$ export` and `$ alias salesops=…` do what they
//! do in a shell.
#![cfg(unix)]

use std::cell::RefCell;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use salesops::cli::{self, Env};

use super::{root, same};

// Where the program looks for a home.
const HOMES: [&str; 3] = ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"];

const PAGES: [&str; 9] = [
    "README.md",
    "README.zh-CN.md",
    "docs/json.md",
    "docs/extending.md",
    "docs/queries.md",
    "docs/queries.zh-CN.md",
    "docs/threat-model.md",
    "docs/tour.md",
    "docs/tour.zh-CN.md",
];

#[test]
fn what_the_pages_show_is_what_the_program_prints() {
    for page in PAGES {
        let text = fs::read_to_string(root().join(page)).unwrap_or_default();
        let mut session = Session::new();
        same(page, &rerun(&text, &mut session));
    }
}

fn rerun(text: &str, session: &mut Session) -> String {
    let mut page = String::new();
    let mut lines = text.lines().peekable();
    let mut is_console = false;
    while let Some(line) = lines.next() {
        page.push_str(line);
        page.push('\n');
        match (is_console, line) {
            (false, "```console") => is_console = true,
            (true, "```") => is_console = false,
            (true, command) => {
                let mut shown = String::new();
                while let Some(next) = lines.next_if(|next| !ends(next)) {
                    shown.push_str(next);
                    shown.push('\n');
                }
                let printed = command.strip_prefix("$ ").and_then(|words| session.run(words));
                page.push_str(&printed.unwrap_or(shown));
            }
            _ => {}
        }
    }
    page
}

// A session ends with its fence; an output ends with the next command or an empty line before it.
fn ends(line: &str) -> bool {
    line == "```" || line.starts_with("$ ")
}

struct Session {
    home: tempfile::TempDir,
    folder: PathBuf,
    vars: Vec<(String, String)>,
    always: Vec<String>,
    commands: u64,
}

impl Session {
    fn new() -> Session {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("salesops");
        copy(&root().join("examples"), &folder.join("examples"));
        Session { home, folder, vars: Vec::new(), always: Vec::new(), commands: 0 }
    }

    // What a command prints; `None` for what is no command of ours.
    fn run(&mut self, line: &str) -> Option<String> {
        let words = words(line);
        match words.first().map(String::as_str) {
            Some("cd") => {
                self.folder = self.folder.join(&words[1]);
                Some(String::new())
            }
            Some("export") => {
                let (name, value) = words[1].split_once('=').unwrap();
                self.vars.retain(|(known, _)| known != name);
                self.vars.push((name.to_owned(), value.to_owned()));
                Some(String::new())
            }
            Some("alias") => {
                let (_, command) = words[1].split_once('=').unwrap();
                self.always = command.split(' ').skip(1).map(str::to_owned).collect();
                Some(String::new())
            }
            Some("salesops") => Some(self.salesops(&words[1..])),
            _ => None,
        }
    }

    // Each command draws its ids from a number of its own, so that they are the same in every run.
    fn salesops(&mut self, args: &[String]) -> String {
        self.commands += 1;
        let home = self.home.path().display().to_string();
        let vars = HOMES.iter().map(|name| ((*name).to_owned(), home.clone()));
        let env = Env {
            vars: vars.chain(self.vars.iter().cloned()).collect(),
            folder: self.folder.clone(),
            seed: Some(self.commands),
            ..Env::default()
        };
        let words = ["salesops"].into_iter().map(str::to_owned).chain(self.always.clone());
        let screen = Screen::default();
        let (mut out, mut err) = (screen.clone(), screen.clone());
        cli::run(words.chain(args.iter().cloned()).map(Into::into), &env, &mut out, &mut err);
        let printed = String::from_utf8(screen.0.take()).unwrap();
        let printed = printed.replace(&format!("{home}/salesops"), "~");
        printed.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }
}

/// Where data and words meet, in the order in which they come.
#[derive(Clone, Default)]
struct Screen(Rc<RefCell<Vec<u8>>>);

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn copy(from: &Path, to: &Path) {
    let Ok(entries) = fs::read_dir(from) else { return };
    fs::create_dir_all(to).unwrap();
    for entry in entries {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

// Words of a command line; quotes hold a word together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut is_open, mut is_quoted) = (String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' => (is_quoted, is_open) = (!is_quoted, true),
            ' ' if !is_quoted => {
                if is_open {
                    words.push(std::mem::take(&mut word));
                }
                is_open = false;
            }
            c => {
                word.push(c);
                is_open = true;
            }
        }
    }
    if is_open {
        words.push(word);
    }
    words
}
