//! Administrative divisions (行政区划, GB/T 2260): codes, and names as addresses begin with them.
//!
//! A code has six digits in pairs: province, city, district; pairs of zeros at the end say nothing.
//! What is left without them is the *stem*: `11` of `110000`. A division lies in another when its
//! stem begins with the other's.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A line a division: its stem and its name. Cities that are only there for the count of levels
/// (市辖区) are left out.
const TABLE: &str = include_str!("division/divisions.txt");

static NAMES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut names: HashMap<&str, Vec<&str>> = HashMap::new();
    for (stem, name) in TABLE.lines().filter_map(|line| line.split_once(' ')) {
        names.entry(name).or_default().push(stem);
        if let Some(short) = short(name).filter(|_| stem.len() == 2) {
            names.entry(short).or_default().push(stem);
        }
    }
    names
});

static PROVINCES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let stems = TABLE.lines().filter_map(|line| Some(line.split_once(' ')?.0));
    stems.filter(|stem| stem.len() == 2).collect()
});

// The longest name has eleven characters (克孜勒苏柯尔克孜自治州).
const LONGEST: usize = 16;

// What people call a province: 北京, 内蒙古, 广西, 香港.
fn short(province: &str) -> Option<&str> {
    const ENDINGS: [&str; 7] =
        ["省", "市", "特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区"];
    ENDINGS.iter().find_map(|ending| province.strip_suffix(ending))
}

/// The stem of a code: `11` of `110000`. A code of a province or city may be written without its
/// zeros. `None` where it is no code: other characters, an odd length, a province that is none.
pub fn stem(code: &str) -> Option<&str> {
    let fits = matches!(code.len(), 2 | 4 | 6) && code.bytes().all(|byte| byte.is_ascii_digit());
    let mut stem = code;
    while let Some(shorter) = stem.strip_suffix("00").filter(|rest| rest.len().is_multiple_of(2)) {
        stem = shorter;
    }
    (fits && stem.get(..2).is_some_and(|province| PROVINCES.contains(&province))).then_some(stem)
}

/// The code of a stem, with its zeros: `110000`.
pub fn code(stem: &str) -> String {
    format!("{stem:0<6}")
}

/// The division that an address begins with, as far as it can be told; its stem.
pub fn of_address(address: &str) -> Option<&'static str> {
    walk(address).0
}

/// The stem of the division of that name: 北京市, 北京, 深圳市, 北京市朝阳区. A district whose name
/// several have needs its city's or province's before it.
pub fn named(name: &str) -> Option<&'static str> {
    let (stem, rest) = walk(name);
    stem.filter(|_| rest.is_empty())
}

// The names at the head of a text, each inside the one before, and what follows them.
fn walk(text: &str) -> (Option<&'static str>, &str) {
    let mut inside = None;
    let mut rest = text.trim();
    while let Some((stem, name)) = head(rest, inside.unwrap_or_default()) {
        inside = Some(stem);
        rest = rest[name..].trim_start();
    }
    (inside, rest)
}

// The division with the longest name that a text begins with, inside another; and its length.
fn head(text: &str, inside: &str) -> Option<(&'static str, usize)> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    let ends: Vec<usize> = ends.collect();
    ends.into_iter().rev().find_map(|end| {
        let stems = NAMES.get(&text[..end])?;
        let below = |stem: &&&str| stem.starts_with(inside) && stem.len() > inside.len();
        let mut fitting = stems.iter().filter(below);
        // Several districts of one name: the text does not say which.
        let only = fitting.next().filter(|_| fitting.next().is_none())?;
        Some((*only, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_has_pairs_of_digits() {
        let cases = [
            ("110000", Some("11")),
            ("110105", Some("110105")),
            ("440300", Some("4403")),
            ("4403", Some("4403")),
            ("500000", Some("50")),
            ("820000", Some("82")),
        ];
        for (code, expected) in cases {
            assert_eq!(stem(code), expected, "{code}");
        }
        for wrong in ["", "1", "11010", "110105001", "100000", "000000", "11010x", "９９", "99"] {
            assert_eq!(stem(wrong), None, "{wrong}");
        }
        assert_eq!((code("11"), code("110105")), ("110000".into(), "110105".into()));
    }

    #[test]
    fn names_lead_to_divisions() {
        let cases = [
            ("北京市", Some("11")),
            ("北京", Some("11")),
            ("内蒙古", Some("15")),
            ("香港", Some("81")),
            ("吉林", Some("22")),
            ("吉林市", Some("2202")),
            ("吉林省吉林市", Some("2202")),
            ("深圳市", Some("4403")),
            ("北京市朝阳区", Some("110105")),
            ("广东省 深圳市 南山区", Some("440305")),
            ("朝阳区", None),
            ("北京市天河区", None),
            ("华北", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(named(name), expected, "{name}");
        }
    }

    #[test]
    fn an_address_says_its_division_as_far_as_it_can_be_told() {
        let cases = [
            ("北京市朝阳区东三环北路 27 号", Some("110105")),
            ("上海浦东新区张江路 665 号", Some("310115")),
            ("深圳市前海合作区梦海大道", Some("4403")),
            ("广东省东莞市长安镇振安中路 260 号", Some("4419")),
            ("长安街 1 号", None),
            ("1600 Amphitheatre Parkway", None),
        ];
        for (address, expected) in cases {
            assert_eq!(of_address(address), expected, "{address}");
        }
    }

    #[test]
    fn every_division_is_found_by_its_full_name() {
        let of =
            |stem: &str| TABLE.lines().find_map(|line| line.strip_prefix(stem)?.strip_prefix(' '));
        let mut lost = Vec::new();
        for (stem, name) in TABLE.lines().filter_map(|line| line.split_once(' ')) {
            let above =
                [2, 4].into_iter().filter(|n| *n < stem.len()).filter_map(|n| of(&stem[..n]));
            let full: String = above.chain([name]).collect();
            if named(&full) != Some(stem) {
                lost.push(full);
            }
        }
        assert!(lost.is_empty(), "{lost:?}");
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,30}") {
            let _ = (stem(&text), named(&text), of_address(&text));
        }
    }
}
