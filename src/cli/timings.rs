//! `--timings`: where the time went.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::base::text::Lang;

/// Measured stretches, in order.
pub struct Timings {
    shown: bool,
    begun: Instant,
    last: Instant,
    spans: Vec<(&'static str, &'static str, Duration)>,
}

impl Timings {
    /// Begins to measure; `shown` where `--timings` asks for it.
    pub fn new(shown: bool) -> Timings {
        let now = Instant::now();
        Timings { shown, begun: now, last: now, spans: Vec::new() }
    }

    /// Ends a stretch that began where the last one ended.
    pub fn lap(&mut self, en: &'static str, zh: &'static str) {
        let now = Instant::now();
        self.spans.push((en, zh, now - self.last));
        self.last = now;
    }

    /// Prints the stretches and the whole.
    pub fn report(&self, lang: Lang, err: &mut dyn Write) {
        if !self.shown {
            return;
        }
        let whole = ("total", "合计", self.begun.elapsed());
        for (en, zh, span) in self.spans.iter().chain([&whole]) {
            let name = if lang == Lang::Zh { zh } else { en };
            let _ = writeln!(err, "{:>9.3} ms  {name}", span.as_secs_f64() * 1000.0);
        }
    }
}
