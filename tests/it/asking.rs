//! What a command lacks is asked for: by a script in this process, and through a pseudo-terminal.

use std::collections::VecDeque;

use salesops::cli::{self, Ask, Env};

use crate::support::{Book, Ran, SMALL, TODAY};

/// Answers from a list, and what was shown before each; after the last the person stops.
struct Script {
    answers: VecDeque<String>,
    shown: Vec<String>,
}

impl Ask for Script {
    fn line(&mut self, shown: &str) -> Option<String> {
        self.shown.push(shown.to_owned());
        self.answers.pop_front()
    }
}

fn asked(book: &Book, line: &str, answers: &[&str]) -> (Ran, Vec<String>) {
    let home = book.home().display().to_string();
    let vars = ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"];
    let mut vars: Vec<(String, String)> =
        vars.iter().map(|name| ((*name).to_owned(), home.clone())).collect();
    vars.push(("SALESOPS_MEMBER".to_owned(), "li-wei".to_owned()));
    let env = Env { vars, folder: book.root(), ..Env::default() };
    let line = format!("salesops --as-of {TODAY} {line}");
    let answers = answers.iter().map(|answer| (*answer).to_owned()).collect();
    let mut script = Script { answers, shown: Vec::new() };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let words = line.split(' ').map(Into::into);
    let code = cli::run_asking(words, &env, &mut out, &mut err, Some(&mut script)) as i32;
    let text = |bytes| String::from_utf8(bytes).unwrap();
    assert!(script.answers.is_empty() || code == 2, "not asked: {:?}", script.answers);
    (Ran { out: text(out), err: text(err), code }, script.shown)
}

const DEAL: &str = "opportunities/acme-7k3q.yaml";

#[test]
fn a_deal_is_moved_on_by_answers() {
    let book = Book::small();
    let answers = ["7", "4", "3", "", ""];
    // Seven is no score: the reason comes at once, not when all is answered.
    let (ran, shown) = asked(&book, "advance acme-7k3q", &answers);
    let ran = ran.exits(0);
    assert!(ran.err.contains("still missing: 5"), "{}", ran.err);
    // One diff of all, before one write.
    assert_eq!(ran.err.matches("+++ b/opportunities").count(), 1, "{}", ran.err);
    assert!(ran.out.contains("interested → needs confirmed"), "{}", ran.out);
    assert!(shown[0].starts_with("the feasibility is not judged: feasibility"), "{shown:?}");
    let deal = book.text(DEAL);
    for part in ["probability: 20", "grade: ", "stage: needs_confirmed", "return: 3"] {
        assert!(deal.contains(part), "{part}: {deal}");
    }
    assert!(book.text("customers/acme.yaml").contains("decision_role: decision_maker"));
    // One command to take back.
    book.run("undo").exits(0);
    assert_eq!(book.text(DEAL), SMALL.last().unwrap().1);
    assert!(book.run("undo").exits(2).err.contains("nothing more"));
}

#[test]
fn an_answer_that_cannot_be_read_is_asked_again_with_the_reason() {
    let book = Book::small();
    let (ran, shown) = asked(&book, "advance acme-7k3q", &["high", "4", "three", "3"]);
    ran.exits(2);
    assert_eq!(shown[1], "`high` is not a whole number\n");
    assert_eq!(shown[3], "`three` is not a whole number\n");
    assert_eq!(book.text(DEAL), SMALL.last().unwrap().1);
}

#[test]
fn who_stops_has_changed_nothing() {
    let book = Book::small();
    let before = book.files();
    for line in [
        "advance acme-7k3q",
        "add customer",
        "add",
        "log",
        "lose acme-7k3q",
        "suspend acme-7k3q",
        "win acme-7k3q",
    ] {
        let answers: &[&str] = if line.starts_with("suspend") { &[] } else { &["1"] };
        for answers in [&[], answers] {
            let (ran, _) = asked(&book, line, answers);
            let ran = ran.exits(2);
            assert!(ran.err.contains("stopped; nothing was changed"), "{line}: {}", ran.err);
        }
        assert!(book.files() == before, "{line}");
    }
}

