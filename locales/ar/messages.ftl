## Answers
did-you-mean = { $count ->
    [one] هل تقصد هذا السؤال؟
   *[other] هل تقصد أحد هذه الأسئلة؟
}
unknown = لا أعرف: لا شيء في مصادري يجيب عن هذا. جرّب كلمات أخرى، أو انظر ⁦/topics⁩، أو اسأل الناس هنا.
unknown-alone = لا أعرف: لا شيء في مصادري يجيب عن هذا. جرّب كلمات أخرى، أو انظر ⁦/topics⁩.
nothing-here = لا يوجد نص هنا بعد.
no-entries = ليست عندي مقالات بعد. يستطيع المشرفون إضافة مقالة بالأمر ⁦/teach⁩، ويشرح ملف ⁦README⁩ لمشغّل البوت كيفية تحميل حزمة.
too-long = هذا السؤال طويل جدا. اجعله من فضلك أقصر من { NUMBER($most) } حرف.
related = ذو صلة:
sources = { $count ->
    [1] المصدر:{" "}
    [2] المصدران:{" "}
   *[other] المصادر:{" "}
}
source-details = {" "}({ $details })
source-comma = ،{" "}
on-site = على الموقع
as-of = المعلومات حتى { $date }.
warning = ⚠ { $text }
outdated = بعض هذا قديم.
disputed = هذا محل خلاف.
overdue = كان موعد مراجعة هذا في { $date }.
other-language = هذا النص متاح بهذه اللغة فقط: { $language }.
not-in-language = عندي هذه الإجابة، لكن ليس بهذه اللغة: { $language }.
in-which-language = بأي لغة؟
list-comma = ،{" "}
list-semicolon = ؛{" "}
quoted = «⁨{ $title }⁩»

## Commands
missing-ask = ماذا تريد أن تعرف؟ اكتب سؤالك بعد ⁦/ask⁩.
missing-human = عمّ أسألهم؟
missing-none = أي سؤال؟ اكتبه بعد ⁦/none⁩.
missing-tell = أي سؤال؟ اكتبه بعد ⁦/tell⁩.
missing-show = أي مقالة؟ اكتب عنوانها بعد ⁦/show⁩. الأمر ⁦/topics⁩ يعرض المقالات.
no-entry = ليست عندي مقالة باسم «⁨{ $id }⁩».
topics = المواضيع:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [zero] لا مقالات:
    [one] مقالة واحدة:
    [two] مقالتان:
    [few] { $count } مقالات:
    [many] { $count } مقالة:
   *[other] { $count } مقالة:
}
no-topic = ليس عندي موضوع باسم «⁨{ $tag }⁩».
no-topics = لا مقالة لها موضوع بعد.
all-sources = مصادري
no-sources = لا مقالة تذكر مصدرا بعد.
languages = بأي لغة أجيبك؟
language-set = من الآن أجيبك بهذه اللغة: { $language }.
language-auto = من الآن أجيبك بلغة سؤالك.
quiet-on = من الآن لا أجيبك إلا إذا خاطبتني.
quiet-off = عدت أجيب أسئلتك كما كنت، حتى ما لم توجهه إليّ، إن كان ذلك مفعّلا هنا.
quiet-back = أجبني من جديد
no-language = لا أتكلم «⁨{ $name }⁩» بعد.
i-speak = أتكلم هذه اللغات: { $languages }. اسألني بإحداها من فضلك.
automatic = لغة سؤالي
unknown-command = لا يوجد أمر ⁦/{ $name }⁩. الأمر ⁦/help⁩ يعرضها كلها.
unknown-command-near = لا يوجد أمر ⁦/{ $name }⁩. هل تقصد ⁦/{ $near }⁩؟

## Help
help-title = ما أستطيع فعله
about = أجيب عن أسئلة حول: { $subjects }. كل إجابة نص كتبه إنسان، ومعها مصدره وتاريخه.
about-nothing = لا أعرف شيئا بعد: لم تُحمَّل أي حزمة معرفة.
help-ask = يجيب عن سؤال، ويمكنك أيضا كتابة السؤال مباشرة
help-human = يحيل سؤالا إلى البشر
help-none = يقول إن المقصود ليس أيا من المقالات المعروضة
help-tell = يخبرك بالإجابة حين تكون
help-show = يعرض مقالة واحدة
help-topics = يعرض المواضيع، أو مقالات موضوع واحد
help-sources = يعرض المصادر
help-language = يحدد لغة الإجابات
help-quiet = يجعلني لا أجيبك إلا إذا خاطبتني، أو كما كنت
help-help = يعرض هذه القائمة
help-greet = يحيّيك ويخبرك عمّا يمكنك السؤال عنه
helpers-only = الرد على شخص باسمه متاح هنا للمشرفين والمساعدين فقط.
group-ask = السؤال
group-teach = التعليم والتصحيح (للمشرفين)
group-review = الأسئلة والتغييرات (للمشرفين)
group-setup = الإعدادات والصيانة (للمشرفين)
group-you = أنت وأنا
help-moderators = للمشرفين
help-more = اكتب ⁦/help⁩ مع اسم أمر، مثل ask، لتعرف كيف تستخدمه.
more-ask = في محادثتنا الخاصة، وعند الإشارة إلي أو الرد علي، لا حاجة إلى الأمر.
more-show = اكتب عنوان المقالة. وبعد ⁦language:⁩ يمكنك طلب لغة أخرى.
more-language = من دون لغة يعرض اللغات التي أتكلمها. وباللغة التي تختارها أجيبك في كل مكان.
more-quiet = إن أرسلته مرة فلا أجيبك في أي مكان إلا إذا خاطبتني. وإن أرسلته ثانية أجبتك كما كنت.
more-privacy = الأمر ⁦/privacy⁩ وحده يعرضها، و⁦/privacy export⁩ يرسلها في ملف، و⁦/privacy erase⁩ يمسحها.
more-pin = للسؤال المثبت إجابة واحدة دائما: المقالة التي تسميها، أو كلماتك بعد ⁦text:⁩. وفي الرد على إحدى إجاباتي يكفي الأمر وحده.
more-teach = ترى شكلها قبل الحفظ. وفي الرد على رسالة يصير نصها هو الإجابة. الصيغ الأخرى تسهّل العثور عليها.
more-correct = ما لا تذكره يبقى كما هو. وفي الرد على إحدى إجاباتي لا حاجة إلى ذكر المقالة. ترى شكلها قبل الحفظ.
more-rephrase = الصيغ طرق أخرى للسؤال عن الشيء نفسه. لا يراها الأعضاء، لكنها تسهّل العثور على المقالة.
more-retire = لا يضيع شيء: الأمر ⁦/restore⁩ يستعيدها.
more-undo = من دون رقم يتراجع عن آخر تغيير لك. الأرقام في ⁦/history⁩.
more-questions = يظهر السؤال هنا فور ألا تكون عندي إجابة عنه، بالكلمات التي كُتب بها؛ ولا يرى أحد من سأله. ومدة حفظه يحددها ⁦/settings questions⁩.
more-suggestions = إذا اختار الأعضاء المقالة نفسها لسؤال، أقترحه صيغة لها. ولا يضاف شيء من دون مشرف.
more-why = يبين درجة تأكدي، والكلمات التي بحثت عنها، وما ليس منها في نصوصي. هذه تستحق أن تضاف إلى الصيغ.
more-settings = الأمر وحده يعرض كل الإعدادات. ومع اسم إعداد يشرحه، ومع قيمة يغيّره.
more-link = بعد ذلك يتشارك المكانان الأسئلة المثبتة والمقالات والإعدادات. الأمر ⁦/unlink⁩ يفصلهما، ويبقى لكل منهما نسخة.
more-reload = ألاحظ تغيّر الملفات وحدي أيضا. وإن كان فيها خطأ أجبت كما كنت أجيب.

## Terminal
greeting = مرحبا، أنا ويندا (Wenda). أجيب عن أسئلة حول: { $subjects }.
greeting-empty = مرحبا، أنا ويندا (Wenda). لا أعرف شيئا بعد: لم تُحمَّل أي حزمة معرفة.
first-entry = لا توجد مقالات بعد في ⁦{ $folders }⁩. هذا الأمر ينشئ حزمة فيها مقالة أولى يمكن نسخها: ⁦{ $command }⁩
try = مثلا:
try-one = اختر سؤالا أو اكتب سؤالك.
hint = الأمر ⁦/help⁩ يعرض الأوامر، و⁦Ctrl-D⁩ للخروج.
no-choice = لا يوجد خيار رقمه { $number }.
goodbye = إلى اللقاء!
form-hint = سؤال بعد سؤال: مفتاح الإدخال يبقي النص كما هو، و⁦-⁩ يفرغه، و⁦\n⁩ سطر جديد، و⁦/cancel⁩ للإلغاء.
form-field = { $label }:
form-kept = الآن: { $value }
form-required = هذا الحقل مطلوب.
form-slash = لا يمكن أن تبدأ الإجابة بـ⁦/⁩. ضع ⁦\⁩ قبلها، أو اكتب ⁦/cancel⁩ للإلغاء.
form-cancelled = أُلغي، ولم يتغير شيء.

