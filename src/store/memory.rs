//! A book from literals: for tests, and for whatever has its texts at hand.

use std::collections::BTreeMap;
use std::io;

use super::{Listing, Tree};

/// Files in memory, by path.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<Box<str>, Vec<u8>>,
}

impl Memory {
    /// The files given as path and text.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Memory {
        let files = files.into_iter();
        Memory { files: files.map(|(path, text)| (path.into(), text.into())).collect() }
    }

    /// Puts a file in.
    pub fn insert(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.into(), bytes);
    }

    /// Takes a file out.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }
}

impl Tree for Memory {
    fn list(&self) -> io::Result<Listing> {
        Ok(Listing { files: self.files.keys().cloned().collect(), odd: Vec::new() })
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.files.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}
