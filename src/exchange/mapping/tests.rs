use super::*;
use crate::text::tree::position;

const DEALS: &str = "\
kind = \"opportunity\"
key = \"id\"

[columns.stage]
field = \"stage\"
";

fn faults(source: &str) -> Vec<Fault> {
    Mapping::parse(source).map(|mapping| mapping.kind()).unwrap_err()
}

/// The line and the message of the one fault of a mapping.
fn fault(source: &str) -> (usize, String) {
    let found = faults(source);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(!found[0].message.zh.is_empty() && found[0].message.zh != found[0].message.en);
    (position(source, found[0].start).line, found[0].message.en.to_string())
}

fn deals(more: &str) -> String {
    format!("{DEALS}{more}")
}

#[test]
fn a_mapping_is_read() {
    let mapping = Mapping::parse(&deals(
        "[columns.won]\nvalues = { Yes = { outcome = \"won\" } }\n[columns.note]\nignore = true\n",
    ));
    let mapping = mapping.unwrap();
    assert_eq!(mapping.kind(), Kind::Opportunity);
    assert_eq!(mapping.main.folder, crate::base::kind::Spread::Year);
    assert_eq!(mapping.delimiter, None);
    assert!(mapping.ignored.contains("note"));
    let used: Vec<&str> = mapping.used_columns().into_iter().collect();
    assert_eq!(used, ["id", "stage", "won"]);
}

const EVERYTHING: &str = "\
kind = \"customer\"
key = [\"code\", \"branch\"]
id = { slug = \"short\" }
folder = \"none\"
duplicates = \"create\"
delimiter = \"tab\"
nulls = \"NULL\"
date = [\"DD/MM/YYYY\", \"DD.MM.YYYY\"]
constants = { note = \"imported\" }

[columns.name]
fields = [\"name\", \"invoice_title\"]
[columns.revenue]
field = \"metrics.revenue\"
scale = 0.001
empty = \"clear\"
[columns.also_known]
field = \"aliases\"
split = \"|\"
[columns.born]
field = \"anniversaries.0.on\"
date = \"YYYYMMDD\"
[columns.vip.values]
Y = { key_account = \"true\", \"tags.vip\" = \"yes\" }
N = { key_account = \"false\" }

[[moves]]
on = \"since\"
by = \"owner\"
copy = \"owner\"
[columns.boss]
field = \"owner\"

[[also]]
kind = \"member\"
key = \"boss\"
columns.boss.field = \"name\"
";

#[test]
fn every_option_has_a_place() {
    let mapping = Mapping::parse(EVERYTHING).unwrap();
    assert_eq!(mapping.main.key, ["code", "branch"]);
    assert_eq!(mapping.main.id, IdRule::Slug("short".to_owned()));
    assert!(mapping.main.creates_duplicates);
    assert_eq!((mapping.delimiter, mapping.nulls.len()), (Some(b'\t'), 1));
    let column = |name: &str| mapping.main.columns.iter().find(|own| own.name == name).unwrap();
    assert_eq!(column("name").targets.len(), 2);
    assert_eq!(column("revenue").how.scale.unwrap().to_string(), "0.001");
    assert_eq!(column("revenue").how.dates.len(), 2);
    assert_eq!(column("born").how.dates.len(), 1);
    assert_eq!(column("vip").values["Y"].len(), 2);
    assert_eq!(mapping.main.moves[0].on.how.dates.len(), 2);
    assert_eq!(mapping.also[0].kind, Kind::Member);
}

#[test]
fn what_is_not_toml_or_not_a_mapping_is_told() {
    assert_eq!(faults("kind = ")[0].rule, "toml-syntax");
    let unknown = &faults("kind = \"customer\"\nkey = \"a\"\ncolums = {}\n")[0];
    assert_eq!(unknown.rule, "unknown-key");
    assert_eq!(unknown.help.as_ref().unwrap().en, "did you mean `columns`?");
    assert_eq!(faults("kind = \"customer\"\n")[0].rule, "missing-key");
    let wrong = faults("kind = \"customer\"\nkey = \"a\"\n[columns.a]\nfeild = \"name\"\n");
    assert_eq!(wrong[0].help.as_ref().unwrap().en, "did you mean `field`?");
}

#[test]
fn slips_in_names_are_told_with_what_was_meant() {
    let kind = "kind = \"custommer\"\nkey = \"a\"\n[columns.a]\nfield = \"name\"\n";
    assert_eq!(fault(kind).0, 1);
    assert!(fault(kind).1.contains("did you mean `customer`?"));
    let (line, why) = fault(&deals("[columns.x]\nfield = \"amuont\"\n"));
    assert_eq!(line, 7);
    assert!(why.contains("did you mean `amount`?"), "{why}");
    let (line, why) = fault(&deals("[columns.x.values]\nWon = { outcom = \"won\" }\n"));
    assert_eq!(line, 7);
    assert!(why.contains("did you mean `outcome`?"), "{why}");
    assert!(fault(&deals("[constants]\ncurency = \"USD\"\n")).1.contains("`currency`"));
}

#[test]
fn contradictions_are_told() {
    for (more, words) in [
        ("[columns.x]\n", "sets nothing"),
        ("[columns.x]\nfield = \"note\"\nignore = true\n", "ignored and used"),
        ("[columns.x]\nfield = \"stage\"\n", "is set by column `stage` already"),
        ("[columns.x]\nvalues = { Y = \"true\" }\n", "which field takes it"),
        ("[columns.x]\nfield = \"amount\"\ndate = \"DD/MM/YY\"\n", "is not a form of dates"),
        ("[columns.x]\nfield = \"note\"\nsplit = \"\"\n", "what parts the items"),
        ("[closed]\non = \"x\"\nby = \"name\"\n", "no field that names a member"),
        ("[[moves]]\non = \"x\"\ncopy = [\"amount\"]\n", "stage, outcome, status or owner"),
        (
            "[[also]]\nkind = \"product\"\nkey = \"x\"\n[[also.moves]]\non = \"x\"\n",
            "has no `moves`",
        ),
        ("[[also]]\nkind = \"member\"\nkey = \"x\"\ncolumns.x.ignore = true\n", "`[columns.x]`"),
    ] {
        let (_, why) = fault(&deals(more));
        assert!(why.contains(words), "{more}: {why}");
    }
    for (head, words) in [
        ("kind = \"customer\"\nkey = []\n", "tells rows apart"),
        ("kind = \"customer\"\nkey = \"a\"\ndelimiter = \"::\"\n", "cannot part cells"),
        ("kind = \"customer\"\nkey = \"a\"\nid = {}\n", "an id comes from one column"),
        ("kind = \"tag\"\nkey = \"a\"\n", "column with the ids"),
    ] {
        let (_, why) = fault(&format!("{head}[columns.n]\nfield = \"note\"\n"));
        assert!(why.contains(words), "{head}: {why}");
    }
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_file() {
    let found = faults(&deals(
        "[columns.a]\nfield = \"amuont\"\n[columns.b]\n[columns.c]\nfield = \"lines\"\n",
    ));
    assert_eq!(found.len(), 3);
    assert!(found.windows(2).all(|pair| pair[0].start <= pair[1].start));
}
