//! What the documentation says is run: every `$ command` of a `console` block, in order, in one empty folder a file, and
//! what is printed below it must be what it prints. Behind `<!-- typed: Question: answer | … -->` the next command runs at a
//! terminal, where its questions are answered. `OKR_DOCS=write cargo test --test docs` writes it down anew.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on stops, and writes the docs"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use okrs::report::export::{Column, Kind, SHEETS};

#[path = "cli/world/terminal.rs"]
#[allow(dead_code, reason = "pages only answer questions")]
mod terminal;

use terminal::Terminal;

const FILES: [&str; 20] = [
    "README.md",
    "docs/tour.md",
    "docs/guide.md",
    "docs/files.md",
    "docs/checks.md",
    "docs/diff.md",
    "docs/guarding.md",
    "docs/merging.md",
    "docs/exporting.md",
    "docs/importing.md",
    "README.zh-CN.md",
    "docs/zh/tour.md",
    "docs/zh/guide.md",
    "docs/zh/files.md",
    "docs/zh/checks.md",
    "docs/zh/merging.md",
    "docs/zh/diff.md",
    "docs/zh/guarding.md",
    "docs/zh/exporting.md",
    "docs/zh/importing.md",
];

#[test]
fn every_command_of_the_docs_prints_what_stands_below_it() {
    for file in FILES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let before = fs::read_to_string(&path).unwrap();
        // Pages of docs/ are shown in terminals too, by okr help.
        let columns = if file.starts_with("docs/") { 80 } else { 96 };
        let after = rerun(&before, if file.contains("zh") { "zh" } else { "en" }, columns);
        same_or_written(&path, &before, &after);
    }
}

#[test]
fn the_command_reference_is_the_help() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/commands.md");
    let mut text = String::from(
        "# Commands\n\nWhat `okr COMMAND --help` prints, for every command. Made by the tests: `OKR_DOCS=write cargo test --test docs`.\n",
    );
    let mut root = okrs::cli::command().term_width(100);
    root.build();
    describe(&mut root, "okr", &mut text);
    let before = fs::read_to_string(&path).unwrap_or_default();
    same_or_written(&path, &before, &text);
}

#[test]
fn the_chinese_command_reference_is_the_help() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/zh/commands.md");
    let mut text = String::from(
        "# 命令\n\n每个命令的 `okr COMMAND --help` 所输出的内容。由测试生成：`OKR_DOCS=write cargo test --test docs`。\n",
    );
    let world = tempfile::tempdir().unwrap();
    fs::create_dir(world.path().join("work")).unwrap();
    let root = okrs::cli::command();
    let mut waiting = vec![("okr".to_owned(), &root)];
    while let Some((name, command)) = waiting.pop() {
        let help = sealed(world.path(), &format!("{name} --lang zh --help"), 0, 96).output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        text.push_str(&format!("\n## {name}\n\n```text\n{}\n```\n", help.trim_end()));
        let mut below: Vec<_> =
            command.get_subcommands().map(|sub| (format!("{name} {}", sub.get_name()), sub)).collect();
        below.reverse();
        waiting.extend(below);
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    same_or_written(&path, &before, &text);
}

#[test]
fn the_tables_are_described() {
    const MARK: &str = "<!-- Made by the tests: OKR_DOCS=write cargo test --test docs -->\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tables.md");
    let before = fs::read_to_string(&path).unwrap();
    let (head, _) = before.split_once(MARK).unwrap();
    let mut text = format!("{head}{MARK}");
    for sheet in SHEETS {
        text.push_str(&format!("\n## {}\n\n{}\n\n| column | type | |\n| --- | --- | --- |\n", sheet.name, sheet.about));
        for Column { name, kind, about } in sheet.columns {
            let kind = match kind {
                Kind::Text => "VARCHAR",
                Kind::Day => "DATE",
                Kind::Moment => "TIMESTAMPTZ",
                Kind::Number => "DOUBLE",
                Kind::Count => "BIGINT",
                Kind::Flag => "BOOLEAN",
            };
            text.push_str(&format!("| {name} | {kind} | {about} |\n"));
        }
    }
    same_or_written(&path, &before, &text);
}

