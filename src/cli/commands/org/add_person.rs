//! `okr org add-person`.

use clap::Args as ClapArgs;

use super::entry::{add, free_address, free_key, known_unit};
use crate::cli::context::Context;
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure, bad_key};
use crate::cli::me::likely_key;
use crate::cli::prompt::{Answer, Offer, Question, Step, filled, in_turn};
use crate::cli::words;
use crate::language::say;
use crate::model::OwnerKey;
use crate::view::Span;

/// Add a person
///
/// At a terminal, without KEY, asks who it is.
#[derive(Debug, Clone, ClapArgs)]
#[command(after_help = "Example:
  okr org add-person ana --name \"Ana Lima\" --unit eng --email ana@acme.example")]
pub struct Args {
    /// Their key, which is their folder in every cycle
    #[arg(value_name = "KEY")]
    key: Option<OwnerKey>,
    /// Their name
    #[arg(long)]
    name: Option<String>,
    /// The unit they belong to
    #[arg(long, value_name = "KEY")]
    unit: Option<OwnerKey>,
    /// The address that they commit with, by which okr knows who is asking
    #[arg(long)]
    email: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    if let Some(key) = &args.key {
        return put(ctx, key, args);
    }
    if !ctx.interactive {
        return Err(
            Failure::usage(say!("who is to be added?")).hint("okr org add-person KEY --name NAME --email ADDRESS")
        );
    }
    // Nobody is held off while somebody thinks.
    match asked(&Desk::open(ctx)?, args)? {
        Some((key, args)) => put(ctx, &key, &args),
        None => {
            ctx.ui.say(&words::note(say!("nobody was added")));
            Ok(Exit::Done)
        }
    }
}

fn put(ctx: &Context, key: &OwnerKey, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    args.unit.as_ref().map_or(Ok(()), |unit| known_unit(&desk, unit))?;
    args.email.as_ref().map_or(Ok(()), |email| free_address(&desk, key, email))?;
    let fields = [
        ("name", args.name.clone()),
        ("unit", args.unit.as_ref().map(ToString::to_string)),
        ("email", args.email.clone()),
    ];
    add(&desk, lock, "people", key, &fields)?;
    ctx.ui.done(&[words::verb(say!("added")), Span::reference(key.to_string())])?;
    Ok(Exit::Done)
}

/// Who it is, by asking for what was not told; nothing if somebody ended it.
fn asked(desk: &Desk, told: &Args) -> Result<Option<(OwnerKey, Args)>, Failure> {
    let mut args = told.clone();
    let ui = &desk.ctx.ui;
    let name = |args: &mut Args| {
        let question = Question { begun: args.name.clone(), ..Question::new(say!("Name")) };
        Ok(ui.ask_text(&question)?.map(|typed| args.name = filled(&typed)))
    };
    let email = |args: &mut Args| {
        let question = Question {
            begun: args.email.clone(),
            help: say!("the address that they commit with; Enter for none"),
            ..Question::new(say!("Address"))
        };
        Ok(ui.ask_text(&question)?.map(|typed| args.email = filled(&typed)))
    };
    let key = |args: &mut Args| {
        let parse = |typed: &str| {
            let key = typed.trim().parse::<OwnerKey>().map_err(|why| bad_key(say!(in "key", "person"), typed, &why))?;
            free_key(desk, &key).map(|()| key)
        };
        let question = Question {
            default: likely_key(args.name.as_deref().unwrap_or_default(), args.email.as_deref()),
            check: &|typed| parse(typed).map(|_| ()),
            ..Question::new(say!("Key"))
        };
        Ok(ui.ask_text(&question)?.map(|typed| args.key = parse(&typed).ok()))
    };
    let unit = |args: &mut Args| {
        let org = desk.org();
        if org.company.is_none() || told.unit.is_some() {
            return Ok(Answer::Said(()));
        }
        let offers: Vec<Offer> = org.units.keys().map(|unit| Offer::new(unit.as_str(), org.name(unit))).collect();
        let question = Question {
            default: org.company.as_ref().map(ToString::to_string),
            offers: &offers,
            check: &|typed| {
                known_unit(desk, &typed.trim().parse().map_err(|why| bad_key(say!(in "key", "unit"), typed, &why))?)
            },
            ..Question::new(say!("Unit"))
        };
        Ok(ui.ask_text(&question)?.map(|typed| args.unit = typed.trim().parse().ok()))
    };
    let steps: [Step<Args>; 4] = [&name, &email, &key, &unit];
    let whole = matches!(in_turn(&mut args, &steps)?, Answer::Said(()));
    Ok(args.key.clone().filter(|_| whole).map(|key| (key, args)))
}
