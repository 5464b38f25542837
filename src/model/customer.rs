//! Customers (TAG-2.1, TEL-4.1, DEV-5.3).

use super::capacity::Capacity;
use super::common::{Channel, Degree, Entered, Grade, Imported, Move, Next};
use super::contact::Contact;
use super::macros::{choices, fields};
use super::member::Member;
use super::product::Product;
use super::territory::Territory;
use super::types::{List, Ref, Secret, Tags, Term};
use crate::base::currency::Currency;
use crate::base::date::Date;
use crate::base::decimal::Decimal;
use crate::base::field::{Start, Vocabulary};
use crate::base::id::Id;

fields! {
    /// A customer: an organisation or a person that buys or may buy.
    pub struct Customer {
        name: String, "name" "客户名称", "the registered name" "登记的全称" { aliases: &["公司", "公司名称", "公司名", "单位", "单位名称", "企业", "企业名称", "客户", "客户全称", "company", "company name", "customer", "customer name", "organisation", "organization", "account"], clauses: &["TAG-2.1.1a"] };
        aliases: List<String>, "aliases" "别名", "other names that people use" "常用的其他名称" { aliases: &["简称", "客户简称", "short name"] };
        former_names: List<String>, "former names" "曾用名", "names it had before" "以前的名称";
        former_ids: List<String>, "former ids" "原编号", "the ids of records that were merged into it; they lead here" "并入记录的编号，仍可用来查找" { via: Some("merge") };
        credit_code: Option<String>, "credit code" "统一社会信用代码", "the 18-character unified social credit code" "18 位统一社会信用代码" { aliases: &["信用代码", "社会信用代码", "税号", "纳税人识别号", "tax number"] };
        r#type: Option<Term>, "type" "客户类型", "what sort of customer it is" "客户的类型" { aliases: &["类型", "客户类别", "customer type"], terms: Some(Vocabulary::CustomerType), clauses: &["TAG-2.1.1b"] };
        parent: Option<Ref<Customer>>, "parent" "上级单位", "the group that it belongs to" "所属集团或上级单位" { aliases: &["母公司", "所属集团", "集团", "parent company"] };
        contacts: List<Contact>, "contacts" "联系人", "the people to talk to" "联系人" { list_key: Some("id"), clauses: &["TAG-2.1.1c"] };
        registered_address: Option<String>, "registered address" "注册地址", "the registered address" "注册地址" { aliases: &["地址", "公司地址", "单位地址", "address"], clauses: &["TAG-2.1.1g"] };
        region: Option<String>, "region" "行政区划代码", "the GB/T 2260 division code" "GB/T 2260 行政区划代码";
        territory: Option<Ref<Territory>>, "territory" "区域", "the territory, where the region does not say it" "销售区域（行政区划不能得出时填写）" { aliases: &["销售区域", "所属区域"] };
        business_scope: Option<String>, "business scope" "经营范围", "what it deals in" "经营范围" { clauses: &["TAG-2.1.1h"] };
        invoice_title: Option<String>, "invoice title" "开票抬头", "the name for invoices" "发票抬头" { aliases: &["发票抬头", "抬头"] };
        industry: Option<String>, "industry" "行业", "the GB/T 4754 code" "GB/T 4754 行业代码" { aliases: &["所属行业"], clauses: &["TAG-2.1.2a"] };
        sub_industry: Option<String>, "sub-industry" "细分行业", "a code below the industry's" "细分行业代码" { clauses: &["TAG-2.1.2b"] };
        size: Option<Size>, "size" "企业规模", "large, medium, small or micro" "大型、中型、小型或微型" { aliases: &["规模", "公司规模"], clauses: &["TAG-2.1.3a"] };
        metrics: Option<Box<Metrics>>, "size figures" "规模指标", "what the size rests on" "判断规模的指标";
        annual_purchase: Option<Box<AnnualPurchase>>, "annual purchase" "年采购额", "what it buys a year" "每年的采购金额" { clauses: &["TAG-2.1.3b"] };
        needs: Option<Box<CustomerNeeds>>, "needs" "需求", "what it needs" "客户需求" { clauses: &["TAG-2.1.4a", "TAG-2.1.4b", "TAG-2.1.4c"] };
        intent: Option<Box<Intent>>, "intent" "购买意向", "how much it wants to buy" "购买意向" { clauses: &["TAG-2.1.5a", "TAG-2.1.5b", "TAG-2.1.5c"] };
        credit: Option<Box<Credit>>, "credit" "信用", "how it pays" "信用状况" { clauses: &["TAG-2.1.7a"] };
        grade: Option<Grade>, "grade" "客户等级", "A, B or C" "客户等级 A、B、C" { aliases: &["等级", "级别", "客户级别"], via: Some("grade"), clauses: &["TEL-4.2.1"] };
        grade_override: Option<Box<Override>>, "grade override" "等级人工调整", "why the grade differs from the computed one" "等级不同于计算结果的原因" { inline: true, via: Some("grade") };
        key_account: Option<bool>, "key account" "重点客户", "whether it is looked after as a key account" "是否重点客户" { aliases: &["是否重点客户"], clauses: &["DEV-KA-1"] };
        channel: Option<Channel>, "channel" "渠道", "how it is sold to" "销售渠道";
        relation: Option<Relation>, "relation" "合作状态", "prospect, new, active or lapsed" "潜在、新、活跃或流失" { aliases: &["客户状态", "状态", "status"] };
        account_manager: Option<Ref<Member>>, "account manager" "客户经理", "who looks after a key account" "重点客户的客户经理" { clauses: &["DEV-KA-2"] };
        assistant: Option<Ref<Member>>, "assistant" "客户助理", "who stands in for the account manager" "客户经理的助理";
        service_team: List<Ref<Member>>, "service team" "服务团队", "who serves it" "服务团队成员";
        collaborators: List<Ref<Member>>, "collaborators" "协作人", "who else may write it" "其他可修改的成员";
        stock: List<Stock>, "stock" "库存", "what a dealer has of our products" "经销商的产品库存" { inline: true, list_key: Some("product"), clauses: &["DEV-5.7.2C"] };
        anniversaries: List<Anniversary>, "anniversaries" "纪念日", "days to remember" "值得问候的日子" { inline: true };
        capacity: Option<Box<Capacity>>, "capacity" "能力评估", "the eight scores of a dealer" "经销商八项能力评估" { clauses: &["DEV-5.3.1", "DEV-5.3.2", "DEV-5.3.3", "DEV-5.3.4", "DEV-5.3.5", "DEV-5.3.6", "DEV-5.3.7", "DEV-5.3.8"] };
        note: Option<String>, "note" "备注", "free text" "自由文字" { aliases: &["备注信息", "说明", "remark", "remarks", "notes", "comment", "comments"] };
        owner: Option<Ref<Member>>, "owner" "负责人", "whose customer it is" "客户的负责人" { aliases: &["销售", "销售人员", "业务员", "跟进人", "归属人", "所属销售", "sales rep", "salesperson", "sales person"], apart: true, starts: Start::Me };
        next: Option<Box<Next>>, "next" "下一步", "the next step agreed on" "约定的下一步" { apart: true };
        tags: Tags, "tags" "标签", "what the other fields do not say" "其他字段之外的信息";
        moves: List<Move>, "moves" "变动", "changes of owner, written by commands" "负责人的变动，由命令写入" { inline: true, via: Some("set … owner=…") };
        merged_from: List<Merged>, "merged from" "合并来源", "the records that were merged into it, whole, so that they can be split again" "并入的记录原文，可再拆分" { list_key: Some("id"), via: Some("merge") };
        entered: Option<Entered>, "entered" "录入", "who entered it, and when" "录入人和录入时间" { inline: true };
        imported: Option<Box<Imported>>, "imported" "导入", "where it was imported from" "导入来源" { inline: true };
    }
}

