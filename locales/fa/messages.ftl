## Answers
did-you-mean = منظورتان یکی از این‌هاست؟
unknown = نمی‌دانم. در منابع من پاسخی برای این پرسش نیست. آن را جور دیگری بنویسید، با ‎/topics ببینید به چه چیزهایی پاسخ می‌دهم، یا از اعضای همین‌جا بپرسید.
nothing-here = هنوز متنی در اینجا نیست.
no-entries = هنوز هیچ مطلبی ندارم. مدیران می‌توانند نخستین مطلب را با ‎/teach بیفزایند؛ روش بارگذاری یک بستهٔ کامل در ⁦README⁩ آمده است.
too-long = این پرسش خیلی بلند است؛ لطفاً آن را در کمتر از { NUMBER($most) } نویسه بنویسید.
related = مطالب مرتبط:
sources = { $count ->
    [one] منبع:{" "}
   *[other] منابع:{" "}
}
source-details = {" "}({ $details })
as-of = بر پایهٔ اطلاعات { $date }.
warning = ⚠ { $text }
outdated = بخشی از این مطلب دیگر به‌روز نیست.
disputed = در این باره اختلاف نظر هست.
overdue = این مطلب باید تا { $date } بازبینی می‌شد.
other-language = این متن فقط به { $language } موجود است.

## Commands
missing-ask = چه می‌خواهید بدانید؟ پرسشتان را بعد از ‎/ask بنویسید.
missing-show = کدام مطلب؟ شناسه‌اش را بعد از ‎/show بنویسید؛ مثلاً شناسهٔ یکی از مطالبی که با ‎/topics پیدا می‌شود.
no-entry = مطلبی به نام «⁨{ $id }⁩» ندارم.
topics = موضوع‌ها:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [one] یک مطلب:
   *[other] { $count } مطلب:
}
no-topic = موضوعی به نام «⁨{ $tag }⁩» ندارم.
no-topics = مطالب هنوز موضوع‌بندی نشده‌اند.
all-sources = منابعی که از آن‌ها نقل می‌کنم
no-sources = در مطالب هنوز منبعی ذکر نشده است.
languages = به کدام زبان پاسخ بدهم؟
language-set = از این پس به { $language } پاسخ می‌دهم.
language-auto = از این پس به زبان خود پرسش پاسخ می‌دهم.
no-language = هنوز زبان «⁨{ $name }⁩» را بلد نیستم.
automatic = زبان پرسش
unknown-command = دستور ‎/{ $name }‎ را نمی‌شناسم. فهرست همهٔ دستورها با ‎/help می‌آید.
unknown-command-near = دستور ‎/{ $name }‎ را نمی‌شناسم. منظورتان ‎/{ $near }‎ بود؟

## Help
help-title = چه کارهایی از من برمی‌آید
about = به پرسش‌هایی در این زمینه پاسخ می‌دهم: { $subjects }. هر پاسخ را یک انسان نوشته است و منبع و تاریخ دارد.
about-nothing = هنوز چیزی نمی‌دانم: بستهٔ دانشی وجود ندارد.
help-ask = به یک پرسش پاسخ می‌دهد؛ بدون دستور هم می‌توانید بپرسید
help-show = یک مطلب را نشان می‌دهد
help-topics = موضوع‌ها یا مطالب یک موضوع را فهرست می‌کند
help-sources = منابع را فهرست می‌کند
help-language = زبان پاسخ‌ها را تعیین می‌کند
help-help = همین فهرست را نشان می‌دهد

## Terminal
greeting = سلام، من Wenda هستم. به پرسش‌هایی در این زمینه پاسخ می‌دهم: { $subjects }.
greeting-empty = سلام، من Wenda هستم. هنوز چیزی نمی‌دانم: بستهٔ دانشی وجود ندارد.
first-entry = در ⁦{ $folders }⁩ هنوز هیچ مطلبی نیست. این فرمان بسته‌ای با یک مطلب برای رونوشت‌برداری می‌سازد: ⁦{ $command }⁩
try = مثلاً بپرسید:
hint = فهرست دستورها با ‎/help می‌آید و Ctrl-D برنامه را می‌بندد.
no-choice = الان گزینه‌ای با شمارهٔ { $number } نیست.
goodbye = خدانگهدار!
form-hint = پرسش‌ها یکی‌یکی می‌آیند: Enter آنچه را هست نگه می‌دارد، - آن را خالی می‌کند، ‎\n یعنی خط تازه و ‎/cancel یعنی انصراف.
form-field = { $label }:
form-kept = مقدار کنونی: { $value }
form-required = این یکی لازم است.
form-slash = خطی که با / شروع شود در اینجا پاسخ به شمار نمی‌آید. اگر واقعاً پاسخ شماست، پیش از آن \ بگذارید؛ برای انصراف ‎/cancel را بنویسید.
form-cancelled = انصراف دادید؛ چیزی تغییر نکرد.

