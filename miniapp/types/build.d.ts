/// <reference types="@tarojs/taro" />

/** Where the API answers, without a trailing slash; '' on the web page, which the API itself serves. */
declare const API_ORIGIN: string

declare module '*.scss'
declare module '*.png' {
  const address: string
  export default address
}