## Moderators
pinned = 📌 إجابة ثبّتها المشرفون.
retired-entry = المقالة «⁨{ $title }⁩» مؤرشفة، ولم أعد أقدم هذه الإجابة.
retire-question = أؤرشف المقالة «⁨{ $title }⁩»؟ لن أقدم هذه الإجابة حتى تستعيدها ⁦/restore⁩.
moderators-only = هذا للمشرفين فقط.
editors-not = رابطك الشخصي يتيح لك تعديل المقالات، لا هذا الأمر.
owners-only = الربط والفصل للمالكين فقط: في الخادم أو المجموعة لمن تمنحه صلاحياتها الإشراف، وفي لوحة المتابعة لمالكيها.
operator-only = المعرفة هنا مشتركة بين عدة مجتمعات: لا يعيد قراءتها إلا المشغّل، من الطرفية أو من لوحة المتابعة.
missing-pin = أي سؤال أثبّت، وبأي مقالة؟ اكتب ⁦/pin⁩ ثم السؤال، ثم ⁦entry:⁩ وعنوان المقالة. أو رد على إحدى إجاباتي بكتابة ⁦/pin⁩ وحده.
pin-to-what = لم أجد مقالة تناسب «⁨{ $question }⁩». اكتب عنوان مقالة بعد ⁦entry:⁩، أو اكتب الإجابة بعد ⁦text:⁩.
pin-both = استخدم ⁦entry:⁩ أو ⁦text:⁩، لا كليهما.
pin-no-words = لا كلمات في هذا السؤال. اكتبه كما يسأله الأعضاء.
pin-forgotten = لم أعد أعرف عن أي سؤال كانت تلك الإجابة. اكتب السؤال بعد ⁦/pin⁩.
pin-there = هذا السؤال مثبَّت من قبل:
pin-replace-question = هل أستبدله؟
pin-replace = استبدل
question-too-long = هذا السؤال طويل جدا. اجعله من فضلك أقصر من 1,000 حرف.
pin-which = أي مقالة تجيب عن «⁨{ $question }⁩»؟
no-message-to-pin = لا توجد هنا رسالة يمكن تثبيتها في القناة.
no-pins = لا أسئلة مثبتة بعد.
pins-title = { $count ->
    [zero] لا أسئلة مثبتة
    [one] سؤال مثبت واحد
    [two] سؤالان مثبتان
    [few] { $count } أسئلة مثبتة
    [many] { $count } سؤالا مثبتا
   *[other] { $count } سؤال مثبت
}
pin-line = «⁨{ $question }⁩» ← { $target } ({ $who }، { $when } بالتوقيت العالمي)
pin-own-text = نص من المجتمع
pin-retired = هذه المقالة مؤرشفة، أو حزمتها غير مفعّلة هنا.
pin-gone = لم تعد هذه المقالة موجودة.
unpin-it = إلغاء تثبيت «⁨{ $question }⁩»
unpin-question = هل تريد إلغاء تثبيت أحدها؟
missing-unpin = أي سؤال مثبت؟ اكتبه بعد ⁦/unpin⁩. الأمر ⁦/pins⁩ يعرضها كلها.
unpin-which = هذا السؤال مثبت بعدة لغات. أي واحد؟
no-pin = السؤال «⁨{ $question }⁩» ليس مثبتا.
teach-title = علّمني إجابة
correct-title = تصحيح «⁨{ $title }⁩»
rephrase-title = صيغ أخرى للسؤال «⁨{ $title }⁩»
field-question = السؤال
field-answer = الإجابة
field-to = رقم السؤال
field-phrasings = صيغ أخرى، كل صيغة في سطر أو يفصلها |
field-source = المصدر: عنوان أو رابط أو كلاهما
field-language = اللغة (إن تُركت فارغة: لغة النص)
field-file = صورة أو ملف (اختياري)
field-entry = المقالة
field-why = السبب
field-unknown = كلامي حين لا أعرف
field-greeting = تحيتي
field-add = للإضافة، كل صيغة في سطر أو يفصلها |
field-remove = للحذف، كل صيغة في سطر أو يفصلها |
own-pack = ما علّمه هذا المجتمع
own-source = مشرفو هذا المجتمع
also-asked = صيغ أخرى (لا يراها الأعضاء): { $phrasings }
preview-phrasings = كيف يسأل الناس عن هذا أيضا؟ بصيغتين أو ثلاث أخرى أجده أكثر بكثير.
also-asked-more = صيغ أخرى (لا يراها الأعضاء): { $phrasings } | … وغيرها { $count }
alike = { $count ->
    [1] ربما تقول هذه المقالة الشيء نفسه: { $names }
    [2] ربما تقول هاتان المقالتان الشيء نفسه: { $names }
   *[other] ربما تقول هذه المقالات الشيء نفسه: { $names }
}
confirm-question = هكذا سيراه الأعضاء. هل أحفظه؟
confirm-it = حفظ
cancel-it = إلغاء
cancelled = أُلغي، ولم يتغير شيء.
nothing-to-cancel = لا شيء لتأكيده أو إلغائه.
no-draft = لم يعد هذا في الانتظار: حُفظ أو أُلغي أو مضت عليه ساعة.
not-your-draft = لا يقرر في هذا إلا من أعدّه.
not-accepted = لا أستطيع قبول هذا بعد:
form-lacks = ينقص «⁨{ $field }⁩».
form-empty = لم يُملأ شيء: املأ حقلا واحدا على الأقل.
flaw-html = لا يمكن عرض HTML: ⁨{ $what }⁩. استخدم Markdown. ولعرض العلامة ⁦<⁩ ضع ⁦\⁩ قبلها.
flaw-image = لا يمكن عرض الصور. صفها بالكلمات.
flaw-struck = لا يمكن عرض النص المشطوب. احذفه.
flaw-address = الرابط ⁨{ $what }⁩ ليس عنوان ويب. يجب أن يبدأ بـ⁦http://⁩ أو ⁦https://⁩ وألا يحمل اسم مستخدم.
flaw-link-words = الرابط إلى ⁨{ $what }⁩ بلا نص. اكتبه بين ⁦[⁩ و⁦]⁩.
flaw-nested = القوائم والاقتباسات والخط العريض والروابط متداخلة أكثر من اللازم: الحد الأقصى أربعة مستويات.
flaw-heading = العناوين داخل الإجابة تبدأ بالعلامة ⁦###⁩ أو ⁦####⁩، ولا تكون في قائمة أو اقتباس. وسطر من الشرطات تحت النص يجعله عنوانا أيضا.
flaw-long-heading = عدد أحرف أحد العناوين في الإجابة { NUMBER($count) }، والحد الأقصى 200.
flaw-rule = لا يمكن عرض خط أفقي. افصل بين الفقرات بسطر فارغ.
flaw-table = للجدول 10 أعمدة و100 صف على الأكثر، ولا يكون في قائمة أو اقتباس.
flaw-table-row = عدد الخلايا في أحد أسطر الجدول { NUMBER($count) }، والصواب { NUMBER($columns) }. ضع ⁦\⁩ قبل كل | هي جزء من النص.
flaw-empty = يوجد عنوان أو جدول أو اقتباس أو مقطع شيفرة أو بند قائمة فارغ. احذفه.
flaw-list-start = تبدأ قائمة بـ⁨{ $what }⁩، لكن القوائم تبدأ من 1. إن لم تكن قائمة فضع ⁦\⁩ قبل النقطة.
flaw-long-question = عدد أحرف السؤال { NUMBER($count) }، والحد الأقصى 1,000.
flaw-long-phrasing = عدد أحرف إحدى الصيغ { NUMBER($count) }، والحد الأقصى 1,000.
flaw-no-question = السؤال فارغ.
flaw-empty-phrasing = إحدى الصيغ فارغة.
flaw-no-answer = الإجابة فارغة.
flaw-long-answer = عدد أحرف الإجابة { NUMBER($count) }، والحد الأقصى 3,500.
flaw-bytes = الحجم الإجمالي { NUMBER($count) } بايت، والحد الأقصى 65,536.
flaw-asked-twice = السؤال «⁨{ $what }⁩» موجود أيضا في السطر { $before }. أبقه حيث تناسبه الإجابة.
flaw-asked-elsewhere = السؤال «⁨{ $what }⁩» موجود أيضا في ⁨{ $other }⁩، السطر { $before }. أبقه حيث تناسبه الإجابة.
flaw-same-entry = تُرك «⁨{ $what }⁩»: مقالة أخرى في هذه الملفات تقول الشيء نفسه.
flaw-same-phrasing = تُركت الصيغة «⁨{ $what }⁩»: هي موجودة في هذه الملفات.
flaw-heading-no-answer = لا إجابة تحت السؤال «⁨{ $what }⁩». اكتبها أو احذف العنوان.
flaw-item-no-answer = لا إجابة: ⁨{ $item }⁩. اكتبها أو احذف السؤال.
flaw-no-question-to = الإجابة «⁨{ $what }⁩» بلا سؤال. اكتب سؤالا بجانبها أو احذفها.
flaw-open-quote = علامة اقتباس تُفتح هنا ولا تُغلق. ضع الخلية كلها بين علامتي اقتباس وكرر ما بداخلها منها.
flaw-no-questions = لم يُعثر على أسئلة. اكتب كل سؤال عنوانا وتحته إجابته، أو في جدول فيه العمودان ⁦question⁩ و⁦answer⁩.
flaw-no-columns = الصف الأول لا يسمّي الأعمدة. سمّ أحدها ⁦question⁩ والآخر ⁦answer⁩.
flaw-column = العمود «⁨{ $column }⁩» لا يُستورد.
flaw-encoding = الملف ليس بترميز ⁦UTF-8⁩. إن بدت الحروف خاطئة فاحفظه بهذا الترميز.
flaw-file-kind = لا يمكن استيراد هذا النوع من الملفات. احفظه بصيغة ⁦Markdown⁩ أو نص عادي أو ⁦CSV⁩ أو ⁦HTML⁩.
flaw-archive = لا يمكن قراءة ملف ⁦ZIP⁩. اضغط الملفات من جديد بلا كلمة مرور.
flaw-archive-name = «⁨{ $name }⁩» في ملف ⁦ZIP⁩ يشير إلى خارجه أو هو رابط أو مكرر. اضغط مجلد الملفات من جديد.
flaw-text-outside = النص الذي بلا سؤال لا يُستورد. ضع له عنوانا إن كان يجيب عن سؤال.
flaw-cut = إجابة «⁨{ $what }⁩» أطول مما يجب: تُرك من آخرها { NUMBER($count) } من الأحرف. قسّمها بعناوين.
flaw-moved = لا يُذكر هنا إلا أن الصفحة نُقلت (⁨{ $what }⁩). استورد الصفحة الجديدة.
flaw-links-only = إجابة «⁨{ $what }⁩» تكاد تكون روابط فقط. اذكر ما فيها أو احذفها.
flaw-not-data = لا يمكن قراءة الملف من هنا. ابحث عن فاصلة أو قوس أو علامة اقتباس ناقصة.
flaw-too-large = هذا كبير جدا أو متداخل أكثر مما يجب. قسّمه إلى ملفات أصغر.
flaw-item-unasked = تُرك ⁨{ $item }⁩: ليس سؤالا له إجابة مكتوبة. إن احتجت إليه فاكتب له مقالة.
flaw-item-off = تُرك ⁨{ $item }⁩: هو معطّل أو مسودة. إن احتجت إليه فاكتب له مقالة.
flaw-plain-answer = استُخدمت الإجابة النصية لـ ⁨{ $item }⁩: لا يمكن عرض ⁦Markdown⁩ فيها.
flaw-first-answer = من بين { $count } من إجابات ⁨{ $item }⁩ لا تُستورد إلا الأولى. إن احتجت إليها كلها فاجمعها في واحدة.
flaw-in-answer = صار «⁨{ $question }⁩» جزءا من إجابة «⁨{ $what }⁩». إن كان سؤالا مستقلا فاجعله عنوانا.
flaw-unread = السؤال «⁨{ $question }⁩» لا يُستورد. إن احتجت إليه فاكتب له مقالة.
flaw-column-twice = العمود «⁨{ $column }⁩» مكرر. أبق واحدا فقط.
flaw-cells = عدد الخلايا في هذا الصف { $count } وفي الصف الأول { $columns }. ضع الخلية التي فيها فاصل بين علامتي اقتباس.
flaw-passed-over = تُركت: ⁨{ $names }⁩. إن كان في ملف كهذا إجابات عن أسئلة فاستورده وحده.
flaw-language = «⁨{ $language }⁩» ليس رمز لغة. استخدم رمزا مثل ⁦en⁩ أو ⁦zh-Hans⁩.
flaw-source-title = اسم المصدر فارغ. اكتبه أو احذفه.
flaw-pack-name = لا يصلح «⁨{ $name }⁩» اسما لحزمة. اختر اسما يصلح لمجلد أيضا.
flaw-id = لا يصلح «⁨{ $id }⁩» اسما لمقالة. اكتب اسما مثل ⁦questions/why-banned⁩.
flaw-id-twice = مقالتان اسمهما «⁨{ $id }⁩». غيّر اسم إحداهما.
flaw-related = تُركت المقالة ذات الصلة «⁨{ $id }⁩»: ليست في الحزمة «⁨{ $pack }⁩». استوردها أيضا.
flaw-source = لا شيء يبين ما هو المصدر «⁨{ $id }⁩». اذكر مصدرا أو استورد الحزمة كلها.
flaw-quote-first = تبدأ الإجابة باقتباس. اكتب جملة قبله.
flaw-phrasings = لا يمكن قراءة قائمة الصيغ تحت السؤال. اكتب كل صيغة في سطر يبدأ بـ ⁦> -⁩
flaw-unshowable = هنا شيء لا يمكن عرضه. اكتبه بالكلمات.
mended-html = صار ⁦HTML⁩ نصا عاديا.
mended-empty = تُرك جزء فارغ.
mended-image = صارت صورة رابطا.
mended-media = تُركت صورة أو فيديو أو جزء مضمّن آخر.
mended-table = صار جدول قائمة.
mended-heading = صار عنوان داخلي نصا عريضا.
mended-level = صار عنوان في الإجابة عنوانا فرعيا تحت السؤال (⁦###⁩).
mended-rule = تُرك خط أفقي.
mended-struck = تُركت كلمات مشطوبة.
mended-link = صار رابط نصا: عنوانه لا يؤدي من هنا إلى شيء.
mended-box = صار إطار أو اقتباس أو جزء قابل للطي نصا عاديا.
mended-note = تُرك ما ليس موجها إلى القراء.
mended-footnote = صارت الحاشية كلامًا بين قوسين.
mended-mention = صارت إشارة إلى أحد كلمات.
mended-nested = بُسّطت قوائم أو اقتباسات متداخلة أكثر مما يجب.
mended-list = أُعيد ترقيم قائمة.
mended-split = قُسّمت إجابة طويلة عند عناوينها.
mended-cut = قُصّت إجابة طويلة.
mended-twice = مُيّز سؤال مكرر عن الأول.
flaw-other = { $what }
which-entry = أي مقالة؟ اكتب عنوانها بعد ⁦/{ $command }⁩.
which-of = هناك عدة مقالات باسم «⁨{ $words }⁩». أي واحدة؟
is-retired = المقالة «⁨{ $title }⁩» مؤرشفة. الأمر ⁦/restore⁩ يستعيدها.
is-own-text = إجابة «⁨{ $question }⁩» مكتوبة في التثبيت نفسه. الأمر ⁦/pin⁩ مع ⁦text:⁩ يستبدلها، و⁦/unpin⁩ يزيلها.
restore-it = استعادة
no-text-yet = ليس للمقالة «⁨{ $title }⁩» نص بهذه اللغة بعد: { $language }. يمكن إضافته بالأمر ⁦/correct⁩.
not-whole = لا يوجد نص بهذه اللغة بعد: { $language }. اكتب بها السؤال والإجابة معا، أو اختر لغة أخرى.
no-phrasing = «⁨{ $words }⁩» ليست من صيغ «⁨{ $title }⁩».
refused = لم أفعل ذلك، لأنه سيفسد إجابات أخرى:
refused-more = … وغيرها { $count }.
refused-question = هل أنفذه رغم ذلك؟
force-it = نفّذه رغم ذلك
regression-other = السؤال «⁨{ $question }⁩» سيجد «⁨{ $instead }⁩» بدلا من «⁨{ $entry }⁩». { $place }
regression-nothing = السؤال «⁨{ $question }⁩» لن يجد «⁨{ $entry }⁩» بعد ذلك. { $place }
regression-silence = السؤال «⁨{ $question }⁩» يجب ألا يجد شيئا، لكنه سيجد «⁨{ $instead }⁩». { $place }
regression-twin = السؤال «⁨{ $question }⁩» سيجد مقالة أخرى عنوانها أيضا «⁨{ $title }⁩». أبق واحدة منهما فقط. { $place }
regression-new = السؤال «⁨{ $question }⁩» سيجد «⁨{ $instead }⁩» لا النص الجديد.
regression-new-nothing = حتى السؤال «⁨{ $question }⁩» لن يجد النص الجديد: كلماته عامة جدا.
regression-taken = «⁨{ $question }⁩» سؤال من أسئلة «⁨{ $title }⁩» أصلا.
regression-check = (فحص في ⁨{ $file }⁩، السطر { $line }.)
overtaken = غيّر شخص آخر «⁨{ $subject }⁩» للتو، فلم أفعل شيئا. راجعه وأعد المحاولة.
overtaken-again = غيّر شخص آخر «⁨{ $subject }⁩» للتو، فلم أحفظ شيئا بعد. راجعه مرة أخرى.
nothing-changed = لا شيء لتغييره: «⁨{ $subject }⁩».
done-pin = تم التثبيت: «⁨{ $subject }⁩» يحصل الآن على هذه الإجابة.
done-unpin = أُلغي التثبيت: «⁨{ $subject }⁩».
done-teach = تعلمت: «⁨{ $subject }⁩».
done-correct = تم التصحيح: «⁨{ $subject }⁩».
done-rephrase = تغيرت الصيغ: «⁨{ $subject }⁩».
done-suggestions = أضيفت إلى الصيغ: «⁨{ $subject }⁩».
done-retire = تمت الأرشفة: «⁨{ $subject }⁩». لن أقدم هذه الإجابة بعد الآن.
done-restore = تمت الاستعادة: «⁨{ $subject }⁩». سأقدم هذه الإجابة من جديد.
done-undo = تم التراجع عن التغيير رقم { $subject }.
done-link = تم الربط: كل شيء الآن مشترك مع ⁨{ $subject }⁩. الأمر ⁦/unlink⁩ يفصل بينهما.
done-unlink = تم الفصل، وبقيت هنا نسخة من كل شيء.
undo-it = تراجع
undo-act = تراجع عن رقم { $act }
undo-none-left = تم التراجع عن كل تغييراتك. الأمر ⁦/undo⁩ مع رقم من ⁦/history⁩ يتراجع عن تغيير آخر.
undo-already = تم التراجع عن التغيير رقم { $act } من قبل. الأمر ⁦/history⁩ يبين كيف.
missing-undo = لم تغيّر شيئا بعد. الأمر ⁦/history⁩ يعرض تغييرات الآخرين.
no-change = لا يوجد هنا تغيير رقمه { $act }. الأمر ⁦/history⁩ يعرض التغييرات.
undo-link = يخص التغيير رقم { $act } مجتمعين، فلا يمكن التراجع عنه وحده. استخدم ⁦/{ $command }⁩.
undo-conflict = لا يمكن التراجع عن رقم { $act } وحده، لأن الشيء نفسه تغير بعده: { $later }. تراجع عن تلك التغييرات أولا، بدءا بالأحدث.
history-title = السجل
history-question = هل تريد التراجع عن أحد هذه التغييرات؟
no-history = لم يتغير شيء بعد.
unreadable = لا يمكن قراءة هذه المقالات فلا تُستخدم: { $entries }. الأمر ⁦/correct⁩ يصلحها.
no-history-of = لم تتغير «⁨{ $entry }⁩» هنا قط.
act = ⁦#{ $act } /{ $command }⁩، { $who }، { $place }، { $when } بالتوقيت العالمي.
act-here = هنا
act-why = السبب: { $why }.
act-forced = نُفّذ رغم أنه أفسد: { $regressions }.
act-undoes = تراجع عن رقم { $act }.
record = { $kind } { $name }
kind-entry = المقالة
kind-phrasings = صيغ السؤال
kind-retired = المؤرشفة
kind-pin = السؤال المثبت
kind-setting = الإعداد
kind-place = الخادم أو المجموعة
kind-pack = الحزمة
kind-source = المصدر
kind-checks = الفحوص
kind-attachment = مرفق
person = المشرف { $id }
person-you = أنت
person-erased = أحدهم (مُسحت بياناته)
people-count = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصا
   *[other] { $count } شخص
}
not-retired = المقالة «⁨{ $title }⁩» ليست مؤرشفة.
none-retired = لا مقالات مؤرشفة.
restore-which = أي مقالة أستعيد؟
link-code = اكتب ⁦/link { $code }⁩ في الخادم الآخر أو المجموعة الأخرى خلال { $minutes ->
    [zero] لحظات
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}. بعدها يتشارك الاثنان الأسئلة المثبتة والمقالات والإعدادات.
link-wrong = هذا الرمز مجهول أو مستعمل أو منتهي الصلاحية. اطلب رمزا جديدا بالأمر ⁦/link⁩ في الخادم الآخر أو المجموعة الأخرى.
link-same = الربط موجود من قبل.
link-conflicts = اختار الطرفان هنا شيئا مختلفا. سيُطبّق هنا اختيار الطرف الآخر:
link-question = هل أربط بينهما؟ الأمر ⁦/history⁩ يحتفظ بما كان هنا.
link-it = اربط
not-linked = هذا الخادم أو هذه المجموعة بلا ربط.
help-pin = يثبّت إجابة لسؤال
help-pins = يعرض الأسئلة المثبتة
help-unpin = يلغي تثبيت سؤال
help-teach = يضيف إجابة من عندك
help-correct = يصحح إجابة
help-rephrase = يضيف صيغا أو يحذفها
help-retire = يؤرشف مقالة
help-restore = يستعيد مقالة مؤرشفة
help-history = يبين من غيّر ماذا ولماذا
help-undo = يتراجع عن تغيير
help-confirm = يحفظ ما عُرض
help-cancel = يلغي ما عُرض
help-link = يربط هذا الخادم أو هذه المجموعة بغيرها
help-unlink = يفصل هذا الخادم أو هذه المجموعة
missing-confirm = تأكيد ماذا؟ اضغط الزر الذي تحت المعاينة.

