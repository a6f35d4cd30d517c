## Answers
did-you-mean = هل تقصد واحدا من هذه؟
unknown = لا أعرف. لا شيء في مصادري يجيب عن هذا. جرّب كلمات أخرى، أو اعرف بالأمر ⁦/topics⁩ ما أستطيع الإجابة عنه، أو اسأل الناس هنا.
nothing-here = لا يوجد نص هنا بعد.
no-entries = ليس عندي أي مدخل بعد. يستطيع المشرفون إضافة أول مدخل بالأمر ⁦/teach⁩، ويشرح ملف ⁦README⁩ لمشغّل البوت كيفية تحميل حزمة كاملة.
too-long = هذا أطول من أن يكون سؤالا: اجعله من فضلك أقصر من { NUMBER($most) } حرف.
related = ذو صلة:
sources = { $count ->
    [one] المصدر:{" "}
    [two] المصدران:{" "}
   *[other] المصادر:{" "}
}
source-details = {" "}({ $details })
as-of = بحسب ما كان معروفا في { $date }.
warning = ⚠ { $text }
outdated = جزء من هذا لم يعد محدثا.
disputed = هذا محل خلاف.
overdue = كان ينبغي أن يُراجَع هذا بحلول { $date }.
other-language = هذا النص متاح بهذه اللغة فقط: { $language }.

## Commands
missing-ask = ماذا تريد أن تعرف؟ اكتب سؤالك بعد ⁦/ask⁩.
missing-show = أي مدخل؟ اكتب معرّفه بعد ⁦/show⁩، ويمكنك مثلا أن تجد المعرّفات عبر ⁦/topics⁩.
no-entry = ليس عندي مدخل باسم «{ $id }».
topics = المواضيع:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [zero] لا مداخل:
    [one] مدخل واحد:
    [two] مدخلان:
    [few] { $count } مداخل:
    [many] { $count } مدخلا:
   *[other] { $count } مدخل:
}
no-topic = ليس عندي موضوع باسم «{ $tag }».
no-topics = لا مواضيع للمداخل بعد.
all-sources = ما أقتبس منه
no-sources = لا تذكر المداخل مصادر بعد.
languages = بأي لغة تريد أن أجيبك؟
language-set = من الآن فصاعدا أجيبك بهذه اللغة: { $language }.
language-auto = من الآن فصاعدا أجيبك بلغة سؤالك.
no-language = لا أتكلم «{ $name }» بعد.
automatic = لغة سؤالي
unknown-command = لا أعرف الأمر ⁦/{ $name }⁩. اكتب ⁦/help⁩ لعرض كل الأوامر.
unknown-command-near = لا أعرف الأمر ⁦/{ $name }⁩. هل تقصد ⁦/{ $near }⁩؟

## Help
help-title = ما أستطيع فعله
about = أجيب عن أسئلة حول: { $subjects }. كل إجابة نص كتبه إنسان، ومعها مصدره وتاريخه.
about-nothing = لا أعرف شيئا بعد: لا توجد حزمة معرفة.
help-ask = يجيب عن سؤال، ويمكنك أيضا أن تكتب السؤال مباشرة
help-show = يعرض مدخلا واحدا
help-topics = يعرض المواضيع، أو مداخل موضوع منها
help-sources = يعرض المصادر
help-language = يحدد لغة الإجابات
help-help = يعرض هذه القائمة

## Terminal
greeting = مرحبا، أنا ويندا (Wenda). أجيب عن أسئلة حول: { $subjects }.
greeting-empty = مرحبا، أنا ويندا (Wenda). لا أعرف شيئا بعد: لا توجد حزمة معرفة.
first-entry = لا توجد مداخل بعد في ⁦{ $folders }⁩. ينشئ هذا الأمر حزمة فيها مدخل واحد يمكن نسخه: ⁦{ $command }⁩
try = جرّب مثلا:
hint = الأمر ⁦/help⁩ يعرض الأوامر، و⁦Ctrl-D⁩ ينهي.
no-choice = لا يوجد الآن خيار رقمه { $number }.
goodbye = إلى اللقاء!
form-hint = سؤال بعد سؤال: مفتاح الإدخال يبقي ما هو مكتوب، و⁦-⁩ يفرغه، و⁦\n⁩ سطر جديد، و⁦/cancel⁩ للعدول.
form-field = { $label }:
form-kept = الآن: { $value }
form-required = هذا مطلوب.
form-slash = السطر الذي يبدأ بـ⁦/⁩ ليس إجابة هنا. ضع ⁦\⁩ قبله إن قصدته إجابة، أو اكتب ⁦/cancel⁩.
form-cancelled = أُلغي الأمر، ولم يتغير شيء.

