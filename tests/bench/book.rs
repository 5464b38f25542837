//! `cargo bench`: what the program takes, against reading all the bytes in the same run.
//!
//! `cargo bench --bench book -- 20000 100000 --runs 5`. `-- 20000 --write DIR`
//! writes that book into a folder and measures nothing.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench makes folders, starts processes and prints"
)]

#[path = "../support/generate.rs"]
mod generate;
mod measure;
mod work;

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};

use generate::Spec;
use measure::{Stat, Task, Work, rounds};
use work::Sample;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    if let [flag, what, folder] = args.as_slice()
        && flag == "--child"
    {
        return measure::child(what, Path::new(folder));
    }
    let plan = Plan::parse(&args)?;
    if let Some(folder) = &plan.write {
        return plan.sizes.iter().try_for_each(|n| Ok(Spec::of(*n).write(folder)?));
    }
    println!("{} threads, median of {} runs (fastest .. slowest)", work::threads(), plan.runs);
    for records in plan.sizes {
        run(records, plan.runs)?;
    }
    Ok(())
}

struct Plan {
    sizes: Vec<usize>,
    runs: usize,
    write: Option<PathBuf>,
}

impl Plan {
    // Cargo adds `--bench`; anything else that is no number is a mistake.
    fn parse(args: &[String]) -> Result<Plan> {
        let mut plan = Plan { sizes: Vec::new(), runs: 5, write: None };
        let mut args = args.iter().filter(|arg| *arg != "--bench");
        while let Some(arg) = args.next() {
            if arg == "--runs" {
                plan.runs = args.next().ok_or("--runs needs a number")?.parse::<usize>()?.max(1);
            } else if arg == "--write" {
                plan.write = Some(args.next().ok_or("--write needs a folder")?.into());
            } else {
                plan.sizes.push(arg.replace('_', "").parse()?);
            }
        }
        if plan.sizes.is_empty() {
            plan.sizes = vec![20_000, 100_000];
        }
        Ok(plan)
    }
}

fn run(records: usize, runs: usize) -> Result<()> {
    let temporary = tempfile::tempdir()?;
    let book = temporary.path().join("book");
    let spec = Spec::of(records);
    spec.write(&book)?;
    let sample = Sample::of(&book)?;
    let (files, bytes) = work::read_everything(&book)?;
    println!("\n{records} records: {files} files, {bytes} bytes ({} each)", bytes / files.max(1));
    let mut rows = tasks(&book, &sample);
    let stats = rounds(&mut rows, runs)?;
    let floor = stats.first().map_or(0.0, |stat| stat.median);
    println!("{:<36} {:>10} {:>8}  {:>19}  read", "", "median", "x floor", "range");
    for (row, stat) in rows.iter().zip(&stats) {
        println!("{}", stat.line(row.name, floor));
    }
    memory(&book, files, bytes)
}

fn tasks<'b>(book: &'b Path, sample: &'b Sample) -> Vec<Task<'b>> {
    let mut rows: Vec<Task<'b>> = Vec::new();
    let mut add = |name, work: Work<'b>| rows.push(Task { name, work });
    add("floor: walk and read all bytes", Box::new(|| Ok(Some(work::read_everything(book)?))));
    add("list the files", Box::new(|| work::list(book)));
    add("load everything", Box::new(|| work::load(book)));
    add("load and check", Box::new(|| work::check(book)));
    add("report pipeline", Box::new(|| work::command(book, &["report", "pipeline"])));
    add("show (one record)", Box::new(|| work::command(book, &["show", &sample.deal])));
    add(
        "set (one field)",
        Box::new(|| work::command(book, &["set", &sample.deal, "note=改", "--as", &sample.member])),
    );
    add("undo (of that)", Box::new(|| work::command(book, &["undo"])));
    let customers = ["--kind", "customer"];
    add("find (whole book, a part)", Box::new(|| work::command(book, &["find", &sample.part])));
    add(
        "find (customers, pinyin)",
        Box::new(move || {
            work::command(book, &[&["find", &*sample.pinyin], &customers[..]].concat())
        }),
    );
    add("who (a name)", Box::new(|| work::command(book, &["who", &sample.name])));
    add("who (a telephone)", Box::new(|| work::command(book, &["who", "13800138000"])));
    add("complete (an id by pinyin)", Box::new(|| work::complete(book, &sample.pinyin)));
    add("complete (a part of a name)", Box::new(|| work::complete(book, &sample.part)));
    add("process: report pipeline", Box::new(|| work::process(book, &["report", "pipeline"])));
    add("process: show", Box::new(|| work::process(book, &["show", &sample.deal])));
    rows
}

// What the loaded records take beyond the bytes that they were read from.
fn memory(book: &Path, files: usize, bytes: usize) -> Result<()> {
    let exe: PathBuf = env::current_exe()?;
    let Some(idle) = measure::resident(&exe, "idle", book)? else {
        println!("memory: not measured, for want of /proc/self/status");
        return Ok(());
    };
    let loaded = measure::resident(&exe, "load", book)?.unwrap_or(idle);
    let each = loaded.saturating_sub(idle + bytes) / files.max(1);
    let whole = loaded.saturating_sub(idle) / files.max(1);
    println!(
        "memory: {:.1} MiB resident after the load, {:.1} MiB before: {whole} bytes a record, \
         {each} beyond its file's bytes",
        mib(loaded),
        mib(idle),
    );
    Ok(())
}

fn mib(bytes: usize) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

impl Stat {
    fn line(&self, name: &str, floor: f64) -> String {
        let ratio = if floor > 0.0 { self.median / floor } else { 0.0 };
        let range = format!("{:.1} .. {:.1}", self.fastest, self.slowest);
        let read = match self.read {
            Some((files, bytes)) => format!("{files} files, {bytes} bytes"),
            None => String::new(),
        };
        format!("{name:<36} {:>7.1} ms {ratio:>7.2}x  {range:>19}  {read}", self.median)
    }
}
