use super::*;
use crate::base::table::Cell;
use crate::output::terminal::is_unsafe;
use crate::output::testing::{self, column, row};
use proptest::prelude::*;

fn style(lang: Lang, width: usize) -> Style {
    Style { lang, width: Some(width), color: false }
}

fn with_bars() -> Report {
    let table = Table { bars: Some(3), ..testing::wins() };
    Report { tables: vec![table], ..testing::report() }
}

#[test]
fn a_report_says_what_it_counts() {
    assert_eq!(
        report(&with_bars(), &style(Lang::Zh, 80)),
        "\
赢单
2026-11，截至 2026-11-21
期间内关闭的机会

按负责人
负责人   赢单  赢单率          金额  最近
-------  ----  ------  ------------  ----------
李伟       12   62.6%  1,234,567.50  2026-11-20  ████████████████████
Ann Lee     0       -     -1,234.50  -
-------  ----  ------  ------------  ----------
合计       12   50.0%  1,233,333.00

- 没有关闭日期：3
"
    );
}

#[test]
fn bars_take_the_room_that_is_left() {
    let shown = report(&with_bars(), &style(Lang::En, 60));
    assert_eq!(
        shown.lines().nth(7),
        Some("李伟      12     62.6%  1,234,567.50  2026-11-20  ██████████")
    );
}

#[test]
fn on_a_narrow_terminal_texts_are_shortened_and_figures_are_not() {
    assert_eq!(
        report(&with_bars(), &style(Lang::En, 20)),
        "\
Wins
2026-11, as of
2026-11-21
deals closed in the
period

By owner
Owner   Won  Win rate        Amount  Last
------  ---  --------  ------------  ----------
李伟     12     62.6%  1,234,567.50  2026-11-20
Ann L…    0         -     -1,234.50  -
------  ---  --------  ------------  ----------
Total    12     50.0%  1,233,333.00

- no close date: 3
"
    );
}

#[test]
fn text_columns_share_what_room_there_is() {
    let list = Table {
        columns: vec![
            column("id", "Id", "编号", Type::Text),
            column("name", "Name", "名称", Type::Text),
            column("n", "n", "数", Type::Int),
        ],
        rows: vec![row(vec![
            Cell::Text("a-1".to_owned()),
            Cell::Text("北京星辰科技有限公司".to_owned()),
            Cell::Int(1234),
        ])],
        ..Table::default()
    };
    assert_eq!(
        table(&list, &style(Lang::Zh, 24)),
        "\
编号  名称            数
----  -----------  -----
a-1   北京星辰科…  1,234
"
    );
}

#[test]
fn hostile_names_are_shown_and_not_obeyed() {
    assert_eq!(
        table(&testing::hostile(), &style(Lang::En, 80)),
        "\
Name
---------------
\\u{1b}[2J\\u{9b}
=cmd()
a|b`c`
<script>
two\\nlines
\\u{202e}evil
"
    );
}

#[test]
fn what_is_empty_says_so() {
    let empty = Table { rows: Vec::new(), ..testing::wins() };
    assert_eq!(table(&empty, &style(Lang::Zh, 80)), "按负责人\n（无）\n");
    assert_eq!(table(&Table::default(), &style(Lang::En, 80)), "(none)\n");
}

#[test]
fn without_a_period_it_is_all_time_and_a_note_tells_its_number_even_if_it_is_0() {
    let mut report = Report { period: None, ..testing::report() };
    report.notes[0].n = 0;
    let shown = super::report(&report, &Style::default());
    assert!(shown.starts_with("Wins\nall time, as of 2026-11-21\n"), "{shown}");
    assert!(shown.ends_with("\n- no close date: 0\n"), "{shown}");
}

#[test]
fn colour_is_only_there_when_wanted() {
    let coloured = Style { color: true, ..Style::default() };
    let shown = report(&testing::report(), &coloured);
    assert!(shown.starts_with("\x1b[1mWins\x1b[0m\n"), "{shown:?}");
    assert!(!report(&testing::report(), &Style::default()).contains('\x1b'));
}

proptest! {
    #[test]
    fn any_names_are_safe_and_fit(
        names in prop::collection::vec(any::<String>(), 1..5), terminal in 30_usize..60,
    ) {
        let rows = names.into_iter().map(|name| row(vec![Cell::Int(1), Cell::Text(name)]));
        let columns =
            vec![column("n", "n", "数", Type::Int), column("name", "Name", "名称", Type::Text)];
        let list = Table { columns, rows: rows.collect(), bars: Some(0), ..Table::default() };
        for line in table(&list, &style(Lang::Zh, terminal)).lines() {
            prop_assert!(!line.contains(is_unsafe));
            prop_assert!(width(line) <= terminal, "{line}");
        }
    }
}