## Moderators
pinned = 📌 ثبّته المشرفون.
retired-entry = سُحب المدخل «{ $title }»، ولم أعد أقدم هذه الإجابة.
moderators-only = لا يستطيع فعل ذلك هنا إلا المشرفون.
missing-pin = أي سؤال أثبّت، وعلى أي مدخل؟ اكتب ⁦/pin⁩ ثم السؤال، ثم ⁦entry:⁩ ومعرّف المدخل. وإذا كنت ترد على إحدى إجاباتي فيكفي ⁦/pin⁩ وحده.
pin-to-what = لم أجد مدخلا يناسب «{ $question }». اكتب معرّف مدخل بعد ⁦entry:⁩، أو اكتب الإجابة بعد ⁦text:⁩.
pin-both = إما ⁦entry:⁩ وإما ⁦text:⁩، لا كلاهما: التثبيت يقود إلى إجابة واحدة.
pin-no-words = لا كلمات في هذا السؤال. اكتبه كما يسأله الأعضاء.
pin-forgotten = لم أعد أذكر عن أي سؤال كانت تلك الإجابة. اكتبه بعد ⁦/pin⁩.
question-too-long = هذا أطول من أن يكون سؤالا: اجعله من فضلك أقصر من 1,000 حرف.
pin-which = أي مدخل يجيب عن «{ $question }»؟
no-message-to-pin = لا توجد هنا رسالة يمكن تثبيتها في القناة.
no-pins = لم يُثبَّت شيء بعد.
pins-title = { $count ->
    [zero] لا أسئلة مثبتة
    [one] سؤال مثبت واحد
    [two] سؤالان مثبتان
    [few] { $count } أسئلة مثبتة
    [many] { $count } سؤالا مثبتا
   *[other] { $count } سؤال مثبت
}
pin-line = «{ $question }» ← { $target } ({ $who }، { $when } بالتوقيت العالمي)
pin-own-text = نص المجتمع نفسه
pin-retired = هذا المدخل مسحوب، أو ليس ضمن الحزم المختارة الآن.
pin-gone = لم يعد هذا المدخل موجودا.
unpin-it = إلغاء تثبيت «{ $question }»
unpin-question = هل تريد إلغاء أحدها؟
missing-unpin = أي تثبيت؟ اكتب سؤاله بعد ⁦/unpin⁩، والأمر ⁦/pins⁩ يعرضها كلها.
unpin-which = هذا السؤال مثبت بعدة لغات. أي واحد؟
no-pin = لا شيء مثبت للسؤال «{ $question }».
teach-title = علّمني إجابة
correct-title = تصحيح «{ $title }»
rephrase-title = صيغ أخرى للسؤال «{ $title }»
field-question = السؤال
field-answer = الإجابة (Markdown، السطر الفارغ فقرة جديدة)
field-phrasings = صيغ أخرى، كل صيغة في سطر أو يفصلها |
field-source = المصدر: عنوان أو رابط أو كلاهما
field-language = اللغة (إن تُركت فارغة: لغة النص)
field-entry = المدخل
field-why = السبب
field-add = صيغ تضاف، كل صيغة في سطر أو يفصلها |
field-remove = صيغ تُحذف
own-pack = ما علّمه هذا المجتمع
own-source = مشرفو هذا المجتمع
also-asked = يُعثر عليه أيضا بـ: { $phrasings }
also-asked-more = يُعثر عليه أيضا بـ: { $phrasings } | … وصيغ أخرى عددها { $count }
alike = { $count ->
    [one] ربما يقول هذا المدخل الشيء نفسه: { $names }
    [two] ربما يقول هذان المدخلان الشيء نفسه: { $names }
   *[other] ربما تقول هذه المداخل الشيء نفسه: { $names }
}
confirm-question = هكذا سيراه الأعضاء. هل أحتفظ به؟
confirm-it = نعم، احتفظ به
cancel-it = لا، ألغه
cancelled = أُلغي، ولم يتغير شيء.
nothing-to-cancel = لا شيء ينتظر التأكيد.
no-draft = لم يعد هذا في الانتظار: إما نُفّذ وإما أُلغي وإما مضت عليه ساعة.
not-accepted = لا أستطيع قبول هذا:
flaw-html = لا يمكن عرض HTML: { $what } استخدم Markdown. ولعرض العلامة ⁦<⁩ ضع ⁦\⁩ قبلها.
flaw-image = لا يمكن عرض الصور. صف بالكلمات ما تظهره.
flaw-struck = لا يمكن عرض النص المشطوب. احذفه.
flaw-address = الرابط { $what } ليس عنوان ويب. يجب أن يبدأ بـ⁦http://⁩ أو ⁦https://⁩ وألا يحمل اسم مستخدم.
flaw-link-words = الرابط إلى { $what } بلا كلمات. اكتبها بين ⁦[⁩ و⁦]⁩.
flaw-nested = القوائم والاقتباسات والخط العريض والروابط متداخلة أكثر من اللازم: الحد الأقصى أربعة مستويات.
flaw-heading = العناوين غير ممكنة في الإجابة. اكتب **نصا عريضا** بدلا منها. وسطر من الشرطات تحت النص يجعله عنوانا أيضا.
flaw-rule = لا يمكن عرض خط أفقي. السطر الفارغ يفصل بين الفقرات.
flaw-table = لا يمكن عرض الجداول. اكتب قائمة.
flaw-empty = يوجد اقتباس أو مقطع شيفرة أو بند قائمة فارغ. احذفه.
flaw-list-start = تبدأ قائمة بـ{ $what }، لكن القوائم تُعد من 1. وإذا لم تقصد قائمة فضع ⁦\⁩ قبل النقطة.
flaw-long-question = عدد أحرف السؤال { NUMBER($count) }، والحد الأقصى 1,000.
flaw-long-phrasing = عدد أحرف إحدى الصيغ الأخرى { NUMBER($count) }، والحد الأقصى 1,000.
flaw-no-question = السؤال فارغ.
flaw-empty-phrasing = إحدى الصيغ الأخرى فارغة.
flaw-no-answer = لا توجد إجابة.
flaw-long-answer = عدد أحرف الإجابة { NUMBER($count) }، والحد الأقصى 3,500.
flaw-bytes = الحجم الإجمالي { NUMBER($count) } بايت، والحد الأقصى 65,536.
flaw-other = { $what }
which-entry = أي مدخل؟ اكتب معرّفه أو عنوانه بعد ⁦/{ $command }⁩.
which-of = هناك عدة مداخل باسم «{ $words }». أي واحد؟
is-retired = «{ $title }» مسحوب. الأمر ⁦/restore⁩ يعيده.
is-own-text = إجابة «{ $question }» مكتوبة في التثبيت نفسه. الأمر ⁦/pin⁩ مع ⁦text:⁩ يستبدلها، و⁦/unpin⁩ يزيلها.
restore-it = إعادته
no-text-yet = ليس للمدخل «{ $title }» نص بهذه اللغة بعد: { $language }. يمكن إضافته بالأمر ⁦/correct⁩.
not-whole = لا يوجد نص بهذه اللغة بعد: { $language }. اكتب بها السؤال والإجابة معا، أو سمّ اللغة التي تقصدها.
no-phrasing = «{ $words }» ليست من الصيغ الأخرى للسؤال «{ $title }».
refused = لم أفعل ذلك، لأنه سيفسد إجابات أخرى:
refused-more = { $count ->
    [one] … وواحدة أخرى.
    [two] … واثنتين أخريين.
    [few] … و{ $count } أخرى.
    [many] … و{ $count } أخرى.
   *[other] … و{ $count } أخرى.
}
refused-question = هل أنفذه مع ذلك؟
force-it = نعم، نفّذه مع ذلك
victim-other = سيؤدي «{ $question }» إلى «{ $instead }» بدلا من «{ $entry }». { $place }
victim-nothing = لن يؤدي «{ $question }» إلى «{ $entry }» بعد ذلك. { $place }
victim-silence = يجب ألا يؤدي «{ $question }» إلى شيء، لكنه سيؤدي إلى «{ $instead }». { $place }
victim-new = سيؤدي «{ $question }» إلى «{ $instead }» لا إلى النص الجديد.
victim-new-nothing = السؤال «{ $question }» نفسه لن يؤدي إلى النص الجديد: لا يقول ما يكفي.
victim-check = (فحص في { $file }، السطر { $line }.)
overtaken = غيّر أحدهم «{ $subject }» في هذه الأثناء، فلم أفعل شيئا. ألق نظرة أخرى من فضلك وأعد المحاولة.
overtaken-again = غيّر أحدهم «{ $subject }» في هذه الأثناء، فلم أحفظ شيئا بعد. ألق عليه نظرة أخرى من فضلك.
approve-overtaken = لم يعد التغيير رقم { $act } مناسبا: فقد تغير الشيء نفسه منذ ذلك الحين. الأمر ⁦/undo { $act }⁩ يستبعده.
nothing-changed = «{ $subject }» على هذه الحال أصلا.
held = أجريت تغييرات كثيرة في عشر دقائق، ولذلك ينتظر التغيير رقم { $act } حتى يجيزه مشرف آخر بالأمر ⁦/approve { $act }⁩.
done-pin = ثُبّت: من الآن فصاعدا يحصل «{ $subject }» على هذه الإجابة.
done-unpin = لم يعد «{ $subject }» مثبتا.
done-teach = تعلمتُ: «{ $subject }».
done-correct = صُحح: «{ $subject }».
done-rephrase = تغيرت صيغ السؤال «{ $subject }».
done-retire = سُحب: «{ $subject }» لن يُقدَّم بعد الآن.
done-restore = أُعيد: «{ $subject }» يُقدَّم من جديد.
done-undo = تم التراجع عن التغيير رقم { $subject }.
done-approve = أُجيز: التغيير رقم { $subject } صار نافذا.
done-link = رُبط: هذا المكان يشارك الآن كل شيء مع { $subject }. والأمر ⁦/unlink⁩ يفصل بينهما.
done-unlink = يستمر هذا المكان وحده الآن، ومعه نسخة من كل شيء.
undo-it = تراجع
undo-act = تراجع عن رقم { $act }
approve-it = إجازة رقم { $act }
undo-none-left = سبق التراجع عن كل تغييراتك. الأمر ⁦/history⁩ يعرضها، و⁦/undo⁩ مع رقم يتراجع عن واحد منها.
undo-already = سبق التراجع عن التغيير رقم { $act }. الأمر ⁦/history⁩ يبين بأي تغيير كان ذلك.
missing-undo = لم تُجر أي تغيير بعد. الأمر ⁦/history⁩ يعرض تغييرات الآخرين.
no-change = لا يوجد هنا تغيير رقمه { $act }. الأمر ⁦/history⁩ يعرض التغييرات.
undo-dropped = استُبعد التغيير رقم { $act } ولم يصبح نافذا قط.
undo-approved = صار التغيير رقم { $act } نافذا بالتغيير رقم { $approval }. تراجع عن هذا الأخير.
undo-link = يخص التغيير رقم { $act } مكانين، فلا يمكن التراجع عنه وحده. الأمر ⁦/{ $command }⁩ يفعل ذلك.
undo-conflict = لا أستطيع التراجع عن رقم { $act } وحده، لأن الشيء نفسه تغير بعده: { $later }. تراجع عن ذلك أولا، الأحدث قبل غيره.
history-title = ما الذي تغير
history-question = هل تريد التراجع عن واحد أو إجازة واحد؟
no-history = لم يتغير شيء بعد.
unreadable = لم تعد هذه المداخل قابلة للقراءة ولا يُجاب بها: { $entries }. الأمر ⁦/correct⁩ يصلحها.
no-history-of = لم يتغير «{ $entry }» هنا قط.
act = ⁦#{ $act } /{ $command }⁩، { $who }، { $place }، { $when } بالتوقيت العالمي.
act-why = السبب: { $why }.
act-forced = نُفّذ مع ذلك، رغم أنه أفسد: { $victims }.
act-undoes = يتراجع عن رقم { $act }.
act-approves = يجيز رقم { $act }.
act-held = ينتظر مشرفا آخر.
record = { $kind } { $name }
kind-entry = المدخل
kind-phrasings = صيغ السؤال
kind-retired = المسحوب
kind-pin = التثبيت
kind-setting = الإعداد
kind-place = المكان
kind-pack = الحزمة
kind-source = المصدر
kind-checks = الفحوص
person = المشرف { $id }
person-you = أنت
person-erased = أحدهم (مُسحت بياناته)
held-title = ما ينتظر مشرفا آخر
held-question = هل تجيز واحدا أم تستبعده؟
drop-it = استبعاد رقم { $act }
more-held = { $count ->
    [zero] لا شيء آخر في الانتظار.
    [one] ينتظر تغيير آخر.
    [two] ينتظر تغييران آخران.
    [few] تنتظر { $count } تغييرات أخرى.
    [many] ينتظر { $count } تغييرا آخر.
   *[other] ينتظر { $count } تغيير آخر.
}
none-held = لا شيء في الانتظار.
no-held = لا يوجد في الانتظار تغيير رقمه { $act }.
approve-own = التغيير رقم { $act } لك أنت: يجب أن يجيزه مشرف آخر.
not-retired = «{ $title }» ليس مسحوبا.
none-retired = لا شيء مسحوب.
restore-which = أي واحد يعود؟
link-code = اكتب ⁦/link { $code }⁩ في المكان الآخر خلال { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
}. ومنذ ذلك الحين يتشارك المكانان التثبيتات والمداخل والإعدادات.
link-wrong = هذا الرمز مجهول أو مستعمل أو قديم. اطلب رمزا جديدا بالأمر ⁦/link⁩ في المكان الآخر.
link-same = هذان المكانان مرتبطان أصلا.
link-conflicts = اتخذ المكانان في هذه الأمور قرارات مختلفة. وما يسري في المكان الآخر سيسري هنا أيضا:
link-question = هل أربط بينهما؟ الأمر ⁦/history⁩ يحتفظ بما كان هنا.
not-linked = هذا المكان غير مرتبط بأي مكان آخر.
help-pin = يحدد لسؤال إجابته
help-pins = يعرض التثبيتات
help-unpin = يزيل تثبيتا
help-teach = يضيف إجابة من عندك
help-correct = يصحح إجابة
help-rephrase = يضيف صيغا أخرى للسؤال أو يحذفها
help-retire = يسحب مدخلا
help-restore = يعيد مدخلا مسحوبا
help-history = يبين من غيّر ماذا ولماذا
help-undo = يتراجع عن تغيير
help-approve = يجيز تغييرا معلقا
help-confirm = ينفذ ما عُرض
help-cancel = يلغي ما عُرض
help-link = يربط هذا المكان بآخر
help-unlink = يفصل هذا المكان عن غيره
missing-confirm = تأكيد ماذا؟ اضغط الزر الذي تحت المعاينة.

