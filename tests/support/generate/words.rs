//! What names and texts are put together from, each Chinese word with its pinyin.

/// Surnames.
pub const SURNAMES: [(&str, &str); 16] = [
    ("王", "wang"), ("李", "li"), ("张", "zhang"), ("刘", "liu"), ("陈", "chen"), ("杨", "yang"),
    ("赵", "zhao"), ("黄", "huang"), ("周", "zhou"), ("吴", "wu"), ("徐", "xu"), ("孙", "sun"),
    ("胡", "hu"), ("朱", "zhu"), ("高", "gao"), ("林", "lin"),
];

/// Given names.
pub const GIVEN: [(&str, &str); 16] = [
    ("伟", "wei"), ("芳", "fang"), ("娜", "na"), ("敏", "min"), ("静", "jing"), ("强", "qiang"),
    ("磊", "lei"), ("洋", "yang"), ("艳", "yan"), ("勇", "yong"), ("杰", "jie"), ("娟", "juan"),
    ("涛", "tao"), ("明", "ming"), ("超", "chao"), ("霞", "xia"),
];

/// Cities, with the GB/T 2260 code of a district in each.
pub const CITIES: [(&str, &str, &str); 16] = [
    ("北京", "beijing", "110108"), ("上海", "shanghai", "310115"), ("天津", "tianjin", "120104"),
    ("重庆", "chongqing", "500103"), ("南京", "nanjing", "320104"), ("苏州", "suzhou", "320505"),
    ("杭州", "hangzhou", "330106"), ("宁波", "ningbo", "330205"), ("合肥", "hefei", "340104"),
    ("青岛", "qingdao", "370202"), ("武汉", "wuhan", "420106"), ("长沙", "changsha", "430102"),
    ("广州", "guangzhou", "440106"), ("深圳", "shenzhen", "440305"), ("成都", "chengdu", "510107"),
    ("西安", "xian", "610113"),
];

/// First halves of company names.
pub const FIRST: [(&str, &str); 32] = [
    ("星", "xing"), ("华", "hua"), ("金", "jin"), ("海", "hai"), ("天", "tian"), ("东", "dong"),
    ("长", "chang"), ("宏", "hong"), ("瑞", "rui"), ("鼎", "ding"), ("博", "bo"), ("恒", "heng"),
    ("云", "yun"), ("联", "lian"), ("启", "qi"), ("正", "zheng"), ("大", "da"), ("远", "yuan"),
    ("新", "xin"), ("广", "guang"), ("顺", "shun"), ("嘉", "jia"), ("泰", "tai"), ("万", "wan"),
    ("众", "zhong"), ("卓", "zhuo"), ("凯", "kai"), ("隆", "long"), ("诚", "cheng"), ("美", "mei"),
    ("同", "tong"), ("普", "pu"),
];

/// Second halves of company names.
pub const SECOND: [(&str, &str); 32] = [
    ("辰", "chen"), ("睿", "rui"), ("盛", "sheng"), ("达", "da"), ("丰", "feng"), ("源", "yuan"),
    ("通", "tong"), ("佳", "jia"), ("利", "li"), ("安", "an"), ("信", "xin"), ("和", "he"),
    ("瀚", "han"), ("创", "chuang"), ("明", "ming"), ("航", "hang"), ("科", "ke"), ("润", "run"),
    ("邦", "bang"), ("优", "you"), ("纳", "na"), ("鸿", "hong"), ("康", "kang"), ("格", "ge"),
    ("维", "wei"), ("思", "si"), ("图", "tu"), ("贝", "bei"), ("乐", "le"), ("飞", "fei"),
    ("奥", "ao"), ("朗", "lang"),
];

/// Trades, with their GB/T 4754 code.
pub const TRADES: [(&str, &str, &str); 16] = [
    ("科技", "keji", "I65"), ("机械", "jixie", "C34"), ("电子", "dianzi", "C39"),
    ("食品", "shipin", "C14"), ("物流", "wuliu", "G59"), ("医药", "yiyao", "C27"),
    ("化工", "huagong", "C26"), ("纺织", "fangzhi", "C17"), ("家具", "jiaju", "C21"),
    ("塑料", "suliao", "C29"), ("汽车", "qiche", "C36"), ("贸易", "maoyi", "F51"),
    ("建材", "jiancai", "C30"), ("能源", "nengyuan", "D44"), ("教育", "jiaoyu", "P83"),
    ("餐饮", "canyin", "H62"),
];

/// What customers want.
pub const NEEDS: [&str; 8] = [
    "打通仓储与财务，月结从六天减到两天",
    "车间报工改用扫码，替掉手写单",
    "总部看不到各门店的库存",
    "老系统停止维护，年底前要换掉",
    "订单排产靠经验，交期经常答不准",
    "质量追溯要做到批次，客户审厂要看",
    "集团要求统一科目，子公司各记各的",
    "外勤报价单版本混乱，折扣没人管",
];

/// What was said in talks.
pub const TALKS: [&str; 12] = [
    "电话里确认了评审时间，对方要先看同行案例",
    "上门看了两个车间，数据现在还是手工抄录",
    "发了报价说明，财务问付款能不能分三期",
    "演示了移动审批，李总当场问了并发数",
    "对方项目组换人，约下周和新负责人见面",
    "提醒合同条款修改意见，法务还在看",
    "介绍了实施计划，客户担心年底盘点冲突",
    "回访试用情况，仓库反映扫码枪偶尔断连",
    "确认预算已报集团，批复要等到月底",
    "节前问候，顺便了解明年的采购计划",
    "客户在对比两家，价格我们高一成",
    "交流了数据迁移的做法，约定先做一个月的样本",
];

/// What comes next.
pub const STEPS: [&str; 8] = [
    "发同行案例", "约方案评审", "请高层见面", "更新报价", "跟进预算批复", "安排演示", "确认合同条款",
    "回访试用情况",
];

/// Comments that people leave.
pub const COMMENTS: [&str; 4] = [
    "由内勤补录，原始资料见纸质档案",
    "待与财务核对",
    "checked with the customer by phone",
    "合并自旧系统",
];
