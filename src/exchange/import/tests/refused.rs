//! Rows that are left out, with the reason in both languages.

use super::*;

/// The lines and reasons of a plan.
fn reasons(plan: &Plan) -> Vec<(u64, &str)> {
    plan.refusals.iter().map(|refusal| (refusal.line, &*refusal.reason.en)).collect()
}

#[test]
fn an_unknown_name_is_refused_with_a_suggestion() {
    let mapping = "kind = \"opportunity\"\nkey = \"no\"\nconstants = { stage = \"potential\" }\n\
        columns.product.field = \"lines.0.product\"\n";
    let desk = Desk::of([("products/gtx-pro.yaml", "name: GTX Pro\n")]);
    let plan = desk.plan(mapping, "no,product\n1,GTXPro\n2,gtx pro\n3,Zebra\n");
    assert_eq!(plan.created, 1);
    let [near, far] = &plan.refusals[..] else { panic!("{:?}", plan.refusals) };
    assert_eq!(
        near.reason.en,
        "`lines.0.product`: no product is called `GTXPro`; did you mean `GTX Pro`? If so, add it to the column's `aliases`"
    );
    assert!(near.reason.zh.contains("没有名为 `GTXPro` 的产品；是否指 `GTX Pro`？"));
    assert!(far.reason.en.contains("import it first"));
    let aliased = format!("{mapping}columns.product.aliases = {{ GTXPro = \"GTX Pro\" }}\n");
    let plan = desk.plan(&aliased, "no,product\n1,GTXPro\n2,GTXPro\n");
    let used =
        AliasUse { column: "product".into(), from: "GTXPro".into(), to: "GTX Pro".into(), rows: 2 };
    assert_eq!((plan.created, plan.aliases), (2, vec![used]));
}

#[test]
fn an_ambiguous_name_is_refused_with_its_bearers() {
    let desk = Desk::of([("members/li-a.yaml", "name: Li\n"), ("members/li-b.yaml", "name: Li\n")]);
    let mapping = "kind = \"customer\"\nkey = \"name\"\ncolumns.name.field = \"name\"\ncolumns.owner.field = \"owner\"\n";
    let plan = desk.plan(mapping, "name,owner\nAcme,Li\nBeta,li-b\n");
    assert_eq!(
        reasons(&plan),
        [(2, "`owner`: several members are called `Li`: `li-a`, `li-b`; write the id")]
    );
}

#[test]
fn a_name_that_is_there_is_refused_with_the_record() {
    let desk = Desk::of([CUSTOMER]);
    let plan = desk.plan(CUSTOMERS, "code,name,parent\n1,ACME,\n2,Beta,\n3,BETA,\n");
    assert_eq!(plan.created, 1);
    assert!(plan.refusals[0].reason.en.starts_with("`customer/acme` is called `ACME` already"));
    assert!(plan.refusals[0].reason.zh.contains("`customer/acme`"));
    assert!(plan.refusals[1].reason.en.contains("stands on line 3 already"));
}

#[test]
fn a_key_that_stands_twice_refuses_both_rows() {
    let plan = Desk::default().plan(CUSTOMERS, "code,name,parent\n1,Acme,\n1,Beta,\n,Gamma,\n");
    assert_eq!(plan.created, 0);
    let [first, second, empty] = &plan.refusals[..] else { panic!("{:?}", plan.refusals) };
    assert!(first.reason.en.contains("on line 3") && second.reason.en.contains("on line 2"));
    assert!(empty.reason.en.contains("`code` is empty"));
}

#[test]
fn what_refers_to_a_refused_row_is_refused_with_it() {
    let mapping = format!("{CUSTOMERS}[columns.grade]\nfield = \"grade\"\n");
    let plan = Desk::default().plan(
        &mapping,
        "code,name,parent,grade\n1,Acme,,Q\n2,East,Acme,A\n3,Shop,East,A\n4,Beta,,A\n",
    );
    assert_eq!(plan.created, 1);
    assert_eq!(
        reasons(&plan)[1..],
        [
            (3, "it needs customer `Acme`, and line 2 is refused"),
            (4, "it needs customer `East`, and line 3 is refused")
        ]
    );
}

#[test]
fn a_further_record_goes_with_its_last_row() {
    let mapping = "kind = \"customer\"\nkey = \"name\"\ncolumns.name.field = \"name\"\n\
        columns.boss.field = \"owner\"\ncolumns.grade.field = \"grade\"\n\
        [[also]]\nkind = \"member\"\nkey = \"boss\"\ncolumns.boss.field = \"name\"\ncolumns.town.field = \"office\"\n";
    let plan = Desk::default().plan(
        mapping,
        "name,boss,grade,town\nAcme,Zoe,Q,Ulm\nBeta,Ann,Q,Bonn\nGamma,Ann,A,Bonn\nDelta,Ann,A,Kiel\n",
    );
    assert_eq!((plan.created, plan.also_created.clone()), (1, vec![(Kind::Member, 1)]));
    let told = reasons(&plan);
    assert_eq!(told.len(), 3);
    assert_eq!(told[2], (5, "`office` of member `Ann` is another than on line 3"));
    assert!(plan.changes[0].path.ends_with("ann.yaml"), "members come before what refers to them");
}

