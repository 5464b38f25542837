//! Books of any size, always the same for the same seed: for benches and for tests that need many
//! records. What it writes is valid by the built-in policy, but for the faulty files asked for.

#[path = "generate/deals.rs"]
mod deals;
#[path = "generate/names.rs"]
mod names;
#[path = "generate/papers.rs"]
mod papers;
#[path = "generate/records.rs"]
mod records;
#[rustfmt::skip]
#[path = "generate/words.rs"]
mod words;

use std::fs;
use std::io;
use std::path::Path;

use salesops::store::Memory;

/// The day that generated books are of: nothing in them has happened later.
pub const AS_OF: &str = "2026-11-21";

/// What a book is to be like.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// How many records together; what they refer to comes on top.
    pub records: usize,
    /// Another seed, another book.
    pub seed: u64,
    /// Customers among a hundred records.
    pub customers: usize,
    /// Opportunities among a hundred records; the rest are activities.
    pub opportunities: usize,
    /// Leads, contracts, orders, payments, tickets and tasks among a hundred records.
    pub papers: usize,
    /// Files with a fault among a thousand.
    pub faulty: usize,
}

/// A company that asks for no papers before a deal is won.
const POLICY: &[u8] = b"format = 1\nwin_gates = []\n[stage.needs_confirmed]\n\
    gates = [\"evaluation\", \"task-force\", \"dealer-capacity\", \"decision-maker\"]\n[stage.negotiation]\ngates = [\"price\"]\n\
    [stage.contract]\ngates = [\"price\"]\n[stage.delivery]\ngates = [\"won\"]\n[stage.after_sales]\ngates = [\"won\"]\n";

impl Spec {
    /// A book of that size: 15 % customers, 20 % opportunities, 25 % leads, contracts, orders, payments,
    /// tickets and tasks, 40 % activities, no faults.
    pub fn of(records: usize) -> Spec {
        Spec { records, seed: 1, customers: 15, opportunities: 20, papers: 25, faulty: 0 }
    }

    /// How many files the book has, the policy among them.
    #[allow(dead_code, reason = "not every user counts")]
    pub fn files(&self) -> usize {
        self.each().count()
    }

    /// Every file of the book.
    pub fn each(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let policy = ("salesops.toml".to_owned(), POLICY.into());
        let count = records::Counts::of(self);
        let plan = *self;
        let records = count.all().map(move |(table, at)| {
            let mut rng = Rng::new(plan.seed, table, at);
            let (path, text) = records::write(&count, table, at, &mut rng);
            (path, finish(text, plan.faulty, &mut rng))
        });
        std::iter::once(policy).chain(records)
    }

    /// Writes the book into an empty folder.
    ///
    /// # Errors
    /// When a file cannot be written.
    #[allow(dead_code, reason = "not every user wants a folder")]
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for (path, bytes) in self.each() {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(path, bytes)?;
        }
        Ok(())
    }

    /// The book in memory.
    #[allow(dead_code, reason = "not every user wants it in memory")]
    pub fn memory(&self) -> Memory {
        let mut memory = Memory::default();
        for (path, bytes) in self.each() {
            memory.insert(&path, bytes);
        }
        memory
    }
}

/// Random numbers for one record: they depend on its place alone, so that a book of another size
/// begins with the same records.
pub struct Rng(u64);

impl Rng {
    fn new(seed: u64, table: usize, at: usize) -> Rng {
        let mut rng = Rng(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ ((table as u64) << 56));
        rng.0 ^= rng.next().wrapping_add((at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        rng
    }

    // SplitMix64 (Steele, Lea, Flood 2014).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// True `n` times in a hundred.
    pub fn percent(&mut self, n: usize) -> bool {
        self.below(100) < n
    }

    /// One of them.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

// What editors and hands do to files: comments, line ends of Windows, and faults.
fn finish(mut text: String, faulty: usize, rng: &mut Rng) -> Vec<u8> {
    if rng.percent(4) {
        text = format!("# {}\n{text}", rng.pick(&words::COMMENTS));
    }
    if rng.percent(3) {
        let line = text.find('\n').unwrap_or(text.len());
        text.insert_str(line, "  # 已核对");
    }
    if rng.below(1000) < faulty {
        return spoil(text, rng);
    }
    if rng.percent(2) {
        text = text.replace('\n', "\r\n");
    }
    text.into_bytes()
}

fn spoil(text: String, rng: &mut Rng) -> Vec<u8> {
    let fault: &[u8] = rng.pick(&[
        b"colour: red\n",
        b"tags: none\n",
        b"note: one\nnote: two\n",
        b"entered: {at: 2026-02-30T09:00:00+08:00}\n",
        b"note: \"not closed\n",
        b"<<<<<<< HEAD\n",
        b"note: &a anchored\n",
        b"\tnote: tab\n",
        b"note: \xd0\xc7\xb3\xbd\n",
    ]);
    // A key of its own would stand there twice; here only the fault counts.
    let kept = text.lines().filter(|line| !line.starts_with("entered:"));
    let mut bytes: Vec<u8> = kept.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes();
    bytes.extend_from_slice(fault);
    bytes
}
