-- What is done with cases, by clerk and by the office.

-- name: case_last maybe
select number from cases where substr(number, 1, 5) = :prefix order by number desc limit 1

-- name: case_open none
insert into cases (number, receipt_lookup, kind, facility_code, place, story, wish, happened, going_on, anonymous, reply_by, state, lane,
	quarantined, sent_at, received_at, stopped_days, outcome, split_from, handler, review_not_by, street_code, changed_at)
values (:number, :receipt_lookup, :kind, :facility_code, :place, :story, :wish, :happened, :going_on, :anonymous, :reply_by, :state, :lane,
	:quarantined, :sent_at, :received_at, 0, '', :split_from, '', '', :street_code, :changed_at)

-- name: case_one maybe
select number, receipt_lookup, kind, facility_code, place, state, received_at, accepted_at, decided_at, suspended_at, stopped_days,
	closed_at, outcome, handler, review_not_by, street_code, matter, urgency, supervised, split_from, merged_into, reject_ground,
	passed_to, reopened, revision, erased_at, held_at,
	(select count(*) from case_request r where r.case_number = number and r.what = 'EXTENSION' and r.granted = 1) as extended
from cases where number = :number

-- name: case_put none
update cases set kind = :kind, state = :state, accepted_at = :accepted_at, decided_at = :decided_at, suspended_at = :suspended_at,
	stopped_days = :stopped_days, closed_at = :closed_at, outcome = :outcome, handler = :handler, review_not_by = :review_not_by,
	street_code = :street_code, matter = :matter, urgency = :urgency, supervised = :supervised, merged_into = :merged_into,
	reject_ground = :reject_ground, passed_to = :passed_to, reopened = :reopened, revision = revision + 1, changed_at = :changed_at
where number = :number

-- What a letter said, for another case of the same letter.
-- name: case_words maybe
select receipt_lookup, kind, facility_code, place, story, wish, happened, going_on, anonymous, reply_by, lane, quarantined, sent_at, received_at,
	street_code
from cases where number = :number

-- A message of the reporter is news for whoever is about to decide.
-- A message of the reporter. When all has ended it is to be found among what is open.
-- name: case_receipt_touched none
update cases set revision = revision + 1, said_after_at = case when closed_at is not null and not exists (select 1 from cases o
	where o.receipt_lookup = cases.receipt_lookup and o.closed_at is null) then cast(:at as bigint) else said_after_at end
where receipt_lookup = :receipt_lookup

-- A message to the reporter: the form of before is not taken again.
-- name: case_touched none
update cases set revision = revision + 1 where number = :case_number

-- What the reporter wrote after the end is answered, of all cases of the receipt.
-- name: case_answered none
update cases set said_after_at = null where receipt_lookup = :receipt_lookup and said_after_at is not null

-- name: case_merged_list many
select number from cases where merged_into = :number and state = 'MERGED' order by number

-- name: case_of_receipt many
select c.number, c.kind, c.facility_code, coalesce(f.name, '') as facility_name, c.place, c.state, c.outcome, c.received_at,
	(select count(*) from cases m where m.merged_into = c.number) as merged
from cases c left join facility f on f.code = c.facility_code
where c.receipt_lookup = :receipt_lookup order by c.number

-- name: case_facility maybe
select code, name, coalesce(street_code, '') as street_code from facility where code = :code

-- name: case_step_put none
insert into case_step (case_number, position, at, from_state, to_state, note, reason, actor, who)
values (:case_number, (select count(*) + 1 from case_step where case_number = :case_number), :at, :from_state, :to_state, :note, :reason,
	:actor, :who)

-- name: case_step_list many
select at, to_state, note from case_step where case_number = :case_number order by position

-- The row of a rule that is valid on a day; a district's own setting goes before the city's, the city's before the nation's.
-- name: case_rule maybe
select value from rule
where key = :key and effective_from <= :day and (effective_to is null or effective_to >= :day)
order by
@most_local_first
limit 1

-- name: case_term maybe
select code from term where list = :list and code = :code

-- Whether a kind may end with a finding: a kind's own list, or all when it has none.
-- name: case_verdict maybe
select code from term where code = :code and (list = 'verdict_' || :kind
	or (list = 'verdict' and not exists (select 1 from term o where o.list = 'verdict_' || :kind)))

