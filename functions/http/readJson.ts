import type { Context } from 'hono'
import { parse } from 'secure-json-parse'
import { Refused } from './refuse'

const deepest = 20
const longestKey = 200
const brokenLetter = '有一个字没有写完整，多半是被截断的表情。请删掉末尾的表情再提交。'

/** A body as JSON. Throws `Refused` for what is none, what is nested too deep, and for names and numbers that only trouble bears. */
export const readJson = async (c: Context): Promise<unknown> => {
  if (!/^application\/json(;|$)/i.test(c.req.header('content-type') ?? '')) throw new Refused('badRequest')
  // past its limit the body breaks off, and that has its own answer
  const text = await c.req.text()
  if (depthOf(text) > deepest) throw new Refused('badRequest')
  const value = parsed(text)
  check(value)
  return value
}

/** No name may reach into what every object has (`__proto__`, `constructor.prototype`). */
const parsed = (text: string): unknown => {
  try {
    return parse(text, null, { protoAction: 'error', constructorAction: 'error' })
  } catch {
    throw new Refused('badRequest')
  }
}

/** How deep brackets are nested, those in words not counted: seen before anything is built of them. */
export const depthOf = (text: string): number => {
  let [depth, most, inWords] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (inWords) {
      if (letter === 0x5c) at++
      else if (letter === 0x22) inWords = false
    } else if (letter === 0x22) inWords = true
    else if (letter === 0x7b || letter === 0x5b) most = Math.max(most, ++depth)
    else if (letter === 0x7d || letter === 0x5d) depth--
  }
  return most
}

const check = (value: unknown): void => {
  // 1e999 is read as more than any number
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Refused('badRequest')
  if (typeof value === 'string' && isBroken(value)) throw new Refused('badRequest', brokenLetter)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key.length > longestKey || isBroken(key)) throw new Refused('badRequest')
    check(inner)
  }
}

/** Whether half of a letter stands in it that takes two. */
export const isBroken = (text: string): boolean => /\p{Surrogate}/u.test(text)
