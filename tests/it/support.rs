//! A small book in a temporary folder, the real program run on it, and transcripts of such runs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use salesops::base::kind::{Ids, Kind};
use salesops::cli::{self, Env};
use tempfile::TempDir;

/// The day that counts as today in every run that names none.
pub const TODAY: &str = "2026-11-21";

/// The stages of a company that asks for no papers before a deal is won.
pub const VERBAL: &str = "[stage.needs_confirmed]\n\
    gates = [\"evaluation\", \"task-force\", \"dealer-capacity\", \"decision-maker\"]\n[stage.negotiation]\ngates = [\"price\"]\n\
    [stage.contract]\ngates = [\"price\"]\n[stage.delivery]\ngates = [\"won\"]\n[stage.after_sales]\ngates = [\"won\"]\n";

/// Two members, a customer with a secret or two, a product, and a deal that has come in; no papers
/// are asked for before it is won.
pub const SMALL: &[(&str, &str)] = &[
    (
        "salesops.toml",
        "format = 1\ncurrency = \"CNY\"\nzone = \"+08:00\"\nlang = \"en\"\nwin_gates = []\n\
         [stage.needs_confirmed]\ngates = [\"evaluation\", \"task-force\", \"dealer-capacity\", \"decision-maker\"]\n\
         [stage.negotiation]\ngates = [\"price\"]\n[stage.contract]\ngates = [\"price\"]\n\
         [stage.delivery]\ngates = [\"won\"]\n[stage.after_sales]\ngates = [\"won\"]\n",
    ),
    (
        "members/li-wei.yaml",
        "name: 李伟\naliases:\n  - Li Wei\nemail: li.wei@example.com\nrole: sales_rep\nreports_to: ann-lee\nteam: east\n",
    ),
    ("members/ann-lee.yaml", "name: Ann Lee\nemail: ann@example.com\nrole: sales_supervisor\n"),
    (
        "customers/acme.yaml",
        "name: Acme Tools\naliases:\n  - 艾克米\ntype: sme\ncontacts:\n  - id: c-7k3q\n    name: Grace Liu\n    phone: \"13800138000\"\n    email: grace@acme.example\n    primary: true\nindustry: C34\n\nowner: li-wei\n",
    ),
    (
        "products/erp.yaml",
        "name: ERP Cloud\ncategory: software\nprices:\n  - {from: 2026-01-01, list: 48000.00, currency: CNY, floor: 41234.00, cost: 27654.00}\n",
    ),
    ("tags/customer.vip.yaml", "label: {en: VIP, zh: 贵宾}\ntype: yes_no\nstatus: active\n"),
    (
        "activities/2026/11/act-261109-7k3q9m2x.yaml",
        "type: call\non: 2026-11-09\ncustomer: acme\nopportunity: acme-7k3q\nmember: li-wei\npurpose: first_contact\ncontent: asked for a demo\n",
    ),
    (
        "opportunities/acme-7k3q.yaml",
        "customer: acme\nname: Acme ERP\ntype: new\nsource: exhibition\ninterest_evidence: asked for a demo\nneeds:\n  summary: one stock ledger\n  objective: count in a day\ncompetition:\n  none_known: true\n\nstage: interested\n\namount: 480000.00\nexpected_close: 2027-01-31\n\nowner: li-wei\n\nnext:\n  on: 2026-11-24\n  what: demo\nmoves:\n  - {on: 2026-11-09, by: li-wei, stage: interested}\n",
    ),
];

/// A book in a temporary folder, with a home of its own for whoever works in it.
pub struct Book {
    folder: TempDir,
    member: Option<String>,
}

/// What a run of the program left.
#[derive(Clone, Debug)]
pub struct Ran {
    pub out: String,
    pub err: String,
    pub code: i32,
}

impl Ran {
    pub fn of(output: &Output) -> Ran {
        Ran {
            out: String::from_utf8(output.stdout.clone()).expect("the output is UTF-8"),
            err: String::from_utf8(output.stderr.clone()).expect("the words are UTF-8"),
            code: output.status.code().expect("no signal ended it"),
        }
    }

    /// Data and words.
    pub fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// Asserts the exit code, and that nothing panicked.
    #[track_caller]
    pub fn exits(self, code: i32) -> Ran {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }
}

impl Book {
    /// [`SMALL`].
    pub fn small() -> Book {
        Book::of(SMALL)
    }

    /// A book of these files.
    pub fn of(files: &[(&str, &str)]) -> Book {
        let book = Book::none();
        for (path, text) in files {
            book.put(path, text);
        }
        book
    }

    /// The example book, to read.
    pub fn example() -> Book {
        let book = Book::none();
        copy(&example(), &book.root());
        book
    }

    /// An empty folder.
    pub fn none() -> Book {
        let book = Book { folder: tempfile::tempdir().unwrap(), member: None };
        fs::create_dir_all(book.root()).unwrap();
        fs::create_dir_all(book.home()).unwrap();
        book
    }

    /// The same book in the hands of a member.
    pub fn used_by(mut self, member: &str) -> Book {
        self.member = Some(member.to_owned());
        self
    }

