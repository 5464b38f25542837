//! The records themselves, one function a kind.

use salesops::base::date::Date;

use super::names::{code, company, credit_code, district, person};
use super::words::{GIVEN, STEPS, SURNAMES, TALKS};
use super::{AS_OF, Rng, Spec};
use super::{deals, papers};

/// The first day of a generated book, so many days before its last.
pub(super) const DAYS: i64 = 690;
/// The most files of one folder.
pub(super) const FOLDER: usize = 1000;

const TERRITORIES: [(&str, &str, &str); 4] = [
    ("huabei", "华北", "110000"),
    ("huadong", "华东", "310000"),
    ("huanan", "华南", "440000"),
    ("xibu", "西部", "510000"),
];
pub(super) const PRODUCTS: [(&str, &str, &str); 6] = [
    ("erp-cloud", "云 ERP", "套"),
    ("mes", "制造执行", "套"),
    ("wms", "智能仓储", "套"),
    ("crm", "客户管理", "用户"),
    ("scanner", "扫码枪", "把"),
    ("service", "实施服务", "人天"),
];
const TAGS: [(&str, &str, &str); 4] = [
    ("customer.peak_season", "旺季", "choice"),
    ("customer.sites", "网点数", "number"),
    ("opportunity.decision_style", "决策方式", "choice"),
    ("opportunity.champion", "内部支持者", "yes_no"),
];
/// How many records of each kind.
#[derive(Clone, Copy)]
pub struct Counts {
    seed: u64,
    pub(super) tables: [usize; 13],
}

const MEMBER: usize = 0;
const CUSTOMER: usize = 4;
const OPPORTUNITY: usize = 5;
pub(super) const ACTIVITY: usize = 6;
const LEAD: usize = 7;
const CONTRACT: usize = 8;
const ORDER: usize = 9;
const PAYMENT: usize = 10;
const TICKET: usize = 11;

impl Counts {
    pub fn of(spec: &Spec) -> Counts {
        // 256 names and 262,144 companies can be told apart.
        let members = (spec.records / 1000).clamp(8, 200);
        let customers = (spec.records * spec.customers / 100).clamp(1, 1 << 18);
        let opportunities = spec.records * spec.opportunities / 100;
        let papers = spec.records * spec.papers / 100;
        let activities = spec.records.saturating_sub(customers + opportunities + papers);
        // Of a hundred: 30 leads, 20 payments, 20 orders, 10 contracts, 10 tickets, 10 tasks.
        let share = |of: usize| papers * of / 100;
        let fixed = [members, TERRITORIES.len(), PRODUCTS.len(), TAGS.len()];
        let [m, t, p, g] = fixed;
        let contracts = share(10).min(opportunities);
        let papers = [share(30), contracts, share(20), share(20), share(10), share(10)];
        let [l, c, o, y, k, s] = papers;
        let tables = [m, t, p, g, customers, opportunities, activities, l, c, o, y, k, s];
        Counts { seed: spec.seed, tables }
    }

    pub fn all(self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.tables.len())
            .flat_map(move |table| (0..self.tables[table]).map(move |at| (table, at)))
    }

    pub(super) fn customer_of(&self, deal: usize) -> usize {
        Rng::new(self.seed, 32, deal).below(self.tables[CUSTOMER])
    }

    pub(super) fn owner_of(&self, customer: usize) -> usize {
        // The first is the head of the department, who owns nothing.
        let drawn = 1 + Rng::new(self.seed, 33, customer).below(self.tables[MEMBER] - 1);
        // Members take the territories in turns; a customer is owned by one of its territory's.
        let region = district(customer);
        let Some(own) = TERRITORIES.iter().position(|it| it.2[..2] == region[..2]) else {
            return drawn;
        };
        match drawn - drawn % 4 + own {
            0 => 4,
            near if near < self.tables[MEMBER] => near,
            near => near - 4,
        }
    }

    pub(super) fn deal_id(&self, deal: usize) -> String {
        format!("{}-{}", company(self.customer_of(deal)).1, code(deal))
    }
}

