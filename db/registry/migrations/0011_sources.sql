-- What a limit rests on is the city's rule, not the text of a street of another district that happens to cite it: receipts show it.
update rule set source = replace(source, '，据静安区大宁路街道12345热线办理办法（2019-12-04公布）', '');
update case_deadline set source = replace(source, '，据静安区大宁路街道12345热线办理办法（2019-12-04公布）', '');