## Options
option-question = السؤال
option-entry = المقالة
option-topic = الموضوع
option-command = الأمر
option-language = اللغة
option-text = نص من عندك
option-why = السبب
option-answer = الإجابة
option-phrasings = صيغ أخرى
option-source = المصدر
option-add = صيغ للإضافة
option-remove = صيغ للحذف
option-take = اقتراح للإضافة
option-leave = اقتراح للرفض
option-back = اقتراح للاستعادة
option-to = رقم السؤال
option-change = الرقم
option-draft = الرقم
option-code = الرمز
option-force = تنفيذ رغم ذلك
option-message = تثبيت الرسالة أيضا
option-member = العضو
option-server = الخادم
option-file = صورة أو ملف

## Reload
reload-unchanged = لم تتغير المعرفة.
reload-live = تم التحميل: أُضيف { $added }، وتغير { $changed }، وحُذف { $removed }.
reload-refused = { $count ->
    [zero] لم أحمّل المعرفة الجديدة. أجيب كما كنت أجيب.
    [one] لم أحمّل المعرفة الجديدة بسبب مشكلة واحدة. إلى أن تُحل أجيب كما كنت أجيب.
    [two] لم أحمّل المعرفة الجديدة بسبب مشكلتين. إلى أن تُحلا أجيب كما كنت أجيب.
    [few] لم أحمّل المعرفة الجديدة بسبب { $count } مشكلات. إلى أن تُحل أجيب كما كنت أجيب.
    [many] لم أحمّل المعرفة الجديدة بسبب { $count } مشكلة. إلى أن تُحل أجيب كما كنت أجيب.
   *[other] لم أحمّل المعرفة الجديدة بسبب { $count } مشكلة. إلى أن تُحل أجيب كما كنت أجيب.
}
reload-more = … وغيرها { $count }.
reload-right = عادت المعرفة سليمة.
reload-unreached = تعذر الوصول إلى مستودع المعرفة (⁨{ $why }⁩). سأجيب بآخر ما جُلب منه.
help-reload = يقرأ مجلد المعرفة من جديد

