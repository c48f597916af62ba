//! Asking somebody at a terminal: a text, one of several, yes or no. Esc goes back, Ctrl-C ends; what was answered stays on the screen.

mod offers;

use inquire::ui::{Color, ErrorMessageRenderConfig, RenderConfig, StyleSheet, Styled};
use inquire::validator::Validation;
use inquire::{Confirm, CustomUserError, InquireError, Select, Text};

use super::error::Failure;
use super::ui::Ui;
use crate::language::{list, marked, pattern, say};
use crate::render;
use crate::view::Span;
pub use offers::Offer;
use offers::{Offered, Typing};

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
    pub offers: &'q [Offer],
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
        let offered = Offered::new(question.offers, &self.beside_a_sign());
        let check = |typed: &str| -> Result<Validation, CustomUserError> {
            let answer = offered.meant(typed);
            Ok(match (question.check)(answer) {
                Ok(()) => Validation::Valid,
                Err(why) => Validation::Invalid(self.refused(&why, answer, &offered).into()),
            })
        };
        let formatter = |typed: &str| offered.meant(typed).to_owned();
        let mut text = Text::new(question.text).with_render_config(self.prompt_look()).with_validator(check);
        if !offered.is_empty() {
            text = text.with_autocomplete(Typing(&offered)).with_formatter(&formatter).with_page_size(5);
        }
        // What inquire itself would say is English.
        match question.help {
            "" if offered.is_empty() => {}
            "" => text.help_message = pattern(marked!("↑↓ to move, tab to autocomplete, enter to submit")),
            help => text = text.with_help_message(help),
        }
        if let Some(default) = &default {
            text = text.with_default(default);
        }
        if let Some(begun) = &begun {
            text = text.with_initial_value(begun);
        }
        Ok(self.answer(text.prompt())?.map(|typed| offered.meant(&typed).to_owned()))
    }

    /// Why an answer is not taken, and below it in one line what to do about that: take an offer in which it is found, if it is.
    fn refused(&self, why: &Failure, answer: &str, offered: &Offered) -> String {
        let near = filled(answer).map_or(Vec::new(), |answer| offered.like(&answer, 3));
        let hint = match near.is_empty() {
            true => why.hints.first().cloned(),
            false => Some(say!("did you mean {near}?", near = list(&near))),
        };
        let mut said = self.drawn(&why.message);
        if let Some(hint) = hint {
            let line = [Span::plain(say!("hint: ")), Span::plain(hint)];
            said.push_str("\n  ");
            said.push_str(&render::message_cut(&line, &self.beside_a_sign()));
        }
        said
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

    /// How a line looks in front of which a sign and a blank stand.
    fn beside_a_sign(&self) -> render::Look {
        render::Look { colour: false, width: self.width.saturating_sub(2), ..self.look_err() }
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
