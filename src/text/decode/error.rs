//! Decoding errors, and the faults made of them.

use std::fmt;

use serde::de;

use crate::base::text::{Text, nearest};
use crate::say;
use crate::text::fault::{Fault, QUOTED};
use crate::text::tree::{Node, Shape};

#[derive(Debug)]
enum Cause {
    UnknownKey(String, &'static [&'static str]),
    UnknownChoice(String, &'static [&'static str]),
    Missing(&'static str),
    Repeated(&'static str),
    Type(Text),
    Invalid(Text),
}

/// What serde could not decode, with the faulty node.
#[derive(Debug)]
pub(super) struct Error {
    pub(super) node: Option<u32>,
    cause: Cause,
}

impl Error {
    pub(super) fn at(mut self, node: Node<'_>) -> Error {
        self.node.get_or_insert(node.index());
        self
    }

    pub(super) fn wrong_type(node: Node<'_>, expected: Text) -> Error {
        let found = describe(node);
        let (e, z) = (expected.en, expected.zh);
        let (fe, fz) = (found.en, found.zh);
        let cause = Cause::Type(Text {
            en: format!("expected {e}, found {fe}").into(),
            zh: format!("应为{z}，实为{fz}").into(),
        });
        Error { node: Some(node.index()), cause }
    }

    // A key whose faulty value was left out is not missing as well.
    pub(super) fn follows_from(&self, node: Node<'_>, left_out: &[u32]) -> bool {
        let Cause::Missing(name) = self.cause else { return false };
        let is_out = |node: Node<'_>| left_out.binary_search(&node.index()).is_ok();
        node.entries().any(|(key, value)| key.text() == name && (is_out(value) || is_out(key)))
    }

    /// The keys of `node` that repeat one before them, where that is the error.
    pub(super) fn repeated(&self, node: Node<'_>) -> Vec<u32> {
        let Cause::Repeated(name) = self.cause else { return Vec::new() };
        let same = node.entries().map(|(key, _)| key).filter(|key| key.text() == name);
        same.skip(1).map(Node::index).collect()
    }

    pub(super) fn fault(self, node: Node<'_>) -> Fault {
        let (start, end) = shown_bytes(node, matches!(self.cause, Cause::Missing(_)));
        let mut fault = match self.cause {
            Cause::UnknownKey(name, allowed) => unknown_key(&name, allowed),
            Cause::UnknownChoice(name, allowed) => unknown_choice(&name, allowed),
            Cause::Missing(name) => missing(name),
            Cause::Repeated(name) => Fault::at(
                "duplicate-key",
                0,
                0,
                say!(en: "`{name}` stands here a second time", zh: "`{name}` 重复出现"),
            ),
            Cause::Type(message) => Fault::at("wrong-type", 0, 0, message),
            Cause::Invalid(message) => Fault::at("bad-value", 0, 0, message),
        };
        (fault.start, fault.end) = (start, end);
        fault.route = node.tree().route_of(node.index());
        fault
    }
}

// A block collection reaches to the next key; its first line is enough to show.
fn shown_bytes(node: Node<'_>, first_key: bool) -> (usize, usize) {
    if node.shape() == Shape::Scalar && !first_key {
        return (node.start(), node.end());
    }
    let source = node.tree().source();
    let rest = &source[node.start().min(source.len())..node.end().min(source.len())];
    let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
    let end = rest[..line].find(" #").unwrap_or(line);
    (node.start(), node.start() + rest[..end].trim_end().len())
}

fn unknown_key(name: &str, allowed: &[&str]) -> Fault {
    let fault = Fault::at(
        "unknown-key",
        0,
        0,
        say!(en: "no key `{name}` belongs here", zh: "此处没有键 `{name}`"),
    );
    match nearest(name, allowed.iter().copied()) {
        Some(near) => fault.help(say!(en: "did you mean `{near}`?", zh: "是否想写 `{near}`？")),
        None => {
            let list = allowed.join(", ");
            fault.help(say!(en: "the keys here are {list}", zh: "此处可用的键：{list}"))
        }
    }
}

fn unknown_choice(name: &str, allowed: &[&str]) -> Fault {
    let list = allowed.join(", ");
    let fault = Fault::at(
        "bad-value",
        0,
        0,
        say!(en: "`{name}` is none of {list}", zh: "`{name}` 不在可选值之内：{list}"),
    );
    match nearest(name, allowed.iter().copied()) {
        Some(near) => fault.help(say!(en: "did you mean `{near}`?", zh: "是否想写 `{near}`？")),
        None => fault,
    }
}

fn missing(name: &str) -> Fault {
    Fault::at("missing-key", 0, 0, say!(en: "`{name}` is missing", zh: "缺少 `{name}`"))
        .help(say!(en: "without `{name}:` it cannot be read", zh: "没有 `{name}:` 就无法读取"))
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.cause)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Error {
        Error { node: None, cause: Cause::Invalid(Text::unpack(&message.to_string())) }
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Error {
        Error { node: None, cause: Cause::UnknownKey(field.to_owned(), expected) }
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Error {
        Error { node: None, cause: Cause::UnknownChoice(variant.to_owned(), expected) }
    }

    fn duplicate_field(field: &'static str) -> Error {
        Error { node: None, cause: Cause::Repeated(field) }
    }

    fn missing_field(field: &'static str) -> Error {
        Error { node: None, cause: Cause::Missing(field) }
    }
}

fn describe(node: Node<'_>) -> Text {
    match node.shape() {
        Shape::List => say!(en: "a list", zh: "列表"),
        Shape::Map => say!(en: "a group of keys", zh: "一组键"),
        Shape::Scalar if node.is_null() => say!(en: "nothing", zh: "空值"),
        Shape::Scalar => {
            let text: String = node.text().chars().take(QUOTED).collect();
            say!(en: "`{text}`", zh: "`{text}`")
        }
    }
}
