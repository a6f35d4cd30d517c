## Answers
did-you-mean = Возможно, вы имели в виду:
unknown = Не знаю: в моих источниках ответа нет. Спросите другими словами, загляните в /topics или спросите участников.
unknown-alone = Не знаю: в моих источниках ответа нет. Спросите другими словами или загляните в /topics.
nothing-here = Здесь пока нет текста.
no-entries = У меня пока нет записей. Модераторы могут добавить запись командой /teach; как загрузить пакет, владелец бота прочтёт в README.
too-long = Вопрос слишком длинный. Уложитесь, пожалуйста, в { NUMBER($most) } знаков.
related = По теме:
sources = { $count ->
    [1] Источник:{" "}
   *[other] Источники:{" "}
}
source-details = {" "}({ $details })
on-site = На сайте
as-of = Данные на { $date }
warning = ⚠ { $text }
outdated = Часть этих сведений устарела.
disputed = Это оспаривается.
overdue = Проверить нужно было до этой даты: { $date }
other-language = Текст есть только на одном языке: { $language }.
not-in-language = Этот ответ у меня есть, но не на этом языке: { $language }.
in-which-language = На каком языке?
list-comma = ,{" "}
list-semicolon = ;{" "}
quoted = «{ $title }»

## Commands
missing-ask = Что вы хотите узнать? Напишите вопрос после /ask.
missing-show = Какую запись показать? Напишите её id после /show. Записи перечислены в /topics.
no-entry = Записи «{ $id }» у меня нет.
topics = Темы:
topic = { $tag } ({ $count })
topic-entries = { $count ->
    [one] { $count } запись:
    [few] { $count } записи:
    [many] { $count } записей:
   *[other] { $count } записи:
}
no-topic = Темы «{ $tag }» у меня нет.
no-topics = У записей пока нет тем.
all-sources = Мои источники
no-sources = В записях пока не указаны источники.
languages = На каком языке вам отвечать?
language-set = Теперь я отвечаю вам на этом языке: { $language }.
language-auto = Теперь я отвечаю на языке вашего вопроса.
no-language = Языка «{ $name }» я пока не знаю.
automatic = Язык моего вопроса
unknown-command = Команды /{ $name } нет. Все команды — в /help.
unknown-command-near = Команды /{ $name } нет. Может быть, /{ $near }?

## Help
help-title = Что я умею
about = Я отвечаю на вопросы по темам: { $subjects }. Каждый ответ — текст, написанный человеком, с источником и датой.
about-nothing = Я пока ничего не знаю: не загружен ни один пакет знаний.
help-ask = отвечает на вопрос; можно написать его и без команды
help-show = показывает одну запись
help-topics = показывает темы или записи одной темы
help-sources = показывает источники
help-language = задаёт язык ответов
help-help = показывает этот список
help-greet = здоровается и говорит, о чём можно спросить
helpers-only = Отвечать кому-то по имени здесь могут только модераторы и помощники.
help-everyone = Для всех
help-moderators = Для модераторов
help-more = /help с названием команды объяснит, как ею пользоваться: /help ask

## Terminal
greeting = Здравствуйте, я Wenda. Отвечаю на вопросы по темам: { $subjects }.
greeting-empty = Здравствуйте, я Wenda. Я пока ничего не знаю: не загружен ни один пакет знаний.
first-entry = В { $folders } пока нет записей. Эта команда создаст пакет с первой записью, которую можно скопировать: { $command }
try = Например:
hint = /help — команды, Ctrl-D — выход.
no-choice = Варианта { $number } нет.
goodbye = До свидания!
form-hint = Вопросы по одному: Enter оставляет текст, - очищает, \n — новая строка, /cancel — отмена.
form-field = { $label }:
form-kept = Сейчас: { $value }
form-required = Это поле обязательное.
form-slash = Ответ не может начинаться с /. Поставьте перед / знак \ или введите /cancel для отмены.
form-cancelled = Отменено, ничего не изменилось.

