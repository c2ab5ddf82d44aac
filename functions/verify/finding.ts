/** One thing that was looked at. `fault`: somebody has changed something; `note`: what the reader should know. */
export type Finding = { is: 'good' | 'note' | 'fault'; says: string }

export const good = (says: string): Finding => ({ is: 'good', says })
export const note = (says: string): Finding => ({ is: 'note', says })
export const fault = (says: string): Finding => ({ is: 'fault', says })

/** The first few of many, so that one forged list doesn't fill the screen. */
export const firstOf = (faults: readonly Finding[], most = 20): readonly Finding[] =>
  faults.length <= most ? faults : [...faults.slice(0, most), fault(`还有${faults.length - most}处，不一一写了。`)]
