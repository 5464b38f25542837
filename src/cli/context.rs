//! What a command runs in: the folder, the clock, who writes, the language, the streams.
#![expect(clippy::disallowed_methods, reason = "this module reads the environment and the clock")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Result, bail};
use chrono::{DateTime, FixedOffset, Utc};

use super::args::Global;
use super::ask::Ask;
use super::config::Config;
use super::draw::Draw;
use super::timings::Timings;
use crate::actions::Actor;
use crate::base::date::{Date, Instant, Offset};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Lang, Text};
use crate::book::{Book, Found, Wanted};
use crate::model::Member;
use crate::output::{self, Style};
use crate::policy::FORMAT;
use crate::query::Asker;
use crate::say;
use crate::store::{Folder, POLICY_FILE, state};

/// What the process brings: environment, folders, terminal.
#[derive(Clone, Debug, Default)]
pub struct Env {
    /// Environment variables that are read.
    pub vars: Vec<(String, String)>,
    /// The working folder.
    pub folder: PathBuf,
    /// Whether standard output is a terminal.
    pub terminal: bool,
    /// Whether somebody sits at the terminal who can be asked.
    pub asks: bool,
    /// The width of the terminal, in columns.
    pub width: Option<usize>,
    /// What random ids are drawn from, where they must be the same at every run; chance without it.
    pub seed: Option<u64>,
}

const READ: [&str; 17] = [
    "COMPLETE",
    "COMPLETE_TYPE",
    "COMPLETE_WORD",
    "SALESOPS_MEMBER",
    "SALESOPS_LANG",
    "NO_COLOR",
    "LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "HOME",
    "XDG_STATE_HOME",
    "XDG_CONFIG_HOME",
    "LOCALAPPDATA",
    "APPDATA",
    "VISUAL",
    "EDITOR",
    "COLUMNS",
];

impl Env {
    /// Of this process.
    pub fn of_process() -> Env {
        let vars = READ.iter().filter_map(|name| Some(((*name).to_owned(), env::var(name).ok()?)));
        let terminal = std::io::stdout().is_terminal();
        let columns = || console::Term::stdout().size_checked().map(|(_, columns)| columns);
        let width = terminal.then(|| columns().map_or(100, usize::from));
        Env {
            vars: vars.collect(),
            folder: env::current_dir().unwrap_or_default(),
            terminal,
            asks: std::io::stdin().is_terminal() && std::io::stderr().is_terminal(),
            width,
            seed: None,
        }
    }

    /// The value of a variable; an empty one is none.
    pub fn var(&self, name: &str) -> Option<&str> {
        let found = self.vars.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    fn folder_of(&self, xdg: &str, windows: &str, home: &str) -> PathBuf {
        if let Some(folder) = self.var(xdg).or_else(|| self.var(windows)) {
            return PathBuf::from(folder);
        }
        PathBuf::from(self.var("HOME").unwrap_or(".")).join(home)
    }

    fn config(&self) -> Config {
        let folder = self.folder_of("XDG_CONFIG_HOME", "APPDATA", ".config");
        let text = fs::read_to_string(folder.join("salesops").join("config.toml"));
        text.map(|text| Config::parse(&text)).unwrap_or_default()
    }
}

/// The language before arguments are parsed, for help and usage errors: `--lang`, `SALESOPS_LANG`,
/// the user's configuration, the book's policy, the locale.
pub fn early_lang(args: &[OsString], env: &Env) -> Lang {
    let words: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
    let after = |flag: &str| {
        let at = words.iter().rposition(|word| word == flag)?;
        words.get(at + 1).map(|word| word.to_string())
    };
    let joined =
        |flag: &str| words.iter().rev().find_map(|word| word.strip_prefix(flag)).map(str::to_owned);
    let said = after("--lang").or_else(|| joined("--lang="));
    let said = said.or_else(|| env.var("SALESOPS_LANG").map(str::to_owned));
    if let Some(lang) = said.or_else(|| env.config().lang).and_then(|lang| parse_lang(&lang)) {
        return lang;
    }
    let folder = after("-C").or_else(|| after("--book")).or_else(|| joined("--book="));
    let start = folder.map_or_else(|| env.folder.clone(), |folder| env.folder.join(folder));
    if let Some(root) = find_root(&start) {
        let text = fs::read_to_string(root.join(POLICY_FILE)).unwrap_or_default();
        return crate::policy::Policy::parse(&text).0.lang();
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| env.var(name));
    if locale.is_some_and(|locale| locale.starts_with("zh")) { Lang::Zh } else { Lang::En }
}

/// The language that a word names.
pub fn parse_lang(word: &str) -> Option<Lang> {
    match word.to_lowercase().as_str() {
        "en" | "english" => Some(Lang::En),
        "zh" | "zh-cn" | "zh_cn" | "中文" => Some(Lang::Zh),
        _ => None,
    }
}

// The nearest folder upwards that has a policy file.
fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(POLICY_FILE).is_file()).map(Path::to_owned)
}

