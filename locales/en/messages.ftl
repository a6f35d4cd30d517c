## Answers
did-you-mean = { $count ->
    [one] Did you mean this?
   *[other] Did you mean one of these?
}
unknown = I don't know: nothing in my sources answers this. Try other words, see /topics, or ask the people here.
unknown-alone = I don't know: nothing in my sources answers this. Try other words, or see /topics.
nothing-here = There is no text here yet.
no-entries = I have no entries yet. Moderators can add one with /teach; the README tells the operator how to load a pack.
too-long = That question is too long. Please keep it under { NUMBER($most) } characters.
related = Related:
sources = { $count ->
    [one] Source:{" "}
   *[other] Sources:{" "}
}
source-details = {" "}({ $details })
on-site = On the site
as-of = As of { $date }.
warning = ⚠ { $text }
outdated = Parts of this are out of date.
disputed = This is disputed.
overdue = This was due for review by { $date }.
other-language = This text exists only in { $language }.
not-in-language = I have this answer, but not in { $language }.
in-which-language = In which language?
list-comma = ,{" "}
list-semicolon = ;{" "}
quoted = “{ $title }”

## Commands
missing-ask = What would you like to know? Type your question after /ask.
missing-show = Which entry? Type its id after /show. /topics lists the entries.
no-entry = I have no entry called “{ $id }”.
topics = Topics:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [one] { $count } entry:
   *[other] { $count } entries:
}
no-topic = I have no topic called “{ $tag }”.
no-topics = No entry has a topic yet.
all-sources = My sources
no-sources = No entry names a source yet.
languages = Which language should I answer you in?
language-set = From now on I'll answer you in { $language }.
language-auto = From now on I'll answer in the language of your question.
no-language = I don't speak “{ $name }” yet.
automatic = The language of my question
unknown-command = There is no command /{ $name }. /help lists them all.
unknown-command-near = There is no command /{ $name }. Did you mean /{ $near }?

## Help
help-title = What I can do
about = I answer questions about: { $subjects }. Every answer is a text that a person wrote, with its source and date.
about-nothing = I know nothing yet: no knowledge pack is loaded.
help-ask = answers a question; you can also just type it
help-show = shows one entry
help-topics = lists the topics, or the entries of one topic
help-sources = lists the sources
help-language = sets the language of your answers
help-help = shows this list
help-greet = says hello, and what you can ask
helpers-only = Only moderators and helpers can answer somebody by name here.
help-everyone = For everyone
help-moderators = For moderators
help-more = /help with a command's name says how to use it: /help ask

## Terminal
greeting = Hello, I'm Wenda. I answer questions about: { $subjects }.
greeting-empty = Hello, I'm Wenda. I know nothing yet: no knowledge pack is loaded.
first-entry = There are no entries in { $folders } yet. This makes a pack with a first entry to copy: { $command }
try = For example:
hint = /help lists the commands, Ctrl-D quits.
no-choice = There is no choice { $number }.
goodbye = Goodbye!
form-hint = One question at a time. Enter keeps the current text, - clears it, \n starts a new line, /cancel cancels.
form-field = { $label }:
form-kept = Now: { $value }
form-required = This can't be left empty.
form-slash = An answer can't begin with /. Put \ before it, or type /cancel to cancel.
form-cancelled = Cancelled. Nothing was changed.

