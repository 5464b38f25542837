use proptest::prelude::*;

use super::*;
use crate::model::{Customer, Opportunity};
use crate::text::emit::emit;
use crate::text::mangle::mangled;
use crate::text::samples;

fn formatted(source: &str) -> String {
    let once = format(source, Opportunity::FIELDS).unwrap();
    assert_eq!(format(&once, Opportunity::FIELDS).unwrap(), once, "not a fixed point");
    once
}

#[track_caller]
fn becomes(source: &str, expected: &str) {
    assert_eq!(formatted(source), expected);
}

#[test]
fn keys_take_their_comments_along() {
    becomes(
        "# of stage\nstage: lead # beside\n\n\n# of name,\n\n# two lines\nname: x\n",
        "# of name,\n# two lines\nname: x\n\n# of stage\nstage: lead # beside\n",
    );
}

#[test]
fn the_head_of_the_file_stays_at_the_top() {
    becomes(
        "\u{feff}# head\r\n\r\n\r\n# more\r\n\r\n# own\r\nstage: lead\r\nname: x\r\n# end\r\n",
        "# head\n\n# more\n\nname: x\n\n# own\nstage: lead\n# end\n",
    );
}

#[test]
fn ends_of_blocks_keep_their_comments() {
    becomes(
        "needs:\n      summary: x\n      budget:\n            min: 1\n            # in budget\n      # in needs\n# of stage\nstage: lead\nlines:\n- product: a\n  # in item\n# of item\n- product: b\n  # in item b\n",
        "needs:\n  summary: x\n  budget:\n    min: 1\n    # in budget\n  # in needs\n\n# of stage\nstage: lead\nlines:\n  - product: a\n    # in item\n  # of item\n  - product: b\n    # in item b\n",
    );
}

#[test]
fn comments_in_lines_go_above_them() {
    becomes(
        "next:\n  on: 2026-11-24 # due\nmoves: # all\n  # first\n  - on: 2026-10-08 # a\n    by: li-wei\n    # b\n  - {by: li-wei, # c\n     on: 2026-10-09} # d\nentered: # e\n  at: 2026-10-08T09:12:00+08:00\n",
        "next:\n  on: 2026-11-24 # due\nmoves: # all\n  # first\n  # a\n  # b\n  - {on: 2026-10-08, by: li-wei}\n  # c\n  - {on: 2026-10-09, by: li-wei} # d\nentered: {at: 2026-10-08T09:12:00+08:00} # e\n",
    );
}

#[test]
fn comments_in_brackets_stay_with_what_becomes_a_block() {
    becomes(
        "{stage: lead, # a\n needs: {pain_points: [x, # b\n # c\n w # d\n ], # e\n summary: z} # f\n} # g\n",
        "needs: # f\n  summary: z\n  pain_points: # e\n    - x # b\n    # c\n    - w # d\n\nstage: lead # a\n# g\n",
    );
}

#[test]
fn comments_of_what_is_empty_stay() {
    becomes(
        "name: # a\n# b\nneeds: # c\n  budget: {} # d\n  # e\nlines: [] # f\n",
        "# a\n# b\n# c\n# d\n# e\n# f\n{}\n",
    );
    becomes("name:\n# b\nstage: lead\n", "# b\nstage: lead\n");
}

#[test]
fn comments_before_values_go_above_their_key() {
    becomes(
        "name: # a\n  # b\n  x # c\nnote: | # d\n  one\n  two\nneeds:\n  pain_points:\n  - # e\n    x\n  - >- # f\n    w\nlines:\n  - # g\n    # h\n    qty: 1 # i\n    product: a\n",
        "# a\n# b\nname: x # c\nneeds:\n  pain_points:\n    # e\n    - x\n    - w # f\nnote: | # d\n  one\n  two\nlines:\n  # g\n  # h\n  - product: a\n    qty: 1 # i\n",
    );
}

#[test]
fn documents_may_be_marked() {
    becomes("%YAML 1.2\n--- # a\nstage: lead\n...\n# b\n", "# a\nstage: lead\n# b\n");
}

