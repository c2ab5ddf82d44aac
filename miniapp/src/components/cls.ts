/** Class names joined by spaces, leaving out what is false or absent. */
export const cls = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
