import type { Chance } from './chance'
import { labelled } from './labelled'

type Layout = readonly [name: string, write: (c: Chance) => string]

const money = (c: Chance) => `${c.from(1, 480)},${c.two(c.from(1, 99))}${c.from(0, 9)}.${c.digits(2)}`
const plainMoney = (c: Chance) => `${c.from(10, 99999)}.${c.digits(2)}`

/** As accounts, vouchers, invoices, bank papers, contracts and land papers write their numbers. */
const papers: readonly Layout[] = [
  ['voucher', (c) => `记-${c.digits(4)}-2026`],
  ['voucher of a month', (c) => `凭证号：记字第${c.from(1, 300)}号 2026年${c.from(1, 12)}月`],
  [
    'line of a statement',
    (c) => `${c.day(2026, 2026, '-')}\t记-${c.digits(4)}\t支出\t办公水电\t${plainMoney(c)}\t电费`,
  ],
  [
    'line with approvers',
    (c) => `${c.from(1, 90)} ${c.day(2025, 2026, '.')} 付 ${c.digits(3)} 保洁费 ${money(c)} 王** 李**`,
  ],
  ['phone-like voucher', (c) => `凭证号：1${c.from(3, 9)}${c.digits(9)}`],
  ['phone-like voucher with letters', (c) => `PZ1${c.from(3, 9)}${c.digits(9)}`],
  ['phone-like serial', (c) => `流水号1${c.from(3, 9)}${c.digits(9)} 转账成功`],
  [
    'account code',
    (c) =>
      `科目${c.pick(['50201', '5020103', '112201', '3310102', '54030102'])} 管理费用—${c.pick(['办公费', '差旅费', '水电费'])}`,
  ],
  ['account codes in a row', (c) => `1001 1002 ${c.pick(['1121', '1131'])} 1401 2001 2211 3001 5301 5401`],
  ['balance sheet', (c) => `货币资金 ${money(c)} ${money(c)}\n固定资产 ${money(c)} ${money(c)}`],
  ['old invoice', (c) => `发票代码 0330${c.digits(8)} 发票号码 ${c.digits(8)}`],
  ['invoice of 20 digits', (c) => `数电票号码：26332000000${c.digits(9)}`],
  ['invoice of 20 digits, bare', (c) => `2533200000${c.digits(10)}\t石料款\t${plainMoney(c)}`],
  ['WeChat payment', (c) => `微信支付单号 4200${c.digits(6)}${c.day(2025, 2026)}${c.digits(10)}`],
  ['Alipay order', (c) => `${c.day(2025, 2026)}2200${c.digits(16)} 订单`],
  ['shop order', (c) => `订单编号：${c.from(1, 3)}${c.digits(17)}`],
  ['bare code of 18 digits', (c) => `交易号${c.digits(18)}`],
  ['code of region, day and number', (c) => `受理编号330225${c.day(2025, 2026)}${c.digits(4)}`],
  ['bank serial', (c) => `银行流水号：${c.pick(['2026', '0011', '7000', '8812'])}${c.digits(12)}`],
  ['bank serial of 19 digits', (c) => `核心流水 ${c.pick(['1', '2', '7', '8'])}${c.digits(18)}`],
  ['account of the collective', (c) => `开户行：象山农商银行 账号：201000${c.digits(9)}`],
  ['account of a company', (c) => `账号 ${c.pick(['3990', '3901', '1202', '1912'])}${c.digits(13)} 建设银行`],
  ['credit code', (c) => `统一社会信用代码：N2330225MF${c.digits(7)}${c.pick(['A', 'X', '3', 'U'])}`],
  ['credit code of digits', (c) => `91330225${c.digits(8)}${c.pick(['1L', '47', '3X', '08'])} 象山某建设有限公司`],
  ['contract', (c) => `合同编号：DXC-2026-${c.digits(3)}，期限${c.day(2026, 2026, '.')}至${c.day(2027, 2031, '.')}`],
  ['contract with a long number', (c) => `XSHT${c.day(2024, 2026)}${c.digits(3)} 鱼塘承包合同`],
  ['parcel', (c) => `宗地代码 330225104205JC${c.digits(5)}`],
  ['contracted parcel', (c) => `地块编码33022510420${c.digits(8)} 面积${c.from(0, 9)}.${c.digits(2)}亩`],
  ['property unit', (c) => `不动产单元号330225104205GB${c.digits(5)}F${c.digits(8)}`],
  ['deed', (c) => `浙(2026)象山县不动产权第${c.digits(7)}号`],
  [
    'code of a village group',
    (c) =>
      `330225${c.pick(['100', '104', '110', '001'])}${c.pick(['205', '211', '228'])}00${c.from(1, 9)} 第${c.from(1, 9)}村民小组`,
  ],
  ['project code', (c) => `项目代码 2${c.from(4, 6)}${c.two(c.from(1, 12))}-330225-04-01-${c.digits(6)}`],
  ['bidding', (c) => `招标编号NBXS-${c.day(2026, 2026)}-${c.digits(2)} 预算${c.from(3, 90)}万元`],
  ['file number', (c) => `国办函〔2026〕${c.from(1, 90)}号 浙农经发〔2025〕${c.from(1, 40)}号`],
  ['file number in brackets', (c) => `石政[2026]${c.from(1, 99)}号《关于东溪村${c.from(1, 9)}号机耕路的批复》`],
  ['electricity bill', (c) => `户号 ${c.digits(10)} 电量 ${c.from(100, 9999)}度 电费${plainMoney(c)}元`],
  ['meter', (c) => `表号${c.digits(8)} 上期${c.from(1000, 9999)} 本期${c.from(10000, 19999)} 用水${c.from(10, 90)}吨`],
  ['phone-like customer number', (c) => `户号：1${c.from(3, 9)}${c.digits(9)}`],
  ['shares', (c) => `王** ${c.from(1, 6)}人 ${c.from(10, 60)}.${c.digits(2)}股 分红${c.from(100, 900)}.00`],
  ['list of shares', (c) => Array.from({ length: 24 }, () => c.from(20, 2400)).join(' ')],
  ['list of sums', (c) => Array.from({ length: 4 }, () => `${c.from(10, 99)}00`).join(' ')],
  ['list of sums of rising size', (c) => `1${c.from(3, 9)}0 ${c.from(10, 99)}00 ${c.from(10, 99)}00`],
  ['wages', (c) => `误工${c.from(1, 22)}天×${c.pick(['150', '180', '200'])}元=${c.from(200, 4000)}元`],
  ['decision', (c) => `决议编号 DX-2026-${c.two(c.from(1, 40))} 应到${c.from(30, 60)}人实到${c.from(20, 30)}人`],
  ['asset', (c) => `资产编号 330225104205-${c.digits(4)} 打印机 原值${plainMoney(c)}`],
  ['insurance policy', (c) => `保单号PDZA2026330225${c.digits(8)}`],
  ['bill', (c) => `浙江省公益事业捐赠统一票据 票据号码${c.digits(10)} 校验码${c.digits(6)}`],
  ['bar code', (c) => `条码69${c.digits(11)} 草甘膦${c.from(2, 40)}瓶`],
  ['tender sums', (c) => `中标价1${c.from(3, 9)}${c.digits(9)}元`],
  ['long sum', (c) => `累计1${c.from(3, 9)}${c.digits(5)}.${c.digits(2)}元`],
  [
    'masked list',
    (c) => `${c.from(1, 40)}\t张**\t330***********${c.digits(2)}\t138****${c.digits(4)}\t${plainMoney(c)}`,
  ],
  ['masked card', (c) => `6228 **** **** ${c.digits(4)} 已转入`],
  ['picture of a phone', (c) => `mmexport1${c.from(6, 7)}${c.digits(11)}.jpg`],
  ['picture by day', (c) => `IMG_${c.day(2025, 2026)}_${c.digits(6)}.jpg`],
]

