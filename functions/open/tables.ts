/** How long anybody may keep an answer of open data, in seconds. */
export const keptSeconds = 300
/** More rows than this no table has: the latest ones are given, and the last line says how to ask for the others. */
export const mostRows = 5000
export const csvType = 'text/csv; charset=utf-8'
