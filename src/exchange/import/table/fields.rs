//! What a column can hold, and the headers by which that is guessed.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Id,
    Parent,
    /// Whether the row is an objective or a key result.
    Type,
    /// The title of whatever the row is.
    Title,
    /// The title of an objective, beside that of its key result.
    Objective,
    KeyResult,
    Description,
    Owner,
    Cycle,
    FirstDay,
    LastDay,
    Unit,
    /// Number, percentage, yes or no.
    MeasureType,
    Start,
    Target,
    Current,
    /// In percent.
    Progress,
    /// From 0 to 1.
    Completion,
    /// Whether the numbers follow from what is below.
    RollUp,
    Status,
    Confidence,
    Score,
    Weight,
    Tags,
    Note,
    Updated,
    /// The title of the row's key result of this number.
    NthTitle(u8),
    /// Its completion, from 0 to 1.
    NthCompletion(u8),
}

/// Every field that `--map` knows, with its name there and the headers by which it is guessed, as [`plain`] makes them.
pub const FIELDS: &[(Field, &str, &[&str])] = &[
    (Field::Title, "title", &["title", "name", "goal", "goaltitle", "goalname", "标题", "名称"]),
    (
        Field::Objective,
        "objective",
        &["objective", "objectivetitle", "objectivename", "objectives", "o", "目标", "目标名称"],
    ),
    (
        Field::KeyResult,
        "key-result",
        &["keyresult", "keyresults", "kr", "keyresulttitle", "krtitle", "krname", "关键结果", "关键成果"],
    ),
    (Field::Type, "type", &["type", "itemtype", "类型"]),
    (Field::Id, "id", &["id", "rowid", "identifier", "编号"]),
    (
        Field::Parent,
        "parent",
        &["parent", "parentid", "parentgoal", "parentobjective", "alignedto", "alignsto", "上级目标", "对齐目标"],
    ),
    (Field::Description, "description", &["description", "why", "描述", "说明"]),
    (
        Field::Owner,
        "owner",
        &[
            "owner",
            "owners",
            "owneremail",
            "owneremails",
            "ownername",
            "assignee",
            "lead",
            "dri",
            "responsible",
            "负责人",
            "所有者",
        ],
    ),
    (Field::Cycle, "cycle", &["cycle", "quarter", "period", "timeperiod", "timeframe", "周期", "季度"]),
    (Field::FirstDay, "start-date", &["startdate", "startday", "startson", "开始日期", "开始时间"]),
    (
        Field::LastDay,
        "end-date",
        &["enddate", "endday", "due", "duedate", "dueon", "deadline", "截止日期", "截止时间", "结束日期"],
    ),
    (Field::Unit, "unit", &["unit", "units", "单位"]),
    (Field::MeasureType, "measure-type", &["measuretype", "metrictype", "指标类型"]),
    (
        Field::Start,
        "start",
        &["start", "startvalue", "startingvalue", "initial", "initialvalue", "baseline", "from", "起始值", "初始值"],
    ),
    (Field::Target, "target", &["target", "targetvalue", "to", "目标值"]),
    (
        Field::Current,
        "current",
        &["current", "currentvalue", "actual", "latest", "latestvalue", "value", "now", "当前值", "实际值"],
    ),
    (Field::Progress, "progress", &["progress", "progresspercent", "percentcomplete", "进度", "完成度"]),
    (Field::Completion, "completion", &["completion"]),
    (Field::RollUp, "roll-up", &["rollup"]),
    (Field::Status, "status", &["status", "progressstatus", "health", "state", "状态"]),
    (Field::Confidence, "confidence", &["confidence", "信心", "信心指数"]),
    (Field::Score, "score", &["score", "grade", "finalscore", "评分", "得分"]),
    (Field::Weight, "weight", &["weight", "weightage", "权重"]),
    (Field::Tags, "tags", &["tags", "tag", "labels", "categories", "category", "标签"]),
    (Field::Note, "note", &["note", "notes", "comment", "comments", "lastcomment", "备注", "进展"]),
    (Field::Updated, "updated", &["updated", "updatedat", "lastupdated", "lastcheckin", "更新时间"]),
];

/// A header as it is compared: letters and digits only, in small letters.
pub fn plain(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a header most likely stands for.
pub fn guess(header: &str) -> Option<Field> {
    let plain = plain(header);
    let named = || FIELDS.iter().find(|(_, _, headers)| headers.contains(&plain.as_str())).map(|(field, ..)| *field);
    nth(&plain).or_else(named)
}

/// `key_result_2_title`: the parts of key results that have columns of their own.
fn nth(plain: &str) -> Option<Field> {
    let rest = plain.strip_prefix("keyresult").or_else(|| plain.strip_prefix("kr"))?;
    let number = |digits: &str| digits.parse().ok().filter(|number| *number > 0);
    rest.strip_suffix("title")
        .and_then(number)
        .map(Field::NthTitle)
        .or_else(|| rest.strip_suffix("completion").and_then(number).map(Field::NthCompletion))
}

/// The field of a name that `--map` takes.
pub fn named(name: &str) -> Option<Field> {
    FIELDS.iter().find(|(_, known, _)| *known == name).map(|(field, ..)| *field)
}

/// Whether several columns may hold it.
pub fn is_plural(field: Field) -> bool {
    matches!(field, Field::Id | Field::Parent | Field::Owner | Field::Tags)
}

/// Whether it holds a number of a measure.
pub fn is_number(field: Field) -> bool {
    matches!(field, Field::Start | Field::Target | Field::Current)
}

/// Whether it holds numbers, days or names, for which people write `N/A` where there are none.
pub fn wants_value(field: Field) -> bool {
    use Field as F;
    let is_value = matches!(field, F::Progress | F::Completion | F::Score | F::Weight | F::Confidence);
    is_number(field) || is_value || matches!(field, F::FirstDay | F::LastDay | F::Updated | F::Owner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_guessed_in_both_languages() {
        assert_eq!(guess("Key Result"), Some(Field::KeyResult));
        assert_eq!(guess("target_value"), Some(Field::Target));
        assert_eq!(guess("截止日期"), Some(Field::LastDay));
        assert_eq!(guess("key_result_12_completion"), Some(Field::NthCompletion(12)));
        assert_eq!((guess("Favourite colour"), guess("key_result_0_title")), (None, None));
    }

    #[test]
    fn no_header_stands_for_two_fields() {
        let mut all: Vec<&str> = FIELDS.iter().flat_map(|(.., headers)| headers.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(FIELDS.iter().all(|(field, name, _)| named(name) == Some(*field)));
    }
}
