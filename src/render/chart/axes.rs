//! What stands around the picture: what 0 and 100 % are, and the days.

use chrono::{Datelike, NaiveDate};

use super::canvas::Canvas;
use super::scale::Scale;
use super::series::is_shown;
use super::signs::Signs;
use crate::language::say;
use crate::render::width::{pad, width};
use crate::render::{Look, line};
use crate::view::{Align, Chart, Line, Role, Span, day_words};

/// From so many columns on there is room for words and percentages.
const ROOMY: usize = 56;

/// What stands left of the axis: the metric's own words, percentages, or both.
pub struct Margin {
    /// Beside 0 and 100 %, ready for the terminal.
    words: [Line; 2],
    words_columns: usize,
    percents: bool,
}

/// The columns of `100 %`.
const PERCENT: usize = 5;

impl Margin {
    pub fn of(chart: &Chart, columns: usize, look: &Look) -> Self {
        let roomy = columns >= ROOMY;
        let cap = if roomy { (columns / 5).max(12) } else { columns / 4 };
        let words = [(&chart.bottom, "0 %"), (&chart.top, "100 %")].map(|(words, percent)| {
            // An objective is measured in percent anyway: that is not to be said twice.
            let words = if words.trim() == percent { "" } else { words.trim() };
            line::cut(&line::shown(&[Span::plain(words)], look), cap, look)
        });
        let words_columns = words.iter().map(|words| line::columns(words)).max().unwrap_or(0);
        Self { percents: roomy || words_columns == 0, words, words_columns }
    }

    /// The columns up to the axis, and it.
    pub fn columns(&self) -> usize {
        let between = if self.percents && self.words_columns > 0 { 2 } else { 0 };
        let percents = if self.percents { PERCENT } else { 0 };
        self.words_columns + between + percents + 2
    }

    /// The margin of a row that stands for so many tenths, up to the blank before the axis.
    fn label(&self, tenth: i64) -> Line {
        let mut label = Line::new();
        if self.words_columns > 0 {
            let words = match tenth {
                0 => &self.words[0][..],
                10 => &self.words[1][..],
                _ => &[],
            };
            label.push(Span::plain(" ".repeat(self.words_columns - line::columns(words))));
            label.extend(words.iter().cloned());
        }
        if self.percents {
            let percent = if tenth % 5 == 0 { format!("{} %", tenth * 10) } else { String::new() };
            let between = if self.words_columns > 0 { PERCENT + 2 } else { PERCENT };
            label.push(Span::dim(pad(&percent, between, Align::Right)));
        }
        label.push(Span::plain(" "));
        label
    }
}

/// The canvas with its axes and their labels, from the top row to the bottom one.
pub fn framed(canvas: &Canvas, margin: &Margin, scale: &Scale, signs: &Signs) -> Vec<Line> {
    let tenths = (-1..=11).rev().filter(|tenth| scale.has(*tenth));
    let rows = tenths.map(|tenth| {
        let axis = match tenth {
            0 if scale.has(-1) => signs.crossing,
            0 => signs.corner,
            5 | 10 => signs.tick,
            _ => signs.axis,
        };
        let mut row = margin.label(tenth);
        row.push(Span::dim(axis.to_string()));
        row.extend(canvas.line(scale.row_of_tenth(tenth)));
        row
    });
    rows.collect()
}

/// A text below the picture, with the column in which it begins.
struct Mark {
    start: usize,
    text: String,
    role: Role,
}

impl Mark {
    fn end(&self) -> usize {
        self.start + width(&self.text)
    }

    fn is_apart_from(&self, other: &Mark) -> bool {
        self.end() + 2 <= other.start || other.end() + 2 <= self.start
    }
}

/// The first day, today and the last day below their columns. Today stays where there is no room for all.
pub fn days(chart: &Chart, margin: &Margin, scale: &Scale) -> Line {
    // A picture of one year need not say which.
    let one_year = chart.first.year() == chart.last.year();
    let words = |day: NaiveDate| day_words(day, if one_year { day.year() } else { 0 });
    let beside = |today: String| {
        let mut marks: Vec<Mark> = Vec::new();
        if is_shown(chart) {
            marks.push(below(today, scale.column(chart.today), scale, Role::Strong));
        }
        for day in [chart.first, chart.last] {
            let mark = below(words(day), scale.column(day), scale, Role::Dim);
            if marks.iter().all(|other| mark.is_apart_from(other)) {
                marks.push(mark);
            }
        }
        marks
    };
    let (long, short) = (beside(say!("today, {day}", day = words(chart.today))), beside(words(chart.today)));
    let mut marks = if short.len() > long.len() { short } else { long };
    marks.sort_by_key(|mark| mark.start);
    let mut line = vec![Span::plain(" ".repeat(margin.columns()))];
    let mut taken = 0;
    for mark in marks {
        line.push(Span::plain(" ".repeat(mark.start - taken)));
        taken = mark.end();
        line.push(Span::new(mark.text, mark.role));
    }
    line
}

/// A text with its middle at a column, as far as the picture goes.
fn below(text: String, column: usize, scale: &Scale, role: Role) -> Mark {
    let room = scale.columns().saturating_sub(width(&text));
    Mark { start: column.saturating_sub(width(&text) / 2).min(room), text, role }
}
