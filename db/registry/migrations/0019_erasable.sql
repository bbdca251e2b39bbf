-- What else is kept no longer than its rule says.

-- A reason of the audit holds words about people. Of one that is not empty the chain holds this hash, SHA-256 of salt and text: text and salt can be
-- erased when their case is, and the chain still fits. Of a row of before that, and of one without a reason, both are null and the chain holds the text.
alter table audit add column reason_hash blob;
alter table audit add column reason_salt blob;                         -- 16 random bytes; null with a hash: the reason was erased

create index envelope_aside_at on envelope_aside (set_aside_at);
