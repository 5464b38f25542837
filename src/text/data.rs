//! Trees as plain data, and plain data as trees.

use super::tree::{Node, Shape, Style, Tree};
use crate::base::value::{Scalar, Value};

/// The data of a node; quoted scalars are text, plain ones are plain.
pub fn of(node: Node<'_>) -> Value {
    match node.shape() {
        Shape::List => Value::List(node.items().map(of).collect()),
        Shape::Map => Value::Map(
            node.entries().map(|(key, value)| (key.text().to_owned(), of(value))).collect(),
        ),
        Shape::Scalar if node.is_null() => Value::Null,
        Shape::Scalar => {
            let plain = node.style() == Style::Plain;
            Value::Scalar(Scalar { text: node.text().to_owned(), plain })
        }
    }
}

/// A tree without a source: for decoding data that has been put together.
pub fn tree(value: &Value) -> Tree<'static> {
    let mut tree = Tree::new("");
    push(&mut tree, value);
    tree
}

fn push(tree: &mut Tree<'static>, value: &Value) {
    match value {
        Value::Null => tree.push_scalar(Style::Plain, 0, 0, ""),
        // Double keeps an empty text from being taken for nothing.
        Value::Scalar(scalar) => tree.push_scalar(Style::Double, 0, 0, &scalar.text),
        Value::List(items) => {
            let index = tree.open(Shape::List, Style::Block, 0);
            items.iter().for_each(|item| push(tree, item));
            tree.close(index, 0);
        }
        Value::Map(pairs) => {
            let index = tree.open(Shape::Map, Style::Block, 0);
            for (key, value) in pairs {
                tree.push_scalar(Style::Double, 0, 0, key);
                push(tree, value);
            }
            tree.close(index, 0);
        }
    }
}
