/** Path of an entry's page below the site's folder. */
export const pageOf = (language: string, id: string): string => `${language}/${id}.html`;

/** A path as it is written in a URL. */
export const encodedPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
