import Taro from '@tarojs/taro'

const known = [
  [/iPhone/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Android.*Mobile/, '安卓手机'],
  [/Android/, '安卓平板'],
  [/Windows/, 'Windows电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux/, 'Linux电脑'],
] as const
const browsers = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge浏览器'],
  [/Firefox\//, '火狐浏览器'],
  [/Chrome\//, '谷歌浏览器'],
  [/Safari\//, 'Safari浏览器'],
] as const

const found = (list: readonly (readonly [RegExp, string])[], agent: string) =>
  list.find(([sign]) => sign.test(agent))?.[1]

/** Words by which someone knows this device again in a list: 苹果手机，微信小程序. */
export function deviceWords(): string {
  if (process.env.TARO_ENV === 'h5') {
    const { userAgent } = navigator
    return [found(known, userAgent) ?? '电脑', found(browsers, userAgent) ?? '浏览器'].join('，')
  }
  const { model = '', system = '' } = Taro.getDeviceInfo()
  const kind = found(known, `${model} ${system} Mobile`) ?? '手机'
  return `${kind}，微信小程序`
}
