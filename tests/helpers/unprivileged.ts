import { chownSync } from 'node:fs';
import { unprivileged } from './postgres-binaries.ts';

/** Does the work as someone whom file rights bind: root may do everything. */
export async function unprivilegedly<T>(work: () => Promise<T>): Promise<T> {
  const { uid } = unprivileged();
  if (uid === undefined) return work();
  process.seteuid?.(uid);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** Gives files to that someone. */
export function giveAway(...paths: readonly string[]): void {
  const { uid, gid } = unprivileged();
  for (const path of paths) if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
