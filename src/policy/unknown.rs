//! What is said of a key that a list of the policy does not have.

use crate::base::text::{Text, nearest};
use crate::say;

/// "No such term", with the nearest of the list or all of it.
pub(super) fn term(terms: &[(&str, Text)], typed: &str) -> Text {
    let names = terms.iter().flat_map(|(key, name)| [*key, &*name.en, &*name.zh]);
    if let Some(near) = nearest(typed, names) {
        return say!(
            en: "`{typed}` is not in the list; did you mean `{near}`?",
            zh: "列表中没有 `{typed}`；是否想写 `{near}`？"
        );
    }
    let keys: Vec<&str> = terms.iter().map(|(key, _)| *key).collect();
    let names: Vec<&str> = terms.iter().map(|(_, name)| &*name.zh).collect();
    let (keys, names) = (keys.join(", "), names.join("、"));
    Text {
        en: format!("`{typed}` is none of {keys}").into(),
        zh: format!("`{typed}` 不在可选值之内：{names}").into(),
    }
}
