## Answers
did-you-mean = Did you mean one of these?
unknown = I don't know. Nothing in my sources answers this. Try other words, /topics shows what I can answer, or ask the people here.
nothing-here = There is no text here yet.
no-entries = I have no entries yet. Moderators can add the first one with /teach; the README tells the operator how to load a whole pack.
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
first-entry = There are no entries yet in { $folders }. This makes a pack with one entry to copy: { $command }
try = Try, for example:
hint = /help lists the commands, Ctrl-D ends.
no-choice = There is no choice { $number } now.
goodbye = Goodbye!
form-hint = One question after the other: Enter keeps what stands there, - empties it, \n is a new line, /cancel gives up.
form-field = { $label }:
form-kept = Now: { $value }
form-required = This one is needed.
form-slash = A line that begins with / is no answer here. Put \ before it if it is meant to be one, or type /cancel.
form-cancelled = Given up; nothing has changed.

## Moderators
pinned = 📌 Pinned by the moderators.
retired-entry = “{ $title }” has been retired; I no longer give that answer.
moderators-only = Only moderators can do that here.
missing-pin = Which question shall I pin, and to which entry? Type /pin, the question, then entry: and its id. As a reply to one of my answers, /pin alone is enough.
pin-to-what = I found no entry that fits “{ $question }”. Name one with entry: and its id, or write the answer after text:.
pin-both = Either entry: or text:, not both: a pin leads to one answer.
pin-no-words = There is no word in that question. Write it as members would ask it.
pin-forgotten = I no longer know which question that answered. Type it after /pin.
question-too-long = That is too long for a question: please keep it under 1,000 characters.
pin-which = Which entry shall answer “{ $question }”?
no-message-to-pin = There is no message here that could be pinned in the channel.
no-pins = Nothing is pinned yet.
pins-title = { $count ->
    [one] One pin
   *[other] { $count } pins
}
pin-line = “{ $question }” → { $target } ({ $who }, { $when } UTC)
pin-own-text = the community's own text
pin-retired = That entry is retired or not among the chosen packs now.
pin-gone = That entry is gone.
unpin-it = Unpin “{ $question }”
unpin-question = Take one away?
missing-unpin = Which pin? Type its question after /unpin; /pins lists them all.
unpin-which = That question is pinned in several languages. Which one?
no-pin = Nothing is pinned to “{ $question }”.
teach-title = Teach me an answer
correct-title = Correct “{ $title }”
rephrase-title = Other ways to ask “{ $title }”
field-question = Question
field-answer = Answer (Markdown; empty line = new paragraph)
field-phrasings = Other ways to ask, one a line or parted by |
field-source = Source: a title, a link, or both
field-language = Language (empty: that of the text)
field-entry = Entry
field-why = Why
field-add = Ways to add, one a line or parted by |
field-remove = Ways to remove
own-pack = What this community taught
own-source = The moderators of this community
also-asked = Also found by: { $phrasings }
also-asked-more = Also found by: { $phrasings } | … and { $count } more
alike = { $count ->
    [one] This entry may say the same already: { $names }
   *[other] These entries may say the same already: { $names }
}
confirm-question = This is how members will see it. Shall I keep it?
confirm-it = Yes, keep it
cancel-it = No, drop it
cancelled = Dropped; nothing has changed.
nothing-to-cancel = Nothing is waiting for a confirmation.
no-draft = That is no longer waiting: it was done, dropped, or an hour has passed.
not-accepted = I cannot accept that:
flaw-html = HTML cannot be shown: { $what } Use Markdown. To show a <, put \ before it.
flaw-image = Images cannot be shown. Say in words what it shows.
flaw-struck = Text that is struck through cannot be shown. Leave it out.
flaw-address = The link to { $what } is no web address. It must begin with http:// or https:// and name no user.
flaw-link-words = The link to { $what } has no words. Write them between [ and ].
flaw-nested = Lists, quotes, bold text and links are nested too deeply: four inside one another are possible.
flaw-heading = Headings are not possible in an answer. Write **bold** instead. A line of dashes under text makes a heading, too.
flaw-rule = A horizontal rule cannot be shown. An empty line parts paragraphs.
flaw-table = Tables cannot be shown. Write a list.
flaw-empty = There is an empty quote, code block or list item. Leave it out.
flaw-list-start = A list begins with { $what }, but lists are counted from 1. Where no list is meant, put \ before the dot.
flaw-long-question = The question has { NUMBER($count) } characters; at most 1,000 are possible.
flaw-long-phrasing = One of the other ways to ask has { NUMBER($count) } characters; at most 1,000 are possible.
flaw-no-question = The question is empty.
flaw-empty-phrasing = One of the other ways to ask is empty.
flaw-no-answer = There is no answer.
flaw-long-answer = The answer has { NUMBER($count) } characters; at most 3,500 are possible.
flaw-bytes = All together it has { NUMBER($count) } bytes; at most 65,536 are possible.
flaw-other = { $what }
which-entry = Which entry? Type its id or its title after /{ $command }.
which-of = Several entries are called “{ $words }”. Which one?
is-retired = “{ $title }” is retired. /restore brings it back.
is-own-text = The answer to “{ $question }” stands in the pin itself. /pin with text: replaces it, /unpin takes it away.
restore-it = Restore it
no-text-yet = “{ $title }” has no text in { $language } yet; /correct can add one.
not-whole = There is no text in { $language } yet. Write both the question and the answer in it, or name the language that you mean.
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
victim-new = “{ $question }” would find “{ $instead }”, and not the new text.
victim-new-nothing = “{ $question }” itself would not find the new text: it says too little.
victim-check = (A check in { $file }, line { $line }.)
overtaken = Somebody changed “{ $subject }” meanwhile, so I did nothing. Please look again and repeat it.
overtaken-again = Somebody changed “{ $subject }” meanwhile, so I have kept nothing yet. Please look at it once more.
approve-overtaken = Change #{ $act } no longer fits: the same was changed since. /undo { $act } drops it.
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
undo-none-left = All your changes are taken back already. /history lists them; /undo with a number takes one of them back.
undo-already = Change #{ $act } is taken back already. /history shows by which one.
missing-undo = You have made no change yet. /history shows those of others.
no-change = There is no change #{ $act } here. /history lists them.
undo-dropped = Change #{ $act } was dropped and never took effect.
undo-approved = Change #{ $act } took effect with #{ $approval }. Undo that one.
undo-link = Change #{ $act } concerns two places, so it cannot be taken back alone. /{ $command } does.
undo-conflict = I cannot take back #{ $act } alone, because the same was changed again since: { $later }. Undo that first, the newest before the others.
history-title = What was changed
history-question = Take one back, or let one through?
no-history = Nothing has been changed yet.
unreadable = These entries can no longer be read and are not answered: { $entries }. /correct puts them right.
no-history-of = “{ $entry }” was never changed here.
act = #{ $act } /{ $command }, { $who }, { $place }, { $when } UTC.
act-why = Why: { $why }.
act-forced = Forced, although it broke: { $victims }.
act-undoes = Takes back #{ $act }.
act-approves = Lets #{ $act } through.
act-held = Waits for another moderator.
record = { $kind } { $name }
kind-entry = entry
kind-phrasings = ways to ask
kind-retired = retired
kind-pin = pin
kind-setting = setting
kind-place = place
kind-pack = pack
kind-source = source
kind-checks = checks
person = moderator { $id }
person-you = you
person-erased = somebody (erased)
held-title = What waits for another moderator
held-question = Let one through, or drop it?
drop-it = Drop #{ $act }
more-held = { $count ->
    [one] One more is waiting.
   *[other] { $count } more are waiting.
}
none-held = Nothing is waiting.
no-held = No change #{ $act } is waiting.
approve-own = Change #{ $act } is your own: another moderator has to let it through.
not-retired = “{ $title }” is not retired.
none-retired = Nothing is retired.
restore-which = Which one shall come back?
link-code = Type /link { $code } at the other place within { $minutes } minutes. From then on both share pins, entries and settings.
link-wrong = That code is unknown, used or too old. Ask for a new one with /link at the other place.
link-same = These two places belong together already.
link-conflicts = Both places have decided on these, and differently. What holds at the other place will hold here, too:
link-question = Link them? /history keeps what stood here.
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

