//! What is wrong with a store, said on stderr: damaged files, links that do not hold, owners that nobody knows.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Mutex, PoisonError};

use super::damage;
use super::desk::ReadingDesk;
use super::grammar::nearest;
use super::words::note;
use crate::analysis::{Alignment, AlignmentFault, Fault, ObjectiveFigures, Standings, align};
use crate::language::say;
use crate::model::{Damage, Header, KeyResultId, Loss, OwnerKey, Placed, Problem};
use crate::store::edit::Step;
use crate::store::layout::{self, ORG};

/// More damages than this at once nobody reads.
const MOST_DAMAGES: usize = 20;

/// What one command has said already.
#[derive(Debug, Default)]
pub struct Told(Mutex<HashSet<Damage>>);

impl Told {
    /// Those of these damages that were not said before.
    fn news<'d>(&self, damages: &'d [Damage]) -> Vec<&'d Damage> {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        damages.iter().filter(|damage| told.insert((*damage).clone())).collect()
    }
}

impl ReadingDesk<'_> {
    /// Says what is damaged, and which links of a loaded snapshot do not hold. Whether something was lost by it.
    pub fn report_damages(&self, standings: &Standings) -> bool {
        let lost = self.report(&standings.header.damages);
        self.report(&self.faults(standings));
        for owner in self.unknown_owners(standings) {
            self.ctx.ui.warning(&say!(
                "org.yaml does not know {owner}, who has objectives; okr org add-person {owner} tells it",
                owner
            ));
        }
        lost
    }

    /// The links that do not hold, as damages at their places.
    pub fn faults(&self, standings: &Standings) -> Vec<Damage> {
        let mut found: BTreeMap<usize, Vec<(Vec<Step>, Problem)>> = BTreeMap::new();
        for fault in &standings.alignment.faults {
            if let Some(problem) = fault_problem(standings, fault) {
                let path = vec![Step::key("aligns_to"), Step::Index(fault.rank)];
                found.entry(fault.objective).or_default().push((path, problem));
            }
        }
        let objectives = &standings.objectives;
        found.into_iter().flat_map(|(at, found)| self.store.damages_in(&objectives[at].reference, found)).collect()
    }

    /// What is known of a store, and which objectives a sparse checkout leaves out, with the alignment of those that were read. Git is
    /// only asked where something aligns to what was not read.
    pub fn with_left_out<P: Placed + Sync>(&self, mut header: Header, objectives: &[P]) -> (Header, Alignment) {
        let mut alignment = align(&header, objectives);
        if !self.is_revision() && alignment.dangles() {
            let left_out = crate::git::left_out(self.root()).unwrap_or_default();
            let defined = left_out.iter().filter(|file| !file.path.ends_with(layout::HISTORY));
            header.left_out = defined.filter_map(|file| layout::objective_of(&file.path)).collect();
            if !header.left_out.is_empty() {
                alignment = align(&header, objectives);
            }
        }
        (header, alignment)
    }

    /// None where the organisation's file is damaged: it may know them, and that damage is said.
    fn unknown_owners(&self, standings: &Standings) -> Vec<OwnerKey> {
        let org = self.org();
        if self.header().damages.iter().any(|damage| damage.file.ends_with(ORG)) {
            return Vec::new();
        }
        // They stand by cycle and owner.
        let same = |a: &ObjectiveFigures, b: &ObjectiveFigures| a.reference.owner == b.reference.owner;
        let owners = standings.objectives.chunk_by(same).map(|of_owner| &of_owner[0].reference.owner);
        let mut owners: Vec<OwnerKey> = owners.filter(|owner| !org.knows(owner)).cloned().collect();
        owners.sort();
        owners.dedup();
        owners
    }

    /// Says what is damaged in settings, organisation and cycles. Whether something was lost by it.
    pub fn report_header(&self) -> bool {
        self.report(&self.header().damages)
    }

    /// Says one damage.
    pub fn say_damage(&self, damage: &Damage) {
        self.report(std::slice::from_ref(damage));
    }

    /// Says damages, each once however often a command comes upon it. Whether something was lost by them.
    pub fn report(&self, damages: &[Damage]) -> bool {
        let new = self.told.news(damages);
        for one in new.iter().take(MOST_DAMAGES) {
            self.ctx.ui.err_text(&damage::drawn(one, &self.ctx.ui.look_err()));
        }
        if new.len() > MOST_DAMAGES {
            let more = new.len() - MOST_DAMAGES;
            self.ctx.ui.err(&note(&say!("and {more} more of this kind; mend these first", more)));
        }
        damages.iter().any(|damage| damage.loss != Loss::Detail)
    }
}

/// None where nothing is wrong: what is left out of a sparse checkout is elsewhere, and not missing.
fn fault_problem(standings: &Standings, fault: &AlignmentFault) -> Option<Problem> {
    let objectives = &standings.objectives;
    let aligns_to = &objectives[fault.objective].own.aligns_to;
    let name = |at: &usize| objectives[*at].reference.in_cycle();
    let target = aligns_to[fault.rank].to_string();
    Some(match &fault.fault {
        Fault::Dangling { near } => Problem::Dangling { target, near: near.as_ref().map(name) },
        Fault::NotHere { .. } => return None,
        Fault::NoSuchKeyResult { objective } => {
            let known = objectives[*objective].key_results.iter().map(|kr| kr.id.as_str());
            let typed = aligns_to[fault.rank].key_result.as_ref().map_or("", KeyResultId::as_str);
            let near = nearest(typed, known).map(|kr| format!("{}.{kr}", name(objective)));
            Problem::Dangling { target, near }
        }
        Fault::Ambiguous { candidates } => {
            Problem::Ambiguous { target, candidates: candidates.iter().map(name).collect() }
        }
        Fault::Circular { path } => Problem::Circular { path: path.iter().map(name).collect() },
    })
}
