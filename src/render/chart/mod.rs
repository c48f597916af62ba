//! Progress over time on the terminal: a line that was walked, dots that were planned, and where it may end.
//!
//! It is drawn on a canvas of our own. `textplots` (0.8) puts every series into one grid of braille dots, so that plan,
//! progress and forecast differ in colour alone; it draws no ASCII, and its colours obey the environment instead of the
//! look. `rasciigraph` (0.3) draws every series with the same strokes at even distances of one cell, has no days below,
//! and `unicode-plot` (0.1) has the grid of `textplots`. None draws a band, and all would have to be taken apart again
//! to be painted by role.

mod axes;
mod canvas;
mod legend;
mod scale;
mod series;
mod signs;

#[cfg(test)]
mod pictures;
#[cfg(test)]
mod properties;

use crate::view::{Chart, Line, Span};

use self::axes::Margin;
use self::canvas::Canvas;
use self::scale::Scale;
use self::signs::Signs;
use super::wrap::wrapped;
use super::{Look, line};

/// In fewer columns there is nothing to see.
const LEAST: usize = 30;
/// In more columns the eye loses the line.
const MOST: usize = 100;

/// The chart's lines: what it is of, the picture, its days, and what its lines mean. Nothing where there is no room.
pub fn chart(chart: &Chart, look: &Look) -> String {
    let columns = look.columns().min(MOST);
    if columns < LEAST {
        return String::new();
    }
    let signs = Signs::of(look);
    let margin = Margin::of(chart, columns, look);
    let right = if chart.forecast.is_some() { series::END_LABEL } else { 0 };
    let scale = Scale::of(chart, columns - margin.columns() - right);
    let mut canvas = Canvas::new(scale.columns() + right, scale.rows());
    series::draw(&mut canvas, chart, &scale, signs);

    let mut lines = wrapped(&line::shown(&title(chart), look), columns);
    lines.extend(axes::framed(&canvas, &margin, &scale, signs));
    lines.push(axes::days(chart, &margin, &scale));
    lines.extend(legend::legend(chart, &scale, columns, signs, look));
    lines.into_iter().fold(String::new(), |out, mut one| {
        line::trim_end(&mut one);
        out + &line::painted(&one, look) + "\n"
    })
}

fn title(chart: &Chart) -> Line {
    let mut title = vec![Span::strong(&chart.title)];
    if let Some(reference) = &chart.reference {
        title.extend([Span::plain("  "), reference.clone()]);
    }
    title
}