## Moderators
pinned = 📌 مدیران این پاسخ را سنجاق کرده‌اند.
retired-entry = «⁨{ $title }⁩» کنار گذاشته شده است و دیگر این پاسخ را نمی‌دهم.
moderators-only = در اینجا فقط مدیران می‌توانند این کار را بکنند.
missing-pin = کدام پرسش را به کدام مطلب سنجاق کنم؟ بعد از ‎/pin پرسش را بنویسید و سپس entry:‎ و شناسهٔ مطلب را. اگر به یکی از پاسخ‌هایم ریپلای کنید، ‎/pin به‌تنهایی کافی است.
pin-to-what = مطلبی که به «⁨{ $question }⁩» بخورد پیدا نکردم. با entry:‎ و شناسه‌اش یکی را نام ببرید، یا پاسخ را بعد از text:‎ بنویسید.
pin-both = یا entry:‎ یا text:‎، نه هر دو: هر سنجاق فقط به یک پاسخ می‌رسد.
pin-no-words = در این پرسش کلمه‌ای نیست. آن را همان‌طور بنویسید که اعضا می‌پرسند.
pin-forgotten = دیگر یادم نیست آن پاسخ برای کدام پرسش بود. پرسش را بعد از ‎/pin بنویسید.
question-too-long = این پرسش خیلی بلند است؛ لطفاً آن را در کمتر از ۱٬۰۰۰ نویسه بنویسید.
pin-which = کدام مطلب به «⁨{ $question }⁩» پاسخ بدهد؟
no-message-to-pin = در اینجا پیامی نیست که بتوان در کانال سنجاقش کرد.
no-pins = هنوز چیزی سنجاق نشده است.
pins-title = { $count ->
    [one] یک سنجاق
   *[other] { $count } سنجاق
}
pin-line = ‏«⁨{ $question }⁩» ← { $target } ({ $who }، { $when } UTC)
pin-own-text = متن خود این گروه
pin-retired = آن مطلب کنار گذاشته شده است یا فعلاً در بسته‌های انتخاب‌شده نیست.
pin-gone = آن مطلب دیگر وجود ندارد.
unpin-it = برداشتن سنجاق «⁨{ $question }⁩»
unpin-question = یکی را بردارم؟
missing-unpin = کدام سنجاق؟ پرسش آن را بعد از ‎/unpin بنویسید؛ فهرست همه با ‎/pins می‌آید.
unpin-which = این پرسش در چند زبان سنجاق شده است. کدام‌یک؟
no-pin = چیزی به «⁨{ $question }⁩» سنجاق نشده است.
teach-title = یاد دادن یک پاسخ به من
correct-title = اصلاح «⁨{ $title }⁩»
rephrase-title = شکل‌های دیگر پرسیدن «⁨{ $title }⁩»
field-question = پرسش
field-answer = پاسخ (Markdown؛ خط خالی = بند تازه)
field-phrasings = شکل‌های دیگر، هر خط یکی یا جداشده با |
field-source = منبع: عنوان، پیوند یا هر دو
field-language = زبان (خالی: همان زبان متن)
field-entry = مطلب
field-why = دلیل
field-add = افزودنی‌ها، هر خط یکی یا جداشده با |
field-remove = شکل‌هایی که باید حذف شوند
own-pack = آنچه این گروه یاد داده است
own-source = مدیران این گروه
also-asked = با این پرسش‌ها هم پیدا می‌شود: { $phrasings }
also-asked-more = با این پرسش‌ها هم پیدا می‌شود: { $phrasings } | … و { $count } پرسش دیگر
alike = { $count ->
    [one] این مطلب شاید همین را می‌گوید: { $names }
   *[other] این مطالب شاید همین را می‌گویند: { $names }
}
confirm-question = اعضا آن را این‌طور می‌بینند. نگهش دارم؟
confirm-it = بله، نگه دار
cancel-it = نه، رهایش کن
cancelled = رها شد؛ چیزی تغییر نکرد.
nothing-to-cancel = چیزی منتظر تأیید نیست.
no-draft = این دیگر در انتظار نیست: انجام شده، رها شده یا یک ساعت از آن گذشته است.
not-accepted = نمی‌توانم این را بپذیرم:
flaw-html = نمایش HTML ممکن نیست: ⁨{ $what }⁩ از Markdown استفاده کنید. برای نمایش ‎<‎ پیش از آن \ بگذارید.
flaw-image = نمایش تصویر ممکن نیست. آنچه را در آن است با کلمات بگویید.
flaw-struck = متن خط‌خورده نمایش داده نمی‌شود. آن را حذف کنید.
flaw-address = پیوند ⁨{ $what }⁩ نشانی وب نیست. باید با http://‎ یا https://‎ شروع شود و نام کاربری نداشته باشد.
flaw-link-words = پیوند ⁨{ $what }⁩ متنی ندارد. متن را بین ‎[‎ و ‎]‎ بنویسید.
flaw-nested = فهرست‌ها، نقل‌قول‌ها، متن پررنگ و پیوندها بیش از حد تودرتو هستند: حداکثر چهار لایه ممکن است.
flaw-heading = در پاسخ نمی‌توان عنوان گذاشت. به جای آن **پررنگ** بنویسید. خطی از خط‌تیره در زیر متن هم آن را عنوان می‌کند.
flaw-rule = خط افقی نمایش داده نمی‌شود. بندها با یک خط خالی از هم جدا می‌شوند.
flaw-table = جدول نمایش داده نمی‌شود. به جای آن فهرست بنویسید.
flaw-empty = یک نقل‌قول، قطعه‌کد یا مورد فهرست خالی است. آن را حذف کنید.
flaw-list-start = فهرستی با ⁨{ $what }⁩ شروع می‌شود، ولی شماره‌گذاری فهرست‌ها از ۱ است. اگر منظورتان فهرست نیست، پیش از نقطه \ بگذارید.
flaw-long-question = پرسش { NUMBER($count) } نویسه دارد؛ حداکثر ۱٬۰۰۰ نویسه ممکن است.
flaw-long-phrasing = یکی از شکل‌های دیگر پرسش { NUMBER($count) } نویسه دارد؛ حداکثر ۱٬۰۰۰ نویسه ممکن است.
flaw-no-question = پرسش خالی است.
flaw-empty-phrasing = یکی از شکل‌های دیگر پرسش خالی است.
flaw-no-answer = پاسخی نوشته نشده است.
flaw-long-answer = پاسخ { NUMBER($count) } نویسه دارد؛ حداکثر ۳٬۵۰۰ نویسه ممکن است.
flaw-bytes = همه با هم { NUMBER($count) } بایت است؛ حداکثر ۶۵٬۵۳۶ بایت ممکن است.
flaw-other = { $what }
which-entry = کدام مطلب؟ شناسه یا عنوانش را بعد از ‎/{ $command }‎ بنویسید.
which-of = چند مطلب به نام «⁨{ $words }⁩» هست. کدام‌یک؟
is-retired = «⁨{ $title }⁩» کنار گذاشته شده است. با ‎/restore برمی‌گردد.
is-own-text = پاسخ «⁨{ $question }⁩» در خود سنجاق نوشته شده است. ‎/pin با text:‎ آن را جایگزین می‌کند و ‎/unpin آن را برمی‌دارد.
restore-it = برگرداندن آن
no-text-yet = «⁨{ $title }⁩» هنوز متنی به { $language } ندارد؛ با ‎/correct می‌توان آن را افزود.
not-whole = هنوز متنی به { $language } نیست. پرسش و پاسخ را هر دو به این زبان بنویسید، یا زبانی را که منظورتان است نام ببرید.
no-phrasing = «⁨{ $words }⁩» جزو شکل‌های دیگر پرسیدن «⁨{ $title }⁩» نیست.
refused = این کار را نکردم، چون به پاسخ‌های دیگر آسیب می‌زد:
refused-more = { $count ->
    [one] … و یکی دیگر.
   *[other] … و { $count } مورد دیگر.
}
refused-question = با این حال انجامش بدهم؟
force-it = بله، با این حال انجام بده
victim-other = «⁨{ $question }⁩» به جای «⁨{ $entry }⁩» به «⁨{ $instead }⁩» می‌رسید. { $place }
victim-nothing = «⁨{ $question }⁩» دیگر به «⁨{ $entry }⁩» نمی‌رسید. { $place }
victim-silence = «⁨{ $question }⁩» نباید به چیزی برسد، ولی به «⁨{ $instead }⁩» می‌رسید. { $place }
victim-new = «⁨{ $question }⁩» به «⁨{ $instead }⁩» می‌رسید و نه به متن تازه.
victim-new-nothing = خود «⁨{ $question }⁩» به متن تازه نمی‌رسید: کلماتش بیش از حد کلی است.
victim-check = (آزمونی در ⁨{ $file }⁩، خط { $line }.)
overtaken = در این میان کسی «⁨{ $subject }⁩» را تغییر داده، پس کاری نکردم. لطفاً دوباره نگاه کنید و از نو انجامش دهید.
overtaken-again = در این میان کسی «⁨{ $subject }⁩» را تغییر داده، پس هنوز چیزی نگه نداشته‌ام. لطفاً یک بار دیگر آن را ببینید.
approve-overtaken = تغییر #{ $act } دیگر جور درنمی‌آید: همان مورد پس از آن تغییر کرده است. با ‎/undo { $act }‎ رها می‌شود.
nothing-changed = «⁨{ $subject }⁩» از پیش همین‌طور است.
held = در ده دقیقه تغییرهای زیادی داده‌اید؛ برای همین تغییر #{ $act } منتظر می‌ماند تا مدیر دیگری با ‎/approve { $act }‎ تأییدش کند.
done-pin = سنجاق شد: از این پس پاسخ «⁨{ $subject }⁩» همین است.
done-unpin = سنجاق «⁨{ $subject }⁩» برداشته شد.
done-teach = یاد گرفتم: «⁨{ $subject }⁩».
done-correct = اصلاح شد: «⁨{ $subject }⁩».
done-rephrase = شکل‌های پرسیدن «⁨{ $subject }⁩» تغییر کرد.
done-retire = کنار گذاشته شد: «⁨{ $subject }⁩» دیگر داده نمی‌شود.
done-restore = برگردانده شد: «⁨{ $subject }⁩» دوباره داده می‌شود.
done-undo = لغو شد: تغییر #{ $subject } پس گرفته شد.
done-approve = تأیید شد: تغییر #{ $subject } اجرا شد.
done-link = پیوند برقرار شد: اینجا از این پس همه چیز را با ⁨{ $subject }⁩ شریک است. با ‎/unlink دوباره جدا می‌شوند.
done-unlink = اینجا از این پس مستقل است و نسخه‌ای از همه چیز را دارد.
undo-it = لغو تغییر
undo-act = لغو #{ $act }
approve-it = تأیید #{ $act }
undo-none-left = همهٔ تغییرهای شما پیش از این لغو شده‌اند. فهرستشان با ‎/history می‌آید؛ ‎/undo با شماره یکی از آن‌ها را لغو می‌کند.
undo-already = تغییر #{ $act } پیش از این لغو شده است. با ‎/history می‌بینید با کدام تغییر.
missing-undo = هنوز تغییری نداده‌اید. تغییرهای دیگران با ‎/history دیده می‌شود.
no-change = تغییر #{ $act } در اینجا نیست. فهرست تغییرها با ‎/history می‌آید.
undo-dropped = تغییر #{ $act } رها شد و هرگز اجرا نشد.
undo-approved = تغییر #{ $act } با #{ $approval } اجرا شد. همان را لغو کنید.
undo-link = تغییر #{ $act } به دو محل مربوط است، پس به‌تنهایی لغو نمی‌شود. ‎/{ $command }‎ این کار را می‌کند.
undo-conflict = نمی‌توانم #{ $act } را به‌تنهایی لغو کنم، چون همان مورد پس از آن دوباره تغییر کرده است: { $later }. نخست آن‌ها را لغو کنید، از تازه‌ترین به قدیمی‌ترین.
history-title = چه چیزهایی تغییر کرده است
history-question = یکی را لغو یا تأیید کنم؟
no-history = هنوز چیزی تغییر نکرده است.
unreadable = این مطالب دیگر خوانده نمی‌شوند و پاسخی از آن‌ها داده نمی‌شود: { $entries }. با ‎/correct درست می‌شوند.
no-history-of = «⁨{ $entry }⁩» در اینجا هرگز تغییر نکرده است.
act = ‏#{ $act } ‎/{ $command }‎، { $who }، { $place }، { $when } UTC.
act-why = دلیل: { $why }.
act-forced = با اصرار انجام شد، با اینکه به این‌ها آسیب زد: { $victims }.
act-undoes = #{ $act } را لغو می‌کند.
act-approves = #{ $act } را تأیید می‌کند.
act-held = منتظر مدیر دیگری است.
record = { $kind } { $name }
kind-entry = مطلب
kind-phrasings = شکل‌های پرسش
kind-retired = کنارگذاشته
kind-pin = سنجاق
kind-setting = تنظیم
kind-place = محل
kind-pack = بسته
kind-source = منبع
kind-checks = آزمون‌ها
person = مدیر { $id }
person-you = شما
person-erased = کسی (پاک شده)
held-title = آنچه منتظر مدیر دیگری است
held-question = یکی را تأیید کنم یا رها کنم؟
drop-it = رها کردن #{ $act }
more-held = { $count ->
    [one] یکی دیگر در انتظار است.
   *[other] { $count } مورد دیگر در انتظار است.
}
none-held = چیزی در انتظار نیست.
no-held = تغییر #{ $act } در انتظار نیست.
approve-own = تغییر #{ $act } کار خود شماست: مدیر دیگری باید تأییدش کند.
not-retired = «⁨{ $title }⁩» کنار گذاشته نشده است.
none-retired = چیزی کنار گذاشته نشده است.
restore-which = کدام‌یک برگردد؟
link-code = تا { $minutes } دقیقهٔ دیگر در محل دوم ‎/link { $code }‎ را بنویسید. از آن پس، سنجاق‌ها، مطالب و تنظیمات هر دو مشترک است.
link-wrong = این کد ناشناخته، استفاده‌شده یا خیلی قدیمی است. در محل دیگر با ‎/link کد تازه بگیرید.
link-same = این دو محل از پیش به هم پیوسته‌اند.
link-conflicts = هر دو محل دربارهٔ این موارد تصمیم گرفته‌اند، آن هم متفاوت. آنچه در محل دیگر برقرار است اینجا هم برقرار می‌شود:
link-question = آن‌ها را به هم پیوند بدهم؟ آنچه اینجا بوده در ‎/history می‌ماند.
not-linked = اینجا به محل دیگری پیوند نخورده است.
help-pin = برای یک پرسش پاسخ تعیین می‌کند
help-pins = سنجاق‌ها را فهرست می‌کند
help-unpin = سنجاقی را برمی‌دارد
help-teach = پاسخی از خودتان می‌افزاید
help-correct = پاسخی را اصلاح می‌کند
help-rephrase = شکل‌های دیگر پرسش را می‌افزاید یا حذف می‌کند
help-retire = مطلبی را کنار می‌گذارد
help-restore = مطلب کنارگذاشته را برمی‌گرداند
help-history = نشان می‌دهد چه کسی چه چیزی را تغییر داده و چرا
help-undo = تغییری را لغو می‌کند
help-approve = تغییری را که در انتظار است تأیید می‌کند
help-confirm = آنچه را نشان داده شد انجام می‌دهد
help-cancel = آنچه را نشان داده شد رها می‌کند
help-link = این محل را به محلی دیگر پیوند می‌دهد
help-unlink = این محل را از محل‌های دیگر جدا می‌کند
missing-confirm = چه چیزی را تأیید کنم؟ دکمهٔ زیر پیش‌نمایش را بزنید.

