//! Chance: what the ids of new records are drawn from.

use crate::base::id::Entropy;

/// Random numbers for ids.
pub struct Draw(fastrand::Rng);

impl Draw {
    /// A source of its own.
    pub fn new() -> Draw {
        Draw(fastrand::Rng::new())
    }
}

impl Entropy for Draw {
    fn next_u32(&mut self) -> u32 {
        self.0.u32(..)
    }
}
