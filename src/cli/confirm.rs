//! A question with yes or no for an answer, before something that cannot be seen beforehand.

use anyhow::Result;

use super::ask::Question;
use super::context::Ctx;
use crate::base::text::Text;
use crate::base::typed_choice::parse_truth;

/// Asks on a terminal; an empty line is no. `None` where nobody can be asked.
///
/// # Errors
/// When the person stops.
pub fn confirm(ctx: &Ctx<'_>, question: &Text) -> Result<Option<bool>> {
    let no = if ctx.lang == crate::base::text::Lang::Zh { "否" } else { "no" };
    let question = Question { default: Some(no.to_owned()), ..Question::new(question.clone()) };
    ctx.ask(&question, parse_truth)
}
