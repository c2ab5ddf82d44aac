import { shareInWords } from '@shared/engine/count'
import type { Count, Rule, Workflow } from '@shared/engine/workflow'
import { bodyName, type MatterTopic, matterTopics } from '@shared/matterTopics'
import type { PersonView } from '@shared/schemas/views'
import { openingCalled } from '../open/openings'

/** 村里的事 · 集体资产 · 小组: whose affair it is, and the topics under it. */
export type TopicGroup = { title: string; says: string; topics: readonly MatterTopic[] }

const groups: readonly { about: MatterTopic['about']; title: string; says: string }[] = [
  { about: 'village', title: '村里的事', says: '全村人的公益、建设、补贴' },
  { about: 'collective', title: '集体资产', says: '经济合作社的地、钱、厂房，由集体成员定' },
  { about: 'group', title: '小组', says: '一个村民小组自己的事' },
]

/** What this person may begin, by whose affair it is; a group in which there is nothing isn't there. */
export const topicGroups = (person: PersonView | undefined): readonly TopicGroup[] =>
  groups
    .map(({ about, ...words }) => ({
      ...words,
      topics: matterTopics.filter((t) => t.about === about && bodiesOf(t, person).length > 0),
    }))
    .filter(({ topics }) => topics.length > 0)

/** The workflows of the bodies that may decide it and that this person may open, the one to be asked first in front. */
export const bodiesOf = ({ bodies }: MatterTopic, person: PersonView | undefined): readonly string[] =>
  bodies.filter((id) => openingCalled(id, person) !== undefined)

/** A body that may decide: what it is called, its own rule, what it takes in words. */
export type BodyChoice = { id: string; title: string; rule: Rule; takes: readonly string[] }

type Settings = Readonly<Record<string, unknown>>

/** What the deciding body's step says of itself. */
export const bodyChoice = (workflow: Workflow, settings: Settings = {}): BodyChoice | undefined => {
  const step = workflow.steps.find(({ id }) => id === 'resolution')
  if (!step?.count) return undefined
  return { id: workflow.id, title: bodyName(workflow.id), rule: step.rule, takes: takesOf(step.count, settings) }
}

const whom = { present: '到会的人', eligible: '应到的人', all: '全体' } as const

/** 到会：应到的人三分之二以上 · 同意：到会的人过半数 */
export const takesOf = ({ quorum = [], pass, admits = [] }: Count, settings: Settings): readonly string[] => [
  `到会：${quorum
    .map(({ of, share }) => `${of === 'households' ? '户的代表' : '应到的人'}${shareInWords(share, settings)}`)
    .join('，或者')}`,
  `同意：${whom[pass.of]}${shareInWords(pass.share, settings)}`,
  ...(admits.length > 0 ? ['可以在线参加，也可以书面委托同一户的人'] : []),
]

/** What else the topic asks for on its way, said before it is begun. */
export const alsoAsked = ({ about, risk, exchange, value }: MatterTopic): readonly string[] => [
  ...(about === 'collective' || value === 'groupAssets' ? ['表决以前，方案先公示15天，征求意见'] : []),
  ...(risk ? ['要说明可能的风险'] : []),
  ...(exchange ? ['钱多的要进农村产权交易市场'] : []),
  ...(value === 'shareScheme' ? ['先送镇里审查合不合法'] : []),
]
