//! `okr check`.

use clap::Args as ClapArgs;

use crate::analysis::Standings;
use crate::check::{self, Finding, RULES, Rule, Severities, Subject};
use crate::cli::context::Context;
use crate::cli::damage;
use crate::cli::desk::{Desk, ReadingDesk};
use crate::cli::error::{Exit, Failure};
use crate::cli::filters::Filters;
use crate::cli::findings::{FindingFormat, Telling};
use crate::cli::global::{Format, Past, Reading};
use crate::cli::mend::mend;
use crate::cli::print::print;
use crate::language::{ForMachines, count, for_machines, say};
use crate::model::{CycleId, Moment, RuleLevel};
use crate::report::Filter;
use crate::store::layout;
use crate::{report, view};

/// Check the store: do its files hold together, and are its goals good ones?
///
/// Rules of integrity look at every file; rules of method, which are advice, at the cycles that are not over. Settings change how
/// seriously a rule is taken (checks: {OKR101: allow}), and so does a comment where it finds something (# okr: allow OKR101).
/// Exits with 1 if there is an error.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  okr check
  okr check --mine                 what is found in my goals
  okr check --explain OKR101       what a rule means, with examples
  okr check --rules                all of them
  okr check --quiet                only what fails it, as a hook wants
  okr check --fix                  mend what can be mended in one way only
  okr check --format github --deny-warnings")]
pub struct Args {
    /// Say what a rule means, by its code or name
    #[arg(long, value_name = "RULE", conflicts_with_all = ["rules", "fix"])]
    explain: Option<String>,
    /// List all rules
    #[arg(long, conflicts_with = "fix")]
    rules: bool,
    /// Mend what can be mended in one way only
    #[arg(long, conflicts_with_all = ["rev", "as_of"])]
    fix: bool,
    /// Look with these rules alone
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    only: Vec<String>,
    /// Take no notice of these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    allow: Vec<String>,
    /// Take what these rules find as errors
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    deny: Vec<String>,
    #[command(flatten)]
    telling: Telling,
    /// Check the store as it was in this commit, tag or branch
    #[arg(long, value_name = "GIT_REV")]
    rev: Option<String>,
    /// Check as on this day
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    #[command(flatten)]
    filters: Filters,
}

pub fn run(ctx: &Context, args: &Args) -> Result<Exit, Failure> {
    if let Some(text) = &args.explain {
        return explain(ctx, args, rule(text)?);
    }
    if args.rules {
        print(ctx, &args.reading()?, &report::rule_list(RULES), |_| view::rules(RULES))?;
        return Ok(Exit::Done);
    }
    if args.fix {
        mend(ctx, |desk| Ok(look(desk, args)?.found))?;
    }
    let desk = Desk::open_for(ctx, &args.reading_store())?;
    let mut looked = look(&desk, args)?;
    if ctx.ui.quiet && args.telling.format == FindingFormat::Table {
        // A hook says what is in the way, and nothing else.
        looked.found.retain(|finding| args.telling.fails(finding.severity));
    }
    let _english = english(&args.telling);
    let report = desk.located(looked.found, &args.telling, &looked.moment, looked.at);
    args.telling.print(ctx, &report)
}

impl Args {
    fn reading_store(&self) -> Reading {
        Reading { past: Past { rev: self.rev.clone(), as_of: self.as_of.clone() }, format: Format::Table }
    }

    /// The format of what is no finding.
    fn reading(&self) -> Result<Reading, Failure> {
        let format = match self.telling.format {
            FindingFormat::Table => Format::Table,
            FindingFormat::Json => Format::Json,
            FindingFormat::Csv => Format::Csv,
            FindingFormat::Markdown => Format::Markdown,
            FindingFormat::Html => Format::Html,
            FindingFormat::Yaml => Format::Yaml,
            FindingFormat::Github | FindingFormat::Sarif => {
                return Err(Failure::usage(say!("only findings can be printed so"))
                    .hint(say!("--format table, json, csv, markdown, html or yaml")));
            }
        };
        Ok(Reading { format, ..self.reading_store() })
    }

