//! Words on a customer or lead that the book knows already: whose, since when, kept until when,
//! and what one may do.

use super::Refusal;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::Book;
use crate::facts::identity::{self, Ground, Marks, Match};
use crate::facts::protection::{Standing, standing};
use crate::say;

/// Refuses a new record that is there already.
///
/// # Errors
/// When a record has its name, its credit code, a telephone number or mail in common.
pub fn refuse(
    book: &Book<'_>,
    kind: Kind,
    value: &Value,
    me: Option<&Id>,
    day: Date,
) -> Result<(), Refusal> {
    let Some(found) = known(book, kind, value, me) else { return Ok(()) };
    let name = value.get("name").and_then(Value::as_text).unwrap_or_default();
    let name = if name.is_empty() { book.name_of(found.kind, &found.id) } else { name.to_owned() };
    let Text { en, zh } = told(book, &found, day);
    Err(Refusal::Forbidden(Text {
        en: format!("`{name}` is there already: {en}; `--new` says that it is another").into(),
        zh: format!("`{name}` 已存在：{zh}；若确是另一条，请加 `--new`").into(),
    }))
}

fn known(book: &Book<'_>, kind: Kind, value: &Value, me: Option<&Id>) -> Option<Match> {
    if identity::KINDS.contains(&kind) {
        let matches = identity::matches(book, &Marks::of_value(value));
        return matches.into_iter().find(|found| counts(book, kind, found, me));
    }
    let name = value.get("name").and_then(Value::as_text).filter(|_| kind.goes_by_name())?;
    let id = book.named(kind, name).first()?.clone();
    Some(Match { kind, id, ground: Ground::Name })
}

/// Whether a match makes a new record of `kind` a duplicate. A lead that is mine, or nobody's, may
/// become a customer.
pub fn counts(book: &Book<'_>, kind: Kind, found: &Match, me: Option<&Id>) -> bool {
    let owner = book.owner_of(found.kind, &found.id);
    found.kind != Kind::Lead || kind == Kind::Lead || (owner.is_some() && owner != me)
}

/// A record that is there: `customer/acme (Acme, same telephone), owner 李伟 since 2026-03-01, kept
/// until 2026-08-28`.
pub fn told(book: &Book<'_>, found: &Match, day: Date) -> Text {
    let reference = found.kind.reference(&found.id);
    let name = book.name_of(found.kind, &found.id);
    let ground = found.ground.label();
    let standing = standing(book, found.kind, &found.id, day);
    let Text { en, zh } = match standing {
        Some(standing) => owned(book, &standing, day),
        None => owner_only(book, found),
    };
    Text {
        en: format!("{reference} ({name}, {}){en}", ground.en).into(),
        zh: format!("{reference}（{name}，{}）{zh}", ground.zh).into(),
    }
}

fn owner_only(book: &Book<'_>, found: &Match) -> Text {
    let Some(owner) = book.owner_of(found.kind, &found.id) else { return Text::default() };
    let owner = book.name_of(Kind::Member, owner);
    say!(en: ", owner {owner}", zh: "，负责人 {owner}")
}

/// Whose it is, since when and until when, to follow its name.
pub fn owned(book: &Book<'_>, standing: &Standing, day: Date) -> Text {
    let Some(owner) = &standing.owner else {
        return say!(en: ", nobody's", zh: "，无人负责");
    };
    let owner = book.name_of(Kind::Member, owner);
    let since = match standing.since {
        Some(since) => say!(en: " since {since}", zh: "（自 {since}）"),
        None => Text::default(),
    };
    let (en, zh) = match kept(standing, day) {
        Some(kept) => (format!(", {}", kept.en), format!("，{}", kept.zh)),
        None => Default::default(),
    };
    Text {
        en: format!(", owner {owner}{}{en}", since.en).into(),
        zh: format!("，负责人 {owner}{}{zh}", since.zh).into(),
    }
}

/// Until when it is kept for its owner, in words; `None` where nothing dates it.
pub fn kept(standing: &Standing, day: Date) -> Option<Text> {
    standing.owner.as_ref()?;
    Some(match (&standing.open, standing.until) {
        (Some(deal), _) => say!(
            en: "kept while opportunity/{deal} is open",
            zh: "opportunity/{deal} 进行期间受保护"
        ),
        (None, Some(until)) if until >= day => {
            say!(en: "kept until {until}", zh: "保护至 {until}")
        }
        (None, Some(until)) => {
            say!(en: "kept until {until}, which has passed", zh: "保护期已于 {until} 结束")
        }
        (None, None) => return None,
    })
}

