//! The rows of one kind.

use std::hash::BuildHasher;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use hashbrown::{DefaultHashBuilder, HashTable};
use rayon::prelude::*;

use super::row::Row;
use crate::base::id::Id;
use crate::model::Record;
use crate::say;
use crate::store::Tree;
use crate::text::decode::decode;
use crate::text::fault::Fault;
use crate::text::locate;
use crate::text::yaml;

/// The mark of a silenced rule in a comment.
pub const ALLOW: &str = "salesops: allow";

/// Whether a file may matter, by its bytes; says yes where it cannot be sure.
pub type Sieve<'s> = dyn Fn(&[u8]) -> bool + Sync + 's;

/// The file of a record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct File {
    pub(super) id: Id,
    pub(super) path: Box<str>,
}

struct Loaded<R> {
    record: Option<Box<R>>,
    faults: Box<[Fault]>,
    allows: bool,
}

/// The records of one type, sorted by id, decoded on demand.
pub struct Table<R> {
    // Books of one tree and of a plan over it share the files; each decodes its own records.
    files: Arc<[File]>,
    loaded: Box<[OnceLock<Loaded<R>>]>,
    all: OnceLock<()>,
    places: OnceLock<Places>,
    sifted: AtomicBool,
}

/// Where the files of ids stand.
struct Places {
    hasher: DefaultHashBuilder,
    table: HashTable<usize>,
}

impl Places {
    fn of(files: &[File]) -> Places {
        let hasher = DefaultHashBuilder::default();
        let mut table = HashTable::with_capacity(files.len());
        for (at, file) in files.iter().enumerate() {
            let hash = |at: &usize| hasher.hash_one(&*files[*at].id);
            table.insert_unique(hasher.hash_one(&*file.id), at, hash);
        }
        Places { hasher, table }
    }

    fn find(&self, files: &[File], id: &str) -> Option<usize> {
        let is_it = |at: &usize| *files[*at].id == *id;
        self.table.find(self.hasher.hash_one(id), is_it).copied()
    }
}

impl<R: Record> Table<R> {
    /// A table of files, sorted by id.
    pub(super) fn new(files: Vec<File>) -> Table<R> {
        Table::of(files.into())
    }

    fn of(files: Arc<[File]>) -> Table<R> {
        let loaded = files.iter().map(|_| OnceLock::new()).collect();
        Table {
            files,
            loaded,
            all: OnceLock::new(),
            places: OnceLock::new(),
            sifted: AtomicBool::new(false),
        }
    }

    /// A table of the same files and some new ones, with nothing decoded.
    pub(super) fn with(&self, added: Vec<File>) -> Table<R> {
        if added.is_empty() {
            return Table::of(Arc::clone(&self.files));
        }
        let mut files = [&*self.files, &added].concat();
        files.sort();
        Table::new(files)
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &Id> {
        self.files.iter().map(|file| &file.id)
    }

    pub(super) fn path(&self, id: &str) -> Option<&str> {
        Some(&self.files[self.place(id)?].path)
    }

    fn place(&self, id: &str) -> Option<usize> {
        // Who reads the whole table asks so often that an index pays; who reads a record does not.
        if self.all.get().is_some() {
            return self.places.get_or_init(|| Places::of(&self.files)).find(&self.files, id);
        }
        self.files.binary_search_by(|file| (*file.id).cmp(id)).ok()
    }

    pub(super) fn get(&self, tree: &dyn Tree, id: &str) -> Option<Row<'_, R>> {
        let at = self.place(id)?;
        self.load(tree, at);
        self.seen(at)
    }

    fn load(&self, tree: &dyn Tree, at: usize) -> &Loaded<R> {
        self.loaded[at].get_or_init(|| load(tree, &self.files[at].path))
    }

    fn load_all(&self, tree: &dyn Tree) {
        self.all.get_or_init(|| {
            (0..self.files.len()).into_par_iter().with_min_len(64).for_each(|at| {
                self.load(tree, at);
            });
        });
    }

