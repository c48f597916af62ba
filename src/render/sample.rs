//! The worked example of the screens, as documents for the tests.

use chrono::{Days, NaiveDate};

use crate::model::{Fraction, Pace, Progress, Quantity};
use crate::view::{
    Block, Cell, Chart, ChartForecast, Column, Document, Heat, HeatRow, Node, Role, Section, Span, Table, Tile, Tree,
};

use super::Look;

pub const PLAIN: Look = Look { width: 80, colour: false, ascii: false };

pub fn at(width: usize) -> Look {
    Look { width, ..PLAIN }
}

fn role(pace: Option<Pace>) -> Role {
    match pace {
        Some(Pace::Done) => Role::Done,
        Some(Pace::OnTrack) => Role::Good,
        Some(Pace::AtRisk) => Role::Warning,
        Some(Pace::OffTrack) => Role::Bad,
        Some(Pace::TooEarly) | None => Role::Plain,
    }
}

fn bar(progress: f64, expected: f64, pace: Option<Pace>) -> Cell {
    Cell::Bar { progress: Some(Progress::new(progress)), expected: Some(Fraction::new(expected)), role: role(pace) }
}

fn node(label: &str, reference: &str, value: &str, (progress, expected): (f64, f64), pace: Option<Pace>) -> Node {
    let cells = vec![
        Cell::reference(reference),
        Cell::text(value),
        bar(progress, expected, pace),
        Cell::Percent(Some(Progress::new(progress))),
        pace.map_or(Cell::text(""), |pace| Cell::Pace(Some(pace))),
    ];
    Node { label: vec![Span::plain(label)], cells, ..Node::default() }
}

fn under(mut node: Node, children: Vec<Node>) -> Node {
    node.children = children;
    node
}

pub fn tree() -> Document {
    let off = Some(Pace::OffTrack);
    let mut tickets = node("Answer every ticket within a day", "ana/tickets", "", (0.0, 0.5), off);
    tickets.folded = 3;
    let chinese = under(node("让每个客户都愿意续约 🇨🇳", "eng/xuyue", "", (0.0, 0.5), off), vec![tickets]);
    let objective = under(
        node("Make renewing the obvious choice", "acme/renewing", "", (0.4, 0.58), off),
        vec![
            under(node("NPS rises", "nps", "38 of 50 points", (0.368, 0.5), off), vec![chinese]),
            node("Churn falls", "churn", "3.1 of 2.0 %", (0.5, 0.5), Some(Pace::OnTrack)),
            node("Uptime is kept", "up", "99.45 of ≥ 99.9 %", (0.5, 1.0), off),
            node("Audit\npassed \u{1b}[31m\u{202e}", "audit", "not yet", (0.0, 0.5), off),
            node("Launch", "launch", "beta, 2 of 3", (0.67, 0.5), Some(Pace::OnTrack)),
        ],
    );
    let mut company = under(node("Acme Inc.", "", "", (0.4, 0.58), None), vec![objective]);
    company.label[0].role = Role::Strong;
    let columns = vec![
        Column::new("ref", "").goes(2),
        Column::new("value", "").goes(3),
        Column::new("bar", "").for_people(),
        Column::new("progress", "").right(),
        Column::new("pace", "").goes(1),
    ];
    let title = vec![
        vec![Span::strong("2026-Q4")],
        vec![Span::plain("Oct 1 – Dec 31")],
        vec![Span::plain("day 46 of 92")],
        vec![Span::dim("┊ = where the plan is")],
    ];
    Document { blocks: vec![Block::Title(title), Block::Tree(Tree { columns, roots: vec![company] })] }
}

fn amount(number: Option<&str>, decimals: u32, unit: Option<&str>) -> Cell {
    number.and_then(|number| number.parse::<Quantity>().ok()).map_or(Cell::Missing("not measured"), |number| {
        Cell::Amount { number, decimals, unit: unit.map(str::to_string), signed: false }
    })
}

