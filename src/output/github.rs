//! Workflow commands, which GitHub shows beside the lines of a pull request.

use super::located::Located;
use super::terminal::plain;
use crate::base::finding::Level;
use crate::base::text::Lang;

/// One command a finding.
pub(super) fn findings(findings: &[Located<'_>], lang: Lang) -> String {
    findings.iter().map(|at| command(at, lang)).collect()
}

fn command(at: &Located<'_>, lang: Lang) -> String {
    let finding = at.finding;
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let file = property(&finding.file);
    let title = property(finding.rule);
    let message = data(&plain(finding.message.pick(lang)));
    let advice = at.advice(lang).map(|advice| format!("\n{}", plain(&advice)));
    let advice = data(&advice.unwrap_or_default());
    let (line, column) = (at.start.line, at.start.column);
    format!("::{level} file={file},line={line},col={column},title={title}::{message}{advice}\n")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&plain(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use crate::base::finding::Place;
    use crate::base::route::Route;
    use crate::base::text::Lang;
    use crate::output::FindingFormat;
    use crate::output::testing::{CUSTOMER, finding, hostile_finding, show};

    #[test]
    fn one_command_a_finding() {
        let finding = finding(Place::Key(Route::parse("tags.industri")));
        assert_eq!(
            show(&[finding], CUSTOMER, FindingFormat::Github, Lang::En),
            "::error file=customers/a.yaml,line=4,col=3,title=tag-undefined::no tag `industri`\
             %0Adid you mean `industry`? (run `salesops set customer/a tags.industri=`)\n"
        );
        assert_eq!(show(&[], CUSTOMER, FindingFormat::Github, Lang::En), "");
    }

    #[test]
    fn no_text_can_begin_another_command() {
        assert_eq!(
            show(&[hostile_finding()], CUSTOMER, FindingFormat::Github, Lang::Zh),
            "::notice file=customers/\\u{202e}100%25%2C a%3Ab.yaml,line=1,col=1,\
             title=tag-undefined::<b>\\u{1b}[2J\\n::error::x, 100%25\n"
        );
    }
}
