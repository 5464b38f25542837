//! SARIF 2.1.0, which code-scanning services read.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::fingerprint::fingerprint;
use super::json::print;
use super::located::Located;
use crate::base::text::Lang;

/// One run with the rules that fired and their results.
pub(super) fn findings(findings: &[Located<'_>], lang: Lang) -> String {
    let rules: BTreeSet<&str> = findings.iter().map(|at| at.finding.rule).collect();
    let rules = rules.into_iter().map(|rule| json!({"id": rule}));
    print(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "salesops",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules.collect::<Vec<_>>(),
                },
            },
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(|at| result(at, lang)).collect::<Vec<_>>(),
        }],
    }))
}

fn result(at: &Located<'_>, lang: Lang) -> Value {
    let finding = at.finding;
    let mut message = finding.message.pick(lang).to_owned();
    if let Some(advice) = at.advice(lang) {
        message = format!("{message}\n{advice}");
    }
    json!({
        "ruleId": finding.rule,
        "level": finding.level.key(),
        "message": {"text": message},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": uri(&finding.file)},
                "region": {
                    "startLine": at.start.line,
                    "startColumn": at.start.column,
                    "endLine": at.end.line,
                    "endColumn": at.end.column,
                },
            },
        }],
        "partialFingerprints": {"salesops/v1": fingerprint(finding)},
    })
}

/// A path as a relative reference: all but letters, digits, `-._~` and `/` percent-encoded.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => uri.push(byte.into()),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::finding::Place;
    use crate::base::route::Route;
    use crate::output::FindingFormat;
    use crate::output::testing::{CUSTOMER, finding, hostile_finding, show};

    #[test]
    fn results_stand_under_their_rules() {
        let finding = finding(Place::Value(Route::name("name")));
        let shown = show(&[finding], CUSTOMER, FindingFormat::Sarif, Lang::Zh);
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(
            shown.replace(&format!("\"version\": \"{version}\""), "\"version\": \"V\""),
            r#"{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "salesops",
          "version": "V",
          "rules": [
            {
              "id": "tag-undefined"
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "tag-undefined",
          "level": "error",
          "message": {
            "text": "没有标签 `industri`\n是否指 `industry`？（运行 `salesops set customer/a tags.industri=`）"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "customers/a.yaml"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 7,
                  "endLine": 1,
                  "endColumn": 11
                }
              }
            }
          ],
          "partialFingerprints": {
            "salesops/v1": "fead2f3c1e5a8f77"
          }
        }
      ]
    }
  ]
}
"#
        );
    }

    #[test]
    fn hostile_texts_stay_in_their_strings() {
        let shown = show(&[hostile_finding()], CUSTOMER, FindingFormat::Sarif, Lang::En);
        assert!(shown.contains(r#""uri": "customers/%E2%80%AE100%25%2C%20a%3Ab.yaml""#), "{shown}");
        assert!(shown.contains(r#""text": "<b>\u001b[2J\n::error::x, 100%""#), "{shown}");
    }

    #[test]
    fn no_findings_are_a_run_without_results() {
        let shown = show(&[], "", FindingFormat::Sarif, Lang::En);
        let read: Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(read["runs"][0]["results"], json!([]));
    }
}