#[test]
fn a_new_record_is_asked_for_what_the_policy_demands() {
    let book = Book::small();
    let answers = ["customer", "辉煌机械", "2", "赵六", "C35", ""];
    let (ran, shown) = asked(&book, "add", &answers[..1]);
    ran.exits(2);
    assert!(
        shown[0].contains("customer") && shown[1].starts_with("a new customer: name"),
        "{shown:?}"
    );
    let (ran, shown) = asked(&book, "add customer owner=me", &answers[1..5]);
    ran.exits(0);
    assert!(shown[1].contains("sme"), "{shown:?}");
    let text = book.text("customers/huihuangjixie.yaml");
    for part in ["name: 辉煌机械\ntype: sme", "name: 赵六", "industry: C35"] {
        assert!(text.contains(part), "{text}");
    }
    // An empty answer passes over what only the policy asks for.
    let (ran, _) = asked(&book, "add customer", &["Globex", "", "", ""]);
    assert_eq!(ran.exits(0).err.matches("is missing").count(), 3);
}

#[test]
fn closing_asks_why() {
    let book = Book::small();
    let (ran, shown) = asked(&book, "lose acme-7k3q", &["cheap", "价格", ""]);
    assert_eq!(ran.code, 0, "{}", ran.all());
    assert!(shown[0].contains("3  price"), "{shown:?}");
    assert!(shown[1].starts_with("`cheap` is none of"), "{shown:?}");
    assert!(book.text(DEAL).contains("lost_reason: price"));
    let book = Book::small();
    asked(&book, "suspend acme-7k3q", &["next year"]).0.exits(0);
    assert!(book.text(DEAL).contains("reason: next year"));
}

#[test]
fn an_activity_is_asked_for_piece_by_piece() {
    let book = Book::small();
    let (ran, shown) = asked(&book, "log --next +3wd", &["1", "acme-7k3q", "wants a demo, soon"]);
    ran.exits(0);
    assert!(shown[0].contains("1  call"), "{shown:?}");
    let said = book.run("list activity type:call --column content").exits(0).out;
    assert!(said.contains("wants a demo, soon"), "{said}");
}

#[test]
fn several_records_are_a_choice() {
    let book = Book::small();
    book.put(
        "opportunities/acme-9x9x.yaml",
        "customer: acme\nname: Acme CRM\nsource: exhibition\nstage: potential\nowner: li-wei\nmoves:\n  - {on: 2026-11-09, by: li-wei, stage: potential}\n",
    );
    let (ran, shown) = asked(&book, "suspend acme --reason later", &["9", "2"]);
    assert!(ran.exits(0).out.contains("acme-9x9x"));
    assert!(shown[0].contains("1  opportunity/acme-7k3q  Acme ERP"), "{shown:?}");
    assert_eq!(shown[1], "choose one by its number\n");
}

#[test]
fn without_input_the_whole_list_comes_at_once() {
    let book = Book::small();
    let (ran, shown) = asked(&book, "advance acme-7k3q --no-input", &[]);
    let ran = ran.exits(1);
    assert!(shown.is_empty() && ran.err.contains("5 things are missing"), "{}", ran.err);
    let (ran, shown) = asked(&book, "log --no-input", &[]);
    assert!(shown.is_empty());
    ran.exits(2);
}

#[test]
fn many_changes_are_made_after_a_yes() {
    let book = Book::small();
    let line = "set opportunity --where stage:interested need_clarity=clear";
    for (answer, code) in [("", 0), ("no", 0), ("maybe", 2)] {
        let (ran, _) = asked(&book, line, &[answer]);
        ran.exits(code);
        assert_eq!(book.text(DEAL), SMALL.last().unwrap().1);
    }
    asked(&book, line, &["yes"]).0.exits(0);
    assert!(book.text(DEAL).contains("need_clarity: clear"));
    // What only one of two arguments can supply is the parser's matter.
    asked(&book, "set", &[]).0.exits(2);
}

