use proptest::prelude::*;

use super::*;

fn slugged(name: &str) -> String {
    slug(name).map_or("-".to_owned(), |id| id.to_string())
}

/// Frozen: a line of the table may be added, never changed. A row is a name, a tab, and its slug
/// or `-` for none.
#[test]
fn golden_names_keep_their_slugs() {
    let rows: Vec<_> = include_str!("golden.txt").lines().collect();
    let wrong: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            row.split_once('\t').map(|(name, expected)| (name, expected, slugged(name)))
        })
        .filter(|(_, expected, actual)| expected != actual)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(rows.len() >= 200 && rows.iter().all(|row| row.contains('\t')));
}

#[test]
fn long_names_are_cut_between_words() {
    let name = format!("{} {} {}", "a".repeat(30), "b".repeat(30), "c".repeat(30));
    assert_eq!(slugged(&name), format!("{}-{}", "a".repeat(30), "b".repeat(30)));
    assert_eq!(slugged(&format!("ibm {}", "长".repeat(20))), format!("ibm-{}", "chang".repeat(12)));
    assert_eq!(slugged(&"x".repeat(65)), "x".repeat(64));
    assert_eq!(slugged(&"7".repeat(65)), format!("x-{}", "7".repeat(62)));
}

fn name() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        ".{0,12}",
        "[a-zA-Z0-9&.,'’ éÜßł-]{0,40}",
        "[一-龥]{0,24}",
        "(北京|重庆|集团|股份|有限公司|有限合伙|银行|Co|Ltd|Inc|No|123| |\\(|\\)|, ){0,8}",
    ];
    prop::collection::vec(part, 0..4).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn a_slug_is_a_valid_id_and_its_own_slug(name in name()) {
        if let Some(id) = slug(&name) {
            prop_assert_eq!(Id::parse(&id), Ok(id.clone()));
            prop_assert_eq!(slug(&id), Some(id));
        }
    }

    #[test]
    fn a_usable_name_has_a_slug(name in name()) {
        let usable = |c: char| c.is_ascii_alphanumeric() || ('一'..='龥').contains(&c);
        prop_assert!(slug(&name).is_some() || !name.contains(usable));
    }

    #[test]
    fn case_and_width_make_no_difference(name in "[ -~]{0,60}") {
        let wide: String = name
            .to_uppercase()
            .chars()
            .map(|c| char::from_u32(c as u32 + 0xfee0).filter(|_| c != ' ').unwrap_or(c))
            .collect();
        prop_assert_eq!(slug(&wide), slug(&name));
    }
}
