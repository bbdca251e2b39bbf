-- What the letter says of a file, beside what clerk measured: the two are the same unless something changed on the way, or somebody lied.
alter table case_file add column declared_type text not null default '';       -- '' not said
alter table case_file add column declared_size integer;                         -- bytes; null not said
alter table case_file add column declared_sha256 text not null default '';     -- hex; '' not said
