//! Headers as people write them, brought to one form.

use crate::base::width::normalize_width;

/// The name in a header, and what stands in parentheses behind it: `年营收（万元）*` is `年营收` and
/// `万元`. Width, case, blanks, `_`, `-` and the marks of required columns do not count.
pub(super) fn parts(header: &str) -> (String, Option<String>) {
    let narrow = normalize_width(header);
    let bare = narrow.trim().trim_matches('*').trim_end_matches(':').trim();
    let in_parentheses = bare.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    match in_parentheses {
        Some((name, unit)) if !name.trim().is_empty() => {
            (folded(name), Some(unit.trim().to_lowercase()).filter(|unit| !unit.is_empty()))
        }
        _ => (folded(bare), None),
    }
}

/// A name without what does not tell it from others.
pub(super) fn folded(name: &str) -> String {
    let narrow = normalize_width(name);
    let counts = |c: &char| !c.is_whitespace() && !matches!(c, '_' | '-' | '*' | ':');
    narrow.chars().filter(counts).flat_map(char::to_lowercase).collect()
}

/// What a number under a unit is multiplied by; `None` where the unit says nothing of it.
pub(super) fn scale(unit: &str) -> Option<u32> {
    let unit = unit.replace("人民币", "").replace("rmb", "").replace("cny", "");
    Some(match unit.trim_matches([' ', '¥', '￥', ',']) {
        "" | "元" | "yuan" | "人" | "人数" | "个" | "天" | "日" | "days" | "people" | "必填"
        | "选填" | "required" | "optional" | "%" => 1,
        "千" | "千元" | "thousand" | "k" => 1_000,
        "万" | "万元" => 10_000,
        "百万" | "百万元" | "million" | "m" => 1_000_000,
        "千万" | "千万元" => 10_000_000,
        "亿" | "亿元" => 100_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_count_is_left_out() {
        for header in ["手机", " 手 机 ", "手机*", "* 手机", "手机＊", "手机：", "手　机"]
        {
            assert_eq!(parts(header), ("手机".to_owned(), None), "{header}");
        }
        for header in ["Credit Code", "credit_code", "CREDIT-CODE", "ｃｒｅｄｉｔ　ｃｏｄｅ"]
        {
            assert_eq!(folded(header), "creditcode", "{header}");
        }
    }

    #[test]
    fn a_unit_stands_in_parentheses() {
        for header in ["年营收（万元）", "年营收 (万元)*", "年营收（ 万元 ）："]
        {
            assert_eq!(parts(header), ("年营收".to_owned(), Some("万元".to_owned())), "{header}");
        }
        assert_eq!(parts("（备注）"), ("(备注)".to_owned(), None));
        assert_eq!(parts("名称()"), ("名称".to_owned(), None));
    }

    #[test]
    fn units_scale() {
        for (unit, factor) in
            [("万元", Some(10_000)), ("人民币 亿元", Some(100_000_000)), ("元", Some(1))]
        {
            assert_eq!(scale(unit), factor, "{unit}");
        }
        assert_eq!(scale("美元"), None);
    }
}
