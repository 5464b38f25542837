use super::*;

#[test]
fn the_builtin_policy_is_faultless() {
    let (policy, faults) = Policy::parse("");
    assert_eq!(faults, vec![]);
    assert_eq!(policy.stages().count(), 8);
    assert_eq!(policy.closing_stage(), Some("contract"));
}

#[test]
fn the_catalogue_has_every_clause_in_both_languages() {
    assert_eq!(clause::all().len(), 478);
    assert!(clause::all().iter().all(|clause| {
        let text = clause.text();
        !text.en.is_empty() && !text.zh.is_empty() && !clause::pack(&clause.id).is_empty()
    }));
}

#[test]
fn maps_merge_and_lists_replace() {
    let (policy, faults) = Policy::parse(
        "stages = [\"interested\", \"contract\"]\n[stage.interested]\nprobability = 25\n",
    );
    assert_eq!(faults, vec![]);
    assert_eq!(policy.stages().count(), 2);
    let stage = policy.stage("interested").unwrap();
    assert_eq!((stage.probability, &*stage.name().zh), (25, "意向客户"));
}

#[test]
fn faults_have_routes_and_suggestions() {
    let (policy, faults) = Policy::parse("curency = \"CNY\"\nlang = \"fr\"\n");
    let told: Vec<String> =
        faults.iter().map(|f| format!("{}: {} {}", f.rule, f.route, f.message.en)).collect();
    assert_eq!(
        told,
        [
            "unknown-key: curency no key `curency` belongs here",
            "bad-value: lang `fr` is none of en, zh"
        ]
    );
    assert_eq!(policy.currency(), Currency::CNY);
}

// TAG-4.3.2, TAG-7.2: shares beyond the whole and days that run backwards.
#[test]
fn what_records_are_kept_by_lies_within_bounds() {
    let wrong = "[tag]\nquality_weight = 150\n[audit]\nsample_ratio = -1\nroles = [\"wizard\"]\n\
        [supervision]\nevery_days = -3\n[refresh]\ncustomer_days = 99999999999\n";
    let (_, faults) = Policy::parse(wrong);
    let mut routes: Vec<String> = faults.iter().map(|f| f.route.to_string()).collect();
    routes.sort_unstable();
    assert_eq!(
        routes,
        [
            "audit.roles",
            "audit.sample_ratio",
            "refresh.customer_days",
            "supervision.every_days",
            "tag.quality_weight"
        ]
    );
    let right =
        "[tag]\nquality_weight = 0\n[audit]\nsample_ratio = 1\n[refresh]\ncustomer_days = 1\n";
    assert_eq!(Policy::parse(right).1, vec![]);
}

#[test]
fn packs_switch_clauses() {
    let (policy, _) = Policy::parse("packs = [\"tags\"]\n");
    assert!(policy.applies(&["OPS-4.1.2", "TAG-2.2.3a"]));
    assert!(!policy.applies(&["OPS-4.1.2"]));
    assert!(policy.applies(&[]));
}

#[test]
fn terms_are_found_by_key_name_and_nothing_else() {
    let policy = Policy::builtin();
    for typed in ["negotiation", "Negotiation", "商务谈判"] {
        assert_eq!(policy.parse_term(Vocabulary::Stage, typed), Ok("negotiation".to_owned()));
    }
    let refused = policy.parse_term(Vocabulary::Stage, "negotation").unwrap_err();
    assert_eq!(refused.en, "`negotation` is not in the list; did you mean `negotiation`?");
}