    fn severities(&self, desk: &ReadingDesk) -> Result<Severities, Failure> {
        let mut severities = Severities::of(desk.settings());
        for text in &self.deny {
            severities.set(rule(text)?, RuleLevel::Deny);
        }
        for text in &self.allow {
            severities.set(rule(text)?, RuleLevel::Allow);
        }
        if !self.only.is_empty() {
            severities.only(&self.only.iter().map(|text| rule(text)).collect::<Result<Vec<_>, _>>()?);
        }
        Ok(severities)
    }
}

/// The rule that somebody named.
fn rule(text: &str) -> Result<&'static Rule, Failure> {
    check::named(text).ok_or_else(|| {
        let failure = Failure::usage(say!("there is no rule {name}", name = format_args!("{text:?}")));
        match check::nearest_rule(text) {
            Some(near) => failure.hint(say!("did you mean {near}?", near)),
            None => failure.hint(say!("okr check --rules lists them")),
        }
    })
}

fn explain(ctx: &Context, args: &Args, rule: &'static Rule) -> Result<Exit, Failure> {
    print(ctx, &args.reading()?, &report::rule_list(&[rule]), |_| view::explained(rule))?;
    Ok(Exit::Done)
}

/// English for as long as this is held, if machines read what is found.
pub fn english(telling: &Telling) -> Option<ForMachines> {
    use FindingFormat::{Csv, Json, Sarif, Yaml};
    matches!(telling.format, Json | Yaml | Csv | Sarif).then(for_machines)
}

/// What was found, and in what.
struct Looked {
    found: Vec<Finding>,
    moment: Moment,
    /// `128 objectives in 3 cycles`
    at: String,
}

fn look(desk: &ReadingDesk, args: &Args) -> Result<Looked, Failure> {
    let moment = desk.moment(&args.reading_store())?;
    let severities = args.severities(desk)?;
    let filter = args.filters.filter(desk)?;
    let only = desk.cycle_asked_for()?.map(|cycle| cycle.id.clone());
    let _english = english(&args.telling);
    let (standings, signs) = desk.skim_all(moment);
    let subject = Subject::new(&standings, &signs, desk.today(), only.as_ref());
    let mut damages = standings.header.damages.clone();
    damages.extend(desk.faults(&standings));
    let mut found = check::of_damages(&damages, damage::words);
    found.extend(check::run(&subject, &severities));
    found.extend(desk.keeping().iter().flat_map(|keeping| check::of_keeping(keeping, &severities)));
    let mut found = severities.applied(found);
    found.retain(|finding| concerns(desk, finding, &standings, &filter, only.as_ref()));
    let objectives = subject.objectives().filter(|one| filter.passes(&standings, one.at)).count();
    let cycles = count!(subject.cycles().count(), "cycle", "cycles");
    let at = say!("{objectives} in {cycles}", objectives = count!(objectives, "objective", "objectives"), cycles);
    Ok(Looked { found, moment, at })
}

/// Whether a finding is about what was asked for: with a filter, only what is about an objective that passes.
fn concerns(
    desk: &ReadingDesk,
    finding: &Finding,
    standings: &Standings,
    filter: &Filter,
    only: Option<&CycleId>,
) -> bool {
    let path = match &finding.spot {
        check::Spot::Found { file, .. } => desk.shown_below(file),
        check::Spot::Path(path) => Some(path.clone()),
        _ => None,
    };
    let objective = finding.objective().cloned().or_else(|| layout::objective_of(path.as_deref()?));
    let Some(objective) = objective else { return filter.is_empty() };
    if only.is_some_and(|only| &objective.cycle != only) {
        return false;
    }
    match standings.find(&objective) {
        Some(at) => filter.passes(standings, at),
        // It cannot be read: nobody knows what it would pass.
        None => filter.is_empty() || filter.owners.contains(&objective.owner),
    }
}
