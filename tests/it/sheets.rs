//! Spreadsheets, end to end: what people have in Excel into a book.

use rust_xlsxwriter::Workbook;

use crate::support::Book;

const MAP: &str = "kind = \"customer\"\nkey = \"公司\"\n[columns.\"公司\"]\nfield = \"name\"\n\
    [columns.\"联系人\"]\nfield = \"contacts.0.name\"\n[columns.\"手机\"]\nfield = \"contacts.0.phone\"\n";

fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (line, row) in rows.iter().enumerate() {
            for (column, text) in row.iter().enumerate() {
                let (line, column) = (line as u32, column as u16);
                match text.parse::<f64>() {
                    Ok(number) => sheet.write(line, column, number).unwrap(),
                    Err(_) => sheet.write(line, column, *text).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn book() -> Book {
    let book = Book::small();
    book.put("map.toml", MAP);
    book
}

#[test]
fn a_workbook_is_imported_with_its_phones_as_they_were_typed() {
    let book = book();
    let rows: &[&[&str]] = &[
        &["公司", "联系人", "手机"],
        &["海达科技", "王芳", "13912345678"],
        &[],
        &["远景贸易", "", ""],
    ];
    book.put("t.xlsx", workbook(&[("名单", rows)]));
    let ran = book.run("import customer t.xlsx --map map.toml --lang zh").exits(0);
    assert_eq!(ran.out, "新建 2，修改 0，未变 0，拒绝 0\n读取自工作表 `名单`\n跳过空行 1\n");
    assert!(book.text("customers/haidakeji.yaml").contains("phone: \"13912345678\"\n"));
    let again = book.run("import customer t.xlsx --map map.toml --format json").exits(0);
    assert!(again.out.contains("\"unchanged\": 2") && again.out.contains("\"sheet\": \"名单\""));
}

#[test]
fn a_workbook_of_several_sheets_asks_which() {
    let book = book();
    let rows: &[&[&str]] = &[&["公司", "联系人", "手机"], &["海达科技", "王芳", "13912345678"]];
    book.put("t.xls", workbook(&[("北京", rows), ("上海", rows)]));
    let ran = book.run("import customer t.xls --map map.toml").exits(2);
    assert!(ran.err.contains("`北京`, `上海`; say which by `--sheet NAME`"), "{}", ran.err);
    book.run("import customer t.xls --map map.toml --sheet 上海").exits(0);
    let ran = book.run("import customer map.toml --map map.toml --sheet 上海").exits(2);
    assert!(ran.err.contains("no sheets"), "{}", ran.err);
}

#[test]
fn the_result_says_which_encoding_was_taken() {
    let book = book();
    // "公司,联系人,手机" and "海达科技,王芳,13912345678" in GBK.
    let gbk = b"\xb9\xab\xcb\xbe,\xc1\xaa\xcf\xb5\xc8\xcb,\xca\xd6\xbb\xfa\n\
        \xba\xa3\xb4\xef\xbf\xc6\xbc\xbc,\xcd\xf5\xb7\xbc,13912345678\n";
    book.put("t.csv", gbk);
    let ran = book.run("import customer t.csv --map map.toml --dry-run").exits(0);
    assert!(ran.out.contains("1 created") && ran.out.contains("read as GB18030"), "{}", ran.out);
    let ran = book.run("import customer t.csv --map map.toml --format json").exits(0);
    assert!(ran.out.contains("\"encoding\": \"GB18030\""), "{}", ran.out);
    book.put("t.csv", [&gbk[..], b"\xff\xff,,\n"].concat());
    let ran = book.run("import customer t.csv --map map.toml").exits(2);
    assert!(ran.err.contains("line 3 cannot be read as GB18030"), "{}", ran.err);
}

#[test]
fn headers_that_speak_for_themselves_need_no_mapping() {
    let book = book();
    book.put(
        "t.csv",
        "公司*,联系人,手机,客户类型,客户负责人,年营收（万元）\n海达科技,王芳,１３９１２３４５６７８,中小企业,李伟,1200\n\
         远景贸易,赵敏,1380013800,中小企业,李伟,\n,,,,,\n海达科技,王芳,１３９１２３４５６７８,中小企业,李伟,1200\n合计,,,,,1200\n",
    );
    let ran = book.run("import customer t.csv --lang zh").exits(2);
    assert!(ran.err.contains("`客户负责人`（是否指 `负责人`？）"), "{}", ran.err);
    book.put("t.csv", book.text("t.csv").replace("客户负责人", "负责人"));
    let ran = book.run("import customer t.csv 备注=展会 --lang zh").exits(1);
    assert_eq!(ran.out, "新建 1，修改 0，未变 0，拒绝 3\n跳过空行 1\n");
    assert_eq!(
        ran.err,
        "第 3 行：`手机`：`***` 有 10 位；手机号应为 11 位\n第 5 行：与第 2 行完全相同\n第 6 行：这是汇总行（`合计`）\n"
    );
    let text = book.text("customers/haidakeji.yaml");
    for line in
        ["note: 展会\n", "revenue: 12000000\n", "phone: \"13912345678\"\n", "owner: li-wei\n"]
    {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    let ran = book.run("import customer t.csv 备注=展会").exits(1);
    assert!(ran.out.starts_with("0 created, 0 changed, 1 unchanged, 3 refused"), "{}", ran.out);
}

#[test]
fn the_mapping_begun_is_written_and_used_once_it_is_completed() {
    let book = book();
    book.put("t.csv", "公司,星座,登记日\n海达科技,狮子,21/11/2026\n");
    let ran = book.run("import customer t.csv --dates dmy --map-out begun.toml").exits(0);
    assert!(ran.out.is_empty() && ran.err.contains("`星座`"), "{}", ran.all());
    let begun = book.text("begun.toml");
    let ran = book.run("import customer t.csv --map begun.toml").exits(2);
    assert!(ran.err.contains("the mapping says nothing of `星座`"), "{}", ran.err);
    let completed = begun
        .replace("# [", "[")
        .replacen("# field = \"…\"      # or: ignore", "ignore", 1)
        .replacen("# field = \"…\"      # or: ignore = true", "field = \"anniversaries.0.on\"", 1);
    book.put("begun.toml", completed);
    let ran = book.run("import customer t.csv --map begun.toml anniversaries.0.what=登记").exits(0);
    assert!(ran.out.starts_with("1 created"), "{}", ran.all());
    assert!(book.text("customers/haidakeji.yaml").contains("2026-11-21"));
    let ran = book.run("import customer t.csv --map begun.toml --ignore 星座").exits(2);
    assert!(ran.err.contains("--ignore"), "{}", ran.err);
    book.run("import customer t.csv --ignore 星座 --ignore 登记日").exits(0);
}

/// The leads of a trade fair as they were typed: 87 rows, some twice, some with bad phones, a total.
#[test]
fn a_trade_fair_comes_in_without_a_mapping() {
    let book = book();
    let root = env!("CARGO_MANIFEST_DIR");
    let file = format!("{root}/examples/import/trade_fair/leads.csv");
    let ran =
        book.run_args(&["import", "lead", &file, "负责人=李伟", "--rejects", "r.csv"]).exits(1);
    assert_eq!(
        ran.out,
        "76 created, 0 changed, 0 unchanged, 11 refused\nblank rows passed over: 1\n"
    );
    for part in [
        "`***` has 10 digits",
        "are two numbers",
        "`***` is no telephone number",
        "the same row as line",
        "stands on line",
        "`熟人` is none of",
        "line 63: `手机`, `微信`, `公司*` are empty: nothing tells this row apart",
        "a total row (`合计`)",
    ] {
        assert!(ran.err.contains(part), "{part} in {}", ran.err);
    }
    assert_eq!(book.text("r.csv").lines().count(), 12);
    // What must not be shown stands neither in refusals nor in keys.
    assert!(!ran.err.contains("1351022") && !ran.err.contains("1380013800"), "{}", ran.err);
    let mut leads = book.files().into_iter().filter(|(path, _)| path.starts_with("leads/"));
    assert!(leads.all(|(_, lead)| {
        let lead = String::from_utf8(lead).unwrap();
        let phone = lead.split("phone: \"").nth(1).and_then(|rest| rest.split('"').next());
        phone.is_none_or(|phone| lead.matches(phone).count() == 1)
    }));
    let again = book.run_args(&["import", "lead", &file, "负责人=李伟"]).exits(1);
    assert!(again.out.starts_with("0 created, 0 changed, 76 unchanged"), "{}", again.out);
}

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn data(folder: &str) -> Option<std::path::PathBuf> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("skipped: {} is not here", path.display());
    None
}

#[test]
fn listed_companies_are_told_apart_by_code() {
    let Some(data) = data("listed_companies_cn") else { return };
    let book = Book::small();
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/import/listed_companies.toml");
    let file = data.join("stock_basic_gbk.csv");
    let args = ["import", "customer", file.to_str().unwrap(), "--map", map];
    let ran = book.run_args(&args).exits(0);
    assert_eq!(ran.out, "4732 created, 0 changed, 0 unchanged, 0 refused\nread as GB18030\n");
    let found = book.run("list customer 平安银行 --format csv").exits(0).out;
    assert!(found.contains("pinganyinhang"), "{found}");
    let text = book.text("customers/pinganyinhang.yaml");
    assert!(text.contains("code: sz.000001") || text.contains("code: \"sz.000001\""), "{text}");
    let again = book.run_args(&args).exits(0);
    assert!(again.out.starts_with("0 created, 0 changed, 4732 unchanged"), "{}", again.out);
}

#[test]
fn a_supermarket_comes_in_with_its_faults_told() {
    let Some(data) = data("supermarket_zh") else { return };
    let truth = std::fs::read_to_string(data.join("truth.json")).unwrap();
    let truth: serde_json::Value = serde_json::from_str(&truth).unwrap();
    let book = Book::small();
    book.put("tags/opportunity.counter.yaml", "label: {en: counter, zh: 柜台}\ntype: text\n");
    book.put("tags/opportunity.shift.yaml", "label: {en: shift, zh: 时段}\ntype: text\n");
    let maps = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/import");
    let import = |kind: &str, file: &str, map: &str, sheet: &str, code: i32| {
        let file = data.join(file);
        let map = format!("{maps}/{map}");
        let mut args = vec!["import", kind, file.to_str().unwrap(), "--map", &map];
        args.extend(["--sheet", sheet].iter().filter(|_| !sheet.is_empty()));
        book.run_args(&args).exits(code)
    };
    let ran = import("member", "超市营业额2.xlsx", "supermarket_members.toml", "Sheet3", 0);
    assert!(ran.out.starts_with("7 created"), "{}", ran.all());
    let ran = import("opportunity", "超市营业额2.xlsx", "supermarket_deals.toml", "Sheet1", 1);
    assert!(ran.out.starts_with("245 created, 0 changed, 0 unchanged, 4 refused"), "{}", ran.all());
    assert_eq!(ran.err.matches("`交易额` is empty").count(), 3, "{}", ran.err);
    assert_eq!(ran.err.matches("the same row as line").count(), 1, "{}", ran.err);
    let report = book.run("report wins --by tags.counter --format json --period 2019").exits(0).out;
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let rows = report["tables"][0]["rows"].as_array().unwrap();
    let amounts = rows.iter().map(|row| row["amount"].as_str().unwrap().parse::<f64>().unwrap());
    let doubled = truth["total"].as_f64().unwrap() - amounts.sum::<f64>();
    assert!((53.0..=12_100.0).contains(&doubled), "only the doubled row is missing: {doubled}");
    let ran = import("opportunity", "超市销售记录数据.xls", "supermarket_lines.toml", "", 1);
    assert!(ran.out.starts_with("200 created, 0 changed, 0 unchanged, 1 refused"), "{}", ran.all());
    assert!(ran.err.contains("line 202: a total row without a label"), "{}", ran.err);
}
