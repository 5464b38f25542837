//! What a command lacks, asked for: each gate and rule names the command that supplies it, and that
//! command says which field of which record is wanted.

use anyhow::Result;

use super::ask::Question;
use super::context::Ctx;
use super::draw::Draw;
use crate::actions::assign::{Assignment, Operator, resolve};
use crate::actions::typed::Reader;
use crate::actions::{Actor, Plan, Refusal, grade, judge, log, set};
use crate::base::field::{Field, Shape, View};
use crate::base::finding::Finding;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::placeholder;
use crate::base::text::Text;
use crate::book::{Book, Found, Wanted};
use crate::flow::gates::Missing;
use crate::flow::grading::Grader;
use crate::model::{Customer, Opportunity};
use crate::say;

/// A command that supplies something: `salesops set REF KEY=TEXT`.
struct Wish {
    verb: Verb,
    kind: Kind,
    id: Id,
    /// The key and operator of each part, with the value where it is given.
    parts: Vec<(String, Operator, Option<String>)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Set,
    Log,
    Grade,
}

/// Whether what a gate misses can be typed.
pub fn can(book: &Book<'_>, lack: &Missing) -> bool {
    wish(book, &lack.remedy).is_some()
}

/// Asks for what a gate misses. `None` where it is nothing that can be typed.
///
/// # Errors
/// When the person stops.
pub fn gate(
    ctx: &mut Ctx<'_>,
    book: &Book<'_>,
    me: Option<&Id>,
    lack: &Missing,
) -> Result<Option<Plan>> {
    let Some(wish) = wish(book, &lack.remedy) else { return Ok(None) };
    let is_customer = wish.kind == Kind::Customer;
    let mut asking = Asking { ctx, book, me, wish, message: &lack.message };
    match lack.gate {
        "competition" => asking.rivals().map(Some),
        "decision-maker" if is_customer => asking.decision_maker().map(Some),
        _ => asking.supplied(false),
    }
}

/// Asks for what a finding misses, if its help names the field; an empty answer passes it over.
///
/// # Errors
/// When the person stops.
pub fn finding(
    ctx: &mut Ctx<'_>,
    book: &Book<'_>,
    me: Option<&Id>,
    found: &Finding,
) -> Result<Option<Plan>> {
    let command = found.help.as_ref().and_then(|help| help.en.split('`').nth(1));
    let Some(wish) = command.and_then(|command| wish(book, command)) else { return Ok(None) };
    let open = wish.parts.iter().any(|(.., value)| value.is_none());
    if !open || wish.verb != Verb::Set {
        return Ok(None);
    }
    Asking { ctx, book, me, wish, message: &found.message }.supplied(true)
}

fn wish(book: &Book<'_>, command: &str) -> Option<Wish> {
    let mut words = command.strip_prefix("salesops ")?.split(' ');
    let verb = match words.next()? {
        "set" => Verb::Set,
        "log" => words.next().map(|_| Verb::Log)?,
        "grade" => Verb::Grade,
        _ => return None,
    };
    let Found::One(kind, id) = book.find(words.next()?, Wanted { kinds: &Kind::ALL, me: None })
    else {
        return None;
    };
    let part = |word: &str| -> Option<(String, Operator, Option<String>)> {
        let (head, value) = word.split_once('=')?;
        let (key, operator) = match head.strip_suffix('+') {
            Some(key) => (key, Operator::Append),
            None => (head, Operator::Set),
        };
        let open = placeholder::chinese(value).is_some() || value == "1-5";
        Some((key.to_owned(), operator, (!open).then(|| value.to_owned())))
    };
    let parts = match verb {
        Verb::Set => words.map(part).collect::<Option<Vec<_>>>()?,
        // What an activity lacks belongs into its own command.
        Verb::Log if words.any(|word| word.contains('=')) => return None,
        Verb::Log | Verb::Grade => Vec::new(),
    };
    Some(Wish { verb, kind, id, parts })
}

/// Somebody asked for what one command would supply.
struct Asking<'a, 'c> {
    ctx: &'a mut Ctx<'c>,
    book: &'a Book<'a>,
    me: Option<&'a Id>,
    wish: Wish,
    message: &'a Text,
}

impl Asking<'_, '_> {
    fn supplied(&mut self, optional: bool) -> Result<Option<Plan>> {
        match self.wish.verb {
            Verb::Set => {}
            Verb::Log => return self.logged().map(Some),
            Verb::Grade => return self.graded().map(Some),
        }
        let mut assignments = Vec::new();
        for (key, operator, given) in &self.wish.parts {
            let value = match given {
                Some(value) => Some(value.clone()),
                None => self.value(key, optional)?,
            };
            let Some(value) = value else { return Ok(None) };
            assignments.push(Assignment { key: key.clone(), operator: *operator, value });
        }
        self.set_all(&assignments).map(Some)
    }

