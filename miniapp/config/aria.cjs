/**
 * Taro's templates for WeChat drop aria props. What a screen reader needs is written into the finished template: adding it to Taro's
 * own table of attributes would shift the short names that its runtime gives to all the others.
 */
const heard = ' aria-label="{{i.ariaLabel}}" aria-role="{{i.role}}"'

module.exports = (ctx) =>
  ctx.modifyBuildAssets(({ assets }) => {
    const base = assets['base.wxml']
    if (!base) return
    const text = String(base.source()).replace(/<(view|text|button|image)(?= [^>]*data-sid)/g, `<$1${heard}`)
    assets['base.wxml'] = { ...base, source: () => text, size: () => Buffer.byteLength(text) }
  })
