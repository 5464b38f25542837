//! The gates of leads: what must hold before one is given to a member (OPS-2.4), and before it gets
//! a customer file (ITS-3.1.2; domain table (d)).

use super::{Check, Gate};
use crate::base::text::Label;

const ASSIGNING: Label = Label::new("a lead is assigned", "分配线索");

/// The lead is graded.
pub static GRADED: Gate = Gate {
    name: "lead-graded",
    label: Label::new("lead graded", "线索已评级"),
    doc: Label::new(
        "A lead is graded before it is assigned: its grade says to whom it may go and until when it is contacted (OPS-2.4.1).",
        "线索评级后才能分配：等级决定可分配给谁、何时首次接触（OPS-2.4.1）。",
    ),
    clauses: &["OPS-2.4.1", "OPS-2.3.1", "TEL-3.1.2"],
    waivable: true,
    check: Check::Command(ASSIGNING),
};

/// The member has a place free.
pub static CAPACITY: Gate = Gate {
    name: "lead-capacity",
    label: Label::new("free places", "线索余量"),
    doc: Label::new(
        "Who gets a lead has fewer open leads than `assign.max_open_leads` (OPS-2.4.1).",
        "得到线索的成员，其未结线索少于 `assign.max_open_leads`（OPS-2.4.1）。",
    ),
    clauses: &["OPS-2.4.1"],
    waivable: true,
    check: Check::Command(ASSIGNING),
};

/// The member's role is high enough for a high lead.
pub static RANK: Gate = Gate {
    name: "lead-rank",
    label: Label::new("rank for high leads", "高等级线索的岗位"),
    doc: Label::new(
        "A high lead goes to the role `assign.high_grade_min_role` or one above (OPS-2.4.1).",
        "高等级线索分配给 `assign.high_grade_min_role` 或以上岗位（OPS-2.4.1）。",
    ),
    clauses: &["OPS-2.4.1"],
    waivable: true,
    check: Check::Command(ASSIGNING),
};

/// The member works the lead's territory.
pub static TERRITORY: Gate = Gate {
    name: "lead-territory",
    label: Label::new("territory of the lead", "线索所属区域"),
    doc: Label::new(
        "A lead goes to a member of its territory, or of the team that works it; e-commerce is free (DEV-REG-1).",
        "线索分配给所属区域的成员或负责该区域的团队；电子商务不受限制（DEV-REG-1）。",
    ),
    clauses: &["DEV-REG-1", "OPS-2.4.1"],
    waivable: true,
    check: Check::Command(ASSIGNING),
};

/// The lead is worth a customer file.
pub static CUSTOMER_FILE: Gate = Gate {
    name: "customer-file",
    label: Label::new("customer file", "建立客户档案"),
    doc: Label::new(
        "A lead that gets a customer file is graded `customer.create_min_lead_grade` or better (ITS-3.1.2).",
        "建立客户档案的线索，其等级不低于 `customer.create_min_lead_grade`（ITS-3.1.2）。",
    ),
    clauses: &["ITS-3.1.2"],
    waivable: true,
    check: Check::Command(Label::new("a lead is converted", "转化线索")),
};
