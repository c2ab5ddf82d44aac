import { type Chance, cardNumber, fullWidth, idNumber, mobileNumber, oldIdNumber, spaced } from './chance'
import { labelled, personal } from './labelled'

const times = <T>(count: number, one: (i: number) => T) => Array.from({ length: count }, (_, i) => one(i))

const idWritings: readonly (readonly [string, (id: string) => string])[] = [
  ['plain', (id) => id],
  ['small x', (id) => id.toLowerCase()],
  ['full width', fullWidth],
  ['spaces', (id) => spaced(id, [6, 8, 4], ' ')],
  ['wide spaces', (id) => spaced(id, [6, 4, 4, 4], '　')],
  ['dashes', (id) => spaced(id, [6, 8, 4], '-')],
  ['long dashes', (id) => spaced(id, [3, 3, 4, 4, 4], '—')],
  ['dots', (id) => spaced(id, [6, 8, 4], '.')],
  ['middle dots', (id) => spaced(id, [6, 8, 4], '·')],
  ['digit by digit', (id) => [...id].join(' ')],
  ['no-break spaces', (id) => spaced(id, [6, 8, 4], '\u00a0')],
  ['unseen characters', (id) => spaced(id, [10, 8], '\u200b')],
  ['over two lines', (id) => spaced(id, [12, 6], '\n')],
  ['a times sign', (id) => id.replace('X', '×')],
  ['X apart', (id) => id.replace('X', ' X')],
]
const idPlaces: readonly ((id: string, c: Chance) => string)[] = [
  (id, c) => `户主${c.name()}，身份证号：${id}，领取低保金`,
  (id, c) => `${c.from(1, 40)}\t${c.name()}\t${id}\t${c.from(2, 9)}00.00`,
  (id, c) => `${c.name()}身份证${id}.jpg`,
  (id, c) => `| ${c.name()} | ${id} | 东溪村${c.from(1, 9)}组 |`,
  (id, c) => `经核对，${c.name()}(${id})于${c.day(2024, 2026, '-')}办理`,
  (id) => id,
  (id, c) => `公民身份号码${id}电话${personal('mobile', mobileNumber(c))}`,
  (id, c) => `序号${c.from(1, 99)} ${id} 残疾人护理补贴`,
  (id) => `订单号：${id}`,
]

const ids = (c: Chance) =>
  idWritings.flatMap(([layout, write]) =>
    times(5, (i) => {
      let id = idNumber(c)
      while (/small x|times|X apart/.test(layout) && !id.endsWith('X')) id = idNumber(c)
      const place = idPlaces[layout === 'over two lines' ? 0 : (i * 2 + c.from(0, 1)) % idPlaces.length]
      return labelled(`ID, ${layout}`, place(personal('idNumber', write(id)), c))
    }),
  )

const oldIds = (c: Chance) =>
  times(16, (i) => {
    const id = oldIdNumber(c)
    const written = [id, fullWidth(id), spaced(id, [6, 6, 3], ' '), spaced(id, [6, 6, 3], '-')][i % 4]
    const place = idPlaces[(i + Math.floor(i / 8)) % 8]
    return labelled('ID of 15 digits', place(personal('idNumber', written), c))
  })

const disabilityCards = (c: Chance) =>
  times(6, () => {
    const written = `${idInDigits(c)}${c.from(1, 7)}${c.from(1, 4)}`
    return labelled('number of a 残疾证', `残疾证号${personal('idNumber', written)}`)
  })

const idInDigits = (c: Chance) => {
  let id = idNumber(c)
  while (id.endsWith('X')) id = idNumber(c)
  return id
}

