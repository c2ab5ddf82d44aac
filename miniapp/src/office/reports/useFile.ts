import { useState } from 'react'
import type { Refused, Reply } from '../../api/client'
import { toPrinter } from '../../platform/printPage'

/** A file that the server has written; `rows` of a list. */
export type Written = { url: string; name: string; rows?: number }

/** Asks for a file: on its way, there, or not and why. `opens`: it is opened at once where that goes. */
export function useFile() {
  const [asked, setAsked] = useState('')
  const [busy, setBusy] = useState(false)
  const [file, setFile] = useState<Written>()
  const [refused, setRefused] = useState<Refused>()
  const [opened, setOpened] = useState(false)
  const open = async (written: Written) => setOpened(await toPrinter(written.url))
  return {
    ...{ file, refused, opened, open },
    /** what is on its way: the key under which it was asked for */
    busy: busy ? asked : '',
    /** what was asked for last */
    asked,
    ask: async (key: string, of: () => Promise<Reply<Written>>, opens: boolean) => {
      setAsked(key)
      setBusy(true)
      setFile(undefined)
      setRefused(undefined)
      setOpened(false)
      const reply = await of()
      if (reply.answer && opens) await open(reply.answer)
      setBusy(false)
      setFile(reply.answer)
      setRefused(reply.refused)
    },
  }
}
