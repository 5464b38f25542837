//! What shells are told when they ask what may stand at the cursor.

use std::process::{Command, Stdio};

use crate::support::{Book, Ran, SMALL};

/// What fish is told for a line, whose last word is where the cursor is.
fn asked(book: &Book, line: &str) -> String {
    let words: Vec<&str> =
        ["salesops", "--", "salesops"].into_iter().chain(line.split(' ')).collect();
    let ran = book.run_inside(&words, &[("COMPLETE", "fish")]).exits(0);
    assert_eq!(ran.err, "", "{line}");
    ran.out
}

fn values(book: &Book, line: &str) -> Vec<String> {
    let told = asked(book, line);
    told.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[test]
fn what_may_be_typed_is_offered() {
    let book = Book::example();
    for (line, offered) in [
        ("ad", "add advance"),
        ("推", "推进"),
        ("add cus", "customer"),
        ("add 客", "客户"),
        ("add customer type=d", "type=dealer"),
        ("add customer 客户类型=经", "客户类型=经销商"),
        ("add customer tags.it", "tags.it_staff="),
        ("add opportunity needs.b", "needs.budget."),
        ("set acme-zhongguo contacts.c-q", "contacts.c-qf6v."),
        ("set acme-zhongguo contacts.c-qf6v.ph", "contacts.c-qf6v.phone="),
        ("set acme-zhongguo owner=li-", "owner=li-wei"),
        ("set acme-zhongguo owner=李", "owner=李伟"),
        ("show hangzhouz", "hangzhouzhiyunfangzhi hangzhouzhiyunfangzhi-tb4y"),
        ("show zhiyunf", "hangzhouzhiyunfangzhi hangzhouzhiyunfangzhi-tb4y"),
        ("show customer/hzzyfz", "customer/hangzhouzhiyunfangzhi"),
        ("advance hzzy", "hangzhouzhiyunfangzhi-tb4y"),
        ("adv hangzh", "hangzhouzhiyunfangzhi-tb4y"),
        ("list opportunity stage:neg", "stage:negotiation"),
        ("list opportunity sta", "stage:"),
        ("list customer not:owner:li-", "not:owner:li-wei"),
        ("list opportunity customer.ind", "customer.industry:"),
        ("list opportunity customer.industry:C39", "customer.industry:C39"),
        ("set acme-zhongguo industry=C39", "industry=C39"),
        ("list opportunity 客户.行业", "客户.行业: 客户.细分行业:"),
        ("list opportunity 客户.行业:食", "客户.行业:农副食品加工业 客户.行业:食品制造业"),
        ("list opportunity 客户.客户类型:经", "客户.客户类型:经销商"),
        ("list opportunity owner.role:sales_r", "owner.role:sales_rep"),
        ("list opportunity mana", "manager:"),
        ("list opportunity 上级:赵", "上级:赵敏"),
        ("list opportunity expected_close:this-q", "expected_close:this-quarter"),
        ("list customer credit.o", "credit.overdue:"),
        ("list customer tags.it", "tags.it_staff:"),
        ("list opportunity not:customer.owner:li-", "not:customer.owner:li-wei"),
        ("list opportunity --column customer.ind", "customer.industry"),
        ("list opportunity --sort 客户.行政", "客户.行政区划代码"),
        ("set customer --where 行业:C39 own", "owner: owner="),
        ("set customer --where owner:li-", "owner:li-wei"),
        ("set customer note=x --where 负责人:李", "负责人:李伟"),
        ("set customer type=d", "type=dealer"),
        ("set --where cust", "customer"),
        ("set 销售机", "销售机会"),
        ("grade oppor", "opportunity"),
        ("grade lead --where sour", "source:"),
        ("grade lead --where not:来源:展", "not:来源:行业展会"),
        ("grade lead --where id:any --to hi", "high"),
        ("report fu", "funnel"),
        ("report wins --by man", "manager"),
        ("report wins --by customer.indu", "customer.industry"),
        ("report wins --by month+owner.tea", "month+owner.team"),
        ("report wins --by 月+客户.行业", "月+客户.行业 月+客户.细分行业"),
        ("report wins --period this-m", "this-month"),
        ("explain tag-un", "tag-undefined"),
        ("clause OPS-4.1.2", "OPS-4.1.2"),
        ("policy stage.sol", "stage.solution"),
        ("--as li-", "li-wei"),
        ("log wec", "wechat"),
        ("advance x --to nego", "negotiation"),
        ("lose x --reason pri", "price"),
        ("lose x --reason 价", "价格"),
        ("completions f", "fish"),
        ("check --format sa", "sarif"),
        ("list --forma", "--format"),
        ("log call x y --next tom", "tomorrow"),
        ("log call x y --next today tom", ""),
    ] {
        assert_eq!(values(&book, line).join(" "), offered, "{line}");
    }
}

#[test]
fn saved_queries_are_offered_by_name() {
    let book = Book::small();
    book.put("views/hot.toml", "kind = \"opportunity\"\nquery = \"amount:1万..\"\nzh = \"大单\"\n");
    book.put("views/home.toml", "kind = \"customer\"\nquery = \"owner:me\"\n");
    for (line, offered) in [
        ("list vi", "view:"),
        ("list 视", "视图:"),
        ("list view:ho", "view:home view:hot"),
        ("export view:hom", "view:home"),
        ("list view:hot sta", "stage:"),
        ("list view:home indu", "industry:"),
        ("list opportunity vie", "view:"),
        ("list opportunity view:", "view:hot"),
        ("list opportunity not:view:h", "not:view:hot"),
        ("list opportunity 视图:大", "视图:大单"),
        ("list customer view:h", "view:home"),
        ("report wins view:", "view:hot"),
        ("set customer --where view:h", "view:home"),
        ("grade opportunity --where id:any view:h", "view:hot"),
    ] {
        assert_eq!(values(&book, line).join(" "), offered, "{line}");
    }
    // bash parts words at the colon, zsh does not.
    for (shell, words, told) in [
        ("bash", &["set", "customer", "--where", "owner", ":", "li"][..], "li-wei\n"),
        ("bash", &["list", "view", ":", "ho"], "home\nhot\n"),
        ("zsh", &["list", "view:hot"], "view:hot\t大单\n"),
        ("zsh", &["set", "customer", "--where", "owner:li"], "owner:li-wei\t李伟\n"),
    ] {
        let words = [&["salesops", "--", "salesops"], words].concat();
        let vars = [("COMPLETE", shell), ("SALESOPS_LANG", "zh")];
        assert_eq!(book.run_inside(&words, &vars).exits(0).out, told, "{shell} {words:?}");
    }
}

#[test]
fn a_name_leads_to_the_id() {
    let book = Book::example();
    let words = ["salesops", "--", "salesops", "show", "customer/织云"];
    for shell in ["zsh", "bash"] {
        let told = book.run_inside(&words, &[("COMPLETE", shell)]).exits(0).out;
        assert!(told.starts_with("customer/hangzhouzhiyunfangzhi"), "{shell}: {told}");
    }
    let told = book.run_inside(&words, &[("COMPLETE", "zsh")]).out;
    assert_eq!(told, "customer/hangzhouzhiyunfangzhi\t杭州织云纺织有限公司\n");
    // PowerShell gives the word at the cursor beside the others.
    let vars = [("COMPLETE", "powershell"), ("COMPLETE_WORD", "customer/织云")];
    assert_eq!(book.run_inside(&words[..4], &vars).out, told);
}

#[test]
fn without_a_book_or_with_a_broken_one_nothing_is_said() {
    let none = Book::none();
    for line in ["show a", "advance 星", "set x owner=", "list customer owner:"] {
        assert_eq!(asked(&none, line), "", "{line}");
    }
    let broken = Book::of(&[
        ("salesops.toml", "format = [[[\n"),
        ("customers/acme.yaml", "name: [\n"),
        ("members/li-wei.yaml", "\u{1}"),
    ]);
    assert_eq!(values(&broken, "show acm"), ["acme"]);
    let newer = Book::of(SMALL);
    newer.put("salesops.toml", "format = 99\n");
    assert_eq!(asked(&newer, "show acm"), "");
    // No line makes it fail.
    for line in
        ["", " ", "-", "--", "= =", "set acme a.b.c=", "add x y", "show /", "show -- a", "x y z"]
    {
        asked(&newer, line);
        asked(&Book::small(), line);
    }
}

#[test]
fn the_word_that_bash_parts_is_put_together_again() {
    let book = Book::small();
    let ask = |words: &[&str], vars: &[(&str, &str)]| {
        let words: Vec<&str> =
            ["salesops", "--", "salesops"].iter().chain(words).copied().collect();
        let vars: Vec<(&str, &str)> = [("COMPLETE", "bash")].iter().chain(vars).copied().collect();
        book.run_inside(&words, &vars).exits(0).out
    };
    assert_eq!(ask(&["set", "acme", "owner", "=", "li"], &[]), "li-wei\n");
    assert_eq!(ask(&["set", "acme", "owner", "="], &[]), "me\nann-lee\nli-wei\n");
    assert_eq!(ask(&["list", "opportunity", "stage", ":", "neg"], &[]), "negotiation\n");
    // Several that do not begin with what is typed: it stays among them, and so at the cursor.
    assert_eq!(ask(&["show", "艾克米"], &[]), "acme\n");
    let listed = ask(&["show", "acm"], &[("COMPLETE_TYPE", "63")]);
    assert_eq!(listed, "acme  (Acme Tools · customer)\nacme-7k3q  (Acme ERP · opportunity)\n");
}

// ---- The shells themselves, where they are installed ----

fn shell(name: &str, args: &[&str], book: &Book) -> Option<Ran> {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_salesops"));
    let folder = program.parent().unwrap();
    let mut command = Command::new(name);
    let path = std::env::var("PATH").unwrap_or_default();
    command.args(args).env("PATH", format!("{}:{path}", folder.display()));
    command.env("HOME", book.home()).env("LC_ALL", "C.UTF-8").current_dir(book.root());
    command.stdin(Stdio::null()).output().ok().map(|output| Ran::of(&output))
}

#[cfg(unix)]
#[test]
fn bash_completes() {
    let book = Book::small();
    let script = "eval \"$(salesops completions bash)\"; COMP_WORDS=(salesops set acme owner = l); \
                  COMP_CWORD=5; COMP_TYPE=9; _salesops salesops l owner; printf '%s\\n' \"${COMPREPLY[@]}\"; \
                  complete -p salesops";
    let Some(ran) = shell("bash", &["--norc", "-c", script], &book) else {
        return eprintln!("skipped: there is no bash here");
    };
    let ran = ran.exits(0);
    assert!(ran.out.starts_with("li-wei\n"), "{}", ran.all());
    assert!(ran.out.contains("-F _salesops salesops"), "{}", ran.all());
}

#[cfg(unix)]
#[test]
fn fish_completes() {
    let book = Book::small();
    let script = "salesops completions fish | source; complete -C 'salesops show acme-'";
    let Some(ran) = shell("fish", &["--no-config", "-c", script], &book) else {
        return eprintln!("skipped: there is no fish here");
    };
    assert_eq!(ran.exits(0).out, "acme-7k3q\tAcme ERP · opportunity\n");
}

#[cfg(unix)]
#[test]
fn zsh_takes_the_script() {
    let book = Book::small();
    let script =
        "compdef() { print $1 $2 }; source <(salesops completions zsh); whence -w _salesops";
    let Some(ran) = shell("zsh", &["-f", "-c", script], &book) else {
        return eprintln!("skipped: there is no zsh here");
    };
    assert_eq!(ran.exits(0).out, "_salesops salesops\n_salesops: function\n");
}
