{{%AUTOESCAPE context="HTML"}}
这不是全部：一共 {{TOTAL}} 家，分成 {{PARTS}} 个文件，这是第 {{PART}} 个。下一个文件：
