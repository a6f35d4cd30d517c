import type { Store } from '../bot/ports/store.ts';

/** Reading says little: a full disk, or one that must not be written to, shows when something is kept. @param id of whoever tries @throws StoreError */
export async function tryToWrite({ transact }: Pick<Store, 'transact'>, id: string): Promise<void> {
  await transact(async ({ drafts }) => {
    await drafts.save({ id, community: '', person: '', content: '{}', expires: '' });
    await drafts.remove(id);
  });
}
