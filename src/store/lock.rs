//! The lock of a book: one writer at a time, released by the system when its holder dies.
#![expect(clippy::disallowed_methods, reason = "this module owns the lock file")]

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::say;

const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(20);

/// Held as long as it lives.
pub struct Lock(File);

/// Waits for the lock in the state `folder`, up to ten seconds; `holder` is what others are told.
///
/// # Errors
/// When another process keeps it, naming that process, or the state folder cannot be written.
pub fn acquire(folder: &Path, holder: &str) -> Result<Lock> {
    fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    let path = folder.join("lock");
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .with_context(|| format!("open {}", path.display()))?;
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => break,
            Err(TryLockError::Error(error)) => return Err(error).context("lock the book"),
            Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => {
                let mut other = String::new();
                let _ = file.read_to_string(&mut other);
                let other = if other.is_empty() { "another process" } else { other.trim() };
                bail!(say!(
                    en: "the book is being written by {other}; try again when it is done",
                    zh: "账本正在由 {other} 写入；请稍后再试"
                ));
            }
        }
    }
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(holder.as_bytes())?;
    Ok(Lock(file))
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}
