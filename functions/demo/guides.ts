import type { GuideView } from '@shared/schemas/views'
import type { Stores } from '../stores'
import { places } from './places'

const hall = '石湾镇便民服务中心一楼，周一到周五上班时间；村里的代办员每周二、五帮着送'
const office = '村委会一楼便民窗口，找文书；人不在可以打村里的电话'

/** What people come to the village office for; places, days and fees are invented, as the whole township is. */
const ofTownship: readonly GuideView[] = [
  {
    ...{ id: 'residents-medical', title: '城乡居民医保参保缴费', words: '医疗保险 医保 看病报销 新农合' },
    who: '户口在本镇、没有参加职工医保的人；新生儿出生90天内可以补办',
    papers: ['户口本', '身份证', '新生儿带出生医学证明'],
    steps: ['每年9月到12月缴下一年的', '在手机上缴，或者到窗口缴', '缴完当场给凭证'],
    ...{ time: '当场办好', fee: '办理不收钱，保费按当年公布的标准', where: hall },
    basis: '县医保局每年的参保通知',
  },
  {
    ...{ id: 'pension', title: '城乡居民养老金领取', words: '养老保险 社保 退休金' },
    who: '参加了城乡居民养老保险、满60岁的本镇居民',
    papers: ['身份证', '户口本', '银行卡'],
    steps: ['满60岁的前一个月来办', '窗口核对缴费年限', '下个月起按月发到卡上'],
    ...{ time: '20个工作日', fee: '不收钱', where: hall },
  },
  {
    ...{ id: 'minimum-living', title: '低保申请', words: '最低生活保障 困难户 救助' },
    who: '家里人均收入低于本县低保标准的户',
    papers: ['申请书', '全家的身份证和户口本', '收入和财产的说明', '授权核对书'],
    steps: ['向镇里提出，村里可以代交', '镇里入户看', '村里公示7天', '县里批', '批了以后在公开栏长期公示'],
    ...{ time: '30个工作日', fee: '不收钱', where: hall },
    basis: '社会救助暂行办法',
  },
  {
    ...{ id: 'disability-card', title: '残疾人证办理和换证', words: '残疾证 残联' },
    who: '本镇户口、有残疾或者证件满10年的人',
    papers: ['身份证', '户口本', '两寸白底照片3张', '换证的带旧证'],
    steps: ['先登记', '到县里指定的医院评定', '公示以后领证'],
    ...{ time: '30个工作日', fee: '办证不收钱', where: hall },
  },
  {
    ...{ id: 'temporary-help', title: '临时救助申请', words: '大病 意外 火灾 困难补助' },
    who: '突然遇到大病、意外，基本生活过不下去的户',
    papers: ['申请书', '身份证', '能说明情况的单据'],
    steps: ['向镇里提出，急的可以先救助后补手续', '镇里核实', '批了打到卡上，在公开栏公示'],
    ...{ time: '15个工作日，急难的24小时内', fee: '不收钱', where: hall },
  },
  {
    ...{ id: 'senior-allowance', title: '高龄津贴', words: '80岁 老人补贴 老年人' },
    who: '年满80周岁的本镇户口老人',
    papers: ['身份证', '户口本', '老人本人的银行卡'],
    steps: ['满80岁的当月来登记', '走不动的由村里上门办', '下个月起发'],
    ...{ time: '10个工作日', fee: '不收钱', where: hall },
  },
]

const ofVillage: readonly GuideView[] = [
  {
    ...{ id: 'homestead', title: '农村宅基地和建房申请', words: '造房子 建房 翻建 宅基地' },
    who: '本村集体经济组织成员，一户只能有一处宅基地',
    papers: ['建房申请表', '户口本', '身份证', '四邻意见', '翻建的带原来的房屋证明'],
    steps: ['先向村民小组说', '村里开会讨论，张榜公示', '报镇里审', '批了才能动工，开工前镇里来放样', '完工后来验收'],
    ...{ time: '村里15天，镇里20个工作日', fee: '不收钱', where: office },
    basis: '土地管理法第六十二条；浙江省农村住房建设管理办法',
  },
  {
    ...{ id: 'certificate', title: '开村里的证明', words: '证明 盖章 居住证明 公章' },
    who: '要村里证明的本村村民；国家规定不用村里开的证明，村里不开',
    papers: ['身份证', '要求开证明的单位写的说明'],
    steps: ['找文书说清楚用在哪里', '填用章申请，负责人批', '管章的人登记后盖章'],
    ...{ time: '当天', fee: '不收钱', where: office },
  },
  {
    ...{ id: 'farm-subsidy', title: '种粮补贴登记', words: '农业补贴 种田 水稻 耕地地力' },
    who: '实际种粮的农户，流转来的田由种的人领',
    papers: ['身份证', '银行卡', '流转的带合同'],
    steps: ['每年4月到村里登记面积', '村里量地核对', '公示7天', '镇里报上去，打到卡上'],
    ...{ time: '登记当场办，补贴一般8月到账', fee: '不收钱', where: office },
  },
  {
    ...{ id: 'elder-canteen', title: '老年食堂就餐登记', words: '老人吃饭 送餐 食堂' },
    who: '本村满60岁的老人，行动不便的可以送餐',
    papers: ['身份证'],
    steps: ['到窗口登记', '选在食堂吃还是送到家', '第二天开始'],
    ...{ time: '当场办好', fee: '60岁以上一餐6元，80岁以上一餐3元', where: office },
  },
  {
    ...{ id: 'land-transfer', title: '土地流转登记', words: '租田 承包地 转包 合同' },
    who: '要把承包地转给别人种，或者要租田种的人',
    papers: ['承包经营权证', '双方身份证', '流转合同一式三份'],
    steps: ['两边谈好', '到村里签合同', '村里登记，报镇里备案'],
    ...{ time: '5个工作日', fee: '不收钱', where: office },
    basis: '农村土地承包法',
  },
  {
    ...{ id: 'dispute', title: '邻里纠纷调解', words: '吵架 调解 界址 借钱 说事' },
    who: '和邻居、亲戚、承包户有了纠纷的人，两边都愿意调',
    papers: ['身份证', '有关的合同、照片'],
    steps: ['在手机上说事，或者到窗口说', '调解员两边听', '谈拢了写协议，签字按手印'],
    ...{ time: '30天内', fee: '不收钱', where: office },
  },
]

/** Writes the guides of the township and of 东溪村 as they themselves would; what stands there already is left as it is. */
export const guides = async (stores: Stores, now: number): Promise<void> => {
  const at = new Date(now).toISOString()
  const write = async (place: string, by: string, given: readonly GuideView[]) => {
    const known = new Set((await stores.guides.own(place)).map(({ id }) => id))
    for (const guide of given.filter(({ id }) => !known.has(id)))
      await stores.guides.change(place, { guide: { ...guide, by, at } })
  }
  await write(places.id, 'township', ofTownship)
  await write('dongxi', 'clerk-dongxi', ofVillage)
}
