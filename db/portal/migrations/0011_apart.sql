-- What takes children, and what guides parents only: the list tells them apart, and counts them apart.
alter table listing add column gives_care integer not null default 1;
