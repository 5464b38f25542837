//! The digest of what an approval covers.

use sha2::{Digest, Sha256};

use crate::base::field::{Fields, View};

/// The first 128 bits of the SHA-256 of the canonical values under `keys`, as 32 hexadecimal
/// digits. The order of keys, comments, quoting and zeros at the end of a number do not count;
/// the order of lists does.
pub fn digest(record: &dyn Fields, keys: &[String]) -> String {
    let mut keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut hasher = Sha256::new();
    for key in keys {
        put(&mut hasher, key);
        view(&mut hasher, record.get(key));
    }
    let hash = hasher.finalize();
    hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

// The length goes first, so that no two sequences of texts give the same bytes.
fn put(hasher: &mut Sha256, text: &str) {
    hasher.update((text.len() as u64).to_be_bytes());
    hasher.update(text);
}

fn view(hasher: &mut Sha256, value: View<'_>) {
    if value.is_absent() {
        return put(hasher, "");
    }
    match value {
        View::Absent => put(hasher, ""),
        View::Text(text) => put(hasher, text),
        View::Key(key) => put(hasher, key),
        View::Bool(truth) => put(hasher, if truth { "true" } else { "false" }),
        View::Int(number) => put(hasher, &number.to_string()),
        View::Decimal(number) => put(hasher, &number.normalized().to_string()),
        View::Date(date) => put(hasher, &date.to_string()),
        View::Instant(instant) => put(hasher, &instant.to_string()),
        View::Ref(_, id) => put(hasher, id),
        View::AnyRef(kind, id) => put(hasher, &kind.reference(id)),
        View::List(items) => {
            hasher.update((items.len() as u64).to_be_bytes());
            (0..items.len()).for_each(|at| view(hasher, items.at(at)));
        }
        View::Group(fields) => group(hasher, fields),
        View::Tags(tags) => {
            hasher.update((tags.len() as u64).to_be_bytes());
            for (key, tag) in tags {
                put(hasher, key);
                tag.values().iter().for_each(|value| put(hasher, value));
            }
        }
    }
}

fn group(hasher: &mut Sha256, fields: &dyn Fields) {
    let mut there: Vec<(&str, usize)> = fields.table().iter().map(|f| f.key).zip(0..).collect();
    there.retain(|(_, at)| !fields.value(*at).is_absent());
    there.sort_unstable();
    hasher.update((there.len() as u64).to_be_bytes());
    for (key, at) in there {
        put(hasher, key);
        view(hasher, fields.value(at));
    }
}

#[cfg(test)]
mod tests {
    use super::digest;
    use crate::model::Contract;
    use crate::text::decode::decode;
    use crate::text::yaml;

    fn of(text: &str, keys: &[&str]) -> String {
        let (tree, _) = yaml::parse(text);
        let contract: Option<Contract> = decode(&tree).0;
        let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        digest(&contract.unwrap(), &keys)
    }

    #[test]
    fn values_count_and_their_spelling_does_not() {
        let keys = ["amount", "terms", "lines"];
        let one = "opportunity: d\namount: 480000.00\nterms:\n  rights: a\n  duties: b\n";
        let same = "# c\nterms: {duties: 'b', rights: \"a\"}\namount: 480000\nopportunity: e\n";
        assert_eq!(of(one, &keys), of(same, &keys));
        assert_eq!(of(one, &["terms", "lines", "amount", "amount"]), of(one, &keys));
        assert_ne!(of(one, &keys), of(&one.replace("480000.00", "480000.01"), &keys));
        assert_ne!(of(one, &keys), of(&one.replace("rights: a", "rights: ab"), &keys));
    }

    #[test]
    fn what_moves_from_one_value_to_the_next_is_seen() {
        let terms = |rights: &str, duties: &str| {
            of(
                &format!("opportunity: d\nterms:\n  rights: {rights}\n  duties: {duties}\n"),
                &["terms"],
            )
        };
        assert_ne!(terms("ab", "c"), terms("a", "bc"));
        let only = |key: &str| of(&format!("opportunity: d\nterms:\n  {key}: a\n"), &["terms"]);
        assert_ne!(only("rights"), only("duties"));
    }

    #[test]
    fn it_never_changes_for_the_same_values() {
        assert_eq!(
            of("opportunity: d\namount: 1\n", &["amount"]),
            "253e3b54f6e2e1c44993452cb3cad7b7"
        );
    }
}
