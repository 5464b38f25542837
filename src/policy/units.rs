//! What the parameters of clauses are counted in, in Chinese.

/// The Chinese of a unit of the catalogue.
pub(super) fn chinese(unit: &str) -> Option<&'static str> {
    UNITS.iter().find(|(en, _)| *en == unit).map(|(_, zh)| *zh)
}

const UNITS: &[(&str, &str)] = &[
    ("CNY opportunity amount", "元（机会金额）"),
    ("CNY per claim", "元/笔"),
    ("CNY per valid lead", "元/有效线索"),
    ("access level", "访问级别"),
    ("basis", "计算依据"),
    ("boolean", "是或否"),
    ("changes", "次变更"),
    ("characters", "字"),
    ("code table", "代码表"),
    ("cron", "cron 表达式"),
    ("customers", "个客户"),
    ("day of next month", "次月几日"),
    ("days", "天"),
    ("days after acceptance", "天（验收后）"),
    ("days after delivery", "天（交付后）"),
    ("days before", "天（之前）"),
    ("days before due", "天（到期前）"),
    ("days overdue", "天（逾期）"),
    ("days since last order", "天（距上次下单）"),
    ("days without order", "天（未下单）"),
    ("days without response", "天（未回应）"),
    ("departments", "个部门"),
    ("enum list", "选项列表"),
    ("event", "事件"),
    ("expression", "表达式"),
    ("factor of base bonus", "基本奖金的倍数"),
    ("festivals", "节日"),
    ("fields", "字段"),
    ("hours", "小时"),
    ("hours after assignment", "小时（分配后）"),
    ("hours entry vs commit", "小时（录入与提交之差）"),
    ("hours over limit", "小时（超时）"),
    ("kinds for grade A", "A 级适用的类型"),
    ("lead grade", "线索等级"),
    ("lead grades", "线索等级"),
    ("list", "列表"),
    ("local time", "当地时间"),
    ("metric", "指标"),
    ("month-day", "月-日"),
    ("months", "个月"),
    ("notes per manager", "条/每位经理"),
    ("open leads per member", "条未结线索/人"),
    ("people", "人"),
    ("percent", "百分比"),
    ("percent from contract", "%（按合同）"),
    ("percent of assessment", "%（占考核）"),
    ("period", "期间"),
    ("periods", "个期间"),
    ("points", "分"),
    ("probability", "概率"),
    ("rating below which an order needs manager approval", "低于此评级的订单须经理审批"),
    ("ratio", "比例"),
    ("ratio to orders", "与订单之比"),
    ("records", "条记录"),
    ("regex", "正则表达式"),
    ("rings", "声（铃响）"),
    ("role", "角色"),
    ("role (overlaps OPS-4.5.1)", "角色（与 OPS-4.5.1 重叠）"),
    ("role (see reconciliation)", "角色（见对照说明）"),
    ("roles", "角色"),
    ("score", "分"),
    ("score of 100", "分（满分 100）"),
    ("score of 5", "分（满分 5）"),
    ("sessions per member", "次/人"),
    ("severity", "严重程度"),
    ("share of budget", "占预算之比"),
    ("share of calls", "占电话之比"),
    ("share of changed records", "占变更记录之比"),
    ("share of sales", "占销售额之比"),
    ("sites", "个点"),
    ("staff (>=)", "人（及以上）"),
    ("stage", "阶段"),
    ("steps", "步骤"),
    ("table", "表"),
    ("visits", "次拜访"),
    ("weekday", "星期几"),
    ("word list", "词表"),
    ("working days", "个工作日"),
    ("working days after agreement", "个工作日（商定后）"),
    ("working days after grading", "个工作日（评级后）"),
];

#[cfg(test)]
mod tests {
    use crate::policy::clause;

    #[test]
    fn every_unit_of_the_catalogue_has_its_chinese() {
        for clause in clause::all() {
            for param in &clause.params {
                assert!(!param.unit().zh.is_ascii(), "{}", param.key);
            }
        }
    }
}