struct Kr(&'static str, &'static str, [Option<&'static str>; 4], u32, Option<&'static str>, f64, f64, Pace);

fn gap_row(kr: Kr) -> Vec<Cell> {
    let Kr(id, title, [start, now, target, to_go], decimals, unit, expected, progress, pace) = kr;
    let points = (progress - expected) * 100.0;
    vec![
        Cell::short_reference(format!("renewing.{id}"), format!("2026-Q4/acme/renewing.{id}")),
        Cell::text(title),
        amount(start, decimals, None),
        amount(now, decimals, None),
        amount(target, decimals, None),
        amount(to_go, decimals, unit),
        Cell::Percent(Some(Progress::new(expected))),
        Cell::Percent(Some(Progress::new(progress))),
        Cell::Points { value: Some(points), role: if points < 0.0 { Role::Bad } else { Role::Good } },
        Cell::Pace(Some(pace)),
        Cell::Missing("too early"),
    ]
}

fn gap_columns() -> Vec<Column> {
    vec![
        Column::new("ref", "KEY RESULT"),
        Column::new("title", "").shrinks(12),
        Column::new("start", "START").right().goes(5),
        Column::new("now", "NOW").right().goes(3),
        Column::new("target", "TARGET").right().goes(4),
        Column::new("to_go", "TO GO").right().goes(2),
        Column::new("expected", "PLAN").right().goes(6),
        Column::new("progress", "NOW").right().goes(7),
        Column::new("gap", "TO PLAN").right(),
        Column::new("pace", "PACE"),
        Column::new("forecast", "FORECAST").goes(1),
    ]
}

fn gap_rows() -> Vec<Vec<Cell>> {
    vec![
        gap_row(Kr("audit", "Audit passed", [None; 4], 0, None, 0.5, 0.0, Pace::OffTrack)),
        gap_row(Kr(
            "up",
            "Uptime is kept",
            [Some("99"), Some("99.45"), Some("99.9"), Some("0.45")],
            2,
            Some("%"),
            1.0,
            0.5,
            Pace::OffTrack,
        )),
        gap_row(Kr(
            "nps",
            "NPS rises | 客户净推荐值上升",
            [Some("31"), Some("38"), Some("50"), Some("12")],
            0,
            Some("points"),
            0.5,
            0.368,
            Pace::AtRisk,
        )),
        gap_row(Kr(
            "churn",
            "Churn falls",
            [Some("4.2"), Some("3.1"), Some("2.0"), Some("-1.1")],
            1,
            Some("%"),
            0.5,
            0.5,
            Pace::OnTrack,
        )),
        gap_row(Kr(
            "beta",
            "=Launch, 2 of 3 👨‍👩‍👧‍👦",
            [Some("0"), Some("3"), Some("3"), Some("0")],
            0,
            None,
            0.5,
            1.0,
            Pace::Done,
        )),
    ]
}

pub fn gap() -> Document {
    let title = vec![
        vec![Span::strong("Gap")],
        vec![Span::plain("2026-Q4")],
        vec![Span::plain("as of Nov 15")],
        vec![Span::dim("worst first")],
    ];
    let totals =
        "Company  40 % of 58 %  −18 pp     Department  0 % of 50 %  −50 pp     Individual  0 % of 50 %  −50 pp";
    let blocks = vec![
        Block::Title(title),
        Block::Table(Table { columns: gap_columns(), rows: gap_rows() }),
        Block::Paragraph(vec![Span::plain(totals)]),
    ];
    Document { blocks }
}

pub fn page() -> Document {
    let blocks = vec![
        Block::Title(vec![
            vec![Span::reference("acme/renewing")],
            vec![Span::strong("Make renewing the obvious choice")],
            vec![Span::plain("2026-Q4")],
        ]),
        Block::Heading("What it is for".into()),
        Block::Prose(
            "Renewals pay for everything else.\n\n续约的客户为其他一切买单，所以每一次续约都很重要，而且越早越好。"
                .into(),
        ),
        Block::Facts(vec![
            ("owner".into(), vec![Span::plain("Acme Inc.")]),
            ("aligns to".into(), vec![Span::reference("acme/default.share"), Span::dim(" and what it rests on")]),
        ]),
        Block::Paragraph(vec![
            Span::plain("The largest gap: "),
            Span::reference("renewing.audit"),
            Span::plain(". "),
            Span::strong("2 of 5"),
            Span::plain(" are behind."),
        ]),
    ];
    Document { blocks }
}

/// The day `number` days after the quarter's first.
fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 1).unwrap() + Days::new(number)
}

fn chart() -> Chart {
    Chart {
        title: "NPS rises".into(),
        reference: Some(Span::reference("renewing.nps")),
        first: day(0),
        last: day(91),
        today: day(45),
        plan: vec![(day(0), 0.0), (day(91), 1.0)],
        reached: [(0, 0.0), (9, 0.0526), (19, 0.1579), (29, 0.2632), (40, 0.3684)].map(|(at, to)| (day(at), to)).into(),
        forecast: Some(ChartForecast { day: day(91), low: 0.7, middle: 0.84, high: 0.98, today: 0.42 }),
        bottom: "31".into(),
        top: "50 points".into(),
        role: Role::Bad,
    }
}

fn tiles() -> Vec<Tile> {
    let tile = |label: &str, value: Span, detail: Vec<Span>| Tile { label: label.into(), value, detail };
    vec![
        tile("progress", Span::strong("40 %"), vec![Span::dim("58 % expected")]),
        tile("to plan", Span::new("−18 pp", Role::Bad), vec![Span::new("✗ off track", Role::Bad)]),
        tile("客户净推荐值", Span::plain("38"), vec![]),
    ]
}

/// One of everything that a page can hold.
pub fn everything() -> Document {
    let counts = |active: &[usize]| (0..46).map(|at| active.iter().filter(|day| **day == at).count()).collect();
    let heat = Heat {
        title: "Check-ins".into(),
        first: day(0),
        rows: vec![
            HeatRow { label: Span::plain("Ana Lima"), counts: counts(&[4, 9, 9, 19, 29, 29, 29, 29, 29, 40]) },
            HeatRow { label: Span::plain("梅兰"), counts: counts(&[]) },
        ],
    };
    let spark = Cell::Spark { points: vec![None, Some(0.0), Some(0.25), None, Some(0.5)], role: Role::Good };
    let columns = vec![Column::new("name", ""), Column::new("trend", "TREND")];
    let trends = Table { columns, rows: vec![vec![Cell::text("Ana Lima"), spark]] };
    let part = |id: &str, folded: bool, blocks: Vec<Block>| {
        let title = format!("{}{}", id[..1].to_uppercase(), &id[1..]);
        Block::Section(Section { id: id.into(), title, summary: vec![Span::dim("a summary")], folded, blocks })
    };
    let blocks = vec![
        Block::Title(vec![vec![Span::strong("2026-Q4")], vec![Span::plain("day 46 of 92")]]),
        Block::Tiles(tiles()),
        part("course", false, vec![Block::Chart(chart())]),
        part("activity", true, vec![Block::Heat(heat), Block::Heading("Trends".into()), Block::Table(trends)]),
    ];
    Document { blocks }
}
