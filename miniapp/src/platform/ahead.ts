/**
 * On the web, once the first page stands: the scripts of the other pages that villagers need, so that they are there when the network
 * drops. WeChat fetches the whole subpackage by itself.
 */
export function loadAhead(): void {
  // a block, not an early return: only what stands in a block that can't run is left out of the mini-program's main package
  if (process.env.TARO_ENV === 'h5') {
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
}