## Running a community
unknown-short = I don't know that one.
unanswered-title = What I could not answer
none-unanswered = No open questions. A question is listed here once three different people have asked it alike and I had no answer.
unanswered-line = #{ $group } “{ $text }”: asked by { $count } people, first on { $first }, last on { $last }.
unanswered-question = What shall I do about it?
assign-it = #{ $group }: belongs to an entry
answer-it = #{ $group }: teach an answer
ignore-it = #{ $group }: ignore
no-group = No open question has the number { $group } (any more). /unanswered lists them.
assign-which = Which entry answers “{ $text }”? The question becomes another way to ask it.
assign-none = No entry comes near “{ $text }”.
ignored = “{ $text }” is off the list. It comes back if three people ask it again.
missing-assign = Which question? Type its number after /assign; /unanswered lists them.
missing-answer = Which question? Type its number after /answer; /unanswered lists them.
missing-ignore = Which question? Type its number after /ignore; /unanswered lists them.
missing-helpful = Did it help? Type /helpful yes or /helpful no.
no-answer-meant = Which answer do you mean? Reply to one of mine, or ask first.
vote-yes = yes, y
vote-no = no, n
voted-yes = Thank you! Glad it helped.
voted-no = Thank you. The moderators will see that this answer needs work.
stats-title = { $days ->
    [one] Today
   *[other] The last { $days } days
}
stats-days = For how many days? Type a number from 1 to { $most } after /stats.
stats-none = Nothing was asked in this time.
stats-asked = Asked: { $count }
stats-answered = Answered: { $count } ({ $share })
stats-offered = Not sure, choices offered: { $count } ({ $share })
stats-unanswered = Not answered: { $count } ({ $share })
stats-helpful = Found helpful: { $helpful } of { $votes } votes ({ $share })
stats-no-votes = Nobody has voted on an answer yet.
stats-shadow = Would have been answered without being asked (shadow mode): { $count }
stats-by-day = Day by day:
stats-day = { $day }: { $asked } asked, { $answered } answered, { $offered } offered choices, { $unanswered } not answered, { $helpful } of { $votes } votes helpful
stats-earlier = Before that: { $asked } asked, { $answered } answered, { $offered } offered choices, { $unanswered } not answered
stats-top = Given most often:
stats-entry = { $title }: { $count }
stats-worst = Helped least:
stats-worst-entry = { $title }: did not help { $unhelpful } of { $votes } ({ $share })
privacy-title = What I know about you
privacy-intro = I keep no names. Where I must tell people apart, I keep a code made from your account with a secret key: the code alone does not say whose it is. This is what I keep:
privacy-language = The language you chose with /language, with your code.
privacy-answers = Which entry I showed you in which message, with your code but without your question, so that I can correct the answer later.
privacy-votes = Whether an answer helped you, with your code. How often something was asked is only counted.
privacy-messages = Your message until I have dealt with it, and my reply until it is sent.
privacy-questions = The words of your question are not kept. If I have no answer, I remember the question for up to two weeks, with your code and without names, links and numbers. Only when three different people have asked alike, its words are kept for the moderators, without any code.
privacy-acts = What moderators change is logged with their code.
privacy-drafts = A change that waits for its confirmation is kept for an hour.
privacy-taught = If you erase this, answers that you taught as a moderator stay, because they belong to the community, but nothing says any more that they are yours.
privacy-export = Give me my data
privacy-erase = Erase my data
privacy-exported = This is everything I keep about you.
privacy-sure = Erase everything I keep about you? This cannot be undone.
privacy-erase-it = Yes, erase it
privacy-erased = Done: I keep nothing about you any more.
settings-title = Settings
settings-question = Change one?
setting-language = Language
setting-packs = Knowledge packs
setting-mode = Listening
setting-unknown = When I don't know
setting-here = { $setting } in this channel
setting-line = { $setting }: { $value }
setting-values = It can be:
setting-back = Back to the default
setting-default = the default
value-meaning = { $value } ({ $meaning })
value-default = { $value }, by default
all-packs = all
mode-off = I listen to nothing; commands and mentions still work
mode-addressed = I answer those who address me
mode-shadow = I only count what I would have answered
mode-questions = I also answer others, where I am sure
mode-everywhere = This is for this channel. Add “everywhere” to the command to change it for all channels that have no mode of their own.
tone-helpful = with a hint what to try next
tone-short = in a few words
tone-silent = not at all, except where we are alone
no-setting = There is no setting “{ $name }”. There is: { $settings }.
no-value = “{ $value }” is not possible for “{ $setting }”. It can be: { $values }.
done-settings = Changed. { $subject }.
missing-why = Which question shall I explain? Type it after /why.
why-title = Why? “{ $question }”
why-sure = I answer with “{ $title }”: I am { $share } sure.
why-unsure = I ask back and offer choices: for the best one, “{ $title }”, I am only { $share } sure.
why-unknown = I say that I don't know: even for the best one, “{ $title }”, I am only { $share } sure.
why-nothing = I say that I don't know: nothing resembles the question.
why-thresholds = I answer from { $sure } on, and offer choices from { $unsure } on.
why-pin = A pin decides: “{ $question }”.
why-taught = The entry was taught in this community.
why-corrected = The entry was corrected in this community.
why-rephrased = Ways to ask it were added or removed in this community.
why-retired = But the entry has been retired, so I say that instead.
why-language = Language: { $language }, for somebody who has chosen none.
why-second = The runner-up, “{ $title }”, is { $points ->
    [one] one point
   *[other] { $points } points
} behind.
why-words = Words I searched for: { $words }.
why-misspelt = Misspelt, and read as: { $words }.
why-strange = Words that none of my texts has: { $words }.
why-candidates = The best candidates:
why-candidate = { $title } ({ $language }): { $share }
help-unanswered = lists what several people asked in vain
help-assign = makes an open question another way to ask an entry
help-answer = teaches an answer to an open question
help-ignore = takes an open question off the list
help-helpful = says whether my last answer helped
help-stats = shows what was asked, and what came of it
help-privacy = shows, hands over or erases what I keep about you
help-settings = shows or changes how I behave here
help-why = explains why a question gets its answer
option-group = number
option-vote = yes or no
option-days = days
option-what = export or erase
option-setting = setting
option-value = value