// ---- Through a pseudo-terminal ----

#[cfg(unix)]
mod terminal {
    use std::process::Command;

    use rexpect::session::{PtySession, spawn_command};

    use super::{Book, DEAL, SMALL, TODAY};

    fn start(book: &Book, line: &str) -> PtySession {
        let mut command = Command::new(env!("CARGO_BIN_EXE_salesops"));
        command.args(line.split(' ')).args(["--as-of", TODAY]).current_dir(book.root());
        command.env_clear().env("TERM", "xterm").env("LC_ALL", "C.UTF-8").env("HOME", book.home());
        command.env("XDG_STATE_HOME", book.home()).env("SALESOPS_MEMBER", "li-wei");
        command
            .env("SALESOPS_LANG", "zh")
            .env("PATH", std::env::var_os("PATH").unwrap_or_default());
        spawn_command(command, Some(20_000)).unwrap()
    }

    // The library reads each byte as a character.
    fn expect(session: &mut PtySession, text: &str) {
        let bytes: String = text.bytes().map(char::from).collect();
        session.exp_string(&bytes).unwrap();
    }

    fn answer(session: &mut PtySession, question: &str, answer: &str) {
        expect(session, question);
        session.exp_string("> ").unwrap();
        session.send(answer).unwrap();
        session.send("\r").unwrap();
        session.flush().unwrap();
    }

    // How a process ended is a type of a library that is not at hand: `Exited(Pid(1), 2)`.
    fn code(session: PtySession) -> i32 {
        let ended = format!("{:?}", session.process().wait().unwrap());
        let code = ended.strip_prefix("Exited(").and_then(|rest| rest.rsplit(' ').next());
        code.and_then(|code| code.trim_end_matches(')').parse().ok())
            .unwrap_or_else(|| panic!("{ended}"))
    }

    #[test]
    fn advance() {
        let book = Book::small();
        let mut session = start(&book, "advance acme-7k3q");
        answer(&mut session, "可行性", "５");
        answer(&mut session, "回报", "好\u{7f}4");
        answer(&mut session, "成交概率", "");
        answer(&mut session, "决策", "1");
        expect(&mut session, "意向客户 → 需求确认");
        session.exp_eof().unwrap();
        assert_eq!(code(session), 0);
        let deal = book.text(DEAL);
        assert!(deal.contains("feasibility: 5\n  return: 4\n  probability: 20"), "{deal}");
    }

    #[test]
    fn add() {
        let book = Book::small();
        let mut session = start(&book, "add");
        answer(&mut session, "customer  客户", "客户");
        answer(&mut session, "客户名称", "杭州星星有限公司");
        answer(&mut session, "客户类型", "中小企业");
        answer(&mut session, "联系人", "张三丰\u{7f}峰");
        answer(&mut session, "行业", "C39");
        expect(&mut session, "已新建 customer/hangzhouxingxing");
        session.exp_eof().unwrap();
        assert_eq!(code(session), 0);
        let text = book.text("customers/hangzhouxingxing.yaml");
        assert!(text.contains("name: 张三峰") && text.contains("owner: li-wei"), "{text}");
    }

