//! The order of day, month and year, as it is stated for a whole table.

use crate::base::text::Text;
use crate::say;

/// What the numbers of a date are, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `21/11/2026`.
    DayFirst,
    /// `11/21/2026`.
    MonthFirst,
    /// `2026/11/21`.
    YearFirst,
    /// `46347`, a day counted by Excel.
    Serial,
}

impl DateOrder {
    /// The order of that name: `dmy`, `mdy`, `ymd`, `excel`.
    ///
    /// # Errors
    /// When there is none of it.
    pub fn parse(word: &str) -> Result<DateOrder, Text> {
        match word.to_lowercase().as_str() {
            "dmy" => Ok(DateOrder::DayFirst),
            "mdy" => Ok(DateOrder::MonthFirst),
            "ymd" => Ok(DateOrder::YearFirst),
            "excel" => Ok(DateOrder::Serial),
            _ => Err(say!(
                en: "`--dates {word}`: there are dmy, mdy, ymd and excel",
                zh: "`--dates {word}`：可用 dmy、mdy、ymd、excel"
            )),
        }
    }

    /// The forms of dates that it allows.
    pub(super) fn forms(self) -> Vec<String> {
        let day = match self {
            DateOrder::DayFirst => "DD/MM/YYYY",
            DateOrder::MonthFirst => "MM/DD/YYYY",
            DateOrder::YearFirst => "YYYY/MM/DD",
            DateOrder::Serial => return vec!["excel".to_owned()],
        };
        let days = ["/", "-", "."].map(|sign| day.replace('/', sign));
        let clocks = ["", " hh:mm", " hh:mm:ss"];
        days.iter().flat_map(|day| clocks.map(|clock| format!("{day}{clock}"))).collect()
    }
}
