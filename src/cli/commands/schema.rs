//! `schema`: the JSON Schema of a kind, for editors.

use serde_json::{Map, Value, json};

use crate::base::field::{Field, Shape};
use crate::base::kind::Kind;
use crate::base::text::Lang;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome};
use crate::policy::Policy;

/// Arguments of `schema`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind: member, territory, product, tag, customer, opportunity, activity.
    kind: String,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "输出某类记录的 JSON Schema。"),
    ("kind", "类型：成员、区域、产品、标签定义、客户、销售机会、活动"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let kind = super::add::kind(&args.kind)?;
    let policy = match ctx.folder() {
        Ok(folder) => ctx.open(&folder)?.policy().clone(),
        Err(_) => Policy::builtin(),
    };
    let schema = of(kind, &policy, ctx.lang);
    let text = format!("{}\n", serde_json::to_string_pretty(&schema)?);
    ctx.print(&text)?;
    Ok(Exit::Fine)
}

/// The draft-07 schema of a kind.
pub fn of(kind: Kind, policy: &Policy, lang: Lang) -> Value {
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
        Shape::Currency => json!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
        Shape::Ref(_) => {
            json!({ "type": "string", "pattern": "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$" })
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
