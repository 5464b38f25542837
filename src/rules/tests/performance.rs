//! Rules about targets, assessments and what follows from them.

use super::Case;

pub(super) const CASES: &[Case] = &[
    // DEV-SOP-1: one that is changed later says from when.
    Case {
        rule: "target-repeated",
        files: &[
            (
                "targets/2026-11-li-wei.yaml",
                "period: 2026-11\nmember: li-wei\ngoals:\n  - {kpi: sales_amount, value: 1}\n",
            ),
            (
                "targets/x.yaml",
                "period: 2026-11\nmember: li-wei\ngoals:\n  - {kpi: new_customers, value: 2}\n  \
                 - {kpi: sales_amount, value: 2}\n",
            ),
        ],
        en: "error target-repeated targets/x.yaml:5:11 target/2026-11-li-wei has a target for sales amount already",
        zh: "error target-repeated targets/x.yaml:5:11 target/2026-11-li-wei 已有销售额目标",
        near: &[
            (
                "targets/2026-11-li-wei.yaml",
                "period: 2026-11\nmember: li-wei\ngoals:\n  - {kpi: sales_amount, value: 1}\n  \
                 - {kpi: sales_amount, value: 2, since: 2026-12-01, reason: x}\n",
            ),
            (
                "targets/2026-q4-li-wei.yaml",
                "period: 2026-q4\nmember: li-wei\ngoals:\n  - {kpi: sales_amount, value: 1}\n",
            ),
            (
                "targets/t.yaml",
                "period: 2026-11\nteam: a\ngoals:\n  - {kpi: sales_amount, value: 1}\n",
            ),
            ("targets/c.yaml", "period: 2026-11\ngoals:\n  - {kpi: sales_amount, value: 1}\n"),
        ],
    },
    // OPS-1.3.1
    Case {
        rule: "target-unclear",
        files: &[(
            "targets/a.yaml",
            "period: 2026-11\nmember: li-wei\nteam: north\ngoals:\n  - {kpi: order_count, value: 1}\n",
        )],
        en: "error target-unclear targets/a.yaml:3:7 is it the member's or the team's?",
        zh: "error target-unclear targets/a.yaml:3:7 这是成员目标还是团队目标？",
        near: &[(
            "targets/a.yaml",
            "period: 2026-11\nteam: north\ngoals:\n  - {kpi: order_count, value: 1}\n",
        )],
    },
    // ITS-4.3.3, OPS-8.2.1: the total rests on what stands in the file, whatever the records say.
    Case {
        rule: "assessment-differs",
        files: &[(
            "assessments/a.yaml",
            "period: 2026-11\nmember: li-wei\nlines:\n  - {criterion: results, weight: 60, rate: 1}\n  \
             - {criterion: results, weight: 60, rate: 0.5}\n  - {criterion: skill, weight: 40}\n\
             scores:\n  - {criterion: skill, score: 2}\n  - {criterion: skill, score: 4}\n\
             status: reviewed\ntotal: 77.01\n",
        )],
        en: "error assessment-differs assessments/a.yaml:11:8 figures and scores come to 77.00",
        zh: "error assessment-differs assessments/a.yaml:11:8 各项数据与评分合计为 77.00",
        near: &[(
            "assessments/a.yaml",
            "period: 2026-11\nmember: li-wei\nlines:\n  - {criterion: results, weight: 60, rate: 1}\n  \
             - {criterion: results, weight: 60, rate: 0.5}\n  - {criterion: skill, weight: 40}\n\
             scores:\n  - {criterion: skill, score: 2}\n  - {criterion: skill, score: 4}\n\
             status: reviewed\ntotal: 77.00\n",
        )],
    },
    // ITS-4.3.1, ITS-4.3.3
    Case {
        rule: "assessment-by-two",
        files: &[(
            "assessments/a.yaml",
            "period: 2026-11\nmember: li-wei\nstatus: final\ncompiled_by: wang-fang\n\
             reviewed_by: wang-fang\ndecided_by: boss\n",
        )],
        en: "note assessment-by-two assessments/a.yaml:5:14 wang-fang took an earlier step of it too",
        zh: "note assessment-by-two assessments/a.yaml:5:14 wang-fang 也办理了前面的步骤",
        near: &[(
            "assessments/a.yaml",
            "period: 2026-11\nmember: li-wei\nstatus: final\ncompiled_by: he-fang\n\
             reviewed_by: wang-fang\ndecided_by: boss\n",
        )],
    },
    // ITS-4.2, TEL-6.2: the fifth of the next month is in time.
    Case {
        rule: "assessment-late",
        files: &[("assessments/a.yaml", "period: 2026-10\nmember: li-wei\nstatus: reviewed\n")],
        en: "warning assessment-late assessments/a.yaml:3:9 it is still reviewed; it was to be decided by 2026-11-05",
        zh: "warning assessment-late assessments/a.yaml:3:9 仍为“已审核”，应在 2026-11-05 前确定",
        near: &[
            ("assessments/a.yaml", "period: 2026-10\nmember: li-wei\nstatus: final\n"),
            ("assessments/b.yaml", "period: 2026-11\nmember: li-wei\n"),
        ],
    },
    // ITS-4.2, TEL-6.2: since the first month that was assessed; supervisors have no table.
    Case {
        rule: "assessment-missing",
        files: &[
            (
                "members/new.yaml",
                "name: 新人\nemail: new@example.com\nrole: sales_rep\njoined_on: 2026-10-31\n",
            ),
            (
                "members/late.yaml",
                "name: 后来\nemail: late@example.com\nrole: sales_rep\njoined_on: 2026-11-01\n",
            ),
            ("assessments/a.yaml", "period: 2026-08\nmember: li-wei\nstatus: final\n"),
            ("assessments/b.yaml", "period: 2026-10\nmember: li-wei\nstatus: final\n"),
        ],
        en: "warning assessment-missing members/li-wei.yaml:1:7 not assessed for 2026-09\n\
             warning assessment-missing members/new.yaml:1:7 not assessed for 2026-10",
        zh: "warning assessment-missing members/li-wei.yaml:1:7 没有 2026-09 的考核\n\
             warning assessment-missing members/new.yaml:1:7 没有 2026-10 的考核",
        near: &[
            (
                "targets/a.yaml",
                "period: 2026-11\nmember: li-wei\ngoals:\n  - {kpi: order_count, value: 1}\n",
            ),
            ("targets/b.yaml", "period: 2026-10\ngoals:\n  - {kpi: order_count, value: 1}\n"),
        ],
    },
    // ITS-4.4.3, OPS-8.2.2
    Case {
        rule: "coaching-missing",
        files: &[(
            "assessments/a.yaml",
            "period: 2026-10\nmember: li-wei\nstatus: final\nresult: fail\ndecided_on: 2026-11-10\n",
        )],
        en: "warning coaching-missing assessments/a.yaml:4:9 no coaching plan 11 days after the result; 10 are allowed",
        zh: "warning coaching-missing assessments/a.yaml:4:9 结果确定 11 天后仍没有辅导计划，期限为 10 天",
        near: &[
            (
                "assessments/a.yaml",
                "period: 2026-10\nmember: li-wei\nstatus: final\nresult: fail\ndecided_on: 2026-11-11\n",
            ),
            (
                "assessments/b.yaml",
                "period: 2026-09\nmember: li-wei\nstatus: final\nresult: fail\ndecided_on: 2026-10-05\n\
                 coaching:\n  items:\n    - 跟访五次\n",
            ),
            (
                "assessments/c.yaml",
                "period: 2026-08\nmember: li-wei\nstatus: final\nresult: pass\ndecided_on: 2026-09-05\n",
            ),
        ],
    },
    // OPS-8.2.2: in a row, without a month between.
    Case {
        rule: "failures-in-a-row",
        files: &[
            (
                "assessments/a.yaml",
                "period: 2026-10\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
            (
                "assessments/b.yaml",
                "period: 2026-09\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
            (
                "assessments/c.yaml",
                "period: 2026-08\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
        ],
        en: "note failures-in-a-row assessments/a.yaml:4:9 failed 3 times in a row: to be handled by company rules",
        zh: "note failures-in-a-row assessments/a.yaml:4:9 连续 3 次不合格：按公司规定处理",
        near: &[
            (
                "assessments/a.yaml",
                "period: 2026-10\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
            (
                "assessments/b.yaml",
                "period: 2026-09\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
            (
                "assessments/c.yaml",
                "period: 2026-07\nmember: li-wei\nstatus: final\nresult: fail\n",
            ),
        ],
    },
    // ITS-6.3.1, OPS-2.1.2: equal figures share an award; another month is another one.
    Case {
        rule: "award-repeated",
        files: &[
            (
                "awards/a.yaml",
                "type: sales_champion_month\nperiod: 2026-10\nwinner: li-wei\nvalue: 5\non: 2026-11-04\n",
            ),
            (
                "awards/b.yaml",
                "type: sales_champion_month\nperiod: 2026-10\nwinner: wang-fang\nvalue: 4\non: 2026-11-04\n",
            ),
        ],
        en: "warning award-repeated awards/b.yaml:1:7 the award is given twice: award/a is the same one",
        zh: "warning award-repeated awards/b.yaml:1:7 同一奖项颁发了两次：另见 award/a",
        near: &[
            (
                "awards/a.yaml",
                "type: sales_champion_month\nperiod: 2026-10\nwinner: li-wei\nvalue: 5\non: 2026-11-04\n",
            ),
            (
                "awards/b.yaml",
                "type: sales_champion_month\nperiod: 2026-10\nwinner: wang-fang\nvalue: 5\non: 2026-11-04\n",
            ),
            (
                "awards/c.yaml",
                "type: sales_champion_month\nperiod: 2026-09\nwinner: li-wei\nvalue: 5\non: 2026-11-04\n",
            ),
        ],
    },
    // OPS-8.3.2, OPS-1.1
    Case {
        rule: "decision-overdue",
        files: &[(
            "meetings/a.yaml",
            "type: review\non: 2026-11-02\ndecisions:\n  - {what: 更新模板, who: li-wei, due: 2026-11-20}\n  \
             - {what: 走访老客户}\n",
        )],
        en: "warning decision-overdue meetings/a.yaml:4:12 overdue since 2026-11-20\n\
             warning decision-overdue meetings/a.yaml:5:12 nobody is to do it",
        zh: "warning decision-overdue meetings/a.yaml:4:12 自 2026-11-20 起逾期\n\
             warning decision-overdue meetings/a.yaml:5:12 没有责任人",
        near: &[(
            "meetings/a.yaml",
            "type: review\non: 2026-11-02\ndecisions:\n  - {what: 更新模板, who: li-wei, due: 2026-11-21}\n  \
             - {what: 走访老客户, due: 2026-11-10, done: 2026-11-12}\n",
        )],
    },
    // OPS-8.3.2, DEV-KA-10: seven days; by the end of the next month.
    Case {
        rule: "meeting-overdue",
        files: &[
            ("meetings/a.yaml", "on: 2026-11-06\nteam: north\n"),
            ("meetings/b.yaml", "on: 2026-11-13\nteam: north\n"),
            ("meetings/c.yaml", "type: key_account_monthly\non: 2026-09-01\n"),
        ],
        en: "note meeting-overdue meetings/b.yaml:1:5 the next meeting (of the team) was due on 2026-11-20\n\
             note meeting-overdue meetings/c.yaml:2:5 the next meeting (monthly, of key accounts) was due on 2026-10-31",
        zh: "note meeting-overdue meetings/b.yaml:1:5 下一次团队例会应在 2026-11-20 前召开\n\
             note meeting-overdue meetings/c.yaml:2:5 下一次大客户月度例会应在 2026-10-31 前召开",
        near: &[
            ("meetings/a.yaml", "on: 2026-11-14\nteam: north\n"),
            ("meetings/b.yaml", "type: sharing\non: 2026-10-22\n"),
            ("meetings/c.yaml", "type: key_account_monthly\non: 2026-10-01\n"),
            ("meetings/d.yaml", "type: review\non: 2026-01-01\n"),
        ],
    },
    // TEL-7.2.1, TEL-7.2.2, TEL-7.2.3, TEL-7.2.4
    Case {
        rule: "training-incomplete",
        files: &[
            (
                "trainings/a.yaml",
                "topic: negotiation\nmode: one_on_one\non: 2026-11-03\nattendees:\n  - li-wei\n",
            ),
            ("trainings/b.yaml", "topic: product\non: 2026-11-03\n"),
            (
                "trainings/c.yaml",
                "topic: industry\nmode: online\non: 2026-11-03\nattendees:\n  - li-wei\n",
            ),
            (
                "trainings/d.yaml",
                "topic: communication\nmode: practice\non: 2026-11-03\nattendees:\n  - li-wei\n",
            ),
        ],
        en: "warning training-incomplete trainings/a.yaml:1:8 the coach is missing\n\
             warning training-incomplete trainings/a.yaml:1:8 the problem is missing\n\
             warning training-incomplete trainings/b.yaml:1:8 who took part is missing\n\
             warning training-incomplete trainings/c.yaml:1:8 the course is missing\n\
             warning training-incomplete trainings/d.yaml:1:8 the task or deal is missing",
        zh: "warning training-incomplete trainings/a.yaml:1:8 缺少辅导人\n\
             warning training-incomplete trainings/a.yaml:1:8 缺少针对的问题\n\
             warning training-incomplete trainings/b.yaml:1:8 缺少参训人\n\
             warning training-incomplete trainings/c.yaml:1:8 缺少课程\n\
             warning training-incomplete trainings/d.yaml:1:8 缺少任务或机会",
        near: &[
            ("trainings/a.yaml", "topic: product\non: 2026-12-03\n"),
            (
                "trainings/b.yaml",
                "topic: negotiation\nmode: one_on_one\ncoach: wang-fang\nproblem: 让价太快\non: 2026-11-03\n\
                 attendees:\n  - li-wei\n",
            ),
        ],
    },
    // ITS-6.1.1, DEV-SOP-3: a seminar elsewhere is none of ours.
    Case {
        rule: "training-overdue",
        files: &[
            ("trainings/a.yaml", "topic: product\non: 2026-10-21\nattendees:\n  - li-wei\n"),
            (
                "trainings/b.yaml",
                "topic: product\nform: seminar\non: 2026-11-20\nattendees:\n  - li-wei\n",
            ),
            ("trainings/c.yaml", "topic: product\non: 2026-12-01\n"),
        ],
        en: "note training-overdue trainings/a.yaml:2:5 the last internal training was 31 days ago; one every 30 days",
        zh: "note training-overdue trainings/a.yaml:2:5 距最近一次内部培训已 31 天；应每 30 天一次",
        near: &[("trainings/a.yaml", "topic: product\non: 2026-10-22\nattendees:\n  - li-wei\n")],
    },
    // TEL-7.1.1, TEL-7.1.2: what is planned counts; years that are over are as they are.
    Case {
        rule: "training-plan-gap",
        files: &[
            ("trainings/a.yaml", "topic: product\non: 2026-10-21\nattendees:\n  - li-wei\n"),
            ("trainings/b.yaml", "topic: industry\non: 2026-12-01\n"),
        ],
        en: "note training-plan-gap trainings/b.yaml:2:5 2026 has no training in sales skill, communication",
        zh: "note training-plan-gap trainings/b.yaml:2:5 2026 年没有销售技能、沟通技巧培训",
        near: &[
            ("trainings/a.yaml", "topic: product\non: 2026-10-21\nattendees:\n  - li-wei\n"),
            ("trainings/b.yaml", "topic: industry\non: 2026-12-01\n"),
            ("trainings/c.yaml", "topic: sales_skill\non: 2026-12-02\n"),
            ("trainings/d.yaml", "topic: communication\non: 2026-12-03\n"),
            ("trainings/e.yaml", "topic: communication\non: 2025-12-03\nattendees:\n  - li-wei\n"),
        ],
    },
];
