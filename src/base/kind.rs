//! The kinds of record: their names, folders and labels.

use super::text::Label;

/// A kind of record; its folder holds one file a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A member of the sales department or of a department beside it.
    Member,
    /// A sales territory.
    Territory,
    /// A product or service on sale.
    Product,
    /// The definition of a tag or of a core field's values.
    Tag,
    /// A customer.
    Customer,
    /// A sales opportunity.
    Opportunity,
    /// Something that has happened with a customer.
    Activity,
}

struct Names {
    key: &'static str,
    folder: &'static str,
    label: Label,
    plural: Label,
}

const fn names(
    key: &'static str,
    folder: &'static str,
    en: &'static str,
    en_plural: &'static str,
    zh: &'static str,
) -> Names {
    Names { key, folder, label: Label::new(en, zh), plural: Label::new(en_plural, zh) }
}

impl Kind {
    /// All kinds, referents before referrers.
    pub const ALL: [Kind; 7] = [
        Kind::Member,
        Kind::Territory,
        Kind::Product,
        Kind::Tag,
        Kind::Customer,
        Kind::Opportunity,
        Kind::Activity,
    ];

    const fn names(self) -> Names {
        match self {
            Kind::Member => names("member", "members", "member", "members", "成员"),
            Kind::Territory => {
                names("territory", "territories", "territory", "territories", "区域")
            }
            Kind::Product => names("product", "products", "product", "products", "产品"),
            Kind::Tag => names("tag", "tags", "tag definition", "tag definitions", "标签定义"),
            Kind::Customer => names("customer", "customers", "customer", "customers", "客户"),
            Kind::Opportunity => {
                names("opportunity", "opportunities", "opportunity", "opportunities", "销售机会")
            }
            Kind::Activity => names("activity", "activities", "activity", "activities", "活动"),
        }
    }

    /// The key: `customer`. Part of the form `customer/beijingxingchenkeji`.
    pub const fn key(self) -> &'static str {
        self.names().key
    }

    /// The folder at the book's root: `customers`.
    pub const fn folder(self) -> &'static str {
        self.names().folder
    }

    /// The name for people, singular.
    pub const fn label(self) -> Label {
        self.names().label
    }

    /// The name for people, plural.
    pub const fn plural(self) -> Label {
        self.names().plural
    }

    /// The kind whose records stand in `folder`.
    pub fn of_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The kind that a person names: by key, folder or label, or by a beginning of the key that
    /// no other kind has (`opp`, `cust`).
    pub fn parse(word: &str) -> Option<Kind> {
        let word = word.trim().to_lowercase();
        let exact = Kind::ALL.into_iter().find(|kind| {
            [kind.key(), kind.folder(), kind.label().en, kind.label().zh].contains(&word.as_str())
        });
        let mut begun = Kind::ALL.into_iter().filter(|kind| kind.key().starts_with(&word));
        exact.or_else(|| begun.next().filter(|_| !word.is_empty() && begun.next().is_none()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_enough_where_it_is_the_only_one() {
        assert_eq!(Kind::parse("opp"), Some(Kind::Opportunity));
        assert_eq!(Kind::parse("t"), None);
        assert_eq!(Kind::parse(""), None);
    }

    #[test]
    fn every_name_leads_back_to_its_kind() {
        for kind in Kind::ALL {
            for word in [kind.key(), kind.folder(), kind.label().en, kind.label().zh] {
                assert_eq!(Kind::parse(word), Some(kind), "{word}");
            }
        }
    }
}
