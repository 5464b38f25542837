//! Faults that no text in memory has: bytes, sizes, permissions, links.

use std::io;

use super::{Files, findings, lines, tree};
use crate::base::text::Lang;
use crate::store::{Listing, Memory, Odd, Tree};

/// The rules of which this module has the firing cases.
pub(super) const RULES: [&str; 3] = ["file-too-large", "not-utf8", "unreadable-file"];

/// A tree with a file that cannot be read, and with things that are no files.
struct Damaged {
    whole: Memory,
    unreadable: &'static str,
    odd: Vec<(Box<str>, Odd)>,
}

impl Tree for Damaged {
    fn list(&self) -> io::Result<Listing> {
        Ok(Listing { odd: self.odd.clone(), ..self.whole.list()? })
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        if path == self.unreadable {
            return Err(io::Error::other("the disk is gone"));
        }
        self.whole.read(path)
    }
}

fn says(tree: &dyn Tree) -> [String; 2] {
    let found = findings(tree);
    [Lang::En, Lang::Zh].map(|lang| lines(tree, &found, lang))
}

fn with_bytes(path: &str, bytes: Vec<u8>) -> Memory {
    let mut tree = tree(QUIET);
    tree.insert(path, bytes);
    tree
}

const QUIET: Files = &[("salesops.toml", "packs = []\n")];

#[test]
fn a_file_is_at_most_a_mebibyte() {
    let note = |n: usize| format!("name: P\nnote: {}\n", "x".repeat(n - 15)).into_bytes();
    let tree = with_bytes("products/p.yaml", note((1 << 20) + 1));
    assert_eq!(
        says(&tree),
        [
            "error file-too-large products/p.yaml:1:1 the file has 2 MiB; a record has at most 1 MiB",
            "error file-too-large products/p.yaml:1:1 文件有 2 MiB；一条记录至多 1 MiB",
        ]
    );
    assert_eq!(says(&with_bytes("products/p.yaml", note(1 << 20))), ["", ""]);
}

#[test]
fn a_file_is_utf8() {
    // 星 as GBK.
    let tree = with_bytes("products/p.yaml", b"name: \xd0\xc7\n".to_vec());
    assert_eq!(
        says(&tree),
        [
            "error not-utf8 products/p.yaml:1:7 not UTF-8 from here on",
            "error not-utf8 products/p.yaml:1:7 从此处起不是 UTF-8 编码",
        ]
    );
    let marked = "\u{feff}name: 星\n".as_bytes().to_vec();
    assert_eq!(says(&with_bytes("products/p.yaml", marked)), ["", ""]);
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    let whole = tree(&[QUIET[0], ("products/p.yaml", "name: P\n")]);
    let tree = Damaged { whole, unreadable: "products/p.yaml", odd: Vec::new() };
    assert_eq!(
        says(&tree),
        [
            "error unreadable-file products/p.yaml:1:1 cannot be read: the disk is gone",
            "error unreadable-file products/p.yaml:1:1 无法读取：the disk is gone",
        ]
    );
}

#[test]
fn links_and_devices_are_told_and_not_read() {
    let odd =
        [("customers/link.yaml", Odd::Symlink), ("pipe", Odd::Special), ("\u{fffd}", Odd::Name)];
    let odd = odd.map(|(path, why)| (path.into(), why)).to_vec();
    let tree = Damaged { whole: tree(QUIET), unreadable: "", odd };
    assert_eq!(
        says(&tree),
        [
            "error misplaced-file customers/link.yaml:1:1 symbolic links are not followed\n\
             error misplaced-file pipe:1:1 not a regular file\n\
             error misplaced-file \u{fffd}:1:1 the file's name is not valid Unicode",
            "error misplaced-file customers/link.yaml:1:1 不会跟随符号链接\n\
             error misplaced-file pipe:1:1 不是普通文件\n\
             error misplaced-file \u{fffd}:1:1 文件名不是有效的 Unicode",
        ]
    );
}
