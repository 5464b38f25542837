//! The terminal as somebody who answers: a line is typed key by key, so that Ctrl-C is an answer as
//! well, and characters of two columns are taken back whole.
//!
//! Only standard input and standard error need be terminals; data may go into a pipe.

use console::{Key, Term};
use unicode_width::UnicodeWidthChar;

use super::ask::Ask;

/// A terminal that shows on standard error.
pub struct Terminal(Term);

const PROMPT: &str = "> ";

impl Terminal {
    /// The terminal of this process.
    pub fn of_process() -> Terminal {
        Terminal(Term::stderr())
    }

    fn read(&self) -> std::io::Result<Option<String>> {
        let mut typed = String::new();
        self.0.write_str(PROMPT)?;
        loop {
            match self.0.read_key_raw()? {
                Key::Enter => {
                    self.0.write_line("")?;
                    return Ok(Some(typed));
                }
                Key::CtrlC => return self.stopped(),
                // Ctrl-D ends the input, where nothing is typed yet.
                Key::Char('\u{4}') if typed.is_empty() => return self.stopped(),
                Key::Char('\u{15}') => self.replace(&mut typed, String::new())?,
                Key::Backspace => {
                    let mut shorter = typed.clone();
                    shorter.pop();
                    self.replace(&mut typed, shorter)?;
                }
                Key::Char(key) if !key.is_control() => {
                    typed.push(key);
                    self.0.write_str(key.encode_utf8(&mut [0; 4]))?;
                }
                _ => {}
            }
        }
    }

    fn stopped(&self) -> std::io::Result<Option<String>> {
        self.0.write_line("")?;
        Ok(None)
    }

    // The line is drawn anew: it may go over several rows, and characters over two columns.
    fn replace(&self, typed: &mut String, by: String) -> std::io::Result<()> {
        let columns = usize::from(self.0.size().1).max(4);
        let up = rows_below_first(&format!("{PROMPT}{typed}"), columns);
        self.0.clear_line()?;
        for _ in 0..up {
            self.0.move_cursor_up(1)?;
            self.0.clear_line()?;
        }
        *typed = by;
        self.0.write_str(&format!("{PROMPT}{typed}"))
    }
}

impl Ask for Terminal {
    fn line(&mut self, shown: &str) -> Option<String> {
        self.0.write_str(shown).ok()?;
        self.read().ok().flatten()
    }
}

// A character that has no room left in a row goes to the next one whole.
fn rows_below_first(line: &str, columns: usize) -> usize {
    let (mut rows, mut used) = (0, 0);
    for c in line.chars() {
        let width = c.width().unwrap_or(0);
        if used + width > columns {
            rows += 1;
            used = 0;
        }
        used += width;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_by_columns() {
        for (line, rows) in
            [("", 0), ("> 12345678", 0), ("> 123456789", 1), ("> 一二三四", 0), ("> 1一二三四", 1)]
        {
            assert_eq!(rows_below_first(line, 10), rows, "{line}");
        }
    }
}