## Options
option-question = پرسش
option-entry = مطلب
option-topic = موضوع
option-language = زبان
option-text = متن خودتان
option-why = دلیل
option-answer = پاسخ
option-phrasings = شکل‌های دیگر پرسش
option-source = منبع
option-add = برای افزودن
option-remove = برای حذف
option-change = شماره
option-draft = شماره
option-code = کد
option-force = با این حال انجام شود
option-message = خود پیام هم سنجاق شود

## Reload
reload-unchanged = دانش من همان است که بود.
reload-live = اکنون فعال است: { $added } افزوده، { $changed } تغییریافته، { $removed } حذف‌شده.
reload-refused = { $count ->
    [one] دانش تغییریافته به خاطر یک مشکل پذیرفته نشد. تا وقتی درست نشود مثل پیش پاسخ می‌دهم.
   *[other] دانش تغییریافته به خاطر { $count } مشکل پذیرفته نشد. تا وقتی درست نشوند مثل پیش پاسخ می‌دهم.
}
reload-more = { $count ->
    [one] … و یکی دیگر.
   *[other] … و { $count } مورد دیگر.
}
help-reload = پوشهٔ دانش را دوباره می‌خواند

## Running a community
unknown-short = این یکی را نمی‌دانم.
unanswered-title = آنچه نتوانستم پاسخ بدهم
none-unanswered = پرسش بازی نیست. پرسشی در اینجا فهرست می‌شود که سه نفر جداگانه آن را مثل هم پرسیده باشند و من پاسخی نداشته باشم.
unanswered-line = #{ $group } «⁨{ $text }⁩»: { $count } نفر پرسیده‌اند، نخستین بار در { $first }، آخرین بار در { $last }.
unanswered-question = با آن چه کنم؟
assign-it = #{ $group }: به یک مطلب مربوط است
answer-it = #{ $group }: پاسخی یاد می‌دهم
ignore-it = #{ $group }: نادیده بگیر
no-group = پرسش بازی با شمارهٔ { $group } نیست (یا دیگر نیست). فهرست پرسش‌ها با ‎/unanswered می‌آید.
assign-which = کدام مطلب به «⁨{ $text }⁩» پاسخ می‌دهد؟ این پرسش یکی از شکل‌های پرسیدن آن می‌شود.
assign-none = هیچ مطلبی به «⁨{ $text }⁩» نزدیک نیست.
ignored = «⁨{ $text }⁩» از فهرست برداشته شد. اگر سه نفر دوباره بپرسند برمی‌گردد.
missing-assign = کدام پرسش؟ شماره‌اش را بعد از ‎/assign بنویسید؛ فهرست پرسش‌ها با ‎/unanswered می‌آید.
missing-answer = کدام پرسش؟ شماره‌اش را بعد از ‎/answer بنویسید؛ فهرست پرسش‌ها با ‎/unanswered می‌آید.
missing-ignore = کدام پرسش؟ شماره‌اش را بعد از ‎/ignore بنویسید؛ فهرست پرسش‌ها با ‎/unanswered می‌آید.
missing-helpful = کمکی کرد؟ بنویسید ‎/helpful yes یا ‎/helpful no.
no-answer-meant = منظورتان کدام پاسخ است؟ به یکی از پاسخ‌هایم ریپلای کنید یا اول چیزی بپرسید.
vote-yes = بله, بلی, آره, اره
vote-no = نه, خیر, نخیر
voted-yes = سپاس! خوشحالم که کمک کرد.
voted-no = سپاس. مدیران خواهند دید که این پاسخ باید بهتر شود.
stats-title = { $days ->
    [one] امروز
   *[other] { $days } روز گذشته
}
stats-days = برای چند روز؟ بعد از ‎/stats عددی از ۱ تا { $most } بنویسید.
stats-none = در این مدت چیزی پرسیده نشده است.
stats-asked = پرسیده‌شده: { $count }
stats-answered = پاسخ‌داده‌شده: { $count } ({ $share })
stats-offered = نامطمئن، با پیشنهاد گزینه: { $count } ({ $share })
stats-unanswered = بی‌پاسخ: { $count } ({ $share })
stats-helpful = مفید: { $helpful } از { $votes } رأی ({ $share })
stats-no-votes = هنوز کسی به پاسخی رأی نداده است.
stats-shadow = پاسخ‌هایی که بدون درخواست داده می‌شد (حالت سایه): { $count }
stats-by-day = روز به روز:
stats-day = { $day }: { $asked } پرسش، { $answered } پاسخ، { $offered } با پیشنهاد گزینه، { $unanswered } بی‌پاسخ، { $helpful } رأی مفید از { $votes }
stats-earlier = پیش از آن: { $asked } پرسش، { $answered } پاسخ، { $offered } با پیشنهاد گزینه، { $unanswered } بی‌پاسخ
stats-top = پرتکرارترین پاسخ‌ها:
stats-entry = { $title }: { $count }
stats-worst = کم‌فایده‌ترین‌ها:
stats-worst-entry = { $title }: از { $votes } رأی، { $unhelpful } نفر گفتند کمکی نکرد ({ $share })
privacy-title = آنچه دربارهٔ شما می‌دانم
privacy-intro = هیچ نامی نگه نمی‌دارم. هر جا که باید افراد را از هم تشخیص بدهم، کدی نگه می‌دارم که با یک کلید محرمانه از حساب شما ساخته می‌شود: این کد به‌تنهایی نشان نمی‌دهد از آنِ کیست. این‌ها را نگه می‌دارم:
privacy-language = زبانی که با ‎/language انتخاب کرده‌اید، همراه با کد شما.
privacy-answers = اینکه در کدام پیام کدام مطلب را به شما نشان داده‌ام، همراه با کد شما ولی بدون پرسشتان، تا بتوانم بعداً پاسخ را اصلاح کنم.
privacy-votes = اینکه پاسخی به شما کمک کرده یا نه، همراه با کد شما. اینکه چیزی چند بار پرسیده شده فقط شمرده می‌شود.
privacy-messages = پیام شما تا وقتی که به آن رسیدگی کنم، و پاسخم تا وقتی که فرستاده شود.
privacy-questions = کلمات پرسش شما نگه داشته نمی‌شود. اگر پاسخی نداشته باشم، پرسش را تا دو هفته به یاد می‌سپارم؛ همراه با کد شما و بدون نام‌ها، پیوندها و عددها. فقط وقتی سه نفر جداگانه مثل هم پرسیده باشند، کلمات آن برای مدیران نگه داشته می‌شود، بدون هیچ کدی.
privacy-acts = تغییرهایی که مدیران می‌دهند با کدشان ثبت می‌شود.
privacy-drafts = تغییری که منتظر تأیید خودتان است یک ساعت نگه داشته می‌شود.
privacy-taught = اگر این‌ها را پاک کنید، پاسخ‌هایی که در نقش مدیر یاد داده‌اید می‌ماند، چون به گروه تعلق دارد؛ ولی دیگر چیزی نشان نمی‌دهد که از شماست.
privacy-export = داده‌هایم را بده
privacy-erase = داده‌هایم را پاک کن
privacy-exported = این همهٔ چیزهایی است که دربارهٔ شما نگه می‌دارم.
privacy-sure = همهٔ چیزهایی را که دربارهٔ شما نگه می‌دارم پاک کنم؟ این کار برگشت‌پذیر نیست.
privacy-erase-it = بله، پاک کن
privacy-erased = انجام شد: دیگر چیزی دربارهٔ شما نگه نمی‌دارم.
settings-title = تنظیمات
settings-question = یکی را تغییر بدهم؟
setting-language = زبان
setting-packs = بسته‌های دانش
setting-mode = گوش دادن
setting-unknown = وقتی نمی‌دانم
setting-here = { $setting } در این کانال
setting-line = { $setting }: { $value }
setting-values = مقدارهای ممکن:
setting-back = بازگشت به پیش‌فرض
setting-default = پیش‌فرض
value-meaning = ⁨{ $value }⁩ ({ $meaning })
value-default = ⁨{ $value }⁩، به‌طور پیش‌فرض
all-packs = همه
mode-off = به چیزی گوش نمی‌دهم؛ دستورها و منشن‌ها همچنان کار می‌کند
mode-addressed = به کسانی پاسخ می‌دهم که مرا خطاب می‌کنند
mode-shadow = فقط می‌شمارم که به چه چیزهایی پاسخ می‌دادم
mode-questions = هر جا مطمئن باشم به دیگران هم پاسخ می‌دهم
mode-everywhere = این برای همین کانال است. برای تغییر همهٔ کانال‌هایی که حالت جداگانه ندارند، «everywhere» را به دستور اضافه کنید.
tone-helpful = با راهنمایی دربارهٔ قدم بعدی
tone-short = در چند کلمه
tone-silent = هیچ نمی‌گویم، مگر جایی که تنها باشیم
no-setting = تنظیمی به نام «⁨{ $name }⁩» نیست. این‌ها هست: { $settings }.
no-value = «⁨{ $value }⁩» برای «⁨{ $setting }⁩» ممکن نیست. مقدارهای ممکن: { $values }.
done-settings = تغییر کرد. { $subject }.
missing-why = کدام پرسش را توضیح بدهم؟ آن را بعد از ‎/why بنویسید.
why-title = چرا؟ «⁨{ $question }⁩»
why-sure = با «⁨{ $title }⁩» پاسخ می‌دهم: { $share } مطمئنم.
why-unsure = دوباره می‌پرسم و گزینه پیشنهاد می‌کنم: حتی دربارهٔ بهترین گزینه، «⁨{ $title }⁩»، فقط { $share } مطمئنم.
why-unknown = می‌گویم نمی‌دانم: حتی دربارهٔ بهترین گزینه، «⁨{ $title }⁩»، فقط { $share } مطمئنم.
why-nothing = می‌گویم نمی‌دانم: هیچ چیز به این پرسش شبیه نیست.
why-thresholds = از { $sure } به بالا پاسخ می‌دهم و از { $unsure } به بالا گزینه پیشنهاد می‌کنم.
why-pin = یک سنجاق تعیین می‌کند: «⁨{ $question }⁩».
why-taught = این مطلب را در همین گروه یاد داده‌اند.
why-corrected = این مطلب را در همین گروه اصلاح کرده‌اند.
why-rephrased = در همین گروه شکل‌هایی از پرسش را افزوده یا حذف کرده‌اند.
why-retired = ولی این مطلب کنار گذاشته شده است و به جای آن همین را می‌گویم.
why-language = زبان: { $language }، برای کسی که زبانی انتخاب نکرده باشد.
why-second = گزینهٔ دوم، «⁨{ $title }⁩»، { $points ->
    [one] { $points } امتیاز
   *[other] { $points } امتیاز
} عقب‌تر است.
why-words = کلماتی که دنبالشان گشتم: { $words }.
why-misspelt = غلط املایی، این‌طور خوانده شد: { $words }.
why-strange = کلماتی که در هیچ‌یک از متن‌هایم نیست: { $words }.
why-candidates = بهترین گزینه‌ها:
why-candidate = { $title } ({ $language }): { $share }
help-unanswered = آنچه را چند نفر پرسیده‌اند و بی‌پاسخ مانده فهرست می‌کند
help-assign = پرسش بازی را به یکی از شکل‌های پرسیدن یک مطلب تبدیل می‌کند
help-answer = پاسخ یک پرسش باز را یاد می‌دهد
help-ignore = پرسش بازی را از فهرست برمی‌دارد
help-helpful = می‌گوید آخرین پاسخم کمک کرد یا نه
help-stats = نشان می‌دهد چه پرسیده شده و نتیجه چه بوده است
help-privacy = آنچه را دربارهٔ شما نگه می‌دارم نشان می‌دهد، تحویل می‌دهد یا پاک می‌کند
help-settings = رفتار من در اینجا را نشان می‌دهد یا تغییر می‌دهد
help-why = توضیح می‌دهد چرا به یک پرسش چنین پاسخی داده می‌شود
option-group = شماره
option-vote = یکی از yes یا no
option-days = روزها
option-what = یکی از export یا erase
option-setting = تنظیم
option-value = مقدار