## Moderators
pinned = 📌 Закреплено модераторами.
retired-entry = Запись «{ $title }» в архиве, этого ответа я больше не даю.
retire-question = Убрать запись «{ $title }» в архив? Этого ответа я не дам, пока его не вернёт /restore.
moderators-only = Здесь это могут только модераторы.
operator-only = Этими знаниями пользуются несколько сообществ: перечитать их может только владелец бота, в терминале или на панели.
missing-pin = Какой вопрос закрепить и за какой записью? Напишите /pin, вопрос, затем entry: и id записи. Или ответьте на моё сообщение командой /pin.
pin-to-what = Не нахожу записи для «{ $question }». Укажите её через entry: и id или напишите ответ после text:.
pin-both = Нужно что-то одно: entry: или text:.
pin-no-words = В вопросе нет слов. Напишите его так, как спросили бы участники.
pin-forgotten = Я уже не помню, на какой вопрос был этот ответ. Напишите вопрос после /pin.
pin-there = Этот вопрос уже закреплён:
pin-replace-question = Заменить?
pin-replace = Заменить
question-too-long = Вопрос слишком длинный. Уложитесь, пожалуйста, в 1000 знаков.
pin-which = Какая запись должна отвечать на «{ $question }»?
no-message-to-pin = Здесь нет сообщения, которое можно закрепить в канале.
no-pins = Закреплённых вопросов пока нет.
pins-title = { $count ->
    [one] { $count } закреплённый вопрос
    [few] { $count } закреплённых вопроса
    [many] { $count } закреплённых вопросов
   *[other] { $count } закреплённого вопроса
}
pin-line = «{ $question }» → { $target } ({ $who }, { $when } UTC)
pin-own-text = свой текст сообщества
pin-retired = Эта запись в архиве, или её пакет здесь не подключён.
pin-gone = Этой записи больше нет.
unpin-it = Открепить «{ $question }»
unpin-question = Открепить один из вопросов?
missing-unpin = Какой вопрос открепить? Напишите его после /unpin; все — в /pins.
unpin-which = Этот вопрос закреплён на нескольких языках. На каком открепить?
no-pin = Вопрос «{ $question }» не закреплён.
teach-title = Добавить ответ
correct-title = Исправить «{ $title }»
rephrase-title = Другие формулировки: «{ $title }»
field-question = Вопрос
field-answer = Ответ (Markdown, пустая строка — абзац)
field-phrasings = Другие формулировки, по строкам или через |
field-source = Источник: название, ссылка или всё вместе
field-language = Язык (пусто — как в тексте)
field-entry = Запись
field-why = Причина
field-unknown = Что я говорю, если ответа нет (Markdown)
field-greeting = Моё приветствие (Markdown)
field-add = Что добавить, по строкам или через |
field-remove = Что убрать, по строкам или через |
own-pack = Знания этого сообщества
own-source = Модераторы этого сообщества
also-asked = Другие формулировки (участники их не видят): { $phrasings }
also-asked-more = Другие формулировки (участники их не видят): { $phrasings } | … и ещё { $count }
alike = { $count ->
    [1] Возможно, об этом уже говорит запись: { $names }
   *[other] Возможно, об этом уже говорят записи: { $names }
}
confirm-question = Так это увидят участники. Сохранить?
confirm-it = Сохранить
cancel-it = Не сохранять
cancelled = Не сохранено, ничего не изменилось.
nothing-to-cancel = Подтверждать или отклонять нечего.
no-draft = Это уже неактуально: сохранено, отклонено или прошёл час.
not-your-draft = Решить это может только тот, кто это подготовил.
not-accepted = Принять это пока нельзя:
flaw-html = HTML показать нельзя: { $what }. Используйте Markdown. Чтобы показать <, поставьте перед ним \.
flaw-image = Изображения показать нельзя. Опишите их словами.
flaw-struck = Зачёркивание показать нельзя. Уберите его.
flaw-address = Ссылка { $what } — не веб-адрес. Он должен начинаться с http:// или https:// и не содержать имени пользователя.
flaw-link-words = У ссылки на { $what } нет текста. Напишите его между [ и ].
flaw-nested = Списки, цитаты, жирный текст и ссылки вложены слишком глубоко: возможны четыре уровня.
flaw-heading = Заголовков в ответе быть не может. Пишите **жирным**. Строка дефисов под текстом тоже делает заголовок.
flaw-rule = Горизонтальную черту показать нельзя. Абзацы разделяйте пустой строкой.
flaw-table = Таблицы показать нельзя. Напишите список.
flaw-empty = Есть пустая цитата, пустой блок кода или пустой пункт списка. Уберите его.
flaw-list-start = Список начинается с { $what }, но счёт в списках идёт с 1. Если это не список, поставьте \ перед точкой.
flaw-long-question = { $count ->
    [one] В вопросе { NUMBER($count) } знак; можно не больше 1000.
    [few] В вопросе { NUMBER($count) } знака; можно не больше 1000.
    [many] В вопросе { NUMBER($count) } знаков; можно не больше 1000.
   *[other] В вопросе { NUMBER($count) } знака; можно не больше 1000.
}
flaw-long-phrasing = { $count ->
    [one] В одной из формулировок { NUMBER($count) } знак; можно не больше 1000.
    [few] В одной из формулировок { NUMBER($count) } знака; можно не больше 1000.
    [many] В одной из формулировок { NUMBER($count) } знаков; можно не больше 1000.
   *[other] В одной из формулировок { NUMBER($count) } знака; можно не больше 1000.
}
flaw-no-question = Вопрос пуст.
flaw-empty-phrasing = Одна из формулировок пуста.
flaw-no-answer = Ответ пуст.
flaw-long-answer = { $count ->
    [one] В ответе { NUMBER($count) } знак; можно не больше 3500.
    [few] В ответе { NUMBER($count) } знака; можно не больше 3500.
    [many] В ответе { NUMBER($count) } знаков; можно не больше 3500.
   *[other] В ответе { NUMBER($count) } знака; можно не больше 3500.
}
flaw-bytes = { $count ->
    [one] Всего получается { NUMBER($count) } байт; можно не больше 65 536.
    [few] Всего получается { NUMBER($count) } байта; можно не больше 65 536.
    [many] Всего получается { NUMBER($count) } байт; можно не больше 65 536.
   *[other] Всего получается { NUMBER($count) } байта; можно не больше 65 536.
}
flaw-asked-twice = Вопрос «{ $what }» есть и в строке { $before }. Оставьте его там, где ответ подходит.
flaw-asked-elsewhere = Вопрос «{ $what }» есть и в { $other }, строка { $before }. Оставьте его там, где ответ подходит.
flaw-same-entry = «{ $what }» пропускается: другая запись в этих файлах говорит то же самое.
flaw-same-phrasing = Формулировка «{ $what }» пропускается: в этих файлах она уже есть.
flaw-heading-no-answer = Под вопросом «{ $what }» нет ответа. Напишите его или уберите заголовок.
flaw-item-no-answer = Нет ответа: { $item }. Напишите его или уберите вопрос.
flaw-no-question-to = У ответа «{ $what }» нет вопроса. Напишите его рядом или уберите ответ.
flaw-open-quote = Здесь открывается кавычка, которая не закрывается. Возьмите в кавычки всю ячейку, а кавычки внутри удвойте.
flaw-no-questions = Вопросы не найдены. Пишите каждый вопрос заголовком, а ответ под ним, или таблицей со столбцами «question» и «answer».
flaw-no-columns = В первой строке нет названий столбцов. Назовите один «question», другой «answer».
flaw-column = Столбец «{ $column }» не импортируется.
flaw-encoding = Файл не в UTF-8. Если буквы выглядят неверно, сохраните его в UTF-8.
flaw-file-kind = Файлы этого вида импортировать нельзя. Сохраните в Markdown, простом тексте, CSV или HTML.
flaw-archive = ZIP-файл не читается. Упакуйте файлы заново, без пароля.
flaw-text-outside = Текст без своего вопроса не импортируется. Дайте ему заголовок, если он отвечает на вопрос.
flaw-cut = Ответ на «{ $what }» слишком длинный: не вошло знаков в конце: { NUMBER($count) }. Разделите его заголовками.
flaw-links-only = Ответ на «{ $what }» состоит почти из одних ссылок. Напишите, что там, или уберите его.
flaw-not-data = Отсюда файл не читается. Проверьте, не пропущены ли запятая, скобка или кавычка.
flaw-other = { $what }
which-entry = Какая запись? Напишите её id или заголовок после /{ $command }.
which-of = Записей с названием «{ $words }» несколько. Какая нужна?
is-retired = Запись «{ $title }» в архиве. Вернуть её можно командой /restore.
is-own-text = Ответ на «{ $question }» записан прямо в закреплённом вопросе. /pin с text: заменит ответ, /unpin открепит вопрос.
restore-it = Вернуть
no-text-yet = У записи «{ $title }» пока нет текста на языке «{ $language }»; его можно добавить командой /correct.
not-whole = Текста на языке «{ $language }» пока нет. Напишите на нём и вопрос, и ответ или укажите другой язык.
no-phrasing = У записи «{ $title }» нет формулировки «{ $words }».
refused = Я этого не сделал, потому что это сломало бы другие ответы:
refused-more = … и ещё { $count }.
refused-question = Всё равно сделать?
force-it = Всё равно сделать
regression-other = Вопрос «{ $question }» находил бы «{ $instead }» вместо «{ $entry }». { $place }
regression-nothing = Вопрос «{ $question }» больше не находил бы «{ $entry }». { $place }
regression-silence = Вопрос «{ $question }» не должен ничего находить, а находил бы «{ $instead }». { $place }
regression-new = Вопрос «{ $question }» находил бы «{ $instead }», а не новый текст.
regression-new-nothing = Даже вопрос «{ $question }» не нашёл бы новый текст: в нём слишком мало сказано.
regression-check = (Проверка в { $file }, строка { $line }.)
overtaken = Кто-то только что изменил «{ $subject }», поэтому я ничего не сделал. Проверьте и повторите.
overtaken-again = Кто-то только что изменил «{ $subject }», поэтому пока ничего не сохранено. Проверьте ещё раз.
approve-overtaken = Изменение #{ $act } больше не подходит: с тех пор здесь уже что-то поменяли. Отклонить его: /undo { $act }.
nothing-changed = Менять нечего: «{ $subject }».
held = За десять минут изменений слишком много, поэтому изменение #{ $act } ждёт, пока другой модератор не одобрит его командой /approve { $act }.
done-pin = Закреплено: теперь «{ $subject }» получает этот ответ.
done-unpin = Откреплено: «{ $subject }».
done-teach = Добавлено: «{ $subject }».
done-correct = Исправлено: «{ $subject }».
done-rephrase = Формулировки изменены: «{ $subject }».
done-suggestions = Добавлено в формулировки: «{ $subject }».
done-retire = В архиве: «{ $subject }». Этого ответа я больше не даю.
done-restore = Возвращено: «{ $subject }». Снова даю этот ответ.
done-undo = Отменено: изменение #{ $subject }.
done-approve = Одобрено: изменение #{ $subject } вступило в силу.
done-link = Связано: теперь всё общее с «{ $subject }». /unlink снова разделит.
done-unlink = Связи больше нет. Копия всего осталась здесь.
undo-it = Отменить
undo-act = Отменить #{ $act }
approve-it = Одобрить #{ $act }
undo-none-left = Все ваши изменения уже отменены. /undo с номером из /history отменит любое другое.
undo-already = Изменение #{ $act } уже отменено. Подробности — в /history.
missing-undo = Вы ещё ничего не меняли. Чужие изменения показывает /history.
no-change = Изменения #{ $act } здесь нет. Все изменения — в /history.
undo-dropped = Изменение #{ $act } отклонено и в силу не вступило.
undo-approved = Изменение #{ $act } вступило в силу вместе с #{ $approval }. Отмените #{ $approval }.
undo-link = Изменение #{ $act } касается двух сообществ, поэтому отдельно его не отменить. Используйте /{ $command }.
undo-conflict = Отменить только #{ $act } нельзя: с тех пор это снова меняли: { $later }. Сначала отмените эти изменения, начиная с самого нового.
history-title = История
history-question = Отменить или одобрить одно из изменений?
no-history = Пока ничего не менялось.
unreadable = Эти записи не читаются и не используются: { $entries }. Исправить их можно командой /correct.
no-history-of = Запись «{ $entry }» здесь не менялась.
act = #{ $act } /{ $command }, { $who }, { $place }, { $when } UTC.
act-here = здесь
act-why = Причина: { $why }.
act-forced = Сделано, хотя сломало: { $regressions }.
act-undoes = Отменяет #{ $act }.
act-approves = Одобряет #{ $act }.
act-held = Ждёт другого модератора.
record = { $kind } { $name }
kind-entry = запись
kind-phrasings = формулировки
kind-retired = в архиве
kind-pin = закреплённый вопрос
kind-setting = настройка
kind-place = сервер или группа
kind-pack = пакет
kind-source = источник
kind-checks = проверки
kind-attachment = вложение
person = модератор { $id }
person-you = вы
person-erased = кто-то (данные стёрты)
held-title = Ждут другого модератора
held-question = Одобрить или отклонить одно из изменений?
drop-it = Отклонить #{ $act }
more-held = { $count ->
    [one] Ждёт ещё { $count } изменение.
    [few] Ждут ещё { $count } изменения.
    [many] Ждут ещё { $count } изменений.
   *[other] Ждут ещё { $count } изменения.
}
none-held = Ничего не ждёт.
no-held = Изменение #{ $act } не ждёт одобрения.
approve-own = Изменение #{ $act } ваше: одобрить его должен другой модератор.
not-retired = Запись «{ $title }» не в архиве.
none-retired = В архиве ничего нет.
restore-which = Какую запись вернуть?
link-code = Введите /link { $code } на другом сервере или в другой группе в течение { $minutes } мин. После этого закреплённые вопросы, записи и настройки будут общими.
link-wrong = Код неизвестен, использован или устарел. Запросите новый командой /link на другом сервере или в другой группе.
link-same = Связь уже есть.
link-conflicts = Здесь стороны решили по-разному. Будет действовать решение другой стороны:
link-question = Связать? Что было здесь, останется в /history.
link-it = Связать
not-linked = Этот сервер или группа ни с чем не связаны.
help-pin = закрепляет ответ за вопросом
help-pins = показывает закреплённые вопросы
help-unpin = открепляет вопрос
help-teach = добавляет ваш ответ
help-correct = исправляет ответ
help-rephrase = добавляет или убирает формулировки
help-retire = убирает запись в архив
help-restore = возвращает запись из архива
help-history = показывает, кто что изменил и почему
help-undo = отменяет изменение
help-approve = одобряет изменение, которое ждёт
help-confirm = сохраняет то, что показано
help-cancel = отклоняет то, что показано
help-link = связывает с другим сервером или группой
help-unlink = разрывает связь
missing-confirm = Что подтвердить? Нажмите кнопку под предпросмотром.

