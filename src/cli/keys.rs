//! What the keys of files are called in Chinese: whoever writes one of these means that key.

const KEYS: [(&str, &str); 24] = [
    ("标题", "title"),
    ("目标", "title"),
    ("描述", "description"),
    ("说明", "description"),
    ("类型", "kind"),
    ("权重", "weight"),
    ("标签", "tags"),
    ("关键结果", "key_results"),
    ("对齐", "aligns_to"),
    ("对齐到", "aligns_to"),
    ("指标", "metric"),
    ("负责人", "owner"),
    ("截止日", "due"),
    ("举措", "initiatives"),
    ("公司", "company"),
    ("部门", "units"),
    ("部门", "unit"),
    ("成员", "people"),
    ("名称", "name"),
    ("姓名", "name"),
    ("上级", "parent"),
    ("主管", "lead"),
    ("邮箱", "email"),
    ("单位", "unit"),
];

/// The key that is meant, among those that may stand there.
pub fn meant<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let keys: Vec<&str> = KEYS.iter().filter(|(chinese, _)| *chinese == written).map(|(_, key)| *key).collect();
    known.into_iter().find(|key| keys.contains(key))
}