## Options
option-question = السؤال
option-entry = المدخل
option-topic = الموضوع
option-language = اللغة
option-text = نص من عندك
option-why = السبب
option-answer = الإجابة
option-phrasings = صيغ أخرى
option-source = المصدر
option-add = ما يضاف
option-remove = ما يُحذف
option-change = الرقم
option-draft = الرقم
option-code = الرمز
option-force = تنفيذ مع ذلك
option-message = الرسالة أيضا

## Reload
reload-unchanged = المعرفة كما كانت.
reload-live = صار نافذا الآن: أُضيف { $added }، وتغير { $changed }، وحُذف { $removed }.
reload-refused = { $count ->
    [one] لم تُعتمد المعرفة المعدلة بسبب مشكلة واحدة. وإلى أن تُحل أجيب كما كنت أجيب.
    [two] لم تُعتمد المعرفة المعدلة بسبب مشكلتين. وإلى أن تُحلا أجيب كما كنت أجيب.
    [few] لم تُعتمد المعرفة المعدلة بسبب { $count } مشكلات. وإلى أن تُحل أجيب كما كنت أجيب.
   *[other] لم تُعتمد المعرفة المعدلة بسبب { $count } مشكلة. وإلى أن تُحل أجيب كما كنت أجيب.
}
reload-more = { $count ->
    [one] … وواحدة أخرى.
    [two] … واثنتان أخريان.
   *[other] … و{ $count } أخرى.
}
help-reload = يقرأ مجلد المعرفة من جديد

