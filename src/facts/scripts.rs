//! What follows from call scripts (TEL-5.2, TEL-3.2.2).

use super::contact::is_telesales;
use crate::base::text::Text;
use crate::book::Book;
use crate::model::activity::ActivityType;
use crate::model::{Activity, Script};
use crate::say;

/// Why a call is not by a script as the policy asks; `None` where it is, or need not be. Who is no
/// telesales, and books without a script in force, need none; nor do calls of the customer.
pub fn fault(book: &Book<'_>, call: &Activity) -> Option<Text> {
    if let Some(id) = call.script.as_deref() {
        let script = book.get::<Script>(id)?;
        let name = &script.record.name;
        return script
            .record
            .in_force()
            .is_none()
            .then(|| say!(en: "the script `{name}` is not released", zh: "话术 `{name}` 未发布"));
    }
    let asked = book.policy().call().script_required
        && call.r#type == ActivityType::Call
        && call.inbound != Some(true)
        && call.member.as_deref().is_some_and(|member| is_telesales(book, member))
        && book.iter::<Script>().any(|script| script.record.in_force().is_some());
    asked.then(|| {
        say!(
            en: "telesales call by a script, and none is named",
            zh: "电话销售应按话术通话，未写明所用话术"
        )
    })
}

/// The forbidden words of the policy that a script says, each with where: the first in each text.
pub fn forbidden<'b>(book: &'b Book<'_>, script: &Script) -> Vec<(String, &'b str)> {
    let words = &book.policy().script().forbidden_words;
    let texts = script.texts().into_iter();
    let found = texts.filter_map(|(route, text)| {
        let text = text.to_lowercase();
        let word = words.iter().find(|word| text.contains(&word.to_lowercase()))?;
        Some((route, word.as_str()))
    });
    found.collect()
}