#[test]
fn everything_wrong_with_a_row_is_told_at_once() {
    let plan = Desk::default()
        .plan(DEALS, "no,customer,owner,state,value,begun,ended\nD1,Acme,,wonn,much,01/02/2026,\n");
    let why = &plan.refusals[0].reason;
    for part in [
        "`customer`: no customer",
        "`state`: `wonn` is not listed; did you mean `won`?",
        "`value`: ",
        "`begun`: ",
    ] {
        assert!(why.en.contains(part), "{part}: {}", why.en);
    }
    assert!(why.zh.matches('；').count() >= 3);
}

#[test]
fn a_record_without_what_it_needs_is_refused() {
    let plan = Desk::default().plan(CUSTOMERS, "code,name,parent\n1,,\n");
    assert_eq!(reasons(&plan), [(2, "`name` is missing")]);
}

#[test]
fn refused_rows_come_back_as_a_table_that_can_be_imported() {
    let desk = Desk::default();
    let plan = desk.plan(CUSTOMERS, "code,name,parent\n1,\"Acme, East\",Nobody\n2,Beta\n");
    let rejects = plan.rejects_csv(Lang::En);
    assert!(rejects.starts_with("line,reason,code,name,parent\n2,"), "{rejects}");
    assert!(rejects.contains(",1,\"Acme, East\",Nobody\n"));
    assert!(rejects.ends_with("3,\"the row has 2 cells, the header has 3\",2,Beta\n"));
    assert!(plan.rejects_csv(Lang::Zh).contains("表头有 3 个"));
    let mended = rejects.replace("Nobody", "").replace(",2,Beta", ",2,Beta,");
    assert_eq!(desk.plan(CUSTOMERS, &mended).created, 2);
}

#[test]
fn a_mapping_for_another_kind_is_refused() {
    let memory = Memory::default();
    let book = Book::open(&memory).unwrap();
    let cx = Context {
        today: Date::parse_iso("2026-11-21").unwrap(),
        now: Instant::parse("2026-11-21T09:00:00+08:00").unwrap(),
        by: None,
        constants: &[],
    };
    let mapping = Mapping::parse(CUSTOMERS).unwrap();
    let sheet = sheet::read(&File { bytes: b"code,name,parent\n", ..File::default() }).unwrap();
    let source = Source { file_name: "t.csv", sheet: &sheet };
    let why = plan(&book, Kind::Product, &mapping, &source, &cx).unwrap_err();
    assert_eq!(why.en, "the mapping is for kind `customer`, not `product`");
}

// TAG-2.1.1a, DEV-REG-4
#[test]
fn a_lead_that_is_known_by_another_mark_is_refused_with_whose_it_is() {
    let desk = Desk::of([
        ("members/li-wei.yaml", "name: 李伟\n"),
        (
            "customers/acme.yaml",
            "name: Acme\ncontacts:\n  - id: c-1\n    name: 王\n    phone: \"13800138000\"\n    email: wang@acme.cn\nowner: li-wei\n",
        ),
    ]);
    let mapping = "kind = \"lead\"\nkey = \"no\"\ncolumns.name.field = \"name\"\n\
        columns.phone.field = \"contact.phone\"\ncolumns.mail.field = \"contact.email\"\n";
    let table = "no,name,phone,mail\n1,云栖,+86 138-0013-8000,\n2,海达,13900139000,\n3,远景,139 0013 9000,\n\
        4,宏图,,li@acme.cn\n5,天成,,li@qq.com\n6,地成,,zhao@qq.com\n7,海达,,\n";
    let plan = desk.plan(mapping, table);
    let another = "; if this is another, say `duplicates = \"create\"` in the mapping";
    let expected = [
        (2, "known already: customer/acme (Acme, same telephone), owner 李伟"),
        (4, "same telephone as on line 3"),
        (5, "known already: customer/acme (Acme, same e-mail domain), owner 李伟"),
        (8, "same name as on line 3"),
    ]
    .map(|(line, why)| (line, format!("{why}{another}")));
    let expected: Vec<(u64, &str)> = expected.iter().map(|(line, why)| (*line, &**why)).collect();
    assert_eq!(reasons(&plan), expected);
    assert_eq!(plan.created, 3);
    let create = format!("duplicates = \"create\"\n{mapping}");
    assert_eq!(
        (desk.plan(&create, table).created, reasons(&desk.plan(&create, table))),
        (7, vec![])
    );
}
