//! Planned texts over a tree: what the book would be after a plan.

use std::collections::BTreeMap;
use std::io;

use super::{Listing, Tree};

/// A tree with some files replaced, added or taken away.
pub struct Overlay<'t> {
    below: &'t dyn Tree,
    planned: BTreeMap<Box<str>, Option<Vec<u8>>>,
}

impl<'t> Overlay<'t> {
    /// `below` with `planned` over it; `None` takes a file away.
    pub fn new(
        below: &'t dyn Tree,
        planned: impl IntoIterator<Item = (Box<str>, Option<Vec<u8>>)>,
    ) -> Overlay<'t> {
        Overlay { below, planned: planned.into_iter().collect() }
    }
}

impl Tree for Overlay<'_> {
    fn list(&self) -> io::Result<Listing> {
        let mut listing = self.below.list()?;
        listing.files.retain(|path| !self.planned.contains_key(path));
        let present = self.planned.iter().filter(|(_, bytes)| bytes.is_some());
        listing.files.extend(present.map(|(path, _)| path.clone()));
        listing.files.sort_unstable();
        Ok(listing)
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        match self.planned.get(path) {
            Some(Some(bytes)) => Ok(bytes.clone()),
            Some(None) => Err(io::ErrorKind::NotFound.into()),
            None => self.below.read(path),
        }
    }
}
