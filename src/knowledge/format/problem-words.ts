const BY_HAND = 'write an entry for it by hand where it is needed';
const OWN_HEADING = 'give it a heading of its own if it answers a question';
const WHOLE_CELL = 'put the whole cell in quotation marks, and write each one inside it twice';
const COLUMN_NAMES = 'name the columns: {columns}; question and answer are needed';
const QNABOT_FORM = 'an export of QnABot is {"qna": [{"qid": "...", "q": ["..."], "a": "..."}]}';
const LIST_FORM = 'a list is [{"question": "...", "answer": "..."}], or {"name": "answer"}';

/**
 * Words of each problem, by its code: the message, and the cure. `{name}` is replaced by one of the problem's values.
 * Programs tell problems apart by the code; only people read these words.
 */
export const PROBLEM_WORDS = {
  // Folders
  'no-pack': [
    'no pack was found',
    'the command `knowledge new FOLDER` makes one; KNOWLEDGE_DIR names a pack, or a folder of packs',
  ],
  'no-pack-here': ['no pack was found', 'a pack is a folder with a pack.json; name one, a folder of packs, or a file'],
  'not-a-pack': ['the folder has no pack.json', 'write one, or begin the name of a folder that is no pack with a dot'],
  'same-pack-name': ['another pack has the name "{name}", too: {other}', 'rename one of the two folders'],
  'unreadable-knowledge': [
    'the knowledge folder cannot be read: {reason}',
    'check its permissions, or name another one in KNOWLEDGE_DIR',
  ],
  'file-for-folder': [
    'this is a file, and no folder',
    'name the folder of a pack, or a folder of packs; import makes a pack of a file',
  ],
  'unreadable-folder': ['the folder cannot be read: {reason}', 'check its permissions'],
  'unreadable-file': [
    'the file cannot be read: {reason}',
    'check that it is there and that its permissions let the bot read it',
  ],
  'unreadable-languages': [
    'the folder of languages cannot be read: {reason}',
    'check that it is there and that its permissions let the bot read it',
  ],
  'not-a-file': ['this is not a file', 'replace it by a file'],
  'neither-file-nor-folder': ['this is neither a file nor a folder', 'remove it'],
  'link-out-of-pack': ['this link leads out of the pack', 'copy the file into the pack'],
  'link-out-of-folder': ['this link leads out of the folder', 'copy what it leads to'],
  'link-to-no-file': ['this link does not lead to a file', 'copy what it leads to'],
  'link-to-nothing': ['this link leads nowhere', 'remove it, or copy the file into the pack'],
  'deep-folder': ['the folder lies too deep', 'nest at most {most} folders'],
  'unexpected-in-pack': [
    'unexpected {kind}',
    'a pack holds pack.json and <language>/{questions,facts}/*.md and checks.md; move it, or begin its name with a dot',
  ],
  'folder-tag': [`the folder's name "{name}" is not the tag of a language`, '{cure}'],
  'too-many-files': ['the packs have {count} files', 'import at most {most} at once'],
  'too-large-packs': ['the packs are too large', 'import them one by one'],

  // Files
  'long-file': ['the file has {count} bytes', 'shorten it to {most}'],
  'not-utf8': ['the file is not UTF-8', 'save it as UTF-8'],
  'not-json': ['this is not JSON: {reason}', 'look for a comma, bracket or quotation mark too many or missing'],
  'repeated-json-key': ['the key "{key}" is repeated here', 'keep one of the two'],
  'unknown-key': ['unknown key "{key}"', '{cure}'],
  'wrong-value': ['{name} {rule}', '{cure}'],

  // Front matter
  'no-matter': [
    'the front matter is missing',
    'begin the file with a line `---`, then `sources: [...]`, then another `---`',
  ],
  'endless-matter': ['the front matter does not end', 'write a line `---` below it'],
  'long-matter': ['the front matter has {count} bytes', 'shorten it to {most} bytes'],
  'keyless-matter': ['the front matter has no keys', 'write `key: value` lines'],
  'repeated-matter-key': ['the key is repeated here', 'keep one of the two'],
  'unreadable-matter': [
    'the front matter cannot be read: {reason}',
    'write `key: value` lines; put a value with special characters in quotes',
  ],
  'special-yaml': [
    '{part} holds {what}',
    'write plain `key: value` lines; put a value with special characters in quotes',
  ],
  'nested-yaml': ['{part} is nested too deeply', 'write flat lists such as [ban, reasons]'],

  // Texts of entries
  'long-text': ['the text has {count} bytes', 'shorten it to {most}'],
  'no-heading': ['no heading', 'begin the text with a line `# ` and the question'],
  'text-above-heading': ['text above the heading', 'move it below the `#` heading'],
  'empty-heading': ['an empty heading', 'write the question, or leave the line out'],
  'long-heading': ['the heading has {count} characters', 'shorten it to {most}'],
  'empty-phrasing': ['an empty phrasing', 'write the question, or leave the line out'],
  'long-phrasing': ['the phrasing has {count} characters', 'shorten it to {most}'],
  'empty-phrasings': [
    'a quote without phrasings',
    'write each phrasing as a line `> - ...`; an answer that begins with a quote needs a sentence before it',
  ],
  'other-than-phrasings': [
    'the quote under the heading holds something other than a list',
    'write each phrasing as a line `> - ...`; an answer that begins with a quote needs a sentence before it',
  ],
  'manifold-phrasing': ['a phrasing that is more than one line of text', 'write each phrasing as one line `> - ...`'],
  'repeats-heading': ['the phrasing "{what}" repeats the heading', 'leave it out'],
  'repeats-phrasing': ['the phrasing "{what}" repeats one above', 'leave it out'],
  'no-answer': ['no answer', 'write the answer below the heading and the phrasings'],
  'long-answer': ['the answer has {count} characters', 'shorten it to {most}'],
  'second-heading': [
    'another heading',
    'keep the one `#` heading at the top and write **bold** here; a line of dashes under text makes a heading, too',
  ],
  rule: ['a horizontal rule cannot be shown', 'leave it out; an empty line parts paragraphs'],
  table: ['tables cannot be shown', 'write a list'],
  unshowable: ['something that cannot be shown', 'write it in words'],
  'empty-code': ['an empty code block', 'leave it out'],
  'empty-quote': ['an empty quote', 'leave it out'],
  'empty-item': ['an empty list item', 'leave it out'],
  'list-start': [
    'the list begins with {what}, but lists are counted from 1',
    'begin with 1, or write \\ before the dot where no list is meant',
  ],
  'nested-blocks': ['lists and quotes are nested too deeply', 'nest at most {most}'],
  'nested-words': ['strong, emphasis and links are nested too deeply', 'nest at most {most}'],
  image: ['images cannot be shown', 'say in words what it shows'],
  struck: ['text that is struck through cannot be shown', 'leave it out'],
  html: ['HTML cannot be shown: "{what}"', 'use Markdown; to show a < put \\ before it, or the text in `backticks`'],
  'link-address': [
    'the link to "{what}" is no web address',
    'link to a whole address: http:// or https://, and no user name',
  ],
  'link-words': ['the link to "{what}" has no words', 'write the words between [ and ]'],

  // Packs
  'no-pack-json': ['the pack has no pack.json', 'write one with title, defaultLanguage and sources'],
  'empty-pack': ['the pack has no entries', 'write one in <language>/questions/'],
  'no-default-language': [
    'the pack has no entries in its default language "{language}"',
    'write some, or choose one of {others}',
  ],
  'same-id': ['the entry "{id}" is in {other}, too', 'rename one of the two; ids are unique across all packs'],
  'same-phrasing': ['the phrasing "{what}" is in {other}, too', 'keep it where the answer fits'],
  'same-letters': [
    'the name differs from {other} in letter case or in the form of accents only',
    'give one entry one name in every language, and another entry another',
  ],
  'unknown-source': ['unknown source "{id}"', '{cure}'],
  'unknown-related': ['unknown related entry "{id}"', '{cure}'],

  // Checks
  'unknown-check-entry': ['unknown entry "{id}"', '{cure}'],
  'not-a-check': [
    'this is neither a heading nor a question: "{what}"',
    'write `## ` and an entry, or `- ` and a question on one line',
  ],
  'empty-check': ['an empty question', 'write the question, or leave the line out'],
  'check-above-heading': ['a question above the first heading', 'put `## ` and an entry, or `## silence`, above it'],
  'check-not-silent': ['“{question}” is answered with {found}', "it must find nothing: sharpen that entry's phrasings"],
  'check-finds-nothing': [
    '“{question}” finds nothing; the likeliest is {likeliest} at {confidence}',
    'it must find {entry}: add a phrasing there',
  ],
  'check-finds-other': ['“{question}” finds {found}', 'it must find {entry}: add a phrasing there'],

  // Advice
  overdue: ['the entry was due for review by {date}', 'read it again, then move review_by or set status to outdated'],
  'names-nothing': ['no word of the heading says what it is about', '{cure}'],
  'words-of-others': ['each word that it is asked by is in other entries, too: {words}', '{cure}'],
  'no-phrasings': ['only the heading finds this entry, by {words}', '{cure}'],
  shadowed: ['“{question}” leads to {other} and not here', 'add phrasings that tell the two apart'],
  alike: [
    '“{what}” is almost the same as {other}, in another entry',
    'keep it where the answer fits, or say in both what sets them apart',
  ],
  'unfinished-answer': [
    'the answer is only a stopgap',
    'write what a person should be told; each answer is shown alone',
  ],
  'only-a-link': ['the answer is only a link', 'say in a sentence or two what is there'],
  'unedited-answer': ['the answer is still that of the example', 'write your own; "{what}" is part of the example'],
  'unedited-phrasing': [
    '“{what}” is still that of the example, and not about what the heading asks',
    'write how people ask for this entry, or take the line out',
  ],
  'code-in-answer': [
    'the answer shows code as it is: "{what}"',
    'write the words that people should read, or put it in `backticks` if they should read the code',
  ],
  'short-answer': ['the answer says next to nothing', 'write a whole sentence; each answer is shown alone'],

  // Languages
  'no-language': ['no language was found', 'a language is a folder such as en with a language.json'],
  'no-language-json': ['the language has no {file}', 'copy that of a similar language and adapt it'],
  'no-messages': ['the language has no {file}, so that the bot cannot speak it', "translate another language's"],
  'unexpected-in-language': ['unexpected file "{name}"', '{cure}'],
  'other-tag': ['tag is "{tag}", but the folder is "{folder}"', 'give both the same name'],
  'written-from': ['writtenFrom.language "{language}" is not another language in this folder', '{cure}'],

  // Import
  'no-such-file': ['there is no such file', 'check its name'],
  'unknown-file-kind': ['files of this kind cannot be imported', 'name a folder, or a file that ends in {endings}'],
  'spreadsheet-file': ['spreadsheets cannot be imported', 'save each sheet as CSV, and import that'],
  'markup-file': [
    'AsciiDoc, reStructuredText and Org cannot be imported',
    'turn it into HTML, for example with "pandoc FAQ.rst -o FAQ.html" or "asciidoctor FAQ.adoc", and import that',
  ],
  'document-file': ['documents cannot be imported', 'save it as HTML or plain text, and import that'],
  'nothing-to-import': [
    'the folder holds nothing that can be imported',
    'name a pack, a folder of packs, or files that end in {endings}',
  ],
  'many-source-files': ['the folder has more than {most} files', 'import it folder by folder'],
  'passed-over-files': [
    '{what} are passed over: {names}',
    'import such a file by its own name if it answers questions',
  ],
  'passed-over-folder': ['the folder lies too deep and is passed over', 'nest at most {most} folders'],
  'too-large-import': ['with this file the import is too large', 'import the rest by itself'],
  'not-an-archive': ['this is no ZIP archive that can be read', 'pack the files again, as a plain ZIP'],
  'large-archive': ['unpacked, the archive has more than {most} bytes', 'import its folders one by one'],
  'many-archived-files': ['the archive holds {count} files', 'import at most {most} at once'],
  'unsafe-archived-name': [
    'the archive names "{name}", which leads out of it, is a link, or is there twice',
    'pack the folder of the files alone',
  ],
  'locked-archived-file': [
    '"{name}" in the archive is encrypted, or packed in an unusual way',
    'pack the files again, as a plain ZIP without a password',
  ],
  'large-archived-file': ['"{name}" in the archive has {count} bytes', 'split it into files of at most {most}'],
  'broken-archived-file': [
    '"{name}" in the archive is damaged, or is not what the archive says of it',
    'pack the files again',
  ],
  'large-source-file': ['the file has {count} bytes', 'split it into files of at most {most}'],
  'other-encoding': ['the file was read as {encoding}', 'save it as UTF-8 where letters look wrong'],
  'unlike-its-encoding': ['the file is not {encoding}, as it seems at first', 'save it as UTF-8'],
  'not-a-language-tag': ['"{language}" is not the tag of a language', '{cure}'],
  'empty-source-title': ["the source's title is empty", 'write one, or leave it out'],
  'not-a-web-address': [
    '"{what}" is no web address',
    'write a whole address such as https://example.org/page, or leave it out',
  ],
  'unsafe-pack-name': ['"{name}" is no name for a pack', 'write one that can be the name of a folder'],
  'many-questions': ['the file has {count} questions', 'import at most {most} at once'],

  // Import of texts, tables, lists and pages
  'many-lines': ['the file has more than {most} lines', 'split it'],
  'unreadable-foreign-matter': [
    'the text between the lines `---` cannot be read, and is not imported',
    'put a value with special characters in quotes',
  ],
  'unheaded-text': ['the text above the first heading is not imported', OWN_HEADING],
  'question-in-answer': [
    '"{question}" became a part of the answer to "{what}"',
    'make it a heading if it is a question of its own',
  ],
  'unread-question': ['the question "{question}" is not imported', 'make it a heading, and write its answer below it'],
  'asking-chapter': [
    'the question "{what}" has no answer of its own, only further questions below it',
    'write one right below it, or word it as the name of a chapter',
  ],
  'cut-answer': [
    'the answer to "{what}" is cut: {count} characters are left out, from "{begin}"',
    'give it headings, at which it is split, and --source-url, so that the answer leads to the rest',
  ],
  'links-only': [
    'the answer to "{what}" is hardly more than links',
    'leave it out if it is a menu or an index, or say what is there',
  ],
  'question-in-code': [
    'the question "{question}" is in code for the page, and is not imported',
    'save it as JSON with its answer, and import that',
  ],
  'question-in-markup': ['the question "{question}" is not imported', 'turn the file into HTML, and import that'],
  'text-below-heading': ['the text right below "{what}" is not imported', OWN_HEADING],
  'unanswered-heading': ['no answer below the question "{what}"', 'write one, or take the heading out'],
  'text-without-questions': ['no questions were found', 'write each question as a heading, and its answer below it'],
  'many-columns': ['the first row has {count} cells', 'keep at most {most} columns'],
  'no-question-column': ['the first row names no question: "{row}"', COLUMN_NAMES],
  'no-answer-column': ['the first row names no answer: "{row}"', COLUMN_NAMES],
  'no-question-or-answer-column': ['the first row names no question and no answer: "{row}"', COLUMN_NAMES],
  'repeated-column': ['the column "{column}" is repeated here', 'keep one of the two'],
  'unknown-column': ['the column "{column}" is not imported', '{cure}'],
  'extra-cells': [
    'the row has {count} cells, the first one {columns}',
    'put a cell that holds a separator in quotation marks',
  ],
  'unsafe-id': ['"{id}" is no id for an entry', 'write one such as questions/why-banned, of at most {most} bytes'],
  'unreadable-table': ['the table cannot be read: {reason}', WHOLE_CELL],
  'endless-quotation': ['a quotation mark is opened here and never closed', WHOLE_CELL],
  'rows-above-columns': [
    'the rows above the names of the columns are not imported',
    'take them out where they say nothing',
  ],
  'long-row': ['the row that begins here has more than {most} bytes', 'look for a quotation mark that is not closed'],
  'table-without-questions': [
    'no questions were found',
    'write each question and its answer in a row below the names of the columns',
  ],
  'deep-data': ['the file is nested too deeply', 'nest at most {most} lists and groups'],
  'long-yaml': ['the file has {count} characters', 'split it into files of at most {most}, or save it as JSON'],
  'not-yaml': ['the file cannot be read: {reason}', 'put a value with special characters in quotes'],
  'json-without-questions': ['no questions were found', `${QNABOT_FORM}; ${LIST_FORM}`],
  'yaml-without-questions': ['no questions were found', LIST_FORM],
  'large-page': ['the page has more than {most} elements', 'copy its text into a Markdown file'],
  'deep-page': ['the page has more than {most} elements inside one another', 'copy its text into a Markdown file'],
  'page-without-questions': [
    'no questions were found',
    'write each question as a heading, a summary or a term, and its answer below it',
  ],

  // Import of items; `{item}` is the item's name in quotation marks, or what else it goes by
  'unanswered-item': ['no answer to {item}', 'write one, or leave the question out'],
  'unasked-answer': ['no question to the answer "{what}"', 'write one beside it, or leave the answer out'],
  'text-beside-list': [
    'the text "{key}" beside the list is not imported',
    'make it an item of the list if it answers a question',
  ],
  'several-answers': [
    'of {count} answers to {item} the first is imported',
    'put them together by hand where all are needed',
  ],
  'silent-item': ['{item} is left out: it says nothing', BY_HAND],
  'picture-item': ['{item} is left out: it is a file or a picture', BY_HAND],
  'disabled-item': ['{item} is left out: it is switched off', BY_HAND],
  'unpublished-item': ['{item} is left out: it is a draft', BY_HAND],
  'wordless-trigger': ['{item} is left out: it is not set off by words', BY_HAND],
  'other-item-type': ['{item} is left out: it is of the type "{type}"', BY_HAND],
  'no-hits-item': ['{item} is left out: it is for questions without an answer', BY_HAND],
  'function-answer': ['{item} is left out: a function works its answer out', BY_HAND],
  'computed-answer': ['{item} is left out: its answer is worked out when it is asked for', BY_HAND],
  'computed-markdown': [
    'the Markdown answer of {item} is not imported: it is worked out when it is asked for',
    'its plain answer is taken instead',
  ],
  'unusable-markdown': [
    'the Markdown answer of {item} is not imported: it cannot be shown',
    'its plain answer is taken instead',
  ],

  // Import of entries
  'draft-without-answer': ['no answer', 'write one, or leave the question out'],
  'long-question': ['the question has {count} characters', 'shorten it to {most}'],
  'quote-first': ['the answer begins with a quote', 'write a sentence before it'],
  'repeated-id': ['the id "{id}" is on line {before}, too', 'give each entry its own'],
  'repeated-entry': ['"{what}" is left out, because it says the same as on line {place}', 'keep one of the two'],
  'repeated-question': ['the question "{what}" is on line {before}, too', 'keep it where the answer fits'],
  'question-in-other-file': [
    'the question "{what}" is on line {before} of {other}, too',
    'keep it where the answer fits',
  ],
  'repeated-phrasing': [
    'the phrasing "{what}" is left out, because it is on line {place}, too',
    'keep it where the answer fits',
  ],
  'id-in-other-pack': [
    'the entry "{id}" is in the pack "{pack}", too',
    'rename one of the two; ids are unique across all packs',
  ],
  'related-left-out': ['the related entry "{id}" is not in the pack "{pack}", so it is left out', 'import it as well'],
  'unexplained-source': [
    'the pack "{pack}" has no source "{id}"',
    "name the source's title with the import, or import the whole pack",
  ],

  // Import into a folder
  'unsafe-folder-name': ['"{name}" is no name for a pack', 'name a folder that every system can have'],
  'comma-in-path': ['KNOWLEDGE_DIR parts its folders at commas', 'choose a path without one'],
  'not-a-readable-folder': ['this is not a folder that can be read', 'name a new folder'],
  'foreign-folder': ['the folder is no pack, and not empty', 'name a new folder, or that of a pack'],
  'folder-of-packs': [
    'the folder is no pack, and not empty',
    'name one of the packs in it, such as {pack}, or a new folder in it',
  ],
  'already-a-pack': ['this is a pack already', 'copy its folder; only what is no pack is put into another'],
  'kept-entry': ['the entry "{id}" says something else, and stays as it is', 'add --force to replace it, or rename it'],
} as const satisfies Readonly<Record<string, readonly [message: string, cure: string]>>;