/// What `me` may do with it, as commands.
pub fn steps(
    kind: Kind,
    id: &Id,
    standing: Option<&Standing>,
    me: Option<&Id>,
    day: Date,
) -> Vec<String> {
    let reference = kind.reference(id);
    let mut steps = vec![format!("salesops show {reference}")];
    let Some(standing) = standing else { return steps };
    let is_mine = me.is_some() && standing.owner.as_ref() == me;
    if is_mine {
        steps.push(format!("salesops log call {reference} …"));
        if kind == Kind::Customer {
            steps.push(format!("salesops add opportunity customer={id}"));
        }
    } else if standing.owner.is_none() {
        steps.push(format!("salesops pool claim {reference}"));
    } else if kind == Kind::Customer && !standing.is_protected(day) {
        steps.push(format!("salesops set {reference} owner=me"));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    fn tree() -> Memory {
        Memory::new([
            ("members/li-wei.yaml", "name: 李伟\n"),
            ("members/wang-fang.yaml", "name: 王芳\n"),
            (
                "customers/acme.yaml",
                "name: Acme\ncontacts:\n  - id: c-1\n    name: 赵\n    phone: \"13800138000\"\nowner: li-wei\nentered: {at: 2026-11-01T09:00:00+08:00}\n",
            ),
            ("customers/free.yaml", "name: 无主\n"),
            ("leads/lead-1.yaml", "name: 云栖\nowner: li-wei\n"),
            ("products/erp.yaml", "name: ERP\n"),
        ])
    }

    fn refused(me: &str, kind: Kind, pairs: &[(&str, &str)]) -> Option<String> {
        let tree = tree();
        let book = Book::open(&tree).unwrap();
        let pairs = pairs.iter().map(|(key, text)| match key.split_once('.') {
            Some((group, key)) => (group.to_owned(), Value::map([(key, Value::text(*text))])),
            None => ((*key).to_owned(), Value::text(*text)),
        });
        let day = Date::parse_iso("2026-11-21").unwrap();
        let me = Id::parse(me).unwrap();
        match refuse(&book, kind, &Value::Map(pairs.collect()), Some(&me), day) {
            Ok(()) => None,
            Err(Refusal::Forbidden(why)) => Some(why.en.into_owned()),
            Err(other) => panic!("{other:?}"),
        }
    }

    // TAG-2.1.1a, DEV-REG-4
    #[test]
    fn whose_it_is_and_until_when_is_told() {
        let phone = [("name", "别的名字"), ("contact.phone", "+86 138-0013-8000")];
        let told = "`别的名字` is there already: customer/acme (Acme, same telephone), owner 李伟 since 2026-11-01, kept until 2027-04-30; `--new` says that it is another";
        assert_eq!(refused("wang-fang", Kind::Lead, &phone).as_deref(), Some(told));
        let free = refused("wang-fang", Kind::Customer, &[("name", "无主")]).unwrap();
        assert!(free.contains("customer/free (无主, same name), nobody's;"), "{free}");
        let product = refused("li-wei", Kind::Product, &[("name", "erp")]).unwrap();
        assert!(product.contains("product/erp (ERP, same name);"), "{product}");
        assert_eq!(refused("li-wei", Kind::Customer, &[("name", "新客户")]), None);
        assert_eq!(refused("li-wei", Kind::Opportunity, &[("name", "Acme")]), None);
    }

    #[test]
    fn my_lead_may_become_a_customer_another_s_may_not() {
        let name = [("name", "云栖")];
        assert_eq!(refused("li-wei", Kind::Customer, &name), None);
        assert!(refused("wang-fang", Kind::Customer, &name).is_some());
        assert!(refused("li-wei", Kind::Lead, &name).is_some());
    }

    #[test]
    fn what_one_may_do_depends_on_whose_it_is() {
        let tree = tree();
        let book = Book::open(&tree).unwrap();
        let steps_of = |id: &str, me: &str, day: &str| {
            let day = Date::parse_iso(day).unwrap();
            let (id, me) = (Id::parse(id).unwrap(), Id::parse(me).unwrap());
            let standing = standing(&book, Kind::Customer, &id, day);
            steps(Kind::Customer, &id, standing.as_ref(), Some(&me), day).split_off(1)
        };
        assert_eq!(
            steps_of("acme", "li-wei", "2026-11-21"),
            ["salesops log call customer/acme …", "salesops add opportunity customer=acme"]
        );
        assert_eq!(steps_of("acme", "wang-fang", "2026-11-21"), Vec::<String>::new());
        let take = ["salesops set customer/acme owner=me"];
        assert_eq!(steps_of("acme", "wang-fang", "2027-05-01"), take);
        assert_eq!(steps_of("free", "li-wei", "2026-11-21"), ["salesops pool claim customer/free"]);
    }
}
