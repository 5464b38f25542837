use super::*;
use crate::base::date::{Date, Instant};
use crate::exchange::import::{Context, Plan, Source, plan};
use crate::exchange::sheet::{self, File};
use crate::store::Memory;

const MEMBER: (&str, &str) = ("members/li-wei.yaml", "name: 李伟\naliases:\n  - Li Wei\n");
const TAGS: [(&str, &str); 2] = [
    (
        "tags/customer.channel.yaml",
        "label: {en: sales channel, zh: 成交渠道}\ntype: choice\nmany: true\nvalues:\n  - {key: shop, en: shop, zh: 门店}\n  - {key: web, en: web, zh: 网店, aliases: [电商]}\n",
    ),
    ("tags/customer.since.yaml", "label: {en: since, zh: 合作日期}\ntype: date\n"),
];

fn wishes<'w>(kind: Kind, headers: &'w [String]) -> Wishes<'w> {
    Wishes {
        kind,
        headers,
        key: &[],
        ignore: &[],
        dates: None,
        constants: &[],
        creates_duplicates: false,
    }
}

fn headers(line: &str) -> Vec<String> {
    line.split(',').map(str::to_owned).collect()
}

fn memory() -> Memory {
    Memory::new([MEMBER].into_iter().chain(TAGS))
}

