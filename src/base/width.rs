//! Full-width input brought to ASCII: what a Chinese input method leaves in typed values.

use std::borrow::Cow;

/// `text` with full-width letters, digits and punctuation as their ASCII counterparts.
///
/// Maps U+FF01–FF5E (so `４８`, `，`, `：`, `；`, `（）`, `～`), the ideographic space, and `。` and
/// `、` as `.` and `,`. Borrows when there is nothing to map. Meant for values that software
/// computes with (amounts, dates, ids, queries), never for free text, where these marks are right.
pub fn normalize_width(text: &str) -> Cow<'_, str> {
    match text.find(|c| narrow(c) != c) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(text.chars().map(narrow).collect()),
    }
}

/// One character of it.
pub(super) fn narrow(c: char) -> char {
    /// From U+FF01 (full-width `!`) to U+0021 (`!`); the whole block has this distance.
    const DISTANCE: u32 = 0xFEE0;
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - DISTANCE).unwrap_or(c),
        '\u{3000}' => ' ',
        '。' => '.',
        '、' => ',',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn maps_what_an_input_method_types() {
        assert_eq!(normalize_width("４８．５万"), "48.5万");
        assert_eq!(normalize_width("Ａｚ！～"), "Az!~");
        assert_eq!(normalize_width("。，：；（）、～\u{3000}"), ".,:;(),~ ");
        assert_eq!(normalize_width("２０２６－１１－２１　０９：３０"), "2026-11-21 09:30");
    }

    #[test]
    fn leaves_other_text_alone_and_borrows_it() {
        for text in ["", "480000", "星辰科技", "￥48", "《合同》"] {
            assert!(matches!(normalize_width(text), Cow::Borrowed(same) if same == text));
        }
    }

    proptest! {
        #[test]
        fn is_idempotent_and_keeps_the_number_of_characters(text in "\\PC*") {
            let once = normalize_width(&text);
            prop_assert_eq!(once.chars().count(), text.chars().count());
            prop_assert!(matches!(normalize_width(&once), Cow::Borrowed(_)));
        }

        #[test]
        fn leaves_ascii_alone(text in "[ -~]*") {
            prop_assert!(matches!(normalize_width(&text), Cow::Borrowed(_)));
        }
    }
}
