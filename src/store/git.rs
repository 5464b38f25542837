//! The `git` program. The book works without it.
#![expect(clippy::disallowed_methods, reason = "this module is where git is run")]

use std::path::Path;
use std::process::Command;

/// The e-mail that commits in `folder` would be signed with.
pub fn email(folder: &Path) -> Option<String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["config", "--get", "user.email"])
        .output()
        .ok()?;
    let email = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !email.is_empty()).then_some(email)
}