fields! {
    /// A record that was merged into this one: all that is needed to split it off again.
    pub struct Merged {
        id: Id, "id" "编号", "its id" "原编号";
        file: String, "file" "文件", "its file" "原文件";
        on: Date, "on" "日期", "when it was merged" "合并的日期";
        by: Option<Ref<Member>>, "by" "经办人", "who merged it" "由谁合并";
        took: List<String>, "took" "取用", "what was taken over from it" "取用的内容";
        rewritten: List<Rewritten>, "rewritten" "改写", "the references that led to it" "原先指向它的引用" { inline: true };
        text: Secret<String>, "text" "原文", "its file as it was" "合并前的文件";
        before: Option<Secret<String>>, "before" "合并前", "this record's file as it was, where taking out what was taken would not give it back" "本记录合并前的文件（不能由取出内容还原时保留）";
    }
}

fields! {
    /// A place in another record that a merge has rewritten.
    pub struct Rewritten {
        record: String, "record" "记录", "the record" "所在记录";
        route: String, "route" "字段", "where in it" "所在字段";
        was: String, "was" "原值", "what stood there" "原来的值";
        now: Option<String>, "now" "现值", "what stands there now, where it is not this record's id" "现在的值（不是本记录编号时填写）";
    }
}

fields! {
    /// The figures behind a customer's size (TAG-2.1.3).
    pub struct Metrics {
        revenue: Option<Decimal>, "revenue" "营业收入", "the revenue of a year" "年营业收入" { aliases: &["年营收", "营收", "年营业收入", "年收入", "annual revenue"] };
        assets: Option<Decimal>, "assets" "资产总额", "total assets" "资产总额" { aliases: &["总资产"] };
        staff: Option<i64>, "staff" "员工人数", "how many people work there" "从业人员数" { aliases: &["人数", "员工数", "公司人数", "employees", "headcount"] };
        currency: Option<Currency>, "currency" "币种", "the currency of the figures" "以上金额的币种";
    }
}

fields! {
    /// What a customer buys a year (TAG-2.1.3).
    pub struct AnnualPurchase {
        amount: Decimal, "amount" "金额", "the amount" "采购金额";
        currency: Option<Currency>, "currency" "币种", "its currency" "币种";
        basis: Option<PurchaseBasis>, "basis" "口径", "which year it speaks of" "上一年或预计下一年";
        year: Option<i64>, "year" "年度", "the year" "所指年度";
    }
}

