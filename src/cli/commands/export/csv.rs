//! `okr export csv`.

use clap::Args as ClapArgs;

use super::output::Output;
use super::scope::Scope;
use crate::cli::context::Context;
use crate::cli::error::{Exit, Failure};
use crate::cli::grammar::nearest;
use crate::language::{list, say};
use crate::render::sheet;
use crate::report::export::FLAT;

/// Write one row a key result, for a spreadsheet
///
/// The columns of the objective are repeated in each row. Values are raw: progress is 0–1, gaps to plan are percentage
/// points, moments are UTC. Text that a spreadsheet would compute has an apostrophe in front. With the columns ref, value,
/// status and confidence it is what okr update --from takes once it is filled in; there, -5 is a change, =-5 a value. okr
/// import csv makes objectives of it again.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr export csv > okrs.csv
  okr export csv --all --output okrs.csv
  okr export csv --mine --open --columns ref,value,status,confidence > week.csv")]
pub struct Args {
    /// Only these columns, in this order
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    columns: Vec<String>,
    #[command(flatten)]
    scope: Scope,
    #[command(flatten)]
    output: Output,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let chosen = chosen(&args.columns)?;
    args.output.free(ctx)?;
    let read = args.scope.read(ctx)?;
    let extent = read.extent();
    args.output.write(ctx, |out| sheet::csv(FLAT.columns, &chosen, &mut FLAT.batches(&extent), out))?;
    Ok(super::super::exit(read.lost))
}

/// The places of the columns that are asked for; all, if none is.
fn chosen(names: &[String]) -> Result<Vec<usize>, Failure> {
    if names.is_empty() {
        return Ok((0..FLAT.columns.len()).collect());
    }
    let known: Vec<&str> = FLAT.columns.iter().map(|column| column.name).collect();
    let place = |name: &String| {
        known.iter().position(|column| column == name).ok_or_else(|| {
            let failure = Failure::usage(say!("there is no column {column}", column = format_args!("{name:?}")));
            match nearest(name, known.iter().copied()) {
                Some(near) => failure.hint(say!("did you mean {near}?", near)),
                None => failure.hint(say!("columns: {columns}", columns = list(&known))),
            }
        })
    };
    names.iter().map(place).collect()
}
