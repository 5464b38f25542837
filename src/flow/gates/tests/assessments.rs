//! Assessments that lack what a gate asks for, and such as have it.

use super::{Case, Files};

const A: &str = "assessments/p.yaml";
const CHIEF: (&str, &str) = ("members/wang-fang.yaml", "name: 王芳\nrole: sales_supervisor\n");
const BOSS: (&str, &str) = ("members/zhao-min.yaml", "name: 赵敏\nrole: sales_manager\n");

const OF_THREE: Files = &[
    CHIEF,
    BOSS,
    (
        A,
        "period: 2026-10\nmember: li-wei\ncompiled_by: he-fang\nreviewed_by: wang-fang\n\
         decided_by: zhao-min\n",
    ),
];
// Nobody else holds the role.
const ALONE: Files = &[
    BOSS,
    (
        A,
        "period: 2026-10\nmember: li-wei\ncompiled_by: zhao-min\nreviewed_by: zhao-min\n\
         decided_by: zhao-min\n",
    ),
];

pub(super) const CASES: &[Case] = &[
    // ITS-4.3.1, TEL-6.1.4, TEL-6.1.5, OPS-8.2.1: figures, and scores for what is judged.
    Case {
        gate: "assessment-complete",
        lacking: &[(
            A,
            "period: 2026-10\nmember: li-wei\nlines:\n  - {criterion: results, weight: 90, rate: 1}\n  \
             - {criterion: teamwork, weight: 10, kpi: task_completion_rate, actual: 100, rate: 1}\n",
        )],
        says: &[[
            "teamwork has neither a target with a figure nor a score",
            "“团队协作”既没有可比较的目标，也没有评分",
            "salesops set assessment/p scores+=teamwork:1-5:TEXT",
        ]],
        content: &[&[(
            A,
            "period: 2026-10\nmember: li-wei\nlines:\n  - {criterion: results, weight: 90, rate: 1}\n  \
             - {criterion: teamwork, weight: 10}\nscores:\n  - {criterion: teamwork, score: 4}\n",
        )]],
    },
    // ITS-4.3.1: who compiled it does not review it while there is another.
    Case {
        gate: "assessment-checked",
        lacking: &[
            CHIEF,
            BOSS,
            (
                A,
                "period: 2026-10\nmember: li-wei\ncompiled_by: wang-fang\nreviewed_by: wang-fang\n",
            ),
        ],
        says: &[[
            "wang-fang has taken a step before; another takes this one (zhao-min)",
            "wang-fang 已办理前一步骤；此步骤应由他人办理 (zhao-min)",
            "salesops assessment review assessment/p --as MEMBER",
        ]],
        content: &[OF_THREE, ALONE],
    },
    // ITS-4.3.3: the manager, and nobody of themselves.
    Case {
        gate: "assessment-decided",
        lacking: &[
            CHIEF,
            BOSS,
            (A, "period: 2026-10\nmember: li-wei\nreviewed_by: zhao-min\ndecided_by: wang-fang\n"),
        ],
        says: &[[
            "it is for a sales manager or above",
            "应由销售经理及以上办理",
            "salesops assessment decide assessment/p --as MEMBER",
        ]],
        content: &[OF_THREE, ALONE],
    },
    Case {
        gate: "assessment-decided",
        lacking: &[BOSS, (A, "period: 2026-10\nmember: zhao-min\ndecided_by: zhao-min\n")],
        says: &[[
            "nobody judges themselves; somebody else does",
            "不得考核自己；应由他人办理",
            "salesops assessment decide assessment/p --as MEMBER",
        ]],
        content: &[OF_THREE],
    },
    // ITS-4.3.3
    Case {
        gate: "assessment-judged",
        lacking: &[(A, "period: 2026-10\nmember: li-wei\nby_score: pass\nresult: excellent\n")],
        says: &[[
            "it is not said why the result differs from the total's",
            "未说明结果为何与总分不一致",
            "salesops set assessment/p judgement=TEXT",
        ]],
        content: &[
            &[(A, "period: 2026-10\nmember: li-wei\nby_score: pass\nresult: pass\n")],
            &[(
                A,
                "period: 2026-10\nmember: li-wei\nby_score: pass\nresult: excellent\n\
                 judgement: 带教两名新人\n",
            )],
        ],
    },
];