## Corrections
corrected-on = ✎ در { $date } اصلاح شد.
unpinned-on = ✎ از { $date } دیگر سنجاق نیست.
answer-gone = این پاسخ دیگر داده نمی‌شود.

## Chats
answered-above = همین چند لحظه پیش در اینجا به آن پاسخ داده شد:
slow-down = یک‌باره خیلی زیاد شد. لطفاً چند لحظه صبر کنید و دوباره بپرسید.
stale-button = این دکمه دیگر کار نمی‌کند. لطفاً دوباره بپرسید.
cannot-pin-message = اجازه ندارم در اینجا پیام سنجاق کنم؛ ولی سنجاق خود پرسش سر جایش می‌ماند.
not-yours = فقط کسی که پرسیده یا یک مدیر می‌تواند این پاسخ را بردارد.
went-wrong = مشکلی از طرف من پیش آمد. لطفاً چند لحظهٔ دیگر دوباره امتحان کنید.
only-for-you = این پاسخ فقط برای شماست.
show-it = نشانم بده
open-form = باز کردن فرم
form-again = ✎ تغییر آن
cannot-write = اجازه ندارم در ⁨{ $channel }⁩ بنویسم. لطفاً بگذارید آنجا کانال را ببینم، پیام بفرستم، پیوند جاسازی کنم و تاریخچه را بخوانم.
menu-answer = به این پاسخ بده
menu-pin = این پاسخ را سنجاق کن
menu-teach = از این یاد بگیر
option-private = فقط برای من