    // The record at a place, where it has been loaded and can be read.
    fn seen(&self, at: usize) -> Option<Row<'_, R>> {
        let (file, loaded) = (&self.files[at], self.loaded[at].get()?);
        let record = loaded.record.as_deref()?;
        let whole = loaded.faults.is_empty();
        Some(Row { id: &file.id, path: &file.path, record, whole, allows: loaded.allows })
    }

    pub(super) fn iter(&self, tree: &dyn Tree) -> impl Iterator<Item = Row<'_, R>> {
        self.load_all(tree);
        (0..self.files.len()).filter_map(|at| self.seen(at))
    }

    /// The records whose files the sieve lets through by their bytes; the others are not decoded.
    pub(super) fn sift(&self, tree: &dyn Tree, sieve: &Sieve<'_>) -> Vec<Row<'_, R>> {
        // Who sifts again will do so often, and reading every time is more than decoding once.
        if self.sifted.swap(true, Ordering::Relaxed) || self.all.get().is_some() {
            return self.iter(tree).collect();
        }
        let places = (0..self.files.len()).into_par_iter().with_min_len(64);
        let through: Vec<usize> =
            places.filter(|at| self.is_let_through(tree, *at, sieve)).collect();
        through.into_iter().filter_map(|at| self.seen(at)).collect()
    }

    fn is_let_through(&self, tree: &dyn Tree, at: usize, sieve: &Sieve<'_>) -> bool {
        if self.loaded[at].get().is_some() {
            return true;
        }
        match tree.read(&self.files[at].path) {
            Ok(bytes) if !sieve(&bytes) => return false,
            Ok(bytes) => self.loaded[at].get_or_init(|| read(&bytes)),
            Err(_) => self.load(tree, at),
        };
        true
    }

    pub(super) fn faults(&self, tree: &dyn Tree) -> Vec<(&str, &Id, &[Fault])> {
        self.load_all(tree);
        let all = self.files.iter().zip(&self.loaded);
        all.filter_map(|(file, loaded)| {
            let faults = &*loaded.get()?.faults;
            (!faults.is_empty()).then_some((&*file.path, &file.id, faults))
        })
        .collect()
    }

    pub(super) fn faults_of(&self, tree: &dyn Tree, id: &str) -> &[Fault] {
        self.place(id).map_or(&[], |at| &self.load(tree, at).faults)
    }
}

fn load<R: Record>(tree: &dyn Tree, path: &str) -> Loaded<R> {
    match tree.read(path) {
        Ok(bytes) => read(&bytes),
        Err(error) => {
            let why = error.to_string();
            let message = say!(en: "cannot be read: {why}", zh: "无法读取：{why}");
            broken(Fault::at("unreadable-file", 0, 0, message))
        }
    }
}

fn broken<R>(fault: Fault) -> Loaded<R> {
    Loaded { record: None, faults: Box::new([fault]), allows: false }
}

fn read<R: Record>(bytes: &[u8]) -> Loaded<R> {
    let source = match std::str::from_utf8(bytes) {
        Ok(source) => source,
        Err(error) => return broken(not_utf8(error.valid_up_to())),
    };
    let (tree, mut faults) = yaml::parse(source);
    let fatal = tree.root().is_none() && !faults.is_empty();
    let record = if fatal {
        None
    } else {
        let (record, found) = decode::<R>(&tree);
        faults.extend(found);
        record.map(Box::new)
    };
    locate::mask(&mut faults, &tree, R::KIND.fields());
    faults.sort_by_key(|fault| fault.start);
    Loaded { record, faults: faults.into(), allows: source.contains(ALLOW) }
}

fn not_utf8(at: usize) -> Fault {
    let message = say!(en: "not UTF-8 from here on", zh: "从此处起不是 UTF-8 编码");
    Fault::at("not-utf8", at, at, message)
        .help(say!(en: "save the file as UTF-8", zh: "请以 UTF-8 编码保存文件"))
}
