//! `--lang`, then the user's settings, then the store's, then the locale.

use crate::world::World;

const ENGLISH: &str = "no objective in 2026-Q4 is called";

/// Whether a command that fails speaks Chinese.
fn is_chinese(world: &World, options: &str) -> bool {
    let said = world.okr(&format!("{options}show nothing")).to_string();
    assert!(said.contains("── exit 2 ──"), "{said}");
    let is_chinese = !said.contains(ENGLISH);
    assert_eq!(is_chinese, said.contains("错误："), "{said}");
    is_chinese
}

fn settings(world: &World, lang: &str) {
    world.write("okrs/okr.yaml", &format!("version: 1\n{lang}"));
}

#[test]
fn nothing_said_is_english() {
    assert!(!is_chinese(&World::company(), ""));
}

#[test]
fn the_locale_chooses_by_the_first_that_is_set() {
    let world = World::company();
    for (name, value, chinese) in [
        ("LANG", "zh_CN.UTF-8", true),
        ("LC_MESSAGES", "en_GB.UTF-8", false),
        ("LC_MESSAGES", "zh_SG.UTF-8", true),
        ("LC_ALL", "C.UTF-8", false),
        ("LC_ALL", "zh", true),
    ] {
        world.env(name, value);
        assert_eq!(is_chinese(&world, ""), chinese, "{name}={value}");
    }
}

#[test]
fn settings_come_before_the_locale_and_the_users_before_the_stores() {
    let world = World::company();
    world.env("LANG", "zh_CN.UTF-8");
    settings(&world, "lang: en\n");
    assert!(!is_chinese(&world, ""));
    world.env("LANG", "");
    settings(&world, "lang: zh\n");
    assert!(is_chinese(&world, ""));
    world.write("../home/.config/okr/config.yaml", "lang: en\n");
    assert!(!is_chinese(&world, ""));
}

#[test]
fn the_option_comes_before_all() {
    let world = World::company();
    settings(&world, "lang: zh\n");
    world.env("LC_ALL", "zh_CN.UTF-8");
    assert!(!is_chinese(&world, "--lang en "));
    assert!(!is_chinese(&world, "--lang=en "));
    settings(&world, "lang: en\n");
    assert!(is_chinese(&world, "--lang zh "));
}

#[test]
fn a_store_elsewhere_is_asked_too() {
    let world = World::company();
    settings(&world, "lang: zh\n");
    world.inside("elsewhere");
    assert!(is_chinese(&world, "--store ../okrs "));
    world.env("OKR_STORE", "../okrs");
    assert!(is_chinese(&world, ""));
}

#[test]
fn settings_that_cannot_be_read_choose_nothing() {
    let world = World::company();
    settings(&world, "lang: fr\n");
    assert!(!is_chinese(&world, ""));
    settings(&world, "lang: [zh\n");
    assert!(!world.okr("tree").to_string().contains("错误"));
}

#[test]
fn another_language_is_refused_before_anything_is_done() {
    let world = World::company();
    let said = world.okr("create Title --lang fr").to_string();
    assert!(said.contains("[possible values: en, zh]") && said.contains("── exit 2 ──"), "{said}");
    assert!(world.files("okrs/2026-Q4").iter().all(|file| !file.contains("title")));
    world.write("../home/.config/okr/config.yaml", "lang: fr\n");
    let said = world.okr("tree").to_string();
    assert!(said.contains("\"fr\" is neither en nor zh") && said.contains("── exit 3 ──"), "{said}");
}

#[test]
fn the_help_and_what_is_wrong_with_arguments_follow() {
    let world = World::new();
    assert!(world.okr("--lang zh --help").to_string().contains("用法："));
    assert!(world.okr("--lang zh help").to_string().contains("更长的说明："));
    assert!(world.okr("--lang zh").to_string().contains("用法："));
    assert!(world.okr("--lang zh tree -h").to_string().contains("选项："));
    for word in ["method", "方法"] {
        assert!(world.okr(&format!("--lang zh help {word}")).to_string().starts_with("方法\n"));
    }
    assert!(world.okr("--lang zh help 教程").to_string().starts_with("教程："));
    let said = world.okr("--lang zh updat").to_string();
    assert!(
        said.starts_with("── stderr ──\n错误：没有子命令 'updat'\n\n  提示：是否指") && said.contains("exit 2"),
        "{said}"
    );
}