## Running a community
unknown-short = لا أعرف هذا.
unanswered-title = ما لم أستطع الإجابة عنه
none-unanswered = لا أسئلة مفتوحة. يُدرج السؤال هنا بعد أن يسأله ثلاثة أشخاص مختلفين بالمعنى نفسه ولا تكون عندي إجابة.
unanswered-line = ⁦#{ $group }⁩ «{ $text }»: عدد من سألوه { $count }، أول مرة في { $first }، وآخر مرة في { $last }.
unanswered-question = ماذا أفعل به؟
assign-it = رقم { $group }: إسناد إلى مدخل
answer-it = رقم { $group }: تعليم إجابة
ignore-it = رقم { $group }: تجاهل
no-group = لا يوجد سؤال مفتوح رقمه { $group } (أو لم يعد موجودا). الأمر ⁦/unanswered⁩ يعرضها.
assign-which = أي مدخل يجيب عن «{ $text }»؟ سيصبح السؤال صيغة أخرى له.
assign-none = لا مدخل قريب من «{ $text }».
ignored = أُزيل «{ $text }» من القائمة. وسيعود إذا سأله ثلاثة أشخاص من جديد.
missing-assign = أي سؤال؟ اكتب رقمه بعد ⁦/assign⁩، والأمر ⁦/unanswered⁩ يعرض الأسئلة.
missing-answer = أي سؤال؟ اكتب رقمه بعد ⁦/answer⁩، والأمر ⁦/unanswered⁩ يعرض الأسئلة.
missing-ignore = أي سؤال؟ اكتب رقمه بعد ⁦/ignore⁩، والأمر ⁦/unanswered⁩ يعرض الأسئلة.
missing-helpful = هل أفادك ذلك؟ اكتب ⁦/helpful yes⁩ أو ⁦/helpful no⁩.
no-answer-meant = أي إجابة تقصد؟ رد على واحدة من إجاباتي، أو اسأل أولا.
vote-yes = نعم, أجل, أيوه, ايوه, اي, yes, y
vote-no = لا, لأ, no, n
voted-yes = شكرا لك! يسرني أن ذلك أفادك.
voted-no = شكرا لك. سيرى المشرفون أن هذه الإجابة تحتاج إلى تحسين.
stats-title = { $days ->
    [one] اليوم
    [two] آخر يومين
    [few] آخر { $days } أيام
    [many] آخر { $days } يوما
   *[other] آخر { $days } يوم
}
stats-days = لكم يوم؟ اكتب رقما من 1 إلى { $most } بعد ⁦/stats⁩.
stats-none = لم يُسأل شيء في هذه المدة.
stats-asked = أسئلة طُرحت: { $count }
stats-answered = أُجيب عنها: { $count } ({ $share })
stats-offered = غير متأكد، فعُرضت خيارات: { $count } ({ $share })
stats-unanswered = لم يُجب عنها: { $count } ({ $share })
stats-helpful = أصوات «مفيد»: { $helpful } من { $votes } ({ $share })
stats-no-votes = لم يصوّت أحد على إجابة بعد.
stats-shadow = ما كان سيُجاب عنه دون أن يُوجَّه إلي (وضع الظل): { $count }
stats-by-day = يوما بيوم:
stats-day = { $day }: طُرح { $asked }، أُجيب { $answered }، خيارات { $offered }، بلا إجابة { $unanswered }، أصوات «مفيد» { $helpful } من { $votes }
stats-earlier = قبل ذلك: طُرح { $asked }، أُجيب { $answered }، خيارات { $offered }، بلا إجابة { $unanswered }
stats-top = الأكثر تقديما:
stats-entry = { $title }: { $count }
stats-worst = الأقل فائدة:
stats-worst-entry = { $title }: لم يفد { $unhelpful } من { $votes } ({ $share })
privacy-title = ما أعرفه عنك
privacy-intro = لا أحتفظ بأسماء. وحيث يجب أن أميز بين الناس أحتفظ برمز مشتق من حسابك بمفتاح سري: والرمز وحده لا يدل على صاحبه. وهذا ما أحتفظ به:
privacy-language = اللغة التي اخترتها بالأمر ⁦/language⁩، مع رمزك.
privacy-answers = أي مدخل عرضته عليك في أي رسالة، مع رمزك ومن دون سؤالك، حتى أستطيع تصحيح الإجابة لاحقا.
privacy-votes = هل أفادتك إجابة، مع رمزك. أما عدد مرات طرح السؤال فيُحصى فقط.
privacy-messages = رسالتك إلى أن أنتهي منها، وردي إلى أن يُرسل.
privacy-questions = لا أحتفظ بكلمات سؤالك. وإذا لم تكن عندي إجابة، أتذكر السؤال مدة تصل إلى أسبوعين مع رمزك ومن دون أسماء وروابط وأرقام. ولا تُحفظ كلماته للمشرفين إلا إذا سأل ثلاثة أشخاص مختلفين السؤال نفسه، ومن دون أي رمز.
privacy-acts = ما يغيره المشرفون يُسجل مع رموزهم.
privacy-drafts = التغيير الذي ينتظر تأكيده يُحفظ ساعة واحدة.
privacy-taught = إذا مسحت هذا، تبقى الإجابات التي علّمتها بصفتك مشرفا لأنها تخص المجتمع، لكن لا شيء يدل بعد ذلك على أنها لك.
privacy-export = أعطني بياناتي
privacy-erase = امسح بياناتي
privacy-exported = هذا كل ما أحتفظ به عنك.
privacy-sure = هل أمسح كل ما أحتفظ به عنك؟ لا يمكن التراجع عن ذلك.
privacy-erase-it = نعم، امسحه
privacy-erased = تم: لم أعد أحتفظ بأي شيء عنك.
settings-title = الإعدادات
settings-question = هل تريد تغيير أحدها؟
setting-language = اللغة
setting-packs = حزم المعرفة
setting-mode = الاستماع
setting-unknown = حين لا أعرف
setting-here = { $setting } في هذه القناة
setting-line = { $setting }: { $value }
setting-values = القيم الممكنة:
setting-back = العودة إلى القيمة الافتراضية
setting-default = القيمة الافتراضية
value-meaning = { $value } ({ $meaning })
value-default = { $value }، افتراضيا
all-packs = الكل
mode-off = لا أستمع إلى شيء، وتبقى الأوامر والإشارات فعالة
mode-addressed = أجيب من يخاطبني
mode-shadow = أكتفي بعدّ ما كنت سأجيب عنه
mode-questions = أجيب أيضا من لا يخاطبني، حيث أكون متأكدا
mode-everywhere = هذا لهذه القناة. أضف ⁦everywhere⁩ إلى الأمر لتغييره في كل القنوات التي ليس لها وضع خاص بها.
tone-helpful = مع تلميح إلى ما يمكن تجربته
tone-short = بكلمات قليلة
tone-silent = لا أقول شيئا، إلا حيث نكون وحدنا
no-setting = لا يوجد إعداد باسم «{ $name }». الموجود: { $settings }.
no-value = القيمة «{ $value }» غير ممكنة للإعداد «{ $setting }». الممكن: { $values }.
done-settings = تم التغيير. { $subject }.
missing-why = أي سؤال أشرح؟ اكتبه بعد ⁦/why⁩.
why-title = لماذا؟ «{ $question }»
why-sure = أجيب بـ«{ $title }»: درجة تأكدي { $share }.
why-unsure = أسأل وأعرض خيارات: فدرجة تأكدي من أفضلها، «{ $title }»، لا تتجاوز { $share }.
why-unknown = أقول إنني لا أعرف: فحتى المدخل الأفضل، «{ $title }»، لا تتجاوز درجة تأكدي منه { $share }.
why-nothing = أقول إنني لا أعرف: لا شيء يشبه السؤال.
why-thresholds = أجيب ابتداء من { $sure }، وأعرض خيارات ابتداء من { $unsure }.
why-pin = تثبيت هو الذي يقرر: «{ $question }».
why-taught = عُلّم هذا المدخل في هذا المجتمع.
why-corrected = صُحح هذا المدخل في هذا المجتمع.
why-rephrased = أُضيفت صيغ للسؤال عنه أو حُذفت في هذا المجتمع.
why-retired = لكن المدخل سُحب، فأقول ذلك بدلا منه.
why-language = اللغة: { $language }، لمن لم يختر لغة.
why-second = يتأخر عنه التالي، «{ $title }»، بمقدار { $points ->
    [zero] لا شيء
    [one] نقطة واحدة
    [two] نقطتين
    [few] { $points } نقاط
   *[other] { $points } نقطة
}.
why-words = كلمات بحثت عنها: { $words }.
why-misspelt = كلمات فيها خطأ إملائي، قرأتها هكذا: { $words }.
why-strange = كلمات لا توجد في أي من نصوصي: { $words }.
why-candidates = أفضل المداخل المرشحة:
why-candidate = { $title } ({ $language }): { $share }
help-unanswered = يعرض ما سأله عدة أشخاص بلا جواب
help-assign = يجعل سؤالا مفتوحا صيغة أخرى للسؤال عن مدخل
help-answer = يعلّم إجابة لسؤال مفتوح
help-ignore = يزيل سؤالا مفتوحا من القائمة
help-helpful = يقول هل أفادت إجابتي الأخيرة
help-stats = يبين ما سُئل وما نتج عنه
help-privacy = يعرض ما أحتفظ به عنك أو يسلمه لك أو يمسحه
help-settings = يعرض سلوكي هنا أو يغيره
help-why = يشرح لماذا يحصل سؤال على إجابته
option-group = الرقم
option-vote = ⁦yes⁩ أو ⁦no⁩
option-days = الأيام
option-what = ⁦export⁩ أو ⁦erase⁩
option-setting = الإعداد
option-value = القيمة

