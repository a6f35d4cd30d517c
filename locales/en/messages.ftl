## Answers
did-you-mean = Did you mean one of these?
unknown = I don't know. Nothing in my sources answers this. Try other words, /topics shows what I can answer, or ask the people here.
nothing-here = There is no text here yet.
too-long = That is too long for a question: please keep it under { NUMBER($most) } characters.
related = Related:
sources = { $count ->
    [one] Source:{" "}
   *[other] Sources:{" "}
}
source-details = {" "}({ $details })
as-of = As of { $date }.
warning = ⚠ { $text }
outdated = Part of this is out of date.
disputed = This is disputed.
overdue = This should have been checked again by { $date }.
other-language = This text exists in { $language } only.

## Commands
missing-ask = What would you like to know? Type your question after /ask.
missing-show = Which entry? Type its id after /show, for example one that /topics leads to.
no-entry = I have no entry called “{ $id }”.
topics = Topics:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [one] One entry:
   *[other] { $count } entries:
}
no-topic = I have no topic called “{ $tag }”.
no-topics = The entries have no topics yet.
all-sources = What I quote
no-sources = The entries name no sources yet.
languages = Which language shall I answer you in?
language-set = From now on I answer you in { $language }.
language-auto = From now on I answer in the language of your question.
no-language = I do not speak “{ $name }” yet.
automatic = The language of my question
unknown-command = I know no command /{ $name }. /help lists them all.
unknown-command-near = I know no command /{ $name }. Did you mean /{ $near }?

## Help
help-title = What I can do
about = I answer questions about: { $subjects }. Every answer is a text that a person wrote, with its source and date.
about-nothing = I know nothing yet: there is no knowledge pack.
help-ask = answers a question; you can also just type it
help-show = shows one entry
help-topics = lists the topics, or the entries of one
help-sources = lists the sources
help-language = sets the language of your answers
help-help = shows this list
argument-ask = question
argument-show = id
argument-topics = topic
argument-language = language

## Terminal
greeting = Hello, I am Wenda. I answer questions about: { $subjects }.
greeting-empty = Hello, I am Wenda. I know nothing yet: there is no knowledge pack.
try = Try, for example:
hint = /help lists the commands, Ctrl-D ends.
no-choice = There is no choice { $number } now.
goodbye = Goodbye!