    pub fn root(&self) -> PathBuf {
        self.folder.path().join("book")
    }

    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap()
    }

    /// Every file below the book, hidden ones too.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        collect(&self.root(), &self.root(), &mut found);
        found
    }

    /// The program with these arguments, in an environment that the machine has no part in.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_salesops"));
        command.args(args).current_dir(self.root()).env_clear().stdin(Stdio::null());
        // What programs need to start and to find git at all.
        for kept in ["PATH", "SystemRoot", "TEMP", "TMP"] {
            command.envs(std::env::var_os(kept).map(|value| (kept, value)));
        }
        for folder in ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"] {
            command.env(folder, self.home());
        }
        command.env("GIT_CONFIG_GLOBAL", self.home().join("gitconfig"));
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CEILING_DIRECTORIES", self.folder.path());
        command.envs(self.member.as_ref().map(|member| ("SALESOPS_MEMBER", member)));
        if !args.contains(&"--as-of") {
            command.args(["--as-of", TODAY]);
        }
        command
    }

    /// Runs the program with these arguments.
    pub fn run_args(&self, args: &[&str]) -> Ran {
        Ran::of(&self.command(args).output().unwrap())
    }

    /// Runs words in this very process, in an environment of these variables and the book's home.
    pub fn run_inside(&self, words: &[&str], vars: &[(&str, &str)]) -> Ran {
        let home = self.home().display().to_string();
        let folders = ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"];
        let folders = folders.map(|name| (name, &*home));
        let vars = folders.iter().chain(vars);
        let vars = vars.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let env = Env { vars: vars.collect(), folder: self.root(), ..Env::default() };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = cli::run(words.iter().map(Into::into), &env, &mut out, &mut err) as i32;
        let text = |bytes| String::from_utf8(bytes).expect("it is UTF-8");
        Ran { out: text(out), err: text(err), code }
    }

    /// Runs a command line; double quotes hold words together.
    pub fn run(&self, line: &str) -> Ran {
        let words = words(line);
        self.run_args(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// The folder of the example book.
pub fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join("starlight")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

fn collect(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            collect(root, &path, found);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            found.insert(name, fs::read(&path).unwrap_or_default());
        }
    }
}

fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Runs `tests/cases/NAME.txt`: `$ salesops …` lines with what each prints (`! ` before words on
/// standard error) and `[exit N]` where it is not 0, `$ cat FILE`, and `## ` comments.
///
/// With UPDATE set the file is written anew, to be read in the diff.
#[track_caller]
pub fn transcript(book: &Book, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/{name}.txt"));
    let expected = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let mut found = String::new();
    for line in expected.lines() {
        if line.starts_with("## ") {
            let gap = if found.is_empty() { "" } else { "\n" };
            writeln!(found, "{gap}{line}").unwrap();
        } else if let Some(command) = line.strip_prefix("$ ") {
            writeln!(found, "\n{line}").unwrap();
            found.push_str(&performed(book, command));
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        return fs::write(&path, found).unwrap();
    }
    let shown = similar::TextDiff::from_lines(&expected, &found);
    let shown = shown.unified_diff().header("expected", "found").to_string();
    assert!(expected == found, "{name}:\n{shown}");
}

fn performed(book: &Book, command: &str) -> String {
    if let Some(file) = command.strip_prefix("cat ") {
        return settled(book, &book.text(file));
    }
    let ran = book.run(command.strip_prefix("salesops").expect("a line runs salesops").trim());
    let mut text = settled(book, &ran.out);
    for line in settled(book, &ran.err).lines() {
        writeln!(text, "{}", format!("! {line}").trim_end()).unwrap();
    }
    if ran.code != 0 {
        writeln!(text, "[exit {}]", ran.code).unwrap();
    }
    text
}

/// The text without what differs from run to run: the temporary folder, and random ids.
fn settled(book: &Book, text: &str) -> String {
    let root = book.root().display().to_string();
    let mut text = text.replace(&root, "BOOK");
    for (prefix, length) in [("act-261120-", 8), ("c-", 4), ("acme-", 4), ("hengruijixie-", 4)] {
        text = masked(&text, prefix, length);
    }
    for kind in Kind::ALL {
        if let Ids::Day(prefix, length) = kind.ids() {
            text = masked(&text, &format!("{prefix}-261121-"), length);
        }
    }
    text
}

fn masked(text: &str, prefix: &str, length: usize) -> String {
    let mut parts = text.split(prefix);
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let id = part.get(..length).filter(|id| is_random(id));
        let word = masked.chars().next_back().is_some_and(char::is_alphanumeric);
        masked.push_str(prefix);
        let ends = !part.get(length..).is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' && prefix == "acme-")
        });
        match id.filter(|_| !word && ends) {
            Some(_) => write!(masked, "{}{}", "x".repeat(length), &part[length..]).unwrap(),
            None => masked.push_str(part),
        }
    }
    masked
}

fn is_random(id: &str) -> bool {
    id != "7k3q" && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
}
