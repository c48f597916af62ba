//! The world as a command sees it: the only file that reads the clock, the environment and the terminal.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Instant;

use chrono::{DateTime, SubsecRound, Utc};

use super::error::{Exit, Failure};
use super::global::{Colour, Global};
use super::pager::Pager;
use super::ui::Ui;
use crate::language::say;
use crate::model::{EventId, Zone, day_of};

/// What every command is given.
pub struct Context {
    pub global: Global,
    pub env: Environment,
    /// The moment at which the command runs, to the millisecond.
    pub now: DateTime<Utc>,
    /// When it began, by a clock that only goes forward.
    pub begun: Instant,
    /// The same by the clock that stamps files, whatever `OKR_NOW` says.
    pub started: DateTime<Utc>,
    pub ui: Ui,
    /// Whether somebody can be asked.
    pub interactive: bool,
    /// From `OKR_SEED`: what event ids follow from, instead of being random.
    seed: Option<u64>,
}

/// Ends the program at once: after a panic, with the code for a fault.
#[expect(clippy::disallowed_methods, reason = "a panic has nowhere else to go")]
pub fn end(exit: Exit) -> ! {
    std::process::exit(exit as i32)
}

/// A write past a limit of the system is to be an error that can be told, and taken back, instead of the end of the program.
pub fn outlive_file_size_limits() {
    #[cfg(unix)]
    {
        // Whoever listens to the signal is not ended by it; that it came is known from the write that failed.
        let unread = std::sync::Arc::default();
        let _ = signal_hook::flag::register(libc::SIGXFSZ, unread);
    }
}

/// What is read from the environment.
#[derive(Debug, Default)]
pub struct Environment {
    pub folder: PathBuf,
    pub store: Option<PathBuf>,
    pub cycle: Option<String>,
    pub me: Option<String>,
    pub config: Option<PathBuf>,
    pub user: Option<String>,
    /// The locale for messages, as POSIX has it: `zh_CN.UTF-8`; empty where none is set.
    pub locale: String,
    /// What the user writes longer texts in, as a shell command.
    pub editor: Option<String>,
    /// Where what was read is left for the next run.
    pub cache: Option<PathBuf>,
    /// This program's file.
    program: Option<PathBuf>,
    /// Where programs are looked for.
    path: Option<OsString>,
}

#[expect(clippy::disallowed_methods, reason = "this is where the environment is read")]
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// By which a shell asks what could stand where the cursor is; it holds the shell's name.
pub const COMPLETE: &str = "OKR_COMPLETE";

/// The shell that wants something completed, if this is what the program is run for.
pub fn asking_shell() -> Option<String> {
    variable(COMPLETE)?.into_string().ok()
}

fn locale(name: &str) -> Option<String> {
    variable(name)?.into_string().ok()
}

fn text(name: &str) -> Result<Option<String>, Failure> {
    let not_text = |_| Failure::usage(say!("{name} is not UTF-8", name = format_args!("${name}")));
    variable(name).map(|value| value.into_string().map_err(not_text)).transpose()
}

impl Environment {
    /// Reads it.
    ///
    /// # Errors
    /// When a variable of ours is no text.
    pub fn read() -> Result<Self, Failure> {
        #[expect(clippy::disallowed_methods, reason = "this is where the environment is read")]
        let folder = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
        Ok(Self {
            folder,
            store: variable("OKR_STORE").map(PathBuf::from),
            cycle: text("OKR_CYCLE")?,
            me: text("OKR_ME")?,
            config: dirs::config_dir().map(|folder| folder.join("okr").join("config.yaml")),
            cache: dirs::cache_dir().map(|folder| folder.join("okr")),
            user: text("USER").unwrap_or_default(),
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(locale).unwrap_or_default(),
            editor: text("VISUAL")?.or(text("EDITOR")?),
            program: std::env::current_exe().ok(),
            path: variable("PATH"),
        })
    }

    /// What tells this program from one that was built otherwise.
    pub fn this_program(&self) -> Option<String> {
        let file = self.program.as_ref()?.metadata().ok()?;
        Some(format!("{} {} {:?}", env!("CARGO_PKG_VERSION"), file.len(), file.modified().ok()?))
    }

    /// The time zone of whoever is here, where it is another one than UTC.
    pub fn zone() -> Option<Zone> {
        let asked = variable("TZ").and_then(|zone| zone.into_string().ok());
        let name = asked.or_else(|| iana_time_zone::get_timezone().ok())?;
        let zone: Zone = name.trim_start_matches(':').parse().ok()?;
        (!matches!(zone.name(), "UTC" | "Etc/UTC" | "Etc/UCT" | "Etc/Universal" | "Etc/Zulu" | "GMT")).then_some(zone)
    }

