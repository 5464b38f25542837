//! Latin letters that somebody types for a Chinese name: its pinyin, its initials, a part of them.
//!
//! Any reading of a character counts (`单` is `dan`, `shan` and `chan`): this finds records for
//! people to look at or choose from. What makes ids is [`slug`](super::slug), with one reading.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::{ToPinyin, ToPinyinMulti};

use super::slug::pinyin::{rows, spell};

/// The letters typed, in lower case, without what parts them (`bei jing`, `xi'an`).
#[derive(Clone, Debug)]
pub struct Letters(Vec<u8>);

/// How letters spell a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// It begins with them in full: `beijingx` for `北京星辰`.
    Pinyin,
    /// It begins with them where some syllables are only their initials: `bjxc`, `beijxc`.
    Initials,
    /// They spell something inside it: `xingchen`, `xckj`.
    Inside,
}

// Places between letters are the bits of a word.
const MOST: usize = 60;
// Two initials stand inside too many names to mean one.
const INITIALS_INSIDE: usize = 3;

impl Letters {
    /// The letters of `typed`; `None` where something else stands there, or too few or too many.
    pub fn of(typed: &str) -> Option<Letters> {
        let parts = |c: char| matches!(c, ' ' | '-' | '\'' | '·');
        let letters: String = typed.chars().filter(|c| !parts(*c)).collect();
        let fits = letters.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && letters.bytes().any(|byte| byte.is_ascii_alphabetic());
        let letters = letters.to_ascii_lowercase().into_bytes();
        (fits && (2..=MOST).contains(&letters.len())).then_some(Letters(letters))
    }

    /// The letters that a Chinese text is spelt with; `None` where it has other characters.
    pub fn sound_of(text: &str) -> Option<Letters> {
        let text: Vec<char> = text.chars().collect();
        let all = text.iter().all(|c| c.to_pinyin().is_some());
        all.then(|| spell(&text)).and_then(|letters| Letters::of(&letters))
    }

    /// How they spell `name`, the best way first. A name without Chinese characters has no spelling.
    pub fn spell(&self, name: &str) -> Option<Spelling> {
        if name.is_ascii() {
            return None;
        }
        let name: Vec<char> = name.chars().collect();
        let fits = |inside, initials| self.run(&name, inside, initials);
        if fits(false, false) {
            Some(Spelling::Pinyin)
        } else if fits(false, true) {
            Some(Spelling::Initials)
        } else if fits(true, false) || (self.0.len() >= INITIALS_INSIDE && fits(true, true)) {
            Some(Spelling::Inside)
        } else {
            None
        }
    }

    // Walks the name, with every place that the letters may have been read up to. Linear in the
    // name: what two readings lead to is one place.
    fn run(&self, name: &[char], inside: bool, initials: bool) -> bool {
        let end = 1u64 << self.0.len();
        // What phrases lead to lies ahead; the longest of our own has a few characters.
        let mut ahead: Vec<u64> = vec![0; name.len() + 1];
        ahead[0] = 1;
        for at in 0..name.len() {
            let places = ahead[at] | u64::from(inside);
            if places == 0 {
                continue;
            }
            if places & end != 0 {
                return true;
            }
            self.step(&name[at..], places, initials, &mut |skip, reached| {
                ahead[at + skip] |= reached;
            });
        }
        ahead.iter().any(|places| places & end != 0)
    }

    // Where the first characters of `rest` lead from `places`: how many characters, to what places.
    fn step(&self, rest: &[char], places: u64, initials: bool, reach: &mut dyn FnMut(usize, u64)) {
        let first = rest[0];
        if first.is_ascii_alphanumeric() {
            let letter = first.to_ascii_lowercase() as u8;
            return reach(1, self.after(places, &|typed| (typed[0] == letter).then_some(1)));
        }
        let mut reached = 0;
        let mut read = false;
        each_reading(first, &mut |reading| {
            read = true;
            reached |= self.after(places, &|typed| begins(typed, reading));
            if initials {
                let pair = reading.get(..2).filter(|two| ["zh", "ch", "sh"].contains(two));
                for initial in reading.get(..1).into_iter().chain(pair) {
                    reached |= self.after(places, &|typed| {
                        typed.starts_with(initial.as_bytes()).then_some(initial.len())
                    });
                }
            }
        });
        // Marks between the characters are not typed; a character without a reading cannot be.
        if !read && !first.is_alphanumeric() {
            reached = places;
        }
        reach(1, reached);
        for (spelling, reading) in OWN.get(&first).map_or(&[][..], Vec::as_slice) {
            if rest.starts_with(spelling) {
                reach(spelling.len(), self.after(places, &|typed| begins(typed, reading)));
            }
        }
    }

    // The places that `take` leads to, each from a place where letters are left.
    fn after(&self, places: u64, take: &dyn Fn(&[u8]) -> Option<usize>) -> u64 {
        let mut left = places;
        let mut reached = 0;
        while left != 0 {
            let at = left.trailing_zeros() as usize;
            left &= left - 1;
            if at < self.0.len()
                && let Some(taken) = take(&self.0[at..])
            {
                reached |= 1 << (at + taken);
            }
        }
        reached
    }
}

