import fs from 'node:fs'
import path from 'node:path'
import type { OpenedApp } from './openApp'
import { phoneStyles } from './phoneStyles'

const TAGS = [
  ...['page', 'view', 'text', 'button', 'image', 'input', 'textarea', 'scroll-view', 'swiper', 'swiper-item', 'switch'],
  ...['picker', 'form', 'label', 'icon', 'navigator', 'canvas', 'rich-text', 'checkbox', 'radio', 'slider'],
]
const TAG_SELECTOR = new RegExp(`(^|[\\s,>+~(])(${TAGS.join('|')})(?=$|[\\s,.:#>+~\\[)])`, 'g')

/**
 * The page on top as one HTML file for a browser to photograph: its nodes with its own WXSS and WeChat's default
 * styles. It shows layout and wording to a person's eye; it is not WeChat's renderer.
 */
export function pictureOf(app: OpenedApp): string {
  const { page } = app
  const { dist, app: json } = app.logic.modules
  const root = page.root.cloneNode(true) as HTMLElement
  for (const image of root.querySelectorAll('wx-image[src]')) {
    const inside = image.ownerDocument.createElement('img')
    inside.src = local(dist, image.getAttribute('src')!)
    image.append(inside)
  }
  const tabs = json.tabBar?.list ?? []
  const isTab = tabs.some((tab) => tab.pagePath === page.route)
  const colour = (route: string) => (route === page.route ? json.tabBar?.selectedColor : json.tabBar?.color)
  const captions = tabs.map((tab) => `<div style="color:${colour(tab.pagePath)}">${tab.text}</div>`)
  const styles = ['app', page.route].map((name) => cssOf(wxss(dist, `${name}.wxss`)))
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>${phoneStyles}\n${styles.join('\n')}</style>
<body>${root.outerHTML}${isTab ? `<div id="tabbar">${captions.join('')}</div>` : ''}</body></html>`
}

/** WXSS as a browser reads it: rpx are parts of the width, and tags have WeChat's prefix. */
export function cssOf(source: string): string {
  return source
    .replace(/(-?\d*\.?\d+)rpx/g, (_rpx, amount) => `calc(${amount} * 100vw / 750)`)
    .replace(/([^{}]+)\{/g, (rule, selector: string) =>
      selector.trim().startsWith('@') ? rule : `${selector.replace(TAG_SELECTOR, '$1wx-$2')}{`,
    )
}

function wxss(dist: string, file: string): string {
  const full = path.join(dist, file)
  if (!fs.existsSync(full)) return ''
  const imported = (place: string) => wxss(dist, path.posix.join(path.posix.dirname(file), place))
  return fs.readFileSync(full, 'utf8').replace(/@import\s+"([^"]+)";?/g, (_import, place: string) => imported(place))
}

const local = (dist: string, src: string) => (src.startsWith('/') ? `file://${path.resolve(dist)}${src}` : src)
