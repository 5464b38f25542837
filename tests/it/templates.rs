//! Templates: written, filled in by another library, imported, exported, compared.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::Workbook;

use crate::support::Book;

type Rows = Vec<Vec<String>>;

/// The first sheet of a workbook of the book, as the other library sees it.
fn sheet(book: &Book, file: &str) -> (Vec<String>, Rows) {
    let bytes = book.files().remove(file).unwrap();
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = workbook.sheet_names();
    let range = workbook.worksheet_range(&names[0]).unwrap();
    let text = |cell: &Data| match cell {
        Data::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        cell => cell.to_string(),
    };
    let rows = range.rows().map(|row| row.iter().map(text).collect()).collect();
    (names, rows)
}

/// The template with rows below its example, each cell by its heading.
fn fill(book: &Book, file: &str, rows: &[&[(&str, &str)]]) {
    let (_, template) = sheet(book, file);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (line, row) in (0..).zip(&template) {
        for (column, text) in (0..).zip(row) {
            sheet.write(line, column, text).unwrap();
        }
    }
    for (line, row) in (2..).zip(rows) {
        for (heading, text) in *row {
            let at = template[0].iter().position(|own| own == heading);
            let at = at.unwrap_or_else(|| panic!("no {heading} in {:?}", template[0]));
            sheet.write(line, at as u16, *text).unwrap();
        }
    }
    book.put(file, workbook.save_to_buffer().unwrap());
}

#[test]
fn a_filled_template_is_imported_unchanged_and_comes_out_the_same() {
    let book = Book::small();
    let ran = book.run("template customer -o t.xlsx --lang zh").exits(0);
    assert!(ran.err.contains("`salesops import customer t.xlsx`"), "{}", ran.err);
    let (names, template) = sheet(&book, "t.xlsx");
    assert_eq!(names, ["客户", "lists"]);
    assert!(template[0].contains(&"客户类型*".to_owned()), "{:?}", template[0]);
    assert!(template[1][0].starts_with("#例："));
    fill(
        &book,
        "t.xlsx",
        &[
            &[
                ("客户名称*", "海达科技"),
                ("客户类型*", "中小企业"),
                ("联系人*", "王芳"),
                ("电话", "013800138000"),
                ("微信", "wx_1"),
                ("负责人*", "李伟"),
                ("重点客户", "是"),
                ("贵宾", "否"),
                ("别名", "海达；HD"),
            ],
            &[("客户名称*", "远景贸易"), ("客户类型*", "大型企业"), ("负责人*", "Ann Lee")],
        ],
    );
    let ran = book.run("import customer t.xlsx --lang zh").exits(0);
    assert!(ran.out.starts_with("新建 2，修改 0，未变 0，拒绝 0\n"), "{}", ran.all());
    book.run("export customer --reveal -o out.xlsx").exits(0);
    let (_, out) = sheet(&book, "out.xlsx");
    let row = out.iter().find(|row| row[0] == "haidakeji").unwrap();
    let cells: BTreeMap<&str, &str> =
        out[0].iter().map(String::as_str).zip(row.iter().map(String::as_str)).collect();
    for (column, value) in [
        ("name", "海达科技"),
        ("type", "sme"),
        ("contacts.0.name", "王芳"),
        ("contacts.0.phone", "013800138000"),
        ("contacts.0.wechat", "wx_1"),
        ("owner", "li-wei"),
        ("key_account", "true"),
        ("tags.vip", "no"),
        ("aliases", "海达;HD"),
    ] {
        assert_eq!(cells.get(column), Some(&value), "{column} in {cells:?}");
    }
    let again = book.run("import customer out.xlsx").exits(0);
    assert!(again.out.starts_with("0 created, 0 changed, 3 unchanged"), "{}", again.all());
}

#[test]
fn deals_are_numbered_by_whoever_fills_the_template() {
    let book = Book::small();
    book.run("template opportunity -o t.xlsx --lang en").exits(0);
    fill(
        &book,
        "t.xlsx",
        &[&[
            ("import key*", "7"),
            ("customer*", "Acme Tools"),
            ("name*", "CRM"),
            ("stage*", "interested"),
            ("source*", "exhibition"),
            ("expected close", "2027-02-01"),
            ("amount", "48万"),
            ("owner*", "李伟"),
        ]],
    );
    let ran = book.run("import opportunity t.xlsx").exits(0);
    assert!(ran.out.starts_with("1 created"), "{}", ran.all());
    let out = book.run("export opportunity name:CRM").exits(0).out;
    assert!(out.contains(",480000,") && out.contains("2027-02-01"), "{out}");
}

#[test]
fn templates_of_every_kind_are_written_as_both() {
    let book = Book::example();
    for kind in [
        "member",
        "territory",
        "product",
        "tag",
        "campaign",
        "customer",
        "lead",
        "opportunity",
        "activity",
        "task",
    ] {
        let csv = book.run(&format!("template {kind} --lang zh")).exits(0).out;
        assert!(csv.starts_with('\u{feff}') && csv.contains("#例："), "{kind}: {csv}");
        book.run(&format!("template {kind} -o {kind}.xlsx")).exits(0);
        let ran = book.run(&format!("import {kind} {kind}.xlsx")).exits(0);
        assert!(
            ran.out.starts_with("0 created") || ran.out.starts_with("新建 0"),
            "{kind}: {}",
            ran.all()
        );
    }
    assert!(book.run("template lead -o lead.json").exits(2).err.contains("csv, xlsx"));
}
