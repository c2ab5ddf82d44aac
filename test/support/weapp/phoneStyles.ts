/** How WeChat draws its own components before any stylesheet of the program, as near as a browser comes to it. */
export const phoneStyles = `
* { box-sizing: content-box }
html, body { margin: 0 }
body { font: 16px/1.4 -apple-system, "Noto Sans CJK SC", sans-serif }
wx-page { display: block; width: 100vw; min-height: 100vh; overflow: hidden auto }
wx-page[hidden] { display: none }
wx-view, wx-scroll-view, wx-form, wx-picker, wx-swiper, wx-swiper-item, wx-navigator { display: block }
wx-comp, wx-custom-wrapper { display: contents }
wx-text, wx-label { display: inline }
wx-scroll-view[scroll-y] { overflow-y: auto }
wx-scroll-view[scroll-x] { overflow-x: auto; white-space: nowrap }
wx-button { position: relative; display: block; box-sizing: border-box; margin: 0 auto; padding: 0 14px; overflow: hidden;
  border-radius: 5px; background: #f8f8f8; font-size: 18px; line-height: 2.5556; text-align: center }
wx-button[type=primary] { background: #07c160; color: #fff }
wx-button[size=mini] { display: inline-block; padding: 0 1.32em; font-size: 13px; line-height: 2.3 }
wx-button[disabled] { color: rgba(0, 0, 0, .3) }
wx-input, wx-textarea { display: block; min-height: 1.4em; overflow: hidden; white-space: nowrap }
wx-textarea { width: 300px; height: 150px; white-space: pre-wrap }
wx-input::before, wx-textarea::before { content: attr(value) }
wx-input:not([value])::before, wx-textarea:not([value])::before { content: attr(placeholder); color: #808080 }
wx-switch { display: inline-block; width: 50px; height: 30px; border-radius: 16px; background: #dfdfdf }
wx-switch[checked] { background: #04be02 }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden }
wx-image[mode=widthFix] { height: auto }
wx-image img { display: block; width: 100%; height: 100% }
#tabbar { position: fixed; right: 0; bottom: 0; left: 0; display: flex; align-items: center; height: 50px;
  border-top: 1px solid #e5e5e5; background: #fff; font-size: 11px; text-align: center }
#tabbar div { flex: 1 }
`
