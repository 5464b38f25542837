use super::*;
use crate::base::finding::Place;
use crate::base::route::Route;
use crate::output::testing::{CUSTOMER, finding, hostile_finding};
use crate::output::{self, FindingFormat};
use proptest::prelude::*;

fn show_all(of: &[Finding], text: &str, sensitive: &[Range<usize>], style: Style) -> String {
    let text = |_: &str| Some(text.to_owned());
    let sensitive = |_: &str, _: &str| sensitive.to_vec();
    let sources = Sources { text: &text, sensitive: &sensitive };
    output::findings(of, &sources, FindingFormat::Human, &style)
}

fn zh() -> Style {
    Style { lang: Lang::Zh, ..Style::default() }
}

fn spot(start: usize, end: usize) -> Finding {
    let place = Place::Spot(Route::root(), start, end);
    Finding { help: None, remedy: None, clauses: (&[]).into(), ..finding(place) }
}

/// The origin, the line and its caret, of a finding about these bytes.
fn excerpt(text: &str, of: Range<usize>, sensitive: &[Range<usize>]) -> String {
    let shown = show_all(&[spot(of.start, of.end)], text, sensitive, Style::default());
    let lines: Vec<&str> = shown.lines().collect();
    [lines[1], lines[3], lines[4]].join("\n")
}

#[test]
fn shows_the_line_and_what_to_do() {
    let finding = finding(Place::Key(Route::parse("tags.industri")));
    assert_eq!(
        show_all(&[finding], CUSTOMER, &[], Style::default()),
        "\
error[tag-undefined]: no tag `industri`
 --> customers/a.yaml:4:3
  |
4 |   industri: C39
  |   ^^^^^^^^
  |
  = help: did you mean `industry`?
  = fix: `salesops set customer/a tags.industri=`
  = [TAG-3.1.3c, TAG-4.2]

1 error
"
    );
}

#[test]
fn speaks_chinese_and_puts_the_caret_under_wide_characters() {
    let name = Place::Value(Route::name("name"));
    let finding = Finding { level: Level::Warning, ..finding(name) };
    assert_eq!(
        show_all(&[finding], CUSTOMER, &[], zh()),
        "\
警告[tag-undefined]: 没有标签 `industri`
 --> customers/a.yaml:1:7
  |
1 | name: 星辰科技
  |       ^^^^^^^^
  |
  = 帮助：是否指 `industry`？
  = 修复：`salesops set customer/a tags.industri=`
  = [TAG-3.1.3c, TAG-4.2]

1 个警告
"
    );
}

#[test]
fn a_finding_about_a_file_has_no_line_and_hostile_texts_are_harmless() {
    assert_eq!(
        show_all(&[hostile_finding(), spot(0, 1), spot(0, 1)], "a", &[], zh())
            .replace("错误[tag-undefined]: 没有标签 `industri`\n", ""),
        "\
提示[tag-undefined]: <b>\\u{1b}[2J\\n::error::x, 100%
--> customers/\\u{202e}100%, a:b.yaml

 --> customers/a.yaml:1:1
  |
1 | a
  | ^

 --> customers/a.yaml:1:1
  |
1 | a
  | ^

2 个错误，1 个提示
"
    );
}

#[test]
fn nothing_is_said_of_nothing() {
    assert_eq!(show_all(&[], "", &[], Style::default()), "");
}

#[test]
fn sensitive_bytes_are_masked_and_the_caret_stays_right() {
    let of = |part: &str| CUSTOMER.find(part).map(|at| at..at + part.len()).unwrap();
    let phone = of("\"13800138000\"");
    assert_eq!(
        excerpt(CUSTOMER, phone.clone(), std::slice::from_ref(&phone)),
        " --> customers/a.yaml:2:8\n2 | phone: ***\n  |        ^^^"
    );
    let flow = "- {phone: 138, city: 北京}";
    assert_eq!(
        excerpt(flow, 21..27, &[12..13, 10..12, 50..60]),
        " --> customers/a.yaml:1:22\n1 | - {phone: ***, city: 北京}\n  |                      ^^^^"
    );
    assert_eq!(
        excerpt("a: |\n  12\n  34\nb: 1", 12..14, std::slice::from_ref(&(7..14))),
        " --> customers/a.yaml:3:3\n3 | ***\n  | ^^^"
    );
}

#[test]
fn tabs_controls_marks_and_ends_are_shown_safely() {
    assert_eq!(
        excerpt("\ta\x1b[2J: \u{202e}x\r\n", 1..3, &[]),
        " --> customers/a.yaml:1:2\n1 |     a\\u{1b}[2J: \\u{202e}x\n  |     ^^^^^^^"
    );
    assert_eq!(
        excerpt("\u{feff}a: 星", 9..9, &[]),
        " --> customers/a.yaml:1:5\n1 | a: 星\n  |      ^"
    );
    assert_eq!(excerpt("", 0..0, &[]), " --> customers/a.yaml:1:1\n1 |\n  | ^");
}

#[test]
fn a_long_line_is_cut_around_the_caret() {
    let text = format!("a: {}星{}", "x".repeat(500_000), "y".repeat(500_000));
    let shown = excerpt(&text, 500_003..500_006, &[]);
    assert!(shown.contains("xx星yy") && shown.len() < 400, "{shown}");
}

#[test]
fn colour_is_only_there_when_wanted() {
    let shown = show_all(&[spot(0, 1)], "a", &[], Style { color: true, ..Style::default() });
    assert!(shown.contains("\x1b["));
}

#[test]
fn an_unreadable_file_has_no_excerpt() {
    let sources = Sources { text: &|_| None, sensitive: &|_, _| Vec::new() };
    let style = Style::default();
    let shown = output::findings(&[spot(3, 4)], &sources, FindingFormat::Human, &style);
    assert_eq!(shown, "error[tag-undefined]: no tag `industri`\n--> customers/a.yaml\n\n1 error\n");
}

proptest! {
    #[test]
    fn any_text_is_shown_safely(
        text in "(\\PC|[\t\r\n\u{1b}\u{9b}\u{202e}\u{feff}\u{301}星]){0,20}",
        start in 0_usize..40, length in 0_usize..9,
        mask in 0_usize..40, masked in 0_usize..9, width in 0_usize..60,
    ) {
        let findings = [spot(start, start + length)];
        let style = Style { width: Some(width), ..Style::default() };
        let shown = show_all(&findings, &text, std::slice::from_ref(&(mask..mask + masked)), style);
        prop_assert!(!shown.contains(|c| c != '\n' && crate::output::terminal::is_unsafe(c)));
    }

    #[test]
    fn no_sensitive_byte_is_shown(
        before in "[a-z星 ]{0,9}", secret in "[0-9]{1,9}", after in "[a-z星\n]{0,9}",
        start in 0_usize..30, length in 0_usize..9,
    ) {
        let text = format!("{before}{secret}{after}");
        let mask = before.len()..before.len() + secret.len();
        let shown = show_all(&[spot(start, start + length)], &text, &[mask], Style::default());
        let lines: Vec<&str> = shown.lines().collect();
        prop_assert!(!lines[3][3..].contains(|c: char| c.is_ascii_digit()), "{}", shown);
    }
}
