/**
 * Chance that a question scores higher than a piece of chatter; ties count half.
 * @returns nothing if either is missing
 */
export function auroc(asked: readonly number[], chatter: readonly number[]): number | undefined {
  if (asked.length === 0 || chatter.length === 0) return undefined;
  const won = asked.reduce((sum, a) => sum + chatter.reduce((wins, b) => wins + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);
  return won / asked.length / chatter.length;
}

/**
 * Percentage of the chatter that is let through by the highest threshold which at least this share of the questions
 * passes. What scores exactly as high as the threshold passes it, so an engine that scores everything alike lets
 * everything through.
 * @param kept above 0, to 1
 * @returns nothing if either is missing
 */
export function passingAt(kept: number, asked: readonly number[], chatter: readonly number[]): number | undefined {
  const threshold = [...asked].sort((a, b) => b - a)[Math.ceil(kept * asked.length) - 1];
  if (threshold === undefined || chatter.length === 0) return undefined;
  return (100 * chatter.filter((score) => score >= threshold).length) / chatter.length;
}
