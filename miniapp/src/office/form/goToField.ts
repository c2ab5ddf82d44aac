import Taro from '@tarojs/taro'

/** Scrolls to a place of the form, clear of the bar above. */
export function goToField(id: string): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -16, duration: 200 }).catch(() => undefined)
}

/** To the top of the page, where what is wrong is told. */
export function toTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 200 }).catch(() => undefined)
}
