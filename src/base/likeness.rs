//! How alike what somebody typed and a name are.

use super::name::{bare, normal};
use super::sound::{Letters, Spelling};
use super::text::Label;

/// How alike they are, the most alike first. Up to [`Likeness::Alias`] the name itself was typed;
/// what follows is a guess, which no write may land on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// The name.
    Exact,
    /// Another name that it bears or bore.
    Alias,
    /// The name but for its legal form.
    Bare,
    /// The beginning of a name.
    Prefix,
    /// The beginning of a name in pinyin.
    Pinyin,
    /// The initials that a name begins with.
    Initials,
    /// A part of a name, as text or by sound.
    Part,
}

impl Likeness {
    /// The key in machine-readable output.
    pub const fn key(self) -> &'static str {
        match self {
            Likeness::Exact => "exact",
            Likeness::Alias => "alias",
            Likeness::Bare => "bare",
            Likeness::Prefix => "prefix",
            Likeness::Pinyin => "pinyin",
            Likeness::Initials => "initials",
            Likeness::Part => "part",
        }
    }

    /// The name for people.
    pub const fn label(self) -> Label {
        match self {
            Likeness::Exact => Label::new("name", "名称"),
            Likeness::Alias => Label::new("another name", "别名"),
            Likeness::Bare => Label::new("name but for the legal form", "名称（不计公司后缀）"),
            Likeness::Prefix => Label::new("beginning of a name", "名称开头"),
            Likeness::Pinyin => Label::new("pinyin", "拼音"),
            Likeness::Initials => Label::new("initials", "拼音首字母"),
            Likeness::Part => Label::new("part of a name", "名称的一部分"),
        }
    }

    /// Whether the name itself was typed.
    pub fn is_certain(self) -> bool {
        self <= Likeness::Alias
    }
}

/// What somebody typed, ready to be held against many names.
#[derive(Clone, Debug)]
pub struct Sought {
    text: String,
    bare: String,
    letters: Option<Letters>,
}

impl Sought {
    /// What `typed` asks for; `None` where nothing is typed.
    pub fn new(typed: &str) -> Option<Sought> {
        let text = normal(typed);
        if text.is_empty() {
            return None;
        }
        let (bare, letters) = (bare(&text), Letters::of(&text));
        Some(Sought { text, bare, letters })
    }

    /// The normal form of what was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How like it is to a name in its normal form.
    pub fn likeness(&self, name: &str) -> Option<Likeness> {
        if name == self.text {
            return Some(Likeness::Exact);
        }
        if self.is_bare(name) {
            return Some(Likeness::Bare);
        }
        if name.starts_with(&self.text) {
            return Some(Likeness::Prefix);
        }
        let spelling = self.letters.as_ref().and_then(|letters| letters.spell(name));
        let spelled = spelling.map(|spelling| match spelling {
            Spelling::Pinyin => Likeness::Pinyin,
            Spelling::Initials => Likeness::Initials,
            Spelling::Inside => Likeness::Part,
        });
        spelled.or_else(|| self.is_part(name).then_some(Likeness::Part))
    }

    // One letter stands in too many names to be a part of one.
    fn is_part(&self, name: &str) -> bool {
        self.text.len() > 1 && name.contains(&self.text)
    }

    fn is_bare(&self, name: &str) -> bool {
        let begins_alike = name.chars().next() == self.bare.chars().next();
        begins_alike && name.len() >= self.bare.len() && bare(name) == self.bare
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_alike_is_told() {
        use Likeness::{Bare, Exact, Initials, Part, Pinyin, Prefix};
        let name = normal("北京星辰科技有限公司");
        for (typed, how) in [
            ("北京星辰科技有限公司", Some(Exact)),
            ("北京 星辰科技有限公司", Some(Exact)),
            ("北京星辰科技", Some(Bare)),
            ("北京星辰科技股份有限公司", Some(Bare)),
            ("北京星辰", Some(Prefix)),
            ("beijing", Some(Pinyin)),
            ("bjxckj", Some(Initials)),
            ("星辰", Some(Part)),
            ("xingchen", Some(Part)),
            ("星晨", None),
            ("shanghai", None),
        ] {
            assert_eq!(Sought::new(typed).unwrap().likeness(&name), how, "{typed}");
        }
        assert!(Sought::new(" \u{3000}").is_none());
        assert_eq!(Sought::new("c").unwrap().likeness("acme"), None);
        assert_eq!(Sought::new("辰").unwrap().likeness("星辰"), Some(Part));
    }

    #[test]
    fn an_alias_is_as_certain_as_a_name_and_nothing_else_is() {
        assert!(Likeness::Exact.is_certain() && Likeness::Alias.is_certain());
        assert!(!Likeness::Bare.is_certain() && !Likeness::Part.is_certain());
    }
}