/** As notices, minutes and requests speak. */
const sentences: readonly Layout[] = [
  ['day', (c) => `${c.day(2025, 2026, '-')}至${c.day(2026, 2027, '-')}公示`],
  ['day without dashes', (c) => `${c.day(2024, 2026)}-${c.day(2026, 2027)}`],
  [
    'day and hour',
    (c) => `${c.day(2026, 2026, '/')} ${c.two(c.from(8, 17))}:${c.two(c.from(0, 59))}:${c.two(c.from(0, 59))}`,
  ],
  ['years', () => '2022 2023 2024 2025 2026'],
  ['plate', (c) => `浙B${c.digits(5)}货车运石料${c.from(2, 30)}车`],
  ['green plate', (c) => `浙BD${c.digits(5)}停在村道上`],
  [
    'hotline',
    (c) => `有问题请打${c.pick(['12345', '110', '119', '120', '12388', '12389', '95598', '96345', '12316'])}`,
  ],
  ['business line', (c) => `客服电话${c.pick(['400', '800'])}-${c.digits(3)}-${c.digits(4)}`],
  ['business line undivided', (c) => `厂家400${c.digits(7)}`],
  ['coordinates', (c) => `坐标121.${c.digits(6)},29.${c.digits(6)}`],
  ['coordinates of the west', (c) => `点位E1${c.from(21, 22)}.${c.digits(8)} N29.${c.digits(8)}`],
  ['village and group', (c) => `东溪村第${c.from(1, 9)}村民小组路灯${c.from(1, 9)}盏`],
  ['office', (c) => `地址：石浦镇东溪村村委会${c.from(1, 3)}楼会议室`],
  ['office with a room', (c) => `开标地点：政务服务中心${c.from(1, 6)}号楼${c.from(1, 5)}0${c.from(1, 9)}室`],
  ['street number of something public', (c) => `中心路${c.from(1, 90)}号路灯不亮`],
  ['building', (c) => `集体宿舍${c.from(1, 6)}幢外墙维修`],
  ['lot', (c) => `${c.from(1, 9)}号地块、${c.from(10, 19)}号泵站`],
  ['lane', (c) => `渔港路${c.from(1, 90)}号门前积水`],
  ['office address', (c) => `办公地址：丹西街道新丰路${c.from(1, 90)}号${c.from(1, 9)}01室`],
  ['length of life', (c) => `住了${c.from(2, 30)}年，${c.from(1, 12)}月${c.from(1, 28)}号搬走`],
  ['stay until', (c) => `住到${c.from(1, 12)}月${c.from(1, 28)}号`],
  ['benefits', (c) => `残疾人两项补贴${c.from(20, 60)}人${c.from(2000, 9000)}元`],
  ['medical aid', (c) => `医疗救助${c.from(1, 9)}户，支出${plainMoney(c)}元`],
  ['home for the disabled', (c) => `残疾人之家购置桌椅${c.from(10, 30)}套`],
  ['screening', (c) => `${c.pick(['宫颈癌', '乳腺癌', '肺癌', '胃癌'])}免费筛查${c.from(2, 20)}日开始`],
  ['vaccine', (c) => `${c.pick(['乙肝', 'HPV', '流感'])}疫苗接种通知，${c.from(2, 20)}日上午`],
  ['prevention', (c) => `预防${c.pick(['肺结核', '艾滋病', '高血压', '糖尿病', '脑梗'])}知识讲座`],
  [
    'day of prevention',
    (c) => `${c.pick(['世界艾滋病日活动', '全国高血压日宣传', '肺结核防治日'])}横幅${c.from(1, 9)}条`,
  ],
  ['health check', (c) => `老年人体检${c.from(100, 400)}人，防疫物资${plainMoney(c)}元`],
  ['standard of a benefit', (c) => `一级残疾每人每月${c.from(200, 500)}元，二级残疾每人每月${c.from(100, 200)}元`],
  ['counts of the disabled', (c) => `全村肢体残疾${c.from(5, 30)}人、视力残疾${c.from(5, 30)}人`],
  [
    'degrees of other things',
    (c) => `${c.pick(['二级公路', '三级水库', '一级响应', '四级风', '二级建造师', '三级文物'])}${c.from(1, 9)}处`,
  ],
  ['clash', (c) => `调解肢体冲突${c.from(1, 5)}起，精神文明${c.from(1, 9)}户`],
  ['sick trees', (c) => `松树线虫病清理${c.from(20, 90)}棵，禽流感防控`],
  [
    'areas',
    (c) => `水田${c.from(100, 900)}.${c.digits(2)}亩，山林${c.from(1000, 9000)}亩，厂房${c.from(100, 900)}平方米`,
  ],
  ['turnout', (c) => `应到${c.from(100, 900)}户，实到${c.from(50, 99)}户，赞成${c.from(30, 49)}票`],
  ['account in an app', (c) => `@所有人 明天${c.from(6, 9)}点打扫`],
  ['route', (c) => `东溪${c.from(1, 9)}号线—K${c.from(1, 9)}+${c.digits(3)}处塌方`],
  [
    'pipes',
    (c) => `DN${c.from(50, 300)}管${c.from(100, 900)}米 ${c.from(10, 90)}×${c.from(10, 90)}×${c.from(10, 90)}cm`,
  ],
  ['article of law', (c) => `依据《村民委员会组织法》第${c.from(1, 41)}条第${c.from(1, 3)}款`],
  ['lamp', (c) => `路灯编号${c.day(2026, 2026)}${c.digits(3)}，坏了${c.from(1, 9)}天`],
  ['table of counts', (c) => `类别 人数\n肢体残疾 ${c.from(5, 30)}人\n视力残疾\t${c.from(5, 30)} 人`],
  ['wind', (c) => `台风影响中风力达${c.from(7, 12)}级，${c.pick(['交通', '系统', '电力线路'])}瘫痪${c.from(1, 9)}小时`],
  ['English', () => 'archive shiver aids'],
  ['whom a benefit is for', () => '对一、二级残疾人和三、四级精神残疾人给予补贴'],
  [
    'help for patients',
    (c) =>
      `${c.pick(['严重精神障碍患者监护以奖代补', '糖尿病患者免费测血糖', '乳腺癌免费检查', '高血压签约服务'])}${c.from(1, 90)}元`,
  ],
  ['numbers under each other', (c) => `150\n${c.day(2025, 2026)}\n${c.from(1000, 9000)}`],
  ['big number in words', () => '合计人民币壹拾贰万捌仟肆佰陆拾元整，二〇二六年六月八日'],
  ['weather', (c) => `雨量${c.from(10, 200)}.${c.digits(1)}毫米，水位${c.from(2, 6)}.${c.digits(2)}米`],
]

/** Texts that look like it and are not: `times` of each layout. */
export const negatives = (c: Chance, times: { papers: number; sentences: number }) => ({
  papers: papers.flatMap(([layout, write]) => Array.from({ length: times.papers }, () => labelled(layout, write(c)))),
  sentences: sentences.flatMap(([layout, write]) =>
    Array.from({ length: times.sentences }, () => labelled(layout, write(c))),
  ),
})
