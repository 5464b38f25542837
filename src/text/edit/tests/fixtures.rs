//! Records as people write them: each with the same fields in another form.

const PLAIN: &str = r#"id: O-1
name: 云栖扩容
stage: lead
owner: li.na
amount: 1200.50
tags_b:
  - 重点
  - vip
  - c
tags_f: [a, b]
address:
  city: 杭州
  zip: "310000"
history:
  - at: 2026-01-01
    to: lead
  - at: 2026-02-01
    to: qualified
next: call
"#;

const COMMENTS: &str = r#"# head 注释
id: O-1 # the id
name: 云栖扩容  # 名称
stage: lead   # 阶段 note
# about owner
owner: li.na # 负责人
tags_b: # list
  # first
  - 重点 # one
  - vip # two
  - c # three
  # after list
tags_f: [a, b] # flow
address: # addr
  city: 杭州 # city
  zip: "310000" # zip
  # end addr
history:
  - at: 2026-01-01 # d1
    to: lead # s1
  - at: 2026-02-01 # d2
    to: qualified # s2
# tail of history
next: call # last
# eof
"#;

const BLANK_LINES: &str = r#"
id: O-1

name: 云栖扩容


stage: lead
owner: li.na

tags_b:

  - 重点

  - vip
  - c

tags_f: [a, b]

address:
  city: 杭州

  zip: "310000"

history:
  - at: 2026-01-01
    to: lead

  - at: 2026-02-01
    to: qualified

next: call


"#;

const QUOTED: &str = r#"id: 'O-1'
name: "云栖: \"扩容\" #1"
stage: "lead"
owner: 'li''na'
tags_b:
  - "重点"
  - 'vip'
  - "c, d"
tags_f: ["a", 'b, c']
address:
  city: '杭州'
  zip: "310000"
history:
  - at: "2026-01-01"
    to: 'lead'
  - {at: "2026-02-01", to: "qualified"}
next: "call # not comment"
"#;

const ANCHORS: &str = r#"defs: &o li.na
id: O-1
name: 云栖扩容
stage: lead
owner: *o
base: &b {x: 1}
ref: *b
tags_b:
  - 重点
  - *o
  - c
tags_f: [a, *o]
address: &addr
  city: 杭州
  zip: "310000"
history:
  - at: 2026-01-01
    to: lead
  - at: 2026-02-01
    to: qualified
next: call
"#;

const BLOCK_SCALARS: &str = r#"id: O-1
name: >-
  云栖
  扩容
stage: lead
owner: li.na
desc: |
  line 1: x # no

  - not a list
tags_b:
  - 重点
  - |
    multi
    line
tags_f: [a, b]
address:
  city: 杭州
  zip: |
    31
    00

history:
  - at: 2026-01-01
    to: lead
  - at: 2026-02-01
    to: |-
      qualified
      x

# after
next: |
  last
  value
"#;

const FLOW_HEAVY: &str = r#"id: O-1
name: n
stage: lead
owner: li.na
tags_b:
  - [x, y]
  - {k: v}
  - c
tags_f: [ a, b, ]
address: { city: 杭州, zip: "310000" }
history: [ {at: 2026-01-01, to: lead}, {at: 2026-02-01, to: qualified} ]
next: {}
"#;

const MULTI_LINE_FLOW: &str = r#"id: O-1
name: n
stage: lead
owner: li.na
tags_b:
  - a
  - b
  - c
tags_f: [
  a,  # first
  b   # second
]
address: {
  city: 杭州,
  zip: "310000"
}
history:
  - at: 2026-01-01
    to: lead
  - at: 2026-02-01
    to: q
next: call
"#;

const ZERO_INDENT_SEQ: &str = r#"id: O-1
name: n
stage: lead
owner: li.na
tags_b:
- a
- b
- c
tags_f: [a, b]
address:
    city: 杭州
    zip: "310000"
history:
- at: 2026-01-01
  to: lead
-   at: 2026-02-01
    to: q
next: call
"#;

const LIST_LAST_IN_FILE: &str = r#"id: O-1
name: n
stage: lead
owner: li.na
tags_f: [a, b]
address:
  city: 杭州
  zip: "1"
tags_b:
  - a
  - b
  - c
history:
  - at: 2026-01-01
    to: lead
  - at: 2026-02-01
    to: q
"#;

const NULL_EMPTY_VALUES: &str = r#"id: O-1
name:
stage:   # empty
owner: ~
tags_b:
  - a
  - b
  - c
tags_f: []
address:
  city:
  zip: null
history:
  - at: 2026-01-01
    to:
  - at: 2026-02-01
    to: q
next:
"#;

const MULTI_LINE_PLAIN: &str = r#"id: O-1
name: 云栖
  扩容 项目
stage: lead
owner: "li
  na"
tags_b:
  - a
  - b
    more
  - c
tags_f: [a, b]
address:
  city: 杭州
  zip: 31
    00
history:
  - at: 2026-01-01
    to: lead
  - at: 2026-02-01
    to: q
      r
next: call
    me
"#;

const CHINESE_KEYS: &str = r#"编号: O-1
名称: 云栖扩容
stage: lead # 阶段
owner: 李娜
tags_b: # 标签
  - 重点客户
  - 续约
  - 丙
tags_f: [甲, 乙]  # 丙
address:
  city: 杭州
  zip: "310000"
history:
  - at: 2026-01-01
    to: 线索
  - at: 2026-02-01
    to: 合格
下一步: 打电话给王总,确认合同
"#;

/// The name and the text of each.
pub(super) fn all() -> Vec<(&'static str, String)> {
    let mut all: Vec<(&str, String)> = [
        ("plain", PLAIN),
        ("comments", COMMENTS),
        ("blank lines", BLANK_LINES),
        ("quoted", QUOTED),
        ("anchors", ANCHORS),
        ("block scalars", BLOCK_SCALARS),
        ("flow-heavy", FLOW_HEAVY),
        ("multi-line flow", MULTI_LINE_FLOW),
        ("zero-indent seq", ZERO_INDENT_SEQ),
        ("list last in file", LIST_LAST_IN_FILE),
        ("null/empty values", NULL_EMPTY_VALUES),
        ("multi-line plain", MULTI_LINE_PLAIN),
        ("Chinese keys", CHINESE_KEYS),
    ]
    .map(|(name, text)| (name, text.to_owned()))
    .into();
    all.push(("no final newline", PLAIN.trim_end().to_owned()));
    all.push(("CRLF", PLAIN.replace('\n', "\r\n")));
    all.push(("CRLF and comments", COMMENTS.replace('\n', "\r\n")));
    all.push(("document markers", format!("---\n{PLAIN}...\n")));
    all.push(("comment before the marker", format!("# c\n--- # start\n{PLAIN}")));
    all.push(("byte-order mark", format!("\u{feff}{PLAIN}")));
    all
}
