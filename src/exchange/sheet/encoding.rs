//! The bytes of a text file into text: UTF-8, UTF-16 with its mark, GB18030.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use crate::base::text::Text;
use crate::say;

/// How a text file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, little end first; what Excel calls "Unicode text".
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// GB18030, and so GBK and GB2312.
    Gb18030,
    /// What somebody says.
    Stated(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// Its name for people and machines.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Gb18030 => "GB18030",
            Encoding::Stated(coder) => coder.name(),
        }
    }
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
// Fewer Chinese characters to a fault than this, and a text was never UTF-8.
const SOUND_TO_FAULTY: usize = 4;

/// The text without its mark, and how it was written; as `stated` where somebody says it.
///
/// # Errors
/// When it is written in none of the ways, with the first line that is not.
pub(super) fn decode<'b>(
    bytes: &'b [u8],
    stated: Option<&'static encoding_rs::Encoding>,
) -> Result<(Cow<'b, str>, Encoding), Text> {
    if let Some(coder) = stated {
        return decoded(bytes, coder, Encoding::Stated(coder));
    }
    if let Some(rest) = bytes.strip_prefix(UTF8_MARK) {
        return utf8(rest);
    }
    for (mark, coder, encoding) in
        [(b"\xFF\xFE", UTF_16LE, Encoding::Utf16Le), (b"\xFE\xFF", UTF_16BE, Encoding::Utf16Be)]
    {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return decoded(rest, coder, encoding);
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return without_nul(text);
    }
    if was_utf8(bytes) {
        return utf8(bytes);
    }
    decoded(bytes, GB18030, Encoding::Gb18030)
}

fn utf8(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), Text> {
    match std::str::from_utf8(bytes) {
        Ok(text) => without_nul(text),
        Err(error) => Err(undecodable("UTF-8", line_of(&bytes[..error.valid_up_to()]))),
    }
}

// Bytes of nothing but zeros in between: UTF-16 without its mark, or no text at all.
fn without_nul(text: &str) -> Result<(Cow<'_, str>, Encoding), Text> {
    match text.find('\0') {
        None => Ok((Cow::Borrowed(text), Encoding::Utf8)),
        Some(at) => Err(undecodable("UTF-8", line_of(&text.as_bytes()[..at]))),
    }
}

// A UTF-8 file with a broken spot would pass for GB18030 and come out as other characters.
fn was_utf8(bytes: &[u8]) -> bool {
    let lossy = String::from_utf8_lossy(bytes);
    let faulty = lossy.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let sound = lossy.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    sound >= SOUND_TO_FAULTY * faulty
}

fn decoded<'b>(
    bytes: &'b [u8],
    coder: &'static encoding_rs::Encoding,
    encoding: Encoding,
) -> Result<(Cow<'b, str>, Encoding), Text> {
    let (text, has_faults) = coder.decode_without_bom_handling(bytes);
    let fault = text.find([char::REPLACEMENT_CHARACTER, '\0']).filter(|_| has_faults);
    match fault.or_else(|| text.find('\0')) {
        None => Ok((text, encoding)),
        Some(at) => Err(undecodable(encoding.name(), line_of(&text.as_bytes()[..at]))),
    }
}

fn line_of(before: &[u8]) -> usize {
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

fn undecodable(encoding: &str, line: usize) -> Text {
    say!(
        en: "line {line} cannot be read as {encoding}: save the file as UTF-8 (in Excel: CSV UTF-8), or import the workbook itself",
        zh: "第 {line} 行无法按 {encoding} 读取：请另存为 UTF-8（Excel 中选“CSV UTF-8”），或直接导入工作簿"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "客户名称,电话\n星辰科技,010-88\n";

    #[test]
    fn each_way_of_writing_gives_the_same_text() {
        let utf16 = |to: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        let (gb, _, _) = GB18030.encode(TEXT);
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            ([UTF8_MARK, TEXT.as_bytes()].concat(), Encoding::Utf8),
            ([b"\xFF\xFE".to_vec(), utf16(u16::to_le_bytes)].concat(), Encoding::Utf16Le),
            ([b"\xFE\xFF".to_vec(), utf16(u16::to_be_bytes)].concat(), Encoding::Utf16Be),
            (gb.to_vec(), Encoding::Gb18030),
        ] {
            let (text, found) = decode(&bytes, None).unwrap();
            assert_eq!((&*text, found), (TEXT, encoding));
        }
    }

    fn refusal(bytes: &[u8]) -> String {
        decode(bytes, None).unwrap_err().en.to_string()
    }

    #[test]
    fn a_broken_spot_is_told_with_its_line() {
        let mut utf8 = TEXT.as_bytes().to_vec();
        utf8.truncate(utf8.len() - 9);
        assert!(refusal(&utf8).starts_with("line 2 cannot be read as UTF-8"));
        let (gb, _, _) = GB18030.encode(TEXT);
        assert!(
            refusal(&[&gb, &b"\xFF\xFF"[..]].concat()).starts_with("line 3 cannot be read as GB")
        );
        assert!(refusal(b"a\nb\0c").starts_with("line 2"));
        assert!(
            refusal(b"\xFF\xFEa\0\n\0\x00\xD8").starts_with("line 2 cannot be read as UTF-16LE")
        );
    }

    #[test]
    fn what_is_stated_is_followed() {
        let coder = encoding_rs::Encoding::for_label(b"cp1252").unwrap();
        let (text, found) = decode(b"Nat\xFCrlich", Some(coder)).unwrap();
        assert_eq!((&*text, found.name()), ("Natürlich", "windows-1252"));
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = decode(&bytes, None);
        }
    }
}
