//! How records are laid out, for the lossless edits of an update.

use crate::base::field::{Field, Shape};
use crate::base::kind::Kind;
use crate::base::route::{Key, Route};
use crate::text::edit::Layout;

/// The layout that the field table of a kind asks for.
pub struct Table(pub Kind);

impl Table {
    // The innermost field on the way to `route`, and the shape of what stands there.
    fn at(&self, route: &Route) -> Option<(Option<&'static Field>, Shape)> {
        let start = (None, Shape::Group(self.0.fields()));
        route.keys().iter().try_fold(start, |(field, shape), key| match (shape, key) {
            (Shape::List(item), _) => Some((field, *item)),
            (Shape::Group(fields), Key::Name(name)) => {
                let field = fields.iter().find(|field| *field.key == **name)?;
                Some((Some(field), field.shape))
            }
            _ => None,
        })
    }
}

impl Layout for Table {
    fn order(&self, mapping: &Route) -> Vec<&'static str> {
        match self.at(mapping) {
            Some((_, Shape::Group(fields))) => fields.iter().map(|field| field.key).collect(),
            _ => Vec::new(),
        }
    }

    fn inline(&self, route: &Route) -> bool {
        self.at(route).and_then(|(field, _)| field).is_some_and(|field| field.inline)
    }

    fn apart(&self, route: &Route) -> bool {
        let top_level = route.keys().len() == 1;
        top_level && self.at(route).and_then(|(field, _)| field).is_some_and(|field| field.apart)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_table_says_how_a_record_is_laid_out() {
        let table = Table(Kind::Opportunity);
        assert!(table.inline(&Route::parse("moves")) && table.inline(&Route::parse("moves.3")));
        assert!(!table.inline(&Route::parse("lines.0")));
        assert!(table.apart(&Route::parse("stage")) && !table.apart(&Route::parse("customer")));
        assert_eq!(table.order(&Route::parse("lines.0")), ["product", "qty", "price"]);
        assert_eq!(table.order(&Route::parse("nothing")), [""; 0]);
    }
}
