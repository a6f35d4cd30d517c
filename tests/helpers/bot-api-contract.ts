import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Checks a recorded call against the platforms' own documents. */
export interface Contract {
  readonly request: (call: {
    readonly platform: string;
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
  }) => {
    readonly errors: readonly string[];
    readonly unknown: readonly string[];
  };
}

const FILE = join('..', 'shared', 'contract', 'validator.mjs');
let loaded: Promise<Contract | undefined> | undefined;

/** The contract, if it lies beside the project; else a word on standard error. */
export function loadContract(): Promise<Contract | undefined> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Contract | undefined> {
  if (!existsSync(FILE) || !existsSync(join('..', 'shared', 'specs'))) {
    process.stderr.write(`calls are not checked against the platforms' documents: there is no ${FILE}\n`);
    return undefined;
  }
  const { createValidator } = (await import(pathToFileURL(FILE).href)) as { createValidator: () => Contract };
  return createValidator();
}

/** Of Bot API 10.0 to 10.2, which the documents beside the project do not have yet: the installed types know them. */
const NEWER = ['editEphemeralMessageText', 'deleteEphemeralMessage', 'answerGuestQuery'];

/** Faults of a call to Telegram by the documents. @param token default: any */
export function faultsByDocuments(
  contract: Contract | undefined,
  method: string,
  body: Record<string, unknown>,
  token = '1:x',
): string[] {
  if (!contract || NEWER.includes(method)) return [];
  const older = { ...body, ephemeral_message_parameters: undefined, reply_parameters: olderReply(body) };
  const { errors, unknown } = contract.request({
    platform: 'telegram',
    method: 'POST',
    path: `/bot${token}/${method}`,
    body: JSON.parse(JSON.stringify(older)) as unknown,
  });
  return [...errors, ...unknown.map((field) => `${field} is unknown`)];
}

/** What is replied to, as the documents know it: not a message that one person alone sees. */
const olderReply = ({ reply_parameters: reply }: Record<string, unknown>): unknown =>
  typeof reply === 'object' && reply !== null && 'ephemeral_message_id' in reply ? undefined : reply;
