-- How many facilities of each kind there are is counted whenever an edition is opened: of a million, by this in milliseconds.
create index listing_kind on listing (kind);