## Moderators
pinned = 📌 Pinned by the moderators.
retired-entry = “{ $title }” is retired, so I no longer give that answer.
retire-question = Retire “{ $title }”? I will no longer give this answer, until /restore brings it back.
moderators-only = Only moderators can do that here.
operator-only = This knowledge serves several communities, so only the operator can reload it, at the terminal or on the dashboard.
missing-pin = Which question should I pin, and to which entry? Type /pin, the question, then entry: and the entry's id. Or reply to one of my answers with just /pin.
pin-to-what = I found no entry for “{ $question }”. Name one with entry: and its id, or write the answer after text:.
pin-both = Use either entry: or text:, not both.
pin-no-words = That question has no words in it. Write it as members would ask it.
pin-forgotten = I no longer know which question that answered. Type the question after /pin.
pin-there = This question is pinned already:
pin-replace-question = Replace that pin?
pin-replace = Replace
question-too-long = That question is too long. Please keep it under 1,000 characters.
pin-which = Which entry should answer “{ $question }”?
no-message-to-pin = There is no message here to pin in the channel.
no-pins = There are no pins yet.
pins-title = { $count ->
    [one] { $count } pin
   *[other] { $count } pins
}
pin-line = “{ $question }” → { $target } ({ $who }, { $when } UTC)
pin-own-text = the community's own text
pin-retired = That entry is retired, or its pack is not switched on here.
pin-gone = That entry no longer exists.
unpin-it = Unpin “{ $question }”
unpin-question = Unpin one of them?
missing-unpin = Which pin? Type its question after /unpin. /pins lists them all.
unpin-which = That question is pinned in several languages. Which one?
no-pin = “{ $question }” is not pinned.
teach-title = Teach me an answer
correct-title = Correct “{ $title }”
rephrase-title = Other phrasings of “{ $title }”
field-question = Question
field-answer = Answer (Markdown; empty line = new paragraph)
field-phrasings = Other phrasings, one per line or split by |
field-source = Source: a title, a link, or both
field-language = Language (empty: that of the text)
field-entry = Entry
field-why = Reason
field-unknown = My words when I don't know (Markdown)
field-greeting = My greeting (Markdown)
field-add = Phrasings to add, one per line or split by |
field-remove = To remove, one per line or split by |
own-pack = Taught by this community
own-source = The moderators of this community
also-asked = Other phrasings (members do not see them): { $phrasings }
also-asked-more = Other phrasings (members do not see them): { $phrasings } | … and { $count } more
alike = { $count ->
    [one] This entry may already say the same: { $names }
   *[other] These entries may already say the same: { $names }
}
confirm-question = This is what members will see. Save it?
confirm-it = Save
cancel-it = Discard
cancelled = Discarded. Nothing was changed.
nothing-to-cancel = There is nothing to confirm or discard.
no-draft = This is no longer open: it was saved or discarded, or an hour has passed.
not-your-draft = Only the person who prepared this can save or discard it.
not-accepted = I can't accept that yet:
flaw-html = HTML can't be shown: { $what }. Use Markdown. To show a <, put \ before it.
flaw-image = Images can't be shown. Describe them in words.
flaw-struck = Strikethrough can't be shown. Remove it.
flaw-address = The link to { $what } is not a web address. It must begin with http:// or https:// and contain no user name.
flaw-link-words = The link to { $what } has no text. Write it between [ and ].
flaw-nested = Lists, quotes, bold text and links are nested too deeply; at most four levels are possible.
flaw-heading = Answers can't have headings. Use **bold** instead. A line of dashes under text also makes a heading.
flaw-rule = Horizontal rules can't be shown. Separate paragraphs with an empty line.
flaw-table = Tables can't be shown. Use a list.
flaw-empty = There is an empty quote, code block or list item. Remove it.
flaw-list-start = A list begins with { $what }, but lists start at 1. If this is not a list, put \ before the dot.
flaw-long-question = The question has { NUMBER($count) } characters; the limit is 1,000.
flaw-long-phrasing = A phrasing has { NUMBER($count) } characters; the limit is 1,000.
flaw-no-question = The question is empty.
flaw-empty-phrasing = A phrasing is empty.
flaw-no-answer = The answer is empty.
flaw-long-answer = The answer has { NUMBER($count) } characters; the limit is 3,500.
flaw-bytes = Altogether this takes { NUMBER($count) } bytes; the limit is 65,536.
flaw-asked-twice = “{ $what }” is asked on line { $before }, too. Keep it where the answer fits.
flaw-asked-elsewhere = “{ $what }” is asked in { $other }, line { $before }, too. Keep it where the answer fits.
flaw-same-entry = “{ $what }” is left out: another entry in these files says the same.
flaw-same-phrasing = The phrasing “{ $what }” is left out: it is in these files already.
flaw-heading-no-answer = The question “{ $what }” has no answer below it. Write one, or remove the heading.
flaw-item-no-answer = There is no answer to { $item }. Write one, or leave the question out.
flaw-no-question-to = The answer “{ $what }” has no question. Write one beside it, or leave the answer out.
flaw-open-quote = A quotation mark is opened here and never closed. Put the whole cell in quotation marks, and double those inside it.
flaw-no-questions = No questions were found. Write each question as a heading with its answer below it, or in a table with the columns “question” and “answer”.
flaw-no-columns = The first row does not name the columns. Call one “question” and one “answer”.
flaw-column = The column “{ $column }” is not imported.
flaw-encoding = The file is not UTF-8. If letters look wrong, save it as UTF-8.
flaw-file-kind = This kind of file can't be imported. Save it as Markdown, plain text, CSV or HTML.
flaw-archive = The ZIP file can't be read. Pack the files again, without a password.
flaw-text-outside = Text without a question of its own is not imported. Give it a heading if it answers a question.
flaw-cut = The answer to “{ $what }” is too long: its last { NUMBER($count) } characters are left out. Divide it with headings.
flaw-links-only = The answer to “{ $what }” is hardly more than links. Say what is there, or leave it out.
flaw-not-data = The file can't be read from here on. Look for a missing comma, bracket or quotation mark.
flaw-other = { $what }
which-entry = Which entry? Type its id or its title after /{ $command }.
which-of = Several entries are called “{ $words }”. Which one?
is-retired = “{ $title }” is retired. /restore brings it back.
is-own-text = The answer to “{ $question }” is the pin's own text. /pin with text: replaces it, /unpin removes it.
restore-it = Restore
no-text-yet = “{ $title }” has no text in { $language } yet; /correct can add one.
not-whole = There is no text in { $language } yet. Write both question and answer in it, or choose another language.
no-phrasing = “{ $words }” is not a phrasing of “{ $title }”.
refused = I didn't do that, because it would break other answers:
refused-more = … and { $count } more.
refused-question = Do it anyway?
force-it = Do it anyway
regression-other = “{ $question }” would find “{ $instead }” instead of “{ $entry }”. { $place }
regression-nothing = “{ $question }” would no longer find “{ $entry }”. { $place }
regression-silence = “{ $question }” should find nothing, but would find “{ $instead }”. { $place }
regression-new = “{ $question }” would find “{ $instead }” and not the new text.
regression-new-nothing = Even “{ $question }” would not find the new text: the question says too little.
regression-check = (A check in { $file }, line { $line }.)
overtaken = Someone else has just changed “{ $subject }”, so I did nothing. Please check and try again.
overtaken-again = Someone else has just changed “{ $subject }”, so nothing is saved yet. Please check it again.
approve-overtaken = Change #{ $act } no longer applies: the same thing has been changed since. /undo { $act } discards it.
nothing-changed = Nothing to change: “{ $subject }”.
held = That is a lot of changes in ten minutes, so change #{ $act } waits until another moderator approves it with /approve { $act }.
done-pin = Pinned: “{ $subject }” now gets that answer.
done-unpin = Unpinned: “{ $subject }”.
done-teach = Learned: “{ $subject }”.
done-correct = Corrected: “{ $subject }”.
done-rephrase = Phrasings changed: “{ $subject }”.
done-suggestions = Added as phrasings: “{ $subject }”.
done-retire = Retired: “{ $subject }”. I no longer give this answer.
done-restore = Restored: “{ $subject }”. I give this answer again.
done-undo = Undone: change #{ $subject }.
done-approve = Approved: change #{ $subject } is in effect.
done-link = Linked: everything is now shared with { $subject }. /unlink separates the two again.
done-unlink = Unlinked. A copy of everything stays here.
undo-it = Undo
undo-act = Undo #{ $act }
approve-it = Approve #{ $act }
undo-none-left = All your changes are already undone. /undo with a number from /history undoes any other one.
undo-already = Change #{ $act } is already undone. /history shows how.
missing-undo = You haven't changed anything yet. /history shows what others changed.
no-change = There is no change #{ $act } here. /history lists them.
undo-dropped = Change #{ $act } was discarded and never took effect.
undo-approved = Change #{ $act } took effect with #{ $approval }. Undo that one instead.
undo-link = Change #{ $act } concerns two communities, so it can't be undone alone. Use /{ $command }.
undo-conflict = I can't undo only #{ $act }, because the same thing was changed again: { $later }. Undo those first, newest first.
history-title = History
history-question = Undo or approve one of them?
no-history = Nothing has been changed yet.
unreadable = These entries can't be read and are not used: { $entries }. /correct repairs them.
no-history-of = “{ $entry }” has never been changed here.
act = #{ $act } /{ $command }, { $who }, { $place }, { $when } UTC.
act-here = here
act-why = Reason: { $why }.
act-forced = Done anyway, although it broke: { $regressions }.
act-undoes = Undoes #{ $act }.
act-approves = Approves #{ $act }.
act-held = Waits for another moderator.
record = { $kind } { $name }
kind-entry = entry
kind-phrasings = phrasings
kind-retired = retired
kind-pin = pin
kind-setting = setting
kind-place = server or group
kind-pack = pack
kind-source = source
kind-checks = checks
kind-attachment = attachment
person = moderator { $id }
person-you = you
person-erased = someone (erased)
held-title = Waiting for another moderator
held-question = Approve or discard one of them?
drop-it = Discard #{ $act }
more-held = { $count ->
    [one] { $count } more is waiting.
   *[other] { $count } more are waiting.
}
none-held = Nothing is waiting.
no-held = Change #{ $act } is not waiting.
approve-own = Change #{ $act } is your own: another moderator has to approve it.
not-retired = “{ $title }” is not retired.
none-retired = No entry is retired.
restore-which = Which entry should come back?
link-code = Type /link { $code } in the other server or group within { $minutes } minutes. Then both share their pins, entries and settings.
link-wrong = This code is unknown, used or expired. Get a new one with /link in the other server or group.
link-same = These two are already linked.
link-conflicts = The two sides differ on these. The other side's choice will apply here:
link-question = Link them? /history keeps what was here.
link-it = Link
not-linked = This server or group is not linked.
help-pin = pins an answer to a question
help-pins = lists the pins
help-unpin = removes a pin
help-teach = adds an answer of your own
help-correct = corrects an answer
help-rephrase = adds or removes phrasings
help-retire = retires an entry
help-restore = restores a retired entry
help-history = shows who changed what, and why
help-undo = undoes a change
help-approve = approves a waiting change
help-confirm = saves what was previewed
help-cancel = discards what was previewed
help-link = links this server or group to another
help-unlink = unlinks this server or group
missing-confirm = Confirm what? Press the button below a preview.

