//! What must be approved, by whom (domain table (d)).

use serde::Deserialize;

use crate::base::text::Text;

/// An approval that the policy asks for before a record takes a step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    en: String,
    zh: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The kind of record.
    pub kind: String,
    /// The step that waits for it; for an opportunity a stage, `win` or `lose`. Without one, the record
    /// itself waits for it as long as it stands.
    pub step: Option<String>,
    /// The query that says which records need it; without it, all.
    pub when: Option<String>,
    /// The roles that may give it.
    #[serde(default)]
    pub roles: Vec<String>,
    /// The least level that may give it as well; 1 is the head of the company.
    pub level: Option<i64>,
    /// The fields that name who gives it: the parties of the record, who confirm their own part of it.
    #[serde(default)]
    pub parties: Vec<String>,
    /// Whether they must be superiors of the record's owner.
    #[serde(default)]
    pub superior: bool,
    /// The approval that comes before it.
    pub after: Option<String>,
    /// The fields that it covers: a later change of them voids it.
    pub covers: Vec<String>,
    /// The clauses behind it.
    #[serde(default)]
    pub clauses: Vec<String>,
}

impl Approval {
    /// The name for people.
    pub fn name(&self) -> Text {
        Text { en: self.en.clone().into(), zh: self.zh.clone().into() }
    }
}
