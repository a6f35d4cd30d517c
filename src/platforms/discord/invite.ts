import { NEEDED } from './rights.ts';

/** The address under which an owner takes the bot into a server. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({ client_id: application, permissions: NEEDED.toString(), scope: 'bot applications.commands' });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