## Options
option-question = question
option-entry = entry
option-topic = topic
option-command = command
option-language = language
option-text = own text
option-why = reason
option-answer = answer
option-phrasings = other phrasings
option-source = source
option-add = phrasings to add
option-remove = phrasings to remove
option-take = suggestion to add
option-leave = suggestion to drop
option-change = number
option-draft = number
option-code = code
option-force = do it anyway
option-message = pin the message too
option-member = member
option-server = server
option-file = photo or file

## Reload
reload-unchanged = The knowledge has not changed.
reload-live = Loaded: { $added } added, { $changed } changed, { $removed } removed.
reload-refused = { $count ->
    [one] I did not load the new knowledge, because of { $count } problem. Until it is fixed I answer as before.
   *[other] I did not load the new knowledge, because of { $count } problems. Until they are fixed I answer as before.
}
reload-more = … and { $count } more.
reload-right = The knowledge has no problems any more.
reload-unreached = The repository of the knowledge was not reached ({ $why }). I answer with what was fetched last.
help-reload = reads the knowledge folder again

## Running a community
unknown-short = I don't know that one.
unanswered-title = What I could not answer
none-unanswered = No open questions. A question appears here when three people have asked it and I had no answer.
unanswered-line = #{ $group } “{ $text }”: asked by { $count } people, first on { $first }, last on { $last }.
unanswered-gap = “…” replaces names, numbers and links, and words that fewer than three people used.
unanswered-question = What should I do with it?
assign-it = #{ $group }: assign to an entry
answer-it = #{ $group }: teach an answer
ignore-it = #{ $group }: ignore
no-group = There is no open question #{ $group }. /unanswered lists them.
assign-which = Which entry answers “{ $text }”? The question becomes one of its phrasings.
assign-none = I found no entry close to “{ $text }”.
ignored = “{ $text }” is off the list. It returns if three people ask it again.
suggestions-title = Phrasings that members suggest
none-suggestions = No suggestions. One appears here when members choose the same entry for a question, or vote for it.
suggestions-off = I am not learning from what members choose here. /settings learn switches it on.
suggestion-line = “{ $question }” → “{ $title }” (for: { $count }, against: { $against })
suggestions-question = Should I add them? I checked that each is then found, and that no other answer changes.
suggestion-take = Add { $number }
suggestion-leave = Drop { $number }
suggestions-take-all = Add all
suggestions-leave-all = Drop all
no-suggestion = This suggestion is gone. /suggestions lists the open ones.
suggestions-many = suggestions: { $count }
suggestion-why = suggested by members; people for it: { $count }
suggestions-left = Dropped: { $count }. They return only if members choose the same again.
missing-assign = Which question? Type its number after /assign. /unanswered lists them.
missing-answer = Which question? Type its number after /answer. /unanswered lists them.
missing-ignore = Which question? Type its number after /ignore. /unanswered lists them.
missing-helpful = Did it help? Type /helpful yes or /helpful no.
no-answer-meant = Which answer? Reply to one of mine, or ask first.
vote-yes = yes, y, yeah, yep, helped, it helped, this helped
vote-no = no, n, nope, not helpful, did not help, it did not help, this did not help
voted-yes = Thanks! Glad it helped.
voted-no = Thanks. The moderators will see that this answer needs work.
stats-title = { $days ->
    [1] Today
   *[other] Last { $days } days
}
stats-days = For how many days? Type a number from 1 to { $most } after /stats.
stats-none = Nobody asked anything in that time.
stats-asked = Questions: { $count }
stats-answered = Answered: { $count } ({ $share })
stats-offered = Offered choices: { $count } ({ $share })
stats-unanswered = Not answered: { $count } ({ $share })
stats-helpful = Found helpful: { $helpful } of { $votes } votes ({ $share })
stats-no-votes = Nobody has voted on an answer yet.
stats-shadow = Could have answered unasked (shadow mode): { $count }
stats-by-day = By day:
stats-day = { $day }: { $asked } asked, { $answered } answered, { $offered } offered choices, { $unanswered } not answered, { $helpful } of { $votes } votes helpful
stats-earlier = Earlier: { $asked } asked, { $answered } answered, { $offered } offered choices, { $unanswered } not answered
stats-top = Given most often:
stats-entry = { $title }: { $count }
stats-worst = Helped least:
stats-worst-entry = { $title }: did not help { $unhelpful } of { $votes } ({ $share })
entry-used = { stats-title }: given as an answer: { $given }; votes: { $votes }, helpful: { $helpful }.
privacy-title = What I know about you
privacy-intro = I keep no names. To tell people apart I keep a code, made from your account with a secret key; the code alone doesn't say who you are. This is what I keep:
privacy-language = The language you chose with /language, with your code.
privacy-server = On Discord, the server you chose with /server, with your code.
privacy-answers = Which entry I showed you in which message, with your code but without your question, so that I can correct the answer later.
privacy-votes = Whether an answer helped you, with your code. How often something is asked is only counted.
privacy-messages = Your message until I have handled it, and my reply until it is sent.
privacy-questions = I don't keep the words of a question that I answer. If I have no answer, I remember the question for up to two weeks, with your code and without names, links and numbers. Only when three people have asked it are its words kept for the moderators, without any code.
privacy-signals = If you choose an entry for a question that I could not answer for sure, vote on it, or show it to somebody: that question without names, links and numbers, the entry, and your code, for 30 days. Moderators may add it as a phrasing, without any code.
privacy-acts = What moderators change, with their code.
privacy-drafts = A change waiting for confirmation, for one hour.
privacy-groups = In which groups you spoke to me, with your code, for 180 days, so that you can manage them and get their answers in our private chat.
privacy-account = On these pages, the name that an owner gave you, and when you signed out, until you are removed.
privacy-taught = If you erase this, answers you taught as a moderator stay with the community, but nothing says any more that they are yours.
privacy-left = If I am removed from a server, what it taught me and its settings are deleted after 30 days. If I come back before that, everything is still there.
privacy-export = Export my data
privacy-erase = Erase my data
privacy-exported = This is everything I keep about you.
privacy-sure = Erase everything I keep about you? This cannot be undone.
privacy-sure-account = Your link to these pages will stop working.
privacy-erase-it = Erase
privacy-erased = Done. I keep nothing about you any more.
settings-title = Settings
settings-question = Change one?
setting-language = Language
setting-packs = Knowledge packs
setting-mode = When I answer
setting-unknown = When I don't know
setting-greeting = My greeting
setting-learn = Learning from choices
learn-off = I learn nothing
learn-people = people who must agree: { $count }
setting-here = { $setting } in this channel
setting-line = { $setting }: { $value }
setting-values = Choose one:
setting-back = Back to default
setting-default = default
value-meaning = { $value } ({ $meaning })
value-default = { $value }, default
all-packs = all
mode-off = only commands and mentions
mode-addressed = questions addressed to me
mode-shadow = questions addressed to me; I only count the others
mode-questions = any question I am sure about
mode-everywhere = For this channel only. Add “everywhere” to the command for all channels without a mode of their own.
tone-helpful = say so and suggest what to try
tone-short = say so in a few words
tone-silent = stay silent, except in private chats
own-words = in the community's own words
own-words-long = That is too long. Please keep it under { NUMBER($most) } characters.
greeting-mine = who I am and what I know
setting-moderators = Additional moderators
setting-helpers = Helpers
setting-reports = Where moderators get reports
setting-solved = Tag for solved forum posts
setting-none = none
people-how = Add roles or people, with spaces between: @role, @person, or a person's ID. “default” resets it.
appoint-refused = Only people whom the server or group itself lets moderate can appoint others.
reason-outdated = It was out of date.
reason-wrong = It was wrong.
reason-unclear = It was unclear.
reason-asked = People kept asking.
reports-here = here
panel-server = For the whole server
panel-server-help = Each holds in every channel that has no choice of its own.
panel-channel = For one channel
panel-channel-help = Choose a channel. What you set for it comes before the choice for the whole server.
report-unhelpful = 👎 Someone says that “{ $title }” did not help.
report-show = Show it
report-correct = Correct it
report-open = { $count } people have asked, and I had no answer: “{ $text }”
no-setting = There is no setting “{ $name }”. Settings: { $settings }.
no-value = “{ $setting }” can't be “{ $value }”. Choose one: { $values }.
done-settings = Changed. { $subject }.
missing-why = Which question? Type it after /why.
why-title = Why? “{ $question }”
why-sure = I answer with “{ $title }”: I am { $share } sure.
why-unsure = I offer choices: even of the best one, “{ $title }”, I am only { $share } sure.
why-unknown = I say that I don't know: even of the best one, “{ $title }”, I am only { $share } sure.
why-nothing = I say that I don't know: nothing matches the question.
why-thresholds = I answer from { $sure }, and offer choices from { $unsure }.
why-pin = A pin decides this: “{ $question }”.
why-taught = The entry was taught in this community.
why-corrected = The entry was corrected in this community.
why-rephrased = Its phrasings were changed in this community.
why-retired = But the entry is retired, so I say that instead.
why-language = Language: { $language }, unless the asker chose another.
why-second = The runner-up, “{ $title }”, is { $points ->
    [one] { $points } percentage point
   *[other] { $points } percentage points
} behind.
why-words = Words I searched for: { $words }.
why-misspelt = Misspelt, read as: { $words }.
why-strange = Words that are in none of my texts: { $words }.
why-candidates = The best candidates:
why-candidate = { $title } ({ $language }): { $share }
help-unanswered = lists questions I could not answer
help-suggestions = shows phrasings that members suggest
help-assign = adds an open question to an entry, as a phrasing
help-answer = teaches me the answer to an open question
help-ignore = takes an open question off the list
help-helpful = says whether my last answer helped
help-stats = shows what was asked and how it went
help-privacy = shows, exports or erases what I keep about you
help-settings = shows or changes how I behave here
help-why = explains why a question gets its answer
option-group = number
option-vote = yes or no
option-days = days
option-what = export or erase
option-setting = setting
option-value = value
option-unknown = own words for “I don't know”
option-greeting = own greeting

