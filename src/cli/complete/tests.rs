//! That completing reads what it shows, not the book.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::records;
use crate::base::kind::Kind;
use crate::base::text::Lang;
use crate::book::Book;
use crate::store::{Listing, Memory, Tree};

struct Counted {
    tree: Memory,
    reads: AtomicUsize,
}

impl Tree for Counted {
    fn list(&self) -> io::Result<Listing> {
        self.tree.list()
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        self.tree.read(path)
    }
}

#[test]
fn in_a_large_book_only_the_records_shown_are_read() {
    let mut tree = Memory::default();
    for n in 0..6_000 {
        let (id, name) = match n {
            7 => ("beijingxingchenkeji".to_owned(), "北京星辰科技有限公司".to_owned()),
            n => (format!("c-{n}"), format!("Customer {n}")),
        };
        tree.insert(&format!("customers/{id}.yaml"), format!("name: {name}\n").into_bytes());
    }
    let tree = Counted { tree, reads: AtomicUsize::new(0) };
    let book = Book::open(&tree).unwrap();
    let before = tree.reads.load(Ordering::Relaxed);
    for typed in ["beijing", "xingchen", "bjxc", "星辰", "customer/星辰科技"] {
        let hits = records::of(&book, &Kind::ALL, typed, Lang::Zh);
        let ids: Vec<&str> = hits.iter().map(|hit| hit.value.rsplit('/').next().unwrap()).collect();
        assert_eq!(ids, ["beijingxingchenkeji"], "{typed}");
    }
    assert_eq!(tree.reads.load(Ordering::Relaxed) - before, 1);
    assert!(records::of(&book, &[Kind::Customer], "zzz", Lang::Zh).is_empty());
    assert_eq!(records::of(&book, &[Kind::Customer], "", Lang::Zh).len(), 100);
    assert!(tree.reads.load(Ordering::Relaxed) - before <= 101);
}