## Running a community
unknown-short = لا أعرف هذا.
questions-title = ما لم أستطع الإجابة عنه
none-questions = لا أسئلة مفتوحة. يظهر السؤال هنا فور ألا تكون عندي إجابة عنه.
question-line = ⁦#{ $group }⁩ «⁨{ $text }⁩» · عدد السائلين: { $count } · آخر مرة في { $last }
question-choices = · عُرضت خيارات ولم يختر أحد
question-helpers = · لدى المساعدين
question-waiting = · ينتظرون الإجابة: { $count }
questions-more = أسئلة مفتوحة أخرى: { $count }. تعرضها لوحة التحكم كلها.
questions-dropped = أسئلة لم أحتفظ بها في آخر 30 يوما لأن أحدهم سأل كثيرا جدا: { $count }.
questions-none-kept = لا أحتفظ بالأسئلة هنا. الأمر ⁦/settings questions⁩ يغير ذلك.
questions-gap = «…» مكان الأرقام والعناوين والحسابات: لا أحتفظ بما يخص الأشخاص منها.
questions-question = ماذا أفعل به؟
assign-it = رقم { $group }: إضافة إلى مقالة
answer-it = رقم { $group }: تعليم إجابة
ignore-it = رقم { $group }: تجاهل
no-group = لا يوجد سؤال مفتوح رقمه { $group }. الأمر ⁦/questions⁩ يعرضها.
assign-which = أي مقالة تجيب عن «⁨{ $text }⁩»؟ سيصبح السؤال صيغة من صيغها.
assign-none = لم أجد مقالة قريبة من «⁨{ $text }⁩».
ignored = أُزيل «⁨{ $text }⁩» من القائمة. وسيعود إذا سأله أحد من جديد.
ignored-many = أُزيل من القائمة: { $count }. ويعود كل سؤال إذا سأله أحد من جديد.
question-gone = نُسي هذا السؤال، ولا يمكن إرجاعه.
question-back = عاد «⁨{ $text }⁩» إلى القائمة.
questions-back = عاد إلى القائمة: { $count }.
suggestions-title = صيغ يقترحها الأعضاء
none-suggestions = لا اقتراحات. يظهر الاقتراح هنا إذا اختار الأعضاء المقالة نفسها لسؤال ما، أو صوّتوا لها.
suggestions-off = لا أتعلم هنا مما يختاره الأعضاء. الأمر ⁦/settings learn⁩ يشغّل ذلك.
suggestion-line = «⁨{ $question }⁩» ← «⁨{ $title }⁩» (مع: { $count }، ضد: { $against })
suggestions-question = هل أضيفها؟ تحققت من أن كل سؤال يجد مقالته بها، ومن أن أي إجابة أخرى لا تتغير.
suggestion-take = إضافة رقم { $number }
suggestion-leave = رفض رقم { $number }
suggestions-take-all = إضافة الكل
suggestions-leave-all = رفض الكل
suggestions-several = تحديد عدة اقتراحات
suggestions-take-ticked = إضافة المحددة
suggestions-leave-ticked = رفض المحددة
suggestions-does = ماذا أفعل بها؟
suggestions-question-short = أيها؟
suggestion-hint = ← «⁨{ $title }⁩» (مع: { $count }، ضد: { $against })
no-suggestion = لم يعد هذا الاقتراح موجودا. الأمر ⁦/suggestions⁩ يعرض الاقتراحات المفتوحة.
suggestions-many = عدد الاقتراحات: { $count }
suggestion-why = اقترحه الأعضاء؛ عدد المؤيدين: { $count }
suggestions-left = عدد ما رُفض: { $count }. لا يعود إلا إذا اختار الأعضاء الشيء نفسه من جديد.
suggestions-back = عدد ما استُعيد: { $count }.
missing-assign = أي سؤال؟ اكتب رقمه بعد ⁦/assign⁩. الأمر ⁦/questions⁩ يعرض الأسئلة.
missing-answer = أي سؤال؟ اكتب رقمه بعد ⁦/answer⁩. الأمر ⁦/questions⁩ يعرض الأسئلة.
missing-ignore = أي سؤال؟ اكتب رقمه بعد ⁦/ignore⁩. الأمر ⁦/questions⁩ يعرض الأسئلة.
missing-helpful = هل أفادتك؟ اكتب ⁦/helpful⁩ نعم أو ⁦/helpful⁩ لا.
no-answer-meant = أي إجابة؟ رد على واحدة من إجاباتي، أو اسأل أولا.
vote-yes = نعم، أجل، أيوه، ايوه، اي، إي، أفادتني، أفادت، مفيدة، yes، y
vote-no = لا، لأ، لم تفد، لم تفدني، غير مفيدة، ما أفادتني، no، n
voted-yes = شكرا! يسرني أنها أفادتك.
voted-no = شكرا. سيرى المشرفون أن هذه الإجابة تحتاج إلى تحسين.
voted-no-why = شكرا. سيرى المشرفون أن هذه الإجابة تحتاج إلى تحسين. ما المشكلة؟
voted-why = شكرا، هذا يساعد على تصحيحها.
vote-unasked = ليس ما سألت عنه
vote-wrong = غير صحيحة
vote-outdated = قديمة
vote-unclear = غير واضحة
stats-title = { $days ->
    [zero] اليوم
    [one] اليوم
    [two] آخر يومين
    [few] آخر { $days } أيام
    [many] آخر { $days } يوما
   *[other] آخر { $days } يوم
}
stats-days = لكم يوم؟ اكتب رقما من 1 إلى { $most } بعد ⁦/stats⁩.
stats-none = لم يسأل أحد شيئا في هذه المدة.
stats-asked = الأسئلة: { $count }
stats-answered = أُجيب عنها: { $count } ({ $share })
stats-offered = عُرضت خيارات: { $count } ({ $share })
stats-unanswered = بلا إجابة: { $count } ({ $share })
stats-helpful = أصوات «مفيد»: { $helpful } من { $votes } ({ $share })
stats-no-votes = لا أصوات بعد.
stats-shadow = أسئلة لم توجَّه إلي وكنت أستطيع الإجابة عنها (وضع ⁦shadow⁩): { $count }
stats-by-day = بحسب اليوم:
stats-day = { $day }: طُرح { $asked }، أُجيب { $answered }، خيارات { $offered }، بلا إجابة { $unanswered }، أصوات «مفيد» { $helpful } من { $votes }
stats-earlier = قبل ذلك: طُرح { $asked }، أُجيب { $answered }، خيارات { $offered }، بلا إجابة { $unanswered }
stats-top = الأكثر تقديما:
stats-entry = { $title }: { $count }
stats-worst = الأقل فائدة:
stats-worst-entry = { $title }: لم تُفِد { $unhelpful } من { $votes } ({ $share })
entry-used = { stats-title }: مرات تقديمها: { $given }؛ الأصوات: { $votes }، «مفيد»: { $helpful }.
privacy-title = ما أعرفه عنك
privacy-intro = لا أحتفظ بأسماء. لأميز بين الناس أحتفظ بمعرّف مشفّر مشتق من حسابك بمفتاح سري، والمعرّف وحده لا يدل عليك. وهذا ما أحتفظ به:
privacy-language = اللغة التي اخترتها بالأمر ⁦/language⁩، مع معرّفك المشفّر.
privacy-quiet = أني لا أجيبك إلا إذا خاطبتني (⁦/quiet⁩)، مع معرّفك المشفّر.
privacy-server = في Discord: الخادم الذي اخترته بالأمر ⁦/server⁩، مع معرّفك المشفّر.
privacy-answers = أي مقالة عرضتها عليك في أي رسالة، مع معرّفك المشفّر ومن دون سؤالك، حتى أستطيع تصحيح الإجابة لاحقا.
privacy-votes = هل أفادتك إجابة، مع معرّفك المشفّر. أما عدد مرات طرح السؤال فأعدّه فقط.
privacy-messages = رسالتك إلى أن أنتهي منها، وردي إلى أن يُرسل.
privacy-questions = لا أحتفظ بكلمات سؤال أجبت عنه. إن لم تكن عندي إجابة، أو لم تضغط أيا من خياراتي، يرى المشرفون السؤال كما كتبته، من دون اسمك ومن دون أرقام الهواتف والعناوين وما شابه، 30 يوما على الأكثر؛ مع معرّفك المشفّر كي تستطيع محوه.
privacy-signals = إذا اخترت مقالة لسؤال كهذا، أو صوّت عليها، أو عرضتها على شخص: المقالة ومعرّفك المشفّر، ما بقي السؤال. وقد يضيف المشرفون السؤال صيغة من دون أي معرّف. وما تسأله على انفراد لا يراه أحد ما لم تعرضه أنت.
privacy-acts = ما يغيره المشرفون، مع معرّفاتهم المشفّرة.
privacy-handed = السؤال الذي تحيله إلى المساعدين، وما تجيب به بصفتك مساعدا، مدة 30 يوما؛ وهل يجوز ذكر اسمك.
privacy-drafts = التغيير الذي ينتظر التأكيد، مدة ساعة.
privacy-groups = المجموعات التي خاطبتني فيها، مع معرّفك المشفّر، لمدة 180 يوما، حتى تديرها وتجد إجاباتها في محادثتنا الخاصة.
privacy-account = في هذه الصفحات: الاسم الذي كتبه لك المالك وأوقات تسجيل خروجك، إلى أن تُزال.
privacy-taught = إذا مسحت هذا، تبقى الإجابات التي علّمتها بصفتك مشرفا للمجتمع، لكن لا شيء يدل بعد ذلك على أنها لك.
privacy-left = إذا أُزلت من خادم، يُحذف ما علّمني إياه وإعداداته بعد ⁦30⁩ يوما. وإن عدت قبل ذلك فكل شيء باق.
privacy-export = تصدير بياناتي
privacy-erase = مسح بياناتي
privacy-exported = هذا كل ما أحتفظ به عنك.
privacy-sure = هل أمسح كل ما أحتفظ به عنك؟ لا يمكن التراجع عن ذلك.
privacy-sure-account = ولن يعمل رابطك إلى هذه الصفحات بعد ذلك.
privacy-erase-it = مسح
privacy-erased = تم. لم أعد أحتفظ بأي شيء عنك.
settings-title = الإعدادات
settings-question = هل تريد تغيير أحدها؟
settings-which = أيها؟
section-speech = بمَ أجيب وكيف
section-people = من يستطيع ماذا
section-notices = التقارير والمساعدون
section-faq = قناة الأسئلة الشائعة
section-manners = السلوك في هذه المجموعة
setting-language-about = لغة الإجابة لمن لا أعرف لغته، ولغة الترحيب والتقارير.
setting-packs-about = المعرفة التي أجيب منها. من دون اختيار: كلها.
setting-mode-about = ما أفعله بالرسائل غير الموجهة إليّ وبالمنشورات الجديدة في المنتديات.
setting-unknown-about = ما أقوله حين لا أجد إجابة.
setting-greeting-about = ما أقوله عند وصولي وحين يحيّيني أحد.
setting-learn-about = كم عضوا يجب أن يختاروا الإجابة نفسها قبل أن أقترح سؤالهم صيغة لها.
setting-questions-about = كم يستطيع المشرفون قراءة ما لم أستطع الإجابة عنه. «off» لا يحفظ شيئا وينسى الموجود؛ وعندها لا أتعلم من الاختيارات أيضا.
setting-site-about = هل يظهر ما علّمه هذا المجتمع أو غيّره على الموقع الذي يُصنع من معرفتي. ما يُقرَّر لمقالة بعينها مقدَّم. يسري عند بناء الموقع مرة أخرى.
setting-human-about = أين تذهب الأسئلة التي يحيلها أحد إلى البشر، وأين يجيب المساعدون عنها.
setting-hours-about = متى يكون المساعدون حاضرين. وفي غير هذه الأوقات أقول متى يعودون.
setting-faq-about = أين أنشر ما أعرفه أسئلةً شائعة وأبقيه محدّثًا: رقم القناة أو «here». «off» ينهي ذلك ويُبقي الرسائل، و«remove» يزيلها.
setting-faqlanguages-about = لغات قناة الأسئلة الشائعة. إن لم تُختر فلغة هذا المجتمع.
setting-faqtopics-about = مواضيع قناة الأسئلة الشائعة، بهذا الترتيب. إن لم تُختر فجميعها.
setting-patience-about = كم ثانية أترك الناس يجيبون أولا حيث يتحدث عدة أشخاص ولم يخاطبني أحد: من 0 إلى 300. وإن أجاب أحد سكتّ.
setting-moderators-about = من يجوز له الإشراف عليّ، غير مشرفي المنصة نفسها.
setting-helpers-about = من يجوز له أن يجيب عضوا باسمه بإحدى المقالات.
setting-reports-about = أين أخبر المشرفين بما ينتظرهم: رقم قناة أو «here».
setting-digest-about = كيف يعرف المشرفون ما ينتظرهم: كل تقرير وحده («off»)، أو الكل في رسالة واحدة كل يوم («daily») أو كل أسبوع («weekly»).
setting-solved-about = الوسم الذي يناله منشور المنتدى حين يُحل: رقمه.
setting-anonymous-about = هل يجوز للمشرفين الذين يكتبون باسم المجموعة الإشراف عليّ.
setting-commands-about = أي الأوامر في المجموعة موجهة إليّ.
setting-disabled-about = أوامر لا أنفذها في المجموعة.
setting-who-about = من أجيب عن أسئلتهم في المجموعة.
setting-answers-about = أين يقرأ أعضاء المجموعة الإجابة.
setting-personal-about = أين يقرأ الشخص ما يخصه وحده: في المجموعة من دون أن يراه غيره، أو في المحادثة الخاصة.
setting-cleanup-about = ما مصير رسالة الأمر بعد الإجابة.
setting-expiry-about = بعد كم دقيقة أحذف إجاباتي في المجموعة: من 1 إلى 1440، أو «never».
settings-now = الآن: { $value }
settings-changed = آخر تغيير: { $who }، { $when }
settings-place = الخادم أو المجموعة
settings-channel = رقم قناة أو موضوع
settings-channels = قنوات لها اختياراتها الخاصة:
settings-whole = المجتمع كله
settings-own-words = كلمات خاصة
setting-language = اللغة
setting-packs = حزم المعرفة
setting-mode = عمّا أجيب
setting-unknown = حين لا أعرف
setting-greeting = تحيتي
setting-learn = التعلم من الاختيارات
setting-learn-off = لا أتعلم شيئا
setting-learn-count = عدد من يجب أن يتفقوا: { $count }
setting-questions = الأسئلة التي بلا إجابة
setting-questions-on = تُحفظ 30 يوما
setting-questions-short = تُحفظ ثلاثة أيام
setting-questions-off = لا تُحفظ
setting-site = مقالات المجتمع على الموقع
setting-site-on = علنية بعد بناء الموقع مرة أخرى
setting-site-off = ليست على الموقع
setting-site-how = لمقالة واحدة فقط أضف عنوانها: ⁦/settings site on⁩ العنوان
setting-site-entry = «⁨{ $title }⁩» على الموقع
setting-here = { $setting } في هذه القناة
setting-line = { $setting }: { $value }
setting-values = اختر:
setting-back = العودة إلى الافتراضي
setting-default = الافتراضي
value-meaning = ⁨{ $value }⁩ ({ $meaning })
value-default = ⁨{ $value }⁩، الافتراضي
all-packs = الكل
setting-mode-off = عن الأوامر والإشارات فقط
setting-mode-addressed = عن الأسئلة الموجهة إلي
setting-mode-shadow = عن الموجهة إلي، وأعدّ غيرها فقط
setting-mode-questions = عن أي سؤال أكون متأكدا منه
setting-everywhere = لهذه القناة فقط. أضف ⁦everywhere⁩ إلى الأمر لكل القنوات التي ليس لها إعداد خاص.
setting-unknown-helpful = أقول ذلك وأقترح ما يمكن تجربته
setting-unknown-short = أقول ذلك بكلمات قليلة
setting-unknown-silent = لا أقول شيئا، إلا في المحادثات الخاصة
own-words = بكلمات المجتمع نفسه
own-words-long = هذا أطول من اللازم. الحد الأقصى { NUMBER($most) } حرف.
greeting-mine = من أنا وما أعرفه
setting-moderators = من يشرف أيضا
setting-helpers = من يساعد
setting-reports = أين أخبر المشرفين
setting-digest = ملخص للمشرفين
setting-digest-off = كل تقرير وحده
setting-digest-daily = رسالة واحدة كل يوم
setting-digest-weekly = رسالة واحدة كل أسبوع
setting-human = أين يُسأل المساعدون
setting-hours = متى يوجد المساعدون
setting-faq = قناة الأسئلة الشائعة
setting-faqlanguages = لغات قناة الأسئلة الشائعة
setting-faqtopics = مواضيع قناة الأسئلة الشائعة
setting-faq-off = لا قناة؛ ما نشرته يبقى كما هو
setting-faq-remove = لا قناة؛ ما نشرته يُزال
faq-gone = لم تعد القناة موجودة
faq-languages-own = لغة هذا المجتمع
faq-topics-all = الكل
faq-title = الأسئلة الشائعة
faq-others = أسئلة أخرى
faq-more = وهناك المزيد: { $count }. اسألني أو انظر /topics.
faq-trouble-gone = لم تعد قناة الأسئلة الشائعة موجودة. اختر غيرها بـ /settings faq.
faq-trouble-write = لا أستطيع تحديث الأسئلة الشائعة: لا يُسمح لي بالكتابة هناك.
faq-trouble-pin = لا يُسمح لي بتثبيت فهرس الأسئلة الشائعة. اسمحوا لي بتثبيت الرسائل أو ثبّتوه بأنفسكم.
faq-trouble-manage = لا أستطيع تثبيت منشورات منتدى الأسئلة الشائعة أو إزالتها. أحتاج هناك إلى صلاحية ⁦Manage Threads⁩.
faq-trouble-many = قناة الأسئلة الشائعة ممتلئة، فلم تتسع لبعض المقالات. اختر المواضيع بـ /settings faqtopics.
diagnosis-faq = الأسئلة الشائعة في «⁨{ $place }⁩» ليست كما ينبغي.
setting-patience = مهلة الناس ليجيبوا قبلي
setting-patience-count = { $count ->
    [0] لا أنتظر، أجيب فورا
    [zero] { $count } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوان
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
setting-solved = وسم منشورات المنتدى المحلولة
setting-none = لا شيء
people-how = اكتب بعده أدوارا أو أشخاصا تفصل بينها مسافات: ⁦@role⁩ أو ⁦@person⁩ أو معرّف شخص. كلمة ⁦default⁩ تلغي ذلك.
appoint-refused = لا يحدد المشرفين الآخرين إلا من منحه الخادم أو المجموعة نفسها إذن الإشراف.
reason-outdated = كان قديما.
reason-wrong = كان خاطئا.
reason-unclear = لم يكن واضحا.
reason-asked = يُسأل عنه كثيرا.
reports-here = هنا
panel-server-help = يسري على كل قناة ليس لها اختيار خاص بها.
panel-channel = لقناة واحدة
panel-channel-help = اختر قناة. ما تضبطه لها يُقدَّم على اختيار الخادم كله.
panel-several = ✎ تغيير عدة إعدادات معا
report-unhelpful = 👎 قال أحدهم إن «⁨{ $title }⁩» لم تُفِده.
report-unhelpful-why = 👎 ذكر أحدهم لماذا لم تُفِده «⁨{ $title }⁩»: { $reason }
report-show = عرض
report-correct = تصحيح
report-open = لم تكن عندي إجابة عن «⁨{ $text }⁩». عدد السائلين: { $count }.
digest-title = ما ينتظركم
digest-questions = الأسئلة المفتوحة في هذه المدة: { $count }
digest-suggestions = صيغ يقترحها الأعضاء: { $count }
digest-unhelpful = 👎 «⁨{ $title }⁩» لم تُفِد. الأصوات ضدها: { $count } من { $votes }
digest-overdue = ⏰ «⁨{ $title }⁩»: كان موعد المراجعة في { $date }.
digest-learn = تعلّم «⁨{ $title }⁩»
no-setting = لا يوجد إعداد باسم «⁨{ $name }⁩». الإعدادات: ⁨{ $settings }⁩.
no-value = القيمة «⁨{ $value }⁩» غير ممكنة للإعداد «⁨{ $setting }⁩». اختر: ⁨{ $values }⁩.
done-settings = تم التغيير. { $subject }.
settings-unchanged = لم يتغير شيء.
missing-why = أي سؤال؟ اكتبه بعد ⁦/why⁩.
why-title = لماذا؟ «⁨{ $question }⁩»
why-sure = أجيب بـ«⁨{ $title }⁩»: درجة تأكدي { $share }.
why-follow-up = أقرؤه تتمة لـ«⁨{ $title }⁩».
why-forgotten = آخر إجابة لي هنا كانت «⁨{ $title }⁩». لم أعد أعرف بأي كلمات سُئلت؛ اكتب ⁦/why⁩ والسؤال.
why-unsure = أعرض خيارات: حتى أفضلها، «⁨{ $title }⁩»، درجة تأكدي منه { $share } فقط.
why-unknown = أقول إنني لا أعرف: حتى أفضل الخيارات، «⁨{ $title }⁩»، درجة تأكدي منه { $share } فقط.
why-nothing = أقول إنني لا أعرف: لا شيء يشبه السؤال.
why-thresholds = أجيب ابتداء من { $sure }، وأعرض خيارات ابتداء من { $unsure }.
why-pin = هذا السؤال مثبت: «⁨{ $question }⁩».
why-taught = هذه المقالة علّمها هذا المجتمع.
why-corrected = صُححت هذه المقالة في هذا المجتمع.
why-rephrased = تغيرت صيغها في هذا المجتمع.
why-retired = لكن المقالة مؤرشفة، فأقول ذلك.
why-language = اللغة: { $language }، ما لم يختر السائل لغة أخرى.
why-second = الخيار الثاني، «⁨{ $title }⁩»، متأخر { $points ->
    [zero] بأقل من نقطة مئوية
    [one] بنقطة مئوية واحدة
    [two] بنقطتين مئويتين
    [few] بـ{ $points } نقاط مئوية
    [many] بـ{ $points } نقطة مئوية
   *[other] بـ{ $points } نقطة مئوية
}.
why-words = كلمات بحثت عنها: { $words }.
why-misspelt = كلمات فيها خطأ إملائي، قُرئت: { $words }.
why-strange = كلمات ليست في أي من نصوصي: { $words }.
why-candidates = أفضل المقالات:
why-candidate = { $title } ({ $language }): { $share }
help-questions = يعرض الأسئلة التي لم أستطع الإجابة عنها
help-suggestions = يعرض صيغا يقترحها الأعضاء
help-assign = يضيف سؤالا مفتوحا إلى مقالة بصفته صيغة لها
help-answer = يعلّمني إجابة سؤال مفتوح
help-reply = يجيب عن سؤال ينتظر مساعدا
help-ignore = يزيل سؤالا مفتوحا من القائمة
help-helpful = يقول هل أفادت إجابتي الأخيرة
help-stats = يبين ما سُئل وكيف كانت النتيجة
help-privacy = يعرض ما أحتفظ به عنك أو يصدّره أو يمسحه
help-settings = يعرض سلوكي هنا أو يغيره
help-why = يشرح لماذا يحصل سؤال على إجابته
option-group = الرقم
option-vote = نعم أو لا
option-days = الأيام
option-what = ⁦export⁩ أو ⁦erase⁩
option-setting = الإعداد
option-value = القيمة
option-unknown = كلمات خاصة بدل «لا أعرف»
option-greeting = تحية خاصة

## Corrections
corrected-on = ✎ صُححت في { $date }.
unpinned-on = ✎ أُلغي تثبيتها في { $date }.
answer-gone = سُحبت هذه الإجابة.

## Chats
answered-above = أُجيب عن هذا هنا قبل قليل:
slow-down = هذا كثير دفعة واحدة. انتظر لحظة ثم اسأل من جديد.
words-only = أقرأ النصوص فقط، لا الصور ولا الملصقات ولا الرسائل الصوتية ولا الاستطلاعات. اكتب سؤالك من فضلك.
stale-button = لم يعد هذا الزر يعمل. اسأل من جديد.
cannot-pin-message = لا أستطيع تثبيت الرسائل هنا، لكن السؤال ثُبّت.
not-yours = لا يستطيع حذف هذه الإجابة إلا من سأل والمساعدون والمشرفون.
went-wrong = حدث خطأ ما. حاول مجددا بعد لحظة.
not-saved = لا أستطيع حفظ أي شيء الآن، لذلك لم يتغير شيء. أخبر من يشغّلني: ⁦/doctor⁩ يبيّن ما يجب إصلاحه.
not-kept = لا أستطيع حفظ أي شيء الآن، فلا بد من الانتظار. أخبر من يشغّلني: سجلي يبيّن ما يجب إصلاحه.
only-for-you = هذه الإجابة تراها أنت وحدك.
show-it = عرض الإجابة
open-form = فتح النموذج
form-again = ✎ تعديل
cannot-write = لا أستطيع الكتابة في ⁨{ $channel }⁩. أحتاج إلى رؤية القناة وإرسال الرسائل وقراءة السجل.
menu-answer = أجب عن هذا
menu-entry = أجب بمقالة
choose-entry = أي مقالة تجيب عن هذه الرسالة؟
search-entry = ابحث في المقالات
menu-pin = ثبّت هذه الإجابة
menu-teach = علّمني من هذه الرسالة
forum-solved = ✅ حُلت المشكلة
forum-solved-tags = محلول، محلولة، تم الحل، تمت الإجابة، حل
forum-not-yours = لا يغلق هذا المنشور إلا من فتحه أو مشرف.
forum-near = قد يكون لدي جواب مشابه، ولا يراه إلا صاحب هذا المنشور.
forum-similar = 🔎 أجوبة مشابهة
forum-similar-not-yours = لا يرى الأجوبة المشابهة إلا من فتح هذا المنشور أو مشرف. اسألني بالأمر ⁦/ask⁩.
menu-solved = هذا حل المشكلة
forum-only = هذا ممكن مع الإجابات في منشورات المنتديات فقط.
forum-thanks = شكرا! وُسم هذا المنشور بأنه محلول.
report-helpers = طلب أحدهم مساعدا، لكن لا يُسمح لي بالكتابة حيث يوجد المساعدون. السؤال ينتظر: اسمحوا لي بالكتابة هناك أو اختاروا مكانا آخر بالأمر `/settings human`.
report-reply = أجب من هنا
report-solution = هذه الإجابة حلت «⁨{ $title }⁩». هل أتعلمها؟
report-learn = تعلّمها
report-edit = عدّلها أولا
cannot-solve = لا أستطيع إغلاق المنشورات في ⁨{ $channel }⁩. أحتاج هناك إلى إذن ⁦Manage Threads⁩.
help-server = يختار الخادم الذي أعطيك إجاباته في الخاص
server-which = إجابات أي خادم نشترك فيه تريد هنا، إضافة إلى ما أعرفه أصلا؟
server-none = ما أعرفه أصلا فقط
server-nowhere = لا يجمعنا أي خادم، لذلك أجيبك بما أعرفه أصلا.
server-chosen = من الآن أعطيك هنا إجابات ⁨{ $title }⁩ أيضا.
server-left = من الآن أجيبك هنا بما أعرفه أصلا فقط.
option-private = أنا وحدي أرى الإجابة
button-helped = أفادتني
button-unhelpful = لم تفدني
button-more = المزيد
button-related = ذو صلة
actions-question = ماذا أفعل بهذه الإجابة؟
action-pin = تثبيت
action-unpin = إلغاء التثبيت
action-correct = تصحيح
action-rephrase = الصيغ
action-retire = أرشفة
action-publish = نشر على الموقع
action-unpublish = إزالة من الموقع
action-remove = حذف
button-quiet = لا تجبني
action-removed = حُذفت الإجابة.
button-human = اسأل شخصا
button-tell = أخبرني حين يعرف أحد
button-show = اعرضه على المشرفين
show-what = لم ير هذا السؤال أحد غيرك. إن عرضته قرأ المشرفون هذه الكلمات من دون اسمك.
tell-later = سأخبرك هنا حالما تكون هناك إجابة.
tell-waiting = سجّلت ذلك من قبل: سأخبرك هنا حالما تكون هناك إجابة.
tell-shown = يستطيع المشرفون الآن قراءة هذا من دون اسمك: «⁨{ $text }⁩». سأخبرك هنا حالما تكون هناك إجابة.
tell-not = لا أستطيع تسجيل ذلك هنا.
question-answered = هناك الآن إجابة عن «⁨{ $text }⁩»:
none-of-these = لا شيء مما سبق
human-asks = 🙋 يسأل أحدهم عما ليست لدي إجابة عنه:
human-where = أين
human-told = أرسل سؤالك إلى المساعدين. ستصلك إجابتهم هنا.
human-stuck = لم أستطع إيصال سؤالك بعد: لا يُسمح لي بالكتابة حيث يوجد المساعدون. سأوصله حالما يُسمح لي، وأخبرك هنا.
human-told-late = وصل سؤالك الآن إلى المساعدين. ستصلك إجابتهم هنا.
human-waiting = سؤالك لدى المساعدين. ستصلك إجابتهم هنا.
human-told-hours = أرسل سؤالك إلى المساعدين. يوجدون عادة ⁨{ $hours }⁩، وستصلك إجابتهم هنا.
human-how = رد على هذه الرسالة أو افتح موضوعا عليها: ما تكتبه يصل إلى من سأل. ولا يظهر اسمك لمن سأل من مكان آخر.
human-take = سأجيب
human-nobody = لا يوجد من يُسأل بعد: على أحد المشرفين أن يختار المكان بالأمر `/settings human`.
human-taken = 🙋 أحد المساعدين يعمل على سؤالك.
human-is-taken = هناك من يجيب عن هذا.
human-you-took = شكرا! من سأل يعرف أنك تعمل على سؤاله.
human-no-answer-yet = لم يجب أحد عن سؤالك خلال يوم. إن أجاب أحد فستصلك الإجابة هنا.
human-answer-by = 💬 يجيب ⁨{ $name }⁩:
human-answer = 💬 يجيب أحد المساعدين:
human-answer-gone = سُحبت هذه الإجابة.
human-question-gone = سحب السائل سؤاله.
human-question-known = هناك الآن مقالة تجيب عن هذا.
human-solved = نجح ذلك
human-passed-on = أوصلتُ إجابتك.
human-passed-words = أوصلتُ كلامك دون الصورة أو الملف: أضف رابطا إن كان ذلك مهما.
human-words = لا أستطيع أن أوصل إلا الكلام المكتوب. أجب كتابة من فضلك، ويمكنك وضع رابط للصورة أو الملف.
human-credit = إن صارت مقالة، فهل أذكر اسمك كاتبا لها؟
human-credit-yes = اذكر اسمي
human-credit-no = لا تذكر اسمي
human-credited = شكرا! المقالات التي تُكتب من إجاباتك من الآن تذكر اسمك: ⁨{ $name }⁩. يمكنك التراجع بالأمر ⁦/privacy⁩.
human-not-credited = حسنا: المقالات التي تُكتب من إجاباتك من الآن لا تذكر اسما.
human-not-yours = لا يستطيع قول ذلك إلا من سأل أو مساعد أو مشرف.
human-thanks = شكرا! يمكن للمشرفين الآن أن يجعلوا هذه الإجابة مقالة.
human-source = إجابة أحد المساعدين
human-source-by = إجابة ⁨{ $name }⁩
setting-human-off = ليس في أي مكان
human-elsewhere = في مكان آخر من هذا المجتمع

## Doctor
doctor-title = فحص الإعداد
help-doctor = يفحص إعدادي ويقول ما يجب إصلاحه
diagnosis-version = Wenda { $version }، على Node.js { $node }.
diagnosis-database = يمكن القراءة من قاعدة البيانات والكتابة فيها.
diagnosis-database-bad = لا يمكن استخدام قاعدة البيانات: { $why }
cure-database = تحقق من ⁦DATABASE_URL⁩، ومن أن القرص ليس ممتلئا، ومن أن الملف يخص مستخدم البوت.
diagnosis-tables = تنقص قاعدة البيانات جداول أو أعمدة يحتاج إليها هذا الإصدار: ⁨{ $names }⁩.
cure-tables = هل أنشأها إصدار آخر أو عُدّلت يدويًا؟ استعد نسخة احتياطية، أو اضبط ⁦DATABASE_URL⁩ على قاعدة بيانات فارغة.
diagnosis-database-file = يمكن القراءة من قاعدة البيانات ⁨{ $file }⁩ والكتابة فيها.
diagnosis-database-none = لا توجد قاعدة بيانات ⁨{ $file }⁩ بعد. لم أفحص أي قاعدة بيانات.
cure-database-none = ينشئها التشغيل الأول. إذا كان البوت يعمل الآن فحدد قاعدة بياناته: ⁦DATABASE_URL=sqlite:PATH { $command }⁩.
diagnosis-damaged = في قاعدة البيانات سجلات تالفة: { $records }. لا أستطيع الإجابة في الأماكن المتأثرة بها.
cure-damaged = أوقفني واستعد نسخة احتياطية من قاعدة البيانات. وأواصل الإجابة في الأماكن الأخرى.
diagnosis-cache-bad = لا يمكن حفظ ما تعلمه البوت للتشغيل التالي: { $why }
cure-cache = اجعل المجلد الذي يحدده ⁦WENDA_CACHE⁩ قابلا للكتابة لمستخدم البوت، وتحقق من أن القرص ليس ممتلئا.
diagnosis-refused = لم تُحمَّل المعرفة المعدّلة: { $problems }
cure-refused = صحّح هذه الأسطر؛ أقرؤها من جديد من تلقاء نفسي، أو بالأمر ⁦/reload⁩.
diagnosis-repository = لا يمكن الوصول إلى مستودع المعرفة منذ ⁨{ $since }⁩: ⁨{ $why }⁩
cure-repository = تحقق من العنوان في ⁦KNOWLEDGE_GIT⁩ والرمز في ⁦KNOWLEDGE_GIT_TOKEN⁩، ومن أن الخادم يعمل. إلى ذلك الحين أجيب بآخر ما جُلب منه.
diagnosis-knowledge = { $count ->
    [zero] لا مقالات جاهزة للإجابة.
    [one] مقالة واحدة جاهزة للإجابة.
    [two] مقالتان جاهزتان للإجابة.
    [few] { $count } مقالات جاهزة للإجابة.
    [many] { $count } مقالة جاهزة للإجابة.
   *[other] { $count } مقالة جاهزة للإجابة.
}
diagnosis-empty = لا توجد معرفة: لا مقالات جاهزة للإجابة.
cure-empty = اضبط ⁦KNOWLEDGE_DIR⁩ على مجلد فيه حزم.
diagnosis-overdue = { $count ->
    [zero] لا نصوص حان وقت مراجعتها.
    [one] حان وقت مراجعة نص واحد.
    [two] حان وقت مراجعة نصين.
    [few] حان وقت مراجعة { $count } نصوص.
    [many] حان وقت مراجعة { $count } نصا.
   *[other] حان وقت مراجعة { $count } نص.
}
cure-overdue = اقرأها من جديد وأخّر موعد مراجعتها. لوحة المتابعة تعرضها.
diagnosis-old = { $count ->
    [zero] لا نصوص عمرها أكثر من عام وبلا موعد مراجعة.
    [one] نص واحد عمره أكثر من عام وبلا موعد مراجعة.
    [two] نصان عمرهما أكثر من عام وبلا موعد مراجعة.
    [few] { $count } نصوص عمرها أكثر من عام وبلا موعد مراجعة.
    [many] { $count } نصا عمرها أكثر من عام وبلا موعد مراجعة.
   *[other] { $count } نص عمرها أكثر من عام وبلا موعد مراجعة.
}
cure-old = اقرأها من جديد، وحدّد لها موعد مراجعة أو علّمها بأنها قديمة.
diagnosis-unreachable = لا يمكن الوصول إلى { $name }.
cure-unreachable = تحقق من الشبكة، ومن جدار الحماية، ومن العنوان المضبوط لـ{ $name }.
diagnosis-unread = { $status ->
    [0] تعذر فحص «⁨{ $place }⁩»: لم يصل رد.
   *[other] تعذر فحص «⁨{ $place }⁩» (خطأ { $status }).
}
cure-unread = حاول مجددا بعد بضع دقائق.
diagnosis-left-out = { $count ->
    [zero] لم يبق على { $name } خادم أو مجموعة بلا فحص.
    [one] لم يُفحص خادم آخر أو مجموعة أخرى على { $name }.
    [two] لم يُفحص خادمان آخران أو مجموعتان أخريان على { $name }.
    [few] لم تُفحص { $count } خوادم أو مجموعات أخرى على { $name }.
    [many] لم يُفحص { $count } خادما أو مجموعة أخرى على { $name }.
   *[other] لم يُفحص { $count } خادم أو مجموعة أخرى على { $name }.
}
cure-left-out = اكتب ⁦/doctor⁩ هناك.
diagnosis-clock = الساعة متوافقة مع ساعة { $name }.
diagnosis-clock-off = فرق ساعة هذا الجهاز عن ساعة { $name } بالثواني: { $seconds }.
cure-clock = فعّل مزامنة الوقت، مثلا: ⁦timedatectl set-ntp true⁩
diagnosis-token = لا يقبل { $name } رمز الدخول.
diagnosis-token-good = يقبل { $name } رمز الدخول.
cure-discord-token = انسخ رمزا جديدا من بوابة المطورين (⁦Bot⁩، ⁦Reset Token⁩) إلى ⁦DISCORD_TOKEN⁩.
cure-telegram-token = اطلبه من ⁦@BotFather⁩ (⁦/token⁩)، واضبط ⁦TELEGRAM_TOKEN⁩.
diagnosis-content = يستطيع البوت قراءة الرسائل على Discord.
diagnosis-content-off = لا يستطيع البوت قراءة الرسائل على Discord: لا يرى الأسئلة غير الموجهة إليه.
cure-content = ليراها، فعّل ⁦Message Content Intent⁩ في بوابة المطورين (⁦Bot⁩).
diagnosis-endpoint = يرسل Discord التفاعلات إلى العنوان المكتوب في ⁦Interactions Endpoint URL⁩ لا إلى البوت: لا يعمل أي أمر.
cure-endpoint = أفرغ ⁦Interactions Endpoint URL⁩ في بوابة المطورين (⁦General Information⁩).
diagnosis-alone = البوت ليس في أي خادم على { $name } بعد.
cure-discord-alone = افتح رابط الدعوة الذي يظهر عند التشغيل.
diagnosis-permissions = { $count ->
    [zero] لا خوادم للبوت على Discord.
    [one] للبوت كل الأذونات التي يحتاجها في خادم واحد على Discord.
    [two] للبوت كل الأذونات التي يحتاجها في خادمين على Discord.
    [few] للبوت كل الأذونات التي يحتاجها في { $count } خوادم على Discord.
    [many] للبوت كل الأذونات التي يحتاجها في { $count } خادما على Discord.
   *[other] للبوت كل الأذونات التي يحتاجها في { $count } خادم على Discord.
}
diagnosis-permissions-lack = خوادم Discord التي تنقص البوت فيها أذونات: { $count } من { $all }.
cure-permissions = امنح دوره: رؤية القنوات، وإرسال الرسائل (وفي المواضيع الفرعية أيضا)، وإرفاق الملفات، وقراءة السجل، وتثبيت الرسائل. أو افتح رابط الدعوة من جديد.
right-view = ⁦View Channel⁩
right-send = ⁦Send Messages⁩
right-send-threads = ⁦Send Messages in Threads⁩
right-history = ⁦Read Message History⁩
right-attach = ⁦Attach Files⁩
right-topics = إدارة المواضيع
right-pin = ⁦Pin Messages⁩
right-manage-threads = ⁦Manage Threads⁩
diagnosis-channels = «⁨{ $place }⁩»: تنقص البوت أذونات ({ $rights }) في { $channels }.
cure-channels = حيث يجب أن يجيب، امنحها لدور البوت: في إعدادات القناة (⁦Permissions⁩)، أو لكل القنوات في إعدادات الخادم (⁦Roles⁩).
diagnosis-channels-more = { $count ->
    [zero] لا تنقص البوت أذونات في قنوات أخرى.
    [one] تنقص البوت أذونات في قناة أخرى.
    [two] تنقص البوت أذونات في قناتين أخريين.
    [few] تنقص البوت أذونات في { $count } قنوات أخرى.
    [many] تنقص البوت أذونات في { $count } قناة أخرى.
   *[other] تنقص البوت أذونات في { $count } قناة أخرى.
}
diagnosis-no-channel = «⁨{ $place }⁩»: لا يرى البوت أي قناة نصية.
diagnosis-reads-all = يقرأ البوت كل الرسائل في مجموعات Telegram.
diagnosis-guest-on = يجيب البوت من يناديه في محادثات ليس عضوا فيها (وضع الضيف).
diagnosis-guest-off = لا يجيب البوت إلا في المحادثات التي هو عضو فيها. ليتمكن الناس من سؤاله في غيرها، فعّل وضع الضيف (⁦Guest Mode⁩) في ⁦@BotFather⁩.
diagnosis-privacy = وضع الخصوصية مفعّل: في مجموعات Telegram لا تصل البوت إلا الأوامر والإشارات والردود.
cure-privacy = ليقرأ كل الرسائل، عطّله عند ⁦@BotFather⁩ (⁦/setprivacy⁩) وأضف البوت إلى المجموعة من جديد، أو اجعله مشرفا.
diagnosis-polling = يجلب البوت الرسائل من Telegram.
diagnosis-webhook = يسلّم Telegram الرسائل إلى webhook الخاص بالبوت.
diagnosis-webhook-none = لا يعرف Telegram العنوان المكتوب في ⁦TELEGRAM_WEBHOOK_URL⁩.
cure-webhook-none = يضبطه البوت عند التشغيل: شغّل البوت وانظر سجله.
diagnosis-webhook-other = يسلّم Telegram الرسائل إلى webhook، لكن ⁦TELEGRAM_WEBHOOK_URL⁩ فارغ.
cure-webhook-other = ربما يستخدم بوت آخر رمز الدخول هذا. وإلا فسيُصحح الأمر عند تشغيل هذا البوت.
diagnosis-webhook-bad = لم يستطع Telegram التسليم إلى الـwebhook ({ $why }). الرسائل المنتظرة: { $count }.
cure-webhook-bad = يجب أن يُفتح العنوان من الخارج: ⁦https⁩ بشهادة صالحة، والمنفذ 443 أو 80 أو 88 أو 8443، وأن يقود إلى ⁦WEB_PORT⁩.
diagnosis-groups = { $count ->
    [zero] لا مجموعات على Telegram يستطيع البوت الكتابة فيها.
    [one] يستطيع البوت الكتابة في مجموعة واحدة على Telegram.
    [two] يستطيع البوت الكتابة في مجموعتين على Telegram.
    [few] يستطيع البوت الكتابة في { $count } مجموعات على Telegram.
    [many] يستطيع البوت الكتابة في { $count } مجموعة على Telegram.
   *[other] يستطيع البوت الكتابة في { $count } مجموعة على Telegram.
}
diagnosis-groups-lack = مجموعات Telegram التي لا يستطيع البوت الكتابة فيها: { $count } من { $all }.
cure-groups = أضف البوت من جديد، واسمح للأعضاء بإرسال الرسائل.
diagnosis-no-pin = مجموعات Telegram التي لا يستطيع البوت تثبيت الرسائل فيها: { $count } من { $all }. الأسئلة المثبتة تعمل رغم ذلك.
cure-no-pin = إن لزم ذلك، اجعله مشرفا له إذن تثبيت الرسائل.
diagnosis-group-gone = «⁨{ $place }⁩»: البوت ليس في هذه المجموعة.
cure-group-gone = أضفه من جديد إن كنت تريد أن يجيب هناك.
diagnosis-group-restricted = «⁨{ $place }⁩»: البوت مقيّد ولا يستطيع إرسال الرسائل.
cure-group-restricted = ارفع القيد في إعدادات المجموعة (الأذونات، الاستثناءات)، أو اجعله مشرفا.
diagnosis-group-closed = «⁨{ $place }⁩»: لا يستطيع الأعضاء إرسال الرسائل، والبوت عضو عادي.
cure-group-closed = اجعله مشرفا، أو اسمح بإرسال الرسائل في إعدادات المجموعة (الأذونات).
diagnosis-group-no-pin = «⁨{ $place }⁩»: لا يستطيع البوت تثبيت الرسائل. الأسئلة المثبتة تعمل رغم ذلك.
diagnosis-group-topics = «⁨{ $place }⁩»: لا يستطيع البوت الكتابة في المواضيع المغلقة.
cure-group-topics = إن لزم ذلك، اجعله مشرفا له إذن إدارة المواضيع.
command-doctor = فحص

## The first start
setup-line = الإعداد: { $url }
setup-title = إعداد البوت
setup-about = ألصق رمز الدخول لكل منصة تريد أن يجيب فيها البوت. أتحقق منه فورا، ولا أحفظ شيئا قبل أن تضغط الزر.
setup-code-about = في الطرفية أو في سجل هذا التشغيل عنوان ينتهي برمز. أدخل ذلك الرمز هنا.
setup-code = الرمز
setup-open = فتح
setup-code-wrong = ليس هذا رمز هذا التشغيل.
setup-token = رمز الدخول إلى { $name }
setup-where-discord = في ⁦discord.com/developers/applications⁩: ⁦New Application⁩ ثم ⁦Bot⁩ ثم ⁦Reset Token⁩.
setup-where-telegram = في تيليغرام أرسل ⁦/newbot⁩ إلى ⁦@BotFather⁩، فيرد برمز الدخول.
setup-malformed = ليس هذا رمز دخول. انسخه كاملا دون أي شيء حوله.
setup-refused = لا يقبل { $name } رمز الدخول هذا: فيه خطأ، أو أُعيد تعيينه. احصل على رمز جديد وألصقه هنا.
setup-unreached = تعذّر الوصول إلى { $name } ({ $why }). أواصل المحاولة.
setup-good = رمز الدخول صحيح: { $name }
setup-reads-discord = يمكن للبوت قراءة الرسائل.
setup-reads-telegram = تصل إلى البوت كل رسائل المجموعات.
setup-switch-discord = هناك مفتاح متوقف: لا يصل إلى البوت إلا ما يوجَّه إليه. في بوابة المطورين، ضمن ⁦Bot⁩، شغّل ⁦Message Content Intent⁩ ثم احفظ.
setup-switch-telegram = وضع الخصوصية مفعّل: في المجموعات لا يصل إلى البوت إلا ما يوجَّه إليه. أرسل ⁦/setprivacy⁩ إلى ⁦@BotFather⁩، واختر هذا البوت، ثم ⁦Disable⁩.
setup-picture-discord = بوابة المطورين: ⁦Bot⁩ على اليسار، والمفتاح ⁦Message Content Intent⁩ في أسفل اليمين
setup-picture-telegram = المحادثة مع ⁦BotFather⁩: ⁦/setprivacy⁩ واسم البوت والزر ⁦Disable⁩
setup-again = سأتحقق مرة أخرى بنفسي. ويمكنك فعل ذلك لاحقا.
setup-nothing-good = لم يُحفظ شيء بعد: يجب أن يكون كل رمز دخول تُدخله صحيحا.
setup-save = حفظ وتشغيل
setup-check = تحقق
setup-done = البوت يعمل
setup-written = حُفظ في { $file }، ولا يقرؤه غيرك.
setup-unwritten = البوت يعمل، لكن تعذّرت الكتابة في { $file } ({ $why }). أضف هذه الأسطر بنفسك، وإلا فلن يعرفها التشغيل التالي.
setup-key = في الملف أيضا مفتاح لوحة التحكم ⁦WEB_TOKEN⁩. لقد سُجّل دخولك به الآن.
setup-invite-discord = دعوته إلى خادم
setup-invite-telegram = إضافته إلى مجموعة
setup-later-discord = ⁦Message Content Intent⁩ متوقف. إذا شغّلته لاحقا فأعد تشغيل البوت.
setup-later-telegram = وضع الخصوصية مفعّل. إذا أوقفته لاحقا فأضف البوت إلى مجموعاته من جديد.
setup-next = ما الخطوة التالية؟
setup-next-import = استيراد أسئلة شائعة
setup-next-phrasings = إعداد صياغات أخرى، لفهم أسئلة أكثر
setup-next-ask = طرح سؤال

## Pages
page-served = الصفحات: { $url }
page-piped = لا تُعرض الصفحات أثناء تمرير الأسئلة عبر أنبوب (⁦pipe⁩). لعرضها أيضا اضبط ⁦WEB_PORT⁩.
nothing-served = لا يعمل شيء: لا إدخال ولا رمز دخول، و⁦WEB_PORT⁩ متوقف. اضبط ⁦WEB_PORT⁩ أو ⁦DISCORD_TOKEN⁩ أو ⁦TELEGRAM_TOKEN⁩.
page-port = لا يمكن فتح الصفحات على ⁨{ $address }⁩ ({ $code }). اضبط ⁦WEB_PORT⁩ على منفذ حر، أو على 0 لأي منفذ، أو على ⁦off⁩.
page-taken = لا يمكن فتح الصفحات على ⁨{ $address }⁩ ({ $code }): يستخدم برنامج آخر هذا المنفذ. اضبط ⁦WEB_PORT⁩ على منفذ حر، أو على 0 لأي منفذ، أو على ⁦off⁩.
page-host = لا يمكن فتح الصفحات على ⁨{ $address }⁩ ({ $code }): ليس هذا عنوانًا لهذا الجهاز. اضبط ⁦WEB_HOST⁩ على ⁦127.0.0.1⁩، أو على ⁦0.0.0.0⁩ لجميع عناوين الجهاز.
page-forbidden = لا يمكن فتح الصفحات على ⁨{ $address }⁩ ({ $code }): لا أملك صلاحية فتح هذا المنفذ. اضبط ⁦WEB_PORT⁩ على منفذ من 1024 فما فوق.
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
page-placeholder = سؤال، أو ⁦/help⁩
page-ask = اسأل
page-send = إرسال
page-empty = تظهر الإجابات هنا، والأسباب إلى جانبها.
page-wait = جار البحث عن إجابة …
page-failed = لم تصل إجابة. هل ما زال البوت يعمل؟ حاول مجددا.
page-broken = ارجع إلى الخلف وستجد ما كتبته. إن تكرر الخطأ فسببه في سجل البوت.
page-not-found = لا توجد صفحة كهذه.
page-too-large = الحجم كبير جدا: يمكن إرسال { $size } على الأكثر في المرة الواحدة.
page-in-english = تُشرح مشكلات الملفات بالإنجليزية.
page-old = هذه الصفحة قديمة. أعد تحميلها.
page-silence = يبقى البوت صامتا هنا.
page-answer = الإجابة
page-why = لماذا هذه الإجابة
page-sure = متأكد: يجيب
page-unsure = غير متأكد: يعرض خيارات
page-unknown = لا يعرف
page-confidence = درجة التأكد:
page-scale = الحدود: خيارات ابتداء من { $unsure }، وإجابة ابتداء من { $sure }.
page-candidates = أقرب المقالات
page-views = ما يرجّح الأولى
page-view-words = كلمات وُجدت
page-view-letters = أجزاء كلمات وُجدت
page-view-covered = نسبة ما غُطي من السؤال
page-view-model = ما تعلمه من الصيغ
page-view-nearest = أقرب صيغة
page-signs = كل ما تتكون منه درجة التأكد
page-sign = العلامة
page-drawn = رسم
page-value = القيمة
page-more = مزيد من التفاصيل
page-asks = تسأل: ⁨{ $community }⁩
site-search = بحث
site-found = المقالات المطابقة
site-nothing = لا شيء هنا يجيب عن هذا. جرب كلمات أخرى.
site-failed = تعذر تحميل البحث. حاول مرة أخرى.
site-all = كل المقالات
site-topics = المواضيع
site-sources = { $count ->
    [1] المصدر
    [2] المصدران
   *[other] المصادر
}
site-elsewhere = بلغات أخرى فقط
site-changes = التغييرات
site-previous = الصفحة السابقة
site-next = الصفحة التالية
site-licence = الترخيص: ⁨{ $licence }⁩

## Dashboard
dash-login-about = للمشرفين. رمز الدخول هو قيمة ⁦WEB_TOKEN⁩.
dash-without-token = لا توجد لوحة تحكم بعد لأن رمز الدخول غير مضبوط. اضبط ⁦WEB_TOKEN⁩ (16 حرفًا على الأقل؛ الأمر ⁦openssl rand -hex 32⁩ ينشئ واحدًا)، ثم أعد تشغيل البوت وسجّل الدخول به هنا.
dash-token = رمز الدخول
dash-login = تسجيل الدخول
dash-logout = تسجيل الخروج
dash-login-wrong = رمز الدخول خاطئ.
dash-login-slow = محاولات كثيرة جدا. انتظر لحظة ثم حاول مجددا.
page-signed-out = لم تعد مسجَّل الدخول. سجّل الدخول ثم اضغط الزر مرة أخرى: ما كتبته ما زال هنا.
dash-kept = ما كتبته محفوظ.
dash-go-on = متابعة
dash-community = المجتمع
dash-from = من
dash-to = إلى
dash-show = عرض
dash-ranges = الأيام المعروضة
dash-range = من { $from } إلى { $to }
dash-command-line = أمر لهذا المجتمع:
dash-run = تنفيذ
dash-news = توجد أرقام جديدة.
dash-actions = إجراءات
dash-csv = CSV
dash-as-table = في جدول
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
dash-terminal = الطرفية
dash-share = النسبة
dash-answered-share = أُجيب
dash-top = الأكثر تقديما
dash-entry = المقالة
dash-given = مرات التقديم
dash-helpful-share = مفيدة
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
dash-assign = إضافة
dash-ignore = تجاهل
dash-take = إضافة
dash-leave = رفض
dash-unpin = إلغاء التثبيت
dash-undo = تراجع
dash-question = السؤال
dash-answer = الإجابة
dash-handed = أسئلة للمساعدين
dash-handed-none = لا سؤال ينتظر مساعدا.
dash-reply = أجب
dash-people = عدد السائلين
dash-state = الحالة
dash-state-open = بلا إجابة
dash-state-choices = خيارات لم يُضغط أي منها
dash-state-helpers = لدى المساعدين
dash-waiting = ينتظرون
dash-for = مع
dash-against = ضد
dash-last = آخر مرة
dash-coverage = النصوص بحسب اللغة
dash-coverage-about = نسبة المقالات التي لها نص خاص بها، بحسب الموضوع.
dash-topic = الموضوع
dash-entries = المقالات
dash-all-topics = كل المواضيع
dash-attention = المتأخر والمختلف فيه
dash-attention-none = لا شيء محل خلاف أو قديم أو حان وقت مراجعته.
dash-reason = السبب
dash-as-of = المعلومات حتى
dash-review = يُراجع قبل
dash-disputed = محل خلاف
dash-outdated = قديمة
dash-overdue = حان وقت مراجعتها
dash-pins = الأسئلة المثبتة
dash-who = مَن
dash-when = متى
dash-number = الرقم
dash-command = الأمر
dash-what = ماذا
dash-why = السبب
dash-calibration = التأكد والفائدة
dash-calibration-about = كم إجابة بهذه الدرجة من التأكد أفادت الأعضاء. إذا بلغ الشريط الخط فالتأكد في محله، وقلة الأصوات تطيل الشريط.
dash-calibration-none = لا أصوات بعد.
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
command-pins = المثبتة
command-unpin = إلغاء-التثبيت
command-teach = علم
command-correct = صحح
command-rephrase = صيغ
command-retire = أرشف
command-restore = استعد
command-history = سجل
command-undo = تراجع
command-questions = الأسئلة
command-suggestions = اقتراحات
command-stats = إحصاءات
command-why = لماذا
command-settings = إعدادات
command-reload = أعد-التحميل
command-link = اربط
command-unlink = افصل
command-server = الخادم
command-answers = الأجوبة
command-setup = الصيانة
command-list = القائمة
drawer-answers = يعرض الأجوبة ويثبتها ويعدل صيغها ويسحبها
drawer-questions = الأسئلة المفتوحة والاقتراحات والإحصاءات والتغييرات
drawer-setup = يفحص البوت ويعيد قراءة المعرفة ويربط الخوادم

## Forms that are asked question by question
form-by-reply = سؤال بعد سؤال: رد على كل واحد. العلامة ⁦-⁩ تتركه فارغا، و⁦/cancel⁩ للإلغاء.
form-keep = تخطي
form-cancel = إلغاء
form-in-words = الرجاء الرد بالكلمات.
form-file-kept = 📎 حُفظ ⁨{ $file }⁩ وسيظهر مع الإجابة. والآن اكتب النص من فضلك.
file-holder = 📎 لإحدى الإجابات. إذا حُذفت هذه الرسالة، ظهرت الإجابة بدونه.
file-not-kept = لم أستطع حفظ الملف. اسمح لي بالكتابة وإرفاق الملفات في هذه القناة، أو اختر قناة أخرى بالأمر /settings reports.
file-too-large = حجم هذا الملف أكبر من 10 ميغابايت. اختر ملفًا أصغر من فضلك.
file-of-other-kind = أقبل الصور (PNG وJPEG وGIF وWebP) والصوت والفيديو وملفات PDF والنصوص وZIP وملفات أوفيس. هذا الملف من نوع آخر.
write-me-first = هذا لك وحدك، ولا أستطيع أن أكتب إليك بعد. افتح محادثة معي، واضغط ⁦Start⁩، واسألني هناك.
setting-anonymous = المشرفون المجهولون
setting-anonymous-yes = يستطيع المشرفون المجهولون الإشراف
setting-anonymous-no = لا يشرف إلا من يُظهر اسمه

## The entry of a new pack
template-question = كيف أصبح عضوا؟
template-phrasings = أريد الانضمام | التسجيل في العضوية | أين أسجل نفسي
template-answer = هذا مثال. ضع مكانه إجابتك أنت: ما الذي يجب فعله، وكم يكلّف، ومن يُسأل. انسخ هذا الملف لكل سؤال جديد وأعط النسخة اسما آخر.

## Answers that only stand in for one
stopgaps = انظر أعلاه | انظر أدناه | راجع أعلاه | كما سبق | كما ورد أعلاه | قريبا | لا إجابة بعد

## Small talk
says-praise = بوت جيد | بوت رائع | بوت ممتاز | بوت ذكي | أحسنت | احسنت | عمل جيد | عمل رائع | رائع | ممتاز | مذهل | عظيم | برافو | أحبك | احبك | أنت رائع | أنت الأفضل | ما شاء الله | واو
says-quiet = اسكت | اسكت يا بوت | اصمت | اخرس | صه | هدوء | توقف | كفى | خلاص | بس | اذهب | ارحل | اتركني | لم يسألك أحد | ما حد سألك | محدش سألك | لا يهم | لا عليك | انس الأمر | انسى الموضوع
says-insult = بوت سيئ | بوت غبي | بوت فاشل | غبي | بلا فائدة | لا فائدة منك | أنت غبي | أكرهك
says-who = هل أنت إنسان | هل انت انسان | أنت إنسان | هل أنت بشر | هل أنت شخص | هل أنت شخص حقيقي | هل أنت حقيقي | هل أنت بوت | هل أنت روبوت | أنت بوت | أنت روبوت | هل أنت بوت أم إنسان | هل أنت إنسان أم روبوت | هل أنت ذكاء اصطناعي | هل أنت chatgpt | هل هذا بوت | من أنت | من انت | مين انت | مين أنت | ما أنت | من صنعك | من برمجك | ما اسمك | شو اسمك
says-help = مساعدة | ساعدني | ساعدني من فضلك | أحتاج مساعدة | هل يمكنك مساعدتي | ممكن تساعدني | ماذا يمكنك أن تفعل | ماذا تستطيع أن تفعل | ماذا تفعل | شو بتعمل | ايش تسوي | وش تسوي | ماذا تعرف | عن ماذا أسألك | ماذا يمكنني أن أسألك | شو فيني اسألك | ما هذا البوت | شو هالبوت | ايش هذا البوت | ما فائدة هذا البوت | ماذا يفعل هذا البوت | كيف يعمل هذا البوت | كيف تعمل | كيف أستخدمك | كيف استخدمك | كيف أستخدم هذا البوت | كيف يعمل هذا | من يدير هذا البوت | من يدير هذا | من وراء هذا | لمن هذا البوت | ما اللغات التي تتكلمها | أي لغات تتكلم
says-thanks = شكرا | وشكرا | مشكور | مشكورين | تسلم | تسلموا | يعطيك العافية | يعطيكم العافية | جزاك الله خيرا | جزاكم الله خيرا | بارك الله فيك | بارك الله فيكم | ميرسي | مع الشكر
welcome = على الرحب والسعة!
here-if-needed = حسنا. أنا هنا إن احتجتني.
says-source = المصدر | مصدر | مصادر | المصادر | ما المصدر | ما هو المصدر | ما مصدرك | ما هو مصدرك | ما مصادرك | ما هي المصادر | مصدرك | وين المصدر | فين المصدر | أين المصدر | هل من مصدر | هل لديك مصدر | هل يوجد مصدر | من أين هذا | من أين هذه المعلومة | من أين لك هذا | من قال ذلك | من قال هذا | مين قال | الدليل | ما الدليل | الرابط
praised = شكرًا لك!
i-am-a-bot = أنا بوت. لا أكتب شيئًا بنفسي: كل إجابة نص كتبه إنسان، مع ذكر مصدره.
answer-without-source = تلك الإجابة لا تذكر مصدرًا.

## Groups
ask-in-private = اسألني في محادثة خاصة
moderators-anonymous = أنت تكتب هنا باسم المجموعة، فلا أعرف من أنت. أوقف إخفاء هويتك، أو اطلب من مشرف يُظهر اسمه أن يرسل ⁦/settings anonymous yes⁩.
diagnosis-group-hidden = «⁨{ $place }⁩»: الأعضاء مخفيون عن البوت، فلا يعرف إلا المشرفين.
cure-group-hidden = اجعل البوت مشرفا؛ لا يحتاج إلى أي إذن لذلك.
setting-commands = الأوامر
setting-commands-any = باسمي أو بدونه
setting-commands-named = مع اسمي فقط
setting-disabled = الأوامر المعطلة
setting-who = من يستطيع السؤال
setting-who-everyone = الجميع
setting-who-addressed-only = من يخاطبني فقط، أيا كان الوضع
setting-who-moderators = المشرفون فقط
setting-answers = أين تُقرأ الإجابات
setting-answers-public = في المجموعة
setting-answers-private = في المحادثة الخاصة، عبر زر
setting-personal = ما يخص شخصا واحدا
setting-personal-group = في المجموعة، يراه وحده، إن استطعت
setting-personal-alone = في المحادثة الخاصة
setting-cleanup = رسائل الأوامر بعد الرد
setting-cleanup-keep = تبقى
setting-cleanup-delete = أحذفها إن استطعت
setting-expiry = حذف الإجابات تلقائيا
setting-expiry-never = لا، تبقى
setting-expiry-count = { $count ->
    [zero] بعد { $count } دقيقة
    [one] بعد دقيقة
    [two] بعد دقيقتين
    [few] بعد { $count } دقائق
    [many] بعد { $count } دقيقة
   *[other] بعد { $count } دقيقة
}
help-groups = يدير مجموعاتك من هذه المحادثة
groups-title = مجموعاتك
groups-question = أيها تريد أن تدير من هنا؟
groups-none = لا أعرف مجموعة أنت مشرف فيها. اكتب لي هناك مرة، مثل ⁦/help⁩، ثم حاول هنا من جديد.
groups-chosen = لمدة ساعة تُنفذ أوامر الإشراف التي ترسلها هنا في «⁨{ $group }⁩»: ⁦/teach⁩ و⁦/correct⁩ و⁦/retire⁩ و⁦/pins⁩ و⁦/settings⁩ و⁦/questions⁩ و⁦/stats⁩ و⁦/history⁩ و⁦/undo⁩. الأمر ⁦/groups⁩ يختار غيرها.
groups-which = في أي مجموعة؟
groups-leave = إنهاء الإدارة
groups-left = لم تعد الأوامر التي ترسلها هنا تُنفذ في أي مجموعة.
in-group = المجموعة: ⁨{ $group }⁩
private-here = هذا لك وحدك. اضغط الزر لتقرأه في محادثتنا الخاصة.
open-private = افتح المحادثة الخاصة
answer-alone = أجيب عن هذا في المحادثة الخاصة: { $title }
says-wrong = هذا خطأ | هذا غلط | ده غلط | دا غلط | غلط | خطأ | خاطئ | خاطئة | هذا خاطئ | هذا غير صحيح | غير صحيح | ليس صحيحا | هذا ليس صحيحا | مش صح | مو صح | مش صحيح | مو صحيح | موب صحيح | مهوب صحيح | هذا مو صحيح | ده مش صح | الكلام ده غلط | كلامك غلط | كلامك خطأ | كلام غلط | إجابة خاطئة | إجابة غلط | الإجابة خاطئة | الإجابة غلط | إجابتك خاطئة | إجابتك غلط | الجواب غلط | جواب خاطئ | أنت مخطئ | أنت غلطان | غلطان | انت غلطان | هذا كذب | كذب | ليس كذلك | الأمر ليس كذلك | مش كده | مو كذا
says-solved = نجح ذلك | نجحت | لقد نجح | نجح الأمر | يعمل الآن | هذا حل المشكلة | حلت المشكلة | تم الحل | أفادني ذلك
says-withdrawn = لا عليكم | لا عليك | لا يهم | انسوا الأمر | انس الأمر | وجدته | وجدتها | لقيته | عرفت الجواب | فهمت الآن | أخطأت القناة
wrong-offer = هل كانت إجابتي خاطئة؟ اضغط 👎 ليرى المشرفون أنها لم تفد.

## First meetings
add-to-group = ➕ أضفني إلى مجموعة
about-short = إجابات عن: { $subjects }. كتبها بشر، مع مصادرها.
hello-ask = اسألني بالأمر ⁦/ask⁩ أو بذكر اسمي أو بالرد علي. مثلا:
hello-sees-all = أرى كل الرسائل هنا، ويحدد ⁦/settings⁩ ما أجيب عنه منها.
hello-sees-own = لا أرى إلا ما يوجَّه إلي: الأوامر والإشارات والردود (وضع الخصوصية).
hello-rights = تنقصني أذونات: { $rights }. إن لزم ذلك، اجعلني مشرفا بها؛ معظم الأمور تعمل من دونها.
hello-settings = يختار المشرفون بالأمر ⁦/settings⁩ لغتي وما أجيب عنه وأين أخبرهم.
hello-lacks = تنقصني أذونات: { $rights }. امنحها لدوري في إعدادات الخادم (الأدوار)، وألاحظ ذلك فورا.

## Questions without an answer, on the dashboard
inbox-title = أسئلة بلا إجابة: { $count }
inbox-skip = الانتقال إلى الأسئلة
inbox-asked = { $count ->
    [zero] لم يسأله أحد
    [one] سأله شخص واحد
    [two] سأله شخصان
    [few] سأله { $count } أشخاص
    [many] سأله { $count } شخصا
   *[other] سأله { $count } شخص
  }
inbox-waits = { $count ->
    [zero] لا أحد ينتظر الإجابة
    [one] شخص واحد ينتظر الإجابة
    [two] شخصان ينتظران الإجابة
    [few] { $count } أشخاص ينتظرون الإجابة
    [many] { $count } شخصا ينتظرون الإجابة
   *[other] { $count } شخص ينتظرون الإجابة
  }
inbox-channel = القناة
inbox-no-match = لا سؤال يطابق عوامل التصفية هذه.
inbox-is = هي هذه المقالة
inbox-likely = مقالات قريبة
inbox-likely-none = لا مقالة قريبة.
inbox-sure = درجة التأكد { $share }
inbox-shared = كلمات مشتركة: ⁨{ $words }⁩
inbox-pick = الاختيار من كل المقالات
inbox-new = مقالة جديدة
inbox-heading = العنوان: السؤال الذي تجيب عنه
inbox-phrasing = إذا غيّرت العنوان أصبح السؤال صيغة من صيغ المقالة.
inbox-phrasings = ستصبح هذه صيغا للمقالة:
inbox-save = حفظ المقالة
inbox-helpers = إلى من سألوا، باسم «أحد المساعدين»
inbox-ticked = للأسئلة المحددة
inbox-ignore-all = تجاهل الكل
inbox-together = إجابة واحدة للكل
inbox-none-ticked = حدد سؤالا واحدا على الأقل أولا.
inbox-gone = لم تعد هذه الأسئلة مفتوحة.
inbox-keys = المفاتيح
inbox-keys-about = تعمل ما دام التركيز على سؤال، ولا تعمل داخل الحقول.
inbox-key-move = السؤال التالي، السؤال السابق
inbox-key-tick = تحديد
inbox-key-answer = إجابة؛ وإن كانت هناك أسئلة محددة فكلها معا
inbox-key-take = هي المقالة الأولى أو الثانية أو الثالثة، ما دامت الإجابة مفتوحة
inbox-key-new = كتابة مقالة جديدة
inbox-key-save = حفظ ما يُكتب الآن
inbox-key-ignore = تجاهل؛ وإن كانت هناك أسئلة محددة فكلها
inbox-key-undo = تراجع عن آخر خطوة
inbox-key-help = إظهار هذه المفاتيح أو إخفاؤها
inbox-key-close = إغلاق الإجابة

## Entries
entries-title = المقالات
entries-search = كلمات أو سؤال
entries-pack = الحزمة
entries-any = الكل
entries-which = الحالة
entries-all = كل غير المؤرشفة
entries-bare = بلا صيغ أخرى
entries-taught = أُضيفت هنا
entries-changed = عُدّلت هنا
entries-retired = مؤرشفة
entries-lacking = بلا ⁨{ $language }⁩
entries-order = الترتيب
entries-by-title = العنوان
entries-by-likeness = الأكثر تطابقًا
entries-by-asked = الأكثر تقديما
entries-by-helped = الأقل إفادة
entries-languages = اللغات
entries-count = { $count ->
    [zero] لا مقالات
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count } مقالات
    [many] { $count } مقالة
   *[other] { $count } مقالة
  }
