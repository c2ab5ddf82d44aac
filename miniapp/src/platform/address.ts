/** Puts what a page now shows into the browser's address, so that it can be sent on and read again; WeChat has none. */
export function keepAddress(url: string): void {
  if (process.env.TARO_ENV === 'h5') window.history.replaceState(window.history.state, '', url)
}