## Corrections
corrected-on = ✎ Corrected on { $date }.
unpinned-on = ✎ Unpinned on { $date }.
answer-gone = This answer has been withdrawn.

## Chats
answered-above = This was just answered here:
slow-down = That was a lot at once. Please wait a moment and ask again.
words-only = I read words only, no pictures, stickers, voice messages or polls. Please write your question.
stale-button = This button no longer works. Please ask again.
cannot-pin-message = I may not pin messages here. The question is pinned all the same.
not-yours = Only moderators and the person who asked can remove this answer.
went-wrong = Something went wrong. Please try again in a moment.
not-saved = I can't save anything right now, so nothing has changed. Please tell whoever runs me: /doctor says what to fix.
not-kept = I can't save anything right now, so this has to wait. Please tell whoever runs me: my log says what to fix.
only-for-you = Only you can see this answer.
show-it = Show answer
open-form = Open form
form-again = ✎ Edit
cannot-write = I can't write in { $channel }. I need to view the channel, send messages and read its history.
menu-answer = Answer this
menu-entry = Answer with an entry
choose-entry = Which entry answers this message?
search-entry = Search entries
menu-pin = Pin this answer
menu-teach = Teach from this message
forum-solved = ✅ That solved it
forum-solved-tags = solved, resolved, answered, done, fixed
forum-not-yours = Only the person who opened this post, or a moderator, can close it.
menu-solved = This solved it
forum-only = That works only on answers in forum posts.
forum-thanks = Thanks! This post is marked as solved.
report-solution = This answer solved “{ $title }”. Should I learn it?
report-learn = Learn it
cannot-solve = I can't close forum posts in { $channel }. I need Manage Threads there.
help-server = chooses the server whose answers I give you in private
server-which = Which server's answers should I give you here, besides what I know myself?
server-none = Only what I know myself
server-nowhere = We share no server, so I answer you from what I know myself.
server-chosen = From now on I also give you answers from { $title } here.
server-left = From now on I answer you here only from what I know myself.
option-private = only I see the answer
button-helped = Helped
button-unhelpful = Did not help
button-more = More
button-related = Related
actions-question = What should I do with this answer?
action-pin = Pin
action-unpin = Unpin
action-correct = Correct
action-rephrase = Phrasings
action-retire = Retire
action-remove = Remove
action-removed = Removed.
button-human = Ask a human
human-asks = 🙋 Someone has asked, and I have no answer: “{ $text }”
human-who = Who asked
human-where = Where
human-told = I passed your question on to the moderators.
human-waiting = The moderators have your question already. As soon as I know the answer, ask me again and I will give it.

