/**
 * On the web, once the first page stands: the scripts of the other pages that villagers need, so that they are there when the network
 * drops. WeChat has the whole package on the phone already.
 */
export function loadAhead(): void {
  if (process.env.TARO_ENV !== 'h5') return
  const pages = () => [
    import('../pages/case/index'),
    import('../pages/raise/index'),
    import('../more/ask/index'),
    import('../more/search/index'),
    import('../more/guides/index'),
    import('../more/answers/index'),
    import('../more/rates/index'),
    import('../more/sessions/index'),
    import('../more/inbox/index'),
  ]
  setTimeout(() => void Promise.all(pages()).catch(() => undefined), 1500)
}
