//! Writing: each file is old or new, whole, whenever the process dies.
#![expect(clippy::disallowed_methods, reason = "this module is where book files are written")]

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::folder::Folder;
use crate::base::change::Change;
use crate::say;

/// Carries out `changes` in their order; the caller holds the lock.
///
/// First every file is compared with the bytes that the plan was made from, then each is written
/// to a hidden temporary file beside its place, flushed to disk and renamed.
///
/// # Errors
/// When a file has changed since it was read or has come into being, or cannot be written. Then
/// nothing has been written, unless the disk itself failed half-way.
pub fn write(folder: &Folder, changes: &[Change]) -> Result<()> {
    for change in changes {
        unchanged(folder, change)?;
    }
    for change in changes {
        let path = folder.path(&change.path);
        match &change.after {
            Some(bytes) => replace(&path, bytes, change.before.is_none()),
            None => fs::remove_file(&path).map_err(Into::into),
        }
        .with_context(|| {
            let path = &change.path;
            say!(en: "cannot write {path}", zh: "无法写入 {path}")
        })?;
    }
    Ok(())
}

fn unchanged(folder: &Folder, change: &Change) -> Result<()> {
    let (path, name) = (folder.path(&change.path), &change.path);
    let unreadable = || say!(en: "cannot read {name}", zh: "无法读取 {name}");
    let now = match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(unreadable),
        Ok(found) if !found.is_file() => {
            bail!(say!(en: "{name} is not a regular file", zh: "{name} 不是普通文件"))
        }
        Ok(_) => Some(fs::read(&path).with_context(unreadable)?),
    };
    if now == change.before {
        return Ok(());
    }
    bail!(match (&now, &change.before) {
        (Some(_), None) => say!(
            en: "{name} exists already; nothing was written",
            zh: "{name} 已存在；没有写入任何内容"
        ),
        (None, _) =>
            say!(en: "{name} is gone; nothing was written", zh: "{name} 已不存在；没有写入任何内容"),
        _ => say!(
            en: "{name} has changed since it was read; nothing was written",
            zh: "{name} 在读取之后已被修改；没有写入任何内容"
        ),
    })
}

fn replace(path: &Path, bytes: &[u8], new: bool) -> Result<()> {
    let folder = path.parent().context("a file stands in a folder")?;
    fs::create_dir_all(folder)?;
    let mut temporary =
        tempfile::Builder::new().prefix(".salesops-").suffix(".tmp").tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    keep_mode(path, temporary.as_file(), new)?;
    temporary.as_file().sync_all()?;
    if new {
        temporary.persist_noclobber(path)?;
    } else {
        temporary.persist(path)?;
    }
    Ok(())
}

// Temporary files are private to their maker; a record is to be read like its neighbours.
#[cfg(unix)]
fn keep_mode(path: &Path, file: &fs::File, new: bool) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = if new { 0o644 } else { fs::metadata(path)?.permissions().mode() };
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn keep_mode(_path: &Path, _file: &fs::File, _new: bool) -> io::Result<()> {
    Ok(())
}
