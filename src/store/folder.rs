//! A book in a folder of the file system.
#![expect(clippy::disallowed_methods, reason = "this module is where book files are read")]

use std::fs;
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{Listing, Odd, Tree};

// Far above any record or import mapping; what is larger is cut there and found too large later.
const READ_LIMIT: u64 = 4 << 20;

/// The folder that holds a book.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
    reads: Arc<Reads>,
}

/// What has been read from a folder: for `--timings` and benches.
#[derive(Debug, Default)]
pub struct Reads {
    files: AtomicUsize,
    bytes: AtomicUsize,
}

impl Reads {
    /// How many files were read so far, and how many bytes.
    pub fn so_far(&self) -> (usize, usize) {
        (self.files.load(Ordering::Relaxed), self.bytes.load(Ordering::Relaxed))
    }
}

impl Folder {
    /// The book at `root`.
    pub fn new(root: impl Into<PathBuf>) -> Folder {
        Folder { root: root.into(), reads: Arc::default() }
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The count of what is read from it.
    pub fn reads(&self) -> Arc<Reads> {
        Arc::clone(&self.reads)
    }

    /// The file system's path of a file of the book.
    pub fn path(&self, path: &str) -> PathBuf {
        if MAIN_SEPARATOR == '/' {
            return self.root.join(path);
        }
        path.split('/').fold(self.root.clone(), |folder, name| folder.join(name))
    }

    /// Whether anything stands at `path`, readable or not: where nothing can be put.
    pub fn has(&self, path: &str) -> bool {
        !matches!(fs::symlink_metadata(self.path(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound)
    }
}

impl Tree for Folder {
    fn list(&self) -> io::Result<Listing> {
        let mut listing = Listing::default();
        let walk = WalkDir::new(&self.root).min_depth(1);
        for entry in walk.into_iter().filter_entry(is_of_the_book) {
            let entry = entry?;
            if entry.file_type().is_dir() {
                continue;
            }
            let Some(path) = relative(&self.root, entry.path()) else {
                let lossy = entry.path().strip_prefix(&self.root).unwrap_or(entry.path());
                listing.odd.push((lossy.to_string_lossy().into(), Odd::Name));
                continue;
            };
            if entry.file_type().is_file() {
                listing.files.push(path);
            } else if entry.file_type().is_symlink() {
                listing.odd.push((path, Odd::Symlink));
            } else {
                listing.odd.push((path, Odd::Special));
            }
        }
        listing.files.par_sort_unstable();
        listing.odd.sort_unstable();
        Ok(listing)
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let path = self.path(path);
        // A link could lead out of the book, and a pipe would wait for a writer for ever.
        if !fs::symlink_metadata(&path)?.is_file() {
            return Err(io::Error::other("not a regular file"));
        }
        let file = fs::File::open(path)?;
        let mut bytes = Vec::with_capacity(1024);
        file.take(READ_LIMIT).read_to_end(&mut bytes)?;
        self.reads.files.fetch_add(1, Ordering::Relaxed);
        self.reads.bytes.fetch_add(bytes.len(), Ordering::Relaxed);
        Ok(bytes)
    }
}

// Hidden names belong to git, editors and unfinished writes; never to the book.
fn is_of_the_book(entry: &DirEntry) -> bool {
    !entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn relative(root: &Path, path: &Path) -> Option<Box<str>> {
    let path = path.strip_prefix(root).ok()?.to_str()?;
    Some(if MAIN_SEPARATOR == '/' { path.into() } else { path.replace(MAIN_SEPARATOR, "/").into() })
}
