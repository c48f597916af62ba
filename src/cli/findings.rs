//! Findings: looked up in their files, made a report, printed in the formats that a check has.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::context::Context;
use super::desk::ReadingDesk;
use super::error::{Exit, Failure};
use crate::check::{Definition, Finding, Severity, Spot};
use crate::language::{count, say};
use crate::model::{EventId, Moment, ObjectiveRef, Place, map_all};
use crate::report::{self, FindingRow, Findings};
use crate::store::layout;
use crate::store::{Places, Wanted};
use crate::view::{Document, Laid};
use crate::{render, view};

/// How findings are told, and when they fail a command.
#[derive(Debug, Clone, Args)]
pub struct Telling {
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub format: FindingFormat,
    /// Fail on warnings too
    #[arg(long)]
    pub deny_warnings: bool,
    /// Show all of them, however many there are
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FindingFormat {
    Table,
    Json,
    /// As annotations of GitHub Actions
    Github,
    /// As SARIF 2.1.0, for code scanners and editors
    Sarif,
    Csv,
    Markdown,
    Html,
    Yaml,
}

/// More findings than this at once nobody reads on a terminal.
const MOST: usize = 40;

/// More findings than this of one rule in one file are counted, not told: a file made to hold thousands must not keep anybody
/// waiting.
const MOST_OF_A_RULE: usize = 100;

/// The findings of a file that are told, and of those rules that found more the first that is not, with how many there are.
fn first_of_each_rule(findings: Vec<Finding>) -> (Vec<Finding>, BTreeMap<&'static str, (Finding, usize)>) {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let (mut told, mut untold) = (Vec::new(), BTreeMap::new());
    for finding in findings {
        let code = finding.rule.code;
        let number = counts.entry(code).or_default();
        *number += 1;
        if *number <= MOST_OF_A_RULE {
            told.push(finding);
        } else {
            untold.entry(code).or_insert((finding, 0)).1 += 1;
        }
    }
    (told, untold)
}

impl Telling {
    /// Prints findings, and tells by the exit whether they fail the command.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn print(&self, ctx: &Context, report: &Findings) -> Result<Exit, Failure> {
        self.print_as(ctx, report, report, |laid| view::findings(report, laid))
    }

    /// The same for findings that are part of a report: `report` is what machines read, `document` what people do.
    ///
    /// # Errors
    /// As for [`Telling::print`].
    pub fn print_as<R: Serialize>(
        &self,
        ctx: &Context,
        findings: &Findings,
        report: &R,
        document: impl Fn(Laid) -> Document,
    ) -> Result<Exit, Failure> {
        use FindingFormat::{Csv, Github, Html, Json, Markdown, Sarif, Table, Yaml};
        let fault = |why: String| Failure::fault(why);
        let laid = match self.format {
            Markdown | Html => Laid::Page,
            Table if !self.all => Laid::Lines(MOST),
            _ => Laid::Lines(usize::MAX),
        };
        let document = || document(laid);
        let text = match self.format {
            Table if ctx.ui.quiet && findings.findings.is_empty() => String::new(),
            Table => render::text(&document(), &ctx.ui.look()),
            Json => render::json(report).map_err(|why| fault(why.to_string()))?,
            Github => render::github(&document()),
            Sarif => render::sarif(&document()).map_err(|why| fault(why.to_string()))?,
            Csv => {
                render::csv(&view::sheet::findings(&findings.findings).into()).map_err(|why| fault(why.to_string()))?
            }
            Markdown => render::markdown(&document()),
            Html => render::html(&document()).map_err(|why| fault(why.to_string()))?,
            Yaml => render::yaml(report).map_err(|why| fault(why.to_string()))?,
        };
        ctx.ui.out(&text)?;
        let failed = findings.errors > 0 || (self.deny_warnings && findings.warnings > 0);
        Ok(if failed { Exit::Findings } else { Exit::Done })
    }

