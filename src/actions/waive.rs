//! Waiving gates: which may be, and which need to be.

use super::Refusal;
use crate::base::value::Value;
use crate::flow::gates::{self, Missing};
use crate::say;

/// Refuses gates that do not exist or cannot be waived, and waiving without a reason.
///
/// # Errors
/// With what is wrong.
pub fn allowed(waive: &[String], reason: Option<&str>) -> Result<(), Refusal> {
    for name in waive {
        let gate = gates::find(name)
            .ok_or_else(|| say!(en: "there is no gate `{name}`", zh: "没有关卡 `{name}`"))?;
        if !gate.waivable {
            let why = say!(en: "the gate `{name}` cannot be waived", zh: "关卡 `{name}` 不可豁免");
            return Err(Refusal::Forbidden(why));
        }
    }
    if !waive.is_empty() && reason.is_none_or(|why| why.trim().is_empty()) {
        return Err(say!(en: "say why: `--reason TEXT`", zh: "请说明原因：`--reason 原因`").into());
    }
    Ok(())
}

/// The gates of `waive` that had something missing.
///
/// # Errors
/// What other gates miss.
pub fn needed(missing: Vec<Missing>, waive: &[String]) -> Result<Vec<&str>, Refusal> {
    let is_called =
        |name: &str, lack: &Missing| gates::find(name).is_some_and(|gate| gate.name == lack.gate);
    let (passed, held): (Vec<Missing>, Vec<Missing>) =
        missing.into_iter().partition(|lack| waive.iter().any(|name| is_called(name, lack)));
    if !held.is_empty() {
        return Err(Refusal::Gates(held));
    }
    let names = waive.iter().filter_map(|name| gates::find(name)).map(|gate| gate.name);
    Ok(names.filter(|name| passed.iter().any(|lack| lack.gate == *name)).collect())
}

/// What a move says of the gates that were passed by; nothing where none was.
pub fn noted(waived: &[&str]) -> Option<(&'static str, Value)> {
    let gates = || waived.iter().map(|gate| Value::plain(*gate)).collect();
    (!waived.is_empty()).then(|| ("waived", Value::List(gates())))
}