fields! {
    /// What a customer needs (TAG-2.1.4).
    pub struct CustomerNeeds {
        products: List<ProductNeed>, "products" "产品需求", "products asked for" "所需产品" { inline: true };
        services: List<Term>, "services" "服务需求", "services asked for" "所需服务" { terms: Some(Vocabulary::Service) };
        special: List<SpecialNeed>, "special needs" "特殊需求", "needs out of the ordinary" "特殊的需求" { inline: true };
        preferences: Option<String>, "preferences" "偏好", "what it likes" "客户的偏好";
    }
}

fields! {
    /// A product that a customer asks for.
    pub struct ProductNeed {
        product: Ref<Product>, "product" "产品", "which product" "哪个产品";
        functions: Option<String>, "functions" "功能", "what it must do" "要求的功能";
        spec: Option<String>, "spec" "规格", "the specification" "规格要求";
        qty: Option<Decimal>, "quantity" "数量", "how much" "所需数量";
    }
}

fields! {
    /// A need out of the ordinary, confirmed with somebody (TAG-2.1.4).
    pub struct SpecialNeed {
        text: String, "text" "内容", "what is asked for" "需求内容";
        confirmed_on: Option<Date>, "confirmed on" "确认日期", "when it was confirmed" "确认的日期";
        confirmed_with: Option<String>, "confirmed with" "确认人", "the contact who confirmed it" "由哪位联系人确认";
    }
}

fields! {
    /// How much a customer wants to buy (TAG-2.1.5).
    pub struct Intent {
        level: Option<Degree>, "level" "意向程度", "high, middle or low" "高、中或低";
        budget: Option<Box<Budget>>, "budget" "预算", "what it can spend" "采购预算" { inline: true };
        decision_cycle_days: Option<i64>, "decision cycle" "决策周期", "how long a decision takes, in days" "决策所需天数";
        assessed_on: Option<Date>, "assessed on" "评估日期", "when this was judged" "评估的日期";
    }
}

fields! {
    /// A budget (TAG-2.1.5, TAG-6.1.2).
    pub struct Budget {
        min: Option<Secret<Decimal>>, "from" "下限", "the least" "预算下限";
        max: Option<Secret<Decimal>>, "to" "上限", "the most" "预算上限";
        currency: Option<Currency>, "currency" "币种", "its currency; else the record's" "币种，缺省用记录的币种";
    }
}

fields! {
    /// How a customer pays (TAG-2.1.7).
    pub struct Credit {
        rating: Option<Secret<Rating>>, "rating" "信用等级", "AAA to D" "AAA 至 D";
        rated_on: Option<Date>, "rated on" "评级日期", "when it was rated" "评级的日期";
    }
}

fields! {
    /// A verdict given by hand, for a reason and a time.
    pub struct Override {
        reason: String, "reason" "原因", "why" "原因";
        by: Option<Ref<Member>>, "by" "经办人", "who decided" "由谁决定";
        expires: Option<Date>, "expires" "失效日期", "when the computed one counts again" "何时恢复计算结果";
    }
}

fields! {
    /// What a dealer has of a product (DEV-5.7.2C).
    pub struct Stock {
        product: Ref<Product>, "product" "产品", "which product" "哪个产品";
        safety_qty: Option<Decimal>, "safety stock" "安全库存", "the least to have" "安全库存量";
        on_hand: Option<Decimal>, "on hand" "现有库存", "what there is" "现有数量";
        checked_on: Option<Date>, "checked on" "盘点日期", "when it was counted" "盘点的日期";
    }
}

fields! {
    /// A day to remember (ITS-7.3.1).
    pub struct Anniversary {
        what: String, "what" "事由", "what it is" "纪念什么";
        on: Date, "on" "日期", "the day; the year is the first" "日期，年份为首次";
    }
}

choices! {
    /// The size of an enterprise (TAG-2.1.3).
    pub enum Size {
        Large "large" "large" "大型",
        Medium "medium" "medium" "中型",
        Small "small" "small" "小型",
        Micro "micro" "micro" "微型",
    }
}

choices! {
    /// Which year an annual purchase speaks of.
    pub enum PurchaseBasis {
        PastYear "past_year" "past year" "上一年",
        ExpectedNextYear "expected_next_year" "expected next year" "预计下一年",
    }
}

choices! {
    /// Credit ratings (TAG-2.1.7).
    pub enum Rating {
        Aaa "AAA" "AAA" "AAA",
        Aa "AA" "AA" "AA",
        A "A" "A" "A",
        Bbb "BBB" "BBB" "BBB",
        Bb "BB" "BB" "BB",
        B "B" "B" "B",
        Ccc "CCC" "CCC" "CCC",
        Cc "CC" "CC" "CC",
        C "C" "C" "C",
        D "D" "D" "D",
    }
}

choices! {
    /// Where a customer stands with us (DEV-3.1).
    pub enum Relation {
        Prospect "prospect" "prospect" "潜在",
        New "new" "new" "新客户",
        Active "active" "active" "活跃",
        Lapsed "lapsed" "lapsed" "流失",
    }
}
