//! `who`: whether a customer or lead is known, whose it is, and what one may do.

use serde_json::{Value, json};

use crate::actions::known;
use crate::base::credit_code;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, pick};
use crate::facts::identity::{self, KINDS, Marks};
use crate::facts::is_open;
use crate::facts::protection::{Standing, standings};
use crate::output::plain;
use crate::say;

/// Arguments of `who`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A name, a telephone number, an e-mail or its domain, a credit code.
    #[arg(required = true)]
    text: Vec<String>,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "查询某客户或线索是否已在册：归谁、自何时、保护至何时、可以做什么。"),
    ("text", "名称、电话、邮箱或其域名、统一社会信用代码"),
];

// More would be no answer.
const SHOWN: usize = 20;

/// A customer or lead that is known.
struct Known {
    kind: Kind,
    id: Id,
    name: String,
    how: (&'static str, Label),
    standing: Option<Standing>,
    steps: Vec<String>,
}

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let me = ctx.me(&book)?;
    let day = ctx.today(&book)?;
    let format = super::check::format(ctx, &["human", "csv", "json"])?;
    let typed = args.text.join(" ");
    let matched = matched(&book, &typed);
    let n = matched.len();
    let matched: Vec<_> = matched.into_iter().take(SHOWN).collect();
    let records: Vec<(Kind, &Id)> = matched.iter().map(|(kind, id, _)| (*kind, id)).collect();
    let standings = standings(&book, &records, day);
    let found: Vec<Known> = matched
        .into_iter()
        .zip(standings)
        .map(|((kind, id, how), standing)| {
            let steps = known::steps(kind, &id, standing.as_ref(), me.as_ref(), day);
            Known { kind, name: book.name_of(kind, &id), id, how, standing, steps }
        })
        .collect();
    tell_wrong_code(ctx, &typed);
    pick::keep_list(ctx, &folder, found.iter().map(Known::reference));
    match format.as_str() {
        "json" => {
            let found = serde_json::to_string_pretty(&as_json(&found, day))?;
            ctx.print(&format!("{found}\n"))?;
        }
        "csv" => ctx.print_table(&table(&book, &found, day), &format)?,
        _ => {
            let text = human(ctx, &book, &found, day);
            ctx.print(&text)?;
        }
    }
    if n == 0 {
        ctx.say(&unknown(&typed));
    } else if n > SHOWN {
        let more = n - SHOWN;
        ctx.say(&say!(en: "{more} more; say more of the name", zh: "另有 {more} 条；请输入更完整的名称"));
    }
    Ok(Exit::Fine)
}

// By what was typed where that says itself what it is, else by name, the closest first.
fn matched(book: &Book<'_>, typed: &str) -> Vec<(Kind, Id, (&'static str, Label))> {
    let marks = Marks::typed(typed);
    if !marks.is_empty() {
        let matches = identity::matches(book, &marks).into_iter();
        return matches.map(|it| (it.kind, it.id, (it.ground.key(), it.ground.label()))).collect();
    }
    let hits = book.look(typed, &KINDS).into_iter();
    let hits = hits.filter(|hit| is_open(book, hit.kind, &hit.id));
    hits.map(|hit| (hit.kind, hit.id, (hit.likeness.key(), hit.likeness.label()))).collect()
}

// GB 32100-2015: a slip would ask for another company.
fn tell_wrong_code(ctx: &mut Ctx<'_>, typed: &str) {
    let code = normalize_width(typed.trim()).to_uppercase();
    let check = credit_code::check_character(&code);
    let Some(check) = check.filter(|_| !credit_code::is_valid(&code)) else { return };
    ctx.tell(&say!(
        en: "`{code}` is not a valid credit code: after its first 17 characters comes `{check}`",
        zh: "`{code}` 不是有效的信用代码：按前 17 位，校验码应为 `{check}`"
    ));
}

fn unknown(typed: &str) -> Text {
    let marks = Marks::typed(typed);
    // What a shell would take apart is not put into a command.
    let is_word = typed.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    let name = if is_word && marks.is_empty() { typed } else { "…" };
    say!(
        en: "not known: `{typed}`; `salesops add lead name={name}` or `salesops add customer name={name}`",
        zh: "未在册：`{typed}`；可用 `salesops add lead name={name}` 或 `salesops add customer name={name}` 新增"
    )
}

impl Known {
    fn reference(&self) -> String {
        self.kind.reference(&self.id)
    }

    fn owner(&self) -> Option<&Id> {
        self.standing.as_ref()?.owner.as_ref()
    }

    fn is_protected(&self, day: Date) -> bool {
        self.standing.as_ref().is_some_and(|standing| standing.is_protected(day))
    }
}

fn as_json(found: &[Known], day: Date) -> Value {
    let one = |it: &Known| {
        let standing = it.standing.as_ref();
        let open = standing.and_then(|it| it.open.as_ref());
        json!({
            "kind": it.kind.key(),
            "id": &*it.id,
            "name": it.name,
            "match": it.how.0,
            "owner": it.owner().map(|owner| &**owner),
            "since": standing.and_then(|it| it.since).map(|day| day.to_string()),
            "kept_until": standing.and_then(|it| it.until).map(|day| day.to_string()),
            "open": open.map(|id| &**id),
            "protected": it.is_protected(day),
            "next": it.steps,
        })
    };
    json!({ "version": 1, "known": found.iter().map(one).collect::<Vec<_>>() })
}

fn table(book: &Book<'_>, found: &[Known], day: Date) -> Table {
    let column = |key: &str, kind: Type| Column::new(key, Label::new("", ""), kind);
    let columns = vec![
        column("record", Type::Text),
        column("name", Type::Text),
        column("match", Type::Text),
        column("owner", Type::Ref),
        column("since", Type::Date),
        column("kept_until", Type::Date),
        column("open", Type::Text),
        column("protected", Type::Text),
    ];
    let date = |day: Option<Date>| day.map_or(Cell::Empty, Cell::Date);
    let row = |it: &Known| {
        let standing = it.standing.as_ref();
        let owner = it.owner().map(|id| Cell::Ref(id.to_string(), book.name_of(Kind::Member, id)));
        let open = standing.and_then(|it| it.open.as_ref());
        let cells = vec![
            Cell::Text(it.reference()),
            Cell::Text(it.name.clone()),
            Cell::Text(it.how.0.to_owned()),
            owner.unwrap_or(Cell::Empty),
            date(standing.and_then(|it| it.since)),
            date(standing.and_then(|it| it.until)),
            open.map_or(Cell::Empty, |id| Cell::Text(id.to_string())),
            Cell::Text(it.is_protected(day).to_string()),
        ];
        Row { cells, records: vec![it.reference()] }
    };
    let rows = found.iter().map(row).collect();
    Table { name: "known".to_owned(), columns, rows, ..Table::default() }
}

fn human(ctx: &Ctx<'_>, book: &Book<'_>, found: &[Known], day: Date) -> String {
    let mut text = String::new();
    for (at, it) in found.iter().enumerate() {
        let how = it.how.1.pick(ctx.lang);
        let (number, reference) = (at + 1, it.reference());
        text.push_str(&format!("{number}  {}  {reference}  ({how})\n", plain(&it.name)));
        if let Some(standing) = &it.standing {
            let owned = known::owned(book, standing, day);
            let owned = owned.pick(ctx.lang).trim_start_matches([',', '，', ' ']);
            text.push_str(&format!("   {}\n", plain(owned)));
        }
        for step in &it.steps {
            text.push_str(&format!("   {step}\n"));
        }
    }
    text
}
