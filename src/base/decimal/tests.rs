use std::hash::{DefaultHasher, Hash, Hasher};

use proptest::prelude::*;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};

use super::*;

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn hash(number: Decimal) -> u64 {
    let mut hasher = DefaultHasher::new();
    number.hash(&mut hasher);
    hasher.finish()
}

/// Any decimal at all, extremes included.
fn any_decimal() -> impl Strategy<Value = Decimal> {
    let units = prop_oneof![any::<i128>(), -1_000_000..1_000_000_i128, Just(i128::MIN)];
    (units, 0..=MAX_SCALE).prop_map(|(units, scale)| Decimal { units, scale })
}

/// Decimals as they occur in books.
fn small_decimal() -> impl Strategy<Value = Decimal> {
    (-1_000_000_000_000..1_000_000_000_000_i128, 0..6_u8)
        .prop_map(|(units, scale)| Decimal { units, scale })
}

fn any_rounding() -> impl Strategy<Value = Rounding> {
    prop_oneof![Just(Rounding::HalfAwayFromZero), Just(Rounding::HalfEven)]
}

#[test]
fn prints_back_as_written() {
    let longest = "9".repeat(MAX_DIGITS);
    for text in ["0", "7", "-7", "480000.00", "-0.05", "0.000", "1234.50", &longest] {
        assert_eq!(decimal(text).to_string(), text);
    }
    assert_eq!(decimal("-0.00").to_string(), "0.00");
    assert_eq!(format!("[{:>8}]", decimal("-1.50")), "[   -1.50]");
}

#[test]
fn refuses_what_other_tools_read_differently() {
    let too_long = "1".repeat(MAX_DIGITS + 1);
    for text in [
        "", "-", ".", "1.", ".5", "-.5", "+1", "--1", "1-", "1e3", "1_000", "1,000", " 1", "1 ",
        "1.2.3", "0x10", "NaN", "inf", "48万", "４８", "007", "-00.5", "1.-5", &too_long,
    ] {
        assert!(Decimal::parse(text).is_err(), "{text}");
    }
}

#[test]
fn says_how_to_write_a_number() {
    let refusal = Decimal::parse("48万").unwrap_err();
    assert_eq!(refusal.en, "`48万` is not a plain number: write digits, as in 480000 or 0.35");
    assert_eq!(refusal.zh, "`48万` 不是纯数字：请写成 480000 或 0.35 这样");
}

#[test]
fn compares_by_value() {
    assert_eq!(decimal("1.0"), decimal("1.00"));
    assert_eq!(hash(decimal("1.0")), hash(decimal("1.00")));
    assert!(decimal("-1.5") < decimal("-1.25"));
    assert!(decimal("-0.5") < decimal("0.5"));
    let tiny = Decimal::new(1, MAX_SCALE).unwrap();
    assert!(Decimal::ZERO < tiny && tiny < Decimal::from_int(i128::MAX));
}

#[test]
fn adds_and_multiplies_exactly() {
    assert_eq!(decimal("0.1").checked_add(decimal("0.20")).unwrap().to_string(), "0.30");
    assert_eq!(decimal("0.3").checked_sub(decimal("1")).unwrap().to_string(), "-0.7");
    assert_eq!(decimal("1.20").checked_mul(decimal("-3.5")).unwrap().to_string(), "-4.200");
}

#[test]
fn refuses_results_that_do_not_fit() {
    let (max, min) = (Decimal::from_int(i128::MAX), Decimal::from_int(i128::MIN));
    assert!(max.checked_add(decimal("1")).is_none());
    assert!(max.checked_add(decimal("0.1")).is_none());
    assert!(min.checked_neg().is_none());
    let fine = Decimal::new(1, MAX_SCALE).unwrap();
    assert!(fine.checked_mul(decimal("0.1")).is_none());
    assert!(Decimal::new(1, MAX_SCALE + 1).is_none());
    assert!(max.rounded(1, Rounding::HalfEven).is_none());
    assert!(decimal("1").div(decimal("3"), u8::MAX, Rounding::HalfEven).is_none());
}

#[test]
fn rounds_halves_as_told() {
    let cases = [
        ("2.5", "3", "2"),
        ("-2.5", "-3", "-2"),
        ("3.5", "4", "4"),
        ("2.51", "3", "3"),
        ("-2.49", "-2", "-2"),
        ("0.5", "1", "0"),
        ("-0.5", "-1", "0"),
    ];
    for (number, away, even) in cases {
        let round = |rounding| decimal(number).rounded(0, rounding).unwrap().to_string();
        assert_eq!(round(Rounding::HalfAwayFromZero), away, "{number}");
        assert_eq!(round(Rounding::HalfEven), even, "{number}");
    }
    assert_eq!(decimal("1.5").rounded(3, Rounding::HalfEven).unwrap().to_string(), "1.500");
}