## Doctor
doctor-title = وضع راه‌اندازی من
help-doctor = دنبال تنظیم‌های نادرست می‌گردد و می‌گوید چه باید کرد
list-comma = ،{" "}
diagnosis-database = پایگاه داده را می‌توان خواند و در آن نوشت.
diagnosis-database-bad = پایگاه داده قابل استفاده نیست: { $why }
cure-database = بررسی کنید که DATABASE_URL درست باشد، دیسک پر نباشد و فایل به کاربری تعلق داشته باشد که بات را اجرا می‌کند.
diagnosis-cache-bad = آنچه یاد گرفته شده برای اجرای بعدی نگه داشته نمی‌شود: { $why }
cure-cache = پوشه‌ای را که WENDA_CACHE مشخص می‌کند برای کاربری که بات را اجرا می‌کند قابل نوشتن کنید و بررسی کنید که دیسک پر نباشد.
diagnosis-knowledge = { $count ->
    [one] یک مطلب برای پاسخ دادن آماده است.
   *[other] { $count } مطلب برای پاسخ دادن آماده است.
}
diagnosis-empty = دانشی وجود ندارد: هیچ مطلبی برای پاسخ دادن نیست.
cure-empty = در KNOWLEDGE_DIR نشانی پوشه‌ای را بگذارید که بسته‌ها در آن است.
diagnosis-overdue = { $count ->
    [one] یک متن باید تا حالا بازبینی می‌شد.
   *[other] { $count } متن باید تا حالا بازبینی می‌شد.
}
cure-overdue = آن‌ها را دوباره بخوانید و تاریخ review_by را تمدید کنید؛ داشبورد فهرستشان را دارد.
diagnosis-old = { $count ->
    [one] یک متن به بیش از یک سال پیش مربوط است و روزی برای بازبینی آن تعیین نشده است.
   *[other] { $count } متن به بیش از یک سال پیش مربوط است و روزی برای بازبینی آن‌ها تعیین نشده است.
}
cure-old = آن‌ها را دوباره بخوانید و برایشان review_by یا وضعیت outdated بگذارید.
diagnosis-unreachable = دسترسی به { $name } ممکن نیست.
cure-unreachable = شبکه، فایروال و نشانی تعیین‌شده برای { $name } را بررسی کنید.
diagnosis-unread = { $status ->
    [0] بررسی «⁨{ $place }⁩» ممکن نشد: پاسخی نیامد.
   *[other] بررسی «⁨{ $place }⁩» ممکن نشد (خطای { $status }).
}
cure-unread = چند دقیقهٔ دیگر دوباره امتحان کنید.
diagnosis-left-out = { $count } جای دیگر در { $name } بررسی نشد.
cure-left-out = آنجا /doctor را بنویسید.
diagnosis-clock = ساعت این دستگاه با ساعت { $name } یکی است.
diagnosis-clock-off = ساعت این دستگاه با ساعت { $name } به اندازهٔ { $seconds } ثانیه اختلاف دارد.
cure-clock = همگام‌سازی ساعت را روشن کنید؛ مثلاً با: timedatectl set-ntp true
diagnosis-token = توکن را { $name } نمی‌پذیرد.
diagnosis-token-good = توکن را { $name } می‌پذیرد.
cure-discord-token = توکن تازه‌ای را از پورتال توسعه‌دهندگان (Bot، سپس Reset Token) در DISCORD_TOKEN بگذارید.
cure-telegram-token = توکن را از ‎@BotFather بگیرید (‎/token) و در TELEGRAM_TOKEN بگذارید.
diagnosis-content = بات اجازه دارد پیام‌ها را در دیسکورد بخواند.
diagnosis-content-off = بات اجازه ندارد پیام‌ها را در دیسکورد بخواند: پرسش‌هایی که خطاب به آن نیستند شنیده نمی‌شوند.
cure-content = برای اینکه گوش بدهد، Message Content Intent را در پورتال توسعه‌دهندگان (Bot) روشن کنید.
diagnosis-endpoint = دیسکورد تعامل‌ها را از راه HTTP می‌فرستد، ولی DISCORD_PUBLIC_KEY تعیین نشده است: به هیچ دستوری پاسخ داده نمی‌شود.
cure-endpoint = متغیر DISCORD_PUBLIC_KEY را تعیین کنید، یا Interactions Endpoint URL را در پورتال توسعه‌دهندگان (General Information) خالی کنید.
diagnosis-key-good = کلید عمومی همان کلید برنامه در دیسکورد است.
diagnosis-key = کلید DISCORD_PUBLIC_KEY از آنِ این برنامه نیست: همهٔ تعامل‌های HTTP رد می‌شود.
cure-key = مقدار Public Key را از پورتال توسعه‌دهندگان (General Information) کپی کنید.
diagnosis-alone = بات هنوز در هیچ سرور { $name } نیست.
cure-discord-alone = پیوند دعوتی را که هنگام شروع چاپ می‌شود باز کنید.
diagnosis-permissions = { $count ->
    [one] بات در سرور خود در دیسکورد همهٔ مجوزهای لازم را دارد.
   *[other] بات در { $count } سرور دیسکورد همهٔ مجوزهای لازم را دارد.
}
diagnosis-permissions-lack = بات در { $count } سرور از { $all } سرور دیسکورد بعضی مجوزها را ندارد.
cure-permissions = به نقش آن این مجوزها را بدهید: دیدن کانال‌ها، فرستادن پیام (در رشته‌ها هم)، جاسازی پیوند، پیوست فایل، خواندن تاریخچه، سنجاق کردن پیام. یا پیوند دعوت را دوباره باز کنید.
right-view = View Channel
right-send = Send Messages
right-send-threads = Send Messages in Threads
right-embed = Embed Links
right-history = Read Message History
right-attach = Attach Files
right-pin = Pin Messages
diagnosis-channels = «⁨{ $place }⁩»: بات این مجوزها را ندارد: ⁨{ $rights }⁩؛ کانال‌ها: ⁨{ $channels }⁩
cure-channels = هر جا که باید پاسخ بدهد، این‌ها را به نقش بات بدهید: در تنظیمات کانال (Permissions)، یا برای همهٔ کانال‌ها در تنظیمات سرور (Roles).
diagnosis-channels-more = بات در { $count } کانال دیگر هم بعضی مجوزها را ندارد.
diagnosis-no-channel = «⁨{ $place }⁩»: بات هیچ کانالی را که در آن می‌نویسند نمی‌بیند.
diagnosis-reads-all = بات همهٔ پیام‌های گروه‌های تلگرام را می‌خواند.
diagnosis-privacy = حالت Privacy Mode روشن است: بات در گروه‌های تلگرام فقط دستورها، منشن‌ها و ریپلای‌ها را می‌شنود.
cure-privacy = برای اینکه گوش بدهد، آن را با ‎@BotFather (‎/setprivacy) خاموش کنید و بات را دوباره به گروه اضافه کنید، یا آن را ادمین کنید.
diagnosis-polling = پیام‌ها از تلگرام گرفته می‌شود.
diagnosis-webhook = تلگرام پیام‌ها را به وب‌هوک تحویل می‌دهد.
diagnosis-webhook-none = تلگرام نشانی TELEGRAM_WEBHOOK_URL را نمی‌شناسد.
cure-webhook-none = این نشانی هنگام شروع به تلگرام گفته می‌شود: بات را راه بیندازید و ببینید در گزارش آن چه آمده است.
diagnosis-webhook-other = تلگرام پیام‌ها را به یک وب‌هوک تحویل می‌دهد، ولی TELEGRAM_WEBHOOK_URL خالی است.
cure-webhook-other = شاید بات دیگری از این توکن استفاده می‌کند. وگرنه با شروع این بات درست می‌شود.
diagnosis-webhook-bad = تلگرام نتوانست به وب‌هوک تحویل بدهد ({ $why })؛ { $count } پیام در انتظار است.
cure-webhook-bad = نشانی را از بیرون باز کنید: https با گواهی معتبر، درگاه ۴۴۳، ۸۰، ۸۸ یا ۸۴۴۳، که به WEB_PORT برسد.
diagnosis-groups = بات اجازه دارد در { $count } گروه تلگرام بنویسد.
diagnosis-groups-lack = بات اجازه ندارد در { $count } گروه از { $all } گروه تلگرامی راه‌اندازی‌شده بنویسد.
cure-groups = آن را دوباره به این گروه‌ها اضافه کنید و بگذارید اعضا پیام بفرستند.
diagnosis-no-pin = بات اجازه ندارد در { $count } گروه از { $all } گروه تلگرام پیام سنجاق کند؛ سنجاق پرسش‌ها با این حال کار می‌کند.
cure-no-pin = اگر باید بتواند سنجاق کند، آن را ادمین کنید و حق سنجاق کردن پیام را به آن بدهید.
diagnosis-group-gone = «⁨{ $place }⁩»: بات در این گروه نیست.
cure-group-gone = اگر باید آنجا پاسخ بدهد، آن را دوباره اضافه کنید.
diagnosis-group-restricted = «⁨{ $place }⁩»: بات اجازهٔ فرستادن پیام ندارد، چون تنها خودش محدود شده است.
cure-group-restricted = محدودیت را در تنظیمات گروه (مجوزها، استثناها) بردارید یا بات را ادمین کنید.
diagnosis-group-closed = «⁨{ $place }⁩»: اعضا اجازهٔ فرستادن پیام ندارند و بات عضوی عادی است.
cure-group-closed = آن را ادمین کنید یا در تنظیمات گروه (مجوزها) اجازهٔ فرستادن پیام بدهید.
diagnosis-group-no-pin = «⁨{ $place }⁩»: بات اجازه ندارد پیام سنجاق کند؛ سنجاق پرسش‌ها با این حال کار می‌کند.
diagnosis-group-topics = «⁨{ $place }⁩»: بات اجازه ندارد در موضوع‌های بسته بنویسد.
cure-group-topics = اگر باید بتواند، آن را ادمین کنید و حق مدیریت موضوع‌ها را به آن بدهید.
command-doctor = بررسی

