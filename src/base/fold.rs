//! Words compared as people mean them: case and width do not count, and `_` stands for a blank,
//! which a shell would part words at.

use super::width::narrow;

/// The characters of `text` as they are compared.
pub fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(narrow).flat_map(char::to_lowercase).map(|c| match c {
        '_' => ' ',
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

/// `text` as it is compared, without blanks at its ends.
pub fn fold(text: &str) -> String {
    folded(text.trim()).collect()
}

/// Whether two words are the same.
pub fn is_same(one: &str, other: &str) -> bool {
    folded(one.trim()).eq(folded(other.trim()))
}

/// Whether `part`, which went through [`fold`], stands somewhere in `text`.
pub fn contains(text: &str, part: &str) -> bool {
    let begins = |from: usize| {
        let mut rest = folded(&text[from..]);
        part.chars().all(|wanted| rest.next() == Some(wanted))
    };
    part.is_empty() || text.char_indices().any(|(from, _)| begins(from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_width_and_blanks_do_not_count() {
        assert!(is_same("Customer_Referral", "customer referral"));
        assert!(is_same("ＥＲＰ　云", "erp 云"));
        assert!(!is_same("erp", "erp2"));
        assert!(contains("星辰 ERP　二期", &fold("erp_二")));
        assert!(contains("anything", "") && !contains("", "x"));
    }

    proptest! {
        #[test]
        fn a_part_is_found_wherever_it_stands(a in "\\PC{0,8}", b in "\\PC{0,8}", c in "\\PC{0,8}") {
            let (whole, part) = ([&*a, &b, &c].concat(), folded(&b).collect::<String>());
            prop_assert!(contains(&whole, &part));
        }
    }
}
