//! Approvals: which are needed, how they stand, and who may give them (domain table (d)).

use std::sync::Arc;

use chrono::TimeDelta;

use crate::base::date::{Date, Instant};
use crate::base::field::{View, Vocabulary};
use crate::base::finding::Clauses;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Book, Row};
use crate::facts::digest::digest;
use crate::facts::people;
use crate::flow::life;
use crate::model::approval::Verdict;
use crate::model::{Approval, Member};
use crate::policy::{Approval as Asked, clause};
use crate::query::Query;
use crate::say;

/// The clauses that ask for approvals; each approval names its own.
pub const CLAUSES: &[&str] =
    &["OPS-4.4.3", "OPS-4.6.1", "ITS-5.2.1", "DEV-REG-3", "TEL-5.2.2", "TAG-6.1.1"];

/// An approval that a record needs.
#[derive(Clone, Copy)]
pub struct Need<'b> {
    /// Its key in the policy.
    pub key: &'b str,
    /// What the policy says of it.
    pub asked: &'b Asked,
}

/// How an approval stands.
pub enum Standing<'b> {
    /// Nobody has decided.
    Waiting,
    /// It is given.
    Approved(Row<'b, Approval>),
    /// It is refused.
    Rejected(Row<'b, Approval>),
    /// It was given for other contents than there are now.
    Void(Row<'b, Approval>),
}

impl<'b> Need<'b> {
    /// The approval of that key, where the policy asks for it.
    pub fn called(book: &'b Book<'_>, key: &str) -> Option<Need<'b>> {
        let mut asked = book.policy().approvals();
        asked.find(|(known, _)| *known == key).map(|(key, asked)| Need { key, asked })
    }

    /// Which records of the kind need it; `None` for all.
    ///
    /// # Errors
    /// When the query cannot be read.
    pub fn query(
        self,
        book: &Book<'_>,
        kind: Kind,
        today: Date,
    ) -> Result<Option<Arc<Query>>, Text> {
        let when = self.asked.when.as_ref();
        when.map(|when| Query::of_policy(book, kind, when, today)).transpose()
    }

    /// Whether the step that waits for it is still to be taken; `None` for records whose steps stand
    /// elsewhere, as a deal's.
    pub fn is_ahead(&self, row: AnyRow<'_>) -> Option<bool> {
        self.asked.step.as_deref().map_or(Some(true), |step| life::precedes(row, step))
    }

    /// Whether a record is the member's own, so that this would be no second pair of eyes. Parties
    /// confirm what is theirs.
    pub fn is_own(&self, row: AnyRow<'_>, member: &Id) -> bool {
        self.asked.parties.is_empty() && owners(row).any(|own| own == member)
    }

    /// The clauses behind it.
    pub fn clauses(&self) -> Clauses {
        let known = self.asked.clauses.iter().filter_map(|id| clause::find(id));
        known.map(|clause| clause.id.as_str()).collect()
    }

    /// Its name for people.
    pub fn name(&self) -> Text {
        self.asked.name()
    }
}

/// The approvals that a record needs before a step; those of every step where none is named.
///
/// # Errors
/// When the query of an approval cannot be read.
pub fn needs<'b>(
    book: &'b Book<'_>,
    row: AnyRow<'_>,
    step: Option<&str>,
    today: Date,
) -> Result<Vec<Need<'b>>, Text> {
    let mut found = Vec::new();
    for (key, asked) in book.policy().approvals_of(row.kind) {
        if step.is_some() && step != asked.step.as_deref() {
            continue;
        }
        let need = Need { key, asked };
        if need.query(book, row.kind, today)?.is_none_or(|query| query.fits(book, row)) {
            found.push(need);
        }
    }
    Ok(found)
}

/// How an approval of a record stands: by the latest verdict on what stands there now. Where two are of
/// one moment, the refusal counts.
pub fn standing<'b>(book: &'b Book<'_>, row: AnyRow<'_>, need: Need<'_>) -> Standing<'b> {
    let mut given = given(book, row, need).peekable();
    if given.peek().is_none() {
        return Standing::Waiting;
    }
    let now = digest(row.fields, &need.asked.covers);
    let last = given.max_by_key(|it| {
        let entered = it.record.entered.as_ref().map(|entered| entered.at.datetime());
        (is_on(it, &now), it.record.on, entered, it.record.verdict == Verdict::Rejected, it.id)
    });
    match last {
        Some(last) => match (last.record.verdict, is_on(&last, &now)) {
            (Verdict::Approved, true) => Standing::Approved(last),
            (Verdict::Approved, false) => Standing::Void(last),
            (Verdict::Rejected, true) => Standing::Rejected(last),
            (Verdict::Rejected, false) => Standing::Waiting,
        },
        None => Standing::Waiting,
    }
}

