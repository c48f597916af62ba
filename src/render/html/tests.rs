//! What pages look like to a program, and what they do to smuggled text.

use base64::Engine;
use sha2::Digest;

use super::html;
use crate::model::{Fraction, Progress};
use crate::render::sample::{everything, gap, page, tree};
use crate::view::{Block, Cell, Column, Document, Node, Role, Span, Table, Tree};

/// What stands between two tags.
fn between<'a>(page: &'a str, open: &str, close: &str) -> &'a str {
    let (_, rest) = page.split_once(open).unwrap();
    rest.split_once(close).unwrap().0
}

/// The part of a page that its document makes.
fn body(document: &Document) -> String {
    let page = html(document).unwrap();
    between(&page, "Skip to the content</a>\n", "\n<footer>").to_owned()
}

#[test]
fn the_one_script_is_the_one_that_may_run() {
    let page = html(&gap()).unwrap();
    let script = between(&page, "<script>", "</script>");
    let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(script));
    assert_eq!(super::page::SCRIPT, format!("sha256-{hash}"), "page.js has changed: take the new hash to page.rs");
    assert_eq!(page.matches("<script").count(), 1);
}

#[test]
fn a_tree_as_a_page() {
    insta::assert_snapshot!(body(&tree()), @r#"
    <header>
    <h1><b>2026-Q4</b></h1>
    <p><span>Oct 1 – Dec 31</span><span>day 46 of 92</span><span><span class="d">┊ = where the plan is</span></span></p>
    </header>
    <main id="main" tabindex="-1">
    <section class="card"><div class="tr q2 q3 r5 deep" style="--c:minmax(9rem,1fr) minmax(6rem,13ch) minmax(6rem,17ch) 16ch 4ch 12ch"><ul aria-label="2026-Q4 · Oct 1 – Dec 31 · day 46 of 92 · ┊ = where the plan is">
    <li><details open><summary><i><b>Acme Inc.</b></i><i></i><i></i><i><i class="b n e" role="img" title="40 %, plan 58 %" style="--p:40%;--e:58%"></i></i><i>40 %</i><i></i></summary><ul>
    <li><details open><summary><i>Make renewing the obvious choice</i><i><code>acme/renewing</code></i><i></i><i><i class="b x e" role="img" title="40 %, plan 58 %" style="--p:40%;--e:58%"></i></i><i>40 %</i><i><span class="k x">✗ off track</span></i></summary><ul>
    <li><details><summary><i>NPS rises</i><i><code>nps</code></i><i>38 of 50 points</i><i><i class="b x e" role="img" title="37 %, plan 50 %" style="--p:36.8%;--e:50%"></i></i><i>37 %</i><i><span class="k x">✗ off track</span></i></summary><ul>
    <li><details><summary><i>让每个客户都愿意续约 🇨🇳</i><i><code>eng/xuyue</code></i><i></i><i><i class="b x e" role="img" title="0 %, plan 50 %" style="--p:0%;--e:50%"></i></i><i>0 %</i><i><span class="k x">✗ off track</span></i></summary><ul>
    <li><div><i>Answer every ticket within a day <span class="d">+3</span></i><i><code>ana/tickets</code></i><i></i><i><i class="b x e" role="img" title="0 %, plan 50 %" style="--p:0%;--e:50%"></i></i><i>0 %</i><i><span class="k x">✗ off track</span></i></div></ul></details></ul></details>
    <li><div><i>Churn falls</i><i><code>churn</code></i><i>3.1 of 2.0 %</i><i><i class="b g e" role="img" title="50 %, plan 50 %" style="--p:50%;--e:50%"></i></i><i>50 %</i><i><span class="k g">✓ on track</span></i></div>
    <li><div><i>Uptime is kept</i><i><code>up</code></i><i>99.45 of ≥ 99.9 %</i><i><i class="b x e" role="img" title="50 %, plan 100 %" style="--p:50%;--e:100%"></i></i><i>50 %</i><i><span class="k x">✗ off track</span></i></div>
    <li><div><i>Audit⏎passed \u{1b}[31m\u{202e}</i><i><code>audit</code></i><i>not yet</i><i><i class="b x e" role="img" title="0 %, plan 50 %" style="--p:0%;--e:50%"></i></i><i>0 %</i><i><span class="k x">✗ off track</span></i></div>
    <li><div><i>Launch</i><i><code>launch</code></i><i>beta, 2 of 3</i><i><i class="b g e" role="img" title="67 %, plan 50 %" style="--p:67%;--e:50%"></i></i><i>67 %</i><i><span class="k g">✓ on track</span></i></div></ul></details></ul></details>
    </ul></div>
    </section>
    </main>
    "#);
}

#[test]
fn a_table_as_a_page() {
    insta::assert_snapshot!(body(&gap()), @r#"
    <header>
    <h1><b>Gap</b></h1>
    <p><span>2026-Q4</span><span>as of Nov 15</span><span><span class="d">worst first</span></span></p>
    </header>
    <main id="main" tabindex="-1">
    <section class="card"><div class="tw" role="region" aria-label="Gap · 2026-Q4 · as of Nov 15 · worst first" tabindex="0"><table class="t2 r3 m3 r4 m4 r5 m5 r6 r7 m7 r8 m8 r9"><caption class="v">Gap · 2026-Q4 · as of Nov 15 · worst first</caption>
    <thead><tr><th scope="col">KEY RESULT<th scope="col"><span class="v">title</span><th scope="col">START<th scope="col">NOW<th scope="col">TARGET<th scope="col">TO GO<th scope="col">PLAN<th scope="col">NOW<th scope="col">TO PLAN<th scope="col">PACE<th scope="col">FORECAST
    <tbody>
    <tr><th scope="row"><code>renewing.<wbr>audit</code><td>Audit passed<td><span class="d">–</span><td><span class="d">–</span><td><span class="d">–</span><td><span class="d">–</span><td data-v="0.5">50 %<td data-v="0">0 %<td data-v="-50"><span class="x">−50 pp</span><td><span class="k x">✗ off track</span><td><span class="d">–</span>
    <tr><th scope="row"><code>renewing.<wbr>up</code><td>Uptime is kept<td data-v="99">99.00<td>99.45<td data-v="99.9">99.90<td data-v="0.45">0.45 %<td data-v="1">100 %<td data-v="0.5">50 %<td data-v="-50"><span class="x">−50 pp</span><td><span class="k x">✗ off track</span><td><span class="d">–</span>
    <tr><th scope="row"><code>renewing.<wbr>nps</code><td>NPS rises | 客户净推荐值上升<td>31<td>38<td>50<td data-v="12">12 points<td data-v="0.5">50 %<td data-v="0.368">37 %<td data-v="-13.2"><span class="x">−13 pp</span><td><span class="k w">! at risk</span><td><span class="d">–</span>
    <tr><th scope="row"><code>renewing.<wbr>churn</code><td>Churn falls<td>4.2<td>3.1<td data-v="2">2.0<td data-v="-1.1">−1.1 %<td data-v="0.5">50 %<td data-v="0.5">50 %<td data-v="0"><span class="g">0 pp</span><td><span class="k g">✓ on track</span><td><span class="d">–</span>
    <tr><th scope="row"><code>renewing.<wbr>beta</code><td>=Launch, 2 of 3 👨‍👩‍👧‍👦<td>0<td>3<td>3<td>0<td data-v="0.5">50 %<td data-v="1">100 %<td data-v="50"><span class="g">+50 pp</span><td><span class="k o">★ done</span><td><span class="d">–</span>
    </table></div>
    <p class="pr">Company  40 % of 58 %  −18 pp     Department  0 % of 50 %  −50 pp     Individual  0 % of 50 %  −50 pp</p>
    </section>
    </main>
    "#);
}

#[test]
fn words_as_a_page() {
    insta::assert_snapshot!(body(&page()), @r#"
    <header>
    <h1><b>Make renewing the obvious choice</b></h1>
    <p><span><code>acme/renewing</code></span><span>2026-Q4</span></p>
    </header>
    <main id="main" tabindex="-1">
    <section class="card"><h2>What it is for</h2>
    <div class="prose"><p class="pr">Renewals pay for everything else.</p><p class="pr">续约的客户为其他一切买单，所以每一次续约都很重要，而且越早越好。</p></div>
    <dl class="fa"><dt>owner</dt><dd class="pr">Acme Inc.</dd><dt>aligns to</dt><dd class="pr"><code>acme/default.<wbr>share</code><span class="d"> and what it rests on</span></dd></dl>
    <p class="pr">The largest gap: <code>renewing.<wbr>audit</code>. <b>2 of 5</b> are behind.</p>
    </section>
    </main>
    "#);
}

#[test]
fn pictures_as_a_page() {
    insta::assert_snapshot!(body(&everything()), @r##"
    <header>
    <h1><b>2026-Q4</b></h1>
    <p><span>day 46 of 92</span></p>
    </header>
    <nav aria-label="Contents"><ul>
    <li><a href="#course">Course</a></li>
    <li><a href="#activity">Activity</a></li>
    </ul></nav>
    <main id="main" tabindex="-1">
    <dl class="ti"><div><dt>progress</dt><dd class="vl n">40 %</dd><dd><span class="d">58 % expected</span></dd></div><div><dt>to plan</dt><dd class="vl x">−18 pp</dd><dd><span class="x">✗ off track</span></dd></div><div><dt>客户净推荐值</dt><dd class="vl n">38</dd></div></dl>
    <section class="card se" id="course"><h2>Course</h2><p class="su"><span class="d">a summary</span></p>
    <div class="cs"><figure class="ch x"><figcaption><b>NPS rises</b> <code>renewing.<wbr>nps</code></figcaption>
    <div class="pl"><div class="y" aria-hidden="true"><span>50 points</span><span>31</span></div>
    <svg height="206" width="100%" role="img"><title>NPS rises</title><desc>reached 37 %; plan 49 %; forecast 84 % (70 % to 98 %) on Dec 31</desc><text x="49.5%" y="12">today, Nov 15</text><line x1="49.5%" x2="49.5%" y1="17" y2="182" class="now"/><svg y="22" width="100%" height="160" viewBox="0 0 640 160" preserveAspectRatio="none">
    <path class="ax" d="M0 0H640M0 160H640"/><polygon class="bd" points="316.5,92.8 640,3.2 640,48"/><polyline class="fc" points="316.5,92.8 640,25.6"/><path class="ar" d="M0 160h63v-8h71v-17h70v-17h77v-17H316V160H0"/><polyline class="pn" points="0,160 640,0"/><path class="re" d="M0 160h63v-8h71v-17h70v-17h77v-17H316"/></svg><circle cx="49.5%" cy="123.1" r="4.5"/><text x="0%" y="200" class="a">Oct 1</text><text x="34.1%" y="200">Nov 1</text><text x="67%" y="200">Dec 1</text><text x="100%" y="200" class="z">Dec 31</text></svg></div>
    <ul class="lg"><li class="lr">reached 37 %</li><li class="lp">plan 49 %</li><li class="lf">forecast 84 % (70 % to 98 %) on Dec 31</li></ul></figure></div>
    </section>
    <details class="card se" id="activity"><summary><h2>Activity</h2><span class="su"><span class="d">a summary</span></span></summary>
    <figure class="ht"><figcaption><b>Check-ins</b></figcaption>
    <table><caption class="v">Check-ins</caption><thead><tr><th scope="col"><span class="v">who</span></th><th scope="col" class="hd"><span class="v">days</span><svg width="100%" height="16" aria-hidden="true"><text x="9.1%" y="11">Oct 5</text><text x="24.5%" y="11" class="w2">Oct 12</text><text x="39.8%" y="11" class="w4">Oct 19</text><text x="55.2%" y="11" class="w2">Oct 26</text><text x="70.5%" y="11">Nov 2</text><text x="85.8%" y="11" class="w2">Nov 9</text></svg></th><th scope="col" class="r">all</th></tr></thead><tbody>
    <tr><th scope="row">Ana Lima</th><td><svg viewBox="0 0 339 12" preserveAspectRatio="none" role="img"><title>10 check-ins on 5 days, the last on Nov 10</title><path class="l0" stroke-dashoffset="21" d="M0 6h339"/><path class="l1" d="M31 6h6M142 6h6M298 6h6"/><path class="l2" d="M66 6h6"/><path class="l4" d="M215 6h6"/></svg></td><td class="r">10</td></tr>
    <tr><th scope="row">梅兰</th><td><svg viewBox="0 0 339 12" preserveAspectRatio="none" role="img"><title>no check-ins</title><path class="l0" stroke-dashoffset="21" d="M0 6h339"/></svg></td><td class="r">0</td></tr>
    </tbody></table>
    <ul class="lg"><li class="q0">none</li><li class="q1">1</li><li class="q2">2</li><li class="q3">3</li><li class="q4">4 or more check-ins a day</li></ul></figure>
    <h3>Trends</h3>
    <div class="tw" role="region" aria-label="Trends" tabindex="0"><table class=""><caption class="v">Trends</caption>
    <thead><tr><th scope="col"><span class="v">name</span><th scope="col">TREND
    <tbody>
    <tr><th scope="row">Ana Lima<td><svg class="s g" viewBox="0 0 78 24" role="img"><title>from 0 % to 50 %</title><path d="M21 21L39 16.5M75 12"/><circle cx="75" cy="12" r="2.5"/></svg>
    </table></div>
    </details>
    </main>
    "##);
}

#[test]
fn a_page_says_what_it_is_and_needs_nothing() {
    let page = html(&gap()).unwrap();
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert_eq!(between(&page, "<title>", "</title>"), "Gap · 2026-Q4 · as of Nov 15 · worst first");
    for outside in ["http://", "https://", "url(", "@import", "<link", "<img", "<iframe"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page, html(&gap()).unwrap());
    assert!(html(&Document::default()).unwrap().contains("<main"));
}

#[test]
fn what_is_smuggled_in_stays_text_everywhere() {
    for text in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onfocus=alert(1) '",
        "</style></title></svg></textarea>-->",
        "javascript:alert(1)",
        "{{ text|safe }}",
    ] {
        // Where a reference may be broken depends on what is in it.
        let page = html(&smuggling(text)).unwrap().replace("<wbr>", "");
        let clean = html(&smuggling("nothing")).unwrap().replace("<wbr>", "");
        // The same tags and the same quotes: nothing of it has become markup.
        for sign in ['<', '>', '"', '\''] {
            assert_eq!(page.matches(sign).count(), clean.matches(sign).count(), "{sign} by {text}");
        }
        assert_eq!(page.matches("href=\"").count(), page.matches("href=\"#").count(), "{text}");
    }
}

#[test]
fn what_is_hidden_is_shown_everywhere() {
    let page = html(&smuggling("a\u{202e}b\u{1b}[31mc\u{200b}\u{0}\nd")).unwrap();
    assert!(!page.contains(['\u{202e}', '\u{1b}', '\u{200b}', '\u{0}']));
    assert!(page.matches("a\\u{202e}b\\u{1b}[31mc\\u{200b}\\u{0}").count() > 20);
}

/// A document that has a text in every place that holds one.
fn smuggling(text: &str) -> Document {
    let mut document = everything();
    let all = document.blocks.iter_mut().flat_map(|block| match block {
        Block::Section(section) => section.blocks.iter_mut().collect(),
        other => vec![other],
    });
    for block in all {
        match block {
            Block::Title(parts) => parts.push(vec![Span::plain(text)]),
            Block::Tiles(tiles) => {
                tiles[0].label = text.into();
                tiles[0].value.text = text.into();
                tiles[0].detail = vec![Span::new(text, Role::Bad)];
            }
            Block::Chart(chart) => {
                chart.title = text.into();
                chart.reference = Some(Span::reference(text));
                (chart.bottom, chart.top) = (text.into(), text.into());
            }
            Block::Heat(heat) => {
                heat.title = text.into();
                heat.rows[0].label.text = text.into();
            }
            _ => {}
        }
    }
    for block in &mut document.blocks {
        if let Block::Section(section) = block {
            section.title = text.into();
            section.summary = vec![Span::plain(text)];
            section.id = format!("{}-{text}", section.id);
        }
    }
    let cells = || {
        vec![
            Cell::text(text),
            Cell::reference(text),
            Cell::Words { shown: vec![Span::strong(text)], raw: format!("raw {text}") },
            Cell::Amount { number: "1".parse().unwrap(), decimals: 0, unit: Some(text.into()), signed: false },
            Cell::Bar { progress: Some(Progress::FULL), expected: Some(Fraction::FULL), role: Role::Good },
        ]
    };
    let columns = || ["a", "b", "c", "d", "pace"].map(|name| Column::new(name, text)).to_vec();
    let child = Node { label: vec![Span::plain(text)], cells: cells(), ..Node::default() };
    let root = Node { label: vec![Span::strong(text)], cells: cells(), children: vec![child], folded: 2 };
    document.blocks.extend([
        Block::Heading(text.into()),
        Block::Paragraph(vec![Span::plain(text), Span::reference(text)]),
        Block::Prose(format!("{text}\n\n{text}")),
        Block::Facts(vec![(text.into(), vec![Span::dim(text)])]),
        Block::Table(Table { columns: columns(), rows: vec![cells(), cells()] }),
        Block::Tree(Tree { columns: columns(), roots: vec![root] }),
    ]);
    document
}
