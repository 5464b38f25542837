//! Latin letters to `a`-`z`.

/// The characters of `name` in half width and lower case, without accents, apostrophes and
/// characters that nobody sees.
pub(super) fn plain(name: &str) -> Vec<char> {
    let lower = name.chars().map(half_width).flat_map(char::to_lowercase);
    let mut plain = Vec::with_capacity(name.len());
    for c in lower.filter(|c| !is_dropped(*c)) {
        match without_accent(c) {
            Some(letters) => plain.extend(letters.chars()),
            None => plain.push(c),
        }
    }
    plain
}

/// The ASCII character that a full-width form (U+FF01 to U+FF5E) stands for.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Apostrophes, which part no words, combining accents (names copied from macOS have them), and
/// invisible marks (names copied from Excel or WeChat have them).
fn is_dropped(c: char) -> bool {
    let is_apostrophe = matches!(c, '\'' | '`' | '´' | 'ʻ' | 'ʼ' | '‘' | '’');
    let is_accent = matches!(c, '\u{300}'..='\u{36f}');
    let is_joiner = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    let is_direction =
        matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_variation = matches!(c, '\u{fe00}'..='\u{fe0f}');
    is_apostrophe || is_accent || is_joiner || is_direction || is_variation
}

fn without_accent(c: char) -> Option<&'static str> {
    if !('ß'..='ỹ').contains(&c) {
        return None;
    }
    LETTERS.iter().find(|(_, accented)| accented.contains(c)).map(|(plain, _)| *plain)
}

/// Plain letters, and the lower-case letters of Latin-1, Latin Extended-A, -B and Additional that
/// become them. Frozen. German umlauts lose their dots only (`ü` is `u`), as most people type them.
const LETTERS: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("ae", "æǣǽ"),
    ("b", "ƀḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ðďđḋḍḏḑḓ"),
    ("dz", "ǆǳ"),
    ("e", "èéêëēĕėęěǝȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ƒḟ"),
    ("g", "ĝğġģǥǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķĸƙǩḱḳḵ"),
    ("l", "ĺļľŀłḷḹḻḽ"),
    ("lj", "ǉ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŉŋǹṅṇṉṋ"),
    ("nj", "ǌ"),
    ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšſșṡṣṥṧṩẛ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn plain_text(name: &str) -> String {
        plain(name).into_iter().collect()
    }

    #[test]
    fn accents_go_in_either_form() {
        assert_eq!(
            plain_text("ÉCOLE Müller Straße Łódź Ørsted Æsir İzmir"),
            "ecole muller strasse lodz orsted aesir izmir"
        );
        assert_eq!(plain_text("Nguye\u{302}\u{303}n"), plain_text("Nguyễn"));
    }

    #[test]
    fn full_width_is_half_width() {
        assert_eq!(plain_text("ＡＢＣ１２３（Ｘ）＇ｓ"), "abc123(x)s");
    }

    #[test]
    fn what_nobody_sees_goes() {
        assert_eq!(plain_text("\u{feff}北\u{200b}京\u{ad}"), "北京");
    }

    #[test]
    fn each_accented_letter_stands_once() {
        let mut all: Vec<char> =
            LETTERS.iter().flat_map(|(_, accented)| accented.chars()).collect();
        let n = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), n);
        assert!(all.iter().all(|c| !c.is_ascii() && c.to_lowercase().eq([*c])));
    }
}
