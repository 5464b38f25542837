//! The shells: the script that makes each ask this program, what it sends, and how it is answered.

use std::ffi::OsString;
use std::io::Write;

use super::Hit;
use crate::cli::context::Env;

/// A shell that can be helped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// bash, from 3.2 on.
    Bash,
    /// zsh.
    Zsh,
    /// fish.
    Fish,
    /// PowerShell, of Windows and the newer one.
    Pwsh,
}

/// The words of a command line as the program gets them; what the shell keeps of the last one.
pub(super) struct Joined {
    pub words: Vec<OsString>,
    /// The start of the last word that the shell keeps whatever is completed.
    pub kept: String,
}

impl Shell {
    /// All of them.
    pub const ALL: [Shell; 4] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::Pwsh];

    /// The name, as typed and as in `COMPLETE`.
    pub const fn key(self) -> &'static str {
        match self {
            Shell::Bash => "bash",
            Shell::Zsh => "zsh",
            Shell::Fish => "fish",
            Shell::Pwsh => "powershell",
        }
    }

    /// The shell that is meant by a name or a path.
    pub fn parse(word: &str) -> Option<Shell> {
        let name = word.rsplit(['/', '\\']).next().unwrap_or(word).to_lowercase();
        let name = name.trim_end_matches(".exe");
        let name = if name == "pwsh" { "powershell" } else { name };
        Shell::ALL.into_iter().find(|shell| shell.key() == name)
    }

    /// The script that a shell reads when it starts.
    pub const fn script(self) -> &'static str {
        match self {
            Shell::Bash => include_str!("scripts/salesops.bash"),
            Shell::Zsh => include_str!("scripts/salesops.zsh"),
            Shell::Fish => include_str!("scripts/salesops.fish"),
            Shell::Pwsh => include_str!("scripts/salesops.ps1"),
        }
    }

    /// The words as they were typed. bash parts them at `=` and `:`; PowerShell drops empty ones, so
    /// the last one comes beside them.
    pub(super) fn joined(self, words: Vec<OsString>, env: &Env) -> Joined {
        match self {
            Shell::Bash => join(words),
            Shell::Pwsh => {
                let mut words = words;
                words.push(env.var("COMPLETE_WORD").unwrap_or_default().into());
                Joined { words, kept: String::new() }
            }
            Shell::Zsh | Shell::Fish => Joined { words, kept: String::new() },
        }
    }

    pub(super) fn write(self, hits: &[Hit], typed: &str, kept: &str, env: &Env, out: &mut Vec<u8>) {
        match self {
            Shell::Bash => write_bash(hits, typed, kept, env, out),
            Shell::Fish => {
                // fish leaves out what does not look like the word: a name answers a name.
                let head = typed.rfind(['=', ':']).map_or(0, |at| at + 1);
                let swapped = |hit: &Hit| {
                    let name = hit.help.split(" · ").next().unwrap_or_default();
                    let alike = typed.is_ascii() == name.is_ascii();
                    match typed.is_ascii() || hit.value.starts_with(typed) || !alike {
                        true => hit.clone(),
                        false => Hit::new(format!("{}{name}", &typed[..head]), &*hit.value),
                    }
                };
                write_lines(&hits.iter().map(swapped).collect::<Vec<_>>(), out);
            }
            Shell::Zsh | Shell::Pwsh => write_lines(hits, out),
        }
    }
}

fn write_lines(hits: &[Hit], out: &mut Vec<u8>) {
    for hit in hits {
        let help = hit.help.replace(['\t', '\n', '\r'], " ");
        let _ = writeln!(out, "{}\t{help}", hit.value);
    }
}

fn join(words: Vec<OsString>) -> Joined {
    let is_break = |word: &str| !word.is_empty() && word.chars().all(|c| c == '=' || c == ':');
    let (mut joined, mut kept): (Vec<String>, String) = (Vec::new(), String::new());
    let mut open = false;
    for word in words {
        let word = word.to_string_lossy().into_owned();
        kept.clear();
        match joined.last_mut() {
            Some(last) if is_break(&word) => {
                last.push_str(&word);
                kept.clone_from(last);
                open = true;
            }
            Some(last) if open => {
                kept.clone_from(last);
                last.push_str(&word);
                open = false;
            }
            _ => {
                joined.push(word);
                open = false;
            }
        }
    }
    Joined { words: joined.into_iter().map(OsString::from).collect(), kept }
}

// bash replaces the word by what all candidates begin with; a word that they do not begin with must
// stand among them, or it would be lost. On the second press it lists them, and a name helps.
fn write_bash(hits: &[Hit], typed: &str, kept: &str, env: &Env, out: &mut Vec<u8>) {
    let typed = typed.strip_prefix(kept).unwrap_or(typed);
    let listed = env.var("COMPLETE_TYPE") == Some("63");
    let values: Vec<&str> =
        hits.iter().map(|hit| hit.value.strip_prefix(kept).unwrap_or(&hit.value)).collect();
    let keeps = values.len() < 2 || values.iter().all(|value| value.starts_with(typed));
    if !keeps && !listed {
        let _ = writeln!(out, "{typed}");
    }
    for (value, hit) in values.iter().zip(hits) {
        let _ = match listed && values.len() > 1 && !hit.help.is_empty() {
            true => writeln!(out, "{value}  ({})", hit.help),
            false => writeln!(out, "{}", quoted(value)),
        };
    }
}

fn quoted(value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./=:+,@%~".contains(c);
    let quote = |c: char| if is_plain(c) { vec![c] } else { vec!['\\', c] };
    value.chars().flat_map(quote).collect()
}
