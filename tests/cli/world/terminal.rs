//! `okr` at a terminal of its own: a real pseudo-terminal, and what a screen of it would show.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long something may take to be seen.
const PATIENCE: Duration = Duration::from_secs(20);

/// For how long nothing is written once a program waits for somebody.
const STILL: Duration = Duration::from_millis(60);

/// A terminal in which a command runs.
pub struct Terminal {
    _pty: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    written: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    folder: String,
}

impl Terminal {
    /// Runs a sealed command at a terminal of so many lines and columns; `folder` is not shown.
    pub fn run(sealed: &std::process::Command, (rows, cols): (u16, u16), folder: &str) -> Self {
        let pty = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut command = CommandBuilder::new(sealed.get_program());
        command.env_clear();
        command.args(sealed.get_args());
        command.cwd(sealed.get_current_dir().unwrap());
        for (name, value) in sealed.get_envs().filter_map(|(name, value)| Some((name, value?))) {
            command.env(name, value);
        }
        command.env("TERM", "xterm-256color");
        command.env("COLUMNS", cols.to_string());
        let child = pty.slave.spawn_command(command).unwrap();
        let keyboard = pty.master.take_writer().unwrap();
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (tell, written) = channel();
        std::thread::spawn(move || {
            let mut piece = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut piece) {
                if tell.send(piece[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        let screen = vt100::Parser::new(NonZero::new(rows).unwrap(), NonZero::new(cols).unwrap(), 0);
        Self { _pty: pty.master, child, keyboard, written, screen, folder: folder.to_owned() }
    }

    /// Waits until a text stands on the screen and nothing more is written.
    pub fn see(&mut self, text: &str) -> &mut Self {
        self.wait(text, |screen| screen.contains(text))
    }

    /// Waits until this is the last question on the screen, and answers it.
    pub fn answer(&mut self, question: &str, text: &str) -> &mut Self {
        self.asks(question).enter(text)
    }

    /// Waits until this is the last question on the screen.
    pub fn asks(&mut self, question: &str) -> &mut Self {
        let asked = |line: &&str| line.starts_with("? ");
        self.wait(question, |screen| screen.lines().rfind(asked).is_some_and(|line| line[2..].starts_with(question)))
    }

    fn wait(&mut self, what: &str, is_seen: impl Fn(&str) -> bool) -> &mut Self {
        let begun = Instant::now();
        loop {
            while let Ok(piece) = self.written.recv_timeout(STILL) {
                self.screen.process(&piece);
            }
            let screen = self.screen.screen().contents();
            if is_seen(&screen) {
                return self;
            }
            assert!(begun.elapsed() < PATIENCE, "{what:?} is not seen on\n{screen}");
        }
    }

    /// Types, and presses Enter behind it.
    pub fn enter(&mut self, text: &str) -> &mut Self {
        self.press(&format!("{text}\r"))
    }

    /// Types what a keyboard sends: `\r` is Enter, `\x1b` Esc, `\x03` Ctrl-C, `\x1b[B` the arrow down.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        self
    }

    /// What stands on the screen.
    pub fn screen(&mut self) -> String {
        let screen = self.screen.screen().contents();
        let lines = screen.lines().map(|line| line.trim_end().to_owned() + "\n");
        lines.collect::<String>().replace(&self.folder, "<world>")
    }

    /// Waits for the end of the command: what stands on the screen then, and how it ended.
    pub fn end(&mut self) -> String {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end:\n{}", self.screen.screen().contents());
            std::thread::sleep(Duration::from_millis(5));
        };
        while let Ok(piece) = self.written.recv_timeout(STILL) {
            self.screen.process(&piece);
        }
        let code = match status.exit_code() {
            0 => String::new(),
            code => format!("── exit {code} ──\n"),
        };
        self.screen() + &code
    }
}
