//! The questions that make an objective, where it was not told on the command line.

mod served;

use std::cell::OnceCell;

use super::Args;
use crate::cli::desk::{Desk, ReadingDesk};
use crate::cli::ending::cycle_is_open;
use crate::cli::error::{Failure, bad_key};
use crate::cli::prompt::{Answer, Offer, Question, Step, filled, in_turn};
use crate::language::say;
use crate::model::{KeyResultSpec, OwnerKey};

/// What was told of an objective, completed by asking; nothing if somebody ended it.
///
/// # Errors
/// When the cycle was closed, the terminal is gone, or it is not known who asks.
pub fn ask(desk: &Desk, told: &Args) -> Result<Option<Args>, Failure> {
    // Nobody is to be asked for what cannot be written.
    cycle_is_open(desk, &desk.cycle(desk.today())?.id)?;
    let mut args = told.clone();
    let asking = Asking { desk, owner: desk.me()?, told, served: OnceCell::new() };
    let steps: [Step<Args>; 4] =
        [&|args| asking.title(args), &|args| asking.owner(args), &|args| asking.align(args), &|args| {
            asking.key_results(args)
        }];
    Ok(matches!(in_turn(&mut args, &steps)?, Answer::Said(())).then_some(args))
}

struct Asking<'a> {
    desk: &'a ReadingDesk<'a>,
    /// Whose it is, if nothing else is said.
    owner: OwnerKey,
    told: &'a Args,
    /// What it may serve, once that is asked.
    served: OnceCell<Vec<Offer>>,
}

impl Asking<'_> {
    fn title(&self, args: &mut Args) -> Result<Answer<()>, Failure> {
        let check =
            |typed: &str| filled(typed).map(|_| ()).ok_or_else(|| Failure::usage(say!("an objective needs a title")));
        let question = Question {
            begun: args.title.clone(),
            help: say!("what will be different at the end of the cycle? No number, no task"),
            check: &check,
            ..Question::new(say!("Objective"))
        };
        Ok(self.desk.ctx.ui.ask_text(&question)?.map(|typed| args.title = filled(&typed)))
    }

    fn owner(&self, args: &mut Args) -> Result<Answer<()>, Failure> {
        if self.told.owner.is_some() {
            return Ok(Answer::Said(()));
        }
        let read = |typed: &str| -> Result<OwnerKey, Failure> {
            let key = typed.trim().parse().map_err(|why| bad_key(say!(in "key", "owner"), typed, &why))?;
            self.desk.is_one_of_us(&key).map(|()| key)
        };
        let org = self.desk.org();
        let name = |key: &OwnerKey| Some(org.name(key).to_owned()).filter(|name| name != key.as_str());
        let known: Vec<Offer> =
            org.owners().map(|key| Offer::new(key.as_str(), name(key).unwrap_or_default())).collect();
        // Who is not taken is not suggested either.
        let default = args.owner.as_ref().unwrap_or(&self.owner);
        let question = Question {
            default: self.desk.is_one_of_us(default).is_ok().then(|| default.to_string()),
            help: say!("the company, a unit or a person; arrows and Tab choose, Esc goes back"),
            offers: &known,
            check: &|typed| read(typed).map(|_| ()),
            ..Question::new(say!("Whose is it?"))
        };
        Ok(self.desk.ctx.ui.ask_text(&question)?.map(|typed| args.owner = read(&typed).ok()))
    }

    fn align(&self, args: &mut Args) -> Result<Answer<()>, Failure> {
        if !self.told.align.is_empty() {
            return Ok(Answer::Said(()));
        }
        let known = self.served.get_or_init(|| served::offers(self.desk));
        if known.is_empty() {
            return Ok(Answer::Said(()));
        }
        let question = Question {
            begun: args.align.first().cloned(),
            help: say!("an objective or key result above; Enter for none"),
            offers: known,
            check: &|typed| filled(typed).map_or(Ok(()), |typed| served::is_there(self.desk, &typed)),
            ..Question::new(say!("What does it serve?"))
        };
        Ok(self.desk.ctx.ui.ask_text(&question)?.map(|typed| args.align = filled(&typed).into_iter().collect()))
    }

    /// One after the other, until an empty line.
    fn key_results(&self, args: &mut Args) -> Result<Answer<()>, Failure> {
        if !self.told.kr.is_empty() {
            return Ok(Answer::Said(()));
        }
        let mut begun = None;
        loop {
            let number = say!("Key result {number}", number = args.kr.len() + 1);
            let question = Question {
                begun: begun.take(),
                help: say!("NPS rises: 31 -> 50 points; Uptime: >= 99.9 %; Enter for no more"),
                check: &|typed| filled(typed).map_or(Ok(()), |typed| Ok(typed.parse::<KeyResultSpec>().map(|_| ())?)),
                ..Question::new(&number)
            };
            match self.desk.ctx.ui.ask_text(&question)? {
                Answer::Said(typed) => match filled(&typed) {
                    Some(typed) => args.kr.push(typed),
                    None => return Ok(Answer::Said(())),
                },
                Answer::Back => match args.kr.pop() {
                    Some(last) => begun = Some(last),
                    None => return Ok(Answer::Back),
                },
                other => return Ok(other.map(|_| ())),
            }
        }
    }
}
