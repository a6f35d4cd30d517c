import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';

const CHECKSUM = 32;

/**
 * Fills `weights` from the file; where that is missing or damaged, makes them and keeps them there. The file is a
 * SHA-256 and the weights.
 * @param make fills `weights`; what it throws is thrown.
 * @returns why they cannot be kept, if they cannot.
 */
export function loadWeights(weights: Uint8Array, file: string, make: () => void): string | undefined {
  if (read(weights, file)) return undefined;
  make();
  try {
    keep(weights, file);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether it is there and whole. Read where it is used, for a second copy would only cost memory. */
function read(weights: Uint8Array, file: string): boolean {
  const kept = Buffer.alloc(CHECKSUM);
  try {
    const opened = openSync(file, 'r');
    try {
      readSync(opened, kept);
      readSync(opened, weights);
      return checksum(weights).equals(kept);
    } finally {
      closeSync(opened);
    }
  } catch {
    return false;
  }
}

/** Under another name first: a process that is killed meanwhile leaves no half file. */
function keep(weights: Uint8Array, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}-${threadId}`;
  try {
    writeFileSync(part, Buffer.concat([checksum(weights), weights]));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

const checksum = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
