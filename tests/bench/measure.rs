//! Rounds and what they took; memory of a process of its own.

use std::path::Path;
use std::process::Command;
use std::time::Instant;
use std::{fs, hint};

use crate::{Result, work};

/// Files and bytes read, where a task knows them.
pub type Read = Option<(usize, usize)>;
/// What a task does.
pub type Work<'b> = Box<dyn FnMut() -> Result<Read> + 'b>;

/// One thing that is measured.
pub struct Task<'b> {
    pub name: &'static str,
    pub work: Work<'b>,
}

/// What a task took, in milliseconds.
pub struct Stat {
    pub median: f64,
    pub fastest: f64,
    pub slowest: f64,
    pub read: Read,
}

/// Runs every task once a round, so that what else the machine does falls on all of them alike.
/// The first round fills the caches and is not counted.
pub fn rounds(tasks: &mut [Task<'_>], runs: usize) -> Result<Vec<Stat>> {
    let mut taken = vec![Vec::with_capacity(runs); tasks.len()];
    let mut read = vec![None; tasks.len()];
    for round in 0..=runs {
        for (at, task) in tasks.iter_mut().enumerate() {
            let begun = Instant::now();
            read[at] = hint::black_box((task.work)()?);
            if round > 0 {
                taken[at].push(begun.elapsed().as_secs_f64() * 1000.0);
            }
        }
    }
    Ok(taken.into_iter().zip(read).map(|(taken, read)| stat(taken, read)).collect())
}

fn stat(mut taken: Vec<f64>, read: Read) -> Stat {
    taken.sort_by(f64::total_cmp);
    let middle = taken.len() / 2;
    let median = match taken.len() % 2 {
        0 => f64::midpoint(taken[middle - 1], taken[middle]),
        _ => taken[middle],
    };
    Stat { median, fastest: taken[0], slowest: taken[taken.len() - 1], read }
}

/// The most memory that a process of its own held for `what`, in bytes; `None` where the system
/// does not say.
pub fn resident(exe: &Path, what: &str, book: &Path) -> Result<Option<usize>> {
    let output = Command::new(exe).arg("--child").arg(what).arg(book).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().parse().ok())
}

/// The process of [`resident`]: does the work, prints its high-water mark.
pub fn child(what: &str, book: &Path) -> Result<()> {
    work::hold(book, what == "load", || {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<usize>().ok());
        println!("{}", kib.map_or_else(|| "unknown".to_owned(), |kib| (kib << 10).to_string()));
    })
}
