import { matterTopic, matterTopics } from '@shared/matterTopics'
import { settingsWith } from '@shared/schemas/settings'
import { matters } from '@shared/workflows/matter'
import { describe, expect, it } from 'vitest'
import { alsoAsked, bodiesOf, bodyChoice, topicGroups } from '../../miniapp/src/office/topic/topics'

const person = (role: string) => ({
  ...{ id: 'p', name: '方大海', village: 'dongxi', township: 'shiwan', says: '' },
  posts: [{ role, place: 'dongxi', placeName: '东溪村', title: '' }],
})
const choice = (id: string) => bodyChoice(matters.find((w) => w.id === id)!, settingsWith())

describe('这件事是关于…', () => {
  it('a secretary finds every topic, once, under whose affair it is', () => {
    const groups = topicGroups(person('secretary'))
    expect(groups.map((g) => g.title)).toEqual(['村里的事', '集体资产', '小组'])
    expect(groups.flatMap((g) => g.topics)).toHaveLength(matterTopics.length)
  })

  it('the head of the collective finds the collective’s and what a group holds, a group leader what is the group’s', () => {
    expect(topicGroups(person('collectiveHead')).map((g) => g.title)).toEqual(['集体资产', '小组'])
    expect(topicGroups(person('groupLeader')).map((g) => g.title)).toEqual(['小组'])
    expect(topicGroups(person('villager'))).toEqual([])
    expect(topicGroups(undefined)).toEqual([])
  })

  it('more than one body may lease a pond, one alone may change the articles', () => {
    const bodies = (topic: string) => bodiesOf(matterTopic(topic)!, person('secretary'))
    expect(bodies('operation')).toEqual(['matterOfMembers', 'matterOfMemberRepresentatives'])
    expect(bodies('articles')).toEqual(['matterOfMembers'])
  })
})

describe('what a body takes, in words', () => {
  it('representatives: two thirds come, more than half of those agree', () => {
    expect(choice('matterOfRepresentatives')).toMatchObject({
      title: '村民代表会议',
      takes: ['到会：应到的人三分之二以上', '同意：到会的人过半数'],
      rule: { standing: 'law' },
    })
  })
  it('an assembly: heads or households', () => {
    expect(choice('matterOfAssembly')?.takes[0]).toBe('到会：应到的人过半数，或者户的代表三分之二以上')
  })
  it('members: of all, also through a phone and by written proxy; three quarters for non-members', () => {
    expect(choice('matterOfMembers')?.takes).toEqual([
      '到会：应到的人三分之二以上',
      '同意：全体三分之二以上',
      '可以在线参加，也可以书面委托同一户的人',
    ])
    expect(choice('matterOfNonMembers')?.takes[1]).toBe('同意：全体四分之三以上')
  })
  it('what the collective votes on is publicised before; loans state their risk', () => {
    expect(alsoAsked(matterTopic('planning')!)).toEqual([])
    expect(alsoAsked(matterTopic('borrowing')!)).toEqual([
      ...['表决以前，方案先公示15天，征求意见', '要说明可能的风险'],
    ])
  })
})
