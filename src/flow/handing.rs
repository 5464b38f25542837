//! Who gets a lead (OPS-2.4.1): the members in the order in which the policy would choose them.
//!
//! The territory comes first; within it the weighted sum of what a member knows of the need, of free
//! places and of the days since the last lead. Same book, same order.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::gates::{Missing, lead as gates};
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::division;
use crate::base::field::Vocabulary;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::{Book, Row};
use crate::facts::people::{has_left, has_rank, may_work};
use crate::model::common::{Channel, Degree, Outcome};
use crate::model::{Lead, Member, Opportunity, Product, Territory};
use crate::say;

/// Where a member stands to the territory of a lead, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// It is the member's own, or the lead has none, or is sold to without territories.
    Own,
    /// The member's team works it.
    Team,
    /// It is others'.
    Other,
}

impl Place {
    /// Its name.
    pub const fn label(self) -> Label {
        match self {
            Place::Own => Label::new("own", "本区域"),
            Place::Team => Label::new("team", "本团队"),
            Place::Other => Label::new("other", "其他区域"),
        }
    }

    /// Its key in machine-readable output.
    pub const fn key(self) -> &'static str {
        self.label().en
    }
}

/// A member who may get a lead, and what speaks for and against it.
#[derive(Clone, Debug)]
pub struct Candidate<'b> {
    /// The member.
    pub member: &'b Id,
    /// Where it stands to the lead's territory.
    pub place: Place,
    /// What it knows of the need.
    pub knows: Vec<&'b str>,
    /// Its open leads.
    pub leads: usize,
    /// Its open opportunities.
    pub deals: usize,
    /// The days since it last got a lead; `None` where it never did.
    pub rested: Option<i64>,
    /// The weighted sum of the points, of 100.
    pub score: Decimal,
    /// The gates that stand against it.
    pub against: Vec<Missing>,
}

/// The members with what they have to do, kept up as leads are handed out.
pub struct Hands<'b> {
    book: &'b Book<'b>,
    day: Date,
    members: Vec<Hand<'b>>,
    places: HashMap<&'b Id, usize>,
}

struct Hand<'b> {
    row: Row<'b, Member>,
    sells: bool,
    leads: usize,
    deals: usize,
    last: Option<Date>,
}

