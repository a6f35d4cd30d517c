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

## Terminal
greeting = Hello, I am Wenda. I answer questions about: { $subjects }.
greeting-empty = Hello, I am Wenda. I know nothing yet: there is no knowledge pack.
try = Try, for example:
hint = /help lists the commands, Ctrl-D ends.
no-choice = There is no choice { $number } now.
goodbye = Goodbye!
form-hint = One question after the other: Enter keeps what stands there, - empties it, \n is a new line, /cancel gives up.
form-kept = Now: { $value }
form-required = This one is needed.
form-cancelled = Given up; nothing has changed.

## Moderators
pinned = 📌 Pinned by the moderators.
retired-entry = “{ $title }” has been retired; I no longer give that answer.
moderators-only = Only moderators can do that here.
missing-pin = Which question shall I pin, and to which entry? Type /pin, the question, then entry: and its id. As a reply to one of my answers, /pin alone is enough.
pin-forgotten = I no longer know which question that answered. Type it after /pin.
question-too-long = That is too long for a question: please keep it under 1,000 characters.
pin-which = Which entry shall answer “{ $question }”?
no-message-to-pin = There is no message here that could be pinned in the channel.
no-pins = Nothing is pinned yet.
pins-title = { $count ->
    [one] One pin
   *[other] { $count } pins
}
pin-line = “{ $question }” → { $target } ({ $who }, { $when })
pin-own-text = the community's own text
pin-retired = That entry is retired now.
unpin-it = Unpin “{ $question }”
unpin-question = Take one away?
missing-unpin = Which pin? Type its question after /unpin; /pins lists them all.
no-pin = Nothing is pinned to “{ $question }”.
teach-title = Teach me an answer
correct-title = Correct “{ $title }”
rephrase-title = Other ways to ask “{ $title }”
field-question = Question
field-answer = Answer (Markdown: lists, quotes, **bold**, links)
field-phrasings = Other ways to ask it, one a line or parted by |
field-source = Source: a title, a link, or both (empty: the moderators)
field-language = Language (empty: that of the text)
field-entry = Entry
field-why = Why
field-add = Ways to ask it to add, one a line or parted by |
field-remove = Ways to ask it to remove
own-source = The moderators of this community
also-asked = Also found by: { $phrasings }
alike = { $count ->
    [one] This entry may say the same already:
   *[other] These entries may say the same already:
}
confirm-question = This is how members will see it. Shall I keep it?
confirm-it = Yes, keep it
cancel-it = No, drop it
cancelled = Dropped; nothing has changed.
nothing-to-cancel = Nothing is waiting for a confirmation.
no-draft = That is no longer waiting: it was done, dropped, or an hour has passed.
not-accepted = I cannot accept that:
which-entry = Which entry? Type its id or its title after /{ $command }.
no-text-yet = “{ $title }” has no text in { $language } yet; /correct can add one.
no-phrasing = “{ $words }” is not among the other ways to ask “{ $title }”.
refused = I did not do that, because it would break other answers:
refused-more = { $count ->
    [one] … and one more.
   *[other] … and { $count } more.
}
refused-question = Do it all the same?
force-it = Yes, do it all the same
victim-other = “{ $question }” would find “{ $instead }” instead of “{ $entry }”. { $place }
victim-nothing = “{ $question }” would no longer find “{ $entry }”. { $place }
victim-silence = “{ $question }” must find nothing, but would find “{ $instead }”. { $place }
victim-check = (A check in { $file }, line { $line }.)
overtaken = Somebody changed “{ $subject }” meanwhile, so I did nothing. Please look again and repeat it.
nothing-changed = “{ $subject }” is like that already.
held = You have made many changes in ten minutes, so change #{ $act } waits until another moderator lets it through with /approve { $act }.
done-pin = Pinned: “{ $subject }” gets that answer from now on.
done-unpin = “{ $subject }” is no longer pinned.
done-teach = Learned: “{ $subject }”.
done-correct = Corrected: “{ $subject }”.
done-rephrase = Changed the ways to ask “{ $subject }”.
done-retire = Retired: “{ $subject }” is no longer given.
done-restore = Restored: “{ $subject }” is given again.
done-undo = Undone: change #{ $subject } is taken back.
done-approve = Approved: change #{ $subject } has taken effect.
done-link = Linked: this place now shares everything with { $subject }. /unlink parts them again.
done-unlink = This place goes on by itself now, with a copy of everything.
undo-it = Undo
undo-act = Undo #{ $act }
approve-it = Approve #{ $act }
missing-undo = You have made no change yet. /history shows those of others.
no-change = There is no change #{ $act } here. /history lists them.
undo-held = Change #{ $act } is still waiting, so there is nothing to undo.
undo-conflict = I cannot take back #{ $act } alone, because the same was changed again since: { $later }. Undo that first.
history-title = What was changed
history-question = Take one back, or let one through?
no-history = Nothing has been changed yet.
no-history-of = “{ $entry }” was never changed here.
act = #{ $act } /{ $command }, { $who }, { $place }, { $when }.
act-why = Why: { $why }.
act-forced = Forced, although it broke: { $victims }.
act-undoes = Takes back #{ $act }.
act-approves = Lets #{ $act } through.
act-held = Waits for another moderator.
person = moderator { $id }
person-you = you
person-erased = somebody (erased)
held-title = What waits for another moderator
none-held = Nothing is waiting.
no-held = No change #{ $act } is waiting.
approve-own = Change #{ $act } is your own: another moderator has to let it through.
not-retired = “{ $title }” is not retired.
none-retired = Nothing is retired.
restore-which = Which one shall come back?
link-code = Type /link { $code } at the other place within { $minutes } minutes. From then on both share pins, entries and settings.
link-wrong = That code is unknown, used or too old. Ask for a new one with /link at the other place.
link-same = These two places belong together already.
not-linked = This place is linked to no other.
help-pin = gives a question its answer
help-pins = lists the pins
help-unpin = takes a pin away
help-teach = adds an answer of your own
help-correct = puts an answer right
help-rephrase = adds or removes other ways to ask
help-retire = takes an entry out
help-restore = brings a retired entry back
help-history = shows who changed what, and why
help-undo = takes a change back
help-approve = lets a held change through
help-confirm = does what was shown
help-cancel = drops what was shown
help-link = joins this place with another
help-unlink = parts this place from the others
missing-confirm = Confirm what? Press the button below a preview.

## Options
option-question = question
option-entry = entry
option-topic = topic
option-language = language
option-text = own text
option-why = why
option-answer = answer
option-phrasings = other phrasings
option-source = source
option-add = to add
option-remove = to remove
option-change = number
option-draft = number
option-code = code
option-force = all the same
option-message = also the message

## Reload
reload-unchanged = The knowledge is as it was.
reload-live = Live now: { $added } added, { $changed } changed, { $removed } removed.
reload-refused = { $count ->
    [one] The changed knowledge was not taken over, because of one problem. Until it is put right I answer as before.
   *[other] The changed knowledge was not taken over, because of { $count } problems. Until they are put right I answer as before.
}
reload-more = { $count ->
    [one] … and one more.
   *[other] … and { $count } more.
}
help-reload = reads the knowledge folder again

## Listening
unknown-short = I don't know that one.

## Corrections
corrected-on = ✎ Corrected on { $date }.
unpinned-on = ✎ No longer pinned since { $date }.
answer-gone = This answer is no longer given.
