/**
 * A number of 32 bits in place of a text: an unknown one has the print of one of fifty thousand known ones once in a
 * hundred thousand times. It is no secret, and protects nothing (a multiplicative hash, mixed as in MurmurHash3).
 * @param kind texts of different kinds have different prints
 */
export function printOf(text: string, kind = 0): number {
  let print = Math.imul(kind + 1, 0x9e3779b1);
  for (let at = 0; at < text.length; at++) {
    print = Math.imul(print ^ text.charCodeAt(at), 0xcc9e2d51);
    print ^= print >>> 15;
  }
  print = Math.imul(print ^ (print >>> 16), 0x85ebca6b);
  print = Math.imul(print ^ (print >>> 13), 0xc2b2ae35);
  return (print ^ (print >>> 16)) >>> 0;
}
