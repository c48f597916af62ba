//! Runs the rules: all that they find is collected, then it is decided how seriously each finding is taken.

use std::collections::BTreeMap;

use super::finding::{Finding, Mend, Sink, Spot};
use super::registry::{RULES, named};
use super::rule::{Look, Rule, Severity};
use super::rules;
use super::subject::{Defined, Keeping, One, Sight, Subject};
use crate::analysis::Whole;
use crate::model::{Damage, Problem, RuleLevel, Settings, both, map_all};

/// How seriously each rule is taken, by its code; none where it is allowed.
pub struct Severities {
    by_code: BTreeMap<&'static str, Option<Severity>>,
}

impl Severities {
    /// As rules have it, and settings where they say otherwise.
    pub fn of(settings: &Settings) -> Self {
        let by_code = RULES.iter().map(|rule| (rule.code, Some(rule.severity))).collect();
        let mut severities = Self { by_code };
        for (rule, level) in &settings.checks {
            if let Some(rule) = named(rule) {
                severities.set(rule, *level);
            }
        }
        severities
    }

    /// Takes a rule as seriously as this from now on. What the reader cannot read stays an error.
    pub fn set(&mut self, rule: &'static Rule, level: RuleLevel) {
        if rule.is_settable() {
            self.by_code.insert(rule.code, Severity::of(level));
        }
    }