    // Each value was read before, so a refusal is about the whole: it ends the command with its reason.
    fn set_all(&mut self, assignments: &[Assignment]) -> Result<Plan> {
        let mut actor = self.ctx.actor(self.book, self.me)?;
        let (kind, id) = (self.wish.kind, &self.wish.id);
        set::plan(self.book, &mut actor, kind, id, assignments).map_err(refusal)
    }

    fn value(&self, key: &str, optional: bool) -> Result<Option<String>> {
        let (book, me, wish) = (self.book, self.me, &self.wish);
        let today = self.ctx.today(book)?;
        let Some(field) = resolve(wish.kind, key).ok().and_then(|target| target.field) else {
            let question = Question { optional, ..Question::new(self.message.clone()) };
            return self.ctx.ask(&question, free);
        };
        let mut question = of_field(book, field, self.message);
        question.optional = optional;
        question.default = default(book, wish, key);
        let people = contacts(book, wish);
        if key.ends_with("confirmed_by") && !people.is_empty() {
            question.choices.clone_from(&people);
            return self.ctx.ask(&question, |typed| contact(&people, typed));
        }
        let reader = Reader { book, me, today };
        let typed = naming(field);
        let now = self.ctx.now(book.policy().zone())?;
        self.ctx.ask(&question, |answer| {
            reader.value(typed, answer)?;
            let mut entropy = Draw::of(self.ctx.env);
            let mut actor = Actor { me, now, today, entropy: &mut entropy };
            fits(book, &mut actor, wish, key, answer).map(|()| answer.to_owned())
        })
    }

    // The grade follows from what is on record by then: nobody is asked.
    fn graded(&mut self) -> Result<Plan> {
        let actor = self.ctx.actor(self.book, self.me)?;
        let grader = Grader::new(self.book, actor.today, self.wish.kind)?;
        let of = (self.wish.kind, &self.wish.id);
        let planned = grade::plan(self.book, &actor, &grader, of, None);
        planned.map(|graded| graded.plan).map_err(refusal)
    }

    fn rivals(&mut self) -> Result<Plan> {
        let (key, operator, value) = rivals(self.ctx, self.message)?;
        self.set_all(&[Assignment { key: key.to_owned(), operator, value }])
    }

    fn decision_maker(&mut self) -> Result<Plan> {
        let choices = contacts(self.book, &self.wish);
        let default = choices.first().map(|(id, _)| id.clone());
        let text = Text {
            en: format!("{}: which contact decides?", self.message.en).into(),
            zh: format!("{}：哪位联系人是决策者？", self.message.zh).into(),
        };
        let question = Question { choices: choices.clone(), default, ..Question::new(text) };
        let id = self.ctx.ask(&question, |typed| contact(&choices, typed))?.unwrap_or_default();
        self.set_all(&[Assignment {
            key: format!("contacts.{id}.decision_role"),
            operator: Operator::Set,
            value: "decision_maker".to_owned(),
        }])
    }

    fn logged(&mut self) -> Result<Plan> {
        let mut kind = "call".to_owned();
        if let Some(field) = Kind::Activity.field("type") {
            let asked = of_field(self.book, field, self.message);
            let question = Question { default: Some(kind), ..asked };
            let today = self.ctx.today(self.book)?;
            let reader = Reader { book: self.book, me: self.me, today };
            let typed = self.ctx.ask(&question, |answer| reader.value(field, answer))?;
            let typed = typed.and_then(|value| value.as_text().map(str::to_owned));
            kind = typed.unwrap_or_default();
        }
        let text = say!(en: "what was said and done?", zh: "沟通和执行了什么？");
        let content = self.ctx.ask(&Question::new(text), free)?.unwrap_or_default();
        let entry = log::Entry { kind, content, ..log::Entry::default() };
        let mut actor = self.ctx.actor(self.book, self.me)?;
        log::plan(self.book, &mut actor, (self.wish.kind, &self.wish.id), &entry).map_err(refusal)
    }
}

/// Who competes, or that nobody is known to: the key, what is done with it, and the value.
///
/// # Errors
/// When the person stops.
pub fn rivals(ctx: &Ctx<'_>, message: &Text) -> Result<(&'static str, Operator, String)> {
    let text = Text {
        en: format!("{}: who competes?", message.en).into(),
        zh: format!("{}：有哪家竞争对手？", message.zh).into(),
    };
    let none = say!(en: "none is known", zh: "未发现");
    let none = none.pick(ctx.lang).to_owned();
    let question = Question { default: Some(none.clone()), ..Question::new(text) };
    let answer = ctx.ask(&question, free)?.unwrap_or_else(|| none.clone());
    Ok(match answer == none {
        true => ("competition.none_known", Operator::Set, "yes".to_owned()),
        false => ("competition.rivals", Operator::Append, answer),
    })
}