const cardKinds: readonly (readonly [string, number])[] = [
  ['622848', 19],
  ['621700', 19],
  ['623058', 19],
  ['622588', 16],
  ['625960', 16],
  ['62316', 18],
  ['62270', 17],
  ['436742', 19],
  ['456351', 19],
  ['955880', 19],
  ['95599', 19],
  ['403361', 16],
  ['518710', 16],
  ['356833', 16],
  ['601382', 19],
]
const cards = (c: Chance) =>
  cardKinds.flatMap(([beginning, length]) =>
    times(4, (i) => {
      const card = cardNumber(c, beginning, length)
      const rest = length - 16
      const written = [
        card,
        spaced(card, rest ? [4, 4, 4, 4, rest] : [4, 4, 4, 4], ' '),
        spaced(card, rest ? [4, 4, 4, 4, rest] : [4, 4, 4, 4], '-'),
        fullWidth(card),
      ][i]
      const marked = personal('bankCard', written)
      const texts = [
        `${c.name()}\t${marked}\t${c.from(100, 9000)}.00`,
        `一卡通卡号：${marked}`,
        `请汇入农商银行账号${marked}，户名${c.name()}`,
        `社保卡${marked}已发放`,
      ]
      return labelled(`bank card ${beginning}, ${length} digits`, texts[i])
    }),
  )

const mobileWritings: readonly (readonly [string, (m: string) => string])[] = [
  ['plain', (m) => m],
  ['full width', fullWidth],
  ['3 4 4 spaces', (m) => spaced(m, [3, 4, 4], ' ')],
  ['3 4 4 dashes', (m) => spaced(m, [3, 4, 4], '-')],
  ['3 4 4 long dashes', (m) => spaced(m, [3, 4, 4], '－')],
  ['3 4 4 dots', (m) => spaced(m, [3, 4, 4], '.')],
  ['3 8', (m) => spaced(m, [3, 8], '-')],
  ['+86', (m) => `+86${m}`],
  ['+86 spaced', (m) => `+86 ${spaced(m, [3, 4, 4], ' ')}`],
  ['86-', (m) => `86-${m}`],
  ['0086', (m) => `0086${m}`],
  ['0 first', (m) => `0${m}`],
  ['7 4', (m) => spaced(m, [7, 4], ' ')],
  ['unseen character', (m) => spaced(m, [5, 6], '\u200b')],
]
const mobilePlaces: readonly ((m: string, c: Chance) => string)[] = [
  (m, c) => `联系人${c.name()}，电话${m}`,
  (m, c) => `${c.from(1, 60)} ${c.name()} ${m} ${c.from(1, 9)}组`,
  (m, c) => `${c.name()}_${m}.xlsx`,
  (m) => `有事打我手机:${m}，谢谢`,
  (m, c) => `路灯坏了${c.from(2, 9)}天，${m}`,
  (m) => `tel${m}`,
]
const mobiles = (c: Chance) =>
  mobileWritings.flatMap(([layout, write]) =>
    times(4, (i) =>
      labelled(
        `mobile, ${layout}`,
        mobilePlaces[(i + c.from(0, 2)) % 6](personal('mobile', write(mobileNumber(c))), c),
      ),
    ),
  )

const landlines = (c: Chance) =>
  times(30, (i) => {
    const local = `${c.pick(['65', '87', '62', '55', '83'])}${c.digits(6)}`
    const short = `${c.pick(['2', '3', '5', '6', '8'])}${c.digits(6)}`
    const [written, layout] = (
      [
        [`0574-${local}`, 'dash'],
        [`0574 ${local}`, 'space'],
        [`(0574)${local}`, 'brackets'],
        [`（0574）${local}`, 'wide brackets'],
        [`0574${local}`, 'undivided'],
        [`010-${local}`, 'three-digit area'],
        [`0377-${short}`, 'seven digits'],
        [fullWidth(`0574-${local}`), 'full width'],
        [`+86-574-${local}`, '+86'],
        [`0574-${local}-${c.from(100, 999)}`, 'extension'],
      ] as const
    )[i % 10]
    const texts = ['家里电话%', '村委会值班电话：%', '东溪村便民服务中心 % 周一至周五']
    return labelled(`landline, ${layout}`, texts[i % 3].replace('%', personal('landline', written)))
  }).concat(
    times(4, () =>
      labelled('landline without area code', `座机：${personal('landline', `657${c.digits(5)}`)}，白天有人`),
    ),
  )

