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

/// The files of a new book.
pub fn plan(options: &Options) -> Vec<Change> {
    let file = |path: &str, text: String| Change {
        path: path.into(),
        before: None,
        after: Some(text.into_bytes()),
    };
    let mut files = vec![
        file("salesops.toml", policy(options)),
        file(".gitattributes", "* text=auto eol=lf\n".to_owned()),
        file("calendar/2026.yaml", include_str!("start/2026.yaml").to_owned()),
    ];
    for (id, text) in TAGS {
        files.push(file(&format!("tags/{id}.yaml"), (*text).to_owned()));
    }
    files
}

// Examples of definitions; a company adds its own by adding files.
const TAGS: &[(&str, &str)] = &[
    ("customer.decision_style", include_str!("start/customer.decision_style.yaml")),
    ("customer.vip", include_str!("start/customer.vip.yaml")),
    ("opportunity.decision_style", include_str!("start/opportunity.decision_style.yaml")),
];

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
