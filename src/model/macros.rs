//! The macros that keep a struct, its serde names and its field table one text.

/// A struct of fields: `key: Type, "label" "标签", "doc" "说明" { attribute: value, … };`.
///
/// Yields the struct (strictly decoded), its [`Field`](crate::base::field::Field) table in the
/// canonical order, and the uniform [`Fields`](crate::base::field::Fields) view.
macro_rules! fields {
    ($(#[$meta:meta])* pub struct $name:ident {$(
        $key:ident: $ty:ty, $en:literal $zh:literal, $doc:literal $doc_zh:literal
        $({ $($attr:ident: $value:expr),* $(,)? })?;
    )*}) => {
        $(#[$meta])*
        #[derive(Clone, Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {$(
            #[doc = $doc]
            pub $key: $ty,
        )*}

        impl $name {
            /// The field table, in canonical order.
            pub const FIELDS: &'static [$crate::base::field::Field] = &[$(
                $crate::base::field::Field {
                    key: $crate::model::macros::bare(stringify!($key)),
                    label: $crate::base::text::Label::new($en, $zh),
                    doc: $crate::base::text::Label::new($doc, $doc_zh),
                    shape: <$ty as $crate::base::field::Node>::SHAPE,
                    required: !<$ty as $crate::base::field::Node>::OPTIONAL,
                    $($($attr: $value,)*)?
                    ..$crate::base::field::Field::PLAIN
                },
            )*];
        }

        impl $crate::base::field::Fields for $name {
            fn table(&self) -> &'static [$crate::base::field::Field] {
                Self::FIELDS
            }

            fn value(&self, index: usize) -> $crate::base::field::View<'_> {
                let mut _at = 0;
                $(
                    if index == _at {
                        return $crate::base::field::Node::view(&self.$key);
                    }
                    _at += 1;
                )*
                $crate::base::field::View::Absent
            }
        }

        impl $crate::base::field::Node for $name {
            const SHAPE: $crate::base::field::Shape =
                $crate::base::field::Shape::Group(Self::FIELDS);

            fn view(&self) -> $crate::base::field::View<'_> {
                $crate::base::field::View::Group(self)
            }
        }
    };
}

/// An enumeration that code branches on: `Variant "key" "label" "标签",`.
macro_rules! choices {
    ($(#[$meta:meta])* pub enum $name:ident {$(
        $variant:ident $key:literal $en:literal $zh:literal,
    )*}) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        pub enum $name {$(
            #[doc = $en]
            #[serde(rename = $key)]
            $variant,
        )*}

        impl $name {
            /// All values with their names, in order.
            pub const CHOICES: &'static [$crate::base::field::Choice] = &[$(
                $crate::base::field::Choice {
                    key: $key,
                    label: $crate::base::text::Label::new($en, $zh),
                },
            )*];

            /// The key in the file.
            pub const fn key(self) -> &'static str {
                match self {$( $name::$variant => $key, )*}
            }

            /// The name for people.
            pub fn label(self) -> $crate::base::text::Label {
                Self::CHOICES[self as usize].label
            }

            /// The value of that key.
            pub fn parse(key: &str) -> Option<$name> {
                match key {
                    $( $key => Some($name::$variant), )*
                    _ => None,
                }
            }
        }

        impl $crate::base::field::Node for $name {
            const SHAPE: $crate::base::field::Shape =
                $crate::base::field::Shape::Choice(Self::CHOICES);

            fn view(&self) -> $crate::base::field::View<'_> {
                $crate::base::field::View::Key(self.key())
            }
        }
    };
}

pub(crate) use {choices, fields};

/// A field's key without the `r#` that Rust's own words need.
pub const fn bare(key: &'static str) -> &'static str {
    match key.as_bytes() {
        [b'r', b'#', rest @ ..] => match std::str::from_utf8(rest) {
            Ok(word) => word,
            Err(_) => key,
        },
        _ => key,
    }
}
