//! Titles that name a topic and no wish.

use compact_str::CompactString;

use super::text::{is_chinese, is_han, words};

/// Things that teams work on.
#[rustfmt::skip]
const TOPICS: &[&str] = &[
    "accessibility", "accounting", "acquisition", "adoption", "agility", "alignment", "analytics",
    "automation", "availability", "awareness", "brand", "branding", "budget", "care", "collaboration",
    "communication", "communications", "community", "compliance", "content", "controlling", "cost", "costs",
    "culture", "customers", "data", "delivery", "design", "development", "digitalisation", "digitalization",
    "diversity", "documentation", "education", "efficiency", "engagement", "engineering", "excellence",
    "expansion", "experience", "finance", "finances", "focus", "fundraising", "governance", "growth",
    "health", "hiring", "inclusion", "infrastructure", "innovation", "integration", "internationalisation",
    "internationalization", "inventory", "leadership", "learning", "legal", "literacy", "localization",
    "logistics", "loyalty", "maintainability", "management", "marketing", "migration", "modernisation",
    "modernization", "monitoring", "morale", "observability", "onboarding", "operations", "outreach",
    "partnerships", "people", "performance", "pipeline", "platform", "pricing", "privacy", "procurement",
    "product", "productivity", "profit", "profitability", "quality", "recruiting", "recruitment",
    "reliability", "reporting", "research", "resilience", "retention", "revenue", "risk", "safety", "sales",
    "satisfaction", "scalability", "security", "service", "services", "stability", "strategy", "success",
    "support", "sustainability", "talent", "teamwork", "technology", "testing", "training", "transformation",
    "transparency", "uptime", "usability", "velocity", "visibility", "wellbeing", "well-being", "wellness",
    "debt", "volunteering", "fitness", "family", "hygiene", "nutrition", "advocacy",
];

/// What stands beside a topic and makes no wish of it.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "and", "&", "of", "the", "in", "for", "our", "+", "/", "academic", "business", "brand", "client", "code",
    "corporate", "cost", "customer", "cyber", "data", "developer", "digital", "donor", "employee", "employer",
    "enterprise", "environmental", "general", "global", "human", "information", "internal", "it", "local",
    "market", "mental", "network", "office", "operational", "partner", "patient", "people", "personal",
    "physical", "process", "product", "project", "public", "quality", "regional", "regulatory", "release",
    "resource", "resources", "revenue", "school", "social", "software", "staff", "stakeholder", "strategic",
    "student", "supplier", "supply", "chain", "system", "team", "tech", "technical", "test", "user", "vendor",
    "volunteer", "work", "workplace", "media", "relations", "readiness",
];

/// The same in Chinese: a title that is made of these alone is a topic.
#[rustfmt::skip]
const ZH: &[&str] = &[
    "市场", "营销", "销售", "业绩", "营收", "收入", "利润", "成本", "预算", "财务", "资金", "风控", "风险", "合规", "法务", "审计", "品牌",
    "公关", "宣传", "推广", "渠道", "客户", "用户", "会员", "粉丝", "患者", "学生", "学员", "员工", "人才", "团队", "组织", "企业", "公司",
    "部门", "社区", "门店", "供应商", "供应链", "合作", "伙伴", "生态", "产品", "研发", "技术", "技术债", "架构", "平台", "系统", "数据", "信息",
    "代码", "测试", "质量", "品质", "安全", "生产", "制造", "设备", "工艺", "仓储", "物流", "采购", "库存", "交付", "项目", "运营", "运维",
    "服务", "体验", "满意度", "口碑", "增长", "拉新", "留存", "转化", "活跃", "续约", "成功", "创新", "效率", "效能", "绩效", "能力", "协作",
    "协同", "沟通", "文化", "氛围", "培训", "培养", "学习", "成长", "招聘", "人力", "资源", "管理", "建设", "发展", "转型", "升级", "数字化",
    "智能化", "信息化", "国际化", "出海", "全球化", "可持续", "环保", "节能", "减排", "教学", "科研", "医疗", "护理", "健康", "梯队", "流程", "制度",
    "标准化", "规范化", "稳定性", "性能", "内容", "设计", "和", "与", "及", "、", "·", "/", " ", "&", "雇主", "感染", "控制", "病患",
    "基础设施", "治理", "档案", "资产", "知识", "隐私", "保护", "关系", "社会", "责任", "公益", "志愿者", "筹款", "捐赠", "党建", "廉政", "廉洁",
    "营商", "环境", "内部", "对外", "家校", "家庭", "个人", "身心", "理财", "阅读", "运动", "课程", "师资", "德育", "科技", "食品", "消防",
    "应急", "工程", "售后",
];

/// So many words are a topic.
const MOST_WORDS: usize = 4;

/// Whether a title is a topic alone: `Customer experience`, `团队建设`.
pub fn is_label(title: &str) -> bool {
    let title = title.trim();
    if is_chinese(title) {
        return title.chars().filter(|c| is_han(*c)).count() <= 8 && is_made_of(title, ZH);
    }
    let says_something = |word: &&str| word.contains(char::is_alphanumeric);
    if title.split_whitespace().filter(says_something).nth(MOST_WORDS).is_some() {
        return false;
    }
    let words = words(&title.replace(['/', '&'], " & "));
    let known = |word: &CompactString| TOPICS.contains(&word.as_str()) || BESIDE.contains(&word.as_str());
    (1..=MOST_WORDS).contains(&words.len())
        && words.iter().all(known)
        && words.iter().any(|word| TOPICS.contains(&word.as_str()))
}

fn is_made_of(text: &str, pieces: &[&str]) -> bool {
    text.is_empty() || pieces.iter().any(|piece| text.strip_prefix(piece).is_some_and(|rest| is_made_of(rest, pieces)))
}

#[cfg(test)]
mod tests {
    use super::is_label;

    #[test]
    fn a_topic_is_told_from_a_wish() {
        for title in
            ["Growth", "Customer experience", "People and culture", "Security & compliance", "团队建设", "技术债"]
        {
            assert!(is_label(title), "{title}");
        }
        for title in [
            "Win Japan",
            "Builds are fast",
            "Delight customers",
            "成为首选",
            "让客户成功",
            "Security reviews teams ask for",
        ] {
            assert!(!is_label(title), "{title}");
        }
    }
}
