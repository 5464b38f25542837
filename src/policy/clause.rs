//! The catalogue of policy clauses, embedded.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::base::text::{Label, Text};

const CATALOGUE: &str = include_str!("clauses.yaml");

/// The packs: the prefix of their clauses, their key, their name.
pub const PACKS: [(&str, &str, Label); 5] = [
    ("OPS", "closed-loop", Label::new("closed loop from lead to after-sales", "销售运营闭环")),
    ("ITS", "it-department", Label::new("IT sales department", "IT 销售部门")),
    ("DEV", "new-customer", Label::new("new-customer development", "新客户开发")),
    ("TEL", "telesales", Label::new("telesales", "电话销售")),
    ("TAG", "tags", Label::new("tag management", "标签管理")),
];

/// One clause.
#[derive(Clone, Debug, Deserialize)]
pub struct Clause {
    /// Its id: `OPS-4.4.3`.
    pub id: String,
    /// The policy's own section label.
    pub section: String,
    /// What sort of demand it makes.
    pub kind: String,
    en: String,
    zh: String,
    /// What a company tunes.
    #[serde(default)]
    pub params: Vec<Param>,
}

/// A value that a company tunes.
#[derive(Clone, Debug, Deserialize)]
pub struct Param {
    /// The dotted key in the policy file.
    pub key: String,
    /// The default, as JSON.
    pub default: String,
    unit: String,
    /// Whether the policy states it, leaves it blank, or it was chosen here.
    pub basis: String,
}

impl Param {
    /// What it is counted in.
    pub fn unit(&self) -> Text {
        let zh = super::units::chinese(&self.unit).unwrap_or(&self.unit).to_owned();
        Text { en: self.unit.clone().into(), zh: zh.into() }
    }
}

impl Clause {
    /// What it demands.
    pub fn text(&self) -> Text {
        Text { en: self.en.clone().into(), zh: self.zh.clone().into() }
    }
}

static CLAUSES: LazyLock<Vec<Clause>> =
    LazyLock::new(|| serde_yaml::from_str(CATALOGUE).expect("a test reads the catalogue"));

/// All clauses, in the order of the policies.
pub fn all() -> &'static [Clause] {
    &CLAUSES
}

/// The clause of that id, in any case.
pub fn find(id: &str) -> Option<&'static Clause> {
    all().iter().find(|clause| clause.id.eq_ignore_ascii_case(id.trim()))
}

/// The pack that a clause belongs to.
pub fn pack(id: &str) -> &'static str {
    let prefix = id.split('-').next().unwrap_or("");
    PACKS.iter().find(|(known, ..)| *known == prefix).map_or("", |(_, key, _)| key)
}