entries-none = لا مقالة تطابق ذلك.
entries-similar = متشابهة، لكن من دون كل هذه الكلمات
entries-pages = صفحات القائمة
entries-page = الصفحة { $page } من { $pages }
entries-previous = السابق
entries-next = التالي
bulk-title = للمقالات المحددة
bulk-none = حدد مقالة واحدة على الأقل أولا.
bulk-all = تحديد كل ما في هذه الصفحة
bulk-add = إضافة موضوع
bulk-drop = إزالة موضوع
bulk-move = نقل
bulk-set = تعيين
bulk-foreign = «⁨{ $title }⁩» جزء من حزمة في مجلد ولا يمكن نقلها.
entry-new = مقالة جديدة
entry-into = تُحفظ في الحزمة «⁨{ $pack }⁩».
entry-is-retired = هذه المقالة مؤرشفة ولا يُجاب بها. استعدها أولا لتعدّلها.
entry-retire = أرشفة
entry-restore = استعادة
entry-add = إضافة:
entry-file = الملف في المستودع
entry-phrasings = صيغ أخرى، كلٌّ في سطر
entry-phrasing = صيغة
entry-sources = المصادر، كلٌّ في سطر: العنوان، الرابط
entry-as-of = المعلومات حتى
entry-review-by = يُراجع قبل
entry-status = الحالة
entry-current = سارية
entry-tags = المواضيع، تفصلها فواصل
entry-related = مقالات ذات صلة، عنوان في كل سطر
entry-relate = أضف
entry-check = ما الذي سيتغيّر؟
entry-preview = معاينة
entry-preview-title = كما يراها الأعضاء
entry-preview-none = ما تكتبه يظهر هنا.
entry-format = التنسيق
entry-bold = غامق
entry-italic = مائل
entry-link = رابط
entry-list = قائمة
entry-code = رمز برمجي
entry-changed-words = ما الذي تغير
entry-removed = حُذف:
entry-added = أُضيف:
entry-alike = ربما تقول هذه المقالات الشيء نفسه:
entry-breaks-nothing = لن تتأثر أي إجابة أخرى.
entry-breaks = ستتأثر إجابات أخرى:
entry-found = أسئلة ينبغي أن تجدها
entry-found-none = لا نص بهذه اللغة بعد.
entry-from = من
entry-from-check = فحص الحزمة
entry-outcome = الآن
entry-finds = يُجاب بها، درجة التأكد { $share }
entry-is-offered = تُعرض ضمن الخيارات
entry-finds-other = يُعثر بدلا منها على «⁨{ $title }⁩»
entry-finds-nothing = لا يُعثر على شيء
entry-proposals = أسئلة بلا إجابة قريبة من هذه المقالة
entry-use = إضافة إلى الصيغ
entry-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصا
   *[other] { $count } شخص
  }