fn begun(kind: Kind, line: &str, more: impl FnOnce(&mut Wishes<'_>)) -> Begun {
    let memory = memory();
    let headers = headers(line);
    let mut wishes = wishes(kind, &headers);
    more(&mut wishes);
    begin(&Book::open(&memory).unwrap(), &wishes)
}

fn refusal(kind: Kind, line: &str) -> Text {
    begun(kind, line, |_| ()).mapping().unwrap_err()
}

fn imported(memory: &Memory, kind: Kind, table: &str, dates: Option<DateOrder>) -> Plan {
    let book = Book::open(memory).unwrap();
    let sheet = sheet::read(&File { bytes: table.as_bytes(), ..File::default() }).unwrap();
    let wishes = Wishes { dates, ..wishes(kind, &sheet.headers) };
    let mapping = begin(&book, &wishes).mapping().unwrap_or_else(|why| panic!("{}", why.en));
    let cx = Context {
        today: Date::parse_iso("2026-11-21").unwrap(),
        now: Instant::parse("2026-11-21T09:00:00+08:00").unwrap(),
        by: None,
        constants: &[],
    };
    plan(&book, kind, &mapping, &Source { file_name: "t.csv", sheet: &sheet }, &cx).unwrap()
}

fn text(plan: &Plan) -> String {
    assert_eq!(plan.refusals, []);
    String::from_utf8(plan.changes[0].after.clone().unwrap()).unwrap()
}

#[test]
fn the_mapping_is_what_a_person_would_write() {
    let begun = begun(Kind::Customer, "公司*,手机,年营收（万元）,别名,成交渠道", |_| ());
    assert_eq!(begun.open, None);
    assert_eq!(
        begun.toml,
        "kind = \"customer\"\nkey = [\"公司*\"]\n\n[columns.\"公司*\"]\nfield = \"name\"\n\n\
         [columns.\"手机\"]\nfield = \"contacts.0.phone\"\n\n\
         [columns.\"年营收（万元）\"]\nfield = \"metrics.revenue\"\nscale = 10000\n\n\
         [columns.\"别名\"]\nfield = \"aliases\"\nsplit = \";\"\n\n\
         [columns.\"成交渠道\"]\nfield = \"tags.channel\"\nsplit = \";\"\n"
    );
    assert_eq!(begun.mapping().unwrap().kind(), Kind::Customer);
}

#[test]
fn rows_are_read_by_their_headers() {
    let table = "公司,联系人,手机,客户类型,负责人,年营收（万元）,别名,成交渠道,合作日期,重点客户\n\
        海达科技,王芳,１３８００１３８０００,中小企业,李伟,1200,海达；HD,门店;电商,2020年3月5日,是\n";
    let written = text(&imported(&memory(), Kind::Customer, table, None));
    for line in [
        "name: 海达科技\n",
        "    phone: \"13800138000\"\n",
        "type: sme\n",
        "owner: li-wei\n",
        "  revenue: 12000000\n",
        "aliases:\n  - 海达\n  - HD\n",
        "  channel:\n    - shop\n    - web\n",
        "  since: \"2020-03-05\"\n",
        "key_account: true\n",
    ] {
        assert!(written.contains(line), "{line} in\n{written}");
    }
    assert_eq!(written.matches("- id: c-").count(), 1, "one contact");
}

#[test]
fn what_is_not_clear_is_refused_all_at_once() {
    let why = refusal(Kind::Customer, "公司,客户类形,星座,币种,手机,电话");
    for part in [
        "`客户类形` (did you mean `客户类型`?)",
        "`星座`",
        "`币种` (it may be",
        "`电话` (means `contacts.0.phone`, as `手机` does)",
        "`--ignore HEADER`",
        "`--map-out MAP.toml`",
    ] {
        assert!(why.en.contains(part), "{part}: {}", why.en);
    }
    assert!(why.zh.contains("客户没有与这些列对应的字段：`客户类形`"), "{}", why.zh);
}

#[test]
fn an_unfinished_mapping_keeps_places_for_what_is_open() {
    let begun = begun(Kind::Customer, "公司,星座,\"奇\\怪\"\n列", |_| ());
    assert!(begun.open.is_some());
    assert!(
        begun.toml.contains("\n# [columns.\"星座\"]\n# field = \"…\"      # or: ignore = true\n")
    );
    let mapping = Mapping::parse(&begun.toml).unwrap_or_else(|faults| panic!("{faults:?}"));
    assert_eq!(mapping.kind(), Kind::Customer);
    let completed = begun.toml.replace("# [", "[").replace("# field = \"…\"      # or: ", "");
    Mapping::parse(&completed).unwrap_or_else(|faults| panic!("{faults:?}\n{completed}"));
}

#[test]
fn something_tells_rows_apart() {
    let key = |kind: Kind, line: &str| {
        let toml = begun(kind, line, |_| ()).toml;
        toml.lines().find(|line| line.starts_with("key = ")).unwrap().to_owned()
    };
    assert_eq!(key(Kind::Product, "产品名称,型号"), "key = [\"产品名称\"]");
    assert_eq!(key(Kind::Customer, "id,公司"), "key = [\"id\"]");
    let deals = "客户,金额,阶段";
    assert!(refusal(Kind::Opportunity, deals).en.contains("say by `--key HEADER`"));
    assert!(refusal(Kind::Customer, "备注").zh.contains("没有客户名称这一列"));
    let named = [headers("合同号"), headers("客户")].concat();
    let begun = begun(Kind::Opportunity, "合同号,客户,金额,阶段", |wishes| {
        wishes.key = Box::leak(named.into_boxed_slice());
    });
    assert!(begun.toml.contains("key = [\"合同号\", \"客户\"]"), "{}", begun.toml);
    assert!(begun.mapping().is_ok() && !begun.toml.contains("[columns.\"合同号\"]"));
}

#[test]
fn columns_are_left_out_by_name() {
    let ignored = headers("星座");
    let begun = begun(Kind::Customer, "公司,星座", |wishes| {
        wishes.ignore = Box::leak(ignored.into_boxed_slice());
    });
    assert!(begun.toml.contains("[columns.\"星座\"]\nignore = true\n"));
    assert!(begun.mapping().is_ok());
    let strange = headers("没有");
    let begun = self::begun(Kind::Customer, "公司", |wishes| {
        wishes.ignore = Box::leak(strange.into_boxed_slice());
    });
    assert!(begun.mapping().unwrap_err().en.contains("no column `没有`; it has 公司"));
}

#[test]
fn the_order_of_dates_is_stated() {
    let table = "公司,合作日期\n海达,03/04/2020\n";
    let why = imported(&memory(), Kind::Customer, table, None);
    assert!(why.refusals[0].reason.en.contains("which number is the day"));
    for (order, day) in [(DateOrder::DayFirst, "2020-04-03"), (DateOrder::MonthFirst, "2020-03-04")]
    {
        let written = text(&imported(&memory(), Kind::Customer, table, Some(order)));
        assert!(written.contains(day), "{written}");
    }
    let serial = "公司,合作日期\n海达,43894\n";
    let written = text(&imported(&memory(), Kind::Customer, serial, Some(DateOrder::Serial)));
    assert!(written.contains("2020-03-04"), "{written}");
    assert!(DateOrder::parse("ydm").unwrap_err().en.contains("dmy, mdy, ymd and excel"));
}

#[test]
fn bad_values_refuse_their_rows() {
    let table = "公司,联系人,手机,成交渠道\n甲,王,138001380,门店\n乙,李,13800138000,报纸\n\
        丙,,13800138001,\n甲,王,138001380,门店\n合计,,3,\n";
    let plan = imported(&memory(), Kind::Customer, table, None);
    let told: Vec<(u64, &str)> =
        plan.refusals.iter().map(|refusal| (refusal.line, &*refusal.reason.en)).collect();
    assert_eq!(plan.created, 1, "{told:?}");
    assert!(told[0].1.contains("报纸"), "{told:?}");
    assert_eq!(told[2], (5, "the same row as line 2"));
    assert_eq!(told[3], (6, "a total row (`合计`)"));
}

#[test]
fn a_masked_value_says_nothing() {
    let table = "公司,联系人,手机\n海达,王芳,***\n";
    let written = text(&imported(&memory(), Kind::Customer, table, None));
    assert!(!written.contains("phone") && written.contains("王芳"), "{written}");
}
