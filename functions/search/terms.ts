const parts = /\p{Script=Han}+|[\p{L}\p{N}]+/gu
const isHan = (part: string) => /^\p{Script=Han}/u.test(part)

/** Full-width and half-width, large and small letters are the same to whoever looks for something. */
export const plain = (text: string) => text.normalize('NFKC').toLowerCase()

const runs = (text: string): readonly string[] =>
  (plain(text).match(parts) ?? []).flatMap((run) => run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])

const pairs = (run: readonly string[]): readonly string[] => run.slice(1).map((c, i) => run[i] + c)

/** What a text is found by: words and numbers as they are; of Chinese each character and each two that stand together. */
export const termsOf = (text: string): string[] => [
  ...new Set(runs(text).flatMap((run) => (isHan(run) ? [...run, ...pairs([...run])] : [run]))),
]

/** What a question asks for: of Chinese the pairs alone, so that 水管 isn't found in 管水; a lone character as it is. */
export const termsAsked = (text: string): string[] =>
  runs(text).flatMap((run) => {
    const characters = [...run]
    return !isHan(run) || characters.length === 1 ? [run] : pairs(characters)
  })
