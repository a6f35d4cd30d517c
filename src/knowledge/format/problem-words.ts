import { IMPORT_PROBLEM_WORDS } from './import-problem-words.ts';

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
  'missing-knowledge': [
    'there is no such folder',
    'name a pack, or a folder of packs; KNOWLEDGE_DIR names it for the bot',
  ],
  'mistyped-knowledge': ['there is no such folder', 'did you mean {meant}?'],
  'address-for-folder': ['this is an address, and no folder', 'a repository is named in KNOWLEDGE_GIT'],
  'part-of-pack': ['this is only a part of a pack', 'did you mean {pack}?'],
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
  'stale-weights': [
    'the weights were fitted to other texts ({languages}), and each bot fits its own',
    'the command `knowledge weigh {pack}` fits them; without the file, each bot does',
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
    'keep the one `#` heading at the top and write `### ` here; a line of dashes under text makes a heading, too',
  ],
  'deep-heading': ['the heading is too deep', 'write `### `, or `#### ` below such a heading'],
  'inner-heading': ['a heading in a list or quote', 'move it out, or write **bold** here'],
  'wordless-heading': ['an empty heading', 'write its words, or leave the line out'],
  'long-inner-heading': ['the heading has {count} characters', 'shorten it to {most}'],
  rule: ['a horizontal rule cannot be shown', 'leave it out; an empty line parts paragraphs'],
  'inner-table': ['a table in a list or quote', 'move it out, or write a list'],
  'table-columns': ['the table has {count} columns', 'write at most {most}, or a list'],
  'table-rows': ['the table has {count} rows', 'write at most {most}, and link to the rest'],
  'table-cells': [
    'this row has {count} cells, but the table has {columns} columns',
    'put \\ before a | that is part of the text, or take cells out',
  ],
  'empty-table': ['a table without rows', 'write some below the line of dashes, or leave it out'],
  'broken-table': [
    'the line of dashes has {count} cells, but the line above it {columns}, so that this is no table',
    'give both lines the same number; put \\ before a | that is part of the text',
  ],
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

  ...IMPORT_PROBLEM_WORDS,
} as const satisfies Readonly<Record<string, readonly [message: string, cure: string]>>;
