//! The `okr` program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    okrs::cli::main(std::env::args_os())
}