## Doctor
doctor-title = Setup check
help-doctor = checks my setup and says what to fix
diagnosis-version = Wenda { $version }, on Node.js { $node }.
diagnosis-database = The database can be read and written.
diagnosis-database-bad = The database cannot be used: { $why }
cure-database = Check DATABASE_URL, that the disk is not full, and that the bot's user owns the file.
diagnosis-database-file = The database { $file } can be read and written.
diagnosis-database-none = There is no database { $file } yet. I looked at none.
cure-database-none = The first start makes it. If the bot runs already, name its database: DATABASE_URL=sqlite:PATH { $command }.
diagnosis-damaged = The database holds damaged records: { $records }. I can't answer where they belong.
cure-damaged = Stop me and restore a backup of the database. Everywhere else I go on answering.
diagnosis-cache-bad = What I learn can't be kept for the next start: { $why }
cure-cache = Let the bot's user write to the folder in WENDA_CACHE, and check that the disk is not full.
diagnosis-refused = Changed knowledge was not loaded: { $problems }
cure-refused = Correct these lines; I read them again by myself, or with /reload.
diagnosis-repository = The repository of the knowledge has not been reached since { $since }: { $why }
cure-repository = Check the address and the token in KNOWLEDGE_GIT and KNOWLEDGE_GIT_TOKEN, and whether the host is up. Until then I answer with what was fetched last.
diagnosis-knowledge = { $count ->
    [one] { $count } entry is ready to answer.
   *[other] { $count } entries are ready to answer.
}
diagnosis-empty = There is no knowledge: no entry is ready to answer.
cure-empty = Set KNOWLEDGE_DIR to a folder of packs.
diagnosis-overdue = { $count ->
    [one] { $count } text is due for review.
   *[other] { $count } texts are due for review.
}
cure-overdue = Read them again and set a later review_by. The dashboard lists them.
diagnosis-old = { $count ->
    [one] { $count } text is more than a year old and has no review date.
   *[other] { $count } texts are more than a year old and have no review date.
}
cure-old = Read them again and add review_by, or the status outdated.
diagnosis-unreachable = { $name } cannot be reached.
cure-unreachable = Check the network, the firewall, and the address set for { $name }.
diagnosis-unread = { $status ->
    [0] “{ $place }” could not be checked: no reply.
   *[other] “{ $place }” could not be checked (error { $status }).
}
cure-unread = Try again in a few minutes.
diagnosis-left-out = { $count ->
    [one] { $count } more server or group on { $name } was not checked.
   *[other] { $count } more servers or groups on { $name } were not checked.
}
cure-left-out = Type /doctor there.
diagnosis-clock = The clock agrees with { $name }.
diagnosis-clock-off = The clock of this machine is { $seconds } seconds off from { $name }.
cure-clock = Switch on time synchronisation, for example: timedatectl set-ntp true
diagnosis-token = { $name } does not accept the token.
diagnosis-token-good = { $name } accepts the token.
cure-discord-token = Copy a new one from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.
cure-telegram-token = Get it from @BotFather (/token) and set TELEGRAM_TOKEN.
diagnosis-content = The bot may read messages on Discord.
diagnosis-content-off = The bot may not read messages on Discord: it misses questions that don't address it.
cure-content = To let it read them, switch on Message Content Intent in the developer portal (Bot).
diagnosis-endpoint = Discord sends interactions over HTTP, but DISCORD_PUBLIC_KEY is not set: no command works.
cure-endpoint = Set DISCORD_PUBLIC_KEY, or clear Interactions Endpoint URL in the developer portal (General Information).
diagnosis-key-good = The public key matches the application on Discord.
diagnosis-key = DISCORD_PUBLIC_KEY does not match this application: every interaction over HTTP is refused.
cure-key = Copy Public Key from the developer portal (General Information).
diagnosis-alone = The bot is not in any server on { $name } yet.
cure-discord-alone = Open the invite link printed at the start.
diagnosis-permissions = { $count ->
    [one] The bot has every permission it needs in { $count } server on Discord.
   *[other] The bot has every permission it needs in { $count } servers on Discord.
}
diagnosis-permissions-lack = Discord servers where the bot lacks permissions: { $count } of { $all }.
cure-permissions = Give its role: view channels, send messages (also in threads), attach files, read message history, pin messages. Or open the invite link again.
right-view = View Channel
right-send = Send Messages
right-send-threads = Send Messages in Threads
right-history = Read Message History
right-attach = Attach Files
right-topics = Manage Topics
right-pin = Pin Messages
diagnosis-channels = “{ $place }”: the bot lacks permissions ({ $rights }) in { $channels }.
cure-channels = Where it should answer, allow them for the bot's role: in the channel's settings (Permissions), or for all channels in the server's (Roles).
diagnosis-channels-more = { $count ->
    [one] The bot lacks permissions in { $count } more channel.
   *[other] The bot lacks permissions in { $count } more channels.
}
diagnosis-no-channel = “{ $place }”: the bot sees no text channel.
diagnosis-reads-all = The bot reads all messages in Telegram groups.
diagnosis-privacy = Privacy mode is on: in Telegram groups the bot gets only commands, mentions and replies.
cure-privacy = To let it read all messages, switch it off with @BotFather (/setprivacy) and add the bot to the group again, or make it an administrator.
diagnosis-polling = The bot polls Telegram for messages.
diagnosis-webhook = Telegram delivers messages to the webhook.
diagnosis-webhook-none = Telegram does not know the address in TELEGRAM_WEBHOOK_URL.
cure-webhook-none = The bot sets it at the start: start the bot and check its log.
diagnosis-webhook-other = Telegram delivers messages to a webhook, but TELEGRAM_WEBHOOK_URL is empty.
cure-webhook-other = Another bot may be using this token. Otherwise this is fixed when this bot starts.
diagnosis-webhook-bad = Telegram could not deliver to the webhook ({ $why }). Messages waiting: { $count }.
cure-webhook-bad = Make the address reachable from outside: https with a valid certificate, on port 443, 80, 88 or 8443, leading to WEB_PORT.
diagnosis-groups = { $count ->
    [one] The bot may write in { $count } group on Telegram.
   *[other] The bot may write in { $count } groups on Telegram.
}
diagnosis-groups-lack = Telegram groups where the bot may not write: { $count } of { $all }.
cure-groups = Add the bot again, and let members send messages.
diagnosis-no-pin = Telegram groups where the bot may not pin messages: { $count } of { $all }. Pinned questions work all the same.
cure-no-pin = To allow this, make it an administrator who may pin messages.
diagnosis-group-gone = “{ $place }”: the bot is not in this group.
cure-group-gone = Add it again if it should answer there.
diagnosis-group-restricted = “{ $place }”: the bot is restricted and may not send messages.
cure-group-restricted = Lift the restriction in the group's settings (Permissions, Exceptions), or make the bot an administrator.
diagnosis-group-closed = “{ $place }”: members may not send messages, and the bot is an ordinary member.
cure-group-closed = Make it an administrator, or allow Send Messages in the group's settings (Permissions).
diagnosis-group-no-pin = “{ $place }”: the bot may not pin messages. Pinned questions work all the same.
diagnosis-group-topics = “{ $place }”: the bot may not write in closed topics.
cure-group-topics = To allow this, make it an administrator with the right Manage Topics.
command-doctor = doctor