#[test]
fn divides_to_the_digits_asked_for() {
    let rate = |num, den| decimal(num).div(decimal(den), 6, Rounding::HalfEven);
    assert_eq!(rate("12", "19").unwrap().to_string(), "0.631579");
    assert_eq!(rate("-1", "3").unwrap().to_string(), "-0.333333");
    assert_eq!(rate("480000.00", "0.5").unwrap().to_string(), "960000.000000");
    assert!(rate("1", "0.00").is_none());
    // The numerator times 10^6 would not fit; the quotient does.
    let long = "9".repeat(MAX_DIGITS);
    assert_eq!(rate(&long, &long).unwrap().to_string(), "1.000000");
}

#[test]
fn divides_whole_numbers_up_to_the_extremes() {
    use Rounding::HalfAwayFromZero as Away;
    assert_eq!(div_round(i128::MIN, 1, Away), Some(i128::MIN));
    assert_eq!(div_round(i128::MIN, -1, Away), None);
    assert_eq!(div_round(i128::MIN, i128::MIN, Away), Some(1));
    assert_eq!(div_round(i128::MAX, i128::MIN, Away), Some(-1));
    assert_eq!(div_round(1, 0, Away), None);
}

#[test]
fn deserializes_text_but_not_floats() {
    let text: StrDeserializer<'_, ValueError> = "480000.00".into_deserializer();
    assert_eq!(Decimal::deserialize(text).unwrap().to_string(), "480000.00");
    let yaml: Vec<Decimal> = serde_yaml::from_str("[480000.00, '1.50', 7]").unwrap();
    let written: Vec<String> = yaml.iter().map(Decimal::to_string).collect();
    assert_eq!(written, ["480000.00", "1.50", "7"]);
    let number: Result<Decimal, ValueError> =
        Decimal::deserialize(IntoDeserializer::<ValueError>::into_deserializer(1.5));
    assert!(number.is_err());
}

proptest! {
    #[test]
    fn parsing_is_total(text in "\\PC*") {
        if let Ok(number) = Decimal::parse(&text) {
            prop_assert!(number.to_string() == text || number.is_zero());
        }
    }

    #[test]
    fn a_written_number_comes_back(text in "-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,15})?") {
        let number = decimal(&text);
        prop_assert!(number.to_string() == text || number.is_zero());
        let again = decimal(&number.to_string());
        prop_assert_eq!((again.units, again.scale), (number.units, number.scale));
    }

    #[test]
    fn nothing_panics(
        a in any_decimal(), b in any_decimal(), scale in any::<u8>(), rounding in any_rounding(),
    ) {
        let _ = (a.checked_add(b), a.checked_sub(b), a.checked_mul(b), a.checked_neg());
        let _ = (a.div(b, scale, rounding), a.rounded(scale, rounding), a.to_string());
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a == b, a.normalized() == b.normalized());
    }

    #[test]
    fn equal_numbers_hash_alike(a in small_decimal(), zeros in 0..20_u8) {
        let padded = a.rounded(a.scale + zeros, Rounding::HalfEven).unwrap();
        prop_assert_eq!(a, padded);
        prop_assert_eq!(hash(a), hash(padded));
    }

    #[test]
    fn order_agrees_with_subtraction(a in small_decimal(), b in small_decimal()) {
        let difference = a.checked_sub(b).unwrap();
        prop_assert_eq!(a.cmp(&b), difference.cmp(&Decimal::ZERO));
        prop_assert_eq!(difference.checked_add(b).unwrap(), a);
    }

    #[test]
    fn rounding_moves_by_half_a_unit_at_most(
        a in small_decimal(), b in small_decimal(), scale in 0..6_u8, rounding in any_rounding(),
    ) {
        prop_assume!(!b.is_zero());
        let quotient = a.div(b, scale, rounding).unwrap();
        prop_assert_eq!(quotient.scale, scale);
        // |a - q·b| <= |b| / 2·10^scale, without a division.
        let error = a.checked_sub(quotient.checked_mul(b).unwrap()).unwrap();
        let twice = error.checked_mul(Decimal::new(2, 0).unwrap()).unwrap();
        let unit = b.checked_mul(Decimal::new(1, scale).unwrap()).unwrap();
        let magnitude = |n: Decimal| if n.is_negative() { n.checked_neg().unwrap() } else { n };
        prop_assert!(magnitude(twice) <= magnitude(unit));
    }
}
