// A tab takes no parameters in WeChat, so a page that sends someone to 我提的 leaves word here.
let wanted: 'mine' | undefined

export const askSpeakTab = (tab: 'mine'): void => {
  wanted = tab
}

/** Which half of 说事 was asked for; asked for once. */
export function takeSpeakTab(): 'mine' | undefined {
  const tab = wanted
  wanted = undefined
  return tab
}
