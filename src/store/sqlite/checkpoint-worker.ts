import { workerData } from 'node:worker_threads';
import { openDatabase } from './connection.ts';

// The program of the thread that moves a large log into its file; see checkpoint.ts.
const database = openDatabase(workerData as string, 0);
database.exec('pragma wal_checkpoint(PASSIVE)');
database.close();
