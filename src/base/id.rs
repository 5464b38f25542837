//! Ids of records, and the random or derived part that many of them end in.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize};

use crate::base::scalar;
use crate::base::slug::slug;
use crate::base::text::Text;
use crate::say;

/// What a record is called within its kind: the stem of its file, and what other records refer to.
///
/// Lower-case ASCII: `[a-z0-9]` at both ends, `._-` between, at most [`Id::MAX`] characters. It is
/// no name that Windows reserves and nothing that YAML would read as another type, so that it
/// needs quotes nowhere. Dates and periods (`2026-11`) are allowed: budgets and rates have them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Id(Box<str>);

impl Id {
    /// The most characters an id may have.
    pub const MAX: usize = 64;

    /// Reads an id; the error names the rule that is broken and the character that breaks it.
    pub fn parse(text: &str) -> Result<Id, Text> {
        check_length(text)?;
        check_characters(text)?;
        check_ends(text)?;
        check_meaning(text)?;
        Ok(Id(text.into()))
    }

    /// The id that values give, joined by `-`: `2026-sales`. A name among them gives its slug. Where
    /// only the first is there, it is everybody's: `2026-all`.
    ///
    /// # Errors
    /// When what comes of it is no id.
    pub fn of_values<'v>(values: impl Iterator<Item = Option<&'v str>>) -> Result<Id, Text> {
        let is_key = |value: &str| value.bytes().all(|c| !matches!(c, b'A'..=b'Z' | b' ' | 128..));
        let part = |value: &str| match slug(value).filter(|_| !is_key(value)) {
            Some(slug) => slug.to_string(),
            None => value.replace(['_', '.'], "-"),
        };
        let (mut parts, mut asked) = (Vec::new(), 0);
        for value in values {
            asked += 1;
            parts.extend(value.map(part));
        }
        if parts.len() == 1 && asked > 1 {
            parts.push("all".to_owned());
        }
        Id::parse(&parts.join("-"))
    }

    /// This id, `-` and `suffix`, for what hangs on a record and for its namesakes. The id gives
    /// way where both would be longer than [`Id::MAX`]. Fails where `suffix` cannot end an id.
    pub fn with_suffix(&self, suffix: &str) -> Result<Id, Text> {
        let room = Id::MAX.saturating_sub(suffix.len() + 1).min(self.len());
        let stem = self[..room].trim_end_matches(['.', '_', '-']);
        Id::parse(&format!("{stem}-{suffix}"))
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        self
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        scalar::deserialize(deserializer, Id::parse)
    }
}

/// Where random numbers come from: the binary's generator, or a seeded one in tests.
pub trait Entropy {
    /// The next number, each of its bits as likely 0 as 1.
    fn next_u32(&mut self) -> u32;
}

/// The characters of a random part: digits and letters without `i`, `l`, `o` (taken for 1 and 0
/// when read aloud or typed off a print) and `u` (so that hardly a word can arise).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// `len` random characters: 5 bits each, so that 4 tell about 1 000 records apart and 8 a million.
pub fn suffix(entropy: &mut dyn Entropy, len: usize) -> String {
    (0..len).map(|_| char::from(ALPHABET[(entropy.next_u32() >> 27) as usize])).collect()
}

/// `len` characters like those of [`suffix`], but always the same for the same `key`: an import
/// that is repeated meets its own records.
///
/// Frozen: FNV-1a (64 bits) of the UTF-8 bytes seeds SplitMix64, the top 5 bits of each output are
/// one character.
pub fn derived_suffix(key: &str, len: usize) -> String {
    suffix(&mut SplitMix64(fnv1a_64(key.bytes())), len)
}

/// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014). It spreads what
/// FNV-1a leaves alike in the hashes of keys that differ in their last character only.
struct SplitMix64(u64);

impl Entropy for SplitMix64 {
    fn next_u32(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 32) as u32
    }
}