## Options
option-question = вопрос
option-entry = запись
option-topic = тема
option-command = команда
option-language = язык
option-text = свой текст
option-why = причина
option-answer = ответ
option-phrasings = другие формулировки
option-source = источник
option-add = какие формулировки добавить
option-remove = какие формулировки убрать
option-take = какую подсказку добавить
option-leave = какую подсказку отклонить
option-change = номер
option-draft = номер
option-code = код
option-force = всё равно сделать
option-message = закрепить и сообщение
option-member = участник
option-server = сервер
option-file = фото или файл

## Reload
reload-unchanged = Знания не изменились.
reload-live = Загружено: добавлено { $added }, изменено { $changed }, убрано { $removed }.
reload-refused = { $count ->
    [one] Новые знания не загружены: найдена { $count } ошибка. Пока она не исправлена, я отвечаю по-прежнему.
    [few] Новые знания не загружены: найдены { $count } ошибки. Пока они не исправлены, я отвечаю по-прежнему.
    [many] Новые знания не загружены: найдено { $count } ошибок. Пока они не исправлены, я отвечаю по-прежнему.
   *[other] Новые знания не загружены: найдено { $count } ошибки. Пока они не исправлены, я отвечаю по-прежнему.
}
reload-more = … и ещё { $count }.
reload-right = Знания снова в порядке.
reload-unreached = Не удалось получить знания из репозитория ({ $why }). Отвечаю по тому, что было загружено последним.
help-reload = заново читает папку со знаниями

