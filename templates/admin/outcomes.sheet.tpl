{{%AUTOESCAPE context="HTML"}}
# 结果公示
case_number text 13 件号
facility_name text 28 机构
street_name text 16 街镇
matter_name text 20 事由
verdict_name text 16 结论
found_on day 12 查实日期
state_name text 16 状态
answer_until moment 17 陈述期限
answered_at moment 17 收到陈述
prepared_by_name text 10 拟稿
approved_by_name text 10 审批
approved_at moment 17 审批时间
changed_at moment 17 最近变动
