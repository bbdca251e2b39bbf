-- Nothing of a person is kept longer than its rule says (case.kept_years and the others whose unit is a time to keep): clerk erases it, and
-- what stays is number, kind, dates, steps and finding, so that figures stay what they were.
alter table receipt add column erased_at integer;                      -- its letter, files, messages and mailbox key are gone; null: not yet
alter table cases add column erased_at integer;                        -- with its receipt
-- While a case is held it is not erased, nor is the letter it came with: a court, an inspector or a review may still ask for it.
alter table cases add column held_at integer;                          -- null: not held
alter table cases add column held_by text not null default '';         -- account
alter table cases add column hold_reason text not null default '';
alter table account add column erased_at integer;                      -- disabled so long ago that its person's name is gone
create index cases_closed on cases (closed_at) where erased_at is null;
