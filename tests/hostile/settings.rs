//! Settings and organisations that are none, or say what cannot be.

use super::case::{Case, broken, case};

fn settings(name: &str, text: &str) -> Case {
    case(&format!("okr.yaml: {name}"), "list").file("okr.yaml", text)
}

fn org(name: &str, text: &str) -> Case {
    case(&format!("org.yaml: {name}"), "org").file("org.yaml", text)
}

pub fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for (name, text) in [
        ("a list", "- 1\n"),
        ("a tab", "version:\t1\n\tlang: en\n"),
        ("marks of a merge", "<<<<<<< a\nversion: 1\n=======\nversion: 2\n>>>>>>> b\n"),
        ("a version to come", "version: 99\n"),
        ("version 0", "version: 0\n"),
        ("version a word", "version: one\n"),
        ("version 1.5", "version: 1.5\n"),
        ("version twice", "version: 1\nversion: 1\n"),
        ("an unknown setting", "version: 1\ncolour: red\n"),
        ("a misspelt setting", "version: 1\ncadance: month\n"),
        ("cadence unknown", "version: 1\ncadence: decade\n"),
        ("cadence a list", "version: 1\ncadence: [month]\n"),
        ("history unknown", "version: 1\nhistory: everywhere\n"),
        ("time zone unknown", "version: 1\ntime_zone: Mars/Olympus\n"),
        ("time zone an offset", "version: 1\ntime_zone: +08:00\n"),
        ("time zone empty", "version: 1\ntime_zone: \"\"\n"),
        ("time zone a path", "version: 1\ntime_zone: ../../etc/passwd\n"),
        ("fiscal year 13", "version: 1\nfiscal_year_start: 13\n"),
        ("fiscal year 0", "version: 1\nfiscal_year_start: 0\n"),
        ("fiscal year a day", "version: 1\nfiscal_year_start: 02-30\n"),
        ("stale after 0", "version: 1\nstale_after: 0\n"),
        ("stale after -5", "version: 1\nstale_after: -5\n"),
        ("stale after a million years", "version: 1\nstale_after: 365000000\n"),
        ("stale after 1e99", "version: 1\nstale_after: 1e99\n"),
        ("stale after two weeks", "version: 1\nstale_after: two weeks\n"),
        ("rollup unknown", "version: 1\nrollup: median\n"),
        ("pace upside down", "version: 1\npace: {on_track: 0.5, at_risk: 0.9}\n"),
        ("pace above 1", "version: 1\npace: {on_track: 2}\n"),
        ("pace negative", "version: 1\npace: {at_risk: -1}\n"),
        ("pace not a number", "version: 1\npace: {on_track: .nan}\n"),
        ("pace infinite", "version: 1\npace: {quiet: .inf}\n"),
        ("pace a word", "version: 1\npace: fast\n"),
        ("pace an unknown key", "version: 1\npace: {fast: 1}\n"),
        ("scale 5", "version: 1\nscoring: {scale: 5}\n"),
        ("bands upside down", "version: 1\nscoring: {bands: [{from: 70, name: a}, {from: 30, name: b}]}\n"),
        ("bands a word", "version: 1\nscoring: {bands: good}\n"),
        ("a check that is unknown", "version: 1\nchecks: {OKR999: allow}\n"),
        ("a severity that is unknown", "version: 1\nchecks: {OKR101: scream}\n"),
        ("checks a list", "version: 1\nchecks: [OKR101]\n"),
        ("lang unknown", "version: 1\nlang: tlh\n"),
        ("lang no", "version: 1\nlang: no\n"),
    ] {
        all.push(settings(name, text));
    }
    all.push(
        case("okr.yaml: broken settings are not written past", "create Title --owner acme")
            .file("okr.yaml", "version: 1\nhistory: everywhere\n"),
    );
    all.push(case("okr.yaml: of 2 MB", "list").file("okr.yaml", vec![b'#'; 2 << 20]));
    for (name, text) in [
        ("a list", "- acme\n"),
        ("company unknown", "company: nobody\nunits:\n  acme: {}\n"),
        ("company a path", "company: ../acme\n"),
        ("company in capitals", "company: ACME\nunits:\n  ACME: {}\n"),
        ("units a word", "company: acme\nunits: many\n"),
        ("a unit twice", "company: acme\nunits:\n  acme: {}\n  acme: {}\n"),
        ("two units but for capitals", "company: acme\nunits:\n  acme: {}\n  Acme: {}\n"),
        ("a unit in itself", "company: acme\nunits:\n  acme: {}\n  eng: {parent: eng}\n"),
        (
            "units in a circle",
            "company: acme\nunits:\n  acme: {}\n  a: {parent: b}\n  b: {parent: c}\n  c: {parent: a}\n",
        ),
        ("a parent that is not there", "company: acme\nunits:\n  acme: {}\n  eng: {parent: ops}\n"),
        ("a unit of a reserved name", "company: acme\nunits:\n  acme: {}\n  aux: {parent: acme}\n"),
        ("a unit in Chinese", "company: acme\nunits:\n  acme: {}\n  研发: {parent: acme}\n"),
        (
            "a unit in NFC and in NFD",
            "company: acme\nunits:\n  acme: {}\n  \u{e9}: {parent: acme}\n  e\u{301}: {parent: acme}\n",
        ),
        ("a unit that is no", "company: acme\nunits:\n  acme: {}\n  no: {parent: acme}\n"),
        ("a unit that is a number", "company: acme\nunits:\n  acme: {}\n  42: {parent: acme}\n"),
        ("a person that is a unit", "company: acme\nunits:\n  acme: {}\npeople:\n  acme: {}\n"),
        ("a person in no unit", "company: acme\nunits:\n  acme: {}\npeople:\n  ana: {unit: ops}\n"),
        ("an unknown key of a person", "company: acme\nunits:\n  acme: {}\npeople:\n  ana: {unit: acme, salary: 9}\n"),
        (
            "an email twice",
            "company: acme\nunits:\n  acme: {}\npeople:\n  ana: {unit: acme, email: a@x}\n  bo: {unit: acme, email: a@x}\n",
        ),
        ("a lead that is nobody", "company: acme\nunits:\n  acme: {lead: zoe}\n"),
        ("a name of controls", "company: acme\nunits:\n  acme: {name: \"\\e[2J\\u202e\"}\n  eng: {colour: red}\n"),
        ("people a list", "company: acme\nunits:\n  acme: {}\npeople: [ana]\n"),
        ("2,000 units in a circle", &units(2_000)),
    ] {
        all.push(org(name, text));
    }
    for (name, bytes) in broken("version: 1\n") {
        all.push(case(&format!("okr.yaml: {name}"), "list").file("okr.yaml", bytes));
    }
    for (name, bytes) in broken("company: acme\nunits:\n  acme: {}\npeople:\n  ana: {unit: acme}\n") {
        all.push(case(&format!("org.yaml: {name}"), "org").file("org.yaml", bytes));
    }
    // Zones at both ends of the day, and clocks that leave an hour out or have it twice.
    for (zone, now) in [
        ("Pacific/Kiritimati", "2026-09-30T10:30:00Z"),
        ("Pacific/Kiritimati", "2026-12-31T10:30:00Z"),
        ("Etc/GMT+12", "2026-10-01T11:30:00Z"),
        ("Etc/GMT+12", "2027-01-01T11:30:00Z"),
        ("Europe/Berlin", "2026-10-25T00:30:00Z"),
        ("Europe/Berlin", "2026-10-25T01:30:00Z"),
        ("Africa/Cairo", "2026-10-29T21:30:00Z"),
    ] {
        for line in ["cycle show", "report gap"] {
            let zoned = case(&format!("{zone} at {now}: {line}"), line).env("OKR_NOW", now);
            all.push(zoned.file("okr.yaml", format!("version: 1\ntime_zone: {zone}\n")));
        }
    }
    for (zone, at) in [
        ("Europe/Berlin", "2026-10-25 02:30"),
        ("America/Santiago", "2026-11-14"),
        ("America/Sao_Paulo", "2018-11-04 00:30"),
        ("Africa/Cairo", "2026-04-24"),
        ("Europe/Berlin", "2026-03-29 02:30"),
        ("Pacific/Kiritimati", "2026-11-16 01:30"),
        ("Etc/GMT+12", "2026-11-15 00:30"),
        ("Pacific/Apia", "2011-12-30"),
    ] {
        let words = ["update", "good.n", "4", "--at", at];
        let zoned = super::case::typed(&format!("--at {at} in {zone}"), &words);
        // Hours that are twice are told apart, days that begin later than at midnight begin all the same.
        let harmless = ["2026-10-25 02:30", "2026-11-14", "2026-04-24", "2026-11-16 01:30"].contains(&at);
        let settings = format!("version: 1\ntime_zone: {zone}\n");
        all.push(zoned.file("okr.yaml", settings).may_write_if(harmless));
    }
    all
}

/// Units each within the one before, in a circle at last.
fn units(count: usize) -> String {
    let unit = |at: usize| format!("  u{at}: {{parent: u{}}}\n", (at + 1) % count);
    format!("company: acme\nunits:\n  acme: {{}}\n{}", (0..count).map(unit).collect::<String>())
}