## Running a community
unknown-short = Этого я не знаю.
unanswered-title = На что я не смог ответить
none-unanswered = Открытых вопросов нет. Вопрос появляется здесь, если его задали три человека, а ответа у меня не было.
unanswered-line = #{ $group } «{ $text }»: спросили { $count } чел., впервые { $first }, в последний раз { $last }
unanswered-gap = «…» стоит вместо имён, чисел и ссылок, а также слов, которые употребили меньше трёх человек.
unanswered-question = Что с этим делать?
assign-it = #{ $group }: отнести к записи
answer-it = #{ $group }: добавить ответ
ignore-it = #{ $group }: игнорировать
no-group = Открытого вопроса #{ $group } нет. Список — в /unanswered.
assign-which = Какая запись отвечает на «{ $text }»? Вопрос станет её формулировкой.
assign-none = Записи, близкой к «{ $text }», не нашлось.
ignored = Вопрос «{ $text }» убран из списка. Он вернётся, если его снова зададут три человека.
suggestions-title = Формулировки, которые подсказали участники
none-suggestions = Подсказок нет. Подсказка появляется здесь, если участники выбирают для вопроса одну и ту же запись или голосуют за неё.
suggestions-off = Здесь я не учусь на выборе участников. Включить можно через /settings learn.
suggestion-line = «{ $question }» → «{ $title }» (за: { $count }, против: { $against })
suggestions-question = Добавить? Я проверил: с ними каждый вопрос находит свою запись, а другие ответы не меняются.
suggestion-take = Добавить { $number }
suggestion-leave = Отклонить { $number }
suggestions-take-all = Добавить все
suggestions-leave-all = Отклонить все
no-suggestion = Этой подсказки больше нет. Список — в /suggestions.
suggestions-many = подсказки: { $count }
suggestion-why = подсказали участники; за: { $count }
suggestions-left = Отклонено: { $count }. Вернётся, только если участники снова выберут то же самое.
missing-assign = Какой вопрос? Напишите его номер после /assign; список — в /unanswered.
missing-answer = Какой вопрос? Напишите его номер после /answer; список — в /unanswered.
missing-ignore = Какой вопрос? Напишите его номер после /ignore; список — в /unanswered.
missing-helpful = Ответ помог? Напишите /helpful да или /helpful нет.
no-answer-meant = Какой ответ? Ответьте на одно из моих сообщений или сначала задайте вопрос.
vote-yes = да, д, помог, помогло, помогла, yes, y
vote-no = нет, н, не помог, не помогло, не помогла, no, n
voted-yes = Спасибо! Рад, что помогло.
voted-no = Спасибо. Модераторы увидят, что ответ нужно улучшить.
stats-title = { $days ->
    [1] За сегодня
    [one] За { $days } день
    [few] За { $days } дня
    [many] За { $days } дней
   *[other] За { $days } дня
}
stats-days = За сколько дней? Напишите число от 1 до { $most } после /stats.
stats-none = За это время вопросов не было.
stats-asked = Задано вопросов: { $count }
stats-answered = С ответом: { $count } ({ $share })
stats-offered = Предложены варианты: { $count } ({ $share })
stats-unanswered = Без ответа: { $count } ({ $share })
stats-helpful = Голосов «помогло»: { $helpful } из { $votes } ({ $share })
stats-no-votes = За ответы ещё никто не голосовал.
stats-shadow = Мог бы ответить и без обращения (режим shadow): { $count }
stats-by-day = По дням:
stats-day = { $day }: задано { $asked }, с ответом { $answered }, предложены варианты { $offered }, без ответа { $unanswered }, голосов «помогло» { $helpful } из { $votes }
stats-earlier = Раньше: задано { $asked }, с ответом { $answered }, предложены варианты { $offered }, без ответа { $unanswered }
stats-top = Чаще всего показывали:
stats-entry = { $title }: { $count }
stats-worst = Меньше всего помогли:
stats-worst-entry = { $title }: не помогло { $unhelpful } из { $votes } ({ $share })
entry-used = { stats-title }: показов: { $given }; голосов: { $votes }, «помогло»: { $helpful }.
privacy-title = Что я о вас знаю
privacy-intro = Имён я не храню. Чтобы различать людей, я храню код, полученный из вашей учётной записи с помощью секретного ключа; по самому коду не видно, чей он. Вот что я храню:
privacy-language = Язык, который вы выбрали через /language, с вашим кодом.
privacy-server = В Discord — сервер, выбранный вами через /server, с вашим кодом.
privacy-answers = Какую запись я показал вам в каком сообщении, с вашим кодом, но без вашего вопроса, — чтобы потом можно было исправить ответ.
privacy-votes = Помог ли вам ответ, с вашим кодом. Сколько раз о чём-то спрашивали, я только считаю.
privacy-messages = Ваше сообщение, пока я его не обработал, и мой ответ, пока он не отправлен.
privacy-questions = Слова вопроса, на который я ответил, я не храню. Если ответа нет, я помню вопрос до двух недель, с вашим кодом и без имён, ссылок и чисел. Только если его задали три разных человека, его слова сохраняются для модераторов, без всякого кода.
privacy-signals = Если вы выбрали запись для вопроса, на который я не смог уверенно ответить, проголосовали за неё или показали её кому-то: этот вопрос без имён, ссылок и чисел, запись и ваш код — 30 дней. Модераторы могут добавить его как формулировку, без кода.
privacy-acts = Изменения модераторов, с их кодом.
privacy-drafts = Изменение, которое ждёт подтверждения, — один час.
privacy-groups = В каких группах вы ко мне обращались, с вашим кодом, 180 дней: чтобы вы могли управлять ими и получать их ответы в личном чате.
privacy-account = На этих страницах — имя, которое вам дал владелец, и когда вы выходили, пока вас не удалят.
privacy-taught = Если вы это сотрёте, ответы, которые вы добавили как модератор, останутся у сообщества, но уже ничто не укажет, что они ваши.
privacy-left = Если меня удалят с сервера, всё, чему он меня научил, и его настройки сотрутся через 30 дней. Если я вернусь раньше, всё останется.
privacy-export = Получить мои данные
privacy-erase = Стереть мои данные
privacy-exported = Это всё, что я о вас храню.
privacy-sure = Стереть всё, что я о вас храню? Отменить это нельзя.
privacy-sure-account = Ваша ссылка на эти страницы перестанет работать.
privacy-erase-it = Стереть
privacy-erased = Готово: я больше ничего о вас не храню.
settings-title = Настройки
settings-question = Изменить что-нибудь?
setting-language = Язык
setting-packs = Пакеты знаний
setting-mode = На что отвечать
setting-unknown = Если ответа нет
setting-greeting = Моё приветствие
setting-learn = Учиться на выборе
learn-off = ничему не учусь
learn-people = сколько человек должны согласиться: { $count }
setting-here = { $setting } в этом канале
setting-line = { $setting }: { $value }
setting-values = Выберите:
setting-back = Вернуть по умолчанию
setting-default = по умолчанию
value-meaning = { $value } ({ $meaning })
value-default = { $value }, по умолчанию
all-packs = все
mode-off = только на команды и упоминания
mode-addressed = на вопросы, обращённые ко мне
mode-shadow = на вопросы ко мне; остальные только считаю
mode-questions = на любые вопросы, если уверен
mode-everywhere = Только для этого канала. Добавьте к команде everywhere, чтобы изменить все каналы без своей настройки.
tone-helpful = сказать об этом и подсказать, что попробовать
tone-short = сказать об этом коротко
tone-silent = молчать, кроме личных чатов
own-words = своими словами сообщества
own-words-long = Это слишком длинно. Можно не больше { NUMBER($most) } знаков.
greeting-mine = кто я и о чём знаю
setting-moderators = Кто ещё модерирует
setting-helpers = Кто помогает
setting-reports = Куда сообщать модераторам
setting-solved = Метка решённых публикаций форума
setting-none = нет
people-how = Укажите через пробел роли или людей: @роль, @человек или id человека. Слово default убирает настройку.
appoint-refused = Назначать других модераторов могут только те, кому это позволяют права самого сервера или группы.
reason-outdated = Устарело.
reason-wrong = Было неверно.
reason-unclear = Было непонятно.
reason-asked = Об этом часто спрашивают.
reports-here = сюда
panel-server = Для всего сервера
panel-server-help = Действует в каждом канале, для которого не выбрано другое.
panel-channel = Для одного канала
panel-channel-help = Выберите канал. То, что задано для него, важнее выбора для всего сервера.
report-unhelpful = 👎 Кому-то не помог ответ «{ $title }».
report-show = Показать
report-correct = Исправить
report-open = { $count ->
    [one] Спросил { $count } человек, а ответа у меня не было: «{ $text }»
    [few] Спросили { $count } человека, а ответа у меня не было: «{ $text }»
    [many] Спросили { $count } человек, а ответа у меня не было: «{ $text }»
   *[other] Спросили { $count } человека, а ответа у меня не было: «{ $text }»
}
no-setting = Настройки «{ $name }» нет. Есть: { $settings }.
no-value = Для «{ $setting }» не подходит «{ $value }». Выберите: { $values }.
done-settings = Изменено. { $subject }.
missing-why = Какой вопрос? Напишите его после /why.
why-title = Почему? «{ $question }»
why-sure = Отвечаю записью «{ $title }»: уверенность { $share }.
why-unsure = Предлагаю варианты: даже для лучшего, «{ $title }», уверенность лишь { $share }.
why-unknown = Говорю, что не знаю: даже для лучшего варианта, «{ $title }», уверенность лишь { $share }.
why-nothing = Говорю, что не знаю: на вопрос ничто не похоже.
why-thresholds = Отвечаю от { $sure }, предлагаю варианты от { $unsure }.
why-pin = Вопрос закреплён: «{ $question }».
why-taught = Запись добавлена в этом сообществе.
why-corrected = Запись исправлена в этом сообществе.
why-rephrased = Её формулировки меняли в этом сообществе.
why-retired = Но запись в архиве, поэтому я так и говорю.
why-language = Язык: { $language }, если спросивший не выбрал другой.
why-second = { $points ->
    [one] Следующий вариант, «{ $title }», отстаёт на { $points } процентный пункт.
    [few] Следующий вариант, «{ $title }», отстаёт на { $points } процентных пункта.
    [many] Следующий вариант, «{ $title }», отстаёт на { $points } процентных пунктов.
   *[other] Следующий вариант, «{ $title }», отстаёт на { $points } процентного пункта.
}
why-words = Слова, по которым я искал: { $words }.
why-misspelt = Опечатки, прочитано как: { $words }.
why-strange = Слова, которых нет ни в одном моём тексте: { $words }.
why-candidates = Лучшие кандидаты:
why-candidate = { $title } ({ $language }): { $share }
help-unanswered = показывает вопросы, на которые я не смог ответить
help-suggestions = показывает формулировки, которые подсказали участники
help-assign = добавляет открытый вопрос к записи как формулировку
help-answer = добавляет ответ на открытый вопрос
help-ignore = убирает открытый вопрос из списка
help-helpful = отмечает, помог ли мой последний ответ
help-stats = показывает, о чём спрашивали и с каким итогом
help-privacy = показывает, выдаёт или стирает то, что я о вас храню
help-settings = показывает или меняет мои настройки здесь
help-why = объясняет, почему на вопрос даётся такой ответ
option-group = номер
option-vote = да или нет
option-days = число дней
option-what = export или erase
option-setting = настройка
option-value = значение
option-unknown = свои слова вместо «не знаю»
option-greeting = своё приветствие

