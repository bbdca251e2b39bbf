-- Of which import a place is, and which of its rows: "SOURCE:KEY" as of facilities; '' = put by the demonstration.
alter table place add column source_key text not null default '';
create index place_source_key on place (source_key);
