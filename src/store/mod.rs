//! Where bytes come from and go to: the only layer that opens the files of a book.

pub mod folder;
pub mod git;
pub mod journal;
pub mod lock;
pub mod memory;
pub mod overlay;
pub mod state;
pub mod write;

use std::io;

pub use folder::Folder;
pub use memory::Memory;
pub use overlay::Overlay;

/// The name of the policy file at the root of every book.
pub const POLICY_FILE: &str = "salesops.toml";

/// A set of files to read a book from: a folder, literals of a test, planned texts over either.
pub trait Tree: Sync {
    /// Everything in it, at once.
    ///
    /// # Errors
    /// When a folder cannot be read.
    fn list(&self) -> io::Result<Listing>;

    /// The bytes of one file; `path` has `/` between folders.
    ///
    /// # Errors
    /// When the file is gone, is no regular file or cannot be read.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;
}

/// What a [`Tree`] holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The regular files, sorted by path.
    pub files: Vec<Box<str>>,
    /// What stands there without being a file that can be read, sorted by path.
    pub odd: Vec<(Box<str>, Odd)>,
}

/// Why something in a tree is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Odd {
    /// A symbolic link: it could lead out of the book.
    Symlink,
    /// A device, pipe or socket.
    Special,
    /// A name that is not valid Unicode.
    Name,
}
