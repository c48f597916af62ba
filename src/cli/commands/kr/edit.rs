//! `okr kr edit`.

use clap::Args as ClapArgs;

use super::unread::Unread;
use crate::cli::context::Context;
use crate::cli::definition::{Definition, KEY_RESULT_KEYS};
use crate::cli::desk::Desk;
use crate::cli::error::{Exit, Failure};
use crate::cli::objective_meant::no_key_result;
use crate::cli::record::Recorder;
use crate::cli::words;
use crate::language::say;
use crate::model::{Metric, ObjectiveRef, OwnerKey, SpecError, Weight, day_of};
use crate::store::compose;
use crate::store::edit::{Step, Yaml};
use crate::view::{Span, metric_words};

/// Change a key result
///
/// Every change is recorded in the history: a target that moves is seen. A measure by which values of earlier check-ins would not
/// be counted any more is only taken with --force.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr kr edit renewing.nps --metric \"31 -> 60 points\"
  okr kr edit renewing.nps --weight 2 --owner bo --due 2026-11-30
  okr kr edit renewing.nps --initiative \"Guided onboarding\" --done \"Call every customer\"")]
pub struct Args {
    /// The key result
    #[arg(value_name = "REF.KR")]
    key_result: String,
    /// Another title
    #[arg(long)]
    title: Option<String>,
    /// Another measure: FROM -> TO [UNIT], >= N [UNIT] [worst M], <= N …, done, milestones a, b, c, aligned
    #[arg(long, value_name = "MEASURE")]
    metric: Option<String>,
    /// How much it counts in its objective
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    weight: Option<f64>,
    /// Who checks it in
    #[arg(long, value_name = "KEY")]
    owner: Option<OwnerKey>,
    /// The day by which it is due
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
    /// Add an initiative: work that should move it
    #[arg(long, value_name = "TITLE")]
    initiative: Vec<String>,
    /// Mark an initiative as done
    #[arg(long, value_name = "TITLE")]
    done: Vec<String>,
    /// Change the measure although earlier values do not fit it
    #[arg(long)]
    force: bool,
    /// Why
    #[arg(long, short, value_name = "TEXT")]
    note: Option<String>,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    let (desk, lock) = Desk::open_to_change(ctx)?;
    if args.title.as_ref().is_some_and(|title| title.trim().is_empty()) {
        return Err(Failure::usage(say!("a key result needs a title")));
    }
    if args.changes_nothing() {
        return Err(Failure::usage(say!("what is to be changed?"))
            .hint(say!("--title, --metric, --weight, --owner, --due, --initiative or --done")));
    }
    let metric: Option<Metric> =
        args.metric.as_ref().map(|text| text.parse()).transpose().map_err(|why: SpecError| Failure::from(why))?;
    let weight =
        args.weight.map(Weight::new).transpose().map_err(|why| Failure::usage(say!("--weight: {why}", why)))?;
    if let Some(due) = args.due.as_ref().filter(|due| day_of(due).is_none()) {
        return Err(Failure::usage(say!("--due {day} is not a day", day = format_args!("{due:?}")))
            .hint(say!("write it as 2026-11-30")));
    }
    let (objective, Some(id)) = desk.find(&args.key_result)? else {
        return Err(Failure::usage(say!("{name} names an objective", name = args.key_result))
            .hint(say!("a key result is OBJECTIVE.KR; okr set changes objectives")));
    };
    let mut recorder = Recorder::new(&desk, None)?;
    recorder.because(
        args.note
            .as_deref()
            .map(|note| crate::cli::commands::update::text_within_bounds("--note", note))
            .transpose()?,
    );
    let record = desk.record(&objective)?;
    let known = record.objective.key_results.iter().map(|kr| &kr.id);
    let kr = record.objective.key_result(&id).ok_or_else(|| no_key_result(&objective, &id, known))?;
    let short = desk.short(&objective.key_result(&id));
    let unread = metric.as_ref().map(|metric| Unread::by(metric, kr, &record));
    if let Some(unread) = unread.as_ref().filter(|_| !args.force) {
        unread.refuse(&desk, &short, &desk.short(&objective.clone().into()))?;
    }
    let mut file = Definition::open(&desk, &objective)?;
    let path = file.key_result(&record.objective, &id)?;
    let mut change =
        Changing { file: &mut file, recorder: &mut recorder, objective: &objective, path, id: id.as_str() };
    if let Some(title) = &args.title {
        change.set("title", Some(kr.title.clone()), title.trim().to_owned(), &Yaml::text(title.trim()))?;
    }
    if let Some(metric) = &metric {
        let before = kr.metric.as_ref().map(metric_words::recorded);
        change.set("metric", before, metric_words::recorded(metric), &compose::metric(metric))?;
    }
    if let Some(weight) = weight {
        let text = weight.get().to_string();
        change.set("weight", Some(kr.weight.get().to_string()), text.clone(), &Yaml::Literal(text))?;
    }
    if let Some(owner) = &args.owner {
        change.set(
            "owner",
            kr.owner.as_ref().map(ToString::to_string),
            owner.to_string(),
            &Yaml::text(owner.as_str()),
        )?;
    }
    if let Some(due) = &args.due {
        change.set("due", kr.due.map(|due| due.to_string()), due.clone(), &Yaml::Literal(due.clone()))?;
    }
    for title in &args.done {
        let at = kr.initiatives.iter().position(|one| &one.title == title);
        let at = at.ok_or_else(|| {
            Failure::usage(say!(
                "{key_result} has no initiative {title}",
                key_result = args.key_result,
                title = format_args!("{title:?}")
            ))
        })?;
        change.done(at, title)?;
    }
    for title in &args.initiative {
        change.initiative(title)?;
    }
    let mut change = desk.change(format!("kr edit {short}"));
    if !file.enter(&mut change) {
        ctx.ui.done(&[Span::plain(say!("{name} is so already; nothing was changed", name = short))])?;
        return Ok(Exit::Done);
    }
    let said: Vec<String> = recorder.noted(&objective).iter().filter_map(edit_words).collect();
    recorder.enter(&mut change)?;
    desk.make(change, lock)?;
    for line in said {
        ctx.ui.done(&[
            words::verb(say!("changed")),
            Span::reference(short.clone()),
            Span::plain(format!("  {line}")),
        ])?;
    }
    if let Some(unread) = unread {
        unread.tell(&desk, &short);
    }
    Ok(Exit::Done)
}

