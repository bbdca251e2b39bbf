{{%AUTOESCAPE context="HTML"}}
# 投诉举报件
number text 13 编号
kind_name text 12 种类
matter_name text 20 事项
state_name text 16 状态
urgent integer 6 紧急（1＝是）
place text 28 机构或地点
street_name text 16 街镇
department_name text 22 主办单位
handler_name text 10 经办人
received_at moment 17 收到
due_day day 12 最晚（日期）
over integer 6 超期（1＝是）
supervised integer 6 督办（1＝是）
reopened integer 8 不认可次数
finding_name text 22 结论
closed_at moment 17 办结
changed_at moment 17 最近变化
