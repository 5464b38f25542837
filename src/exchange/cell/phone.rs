//! Telephone numbers of tables: what can be dialled, as it is written.

use crate::base::reach;
use crate::base::text::Text;
use crate::base::width::normalize_width;
use crate::say;

// From short service numbers (95588) to a foreign number with its extension.
const DIGITS: std::ops::RangeInclusive<usize> = 5..=24;
const MOBILE: usize = 11;

/// The number, in half-width characters.
///
/// # Errors
/// When it holds what no number has, two numbers, or a mobile number with a digit too many or few.
pub(super) fn checked(text: &str) -> Result<String, Text> {
    let narrow = normalize_width(text);
    let number = narrow.trim();
    if reach::parts(number).filter(|part| digits(part) >= 7).count() > 1 {
        return Err(say!(
            en: "`{text}` are two numbers: keep one in this column",
            zh: "`{text}` 是两个号码：此列请只留一个"
        ));
    }
    let bare = number.replace("转", "x").replace("分机", "x").replace("ext", "x");
    let fits = |c: char| c.is_ascii_digit() || " +-()/.#x".contains(c);
    if !bare.chars().all(fits) || !DIGITS.contains(&digits(&bare)) {
        return Err(say!(en: "`{text}` is no telephone number", zh: "`{text}` 不是电话号码"));
    }
    let count = digits(&bare);
    if looks_mobile(&bare) && count != MOBILE {
        return Err(say!(
            en: "`{text}` has {count} digits; a mobile number has {MOBILE}",
            zh: "`{text}` 有 {count} 位；手机号应为 {MOBILE} 位"
        ));
    }
    Ok(number.to_owned())
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

// Nothing but digits, beginning as Chinese mobile numbers do, and of nearly their length.
fn looks_mobile(number: &str) -> bool {
    let bytes = number.as_bytes();
    let plain = bytes.iter().all(u8::is_ascii_digit);
    let near = bytes.len().abs_diff(MOBILE) == 1;
    plain && near && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_can_be_dialled_is_kept() {
        for number in [
            "13800138000",
            "+86 138 0013 8000",
            "010-88886666",
            "0571-8888 6666转802",
            "95588",
            "(415) 555-0132",
        ] {
            assert_eq!(checked(number).unwrap(), number);
        }
        assert_eq!(checked("１３８００１３８０００").unwrap(), "13800138000");
    }

    #[test]
    fn what_cannot_is_refused() {
        for (number, words) in [
            ("无", "is no telephone number"),
            ("138****8000", "is no telephone number"),
            ("1380013800", "has 10 digits"),
            ("138001380001", "has 12 digits"),
            ("123", "is no telephone number"),
            ("13800138000/13900139000", "are two numbers"),
            ("13800138000、13900139000", "are two numbers"),
        ] {
            let why = checked(number).unwrap_err();
            assert!(why.en.contains(words), "{number}: {}", why.en);
            assert!(why.zh.contains(number));
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in any::<String>()) {
            let _ = checked(&text);
        }
    }
}