entry-pin = تثبيت
entry-pin-question = سؤال يُجاب دائما بهذه المقالة
flaw-as-of = «⁨{ $date }⁩» ليس تاريخا. اكتب سنة أو شهرا أو يوما: 2026 أو ⁦2026-11⁩ أو ⁦2026-11-27⁩.
flaw-review-by = «⁨{ $date }⁩» ليس تاريخ يوم. اكتبه هكذا: ⁦2027-01-31⁩.
exchange-title = الاستيراد والتصدير
exchange-import = استيراد
exchange-import-about = صفحات أسئلة شائعة وجداول وقوائم ومقالات: Markdown ونص وCSV وJSON وYAML وHTML، أو مضغوطة في ZIP. ترى أولا ما سيُستورد.
exchange-files = اختر ملفات أو أفلتها هنا
exchange-look = عرض ما سيُستورد
exchange-export = تصدير
exchange-export-about = كل ما يعرفه هذا المجتمع في مجلدات حزم: لـ⁨KNOWLEDGE_DIR⁩ أو تثبيت آخر أو GitHub، بلا المقالات المؤرشفة.
exchange-download = تنزيل ZIP
exchange-preview = ما سيُستورد
exchange-count = سيُستورد: { $count }؛ موجود من قبل: { $unchanged }
exchange-questions = الأسئلة الموجودة: { $found }؛ المقالات الناتجة: { $made }؛ المذكورة أدناه: { $named }
exchange-new = جديدة
exchange-changed = معدّلة
exchange-take = استيراد المحدَّد
exchange-again = اعرض مجددًا بهذه الاختيارات
exchange-source = اسم المصدر
exchange-by-words = بحسب النص
exchange-refused = لا يمكن استيراد شيء قبل تصحيح هذا:
exchange-problems = مشكلات
exchange-skipped = مستبعد
exchange-repaired = أُصلح
exchange-no-file = اختر ملفا أولا.
done-import = المقالات المستوردة: { $subject }. التغيير ⁨#{ $act }⁩
done-bulk = المقالات المعدلة: { $subject }. التغيير ⁨#{ $act }⁩
work-title = ينتظر قرارك
work-none = لا شيء ينتظر قرارك.
work-trouble = هناك إعداد خاطئ:
work-figures = الأرقام
work-command = كتابة أمر

