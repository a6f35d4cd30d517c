/** Where the command line stands: what was taught at the terminal counts here, too. */
export const TERMINAL = { platform: 'console', id: 'terminal' };
