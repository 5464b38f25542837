//! Chance: what the ids of new records are drawn from.

use super::context::Env;
use crate::base::id::Entropy;

/// Random numbers for ids.
pub struct Draw(fastrand::Rng);

impl Draw {
    /// A source of its own, from the seed of the environment if it has one.
    pub fn of(env: &Env) -> Draw {
        Draw(env.seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed))
    }
}

impl Entropy for Draw {
    fn next_u32(&mut self) -> u32 {
        self.0.u32(..)
    }
}
