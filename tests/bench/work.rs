//! What is measured.

use std::ffi::OsString;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};

use rayon::prelude::*;
use salesops::base::date::Date;
use salesops::base::kind::Kind;
use salesops::book::Book;
use salesops::cli::{self, Env, Exit};
use salesops::rules::{Cx, Scope};
use salesops::store::{Folder, Tree};
use walkdir::WalkDir;

use crate::Result;
use crate::generate::AS_OF;
use crate::measure::Read;

/// How many threads read and decode.
pub fn threads() -> usize {
    rayon::current_num_threads()
}

/// The floor: every file's bytes, by the same threads, kept no longer than read.
pub fn read_everything(book: &Path) -> Result<(usize, usize)> {
    let folders = WalkDir::new(book).into_iter().filter_entry(|entry| entry.file_type().is_dir());
    let folders = folders.map(|folder| folder.map(walkdir::DirEntry::into_path));
    let folders: Vec<_> = folders.collect::<std::result::Result<_, _>>()?;
    let sums = folders.par_iter().map(|folder| -> std::io::Result<(usize, usize)> {
        let (mut files, mut bytes) = (0, 0);
        let mut buffer = Vec::with_capacity(4096);
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                buffer.clear();
                bytes += fs::File::open(entry.path())?.read_to_end(&mut buffer)?;
                files += 1;
            }
        }
        Ok((files, bytes))
    });
    let add = |a: (usize, usize), b: (usize, usize)| Ok((a.0 + b.0, a.1 + b.1));
    Ok(sums.try_reduce(|| (0, 0), add)?)
}

/// Lists the files and opens the book, decoding nothing.
pub fn list(book: &Path) -> Result<Read> {
    let folder = Folder::new(book);
    let book = Book::open(&folder)?;
    Ok(Some((book.count(), 0)))
}

/// Decodes every record.
pub fn load(book: &Path) -> Result<Read> {
    let folder = Folder::new(book);
    load_all(&Book::open(&folder)?);
    Ok(Some(folder.reads().so_far()))
}

fn load_all(book: &Book<'_>) -> usize {
    Kind::ALL.into_iter().map(|kind| book.rows(kind).len()).sum()
}

/// Decodes and checks every record.
pub fn check(book: &Path) -> Result<Read> {
    let folder = Folder::new(book);
    let book = Book::open(&folder)?;
    let cx = Cx { book: &book, today: Date::parse_iso(AS_OF)?, wide: true };
    salesops::rules::check(&cx, Scope::All);
    Ok(Some(folder.reads().so_far()))
}

/// Keeps the book open, loaded if asked, while `then` runs.
pub fn hold(book: &Path, loaded: bool, then: impl FnOnce()) -> Result<()> {
    if !loaded {
        then();
        return Ok(());
    }
    let folder = Folder::new(book);
    let book = Book::open(&folder)?;
    load_all(&book);
    then();
    Ok(())
}

/// Runs a command in this process; what it prints goes nowhere.
pub fn command(book: &Path, args: &[&str]) -> Result<Read> {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = cli::run(line(book, args), &env(book), &mut out, &mut err);
    let words = String::from_utf8(err)?;
    match exit {
        Exit::Fine => Ok(read(&words)),
        _ => Err(words.into()),
    }
}

/// Asks, as a shell does, what may follow `show customer/TYPED`.
pub fn complete(book: &Path, typed: &str) -> Result<Read> {
    let mut env = env(book);
    env.vars.push(("COMPLETE".to_owned(), "fish".to_owned()));
    let words = ["salesops", "--", "salesops", "-C"].map(OsString::from);
    let rest = [book.into(), "show".into(), format!("customer/{typed}").into()];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    cli::run(words.into_iter().chain(rest), &env, &mut out, &mut err);
    if out.is_empty() { Err(format!("nothing completes {typed}").into()) } else { Ok(None) }
}

/// Runs a command as a process of its own.
pub fn process(book: &Path, args: &[&str]) -> Result<Read> {
    let line = line(book, args);
    let mut command = Command::new(env!("CARGO_BIN_EXE_salesops"));
    command.args(&line[1..]).envs(env(book).vars).stdout(Stdio::null());
    let output = command.output()?;
    let words = String::from_utf8(output.stderr)?;
    if output.status.success() { Ok(read(&words)) } else { Err(words.into()) }
}

fn line(book: &Path, args: &[&str]) -> Vec<OsString> {
    let mut line: Vec<OsString> = vec!["salesops".into(), "-C".into(), book.into()];
    line.extend(["--as-of", AS_OF, "--lang", "en", "--timings"].map(OsString::from));
    line.extend(args.iter().map(OsString::from));
    line
}

// Lock and journal stand beside the book, nothing of the user's is read.
fn env(book: &Path) -> Env {
    let home = book.with_file_name("home").display().to_string();
    let vars = ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"];
    let vars = vars.map(|name| (name.to_owned(), home.clone()));
    Env { vars: vars.to_vec(), folder: book.to_owned(), ..Env::default() }
}

// The last line of `--timings`: `read: files 3, bytes 1234`.
fn read(words: &str) -> Read {
    let line = words.lines().rev().find(|line| line.starts_with("read: "))?;
    let mut numbers = line.split([' ', ',']).filter_map(|word| word.parse().ok());
    Some((numbers.next()?, numbers.next()?))
}

/// Records that one-record commands are about: from the middle of the book.
pub struct Sample {
    pub deal: String,
    pub member: String,
    /// A customer by its whole name, a part of it, and the pinyin that its id begins with.
    pub name: String,
    pub part: String,
    pub pinyin: String,
}

impl Sample {
    pub fn of(book: &Path) -> Result<Sample> {
        let folder = Folder::new(book);
        let book = Book::open(&folder as &dyn Tree)?;
        let middle = |kind: Kind| {
            let ids = book.ids(kind);
            ids.get(ids.len() / 2).map(|id| format!("{}/{id}", kind.key()))
        };
        let deal = middle(Kind::Opportunity).ok_or("a book without opportunities")?;
        let member = middle(Kind::Member).ok_or("a book without members")?;
        let ids = book.ids(Kind::Customer);
        let id = ids.get(ids.len() / 2).ok_or("a book without customers")?;
        let name = book.name_of(Kind::Customer, id);
        let part = name.chars().skip(2).take(4).collect();
        let pinyin = id.chars().take(8).collect();
        Ok(Sample { deal, member, name, part, pinyin })
    }
}