## Corrections
corrected-on = ✎ Исправлено { $date }
unpinned-on = ✎ Откреплено { $date }
answer-gone = Этот ответ отозван.

## Chats
answered-above = Здесь только что отвечали на это:
slow-down = Слишком много за раз. Подождите минутку и спросите снова.
words-only = Я читаю только текст: не картинки, не стикеры, не голосовые сообщения и не опросы. Напишите вопрос словами.
stale-button = Эта кнопка больше не работает. Спросите ещё раз.
cannot-pin-message = Закреплять сообщения здесь мне нельзя, но вопрос закреплён.
not-yours = Убрать этот ответ могут только модераторы и тот, кто спросил.
went-wrong = Что-то пошло не так. Попробуйте чуть позже.
not-saved = Сейчас я ничего не могу сохранить, поэтому ничего не изменилось. Сообщите тому, кто меня запустил: /doctor скажет, что исправить.
not-kept = Сейчас я ничего не могу сохранить, поэтому придётся подождать. Сообщите тому, кто меня запустил: в моём журнале написано, что исправить.
only-for-you = Этот ответ видите только вы.
show-it = Показать ответ
open-form = Открыть форму
form-again = ✎ Изменить
cannot-write = Я не могу писать в { $channel }. Мне нужно видеть канал, отправлять сообщения и читать историю.
menu-answer = Ответить на это сообщение
menu-entry = Ответить записью
choose-entry = Какая запись отвечает на это сообщение?
search-entry = Искать записи
menu-pin = Закрепить этот ответ
menu-teach = Добавить ответ по сообщению
forum-solved = ✅ Вопрос решён
forum-solved-tags = решено, решён, решен, отвечено, готово
forum-not-yours = Закрыть эту публикацию может только её автор или модератор.
menu-solved = Это решение
forum-only = Это работает только с ответами в публикациях форума.
forum-thanks = Спасибо! Публикация отмечена как решённая.
report-solution = Этот ответ помог с вопросом «{ $title }». Запомнить его?
report-learn = Запомнить
cannot-solve = Я не могу закрывать публикации в { $channel }: мне нужно право «Управлять ветками».
help-server = выбирает сервер, ответы которого я даю вам лично
server-which = Ответы какого нашего общего сервера давать вам здесь, кроме того, что я и так знаю?
server-none = Только то, что я и так знаю
server-nowhere = У нас нет общих серверов, поэтому отвечаю тем, что знаю и так.
server-chosen = Теперь я даю вам здесь и ответы сервера { $title }.
server-left = Теперь я отвечаю вам здесь только тем, что знаю и так.
option-private = ответ вижу только я
button-helped = Помогло
button-unhelpful = Не помогло
button-more = Ещё
button-related = По теме
actions-question = Что сделать с этим ответом?
action-pin = Закрепить
action-unpin = Открепить
action-correct = Исправить
action-rephrase = Формулировки
action-retire = В архив
action-remove = Убрать
action-removed = Ответ убран.
button-human = Спросить человека
human-asks = 🙋 Вопрос, на который у меня нет ответа: «{ $text }»
human-who = Кто спросил
human-where = Где
human-told = Ваш вопрос передан модераторам.
human-waiting = Ваш вопрос уже у модераторов. Когда я узнаю ответ, спросите ещё раз, и я его дам.