fn describe(command: &mut clap::Command, name: &str, text: &mut String) {
    let help = command.render_long_help().to_string();
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    text.push_str(&format!("\n## {name}\n\n```text\n{}\n```\n", lines.join("\n").trim_end()));
    for sub in command.get_subcommands_mut().filter(|sub| sub.get_name() != "help" || name == "okr") {
        let name = format!("{name} {}", sub.get_name());
        describe(sub, &name, text);
    }
}

fn same_or_written(path: &Path, before: &str, after: &str) {
    if before == after {
        return;
    }
    if std::env::var("OKR_DOCS").is_ok_and(|word| word == "write") {
        fs::write(path, after).unwrap();
        return;
    }
    let diff = similar::TextDiff::from_lines(before, after);
    let shown = diff.unified_diff().context_radius(2).header("as written", "as printed").to_string();
    panic!("{} is not what is printed; OKR_DOCS=write cargo test --test docs\n{shown}", path.display());
}

/// The text with the output of every command as it is now.
fn rerun(text: &str, lang: &str, columns: u16) -> String {
    let world = tempfile::tempdir().unwrap();
    fs::create_dir(world.path().join("home")).unwrap();
    fs::create_dir(world.path().join("work")).unwrap();
    fs::write(
        world.path().join("home/.gitconfig"),
        "[user]\n\tname = Ana Lima\n\temail = ana@acme.example\n[init]\n\tdefaultBranch = main\n",
    )
    .unwrap();
    // By okr's own settings: a locale would make Git speak it too, where it can.
    let config = world.path().join("home/.config/okr");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("config.yaml"), format!("lang: {lang}\n")).unwrap();
    let mut out = String::new();
    let mut within = false;
    let mut second = 0;
    let mut typed = None;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end();
        match (within, content) {
            (false, "```console") => within = true,
            (true, "```") => within = false,
            (true, content) => {
                if let Some(command) = content.strip_prefix("$ ") {
                    out.push_str(line);
                    out.push_str(&run(world.path(), command, second, columns, typed.take()));
                    second += 1;
                }
                // What stood below the command is replaced by what it prints.
                continue;
            }
            (false, content) => {
                let keys = content.strip_prefix("<!-- typed: ").and_then(|rest| rest.strip_suffix(" -->"));
                typed = keys.or(typed);
            }
        }
        out.push_str(line);
    }
    out
}

/// What a command prints; what is typed meanwhile, one answer after the other, is typed at a real terminal.
fn run(world: &Path, command: &str, second: u32, columns: u16, typed: Option<&str>) -> String {
    if let Some(typed) = typed {
        return at_terminal(&sealed(world, command, second, columns), columns, typed, &world.to_string_lossy());
    }
    let output = sealed(world, &format!("{{ {command}; }} 2>&1"), second, columns).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn at_terminal(command: &Command, columns: u16, typed: &str, world: &str) -> String {
    let mut terminal = Terminal::run(command, (120, columns), world);
    for answer in typed.split('|').map(str::trim) {
        let (question, answer) = answer.split_once(':').unwrap();
        terminal.answer(question, answer.trim());
    }
    terminal.end()
}

fn sealed(world: &Path, command: &str, second: u32, columns: u16) -> Command {
    let okr = Path::new(env!("CARGO_BIN_EXE_okr")).parent().unwrap();
    let mut sealed = Command::new("sh");
    sealed
        .args(["-c", command])
        .current_dir(world.join("work"))
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", okr.display()))
        .env("HOME", world.join("home"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("OKR_NOW", format!("2026-11-15T12:{:02}:{:02}Z", second / 60, second % 60))
        .env("GIT_AUTHOR_DATE", "2026-11-15T12:00:00Z")
        .env("GIT_COMMITTER_DATE", "2026-11-15T12:00:00Z")
        .env("OKR_SEED", "7")
        .env("TZ", "UTC")
        .env("COLUMNS", columns.to_string());
    sealed
}