/// The context of one command.
pub struct Ctx<'c> {
    /// The global options.
    pub global: Global,
    /// The environment.
    pub env: &'c Env,
    /// The language of the output.
    pub lang: Lang,
    /// Where data goes.
    pub out: &'c mut dyn Write,
    /// Where words go.
    pub err: &'c mut dyn Write,
    /// The command line, for the journal.
    pub command: String,
    /// The stop watch.
    pub timings: Timings,
    /// The source of random ids.
    pub entropy: Draw,
    /// Who can be asked.
    pub ask: Option<RefCell<&'c mut dyn Ask>>,
    /// Whether somebody was asked.
    pub answered: Cell<bool>,
    /// What somebody chose where several records fit.
    pub picked: RefCell<BTreeMap<String, (Kind, Id)>>,
    // Whether data has been printed that words would spoil.
    pub(super) served: bool,
}

impl<'c> Ctx<'c> {
    /// A context.
    pub fn new(
        global: Global,
        env: &'c Env,
        lang: Lang,
        out: &'c mut dyn Write,
        err: &'c mut dyn Write,
    ) -> Ctx<'c> {
        let timings = Timings::new(global.timings);
        let entropy = Draw::of(env);
        Ctx {
            global,
            env,
            lang,
            out,
            err,
            command: String::new(),
            timings,
            entropy,
            ask: None,
            answered: Cell::new(false),
            picked: RefCell::default(),
            served: false,
        }
    }

    /// Takes the global options over, once they are read.
    pub fn begin(&mut self, global: Global) {
        self.timings = Timings::new(global.timings);
        self.global = global;
    }

    /// The folder that commands start from.
    pub fn start(&self) -> PathBuf {
        match &self.global.book {
            Some(folder) => self.env.folder.join(folder),
            None => self.env.folder.clone(),
        }
    }

    /// The book's folder.
    ///
    /// # Errors
    /// When there is no book here.
    pub fn folder(&self) -> Result<Folder> {
        let start = self.start();
        let shown = start.display();
        if !start.exists() {
            bail!(say!(en: "there is no folder {shown}", zh: "没有文件夹 {shown}"));
        }
        match find_root(&start) {
            Some(root) => Ok(Folder::new(root)),
            None => bail!(say!(
                en: "there is no book in {shown}; start one with `salesops init`",
                zh: "{shown} 中没有账本；可用 `salesops init` 新建"
            )),
        }
    }

    /// Opens the book.
    ///
    /// # Errors
    /// When it cannot be listed, or its format is newer than this program.
    pub fn open<'t>(&mut self, folder: &'t Folder) -> Result<Book<'t>> {
        self.timings.watch(folder.reads());
        let book = Book::open(folder)?;
        self.timings.lap("list the files", "列出文件");
        let format = book.policy().format();
        if format > FORMAT {
            bail!(say!(
                en: "the book has format {format}; this program knows {FORMAT}: install a newer salesops",
                zh: "账本格式为 {format}，本程序只支持到 {FORMAT}：请安装更新的 salesops"
            ));
        }
        Ok(book)
    }

    /// The moment that counts as now, in the book's zone.
    ///
    /// # Errors
    /// When `--as-of` is neither a date nor a time.
    pub fn now(&self, zone: Offset) -> Result<Instant> {
        let clock: DateTime<FixedOffset> = Utc::now().with_timezone(&zone.fixed());
        let Some(typed) = &self.global.as_of else { return Ok(in_range(clock)) };
        if let Ok(instant) = Instant::parse(typed) {
            return Ok(instant);
        }
        let today = in_range(clock).date();
        let weekdays = crate::policy::calendar::Calendar::default();
        let count = |from: Date, days: i64| weekdays.add_working_days(from, days);
        let day = |typed: &str| crate::base::typed_date::parse_date(typed, today, &count);
        // A clock time is one of the book's zone: `2026-11-09 14:00`.
        if let Some((date, clock)) = typed.trim().split_once([' ', 'T'])
            && let Some(moment) =
                day(date).ok().and_then(|day| Instant::at(day, clock.trim(), zone))
        {
            return Ok(moment);
        }
        let date = day(typed)?;
        // The end of the day: whatever is dated on it counts.
        Ok(Instant::parse(&format!("{date}T23:59:59{zone}"))?)
    }

    /// The day that counts as today.
    ///
    /// # Errors
    /// When `--as-of` is neither a date nor a time.
    pub fn today(&self, book: &Book<'_>) -> Result<Date> {
        let now = self.now(book.policy().zone())?;
        Ok(book.policy().day(now).unwrap_or_else(|| now.date()))
    }

    /// Who writes: `--as`, `SALESOPS_MEMBER`, the configuration, else the git e-mail.
    ///
    /// # Errors
    /// When a name is given that no member bears.
    pub fn me(&self, book: &Book<'_>) -> Result<Option<Id>> {
        if let Some((name, origin)) = self.said_me() {
            let why = match book.find(&name, Wanted { kinds: &[Kind::Member], me: None }) {
                Found::One(_, id) => return Ok(Some(id)),
                Found::None(why) => why,
                Found::Many(hits) => crate::book::several(book, &name, &hits),
                Found::Alike(hits) => crate::book::unsure(book, &name, &hits),
            };
            let (en, zh) = (why.en, why.zh);
            bail!(say!(en: "{origin}: {en}", zh: "{origin}：{zh}"));
        }
        let Some(email) = crate::store::git::email(&self.start()) else { return Ok(None) };
        let signs = |row: &crate::book::Row<'_, Member>| {
            row.record.email.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(&email))
        };
        Ok(book.iter::<Member>().find(signs).map(|row| row.id.clone()))
    }

    // The writer's name, and what says it.
    fn said_me(&self) -> Option<(String, &'static str)> {
        let variable = "SALESOPS_MEMBER";
        let said = self.global.member.clone().map(|name| (name, "--as"));
        let said = said.or_else(|| Some((self.env.var(variable)?.to_owned(), variable)));
        said.or_else(|| Some((self.env.config().member?, "config.toml")))
    }

    /// Who asks, without failing where nobody is known: for reading commands.
    ///
    /// # Errors
    /// When a name is given that no member bears, or `--as-of` cannot be read.
    pub fn asker<'a>(&self, book: &Book<'_>, me: Option<&'a Id>) -> Result<Asker<'a>> {
        Ok(Asker { me, today: self.today(book)?, sure: false })
    }

    /// The actor of a writing command.
    ///
    /// # Errors
    /// When `--as-of` cannot be read.
    pub fn actor<'a>(&'a mut self, book: &Book<'_>, me: Option<&'a Id>) -> Result<Actor<'a>> {
        let now = self.now(book.policy().zone())?;
        let today = self.today(book)?;
        Ok(Actor { me, now, today, entropy: &mut self.entropy })
    }

    /// Where the book's lock, journal and last record are kept.
    pub fn state(&self, folder: &Folder) -> PathBuf {
        let user = self.env.folder_of("XDG_STATE_HOME", "LOCALAPPDATA", ".local/state");
        state::folder(folder.root(), &user)
    }

    /// How to render.
    pub fn style(&self) -> Style {
        let to_terminal = self.env.terminal && self.global.output.is_none();
        let color = match self.global.color.as_str() {
            "always" => true,
            "never" => false,
            _ => to_terminal && self.env.var("NO_COLOR").is_none(),
        };
        Style { lang: self.lang, width: self.env.width.filter(|_| to_terminal), color }
    }

    /// Prints data to standard output, or to the file of `-o`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn print(&mut self, text: &str) -> Result<()> {
        self.timings.lap("work", "处理");
        match &self.global.output {
            Some(path) => super::files::write(self, path, text)?,
            None => self.out.write_all(text.as_bytes())?,
        }
        self.timings.lap("print", "输出");
        Ok(())
    }

    /// Prints what a command has done: beside the data where a file or a program takes these.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn print_words(&mut self, text: &str) -> Result<()> {
        match self.served {
            true => Ok(self.err.write_all(text.as_bytes())?),
            false => self.print(text),
        }
    }

    /// Says something beside the data, unless asked to be quiet.
    pub fn say(&mut self, text: &Text) {
        if !self.global.quiet {
            self.tell(text);
        }
    }

    /// Says what must not go unheard: why a command was refused.
    pub fn tell(&mut self, text: &Text) {
        let line = output::plain(text.pick(self.lang)).into_owned();
        let _ = writeln!(self.err, "{line}");
    }
}

// A clock beyond the year 2999 is a broken one; the first moment is as good as any.
fn in_range(clock: DateTime<FixedOffset>) -> Instant {
    Instant::new(clock).unwrap_or_else(|| {
        Instant::parse("1970-01-01T00:00:00+00:00").expect("the epoch is in range")
    })
}