/// The moment of a verdict given now: after all verdicts before it, so that the order of two is never in
/// doubt.
pub fn moment(book: &Book<'_>, row: AnyRow<'_>, need: Need<'_>, now: Instant) -> Instant {
    let earlier = given(book, row, need).filter_map(|it| Some(it.record.entered.as_ref()?.at));
    let next = earlier.max().and_then(|last| last.later(TimeDelta::seconds(1)));
    next.map_or(now, |next| now.max(next))
}

fn given<'b>(
    book: &'b Book<'_>,
    row: AnyRow<'_>,
    need: Need<'_>,
) -> impl Iterator<Item = Row<'b, Approval>> {
    let of_record = book.referring::<Approval>(row.kind, row.id);
    of_record.filter(move |it| *it.record.what == *need.key)
}

// Whether a verdict was on these contents; one written by hand need not say on which.
fn is_on(verdict: &Row<'_, Approval>, contents: &str) -> bool {
    verdict.record.digest.as_deref().is_none_or(|then| then == contents)
}

/// Whose decision a member would take: the member's own (`None`), or that of somebody who is away
/// and has named the member to decide instead.
///
/// # Errors
/// When the member may not decide, with who may.
pub fn may<'b>(
    book: &'b Book<'_>,
    row: AnyRow<'_>,
    need: Need<'_>,
    member: &Id,
    today: Date,
) -> Result<Option<&'b Id>, Text> {
    if need.is_own(row, member) {
        let reference = row.reference();
        let Text { en, zh } = whose(book, row, need, today);
        return Err(say!(
            en: "nobody approves what is their own: {reference} is for {en}",
            zh: "不得审批自己的事项：{reference} 应由{zh}审批"
        ));
    }
    if let Some(before) = waits_for(book, row, need) {
        let (first, later) = (before.name(), need.name());
        return Err(Text {
            en: format!("{} comes first, then {}", first.en, later.en).into(),
            zh: format!("须先完成“{}”，再进行“{}”", first.zh, later.zh).into(),
        });
    }
    if let Some(absent) = decider(book, row, need, member, today) {
        return Ok(absent);
    }
    let Text { en, zh } = need.name();
    let whose = whose(book, row, need, today);
    Err(Text {
        en: format!("{en} is not yours to decide; it is for {}", whose.en).into(),
        zh: format!("“{zh}”不由您审批；应由{}审批", whose.zh).into(),
    })
}

/// Whose decision a member takes who holds the role (`None`) or stands in for somebody who does; no
/// answer where the member does neither.
pub fn decider<'b>(
    book: &'b Book<'_>,
    row: AnyRow<'_>,
    need: Need<'_>,
    member: &Id,
    today: Date,
) -> Option<Option<&'b Id>> {
    if decides(book, row, need, member, today) {
        return Some(None);
    }
    let stands_in = |it: &Row<'b, Member>| {
        let mut away = it.record.away.iter();
        let now =
            away.any(|away| **away.to == **member && away.from <= today && today <= away.until);
        now && decides(book, row, need, it.id, today)
    };
    book.iter::<Member>().find(stands_in).map(|absent| Some(absent.id))
}

/// Who decides, in the words of the policy, and the members who do: `finance (qian)`.
pub fn whose(book: &Book<'_>, row: AnyRow<'_>, need: Need<'_>, today: Date) -> Text {
    let (Text { en, zh }, ids) = (by(book, need), deciders(book, row, need, today));
    if !ids.is_empty() {
        let ids = ids.join(", ");
        return say!(en: "{en} ({ids})", zh: "{zh}（{ids}）");
    }
    match need.asked.roles.first() {
        Some(role) => say!(
            en: "{en} (nobody may yet: `salesops set member/ID extra_roles+={role}`)",
            zh: "{zh}（尚无人可审批：`salesops set member/成员 extra_roles+={role}`）"
        ),
        None => say!(en: "{en} (nobody may yet)", zh: "{zh}（尚无人可审批）"),
    }
}

