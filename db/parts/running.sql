-- Which limits run: not met, not counted from a step still to come (projected), and none that only says how far another can be moved (bound). While
-- its clock stands still one does not run, unless it was over before: standing still takes nothing back. d is deadline.
-- part: running
	d.met_at is null and d.projected = 0 and d.bound = 0 and (d.suspended_at is null or d.until < d.suspended_at)