/// The path and text of the record at a place of a table.
pub fn write(counts: &Counts, table: usize, at: usize, rng: &mut Rng) -> (String, String) {
    match table {
        MEMBER => member(counts, at),
        1 => territory(counts, at),
        2 => product(at, rng),
        3 => tag(at),
        CUSTOMER => customer(counts, at, rng),
        OPPORTUNITY => deals::opportunity(counts, at, rng),
        ACTIVITY => activity(counts, at, rng),
        LEAD => papers::lead(counts, at, rng),
        CONTRACT => papers::contract(counts, at, rng),
        ORDER => papers::order(counts, at, rng),
        PAYMENT => papers::payment(counts, at, rng),
        TICKET => papers::ticket(counts, at, rng),
        _ => papers::task(counts, at, rng),
    }
}

// One line of a file.
macro_rules! line {
    ($text:expr, $($format:tt)*) => {{
        $text.push_str(&format!($($format)*));
        $text.push('\n');
    }};
}
pub(super) use line;

fn member(counts: &Counts, at: usize) -> (String, String) {
    let (name, id) = person(at);
    let mut text = String::new();
    line!(text, "name: {name}\nemail: {id}@example.com");
    match at {
        0 => line!(text, "role: sales_manager"),
        1..=4 => line!(text, "role: sales_supervisor\nreports_to: {}", person(0).1),
        _ => line!(text, "role: sales_rep\nreports_to: {}", person(1 + at % 4).1),
    }
    line!(text, "department: 销售部\nteam: {}队", TERRITORIES[at % 4].1);
    line!(text, "territory: {}\njoined_on: 2024-{:02}-01", TERRITORIES[at % 4].0, 1 + at % 12);
    line!(text, "{}", entered(0, counts, 0));
    (format!("members/{id}.yaml"), text)
}

fn territory(counts: &Counts, at: usize) -> (String, String) {
    let (id, name, district) = TERRITORIES[at];
    let owner = person(1 + at % 4).1;
    let mut text = format!("name: {name}\ndistricts:\n  - \"{district}\"\nstatus: owned\n");
    line!(text, "\nowner: {owner}\n{}", entered(0, counts, 0));
    (format!("territories/{id}.yaml"), text)
}

fn product(at: usize, rng: &mut Rng) -> (String, String) {
    let (id, name, unit) = PRODUCTS[at];
    let price = 100 * (5 + rng.below(900));
    let text = format!(
        "name: {name}\ncategory: software\nunit: {unit}\nprices:\n  \
         - {{from: 2025-01-01, list: {price}.00, currency: CNY, tax_rate: 6}}\n"
    );
    (format!("products/{id}.yaml"), text)
}

fn tag(at: usize) -> (String, String) {
    let (id, zh, sort) = TAGS[at];
    let key = id.rsplit('.').next().unwrap_or(id);
    let mut text = format!("label: {{en: {}, zh: {zh}}}\ntype: {sort}\n", key.replace('_', " "));
    let values: &[(&str, &str)] = match at {
        0 => &[("spring", "春"), ("summer", "夏"), ("autumn", "秋"), ("winter", "冬")],
        2 => &[("boss", "一人决定"), ("committee", "集体决策")],
        _ => &[],
    };
    if !values.is_empty() {
        line!(text, "values:");
    }
    for (key, zh) in values {
        line!(text, "  - {{key: {key}, en: {key}, zh: {zh}}}");
    }
    line!(text, "status: active");
    (format!("tags/{id}.yaml"), text)
}

fn customer(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let (name, id, (region, trade)) = company(at);
    let mut text = format!("name: {name}\n");
    if rng.percent(30) {
        line!(text, "aliases:\n  - {}", name.chars().skip(2).take(4).collect::<String>());
    }
    if rng.percent(60) {
        line!(text, "credit_code: {}", credit_code(region, at));
    }
    let dealer = rng.percent(5);
    line!(
        text,
        "type: {}",
        if dealer { "dealer" } else { rng.pick(&["sme", "large_enterprise", "startup"]) }
    );
    contacts(&mut text, rng);
    line!(text, "region: \"{region}\"\nindustry: {trade}");
    line!(text, "size: {}", rng.pick(&["large", "medium", "small", "micro"]));
    if rng.percent(20) {
        line!(
            text,
            "intent:\n  level: {}\n  decision_cycle_days: {}",
            rng.pick(&["high", "mid", "low"]),
            10 + rng.below(90)
        );
    }
    line!(
        text,
        "grade: {}\nrelation: {}",
        rng.pick(&["A", "B", "C"]),
        rng.pick(&["prospect", "new", "active"])
    );
    if dealer {
        line!(text, "capacity:");
        for key in [
            "funds",
            "storage",
            "delivery",
            "distribution",
            "staff",
            "operation",
            "willingness",
            "philosophy",
        ] {
            line!(text, "  {key}: {{score: {}}}", 1 + rng.below(5));
        }
    }
    let owner = counts.owner_of(at);
    line!(text, "\nowner: {}", person(owner).1);
    if rng.percent(40) {
        next(&mut text, rng, "\n");
    }
    if rng.percent(35) {
        line!(
            text,
            "tags:\n  peak_season: {}",
            rng.pick(&["spring", "summer", "autumn", "winter"])
        );
        if rng.percent(40) {
            line!(text, "  sites: \"{}\"", 1 + rng.below(300));
        }
    }
    line!(text, "{}", entered(rng.below(300) as i64, counts, owner));
    (format!("customers/{:03}/{id}.yaml", at / FOLDER), text)
}

