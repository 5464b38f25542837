//! Sensitive values are in no output unless `--reveal` asks for them (TAG-6.1.2).

use std::collections::BTreeSet;

use salesops::base::field::{Field, Fields, Shape, View};
use salesops::base::kind::Kind;
use salesops::book::Book as Records;
use salesops::store::Folder;

use crate::support::Book;

#[test]
fn secrets_of_the_example_book_are_in_no_output() {
    let book = Book::example();
    let secrets = secrets(&book);
    assert!(secrets.len() > 100, "{}", secrets.len());
    let mut outputs: Vec<(String, String)> = Vec::new();
    let mut run = |line: String| {
        let ran = book.run(&line);
        outputs.push((line, ran.all()));
    };
    for kind in [Kind::Customer, Kind::Product, Kind::Opportunity] {
        let key = kind.key();
        for format in ["human", "csv", "md", "json"] {
            let columns: String =
                kind.fields().iter().map(|field| format!(" --column {}", field.key)).collect();
            run(format!("list {key} --format {format}{columns}"));
        }
    }
    for (path, _) in book.files().iter().filter(|(path, _)| path.starts_with("customers/")) {
        let id = path.trim_start_matches("customers/").trim_end_matches(".yaml");
        run(format!("show customer/{id}"));
        run(format!("show customer/{id} --format json"));
        run(format!("set customer/{id} note=x contacts.0.note=x --dry-run"));
    }
    for id in ["erp-cloud", "crm", "mes"] {
        run(format!("show product/{id}"));
        run(format!("set product/{id} prices.0.list=1 --dry-run"));
    }
    for (line, text) in &outputs {
        leaks(line, text, &secrets);
    }
    let revealed = book.run("show customer/acme-zhongguo --reveal").exits(0);
    assert!(revealed.out.contains("13800000282"), "{}", revealed.out);
}

#[test]
fn findings_beside_secrets_do_not_show_them() {
    let book = Book::example();
    let secrets = secrets(&book);
    let all = book.files();
    // A mistyped key beside the secret, the secret's own key mistyped, a file that cannot be parsed.
    let spoils: [fn(&str) -> String; 4] = [
        |text| text.replace("    position:", "    positoin:"),
        |text| text.replace("    phone:", "    phnoe:").replace("rating:", "ratnig:"),
        |text| {
            text.replace("    phone: \"", "    phone: \"\u{7}").replace("  email: ", "  email: [")
        },
        |text| text.replace("    primary: true", "    primary: 'true"),
    ];
    for spoil in spoils {
        for (path, bytes) in all.iter().filter(|(path, _)| path.starts_with("customers/")) {
            book.put(path, spoil(std::str::from_utf8(bytes).unwrap()));
        }
        for format in ["human", "json", "sarif", "github"] {
            let ran = book.run(&format!("check customers --format {format}")).exits(1);
            leaks(format, &ran.all(), &secrets);
        }
    }
}

#[test]
fn a_value_that_does_not_fit_a_secret_field_is_not_repeated() {
    let book = Book::small();
    let text = "\
name: Acme
contacts:
  - id: c-1
    name: A
    phone: [SEKRET1]
    email: {x: SEKRET2}
    birthday: SEKRET3
    wechat: !tag SEKRET4
    phnoe: SEKRET5
credit:
  rating: SEKRET6
intent:
  budget:
    min: SEKRET7
    max: \"SEKRET8\"
";
    let broken =
        "name: Acme\ncontacts:\n  - id: c-1\n    phone: |\n      SEKRET9\n    email: 'SEKRETA\n";
    let twice = "name: Acme\ncontacts:\n  - id: c-1\n    phone: SEKRETB\n    phone: SEKRETC\n";
    let anchor = "name: Acme\ncontacts:\n  - id: c-1\n    phone: &a SEKRETD\n    email: *a\n";
    for text in [text, &text.replace("!tag ", ""), broken, twice, anchor] {
        book.put("customers/acme.yaml", text);
        for format in ["human", "json", "sarif", "github"] {
            let ran = book.run(&format!("check --format {format}")).exits(1);
            assert!(!ran.all().contains("SEKRET"), "{}", ran.all());
        }
        for line in ["list customer --format json", "show acme", "fmt --dry-run", "set acme note=x"]
        {
            let ran = book.run(line);
            assert!(!ran.all().contains("SEKRET"), "{line}: {}", ran.all());
        }
    }
}