## Corrections
corrected-on = ✎ Corrected on { $date }.
unpinned-on = ✎ No longer pinned since { $date }.
answer-gone = This answer is no longer given.

## Chats
answered-above = That was answered here just now:
slow-down = That was a lot at once. Please give me a moment, and then ask again.
stale-button = This button no longer works. Please ask again.
cannot-pin-message = I may not pin messages here. The pin of the question is kept all the same.
not-yours = Only whoever asked, or a moderator, can remove this answer.
went-wrong = Something went wrong on my side. Please try again in a moment.
only-for-you = The answer is for you alone.
show-it = Show it to me
open-form = Open the form
form-again = ✎ Change it
cannot-write = I may not write in { $channel }. Please let me see the channel, send messages, embed links and read the history there.
menu-answer = Answer this
menu-pin = Pin this answer
menu-teach = Teach from this
option-private = only for me

## Doctor
doctor-title = How I am set up
help-doctor = looks for what is set up wrongly, and says what to do
list-comma = ,{" "}
diagnosis-database = The database can be read and written.
diagnosis-database-bad = The database cannot be used: { $why }
cure-database = Check DATABASE_URL, that the disk is not full, and that the file belongs to the user of the bot.
diagnosis-cache-bad = What is learned cannot be kept for the next start: { $why }
cure-cache = Make the folder that WENDA_CACHE names writable for the user of the bot, and look whether the disk is full.
diagnosis-knowledge = { $count ->
    [one] One entry can be answered.
   *[other] { $count } entries can be answered.
}
diagnosis-empty = There is no knowledge: no entry can be answered.
cure-empty = Let KNOWLEDGE_DIR name a folder of packs.
diagnosis-overdue = { $count ->
    [one] One text should have been checked again.
   *[other] { $count } texts should have been checked again.
}
cure-overdue = Read them again, and move their review_by; the dashboard lists them.
diagnosis-old = { $count ->
    [one] One text speaks of more than a year ago, and says no day on which it is to be checked.
   *[other] { $count } texts speak of more than a year ago, and say no day on which they are to be checked.
}
cure-old = Read them again, and give them a review_by or the status outdated.
diagnosis-unreachable = { $name } cannot be reached.
cure-unreachable = Check the network, a firewall, and the address that is set for { $name }.
diagnosis-unread = { $status ->
    [0] “{ $place }” could not be looked into: no answer came.
   *[other] “{ $place }” could not be looked into (error { $status }).
}
cure-unread = Ask again in some minutes.
diagnosis-left-out = { $count ->
    [one] One more place on { $name } was not looked into.
   *[other] { $count } more places on { $name } were not looked into.
}
cure-left-out = Type /doctor there.
diagnosis-clock = The clock agrees with that of { $name }.
diagnosis-clock-off = The clock of this machine is { $seconds } seconds away from that of { $name }.
cure-clock = Switch on time synchronisation, for example: timedatectl set-ntp true
diagnosis-token = { $name } does not accept the token.
diagnosis-token-good = { $name } accepts the token.
cure-discord-token = Copy it anew from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.
cure-telegram-token = Ask @BotFather for it (/token), and set TELEGRAM_TOKEN.
diagnosis-content = The bot may read messages on Discord.
diagnosis-content-off = The bot may not read messages on Discord: unaddressed questions are not heard.
cure-content = To have it listen, switch on Message Content Intent in the developer portal (Bot).
diagnosis-endpoint = Discord sends interactions over HTTP, but DISCORD_PUBLIC_KEY is not set: no command is answered.
cure-endpoint = Set DISCORD_PUBLIC_KEY, or empty Interactions Endpoint URL in the developer portal (General Information).
diagnosis-key-good = The public key is that of the application on Discord.
diagnosis-key = DISCORD_PUBLIC_KEY is not that of this application: every interaction over HTTP is refused.
cure-key = Copy Public Key from the developer portal (General Information).
diagnosis-alone = The bot is in no server of { $name } yet.
cure-discord-alone = Open the invite link that is printed at the start.
diagnosis-permissions = { $count ->
    [one] The bot has every permission that it needs in its server on Discord.
   *[other] The bot has every permission that it needs in { $count } servers on Discord.
}
diagnosis-permissions-lack = The bot lacks permissions in { $count } of { $all } servers on Discord.
cure-permissions = Give its role: see channels, send messages (also in threads), embed links, attach files, read history, pin messages. Or open the invite link again.
right-view = View Channel
right-send = Send Messages
right-send-threads = Send Messages in Threads
right-embed = Embed Links
right-history = Read Message History
right-attach = Attach Files
right-pin = Pin Messages
diagnosis-channels = “{ $place }”: the bot lacks permissions ({ $rights }) in { $channels }.
cure-channels = Where it shall answer, allow them to the bot's role: in the channel's settings (Permissions), or for all channels in the server's (Roles).
diagnosis-channels-more = { $count ->
    [one] In one more channel the bot lacks permissions.
   *[other] In { $count } more channels the bot lacks permissions.
}
diagnosis-no-channel = “{ $place }”: the bot sees no channel in which people write.
diagnosis-reads-all = The bot reads all messages in groups on Telegram.
diagnosis-privacy = Privacy mode is on: in groups on Telegram the bot hears commands, mentions and replies only.
cure-privacy = To have it listen, switch it off with @BotFather (/setprivacy) and add the bot to the group anew, or make it an administrator.
diagnosis-polling = Messages are fetched from Telegram.
diagnosis-webhook = Telegram delivers messages to the webhook.
diagnosis-webhook-none = Telegram does not know the address in TELEGRAM_WEBHOOK_URL.
cure-webhook-none = It is told at the start: start the bot, and see what its log says.
diagnosis-webhook-other = Telegram delivers messages to a webhook, but TELEGRAM_WEBHOOK_URL is empty.
cure-webhook-other = Another bot may be using this token. Otherwise it is put right when this one starts.
diagnosis-webhook-bad = Telegram could not deliver to the webhook ({ $why }); { $count } messages wait.
cure-webhook-bad = Open the address from outside: https with a valid certificate, port 443, 80, 88 or 8443, leading to WEB_PORT.
diagnosis-groups = { $count ->
    [one] The bot may write in one group on Telegram.
   *[other] The bot may write in { $count } groups on Telegram.
}
diagnosis-groups-lack = The bot may not write in { $count } of { $all } groups on Telegram that were set up.
cure-groups = Add it to them again, and let members send messages.
diagnosis-no-pin = The bot may not pin messages in { $count } of { $all } groups on Telegram; pins of questions work all the same.
cure-no-pin = Make it an administrator with the right to pin messages, if it shall.
diagnosis-group-gone = “{ $place }”: the bot is not in this group.
cure-group-gone = Add it again, if it shall answer there.
diagnosis-group-restricted = “{ $place }”: the bot may not send messages, for it alone is restricted.
cure-group-restricted = Lift the restriction in the group's settings (Permissions, Exceptions), or make the bot an administrator.
diagnosis-group-closed = “{ $place }”: members may not send messages, and the bot is an ordinary member.
cure-group-closed = Make it an administrator, or allow Send Messages in the group's settings (Permissions).
diagnosis-group-no-pin = “{ $place }”: the bot may not pin messages; pins of questions work all the same.
diagnosis-group-topics = “{ $place }”: the bot may not write in topics that are closed.
cure-group-topics = Make it an administrator with the right Manage Topics, if it shall.
command-doctor = doctor

