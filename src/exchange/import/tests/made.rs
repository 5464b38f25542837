//! Columns that the table does not have.

use super::*;

fn members(made: &str) -> String {
    format!(
        "kind = \"member\"\nkey = \"id\"\nnulls = \"NULL\"\n[made.name]\n{made}\n[columns.name]\nfield = \"name\"\n"
    )
}

#[test]
fn a_name_of_two_cells() {
    let mapping = members("text = \"{first} {last}\"");
    let plan = Desk::default().plan(&mapping, "id,first,last\n1,Ann,Lee\n2,NULL,Wu\n");
    let texts: Vec<&str> = plan.changes.iter().map(|it| &*it.path).collect();
    assert_eq!(texts, ["members/ann-lee.yaml", "members/wu.yaml"]);
    // What is made is no part of the table that is handed back.
    let refused = Desk::default().plan(&mapping, "id,first,last\n1,Ann,Lee\n1,Bo,Lee\n");
    assert_eq!(refused.rejects_csv(Lang::En).lines().next(), Some("line,reason,id,first,last"));
    assert_eq!(refused.refusals[0].record, ["1", "Ann", "Lee"]);
}

#[test]
fn a_value_of_a_record_that_a_cell_names() {
    let desk = Desk::of([
        MEMBER,
        (
            "leads/lead-1.yaml",
            "name: Acme\nsource: exhibition\nowner: li-wei\nimported: {from: l.csv, key: L1, on: 2026-11-01}\n",
        ),
        (
            "activities/act-1.yaml",
            "type: call\non: 2026-11-02\nlead: lead-1\nimported: {from: a.csv, key: A1, on: 2026-11-01}\n",
        ),
    ]);
    let mapping = "kind = \"opportunity\"\nkey = \"no\"\nconstants.stage = \"potential\"\n\
        [made.source]\nby = \"activity\"\ntake = \"activity.lead.source\"\n\
        [made.seller]\nby = \"activity\"\ntake = \"activity.lead.owner\"\n\
        [columns.source]\nfield = \"source\"\n[columns.seller]\nfield = \"owner\"\n";
    let plan = desk.plan(mapping, "no,activity\n1,A1\n2,\n3,A9\n");
    assert_eq!((plan.created, plan.refusals.len()), (2, 1));
    let texts: Vec<String> = plan
        .changes
        .iter()
        .map(|change| String::from_utf8(change.after.clone().unwrap()).unwrap())
        .collect();
    let full = texts.iter().find(|text| text.contains("key: \"1\"")).unwrap();
    assert!(full.contains("source: exhibition\n") && full.contains("owner: li-wei\n"), "{full}");
    assert!(!texts.iter().any(|text| text.contains("key: \"2\"") && text.contains("source")));
    let why = &plan.refusals[0].reason.en;
    assert!(why.starts_with("`seller`: no activity is called `A9`"), "{why}");
}

#[test]
fn prices_less_a_discount_and_by_the_piece() {
    let mapping = |way: &str| {
        format!(
            "kind = \"opportunity\"\nkey = \"no\"\nconstants.stage = \"potential\"\n[made.amount]\n{way}\n[columns.amount]\nfield = \"amount\"\n"
        )
    };
    let amount = |way: &str, row: &str| {
        let plan = Desk::default().plan(&mapping(way), &format!("no,a,b\n1,{row}\n"));
        match plan.refusals.first() {
            Some(refusal) => refusal.reason.en.to_string(),
            None => created(&plan)
                .lines()
                .find_map(|it| it.strip_prefix("amount: "))
                .unwrap_or("-")
                .to_owned(),
        }
    };
    let (less, percent, per) = (
        "number = \"a\"\nless = \"b\"",
        "number = \"a\"\nless_percent = \"b\"",
        "number = \"a\"\nper = \"b\"",
    );
    assert_eq!(amount(less, "14.00,0.05"), "13.3");
    assert_eq!(amount(percent, "14.00,5"), "13.3");
    assert_eq!(amount(less, "14.00,"), "14.00");
    assert_eq!(amount(less, "14,5"), "`amount`: `5` is no share between 0 and 1");
    assert_eq!(amount(per, "1186.92,9"), "131.88");
    assert_eq!(amount(per, "10,3"), "`amount`: `10` by `3` does not come out even");
    assert_eq!(amount(per, "10,0"), "`amount`: `10` by `0` does not come out even");
    assert_eq!(amount(per, ",3"), "-");
}

#[test]
fn what_cannot_be_made_stops_the_import() {
    let refused = |made: &str, table: &str| {
        Desk::default().try_plan(&members(made), table, &[]).unwrap_err().en.to_string()
    };
    let clash = refused("text = \"{id}\"", "id,name\n1,Ann\n");
    assert!(clash.starts_with("the table has a column `name` already"), "{clash}");
    let unknown = refused("by = \"id\"\ntake = \"lead.nam\"", "id\n1\n");
    assert!(unknown.contains("did you mean `name`?"), "{unknown}");
    let masked = refused("by = \"id\"\ntake = \"lead.contact.phone\"", "id\n1\n");
    assert_eq!(masked, "`contact.phone` is masked in outputs and cannot be taken over");
    let missing = refused("text = \"{first}\"", "id\n1\n");
    assert!(missing.starts_with("the table has no column `first`"), "{missing}");
    for (made, words) in [
        ("text = \"plain\"", "names no column"),
        ("take = \"lead.name\"", "a column is made by one of"),
        ("by = \"id\"\ntake = \"leed.name\"", "is no field of a record"),
    ] {
        let faults = Mapping::parse(&members(made)).map(drop).unwrap_err();
        assert!(faults[0].message.en.contains(words), "{faults:?}");
    }
}

#[test]
fn a_table_without_a_header_in_an_old_encoding() {
    let mapping = Mapping::parse(
        &members("text = \"{first}\"")
            .replace("nulls", "headers = [\"id\", \"first\"]\nencoding = \"windows-1252\"\nnulls"),
    )
    .unwrap();
    let read = |bytes: &[u8]| {
        let (headers, encoding) = (mapping.headers(), mapping.encoding());
        sheet::read(&File { bytes, headers, encoding, ..File::default() })
    };
    let sheet = read(b"1,J\xFCrgen\n2,Ann\n").unwrap();
    assert_eq!((sheet.headers.len(), sheet.rows.len()), (2, 2));
    assert_eq!(sheet.rows[0].cells, ["1", "Jürgen"]);
    // Refused rows come back with a header.
    let rejects = read(b"line,reason,id,first\n1,why,1,Ann\n").unwrap();
    assert_eq!((rejects.headers.len(), rejects.rows.len()), (4, 1));
}
