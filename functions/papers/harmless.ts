/** Text that a spreadsheet might take for a formula is kept from it by a mark before it. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