## Pages
page-served = Pages: { $url }
page-port = The pages cannot be served on { $address } ({ $code }). Set WEB_PORT to a free port, to 0 for any, or to off.
page-title = Ask, and see what members will see
page-skip = Skip to the content
page-pages = Pages
page-playground = Playground
page-dashboard = Dashboard
page-language = Language of this page
page-change = Change
page-dark = Dark
page-light = Light
page-question = Your question
page-placeholder = Type a question, or a command such as /help
page-ask = Ask
page-send = Send
page-empty = Your answers will stand here, as they look on Discord and on Telegram, with the reasons beside them.
page-wait = Looking for an answer …
page-failed = The answer did not arrive. Is the bot still running? Please try again.
page-old = This page is too old to send anything. Please load it again.
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
page-unknown = Does not know
page-confidence = Confidence:
page-scale = The lines: choices from { $unsure }, an answer from { $sure }.
page-candidates = What came nearest
page-views = What speaks for the first
page-view-words = Words found
page-view-letters = Parts of words found
page-view-covered = Share of the question covered
page-view-model = What the phrasings teach
page-view-nearest = Nearest way to ask it
page-signs = All signs behind the confidence
page-sign = Sign
page-drawn = As a bar
page-value = Value

## Dashboard
dash-login-about = For moderators. The token is the WEB_TOKEN of this installation.
dash-token = Token
dash-login = Sign in
dash-logout = Sign out
dash-login-wrong = That is not the token.
dash-login-slow = That were many attempts. Please wait a moment and try again.
dash-community = Community
dash-from = From
dash-to = To
dash-show = Show
dash-ranges = Days shown
dash-range = { $from } to { $to }
dash-command-line = A command for this community:
dash-run = Run
dash-news = The numbers have changed.
dash-actions = Actions
dash-csv = CSV
dash-as-table = The same as a table
dash-days = Questions a day
dash-day = Day
dash-asked = Asked
dash-answered = Answered
dash-offered = Offered choices
dash-unanswered = Not answered
dash-languages = By language
dash-platforms = By platform
dash-language = Language
dash-platform = Platform
dash-share = Share
dash-answered-share = Answered
dash-top = Given most often
dash-entry = Entry
dash-given = Given
dash-helpful-share = Found helpful
dash-likely-share = Likely share
dash-votes = Votes
dash-of-votes = { $votes ->
    [one] of one vote
   *[other] of { $votes } votes
}
dash-correct = Correct
dash-assign = Assign
dash-teach = Teach
dash-ignore = Ignore
dash-unpin = Unpin
dash-undo = Undo
dash-approve = Approve
dash-question = Question
dash-answer = Answer
dash-people = Asked by
dash-first = First
dash-last = Last
dash-coverage = What is written in which language
dash-coverage-about = By topic: the share of entries that have a text of their own.
dash-topic = Topic
dash-entries = Entries
dash-all-topics = all topics
dash-attention = Overdue and disputed
dash-attention-none = Nothing is disputed, out of date or overdue.
dash-reason = Why
dash-as-of = As of
dash-review = Check by
dash-disputed = disputed
dash-outdated = out of date
dash-overdue = overdue
dash-pins = Pins
dash-who = Who
dash-when = When
dash-number = Number
dash-command = Command
dash-what = What
dash-why = Why
dash-calibration = How sure, and how helpful
dash-calibration-about = Of answers about which the bot was so sure, the share that members found helpful. Where the bar reaches the line, it keeps its word; few votes make a long bar.
dash-calibration-none = No votes on answers yet.
dash-said = Sure by

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
command-stats = stats
command-why = why
command-settings = settings
command-reload = reload
command-link = link
command-unlink = unlink

## Forms that are asked question by question
form-by-reply = I ask one thing after the other: reply to each question. “-” leaves it empty, /cancel gives up.
form-keep = Keep it, or leave it empty
form-cancel = Cancel
write-me-first = That is for you alone, and I cannot write to you yet. Open a chat with me, press Start, and ask me there.
setting-anonymous = Anonymous administrators
anonymous-yes = administrators who hide who they are may moderate
anonymous-no = whoever moderates shows who they are

## The entry of a new pack
template-question = How do I become a member?
template-phrasings = how can I join | sign up for membership | where do I register
template-answer = This is an example. Write your own answer here, as you would give it to somebody who asks: what to do, what it costs, whom to turn to. Copy this file for each further question and give the copy another name.

## Answers that only stand in for one
stopgaps = see above | see below | same as above | as above | coming soon | to be written | to be announced | no answer yet

## Small talk
any-time = Ask me any time.
