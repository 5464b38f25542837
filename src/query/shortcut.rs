//! Names of their own for values that stand one reference further.

use crate::base::kind::Kind;
use crate::base::text::Label;

/// A name for a value that stands further away, with the routes that lead to it: the first that
/// the kind has holds.
pub(super) struct Shortcut {
    pub(super) key: &'static str,
    pub(super) label: Label,
    pub(super) routes: &'static [&'static str],
}

impl Shortcut {
    /// The route that records of the kind have.
    pub(super) fn route(&self, kind: Kind) -> Option<&'static str> {
        let has = |route: &&str| {
            let head = route.split('.').next();
            kind.fields().iter().any(|field| Some(field.key) == head)
        };
        self.routes.iter().copied().find(has)
    }
}

pub(super) static SHORTCUTS: [Shortcut; 6] = [
    Shortcut {
        key: "manager",
        label: Label::new("manager", "上级"),
        routes: &["reports_to", "owner.reports_to", "member.reports_to", "who.reports_to"],
    },
    Shortcut {
        key: "team",
        label: Label::new("team", "团队"),
        routes: &["owner.team", "member.team", "who.team"],
    },
    Shortcut {
        key: "office",
        label: Label::new("office", "办公地"),
        routes: &["owner.office", "member.office", "who.office"],
    },
    Shortcut {
        key: "territory",
        label: Label::new("territory", "区域"),
        routes: &["customer.territory"],
    },
    Shortcut {
        key: "industry",
        label: Label::new("industry", "行业"),
        routes: &["customer.industry"],
    },
    Shortcut { key: "product", label: Label::new("product", "产品"), routes: &["lines.product"] },
];