fn refusal(why: Refusal) -> anyhow::Error {
    match why {
        Refusal::Cannot(why) | Refusal::Forbidden(why) => why.into(),
        Refusal::Gates(_) => say!(en: "gates are not satisfied", zh: "关卡未满足").into(),
    }
}

// What the rules would say of the answer, where it stands alone.
fn fits(
    book: &Book<'_>,
    actor: &mut Actor<'_>,
    wish: &Wish,
    key: &str,
    answer: &str,
) -> Result<(), Text> {
    let [(_, operator, _)] = &wish.parts[..] else { return Ok(()) };
    let assignment =
        Assignment { key: key.to_owned(), operator: *operator, value: answer.to_owned() };
    let plan = match set::plan(book, actor, wish.kind, &wish.id, &[assignment]) {
        Ok(plan) => plan,
        Err(Refusal::Cannot(why) | Refusal::Forbidden(why)) => return Err(why),
        Err(Refusal::Gates(_)) => return Ok(()),
    };
    let Ok(verdict) = judge(book.tree(), book, &plan, actor.today) else { return Ok(()) };
    verdict.added.into_iter().next().map_or(Ok(()), |finding| Err(finding.message))
}

fn free(answer: &str) -> Result<String, Text> {
    Ok(answer.to_owned())
}

// An item of a list of groups is given by the field that names it.
fn naming(field: &'static Field) -> &'static Field {
    match field.shape.core() {
        Shape::Group(fields) => fields.iter().find(|field| field.key != "id").unwrap_or(field),
        _ => field,
    }
}

/// The question for a field: what it is called and says, with its values where they are few.
pub fn of_field(book: &Book<'_>, field: &'static Field, message: &Text) -> Question {
    let (label, doc) = (field.label, field.doc);
    let text = Text {
        en: format!("{}: {} ({})", message.en, label.en, doc.en).into(),
        zh: format!("{}：{}（{}）", message.zh, label.zh, doc.zh).into(),
    };
    let named = naming(field);
    let choices = match named.shape.core() {
        Shape::Ref(kind) => records(book, kind),
        _ => {
            let choices = book.policy().choices(named).into_iter();
            choices.map(|(key, name)| (key.to_owned(), name)).collect()
        }
    };
    Question { choices, ..Question::new(text) }
}

// As many as a person reads at a glance.
fn records(book: &Book<'_>, kind: Kind) -> Vec<(String, Text)> {
    let ids = book.ids(kind);
    if ids.len() > 20 {
        return Vec::new();
    }
    ids.iter().map(|id| (id.to_string(), Text::same(book.name_of(kind, id)))).collect()
}

// What the book knows already.
fn default(book: &Book<'_>, wish: &Wish, key: &str) -> Option<String> {
    let deal = book.get::<Opportunity>(&wish.id).filter(|_| wish.kind == Kind::Opportunity)?;
    match key {
        "evaluation.probability" => {
            book.policy().stage(&deal.record.stage).map(|stage| stage.probability.to_string())
        }
        "needs.budget.max" => deal.record.total().map(|amount| amount.to_string()),
        "owner" => customer(book, wish)?.record.owner.as_deref().map(ToString::to_string),
        "needs.alignment.confirmed_by" => contacts(book, wish).into_iter().next().map(|(id, _)| id),
        _ => None,
    }
}

fn customer<'b>(book: &'b Book<'b>, wish: &Wish) -> Option<crate::book::Row<'b, Customer>> {
    match book.fields(wish.kind, &wish.id)?.get("customer") {
        View::Ref(_, id) => book.get::<Customer>(id),
        _ => book.get::<Customer>(&wish.id).filter(|_| wish.kind == Kind::Customer),
    }
}

// The customer's contacts, the primary one first.
fn contacts(book: &Book<'_>, wish: &Wish) -> Vec<(String, Text)> {
    let Some(row) = customer(book, wish) else { return Vec::new() };
    let mut contacts: Vec<_> = row.record.contacts.iter().collect();
    contacts.sort_by_key(|contact| contact.primary != Some(true));
    contacts
        .into_iter()
        .map(|contact| (contact.id.to_string(), Text::same(contact.name.clone())))
        .collect()
}

// A contact by id or name.
fn contact(contacts: &[(String, Text)], typed: &str) -> Result<String, Text> {
    let hit = contacts.iter().find(|(id, name)| id == typed || name.zh == typed);
    hit.map(|(id, _)| id.clone())
        .ok_or_else(|| say!(en: "no contact `{typed}`", zh: "没有联系人 `{typed}`"))
}
