-- Days off and make-up workdays, so that anyone can count working days.
create table workday (day text primary key, works integer not null, name text not null, notice text not null) strict;
