/** The command for which a button stands, unproven: behind its signature. `@` stands for one that is kept elsewhere. */
export const commandIn = (data: string | undefined): string | undefined => data?.split(' ', 2)[1];
