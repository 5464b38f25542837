//! The fingerprint of a finding: what tells it from others across runs and edits.

use crate::base::finding::Finding;

/// 64-bit FNV-1a, as 16 hexadecimal digits, over the rule, the record (its file where there is
/// none) and the route, each followed by a zero byte. Values and lines never enter: a finding
/// keeps its fingerprint while its file changes around it, and gives no secret away.
pub fn fingerprint(finding: &Finding) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let subject = record(finding).unwrap_or_else(|| finding.file.to_string());
    let hash = [finding.rule, &subject, &finding.place.route().to_string()]
        .into_iter()
        .flat_map(|part| part.bytes().chain([0]))
        .fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
    format!("{hash:016x}")
}

/// The record of a finding as `kind/id`.
pub(super) fn record(finding: &Finding) -> Option<String> {
    finding.record.as_ref().map(|(kind, id)| kind.reference(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::finding::Place;
    use crate::base::route::Route;
    use crate::base::text::Text;
    use crate::output::testing::finding;

    #[test]
    fn depends_on_rule_record_and_route_alone() {
        let one = finding(Place::Value(Route::parse("tags.industri")));
        assert_eq!(fingerprint(&one), "a1761f8e237f11db");
        let mut other = one.clone();
        other.message = Text::same("another");
        other.file = "customers/north/a.yaml".into();
        other.place = Place::Spot(Route::parse("tags.industri"), 3, 4);
        assert_eq!(fingerprint(&one), fingerprint(&other));
        other.rule = "tag-deprecated";
        assert_ne!(fingerprint(&one), fingerprint(&other));
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        let mut one = finding(Place::Value(Route::name("b")));
        one.record = None;
        one.file = "a".into();
        let mut other = finding(Place::Value(Route::root()));
        other.record = None;
        other.file = "ab".into();
        assert_ne!(fingerprint(&one), fingerprint(&other));
    }
}
