//! Asking somebody at a terminal: a text, one of several, yes or no. Esc goes back, Ctrl-C ends; what was answered stays on the screen.

use inquire::ui::{Color, ErrorMessageRenderConfig, RenderConfig, StyleSheet, Styled};
use inquire::validator::Validation;
use inquire::{Confirm, CustomUserError, InquireError, Select, Text};

use super::error::Failure;
use super::ui::Ui;
use crate::language::{marked, pattern, say};
use crate::render;
use crate::view::Span;

/// What somebody answers to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    Said(T),
    /// To the question before.
    Back,
    /// Nothing about this one: to the next.
    Skip,
    /// No more questions.
    Quit,
}

impl<T> Answer<T> {
    /// Makes something of what was said.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Answer::Said(said) => Answer::Said(make(said)),
            Answer::Back => Answer::Back,
            Answer::Skip => Answer::Skip,
            Answer::Quit => Answer::Quit,
        }
    }
}

/// One question of several, which puts its answer into what they are asked for.
pub type Step<'s, T> = &'s dyn Fn(&mut T) -> Result<Answer<()>, Failure>;

/// Asks questions one after the other; who goes back is asked the one before once more.
///
/// # Errors
/// When the terminal is gone.
pub fn in_turn<T>(answers: &mut T, steps: &[Step<T>]) -> Result<Answer<()>, Failure> {
    let mut at: usize = 0;
    while let Some(step) = steps.get(at) {
        match step(answers)? {
            Answer::Said(()) => at += 1,
            Answer::Back if at > 0 => at -= 1,
            other => return Ok(other),
        }
    }
    Ok(Answer::Said(()))
}

/// A question that is answered by a line of text.
pub struct Question<'q> {
    pub text: &'q str,
    /// What an empty line stands for.
    pub default: Option<String>,
    /// What stands there already, to be changed.
    pub begun: Option<String>,
    pub help: &'q str,
    /// What is offered while somebody types.
    pub offers: &'q [String],
    /// Why a text cannot be taken.
    pub check: &'q dyn Fn(&str) -> Result<(), Failure>,
}

/// Yes and no as people type them, in either language.
fn yes_or_no(typed: &str) -> Result<bool, ()> {
    match typed.trim().to_lowercase().as_str() {
        "y" | "yes" | "是" => Ok(true),
        "n" | "no" | "否" => Ok(false),
        _ => Err(()),
    }
}

/// A text without the white space around it; nothing, if that was all.
pub fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl<'q> Question<'q> {
    /// A question that takes any text.
    pub fn new(text: &'q str) -> Self {
        Self { text, default: None, begun: None, help: "", offers: &[], check: &|_| Ok(()) }
    }
}

impl Ui {
    /// Asks for a line of text. An empty line is the default, if there is one.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn ask_text(&self, question: &Question) -> Result<Answer<String>, Failure> {
        let safe = |text: &String| self.drawn(text);
        let (default, begun) = (question.default.as_ref().map(safe), question.begun.as_ref().map(safe));
        let check = |typed: &str| -> Result<Validation, CustomUserError> {
            Ok(match (question.check)(typed) {
                Ok(()) => Validation::Valid,
                Err(why) => Validation::Invalid(self.drawn(&why.message).into()),
            })
        };
        let offers: Vec<String> = question.offers.iter().map(safe).collect();
        let offered = |typed: &str| -> Result<Vec<String>, CustomUserError> {
            let typed = typed.to_lowercase();
            Ok(offers.iter().filter(|offer| offer.to_lowercase().contains(&typed)).cloned().collect())
        };
        let mut text = Text::new(question.text).with_render_config(self.prompt_look()).with_validator(check);
        if !offers.is_empty() {
            text = text.with_autocomplete(offered).with_page_size(5);
        }
        // What inquire itself would say is English.
        match question.help {
            "" if offers.is_empty() => {}
            "" => text.help_message = pattern(marked!("↑↓ to move, tab to autocomplete, enter to submit")),
            help => text = text.with_help_message(help),
        }
        if let Some(default) = &default {
            text = text.with_default(default);
        }
        if let Some(begun) = &begun {
            text = text.with_initial_value(begun);
        }
        self.answer(text.prompt())
    }

    /// Asks for one of several, of which one is marked at first. Its index.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn ask_choice(
        &self,
        text: &str,
        options: &[Vec<Span>],
        first: usize,
        help: &str,
    ) -> Result<Answer<usize>, Failure> {
        let look = render::Look { colour: false, ..self.look_err() };
        let options: Vec<String> = options.iter().map(|option| render::message(option, &look)).collect();
        let mut select = Select::new(text, options).with_render_config(self.prompt_look());
        select = select.with_starting_cursor(first).without_filtering().with_page_size(10);
        select.help_message = match help {
            "" => Some(say!("↑↓ to move, enter to select, type to filter")),
            help => Some(help),
        };
        self.answer(select.raw_prompt().map(|chosen| chosen.index))
    }

    /// Asks for yes or no; an empty line is yes.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn ask_yes(&self, text: &str, help: &str) -> Result<Answer<bool>, Failure> {
        self.answer(
            Confirm::new(text)
                .with_default(true)
                .with_help_message(help)
                .with_error_message(say!("y or n"))
                .with_parser(&yes_or_no)
                .with_formatter(&|yes| if yes { say!("Yes") } else { say!("No") }.to_owned())
                .with_render_config(self.prompt_look())
                .prompt(),
        )
    }

    fn answer<T>(&self, asked: Result<T, InquireError>) -> Result<Answer<T>, Failure> {
        match asked {
            Ok(said) => Ok(Answer::Said(said)),
            Err(InquireError::OperationCanceled) => Ok(Answer::Back),
            Err(InquireError::OperationInterrupted) => {
                // Help may stand below the question still.
                self.err_text("\u{1b}[J");
                Ok(Answer::Quit)
            }
            Err(why) => Err(Failure::store(say!("cannot ask at this terminal: {why}", why))),
        }
    }

    /// A text as a prompt may show it: nothing that a terminal obeys.
    fn drawn(&self, text: &str) -> String {
        render::message(&[Span::plain(text)], &render::Look { colour: false, ..self.look_err() })
    }

    fn prompt_look(&self) -> RenderConfig<'static> {
        let back = if self.ascii { "<-" } else { "←" };
        let plain = RenderConfig::empty().with_canceled_prompt_indicator(Styled::new(back));
        if !self.colour_err {
            return plain;
        }
        let colour = |colour| StyleSheet::new().with_fg(colour);
        plain
            .with_prompt_prefix(Styled::new("?").with_fg(Color::DarkCyan))
            .with_answered_prompt_prefix(Styled::new("?").with_fg(Color::DarkCyan))
            .with_highlighted_option_prefix(Styled::new(">").with_fg(Color::DarkCyan))
            .with_selected_option(Some(colour(Color::DarkCyan)))
            .with_help_message(colour(Color::DarkGrey))
            .with_default_value(colour(Color::DarkGrey))
            .with_error_message(ErrorMessageRenderConfig::default_colored())
    }
}

#[cfg(test)]
mod tests {
    use super::yes_or_no;

    #[test]
    fn yes_and_no_are_taken_in_both_languages() {
        for (typed, yes) in [("y", true), ("YES", true), ("是", true), ("n", false), ("No", false), ("否", false)] {
            assert_eq!(yes_or_no(typed), Ok(yes));
        }
        for other in ["", "yess", "1", "不"] {
            assert_eq!(yes_or_no(other), Err(()));
        }
    }
}