#[test]
fn unknown_keys_follow_as_they_were() {
    becomes(
        "z: 'a'\nb: {d: no, c: 1}\nstage: lead\n",
        "stage: lead\nz: a\nb:\n  d: \"no\"\n  c: \"1\"\n",
    );
}

#[test]
fn what_cannot_be_formatted_is_refused() {
    for (source, reason) in [
        ("stage: a\nstage: b\n", "line 2: `stage` stands here a second time"),
        ("", "the file holds no keys"),
        ("# only\n", "the file holds no keys"),
        ("- a\n", "the file holds no keys"),
        ("a: &b c\n", "line 1: anchors and aliases (`&`, `*`) are not used in records"),
    ] {
        assert_eq!(format(source, Opportunity::FIELDS).unwrap_err().en, reason);
    }
}

#[test]
fn long_files_do_not_take_long() {
    let comments = "# c\n".repeat(20_000) + "stage: lead\n";
    assert_eq!(formatted(&comments), comments);
    let groups = format!("{{x: [{}]}}", "{a: b}, # c\n".repeat(2_000));
    assert!(formatted(&groups).ends_with("  # c\n  - a: b\n"));
    let on_one_line = format!("x: [{}] # c\n", "{a: [b]}, ".repeat(2_000));
    assert!(formatted(&on_one_line).starts_with("x: # c\n  - a:\n      - b\n"));
}

fn without_comments(source: &str) -> String {
    let mut rest = String::new();
    let mut end = 0;
    for range in yaml::comments(source).unwrap() {
        rest.push_str(source[end..range.start].trim_end_matches(' '));
        let own_line = rest.is_empty() || rest.ends_with('\n');
        end = range.end + usize::from(own_line);
    }
    rest + &source[end..]
}

fn comments_of(source: &str) -> Vec<&str> {
    sorted_texts(source, &yaml::comments(source).unwrap())
}

fn survives(value: &Value, seed: u64, fields: &'static [Field]) {
    let source = mangled(value, seed);
    let once = format(&source, fields).unwrap_or_else(|why| panic!("{}:\n{source}", why.en));
    assert_eq!(format(&once, fields).unwrap(), once, "not a fixed point:\n{source}");
    assert_eq!(without_comments(&once).trim_start(), emit(value, fields), "from:\n{source}");
    assert_eq!(comments_of(&source), comments_of(&once), "from:\n{source}");
}

proptest! {
    #[test]
    fn mangled_opportunities_come_into_form(
        value in samples::record(Opportunity::FIELDS),
        seed in any::<u64>(),
    ) {
        survives(&value, seed, Opportunity::FIELDS);
    }

    #[test]
    fn mangled_customers_come_into_form(
        value in samples::record(Customer::FIELDS),
        seed in any::<u64>(),
    ) {
        survives(&value, seed, Customer::FIELDS);
    }

    #[test]
    fn any_text_is_formatted_for_good_or_refused(text in any::<String>()) {
        settles(&text);
    }

    #[test]
    fn any_signs_are_formatted_for_good_or_refused(
        parts in proptest::collection::vec(prop_oneof![
            Just("a"), Just("name"), Just("moves"), Just("needs"), Just(": "), Just("- "),
            Just("\n"), Just("\n  "), Just("\n    "), Just(" # c"), Just("#d\n"), Just("{"), Just("}"), Just("["),
            Just("]"), Just(", "), Just("'"), Just("\""), Just("|"), Just(">"), Just("? "), Just("\r\n"),
            Just("\t"), Just("~"), Just("---\n"), Just("1"), Just(" "), Just("no"), Just("\u{feff}"), Just("\r"),
        ], 0..24),
    ) {
        settles(&parts.concat());
    }
}

fn settles(source: &str) {
    match format(source, Opportunity::FIELDS) {
        Ok(once) => assert_eq!(format(&once, Opportunity::FIELDS).unwrap(), once, "{source:?}"),
        Err(why) => assert!(!why.en.starts_with("formatting"), "{source:?}: {}", why.en),
    }
}
