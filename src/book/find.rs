//! Finding the record that a person means.

use super::Book;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Text, nearest};
use crate::model::Opportunity;
use crate::model::common::Outcome;
use crate::say;

/// What a command can take.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// The kinds, in the order of preference.
    pub kinds: &'a [Kind],
    /// Who asks: own records come before others'.
    pub me: Option<&'a Id>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Exactly one.
    One(Kind, Id),
    /// Several that fit equally well, sorted.
    Many(Vec<(Kind, Id)>),
    /// None; with what comes near.
    None(Text),
}

type Hits = Vec<(Kind, Id)>;

impl<'t> Book<'t> {
    /// The record that `typed` means: `kind/id`, an id, a unique beginning of an id, or a name.
    /// The first rung that hits decides.
    pub fn find(&self, typed: &str, wanted: Wanted<'_>) -> Found {
        let typed = typed.trim();
        if let Some((kind, id)) = typed.split_once('/') {
            return self.find_reference(kind, id, wanted);
        }
        let rungs: [fn(&Book<'t>, &str, Wanted<'_>) -> Hits; 4] =
            [Self::by_id, Self::by_prefix, Self::by_name, Self::by_customer];
        let mut begin_alike = Hits::new();
        for (at, rung) in rungs.into_iter().enumerate() {
            let mut hits = rung(self, typed, wanted);
            if hits.len() > 1 {
                hits = self.mine_first(hits, wanted);
            }
            match &hits[..] {
                [] => {}
                [(kind, id)] => return Found::One(*kind, id.clone()),
                // A beginning that several ids share names none of them; a name may.
                _ if at == 1 => begin_alike = hits,
                _ => return Found::Many(hits),
            }
        }
        if begin_alike.is_empty() { self.none(typed, wanted) } else { Found::Many(begin_alike) }
    }

    fn find_reference(&self, kind: &str, id: &str, wanted: Wanted<'_>) -> Found {
        match Kind::parse(kind).filter(|kind| wanted.kinds.contains(kind)) {
            Some(kind) => match Id::parse(id) {
                Ok(id) if self.has(kind, &id) => Found::One(kind, id),
                _ => self.none(id, Wanted { kinds: &[kind], ..wanted }),
            },
            None => {
                let kinds: Vec<&str> = wanted.kinds.iter().map(|kind| kind.key()).collect();
                let kinds = kinds.join(", ");
                Found::None(say!(
                    en: "`{kind}/…` is not a kind of record that this command takes; it takes {kinds}",
                    zh: "此命令不接受 `{kind}/…` 这种记录；可用：{kinds}"
                ))
            }
        }
    }

    fn by_id(&self, typed: &str, wanted: Wanted<'_>) -> Vec<(Kind, Id)> {
        let Ok(id) = Id::parse(typed) else { return Vec::new() };
        let kinds = wanted.kinds.iter().filter(|kind| self.has(**kind, &id));
        kinds.map(|kind| (*kind, id.clone())).collect()
    }

    fn by_prefix(&self, typed: &str, wanted: Wanted<'_>) -> Vec<(Kind, Id)> {
        if typed.len() < 2 {
            return Vec::new();
        }
        let mut hits = Vec::new();
        for kind in wanted.kinds {
            let ids = self.ids(*kind);
            let from = ids.partition_point(|id| &***id < typed);
            let fits = ids[from..].iter().take_while(|id| id.starts_with(typed));
            hits.extend(fits.map(|id| (*kind, (*id).clone())));
        }
        hits
    }

    fn by_name(&self, typed: &str, wanted: Wanted<'_>) -> Vec<(Kind, Id)> {
        let named = |kind: &Kind| -> Vec<(Kind, Id)> {
            self.named(*kind, typed).iter().map(|id| (*kind, id.clone())).collect()
        };
        wanted.kinds.iter().flat_map(named).collect()
    }

    // A deal is called by its customer: the open ones of the customer that bears the name.
    fn by_customer(&self, typed: &str, wanted: Wanted<'_>) -> Vec<(Kind, Id)> {
        if !wanted.kinds.contains(&Kind::Opportunity) {
            return Vec::new();
        }
        let mut customers = self.named(Kind::Customer, typed).to_vec();
        customers.extend(Id::parse(typed).ok().filter(|id| self.has(Kind::Customer, id)));
        if customers.is_empty() {
            return Vec::new();
        }
        self.iter::<Opportunity>()
            .filter(|row| row.record.outcome() == Outcome::Open)
            .filter(|row| row.record.customer.as_deref().is_some_and(|id| customers.contains(id)))
            .map(|row| (Kind::Opportunity, row.id.clone()))
            .collect()
    }

    fn mine_first(&self, hits: Vec<(Kind, Id)>, wanted: Wanted<'_>) -> Vec<(Kind, Id)> {
        let Some(me) = wanted.me else { return hits };
        let is_mine = |(kind, id): &&(Kind, Id)| {
            let owner = self.fields(*kind, id).map(|fields| fields.get("owner"));
            matches!(owner, Some(crate::base::field::View::Ref(_, owner)) if owner == me)
        };
        let mine: Vec<(Kind, Id)> = hits.iter().filter(is_mine).cloned().collect();
        if mine.is_empty() { hits } else { mine }
    }

    fn none(&self, typed: &str, wanted: Wanted<'_>) -> Found {
        let ids = wanted.kinds.iter().flat_map(|kind| self.ids(*kind)).map(|id| &**id);
        let near = nearest(typed, ids).map(str::to_owned);
        let near = near.or_else(|| self.near_name(typed, wanted));
        let (en, zh) = match wanted.kinds {
            [kind] => (kind.label().en, kind.label().zh),
            _ => ("record", "记录"),
        };
        let mut text = Text {
            en: format!("no {en} is called `{typed}`").into(),
            zh: format!("没有名为 `{typed}` 的{zh}").into(),
        };
        if let Some(near) = near {
            text.en = format!("{}; did you mean `{near}`?", text.en).into();
            text.zh = format!("{}；是否指 `{near}`？", text.zh).into();
        }
        Found::None(text)
    }

    fn near_name(&self, typed: &str, wanted: Wanted<'_>) -> Option<String> {
        let typed = super::names::normal(typed);
        if typed.is_empty() {
            return None;
        }
        let names = || wanted.kinds.iter().flat_map(|kind| self.all_names(*kind));
        let part = names().find(|(name, _)| name.contains(&typed)).map(|(name, _)| name);
        part.or_else(|| nearest(&typed, names().map(|(name, _)| name))).map(str::to_owned)
    }
}
