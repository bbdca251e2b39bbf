{{%AUTOESCAPE context="HTML"}}
# 分组
name text 28 名称
received integer 8 收到
answered integer 8 已答复
on_time integer 8 按时答复
late integer 8 晚答复
overdue integer 10 超期没答复
not_due integer 8 没到期限
withdrawn integer 10 答复前撤回
turned_away integer 12 不予受理或转出
no_limit integer 10 没有答复期限
on_time_share share 9 按时率（按时÷按时、晚、超期没答之和）
on_time_share_sum text 10 按时率怎么算的
reopened integer 8 答复后不认可
reopened_share share 9 不认可率（÷已答复）
reopened_share_sum text 10 不认可率怎么算的
true_share share 9 属实率（属实÷属实、不属实之和）
true_share_sum text 10 属实率怎么算的
quarter integer 12 四分之一在几个工作日内答复
median integer 12 一半在几个工作日内答复（空＝没到一半）
three_quarters integer 12 四分之三在几个工作日内答复
waiting integer 8 现在在办
waiting_overdue integer 8 其中超期
# 每月
month text 10 月份
received integer 8 收到
answered integer 10 第一次答复
waiting integer 10 月底待答复
# 等了多久
age_from integer 12 等了工作日，从
age_to integer 12 到（空＝更久）
waiting integer 8 件数
overdue integer 8 其中超期
