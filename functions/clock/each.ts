/** Does it for each, one after the other: one's trouble isn't the next one's. Throws the first error when all are done. */
export const each = async <T>(all: readonly T[], does: (one: T) => Promise<unknown>): Promise<void> => {
  let broken: unknown
  for (const one of all)
    await does(one).catch((e: unknown) => {
      broken ??= e
    })
  if (broken) throw broken
}