    /// Looks with these rules alone.
    pub fn only(&mut self, rules: &[&'static Rule]) {
        for (code, severity) in &mut self.by_code {
            if !rules.iter().any(|rule| rule.code == *code) {
                *severity = None;
            }
        }
    }

    fn get(&self, rule: &Rule) -> Option<Severity> {
        self.by_code.get(rule.code).copied().flatten()
    }

    pub fn wants(&self, rule: &Rule) -> bool {
        self.get(rule).is_some()
    }

    /// The findings of rules that are not allowed, each as serious as its rule is taken; the most serious first.
    pub fn applied(&self, found: Vec<Finding>) -> Vec<Finding> {
        let one = |mut finding: Finding| {
            finding.severity = self.get(finding.rule)?;
            Some(finding)
        };
        let mut found: Vec<Finding> = found.into_iter().filter_map(one).collect();
        found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        found
    }
}

/// All that the wanted rules find by looking at what was read.
pub fn run(subject: &Subject, severities: &Severities) -> Vec<Finding> {
    let all = RULES.iter().copied().enumerate();
    let wanted: Vec<(usize, &'static Rule)> = all.filter(|(_, rule)| severities.wants(rule)).collect();
    let all: Vec<usize> = (0..subject.standings.objectives.len()).collect();
    let each = || map_all(&all, |at| subject.sight(*at).map(|sight| of_one(&sight, &wanted)).unwrap_or_default());
    let (mut found, of_each) = both(all.len(), || of_store(subject, &wanted), each);
    found.extend(of_each.into_iter().flatten());
    found
}

/// What these rules find in a store as a whole.
fn of_store(subject: &Subject, wanted: &[(usize, &'static Rule)]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (_, rule) in wanted {
        if let Look::Store(look) = rule.look {
            let mut sink = Sink::new(rule);
            look(subject, &mut sink);
            found.extend(sink.found);
        }
    }
    found
}

/// What these rules find in one objective. Its files are read again if there is a sign of anything in its events.
fn of_one(sight: &Sight, wanted: &[(usize, &'static Rule)]) -> Vec<Finding> {
    let living = sight.subject.lives(&sight.cycle.id);
    let may_find = |(place, rule): &&(usize, &'static Rule)| match rule.look {
        Look::LivingDefinition(_) | Look::LivingFigures(_) | Look::Living(..) if !living => false,
        Look::Definition(_) | Look::LivingDefinition(_) => sight.signs.definition_for(*place).is_some(),
        Look::LivingFigures(_) => true,
        Look::Objective(may, _) | Look::Living(may, _) => may(sight),
        Look::Damage | Look::Store(_) | Look::Keeping(_) | Look::Verify => false,
    };
    let mut whole: Option<Whole> = None;
    let mut found = Vec::new();
    for &(place, rule) in wanted.iter().filter(may_find) {
        let mut sink = Sink::new(rule);
        match rule.look {
            Look::Definition(look) | Look::LivingDefinition(look) => {
                if let Some(objective) = sight.signs.definition_for(place) {
                    look(&Defined { reference: &sight.figures.reference, objective }, &mut sink);
                }
            }
            Look::LivingFigures(look) => look(sight, &mut sink),
            Look::Objective(_, look) | Look::Living(_, look) => {
                let Whole { record, state } = whole.get_or_insert_with(|| sight.subject.standings.whole(sight.at));
                look(&One { sight: *sight, record, state }, &mut sink);
            }
            Look::Damage | Look::Store(_) | Look::Keeping(_) | Look::Verify => {}
        }
        found.extend(sink.found);
    }
    found
}

/// What the wanted rules find in how the store is kept.
pub fn of_keeping(keeping: &Keeping, severities: &Severities) -> Vec<Finding> {
    let wanted = RULES.iter().copied().filter(|rule| severities.wants(rule));
    let found = wanted.flat_map(|rule| {
        let mut sink = Sink::new(rule);
        if let Look::Keeping(look) = rule.look {
            look(keeping, &mut sink);
        }
        sink.found
    });
    found.collect()
}

/// Damages as findings; `words` says what is wrong with one, and how to mend it.
pub fn of_damages(damages: &[Damage], words: impl Fn(&Damage) -> (String, String)) -> Vec<Finding> {
    let finding = |damage: &Damage| {
        let rule = rule_of(&damage.problem);
        let (message, help) = words(damage);
        let file = damage.file.clone();
        let mend = match damage.problem {
            Problem::GluedEvents => Some(Mend::SplitLines(file.clone())),
            Problem::TornLine => Some(Mend::CutTornLine(file.clone())),
            _ => None,
        };
        let spot = Spot::Found { file, place: damage.place.clone() };
        Finding { rule, severity: rule.severity, message, help, spot, mend }
    };
    damages.iter().map(finding).collect()
}

/// The rule that tells what the reader found. Whoever adds a problem has to say here which one that is.
fn rule_of(problem: &Problem) -> &'static Rule {
    match problem {
        Problem::Unreadable(_)
        | Problem::NotAFile
        | Problem::NotAFolder
        | Problem::TooLarge { .. }
        | Problem::TooMany { .. }
        | Problem::More { .. } => &rules::unreadable_file::RULE,
        Problem::NotText => &rules::not_utf8::RULE,
        Problem::ConflictMarker | Problem::Undecided => &rules::unfinished_merge::RULE,
        Problem::Malformed { .. } => &rules::not_yaml::RULE,
        Problem::UnknownKey { .. } => &rules::unknown_key::RULE,
        Problem::MissingKey { .. } => &rules::missing_key::RULE,
        Problem::DuplicateKey { .. } => &rules::duplicate_key::RULE,
        Problem::Invalid { .. } => &rules::invalid_value::RULE,
        Problem::BadName { .. } => &rules::misnamed_file::RULE,
        Problem::TwinKeyResult { .. } => &rules::duplicate_key_result::RULE,
        Problem::EndsBeforeStart => &rules::ends_before_it_starts::RULE,
        Problem::Orphan => &rules::orphan_history::RULE,
        Problem::TwinEvent { .. } => &rules::edited_past::RULE,
        Problem::TornLine => &rules::torn_line::RULE,
        Problem::GluedEvents => &rules::glued_events::RULE,
        Problem::UnknownKeyResult { .. } => &rules::check_in_without_key_result::RULE,
        Problem::Unfitting { .. } => &rules::unfitting_value::RULE,
        Problem::Dangling { .. } => &rules::dangling_alignment::RULE,
        Problem::Ambiguous { .. } => &rules::ambiguous_alignment::RULE,
        Problem::Circular { .. } => &rules::circular_alignment::RULE,
    }
}
