use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;

fn refusal(text: &str) -> String {
    Id::parse(text).unwrap_err().en.into_owned()
}

#[test]
fn good_ids_are_kept_as_they_are() {
    let period_ids = ["2026-11", "2026-sales", "2026-11-li-wei", "2026-11-21"];
    let others = ["a", "7", "1c1i7a6r", "customer.industry", "act-261121-7k3q9m2x", "a_b"];
    let near_misses = ["console", "com10", "com0", "lpt", "nulx", "yes-man", "0xg1", "1.2.3"];
    let long = "a".repeat(Id::MAX);
    let all = period_ids.iter().chain(&others[2..]).chain(&near_misses).chain(&others[..1]);
    for text in all.copied().chain([long.as_str()]) {
        assert_eq!(Id::parse(text).as_deref(), Ok(text));
    }
}

#[test]
fn a_refusal_names_the_character_and_the_rule() {
    let cases = [
        ("", "an id cannot be empty"),
        ("Li-wei", "`L` (character 1) is a capital letter, ids are lower-case: write `l`"),
        ("li wei", "` ` (character 3) cannot stand in an id"),
        ("李伟", "`李` (character 1) cannot stand in an id"),
        ("a\u{202e}b", "`\\u{202e}` (character 2) cannot stand in an id"),
        ("a'b", "`'` (character 2) cannot stand in an id"),
        ("-a", "an id starts with a letter or a digit, not with `-`"),
        ("a.", "an id ends with a letter or a digit, not with `.`"),
        ("nul.x", "Windows allows no file named `nul.x`: choose another id, such as `x-nul.x`"),
        ("no", "YAML does not read `no` as text: choose another id, such as `x-no`"),
    ];
    for (text, why) in cases {
        assert!(refusal(text).starts_with(why), "{text}: {}", refusal(text));
    }
    let long = refusal(&"字".repeat(65));
    assert_eq!(long, "an id has at most 64 characters, this one has 65");
}

#[test]
fn names_of_devices_are_refused() {
    for text in ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9", "con.a.b"] {
        assert!(refusal(text).starts_with("Windows"), "{text}");
    }
}

#[test]
fn what_yaml_reads_otherwise_is_refused() {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    let numbers = ["0", "123", "0123", "1_000", "1.5", "1e3", "1e-3", "1.5e3", "0x1f", "0o17"];
    for text in words.iter().chain(&numbers).chain(&["0b101"]) {
        assert!(refusal(text).starts_with("YAML"), "{text}");
    }
}

#[test]
fn a_suffix_shortens_only_what_is_too_long() {
    let id = |text: &str| Id::parse(text).unwrap();
    assert_eq!(&*id("acme").with_suffix("7k3q").unwrap(), "acme-7k3q");
    let long = id(&format!("{}-{}", "a".repeat(58), "b".repeat(5)));
    assert_eq!(*long.with_suffix("7k3q").unwrap(), format!("{}-7k3q", "a".repeat(58)));
    assert!(id("acme").with_suffix("").is_err());
    assert!(id("acme").with_suffix(&"a".repeat(64)).is_err());
}

#[test]
fn an_id_is_found_by_its_text_and_padded_like_one() {
    let map = BTreeMap::from([(Id::parse("li-wei").unwrap(), 1)]);
    assert_eq!(map.get("li-wei"), Some(&1));
    assert_eq!(format!("{:>7}|", Id::parse("li-wei").unwrap()), " li-wei|");
}

#[test]
fn serde_reads_and_writes_plain_text() {
    let id: Id = serde_json::from_str("\"li-wei\"").unwrap();
    assert_eq!(serde_json::to_string(&id).unwrap(), "\"li-wei\"");
    let error = serde_json::from_str::<Id>("\"Li\"").unwrap_err().to_string();
    assert!(error.starts_with("`L` (character 1) is a capital letter"), "{error}");
}

#[test]
fn a_random_part_uses_the_whole_alphabet() {
    let text = suffix(&mut SplitMix64(1), 2000);
    assert_eq!(text.len(), 2000);
    assert_eq!(text.bytes().collect::<BTreeSet<_>>(), ALPHABET.iter().copied().collect());
}

#[test]
fn hashes_agree_with_their_published_values() {
    assert_eq!(fnv1a_64(*b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(fnv1a_64(*b"a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(fnv1a_64(*b"foobar"), 0x8594_4171_f739_67e8);
    let mut generator = SplitMix64(1_234_567);
    assert_eq!(generator.next_u32(), (6_457_827_717_110_365_317_u64 >> 32) as u32);
    assert_eq!(generator.next_u32(), (3_203_168_211_198_807_973_u64 >> 32) as u32);
}

/// Frozen: an import repeated by a later version must find the records of the earlier one.
#[test]
fn derived_parts_are_frozen() {
    let golden =
        [("", "r2a5cyec"), ("crm:1", "zhvkt5wv"), ("crm:2", "ph2xfje6"), ("客户,1", "xjmh06tg")];
    for (key, part) in golden {
        assert_eq!(derived_suffix(key, 8), part, "{key}");
    }
    assert!(derived_suffix("crm:1", 30).starts_with(&derived_suffix("crm:1", 8)));
}

#[test]
fn derived_parts_of_similar_keys_differ() {
    let parts: BTreeSet<_> = (0..10_000).map(|n| derived_suffix(&n.to_string(), 8)).collect();
    assert_eq!(parts.len(), 10_000);
}

proptest! {
    #[test]
    fn parsing_is_total(text in ".{0,80}") {
        if let Ok(id) = Id::parse(&text) {
            prop_assert_eq!(&*id, text.as_str());
        }
    }

    #[test]
    fn an_id_stays_text_in_yaml(text in "[a-z0-9._-]{1,6}") {
        if Id::parse(&text).is_ok() {
            let value: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
            prop_assert!(value.is_string(), "{}", text);
        }
    }

    #[test]
    fn a_random_part_always_fits(text in "[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?", n in 1_usize..12) {
        if let Ok(id) = Id::parse(&text) {
            prop_assert!(id.with_suffix(&derived_suffix(&text, n)).is_ok());
        }
    }
}
