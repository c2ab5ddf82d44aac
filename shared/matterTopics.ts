import type { Rule } from './engine/workflow'
import { collectiveLaw, law, zhejiangAssets } from './workflows/rules'

/** What a matter can be about, which bodies may decide it, and the law that says so. */
export type MatterTopic = {
  value: string
  label: string
  detail?: string
  about: 'village' | 'collective' | 'group'
  /** workflows of the bodies that may decide it; the first is the one to be asked first */
  bodies: readonly [string, ...string[]]
  rule: Rule
  /** 浙江集体资产条例第十七条: whoever runs the collective states the risk before the vote */
  risk?: true
  /** 第三十五条: above the county's amount it is traded on the exchange */
  exchange?: true
}

const representatives = ['matterOfRepresentatives', 'matterOfAssembly'] as const
const members = ['matterOfMembers', 'matterOfMemberRepresentatives'] as const
const membersAlone = ['matterOfMembers'] as const

const byVillage = (value: string, label: string, no: string, detail?: string): MatterTopic => ({
  ...{ value, label, about: 'village', bodies: representatives, ...(detail && { detail }) },
  rule: law('由村民会议决定；村民会议授权的，可以由村民代表会议决定', `第二十八条第${no}项`),
})
const barred = '由成员大会决定，成员代表大会不能决定'
const byMembersAlone = (value: string, label: string, no: string, detail?: string): MatterTopic => ({
  ...{ value, label, about: 'collective', bodies: membersAlone, ...(detail && { detail }) },
  rule: collectiveLaw(barred, `第二十六条第${no}项、第二十八条`),
})
const byMembers = (
  value: string,
  label: string,
  no: string,
  more: Pick<MatterTopic, 'detail' | 'risk' | 'exchange'> = {},
): MatterTopic => ({
  ...{ value, label, about: 'collective', bodies: members, ...more },
  rule: collectiveLaw(
    '由成员大会决定；章程交给成员代表大会的，可以由成员代表大会决定',
    `第二十六条第${no}项、第二十八条`,
  ),
})

export const matterTopics: readonly MatterTopic[] = [
  byVillage('planning', '村庄规划、建设', '一', '修路、造公园、整村规划'),
  byVillage('publicGood', '公益事业，筹资筹劳', '四', '食堂、祠堂、自来水，谁出钱谁承包'),
  byVillage('income', '村集体经济所得的钱和物怎么用', '三', '收上来的租金、补助花在哪'),
  byVillage('allowances', '误工补贴给谁、给多少', '二'),
  byVillage('support', '重点帮扶谁、怎么帮', '五'),
  byVillage('otherVillage', '村里的其他大事', '六', '村民会议认为应当讨论的'),
  {
    ...{ value: 'charter', label: '自治章程、村规民约', about: 'village', bodies: ['matterOfAssembly'] },
    rule: law('由村民会议制定和修改，报镇里备案', '第三十一条'),
  },
  byMembers('operation', '集体资产发包、出租、经营', '九', {
    detail: '鱼塘、山林、厂房租给谁、租多少',
    exchange: true,
  }),
  byMembers('investment', '集体投资、上工程', '十一', { risk: true }),
  byMembers('yearPlan', '集体一年的预算决算、收益分配', '七'),
  byMembers('borrowing', '集体借钱', '十一', { detail: '数额较大的举债', risk: true }),
  byMembers('lending', '集体把钱借出去', '十一', { risk: true }),
  byMembers('landUse', '集体经营性建设用地使用、出让、出租', '九', { exchange: true }),
  byMembers('posts', '理事、监事的报酬，经营管理人员的聘用', '六'),
  byMembers('ownRules', '集体内部的管理制度', '二'),
  byMembersAlone('articles', '集体经济组织章程', '一'),
  byMembersAlone('membership', '确认谁是集体成员', '三'),
  byMembersAlone('landShares', '土地承包、宅基地、份额量化', '八'),
  byMembersAlone('compensation', '土地补偿费怎么分、怎么用', '十'),
  byMembersAlone('mergeSplit', '集体经济组织合并、分立', '十二'),
  {
    ...{ value: 'shareScheme', label: '股份合作实施方案', about: 'collective', bodies: membersAlone },
    rule: zhejiangAssets('镇里7个工作日内审查合不合法，再经成员大会三分之二以上通过', '第二十八条'),
  },
  {
    ...{ value: 'nonMembers', label: '不是成员的人享受成员权益', about: 'collective', bodies: ['matterOfNonMembers'] },
    detail: '长期在集体工作、有贡献的人',
    rule: collectiveLaw('成员大会全体成员四分之三以上同意', '第十五条'),
  },
  {
    ...{ value: 'groupAffairs', label: '村民小组的公益和其他大事', about: 'group', bodies: ['matterOfGroup'] },
    rule: law('由村民小组会议决定', '第三十二条'),
  },
  {
    ...{
      value: 'groupAssets',
      label: '村民小组集体的土地、企业和财产',
      about: 'group',
      bodies: ['matterOfGroupMembers'],
    },
    rule: law('小组代行集体经济组织职能的，按集体经济组织的规定决定', '第三十二条'),
  },
]

export const matterTopic = (value: unknown): MatterTopic | undefined => matterTopics.find((t) => t.value === value)

/** The bodies of the whole village or its collective: what a request can be handed to. */
export const wholeBodies = [
  ...new Set(matterTopics.filter((t) => t.about !== 'group').flatMap((t) => t.bodies)),
] as unknown as readonly [string, ...string[]]

const bodyNames: Readonly<Record<string, string>> = {
  matterOfRepresentatives: '村民代表会议',
  matterOfAssembly: '村民会议',
  matterOfMembers: '集体成员大会',
  matterOfMemberRepresentatives: '集体成员代表大会',
  matterOfNonMembers: '集体成员大会，四分之三同意',
  matterOfGroup: '村民小组会议',
  matterOfGroupMembers: '小组成员会议',
}

/** What the body is called that decides in that workflow. */
export const bodyName = (workflow: string): string => bodyNames[workflow] ?? ''
