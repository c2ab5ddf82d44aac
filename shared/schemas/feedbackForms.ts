import { choice, form, longText, maybeLongText, photos } from './fields'

export const feedbackKinds = [
  { value: 'complaint', label: '投诉', help: '小程序不好用，或者有人不该看我的信息' },
  { value: 'suggestion', label: '提建议' },
  { value: 'personalInfo', label: '改、看、删我的个人信息', help: '名字、手机号写错了，也选这一项' },
  { value: 'appeal', label: '我写的话、发的照片被拦下了', help: '镇里看过，拦错了就放行' },
] as const

/** 投诉建议 of the app itself. */
export const feedbackForms = {
  feedback: form({
    kind: choice('哪一种', feedbackKinds),
    text: longText('想说什么', 1000, { help: '只有镇里负责的人看得到，村里看不到。' }),
    words: maybeLongText('被拦下的话', 3000, { help: '照原样写，一个字不改' }),
    photos: photos('照片', 9, { help: '可以不拍；照片被拦下的，选那一张' }),
  }),
  feedbackAnswer: form({ answer: longText('答复', 1000) }),
}