## Pages
page-served = صفحه‌ها: { $url }
page-port = نمی‌توان صفحه‌ها را در ⁨{ $address }⁩ ارائه کرد ({ $code }). در WEB_PORT یک درگاه آزاد، 0 برای هر درگاه آزاد، یا off بگذارید.
page-title = بپرسید و ببینید اعضا چه خواهند دید
page-skip = رفتن به محتوا
page-pages = صفحه‌ها
page-playground = محل آزمایش
page-dashboard = داشبورد
page-language = زبان این صفحه
page-change = تغییر
page-dark = تیره
page-light = روشن
page-question = پرسش شما
page-placeholder = پرسشی یا دستوری مانند ‎/help بنویسید
page-ask = بپرس
page-send = فرستادن
page-empty = پاسخ‌ها به همان شکلی که در دیسکورد و تلگرام دیده می‌شود اینجا می‌آید، و دلایلشان هم در کنارشان.
page-wait = در جست‌وجوی پاسخ …
page-failed = پاسخ نرسید. آیا بات هنوز در حال اجراست؟ لطفاً دوباره امتحان کنید.
page-old = این صفحه قدیمی شده است و دیگر چیزی نمی‌فرستد. لطفاً آن را دوباره بارگذاری کنید.
page-silence = بات در اینجا چیزی نمی‌گوید.
page-answer = پاسخ
page-on = به شکل { $platform }
page-you = شما
page-app = برنامه
page-helpful = کمک کرد
page-unhelpful = کمک نکرد
page-why = چرا این پاسخ
page-sure = مطمئن: پاسخ می‌دهد
page-unsure = نامطمئن: گزینه پیشنهاد می‌کند
page-unknown = نمی‌داند
page-confidence = اطمینان:
page-scale = خط‌ها: گزینه از { $unsure }، پاسخ از { $sure }.
page-candidates = نزدیک‌ترین‌ها
page-views = آنچه به سود اولی است
page-view-words = کلمات یافته‌شده
page-view-letters = پاره‌کلمه‌های یافته‌شده
page-view-covered = سهم پوشش‌یافتهٔ پرسش
page-view-model = آنچه از شکل‌های پرسش آموخته است
page-view-nearest = نزدیک‌ترین شکل پرسیدن آن
page-signs = همهٔ نشانه‌های پشت اطمینان
page-sign = نشانه
page-drawn = به شکل نمودار
page-value = مقدار

