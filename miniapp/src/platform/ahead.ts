/**
 * On the web, once the first page stands: the scripts of the other pages that villagers need, so that they are there when the network
 * drops. WeChat has the whole package on the phone already.
 */
export function loadAhead(): void {
  if (process.env.TARO_ENV !== 'h5') return
  setTimeout(
    () => void Promise.all([import('../pages/case/index'), import('../pages/raise/index')]).catch(() => undefined),
    1500,
  )
}
