//! The spanned tree: what YAML and TOML files become before anything is decoded from them.

use crate::base::route::{Key, Route};

const OWN_TEXT: u32 = u32::MAX;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A single value.
    Scalar,
    /// A list.
    List,
    /// A mapping.
    Map,
}

/// How a node is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A scalar without quotes.
    Plain,
    /// A scalar in `'…'`.
    Single,
    /// A scalar in `"…"`.
    Double,
    /// A scalar after `|`.
    Literal,
    /// A scalar after `>`.
    Folded,
    /// A list or mapping over lines.
    Block,
    /// A list or mapping in brackets.
    Flow,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    shape: Shape,
    style: Style,
    start: u32,
    end: u32,
    text: u32,
    next: u32,
}

/// A parsed file: nodes in document order, each knowing its bytes.
#[derive(Clone, Debug)]
pub struct Tree<'s> {
    source: &'s str,
    slots: Vec<Slot>,
    texts: Vec<String>,
}

/// A node of a [`Tree`].
#[derive(Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree<'t>,
    index: u32,
}

impl<'s> Tree<'s> {
    /// A tree without nodes, to be built from `source`.
    pub(super) fn new(source: &'s str) -> Tree<'s> {
        Tree::with_room(source, 0)
    }

    /// The same with room for so many nodes.
    pub(super) fn with_room(source: &'s str, nodes: usize) -> Tree<'s> {
        Tree { source, slots: Vec::with_capacity(nodes), texts: Vec::new() }
    }

    /// The text it was read from.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// The topmost node; `None` for a file without content.
    pub fn root(&self) -> Option<Node<'_>> {
        (!self.slots.is_empty()).then_some(Node { tree: self, index: 0 })
    }

    /// The node at `route`.
    pub fn find(&self, route: &Route) -> Option<Node<'_>> {
        route.keys().iter().try_fold(self.root()?, |node, key| node.step(key))
    }

    /// The node at `route`, or the nearest one above it.
    pub fn nearest(&self, route: &Route) -> Option<Node<'_>> {
        let mut node = self.root()?;
        for key in route.keys() {
            match node.step(key) {
                Some(next) => node = next,
                None => break,
            }
        }
        Some(node)
    }

    /// The key node that introduces the value at `route`.
    pub fn find_key(&self, route: &Route) -> Option<Node<'_>> {
        let (head, last) = route.split_last()?;
        let name = last.to_string();
        self.find(&head)?.entries().find(|(key, _)| key.text() == name).map(|(key, _)| key)
    }

    /// Adds a scalar whose text is what stands between its quotes, if it has any.
    pub(super) fn push_own(&mut self, style: Style, start: usize, end: usize) {
        let slot = self.slot(Shape::Scalar, style, start, end);
        self.slots.push(slot);
    }

    pub(super) fn push_scalar(&mut self, style: Style, start: usize, end: usize, text: &str) {
        let own = self.own_text(style, start, end) == Some(text);
        let slot = self.slot(Shape::Scalar, style, start, end);
        self.slots.push(slot);
        if !own {
            self.keep_text(text);
        }
    }

    fn own_text(&self, style: Style, start: usize, end: usize) -> Option<&'s str> {
        match style {
            Style::Plain => self.source.get(start..end),
            Style::Single | Style::Double => self.source.get(start + 1..end.checked_sub(1)?),
            _ => None,
        }
    }

    fn keep_text(&mut self, text: &str) {
        let at = self.texts.len() as u32;
        self.texts.push(text.to_owned());
        if let Some(slot) = self.slots.last_mut() {
            slot.text = at;
        }
    }

    pub(super) fn open(&mut self, shape: Shape, style: Style, start: usize) -> u32 {
        let slot = self.slot(shape, style, start, start);
        self.slots.push(slot);
        (self.slots.len() - 1) as u32
    }

    pub(super) fn close(&mut self, index: u32, end: usize) {
        let next = self.slots.len() as u32;
        if let Some(slot) = self.slots.get_mut(index as usize) {
            slot.next = next;
            slot.end = end as u32;
        }
    }

    fn slot(&self, shape: Shape, style: Style, start: usize, end: usize) -> Slot {
        let next = self.slots.len() as u32 + 1;
        Slot { shape, style, start: start as u32, end: end as u32, text: OWN_TEXT, next }
    }

    pub(super) fn node(&self, index: u32) -> Node<'_> {
        Node { tree: self, index }
    }

    /// The route to the node at `index`; a key leads to where its value stands.
    pub fn route_of(&self, index: u32) -> Route {
        let mut route = Route::root();
        let mut node = match self.root() {
            Some(root) => root,
            None => return route,
        };
        while node.index != index {
            let Some((key, child)) = node.child_around(index) else { break };
            route.push(key);
            if child.index > index {
                break;
            }
            node = child;
        }
        route
    }
}

