/** What a phone keeps of the last checkpoint that it saw of a village. Here is what the first page needs, and nothing heavy. */
export type SeenCheckpoint = { no: number; size: number; root: string; at: string }

/**
 * Whether a checkpoint contradicts one that was seen before, as far as can be told without a proof: a list that only grows gets
 * neither shorter nor another head at the same length, and checkpoints count on.
 */
export const contradicts = (
  seen: Pick<SeenCheckpoint, 'no' | 'size' | 'root'>,
  now: Pick<SeenCheckpoint, 'no' | 'size' | 'root'>,
): boolean => now.no < seen.no || now.size < seen.size || (now.size === seen.size && now.root !== seen.root)

/** 9F3A 72C1 0B5E: the beginning of a hash, short enough to be read over the phone. */
export const codeOf = (hash: string): string =>
  hash
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')