fn contacts(text: &mut String, rng: &mut Rng) {
    line!(text, "contacts:");
    for at in 0..1 + rng.below(2) {
        let (surname, latin) = rng.pick(&SURNAMES);
        line!(text, "  - id: c-{}", code(rng.below(1 << 20)));
        line!(
            text,
            "    name: {surname}{}\n    position: {}",
            rng.pick(&GIVEN).0,
            rng.pick(&["采购经理", "总经理", "信息部主任"])
        );
        line!(text, "    phone: \"138{:08}\"", rng.below(100_000_000));
        if rng.percent(30) {
            line!(text, "    email: {latin}{}@example.com", rng.below(1000));
        }
        if at == 0 {
            line!(text, "    decision_role: decision_maker");
        }
    }
}

fn activity(counts: &Counts, at: usize, rng: &mut Rng) -> (String, String) {
    let (deals, all) = (counts.tables[OPPORTUNITY], counts.tables[ACTIVITY]);
    // Written in the order of their days, and each deal has one.
    let on = at as i64 * (DAYS - 1) / all.max(1) as i64;
    let deal = if at < deals { Some(at) } else { rng.percent(60).then(|| rng.below(deals)) };
    let deal = deal.filter(|_| deals > 0);
    let customer =
        deal.map_or_else(|| rng.below(counts.tables[CUSTOMER]), |deal| counts.customer_of(deal));
    let member = counts.owner_of(customer);
    let date = day(on);
    let mut text =
        format!("type: {}\non: {date}\n", rng.pick(&["call", "visit", "wechat", "email", "demo"]));
    line!(text, "customer: {}", company(customer).1);
    if let Some(deal) = deal {
        line!(text, "opportunity: {}", counts.deal_id(deal));
    }
    line!(
        text,
        "member: {}\npurpose: {}",
        person(member).1,
        rng.pick(&["follow_up", "revisit", "care"])
    );
    if rng.percent(10) {
        line!(text, "content: |-\n  {}\n  {}", rng.pick(&TALKS), rng.pick(&TALKS));
    } else {
        line!(text, "content: {}", rng.pick(&TALKS));
    }
    if rng.percent(25) {
        line!(text, "feedback: \"{}\"", rng.pick(&TALKS));
    }
    if rng.percent(50) {
        line!(
            text,
            "next: {{on: {}, what: {}}}",
            date.add_days(1 + rng.below(30) as i64),
            rng.pick(&STEPS)
        );
    }
    line!(text, "{}", entered(on, counts, member));
    let folder = format!("{}/{:02}/{:03}", date.year(), date.month(), at / FOLDER);
    let short = date.to_string().replace('-', "");
    let id = format!("act-{}-{}{}", &short[2..], code(at), code(rng.below(1 << 20)));
    (format!("activities/{folder}/{id}.yaml"), text)
}

pub(super) fn next(text: &mut String, rng: &mut Rng, before: &str) {
    line!(
        text,
        "{before}next:\n  on: {}\n  what: {}",
        day(DAYS + rng.below(40) as i64),
        rng.pick(&STEPS)
    );
}

pub(super) fn entered(on: i64, counts: &Counts, by: usize) -> String {
    let minute = (on as usize * 37 + by * 11) % 540;
    let by = person(by % counts.tables[MEMBER]).1;
    format!(
        "entered: {{at: {}T{:02}:{:02}:00+08:00, by: {by}}}",
        day(on),
        9 + minute / 60,
        minute % 60
    )
}

// Counted from the first day of the book.
pub(super) fn day(at: i64) -> Date {
    let last = Date::parse_iso(AS_OF).unwrap_or(Date::MIN);
    last.add_days(at - DAYS)
}
