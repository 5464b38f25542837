//! The `salesops` program: parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    salesops::cli::main()
}
