import type { Told } from './telling'

const village = 'dongxi'

/** What people say of the app itself: one answered and clear, one taken to the county, one that waits for the township. */
export const feedbackTold: readonly Told[] = [
  {
    ...{ key: `${village}:feedback:letters`, village, workflow: 'feedback' },
    opens: {
      ...{ day: -33, by: `neighbour-${village}`, at: '19:10' },
      form: { kind: 'suggestion', text: '公开栏里的表格字太小，老人看不清，能不能点一下放大？' },
    },
    lines: [
      {
        ...{ day: -27, by: 'township', outcome: 'answered', at: '10:20' },
        form: { answer: '在“我的”里打开大字模式，表格也跟着变大。老人不会弄的，村报账员可以帮忙打开。' },
      },
      { day: -26, by: `neighbour-${village}`, outcome: 'settled', at: '20:00', form: {} },
    ],
  },
  {
    ...{ key: `${village}:feedback:looked`, village, workflow: 'feedback' },
    opens: {
      ...{ day: -40, by: `representative-${village}`, at: '21:00' },
      form: { kind: 'complaint', text: '我只给说事组看的事，打开过的人里有一位我不认识，他为什么能看？' },
    },
    lines: [
      {
        ...{ day: -32, by: 'township', outcome: 'answered', at: '15:30' },
        form: { answer: '是片长，说事上报到片里以后归他办，所以能看。看过的日子都记着，您在那件事里查得到。' },
      },
      {
        ...{ day: -30, by: `representative-${village}`, outcome: 'unsatisfied', at: '12:10' },
        form: { reason: '那时候还没有上报到片里，他就看过了。' },
      },
      {
        ...{ day: -22, by: 'county', outcome: 'answered', at: '09:40' },
        form: { answer: '片长管本片的村，没有上报也看得到，这是有规定的。已经提醒他，不是自己办的事不要打开。' },
      },
      { day: -20, by: `representative-${village}`, outcome: 'settled', at: '18:30', form: {} },
    ],
  },
  {
    ...{ key: `${village}:feedback:name`, village, workflow: 'feedback', lines: [] },
    opens: {
      ...{ day: -3, by: `villager-${village}`, at: '08:50' },
      form: { kind: 'personalInfo', text: '我换了手机号，以前登记的那个不用了，请改一下。' },
    },
  },
]
