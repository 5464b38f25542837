//! The undo journal: what each writing command changed, newest last.
#![expect(clippy::disallowed_methods, reason = "this module owns the journal files")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::base::change::Change;

// Undo reaches back this far; older entries are dropped.
const KEPT: usize = 100;
const FOLDER: &str = "undo";

/// One writing command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The command as typed.
    pub command: String,
    /// What it changed.
    pub changes: Vec<Change>,
}

/// Adds an entry; the caller holds the lock.
///
/// # Errors
/// When the state folder cannot be written.
pub fn push(state: &Path, entry: &Entry) -> Result<()> {
    let folder = state.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("create {}", folder.display()))?;
    let files = entries(state);
    let next = files.last().map_or(1, |(number, _)| number + 1);
    let path = folder.join(format!("{next:08}.json"));
    // Renamed into place: a process that dies here must not leave half an entry, which would stop
    // every later undo.
    let mut draft = tempfile::Builder::new().prefix(".undo-").tempfile_in(&folder)?;
    draft
        .write_all(encode(entry).as_bytes())
        .with_context(|| format!("write {}", path.display()))?;
    draft.persist(&path).with_context(|| format!("write {}", path.display()))?;
    for (_, old) in files.iter().rev().skip(KEPT - 1) {
        let _ = fs::remove_file(old);
    }
    Ok(())
}

/// The newest `n` entries, or as many as there are, newest first.
///
/// # Errors
/// When one cannot be read.
pub fn newest(state: &Path, n: usize) -> Result<Vec<Entry>> {
    entries(state).iter().rev().take(n).map(|(_, path)| read(path)).collect()
}

fn read(path: &Path) -> Result<Entry> {
    let text = fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    decode(&text).with_context(|| format!("{} is not an undo entry", path.display()))
}

/// Takes the newest entry off; the caller holds the lock.
///
/// # Errors
/// When it cannot be removed.
pub fn pop(state: &Path) -> Result<()> {
    match entries(state).pop() {
        Some((_, path)) => {
            fs::remove_file(&path).with_context(|| format!("remove {}", path.display()))
        }
        None => Ok(()),
    }
}

fn entries(state: &Path) -> Vec<(u64, PathBuf)> {
    let Ok(folder) = fs::read_dir(state.join(FOLDER)) else { return Vec::new() };
    let mut files: Vec<(u64, PathBuf)> = folder
        .flatten()
        .filter_map(|entry| {
            let path = entry.path();
            let number = path.file_stem()?.to_str()?.parse().ok()?;
            Some((number, path))
        })
        .collect();
    files.sort_unstable();
    files
}

fn encode(entry: &Entry) -> String {
    let changes: Vec<Value> = entry
        .changes
        .iter()
        .map(|change| {
            json!({
                "path": change.path,
                "before": change.before.as_deref().map(hex),
                "after": change.after.as_deref().map(hex),
            })
        })
        .collect();
    json!({ "version": 1, "command": entry.command, "changes": changes }).to_string()
}

fn decode(text: &str) -> Option<Entry> {
    let value: Value = serde_json::from_str(text).ok()?;
    let mut changes = Vec::new();
    for change in value.get("changes")?.as_array()? {
        changes.push(Change {
            path: change.get("path")?.as_str()?.into(),
            before: bytes(change.get("before")?)?,
            after: bytes(change.get("after")?)?,
        });
    }
    Some(Entry { command: value.get("command")?.as_str()?.to_owned(), changes })
}

// A file may hold any bytes, so they are kept as hexadecimal digits where they are not text.
fn hex(bytes: &[u8]) -> Value {
    match std::str::from_utf8(bytes) {
        Ok(text) => json!(text),
        Err(_) => json!({ "hex": bytes.iter().map(|b| format!("{b:02x}")).collect::<String>() }),
    }
}

// Outer: readable. Inner: whether there was a file.
fn bytes(value: &Value) -> Option<Option<Vec<u8>>> {
    match value {
        Value::Null => Some(None),
        Value::String(text) => Some(Some(text.clone().into_bytes())),
        other => {
            let digits = other.get("hex")?.as_str()?.as_bytes();
            let pairs = digits
                .chunks(2)
                .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
            pairs.collect::<Option<Vec<u8>>>().map(Some)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_back_whole() {
        let state = tempfile::tempdir().unwrap();
        let changes = vec![
            Change { path: "a/b.yaml".into(), before: None, after: Some(b"x: 1\r\n".to_vec()) },
            Change { path: "c.yaml".into(), before: Some(vec![0xff, 0x00]), after: None },
        ];
        let entry = Entry { command: "set a b=1".to_owned(), changes };
        push(state.path(), &entry).unwrap();
        assert_eq!(newest(state.path(), 2).unwrap(), [entry]);
        pop(state.path()).unwrap();
        assert_eq!(newest(state.path(), 1).unwrap(), []);
    }

    #[test]
    fn only_the_newest_hundred_are_kept() {
        let state = tempfile::tempdir().unwrap();
        for n in 0..105 {
            push(state.path(), &Entry { command: n.to_string(), changes: vec![] }).unwrap();
        }
        assert_eq!(entries(state.path()).len(), KEPT);
        let newest: Vec<_> =
            newest(state.path(), 2).unwrap().into_iter().map(|entry| entry.command).collect();
        assert_eq!(newest, ["104", "103"]);
    }
}