    /// Whether a finding of that severity fails the command.
    pub fn fails(&self, severity: Severity) -> bool {
        severity == Severity::Error || (self.deny_warnings && severity == Severity::Warning)
    }

    /// Whether files are to be named from the repository's top, where Git hosts look for them.
    pub fn is_for_a_host(&self) -> bool {
        matches!(self.format, FindingFormat::Github | FindingFormat::Sarif)
    }
}

/// Findings whose places are known, in the order of severity, file and line. Comments in the files allow none of them: they
/// would be part of what is looked into.
pub fn told(found: Vec<Finding>, as_of: NaiveDate, looked_at: String) -> Findings {
    let row = |finding: Finding| {
        let Spot::Found { file, place } = &finding.spot else { return None };
        let place = place.as_deref().cloned();
        // Cycle, owner and name, in whatever folder and revision.
        let cut = file.rmatch_indices(['/', ':']).nth(2).map_or(0, |(at, _)| at + 1);
        Some(row_of(&finding, file, place, layout::objective_of(&file[cut..])))
    };
    let mut rows: Vec<FindingRow> = found.into_iter().filter_map(row).collect();
    in_order(&mut rows);
    report::findings(rows, as_of, looked_at)
}

fn in_order(rows: &mut [FindingRow]) {
    rows.sort_by(|a, b| {
        let place = |row: &FindingRow| (row.line, row.column, row.code);
        b.severity.cmp(&a.severity).then_with(|| a.file.cmp(&b.file)).then_with(|| place(a).cmp(&place(b)))
    });
}

fn row_of(finding: &Finding, file: &str, place: Option<Place>, objective: Option<ObjectiveRef>) -> FindingRow {
    FindingRow {
        code: finding.rule.code,
        name: finding.rule.name,
        severity: finding.severity,
        message: finding.message.clone(),
        help: finding.help.clone(),
        file: file.to_owned(),
        line: place.as_ref().map(|place| place.line),
        column: place.as_ref().map(|place| place.column),
        end_column: place.as_ref().map(|place| place.column + place.length),
        objective,
        fixable: finding.mend.is_some(),
        place,
        rule: finding.rule,
    }
}

