//! The rows of one kind.

use std::sync::OnceLock;

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

struct Slot<R> {
    id: Id,
    path: Box<str>,
    loaded: OnceLock<Loaded<R>>,
}

struct Loaded<R> {
    record: Option<Box<R>>,
    faults: Box<[Fault]>,
    allows: bool,
}

/// The records of one type, sorted by id, decoded on demand.
pub struct Table<R> {
    slots: Vec<Slot<R>>,
    all: OnceLock<()>,
}

impl<R: Record> Table<R> {
    /// A table of files, sorted by id.
    pub(super) fn new(files: Vec<(Id, Box<str>)>) -> Table<R> {
        let slot = |(id, path)| Slot { id, path, loaded: OnceLock::new() };
        Table { slots: files.into_iter().map(slot).collect(), all: OnceLock::new() }
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &Id> {
        self.slots.iter().map(|slot| &slot.id)
    }

    pub(super) fn path(&self, id: &str) -> Option<&str> {
        self.slot(id).map(|slot| &*slot.path)
    }

    fn slot(&self, id: &str) -> Option<&Slot<R>> {
        let at = self.slots.binary_search_by(|slot| (*slot.id).cmp(id)).ok()?;
        self.slots.get(at)
    }

    pub(super) fn get(&self, tree: &dyn Tree, id: &str) -> Option<Row<'_, R>> {
        row(tree, self.slot(id)?)
    }

    fn load_all(&self, tree: &dyn Tree) {
        self.all.get_or_init(|| {
            self.slots.par_iter().with_min_len(64).for_each(|slot| {
                load(tree, slot);
            });
        });
    }

    pub(super) fn iter(&self, tree: &dyn Tree) -> impl Iterator<Item = Row<'_, R>> {
        self.load_all(tree);
        // Everything is loaded, so nothing is read here any more.
        self.slots.iter().filter_map(move |slot| seen(slot, slot.loaded.get()?))
    }

    pub(super) fn faults(&self, tree: &dyn Tree) -> Vec<(&str, &Id, &[Fault])> {
        self.load_all(tree);
        let told = |slot: &'_ Slot<R>| -> bool {
            slot.loaded.get().is_some_and(|loaded| !loaded.faults.is_empty())
        };
        let faulty = self.slots.iter().filter(|slot| told(slot));
        faulty
            .filter_map(|slot| Some((&*slot.path, &slot.id, &*slot.loaded.get()?.faults)))
            .collect()
    }

    pub(super) fn faults_of(&self, tree: &dyn Tree, id: &str) -> &[Fault] {
        self.slot(id).map_or(&[], |slot| &load(tree, slot).faults)
    }
}

fn row<'b, R: Record>(tree: &dyn Tree, slot: &'b Slot<R>) -> Option<Row<'b, R>> {
    seen(slot, load(tree, slot))
}

fn seen<'b, R>(slot: &'b Slot<R>, loaded: &'b Loaded<R>) -> Option<Row<'b, R>> {
    let record = loaded.record.as_deref()?;
    let whole = loaded.faults.is_empty();
    Some(Row { id: &slot.id, path: &slot.path, record, whole, allows: loaded.allows })
}

fn load<'b, R: Record>(tree: &dyn Tree, slot: &'b Slot<R>) -> &'b Loaded<R> {
    slot.loaded.get_or_init(|| match tree.read(&slot.path) {
        Ok(bytes) => read(&bytes),
        Err(error) => {
            let why = error.to_string();
            let message = say!(en: "cannot be read: {why}", zh: "无法读取：{why}");
            broken(Fault::at("unreadable-file", 0, 0, message))
        }
    })
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
