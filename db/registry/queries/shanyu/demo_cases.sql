-- The demonstration's cases, known by their lane.

-- Facilities a case can be about: where children are looked after.
-- name: demo_case_facilities many
select f.code, f.name, f.meals from facility f where exists (select 1 from programme p where p.facility_code = f.code) order by f.code

-- name: demo_case_lead maybe
select d.department, case when t.kind = 'STREET' then 1 else 0 end as is_street from case_dispatch d join department t on t.code = d.department
where d.case_number = :case_number and d.part = 'LEAD' and d.round = (select max(n.round) from case_dispatch n where n.case_number = :case_number)

-- name: demo_case_state one
select state, revision from cases where number = :number

-- Outcomes whose case is over and done with, in the order of their findings: codes are random, cases are not.
-- name: demo_outcome_drafts many
select o.code, o.case_number from outcome o join cases c on c.number = o.case_number
where c.lane = 'demo' and o.state = 'DRAFT' and c.state = 'CLOSED' order by o.prepared_at, o.case_number

-- name: demo_outcome_case one
select story, closed_at from cases where number = :number

-- Whether an account may approve nothing of a case: it made a finding of it.
-- name: demo_outcome_barred one
select count(*) as findings from finding where case_number = :case_number and made_by = :who

-- name: demo_outcome_ready many
select o.code, o.case_number, o.changed_at from outcome o join cases c on c.number = o.case_number
where c.lane = 'demo' and o.state = 'READY' order by o.changed_at, o.case_number

-- name: demo_full_name maybe
select full_name from account where name = :name

-- name: demo_cases_forget_outcomes none
delete from outcome where case_number in (select number from cases where lane = 'demo')
-- name: demo_cases_forget_mailboxes none
delete from mailbox where lookup in (select receipt_lookup from cases where lane = 'demo')
-- name: demo_cases_forget_contacts none
delete from case_contact where receipt_lookup in (select receipt_lookup from cases where lane = 'demo')
-- name: demo_cases_forget_messages none
delete from case_message where receipt_lookup in (select receipt_lookup from cases where lane = 'demo')
-- name: demo_cases_forget none
delete from cases where lane = 'demo'
-- name: demo_cases_forget_receipts none
delete from receipt where not exists (select 1 from cases c where c.receipt_lookup = receipt.lookup)

-- A case of others: then the demonstration's numbers would stand between them.
-- name: demo_case_stranger maybe
select number from cases where lane <> 'demo' order by number limit 1
