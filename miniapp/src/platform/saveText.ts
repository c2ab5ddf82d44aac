/** Whether this place can hand a file over to its owner's disk: the web page only. */
export const canSaveText = (): boolean => process.env.TARO_ENV === 'h5'

/** Saves a text as a file. */
export function saveText(name: string, text: string, type: string): void {
  if (process.env.TARO_ENV !== 'h5') return
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
