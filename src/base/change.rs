//! Changes of files: what a plan wants written.

/// One file before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The path in the book, `/` between folders.
    pub path: Box<str>,
    /// The bytes that were read; `None` where the file must not exist yet.
    pub before: Option<Vec<u8>>,
    /// The bytes to be written; `None` takes the file away.
    pub after: Option<Vec<u8>>,
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn reversed(&self) -> Change {
        Change { path: self.path.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}
