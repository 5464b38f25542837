//! See [`RULE`].

use std::collections::BTreeSet;

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::{Customer, Opportunity, Rate, Survey};
use crate::say;

/// Two items of a list have the same id.
pub static RULE: Rule = Rule {
    name: "item-id-repeated",
    level: Level::Error,
    what: Label::new(
        "Contacts of a customer and competitors of an opportunity have ids of their own, a customer answers a survey once, \
         and a currency has one rate in a file.",
        "客户的联系人、机会的竞争对手各有自己的编号；每家客户对一次调查只答复一次；一份汇率中每个币种只有一项。",
    ),
    why: Label::new(
        "The id is the item's address: a command would change the wrong one, and two answers of one customer would count twice.",
        "编号是条目的地址，重复会使命令改错对象；重复的答复会被计算两次。",
    ),
    example: "contacts:\n  - id: c-7k3q\n    name: 张三\n  - id: c-7k3q\n    name: 李四",
    remedy: Label::new(
        "Give one of them another id, or change the answer that is there: `salesops set survey/ID answers.CUSTOMER.overall=4`.",
        "为其中之一换一个编号；答复请改原有的一份：`salesops set survey/编号 answers.客户.overall=4`。",
    ),
    clauses: &["TAG-3.1.3b"],
    kinds: &[Kind::Customer, Kind::Opportunity, Kind::Survey, Kind::Rate],
    check: Check::Record(|cx, row, sink| {
        let (list, key, ids): (_, _, Vec<&str>) = match row.kind {
            Kind::Customer => {
                let Some(customer) = cx.book.get::<Customer>(row.id) else { return };
                let ids = customer.record.contacts.iter().map(|contact| &*contact.id);
                ("contacts", "id", ids.collect())
            }
            Kind::Survey => {
                let Some(survey) = cx.book.get::<Survey>(row.id) else { return };
                let ids = survey.record.answers.iter().map(|answer| &**answer.customer);
                ("answers", "customer", ids.collect())
            }
            Kind::Rate => {
                let Some(rate) = cx.book.get::<Rate>(row.id) else { return };
                let ids = rate.record.rates.iter().map(|quote| quote.currency.code());
                ("rates", "currency", ids.collect())
            }
            _ => {
                let Some(deal) = cx.book.get::<Opportunity>(row.id) else { return };
                let rivals = deal.record.competition.as_ref().map(|it| &it.rivals);
                let ids = rivals.map(|rivals| rivals.iter().map(|rival| &*rival.id).collect());
                ("competition.rivals", "id", ids.unwrap_or_default())
            }
        };
        let mut seen = BTreeSet::new();
        for (at, id) in ids.into_iter().enumerate() {
            if seen.insert(id) {
                continue;
            }
            let route = format!("{list}.{at}.{key}");
            if row.kind == Kind::Rate {
                let taken = say!(en: "`{id}` has a rate already", zh: "`{id}` 已有一项汇率");
                sink.value(row, &route, taken);
                continue;
            }
            if row.kind != Kind::Survey {
                let taken = say!(en: "the id `{id}` is taken already", zh: "编号 `{id}` 已被使用");
                sink.value(row, &route, taken);
                continue;
            }
            let reference = row.reference();
            let answered = say!(en: "`{id}` has answered already", zh: "`{id}` 已有一份答复");
            sink.value(row, &route, answered).help(say!(
                en: "change that answer: `salesops set {reference} answers.{id}.overall=VALUE`",
                zh: "修改原有的答复：`salesops set {reference} answers.{id}.overall=值`"
            ));
        }
    }),
};
