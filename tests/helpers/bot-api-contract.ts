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
