//! Finding the record that a person means.
//!
//! The ladder: `kind/id`, an id, the beginning of one id only, a name. Its first rung that hits
//! decides. Below it stand guesses, by parts of names and by sound: they are [`Found::Alike`], which
//! reading commands may follow and no write does.

use super::{AnyRow, Book, names};
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::likeness::{Likeness, Sought};
use crate::base::name::normal;
use crate::base::sound::{Letters, Spelling};
use crate::base::text::{Text, nearest};
use crate::base::width::normalize_width;
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
    /// Nothing is called so; these are like it, the closest rung only, mine first.
    Alike(Vec<(Kind, Id)>),
    /// None; with what comes near.
    None(Text),
}

/// A record that is like what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// How alike they are.
    pub likeness: Likeness,
}

type Hits = Vec<(Kind, Id)>;

impl<'t> Book<'t> {
    /// The record that `typed` means: `kind/id`, an id, a unique beginning of an id, or a name.
    /// The first rung that hits decides.
    pub fn find(&self, typed: &str, wanted: Wanted<'_>) -> Found {
        let typed = typed.trim();
        if let Some(found) = self.find_reference(typed, wanted) {
            return found;
        }
        let rungs: [fn(&Book<'t>, &str, Wanted<'_>) -> Hits; 4] =
            [Self::by_id, Self::by_prefix, Self::by_name, Self::by_customer];
        let mut begin_alike = Hits::new();
        for (at, rung) in rungs.into_iter().enumerate() {
            let mut hits = rung(self, typed, wanted);
            if at == 1 && self.outlived_by_deals(typed, &hits, wanted) {
                hits = self.by_name(typed, wanted);
            }
            match &hits[..] {
                [] => {}
                [(kind, id)] => return Found::One(*kind, id.clone()),
                // A beginning that several ids share names none of them, whosever they are; a name
                // may.
                _ if at == 1 => begin_alike = hits,
                _ => return self.mine_or_many(hits, wanted),
            }
        }
        if !begin_alike.is_empty() {
            return Found::Many(self.mine_first(begin_alike, wanted));
        }
        let alike = self.guess(typed, wanted);
        if alike.is_empty() { self.none(typed, wanted) } else { Found::Alike(alike) }
    }

    /// Every record of `kinds` with a name or id like `typed`, the closest first.
    ///
    /// A deal is like what its customer is called, where no customer is asked for.
    pub fn look(&self, typed: &str, kinds: &[Kind]) -> Vec<Hit> {
        let Some(sought) = Sought::new(typed) else { return Vec::new() };
        self.look_among(&sought, kinds, |kind| self.like(kind, &sought))
    }

