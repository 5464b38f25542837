//! Chinese characters to pinyin without tones.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyin;

/// Whether `c` has a reading.
pub(super) fn is_chinese(c: char) -> bool {
    OWN.by_spelling.contains_key(&[c][..]) || c.to_pinyin().is_some()
}

/// The readings of `run`, joined: at each character that of the longest spelling in our own table,
/// else that of the `pinyin` crate.
pub(in crate::base) fn spell(run: &[char]) -> String {
    let mut text = String::new();
    let mut rest = run;
    while let Some(first) = rest.first() {
        if let Some((reading, len)) = OWN.longest(rest) {
            text.push_str(reading);
            rest = &rest[len..];
        } else {
            // An input method takes `v` for ü; in an id it must be ASCII.
            let reading = first.to_pinyin().map_or("", |reading| reading.plain());
            text.push_str(&reading.replace('ü', "v"));
            rest = &rest[1..];
        }
    }
    text
}

/// What stands in `readings.txt`.
struct Readings {
    by_spelling: HashMap<Vec<char>, &'static str>,
    /// In characters.
    longest_spelling: usize,
}

static OWN: LazyLock<Readings> = LazyLock::new(|| {
    let by_spelling: HashMap<_, _> = rows().collect();
    let longest_spelling = by_spelling.keys().map(Vec::len).max().unwrap_or(0);
    Readings { by_spelling, longest_spelling }
});

impl Readings {
    /// The reading of the longest spelling that `text` starts with, and its length.
    fn longest(&self, text: &[char]) -> Option<(&'static str, usize)> {
        let longest = self.longest_spelling.min(text.len());
        (1..=longest).rev().find_map(|len| Some((*self.by_spelling.get(&text[..len])?, len)))
    }
}

/// A row a spelling: its characters and its reading.
pub(in crate::base) fn rows() -> impl Iterator<Item = (Vec<char>, &'static str)> {
    let lines = include_str!("readings.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).flat_map(|(reading, spellings)| {
        spellings.split(' ').map(move |spelling| (spelling.chars().collect(), reading))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::fnv1a_64;

    #[test]
    fn each_spelling_stands_once_and_has_a_plain_reading() {
        assert_eq!(OWN.by_spelling.len(), rows().count());
        for (spelling, reading) in rows() {
            assert!(reading.bytes().all(|b| b.is_ascii_lowercase()), "{reading}");
            assert!(!spelling.is_empty() && spelling.iter().all(|c| !c.is_ascii()), "{spelling:?}");
        }
    }

    #[test]
    fn the_longest_spelling_wins() {
        let spelled = |text: &str| spell(&text.chars().collect::<Vec<_>>());
        assert_eq!(spelled("都柏林"), "dubolin");
        assert_eq!(spelled("松柏林业"), "songbailinye");
        assert_eq!(spelled("娱乐器材"), "yuleqicai");
        assert_eq!(spelled("女略"), "nvlve");
    }

    /// Frozen: where this fails after an upgrade of the crate, a reading has changed. Pin the old
    /// one in `readings.txt` (with a golden name) rather than this number.
    #[test]
    fn readings_of_all_characters_are_frozen() {
        let readings = ('\0'..=char::MAX).filter(|c| is_chinese(*c)).flat_map(|c| {
            let row = format!("{c}{}\n", spell(&[c]));
            row.into_bytes()
        });
        assert_eq!(fnv1a_64(readings), 0x3fca_c748_3071_0e97);
    }
}
