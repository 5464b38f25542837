//! YAML files into trees. The only place that names the YAML parser.

use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, Span, StructureStyle};

use super::decode::MAX_FAULTS;
use super::fault::Fault;
use super::tree::{Node, Shape, Style, Tree};
use super::{plain, said};
use crate::base::text::Text;
use crate::say;

/// The largest file that is read as a record, in bytes: a record is a page, not an archive.
pub const MAX_BYTES: usize = 1 << 20;

/// Reads a YAML file as far as it goes. Anything that records may not contain is a fault.
pub fn parse(source: &str) -> (Tree<'_>, Vec<Fault>) {
    if source.len() > MAX_BYTES {
        return (Tree::new(source), vec![too_large(source.len())]);
    }
    match plain::parse(source) {
        Some(tree) => {
            let faults = duplicate_keys(&tree);
            (tree, faults)
        }
        None => parse_any(source),
    }
}

/// [`parse`] for every form that YAML has.
pub(super) fn parse_any(source: &str) -> (Tree<'_>, Vec<Fault>) {
    let mut reader = Reader { tree: Tree::new(source), open: Vec::new(), faults: Vec::new() };
    if let Some(fault) = conflict_marker(source) {
        reader.faults.push(fault);
        return (reader.tree, reader.faults);
    }
    reader.read(source);
    if reader.faults.is_empty() {
        reader.faults = duplicate_keys(&reader.tree);
    }
    (reader.tree, reader.faults)
}

/// The comments of a file that [`parse`] accepts, in its order, from the `#` to the line's end.
pub(super) fn comments(source: &str) -> Result<Vec<Range<usize>>, Text> {
    let mut options = Options::default();
    options.max_buffered_comment_events = source.len();
    let mut found = Vec::new();
    for event in Parser::new_from_str_with_options(source, options) {
        match event {
            Ok((Event::Comment(..), span)) => {
                let (start, end) = bytes(span);
                found.push(start..end);
            }
            Ok(_) => {}
            Err(error) => return Err(syntax(source, &error).message),
        }
    }
    // One beside the header of a `|` scalar comes after the scalar.
    found.sort_unstable_by_key(|range| range.start);
    Ok(found)
}

struct Reader<'s> {
    tree: Tree<'s>,
    open: Vec<u32>,
    faults: Vec<Fault>,
}

impl<'s> Reader<'s> {
    fn read(&mut self, source: &'s str) {
        let mut options = Options::default();
        options.set_emit_comments(false);
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(source, options) {
            let (event, span) = match event {
                Ok(found) => found,
                Err(error) => return self.fail(syntax(source, &error)),
            };
            let (start, end) = bytes(span);
            match event {
                Event::DocumentStart(..) => documents += 1,
                Event::Alias(_) => return self.fail(anchor(start, end)),
                _ => {}
            }
            if documents > 1 {
                return self.fail(second_document(start));
            }
            self.event(event, span);
        }
    }

    fn fail(&mut self, fault: Fault) {
        self.tree = Tree::new(self.tree.source());
        self.faults.push(fault);
    }

    fn event(&mut self, event: Event<'s>, span: Span) {
        let (start, end) = bytes(span);
        match event {
            Event::Scalar(text, style, anchored, tag) => {
                self.refuse_extras(anchored, tag.is_some(), start);
                let style = scalar_style(style);
                let empty = style == Style::Plain && start == end;
                self.tree.push_scalar(style, start, end, if empty { "" } else { &text });
            }
            Event::SequenceStart(style, anchored, tag) => {
                self.refuse_extras(anchored, tag.is_some(), start);
                self.open.push(self.tree.open(Shape::List, structure_style(style), start));
            }
            Event::MappingStart(style, anchored, tag) => {
                self.refuse_extras(anchored, tag.is_some(), start);
                self.open.push(self.tree.open(Shape::Map, structure_style(style), start));
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(index) = self.open.pop() {
                    self.tree.close(index, end);
                }
            }
            _ => {}
        }
    }

    fn refuse_extras(&mut self, anchored: usize, tagged: bool, start: usize) {
        if anchored != 0 {
            self.faults.push(anchor(start, start));
        }
        if tagged {
            let message = say!(en: "a YAML tag (`!…`) has no meaning here", zh: "此处的 YAML 标签（`!…`）没有意义");
            self.faults.push(
                Fault::at("yaml-feature", start, start, message)
                    .help(say!(en: "remove the `!…` before the value", zh: "请删去值前面的 `!…`")),
            );
        }
    }
}

