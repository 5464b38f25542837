//! Text in the two languages of the product.

use std::borrow::Cow;

/// A language that salesops speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

/// The same statement in both languages; only output picks one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text {
    /// English.
    pub en: Cow<'static, str>,
    /// Simplified Chinese.
    pub zh: Cow<'static, str>,
}

impl Text {
    /// The text in `lang`.
    pub fn pick(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }

    /// The same words in both languages: for names, values and other texts that are not ours.
    pub fn same(words: impl Into<String>) -> Text {
        let words = words.into();
        Text { en: words.clone().into(), zh: words.into() }
    }
}

impl std::fmt::Display for Text {
    /// The English text: for logs and panics; output picks the language itself.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.en)
    }
}

/// A refusal in both languages travels through `anyhow` and is picked apart by the binary.
impl std::error::Error for Text {}

/// A name that stands in a table: of a kind, a field, a value, a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

impl Label {
    /// A label with both its texts.
    pub const fn new(en: &'static str, zh: &'static str) -> Label {
        Label { en, zh }
    }

    /// The label in `lang`.
    pub const fn pick(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// The label as a [`Text`].
    pub const fn text(self) -> Text {
        Text { en: Cow::Borrowed(self.en), zh: Cow::Borrowed(self.zh) }
    }
}

/// Says one thing in both languages, with `format!` captures: `say!(en: "no {x}", zh: "没有{x}")`.
#[macro_export]
macro_rules! say {
    (en: $en:literal, zh: $zh:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::base::text::Text {
            en: ::std::borrow::Cow::Owned(::std::format!($en $(, $name = $value)*)),
            zh: ::std::borrow::Cow::Owned(::std::format!($zh $(, $name = $value)*)),
        }
    };
}

// serde errors carry one string; this joins the two languages on the way through it.
const JOINT: char = '\u{1f}';

impl Text {
    /// Both languages as one string: for errors that pass through serde. See [`Text::unpack`].
    pub fn pack(&self) -> String {
        format!("{}{JOINT}{}", self.en, self.zh)
    }

    /// The text that [`Text::pack`] joined; any other string is the same in both languages.
    pub fn unpack(packed: &str) -> Text {
        match packed.split_once(JOINT) {
            Some((en, zh)) => Text { en: en.to_owned().into(), zh: zh.to_owned().into() },
            None => Text::same(packed),
        }
    }
}

/// The candidate nearest to `word`, for "did you mean": at most a third of its letters away, or one
/// that it is the beginning of (`sales_champion` of `sales_champion_month`), for a Chinese word any
/// part (`类型` of `客户类型`).
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters: Vec<char> = word.to_lowercase().chars().take(64).collect();
    let allowed = (letters.len() / 3).clamp(1, 3);
    let is_part = |candidate: &str| match word.is_ascii() {
        true => letters.len() > 3 && candidate.to_lowercase().starts_with(&word.to_lowercase()),
        false => letters.len() > 1 && candidate.contains(word),
    };
    candidates
        .into_iter()
        .filter_map(|candidate| match distance(&letters, candidate) {
            far if far <= allowed && far < candidate.chars().count() => Some((far, candidate)),
            _ if is_part(candidate) => Some((allowed + candidate.chars().count(), candidate)),
            _ => None,
        })
        .min()
        .map(|(_, candidate)| candidate)
}

// Levenshtein with neighbouring swaps counted as one step; candidates longer than 64 letters are cut.
fn distance(word: &[char], candidate: &str) -> usize {
    let other: Vec<char> = candidate.to_lowercase().chars().take(64).collect();
    let mut before: Vec<usize> = vec![0; other.len() + 1];
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in word.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut best = (above[j] + usize::from(a != b)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && word[i - 1] == *b {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_survive_packing() {
        let text = say!(en: "no {x}", zh: "没有{x}", x = 1);
        assert_eq!(Text::unpack(&text.pack()), text);
    }

    #[test]
    fn nearest_finds_slips_and_nothing_else() {
        let keys = ["customer", "amount", "stage"];
        assert_eq!(nearest("custmoer", keys), Some("customer"));
        assert_eq!(nearest("Stage", keys), Some("stage"));
        assert_eq!(nearest("territory", keys), None);
        let awards = ["best_sales_year", "sales_champion_month"];
        assert_eq!(nearest("Sales_champion", awards), Some("sales_champion_month"));
        assert_eq!(nearest("bes", awards), None, "so few letters say nothing");
        assert_eq!(nearest("类型", ["客户名称", "客户类型"]), Some("客户类型"));
    }
}
