//! All rules, by code.

use super::rule::Rule;
use super::rules;

/// Every rule, in the order of codes.
pub static RULES: &[&Rule] = &[
    &rules::unreadable_file::RULE,
    &rules::not_utf8::RULE,
    &rules::unfinished_merge::RULE,
    &rules::not_yaml::RULE,
    &rules::unknown_key::RULE,
    &rules::missing_key::RULE,
    &rules::duplicate_key::RULE,
    &rules::invalid_value::RULE,
    &rules::misnamed_file::RULE,
    &rules::duplicate_key_result::RULE,
    &rules::ends_before_it_starts::RULE,
    &rules::orphan_history::RULE,
    &rules::edited_past::RULE,
    &rules::torn_line::RULE,
    &rules::glued_events::RULE,
    &rules::check_in_without_key_result::RULE,
    &rules::unfitting_value::RULE,
    &rules::dangling_alignment::RULE,
    &rules::ambiguous_alignment::RULE,
    &rules::circular_alignment::RULE,
    &rules::future_event::RULE,
    &rules::retracts_nothing::RULE,
    &rules::due_outside_the_cycle::RULE,
    &rules::unknown_owner::RULE,
    &rules::unknown_author::RULE,
    &rules::broken_organisation::RULE,
    &rules::unknown_rule::RULE,
    &rules::histories_merge_by_line::RULE,
    &rules::host_ignores_union::RULE,
    &rules::said_twice::RULE,
    &rules::objective_names_a_number::RULE,
    &rules::objective_is_a_task::RULE,
    &rules::objective_is_business_as_usual::RULE,
    &rules::objective_is_a_label::RULE,
    &rules::placeholder_title::RULE,
    &rules::two_objectives_in_one::RULE,
    &rules::key_result_is_a_task::RULE,
    &rules::key_result_without_measure::RULE,
    &rules::title_contradicts_metric::RULE,
    &rules::too_many_objectives::RULE,
    &rules::number_of_key_results::RULE,
    &rules::unaligned::RULE,
    &rules::cycle_length::RULE,
    &rules::lopsided_weights::RULE,
    &rules::stale_check_in::RULE,
    &rules::unexplained_risk::RULE,
    &rules::rosy_status::RULE,
    &rules::reached_early::RULE,
    &rules::unscored::RULE,
    &rules::no_mid_cycle_review::RULE,
    &rules::same_title::RULE,
    &rules::only_yes_or_no::RULE,
    &rules::vague_key_result::RULE,
    &rules::serves_what_is_over::RULE,
    &rules::long_title::RULE,
    &rules::event_changed::RULE,
    &rules::event_removed::RULE,
    &rules::late_target_change::RULE,
    &rules::not_signed_by_author::RULE,
    &rules::not_by_an_owner::RULE,
];

/// The rule of a code or a name.
pub fn named(text: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.is(text))
}

/// The name or code that a misspelt one most likely means.
pub fn nearest_rule(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let names = RULES.iter().flat_map(|rule| [rule.name, rule.code]);
    let scored = names.map(|name| (strsim::jaro_winkler(&text, &name.to_lowercase()), name));
    scored.filter(|(score, _)| *score > 0.85).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_each_given_once_and_in_order() {
        for pair in RULES.windows(2) {
            assert!(pair[0].code < pair[1].code, "{} {}", pair[0].code, pair[1].code);
            assert!(RULES.iter().filter(|rule| rule.name == pair[0].name).count() == 1, "{}", pair[0].name);
        }
    }

    #[test]
    fn every_rule_explains_itself_in_whole_sentences() {
        for rule in RULES {
            for text in [rule.what, rule.why] {
                assert!(text.ends_with('.'), "{}: {text}", rule.code);
                assert!(!text.contains("  "), "{}: {text}", rule.code);
            }
            assert!(rule.code.len() == 6 && rule.code.starts_with("OKR"), "{}", rule.code);
            let kebab = |c: char| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit();
            assert!(rule.name.chars().all(kebab), "{}", rule.name);
        }
    }

    #[test]
    fn a_misspelt_rule_is_guessed() {
        assert_eq!(nearest_rule("unknown-onwer"), Some("unknown-owner"));
        assert_eq!(nearest_rule("colours"), None);
    }
}
