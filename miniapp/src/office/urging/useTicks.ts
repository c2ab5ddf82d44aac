import { useState } from 'react'

export type Ticks = { isOn: (id: string) => boolean; set: (id: string, on: boolean) => void; chosen: readonly string[] }

/** Which of them are ticked: those that are ticked from the beginning, until someone takes the tick away, and others once they are given one. */
export function useTicks(all: readonly { id: string; ticked: boolean }[]): Ticks {
  const [changed, setChanged] = useState<Readonly<Record<string, boolean>>>({})
  const isOn = (id: string) => changed[id] ?? all.find((one) => one.id === id)?.ticked ?? false
  return {
    isOn,
    set: (id, on) => setChanged({ ...changed, [id]: on }),
    chosen: all.filter(({ id }) => isOn(id)).map(({ id }) => id),
  }
}
