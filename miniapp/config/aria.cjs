/** Taro's templates for WeChat drop aria props: this lets a screen reader there hear what the web's hears. */
module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      const heard = { 'aria-label': 'i.ariaLabel', 'aria-role': 'i.role' }
      platform.template?.mergeComponents(ctx, { View: heard, Text: heard, Button: heard, Image: heard })
    },
  })
