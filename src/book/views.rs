//! Saved queries: `views/NAME.toml`.

use serde::{Deserialize, Deserializer};

use super::{Book, FaultyFiles};
use crate::base::fold::is_same;
use crate::base::kind::Kind;
use crate::base::scalar;
use crate::base::text::Text;
use crate::say;
use crate::text::decode::decode;
use crate::text::toml;

/// A saved query.
#[derive(Clone, Debug)]
pub struct View {
    /// Its name: the stem of its file.
    pub name: Box<str>,
    /// Its file.
    pub path: Box<str>,
    /// The kind of record that it chooses.
    pub kind: Kind,
    /// What people call it; its name where nothing is said.
    pub label: Text,
    /// The query.
    pub query: String,
    /// The columns of its list; empty for those of the kind.
    pub columns: Vec<String>,
    /// The keys that its list is sorted by.
    pub sort: Vec<String>,
}

/// The file as it is typed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    kind: Named,
    query: String,
    en: Option<String>,
    zh: Option<String>,
    #[serde(default)]
    columns: Vec<String>,
    #[serde(default)]
    sort: Vec<String>,
}

struct Named(Kind);

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Named, D::Error> {
        scalar::deserialize(decoder, |typed| {
            let kinds = || Kind::ALL.map(Kind::key).join(", ");
            Kind::parse(typed).map(Named).ok_or_else(|| {
                let kinds = kinds();
                say!(
                    en: "no kind `{typed}`; there are {kinds}",
                    zh: "没有类型 `{typed}`；可用：{kinds}"
                )
            })
        })
    }
}

/// All views by name, and what is wrong with the files.
#[derive(Default)]
pub(super) struct Views {
    all: Vec<View>,
    faults: FaultyFiles,
}

impl Book<'_> {
    /// The saved queries, by name.
    pub fn views(&self) -> &[View] {
        &self.read_views().all
    }

    /// The saved query that people mean by its name or by what it is called.
    pub fn view(&self, typed: &str) -> Option<&View> {
        let all = self.views();
        let called =
            |view: &&View| is_same(&view.label.en, typed) || is_same(&view.label.zh, typed);
        all.iter().find(|view| *view.name == *typed).or_else(|| all.iter().find(called))
    }

    /// What is wrong with the files of views, by path.
    pub fn view_faults(&self) -> &[(Box<str>, Vec<crate::text::fault::Fault>)] {
        &self.read_views().faults
    }

    fn read_views(&self) -> &Views {
        self.views.get_or_init(|| {
            let mut views = Views::default();
            for path in &self.view_files {
                let source = self.text(path).unwrap_or_default();
                let (tree, mut faults) = toml::parse(&source);
                if faults.is_empty() {
                    let (raw, found) = decode::<Raw>(&tree);
                    faults = found;
                    // A view with a fault would choose something else than it says.
                    views.all.extend(raw.filter(|_| faults.is_empty()).map(|raw| view(path, raw)));
                }
                if !faults.is_empty() {
                    views.faults.push((path.clone(), faults));
                }
            }
            views.all.sort_by(|a, b| a.name.cmp(&b.name));
            views
        })
    }
}

fn view(path: &str, raw: Raw) -> View {
    let file = path.rsplit('/').next().unwrap_or(path);
    let name = file.strip_suffix(".toml").unwrap_or(file);
    let label = |text: Option<String>| text.unwrap_or_else(|| name.to_owned()).into();
    View {
        name: name.into(),
        path: path.into(),
        kind: raw.kind.0,
        label: Text { en: label(raw.en), zh: label(raw.zh) },
        query: raw.query,
        columns: raw.columns,
        sort: raw.sort,
    }
}