// The members who may decide.
fn deciders<'b>(book: &'b Book<'_>, row: AnyRow<'_>, need: Need<'_>, today: Date) -> Vec<&'b str> {
    let may = |it: &Row<'_, Member>| {
        !need.is_own(row, it.id)
            && !people::has_left(it.record, today)
            && decides(book, row, need, it.id, today)
    };
    book.iter::<Member>().filter(may).map(|it| &**it.id).take(4).collect()
}

/// Who decides, in the words of the policy.
pub fn by(book: &Book<'_>, need: Need<'_>) -> Text {
    let policy = book.policy();
    let names: Vec<Text> =
        need.asked.roles.iter().map(|role| policy.term(Vocabulary::Role, role)).collect();
    let (mut en, mut zh): (Vec<String>, Vec<String>) =
        names.iter().map(|name| (name.en.to_string(), name.zh.to_string())).unzip();
    for label in parties(need) {
        en.push(format!("the {}", label.en));
        zh.push(label.zh.to_owned());
    }
    if let Some(level) = need.asked.level {
        en.push(format!("level {level} or above"));
        zh.push(format!("{level} 级及以上"));
    }
    Text { en: en.join(" / ").into(), zh: zh.join("或").into() }
}

// The approval that comes before another and is not given.
fn waits_for<'b>(book: &'b Book<'_>, row: AnyRow<'_>, need: Need<'_>) -> Option<Need<'b>> {
    let before = Need::called(book, need.asked.after.as_deref()?)?;
    let given = matches!(standing(book, row, before), Standing::Approved(_));
    (!given).then_some(before)
}

// The names of the fields that say who confirms.
fn parties<'b>(need: Need<'b>) -> impl Iterator<Item = Label> + 'b {
    let kind = Kind::ALL.into_iter().find(|kind| kind.key() == need.asked.kind);
    need.asked.parties.iter().filter_map(move |key| Some(kind?.field(key)?.label))
}

// A party confirms; for one who has left, the nearest superior who has not.
fn is_party(book: &Book<'_>, row: AnyRow<'_>, need: Need<'_>, member: &str, today: Date) -> bool {
    let here =
        |id: &&Id| book.get::<Member>(id).is_none_or(|it| !people::has_left(it.record, today));
    need.asked.parties.iter().any(|key| {
        let View::Ref(Kind::Member, party) = row.fields.get(key) else { return false };
        superiors(book, party).find(here).is_some_and(|id| **id == *member)
    })
}

// A member and those above, the nearest first. Chains of superiors are short; one that runs in a circle is a
// finding elsewhere.
fn superiors<'r>(book: &'r Book<'_>, member: &'r Id) -> impl Iterator<Item = &'r Id> {
    std::iter::successors(Some(member), |id| people::manager(book, id)).take(20)
}

fn decides(book: &Book<'_>, row: AnyRow<'_>, need: Need<'_>, member: &str, today: Date) -> bool {
    if is_party(book, row, need, member, today) {
        return true;
    }
    let Some(it) = book.get::<Member>(member) else { return false };
    let mut roles = it.record.role.iter().chain(it.record.extra_roles.iter());
    let fits = roles.any(|role| {
        let high = book.policy().role_level(role).zip(need.asked.level);
        need.asked.roles.iter().any(|wanted| **wanted == **role)
            || high.is_some_and(|(held, least)| held <= least)
    });
    fits && (!need.asked.superior || is_superior(book, row, member))
}

fn is_superior(book: &Book<'_>, row: AnyRow<'_>, member: &str) -> bool {
    let View::Ref(Kind::Member, owner) = row.fields.get("owner") else { return true };
    superiors(book, owner).skip(1).any(|id| **id == *member)
}

/// Whose a record is: whose approval of it would be their own.
pub fn owners<'r>(row: AnyRow<'r>) -> impl Iterator<Item = &'r Id> {
    let named = ["owner", "claimant", "applicant"].map(|key| row.fields.get(key));
    let entered = match row.fields.get("entered") {
        View::Group(entered) => entered.get("by"),
        _ => View::Absent,
    };
    named.into_iter().chain([entered]).filter_map(|view| match view {
        View::Ref(Kind::Member, id) => Some(id),
        _ => None,
    })
}
