//! Imports into small books.

mod again;
mod gather;
mod made;
mod refused;

use proptest::prelude::*;

use super::*;
use crate::exchange::sheet::{self, File};
use crate::store::Memory;

/// A book in memory that tables are imported into.
#[derive(Default)]
struct Desk {
    memory: Memory,
}

impl Desk {
    fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Desk {
        Desk { memory: Memory::new(files) }
    }

    fn try_plan(
        &self,
        mapping: &str,
        text: &str,
        constants: &[(String, String)],
    ) -> Result<Plan, Text> {
        let mapping = Mapping::parse(mapping).unwrap_or_else(|faults| panic!("{faults:?}"));
        let cx = Context {
            today: Date::parse_iso("2026-11-21").unwrap(),
            now: Instant::parse("2026-11-21T09:00:00+08:00").unwrap(),
            by: None,
            constants,
        };
        let book = Book::open(&self.memory).unwrap();
        let sheet = sheet::read(&File { bytes: text.as_bytes(), ..File::default() })?;
        let source = Source { file_name: "table.csv", sheet: &sheet };
        plan(&book, mapping.kind(), &mapping, &source, &cx)
    }

    fn plan(&self, mapping: &str, text: &str) -> Plan {
        self.try_plan(mapping, text, &[]).unwrap_or_else(|why| panic!("{}", why.en))
    }

    /// Imports and writes.
    fn import(&mut self, mapping: &str, text: &str) -> Plan {
        let plan = self.plan(mapping, text);
        for change in &plan.changes {
            self.memory.insert(&change.path, change.after.clone().unwrap());
        }
        plan
    }

    fn file(&self, path: &str) -> String {
        let book = Book::open(&self.memory).unwrap();
        book.text(path).unwrap_or_else(|| panic!("no {path}"))
    }

    fn ids(&self, kind: Kind) -> Vec<String> {
        let book = Book::open(&self.memory).unwrap();
        book.ids(kind).into_iter().map(Id::to_string).collect()
    }
}

const CUSTOMERS: &str = "\
kind = \"customer\"
key = \"code\"
[columns.name]
field = \"name\"
[columns.parent]
field = \"parent\"
";