/// How many letters of `typed` a reading takes: all of it, or what is left of them. For ü there
/// stands `v` or `u`.
fn begins(typed: &[u8], reading: &str) -> Option<usize> {
    let mut taken = 0;
    for c in reading.chars() {
        match typed.get(taken) {
            None => return Some(taken),
            Some(b'v' | b'u') if c == 'ü' => {}
            Some(letter) if char::from(*letter) == c => {}
            Some(_) => return None,
        }
        taken += 1;
    }
    Some(taken)
}

// Readings without tones; a reading may come twice.
fn each_reading(c: char, visit: &mut dyn FnMut(&'static str)) {
    match c.to_pinyin_multi() {
        Some(readings) => readings.into_iter().for_each(|reading| visit(reading.plain())),
        None => c.to_pinyin().into_iter().for_each(|reading| visit(reading.plain())),
    }
}

/// Readings of places and names that no reading of their characters gives (`大栅栏` is
/// `dashilan`), by first character.
type Own = HashMap<char, Vec<(Vec<char>, &'static str)>>;

static OWN: LazyLock<Own> = LazyLock::new(|| {
    let mut own: Own = HashMap::new();
    for (spelling, reading) in rows().filter(|(spelling, reading)| !is_regular(spelling, reading)) {
        own.entry(spelling[0]).or_default().push((spelling, reading));
    }
    own
});

fn is_regular(spelling: &[char], reading: &str) -> bool {
    let mut ends = vec![0];
    for c in spelling {
        let mut next = Vec::new();
        each_reading(*c, &mut |own| {
            for end in &ends {
                let rest: &[u8] = &reading.as_bytes()[*end..];
                let whole = begins(rest, own).filter(|taken| *taken == own.chars().count());
                next.extend(whole.map(|taken| end + taken));
            }
        });
        next.sort_unstable();
        next.dedup();
        ends = next;
    }
    ends.contains(&reading.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spelled(typed: &str, name: &str) -> Option<Spelling> {
        Letters::of(typed)?.spell(name)
    }

    #[test]
    fn letters_spell_names_in_full_by_initials_and_inside() {
        use Spelling::{Initials, Inside, Pinyin};
        for (typed, name, how) in [
            ("beijingxingchen", "北京星辰科技有限公司", Some(Pinyin)),
            ("Bei Jing", "北京星辰科技有限公司", Some(Pinyin)),
            ("beijingx", "北京星辰", Some(Pinyin)),
            ("be", "北京星辰", Some(Pinyin)),
            ("bjxc", "北京星辰科技", Some(Initials)),
            ("beijxch", "北京星辰科技", Some(Initials)),
            ("xingchen", "北京星辰科技", Some(Inside)),
            ("xckj", "北京星辰科技", Some(Inside)),
            ("xc", "北京星辰科技", None),
            ("bjx c", "北京（星）辰", Some(Initials)),
            ("acmezg", "acme 中国", Some(Initials)),
            ("acme", "acme", None),
            ("xi'an", "西安", Some(Pinyin)),
            ("nvwa", "女娲", Some(Pinyin)),
            ("nuwa", "女娲", Some(Pinyin)),
            ("shanghai", "北京星辰", None),
            ("beijingshanghai", "北京", None),
        ] {
            assert_eq!(spelled(typed, name), how, "{typed} {name}");
        }
    }

    #[test]
    fn any_reading_of_a_character_counts() {
        for (typed, name) in [
            ("chongqing", "重庆"),
            ("zhongqing", "重庆"),
            ("changsha", "长沙"),
            ("yinhang", "银行"),
            ("shan", "单雄信"),
            ("dan", "单雄信"),
            ("zeng", "曾国藩"),
            ("xie", "解缙"),
            ("qiu", "仇英"),
            ("dashilan", "大栅栏"),
            ("luan", "六安"),
        ] {
            assert_eq!(spelled(typed, name), Some(Spelling::Pinyin), "{typed} {name}");
        }
    }

    #[test]
    fn what_slugs_spell_is_found_by_it() {
        for (spelling, reading) in rows().filter(|(_, reading)| reading.len() > 1) {
            let name: String = spelling.iter().collect();
            assert_eq!(spelled(reading, &name), Some(Spelling::Pinyin), "{reading} {name}");
        }
    }

    #[test]
    fn only_letters_are_letters() {
        for typed in ["", "b", "星辰", "a+b", "13800138000", &"a".repeat(61)] {
            assert!(Letters::of(typed).is_none(), "{typed}");
        }
        assert!(Letters::of("3m").is_some() && Letters::of(&"a".repeat(60)).is_some());
    }

    proptest! {
        #[test]
        fn any_letters_and_name_end(typed in "[a-z]{2,60}", name in "[一-龥a-z· ]{0,40}") {
            spelled(&typed, &name);
        }

        #[test]
        fn initials_of_a_name_find_it(name in "[一-龥]{2,20}") {
            let first = |c: char| c.to_pinyin().and_then(|reading| reading.plain().chars().next());
            let typed: Option<String> = name.chars().map(first).collect();
            if let Some(typed) = typed.filter(|typed| typed.is_ascii()) {
                prop_assert!(spelled(&typed, &name).is_some(), "{} {}", typed, name);
            }
        }
    }
}