## Pages
page-served = Pages: { $url }
page-piped = Pages are not served while questions are piped in. Set WEB_PORT to serve them, too.
nothing-served = Nothing is served: there is no input, no token, and WEB_PORT is off. Set WEB_PORT, DISCORD_TOKEN or TELEGRAM_TOKEN.
page-port = The pages can't be served on { $address } ({ $code }). Set WEB_PORT to a free port, to 0 for any, or to off.
page-host = The pages can't be served on { $address } ({ $code }): that is no address of this machine. Set WEB_HOST to 127.0.0.1, or to 0.0.0.0 for all of its addresses.
page-forbidden = The pages can't be served on { $address } ({ $code }): I may not open this port. Set WEB_PORT to one from 1024 up.
page-title = Ask, and see what members will see
page-skip = Skip to content
page-pages = Pages
page-playground = Playground
page-dashboard = Dashboard
page-language = Language of this page
page-change = Change
page-dark = Dark
page-light = Light
page-question = Your question
page-placeholder = Ask, or type /help
page-ask = Ask
page-send = Send
page-empty = Answers appear here as Discord and Telegram show them, with the reasons beside them.
page-wait = Looking for an answer …
page-failed = No answer came. Is the bot still running? Please try again.
page-broken = Go back: what you typed is still there. If it fails again, the reason is in the bot's log.
page-not-found = There is no such page.
page-too-large = This is too large: at most { $size } can be sent at once.
page-in-english = What is wrong in files is told in English.
page-old = This page is out of date. Please reload it.
page-silence = The bot stays silent here.
page-answer = Answer
page-on = As on { $platform }
page-you = You
page-app = APP
page-helpful = This helped
page-unhelpful = This did not help
page-why = Why this answer
page-sure = Sure: answers
page-unsure = Not sure: offers choices
page-unknown = Doesn't know
page-confidence = Confidence:
page-scale = Thresholds: choices from { $unsure }, an answer from { $sure }.
page-candidates = Closest entries
page-views = Evidence for the first
page-view-words = Words found
page-view-letters = Parts of words found
page-view-covered = Share of the question covered
page-view-model = Match learned from phrasings
page-view-nearest = Closest phrasing
page-signs = Signals behind the confidence
page-sign = Signal
page-drawn = Chart
page-value = Value
page-looks = Shown as on
page-more = More about this
page-asks = Asked here: { $community }
site-search = Search
site-found = Entries found
site-nothing = Nothing here answers this. Try other words.
site-failed = The search could not be loaded. Please try again.
site-all = All entries
site-topics = Topics
site-sources = { $count ->
    [one] Source
   *[other] Sources
}
site-elsewhere = Only in other languages
site-changes = Changes
site-previous = Previous page
site-next = Next page
site-licence = Licence: { $licence }

