let made = 0

/** The id of a case that nobody else has. */
export const newId = (): string => `c${String(++made).padStart(24, '0')}`