const addresses = (c: Chance) =>
  times(24, (i) => {
    const n = () => c.from(1, 60)
    const room = () => `${c.from(1, 18)}0${c.from(1, 6)}室`
    const written = [
      `金海小区${n()}幢${c.from(1, 4)}单元${room()}`,
      `浙江省宁波市象山县丹西街道新丰路${n()}号${room()}`,
      `石浦镇渔港中路${n()}弄${n()}号${room()}`,
      `东溪村${c.from(1, 9)}组${n()}号${room()}`,
      `阳光花园${n()}号楼${c.from(1, 3)}单元${c.from(1, 9)}02`,
      `东谷湖社区${n()}栋${room()}`,
    ][i % 6]
    const texts = [`${c.name()}，住%`, '现住址：%', `${c.name()}\t%\t低保`, '地址：%，请送到家']
    return labelled(
      'address down to a room',
      texts[(i + Math.floor(i / 6)) % 4].replace('%', personal('address', written)),
    )
  }).concat(
    times(10, (i) => {
      const written = [`石浦镇东溪村西岙路${c.from(1, 90)}号`, `东溪村${c.from(1, 9)}组${c.from(1, 90)}号`][i % 2]
      const texts = ['家住%，行动不便', '住址：%', '户籍地址：%', '家庭住址%', `${c.name()}现住%。`]
      return labelled('house number where someone lives', texts[i % 5].replace('%', personal('address', written)))
    }),
  )

const emails = (c: Chance) =>
  times(12, (i) => {
    const name = ['zhang.san', 'li_si', `qq${c.digits(6)}`, c.digits(9), mobileNumber(c), 'chen-mei'][i % 6]
    const written = `${name}@${c.pick(['qq.com', '163.com', '139.com', 'mail.ningbo.gov.cn', 'outlook.com'])}`
    const texts = ['邮箱：%', '请发到%，谢谢', `${c.name()}(%)报名`]
    return labelled('email', texts[i % 3].replace('%', personal('email', i % 4 === 3 ? fullWidth(written) : written)))
  })

const diseases = [
  '肝癌',
  '肺癌晚期',
  '乳腺癌',
  '尿毒症',
  '精神分裂症',
  '白血病',
  '抑郁症',
  'HIV',
  '艾滋病',
  '脑梗',
  '糖尿病',
  '乙肝',
  '癫痫',
  '肺结核',
  '瘫痪',
  '胰腺癌',
  '帕金森',
  '冠心病',
]
const disabilities = [
  '二级残疾',
  '肢体残疾',
  '精神残疾二级',
  '肢体三级',
  '残疾等级：一级',
  '一级肢体残疾',
  '智力残疾',
  '视力二级',
  '2级残疾',
  '言语残疾',
]
const health = (c: Chance) => [
  ...diseases.flatMap((disease, i) => {
    const texts = [
      `${c.name()}患%，给予临时救助2000元`,
      `因%住院，医疗救助%%`,
      `${c.name()}\t%\t${c.from(10, 90)}00元`,
      `妻子身患%，家庭困难`,
    ]
    return [0, 2].map((shift) => {
      const text = texts[(i + shift) % 4].replace('%%', `${c.from(10, 90)}00元`)
      return labelled('disease of a person', text.replace('%', personal('health', disease)))
    })
  }),
  ...disabilities.flatMap((term, i) => {
    const texts = [`${c.name()}，%，享受两项补贴`, `${c.name()}\t%\t${c.from(1, 9)}组`, `户主系%，劳动力弱`]
    return [0, 1].map((shift) =>
      labelled('disability of a person', texts[(i + shift) % 3].replace('%', personal('health', term))),
    )
  }),
]

const inWords = (digits: string) => [...digits].map((d) => '零一二三四五六七八九'[Number(d)]).join('')

