//! Starting a book.

use crate::base::change::Change;
use crate::base::currency::Currency;
use crate::base::date::Offset;
use crate::base::text::Lang;
use crate::policy::FORMAT;

/// What a new book is like.
#[derive(Clone, Debug)]
pub struct Options {
    /// The packs in force.
    pub packs: Vec<String>,
    /// The currency of amounts that name none.
    pub currency: Currency,
    /// The zone of its days.
    pub zone: Offset,
    /// Its language.
    pub lang: Lang,
}

/// The files of a new book: policy, working calendar, the taxonomy of tags, some views.
pub fn plan(options: &Options) -> Vec<Change> {
    let file = |path: String, text: String| Change {
        path: path.into(),
        before: None,
        after: Some(text.into_bytes()),
    };
    let mut files = vec![
        file("salesops.toml".to_owned(), policy(options)),
        file(".gitattributes".to_owned(), "* text=auto eol=lf\n".to_owned()),
    ];
    for (year, text) in CALENDAR {
        files.push(file(format!("calendar/{year}.yaml"), (*text).to_owned()));
    }
    for (id, text) in TAGS {
        files.push(file(format!("tags/{id}.yaml"), (*text).to_owned()));
    }
    for (name, text) in VIEWS {
        files.push(file(format!("views/{name}.toml"), (*text).to_owned()));
    }
    files
}

const CALENDAR: &[(&str, &str)] = &[
    ("2025", include_str!("start/calendar/2025.yaml")),
    ("2026", include_str!("start/calendar/2026.yaml")),
];

const VIEWS: &[(&str, &str)] = &[
    ("mine", include_str!("start/views/mine.toml")),
    ("no-next-step", include_str!("start/views/no-next-step.toml")),
];

macro_rules! definitions {
    ($($id:literal)*) => {
        &[$( ($id, include_str!(concat!("start/tags/", $id, ".yaml"))), )*]
    };
}

// The taxonomy of TAG-2, most of it fields of the records, and a few tags to begin with. A company
// adds its own by adding files.
const TAGS: &[(&str, &str)] = definitions! {
    "customer.name"
    "customer.type"
    "customer.contact_name"
    "customer.contact_position"
    "customer.contact_phone"
    "customer.contact_email"
    "customer.registered_address"
    "customer.business_scope"
    "customer.industry"
    "customer.sub_industry"
    "customer.size"
    "customer.annual_purchase"
    "customer.product_needs"
    "customer.service_needs"
    "customer.special_needs"
    "customer.intent"
    "customer.budget"
    "customer.decision_cycle"
    "customer.first_deal_on"
    "customer.deal_count"
    "customer.products_bought"
    "customer.total_amount"
    "customer.credit"
    "customer.overdue"
    "customer.decision_style"
    "customer.vip"
    "opportunity.source"
    "opportunity.stage"
    "opportunity.competitors"
    "opportunity.our_advantages"
    "opportunity.our_disadvantages"
    "opportunity.decision_style"
    "product.name"
    "product.model"
    "product.category"
    "product.features"
    "product.advantages"
    "member.name"
    "member.position"
    "member.joined_on"
    "member.expertise"
    "member.targets"
    "member.teamwork"
};

/// The definitions of tags that a new book has, each with the clauses that ask for it.
pub fn tags() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    TAGS.iter().map(|(id, text)| (*id, clauses_of(text)))
}

// They stand in its first comment.
fn clauses_of(text: &str) -> Vec<&str> {
    let comments = text.lines().filter_map(|line| line.strip_prefix("# "));
    comments.flat_map(str::split_whitespace).collect()
}

fn policy(options: &Options) -> String {
    let packs: Vec<String> = options.packs.iter().map(|pack| format!("\"{pack}\"")).collect();
    let lang = match options.lang {
        Lang::En => "en",
        Lang::Zh => "zh",
    };
    let (packs, currency, zone) = (packs.join(", "), options.currency.code(), options.zone);
    format!(
        "# The policy of this book. What does not stand here has its default:\n\
         # `salesops policy` prints every value, where it comes from and its clause.\n\
         # 本账本的制度。未写明的采用默认值：`salesops policy` 列出全部有效值、出处和条款。\n\
         \n\
         format = {FORMAT}\n\
         currency = \"{currency}\"\n\
         zone = \"{zone}\"\n\
         lang = \"{lang}\"\n\
         packs = [{packs}]\n"
    )
}

#[cfg(test)]
mod tests;
