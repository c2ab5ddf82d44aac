import type { Days } from './days'
import { lot, oneOf } from './days'
import { places } from './places'
import type { Line, Told } from './telling'

const summaries = [
  '这次听了6件事：3件当场答复，2件村里办，1件报镇里。上次答应的路灯已经修好，水渠还差一段，本月底前清完。',
  '到场的人说了4件事，都定了谁办、几时办好。上次的5件，办好4件，1件在等材料。',
  '听了5件：路面2件、垃圾桶1件、水压1件、老人照看1件。能马上办的已经派人，办不了的讲清了原因。',
  '说的人不多，事情不小：后山排水要和上下两个村一起商量，已经约了日子。其余3件村里办。',
  '这次有7件，两件是同一段路，并在一起办。上次答应的都回了，没办完的说了新的日子。',
]
const readBacks = [
  '上次答应5件，办好4件，1件在等材料，已经当面说明。',
  '上次答应3件，都办好了，说事人也说办好了。',
  '上次答应6件，办好4件，2件延到下次再回。',
]

const planned = (village: string, session: number, days: Days): Line => {
  const { startsAt, place } = places.villages.find((v) => v.id === village)!.session
  const on = days.on(session)
  return {
    ...{ day: Math.min(session - 4, 0), by: `clerk-${village}` },
    form: {
      title: `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日说事日`,
      ...{ sessionOn: on, startsAt, place },
      hosts: oneOf(['书记、报账员', '书记、村委会主任', '村委会主任、报账员'], `${village}${on}`),
    },
  }
}

/** The next session planned, and the last ones held: with their summary on the board, but for one that is still to be written. */
export const sessionsOf = (village: string, days: Days): readonly Told[] => {
  const by = (role: string) => `${role}-${village}`
  const of = (session: number, lines: readonly Line[]): Told => ({
    ...{ key: `${village}:session:${days.on(session)}`, village, workflow: 'session', lines },
    opens: planned(village, session, days),
  })
  const held = days.pastSessions(village).slice(0, village === 'dongxi' ? 4 : 2)
  return [
    of(days.nextSession(village), []),
    ...held.map((session, i) => {
      const key = `${village}${days.on(session)}`
      if (village === 'houshan' && i === 1) {
        const minutes = '下大雨，没有人来，值班的人等到十点半。'
        return of(session, [
          { day: session, by: by('clerk'), outcome: 'nobodyCame', at: '11:00', form: { attended: 0, minutes } },
        ])
      }
      const isUnwritten = village === 'qiaowei' && i === 0
      const recorded = isUnwritten ? Math.max(session, -5) : session
      const meeting: Line = {
        ...{ day: recorded, by: by('clerk'), outcome: 'held', at: '11:20' },
        form: {
          ...{ attended: 7 + lot(key, 14), readBack: oneOf(readBacks, key) },
          minutes: '逐件记在说事簿上，谁说的、谁来办、几时办好，都当场念过一遍。',
        },
        ...((village === 'dongxi' || i === 0) && { pictures: { photos: ['meeting'] as const } }),
      }
      // the day after at the latest: the story ends today
      const postedOn = Math.min(session + 2, 0)
      const summary: Line = {
        ...{ day: postedOn, by: by('clerk'), at: '15:30' },
        form: { summary: oneOf(summaries, key), boardOn: days.on(postedOn) },
      }
      return of(session, isUnwritten ? [meeting] : [meeting, summary])
    }),
  ]
}
