import { expect, it } from 'vitest'
import { indoors } from '../../functions/demo/words/indoors'
import { outdoors } from '../../functions/demo/words/outdoors'
import { alike, threshold } from '../../functions/search/alike'

const texts = [...outdoors, ...indoors].map(({ text }) => text.replaceAll('{g}', '三组'))
const all = texts.map((words, i) => ({ id: `${i}`, words }))
const beginning = (words: string) => texts.findIndex((t) => t.includes(words))
const score = (question: string, words: string) => alike(question, [{ id: 'a', words }])[0]?.score ?? 0

const same: readonly (readonly [string, string])[] = [
  ['晒谷场的路灯坏了，晚上看不见路。', '晒谷场三盏路灯不亮'],
  ['后山的水渠又堵了，稻田没水。', '后山水渠堵了'],
  ['学校门口的坑一直没人填，下雨天孩子没法走。', '小学门口路面有个大坑'],
  ['池塘的水太臭了，蚊子多。', '村中池塘水发绿发臭'],
  ['公厕没有人打扫，灯也坏了', '老街公厕没人打扫'],
  ['溪边的护栏倒了好几天了，很危险', '溪边路有一段护栏倒了'],
  ['自来水早上水很小，高处没有水', '高处自来水时有时无'],
  ['村东养猪场味道太大了，门窗都不敢开', '村东养猪的臭味太重'],
  ['石桥上石板松动，走路会晃', '老石桥桥面石板松了'],
  ['垃圾桶不够，夏天味道很大', '垃圾桶太少'],
  ['手机在家里收不到信号，打不出电话', '手机没信号'],
  ['文化礼堂门口停车太乱了', '文化礼堂前车子乱停'],
]

it.each(same)('“%s” is about the same as “%s”, alone and among all', (question, words) => {
  const at = beginning(words)
  expect(score(question, texts[at])).toBeGreaterThan(threshold)
  const [first] = alike(question, all)
  expect([first.id, first.score > threshold]).toEqual([`${at}`, true])
})

const different: readonly (readonly [string, string])[] = [
  ['能不能装两盏太阳能路灯，巷子里太黑', '后山水渠堵了'],
  ['儿子成家想申请宅基地，不知道怎么办', '家里人生病，想问问低保怎么申请'],
  ['快递能不能送到村里', '亲戚借了钱三年不还'],
  ['老人一个人住，想有人去看看', '三组大樟树上有个马蜂窝'],
  ['夜里打麻将声音太大', '小学门口路面有个大坑'],
  ['大喇叭听不见', '三组泵站水泵抽不上水'],
  ['卫生室常用的高血压药总是缺', '卫生室门口没有坡道'],
  ['上次修水沟的钱花得对不对', '礼堂屋顶光伏一年发多少电'],
  ['想请村里修一修，老人晚上看不见', '请村里看看，老人晚上睡不着'],
  ['村里的狗没有拴，小孩上学怕', '三组下坡车子开得太快'],
]

it.each(different)('“%s” is not “%s”', (question, words) => {
  expect(score(question, words)).toBeLessThan(threshold)
})

it('none of fifty different matters is taken for another', () => {
  const taken = texts.filter((text, i) =>
    alike(
      text,
      all.filter(({ id }) => id !== `${i}`),
    ).some(({ score }) => score >= threshold),
  )
  expect(taken).toEqual([])
  expect(texts.length).toBeGreaterThan(50)
})

it('finds nothing for nothing, and reads the beginning of what is long', () => {
  expect(alike('', all)).toEqual([])
  expect(alike('，。！', all)).toEqual([])
  expect(alike('路灯', [])).toEqual([])
  const long = `晒谷场三盏路灯不亮。${'我们从前年说到今年，说了好多回。'.repeat(40)}`
  expect(score(long, texts[beginning('晒谷场三盏路灯不亮')])).toBeGreaterThan(threshold)
})