## Corrections
corrected-on = ✎ صُحح في { $date }.
unpinned-on = ✎ لم يعد مثبتا منذ { $date }.
answer-gone = لم تعد هذه الإجابة تُقدَّم.

## Chats
answered-above = أُجيب عن هذا هنا قبل قليل:
slow-down = كان هذا كثيرا دفعة واحدة. أمهلني لحظة من فضلك ثم اسأل من جديد.
stale-button = لم يعد هذا الزر يعمل. اسأل من جديد من فضلك.
cannot-pin-message = لا يُسمح لي بتثبيت الرسائل هنا. ومع ذلك حُفظ تثبيت السؤال.
not-yours = لا يستطيع حذف هذه الإجابة إلا من سأل أو مشرف.
went-wrong = حدث خطأ من جانبي. حاول مجددا بعد لحظة من فضلك.
only-for-you = الإجابة لك وحدك.
show-it = اعرضها علي
open-form = فتح النموذج
form-again = ✎ تعديله
cannot-write = لا يُسمح لي بالكتابة في { $channel }. اسمح لي من فضلك بأن أرى القناة وأرسل الرسائل وأدرج الروابط وأقرأ سجل الرسائل هناك.
menu-answer = أجب عن هذا
menu-pin = ثبّت هذه الإجابة
menu-teach = علّم من هذا
option-private = لي وحدي

