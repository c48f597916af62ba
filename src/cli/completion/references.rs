//! References to objectives and key results, as people write them: with the owner, or by the objective's name alone where there is
//! no other of that name.

use super::candidate::Candidate;
use super::words::said_of;
use crate::cli::desk::ReadingDesk;
use crate::model::{CycleId, Objective, ObjectiveRef, OwnerKey, ReferenceQuery, map_long};

/// Of more objectives than this no titles are read: nobody looks through them, and a key that was pressed is to be answered.
const MOST_EXPLAINED: usize = 1_000;

pub struct References<'d> {
    pub desk: &'d ReadingDesk<'d>,
    /// Whether titles are shown.
    pub explains: bool,
}

/// What was typed, taken apart.
struct Typed<'t> {
    /// The cycle that it names, with its stroke.
    before: &'t str,
    cycle: CycleId,
    rest: &'t str,
}

impl References<'_> {
    /// Objectives whose reference begins so.
    pub fn objectives(&self, typed: &str) -> Vec<Candidate> {
        let Some(typed) = self.take_apart(typed) else { return Vec::new() };
        let found = self.beginning(&typed);
        if found.is_empty() { self.cycles(&typed) } else { self.explained(found, "") }
    }

    /// Objectives, and key results once it is clear of which.
    pub fn any(&self, typed: &str) -> Vec<Candidate> {
        let Some(typed) = self.take_apart(typed) else { return Vec::new() };
        if let Some((objective, key_result)) = typed.rest.rsplit_once('.') {
            return self.of_objective(&typed, objective, key_result);
        }
        let found = self.beginning(&typed);
        if found.is_empty() {
            return self.cycles(&typed);
        }
        let only = if let [(word, objective)] = &found[..] { self.below(word, objective, "") } else { Vec::new() };
        let mut all = self.explained(found, "");
        all.extend(only);
        all
    }

    /// Key results; as long as it is not clear of which objective, the objectives.
    pub fn key_results(&self, typed: &str) -> Vec<Candidate> {
        let Some(typed) = self.take_apart(typed) else { return Vec::new() };
        if let Some((objective, key_result)) = typed.rest.rsplit_once('.') {
            return self.of_objective(&typed, objective, key_result);
        }
        match &self.beginning(&typed)[..] {
            [] => self.cycles(&typed),
            [(word, objective)] => self.below(word, objective, ""),
            several => self.explained(several.to_vec(), "."),
        }
    }

    fn take_apart<'t>(&self, typed: &'t str) -> Option<Typed<'t>> {
        if let Some((first, rest)) = typed.split_once('/')
            && let Some(cycle) = self.desk.cycles().iter().find(|cycle| cycle.id.as_str() == first)
        {
            return Some(Typed { before: &typed[..=first.len()], cycle: cycle.id.clone(), rest });
        }
        Some(Typed { before: "", cycle: self.desk.cycle_quietly()?, rest: typed })
    }

    /// The objectives whose reference begins so, one's own first, each as it would be written.
    fn beginning(&self, typed: &Typed) -> Vec<(String, ObjectiveRef)> {
        let all = self.desk.store.names(&typed.cycle);
        let names = self.desk.names(&typed.cycle);
        let bare = |objective: &ObjectiveRef| objective.slug.as_str().starts_with(typed.rest);
        let is_only = |slug: &ObjectiveRef| all.iter().filter(|other| other.slug == slug.slug).nth(1).is_none();
        let word = |objective: &ObjectiveRef| {
            let whole = names.objective(objective);
            if whole.starts_with(typed.rest) {
                return Some(whole);
            }
            bare(objective).then(|| if is_only(objective) { objective.slug.to_string() } else { whole })
        };
        let found = all.iter().filter_map(|one| Some((format!("{}{}", typed.before, word(one)?), one.clone())));
        let mut found: Vec<_> = found.collect();
        let me = self.me();
        found.sort_by_key(|(_, objective)| me.as_ref() != Some(&objective.owner));
        found
    }

    /// Who is asking, if that is said somewhere; Git is not asked.
    fn me(&self) -> Option<OwnerKey> {
        let ctx = self.desk.ctx;
        let said = [&ctx.global.me, &ctx.env.me, &self.desk.config().me].into_iter().find_map(Option::as_ref);
        said.and_then(|me| me.parse().ok())
    }

    fn of_objective(&self, typed: &Typed, objective: &str, key_result: &str) -> Vec<Candidate> {
        let Ok(query) = objective.parse::<ReferenceQuery>() else { return Vec::new() };
        let Ok(found) = self.desk.store.resolve(&query, &typed.cycle, &[]) else { return Vec::new() };
        self.below(&format!("{}{objective}", typed.before), &found, key_result)
    }

    /// The key results of an objective that begin so, behind the objective as it is written.
    fn below(&self, word: &str, objective: &ObjectiveRef, typed: &str) -> Vec<Candidate> {
        let Some(Objective { key_results, .. }) = self.desk.store.defined(objective) else { return Vec::new() };
        let found = key_results.iter().filter(|kr| kr.id.as_str().starts_with(typed));
        found
            .map(|kr| Candidate::new(format!("{word}.{}", kr.id), self.explains.then_some(kr.title.as_str())))
            .collect()
    }

    fn explained(&self, found: Vec<(String, ObjectiveRef)>, end: &str) -> Vec<Candidate> {
        let explains = self.explains && found.len() <= MOST_EXPLAINED;
        map_long(&found, |(word, objective)| {
            let title = explains.then(|| self.desk.store.defined(objective)).flatten().map(|objective| objective.title);
            Candidate::new(format!("{word}{end}"), title.as_deref())
        })
    }

    /// The cycles that begin so, in which other objectives stand.
    fn cycles(&self, typed: &Typed) -> Vec<Candidate> {
        let found = self.desk.cycles().iter().filter(|cycle| {
            typed.before.is_empty() && !typed.rest.is_empty() && cycle.id.as_str().starts_with(typed.rest)
        });
        found.map(|cycle| Candidate::new(format!("{}/", cycle.id), Some(&said_of(cycle)))).collect()
    }
}
