import { join } from 'node:path';
import { openStore } from '../../../src/store/index.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { storeContract } from '../contract.ts';

storeContract('a file', (options) => openStore(`sqlite:${join(temporaryFolder({}), 'data', 'wenda.db')}`, options));
storeContract('memory', (options) => openStore('sqlite::memory:', options));
