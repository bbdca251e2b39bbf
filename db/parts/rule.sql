-- Parts of queries that packs of several programs share (tools/sqlpack puts them into each). Here: which row of a rule counts.

-- Of the rows of a rule that are valid on a day the district's own goes before its city's or province's, that before the nation's (CN), and of one
-- place the newest. A place is CN, the letters of a city or province (SH), or an administrative code: 310107 lies in 310000, which is also written 31,
-- so the zeros at its end say nothing, and the longer one is the smaller place. The letters and the code of one place (SH, 31) are not both used; if
-- they are, it is at least always the same one that counts.
-- part: most_local_first
	case jurisdiction when 'CN' then 0 else length(rtrim(jurisdiction, '0')) end desc, jurisdiction desc, effective_from desc
