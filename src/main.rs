//! The `okr` program: arguments in, exit code out.

use std::process::ExitCode;

// Reading a store makes many small texts on all processors, and gives few of them back. Huge pages are left out: clearing
// one is a fifth of a check-in.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    okrs::cli::main(std::env::args_os())
}
