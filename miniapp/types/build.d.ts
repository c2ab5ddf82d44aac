/// <reference types="@tarojs/taro" />

/** Where the API answers, without a trailing slash; '' on the web page, which the API itself serves. */
declare const API_ORIGIN: string

/** Whether this build reads aloud in WeChat by the plugin 微信同声传译; never on the web page. */
declare const SPEECH_PLUGIN: boolean

declare module '*.scss'
declare module '*.png' {
  const address: string
  export default address
}
