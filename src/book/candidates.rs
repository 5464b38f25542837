//! What people choose from, where several records fit what they typed.

use super::Book;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;

/// A record to choose from, as people know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// `kind/id`.
    pub reference: String,
    /// What people call it.
    pub name: String,
    /// The name of its owner, where it has one.
    pub owner: Option<String>,
}

impl Book<'_> {
    /// What people choose from, where several records fit.
    pub fn candidates(&self, hits: &[(Kind, Id)]) -> Vec<Candidate> {
        let candidate = |(kind, id): &(Kind, Id)| Candidate {
            reference: kind.reference(id),
            name: self.name_of(*kind, id),
            owner: self.owner_of(*kind, id).map(|owner| self.name_of(Kind::Member, owner)),
        };
        hits.iter().map(candidate).collect()
    }
}

/// "Several fit", with the candidates by name and owner.
pub fn several(book: &Book<'_>, typed: &str, hits: &[(Kind, Id)]) -> Text {
    let n = hits.len();
    let list = listed(book, hits);
    Text {
        en: format!("`{typed}` fits {n} records: {}", list.en).into(),
        zh: format!("`{typed}` 对应 {n} 条记录：{}", list.zh).into(),
    }
}

/// "Nothing is called so", with what it may mean: no write lands on a guess.
pub fn unsure(book: &Book<'_>, typed: &str, hits: &[(Kind, Id)]) -> Text {
    let list = listed(book, hits);
    Text {
        en: format!("nothing is called `{typed}`; did you mean {}?", list.en).into(),
        zh: format!("没有名为 `{typed}` 的记录；是否指 {}？", list.zh).into(),
    }
}

// The first candidates: `customer/acme (Acme, owner 李伟)`.
fn listed(book: &Book<'_>, hits: &[(Kind, Id)]) -> Text {
    const SHOWN: usize = 8;
    let shown = book.candidates(&hits[..hits.len().min(SHOWN)]);
    let (mut en, mut zh) = (Vec::new(), Vec::new());
    for candidate in shown {
        let (reference, name) = (candidate.reference, candidate.name);
        match candidate.owner {
            Some(owner) => {
                en.push(format!("{reference} ({name}, owner {owner})"));
                zh.push(format!("{reference}（{name}，负责人 {owner}）"));
            }
            None => {
                en.push(format!("{reference} ({name})"));
                zh.push(format!("{reference}（{name}）"));
            }
        }
    }
    let more = if hits.len() > SHOWN { "…" } else { "" };
    let joined = |mut list: Vec<String>, joint: &str| {
        list.extend((!more.is_empty()).then(|| more.to_owned()));
        list.join(joint)
    };
    Text { en: joined(en, ", ").into(), zh: joined(zh, "、").into() }
}