// TAG-6.1.2: a company marks a tag of its own; a definition that cannot be read marks it too.
#[test]
fn values_of_a_sensitive_tag_are_masked_like_secret_fields() {
    let definition = "label: {en: patron, zh: 关系人}\ntype: number\nsensitive: true\n";
    let acme = "name: Acme\ntags:\n  patron: SEKRET1\n  \"shares\":\n    - SEKRET2\n  open: seen\n";
    let broken = acme.replace("SEKRET1", "SEKRET1\n bad: [");
    for definition in [definition, "label: [\n"] {
        let book = Book::small().used_by("li-wei");
        book.put("tags/customer.patron.yaml", definition);
        book.put("tags/customer.shares.yaml", definition.replace("patron", "shares"));
        book.put("tags/customer.open.yaml", "label: {en: open, zh: 公开}\ntype: text\n");
        book.put("customers/acme.yaml", acme);
        for line in [
            "show acme",
            "show acme --format json",
            "list customer --column tags",
            "list customer --column tags --format csv",
            "list customer --format json",
            "export customer",
            "export customer --format json",
            "set customer/acme tags.patron=5 --dry-run",
            "set customer/acme tags.patron= note=x --dry-run",
            "fmt --dry-run",
            "check",
            "check --format json",
        ] {
            let ran = book.run(line);
            assert!(!ran.all().contains("SEKRET"), "{line}: {}", ran.all());
        }
        assert!(book.run("show acme").out.contains("seen"));
        assert!(book.run("show acme --reveal").out.contains("SEKRET1"));
        book.put("customers/acme.yaml", &broken);
        assert!(!book.run("check").all().contains("SEKRET"));
    }
}

#[track_caller]
fn leaks(what: &str, text: &str, secrets: &BTreeSet<String>) {
    let leaked: Vec<&String> = secrets.iter().filter(|secret| text.contains(&***secret)).collect();
    assert!(leaked.is_empty(), "{what} shows {leaked:?}:\n{text}");
}

/// Every sensitive value of a book that no other field has as well; short ones prove nothing.
fn secrets(book: &Book) -> BTreeSet<String> {
    let folder = Folder::new(book.root());
    let records = Records::open(&folder).unwrap();
    let (mut secret, mut open) = (BTreeSet::new(), BTreeSet::new());
    for kind in Kind::ALL {
        for row in records.rows(kind) {
            gather(row.fields, &mut secret, &mut open);
        }
    }
    secret.retain(|value| value.len() >= 4 && !open.iter().any(|other| other.contains(&**value)));
    secret
}

fn gather(fields: &dyn Fields, secret: &mut BTreeSet<String>, open: &mut BTreeSet<String>) {
    for (index, field) in fields.table().iter().enumerate() {
        gather_value(field, fields.value(index), secret, open);
    }
}

fn gather_value(
    field: &Field,
    view: View<'_>,
    secret: &mut BTreeSet<String>,
    open: &mut BTreeSet<String>,
) {
    let text = match view {
        View::Group(inner) => return gather(inner, secret, open),
        View::List(items) => {
            return (0..items.len()).for_each(|at| gather_value(field, items.at(at), secret, open));
        }
        View::Text(text) => text.to_owned(),
        View::Key(key) => key.to_owned(),
        View::Date(date) => date.to_string(),
        View::Decimal(number) => number.to_string(),
        _ => return,
    };
    let into = if matches!(field.shape, Shape::Secret(_)) { secret } else { open };
    into.insert(text);
}