## Doctor
doctor-title = حالة إعدادي
help-doctor = يبحث عما ضُبط خطأ ويقول ما العمل
list-comma = ،{" "}
diagnosis-database = يمكن القراءة من قاعدة البيانات والكتابة فيها.
diagnosis-database-bad = لا يمكن استخدام قاعدة البيانات: { $why }
cure-database = تحقق من ⁦DATABASE_URL⁩، ومن أن القرص ليس ممتلئا، ومن أن الملف يخص مستخدم البوت.
diagnosis-cache-bad = لا يمكن حفظ ما تعلمه البوت للتشغيل التالي: { $why }
cure-cache = اجعل المجلد الذي يحدده ⁦WENDA_CACHE⁩ قابلا للكتابة لمستخدم البوت، وتحقق من أن القرص ليس ممتلئا.
diagnosis-knowledge = { $count ->
    [one] يمكن الإجابة بمدخل واحد.
    [two] يمكن الإجابة بمدخلين.
    [few] يمكن الإجابة بـ{ $count } مداخل.
    [many] يمكن الإجابة بـ{ $count } مدخلا.
   *[other] يمكن الإجابة بـ{ $count } مدخل.
}
diagnosis-empty = لا توجد معرفة: لا يمكن الإجابة بأي مدخل.
cure-empty = اجعل ⁦KNOWLEDGE_DIR⁩ يشير إلى مجلد فيه حزم.
diagnosis-overdue = { $count ->
    [one] كان ينبغي أن يُراجَع نص واحد.
    [two] كان ينبغي أن يُراجَع نصان.
    [few] كان ينبغي أن تُراجَع { $count } نصوص.
    [many] كان ينبغي أن يُراجَع { $count } نصا.
   *[other] كان ينبغي أن يُراجَع { $count } نص.
}
cure-overdue = اقرأها من جديد وأخّر ⁦review_by⁩ فيها. لوحة المتابعة تعرضها.
diagnosis-old = { $count ->
    [one] نص واحد يتحدث عما مضى عليه أكثر من عام، ولا يذكر يوما لمراجعته.
    [two] نصان يتحدثان عما مضى عليه أكثر من عام، ولا يذكران يوما لمراجعتهما.
    [few] { $count } نصوص تتحدث عما مضى عليه أكثر من عام، ولا تذكر يوما لمراجعتها.
    [many] { $count } نصا يتحدث عما مضى عليه أكثر من عام، ولا يذكر يوما لمراجعته.
   *[other] { $count } نص يتحدث عما مضى عليه أكثر من عام، ولا يذكر يوما لمراجعته.
}
cure-old = اقرأها من جديد، وأضف إليها ⁦review_by⁩ أو الحالة ⁦outdated⁩.
diagnosis-unreachable = لا يمكن الوصول إلى { $name }.
cure-unreachable = تحقق من الشبكة، ومن جدار الحماية، ومن العنوان المضبوط لـ{ $name }.
diagnosis-unread = { $status ->
    [0] تعذر فحص «⁨{ $place }⁩»: لم يصل رد.
   *[other] تعذر فحص «⁨{ $place }⁩» (خطأ { $status }).
}
cure-unread = حاول من جديد بعد بضع دقائق.
diagnosis-left-out = { $count ->
    [one] لم يُفحص مكان آخر على { $name }.
    [two] لم يُفحص مكانان آخران على { $name }.
    [few] لم تُفحص { $count } أماكن أخرى على { $name }.
    [many] لم يُفحص { $count } مكانا آخر على { $name }.
   *[other] لم يُفحص { $count } مكان آخر على { $name }.
}
cure-left-out = اكتب ⁦/doctor⁩ هناك.
diagnosis-clock = الساعة متوافقة مع ساعة { $name }.
diagnosis-clock-off = فرق ساعة هذا الجهاز عن ساعة { $name } بالثواني: { $seconds }.
cure-clock = فعّل مزامنة الوقت، مثلا: ⁦timedatectl set-ntp true⁩
diagnosis-token = لا يقبل { $name } رمز الدخول.
diagnosis-token-good = يقبل { $name } رمز الدخول.
cure-discord-token = انسخه من جديد من بوابة المطورين (⁦Bot⁩، ⁦Reset Token⁩) إلى ⁦DISCORD_TOKEN⁩.
cure-telegram-token = اطلبه من ⁦@BotFather⁩ (⁦/token⁩)، واضبط ⁦TELEGRAM_TOKEN⁩.
diagnosis-content = يُسمح للبوت بقراءة الرسائل على Discord.
diagnosis-content-off = لا يُسمح للبوت بقراءة الرسائل على Discord: الأسئلة غير الموجهة إليه لا تُسمع.
cure-content = ليستمع إليها، فعّل ⁦Message Content Intent⁩ في بوابة المطورين (⁦Bot⁩).
diagnosis-endpoint = يرسل Discord التفاعلات عبر HTTP، لكن ⁦DISCORD_PUBLIC_KEY⁩ غير مضبوط: لا يُجاب عن أي أمر.
cure-endpoint = اضبط ⁦DISCORD_PUBLIC_KEY⁩، أو أفرغ ⁦Interactions Endpoint URL⁩ في بوابة المطورين (⁦General Information⁩).
diagnosis-key-good = المفتاح العام هو مفتاح التطبيق على Discord.
diagnosis-key = المفتاح في ⁦DISCORD_PUBLIC_KEY⁩ ليس مفتاح هذا التطبيق: كل تفاعل عبر HTTP يُرفض.
cure-key = انسخ ⁦Public Key⁩ من بوابة المطورين (⁦General Information⁩).
diagnosis-alone = البوت ليس في أي خادم على { $name } بعد.
cure-discord-alone = افتح رابط الدعوة الذي يظهر عند التشغيل.
diagnosis-permissions = { $count ->
    [one] للبوت كل الأذونات التي يحتاجها في خادمه على Discord.
    [two] للبوت كل الأذونات التي يحتاجها في خادمين على Discord.
    [few] للبوت كل الأذونات التي يحتاجها في { $count } خوادم على Discord.
    [many] للبوت كل الأذونات التي يحتاجها في { $count } خادما على Discord.
   *[other] للبوت كل الأذونات التي يحتاجها في { $count } خادم على Discord.
}
diagnosis-permissions-lack = تنقص البوت أذونات في خوادم على Discord، عددها { $count } من { $all }.
cure-permissions = امنح دوره: رؤية القنوات، وإرسال الرسائل (وفي المواضيع الفرعية أيضا)، وإدراج الروابط، وإرفاق الملفات، وقراءة السجل، وتثبيت الرسائل. أو افتح رابط الدعوة من جديد.
right-view = ⁦View Channel⁩
right-send = ⁦Send Messages⁩
right-send-threads = ⁦Send Messages in Threads⁩
right-embed = ⁦Embed Links⁩
right-history = ⁦Read Message History⁩
right-attach = ⁦Attach Files⁩
right-pin = ⁦Pin Messages⁩
diagnosis-channels = «⁨{ $place }⁩»: تنقص البوت أذونات: { $rights }؛ في القنوات: ⁨{ $channels }⁩
cure-channels = حيث ينبغي أن يجيب، امنحها لدور البوت: في إعدادات القناة (⁦Permissions⁩)، أو لكل القنوات في إعدادات الخادم (⁦Roles⁩).
diagnosis-channels-more = { $count ->
    [one] تنقص البوت أذونات في قناة أخرى.
    [two] تنقص البوت أذونات في قناتين أخريين.
    [few] تنقص البوت أذونات في { $count } قنوات أخرى.
   *[other] تنقص البوت أذونات في { $count } قناة أخرى.
}
diagnosis-no-channel = «⁨{ $place }⁩»: لا يرى البوت أي قناة يكتب فيها الناس.
diagnosis-reads-all = يقرأ البوت كل الرسائل في مجموعات Telegram.
diagnosis-privacy = وضع الخصوصية مفعّل: في مجموعات Telegram لا يسمع البوت إلا الأوامر والإشارات والردود.
cure-privacy = ليستمع إليها، عطّله عند ⁦@BotFather⁩ (⁦/setprivacy⁩) وأضف البوت إلى المجموعة من جديد، أو اجعله مشرفا.
diagnosis-polling = تُجلب الرسائل من Telegram.
diagnosis-webhook = يسلّم Telegram الرسائل إلى webhook الخاص بالبوت.
diagnosis-webhook-none = لا يعرف Telegram العنوان المكتوب في ⁦TELEGRAM_WEBHOOK_URL⁩.
cure-webhook-none = يُبلَّغ به عند التشغيل: شغّل البوت وانظر ما يقوله سجله.
diagnosis-webhook-other = يسلّم Telegram الرسائل إلى webhook، لكن ⁦TELEGRAM_WEBHOOK_URL⁩ فارغ.
cure-webhook-other = ربما يستخدم بوت آخر رمز الدخول هذا. وإلا فسيُصحح الأمر عند تشغيل هذا البوت.
diagnosis-webhook-bad = لم يستطع Telegram التسليم إلى الـwebhook ({ $why })، وعدد الرسائل المنتظرة { $count }.
cure-webhook-bad = افتح العنوان من الخارج: ⁦https⁩ بشهادة صالحة، والمنفذ 443 أو 80 أو 88 أو 8443، ويقود إلى ⁦WEB_PORT⁩.
diagnosis-groups = { $count ->
    [one] يُسمح للبوت بالكتابة في مجموعة واحدة على Telegram.
    [two] يُسمح للبوت بالكتابة في مجموعتين على Telegram.
    [few] يُسمح للبوت بالكتابة في { $count } مجموعات على Telegram.
   *[other] يُسمح للبوت بالكتابة في { $count } مجموعة على Telegram.
}
diagnosis-groups-lack = لا يُسمح للبوت بالكتابة في مجموعات مُعدّة على Telegram، عددها { $count } من { $all }.
cure-groups = أضفه إليها من جديد، واسمح للأعضاء بإرسال الرسائل.
diagnosis-no-pin = لا يُسمح للبوت بتثبيت الرسائل في مجموعات على Telegram، عددها { $count } من { $all }. ويبقى تثبيت الأسئلة فعالا مع ذلك.
cure-no-pin = اجعله مشرفا له حق تثبيت الرسائل إن أردت ذلك.
diagnosis-group-gone = «⁨{ $place }⁩»: البوت ليس في هذه المجموعة.
cure-group-gone = أضفه من جديد إن كان عليه أن يجيب هناك.
diagnosis-group-restricted = «⁨{ $place }⁩»: لا يُسمح للبوت بإرسال الرسائل، لأنه مقيّد وحده.
cure-group-restricted = ارفع القيد في إعدادات المجموعة (الأذونات، الاستثناءات)، أو اجعله مشرفا.
diagnosis-group-closed = «⁨{ $place }⁩»: لا يُسمح للأعضاء بإرسال الرسائل، والبوت عضو عادي.
cure-group-closed = اجعله مشرفا، أو اسمح بإرسال الرسائل في إعدادات المجموعة (الأذونات).
diagnosis-group-no-pin = «⁨{ $place }⁩»: لا يُسمح للبوت بتثبيت الرسائل. ويبقى تثبيت الأسئلة فعالا مع ذلك.
diagnosis-group-topics = «⁨{ $place }⁩»: لا يُسمح للبوت بالكتابة في المواضيع المغلقة.
cure-group-topics = اجعله مشرفا له حق إدارة المواضيع إن أردت ذلك.
command-doctor = فحص