    #[test]
    fn win() {
        let book = Book::small();
        let deal = SMALL.last().unwrap().1.replace("amount: 480000.00\n", "");
        book.put(DEAL, deal.replace("type: new", "type: new\ngrade: B"));
        let mut session = start(&book, "win acme-7k3q");
        answer(&mut session, "金额", "四十八");
        answer(&mut session, "不是金额", "48万");
        answer(&mut session, "可行性", "5");
        answer(&mut session, "回报", "5");
        answer(&mut session, "成交概率", "90");
        answer(&mut session, "决策", "");
        answer(&mut session, "上限", "50万");
        answer(&mut session, "步骤", "老板批");
        answer(&mut session, "痛点", "慢");
        answer(&mut session, "预期目标", "一天");
        answer(&mut session, "确认人", "Grace Liu");
        answer(&mut session, "有效做法", "演示");
        expect(&mut session, "：赢单");
        session.exp_eof().unwrap();
        assert_eq!(code(session), 0);
        let deal = book.text(DEAL);
        for part in ["outcome: won", "amount: 480000", "confirmed_by: c-7k3q", "worked: 演示"] {
            assert!(deal.contains(part), "{part}: {deal}");
        }
    }

    #[test]
    fn lose() {
        let book = Book::small();
        let mut session = start(&book, "lose acme-7k3q");
        answer(&mut session, "为何输单", "3");
        answer(&mut session, "有效做法", "");
        expect(&mut session, "：输单");
        session.exp_eof().unwrap();
        assert_eq!(code(session), 0);
        assert!(book.text(DEAL).contains("lost_reason: price"));
    }

    #[test]
    fn log() {
        let book = Book::small();
        let mut session = start(&book, "log");
        answer(&mut session, "wechat", "微信");
        answer(&mut session, "销售机会、客户", "acme-7k3q");
        answer(&mut session, "内容", "－－要求报价，周五前！");
        expect(&mut session, "已记录 activity/");
        session.exp_eof().unwrap();
        assert_eq!(code(session), 0);
        let said = book.run("list activity type:wechat --column content").exits(0).out;
        assert!(said.contains("－－要求报价，周五前！"), "{said}");
    }

    #[test]
    fn control_c_changes_nothing() {
        let book = Book::small();
        let before = book.files();
        for line in ["advance acme-7k3q", "add customer", "log", "lose acme-7k3q"] {
            let mut session = start(&book, line);
            session.exp_string("> ").unwrap();
            session.send("半句").unwrap();
            session.send_control('c').unwrap();
            expect(&mut session, "已中止，没有任何改动");
            session.exp_eof().unwrap();
            assert_eq!(code(session), 2, "{line}");
            assert!(book.files() == before, "{line}");
        }
    }
}

// OPS-4.1.1: what the entry stage asks for, then what the policy demands of a customer.
#[test]
fn a_lead_is_converted_by_answers() {
    let book = Book::small();
    book.put(
        "leads/lead-1.yaml",
        "name: 恒锐机械\ncontact:\n  name: 周建平\nsource: exhibition\nneed: 三条产线要上 MES\n\
         grade: high\nowner: li-wei\nnext: {on: 2026-11-24, what: 上门}\n",
    );
    book.put("activities/act-9.yaml", "type: call\non: 2026-11-20\nlead: lead-1\nmember: li-wei\n");
    let answers = ["要求报价", "稼动率", "", "2027-01-31", "2", "C35"];
    let (ran, shown) = asked(&book, "convert lead-1", &answers);
    let ran = ran.exits(0);
    assert!(shown[0].starts_with("what shows the customer's interest is missing"), "{shown:?}");
    assert!(shown[2].contains("who competes?"), "{shown:?}");
    assert_eq!(ran.err.matches("+++ b/leads").count(), 1, "{}", ran.err);
    let lead = book.text("leads/lead-1.yaml");
    assert!(
        lead.contains("status: converted") && lead.contains("opportunity: hengruijixie-"),
        "{lead}"
    );
    let customer = book.text("customers/hengruijixie.yaml");
    assert!(customer.contains("type: sme") && customer.contains("industry: C35"), "{customer}");
    // One command to take back.
    book.run("undo").exits(0);
    assert!(!book.root().join("customers/hengruijixie.yaml").exists());
    let (ran, _) = asked(&book, "convert lead-1", &["要求报价"]);
    assert!(ran.exits(2).err.contains("stopped; nothing was changed"));
}
