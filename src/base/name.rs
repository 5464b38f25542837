//! Names as they are compared: what an input method, a spreadsheet or a habit changes of a name
//! does not make another name of it.

use super::slug::{COMPANY_SUFFIXES, LEGAL_FORMS};
use super::width::normalize_width;

/// A name as it is compared: width, case, blanks, invisible marks and traditional characters do
/// not count. `臺灣　ＡＢＣ 科技` and `台湾abc科技` are the same name.
///
/// Blanks count between two words of letters only: `北京 星辰` is `北京星辰`, but `Acme North`
/// is not `acmenorth`. `_` stands for a blank, which a shell would part words at.
pub fn normal(name: &str) -> String {
    let narrow = normalize_width(name);
    if narrow.is_ascii() {
        return joined(&narrow);
    }
    joined(&fast2s::convert(&narrow))
}

fn joined(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut blank = false;
    for c in name.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase) {
        if c.is_whitespace() || c == '_' {
            blank = true;
            continue;
        }
        let before = text.chars().next_back();
        if blank && before.is_some_and(|before| !is_han(before)) && !is_han(c) {
            text.push(' ');
        }
        blank = false;
        text.push(same_mark(c));
    }
    text
}

/// Marks that nobody sees; names copied from spreadsheets, chats and web pages have them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

// Marks that look alike and mean the same in names: the dot of foreign names, the apostrophe.
fn same_mark(c: char) -> char {
    match c {
        '•' | '‧' | '・' | '･' => '·',
        '‘' | '’' | 'ʼ' | '´' | '`' => '\'',
        '‐' | '‑' | '–' => '-',
        _ => c,
    }
}

/// Whether `c` is a Chinese character or a mark among them: no blank stands beside it.
fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A name in its normal form without its legal form: `北京星辰科技` for `北京星辰科技有限公司`,
/// `acme` for `acme co., ltd.`. What would leave nothing stays.
pub fn bare(normal: &str) -> String {
    let mut text = normal.to_owned();
    if !text.is_ascii() {
        for form in LEGAL_FORMS {
            if text.contains(form) {
                text = text.replace(form, "");
            }
        }
        text = text.replace("()", "");
    }
    let text = without_suffix(&text);
    if text.is_empty() { normal.to_owned() } else { text.to_owned() }
}

// English legal forms go from the end, as long as two letters are left.
fn without_suffix(name: &str) -> &str {
    let mut text = name;
    loop {
        let end = text.trim_end_matches(|c: char| c.is_whitespace() || ".,()".contains(c));
        let start = end.rfind(|c: char| !c.is_ascii_alphanumeric());
        let start = start.map_or(0, |at| at + end[at..].chars().next().map_or(1, char::len_utf8));
        let rest = end[..start].trim_end_matches(|c: char| c.is_whitespace() || ".,(&".contains(c));
        let letters = rest.chars().filter(|c| c.is_alphanumeric()).count();
        if !COMPANY_SUFFIXES.contains(&&end[start..]) || letters < 2 {
            return text;
        }
        text = rest;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_do_not_see_does_not_count() {
        for (typed, same) in [
            ("ＡＣＭＥ　Ｎｏｒｔｈ", "acme  NORTH "),
            ("北京 星辰", "北京星辰"),
            ("臺灣積體電路", "台湾积体电路"),
            ("長沙銀行", "长沙银行"),
            ("Acme 中国", "acme中国"),
            ("星辰（北京）", "星辰(北京)"),
            ("\u{feff}星\u{200b}辰", "星辰"),
            ("阿里•买买提", "阿里·买买提"),
            ("O’Brien", "o'brien"),
            ("Acme_North", "acme north"),
        ] {
            assert_eq!(normal(typed), normal(same), "{typed}");
        }
        assert_ne!(normal("Acme North"), normal("AcmeNorth"));
        assert_ne!(normal("李伟"), normal("李维"));
    }

    #[test]
    fn legal_forms_go_where_something_is_left() {
        for (name, left) in [
            ("北京星辰科技有限公司", "北京星辰科技"),
            ("星辰股份有限公司北京分公司", "星辰北京分公司"),
            ("Acme Co., Ltd.", "acme"),
            ("Acme (Pte.) Limited", "acme"),
            ("中国Acme Inc.", "中国acme"),
            ("X Corp", "x corp"),
            ("有限公司", "有限公司"),
            ("Ltd.", "ltd."),
            ("", ""),
            ("天健会计师事务所(特殊普通合伙)", "天健会计师事务所"),
        ] {
            assert_eq!(bare(&normal(name)), left, "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_name_has_a_form(name in ".{0,40}") {
            let once = normal(&name);
            bare(&once);
            prop_assert!(!once.starts_with(' ') && !once.ends_with(' '));
        }

        #[test]
        fn blanks_and_case_make_no_difference(name in "[a-z]{1,9}( [a-z]{1,9}){0,3}") {
            let wide = name.replace(' ', "\u{3000} ").to_uppercase();
            prop_assert_eq!(normal(&wide), normal(&name));
        }
    }
}
