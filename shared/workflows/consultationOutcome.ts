import type { Workflow } from '../engine/workflow'
import { display, onBoard, oversight } from './display'
import { law } from './rules'

/** 协商结果: what a consultation came to, put on the village's board by itself, without who had raised it. */
export const consultationOutcome: Workflow = {
  ...{ id: 'consultationOutcome', version: 1, title: '协商结果', mark: '协' },
  opensBy: ['child'],
  openForm: 'consultationOutcome',
  titleFrom: 'subject',
  sees: 'villagers',
  steps: [
    {
      ...{ id: 'posting', title: '贴到村里的公开栏', seal: '公', owes: 'V13' },
      rule: law('协商确定的事项和落实情况要公开；村里必须设公开栏，手机上的公开不能代替', '第三十五条'),
      by: ['clerk', 'director', 'secretary'],
      form: 'onBoard',
      facts: ['notInFuture'],
      due: { days: { setting: 'announceDays', atLeast: 1 } },
      shows: { on: 'village', days: { setting: 'displayDays', atLeast: 15 }, boardDay: 'boardOn' },
      next: { posted: 'display' },
      says: { posted: '贴好了，记下日期' },
    },
    display({ id: 'display', title: '正在公示', seal: '公', on: 'village', boardDay: 'boardOn', to: 'closed' }),
  ],
  asides: [
    onBoard('onBoard', 'onBoard', ['display']),
    {
      ...{ id: 'carriedOut', title: '落实情况', by: ['clerk', 'director', 'secretary'], form: 'carriedOut' },
      facts: ['ownWordsClear'],
      while: 'always',
    },
    ...oversight,
  ],
}
