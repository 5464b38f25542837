//! What happens to leads: they are given to members, taken note of, nurtured, given up,
//! converted.

pub mod ack;
pub mod assign;
pub mod convert;
pub mod keep;
