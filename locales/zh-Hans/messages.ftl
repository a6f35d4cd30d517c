## Answers
did-you-mean = 你想问的是不是：
unknown = 我不知道，我的资料里没有这个问题的答案。可以换个说法，用 /topics 看看我能回答什么，或者问问群里的朋友。
nothing-here = 这里还没有内容。
too-long = 问题太长了，请控制在 { NUMBER($most) } 个字符以内。
related = 相关：
sources = 来源：
source-details = （{ $details }）
as-of = 内容截至 { $date }。
warning = ⚠ { $text }
outdated = 其中部分内容已经过时。
disputed = 这一说法存在争议。
overdue = 这条内容本应在 { $date } 前复核。
other-language = 这条内容目前只有{ $language }版本。

## Commands
missing-ask = 想知道什么？请把问题写在 /ask 后面。
missing-show = 要看哪一条？请把条目编号写在 /show 后面，从 /topics 可以找到。
no-entry = 没有名为“{ $id }”的条目。
topics = 话题：
topic = { $tag }（{ $count }）
topic-entries = 共 { $count } 条：
no-topic = 没有名为“{ $tag }”的话题。
no-topics = 条目还没有标注话题。
all-sources = 我引用的来源
no-sources = 条目还没有注明来源。
languages = 你希望我用哪种语言回答？
language-set = 以后我会用{ $language }回答你。
language-auto = 以后我会用你提问的语言回答。
no-language = 我还不会“{ $name }”。
automatic = 跟随提问的语言
unknown-command = 没有 /{ $name } 这个命令，/help 会列出全部命令。
unknown-command-near = 没有 /{ $name } 这个命令，你是想用 /{ $near } 吗？

## Help
help-title = 我能做什么
about = 我回答这方面的问题：{ $subjects }。每个回答都由人撰写，并注明来源和日期。
about-nothing = 我还什么都不知道：没有知识包。
help-ask = 回答问题；直接输入问题也可以
help-show = 显示一个条目
help-topics = 列出话题，或某个话题下的条目
help-sources = 列出来源
help-language = 设置回答所用的语言
help-help = 显示这份列表
argument-ask = 问题
argument-show = 编号
argument-topics = 话题
argument-language = 语言

## Terminal
greeting = 你好，我是问答（Wenda）。我回答这方面的问题：{ $subjects }。
greeting-empty = 你好，我是问答（Wenda）。我还什么都不知道：没有知识包。
try = 可以试着问：
hint = /help 列出命令，Ctrl-D 结束。
no-choice = 现在没有第 { $number } 项。
goodbye = 再见！
