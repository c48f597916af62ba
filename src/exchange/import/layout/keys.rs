//! What keys mean, however they are written.

/// What stands behind a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Objectives,
    KeyResults,
    /// A list of what a person or a period has: each may be named by a period.
    Periods,
    Teams,
    Projects,
    /// Something that only holds the rest.
    Holder,
    Title,
    /// A key result's own name for its title.
    KeyResult,
    Description,
    Name,
    Owner,
    Cycle,
    Id,
    Parent,
    Weight,
    Tags,
    Kind,
    Status,
    Progress,
    Completion,
    Percent,
    Score,
    Confidence,
    Note,
    FirstDay,
    LastDay,
    Updated,
    Done,
    Metric,
    Start,
    Target,
    /// A level to keep.
    AtLeast,
    AtMost,
    Current,
    Unit,
    Initiatives,
    Link,
    /// What only the other tool needs: its ids of people and periods.
    Machine,
}

/// What each key means, as [`plain`] makes them.
const KEYS: &[(Meaning, &[&str])] = &[
    (Meaning::Objectives, &["objective", "objectives", "objectivelist", "goals", "subobjectives", "o", "目标"]),
    (Meaning::KeyResults, &["keyresults", "keyresult", "krs", "krlist", "kr", "results", "关键结果"]),
    (Meaning::Periods, &["okrlist", "quarters", "cycles", "periods"]),
    (Meaning::Teams, &["teams", "team", "departments", "people", "owners", "units", "members"]),
    (Meaning::Projects, &["projects", "products", "areas", "themes"]),
    (Meaning::Holder, &["data", "okrs", "okr", "company", "items"]),
    (Meaning::Title, &["title", "content", "text", "goal", "标题"]),
    (Meaning::Description, &["description", "why", "rationale", "描述"]),
    (Meaning::Name, &["name", "what", "名称"]),
    (Meaning::Owner, &["owner", "ownerid", "owneremail", "ownername", "lead", "dri", "assignee", "负责人", "scope"]),
    (Meaning::Cycle, &["cycle", "quarter", "period", "timeperiod", "year", "周期", "季度"]),
    (Meaning::Id, &["id", "objectiveid", "krid", "keyresultid", "key", "编号"]),
    (
        Meaning::Parent,
        &[
            "parent",
            "parentid",
            "parentobjective",
            "alignsto",
            "alignedto",
            "parents",
            "aligningobjectivelist",
            "上级目标",
        ],
    ),
    (Meaning::Weight, &["weight", "krweight", "权重"]),
    (Meaning::Tags, &["tags", "labels", "categories", "标签"]),
    (Meaning::Kind, &["kind", "type", "committed"]),
    (Meaning::Status, &["status", "state", "health", "状态"]),
    (Meaning::Progress, &["progress", "progressrate", "进度"]),
    (Meaning::Completion, &["completion"]),
    (Meaning::Percent, &["percent", "percentage", "progresspercent", "percentcomplete"]),
    (Meaning::Score, &["score", "grade", "rating", "评分", "得分"]),
    (Meaning::Confidence, &["confidence", "信心"]),
    (Meaning::Note, &["note", "notes", "comment", "comments", "progressreport", "备注"]),
    (Meaning::FirstDay, &["startdate", "startday", "开始日期"]),
    (Meaning::LastDay, &["enddate", "endday", "due", "duedate", "deadline", "截止日期"]),
    (Meaning::Updated, &["updated", "updatedat", "lastupdated", "progressratelastupdatedtime"]),
    (Meaning::Done, &["done", "completed", "complete", "achieved", "完成"]),
    (Meaning::Metric, &["metric", "measure", "指标"]),
    (Meaning::Start, &["start", "from", "baseline", "initial", "startvalue", "startingvalue", "起始值"]),
    (Meaning::Target, &["target", "to", "targetvalue", "目标值"]),
    (Meaning::AtLeast, &["min", "minimum", "atleast"]),
    (Meaning::AtMost, &["max", "maximum", "atmost"]),
    (Meaning::Current, &["current", "currentvalue", "actual", "latest", "value", "now", "当前值"]),
    (Meaning::Unit, &["unit", "units", "单位"]),
    (Meaning::Initiatives, &["initiatives", "tasks", "actions", "todos"]),
    (Meaning::Link, &["link", "url", "href"]),
    (
        Meaning::Machine,
        &[
            "periodid",
            "confirmstatus",
            "okrid",
            "code",
            "msg",
            "alignedobjectivelist",
            "openid",
            "userid",
            "version",
            "scorelastupdatedtime",
            "contentlastupdatedtime",
            "progressreportlastupdatedtime",
            "weightlastupdatedtime",
            "deadlinelastupdatedtime",
            "krweightlastupdatedtime",
            "progressrecordlastupdatedtime",
        ],
    ),
];

/// A key as it is compared.
pub fn plain(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a key means; none where nothing here goes by that name.
pub fn key(text: &str) -> Option<Meaning> {
    let plain = plain(text);
    let known = KEYS.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(key, _)| *key);
    // company_okrs, team_objectives: lists that say whose they are.
    let suffixed = || match plain.as_str() {
        text if text.ends_with("okrs") => Some(Meaning::Holder),
        text if text.ends_with("objectives") || text.ends_with("goals") => Some(Meaning::Objectives),
        _ => None,
    };
    known.or_else(suffixed)
}

/// Which of the things that are said once this is, if it is one: two keys for one of them cannot both be right.
pub fn once(meaning: Option<Meaning>) -> Option<Meaning> {
    use Meaning as M;
    Some(match meaning? {
        M::Owner | M::Teams => M::Owner,
        M::Progress | M::Percent | M::Completion => M::Progress,
        meaning
        @ (M::Cycle | M::Weight | M::Kind | M::Status | M::Score | M::Confidence | M::FirstDay | M::LastDay) => meaning,
        meaning @ (M::Updated | M::Done | M::Start | M::Target | M::AtLeast | M::AtMost | M::Current | M::Unit) => {
            meaning
        }
        _ => return None,
    })
}

/// What a key means within a key result, where it differs.
pub fn of_key_result(text: &str) -> Option<Meaning> {
    match key(text) {
        Some(Meaning::KeyResults) => Some(Meaning::KeyResult),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_known_in_any_case() {
        for (text, meaning) in [
            ("KeyResults", Meaning::KeyResults),
            ("key_results", Meaning::KeyResults),
            ("Objective", Meaning::Objectives),
            ("company_okrs", Meaning::Holder),
            ("progress-rate", Meaning::Progress),
            ("目标", Meaning::Objectives),
        ] {
            assert_eq!(key(text), Some(meaning), "{text}");
        }
        assert_eq!(key("colour"), None);
    }
}