impl<'b> Hands<'b> {
    /// Counts what the members at work on `day` have: reads all leads and opportunities.
    pub fn new(book: &'b Book<'b>, day: Date) -> Hands<'b> {
        let roles = &book.policy().assign().roles;
        let at_work = |row: &Row<'_, Member>| {
            !has_left(row.record, day) && row.record.joined_on.is_none_or(|joined| joined <= day)
        };
        let hand = |row: Row<'b, Member>| {
            let sells =
                row.record.role.as_deref().is_some_and(|role| roles.iter().any(|it| it == role));
            Hand { row, sells, leads: 0, deals: 0, last: None }
        };
        let members: Vec<Hand<'b>> = book.iter::<Member>().filter(at_work).map(hand).collect();
        let places = members.iter().zip(0..).map(|(hand, at)| (hand.row.id, at)).collect();
        let mut hands = Hands { book, day, members, places };
        hands.count();
        hands
    }

    fn count(&mut self) {
        for row in self.book.iter::<Lead>() {
            if let Some(hand) = row.record.owner.as_deref().and_then(|owner| self.hand(owner)) {
                hand.leads += usize::from(row.record.is_open());
            }
            for step in row.record.moves.iter() {
                if let Some(hand) = step.owner.as_deref().and_then(|owner| self.hand(owner)) {
                    hand.last = hand.last.max(Some(step.on));
                }
            }
        }
        let open = |row: &Row<'_, Opportunity>| row.record.outcome() == Outcome::Open;
        for row in self.book.iter::<Opportunity>().filter(open) {
            if let Some(hand) = row.record.owner.as_deref().and_then(|owner| self.hand(owner)) {
                hand.deals += 1;
            }
        }
    }

    fn hand(&mut self, member: &Id) -> Option<&mut Hand<'b>> {
        let at = *self.places.get(member)?;
        self.members.get_mut(at)
    }

    /// Notes that a lead was handed to `member`, and from whom it was taken.
    pub fn give(&mut self, from: Option<&Id>, member: &Id) {
        let day = self.day;
        if let Some(hand) = from.and_then(|from| self.hand(from)) {
            hand.leads = hand.leads.saturating_sub(1);
        }
        if let Some(hand) = self.hand(member) {
            hand.leads += 1;
            hand.last = Some(day);
        }
    }

    /// The members whose roles get leads, the best first; those that gates stand against come last.
    pub fn ranked(&self, lead: Row<'b, Lead>) -> Vec<Candidate<'b>> {
        let asked = Asked::of(self.book, lead.record);
        let sellers = self.members.iter().filter(|hand| hand.sells);
        let mut ranked: Vec<_> = sellers.map(|hand| self.candidate(lead, &asked, hand)).collect();
        ranked.sort_by(|a, b| {
            let (held_a, held_b) = (!a.against.is_empty(), !b.against.is_empty());
            (held_a, a.place, b.score, a.leads + a.deals, a.member).cmp(&(
                held_b,
                b.place,
                a.score,
                b.leads + b.deals,
                b.member,
            ))
        });
        ranked
    }

    /// One member as a candidate; `None` for who does not work here on the day.
    pub fn one(&self, lead: Row<'b, Lead>, member: &Id) -> Option<Candidate<'b>> {
        let hand = self.members.get(*self.places.get(member)?)?;
        Some(self.candidate(lead, &Asked::of(self.book, lead.record), hand))
    }

    fn candidate(&self, lead: Row<'b, Lead>, asked: &Asked<'b>, hand: &Hand<'b>) -> Candidate<'b> {
        let policy = self.book.policy().assign();
        let member = hand.row.record;
        let expertise = member.expertise.iter().map(|it| it.value.as_str());
        let knows: Vec<&str> = expertise.filter(|value| asked.is_about(value)).collect();
        let rested = hand.last.map(|last| self.day.days_since(last).max(0));
        let points = [
            (
                policy.weights.expertise,
                (knows.len() as i64).saturating_mul(policy.expertise_points),
            ),
            (
                policy.weights.load,
                share(
                    policy.max_open_leads.saturating_sub(hand.leads + hand.deals) as i64,
                    policy.max_open_leads as i64,
                ),
            ),
            (policy.weights.rest, rested.map_or(100, |days| share(days, policy.rest_days))),
        ];
        let sum: i64 = points.iter().map(|(weight, points)| weight * (*points).clamp(0, 100)).sum();
        let mut candidate = Candidate {
            member: hand.row.id,
            place: self.place(lead.record, hand, asked),
            knows,
            leads: hand.leads,
            deals: hand.deals,
            rested,
            score: Decimal::new(i128::from(sum), 2).map_or(Decimal::ZERO, Decimal::normalized),
            against: Vec::new(),
        };
        candidate.against = self.against(lead, &candidate);
        candidate
    }

    // DEV-REG-1: a region is worked by its owner or team; DEV-REG-2: e-commerce is free, as are key
    // accounts for the rule `owner-outside-territory`.
    fn place(&self, lead: &Lead, hand: &Hand<'b>, asked: &Asked<'b>) -> Place {
        let Some(territory) = asked.territory else { return Place::Own };
        if matches!(lead.channel, Some(Channel::Ecommerce | Channel::KeyAccount)) {
            return Place::Own;
        }
        if hand.row.record.territory.as_deref() == Some(territory.id) {
            return Place::Own;
        }
        match may_work(self.book, hand.row.id, territory.id) {
            true => Place::Team,
            false => Place::Other,
        }
    }

    fn against(&self, lead: Row<'b, Lead>, candidate: &Candidate<'b>) -> Vec<Missing> {
        let policy = self.book.policy();
        let reference = lead.erase().reference();
        let member = candidate.member;
        let name = self.book.name_of(Kind::Member, member);
        let mut against = Vec::new();
        let mut hold = |gate: &'static super::gates::Gate, route: &str, message: Text| {
            if policy.applies(gate.clauses) {
                let gate_name = gate.name;
                let remedy = format!(
                    "salesops assign {reference} --to {member} --waive {gate_name} --reason TEXT"
                );
                against.push(gate.lacks(route, message, remedy));
            }
        };
        let most = policy.assign().max_open_leads;
        if candidate.leads >= most {
            let has = candidate.leads;
            hold(
                &gates::CAPACITY,
                "owner",
                say!(
                    en: "{name} has {has} open leads; the policy allows {most}",
                    zh: "{name} 已有 {has} 条未结线索，制度上限为 {most} 条"
                ),
            );
        }
        let least = &policy.assign().high_grade_min_role;
        if lead.record.grade == Some(Degree::High) && !has_rank(self.book, member, least) {
            let role = policy.term(Vocabulary::Role, least);
            let (en, zh) = (role.en, role.zh);
            hold(
                &gates::RANK,
                "owner",
                say!(
                    en: "a high lead goes to a {en} or above; {name} is none",
                    zh: "高等级线索须分配给{zh}或以上岗位，{name} 不符合"
                ),
            );
        }
        if candidate.place == Place::Other {
            let territory = lead.record.territory.as_deref();
            let territory = territory.map(|id| self.book.name_of(Kind::Territory, id));
            let territory = territory.unwrap_or_default();
            hold(
                &gates::TERRITORY,
                "territory",
                say!(
                    en: "{name} does not work the territory {territory}, nor does the team",
                    zh: "{name} 及其团队不负责区域 {territory}"
                ),
            );
        }
        against
    }
}

// So many of 100 points.
fn share(part: i64, whole: i64) -> i64 {
    if whole <= 0 { 100 } else { part.clamp(0, whole).saturating_mul(100) / whole }
}

/// What a lead asks about.
struct Asked<'b> {
    products: Vec<(&'b Id, Option<&'b Product>)>,
    texts: Vec<&'b str>,
    territory: Option<Row<'b, Territory>>,
}

