//! What an objective may serve: the objectives of the cycle and their key results, with their titles.

use crate::cli::desk::ReadingDesk;
use crate::cli::error::Failure;
use crate::cli::objective_meant::no_key_result;
use crate::cli::prompt::Offer;
use crate::model::map_long;

/// Every objective of the cycle, and behind it its key results. Only definitions are read, once and on all processors, so that
/// ten thousand are there in less time than it takes to look at the question.
pub fn offers(desk: &ReadingDesk) -> Vec<Offer> {
    let Some(cycle) = desk.cycle_quietly() else { return Vec::new() };
    let store = &desk.store;
    let of_one = map_long(&store.names(&cycle), |name| {
        let word = name.in_cycle();
        // One that cannot be read can be served all the same.
        let Some(objective) = store.defined(name) else { return vec![Offer::new(word, "")] };
        let key_results = objective.key_results.iter().map(|kr| Offer::new(format!("{word}.{}", kr.id), &kr.title));
        let key_results: Vec<Offer> = key_results.collect();
        std::iter::once(Offer::new(word, objective.title)).chain(key_results).collect()
    });
    of_one.into_iter().flatten().collect()
}

/// Whether a text names an objective or key result that is there.
///
/// # Errors
/// When it does not.
pub fn is_there(desk: &ReadingDesk, text: &str) -> Result<(), Failure> {
    let (objective, key_result) = desk.find(text)?;
    let (Some(id), Some(defined)) = (key_result, desk.store.defined(&objective)) else { return Ok(()) };
    match defined.key_result(&id) {
        Some(_) => Ok(()),
        None => Err(no_key_result(&objective, &id, defined.key_results.iter().map(|kr| &kr.id))),
    }
}
