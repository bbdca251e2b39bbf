-- The network of streets to walk on: see the registry's table of this name.
create table walk_tile (code text primary key, walks text not null) strict;
