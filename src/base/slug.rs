//! Slugs: ids made of names.
//!
//! Two people who add the same customer must meet at the same file, also years apart and with
//! other versions of salesops. So the algorithm and its tables are frozen; `slug/golden.txt` holds
//! them in place. An improvement is a new algorithm beside this one, never a change of it.

mod latin;
pub(super) mod pinyin;

use crate::base::id::Id;

/// Legal forms of Chinese companies, dropped wherever they stand (a branch puts its name behind
/// them, a partnership writes its form in brackets). `集团` and `公司` are part of the name.
pub(super) const LEGAL_FORMS: [&str; 10] = [
    "股份有限公司",
    "有限责任公司",
    "有限責任公司",
    "有限公司",
    "股份公司",
    "特殊普通合伙",
    "普通合伙",
    "普通合夥",
    "有限合伙",
    "有限合夥",
];

/// Legal forms of other companies, dropped as last words. Short ones that are also words, names
/// or units (`ag`, `sa`, `kg`) are not among them.
pub(super) const COMPANY_SUFFIXES: [&str; 14] = [
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "limited",
    "llc",
    "llp",
    "ltd",
    "plc",
    "pte",
    "pty",
];

/// The id that `name` suggests, or `None` where it has neither a Latin nor a Chinese character.
///
/// 1. Chinese legal forms go: `北京星辰科技有限公司` is `beijingxingchenkeji`.
/// 2. Capitals, accents and full width go; so do apostrophes and invisible characters (`O’Brien`
///    is `obrien`).
/// 3. Runs of Latin letters and digits are words; so are runs of Chinese characters, in pinyin
///    without tones and with `v` for ü. Everything else parts words: `Acme 中国` is
///    `acme-zhongguo`, `AT&T` is `at-t`. Persons are no exception: `李伟` is `liwei`.
/// 4. What is longer than [`Id::MAX`] is cut, between two words unless that loses half of it.
/// 5. English legal forms go from the end, as long as two letters and a valid id are left:
///    `Acme Corporation` and `Acme Co., Ltd.` are `acme`, `X Corp` stays `x-corp`.
/// 6. What is no valid id gets `x-` in front: `123` is `x-123`, `CON` is `x-con`.
pub fn slug(name: &str) -> Option<Id> {
    let bare = LEGAL_FORMS.iter().fold(name.to_owned(), |name, form| name.replace(form, ""));
    let words = [&*bare, name].into_iter().map(words).find(|words| !words.is_empty())?;
    let text = words.join("-");
    let stem = without_company_suffix(cut(&text));
    Id::parse(stem).or_else(|_| Id::parse(cut(&format!("x-{stem}")))).ok()
}

#[derive(PartialEq)]
enum Script {
    Latin,
    Chinese,
    Other,
}

fn script(c: char) -> Script {
    if c.is_ascii_alphanumeric() {
        Script::Latin
    } else if pinyin::is_chinese(c) {
        Script::Chinese
    } else {
        Script::Other
    }
}

fn words(name: &str) -> Vec<String> {
    let chars = latin::plain(name);
    chars.chunk_by(|a, b| script(*a) == script(*b)).filter_map(word).collect()
}

fn word(run: &[char]) -> Option<String> {
    match script(*run.first()?) {
        Script::Latin => Some(run.iter().collect()),
        Script::Chinese => Some(pinyin::spell(run)),
        Script::Other => None,
    }
}

/// The start of the ASCII `text` that an id has room for.
fn cut(text: &str) -> &str {
    if text.len() <= Id::MAX {
        return text;
    }
    let end = text[..=Id::MAX].rfind('-').filter(|end| *end >= Id::MAX / 2);
    &text[..end.unwrap_or(Id::MAX)]
}

fn without_company_suffix(mut text: &str) -> &str {
    while let Some((rest, last)) = text.rsplit_once('-') {
        let letters = rest.bytes().filter(u8::is_ascii_lowercase).count();
        if !COMPANY_SUFFIXES.contains(&last) || letters < 2 || Id::parse(rest).is_err() {
            break;
        }
        text = rest;
    }
    text
}

#[cfg(test)]
mod tests;
