import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Discord's own description of its API, if it lies beside the project. */
export interface Contract {
  readonly check: (call: { readonly method: string; readonly path: string; readonly body: unknown }) => string[];
}

interface Validator {
  readonly request: (record: object) => { readonly errors: readonly string[]; readonly unknown: readonly string[] };
}

const VALIDATOR = resolve('../shared/contract/validator.mjs');
const DOCUMENT = resolve('../shared/specs/discord-openapi.json');

let opened: Promise<Contract | undefined> | undefined;

/** Read once for all tests of a file; undefined, and a word on standard error, if it is not there. */
export const openContract = (): Promise<Contract | undefined> => (opened ??= open());

async function open(): Promise<Contract | undefined> {
  if (!existsSync(VALIDATOR) || !existsSync(DOCUMENT)) {
    process.stderr.write('Calls are not checked against the OpenAPI document: it is not there.\n');
    return undefined;
  }
  const { createValidator } = (await import(pathToFileURL(VALIDATOR).href)) as { createValidator: () => Validator };
  const validator = createValidator();
  return {
    check: (call) => {
      const { errors, unknown } = validator.request({ platform: 'discord', ...call });
      return [...errors, ...unknown.map((field) => `unknown field ${field}`)];
    },
  };
}