/** What people do to get round a guard, what programs do to a text, and what stands in columns apart. */
const harder = (c: Chance) => [
  ...times(3, () => labelled('mobile in words', `打${personal('mobile', inWords(mobileNumber(c)))}找我`)),
  ...times(3, () => labelled('ID in words', `身份证${personal('idNumber', inWords(idInDigits(c)))}`)),
  ...times(3, () =>
    labelled('card over two lines', `卡号${personal('bankCard', spaced(cardNumber(c, '623058', 19), [12, 7], '\n'))}`),
  ),
  ...times(3, () =>
    labelled(
      'ID and mobile glued',
      `${c.name()}${personal('idNumber', idNumber(c))}${personal('mobile', mobileNumber(c))}`,
    ),
  ),
  ...times(3, () =>
    labelled(
      'card and ID glued',
      `${personal('bankCard', cardNumber(c, '621700', 19))}${personal('idNumber', idNumber(c))}`,
    ),
  ),
  labelled('disability in two cells', `${c.name()}\t${personal('health', '肢体\t二级')}\t125.00`),
  labelled('disability in columns apart', `残疾类别：${personal('health', '听力')} 男 62岁 等级：二级`),
  labelled('nickname of a disease', `${c.name()}生了${personal('health', '大脖子病')}，开刀两次`),
  labelled('degree with letters', `${c.name()} 残疾等级${personal('health', 'Ⅱ级')}`),
  labelled('two diseases', `户主患${personal('health', '高血压')}、${personal('health', '糖尿病')}多年`),
  labelled('disease and aid', `${c.name()}的儿子确诊${personal('health', '白血病')}，申请医疗救助`),
  labelled('room next to a bank', `${c.name()}\t${personal('address', '金海小区5幢201室')}\t农商银行\t1200.00`),
  labelled('room written with dashes', `地址 ${personal('address', '海景花园5-2-301室')}`),
  labelled('building and room without 室', `现住${personal('address', '金海小区12幢301')}`),
  labelled('lane and room without 室', `家住${personal('address', '丹河路88弄6号502')}`),
  labelled('room without any label', `快递放${personal('address', '振兴路9弄3号402室')}门口`),
  labelled('two mobiles', `联系方式${personal('mobile', mobileNumber(c))}/${personal('mobile', mobileNumber(c))}`),
  labelled('mobile after a row number', `7.${personal('mobile', mobileNumber(c))}`),
  labelled('disease in a row with the size of the household', `3 ${c.name()} ${personal('health', '肝癌')} 5人 3000元`),
  labelled('disease in a row with insurance', `${c.name()} ${personal('health', '尿毒症')} 大病保险 12000.00`),
  labelled('disease after the size of the household', `3人户${c.name()}${personal('health', '胃癌')}，救助3000元`),
  labelled('mobile and a surname', `${personal('mobile', mobileNumber(c))}万师傅`),
  labelled('mobile and a feast', `${personal('mobile', mobileNumber(c))} 元旦后联系`),
  labelled('mobile with 1 for l', `电话${personal('mobile', `l3${c.digits(9)}`)}`),
  labelled('landline and a second', `电话${personal('landline', `0574-657${c.digits(5)}/657${c.digits(5)}`)}`),
  labelled('landline in pairs', `电话:${personal('landline', `0574 657${c.digits(1)} ${c.digits(4)}`)}`),
  labelled(
    'csv line',
    `${c.name()},${personal('idNumber', idNumber(c))},${personal('bankCard', cardNumber(c, '622848', 19))},300`,
  ),
  labelled('html', `<td>${personal('idNumber', idNumber(c))}</td><td>${personal('mobile', mobileNumber(c))}</td>`),
  labelled('json', `{"id":"${personal('idNumber', idNumber(c))}","tel":"${personal('mobile', mobileNumber(c))}"}`),
]

/** Texts with personal data in them, of every kind and in every way of writing that we know of. */
export const positives = (c: Chance) => [
  ...[...ids(c), ...oldIds(c), ...disabilityCards(c), ...cards(c), ...mobiles(c)],
  ...[...landlines(c), ...addresses(c), ...emails(c), ...health(c), ...harder(c)],
]
