//! Silenced lines: `# salesops: allow RULE reason` (`stale_allow` and `allow_without_reason`).

use std::collections::BTreeMap;

use super::check::level;
use super::{Check, Cx, Rule, Scope, find};
use crate::base::finding::{Finding, Level, Place};
use crate::base::kind::Kind;
use crate::base::text::{Label, nearest};
use crate::say;
use crate::text::locate;
use crate::text::tree::position;

const MARK: &str = "salesops: allow";

/// A comment that silences nothing.
pub static STALE: Rule = Rule {
    name: "allow-stale",
    level: Level::Warning,
    what: Label::new(
        "A comment `salesops: allow RULE` stands on a line where the rule finds nothing.",
        "`salesops: allow 规则` 注释所在的行并没有该规则的发现。",
    ),
    why: Label::new(
        "It would hide the next, real finding on that line.",
        "它会掩盖该行以后真正的问题。",
    ),
    example: "name: 星辰  # salesops: allow name-repeated two sites, one name",
    remedy: Label::new("Delete the comment.", "删去该注释。"),
    clauses: &[],
    kinds: &[],
    check: Check::Load,
};

/// A comment that silences a rule without saying why.
pub static WITHOUT_REASON: Rule = Rule {
    name: "allow-without-reason",
    level: Level::Warning,
    what: Label::new(
        "A comment `salesops: allow RULE` gives no reason after the rule's name.",
        "`salesops: allow 规则` 注释在规则名之后没有写原因。",
    ),
    why: Label::new(
        "The next reader cannot judge whether it still holds.",
        "后来的人无法判断它是否仍然成立。",
    ),
    example: "name: 星辰  # salesops: allow name-repeated",
    remedy: Label::new("Write the reason after the rule's name.", "在规则名后写明原因。"),
    clauses: &[],
    kinds: &[],
    check: Check::Load,
};

struct Allow {
    line: usize,
    start: usize,
    end: usize,
    alone: bool,
    rule: String,
    has_reason: bool,
    used: bool,
}

/// Takes out the findings that a comment on their line silences, and tells of comments that
/// silence nothing.
pub(super) fn apply(cx: &Cx<'_>, scope: Scope<'_>, found: Vec<Finding>) -> Vec<Finding> {
    let mut files = silencing_files(cx, scope);
    if files.is_empty() {
        return found;
    }
    let mut kept: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        let silenced = files
            .get_mut(&*finding.file)
            .is_some_and(|(source, allows)| silence(source, allows, &finding));
        if !silenced {
            kept.push(finding);
        }
    }
    for (file, (_, allows)) in &files {
        kept.extend(allows.iter().flat_map(|allow| complaints(cx, scope, file, allow)));
    }
    kept
}

fn silencing_files(cx: &Cx<'_>, scope: Scope<'_>) -> BTreeMap<String, (String, Vec<Allow>)> {
    let rows: Vec<_> = match scope {
        Scope::All => Kind::ALL.into_iter().flat_map(|kind| cx.book.rows(kind)).collect(),
        Scope::Records(records) => {
            records.iter().filter_map(|(kind, id)| cx.book.any(*kind, id)).collect()
        }
    };
    rows.into_iter()
        .filter(|row| row.allows)
        .filter_map(|row| {
            let source = cx.book.text(row.path)?;
            let allows = read(&source);
            (!allows.is_empty()).then(|| (row.path.to_owned(), (source, allows)))
        })
        .collect()
}

fn read(source: &str) -> Vec<Allow> {
    let mut allows = Vec::new();
    let mut offset = 0;
    for (index, line) in source.split_inclusive('\n').enumerate() {
        if let Some((hash, words)) = comment(line) {
            let mut words = words.split_whitespace();
            let rule = words.next().unwrap_or("").to_owned();
            allows.push(Allow {
                line: index + 1,
                start: offset + hash,
                end: offset + line.trim_end().len(),
                alone: line[..hash].trim().is_empty(),
                rule,
                has_reason: words.next().is_some(),
                used: false,
            });
        }
        offset += line.len();
    }
    allows
}

// A comment begins a line or follows a blank; the mark inside a quoted text is not one.
fn comment(line: &str) -> Option<(usize, &str)> {
    let mark = line.find(MARK)?;
    let hash = line[..mark].rfind('#')?;
    let opens = hash == 0 || line[..hash].ends_with([' ', '\t']);
    let quoted = line[..hash].matches('"').count() % 2 == 1;
    (opens && !quoted && line[hash + 1..mark].trim().is_empty())
        .then(|| (hash, &line[mark + MARK.len()..]))
}

fn silence(source: &str, allows: &mut [Allow], finding: &Finding) -> bool {
    let bytes = locate::bytes(source, false, &finding.place);
    let line = position(source, bytes.start).line;
    // A comment on its own line speaks of the line below it.
    let speaks_of = |allow: &Allow| allow.line == line || (allow.alone && allow.line + 1 == line);
    let hit = allows.iter_mut().find(|allow| allow.rule == finding.rule && speaks_of(allow));
    match hit {
        Some(allow) => {
            allow.used = true;
            true
        }
        None => false,
    }
}

fn complaints(cx: &Cx<'_>, scope: Scope<'_>, file: &str, allow: &Allow) -> Vec<Finding> {
    let mut found = Vec::new();
    let rule = &allow.rule;
    // What a rule that did not run would find here is not known.
    let ran = |rule: &Rule| {
        let in_scope = matches!(scope, Scope::All)
            || !matches!(rule.check, Check::Book(_) | Check::Both { .. });
        in_scope && level(cx.book.policy(), rule).is_some()
    };
    let judged = find(rule).is_none_or(ran);
    if !allow.used && judged {
        let mut finding = complaint(&STALE, file, allow);
        finding.message = match find(rule) {
            Some(_) => say!(
                en: "nothing here for `{rule}` to find; the comment is stale",
                zh: "此处没有 `{rule}` 的发现，注释已过时"
            ),
            None => say!(en: "there is no rule `{rule}`", zh: "没有规则 `{rule}`"),
        };
        let names = super::RULES.iter().map(|rule| rule.name);
        if let (None, Some(near)) = (find(rule), nearest(rule, names)) {
            finding.help = Some(say!(en: "did you mean `{near}`?", zh: "是否想写 `{near}`？"));
        }
        found.push(finding);
    } else if allow.used && !allow.has_reason {
        let mut finding = complaint(&WITHOUT_REASON, file, allow);
        finding.message = say!(
            en: "nobody says why `{rule}` is silenced here",
            zh: "未说明此处为何忽略 `{rule}`"
        );
        found.push(finding);
    }
    let policy = cx.book.policy();
    found.retain_mut(|finding| match policy.rule_level(finding.rule) {
        Some(Some(level)) => {
            finding.level = level;
            true
        }
        Some(None) => false,
        None => true,
    });
    found
}

fn complaint(rule: &'static Rule, file: &str, allow: &Allow) -> Finding {
    Finding {
        rule: rule.name,
        level: rule.level,
        file: file.into(),
        record: None,
        place: Place::Spot(crate::base::route::Route::root(), allow.start, allow.end),
        message: rule.what.text(),
        help: Some(rule.remedy.text()),
        remedy: None,
        clauses: rule.clauses.into(),
    }
}
