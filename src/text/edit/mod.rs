//! Lossless edits: one value of a file changes, every other line stays as it is, byte for byte.
//!
//! An edit is a splice on byte ranges that `locate` finds with the help of the spanned tree, and
//! never a rewriting of the file. The text that results is read again by two parsers that do not
//! know of each other; unless both find the old data with exactly the intended change, and every
//! other line and comment is in place, `guard` refuses it and nothing changes.
//!
//! What is decided here:
//! * a new key goes to its place in the canonical order, a comment right above a key stays with it;
//! * a value takes the quotes of its predecessor, text over several lines becomes a `|` scalar;
//! * a comment on the line of a removed entry goes with it, comments on lines of their own stay;
//! * the last item out of a list leaves `[]`, the last key out of an inner mapping `{}`.

mod append;
mod data;
mod guard;
mod insert;
mod locate;
mod other;
mod remove;
mod set;
mod splice;
#[cfg(test)]
mod tests;
mod write;

use crate::base::edit::Edit;
use crate::base::route::Route;
use crate::base::text::Text;

use super::tree::Tree;
use super::yaml;

const BOM: char = '\u{feff}';

/// How a kind of record is laid out on disk: what an edit needs to know of its fields.
pub trait Layout {
    /// The keys of the mapping at a route in their canonical order; empty where none is known and
    /// new keys go to the end.
    fn order(&self, mapping: &Route) -> Vec<&'static str>;

    /// Whether the mapping at a route, or each mapping of the list there, is written on one line.
    fn inline(&self, route: &Route) -> bool;

    /// Whether a blank line parts a top-level key from the one above it.
    fn apart(&self, route: &Route) -> bool;
}

/// The text of a YAML file with the edits carried out one after the other.
///
/// # Errors
/// What keeps an edit from being carried out safely; none of them is carried out then.
pub fn apply(source: &str, edits: &[Edit], layout: &dyn Layout) -> Result<String, Text> {
    // A byte-order mark is no content, but `serde_yaml` takes it for some.
    let (mark, body) = source.split_at(if source.starts_with(BOM) { BOM.len_utf8() } else { 0 });
    let mut text = body.to_owned();
    for edit in edits {
        text = apply_one(&text, edit, layout)?;
    }
    Ok(format!("{mark}{text}"))
}

fn apply_one(source: &str, edit: &Edit, layout: &dyn Layout) -> Result<String, Text> {
    let tree = read(source)?;
    let intended = data::Data::of(tree.root()).edited(edit)?;
    let file = File { source, tree: &tree, layout };
    let splice = match edit {
        Edit::Set(route, value) => set::set(&file, route, value)?,
        Edit::Append(route, value) => append::append(&file, route, value)?,
        Edit::Remove(route) => remove::remove(&file, route)?,
    };
    let text = splice.apply(source);
    guard::check(&file, edit, &intended, &text)?;
    Ok(text)
}

/// A file that is being edited.
struct File<'a> {
    source: &'a str,
    tree: &'a Tree<'a>,
    layout: &'a dyn Layout,
}

/// The tree of a text without faults, or its first fault.
fn read(source: &str) -> Result<Tree<'_>, Text> {
    let (tree, faults) = yaml::parse(source);
    match faults.into_iter().next() {
        Some(fault) => Err(fault.message),
        None => Ok(tree),
    }
}
