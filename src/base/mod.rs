//! Data and its total parsing: the leaf layer that every other layer may use.

pub mod amount;
pub mod change;
pub mod currency;
pub mod date;
mod date_words;
pub mod decimal;
pub mod edit;
pub mod field;
pub mod finding;
pub mod fold;
pub mod id;
pub mod kind;
pub mod likeness;
pub mod money;
pub mod name;
pub mod period;
pub mod placeholder;
pub mod route;
pub mod scalar;
pub mod slug;
pub mod sound;
pub mod table;
pub mod text;
pub mod typed_choice;
pub mod typed_date;
pub mod value;
pub mod width;
