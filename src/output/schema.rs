//! The JSON Schema of a kind, for editors.

use serde_json::{Map, Value, json};

use crate::base::field::{Field, Shape};
use crate::base::kind::Kind;
use crate::base::text::Lang;
use crate::policy::Policy;

/// The draft-07 schema of a kind as a file; names and explanations in `lang`.
pub fn schema(kind: Kind, policy: &Policy, lang: Lang) -> String {
    format!("{:#}\n", of(kind, policy, lang))
}

fn of(kind: Kind, policy: &Policy, lang: Lang) -> Value {
    let mut schema = group(kind.fields(), policy, lang);
    if let Value::Object(map) = &mut schema {
        map.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
        map.insert("title".to_owned(), json!(kind.label().pick(lang)));
    }
    schema
}

fn group(fields: &'static [Field], policy: &Policy, lang: Lang) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut schema = shape(field, field.shape, policy, lang);
        if let Value::Object(map) = &mut schema {
            map.insert("title".to_owned(), json!(field.label.pick(lang)));
            map.insert("description".to_owned(), json!(field.doc.pick(lang)));
        }
        properties.insert(field.key.to_owned(), schema);
    }
    let required: Vec<&str> = fields.iter().filter(|f| f.required).map(|f| f.key).collect();
    let mut map = Map::new();
    map.insert("type".to_owned(), json!("object"));
    map.insert("properties".to_owned(), Value::Object(properties));
    map.insert("additionalProperties".to_owned(), json!(false));
    if !required.is_empty() {
        map.insert("required".to_owned(), json!(required));
    }
    Value::Object(map)
}

// Text fields take numbers as well: an editor that reads YAML sees `phone: 138…` as one.
fn shape(field: &Field, shape_of: Shape, policy: &Policy, lang: Lang) -> Value {
    match shape_of {
        Shape::Text => json!({ "type": ["string", "number", "boolean"] }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Int => json!({ "type": "integer" }),
        Shape::Decimal => json!({ "type": ["number", "string"] }),
        Shape::Date => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Shape::Instant => json!({ "type": "string", "format": "date-time" }),
        Shape::Period => json!({
            "type": ["string", "integer"],
            "pattern": "^[0-9]{4}(-q[1-4]|-(0[1-9]|1[0-2]))?$"
        }),
        Shape::Currency => json!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
        Shape::Ref(_) => {
            json!({ "type": "string", "pattern": "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$" })
        }
        Shape::AnyRef => {
            let kinds: Vec<&str> = Kind::ALL.into_iter().map(Kind::key).collect();
            let kinds = kinds.join("|");
            json!({ "type": "string", "pattern": format!("^({kinds})/[a-z0-9]([a-z0-9._-]*[a-z0-9])?$") })
        }
        Shape::Term => match field.terms {
            Some(list) => {
                let keys: Vec<&str> = policy.terms(list).into_iter().map(|(key, _)| key).collect();
                json!({ "enum": keys })
            }
            None => json!({ "type": "string" }),
        },
        Shape::Choice(choices) => {
            let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
            json!({ "enum": keys })
        }
        Shape::Secret(inner) => shape(field, *inner, policy, lang),
        Shape::List(inner) => {
            json!({ "type": "array", "items": shape(field, *inner, policy, lang) })
        }
        Shape::Group(fields) => group(fields, policy, lang),
        Shape::Tags => json!({
            "type": "object",
            "additionalProperties": {
                "anyOf": [
                    { "type": ["string", "number", "boolean"] },
                    { "type": "array", "items": { "type": ["string", "number", "boolean"] } }
                ]
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: Kind, lang: Lang) -> Value {
        serde_json::from_str(&schema(kind, &Policy::builtin(), lang)).unwrap()
    }

    #[test]
    fn a_schema_knows_the_fields_of_its_kind_and_no_others() {
        for kind in Kind::ALL {
            let schema = read(kind, Lang::En);
            let keys: Vec<&str> =
                schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
            let fields: Vec<&str> = kind.fields().iter().map(|field| field.key).collect();
            assert_eq!(keys, fields);
            assert_eq!(schema["additionalProperties"], false);
            let required = kind.fields().iter().filter(|field| field.required);
            let required: Vec<Value> = required.map(|field| json!(field.key)).collect();
            let demanded = schema.get("required").cloned().unwrap_or(json!([]));
            assert_eq!(demanded, json!(required), "{kind:?}");
        }
    }

    #[test]
    fn fields_are_explained_in_the_language_asked_for() {
        let amount = |lang| read(Kind::Opportunity, lang)["properties"]["amount"].clone();
        assert_eq!(amount(Lang::En)["title"], "amount");
        assert_eq!(amount(Lang::Zh)["title"], "预计金额");
        assert_ne!(amount(Lang::Zh)["description"], amount(Lang::En)["description"]);
    }

    #[test]
    fn values_are_those_of_the_policy_and_of_the_code() {
        let deal = &read(Kind::Opportunity, Lang::En)["properties"];
        assert_eq!(deal["stage"]["enum"][0], "potential");
        assert_eq!(deal["outcome"]["enum"], json!(["open", "won", "lost", "suspended"]));
        let (policy, faults) = Policy::parse(
            "format = 1\n[product_category]\nmachine = { en = \"machine\", zh = \"机床\" }\n",
        );
        assert!(faults.is_empty(), "{faults:?}");
        let product: Value =
            serde_json::from_str(&schema(Kind::Product, &policy, Lang::En)).unwrap();
        let categories = product["properties"]["category"]["enum"].as_array().unwrap();
        assert!(categories.contains(&json!("machine")));
    }

    #[test]
    fn a_telephone_number_may_look_like_a_number() {
        let contacts = &read(Kind::Customer, Lang::En)["properties"]["contacts"];
        let phone = &contacts["items"]["properties"]["phone"];
        assert_eq!(phone["type"], json!(["string", "number", "boolean"]));
    }
}
