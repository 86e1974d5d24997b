/**
 * The sum of fractions like 1/3, in lowest terms; null where one of them is no fraction.
 *
 * @param {string[]} fractions
 * @returns {string | null}
 */
export function sumOf(fractions) {
  let above = 0n;
  let below = 1n;
  for (const fraction of fractions) {
    const parts = /^\s*(\d{1,18})\s*\/\s*(\d{1,18})\s*$/.exec(fraction);
    if (!parts || BigInt(parts[2]) === 0n) {
      return null;
    }
    above = above * BigInt(parts[2]) + BigInt(parts[1]) * below;
    below *= BigInt(parts[2]);
  }
  const common = divisor(above, below);
  return below === common ? String(above / common) : `${above / common}/${below / common}`;
}

/** @param {bigint} a @param {bigint} b @returns {bigint} */
const divisor = (a, b) => (b === 0n ? a : divisor(b, a % b));
