//! Rows that sum up the others, with a label or without one, and the example rows of templates.

use super::Row;
use crate::base::decimal::Decimal;
use crate::base::text::Text;
use crate::base::width::normalize_width;
use crate::say;

const LABELS: [&str; 12] = [
    "合计",
    "总计",
    "小计",
    "累计",
    "共计",
    "总和",
    "总数",
    "total",
    "grandtotal",
    "subtotal",
    "sum",
    "totals",
];
/// How the first cell of an example row begins; only directly under the header.
pub(in crate::exchange) const EXAMPLES: [&str; 2] = ["#例", "#example"];

/// Takes the example rows away that a template has under its header.
pub(super) fn without_examples(rows: &mut Vec<Row>) {
    let is_example = |row: &&Row| {
        let first = row.cells.iter().find(|cell| !cell.is_empty());
        let first = first.map(|cell| normalize_width(cell).to_lowercase()).unwrap_or_default();
        EXAMPLES.iter().any(|mark| first.starts_with(mark))
    };
    let examples = rows.iter().take_while(is_example).count();
    rows.drain(..examples);
}

/// Gives each total row its fault.
pub(super) fn mark(rows: &mut [Row]) {
    let none = Sum { total: Decimal::ZERO, count: 0 };
    let mut sums: Vec<Option<Sum>> = Vec::new();
    for row in rows {
        if row.fault.is_some() {
            continue;
        }
        sums.resize(sums.len().max(row.cells.len()), Some(none));
        row.fault = labelled(row).or_else(|| unlabelled(row, &sums));
        if row.fault.is_none() {
            add(row, &mut sums);
        }
    }
}

/// The numbers of a column so far.
#[derive(Clone, Copy)]
struct Sum {
    total: Decimal,
    count: usize,
}

fn number(cell: &str) -> Option<Decimal> {
    let first = cell.bytes().next()?;
    (first.is_ascii_digit() || first == b'-').then(|| Decimal::parse(cell).ok())?
}

fn add(row: &Row, sums: &mut [Option<Sum>]) {
    for (cell, slot) in row.cells.iter().zip(sums) {
        let (Some(number), Some(sum)) = (number(cell), *slot) else { continue };
        // A column whose sum has too many digits has no sum from there on.
        let total = sum.total.checked_add(number);
        *slot = total.map(|total| Sum { total, count: sum.count + 1 });
    }
}

fn is_whole(row: &Row) -> bool {
    row.cells.iter().all(|cell| !cell.is_empty())
}

fn labelled(row: &Row) -> Option<Text> {
    let first = row.cells.iter().find(|cell| !cell.is_empty())?;
    // Most first cells are longer than any label.
    if is_whole(row) || first.len() > 24 {
        return None;
    }
    let bare: String = normalize_width(first)
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ':' | '-'))
        .flat_map(char::to_lowercase)
        .collect();
    LABELS
        .contains(&&*bare)
        .then(|| say!(en: "a total row (`{first}`)", zh: "这是汇总行（`{first}`）"))
}

// Nothing in the first column, nothing but numbers in the others, and one of them the sum of what
// stands above it. Where the first column has a number, that is the number of a record.
fn unlabelled(row: &Row, sums: &[Option<Sum>]) -> Option<Text> {
    if row.cells.first().is_none_or(|cell| !cell.is_empty()) {
        return None;
    }
    let mut summed = None;
    for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let number = number(cell)?;
        let sum = sums[column].filter(|sum| sum.count > 1);
        let equals = sum.is_some_and(|sum| sum.total.normalized() == number.normalized());
        if equals && number != Decimal::ZERO {
            summed = summed.or(Some(cell));
        }
    }
    let cell = summed?;
    Some(say!(
        en: "a total row without a label: `{cell}` is the sum of the rows above",
        zh: "这是没有标注的汇总行：`{cell}` 是以上各行之和"
    ))
}

#[cfg(test)]
mod tests {
    use crate::exchange::sheet::{self, File};

    fn faults(text: &str) -> Vec<Option<String>> {
        let file = File { bytes: text.as_bytes(), ..File::default() };
        let rows = sheet::read(&file).unwrap().rows;
        rows.into_iter().map(|row| row.fault.map(|why| why.en.into_owned())).collect()
    }

    #[test]
    fn a_label_tells_a_total_row() {
        for label in ["合计", "总 计：", "Total", "小计", "Grand Total:"] {
            let told = faults(&format!("name,n,m\nAcme,1,x\n{label},1,\n"));
            assert_eq!(told, [None, Some(format!("a total row (`{label}`)"))]);
        }
        assert_eq!(faults("name,n\nTotal,1\nTotal Energies,\n"), [None, None]);
    }

    #[test]
    fn a_row_of_sums_alone_is_a_total_row() {
        let told =
            faults("name,n,amount\nAcme,1,10.5\nBeta,2,20\n小计,,30.5\nGamma,4,30\n,7,60.50\n");
        assert_eq!(told[..2], [None, None]);
        assert!(told[4].as_ref().unwrap().contains("`7` is the sum"), "{told:?}");
        assert!(told[2].as_ref().unwrap().contains("小计") && told[3].is_none());
    }

    #[test]
    fn other_rows_with_gaps_are_left_alone() {
        let rows = "code,n,amount\n1,1,10\n2,2,20\n3,,40\n,,41\nx,3,\n";
        assert!(faults(rows).iter().all(Option::is_none), "{:?}", faults(rows));
        // One row above is no sum.
        assert!(faults("code,amount\n,10\n,10\n").iter().all(Option::is_none));
    }

    #[test]
    fn examples_directly_under_the_header_are_passed_over() {
        assert_eq!(faults("name\n#例：海达科技\n＃Example: Acme\nAcme\n#例\n").len(), 2);
    }
}
