//! Telephone numbers and mail addresses as they are compared.

use super::width::normalize_width;

/// The telephone numbers of a text, as they are compared: digits only, Chinese numbers without the
/// country's code, others with `+`. Extensions are left out.
///
/// `+86 138-0013-8000`, `８６１３８００１３８０００` and `13800138000` are one number, as are
/// `(010) 8888 8888 转 801` and `+86 10 88888888`.
pub fn phones(text: &str) -> Vec<String> {
    let narrow = normalize_width(text);
    parts(&narrow).filter_map(phone).collect()
}

/// The parts of a half-width text that may each be a number of its own.
pub fn parts(narrow: &str) -> impl Iterator<Item = &str> {
    narrow.split(['/', ',', ';', '|', '\n'])
}

fn phone(text: &str) -> Option<String> {
    // An extension begins with a word or `#`; before the number there may be one too (`Tel.`).
    let from = text.find(|c: char| c.is_ascii_digit() || c == '+')?;
    let rest = &text[from..];
    let end = rest.find(|c: char| c.is_alphabetic() || c == '#').unwrap_or(rest.len());
    let digits: String = rest[..end].chars().filter(char::is_ascii_digit).collect();
    let (abroad, digits) = match digits.strip_prefix("00") {
        Some(digits) => (true, digits),
        None => (rest.starts_with('+'), &*digits),
    };
    let national = digits.strip_prefix("86").filter(|rest| abroad || rest.len() == 11);
    let number = match national {
        Some(national) => domestic(national),
        None if abroad => format!("+{digits}"),
        None => digits.to_owned(),
    };
    (7..=16).contains(&number.len()).then_some(number)
}

// Mobile and service numbers stand alone; area codes begin with 0.
fn domestic(number: &str) -> String {
    let is_mobile = number.len() == 11 && number.starts_with('1');
    let alone = is_mobile || ["0", "400", "800"].iter().any(|begin| number.starts_with(begin));
    if alone { number.to_owned() } else { format!("0{number}") }
}

/// A mail address as it is compared; `None` where the text is none.
pub fn email(text: &str) -> Option<String> {
    let narrow = normalize_width(text.trim()).to_lowercase();
    let (user, host) = narrow.split_once('@')?;
    let fits = !user.is_empty() && is_host(host) && !narrow.contains(char::is_whitespace);
    fits.then_some(narrow)
}

/// The domain that tells whose people use an address; `None` for domains that anybody may use.
pub fn own_domain(email: &str) -> Option<&str> {
    let (_, host) = email.split_once('@')?;
    (!is_public(host)).then_some(host)
}

/// Whether a text is the name of a host: `xingchen.com.cn`.
pub fn is_host(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    let is_label =
        |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let last = labels.last().is_some_and(|last| {
        last.len() > 1 && last.chars().all(|c| c.is_alphabetic()) || last.starts_with("xn--")
    });
    labels.len() > 1 && last && labels.iter().all(is_label)
}

/// Whether anybody may have an address there: free mail, and the domains kept for examples.
pub fn is_public(host: &str) -> bool {
    let host = host.strip_prefix("vip.").unwrap_or(host);
    PUBLIC.contains(&host) || PUBLIC_EVERYWHERE.iter().any(|begin| host.starts_with(begin))
}

const PUBLIC: &[&str] = &[
    "126.com",
    "139.com",
    "163.com",
    "163.net",
    "188.com",
    "189.cn",
    "21cn.com",
    "263.net",
    "aliyun.com",
    "aol.com",
    "chinaren.com",
    "example.com",
    "example.net",
    "example.org",
    "eyou.com",
    "fastmail.com",
    "foxmail.com",
    "gmail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hinet.net",
    "icloud.com",
    "mac.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.cn",
    "msn.com",
    "naver.com",
    "netease.com",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "sina.cn",
    "sina.com",
    "sina.com.cn",
    "sogou.com",
    "sohu.com",
    "t-online.de",
    "tom.com",
    "web.de",
    "wo.cn",
    "yandex.com",
    "yandex.ru",
    "yeah.net",
    "ymail.com",
    "zoho.com",
];

// Providers with an ending in every country.
const PUBLIC_EVERYWHERE: &[&str] = &["hotmail.", "live.", "outlook.", "yahoo."];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_number_in_many_writings() {
        for (typed, number) in [
            ("13800138000", "13800138000"),
            ("138 0013 8000", "13800138000"),
            ("+86 138-0013-8000", "13800138000"),
            ("0086 13800138000", "13800138000"),
            ("8613800138000", "13800138000"),
            ("１３８００１３８０００", "13800138000"),
            ("手机：13800138000（微信同号）", "13800138000"),
            ("(010) 8888 8888", "01088888888"),
            ("010-88888888转801", "01088888888"),
            ("+86 10 8888 8888 ext. 801", "01088888888"),
            ("010-88888888#801", "01088888888"),
            ("+86 400-800-1234", "4008001234"),
            ("400 800 1234", "4008001234"),
            ("+49 30 1234567", "+49301234567"),
            ("0049 30 1234567", "+49301234567"),
        ] {
            assert_eq!(phones(typed), [number], "{typed}");
        }
        assert_eq!(phones("13800138000 / 010-88888888"), ["13800138000", "01088888888"]);
        for none in ["", "801", "电话", "12345678901234567890"] {
            assert_eq!(phones(none), Vec::<String>::new(), "{none}");
        }
    }

    #[test]
    fn addresses_lead_to_the_domain_of_a_company() {
        let domain = |typed: &str| email(typed).and_then(|it| own_domain(&it).map(str::to_owned));
        assert_eq!(domain(" Li@XingChen.com.cn "), Some("xingchen.com.cn".to_owned()));
        assert_eq!(domain("ｌｉ＠ｘｉｎｇｃｈｅｎ．ｃｎ"), Some("xingchen.cn".to_owned()));
        for free in ["a@qq.com", "a@vip.163.com", "a@yahoo.co.jp", "a@example.com"] {
            assert_eq!(domain(free), None, "{free}");
        }
        for none in ["", "a@b", "a b@c.com", "@c.com", "c.com", "a@c..com", "a@1.2"] {
            assert_eq!(email(none), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_numbers_or_none(text in ".{0,40}") {
            for number in phones(&text) {
                prop_assert!(number.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit()));
            }
            email(&text);
        }

        #[test]
        fn a_number_is_its_own_form(number in "1[3-9][0-9]{9}|0[1-9][0-9]{9}") {
            prop_assert_eq!(phones(&number), [number.clone()]);
        }
    }
}
