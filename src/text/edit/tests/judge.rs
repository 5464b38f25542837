//! Judges an edit without the guard's own means: by `serde_yaml` values and lists of lines.

use serde_yaml::Value as Yaml;

use super::*;

/// What the file should say after the edit; `None` where the edit makes no sense.
pub(super) fn intended(source: &str, edit: &Edit) -> Option<Yaml> {
    let mut root = read(source)?;
    let keys = edit.route().keys();
    match edit {
        Edit::Set(_, value) => *reach(&mut root, keys)? = yaml(value),
        Edit::Append(_, value) => match reach(&mut root, keys)? {
            Yaml::Sequence(items) => items.push(yaml(value)),
            null @ Yaml::Null => *null = Yaml::Sequence(vec![yaml(value)]),
            _ => return None,
        },
        Edit::Remove(_) => {
            let (last, head) = keys.split_last()?;
            match (at(&mut root, head)?, last) {
                (Yaml::Mapping(pairs), key) => drop(pairs.remove(key.to_string())?),
                (Yaml::Sequence(items), Key::Index(index)) if *index < items.len() => {
                    items.remove(*index);
                }
                _ => return None,
            }
        }
    }
    Some(root)
}

/// What is wrong with the text that an edit led to.
pub(super) fn faults(source: &str, edit: &Edit, text: &str) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut note = |wrong: bool, fault| faults.extend(wrong.then_some(fault));
    note(read(text) != intended(source, edit), "other data");
    let crlf = source.contains("\r\n");
    note(crlf && text.replace("\r\n", "").contains('\n'), "other line ends");
    let drops = match edit {
        Edit::Remove(_) => true,
        Edit::Set(route, _) => read(source).is_some_and(|mut root| {
            at(&mut root, route.keys()).is_some_and(|old| old.is_sequence() || old.is_mapping())
        }),
        Edit::Append(..) => false,
    };
    let lost = |mark: &&str| text.matches(*mark).count() < source.matches(*mark).count();
    note(OWN.iter().any(lost), "lost a comment on its own line");
    note(!drops && TRAILING.iter().any(lost), "lost a comment");
    faults
}

/// How many lines went and came between the first and the last difference.
pub(super) fn changed_lines(source: &str, text: &str) -> (usize, usize) {
    let old: Vec<&str> = source.lines().collect();
    let new: Vec<&str> = text.lines().collect();
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = old.iter().zip(&new).take_while(same).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(same).count();
    (old.len() - head - tail, new.len() - head - tail)
}

const OWN: [&str; 6] = ["# own line", "# 头", "# head", "# about", "# after", "# eof"];
const TRAILING: [&str; 2] = [" # c", " # s"];

fn read(source: &str) -> Option<Yaml> {
    let text = source.trim_start_matches('\u{feff}');
    let closed = if text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") };
    let root = serde_yaml::from_str(&closed).ok()?;
    Some(if root == Yaml::Null { Yaml::Mapping(Default::default()) } else { root })
}

fn yaml(value: &Value) -> Yaml {
    match value {
        Value::Null => Yaml::Null,
        Value::Scalar(scalar) if scalar.plain => serde_yaml::from_str(&scalar.text).unwrap(),
        Value::Scalar(scalar) => Yaml::String(scalar.text.clone()),
        Value::List(items) => items.iter().map(yaml).collect(),
        Value::Map(pairs) => {
            let pair = |(key, value): &(String, Value)| (Yaml::String(key.clone()), yaml(value));
            Yaml::Mapping(pairs.iter().map(pair).collect())
        }
    }
}

fn at<'y>(root: &'y mut Yaml, keys: &[Key]) -> Option<&'y mut Yaml> {
    keys.iter().try_fold(root, |value, key| match (value, key) {
        (Yaml::Mapping(pairs), key) => pairs.get_mut(key.to_string()),
        (Yaml::Sequence(items), Key::Index(index)) => items.get_mut(*index),
        _ => None,
    })
}

fn reach<'y>(root: &'y mut Yaml, keys: &[Key]) -> Option<&'y mut Yaml> {
    keys.iter().try_fold(root, |value, key| {
        if *value == Yaml::Null && key.name().is_some() {
            *value = Yaml::Mapping(Default::default());
        }
        match (value, key) {
            (Yaml::Mapping(pairs), key) => {
                Some(pairs.entry(Yaml::String(key.to_string())).or_insert(Yaml::Null))
            }
            (Yaml::Sequence(items), Key::Index(index)) => items.get_mut(*index),
            _ => None,
        }
    })
}
