//! Changes as a unified diff, in which sensitive values are masked like everywhere else.

use std::ops::Range;

use similar::{ChangeTag, TextDiff};

use super::record::MASK;
use crate::base::change::Change;
use crate::output::plain;

// Longer files are counted, not compared: two that share nothing take the square of their lines.
const LONGEST: usize = 20_000;

/// The ranges of a file, by path and text, that must not be shown.
pub type Hidden<'h> = &'h dyn Fn(&str, &str) -> Vec<Range<usize>>;

/// What `changes` do to their files, with what is `hidden` masked.
pub fn unified(changes: &[Change], hidden: Hidden<'_>) -> String {
    let Some((gone, new)) = moved(changes) else {
        return changes.iter().map(|change| of_file(change, hidden)).collect();
    };
    let (from, to) = (&changes[gone], &changes[new]);
    let mut out = format!("rename from {}\nrename to {}\n", plain(&from.path), plain(&to.path));
    let path = to.path.clone();
    let change = Change { path, before: from.before.clone(), after: to.after.clone() };
    out.push_str(&of_file(&change, hidden));
    let others = changes.iter().enumerate().filter(|(at, _)| ![gone, new].contains(at));
    out.extend(others.map(|(_, change)| of_file(change, hidden)));
    out
}

// The file that goes and the one that comes in its place, where one file moves.
fn moved(changes: &[Change]) -> Option<(usize, usize)> {
    let only = |is: fn(&Change) -> bool| {
        let mut all = changes.iter().enumerate().filter(|(_, change)| is(change));
        all.next().filter(|_| all.next().is_none()).map(|(at, _)| at)
    };
    Some((only(|change| change.after.is_none())?, only(|change| change.before.is_none())?))
}

// The texts are compared as they are, so that a changed secret is a changed line; only what is
// shown of them is masked.
fn of_file(change: &Change, hidden: Hidden<'_>) -> String {
    let text = |bytes: &Option<Vec<u8>>| {
        String::from_utf8_lossy(bytes.as_deref().unwrap_or_default()).into_owned()
    };
    let (old, new) = (text(&change.before), text(&change.after));
    let header = header(change);
    let (before, after) = (old.lines().count(), new.lines().count());
    if before + after > LONGEST {
        return format!("{header}@@ -{before} +{after} @@ …\n");
    }
    let shown = |source: &str| shown(&change.path, source, hidden);
    let (old_shown, new_shown) = (shown(&old), shown(&new));
    let diff = TextDiff::from_lines(&old, &new);
    let mut out = String::new();
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        if out.is_empty() {
            out.push_str(&header);
        }
        out.push_str(&format!("{}\n", hunk.header()));
        for line in hunk.iter_changes() {
            let (lines, at) = match line.tag() {
                ChangeTag::Delete => (&old_shown, line.old_index()),
                _ => (&new_shown, line.new_index()),
            };
            let text = at.and_then(|at| lines.get(at)).map_or("", String::as_str);
            out.push_str(format!("{}{text}", line.tag()).trim_end());
            out.push('\n');
        }
    }
    out
}

fn header(change: &Change) -> String {
    let name = |there: bool, side: &str| match there {
        true => format!("{side}/{}", plain(&change.path)),
        false => "/dev/null".to_owned(),
    };
    let (a, b) = (name(change.before.is_some(), "a"), name(change.after.is_some(), "b"));
    format!("--- {a}\n+++ {b}\n")
}

// The lines of a file as they may be shown.
fn shown(path: &str, source: &str, hidden: Hidden<'_>) -> Vec<String> {
    let mut hidden = hidden(path, source);
    hidden.sort_by_key(|bytes| bytes.start);
    let mut start = 0;
    let lines = source.split_inclusive('\n').map(|line| {
        let whole = start..start + line.trim_end().len();
        start += line.len();
        plain(&masked(source, whole, &hidden)).into_owned()
    });
    lines.collect()
}

fn masked(source: &str, line: Range<usize>, hidden: &[Range<usize>]) -> String {
    let mut text = String::new();
    let mut at = line.start;
    for bytes in hidden {
        let (from, to) = (bytes.start.max(at), bytes.end.min(line.end));
        if from < to {
            text.push_str(source.get(at..from).unwrap_or_default());
            text.push_str(MASK);
            at = to;
        }
    }
    text.push_str(source.get(at..line.end).unwrap_or_default());
    text
}

#[cfg(test)]
mod tests {
    use super::super::record::sensitive;
    use super::*;

    const OLD: &str = "name: A\ncontacts:\n  - id: c-1\n    phone: \"138\"\n    note: x\n";

    fn hidden(path: &str, source: &str) -> Vec<Range<usize>> {
        sensitive(None, false)(path, source)
    }

    fn change(new: &str) -> Change {
        let path = "customers/a.yaml".into();
        Change { path, before: Some(OLD.into()), after: Some(new.into()) }
    }

    #[test]
    fn a_secret_is_masked_and_its_change_still_seen() {
        let change = change(&OLD.replace("138", "139"));
        assert_eq!(
            unified(std::slice::from_ref(&change), &hidden),
            "--- a/customers/a.yaml\n+++ b/customers/a.yaml\n@@ -1,5 +1,5 @@\n name: A\n contacts:\n   - id: c-1\n-    phone: ***\n+    phone: ***\n     note: x\n"
        );
        assert!(
            unified(&[change], &|_, _| Vec::new())
                .contains("-    phone: \"138\"\n+    phone: \"139\"\n")
        );
    }

    #[test]
    fn line_ends_are_not_lines() {
        let text = unified(&[change(&OLD.replace('\n', "\r\n"))], &hidden);
        assert!(!text.contains("\\r") && text.contains("-name: A\n"), "{text}");
    }

    #[test]
    fn a_file_that_moves_is_told_as_one() {
        let file = |path: &str, before: Option<&str>, after: Option<&str>| Change {
            path: path.into(),
            before: before.map(Into::into),
            after: after.map(Into::into),
        };
        let new = OLD.replace("name: A", "name: B");
        let changes =
            [file("customers/b.yaml", None, Some(&new)), file("customers/a.yaml", Some(OLD), None)];
        let text = unified(&changes, &hidden);
        assert!(text.starts_with("rename from customers/a.yaml\nrename to customers/b.yaml\n"));
        assert!(text.contains("-name: A\n+name: B\n") && !text.contains("-contacts"), "{text}");
    }

    #[test]
    fn nothing_changed_is_nothing() {
        assert_eq!(unified(&[change(OLD)], &hidden), "");
    }
}
