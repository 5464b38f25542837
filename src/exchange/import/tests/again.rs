//! Imports of what was imported before.

use super::*;

const HEAD: &str = "no,customer,owner,state,value,begun,ended";

fn deal(row: &str) -> String {
    format!("{HEAD}\n{row}\n")
}

/// A desk with one imported deal, and the path of its file.
fn desk(row: &str) -> (Desk, String) {
    let mut desk = Desk::of([MEMBER, CUSTOMER]);
    let plan = desk.import(DEALS, &deal(row));
    let path = plan.changes[0].path.to_string();
    (desk, path)
}

fn after(plan: &Plan) -> String {
    assert_eq!((plan.updated, plan.changes.len()), (1, 1), "{:?}", plan.refusals);
    String::from_utf8(plan.changes[0].after.clone().unwrap()).unwrap()
}

#[test]
fn the_same_table_changes_nothing_whatever_its_file_is_called() {
    let (desk, _) = desk("D1,Acme,Li Wei,talks,500,2026-03-01,");
    let plan = desk.plan(DEALS, &deal("D1,ACM,li-wei,talks,500.00,2026-03-01,"));
    assert_eq!((plan.created, plan.updated, plan.unchanged), (0, 0, 1));
    assert!(plan.changes.is_empty());
}

#[test]
fn only_what_differs_is_edited() {
    let (mut desk, path) = desk("D1,Acme,Li Wei,talks,500,2026-03-01,");
    let by_hand =
        desk.file(&path).replace("amount: 500\n", "amount: 500 # asked twice\n") + "# the end\n";
    desk.memory.insert(&path, by_hand.clone().into_bytes());
    let plan = desk.plan(DEALS, &deal("D1,Acme,Li Wei,talks,800,2026-03-01,"));
    assert_eq!(after(&plan), by_hand.replace("amount: 500", "amount: 800"));
    assert_eq!(plan.changes[0].before, Some(by_hand.into_bytes()));
}

#[test]
fn an_empty_cell_leaves_its_field_unless_told_otherwise() {
    let (desk, _) = desk("D1,Acme,Li Wei,talks,500,2026-03-01,");
    let table = deal("D1,Acme,,talks,,2026-03-01,");
    assert!(desk.plan(DEALS, &table).changes.is_empty());
    let clearing = DEALS.replace("field = \"amount\"\n", "field = \"amount\"\nempty = \"clear\"\n");
    assert!(!after(&desk.plan(&clearing, &table)).contains("amount"));
    let refusing =
        DEALS.replace("field = \"amount\"\n", "field = \"amount\"\nempty = \"refuse\"\n");
    assert_eq!(desk.plan(&refusing, &table).refusals[0].reason.zh, "`value`：单元格为空");
}

#[test]
fn a_step_that_the_table_adds_is_added() {
    let (desk, path) = desk("D1,Acme,Li Wei,talks,500,2026-03-01,");
    let before = desk.file(&path);
    let text = after(&desk.plan(DEALS, &deal("D1,Acme,Li Wei,won,500,2026-03-01,2026-04-02")));
    assert!(
        text.contains("  - {on: 2026-04-02, by: li-wei, stage: contract, outcome: won}\n"),
        "{text}"
    );
    assert!(text.contains("closed: {on: 2026-04-02, owner: li-wei, team: north"), "{text}");
    assert!(text.contains("stage: contract\n") && text.contains("outcome: won\n"));
    let imported =
        |text: &str| text.lines().find(|line| line.starts_with("imported")).unwrap().to_owned();
    assert_eq!(imported(&text), imported(&before));
}

