/** The page of an entry in a language, on the site that is made of the same knowledge: a path below its folder. */
export const pageOf = (language: string, id: string): string => `${language}/${id}.html`;

/** A path as an address has it. */
export const encodedPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