impl<'b> Asked<'b> {
    fn of(book: &'b Book<'b>, lead: &'b Lead) -> Asked<'b> {
        let product = |id: &'b Id| (id, book.get::<Product>(id).map(|row| row.record));
        let industry = lead.tags.values("industry").iter().map(String::as_str);
        Asked {
            products: lead.products.iter().map(|id| product(id)).collect(),
            texts: lead.segment.as_deref().into_iter().chain(industry).collect(),
            territory: lead.territory.as_deref().and_then(|id| book.get::<Territory>(id)),
        }
    }

    // What a member knows is the id, name or category of a product, a segment, an industry or a
    // region by name or division code.
    fn is_about(&self, known: &str) -> bool {
        let of_product = self.products.iter().any(|(id, product)| {
            let category = product.and_then(|product| product.category.as_deref());
            ***id == *known
                || product.is_some_and(|product| product.name == known)
                || category == Some(known)
        });
        let of_text = self.texts.iter().any(|text| {
            text.eq_ignore_ascii_case(known) || (!known.is_ascii() && text.contains(known))
        });
        let districts = self.territory.map_or(&[][..], |row| &row.record.districts);
        let place = division::stem(known);
        let of_region = districts.iter().any(|district| {
            let covers = |other: &str| {
                place.is_some_and(|own| other.starts_with(own) || own.starts_with(other))
            };
            district == known || division::stem(district).is_some_and(covers)
        });
        of_product || of_text || of_region
    }
}
