//! The files that a command is told to read or to write; paths are those of the folder it runs in.

#![expect(clippy::disallowed_methods, reason = "the files that a person names")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use anyhow::{Error, Result, anyhow};

use super::context::Ctx;
use crate::base::text::Text;
use crate::say;

/// What stands in a file.
///
/// # Errors
/// When it cannot be read, with why.
pub fn read(ctx: &Ctx<'_>, path: &Path) -> Result<Vec<u8>> {
    let name = path.display();
    fs::read(ctx.env.folder.join(path)).map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            anyhow!(say!(en: "there is no file {name}", zh: "没有文件 {name}"))
        }
        ErrorKind::IsADirectory => {
            anyhow!(say!(en: "{name} is a folder, no file", zh: "{name} 是文件夹，不是文件"))
        }
        _ => other(error, say!(en: "cannot read {name}", zh: "无法读取 {name}")),
    })
}

/// Writes a file, over one that is there.
///
/// # Errors
/// When it cannot be written, with why.
pub fn write(ctx: &Ctx<'_>, path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    let name = path.display();
    fs::write(ctx.env.folder.join(path), bytes).map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!(say!(
            en: "the folder that {name} is to stand in does not exist",
            zh: "{name} 所在的文件夹不存在"
        )),
        ErrorKind::PermissionDenied => anyhow!(say!(
            en: "{name} may not be written; is it open in another program?",
            zh: "{name} 不能写入；是否正被其他程序打开？"
        )),
        _ => other(error, say!(en: "cannot write {name}", zh: "无法写入 {name}")),
    })
}

fn other(error: io::Error, what: Text) -> Error {
    Error::new(error).context(what)
}
