/** How long anybody may keep an answer of open data, in seconds. */
export const keptSeconds = 300
/** More rows than this no table has: the latest ones are given; earlier years are asked for by `year`. */
export const mostRows = 5000
export const csvType = 'text/csv; charset=utf-8'
