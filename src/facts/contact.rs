//! What activities say of the contact with customers and leads.

use super::activity::is_visit;
use super::{clock, people};
use crate::base::date::{Date, Instant};
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::{AnyRow, Book, Row};
use crate::model::activity::{ActivityType, Effect};
use crate::model::common::Channel;
use crate::model::contact::Contact;
use crate::model::{Activity, Customer, Member};
use crate::say;
use crate::text::glance::Ids;

/// The last visit to a customer or lead up to a day, but for one, by a look at the files that may
/// hold it: for a single question. Rules that judge many go through [`Book::activities_with`].
pub fn visit_before<'b>(
    book: &'b Book<'_>,
    whom: (Kind, &Id),
    on: Date,
    except: Option<&Id>,
) -> Option<Row<'b, Activity>> {
    let ids = Ids::new([&**whom.1]);
    let rows = book.sift::<Activity>(&|bytes| ids.may_stand_in(bytes));
    let earlier = rows.into_iter().filter(|row| {
        is_visit(row.record)
            && Some(row.id) != except
            && row.record.on <= on
            && book.with_whom(row.record) == Some(whom)
    });
    earlier.max_by_key(|row| (row.record.on, row.record.at.map(|at| at.datetime()), row.id))
}

/// Whether a visit came to nothing.
pub fn is_failed(visit: &Activity) -> bool {
    visit.effect == Some(Effect::Poor)
}

/// What a visit lacks that follows one without success (DEV-5.9.1, DEV-5.9.3): each with its field.
pub fn lacks_after(visit: &Activity, before: Row<'_, Activity>) -> Vec<(&'static str, Text)> {
    if !is_failed(before.record) {
        return Vec::new();
    }
    let on = before.record.on;
    let blank = |text: &Option<String>| text.as_deref().is_none_or(|it| it.trim().is_empty());
    let mut lacking = Vec::new();
    if blank(&visit.analysis) {
        let why = say!(
            en: "the visit of {on} went poorly; why is missing",
            zh: "{on} 的拜访效果差，缺少对它的分析"
        );
        lacking.push(("analysis", why));
    }
    if blank(&visit.new_focus) {
        let why = say!(
            en: "the visit of {on} went poorly; how this one set about it anew is missing",
            zh: "{on} 的拜访效果差，缺少本次的新重点"
        );
        lacking.push(("new_focus", why));
    }
    lacking
}

/// Whether a visit after one without success hands over what that one did (DEV-5.9.2).
pub fn brings_the_same(visit: &Activity, before: &Activity) -> bool {
    is_failed(before) && !visit.materials.is_empty() && *visit.materials == *before.materials
}

/// The contacts of the customer that an activity met.
pub fn met<'b>(customer: &'b Customer, activity: &Activity) -> Vec<&'b Contact> {
    let is_met = |contact: &&Contact| {
        activity.met.iter().any(|met| *met == *contact.id || *met == contact.name)
    };
    customer.contacts.iter().filter(is_met).collect()
}

/// Who was called or written to although the person does not want it; who calls us wants it.
pub fn unwilling<'b>(book: &'b Book<'_>, activity: &Activity) -> Option<&'b Contact> {
    let reaches = [ActivityType::Call, ActivityType::Sms, ActivityType::Wechat];
    if !reaches.contains(&activity.r#type) || activity.inbound == Some(true) {
        return None;
    }
    let (Kind::Customer, customer) = book.with_whom(activity)? else { return None };
    let customer = book.get::<Customer>(customer)?.record;
    let refuses = |contact: &&Contact| contact.do_not_call == Some(true);
    if activity.met.is_empty() {
        // Nobody is named: it was one of these.
        return customer
            .contacts
            .iter()
            .find(refuses)
            .filter(|_| customer.contacts.iter().all(|it| refuses(&it)));
    }
    met(customer, activity).into_iter().find(refuses)
}

/// How long after it an activity may be written down.
pub struct RecordLimit {
    /// Whether it was written down in time.
    pub is_kept: bool,
    /// The time allowed, in words.
    pub allowed: Text,
}

/// The limit for writing an activity down: working days for visits, hours for the rest, fewer for
/// calls of telesales (OPS-3.4.3, OPS-3.3.2, TEL-2.1.2). `None` where the clock cannot run.
pub fn record_limit(book: &Book<'_>, activity: &Activity, entered: Instant) -> Option<RecordLimit> {
    let policy = book.policy();
    if is_visit(activity) {
        let days = policy.visit().report_days;
        let is_kept = clock::day(book, entered) <= clock::due_day(book, activity.on, days);
        let allowed = match days {
            1 => say!(en: "one working day", zh: " 1 个工作日"),
            _ => say!(en: "{days} working days", zh: " {days} 个工作日"),
        };
        return Some(RecordLimit { is_kept, allowed });
    }
    let by_telesales = activity.r#type == ActivityType::Call
        && activity.member.as_deref().is_some_and(|member| is_telesales(book, member));
    let hours = match by_telesales {
        true => policy.call().record_hours.min(policy.activity().record_hours),
        false => policy.activity().record_hours,
    };
    let from = match activity.at {
        Some(at) => at,
        None => entered.at_start_of(activity.on.add_days(1))?,
    };
    let is_kept = entered <= clock::due(book, from, hours);
    Some(RecordLimit { is_kept, allowed: say!(en: "{hours} hours", zh: " {hours} 小时") })
}

/// Whether a member sells by telephone.
pub fn is_telesales(book: &Book<'_>, member: &Id) -> bool {
    let roles = &book.policy().call().telesales_roles;
    let Some(row) = book.get::<Member>(member) else { return false };
    row.record.channel == Some(Channel::Telesales) || people::holds(book, member, roles)
}

/// Whether a visit was agreed on beforehand (DEV-5.4.1): it says so, somebody called, wrote or met
/// the customer within `days` before it, or an earlier activity planned it for its day. `earlier`
/// and `later` are the other activities with the customer, by day.
pub fn is_announced(
    visit: &Activity,
    earlier: &[Row<'_, Activity>],
    later: &[Row<'_, Activity>],
    days: i64,
) -> bool {
    let near = |row: &&Row<'_, Activity>| visit.on.days_since(row.record.on) <= days;
    let same_day = |row: &&Row<'_, Activity>| row.record.on == visit.on;
    let mut before = earlier.iter().rev().take_while(near);
    // Of one day nobody knows which came first where no hour is said.
    let mut beside = later.iter().take_while(same_day);
    let agrees = |it: &Activity| {
        !is_visit(it) || it.next.as_ref().is_some_and(|next| next.on == Some(visit.on))
    };
    visit.appointment == Some(true)
        || before.any(|row| agrees(row.record))
        || beside.any(|row| !is_visit(row.record))
}

/// The day of the last visit to a customer or lead.
pub fn last_visit(book: &Book<'_>, kind: Kind, id: &Id, today: Date) -> Option<Date> {
    let all = book.activities_with(kind, id).map(|row| row.record);
    all.filter(|it| is_visit(it) && it.on <= today).map(|it| it.on).last()
}

/// The day on which a record was entered.
pub fn known_since(book: &Book<'_>, row: AnyRow<'_>) -> Option<Date> {
    let View::Group(entered) = row.fields.get("entered") else { return None };
    match entered.get("at") {
        View::Instant(at) => Some(clock::day(book, at)),
        _ => None,
    }
}