## Doctor
doctor-title = Проверка настройки
help-doctor = проверяет настройку и говорит, что исправить
diagnosis-version = Wenda { $version }, на Node.js { $node }.
diagnosis-database = Базу данных можно читать и записывать.
diagnosis-database-bad = Базой данных пользоваться нельзя: { $why }
cure-database = Проверьте DATABASE_URL, есть ли место на диске и принадлежит ли файл пользователю, от имени которого работает бот.
diagnosis-database-file = Базу данных { $file } можно читать и записывать.
diagnosis-database-none = Базы данных { $file } ещё нет. Никакая база не проверялась.
cure-database-none = Её создаст первый запуск. Если бот уже работает, укажите его базу: DATABASE_URL=sqlite:ПУТЬ { $command }.
diagnosis-damaged = В базе данных есть повреждённые записи: { $records }. Сообщества, к которым они относятся, остаются без ответов.
cure-damaged = Остановите меня и восстановите базу данных из резервной копии. В остальных местах я отвечаю как обычно.
diagnosis-cache-bad = Выученное не удастся сохранить до следующего запуска: { $why }
cure-cache = Разрешите пользователю, от имени которого работает бот, запись в папку из WENDA_CACHE и проверьте, есть ли место на диске.
diagnosis-refused = Изменённые знания не загружены: { $problems }
cure-refused = Исправьте эти строки; я перечитаю их сам или по команде /reload.
diagnosis-repository = Репозиторий знаний недоступен с { $since }: { $why }
cure-repository = Проверьте адрес и токен в KNOWLEDGE_GIT и KNOWLEDGE_GIT_TOKEN и работает ли сервер. До тех пор я отвечаю по тому, что было загружено последним.
diagnosis-knowledge = { $count ->
    [one] Готова отвечать { $count } запись.
    [few] Готовы отвечать { $count } записи.
    [many] Готовы отвечать { $count } записей.
   *[other] Готовы отвечать { $count } записи.
}
diagnosis-empty = Знаний нет: ни одна запись не готова отвечать.
cure-empty = Укажите в KNOWLEDGE_DIR папку с пакетами.
diagnosis-overdue = { $count ->
    [one] Пора проверить { $count } текст.
    [few] Пора проверить { $count } текста.
    [many] Пора проверить { $count } текстов.
   *[other] Пора проверить { $count } текста.
}
cure-overdue = Перечитайте их и перенесите review_by. Список есть на панели.
diagnosis-old = { $count ->
    [one] { $count } текст старше года, и даты проверки у него нет.
    [few] { $count } текста старше года, и даты проверки у них нет.
    [many] { $count } текстов старше года, и даты проверки у них нет.
   *[other] { $count } текста старше года, и даты проверки у них нет.
}
cure-old = Перечитайте их и укажите review_by или статус outdated.
diagnosis-unreachable = { $name }: нет связи.
cure-unreachable = Проверьте сеть, файрвол и адрес, который задан для { $name }.
diagnosis-unread = { $status ->
    [0] «{ $place }»: проверить не удалось, ответа нет.
   *[other] «{ $place }»: проверить не удалось (ошибка { $status }).
}
cure-unread = Попробуйте ещё раз через несколько минут.
diagnosis-left-out = { $count ->
    [one] { $name }: не проверен ещё { $count } сервер или группа.
    [few] { $name }: не проверены ещё { $count } сервера или группы.
    [many] { $name }: не проверены ещё { $count } серверов или групп.
   *[other] { $name }: не проверены ещё { $count } сервера или группы.
}
cure-left-out = Наберите там /doctor.
diagnosis-clock = Часы совпадают с часами { $name }.
diagnosis-clock-off = Часы этого компьютера расходятся с часами { $name } на { $seconds } с.
cure-clock = Включите синхронизацию времени, например: timedatectl set-ntp true
diagnosis-token = { $name } не принимает токен.
diagnosis-token-good = { $name } принимает токен.
cure-discord-token = Скопируйте новый с портала разработчика (Bot, Reset Token) в DISCORD_TOKEN.
cure-telegram-token = Запросите его у @BotFather (/token) и укажите в TELEGRAM_TOKEN.
diagnosis-content = Бот может читать сообщения в Discord.
diagnosis-content-off = Бот не может читать сообщения в Discord: вопросов без обращения он не видит.
cure-content = Чтобы он их видел, включите Message Content Intent на портале разработчика (Bot).
diagnosis-endpoint = Discord присылает взаимодействия по HTTP, но DISCORD_PUBLIC_KEY не задан: команды не работают.
cure-endpoint = Задайте DISCORD_PUBLIC_KEY или очистите Interactions Endpoint URL на портале разработчика (General Information).
diagnosis-key-good = Открытый ключ — от этого приложения в Discord.
diagnosis-key = DISCORD_PUBLIC_KEY не от этого приложения: все взаимодействия по HTTP отклоняются.
cure-key = Скопируйте Public Key с портала разработчика (General Information).
diagnosis-alone = { $name }: бота пока нет ни на одном сервере.
cure-discord-alone = Откройте ссылку-приглашение, которая выводится при запуске.
diagnosis-permissions = { $count ->
    [one] У бота есть все нужные права на { $count } сервере в Discord.
    [few] У бота есть все нужные права на { $count } серверах в Discord.
    [many] У бота есть все нужные права на { $count } серверах в Discord.
   *[other] У бота есть все нужные права на { $count } сервера в Discord.
}
diagnosis-permissions-lack = Серверы Discord, где боту не хватает прав: { $count } из { $all }.
cure-permissions = Дайте его роли права: видеть каналы, отправлять сообщения (и в ветках), прикреплять файлы, читать историю, закреплять сообщения. Или ещё раз откройте ссылку-приглашение.
right-view = Просматривать канал
right-send = Отправлять сообщения
right-send-threads = Отправлять сообщения в ветках
right-history = Читать историю сообщений
right-attach = Прикреплять файлы
right-topics = Управление темами
right-pin = Закреплять сообщения
diagnosis-channels = «{ $place }»: боту не хватает прав ({ $rights }) в каналах: { $channels }.
cure-channels = Там, где он должен отвечать, дайте их роли бота: в настройках канала («Права доступа») или для всех каналов в настройках сервера («Роли»).
diagnosis-channels-more = { $count ->
    [one] Боту не хватает прав ещё в { $count } канале.
    [few] Боту не хватает прав ещё в { $count } каналах.
    [many] Боту не хватает прав ещё в { $count } каналах.
   *[other] Боту не хватает прав ещё в { $count } канала.
}
diagnosis-no-channel = «{ $place }»: бот не видит ни одного текстового канала.
diagnosis-reads-all = Бот читает все сообщения в группах Telegram.
diagnosis-privacy = Включён режим приватности: в группах Telegram бот получает только команды, упоминания и ответы.
cure-privacy = Чтобы он читал все сообщения, отключите этот режим у @BotFather (/setprivacy) и заново добавьте бота в группу или сделайте его администратором.
diagnosis-polling = Бот получает сообщения из Telegram опросом.
diagnosis-webhook = Telegram доставляет сообщения на вебхук.
diagnosis-webhook-none = Telegram не знает адреса из TELEGRAM_WEBHOOK_URL.
cure-webhook-none = Бот задаёт его при запуске: запустите бота и посмотрите журнал.
diagnosis-webhook-other = Telegram доставляет сообщения на вебхук, но TELEGRAM_WEBHOOK_URL пуст.
cure-webhook-other = Возможно, этим токеном пользуется другой бот. Если нет, всё исправится при запуске этого.
diagnosis-webhook-bad = Telegram не смог доставить сообщения на вебхук ({ $why }). Ожидает сообщений: { $count }.
cure-webhook-bad = Адрес должен открываться снаружи: https с действующим сертификатом, порт 443, 80, 88 или 8443, и вести к WEB_PORT.
diagnosis-groups = { $count ->
    [one] Бот может писать в { $count } группе Telegram.
    [few] Бот может писать в { $count } группах Telegram.
    [many] Бот может писать в { $count } группах Telegram.
   *[other] Бот может писать в { $count } группы Telegram.
}
diagnosis-groups-lack = Группы Telegram, где бот не может писать: { $count } из { $all }.
cure-groups = Снова добавьте бота и разрешите участникам отправлять сообщения.
diagnosis-no-pin = Группы Telegram, где бот не может закреплять сообщения: { $count } из { $all }. Вопросы закрепляются всё равно.
cure-no-pin = Если это нужно, сделайте его администратором с правом закреплять сообщения.
diagnosis-group-gone = «{ $place }»: бота нет в этой группе.
cure-group-gone = Снова добавьте его, если он должен там отвечать.
diagnosis-group-restricted = «{ $place }»: бот ограничен и не может отправлять сообщения.
cure-group-restricted = Снимите ограничение в настройках группы («Разрешения», «Исключения») или сделайте бота администратором.
diagnosis-group-closed = «{ $place }»: участники не могут отправлять сообщения, а бот — обычный участник.
cure-group-closed = Сделайте его администратором или разрешите отправку сообщений в настройках группы («Разрешения»).
diagnosis-group-no-pin = «{ $place }»: бот не может закреплять сообщения. Вопросы закрепляются всё равно.
diagnosis-group-topics = «{ $place }»: бот не может писать в закрытых темах.
cure-group-topics = Если это нужно, сделайте его администратором с правом «Управление темами».
command-doctor = диагностика

## Pages
page-served = Страницы: { $url }
page-piped = Пока вопросы идут через конвейер (pipe), страницы не открываются. Чтобы открыть их тоже, задайте WEB_PORT.
nothing-served = Ничего не запущено: нет ни ввода, ни токена, а WEB_PORT отключён. Задайте WEB_PORT, DISCORD_TOKEN или TELEGRAM_TOKEN.
page-port = Страницы не открываются на { $address } ({ $code }). Укажите в WEB_PORT свободный порт, 0 для любого или off.
page-host = Страницы не открываются на { $address } ({ $code }): это не адрес этой машины. Укажите в WEB_HOST 127.0.0.1 или 0.0.0.0 для всех её адресов.
page-forbidden = Страницы не открываются на { $address } ({ $code }): у меня нет права открыть этот порт. Укажите в WEB_PORT порт от 1024 и выше.
page-title = Спросите и посмотрите, что увидят участники
page-skip = Перейти к содержанию
page-pages = Страницы
page-playground = Песочница
page-dashboard = Панель
page-language = Язык этой страницы
page-change = Сменить
page-dark = Тёмная
page-light = Светлая
page-question = Ваш вопрос
page-placeholder = Ваш вопрос
page-ask = Спросить
page-send = Отправить
page-empty = Здесь появятся ответы — как в Discord и Telegram, а рядом — почему они такие.
page-wait = Ищу ответ…
page-failed = Ответ не пришёл. Бот ещё работает? Попробуйте снова.
page-broken = Вернитесь назад: введённое никуда не делось. Если ошибка повторится, причина записана в журнале бота.
page-not-found = Такой страницы нет.
page-too-large = Слишком много: за один раз можно отправить не больше { $size }.
page-in-english = Что не так в файлах, описано по-английски.
page-old = Страница устарела. Обновите её.
page-silence = Здесь бот промолчит.
page-answer = Ответ
page-on = Как в { $platform }
page-you = Вы
page-app = ПРИЛОЖЕНИЕ
page-helpful = Помогло
page-unhelpful = Не помогло
page-why = Почему такой ответ
page-sure = Уверен: отвечает
page-unsure = Не уверен: предлагает варианты
page-unknown = Не знает
page-confidence = Уверенность:
page-scale = Границы: варианты от { $unsure }, ответ от { $sure }.
page-candidates = Ближайшие записи
page-views = Что говорит в пользу первого
page-view-words = Найденные слова
page-view-letters = Найденные части слов
page-view-covered = Охваченная доля вопроса
page-view-model = Чему научили формулировки
page-view-nearest = Самая близкая формулировка
page-signs = Из чего складывается уверенность
page-sign = Признак
page-drawn = Полоса
page-value = Значение
page-looks = Показать как в
page-more = Подробнее
page-asks = Спрашиваете: { $community }
site-search = Поиск
site-found = Найденные записи
site-nothing = Ответа на это здесь нет. Попробуйте другие слова.
site-failed = Поиск не загрузился. Попробуйте ещё раз.
site-all = Все записи
site-topics = Темы
site-sources = { $count ->
    [1] Источник
   *[other] Источники
}
site-elsewhere = Только на других языках
site-changes = Изменения
site-previous = Предыдущая страница
site-next = Следующая страница
site-licence = Лицензия: { $licence }