#[test]
fn what_commands_did_since_stands() {
    let (mut desk, path) = desk("D1,Acme,Li Wei,talks,500,2026-03-01,");
    let step = "  - {on: 2026-03-01, by: li-wei, stage: interested}\n";
    let ahead = desk.file(&path).replace("stage: interested\n\n", "stage: solution\n\n");
    let ahead = ahead
        .replace(step, &format!("{step}  - {{on: 2026-05-01, by: li-wei, stage: solution}}\n"));
    desk.memory.insert(&path, ahead.into_bytes());
    let plan = desk.plan(DEALS, &deal("D1,Acme,Li Wei,talks,500,2026-03-01,"));
    assert_eq!((plan.unchanged, plan.refusals.len()), (1, 0));
    let plan = desk.plan(DEALS, &deal("D1,Acme,Li Wei,won,500,2026-03-01,2026-04-02"));
    let why = &plan.refusals[0].reason;
    assert!(
        why.en.contains("`2026-05-01 solution`") && why.en.contains("`2026-04-02 won`"),
        "{}",
        why.en
    );
    assert!(why.zh.contains("变动只能追加"));
}

#[test]
fn a_known_close_keeps_its_owner_and_team() {
    let (mut desk, path) = desk("D1,Acme,Li Wei,won,500,2026-03-01,2026-04-02");
    desk.memory.insert("members/li-wei.yaml", b"name: Li Wei\nteam: south\n".to_vec());
    let row = |value: &str| deal(&format!("D1,Acme,Li Wei,won,{value},2026-03-01,2026-04-02"));
    assert!(desk.plan(DEALS, &row("500")).changes.is_empty());
    let text = after(&desk.plan(DEALS, &row("510")));
    assert_eq!(text, desk.file(&path).replace("amount: 500", "amount: 510"));
    assert!(text.contains("team: north"));
}

#[test]
fn a_new_group_and_a_new_item_find_their_places() {
    let mapping = "kind = \"customer\"\nkey = \"name\"\ncolumns.name.field = \"name\"\n\
        columns.staff.field = \"metrics.staff\"\ncolumns.sector.field = \"tags.sector\"\n\
        columns.need.field = \"needs.products.0.product\"\n";
    let mut desk = Desk::of([("products/erp.yaml", "name: ERP\n")]);
    desk.import(mapping, "name,staff,sector,need\nAcme,,,\n");
    let text = after(&desk.import(mapping, "name,staff,sector,need\nAcme,12,retail,ERP\n"));
    assert!(text.contains("metrics:\n  staff: 12\n"), "{text}");
    assert!(text.contains("tags:\n  sector: retail\n"), "{text}");
    assert!(text.contains("needs:\n  products:\n    - {product: erp}\n"), "{text}");
    assert!(desk.plan(mapping, "name,staff,sector,need\nAcme,12,retail,ERP\n").changes.is_empty());
}

#[test]
fn lists_are_replaced_as_a_whole() {
    let mapping = "kind = \"customer\"\nkey = \"name\"\ncolumns.name.field = \"name\"\n\
        [columns.also]\nfield = \"aliases\"\nsplit = \";\"\n[columns.kind]\nfield = \"tags.kind\"\nsplit = \";\"\n";
    let mut desk = Desk::default();
    desk.import(mapping, "name,also,kind\nAcme,A;B,x;y\n");
    assert!(desk.plan(mapping, "name,also,kind\nAcme,A; B,x;y\n").changes.is_empty());
    let text = after(&desk.plan(mapping, "name,also,kind\nAcme,A;C,y\n"));
    assert!(
        text.contains("aliases:\n  - A\n  - C\n") && text.contains("  kind:\n    - \"y\"\n"),
        "{text}"
    );
}

#[test]
fn a_file_with_faults_is_not_touched() {
    let (mut desk, path) = desk("D1,Acme,Li Wei,talks,500,2026-03-01,");
    let broken = desk.file(&path).replace("amount: 500", "amount: much");
    desk.memory.insert(&path, broken.into_bytes());
    let plan = desk.plan(DEALS, &deal("D1,Acme,Li Wei,talks,800,2026-03-01,"));
    assert!(plan.refusals[0].reason.en.contains("has faults: mend it first"));
}
