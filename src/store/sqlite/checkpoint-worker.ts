import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './connection.ts';

// The program of the thread that moves a large log into its file; see checkpoint.ts.
const database = openDatabase(workerData as string, 0);
parentPort?.on('message', (mode: string) => {
  if (mode === 'end') {
    database.close();
    parentPort?.close();
    return;
  }
  database.exec(`pragma wal_checkpoint(${mode})`);
  parentPort?.postMessage('done');
});
