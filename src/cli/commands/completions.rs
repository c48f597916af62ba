//! `okr completions`.

use clap::{Args as ClapArgs, ValueEnum};

use crate::cli::completion;
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};

/// Print what makes a shell complete okr's words
///
/// Commands and options are completed, and what the store holds: references with their titles, owners, cycles, tags, branches. The
/// script asks okr each time, so it belongs where the shell starts, not into a file that grows old.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  bash        echo 'source <(okr completions bash)' >> ~/.bashrc
  zsh         echo 'source <(okr completions zsh)' >> ~/.zshrc         after compinit
  fish        echo 'okr completions fish | source' >> ~/.config/fish/config.fish
  PowerShell  echo 'okr completions powershell | Out-String | Invoke-Expression' >> $PROFILE")]
pub struct Args {
    /// The shell
    shell: Shell,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Elvish,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let shell = match args.shell {
        Shell::Bash => "bash",
        Shell::Zsh => "zsh",
        Shell::Fish => "fish",
        Shell::Powershell => "powershell",
        Shell::Elvish => "elvish",
    };
    let script = completion::script(shell, &ctx.env.okr()).map_err(|why| Failure::fault(why.to_string()))?;
    ctx.ui.out(&script)?;
    Ok(Exit::Done)
}
