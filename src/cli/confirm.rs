//! A question with yes or no for an answer, before something that cannot be seen beforehand.

use std::io::{self, BufRead};

use super::context::Ctx;
use crate::base::text::Text;
use crate::base::typed_choice::parse_truth;

/// Asks on a terminal; anything but yes is no. `None` where nobody can be asked.
pub fn confirm(ctx: &mut Ctx<'_>, question: &Text) -> Option<bool> {
    if !ctx.env.asks || ctx.global.no_input {
        return None;
    }
    let line = crate::output::plain(question.pick(ctx.lang)).into_owned();
    let _ = write!(ctx.err, "{line} [y/N] ");
    let _ = ctx.err.flush();
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    Some(read.is_ok() && parse_truth(answer.trim()).unwrap_or(false))
}