## Pages
page-served = الصفحات: { $url }
page-port = لا يمكن عرض الصفحات على { $address } ({ $code }). اضبط ⁦WEB_PORT⁩ على منفذ حر، أو على 0 لأي منفذ، أو على ⁦off⁩.
page-title = اسأل وانظر ما سيراه الأعضاء
page-skip = الانتقال إلى المحتوى
page-pages = الصفحات
page-playground = ساحة التجربة
page-dashboard = لوحة المتابعة
page-language = لغة هذه الصفحة
page-change = تغيير
page-dark = داكن
page-light = فاتح
page-question = سؤالك
page-placeholder = اكتب سؤالا، أو أمرا مثل ⁦/help⁩
page-ask = اسأل
page-send = إرسال
page-empty = ستظهر إجاباتك هنا كما تبدو على Discord وعلى Telegram، والأسباب إلى جانبها.
page-wait = جار البحث عن إجابة …
page-failed = لم تصل الإجابة. هل ما زال البوت يعمل؟ حاول مجددا من فضلك.
page-old = هذه الصفحة أقدم من أن ترسل شيئا. حمّلها من جديد من فضلك.
page-silence = يبقى البوت صامتا هنا.
page-answer = الإجابة
page-on = كما على { $platform }
page-you = أنت
page-app = تطبيق
page-helpful = أفادني هذا
page-unhelpful = لم يفدني هذا
page-why = لماذا هذه الإجابة
page-sure = متأكد: يجيب
page-unsure = غير متأكد: يعرض خيارات
page-unknown = لا يعرف
page-confidence = درجة التأكد:
page-scale = الحدود: خيارات ابتداء من { $unsure }، وإجابة ابتداء من { $sure }.
page-candidates = ما كان الأقرب
page-views = ما يشهد للأول
page-view-words = كلمات وُجدت
page-view-letters = أجزاء كلمات وُجدت
page-view-covered = نسبة ما غُطي من السؤال
page-view-model = ما تعلمه الصيغ
page-view-nearest = أقرب صيغة للسؤال
page-signs = كل العلامات وراء درجة التأكد
page-sign = العلامة
page-drawn = على شكل شريط
page-value = القيمة

