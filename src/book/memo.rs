//! What a layer above works out once for a whole book.

use std::any::Any;
use std::sync::OnceLock;

/// A place in which one layer keeps what it knows of a book, for as long as the book lives.
#[derive(Default)]
pub struct Memo(OnceLock<Box<dyn Any + Send + Sync>>);

impl Memo {
    /// What is kept here; begun when first asked for. Each place keeps values of one type.
    pub fn get<T: Default + Send + Sync + 'static>(&self) -> &T {
        let kept = self.0.get_or_init(|| Box::new(T::default()));
        kept.downcast_ref().expect("each place keeps values of one type")
    }
}
