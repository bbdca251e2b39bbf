{{%AUTOESCAPE context="HTML"}}
# 审计
seq integer 8 序号
at moment 18 时间
account text 14 账号
full_name text 12 姓名
role text 14 角色
action text 24 做了什么
subject text 18 对象
detail text 50 改了什么
reason text 40 理由
request_id text 20 请求编号
