import type { UrgedView } from '@shared/schemas/monitorViews'
import type { PersonView } from '@shared/schemas/views'
import { type ReactNode, useState } from 'react'
import { UrgeDialog } from './UrgeDialog'
import { Urged } from './Urged'
import type { Wanted } from './words'

export type Urging = {
  /** the dialog while it is open; goes into Page's `over` */
  over: ReactNode
  /** what became of the last one, until it is put away */
  told: ReactNode
  /** undefined where this person may not urge */
  ask?: (wanted: Wanted) => void
  /** how often something was sent: whoever shows what is open asks again */
  sends: number
}

const urgers = ['township', 'townshipLead', 'clusterLead']

/** 督办 of several at once: asked in a dialog, answered one by one. `onSent` is told once it has been sent. */
export function useUrging(
  township: string | undefined,
  person: PersonView | undefined,
  today: string,
  onSent: () => void,
): Urging {
  const [wanted, setWanted] = useState<Wanted>()
  const [sent, setSent] = useState<UrgedView>()
  const [sends, setSends] = useState(0)
  const may = township !== undefined && person?.posts.some(({ role }) => urgers.includes(role))
  return {
    ...{ sends },
    ...(may && { ask: setWanted }),
    told: sent && township && <Urged sent={sent} township={township} onClose={() => setSent(undefined)} />,
    over: wanted && township && (
      <UrgeDialog
        {...{ township, wanted, today }}
        onClose={() => setWanted(undefined)}
        onSent={(answer) => {
          setWanted(undefined)
          setSent(answer)
          setSends(sends + 1)
          onSent()
        }}
      />
    ),
  }
}
