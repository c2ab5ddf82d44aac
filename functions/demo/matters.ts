import { type Days, lot } from './days'
import { bodyOf, type Course, doneOn, isLease, openedOn, stepsOf } from './matterDays'
import { meetingsOf, runnerOf, type StepLine } from './matterMeetings'
import { billUnder, paperUnder } from './paid'
import { directorOf } from './people'
import type { Line, Told } from './telling'
import { mattersPut } from './words/mattersPut'

/** Decision on the board, works stage by stage, result on the board, and where it is so the villagers' word. */
const afterwards = (course: Course, days: Days): readonly StepLine[] => {
  const { village, put, stages = [], done = 0 } = course
  const { budget, summary, result } = mattersPut[put]
  const of = (role: string) => `${role}-${village}`
  const on = doneOn(course)
  const spent = isLease(put) ? 0 : Math.round(budget * 0.97)
  const begun = on('decisionDisplay')
  const runner = runnerOf(course)
  const progress = stages.slice(0, done).map(
    ([day, does], i): StepLine => ({
      ...{ step: 'works', day, by: runner, outcome: 'progress', at: '17:10' },
      form: {
        ...{ progress: `${does}，做完了，村监委的人到场看过。`, stagesDone: i + 1, stageBoardOn: days.on(day) },
        spent: Math.round((spent * (i + 1)) / (stages.length + 1)),
      },
    }),
  )
  return [
    {
      ...{ step: 'announcement', day: on('announcement'), by: of('clerk') },
      form: {
        ...{ summary, boardOn: days.on(on('announcement')) },
        ...(stages.length && { stages: stages.map(([day, does]) => ({ on: days.on(day), does })) }),
      },
      ...(course.photos && { pictures: { boardPhotos: ['wall'] as const } }),
    },
    ...(course.photos
      ? [
          {
            ...{ step: 'announcement' as const, day: on('announcement') + 1, by: of('supervisor'), aside: 'opinion' },
            form: { opinion: '到场看了签到和计票，人数、票数都对得上。工程款要按进度付，付一次公开一次。' },
          },
        ]
      : []),
    ...(stages.length
      ? progress
      : [
          {
            ...{ step: 'works' as const, day: begun + 6, by: runner, outcome: 'progress' },
            form: {
              progress: isLease(put)
                ? '挂牌了，来报名的有三家，村监委的人天天在看。'
                : '开工了，材料进场，村监委的人天天在看。',
              spent: Math.round(spent * 0.3),
            },
          },
        ]),
    {
      ...{ step: 'works', day: on('works'), by: runner, outcome: 'finished' },
      form: { progress: '做完了，村监委和代表一起验收过。', spent },
    },
    {
      ...{ step: 'report', day: on('report'), by: of('clerk') },
      form: { result, spent, resultBoardOn: days.on(on('report')) },
    },
    {
      ...{ step: 'appraisal', day: on('appraisal'), by: of('supervisor') },
      form: {
        ...{ heldOn: days.on(on('appraisal')), satisfied: 61, basically: 8, unsatisfied: 2 },
        minutes: '大家觉得办得实在，有两个人说扬尘那几天没有洒水，村里当场认了。',
      },
    },
  ]
}

/** A matter up to where it stands, and what was paid and sealed under its decision. */
export const matterOf = (course: Course, days: Days): readonly Told[] => {
  const { village, put, at, from, about, group, joint } = course
  const { title, topic, plan } = mattersPut[put]
  const key = `${village}:matter:${put}`
  const steps = stepsOf(course)
  const stands = at === 'closed' ? steps.length : steps.indexOf(at === 'failed' ? 'announcement' : at)
  const isDecided = at !== 'failed' && stands >= steps.indexOf('works')
  const under = isDecided
    ? [...paperUnder(course, days), ...billUnder(course, days)].sort((a, b) => a.asked.day - b.asked.day)
    : []
  const lines = [...meetingsOf(course, days), ...afterwards(course, days)]
    .filter((l) => {
      const i = steps.indexOf(l.step)
      if (i < 0) return false
      return i < stands || (at === 'works' && l.step === at && l.outcome !== 'finished' && l.day < 0)
    })
    .map(({ step: _, ...line }): Line => line)
  const all = [...lines, ...under.map((u) => u.asked)].sort((a, b) => a.day - b.day)
  const children = under.map(
    ({ lines, what }, nth): Told => ({ key: `${key}:${what}`, village, from: key, nth, lines }),
  )
  if (from) return [{ key, village, from, lines: all }, ...children]
  return [
    {
      ...{ key, village, workflow: bodyOf(course), lines: all },
      ...(about && { linked: { about } }),
      opens: {
        ...{ day: openedOn(course), by: lot(key, 2) ? `secretary-${village}` : directorOf(village) },
        form: {
          ...{ title, topic, plan, motive: lot(key, 3) ? 'villagers' : 'cadres' },
          ...(group && { group }),
          ...(joint && { joint, jointBasis: '镇党委关于书记、主任一肩挑的村合并开会的通知' }),
        },
      },
    },
    ...children,
  ]
}
