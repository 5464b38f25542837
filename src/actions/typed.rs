//! What people type, as the value of a field.

use crate::base::amount::parse_amount;
use crate::base::currency::Currency;
use crate::base::date::{Date, Instant};
use crate::base::field::{Field, Shape};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::base::typed_choice::{parse_choice, parse_truth};
use crate::base::typed_date::parse_date;
use crate::base::value::Value;
use crate::base::width::normalize_width;
use crate::book::{Book, Found, Wanted, several, unsure};
use crate::model::TagDefinition;
use crate::model::tag::TagType;
use crate::say;

/// What typed values are read against.
#[derive(Clone, Copy)]
pub struct Reader<'r> {
    /// The book.
    pub book: &'r Book<'r>,
    /// The member who types.
    pub me: Option<&'r Id>,
    /// The day.
    pub today: Date,
}

impl Reader<'_> {
    /// A typed value for a field; for a list, one item of it.
    ///
    /// # Errors
    /// When it does not fit the field, with what would.
    pub fn value(&self, field: &Field, typed: &str) -> Result<Value, Text> {
        let narrow = normalize_width(typed.trim());
        Ok(match field.shape.core() {
            Shape::Text => Value::text(unescaped(typed)),
            Shape::Bool => Value::plain(parse_truth(&narrow)?),
            Shape::Int => Value::plain(whole(&narrow)?),
            Shape::Decimal => Value::plain(parse_amount(&narrow)?),
            Shape::Date => Value::plain(self.date(&narrow)?),
            Shape::Instant => Value::plain(self.instant(&narrow)?),
            Shape::Period => Value::plain(Span::typed(&narrow, self.today)?),
            Shape::Currency => Value::plain(Currency::typed(&narrow)?.code()),
            Shape::Term => match field.terms {
                Some(list) => Value::plain(self.book.policy().parse_term(list, &narrow)?),
                None => Value::text(typed),
            },
            Shape::Choice(choices) => Value::plain(parse_choice(choices, &narrow)?),
            Shape::Ref(kind) => Value::plain(self.reference(kind, typed)?),
            Shape::AnyRef => {
                let (kind, id) = self.found(&Kind::ALL, typed)?;
                Value::plain(kind.reference(&id))
            }
            _ if field.shape.is_list() => {
                let key = field.key;
                return Err(say!(
                    en: "`{key}` is a list of groups; add one by `{key}+=`",
                    zh: "`{key}` 是多组内容的列表；请用 `{key}+=` 加入一组"
                ));
            }
            Shape::Group(fields) => return Err(is_group(field.key, fields)),
            _ => {
                let key = field.key;
                return Err(say!(
                    en: "`{key}` is a group; set a key inside it, such as `{key}.…=`",
                    zh: "`{key}` 是一组键；请设置其中的键，如 `{key}.…=`"
                ));
            }
        })
    }

    /// A typed date, in either language; working days by the book's calendar.
    ///
    /// # Errors
    /// When it is none.
    pub fn date(&self, typed: &str) -> Result<Date, Text> {
        parse_date(typed, self.today, &|from, days| {
            self.book.calendar().add_working_days(from, days)
        })
    }

    /// A typed moment: a date and a clock time of the book's zone, or a clock time of today.
    ///
    /// # Errors
    /// When it is none.
    pub fn instant(&self, typed: &str) -> Result<Instant, Text> {
        if let Ok(instant) = Instant::parse(typed) {
            return Ok(instant);
        }
        let (day, clock) = match typed.rsplit_once([' ', 'T']) {
            Some((day, clock)) => (self.date(day)?, clock),
            None => (self.today, typed),
        };
        let today = self.today;
        Instant::at(day, clock, self.book.policy().zone()).ok_or_else(|| {
            say!(
                en: "`{typed}` is no moment; write the day and the time, as in `{today} 09:30`, or `09:30` for today",
                zh: "`{typed}` 不是时刻；请写日期和时间，如 `{today} 09:30`；当天可只写 `09:30`"
            )
        })
    }

    /// The day of something that is done: a typed date, else today.
    ///
    /// # Errors
    /// When it is no date, or still to come.
    pub fn day(&self, typed: Option<&str>) -> Result<Date, Text> {
        let on = typed.map(|typed| self.date(typed)).transpose()?.unwrap_or(self.today);
        if on > self.today {
            return Err(say!(en: "{on} is still to come", zh: "{on} 尚未到来"));
        }
        Ok(on)
    }

    /// The id of the record that is typed. A write never lands on a guess: several are an error.
    ///
    /// # Errors
    /// When none or several fit, with the candidates.
    pub fn reference(&self, kind: Kind, typed: &str) -> Result<Id, Text> {
        if kind == Kind::Member && (typed == "me" || typed == "我") {
            return self.me.cloned().ok_or_else(
                || say!(en: "who is `me`? say `--as MEMBER`", zh: "`me` 是谁？请用 `--as 成员` 说明"),
            );
        }
        self.found(&[kind], typed).map(|(_, id)| id)
    }

    fn found(&self, kinds: &[Kind], typed: &str) -> Result<(Kind, Id), Text> {
        match self.book.find(typed, Wanted { kinds, me: self.me }) {
            Found::One(kind, id) => Ok((kind, id)),
            Found::None(why) => Err(why),
            Found::Many(hits) => Err(several(self.book, typed, &hits)),
            Found::Alike(hits) => Err(unsure(self.book, typed, &hits)),
        }
    }

    /// A typed value for a tag, checked against its definition where there is one.
    ///
    /// # Errors
    /// When it does not fit, with what would.
    pub fn tag(&self, definition: Option<&TagDefinition>, typed: &str) -> Result<Value, Text> {
        let Some(definition) = definition else { return Ok(Value::text(typed)) };
        let narrow = normalize_width(typed.trim());
        let value = match definition.r#type {
            TagType::Text => typed.to_owned(),
            TagType::Number => parse_amount(&narrow)?.to_string(),
            TagType::Date => self.date(&narrow)?.to_string(),
            TagType::YesNo => (if parse_truth(&narrow)? { "yes" } else { "no" }).to_owned(),
            TagType::Choice => choice(definition, &narrow),
        };
        crate::rules::tag_mistyped::fits(definition, &value)?;
        Ok(Value::text(value))
    }
}

/// The key of the value that is meant by key, name or other spelling; else what was typed.
pub fn choice(definition: &TagDefinition, typed: &str) -> String {
    let mut values = definition.values.iter();
    let fits = values.find(|value| value.key.eq_ignore_ascii_case(typed) || value.is_called(typed));
    fits.map_or_else(|| typed.to_owned(), |value| value.key.clone())
}

fn is_group(key: &str, fields: &[Field]) -> Text {
    let keys: Vec<String> = fields.iter().map(|inner| format!("`{key}.{}=`", inner.key)).collect();
    let keys = keys.join(", ");
    say!(
        en: "`{key}` has several parts; set one of {keys}",
        zh: "`{key}` 由几部分组成；请设置其中之一：{keys}"
    )
}

// `\n` is the one escape: a shell's arguments seldom hold a line break.
fn unescaped(typed: &str) -> String {
    typed.trim().replace("\\n", "\n")
}

fn whole(typed: &str) -> Result<i64, Text> {
    let digits = typed.trim_end_matches('%');
    digits
        .parse()
        .map_err(|_| say!(en: "`{typed}` is not a whole number", zh: "`{typed}` 不是整数"))
}
