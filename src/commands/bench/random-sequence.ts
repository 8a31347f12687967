/** Returns a deterministic sequence of numbers from 0 to 1: a linear congruential generator with the constants of Numerical Recipes. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