fn bytes(span: Span) -> (usize, usize) {
    let byte = |mark: granit_parser::Marker| mark.byte_offset().unwrap_or(0);
    (byte(span.start), byte(span.end))
}

const fn scalar_style(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::Single,
        ScalarStyle::DoubleQuoted => Style::Double,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
    }
}

fn structure_style(style: StructureStyle) -> Style {
    if style == StructureStyle::Flow { Style::Flow } else { Style::Block }
}

fn too_large(size: usize) -> Fault {
    let mib = size.div_ceil(1 << 20);
    Fault::at(
        "file-too-large",
        0,
        0,
        say!(en: "the file has {mib} MiB; a record has at most 1 MiB", zh: "文件有 {mib} MiB；一条记录至多 1 MiB"),
    )
    .help(say!(
        en: "keep attachments outside the book and note where they are",
        zh: "附件请放在账本之外，只记下存放位置"
    ))
}

fn conflict_marker(source: &str) -> Option<Fault> {
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            let end = start + line.trim_end().len();
            let message = say!(en: "an unresolved merge conflict", zh: "合并冲突尚未解决");
            return Some(Fault::at("conflict-marker", start, end, message).help(say!(
                en: "keep one side, delete the marker lines, then run `git add` on the file",
                zh: "保留一方内容并删去标记行，然后对该文件运行 `git add`"
            )));
        }
        start += line.len();
    }
    None
}

fn syntax(source: &str, error: &ScanError) -> Fault {
    let start = error.marker().byte_offset().unwrap_or(0).min(source.len());
    let line = source[..start].rfind('\n').map_or(0, |at| at + 1);
    if source[line..].starts_with('\t')
        || source[line..start].trim_start_matches(' ').starts_with('\t')
    {
        return Fault::at(
            "yaml-syntax",
            line,
            line + 1,
            say!(en: "a tab cannot indent", zh: "不能用制表符缩进"),
        )
        .help(say!(en: "indent with two spaces", zh: "请用两个空格缩进"));
    }
    let Text { en, zh } = said::in_both(&error.info());
    Fault::at(
        "yaml-syntax",
        start,
        start,
        say!(en: "not readable as YAML: {en}", zh: "无法按 YAML 读取：{zh}"),
    )
}

fn anchor(start: usize, end: usize) -> Fault {
    let message = say!(en: "anchors and aliases (`&`, `*`) are not used in records", zh: "记录中不使用锚点和别名（`&`、`*`）");
    Fault::at("yaml-feature", start, end, message).help(say!(
        en: "write the value out, or put it in quotes if it is text",
        zh: "请把值完整写出；若是文字，请加引号"
    ))
}

fn second_document(start: usize) -> Fault {
    let message = say!(en: "a second document begins here", zh: "此处开始了第二个文档");
    Fault::at("yaml-feature", start, start + 3, message)
        .help(say!(en: "one record per file: move it to its own", zh: "一个文件一条记录：请移到单独的文件"))
}

fn duplicate_keys(tree: &Tree<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Some(root) = tree.root() {
        find_duplicates(root, &mut faults);
    }
    faults
}

// Nesting is bounded by the parser (255), so the recursion is too.
fn find_duplicates(node: Node<'_>, faults: &mut Vec<Fault>) {
    let mut seen: Vec<&str> = Vec::new();
    let mut many = std::collections::HashSet::new();
    for (key, value) in node.entries() {
        if faults.len() >= MAX_FAULTS {
            return;
        }
        if key.shape() != Shape::Scalar {
            let message = say!(en: "a key must be a single word", zh: "键必须是单个词");
            faults.push(Fault::at("yaml-feature", key.start(), key.end(), message));
            continue;
        }
        let text = key.text();
        let known = if seen.len() < 16 { seen.contains(&text) } else { many.contains(text) };
        if known {
            faults.push(duplicate(key));
        }
        seen.push(text);
        if seen.len() == 16 {
            many.extend(seen.iter().copied());
        } else if seen.len() > 16 {
            many.insert(text);
        }
        find_duplicates(value, faults);
    }
    node.items().for_each(|item| find_duplicates(item, faults));
}

fn duplicate(key: Node<'_>) -> Fault {
    let name = key.text();
    let mut fault = Fault::at(
        "duplicate-key",
        key.start(),
        key.end(),
        say!(en: "`{name}` stands here a second time", zh: "`{name}` 重复出现"),
    )
    .help(say!(en: "keep one of the two lines", zh: "两行只保留一行"));
    fault.route = key.tree().route_of(key.index());
    fault
}