## Dashboard
dash-login-about = برای مدیران. توکن همان WEB_TOKEN این نصب است.
dash-token = توکن
dash-login = ورود
dash-logout = خروج
dash-login-wrong = این آن توکن نیست.
dash-login-slow = تلاش‌ها زیاد شد. لطفاً چند لحظه صبر کنید و دوباره امتحان کنید.
dash-community = گروه
dash-from = از
dash-to = تا
dash-show = نمایش
dash-ranges = روزهای نمایش‌داده‌شده
dash-range = از { $from } تا { $to }
dash-command-line = دستوری برای این گروه:
dash-run = اجرا
dash-news = عددها تغییر کرده‌اند.
dash-actions = کارها
dash-csv = CSV
dash-as-table = همین به شکل جدول
dash-days = پرسش در هر روز
dash-day = روز
dash-asked = پرسیده‌شده
dash-answered = پاسخ‌داده‌شده
dash-offered = با پیشنهاد گزینه
dash-unanswered = بی‌پاسخ
dash-languages = بر پایهٔ زبان
dash-platforms = بر پایهٔ پلتفرم
dash-language = زبان
dash-platform = پلتفرم
dash-share = سهم
dash-answered-share = پاسخ‌داده‌شده
dash-top = پرتکرارترین پاسخ‌ها
dash-entry = مطلب
dash-given = دفعات
dash-helpful-share = مفید
dash-likely-share = بازهٔ محتمل
dash-votes = رأی‌ها
dash-of-votes = { $votes ->
    [one] از { $votes } رأی
   *[other] از { $votes } رأی
}
dash-correct = اصلاح
dash-assign = نسبت دادن
dash-teach = یاد دادن
dash-ignore = نادیده گرفتن
dash-unpin = برداشتن سنجاق
dash-undo = لغو تغییر
dash-approve = تأیید
dash-question = پرسش
dash-answer = پاسخ
dash-people = پرسندگان
dash-first = نخستین بار
dash-last = آخرین بار
dash-coverage = چه چیزی به کدام زبان نوشته شده است
dash-coverage-about = بر پایهٔ موضوع: سهم مطالبی که متن خودشان را دارند.
dash-topic = موضوع
dash-entries = مطالب
dash-all-topics = همهٔ موضوع‌ها
dash-attention = نیازمند بازبینی و مورد اختلاف
dash-attention-none = چیزی مورد اختلاف، قدیمی یا نیازمند بازبینی نیست.
dash-reason = دلیل
dash-as-of = تاریخ اطلاعات
dash-review = بازبینی تا
dash-disputed = مورد اختلاف
dash-outdated = قدیمی
dash-overdue = بازبینی عقب‌افتاده
dash-pins = سنجاق‌ها
dash-who = چه کسی
dash-when = چه زمانی
dash-number = شماره
dash-command = دستور
dash-what = چه چیزی
dash-why = دلیل
dash-calibration = چقدر مطمئن، و چقدر مفید
dash-calibration-about = سهم پاسخ‌هایی که بات به این اندازه از آن‌ها مطمئن بود و اعضا مفید دانستند. اگر میله به خط برسد یعنی به قولش عمل می‌کند؛ با رأی کم، میله بلند است.
dash-calibration-none = هنوز به هیچ پاسخی رأی داده نشده است.
dash-said = میزان اطمینان

