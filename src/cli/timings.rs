//! `--timings`: where the time went.

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::base::text::Lang;
use crate::say;
use crate::store::folder::Reads;

/// Measured stretches, in order.
pub struct Timings {
    shown: bool,
    begun: Instant,
    last: Instant,
    spans: Vec<(&'static str, &'static str, Duration)>,
    reads: Option<Arc<Reads>>,
}

impl Timings {
    /// Begins to measure; `shown` where `--timings` asks for it.
    pub fn new(shown: bool) -> Timings {
        let now = Instant::now();
        Timings { shown, begun: now, last: now, spans: Vec::new(), reads: None }
    }

    /// Counts what is read from the book.
    pub fn watch(&mut self, reads: Arc<Reads>) {
        self.reads = Some(reads);
    }

    /// Ends a stretch that began where the last one ended.
    pub fn lap(&mut self, en: &'static str, zh: &'static str) {
        let now = Instant::now();
        self.spans.push((en, zh, now - self.last));
        self.last = now;
    }

    /// Prints the stretches, the whole, and how much of the book was read.
    pub fn report(&self, lang: Lang, err: &mut dyn Write) {
        if !self.shown {
            return;
        }
        let whole = ("total", "合计", self.begun.elapsed());
        for (en, zh, span) in self.spans.iter().chain([&whole]) {
            let name = if lang == Lang::Zh { zh } else { en };
            let _ = writeln!(err, "{:>9.3} ms  {name}", span.as_secs_f64() * 1000.0);
        }
        if let Some(reads) = &self.reads {
            let (files, bytes) = reads.so_far();
            let read = say!(en: "read: files {files}, bytes {bytes}", zh: "共读取 {files} 个文件、{bytes} 字节");
            let _ = writeln!(err, "{}", read.pick(lang));
        }
    }
}