/// The FNV-1a hash of 64 bits, with its published basis and prime.
pub(super) fn fnv1a_64(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn check_length(text: &str) -> Result<(), Text> {
    let (n, max) = (text.chars().count(), Id::MAX);
    match n {
        0 => Err(say!(en: "an id cannot be empty", zh: "编号不能为空")),
        _ if n > max => Err(say!(
            en: "an id has at most {max} characters, this one has {n}",
            zh: "编号最多 {max} 个字符，这里有 {n} 个"
        )),
        _ => Ok(()),
    }
}

fn check_characters(text: &str) -> Result<(), Text> {
    match (1..).zip(text.chars()).find(|(_, c)| !is_allowed(*c)) {
        None => Ok(()),
        Some((at, c)) if c.is_ascii_uppercase() => Err(say!(
            en: "`{c}` (character {at}) is a capital letter, ids are lower-case: write `{lower}`",
            zh: "`{c}`（第 {at} 个字符）是大写字母，编号只用小写：请写 `{lower}`",
            lower = c.to_ascii_lowercase(),
        )),
        Some((at, c)) => Err(say!(
            en: "`{shown}` (character {at}) cannot stand in an id: use a-z, 0-9, inside also `._-`",
            zh: "编号中不能有 `{shown}`（第 {at} 个字符）：请用 a-z、0-9，中间可用 `._-`",
            shown = visible(c),
        )),
    }
}

fn check_ends(text: &str) -> Result<(), Text> {
    let is_joint = |c: &char| !c.is_ascii_alphanumeric();
    if let Some(c) = text.chars().next().filter(is_joint) {
        return Err(say!(
            en: "an id starts with a letter or a digit, not with `{c}`",
            zh: "编号须以字母或数字开头，不能以 `{c}` 开头"
        ));
    }
    if let Some(c) = text.chars().next_back().filter(is_joint) {
        return Err(say!(
            en: "an id ends with a letter or a digit, not with `{c}`",
            zh: "编号须以字母或数字结尾，不能以 `{c}` 结尾"
        ));
    }
    Ok(())
}

fn check_meaning(text: &str) -> Result<(), Text> {
    if is_reserved_by_windows(text) {
        return Err(say!(
            en: "Windows allows no file named `{text}`: choose another id, such as `x-{text}`",
            zh: "Windows 不允许文件名为 `{text}`：请换一个编号，例如 `x-{text}`"
        ));
    }
    if is_yaml_word(text) || is_number(text) {
        return Err(say!(
            en: "YAML does not read `{text}` as text: choose another id, such as `x-{text}`",
            zh: "YAML 会把 `{text}` 读成非文本的值：请换一个编号，例如 `x-{text}`"
        ));
    }
    Ok(())
}

fn is_allowed(c: char) -> bool {
    matches!(c, 'a'..='z' | '0'..='9' | '.' | '_' | '-')
}

/// The character itself, or its code where it would not be seen or would disturb a terminal.
fn visible(c: char) -> String {
    match c {
        '\'' | '"' | '\\' => c.to_string(),
        _ => c.escape_debug().to_string(),
    }
}

fn is_reserved_by_windows(text: &str) -> bool {
    let stem = text.split('.').next().unwrap_or(text);
    let is_port =
        |name| stem.strip_prefix(name).is_some_and(|n| matches!(n.as_bytes(), [b'1'..=b'9']));
    matches!(stem, "con" | "prn" | "aux" | "nul") || is_port("com") || is_port("lpt")
}

/// Whether YAML 1.1 or 1.2 reads `text` as null or a boolean.
fn is_yaml_word(text: &str) -> bool {
    matches!(text, "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n")
}

/// Whether YAML 1.1 or 1.2, or a spreadsheet, reads `text` as a number.
fn is_number(text: &str) -> bool {
    // Ids are read by the hundred thousand, and few begin with a digit.
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let text = text.replace('_', "");
    let is_in_base = |prefix, base| {
        let digits = text.strip_prefix(prefix);
        digits.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_digit(base)))
    };
    let is_decimal = || text.parse::<f64>().is_ok();
    is_in_base("0x", 16) || is_in_base("0o", 8) || is_in_base("0b", 2) || is_decimal()
}

#[cfg(test)]
mod tests;
