import type { Files } from './files/files'
import type { Table } from './store/table'

/** Everything with an effect. Tests hand in their own clock and nothing else that isn't real. */
export type Deps = {
  table: Table
  storeName: 'sqlite' | 'dynamodb'
  files: Files
  /** milliseconds since 1970 */
  now: () => number
  /** signs tokens, marks and case salts */
  secret: string
  demo: boolean
  version: string
  /** writes per person and minute */
  actsPerMinute: number
}