impl<'t> Node<'t> {
    fn slot(self) -> &'t Slot {
        &self.tree.slots[self.index as usize]
    }

    /// The place in the tree's order.
    pub fn index(self) -> u32 {
        self.index
    }

    pub(super) fn next(self) -> u32 {
        self.slot().next
    }

    pub(super) fn tree(self) -> &'t Tree<'t> {
        self.tree
    }

    /// What it is.
    pub fn shape(self) -> Shape {
        self.slot().shape
    }

    /// How it is written.
    pub fn style(self) -> Style {
        self.slot().style
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.slot().start as usize
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.slot().end as usize
    }

    /// The text of a scalar; empty for lists and mappings.
    pub fn text(self) -> &'t str {
        let slot = self.slot();
        if slot.shape != Shape::Scalar {
            return "";
        }
        if slot.text != OWN_TEXT {
            return &self.tree.texts[slot.text as usize];
        }
        self.tree.own_text(slot.style, slot.start as usize, slot.end as usize).unwrap_or("")
    }

    /// Whether it says nothing: an empty value, `~` or `null`.
    pub fn is_null(self) -> bool {
        let slot = self.slot();
        slot.shape == Shape::Scalar
            && slot.style == Style::Plain
            && matches!(self.text(), "" | "~" | "null" | "Null" | "NULL")
    }

    /// The keys and values of a mapping, in the file's order.
    pub fn entries(self) -> impl Iterator<Item = (Node<'t>, Node<'t>)> {
        let inside = self.shape() == Shape::Map;
        let mut rest = inside.then(|| self.children()).into_iter().flatten();
        std::iter::from_fn(move || Some((rest.next()?, rest.next()?)))
    }

    /// The items of a list.
    pub fn items(self) -> impl Iterator<Item = Node<'t>> {
        (self.shape() == Shape::List).then(|| self.children()).into_iter().flatten()
    }

    fn children(self) -> impl Iterator<Item = Node<'t>> {
        let end = self.slot().next;
        let mut index = self.index + 1;
        std::iter::from_fn(move || {
            let node = (index < end).then_some(Node { tree: self.tree, index })?;
            index = node.next();
            Some(node)
        })
    }

    /// The value under `name` of a mapping.
    pub fn get(self, name: &str) -> Option<Node<'t>> {
        self.entries().find(|(key, _)| key.text() == name).map(|(_, value)| value)
    }

    /// One step down: by name in a mapping, by position or by the item's `id` in a list.
    pub fn step(self, key: &Key) -> Option<Node<'t>> {
        match (self.shape(), key) {
            (Shape::Map, key) => self.get(&key.to_string()),
            (Shape::List, Key::Index(index)) => self.items().nth(*index),
            (Shape::List, Key::Name(name)) => {
                self.items().find(|item| item.get("id").is_some_and(|id| id.text() == &**name))
            }
            (Shape::Scalar, _) => None,
        }
    }

    fn child_around(self, index: u32) -> Option<(Key, Node<'t>)> {
        let entry = self.entries().find(|(key, value)| key.index == index || value.next() > index);
        if let Some((key, value)) = entry {
            return Some((Key::Name(key.text().into()), value));
        }
        let (at, item) = self.items().enumerate().find(|(_, item)| item.next() > index)?;
        Some((Key::Index(at), item))
    }
}

/// A place in a text as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in code points, from 1.
    pub column: usize,
}

/// The position of the byte at `offset`; a byte-order mark is not counted.
pub fn position(source: &str, offset: usize) -> Position {
    let mut offset = offset.min(source.len());
    while !source.is_char_boundary(offset) {
        offset -= 1;
    }
    let head = &source[..offset];
    let line_start = head.rfind('\n').map_or(0, |at| at + 1);
    let line = head.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = head[line_start..].chars().filter(|c| *c != '\u{feff}').count() + 1;
    Position { line, column }
}
