import type { Table } from '../../functions/store/table'

/** The process died here: from now on it does nothing more. */
export class Crash extends Error {
  override name = 'Crash'
}

/** A table whose process dies at its nth write, before or after the write was done. `writes` says how many there were. */
export const crashing = (table: Table, nth: number, when: 'before' | 'after') => {
  const state = { writes: 0, dead: false }
  const die = () => {
    state.dead = true
    throw new Crash()
  }
  const read = async <T>(what: () => Promise<T>): Promise<T> => (state.dead ? die() : what())
  const write = async <T>(what: () => Promise<T>): Promise<T> => {
    if (state.dead) die()
    const isLast = ++state.writes === nth
    if (isLast && when === 'before') die()
    const done = await what()
    return isLast ? die() : done
  }
  const dying: Table = {
    get: (pk) => read(() => table.get(pk)),
    list: (...query) => read(() => table.list(...query)),
    marked: (...of) => read(() => table.marked(...of)),
    walk: (after) => read(() => table.walk(after)),
    put: (...item) => write(() => table.put(...item)),
    mark: (...member) => write(() => table.mark(...member)),
    members: (pk) => read(() => table.members(pk)),
    number: (...of) => write(() => table.number(...of)),
    restore: (record) => write(() => table.restore(record)),
    close: () => table.close(),
  }
  return { table: dying, state }
}
