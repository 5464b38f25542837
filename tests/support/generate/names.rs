//! Names, ids and codes: a function of the place in the table, so that references need no list.

use super::words::{CITIES, FIRST, GIVEN, SECOND, SURNAMES, TRADES};

/// The name and id of a member.
pub fn person(at: usize) -> (String, String) {
    let (surname, latin) = SURNAMES[at % SURNAMES.len()];
    let (given, latin_given) = GIVEN[at / SURNAMES.len() % GIVEN.len()];
    (format!("{surname}{given}"), format!("{latin}-{latin_given}"))
}

/// The code of the district of a company.
pub fn district(at: usize) -> &'static str {
    CITIES[at.wrapping_mul(100_003) % 16].2
}

/// The name and id of a company, with the codes of its district and trade. An odd factor goes
/// through all of them in an order that looks like none.
pub fn company(at: usize) -> (String, String, (&'static str, &'static str)) {
    let at = at.wrapping_mul(100_003);
    let (city, latin_city, region) = CITIES[at % 16];
    let (first, latin_first) = FIRST[at / 16 % 32];
    let (second, latin_second) = SECOND[at / 512 % 32];
    let (trade, latin_trade, industry) = TRADES[at / 16_384 % 16];
    let name = format!("{city}{first}{second}{trade}有限公司");
    (name, format!("{latin_city}{latin_first}{latin_second}{latin_trade}"), (region, industry))
}

/// Four characters, another for each number below 2^20.
pub fn code(at: usize) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mixed = at.wrapping_mul(0x9_e377);
    (0..4).rev().map(|place| char::from(ALPHABET[mixed >> (5 * place) & 31])).collect()
}

/// GB 32100-2015: eight places of registration, nine of the organisation, one that checks them.
pub fn credit_code(region: &str, at: usize) -> String {
    const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let body = format!("91{region}MA{at:07}");
    let value = |byte: u8| ALPHABET.iter().position(|known| *known == byte).unwrap_or(0);
    let weights = std::iter::successors(Some(1), |weight| Some(weight * 3 % 31));
    let sum: usize = body.bytes().zip(weights).map(|(byte, weight)| value(byte) * weight).sum();
    format!("{body}{}", char::from(ALPHABET[(31 - sum % 31) % 31]))
}
