//! The user's own configuration: who writes, and in which language.

use serde::Deserialize;

use crate::text::{decode, toml};

/// `config.toml` in the user's configuration folder.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The member who works here.
    pub member: Option<String>,
    /// `en` or `zh`.
    pub lang: Option<String>,
}

impl Config {
    /// Reads the file's text; what is faulty counts as not said.
    pub fn parse(source: &str) -> Config {
        let (tree, _) = toml::parse(source);
        decode::decode::<Config>(&tree).0.unwrap_or_default()
    }
}