## Dashboard
dash-login-about = For moderators. The token is the WEB_TOKEN of this installation.
dash-token = Token
dash-login = Sign in
dash-logout = Sign out
dash-login-wrong = Wrong token.
dash-login-slow = Too many attempts. Please wait a moment and try again.
page-signed-out = You are no longer signed in. Sign in, then press the button again: what you typed is still here.
dash-kept = What you typed is kept.
dash-go-on = Continue
dash-community = Community
dash-from = From
dash-to = To
dash-show = Show
dash-ranges = Days shown
dash-range = { $from } to { $to }
dash-command-line = Command for this community:
dash-run = Run
dash-news = There are new numbers.
dash-actions = Actions
dash-csv = CSV
dash-as-table = As a table
dash-days = Questions per day
dash-day = Day
dash-asked = Asked
dash-answered = Answered
dash-offered = Offered choices
dash-unanswered = Not answered
dash-languages = By language
dash-platforms = By platform
dash-language = Language
dash-platform = Platform
dash-terminal = Terminal
dash-share = Share
dash-answered-share = Answered
dash-top = Given most often
dash-entry = Entry
dash-given = Given
dash-helpful-share = Found helpful
dash-likely-share = Likely range
dash-votes = Votes
dash-of-votes = { $votes ->
    [one] of { $votes } vote
   *[other] of { $votes } votes
}
dash-correct = Correct
dash-assign = Assign
dash-teach = Teach
dash-ignore = Ignore
dash-take = Add
dash-leave = Drop
dash-unpin = Unpin
dash-undo = Undo
dash-approve = Approve
dash-question = Question
dash-answer = Answer
dash-people = Asked by
dash-for = For
dash-against = Against
dash-first = First
dash-last = Last
dash-coverage = Texts by language
dash-coverage-about = Share of entries with a text of their own, by topic.
dash-topic = Topic
dash-entries = Entries
dash-all-topics = all topics
dash-attention = Overdue and disputed
dash-attention-none = Nothing is disputed, out of date or overdue.
dash-reason = Reason
dash-as-of = As of
dash-review = Review by
dash-disputed = disputed
dash-outdated = out of date
dash-overdue = overdue
dash-pins = Pins
dash-who = Who
dash-when = When
dash-number = Number
dash-command = Command
dash-what = What
dash-why = Reason
dash-calibration = Confidence and helpfulness
dash-calibration-about = How many answers given with this confidence helped. Where the bar reaches the line, the confidence is right; few votes make a long bar.
dash-calibration-none = No votes yet.
dash-said = Confidence

## Names of commands, where the platform shows them in the person's language
command-ask = ask
command-show = show
command-topics = topics
command-sources = sources
command-language = language
command-helpful = helpful
command-privacy = privacy
command-help = help
command-pin = pin
command-pins = pins
command-unpin = unpin
command-teach = teach
command-correct = correct
command-rephrase = rephrase
command-retire = retire
command-restore = restore
command-history = history
command-undo = undo
command-approve = approve
command-unanswered = unanswered
command-suggestions = suggestions
command-stats = stats
command-why = why
command-settings = settings
command-reload = reload
command-link = link
command-unlink = unlink
command-server = server

## Forms that are asked question by question
form-by-reply = One question at a time: reply to each. “-” leaves it empty, /cancel cancels.
form-keep = Skip
form-cancel = Cancel
form-in-words = Please answer in words.
form-file-kept = 📎 { $file } is kept and will be shown with the answer. Now type the text, please.
file-holder = 📎 For an answer. If this message is deleted, the answer is shown without it.
file-not-kept = I could not keep the file. Let me write and attach files in this channel, or choose another one with /settings reports.
file-too-large = This file is larger than 10 MB. Please choose a smaller one.
file-of-other-kind = I take pictures (PNG, JPEG, GIF, WebP), audio, video, PDF, text, ZIP and office files. This file is of another kind.
write-me-first = This is only for you, and I can't write to you yet. Open a chat with me, press Start, and ask me there.
setting-anonymous = Anonymous administrators
anonymous-yes = anonymous administrators may moderate
anonymous-no = only moderators who show their name

## The entry of a new pack
template-question = How do I become a member?
template-phrasings = how can I join | sign up for membership | where do I register
template-answer = This is an example. Replace it with your own answer: what to do, what it costs, whom to contact. Copy this file for each further question and give the copy another name.

## Answers that only stand in for one
stopgaps = see above | see below | same as above | as above | coming soon | to be written | to be announced | no answer yet

## Small talk
any-time = Ask me any time.
says-praise = good bot | nice bot | great bot | best bot | smart bot | clever bot | cool bot | good boy | good job | nice job | great job | good job bot | well done | well done bot | nice work | great work | nice one | nice | great | awesome | amazing | perfect | wow | bravo | i love you | love you | i love this bot | love this bot | you're great | you are great | you're awesome | you are awesome | you're the best | you are the best
says-quiet = shut up | shut up bot | shut it | stfu | be quiet | stop | stop it | stop bot | stop talking | go away | get lost | leave me alone | nobody asked | nobody asked you | no one asked | bad bot | stupid bot | dumb bot | useless bot | annoying bot | useless | you suck | this bot sucks | you're useless | you are useless | you're stupid | you are stupid | i hate you | never mind | nevermind | nvm | forget it | forget about it | wtf | omg | bruh | haha | hahaha | lmao
says-who = are you a human | are you human | are you a human or a bot | are you a bot | are you a bot or a human | are you a robot | are you a person | are you a real person | are you real | are you alive | are you an ai | are you ai | are you chatgpt | is this a bot | is this a real person | is this ai | is this an ai | who are you | what are you | who made you | who built you | who created you | what is your name | what's your name
says-source = source | sources | the source | source please | sources please | what is the source | what's the source | what is your source | what's your source | what are your sources | what are the sources | your source | your sources | do you have a source | got a source | any source | any sources | where is this from | where is that from | where does this come from | where does that come from | where did you get this | where did you get that | where did you get that from | says who | who says | who says that | who says so | proof | any proof | citation | citation needed | link | sauce
praised = Thank you!
i-am-a-bot = I'm a bot. I write nothing myself: every answer is a text that a person wrote, with its source.
answer-without-source = That answer names no source.

