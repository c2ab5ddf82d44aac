import { refuse } from '@shared/engine/refusal'
import type { MiddlewareHandler } from 'hono'
import { refused } from './refuse'

/** Longer than any address that the app makes; what would be longer is sent as a body. */
const longest = 4096
const notOne = '这个地址不完整或者写错了，请从页面上的按钮进入。'

/** Turns away addresses that only trouble bears: hidden slashes and ends of text, climbing out, half letters, no end to them. */
export const addressGate: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  if (pathname.length + search.length > longest)
    return refused(c, refuse('tooLarge', '地址太长了，请从页面上的按钮进入。'))
  if (isTricky(pathname) || /%00/i.test(search) || !isDecodable(search)) return refused(c, refuse('badRequest', notOne))
  await next()
}

const isTricky = (pathname: string): boolean => {
  if (/%(2f|5c|[01][0-9a-f]|7f)/i.test(pathname) || !isDecodable(pathname)) return true
  return decodeURIComponent(pathname)
    .split('/')
    .some((part) => part === '..' || part === '.')
}

/** Whether what is escaped is text at all. */
const isDecodable = (escaped: string): boolean => {
  try {
    decodeURIComponent(escaped)
    return true
  } catch {
    return false
  }
}
