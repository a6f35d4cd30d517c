import { parseArgs } from 'node:util';
import { askCommand } from './cli/ask.ts';
import { checkCommand } from './cli/check.ts';
import { prepareCommand } from './cli/prepare.ts';
import { ConfigError } from './config.ts';
import { KnowledgeError } from './knowledge/problem.ts';

const USAGE = `wenda ask [--locale TAG] [--json] [--explain] [--knowledge DIR] "question"
wenda ask --jsonl [--knowledge DIR]     reads {"id", "text", "locale"?} a line, prints one answer a line
wenda knowledge check [DIR]             names everything that is wrong in knowledge
wenda knowledge prepare                learns the shipped or set knowledge, so that the next start is quick
`;

/** A call that the command line does not understand; the message says what to type. */
class UsageError extends Error {}

async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'ask') return askCommand(askOptions(rest));
  if (name === 'knowledge' && rest[0] === 'prepare' && rest.length === 1) return prepareCommand();
  if (name === 'knowledge' && rest[0] === 'check' && rest.length <= 2) return checkCommand(rest[1]);
  if (name === 'help' || name === '--help') {
    process.stdout.write(USAGE);
    return 0;
  }
  throw new UsageError(USAGE);
}

function askOptions(args: readonly string[]) {
  const options = { locale: { type: 'string' }, json: { type: 'boolean' }, jsonl: { type: 'boolean' }, explain: { type: 'boolean' }, knowledge: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { ...values, question: positionals.join(' ') };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const expected = error instanceof UsageError || error instanceof ConfigError || error instanceof KnowledgeError;
    process.stderr.write(`${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = expected ? 2 : 1;
  },
);