## Groups
ask-in-private = Ask me in private
moderators-anonymous = You speak here as the group, so I can't tell who you are. Switch off Remain Anonymous for yourself, or let a moderator who shows their name send /settings anonymous yes.
diagnosis-group-hidden = “{ $place }”: members are hidden from the bot, so that it knows only administrators.
cure-group-hidden = Make the bot an administrator; it needs no rights for this.
setting-commands = Commands
commands-any = with my name or without
commands-named = only with my name
setting-disabled = Commands switched off
setting-who = Who may ask
who-everyone = everybody
who-addressed = only those who address me, whatever the mode
who-moderators = only moderators
setting-answers = Where answers are read
answers-public = in the group
answers-private = in the private chat, behind a button
setting-cleanup = Answered commands
cleanup-keep = stay where they are
cleanup-delete = I delete them, if I may
setting-expiry = Answers delete themselves
expiry-never = they stay
expiry-minutes = { $count ->
    [one] after { $count } minute
   *[other] after { $count } minutes
}
help-groups = manages your groups from this chat
groups-title = Your groups
groups-question = Which one do you want to manage from here?
groups-none = I don't know of any group you moderate. Send me a command there once, such as /help, then try again here.
groups-chosen = For an hour, moderator commands you send here act in “{ $group }”: /teach, /correct, /retire, /pins, /settings, /unanswered, /stats, /history and /undo. /groups chooses another.
groups-which = In which group?
groups-leave = Stop managing
groups-left = Commands you send here no longer act in a group.
in-group = Group: { $group }
private-here = This is only for you. Press the button to read it in our private chat.
open-private = Open private chat
answer-alone = I answer this in private: { $title }
says-wrong = that's wrong | that is wrong | this is wrong | it's wrong | it is wrong | thats just wrong | that's just wrong | that's totally wrong | that's completely wrong | you're wrong | you are wrong | you got it wrong | you got that wrong | your answer is wrong | the answer is wrong | wrong answer | that's the wrong answer | that's not right | that isn't right | this is not right | not right | that's not true | that isn't true | this is not true | it's not true | that's not correct | that isn't correct | not correct | this is incorrect | that's incorrect | that's false | this is false | i think that's wrong | i think you're wrong | nope wrong | no that's wrong | wrong | incorrect | not true | untrue | false | nonsense | that's nonsense
wrong-offer = Was my answer wrong? Press 👎, and moderators see that it did not help.

## First meetings
add-to-group = ➕ Add to a group
about-short = Answers about: { $subjects }. Written by people, with sources.
hello-ask = Ask me with /ask, by my name, or by replying to me. For example:
hello-sees-all = I can see all messages here; /settings says which ones I answer.
hello-sees-own = I see only what is addressed to me: commands, my name, and replies (privacy mode).
hello-rights = Rights I don't have: { $rights }. If you need them, make me an administrator with these rights; most things work without.
hello-settings = With /settings, moderators choose my language, what I answer and where reports go.
hello-lacks = Permissions I don't have: { $rights }. Add them to my role in the server settings (Roles); I notice at once.

## Entries
entries-title = Entries
entries-search = Words or a question
entries-pack = Pack
entries-any = Any
entries-which = Which
entries-all = All in use
entries-bare = Without phrasings
entries-taught = Taught here
entries-changed = Changed here
entries-retired = Retired
entries-lacking = not in { $language }
entries-order = Order
entries-by-title = Title
entries-by-likeness = Similarity
entries-by-asked = Given most
entries-by-helped = Helped least
entries-languages = Languages
entries-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
  }
entries-none = No entry matches.
entries-pages = Pages of the list
entries-page = Page { $page } of { $pages }
entries-previous = Previous
entries-next = Next
entry-new = New entry
entry-into = Goes into the pack “{ $pack }”.
entry-is-retired = This entry is retired and no longer used. Restore it to change it.
entry-retire = Retire
entry-restore = Restore
entry-add = Add:
entry-file = File in the repository
entry-phrasings = Other phrasings, one per line
entry-phrasing = Phrasing
entry-sources = Sources, one per line: title, link
entry-as-of = True as of
entry-review-by = Review by
entry-status = Status
entry-current = current
entry-tags = Topics, with commas
entry-related = Related entries, one id per line
entry-check = What would change?
entry-preview = Preview
entry-preview-title = As members see it
entry-preview-none = What you write appears here.
entry-page = Page
entry-alike = These may say the same already:
entry-breaks-nothing = This breaks no other answer.
entry-breaks = This would break other answers:
entry-found = Questions that should find it
entry-found-none = There is no text in this language yet.
entry-from = From
entry-from-check = Check of the pack
entry-outcome = Today
entry-finds = answers, { $share } sure
entry-is-offered = offered as a choice
entry-finds-other = finds “{ $title }” instead
entry-finds-nothing = finds nothing
entry-proposals = Unanswered questions close to this
entry-use = Add as phrasing
entry-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
entry-pin = Pin
entry-pin-question = Question that always gets this entry
flaw-as-of = “{ $date }” is not a date. Write a year, month or day: 2026, 2026-11 or 2026-11-27.
flaw-review-by = “{ $date }” is not a day. Write it like 2027-01-31.
exchange-title = Import and export
exchange-import = Import
exchange-import-about = FAQ pages, tables, lists and entries: Markdown, text, CSV, JSON, YAML and HTML, also packed as ZIP. You see what would be imported before anything is.
exchange-files = Choose files, or drop them here
exchange-look = Show what would be imported
exchange-export = Export
exchange-export-about = Everything this community knows, as folders of packs: for KNOWLEDGE_DIR, another installation, or GitHub. Retired entries are left out.
exchange-download = Download as ZIP
exchange-preview = What would be imported
exchange-count = To import: { $count }; already here: { $unchanged }
exchange-questions = Questions found: { $found }; entries made: { $made }; named below: { $named }
exchange-new = new
exchange-changed = changed
exchange-take = Import selected
exchange-refused = Nothing can be imported until this is fixed:
exchange-problems = Problems
exchange-skipped = Left out
exchange-repaired = Repaired
exchange-no-file = Choose a file first.
done-import = Imported entries: { $subject }. Change #{ $act }
work-title = Needs your attention
work-none = Nothing needs your attention.
work-trouble = Something is set up wrongly:
work-figures = Figures
work-drop = Discard
work-command = Type a command

## Who moderates on the pages
people-title = People
people-list = Who moderates here
people-about = Anyone with the WEB_TOKEN can moderate, too. A moderator's waiting change needs the approval of another person or an owner.
people-none = Nobody has a link yet.
people-add = Add somebody
people-name = Name
people-role = Role
people-owner = Owner
people-moderator = Moderator
people-make = Make a link
people-link = The personal link of { $name }. It is shown only once; send it where nobody else can read it:
people-remove = Remove
people-renew = New link
people-everywhere = Sign out everywhere
people-self = You
people-self-about = Your link or token signs you in again.
people-enter = This link is personal. Press the button to sign in to the dashboard.
