//! Every fixture with every edit.

use super::*;

fn edits() -> Vec<Edit> {
    let visit = Value::map([
        ("at", Value::plain("2026-03-01T09:00:00+08:00")),
        ("from", Value::text("q")),
        ("to", Value::text("赢单")),
    ]);
    vec![
        set("stage", "won"),
        set("owner", "王芳"),
        set("stage", "yes: #1"),
        set("stage", "0123"),
        put("stage", Value::plain("1.50")),
        put("stage", Value::Null),
        set("stage", "第一行\n第二行"),
        set("address.city", "上海"),
        set("history.1.to", "won"),
        set("priority", "high"),
        set("customer", "acme"),
        set("address.postcode", "310012"),
        set("history.1.by", "li.na"),
        set("needs.budget.max", "5"),
        put("tags_b", Value::List(vec![Value::text("x")])),
        add("tags_b", Value::text("新标签")),
        add("tags_f", Value::text("新, x")),
        add("history", visit.clone()),
        add("visits", visit),
        remove("tags_b.0"),
        remove("tags_b.2"),
        remove("tags_f.0"),
        remove("history.0"),
        remove("history.1.at"),
        remove("stage"),
        remove("address"),
        remove("address.city"),
        remove("next"),
    ]
}

// What a fixture's form makes of one line: its values go over two.
fn limit(name: &str, edit: &Edit) -> (usize, usize) {
    let wide = if ["multi-line plain", "multi-line flow", "block scalars"].contains(&name) {
        3
    } else {
        0
    };
    match edit {
        Edit::Set(route, _) if route.head() == Some("tags_b") => (8, 2),
        Edit::Set(_, Value::Scalar(scalar)) => (1 + wide, 3 + scalar.text.lines().count()),
        Edit::Append(..) => (1 + wide, 4 + wide),
        Edit::Remove(route) if route.head() == Some("address") => (5 + wide, 1),
        Edit::Remove(..) => (3 + wide, 1 + wide),
        _ => (1 + wide, 1),
    }
}

#[test]
fn every_fixture_takes_every_edit() {
    let mut judged = 0;
    let mut wrong = Vec::new();
    for (name, source) in fixtures::all() {
        for edit in edits() {
            let found = apply(&source, std::slice::from_ref(&edit), &Record);
            if name == "anchors" || judge::intended(&source, &edit).is_none() {
                assert!(found.is_err(), "{name}: {edit:?}");
                continue;
            }
            judged += 1;
            let verdict = match found {
                Err(reason) => reason.en.into_owned(),
                Ok(text) => verdict(name, &source, &edit, &text),
            };
            if !verdict.is_empty() {
                wrong.push(format!("{name}: {edit:?}: {verdict}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(judged > 450, "{judged}");
}

fn verdict(name: &str, source: &str, edit: &Edit, text: &str) -> String {
    let faults = judge::faults(source, edit, text);
    let (gone, new) = judge::changed_lines(source, text);
    let limit = limit(name, edit);
    if faults.is_empty() && gone <= limit.0 && new <= limit.1 {
        return String::new();
    }
    format!("{faults:?}, {gone} lines gone, {new} new\n{text}")
}
