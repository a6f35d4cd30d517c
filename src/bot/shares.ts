/** A part of a whole as a percentage in words of a language: 0.823 is "82%". */
export const sayShare = (share: number, language: string): string => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
