import { lot } from '../days'

const surnames = [...'陈黄郑吴徐朱胡高罗梁谢宋唐冯于董']
const given = [
  ...['大年', '水英', '根法', '玉兰', '海根', '月娥', '金土', '荷花', '顺发', '巧云', '阿贵', '冬梅'],
  ...['老友', '翠珠', '仁德', '香莲', '炳坤', '银花', '加福', '桂芬', '有才', '美娥', '道明', '春香'],
]

/** Everyone that a list may name: invented, and nobody of the office or who signs in. */
export const everyName: readonly string[] = surnames.flatMap((s) => given.map((g) => `${s}${g}`))

/** The nth private person of a village: the same whenever asked, each another. */
export const personOf = (village: string, nth: number): string =>
  everyName[(lot(village, everyName.length) + nth * 149) % everyName.length]