## Who moderates on the pages
people-title = الأشخاص
people-list = من يشرف هنا
people-about = ويستطيع الإشراف أيضا كل من لديه ⁨WEB_TOKEN⁩. التغيير المعلّق لمشرف يحتاج إلى موافقة شخص آخر أو مالك.
people-none = لا أحد لديه رابط بعد.
people-add = إضافة شخص
people-name = الاسم
people-role = الدور
people-owner = مالك
people-moderator = مشرف
people-editor = محرر
people-roles = المحررون يعدلون المقالات. والمشرفون يغيرون أيضا الإعدادات. والمالكون يوزعون أيضا الروابط ويربطون المجتمعات ويرونها كلها.
people-lasts = صلاحية الرابط
people-for-good = بلا نهاية
people-all = كل المجتمعات
people-since = منذ ⁨{ $date }⁩
people-until = الرابط صالح حتى ⁨{ $date }⁩
people-expired = انتهت صلاحية الرابط في ⁨{ $date }⁩
people-used = آخر دخول: ⁨{ $date }⁩
people-unused = لم يسجل الدخول خلال السنة الماضية
people-make = إنشاء رابط
people-link = الرابط الشخصي لـ⁨{ $name }⁩. لا يظهر إلا الآن؛ أرسله حيث لا يقرؤه غيره:
people-remove = إزالة
people-remove-sure = إزالة ⁨{ $name }⁩ نهائيا
people-renew = رابط جديد
people-everywhere = تسجيل الخروج من كل الأجهزة
people-self = أنت
people-self-about = يمكنك الدخول مجددا برابطك أو برمز الدخول.
people-enter = هذا الرابط شخصي. اضغط الزر لتسجيل الدخول إلى لوحة المتابعة.
people-paste = الرابط الشخصي

