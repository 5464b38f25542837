//! Text on a terminal: what is safe to print, how wide it is, where to cut it.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// `text` with all that could move the cursor, hide letters or turn their order made visible, as
/// in `\u{1b}[2J`: for every text that is not ours.
///
/// Covers control characters (C0, DEL, C1, so line breaks too), the marks of bidirectional text,
/// and characters without width that join, break or tag.
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_unsafe(c) { safe.extend(c.escape_default()) } else { safe.push(c) }
    }
    Cow::Owned(safe)
}

/// Whether [`plain`] shows `c` by an escape.
pub(super) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// How many columns `text` takes: CJK counts two.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// `text` in at most `limit` columns, the rest given as `…`.
pub(super) fn shorten(text: &str, limit: usize) -> Cow<'_, str> {
    if width(text) <= limit {
        return Cow::Borrowed(text);
    }
    let Some(room) = limit.checked_sub(1) else { return Cow::Borrowed("") };
    let mut taken = 0;
    let cut = text.char_indices().find(|(_, c)| {
        taken += c.width().unwrap_or(0);
        taken > room
    });
    let mut head = &text[..cut.map_or(text.len(), |(at, _)| at)];
    // A sequence, as of emoji, may be wider than the sum of its characters.
    while width(head) > room {
        head = head.char_indices().next_back().map_or("", |(at, _)| &head[..at]);
    }
    Cow::Owned(format!("{}…", head.trim_end()))
}

/// `text` in lines of at most `limit` columns, broken at spaces and beside Chinese characters.
pub(super) fn wrap(text: &str, limit: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut taken = 0;
    for piece in pieces(text) {
        let wide = width(piece.trim_end());
        if taken + wide > limit && taken > 0 {
            lines.push(String::new());
            taken = 0;
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
        taken += width(piece);
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

// The parts of a text between which a line may break; spaces stay with what precedes them.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

fn may_break(before: char, after: char) -> bool {
    const CLOSING: &str = "，。、；：？！）》」』】”’…,.;:?!)]";
    const OPENING: &str = "（《「『【“‘([";
    let wide = |c: char| c.width() == Some(2);
    if after == ' ' || CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    before == ' ' || wide(before) || wide(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(plain("a\x1b[2Jb\r\n"), "a\\u{1b}[2Jb\\r\\n");
        assert_eq!(plain("\u{9b}31m\x7f\t"), "\\u{9b}31m\\u{7f}\\t");
        assert_eq!(plain("a\u{202e}b\u{2066}c\u{200f}"), "a\\u{202e}b\\u{2066}c\\u{200f}");
        assert_eq!(plain("admin\u{200d}\u{feff}"), "admin\\u{200d}\\u{feff}");
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        for text in ["", "星辰科技（北京）", "é 👍 ❤\u{fe0f}", "a\\b"] {
            assert!(matches!(plain(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn shortens_by_columns() {
        assert_eq!(shorten("北京星辰", 8), "北京星辰");
        assert_eq!(shorten("北京星辰", 7), "北京星…");
        assert_eq!(shorten("北京星辰", 6), "北京…");
        assert_eq!(shorten("ab cd", 4), "ab…");
        assert_eq!(shorten("ab", 1), "…");
        assert_eq!(shorten("ab", 0), "");
    }

    #[test]
    fn wraps_at_spaces_and_between_chinese_characters() {
        assert_eq!(wrap("won by close date", 10), ["won by", "close date"]);
        assert_eq!(wrap("成交按关闭日期，计", 14), ["成交按关闭日", "期，计"]);
        assert_eq!(wrap("成交，按关闭日", 6), ["成交，", "按关闭", "日"]);
        assert_eq!(wrap("incomprehensibility", 5), ["incomprehensibility"]);
        assert_eq!(wrap("", 5), [""]);
    }

    proptest! {
        #[test]
        fn nothing_unsafe_is_left(text in any::<String>()) {
            prop_assert!(!plain(&text).contains(is_unsafe));
        }

        #[test]
        fn shortened_text_fits(text in any::<String>(), limit in 0_usize..20) {
            prop_assert!(width(&shorten(&plain(&text), limit)) <= limit);
        }

        #[test]
        fn wrapping_loses_nothing_but_spaces(text in "[a-c 星辰，]{0,40}", limit in 0_usize..20) {
            let squeeze = |text: &str| text.replace(' ', "");
            prop_assert_eq!(squeeze(&wrap(&text, limit).concat()), squeeze(&text));
        }
    }
}
