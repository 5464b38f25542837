//! Where a book's lock, undo journal and last list live: outside its records.
#![expect(clippy::disallowed_methods, reason = "this module owns the state files of a book")]

use std::fs;
use std::path::{Path, PathBuf};

/// The state folder of the book at `root`: `$GIT_DIR/salesops` of the repository around it, else a
/// folder of its own under `user_state`.
pub fn folder(root: &Path, user_state: &Path) -> PathBuf {
    let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    // Several books may share a repository; each has its own lock and journal.
    for (depth, above) in root.ancestors().enumerate() {
        if let Some(git) = git_folder(above) {
            let state = git.join("salesops");
            return if depth == 0 { state } else { state.join(fingerprint(&root)) };
        }
    }
    user_state.join("salesops").join(fingerprint(&root))
}

fn git_folder(above: &Path) -> Option<PathBuf> {
    let git = above.join(".git");
    if git.is_dir() {
        return Some(git);
    }
    // A linked worktree has a file that names its folder.
    let pointer = fs::read_to_string(&git).ok()?;
    let target = above.join(pointer.strip_prefix("gitdir:")?.trim());
    target.is_dir().then_some(target)
}

fn fingerprint(root: &Path) -> String {
    let hash =
        root.as_os_str().as_encoded_bytes().iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{hash:016x}")
}

/// The text of a small state file; `None` where there is none.
pub fn read(folder: &Path, name: &str) -> Option<String> {
    fs::read_to_string(folder.join(name)).ok()
}

/// Keeps a small state file. Losing it costs a convenience, so a failure is not told.
pub fn keep(folder: &Path, name: &str, text: &str) {
    if fs::create_dir_all(folder).is_ok() {
        let _ = fs::write(folder.join(name), text);
    }
}