## Drafted phrasings
draft-long = أطول من { $most } حرفًا
draft-empty = لا كلمات فيها
draft-address = فيها عنوان أو رابط أو رقم طويل
draft-of-another = لدى «⁨{ $other }⁩» هذه الكلمات نفسها
draft-language = مكتوبة بلغة أخرى
draft-repeats = تقول ما في المدخل من قبل
draft-name = اسم فقط، وليست سؤالًا
draft-cut = ربما انقطعت الإجابة في وسط هذا السطر
draft-drafted-twice = كُتبت أيضًا من أجل «⁨{ $other }⁩»
draft-general = عامة إلى حد أنها قد تعني أي شيء
draft-answered = تُجاب الآن بـ«⁨{ $other }⁩»
draft-strange = تذكر «⁨{ $word }⁩»، وهو ليس في المدخل
draft-answers-chatter = ستجعل البوت يجيب حتى عن دردشة مثل «⁨{ $question }⁩»
draft-changes = ستغيّر ما يجده السؤال «⁨{ $question }⁩»
drafts-title = إعداد صيغ للسؤال
drafts-about = يسأل الأعضاء بكلمات غير كلمات المدخل. يكتب بعضها نموذج لغوي تختاره أو شخص يعرف الأعضاء، وأنت تختار ما يُضاف.
drafts-few = { $count ->
        [zero] { $count } مدخلًا لها أقل من { $wanted } صيغ.
        [one] مدخل واحد له أقل من { $wanted } صيغ.
        [two] مدخلان لهما أقل من { $wanted } صيغ.
        [few] { $count } مداخل لها أقل من { $wanted } صيغ.
        [many] { $count } مدخلًا لها أقل من { $wanted } صيغ.
       *[other] { $count } مدخلًا لها أقل من { $wanted } صيغ.
    }
drafts-enough = لهذه المداخل صيغ كافية.
drafts-prompt = 1. انسخ نص الطلب
drafts-prompt-about = ألصقه في محادثة مع نموذج لغوي، أو أرسله إلى شخص يعرف الأعضاء.
drafts-prompt-of = { $count ->
        [zero] { $count } مدخلًا (⁨{ $language }⁩)
        [one] مدخل واحد (⁨{ $language }⁩)
        [two] مدخلان (⁨{ $language }⁩)
        [few] { $count } مداخل (⁨{ $language }⁩)
        [many] { $count } مدخلًا (⁨{ $language }⁩)
       *[other] { $count } مدخلًا (⁨{ $language }⁩)
    }
drafts-copy = نسخ
drafts-copied = نُسخ
drafts-ask = اسأل ⁨{ $model }⁩
drafts-ask-about = { $count ->
        [zero] يُرسل { $count } عنوانًا وبدايات إجاباتها إلى ⁨{ $host }⁩.
        [one] يُرسل عنوان واحد وبداية إجابته إلى ⁨{ $host }⁩.
        [two] يُرسل عنوانان وبداية إجابتيهما إلى ⁨{ $host }⁩.
        [few] تُرسل { $count } عناوين وبدايات إجاباتها إلى ⁨{ $host }⁩.
        [many] يُرسل { $count } عنوانًا وبدايات إجاباتها إلى ⁨{ $host }⁩.
       *[other] يُرسل { $count } عنوانًا وبدايات إجاباتها إلى ⁨{ $host }⁩.
    }
drafts-failed = لم يُجب النموذج عن كل شيء:
drafts-answer = 2. ألصق ما جاءك
drafts-answer-about = لا يضر نص حوله أو أرقام أو علامات أخرى.
drafts-answer-field = الإجابة
drafts-read = مراجعة
drafts-choose = 3. اختر
drafts-choose-about = يُضاف ما عليه علامة. لا يُحفظ شيء قبل أن تضغط الزر.
drafts-doubtful = مشكوك فيها
drafts-refused = مرفوضة
drafts-nothing = لم توجد فيه أي صيغة. نص الطلب يبيّن الشكل المطلوب.
drafts-tick-none = لم تُعلَّم أي صيغة.
drafts-corrected = اعتُبر «⁨{ $written }⁩» هو ⁨{ $id }⁩.
drafts-unknown = لا مدخل باسم «⁨{ $written }⁩»؛ تُركت الأسطر التي تحته.
done-draft = الصيغ المضافة: { $subject }. التغيير ⁨#{ $act }⁩