## Dashboard
dash-login-about = للمشرفين. رمز الدخول هو ⁦WEB_TOKEN⁩ المضبوط في هذه النسخة من البوت.
dash-token = رمز الدخول
dash-login = تسجيل الدخول
dash-logout = تسجيل الخروج
dash-login-wrong = ليس هذا رمز الدخول.
dash-login-slow = محاولات كثيرة جدا. انتظر لحظة من فضلك ثم حاول مجددا.
dash-community = المجتمع
dash-from = من
dash-to = إلى
dash-show = عرض
dash-ranges = الأيام المعروضة
dash-range = من { $from } إلى { $to }
dash-command-line = أمر لهذا المجتمع:
dash-run = تنفيذ
dash-news = تغيرت الأرقام.
dash-actions = إجراءات
dash-csv = CSV
dash-as-table = الشيء نفسه في جدول
dash-days = عدد الأسئلة في اليوم
dash-day = اليوم
dash-asked = طُرح
dash-answered = أُجيب
dash-offered = عُرضت خيارات
dash-unanswered = بلا إجابة
dash-languages = بحسب اللغة
dash-platforms = بحسب المنصة
dash-language = اللغة
dash-platform = المنصة
dash-share = النسبة
dash-answered-share = أُجيب
dash-top = الأكثر تقديما
dash-entry = المدخل
dash-given = مرات التقديم
dash-helpful-share = وُجد مفيدا
dash-likely-share = النطاق المرجح
dash-votes = الأصوات
dash-of-votes = { $votes ->
    [zero] بلا أصوات
    [one] من صوت واحد
    [two] من صوتين
    [few] من { $votes } أصوات
    [many] من { $votes } صوتا
   *[other] من { $votes } صوت
}
dash-correct = تصحيح
dash-assign = إسناد
dash-teach = تعليم
dash-ignore = تجاهل
dash-unpin = إلغاء التثبيت
dash-undo = تراجع
dash-approve = إجازة
dash-question = السؤال
dash-answer = الإجابة
dash-people = عدد السائلين
dash-first = أول مرة
dash-last = آخر مرة
dash-coverage = ما كُتب بأي لغة
dash-coverage-about = بحسب الموضوع: نسبة المداخل التي لها نص خاص بها.
dash-topic = الموضوع
dash-entries = المداخل
dash-all-topics = كل المواضيع
dash-attention = المتأخر والمختلف فيه
dash-attention-none = لا شيء محل خلاف أو قديم أو متأخر.
dash-reason = السبب
dash-as-of = بتاريخ
dash-review = يُراجع قبل
dash-disputed = محل خلاف
dash-outdated = قديم
dash-overdue = متأخر
dash-pins = التثبيتات
dash-who = مَن
dash-when = متى
dash-number = الرقم
dash-command = الأمر
dash-what = ماذا
dash-why = لماذا
dash-calibration = مقدار التأكد ومقدار الفائدة
dash-calibration-about = من الإجابات التي كان البوت متأكدا منها بهذا القدر، النسبة التي وجدها الأعضاء مفيدة. وإذا بلغ الشريط الخط فتأكده في محله، وقلة الأصوات تطيل الشريط.
dash-calibration-none = لا أصوات على الإجابات بعد.
dash-said = درجة التأكد

## Names of commands, where the platform shows them in the person's language
command-ask = اسأل
command-show = اعرض
command-topics = مواضيع
command-sources = مصادر
command-language = لغة
command-helpful = مفيد
command-privacy = خصوصية
command-help = مساعدة
command-pin = ثبت
command-pins = تثبيتات
command-unpin = إلغاء-التثبيت
command-teach = علم
command-correct = صحح
command-rephrase = صيغ
command-retire = اسحب
command-restore = أعد
command-history = سجل
command-undo = تراجع
command-approve = أجز
command-unanswered = بلا-إجابة
command-stats = إحصاءات
command-why = لماذا
command-settings = إعدادات
command-reload = تحديث
command-link = اربط
command-unlink = افصل

## Forms that are asked question by question
form-by-reply = أسأل عن شيء بعد شيء: رد على كل سؤال. العلامة ⁦-⁩ تترك الخانة فارغة، و⁦/cancel⁩ للعدول.
form-keep = أبقه أو اتركه فارغا
form-cancel = إلغاء
write-me-first = هذا لك وحدك، ولا أستطيع أن أكتب إليك بعد. افتح محادثة معي، واضغط ⁦Start⁩، واسألني هناك.
setting-anonymous = المشرفون المجهولون
anonymous-yes = يحق للمشرفين الذين يخفون هويتهم أن يشرفوا
anonymous-no = على من يشرف أن يُظهر من هو

## The entry of a new pack
template-question = كيف أصبح عضوا؟
template-phrasings = أريد الانضمام | التسجيل في العضوية | أين أسجل نفسي
template-answer = هذا مثال. اكتب هنا إجابتك كما تقولها لمن يسألك: ما الذي ينبغي فعله، وكم يكلّف، ومن يُسأل عنه. انسخ هذا الملف لكل سؤال جديد وأعط النسخة اسما آخر.

## Answers that only stand in for one
stopgaps = انظر أعلاه | انظر أدناه | راجع أعلاه | كما سبق | كما ورد أعلاه | قريبا | لا إجابة بعد

## Small talk
any-time = اسألني متى شئت.
