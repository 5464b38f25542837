//! Where a cell goes: a dotted route into the field table of a kind.

use std::borrow::Cow;

use crate::base::field::{Field, Shape, Vocabulary};
use crate::base::kind::Kind;
use crate::base::route::{Key, Route};
use crate::base::text::{Text, nearest};
use crate::say;

// More items than a row can have columns for: a slip, not a list.
const MAX_POSITION: usize = 99;

/// A single value of a record, with what it may hold.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// The way to it.
    pub(super) route: Route,
    /// What values it takes; a list where the whole list is meant.
    pub(super) shape: Shape,
    /// The list of the policy that its values come from.
    pub(super) terms: Option<Vocabulary>,
    /// Whether each row adds an item to the list, which the route has as the first.
    pub(super) each: bool,
}

impl Target {
    /// The way to it in the item `at` of the list that each row adds an item to.
    pub(super) fn keys(&self, at: usize) -> Cow<'_, [Key]> {
        let mut keys = Cow::Borrowed(self.route.keys());
        if self.each
            && at > 0
            && let Some(Key::Index(index)) = keys.to_mut().get_mut(1)
        {
            *index = at;
        }
        keys
    }

    /// Whether its values are masked in every output.
    pub(super) fn is_sensitive(&self) -> bool {
        matches!(self.shape, Shape::Secret(_))
    }
}

impl Target {
    /// The place that `dotted` names in records of `kind`: `name`, `metrics.revenue`,
    /// `lines.0.product`, `tags.sector`; `lines.+.product` where each row is a line.
    ///
    /// # Errors
    /// When there is no such field, with the nearest; when it is no single value; when the import
    /// itself writes it.
    pub(super) fn parse(kind: Kind, dotted: &str) -> Result<Target, Text> {
        let (list, item) = dotted.split_once(".+").unwrap_or((dotted, ""));
        let each =
            list != dotted && !list.contains('.') && (item.is_empty() || item.starts_with('.'));
        let route =
            if each { Route::parse(&format!("{list}.0{item}")) } else { Route::parse(dotted) };
        let (head, rest) = dotted.split_once('.').unwrap_or((dotted, ""));
        match head {
            "imported" | "entered" => return Err(own_stamp(head)),
            "moves" | "closed" => return Err(own_section(head)),
            // A tag may be called `2026`, which a route would take for a position.
            "tags" if !rest.is_empty() && !rest.contains('.') => {
                return Ok(Target {
                    route: Route::name(head).then(rest),
                    shape: Shape::Tags,
                    terms: None,
                    each: false,
                });
            }
            _ => {}
        }
        let (shape, terms) = walk(kind, &route, dotted)?;
        match shape.core() {
            Shape::Group(fields) => Err(is_group(dotted, shape.is_list(), fields)),
            Shape::Tags => Err(say!(
                en: "`tags` holds many values: name one, as in `tags.sector`",
                zh: "`tags` 包含多个值：请指明其一，如 `tags.sector`"
            )),
            _ => Ok(Target { route, shape, terms, each }),
        }
    }
}

fn walk(kind: Kind, route: &Route, dotted: &str) -> Result<(Shape, Option<Vocabulary>), Text> {
    let mut shape = Shape::Group(kind.fields());
    let mut terms = None;
    for key in route.keys() {
        (shape, terms) = match (key, shape) {
            (Key::Index(at), Shape::List(item)) if *at <= MAX_POSITION => (*item, terms),
            (Key::Name(name), Shape::Group(fields)) => {
                let field = fields.iter().find(|field| *field.key == **name);
                let field = field.ok_or_else(|| unknown(kind, dotted))?;
                (field.shape, field.terms)
            }
            (Key::Name(_), Shape::List(Shape::Group(fields))) => {
                return Err(is_group(&before(route, key), true, fields));
            }
            _ => return Err(unknown(kind, dotted)),
        };
    }
    Ok((shape, terms))
}

// The dotted form of what stands before the step `key`.
fn before(route: &Route, key: &Key) -> String {
    let steps = route.keys().iter().take_while(|step| *step != key);
    steps.cloned().fold(Route::root(), Route::with).to_string()
}