    /// [`Book::look`], where the records have been read already: `rows` tells those of a kind that
    /// may bear such a name.
    pub fn look_in<'b>(
        &'b self,
        sought: &Sought,
        kinds: &[Kind],
        rows: impl Fn(Kind) -> &'b [AnyRow<'b>],
    ) -> Vec<Hit> {
        self.look_among(sought, kinds, |kind| names::like_of(rows(kind), sought))
    }

    fn look_among(
        &self,
        sought: &Sought,
        kinds: &[Kind],
        named: impl Fn(Kind) -> Vec<(Id, Likeness)>,
    ) -> Vec<Hit> {
        let mut hits = Vec::new();
        for kind in kinds {
            let mut like = self.ids_like(*kind, sought);
            like.extend(named(*kind));
            if *kind == Kind::Opportunity && !kinds.contains(&Kind::Customer) {
                like.extend(self.deals_like(sought));
            }
            like.sort_unstable();
            like.dedup_by(|next, first| next.0 == first.0);
            hits.extend(like.into_iter().map(|(id, likeness)| Hit { kind: *kind, id, likeness }));
        }
        hits.sort_by_key(|hit| hit.likeness);
        hits
    }

    fn ids_like(&self, kind: Kind, sought: &Sought) -> Vec<(Id, Likeness)> {
        let typed = sought.text();
        if typed.len() < 2 || !typed.is_ascii() {
            return Vec::new();
        }
        let likeness = |id: &Id| match id.find(typed) {
            Some(0) if **id == *typed => Some(Likeness::Exact),
            Some(0) => Some(Likeness::Prefix),
            Some(_) => Some(Likeness::Part),
            None => None,
        };
        let ids = self.ids(kind).into_iter();
        ids.filter_map(|id| Some((id.clone(), likeness(id)?))).collect()
    }

    fn deals_like(&self, sought: &Sought) -> Vec<(Id, Likeness)> {
        let customers = self.like(Kind::Customer, sought);
        if customers.is_empty() {
            return Vec::new();
        }
        let likeness = |customer: &Id| {
            customers.binary_search_by(|(id, _)| id.cmp(customer)).ok().map(|at| customers[at].1)
        };
        let deals = self.open_deals();
        deals.filter_map(|(customer, deal)| Some((deal.clone(), likeness(customer)?))).collect()
    }

    // What is most like what was typed; mine first.
    fn guess(&self, typed: &str, wanted: Wanted<'_>) -> Hits {
        let hits = self.look(typed, wanted.kinds);
        let closest = hits.first().map(|hit| hit.likeness);
        let closest = hits.into_iter().take_while(|hit| Some(hit.likeness) == closest);
        let closest: Hits = closest.map(|hit| (hit.kind, hit.id)).collect();
        self.mine_first(closest, wanted)
    }

    // `kind/id`; the id may also be a beginning of one or a name, which then are of that kind.
    // `None` where nothing parts the two, or a name has such a mark itself.
    fn find_reference(&self, typed: &str, wanted: Wanted<'_>) -> Option<Found> {
        let narrow = normalize_width(typed);
        let (word, rest) = narrow.split_once('/')?;
        let kind = Kind::parse(word);
        if let (Some(kind), Ok(id)) = (kind, Id::parse(rest))
            && wanted.kinds.contains(&kind)
            && self.has(kind, &id)
        {
            return Some(Found::One(kind, id));
        }
        if !self.by_name(typed, wanted).is_empty() {
            return None;
        }
        Some(match kind {
            Some(kind) if wanted.kinds.contains(&kind) => {
                self.find(rest, Wanted { kinds: &[kind], ..wanted })
            }
            // Its deal is meant, where the command takes deals.
            Some(Kind::Customer) if wanted.kinds.contains(&Kind::Opportunity) => {
                self.find_deal_of(rest, wanted)
            }
            _ => not_taken(word, wanted.kinds),
        })
    }

    fn find_deal_of(&self, customer: &str, wanted: Wanted<'_>) -> Found {
        match self.by_customer(customer, wanted) {
            hits if hits.is_empty() => self.none(customer, wanted),
            hits => self.mine_or_many(hits, wanted),
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

    // Deals bear the id of the customer that they were made with. Where that customer is no more,
    // it was merged into another, to which its id still leads.
    fn outlived_by_deals(&self, typed: &str, hits: &[(Kind, Id)], wanted: Wanted<'_>) -> bool {
        let is_of_it = |(kind, id): &(Kind, Id)| {
            *kind == Kind::Opportunity
                && id.strip_prefix(typed).is_some_and(|rest| rest.starts_with('-'))
        };
        wanted.kinds.contains(&Kind::Customer)
            && hits.iter().any(is_of_it)
            && !self.named(Kind::Customer, typed).is_empty()
    }

    fn by_name(&self, typed: &str, wanted: Wanted<'_>) -> Vec<(Kind, Id)> {
        let named = |kind: &Kind| -> Vec<(Kind, Id)> {
            self.named(*kind, typed).iter().map(|id| (*kind, id.clone())).collect()
        };
        let mut hits: Vec<(Kind, Id)> = wanted.kinds.iter().flat_map(named).collect();
        // A lead that has become one of the customers of its name is meant no more.
        if hits.iter().any(|(kind, _)| *kind == Kind::Customer) {
            let customers = hits.clone();
            hits.retain(|(kind, id)| !self.has_become(*kind, id, &customers));
        }
        hits
    }

    fn has_become(&self, kind: Kind, id: &Id, hits: &[(Kind, Id)]) -> bool {
        let row = (kind == Kind::Lead).then(|| self.any(kind, id)).flatten();
        match row.as_ref().map(|row| row.fields.get("customer")) {
            Some(View::Ref(Kind::Customer, customer)) => {
                hits.iter().any(|(kind, id)| *kind == Kind::Customer && id == customer)
            }
            _ => false,
        }
    }

    // What has a customer is called by it: by its open records, else by those that are over, but deals.
    fn by_customer(&self, typed: &str, wanted: Wanted<'_>) -> Vec<(Kind, Id)> {
        let kinds: Vec<Kind> = wanted.kinds.iter().copied().filter(|it| follows(*it)).collect();
        if kinds.is_empty() {
            return Vec::new();
        }
        let customers = self.customers_called(typed);
        if customers.is_empty() {
            return Vec::new();
        }
        let is_theirs = |row: &AnyRow<'_>| match row.fields.get("customer") {
            View::Ref(_, customer) => customers.contains(customer),
            _ => false,
        };
        let of_kind = |kind: &Kind| self.rows(*kind).into_iter().filter(is_theirs);
        let theirs: Vec<AnyRow<'_>> = kinds.iter().flat_map(of_kind).collect();
        let (open, closed): (Vec<_>, Vec<_>) = theirs.into_iter().partition(|row| row.is_open());
        let mut meant = if open.is_empty() { closed } else { open };
        let is_deal = |row: &AnyRow<'_>| row.kind == Kind::Opportunity;
        meant.retain(|row| row.is_open() || !is_deal(row) || self.is_carried_out(row));
        meant.into_iter().map(|row| (row.kind, row.id.clone())).collect()
    }

    // A deal that is won and has stages before it yet.
    fn is_carried_out(&self, row: &AnyRow<'_>) -> bool {
        let deal =
            (row.kind == Kind::Opportunity).then(|| self.get::<Opportunity>(row.id)).flatten();
        deal.is_some_and(|deal| {
            let next = self.policy().stage_after(&deal.record.stage);
            deal.record.outcome() == Outcome::Won && next.is_some()
        })
    }

    fn customers_called(&self, typed: &str) -> Vec<Id> {
        let mut customers = self.named(Kind::Customer, typed).to_vec();
        customers.extend(Id::parse(typed).ok().filter(|id| self.has(Kind::Customer, id)));
        customers
    }

    // The open deals that have a customer: the customer, the deal.
    fn open_deals(&self) -> impl Iterator<Item = (&Id, &Id)> {
        self.iter::<Opportunity>()
            .filter(|row| row.record.outcome() == Outcome::Open)
            .filter_map(|row| Some((row.record.customer.as_deref()?, row.id)))
    }

    // The only one of mine; several where none or several are.
    fn mine_or_many(&self, hits: Hits, wanted: Wanted<'_>) -> Found {
        let mine: Hits = hits.iter().filter(|hit| self.is_of(hit, wanted.me)).cloned().collect();
        let mut hits = if mine.is_empty() { hits } else { mine };
        match hits.len() {
            1 => {
                let (kind, id) = hits.swap_remove(0);
                Found::One(kind, id)
            }
            _ => Found::Many(hits),
        }
    }

    fn mine_first(&self, hits: Hits, wanted: Wanted<'_>) -> Hits {
        if hits.len() < 2 || wanted.me.is_none() {
            return hits;
        }
        let (mine, others): (Hits, Hits) =
            hits.into_iter().partition(|hit| self.is_of(hit, wanted.me));
        [mine, others].concat()
    }

    fn is_of(&self, (kind, id): &(Kind, Id), me: Option<&Id>) -> bool {
        me.is_some() && self.owner_of(*kind, id) == me
    }

    /// The owner of a record.
    pub fn owner_of(&self, kind: Kind, id: &str) -> Option<&Id> {
        match self.fields(kind, id)?.get("owner") {
            View::Ref(_, owner) => Some(owner),
            _ => None,
        }
    }

    fn none(&self, typed: &str, wanted: Wanted<'_>) -> Found {
        if let Some(why) = self.no_deal(typed, wanted) {
            return Found::None(why);
        }
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

    // A customer is meant, but it has no open deal.
    fn no_deal(&self, typed: &str, wanted: Wanted<'_>) -> Option<Text> {
        if wanted.kinds != [Kind::Opportunity] {
            return None;
        }
        let customer = self.customers_called(typed).into_iter().next()?;
        let name = self.name_of(Kind::Customer, &customer);
        Some(say!(
            en: "customer/{customer} ({name}) has no open opportunity",
            zh: "customer/{customer}（{name}）没有进行中的销售机会"
        ))
    }

    // A name that sounds the same, else one that is a few letters away.
    fn near_name(&self, typed: &str, wanted: Wanted<'_>) -> Option<String> {
        let typed = normal(typed);
        if typed.is_empty() {
            return None;
        }
        let names = || {
            let kinds = wanted.kinds.iter();
            kinds.flat_map(|kind| self.all_names(*kind)).map(|(name, _)| name)
        };
        let sound = Letters::sound_of(&typed);
        let alike = sound.and_then(|sound| {
            let length = typed.chars().count();
            let mut same = names().filter(|name| name.chars().count() == length);
            same.find(|name| sound.spell(name) == Some(Spelling::Pinyin))
        });
        alike.or_else(|| nearest(&typed, names())).map(str::to_owned)
    }
}

fn not_taken(kind: &str, kinds: &[Kind]) -> Found {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.key()).collect();
    let kinds = kinds.join(", ");
    Found::None(say!(
        en: "`{kind}/…` is not a kind of record that this command takes; it takes {kinds}",
        zh: "此命令不接受 `{kind}/…` 这种记录；可用：{kinds}"
    ))
}

// Whether records of a kind are called by their customer: not those that have happened, nor those
// that become one.
fn follows(kind: Kind) -> bool {
    kind.field("customer").is_some() && !matches!(kind, Kind::Activity | Kind::Lead)
}