-- name: finding_put none
insert into finding (case_number, position, verdict, passed_to, text, made_at, made_by)
values (:case_number, (select coalesce(max(position), 0) + 1 from finding where case_number = :case_number), :verdict, :passed_to, :text,
	:made_at, :made_by)

-- name: finding_newest maybe
select position, verdict, passed_to, text, made_at, made_by from finding where case_number = :case_number order by position desc limit 1

-- name: case_message_put none
insert into case_message (receipt_lookup, position, case_number, at, sender, text, who)
values (:receipt_lookup, :position, :case_number, :at, :sender, :text, :who)

-- name: case_message_last one
select coalesce(max(position), 0) as position, coalesce(sum(case when sender = 'reporter' and position > (select coalesce(max(o.position), 0)
	from case_message o where o.receipt_lookup = :receipt_lookup and o.sender = 'office') then 1 else 0 end), 0) as unanswered
from case_message where receipt_lookup = :receipt_lookup

-- What may not stand as a message of its own becomes a part of the reporter's newest, while that is not too long.
-- name: case_message_add none
update case_message set text = text || :text where receipt_lookup = :receipt_lookup and sender = 'reporter' and length(text) < :most
	and position = (select max(position) from case_message o where o.receipt_lookup = :receipt_lookup)

-- The newest two hundred, and how many there are before them.
-- name: case_message_list many
select position, at, sender, text from (select position, at, sender, text from case_message
	where receipt_lookup = :receipt_lookup order by position desc limit 200) newest
order by position

-- name: case_message_count one
select count(*) as messages from case_message where receipt_lookup = :receipt_lookup

-- name: case_message_files many
select message, declared, size from case_file where receipt_lookup = :receipt_lookup and message is not null order by message, position

-- name: rating_put none
insert into rating (case_number, position, at, solved, stars, text)
values (:case_number, (select count(*) + 1 from rating where case_number = :case_number), :at, :solved, :stars, :text)

-- name: receipt_put none
insert into receipt (lookup, envelope, mailbox_key, opening, stamp, said_kind, said_split, created_at)
values (:lookup, :envelope, :mailbox_key, :opening, :stamp, :said_kind, :said_split, :created_at)

-- name: receipt_one maybe
select lookup, envelope, mailbox_key, opening, stamp, erased_at from receipt where lookup = :lookup

-- What was chosen in the letter of a receipt, as it was last sent.
-- name: receipt_choices maybe
select r.said_kind, r.said_split, c.kind, c.going_on, c.reply_by, c.anonymous, (select count(*) from cases o where o.receipt_lookup = r.lookup) as cases
from receipt r join cases c on c.number = (select min(number) from cases where receipt_lookup = r.lookup)
where r.lookup = :lookup

-- name: receipt_choices_put none
update receipt set said_kind = :said_kind, said_split = :said_split where lookup = :lookup

-- name: case_choices_put none
update cases set going_on = :going_on, reply_by = :reply_by, anonymous = :anonymous where receipt_lookup = :lookup

-- An emergency that was told later is urgent in what is still open of its receipt.
-- name: case_urgent_put none
update cases set urgency = 'URGENT' where receipt_lookup = :lookup and closed_at is null

-- name: case_contact_forget none
delete from case_contact where receipt_lookup = :lookup

-- name: term_name maybe
select name from term where list = :list and code = :code

-- name: receipt_stamp none
update receipt set stamp = :stamp where lookup = :lookup

-- The newest takes the place of the one before.
-- name: case_contact_put none
insert into case_contact (receipt_lookup, sealed) values (:receipt_lookup, :sealed)
on conflict (receipt_lookup) do update set sealed = excluded.sealed

-- name: case_reporter_named none
update cases set anonymous = 0 where receipt_lookup = :receipt_lookup and anonymous <> 0

-- name: mailbox_seq one
select coalesce(max(changed_seq), 0) + 1 as seq from mailbox

-- name: mailbox_put none
insert into mailbox (lookup, sealed, changed_seq, changed_at) values (:lookup, :sealed, :changed_seq, :changed_at)
on conflict (lookup) do update set sealed = excluded.sealed, changed_seq = excluded.changed_seq, changed_at = excluded.changed_at

-- What the public reads of the case, for the reporter to see.
-- name: outcome_of_case maybe
select code, facility_code, approved_at from outcome where case_number = :case_number and state = 'PUBLISHED'