## Names of commands, where the platform shows them in the person's language
command-ask = پرسش
command-show = نمایش
command-topics = موضوعات
command-sources = منابع
command-language = زبان
command-helpful = مفید
command-privacy = حریم-خصوصی
command-help = راهنما
command-pin = سنجاق
command-pins = فهرست-سنجاق
command-unpin = برداشتن-سنجاق
command-teach = آموزش
command-correct = اصلاح
command-rephrase = بازنویسی-پرسش
command-retire = کنار-گذاشتن
command-restore = بازگردانی
command-history = تاریخچه
command-undo = لغو
command-approve = تأیید
command-unanswered = بی-پاسخ
command-stats = آمار
command-why = چرا
command-settings = تنظیمات
command-reload = بازخوانی
command-link = پیوند
command-unlink = جدا-کردن

## Forms that are asked question by question
form-by-reply = یکی‌یکی می‌پرسم: به هر پرسش ریپلای کنید. «-» آن را خالی می‌گذارد و ‎/cancel یعنی انصراف.
form-keep = نگه دارید یا خالی بگذارید
form-cancel = انصراف
write-me-first = این فقط برای شماست و هنوز نمی‌توانم به شما پیام بدهم. گفت‌وگویی با من باز کنید، Start را بزنید و همان‌جا بپرسید.
setting-anonymous = ادمین‌های ناشناس
anonymous-yes = ادمین‌هایی که هویتشان را پنهان می‌کنند هم می‌توانند مدیریت کنند
anonymous-no = هر کس مدیریت می‌کند هویتش را نشان می‌دهد

## The entry of a new pack
template-question = چگونه عضو شوم؟
template-phrasings = می‌خواهم عضو شوم | ثبت‌نام برای عضویت | کجا باید ثبت‌نام کنم
template-answer = این یک نمونه است. پاسخ خودتان را این‌جا بنویسید، همان‌طور که به پرسنده می‌گویید: چه باید کرد، چقدر هزینه دارد و به چه کسی باید مراجعه کرد. برای هر پرسش تازه از این پرونده رونوشت بگیرید و نام دیگری به آن بدهید.

## Answers that only stand in for one
stopgaps = بالا را ببینید | به بالا مراجعه کنید | پایین را ببینید | مانند بالا | به‌زودی | هنوز پاسخی نیست

## Small talk
any-time = هر وقت خواستید از من بپرسید.