## Dashboard
dash-login-about = Для модераторов. Токен — это WEB_TOKEN этой установки.
dash-token = Токен
dash-login = Войти
dash-logout = Выйти
dash-login-wrong = Неверный токен.
dash-login-slow = Слишком много попыток. Подождите минутку и попробуйте снова.
page-signed-out = Сеанс закончился. Войдите снова и нажмите кнопку ещё раз: введённое осталось.
dash-kept = Введённое сохранено.
dash-go-on = Продолжить
dash-community = Сообщество
dash-from = С
dash-to = По
dash-show = Показать
dash-ranges = Показанные дни
dash-range = { $from } – { $to }
dash-command-line = Команда для этого сообщества:
dash-run = Выполнить
dash-news = Есть новые данные.
dash-actions = Действия
dash-csv = CSV
dash-as-table = В виде таблицы
dash-days = Вопросы по дням
dash-day = День
dash-asked = Задано
dash-answered = С ответом
dash-offered = Предложены варианты
dash-unanswered = Без ответа
dash-languages = По языкам
dash-platforms = По платформам
dash-language = Язык
dash-platform = Платформа
dash-terminal = Терминал
dash-share = Доля
dash-answered-share = С ответом
dash-top = Чаще всего показывали
dash-entry = Запись
dash-given = Показано
dash-helpful-share = Помогло
dash-likely-share = Вероятные пределы
dash-votes = Голоса
dash-of-votes = { $votes ->
    [one] из { $votes } голоса
    [few] из { $votes } голосов
    [many] из { $votes } голосов
   *[other] из { $votes } голоса
}
dash-correct = Исправить
dash-assign = Отнести к записи
dash-teach = Добавить
dash-ignore = Игнорировать
dash-take = Добавить
dash-leave = Отклонить
dash-unpin = Открепить
dash-undo = Отменить
dash-approve = Одобрить
dash-question = Вопрос
dash-answer = Ответ
dash-people = Спросили
dash-for = За
dash-against = Против
dash-first = Впервые
dash-last = В последний раз
dash-coverage = Тексты по языкам
dash-coverage-about = Доля записей с собственным текстом, по темам.
dash-topic = Тема
dash-entries = Записи
dash-all-topics = все темы
dash-attention = Просроченное и спорное
dash-attention-none = Ничего спорного, устаревшего или просроченного нет.
dash-reason = Причина
dash-as-of = Данные на
dash-review = Проверить до
dash-disputed = оспаривается
dash-outdated = устарело
dash-overdue = просрочено
dash-pins = Закреплённые вопросы
dash-who = Кто
dash-when = Когда
dash-number = Номер
dash-command = Команда
dash-what = Что
dash-why = Причина
dash-calibration = Уверенность и польза
dash-calibration-about = Какая доля ответов с такой уверенностью помогла. Если полоса достаёт до линии, уверенность верна; чем меньше голосов, тем длиннее полоса.
dash-calibration-none = Голосов пока нет.
dash-said = Уверенность

## Names of commands, where the platform shows them in the person's language
command-ask = спросить
command-show = показать
command-topics = темы
command-sources = источники
command-language = язык
command-helpful = помогло
command-privacy = данные
command-help = помощь
command-pin = закрепить
command-pins = закреплённые
command-unpin = открепить
command-teach = добавить
command-correct = исправить
command-rephrase = формулировки
command-retire = в-архив
command-restore = вернуть
command-history = история
command-undo = отменить
command-approve = одобрить
command-unanswered = без-ответа
command-suggestions = подсказки
command-stats = статистика
command-why = почему
command-settings = настройки
command-reload = перечитать
command-link = связать
command-unlink = отвязать
command-server = сервер

## Forms that are asked question by question
form-by-reply = Вопросы по одному: отвечайте на каждый. «-» оставляет поле пустым, /cancel — отмена.
form-keep = Пропустить
form-cancel = Отмена
form-in-words = Ответьте, пожалуйста, словами.
form-file-kept = 📎 Файл { $file } сохранён и будет показываться рядом с ответом. Теперь, пожалуйста, сам текст.
file-holder = 📎 Для ответа. Если удалить это сообщение, ответ будет показываться без вложения.
file-not-kept = Не удалось сохранить файл. Разрешите мне писать и прикреплять файлы в этом канале или выберите другой: /settings reports.
file-too-large = Этот файл больше 10 МБ. Выберите, пожалуйста, файл поменьше.
file-of-other-kind = Я принимаю картинки (PNG, JPEG, GIF, WebP), аудио, видео, PDF, текст, ZIP и офисные файлы. Этот файл другого типа.
write-me-first = Это только для вас, а писать вам я пока не могу. Откройте чат со мной, нажмите Start и спросите там.
setting-anonymous = Анонимные администраторы
anonymous-yes = анонимные администраторы могут модерировать
anonymous-no = модерировать могут только неанонимные администраторы

## The entry of a new pack
template-question = Как стать участником?
template-phrasings = как вступить | записаться в клуб | где зарегистрироваться
template-answer = Это пример. Замените его своим ответом: что сделать, сколько это стоит, к кому обратиться. Для каждого следующего вопроса скопируйте этот файл и дайте копии другое имя.

## Answers that only stand in for one
stopgaps = см выше | см ниже | смотри выше | смотрите выше | смотри ниже | смотрите ниже | то же самое | скоро будет | будет дополнено | нет ответа

## Small talk
any-time = Спрашивайте в любое время.
says-praise = хороший бот | молодец бот | бот молодец | умный бот | классный бот | лучший бот | молодец | умница | отлично | отличная работа | хорошая работа | супер | класс | круто | здорово работаешь | браво | люблю тебя | я тебя люблю | ты лучший | ты супер | вау
says-quiet = заткнись | заткнись бот | замолчи | помолчи | молчи | тихо | тише | хватит | перестань | отстань | отвали | уйди | уходи | тебя не спрашивали | тебя никто не спрашивал | никто не спрашивал | плохой бот | тупой бот | глупый бот | бесполезный бот | ты тупой | ты бесполезный | ты бесполезен | ненавижу тебя | не надо | неважно | не важно | забудь | проехали | ахах | ахаха | хаха
says-who = ты человек | вы человек | ты живой | ты живой человек | ты настоящий | ты бот | вы бот | ты робот | вы робот | ты бот или человек | ты человек или бот | ты ии | ты нейросеть | ты чатгпт | ты chatgpt | это бот | кто ты | кто вы | кто ты такой | ты кто | что ты такое | кто тебя создал | кто тебя сделал | как тебя зовут
says-source = источник | источники | а источник | какой источник | какие источники | источник какой | где источник | есть источник | есть источники | дай источник | дайте источник | ссылка | ссылку | пруф | пруфы | откуда это | откуда информация | откуда инфа | откуда вы это взяли | откуда ты это взял | кто это сказал | кто так сказал | доказательства
praised = Спасибо!
i-am-a-bot = Я бот. Сам я ничего не пишу: каждый ответ — это текст, который написал человек, с указанием источника.
answer-without-source = В этом ответе источник не указан.

