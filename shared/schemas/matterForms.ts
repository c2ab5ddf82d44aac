import {
  choice,
  count,
  day,
  files,
  form,
  longText,
  maybeChoice,
  maybeDay,
  maybeLongText,
  maybeText,
  money,
  photos,
  text,
  time,
  yes,
} from './fields'

const meeting = {
  heldOn: day('开会日期'),
  startsAt: time('几点'),
  place: text('地点', 60),
  present: count('实到', { kind: 'present' }),
  votesFor: count('同意', { kind: 'votes', unit: '票' }),
  votesAgainst: count('反对', { kind: 'votes', unit: '票' }),
  votesAbstain: count('弃权', { kind: 'votes', unit: '票' }),
  minutes: longText('会议记录', 8000),
  photos: photos('现场照片和签到表', 9, { help: '可以不拍' }),
}

const fundSources = [
  { value: 'collective', label: '村集体' },
  { value: 'grant', label: '上级补助' },
  { value: 'mixed', label: '补助加村集体' },
  { value: 'raised', label: '村民筹资' },
  { value: 'none', label: '不花钱' },
] as const

export const matterForms = {
  matter: form({
    title: text('要办什么事', 40),
    plan: maybeLongText('为什么要办、打算怎么办', 4000),
    motive: maybeChoice('这件事怎么来的', [
      { value: 'villagers', label: '村民说事或群众建议' },
      { value: 'cadres', label: '村干部提议' },
      { value: 'superior', label: '上级安排' },
    ]),
    files: files('方案和附件', 9),
  }),
  proposalMeeting: form({
    ...meeting,
    plan: maybeLongText('方案', 4000),
    budget: money('预算'),
    funds: choice('钱从哪来', fundSources),
    finishBy: maybeDay('计划哪天完工'),
  }),
  deliberationMeeting: form({ ...meeting, plan: maybeLongText('商议后的方案', 4000) }),
  partyMeeting: form({ ...meeting, amendments: maybeLongText('修改意见', 2000) }),
  resolutionMeeting: form({
    ...meeting,
    noticeOn: day('哪天把议题和材料发给代表'),
    authorisation: text('村民会议的授权', 200, { help: '写哪一年、哪次村民会议、授权代表会议决定哪些事' }),
    resolution: longText('决议内容', 4000),
    supervised: yes('村务监督委员会到场监督'),
    officer: maybeText('镇里到会的人和职务', 40),
  }),
  legality: form({ opinion: longText('审查意见', 1000) }),
  progress: form({ progress: longText('做到哪里了', 1000), photos: photos('照片', 9), spent: money('到现在花了多少') }),
  report: form({
    result: longText('办成什么样', 2000),
    spent: money('一共花了多少'),
    resultBoardOn: day('公开栏上墙日期', { help: '公示天数从手机和墙上较晚的那天算。' }),
    photos: photos('照片', 9),
  }),
}