fn unknown(kind: Kind, dotted: &str) -> Text {
    let (en, zh) = (kind.label().en, kind.label().zh);
    let routes = routes(kind);
    match nearest(dotted, routes.iter().map(|(route, _)| route.as_str())) {
        Some(near) => say!(
            en: "a {en} has no field `{dotted}`; did you mean `{near}`?",
            zh: "{zh}没有字段 `{dotted}`；是否想写 `{near}`？"
        ),
        None => say!(
            en: "a {en} has no field `{dotted}`; what no field holds goes to a tag: `tags.{dotted}`",
            zh: "{zh}没有字段 `{dotted}`；没有对应字段的信息请写入标签：`tags.{dotted}`"
        ),
    }
}

fn is_group(dotted: &str, is_list: bool, fields: &[Field]) -> Text {
    let place = if is_list { format!("{dotted}.0") } else { dotted.to_owned() };
    let keys: Vec<String> = fields.iter().map(|field| format!("`{place}.{}`", field.key)).collect();
    let keys = keys.join(", ");
    say!(
        en: "`{dotted}` is a group of fields: name one of {keys}",
        zh: "`{dotted}` 是一组字段：请指明其一：{keys}"
    )
}

fn own_stamp(head: &str) -> Text {
    say!(
        en: "`{head}` is written by the import itself",
        zh: "`{head}` 由导入自动写入"
    )
}

fn own_section(head: &str) -> Text {
    let section = if head == "moves" { "[[moves]]" } else { "[closed]" };
    say!(
        en: "`{head}` is described by the section `{section}`",
        zh: "`{head}` 由 `{section}` 一节说明"
    )
}

/// Every route that may be a target, with its field; lists stand for their first item.
pub(super) fn routes(kind: Kind) -> Vec<(String, &'static Field)> {
    let mut all = Vec::new();
    collect(kind.fields(), "", &mut all);
    all
}

/// Whether the import writes a field itself.
pub(super) fn is_own(key: &str) -> bool {
    ["imported", "entered", "moves", "closed"].contains(&key)
}

fn collect(fields: &'static [Field], prefix: &str, all: &mut Vec<(String, &'static Field)>) {
    for field in fields {
        let route = format!("{prefix}{}", field.key);
        if prefix.is_empty() && is_own(field.key) {
            continue;
        }
        match (field.shape.core(), field.shape.is_list()) {
            (Shape::Group(inner), true) => collect(inner, &format!("{route}.0."), all),
            (Shape::Group(inner), false) => collect(inner, &format!("{route}."), all),
            (Shape::Tags, _) => {}
            _ => all.push((route, field)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(kind: Kind, dotted: &str) -> Text {
        Target::parse(kind, dotted).unwrap_err()
    }

    #[test]
    fn every_listed_route_is_a_target() {
        for kind in Kind::ALL {
            for (route, field) in routes(kind) {
                let target = Target::parse(kind, &route).unwrap_or_else(|why| panic!("{}", why.en));
                assert_eq!(target.route.to_string(), route);
                assert_eq!(target.terms, field.terms);
            }
        }
    }

    #[test]
    fn a_tag_may_have_any_name() {
        let target = Target::parse(Kind::Customer, "tags.2026").unwrap();
        assert_eq!(target.route, Route::name("tags").then("2026"));
        assert!(refusal(Kind::Customer, "tags").en.contains("name one"));
    }

    #[test]
    fn a_slip_is_told_with_what_was_meant() {
        let why = refusal(Kind::Customer, "metrics.revenu");
        assert!(why.en.contains("did you mean `metrics.revenue`?"), "{}", why.en);
        assert!(why.zh.contains("`metrics.revenue`"));
        assert!(refusal(Kind::Customer, "sector").en.contains("`tags.sector`"));
        assert!(refusal(Kind::Opportunity, "moves.0.on").en.contains("[[moves]]"));
        assert!(refusal(Kind::Opportunity, "imported.key").en.contains("itself"));
    }

    #[test]
    fn a_group_is_no_place_for_a_value() {
        assert!(refusal(Kind::Opportunity, "lines").en.contains("`lines.0.product`"));
        assert!(refusal(Kind::Opportunity, "lines.product").en.contains("`lines.0.product`"));
        assert!(refusal(Kind::Customer, "metrics").en.contains("`metrics.revenue`"));
        assert!(Target::parse(Kind::Customer, "name.0").is_err());
        assert!(Target::parse(Kind::Customer, "").is_err());
        assert!(Target::parse(Kind::Opportunity, "lines.999999.qty").is_err());
    }
}
