-- Who runs several facilities is found by the name and by the credit code, the smallest of the other at once.
create index facility_operator on facility (operator, uscc);
create index facility_uscc on facility (uscc, operator);