const DEALS: &str = "\
kind = \"opportunity\"
key = \"no\"
[columns.customer]
field = \"customer\"
[columns.owner]
field = \"owner\"
[columns.state.values]
new = { stage = \"potential\" }
talks = { stage = \"interested\" }
won = { stage = \"contract\", outcome = \"won\" }
[columns.value]
field = \"amount\"
[[moves]]
on = \"begun\"
by = \"owner\"
stage = \"interested\"
[[moves]]
on = \"ended\"
by = \"owner\"
copy = [\"stage\", \"outcome\"]
[closed]
on = \"ended\"
";

const MEMBER: (&str, &str) = ("members/li-wei.yaml", "name: Li Wei\nteam: north\n");
const CUSTOMER: (&str, &str) =
    ("customers/acme.yaml", "name: Acme\naliases:\n  - ACM\nterritory: east\n");

fn created(plan: &Plan) -> String {
    assert_eq!(plan.refusals, [], "refused");
    String::from_utf8(plan.changes[0].after.clone().unwrap()).unwrap()
}

#[test]
fn a_parent_may_stand_further_down() {
    let mut desk = Desk::default();
    let plan =
        desk.import(CUSTOMERS, "code,name,parent\n1,Acme East,Acme\n2,Acme,\n3,Acme West,2\n");
    assert_eq!((plan.created, plan.refusals.len()), (3, 0));
    assert!(desk.file("customers/acme-east.yaml").contains("parent: acme\n"));
    assert!(desk.file("customers/acme-west.yaml").contains("parent: acme\n"), "by import key");
}

#[test]
fn the_close_keeps_what_was_true_then() {
    let desk = Desk::of([MEMBER, CUSTOMER, ("territories/east.yaml", "name: East\n")]);
    let plan = desk.plan(
        DEALS,
        "no,customer,owner,state,value,begun,ended\nD1,ACM,Li Wei,won,500,2026-03-01,2026-04-02\n",
    );
    let text = created(&plan);
    assert!(
        text.contains(
            "closed: {on: 2026-04-02, owner: li-wei, team: north, territory: east, amount: 500}\n"
        ),
        "{text}"
    );
    assert!(text.contains("  - {on: 2026-04-02, by: li-wei, stage: contract, outcome: won}\n"));
    assert!(plan.changes[0].path.starts_with("opportunities/2026/acme-"));
}

#[test]
fn a_deal_without_dates_has_no_moves_and_no_close() {
    let desk = Desk::default();
    let plan =
        desk.plan(DEALS, "no,customer,owner,state,value,begun,ended\nD1,,,new,,,2026-04-02\n");
    let text = created(&plan);
    assert!(!text.contains("closed"), "{text}");
    assert!(text.contains("  - {on: 2026-04-02, stage: potential}\n"), "{text}");
    let plan = desk.plan(DEALS, "no,customer,owner,state,value,begun,ended\nD1,,,new,,,\n");
    assert!(!created(&plan).contains("moves"));
    assert!(plan.changes[0].path.starts_with("opportunities/2026/opp-"));
}

#[test]
fn a_further_record_is_made_once_and_not_where_it_has_a_row() {
    let mapping = "\
kind = \"member\"
key = \"name\"
columns.name.field = \"name\"
columns.boss.field = \"reports_to\"
[[also]]
kind = \"member\"
key = \"boss\"
constants = { role = \"sales_manager\" }
columns.boss.field = \"name\"
";
    let mut desk = Desk::default();
    let table = "name,boss\nAnn,Zoe\nBob,Zoe\nCid,Bob\n";
    let plan = desk.import(mapping, table);
    assert_eq!((plan.created, plan.also_created), (3, vec![(Kind::Member, 1)]));
    assert_eq!(desk.ids(Kind::Member), ["ann", "bob", "cid", "zoe"]);
    assert!(desk.file("members/zoe.yaml").contains("role: sales_manager\n"));
    assert!(!desk.file("members/bob.yaml").contains("role"));
    let plan = desk.import(mapping, &format!("{table}Zoe,\n"));
    assert_eq!((plan.created, plan.unchanged, plan.refusals.len()), (0, 4, 0));
    assert!(plan.changes.is_empty());
}

#[test]
fn namesakes_are_parted_by_their_keys() {
    let mut desk = Desk::default();
    let plan = desk.import(CUSTOMERS, "code,name,parent\n1,Acme Inc,\n2,Acme Ltd,\n");
    assert_eq!(plan.created, 2);
    let ids = desk.ids(Kind::Customer);
    assert_eq!(ids[0], "acme");
    assert!(ids[1].starts_with("acme-") && ids[1].len() == 9, "{ids:?}");
    let create = format!("duplicates = \"create\"\n{CUSTOMERS}");
    let plan = desk.import(&create, "code,name,parent\n3,Acme Inc,\n");
    assert_eq!((plan.created, desk.ids(Kind::Customer).len()), (1, 3));
}

#[test]
fn ids_can_be_given() {
    let mapping = "kind = \"customer\"\nkey = \"code\"\nid = { column = \"code\" }\ncolumns.name.field = \"name\"\n";
    let mut desk = Desk::default();
    assert_eq!(desk.import(mapping, "code,name\nc-001,Acme\nC 2,Beta\n").refusals.len(), 1);
    assert_eq!(desk.ids(Kind::Customer), ["c-001"]);
    let slug = "kind = \"customer\"\nkey = \"code\"\nid = { slug = \"short\" }\ncolumns.name.field = \"name\"\n";
    desk.import(slug, "code,name,short\n9,Acme Holding of Ohio,Acme OH\n");
    assert_eq!(desk.ids(Kind::Customer), ["acme-oh", "c-001"]);
}

#[test]
fn constants_of_the_command_win_and_columns_win_over_both() {
    let mapping = "kind = \"customer\"\nkey = \"name\"\nconstants = { note = \"a\", \"tags.x\" = \"a\" }\n\
        columns.name.field = \"name\"\ncolumns.note.field = \"note\"\n";
    let desk = Desk::default();
    let given = [("tags.x".to_owned(), "b".to_owned()), ("note".to_owned(), "b".to_owned())];
    let plan = desk.try_plan(mapping, "name,note\nAcme,c\n", &given).unwrap();
    let text = created(&plan);
    assert!(text.contains("note: c\n") && text.contains("  x: b\n"), "{text}");
    let slip = [("nmae".to_owned(), "x".to_owned())];
    let why = desk.try_plan(mapping, "name,note\nAcme,c\n", &slip).unwrap_err();
    assert!(why.en.contains("did you mean `name`?"));
}

#[test]
fn an_activity_is_named_by_its_day() {
    let mapping = "kind = \"activity\"\nkey = \"no\"\ncolumns.on.field = \"on\"\ncolumns.what.field = \"type\"\n\
        columns.deal.field = \"opportunity\"\n";
    let mut desk = Desk::default();
    desk.import(DEALS, "no,customer,owner,state,value,begun,ended\nD1,,,new,,,\n");
    let plan = desk.plan(mapping, "no,on,what,deal\n7,2026-03-04,电话,D1\n");
    let path = plan.changes[0].path.clone();
    assert!(path.starts_with("activities/2026/03/act-260304-"), "{path}");
    assert!(created(&plan).contains("opportunity: opp-"));
}

#[test]
fn empty_cells_and_texts_for_nothing_leave_fields_out() {
    let mapping = format!("nulls = [\"NULL\"]\n{CUSTOMERS}");
    let plan = Desk::default().plan(&mapping, "code,name,parent\n1,Acme,NULL\n");
    assert!(!created(&plan).contains("parent"));
}

#[test]
fn a_table_may_have_a_mark_and_other_line_ends() {
    let plain = Desk::default().plan(CUSTOMERS, "code,name,parent\n1,\"Acme\nEast\",\n");
    let other =
        Desk::default().plan(CUSTOMERS, "\u{feff}code,name,parent\r\n1,\"Acme\nEast\",\r\n");
    assert_eq!(created(&plain), created(&other));
    assert!(created(&plain).contains("Acme"));
}

#[test]
fn the_whole_table_is_refused_where_the_mapping_does_not_fit() {
    let desk = Desk::default();
    let refusal = |text: &str| desk.try_plan(CUSTOMERS, text, &[]).unwrap_err();
    assert!(refusal("code,name,parent,phone\n").en.contains("says nothing of `phone`"));
    assert!(refusal("code,nmae,parent\n").en.contains("did you mean `nmae`?"));
    assert!(refusal("code,name,name,parent\n").zh.contains("都叫 `name`"));
    let wrong = format!("{CUSTOMERS}[constants]\ngrade = \"Q\"\n");
    let why = desk.try_plan(&wrong, "code,name,parent\n", &[]).unwrap_err();
    assert!(why.en.starts_with("`grade`: "), "{}", why.en);
}

#[test]
fn a_value_may_set_several_fields_and_several_columns_must_agree() {
    let mapping = "kind = \"opportunity\"\nkey = \"no\"\n\
        columns.a.values = { x = { stage = \"potential\" } }\n\
        columns.b.values = { y = { stage = \"interested\" }, z = { stage = \"potential\" } }\n";
    let plan = Desk::default().plan(mapping, "no,a,b\n1,x,y\n2,x,z\n");
    assert_eq!((plan.created, plan.refusals.len()), (1, 1));
    assert!(plan.refusals[0].reason.en.contains("gives `stage` another value"));
}

#[test]
fn contacts_come_with_ids() {
    let mapping = "kind = \"customer\"\nkey = \"name\"\ncolumns.name.field = \"name\"\n\
        columns.contact.field = \"contacts.0.name\"\ncolumns.phone.field = \"contacts.0.phone\"\n";
    let mut desk = Desk::default();
    let text = created(&desk.import(mapping, "name,contact,phone\nAcme,王芳,13800138000\n"));
    assert!(text.contains("  - id: c-") && text.contains("    phone: \"13800138000\"\n"), "{text}");
    let plan = desk.plan(mapping, "name,contact,phone\nAcme,王芳,13900139000\n");
    let after = String::from_utf8(plan.changes[0].after.clone().unwrap()).unwrap();
    assert_eq!(after, text.replace("13800138000", "13900139000"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_table_breaks_it(body in "[12a;\"\\n ]{0,12}", rows in "(([12]|Acme|Beta|-|\")?,){0,12}[a1\n]{0,6}") {
        let desk = Desk::of([CUSTOMER]);
        for text in [format!("code,name,parent\n{body}\n{rows}"), body, rows.replace(',', ",\n1,")] {
            if let Ok(plan) = desk.try_plan(CUSTOMERS, &text, &[]) {
                prop_assert!(plan.changes.len() == plan.created + plan.updated);
                prop_assert!(!plan.rejects_csv(Lang::Zh).is_empty());
            }
        }
    }
}
