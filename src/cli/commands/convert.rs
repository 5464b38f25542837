//! `convert`: a lead becomes a customer and an opportunity.

use anyhow::Result;

use crate::actions::assign::{self, Assignment, Operator};
use crate::actions::leads::convert::{self, Options};
use crate::actions::typed::Reader;
use crate::actions::{Plan, Refusal};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::placeholder;
use crate::base::text::Text;
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, supply, write};
use crate::flow::gates::Missing;
use crate::say;

/// Arguments of `convert`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The lead.
    #[arg(value_name = "REF")]
    record: String,
    /// Fields of the opportunity, as in expected_close=2027-01-31; of the new customer with customer. before them.
    #[arg(value_name = "KEY=VALUE")]
    fields: Vec<String>,
    /// The customer that it belongs to.
    #[arg(long, value_name = "REF", conflicts_with = "new")]
    customer: Option<String>,
    /// It is a new customer although one like it is there.
    #[arg(long)]
    new: bool,
    /// Pass a gate without what it asks for.
    #[arg(long, value_name = "GATE", requires = "reason")]
    waive: Vec<String>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Show the files and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "把线索转化为客户和销售机会，已知内容一并带入。"),
    ("record", "线索"),
    ("fields", "销售机会的字段，如 预计成交日期=2027-01-31；新客户的字段前加 客户."),
    ("customer", "所属的已有客户"),
    ("new", "虽有相似客户，确为新客户"),
    ("waive", "豁免一项关卡"),
    ("reason", "原因"),
    ("dry_run", "只显示文件，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let fields = args.fields.iter().map(|field| assign::parse(field));
    let mut fields: Vec<Assignment> = fields.collect::<Result<_, Text>>()?;
    let mut lacking = None;
    let done = write::complete(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (_, id) = pick::pick(ctx, book, &folder, &args.record, &[Kind::Lead], me)?;
        let customer = args.customer.as_ref().map(|typed| {
            pick::pick(ctx, book, &folder, typed, &[Kind::Customer], me).map(|(_, id)| id)
        });
        let mut options = Options {
            customer: customer.transpose()?,
            new: args.new,
            fields: fields.clone(),
            waive: args.waive.clone(),
            reason: args.reason.clone(),
        };
        let planned = completed(ctx, book, me, &id, &mut options);
        if let Ok(Err(Refusal::Gates(missing))) = &planned {
            lacking = together(&id, missing, options.reason.is_some());
        }
        fields = options.fields;
        planned
    })?;
    // After the list of what is missing: nothing of it is kept between two runs.
    if let Some(Text { en, zh }) = lacking {
        ctx.tell(&say!(en: "add to the command: {en}", zh: "请在命令中补上：{zh}"));
    }
    Ok(done)
}

// Plans; what the entry stage misses and can be typed is asked for, one after another.
fn completed(
    ctx: &mut Ctx<'_>,
    book: &Book<'_>,
    me: Option<&Id>,
    id: &Id,
    options: &mut Options,
) -> Result<std::result::Result<Plan, Refusal>> {
    loop {
        let mut actor = ctx.actor(book, me)?;
        let missing = match convert::plan(book, &mut actor, id, options) {
            Err(Refusal::Gates(missing)) => missing,
            other => return Ok(other),
        };
        if !ctx.asks() {
            return Ok(Err(Refusal::Gates(missing)));
        }
        // What cannot be typed here holds it, whatever else is answered.
        let wanted: Option<Vec<(&Missing, String)>> =
            missing.iter().map(|lack| Some((lack, key(lack)?))).collect();
        let Some((lack, key)) = wanted.and_then(|wanted| wanted.into_iter().next()) else {
            return Ok(Err(Refusal::Gates(missing)));
        };
        options.fields.push(answer(ctx, book, me, lack, &key)?);
    }
}

// What is missing and can be typed in this command, where it is more than one thing.
fn together(id: &Id, missing: &[Missing], has_reason: bool) -> Option<Text> {
    const REASON: &str = " --reason TEXT";
    let start = format!("salesops convert {} ", Kind::Lead.reference(id));
    let parts = missing.iter().filter_map(|lack| lack.remedy.strip_prefix(&start));
    let parts: Vec<&str> = parts.collect();
    if parts.len() < 2 {
        return None;
    }
    let all = parts.join(" ");
    let mut typed = all.replace(REASON, "");
    if typed != all && !has_reason {
        typed.push_str(REASON);
    }
    Some(placeholder::in_both(&typed))
}

// The field that a remedy asks for: `salesops convert REF KEY=VALUE`.
fn key(lack: &Missing) -> Option<String> {
    let mut words = lack.remedy.split(' ').skip(1);
    let (verb, field) = (words.next()?, words.nth(1)?);
    let (key, value) = field.split_once('=')?;
    let open = placeholder::chinese(value).is_some() || lack.gate == "competition";
    (verb == "convert" && open).then(|| key.to_owned())
}

fn answer(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    me: Option<&Id>,
    lack: &Missing,
    key: &str,
) -> Result<Assignment> {
    if lack.gate == "competition" {
        let (key, operator, value) = supply::rivals(ctx, &lack.message)?;
        return Ok(Assignment { key: key.to_owned(), operator, value });
    }
    let field = assign::resolve(Kind::Opportunity, key)?.field;
    let reader = Reader { book, me, today: ctx.today(book)? };
    let question = match field {
        Some(field) => supply::of_field(book, field, &lack.message),
        None => crate::cli::ask::Question::new(lack.message.clone()),
    };
    let value = ctx.ask(&question, |typed| match field {
        Some(field) => reader.value(field, typed).map(|_| typed.to_owned()),
        None => Ok(typed.to_owned()),
    })?;
    let nothing = || say!(en: "nothing was answered", zh: "没有回答");
    let value = value.ok_or_else(nothing)?;
    Ok(Assignment { key: key.to_owned(), operator: Operator::Set, value })
}
