//! Choices and truth values as people type them, in both languages.

use super::field::Choice;
use super::fold::is_same;
use super::text::{Label, Text, nearest};
use crate::say;

/// The place of the choice that a person means by key or name.
///
/// # Errors
/// When there is none, with the nearest or all of them.
pub fn find_choice(choices: &'static [Choice], typed: &str) -> Result<usize, Text> {
    let names = |choice: &'static Choice| [choice.key, choice.label.zh, choice.label.en];
    let hit = choices.iter().position(|it| names(it).into_iter().any(|it| is_same(it, typed)));
    if let Some(at) = hit {
        return Ok(at);
    }
    if let Some(near) = nearest(typed, choices.iter().flat_map(names)) {
        return Err(say!(
            en: "`{typed}` is not in the list; did you mean `{near}`?",
            zh: "列表中没有 `{typed}`；是否想写 `{near}`？"
        ));
    }
    let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
    let names: Vec<&str> = choices.iter().map(|choice| choice.label.zh).collect();
    let (keys, names) = (keys.join(", "), names.join("、"));
    Err(Text {
        en: format!("`{typed}` is none of {keys}").into(),
        zh: format!("`{typed}` 不在可选值之内：{names}").into(),
    })
}

/// The key of the choice that a person means by key or name.
///
/// # Errors
/// When there is none, with the nearest or all of them.
pub fn parse_choice(choices: &'static [Choice], typed: &str) -> Result<&'static str, Text> {
    find_choice(choices, typed).map(|at| choices[at].key)
}

/// What is written for truth values, with its name: yes, then no.
pub const YES_NO: [(&str, Label); 2] =
    [("yes", Label::new("yes", "是")), ("no", Label::new("no", "否"))];

/// The truth value that a person means.
///
/// # Errors
/// When it is neither yes nor no.
pub fn parse_truth(typed: &str) -> Result<bool, Text> {
    let is_any = |words: &[&str]| words.iter().any(|word| is_same(word, typed));
    if is_any(&["yes", "true", "y", "是", "有"]) {
        Ok(true)
    } else if is_any(&["no", "false", "n", "否", "无"]) {
        Ok(false)
    } else {
        Err(say!(
            en: "`{typed}` is neither yes nor no",
            zh: "`{typed}` 既不是“是”也不是“否”"
        ))
    }
}