## Groups
ask-in-private = Спросить в личном чате
moderators-anonymous = Вы пишете от имени группы, и я не знаю, кто вы. Отключите себе анонимность или попросите неанонимного модератора отправить /settings anonymous yes.
diagnosis-group-hidden = «{ $place }»: участники скрыты от бота, он знает только администраторов.
cure-group-hidden = Сделайте бота администратором; права для этого не нужны.
setting-commands = Команды
commands-any = с моим именем и без него
commands-named = только с моим именем
setting-disabled = Отключённые команды
setting-who = Кто может спрашивать
who-everyone = все
who-addressed = только те, кто обращается ко мне, в любом режиме
who-moderators = только модераторы
setting-answers = Где читают ответы
answers-public = в группе
answers-private = в личном чате, по кнопке
setting-cleanup = Сообщения с командами после ответа
cleanup-keep = остаются
cleanup-delete = удаляю, если могу
setting-expiry = Ответы удаляются сами
expiry-never = нет, остаются
expiry-minutes = { $count ->
    [one] через { $count } минуту
    [few] через { $count } минуты
    [many] через { $count } минут
   *[other] через { $count } минуты
}
help-groups = управляет вашими группами из этого чата
groups-title = Ваши группы
groups-question = Какой группой управлять отсюда?
groups-none = Я не знаю групп, где вы модератор. Напишите мне там один раз, например /help, и попробуйте здесь снова.
groups-chosen = В течение часа команды модератора, которые вы пришлёте сюда, действуют в группе «{ $group }»: /teach, /correct, /retire, /pins, /settings, /unanswered, /stats, /history и /undo. Выбрать другую: /groups.
groups-which = В какой группе?
groups-leave = Закончить управление
groups-left = Команды отсюда больше не действуют ни в одной группе.
in-group = Группа: { $group }
private-here = Это только для вас. Нажмите кнопку, чтобы прочитать в личном чате.
open-private = Открыть личный чат
answer-alone = На это отвечаю в личном чате: { $title }
says-wrong = это неправда | это не правда | неправда | не правда | это не так | не так | это неверно | это не верно | неверно | не верно | это неправильно | это не правильно | неправильно | не правильно | это ошибка | ошибка | у вас ошибка | в ответе ошибка | неверный ответ | неправильный ответ | ответ неверный | ответ неправильный | ответ неверен | ты не прав | ты неправ | вы не правы | вы неправы | ты ошибаешься | вы ошибаетесь | ошибаешься | ошибаетесь | враньё | это враньё | ложь | это ложь | врёшь | чушь | это чушь | бред | нет это не так | нет неправильно
wrong-offer = Мой ответ неверен? Нажмите 👎, и модераторы увидят, что он не помог.

## First meetings
add-to-group = ➕ Добавить в группу
about-short = Ответы по темам: { $subjects }. Написаны людьми, с источниками.
hello-ask = Спросить меня можно через /ask, упоминанием или ответом на моё сообщение. Например:
hello-sees-all = Я вижу здесь все сообщения; на какие отвечать, задаётся в /settings.
hello-sees-own = Я вижу только обращённое ко мне: команды, упоминания и ответы (режим приватности).
hello-rights = Мне не хватает прав: { $rights }. Их можно дать, сделав меня администратором; почти всё работает и без них.
hello-settings = Мой язык, на что я отвечаю и куда приходят сообщения модераторам, задаётся в /settings.
hello-lacks = Мне не хватает прав: { $rights }. Дайте их моей роли в настройках сервера (Роли); я замечу сразу.

## Entries
entries-title = Записи
entries-search = Слова или вопрос
entries-pack = Пакет
entries-any = Все
entries-which = Какие
entries-all = Все, кроме архивных
entries-bare = Без других формулировок
entries-taught = Добавлены здесь
entries-changed = Изменены здесь
entries-retired = В архиве
entries-lacking = нет текста: { $language }
entries-order = Порядок
entries-by-title = По названию
entries-by-likeness = По сходству
entries-by-asked = По числу показов
entries-by-helped = Меньше всего помогли
entries-languages = Языки
entries-count = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
   *[other] { $count } записи
  }
entries-none = Подходящих записей нет.
entries-pages = Страницы списка
entries-page = Страница { $page } из { $pages }
entries-previous = Назад
entries-next = Дальше
entry-new = Новая запись
entry-into = Попадёт в пакет «{ $pack }».
entry-is-retired = Эта запись в архиве и для ответов не используется. Чтобы изменить её, сначала верните её.
entry-retire = В архив
entry-restore = Вернуть
entry-add = Добавить:
entry-file = Файл в репозитории
entry-phrasings = Другие формулировки, по одной в строке
entry-phrasing = Формулировка
entry-sources = Источники, по одному в строке: название, ссылка
entry-as-of = Данные на
entry-review-by = Проверить до
entry-status = Состояние
entry-current = актуально
entry-tags = Темы через запятую
entry-related = Связанные записи, по одному id в строке
entry-check = Что изменится?
entry-preview = Предпросмотр
entry-preview-title = Как это увидят участники
entry-preview-none = Здесь появится то, что вы напишете.
entry-page = Страница
entry-alike = Возможно, об этом уже говорится здесь:
entry-breaks-nothing = Другие ответы не пострадают.
entry-breaks = Пострадали бы другие ответы:
entry-found = Вопросы, которые должны её находить
entry-found-none = На этом языке текста ещё нет.
entry-from = Откуда
entry-from-check = Проверка пакета
entry-outcome = Сейчас
entry-finds = отвечает, уверенность { $share }
entry-is-offered = предлагается на выбор
entry-finds-other = вместо неё находится «{ $title }»
entry-finds-nothing = ничего не находится
entry-proposals = Похожие вопросы без ответа
entry-use = Добавить формулировку
entry-people = { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человека
  }
entry-pin = Закрепить
entry-pin-question = Вопрос, на который всегда отвечает эта запись
flaw-as-of = «{ $date }» — не дата. Напишите год, месяц или день: 2026, 2026-11 или 2026-11-27.
flaw-review-by = «{ $date }» — не дата. Напишите день, например 2027-01-31.
exchange-title = Импорт и экспорт
exchange-import = Импорт
exchange-import-about = Страницы с вопросами, таблицы, списки и записи: Markdown, текст, CSV, JSON, YAML и HTML, также в ZIP. Сначала вы увидите, что будет импортировано.
exchange-files = Выберите файлы или перетащите их сюда
exchange-look = Показать, что будет импортировано
exchange-export = Экспорт
exchange-export-about = Всё, что знает это сообщество, папками пакетов: для KNOWLEDGE_DIR, другой установки или GitHub. Записей из архива там нет.
exchange-download = Скачать ZIP
exchange-preview = Что будет импортировано
exchange-count = К импорту: { $count }; уже есть: { $unchanged }
exchange-questions = Найдено вопросов: { $found }; создано записей: { $made }; названо ниже: { $named }
exchange-new = новая
exchange-changed = изменена
exchange-take = Импортировать отмеченное
exchange-refused = Пока это не исправлено, импортировать ничего нельзя:
exchange-problems = Проблемы
exchange-skipped = Пропущено
exchange-repaired = Исправлено
exchange-no-file = Сначала выберите файл.
done-import = Импортировано записей: { $subject }. Изменение #{ $act }
work-title = Требует внимания
work-none = Сейчас ничего не требует внимания.
work-trouble = Что-то настроено неверно:
work-figures = Показатели
work-drop = Отклонить
work-command = Ввести команду

## Who moderates on the pages
people-title = Люди
people-list = Кто здесь модерирует
people-about = Модерировать могут и все, у кого есть WEB_TOKEN. Ожидающее изменение одобряет другой человек или владелец.
people-none = Ссылок ещё ни у кого нет.
people-add = Добавить человека
people-name = Имя
people-role = Роль
people-owner = Владелец
people-moderator = Модератор
people-make = Создать ссылку
people-link = Личная ссылка: { $name }. Она показывается один раз; передайте её так, чтобы никто другой её не прочёл:
people-remove = Удалить
people-renew = Новая ссылка
people-everywhere = Выйти везде
people-self = Вы
people-self-about = По своей ссылке или токену вы войдёте снова.
people-enter = Это личная ссылка. Нажмите кнопку, чтобы войти в панель.
