import {
  choice,
  day,
  files,
  form,
  longText,
  maybeCount,
  maybeDay,
  maybeLongText,
  maybeText,
  person,
  photos,
  stages,
  text,
} from './fields'

export const auditPosts = [
  { value: 'committee', label: '村委会成员', help: '村民委员会组织法（2025）第四十条' },
  { value: 'collectiveHead', label: '经济合作社负责人', help: '浙江省农村集体资产管理条例第三十九条' },
  { value: 'secretary', label: '村党组织书记', help: '党内规定和当地做法，不是法律规定' },
] as const

const findings = {
  finances: longText('村财务收支', 2000),
  debts: longText('债权债务', 2000),
  grants: longText('上级拨款和社会捐赠的钱物', 2000),
  tenders: longText('公益事业建设项目招标投标', 2000),
  funds: longText('村资金管理使用', 2000),
  demanded: maybeLongText('村民要求审的其他事项', 2000, { help: '五分之一以上村民要求的才有' }),
  reports: files('审计报告', 6, { sees: 'office' }),
}

export const auditForms = {
  auditPlan: form({
    title: text('审计什么', 40, { help: '例如：村委会主任任期经济责任审计' }),
    post: choice('什么职务', auditPosts),
    subject: person('审计谁'),
    kind: choice('哪一种', [
      { value: 'term', label: '任期审计' },
      { value: 'leaving', label: '离任审计' },
    ]),
    coversFrom: day('从哪天'),
    coversTo: day('到哪天'),
    electionOn: maybeDay('下一届选举哪天', { help: '离任审计要在选举以前公布' }),
    demanders: maybeCount('要求审计其他事项的村民', { help: '五分之一以上村民才能要求' }),
    demand: maybeText('他们要求审什么', 200),
  }),
  auditNotice: form({
    noticeOn: day('哪天发的通知'),
    team: text('谁来审', 100, { sees: 'office' }),
    startsOn: day('哪天进村'),
    needed: longText('要准备的材料', 1000),
    noticeFiles: files('审计通知', 3),
  }),
  auditFindings: form({
    ...findings,
    found: choice('有没有问题', [
      { value: 'none', label: '没有发现问题' },
      { value: 'some', label: '有问题，要整改' },
    ]),
    stages: stages('要整改什么，哪天改完'),
  }),
  auditAnswer: form({ answer: longText('对审计情况的说明', 2000), files: files('证明材料', 9, { sees: 'office' }) }),
  auditConclusion: form({ conclusion: longText('审计结论', 2000), responsibility: maybeText('责任怎么定', 300) }),
  auditPosting: form({
    summary: longText('大白话说一遍', 1000, { help: '审了什么、有什么问题、要改什么' }),
    boardOn: day('公开栏上墙日期', { help: '公示天数从手机和墙上较晚的那天算。' }),
    boardPhotos: photos('上墙照片', 3),
  }),
  rectification: form({
    progress: longText('改到哪里了', 1000),
    stagesDone: maybeCount('改完了前几项', { unit: '项' }),
    vouchers: files('整改的凭证', 9, { sees: 'office' }),
  }),
  rectified: form({ opinion: longText('验收意见', 1000) }),
  rectificationPosting: form({
    result: longText('改成什么样', 2000),
    resultBoardOn: day('公开栏上墙日期', { help: '公示天数从手机和墙上较晚的那天算。' }),
    boardPhotos: photos('上墙照片', 3),
  }),
}