impl ReadingDesk<'_> {
    /// Findings with their places, in the order of severity, file and line; without those that a comment allows where
    /// they stand.
    pub fn located(&self, found: Vec<Finding>, telling: &Telling, moment: &Moment, looked_at: String) -> Findings {
        let prefix = if telling.is_for_a_host() { self.repository_prefix() } else { None };
        let shown = |file: &str| match &prefix {
            Some(prefix) => format!("{prefix}{file}"),
            None => self.store.source().shown(file),
        };
        let histories = self.histories_of(&found);
        let paths: Vec<String> = found.iter().map(|finding| self.file_of(&finding.spot, &histories)).collect();
        let mut by_file: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
        for (path, finding) in paths.into_iter().zip(found) {
            by_file.entry(path).or_default().push(finding);
        }
        let files: Vec<(String, Vec<Finding>)> = by_file.into_iter().collect();
        let rows: Vec<Vec<FindingRow>> =
            map_all(&files, |(file, findings)| self.rows(file, &shown(file), findings.clone()));
        let mut rows: Vec<FindingRow> = rows.into_iter().flatten().collect();
        in_order(&mut rows);
        report::findings(rows, moment.day, looked_at)
    }

    /// The history that holds each event that something was found about: each file is looked through once.
    fn histories_of(&self, found: &[Finding]) -> HashMap<EventId, String> {
        let mut ids: BTreeMap<&ObjectiveRef, Vec<&EventId>> = BTreeMap::new();
        for finding in found {
            if let Spot::Event { objective, id } = &finding.spot {
                ids.entry(objective).or_default().push(id);
            }
        }
        let ids: Vec<(&ObjectiveRef, Vec<&EventId>)> = ids.into_iter().collect();
        let of_each = map_all(&ids, |(objective, ids)| {
            let asked: Vec<Wanted> = ids.iter().map(|id| Wanted::Event(id)).collect();
            let mut held: HashMap<EventId, String> = HashMap::new();
            for path in self.store.histories_beside(objective) {
                let places = Places::of(&self.store, &path).find(&asked);
                for (id, _) in ids.iter().zip(places).filter(|(_, (place, _))| place.is_some()) {
                    held.entry((*id).clone()).or_insert_with(|| path.clone());
                }
            }
            held
        });
        of_each.into_iter().flatten().collect()
    }

    /// The file that a finding is in, by its path below the store; as messages name it where that is all one knows.
    fn file_of(&self, spot: &Spot, histories: &HashMap<EventId, String>) -> String {
        match spot {
            Spot::Found { file, .. } => self.shown_below(file).unwrap_or_else(|| file.clone()),
            Spot::Path(path) => path.clone(),
            Spot::Value { of, .. } => match of {
                Definition::Settings => layout::SETTINGS.to_owned(),
                Definition::Org => layout::ORG.to_owned(),
                Definition::Cycle(cycle) => layout::cycle_file(cycle),
                Definition::Objective(objective) => layout::objective_file(objective),
            },
            Spot::Event { objective, id } => {
                histories.get(id).cloned().unwrap_or_else(|| layout::history_file(objective, None))
            }
        }
    }

    /// The path below the store of a file as messages name it.
    pub fn shown_below(&self, shown: &str) -> Option<String> {
        let root = self.store.source().shown("");
        match root.as_str() {
            "" | "." => Some(shown.to_owned()),
            root => {
                let below = shown.strip_prefix(root.trim_end_matches('/'))?;
                Some(below.strip_prefix('/').unwrap_or(below).to_owned())
            }
        }
    }

    fn rows(&self, file: &str, shown: &str, findings: Vec<Finding>) -> Vec<FindingRow> {
        let (told, untold) = first_of_each_rule(findings);
        let mut rows = self.rows_of(file, shown, &told);
        rows.extend(untold.into_values().map(|(first, number)| {
            let objective = first.objective().cloned().or_else(|| layout::objective_of(file));
            let what = count!(number, "more finding", "more findings");
            let message = say!("{what} of this rule in this file, not told one by one", what);
            let help = say!("mend the {number} that are told, then run okr check again", number = MOST_OF_A_RULE);
            row_of(&Finding { message, help, mend: None, ..first }, shown, None, objective)
        }));
        rows
    }

    fn rows_of(&self, file: &str, shown: &str, findings: &[Finding]) -> Vec<FindingRow> {
        let wanted = |finding: &'_ Finding| match &finding.spot {
            Spot::Value { path, words, .. } => Some((path.clone(), words.clone())),
            _ => None,
        };
        let values: Vec<_> = findings.iter().map(wanted).collect();
        let asked: Vec<Wanted> = findings
            .iter()
            .zip(&values)
            .map(|(finding, value)| match (&finding.spot, value) {
                (Spot::Event { id, .. }, _) => Wanted::Event(id),
                (_, Some((path, words))) => Wanted::Value(path, words.as_deref()),
                (Spot::Found { place: Some(place), .. }, _) => Wanted::Line(place.line),
                _ => Wanted::Line(0),
            })
            .collect();
        let places = Places::of(&self.store, file).find(&asked);
        let row = |(finding, (place, allowed)): (&Finding, (Option<Place>, Vec<String>))| {
            if finding.rule.is_settable() && allowed.iter().any(|rule| finding.rule.is(rule)) {
                return None;
            }
            let place = match &finding.spot {
                Spot::Found { place, .. } => place.as_deref().cloned(),
                Spot::Path(_) => None,
                _ => place,
            };
            let objective = finding.objective().cloned().or_else(|| layout::objective_of(file));
            Some(row_of(finding, shown, place, objective))
        };
        findings.iter().zip(places).filter_map(row).collect()
    }
}
