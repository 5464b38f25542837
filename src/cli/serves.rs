//! Which clauses of the written policies the commands and the kinds of record themselves serve.
//!
//! Rules, gates, steps, approvals, reports, fields and values of lists name theirs where they stand.

/// What serves clauses, how, and which.
pub type Serves = (&'static str, &'static str, &'static [&'static str]);

/// The commands and kinds, by name.
pub static SERVES: &[Serves] = &[
    ("command:add", "records", &["ITS-2.2.3a", "TEL-3.1.3", "TAG-3.2.1a"]),
    ("command:advance", "blocks", &["DEV-SOP-2"]),
    ("command:assign", "computes", &["OPS-2.4.1", "OPS-2.4.2"]),
    ("command:convert", "blocks", &["OPS-4.1.1", "DEV-GAR-2"]),
    ("command:grade", "computes", &["DEV-5.1.3", "OPS-2.3.1", "OPS-4.2.1", "TEL-4.2.1"]),
    ("command:handover", "blocks", &["OPS-1.1"]),
    ("command:init", "records", &["TAG-1.1", "TAG-3.1.3a"]),
    ("command:list", "computes", &["TAG-3.2.1a", "TAG-5.1.1a"]),
    ("command:log", "records", &["ITS-2.2.3b", "DEV-ADV-3"]),
    ("command:pool", "blocks", &["OPS-1.1"]),
    ("command:set", "records", &["TAG-3.2.1a"]),
    ("command:show", "computes", &["TAG-5.1.2a"]),
    ("command:transfer", "blocks", &["DEV-REG-1"]),
    ("command:verify", "records", &["TAG-4.1.1a", "TAG-4.1.2a", "TAG-4.1.3a", "TAG-4.1.4a"]),
    ("command:who", "finds", &["DEV-5.1.2", "TAG-5.2.1b"]),
    ("command:win", "blocks", &["ITS-2.2.3b"]),
    ("kind:activity", "records", &["ITS-7.1.1", "DEV-PROC-8", "TEL-1.1", "TAG-3.1.1a"]),
    ("kind:campaign", "records", &["DEV-IMP-c"]),
    (
        "kind:customer",
        "records",
        &["OPS-1.2", "ITS-7.1.1", "DEV-GAR-1", "DEV-PROC-2", "DEV-PROC-8", "TEL-4.1.1"],
    ),
    ("kind:intel", "records", &["DEV-IMP-a"]),
    ("kind:lead", "records", &["OPS-1.2", "DEV-5.1.2", "DEV-GAR-2", "DEV-PROC-2", "DEV-ADV-1"]),
    ("kind:opportunity", "records", &["OPS-1.2", "DEV-GAR-2", "DEV-ADV-2"]),
    ("kind:order", "records", &["OPS-1.2", "ITS-7.1.1", "DEV-ADV-2", "DEV-IMP-b"]),
    ("kind:plan", "records", &["DEV-IMP-c"]),
    ("kind:target", "records", &["ITS-2.2.1a", "ITS-2.2.2a", "TEL-2.3.1"]),
    ("kind:task", "records", &["OPS-1.3.3", "TEL-2.2.3", "TAG-3.1.2c"]),
    (
        "kind:ticket",
        "records",
        &["OPS-1.2", "ITS-2.2.3d", "DEV-GAR-5", "DEV-IMP-b", "DEV-IMP-d", "TEL-2.1.4"],
    ),
    ("kind:training", "records", &["ITS-2.2.2b", "TEL-2.2.2", "TEL-2.3.2"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::kind::Kind;
    use crate::cli::help::COMMANDS;
    use crate::policy::clause;

    #[test]
    fn what_serves_and_what_is_served_exist() {
        for (what, how, clauses) in SERVES {
            let known = match what.split_once(':').unwrap() {
                ("command", name) => COMMANDS.iter().any(|(command, _)| *command == name),
                ("kind", name) => Kind::parse(name).is_some_and(|kind| kind.key() == name),
                _ => false,
            };
            assert!(known, "{what}");
            assert!(["blocks", "finds", "computes", "records"].contains(how), "{what}: {how}");
            for id in *clauses {
                assert!(clause::find(id).is_some(), "{what}: there is no clause {id}");
            }
        }
        assert!(SERVES.is_sorted_by_key(|(what, ..)| what));
    }
}
