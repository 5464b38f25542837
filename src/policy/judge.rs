//! What is wrong in a policy although every value has its type.

use super::clause::PACKS;
use super::lists::Names;
use super::ordered::Ordered;
use super::raw::Raw;
use super::scoring;
use crate::base::decimal::Decimal;
use crate::base::finding::Level;
use crate::base::route::Route;
use crate::model::assessment::Scheme;
use crate::say;
use crate::text::fault::Fault;

impl Raw {
    /// What is wrong although every value has its type.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.lang != "en" && self.lang != "zh" {
            faults.push(bad("lang", &self.lang, "en, zh"));
        }
        let packs: Vec<&str> = PACKS.iter().map(|(_, key, _)| *key).collect();
        for pack in self.packs.iter().filter(|pack| !packs.contains(&pack.as_str())) {
            faults.push(bad("packs", pack, &packs.join(", ")));
        }
        for key in self.stages.iter().filter(|key| !self.stage.contains_key(key)) {
            faults.push(undescribed("stages", "stage", key));
        }
        for key in self.tracks.iter().filter(|key| !self.track.contains_key(key)) {
            faults.push(undescribed("tracks", "track", key));
        }
        faults.extend(self.list_faults());
        for key in self.care.festivals.iter().filter(|key| !self.festival.contains_key(key)) {
            faults.push(undescribed("care.festivals", "festival", key));
        }
        for (key, festival) in self.festival.iter() {
            if let Some(day) = festival.bad_day() {
                faults.push(bad(&format!("festival.{key}.on"), day, "2026-02-17, 10-01"));
            }
        }
        for (key, stage) in self.stage.iter().filter(|(_, s)| !(0..=100).contains(&s.probability)) {
            let given = stage.probability.to_string();
            faults.push(bad(&format!("stage.{key}.probability"), &given, "0 – 100"));
        }
        faults.extend(self.scoring_faults());
        faults.extend(self.quality_faults());
        for key in self.bonus.unreadable() {
            faults.push(bad("bonus.bands", key, ">=90, 75-89, <60"));
        }
        let levels = self.rules.iter().map(|(rule, level)| (format!("rules.{rule}"), level));
        let own = ("territory.check".to_owned(), &self.territory.check);
        for (route, level) in levels.chain([own]) {
            if level != "off" && Level::parse(level).is_none() {
                faults.push(bad(&route, level, "error, warning, note, off"));
            }
        }
        faults
    }

    // Keys of other lists that these do not have.
    fn list_faults(&self) -> Vec<Fault> {
        let one = std::slice::from_ref::<String>;
        let (lead, assign) = (&self.lead, &self.assign);
        let from: Vec<String> = lead.opportunity_source.keys().cloned().collect();
        let to: Vec<String> = lead.opportunity_source.values().cloned().collect();
        let assess = &self.assess;
        let lists: [(&str, &[String], &Ordered<Names>); 23] = [
            ("audit.roles", &self.audit.roles, &self.role),
            ("supervision.roles", &self.supervision.roles, &self.role),
            ("training.plan_topics", &self.training.plan_topics, &self.topic),
            ("career.ladder", &self.career.ladder, &self.role),
            ("assess.review_role", one(&assess.review_role), &self.role),
            ("assess.decide_role", one(&assess.decide_role), &self.role),
            ("assess.roles.tel", &assess.roles.tel, &self.role),
            ("assess.roles.its", &assess.roles.its, &self.role),
            ("assess.roles.ops", &assess.roles.ops, &self.role),
            ("territory.transfer_role", one(&self.territory.transfer_role), &self.role),
            ("opp.close_a_role", one(&self.opp.close_a_role), &self.role),
            ("assign.high_grade_min_role", one(&assign.high_grade_min_role), &self.role),
            ("assign.by_role", one(&assign.by_role), &self.role),
            ("assign.roles", &assign.roles, &self.role),
            ("call.telesales_roles", &self.call.telesales_roles, &self.role),
            ("proposal.organiser_min_role", one(&self.proposal.organiser_min_role), &self.role),
            ("negotiation.lead_min_role", one(&self.negotiation.lead_min_role), &self.role),
            ("contract.distribute_to", &self.contract.distribute_to, &self.department),
            ("contract.distribute_to_min", &self.contract.distribute_to_min, &self.department),
            ("lead.prescreen_sources", &lead.prescreen_sources, &self.lead_source),
            ("lead.referral_sources", &lead.referral_sources, &self.lead_source),
            ("lead.opportunity_source", &from, &self.lead_source),
            ("lead.opportunity_source", &to, &self.source),
        ];
        let mut faults = Vec::new();
        if !self.stages.contains(&self.opp.entry_stage) {
            faults.push(bad("opp.entry_stage", &self.opp.entry_stage, &self.stages.join(", ")));
        }
        for (route, keys, list) in lists {
            for key in keys.iter().filter(|key| !list.contains_key(key)) {
                let known: Vec<&str> = list.iter().map(|(key, _)| key.as_str()).collect();
                faults.push(bad(route, key, &known.join(", ")));
            }
        }
        faults
    }

    // Shares beyond the whole, and days that run backwards.
    fn quality_faults(&self) -> Vec<Fault> {
        let (tag, audit, refresh) = (&self.tag, &self.audit, &self.refresh);
        let mut faults = Vec::new();
        let (none, hundred) = (Decimal::ZERO, Decimal::from_int(100));
        if tag.quality_weight < none || tag.quality_weight >= hundred {
            faults.push(bad("tag.quality_weight", &tag.quality_weight.to_string(), "0 – 99"));
        }
        if audit.sample_ratio <= none || audit.sample_ratio > Decimal::from_int(1) {
            faults.push(bad("audit.sample_ratio", &audit.sample_ratio.to_string(), "0.01 – 1"));
        }
        let days = [
            ("audit.fix_within_days", audit.fix_within_days),
            ("notice.fix_days", self.notice.fix_days),
            ("supervision.every_days", self.supervision.every_days),
            ("refresh.customer_days", refresh.customer_days),
            ("refresh.opportunity_days", refresh.opportunity_days),
            ("refresh.product_days", refresh.product_days),
            ("refresh.member_days", refresh.member_days),
        ];
        for (route, days) in days.into_iter().filter(|(_, days)| !(1..=3660).contains(days)) {
            faults.push(bad(route, &days.to_string(), "1 – 3660"));
        }
        faults
    }

    fn scoring_faults(&self) -> Vec<Fault> {
        let (lead, opp, customer) = (&self.lead, &self.opp, &self.customer);
        let of_members = &self.assign.weights;
        let of_lead = &lead.weights;
        let of_customer = &customer.grade_weights;
        let mut faults = Vec::new();
        faults.extend(scoring::weights(
            "lead.weights",
            &[of_lead.fit, of_lead.intent, of_lead.value],
        ));
        faults.extend(scoring::weights(
            "customer.grade_weights",
            &[of_customer.frequency, of_customer.amount, of_customer.potential],
        ));
        faults.extend(scoring::weights(
            "assign.weights",
            &[of_members.expertise, of_members.load, of_members.rest],
        ));
        for scheme in Scheme::CHOICES.iter().filter_map(|choice| Scheme::parse(choice.key)) {
            let weights = self.assess.weights(scheme);
            let weights: Vec<i64> = weights.into_iter().map(|(_, weight)| weight).collect();
            let route = format!("assess.weights_{}", scheme.key());
            faults.extend(scoring::weights(&route, &weights));
        }
        faults.extend(scoring::weights("capacity.weights", &self.capacity.weights.in_order()));
        faults.extend(scoring::cuts("lead.cut_high", lead.cut_high, lead.cut_mid));
        faults.extend(scoring::cuts("customer.cut_A", customer.cut_a, customer.cut_b));
        if opp.prob_a_above < opp.prob_c_below {
            let least = opp.prob_c_below.to_string();
            let given = opp.prob_a_above.to_string();
            faults.push(bad("opp.prob_a_above", &given, &format!("{least} – 1")));
        }
        let tables = [
            ("lead.points.fit", &lead.points.fit, false, scoring::MOST),
            ("lead.points.intent", &lead.points.intent, false, scoring::MOST),
            ("lead.points.value", &lead.points.value, false, scoring::MOST),
            ("customer.points.frequency", &customer.points.frequency, true, scoring::MOST),
            ("customer.points.amount", &customer.points.amount, true, scoring::MOST),
            ("customer.points.potential", &customer.points.potential, false, scoring::MOST),
            ("opp.points", &opp.points, false, 100),
        ];
        for (route, lines, measured, most) in tables {
            faults.extend(scoring::table(route, lines, measured, most));
        }
        faults
    }
}

fn bad(route: &str, given: &str, allowed: &str) -> Fault {
    let message =
        say!(en: "`{given}` is none of {allowed}", zh: "`{given}` 不在可选值之内：{allowed}");
    Fault { route: Route::parse(route), ..Fault::at("bad-value", 0, 0, message) }
}

fn undescribed(list: &str, table: &str, key: &str) -> Fault {
    let message = say!(
        en: "`{key}` has no table `[{table}.{key}]`",
        zh: "`{key}` 没有对应的表 `[{table}.{key}]`"
    );
    Fault { route: Route::name(list), ..Fault::at("bad-value", 0, 0, message) }
}
