//! Unified social credit codes (统一社会信用代码, GB 32100-2015).

// I, O, S, V and Z are not used, so that nobody takes them for digits.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Whether a code has its length, its characters and its check character.
pub fn is_valid(code: &str) -> bool {
    check_character(code).is_some_and(|check| code.ends_with(check))
}

/// The check character that the first 17 of the 18 characters of `code` ask for; `None` where it
/// has another length or other characters.
pub fn check_character(code: &str) -> Option<char> {
    let value = |byte: u8| ALPHABET.iter().position(|known| *known == byte);
    let values = code.bytes().map(value).collect::<Option<Vec<usize>>>()?;
    let (_, body) = values.split_last().filter(|(_, body)| body.len() == 17)?;
    let weights = std::iter::successors(Some(1), |weight| Some(weight * 3 % 31));
    let sum: usize = body.iter().zip(weights).map(|(value, weight)| value * weight).sum();
    Some(char::from(ALPHABET[(31 - sum % 31) % 31]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_character_checks_the_others() {
        assert!(is_valid("91350100M000100Y43"));
        assert!(!is_valid("91350100M000100Y44"));
        assert_eq!(check_character("91350100M000100Y44"), Some('3'));
        for code in ["91350100M000100Y4", "91350100M000100I43", "91350100m000100y43", ""] {
            assert!(!is_valid(code) && check_character(code).is_none(), "{code}");
        }
    }
}
