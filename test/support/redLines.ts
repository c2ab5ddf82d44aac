import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What no screen, form or print of a village's affairs may say: points, leagues, check-ins, time spent, cards of shame. */
export const banned: readonly (readonly [word: string, pattern: RegExp])[] = [
  ...[
    ...['积分', '得分', '评分', '打分', '分值', '加分', '扣分', '记分', '总分', '满分', '高分', '低分'],
    ...['排名', '排行', '首位', '末位', '倒数', '前三名', '后三名', '榜单', '红榜', '黑榜', '光荣榜', '红黑榜'],
    ...[
      '打卡',
      '连续签到',
      '签到天数',
      '签到率',
      '登录天数',
      '登录次数',
      '在线时长',
      '在线时间',
      '使用时长',
      '停留时长',
    ],
    ...['活跃', '红牌', '黄牌', '亮牌', '星级', '五星', '勋章', '徽章', '奖杯', '段位', '战力', '竞赛', '比拼'],
    ...['先进村', '后进村', '落后村', '优胜', '评优', '评比', '考核分'],
  ].map((word) => [word, new RegExp(word)] as const),
  // the prints say that they aren't one
  ['名次', /(?<!不是)名次/],
  ['名列前茅', /名列[前第]/],
  ['第一名', /第[一二三四五六七八九十\d]+名/],
]

/** The same in the names of what is stored, sent and computed; several words stand in that order. */
export const bannedNames: readonly string[] = [
  ...[
    'score',
    'scores',
    'scoring',
    'rank',
    'ranks',
    'ranked',
    'ranking',
    'rankings',
    'leaderboard',
    'league',
    'points',
  ],
  ...['streak', 'streaks', 'medal', 'trophy', 'karma', 'kpi', 'stars', 'gamification', 'activeness', 'engagement'],
  ...[
    'check in',
    'checked in',
    'checkin',
    'online time',
    'online minutes',
    'online duration',
    'time online',
    'dwell time',
  ],
  ...['activity score', 'activity level', 'red card', 'yellow card', 'reward points', 'top villages', 'worst villages'],
  ...['leader board', 'login count', 'login days'],
]

const wordsOf = (name: string): string =>
  ` ${name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .trim()
    .toLowerCase()} `

/** The forbidden Chinese words in a text. */
export const saidIn = (text: string): readonly string[] =>
  banned.flatMap(([word, pattern]) => (pattern.test(text) ? [word] : []))

/** The forbidden words in a name: `villageScore`, `check-in`. */
export const namedIn = (name: string): readonly string[] => {
  const words = wordsOf(name)
  return bannedNames.filter((banned) => words.includes(` ${banned} `))
}

export type Found = { text: string; what: string }

/** What a source says and what it names: its strings, its screens' texts, its own names. Comments may say what it isn't. */
export const foundIn = (path: string, source: string): readonly Found[] => {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const found: Found[] = []
  const walk = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || isTemplatePart(node)) {
      const text = node.text
      found.push(...saidIn(text).map((what) => ({ text, what })))
      // one word: the key of something, an address, the name of a choice
      if (/^[\w-]+$/.test(text)) found.push(...namedIn(text).map((what) => ({ text, what })))
    } else if (ts.isIdentifier(node)) {
      found.push(...saidIn(node.text).map((what) => ({ text: node.text, what })))
      found.push(...namedIn(node.text).map((what) => ({ text: node.text, what })))
    }
    ts.forEachChild(node, walk)
  }
  walk(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, false, kind))
  return found
}

const isTemplatePart = (node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)

/** What a plain value says and names: every key, and every string as a text; strings of one word also as a name. */
export const foundInValue = (value: unknown): readonly Found[] => {
  if (typeof value === 'string')
    return [...saidIn(value), ...(/^[\w-]+$/.test(value) ? namedIn(value) : [])].map((what) => ({ text: value, what }))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...[...saidIn(key), ...namedIn(key)].map((what) => ({ text: key, what })),
    ...foundInValue(inner),
  ])
}

/** The files in a folder and below it that end so. */
export const filesUnder = (root: string, folder: string, ends: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => ends.test(file))
    .sort()
