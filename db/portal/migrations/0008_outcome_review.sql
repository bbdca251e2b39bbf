-- Whether the finding still stands: '' it does, UNDER_REVIEW, CHANGED.
alter table outcome add column review text not null default '';