    /// What a script types to run this very program: `okr`, if that is the one that is found, else where it is.
    pub fn okr(&self) -> PathBuf {
        let Some(program) = &self.program else { return PathBuf::from("okr") };
        let real = |path: &PathBuf| path.canonicalize().ok();
        let name = if cfg!(windows) { "okr.exe" } else { "okr" };
        let folders = self.path.iter().flat_map(|path| std::env::split_paths(path).collect::<Vec<_>>());
        let found = folders.map(|folder| folder.join(name)).find(|file| file.is_file());
        if found.as_ref().and_then(real) == real(program) { PathBuf::from("okr") } else { program.clone() }
    }
}

impl Context {
    /// Reads clock and terminal.
    ///
    /// # Errors
    /// When a variable of ours holds what it may not.
    pub fn new(global: Global, env: Environment) -> Result<Self, Failure> {
        #[expect(clippy::disallowed_methods, reason = "this is where the clock is read")]
        let (begun, started) = (Instant::now(), Utc::now());
        let now = now(started)?;
        let seed = match text("OKR_SEED")? {
            Some(seed) => Some(seed.parse().map_err(|_| {
                Failure::usage(say!("$OKR_SEED is {seed}, not a whole number", seed = format_args!("{seed:?}")))
            })?),
            None => None,
        };
        let ui = ui(global.color, global.quiet);
        let interactive = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        Ok(Self { global, env, now, begun, started, ui, interactive, seed })
    }

    /// A new event's id. With a seed it follows from what the event says, so that the same commands give the same ids
    /// and different ones never share one.
    ///
    /// # Errors
    /// When the system gives no random bits.
    pub fn new_id(&self, says: &str) -> Result<EventId, Failure> {
        let bits = match self.seed {
            Some(seed) => says.bytes().fold(mix(seed), |bits, byte| mix(bits ^ u64::from(byte))),
            None => getrandom::u64().map_err(|why| Failure::fault(say!("no random bits: {why}", why)))?,
        };
        Ok(EventId::from_bits(bits))
    }
}

/// SplitMix64's finaliser (Steele, Lea, Flood 2014).
fn mix(seed: u64) -> u64 {
    let z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn now(started: DateTime<Utc>) -> Result<DateTime<Utc>, Failure> {
    let Some(fixed) = text("OKR_NOW")? else { return Ok(started.trunc_subsecs(3)) };
    let midnight = || day_of(&fixed).map(|day| day.and_time(chrono::NaiveTime::MIN).and_utc());
    // What could not be read again is not taken for now either.
    let moment = || DateTime::parse_from_rfc3339(&fixed).ok().map(|at| at.with_timezone(&Utc));
    let at = moment().filter(|at| day_of(&at.date_naive().to_string()).is_some()).or_else(midnight);
    at.ok_or_else(|| {
        Failure::usage(say!(
            "$OKR_NOW is {fixed}, neither RFC 3339 nor a date in the years 1900 to 2999",
            fixed = format_args!("{fixed:?}")
        ))
    })
}

/// How to speak where the arguments could not be understood.
pub fn ui_at_least() -> Ui {
    ui(Colour::Auto, false)
}

fn ui(colour: Colour, quiet: bool) -> Ui {
    let allowed = |terminal: bool| match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            terminal && variable("NO_COLOR").is_none() && variable("TERM").is_none_or(|term| term != "dumb")
        }
    };
    let (out, err) = (std::io::stdout().is_terminal(), std::io::stderr().is_terminal());
    let columns = variable("COLUMNS").and_then(|text| text.into_string().ok()).and_then(|text| text.parse().ok());
    let measured = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let width = columns.or(measured.filter(|_| out)).filter(|width| *width > 0).unwrap_or(if out { 80 } else { 120 });
    Ui {
        width: width.max(20),
        colour_out: allowed(out),
        colour_err: allowed(err),
        ascii: is_ascii(),
        quiet,
        terminals: (out, err),
        watched: err && !quiet && variable("TERM").is_none_or(|term| term != "dumb"),
        pager: pager(out),
    }
}

/// What pages long tables: as people set it for this program or for all, else `less`. Elsewhere than on Unix there is none to
/// count on.
fn pager(terminal: bool) -> Option<Pager> {
    let shown = terminal && cfg!(unix) && variable("TERM").is_none_or(|term| term != "dumb");
    let (_, height) = terminal_size::terminal_size().filter(|_| shown)?;
    #[expect(clippy::disallowed_methods, reason = "this is where the environment is read: set to nothing means none")]
    let named = ["OKR_PAGER", "PAGER"].into_iter().find_map(std::env::var_os);
    let command = named.map_or(Some("less".to_owned()), |named| named.into_string().ok())?;
    Pager::new(command, usize::from(height.0), variable("LESS").is_some())
}

/// Whether the locale says that only ASCII can be shown; no locale at all says nothing.
fn is_ascii() -> bool {
    ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(locale).is_some_and(|locale| {
        let lower = locale.to_ascii_lowercase();
        let utf8 = lower.contains("utf-8") || lower.contains("utf8");
        !utf8 && lower.contains('.')
    })
}