impl Args {
    fn changes_nothing(&self) -> bool {
        self.title.is_none()
            && self.metric.is_none()
            && self.weight.is_none()
            && self.owner.is_none()
            && self.due.is_none()
            && self.initiative.is_empty()
            && self.done.is_empty()
    }
}

/// `metric 31 → 50 points ⇒ 31 → 60 points`, from the event that records it.
fn edit_words(event: &crate::model::Event) -> Option<String> {
    let crate::model::What::Edit(edit) = &event.what else { return None };
    let field = edit.field.split_once('.').map_or(edit.field.as_str(), |(_, field)| field);
    Some(match (&edit.from, &edit.to) {
        (Some(from), Some(to)) => format!("{field}: {from}  ⇒  {to}"),
        (None, Some(to)) => format!("{field}: {to}"),
        (Some(from), None) => say!("{field}: {value} removed", field, value = from),
        (None, None) => field.to_owned(),
    })
}

/// One key result's fields as they are changed, in the file and on record.
struct Changing<'a, 'd> {
    file: &'a mut Definition<'d>,
    recorder: &'a mut Recorder<'d>,
    objective: &'a ObjectiveRef,
    path: Vec<Step>,
    id: &'a str,
}

impl Changing<'_, '_> {
    fn set(&mut self, field: &str, from: Option<String>, to: String, value: &Yaml) -> Result<(), Failure> {
        if from.as_ref() == Some(&to) {
            return Ok(());
        }
        self.file.set(&self.at(&[Step::key(field)]), value, KEY_RESULT_KEYS)?;
        self.recorder.edited(self.objective, &format!("{}.{field}", self.id), from, Some(to))
    }

    fn initiative(&mut self, title: &str) -> Result<(), Failure> {
        let item = Yaml::Map(vec![("title".to_owned(), Yaml::text(title))]);
        self.file.push(&self.at(&[Step::key("initiatives")]), &item, KEY_RESULT_KEYS)?;
        self.recorder.edited(self.objective, &format!("{}.initiatives", self.id), None, Some(title.to_owned()))
    }

    fn done(&mut self, at: usize, title: &str) -> Result<(), Failure> {
        let path = self.at(&[Step::key("initiatives"), Step::Index(at), Step::key("done")]);
        self.file.set(&path, &Yaml::Literal("true".to_owned()), &["title", "link", "done"])?;
        self.recorder.edited(
            self.objective,
            &format!("{}.initiatives", self.id),
            Some(title.to_owned()),
            Some(format!("{title} (done)")),
        )
    }

    fn at(&self, below: &[Step]) -> Vec<Step> {
        self.path.iter().chain(below).cloned().collect()
    }
}
