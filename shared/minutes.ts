/** What the record of a meeting has to say, with gaps 【】 for whoever writes it. */
const begins = (title: string) => `主持人：【谁】。记录人：【谁】。\n议题：${title}。`
const differs = '不同意见：【谁、什么意见，怎么答复的；没有就写没有】。'

const proposed = [
  '为什么提：【谁反映的、什么情况】。',
  '打算怎么办：【办什么、在哪里】。',
  '钱：【要多少、从哪里来】。',
  differs,
  '支部的意见：【提交“两委”商议，还是再了解】。',
]
const joint = ['支部先研究：【支部委员到了谁、什么意见】。', ...proposed.slice(0, -1), '商议结果：【怎么定的】。']
const resolved = [
  '村务监督委员会到场：【谁】。',
  '宣读方案：【谁】。说明有没有人和这件事有利害关系、要不要回避：【谁，为什么；没有就写没有】。',
  '大家的意见：【几个人说了什么、怎么答复的】。',
  differs,
]
const ofMembers = [
  '监事会到场监督：【谁】。',
  '参加的办法：【到场、在线、同户书面委托各怎么核对的】。',
  '公示方案征求到的意见：【有哪些、怎么处理的；没有就写没有】。',
  '可能的风险怎么说明的：【谁说的、什么风险；用不着就写用不着】。',
  '回避：【谁，为什么；没有就写没有】。',
  differs,
]

const ways: Readonly<Record<string, readonly string[]>> = {
  proposalMeeting: proposed,
  plainProposalMeeting: proposed,
  jointProposalMeeting: joint,
  plainJointProposalMeeting: joint,
  deliberationMeeting: [
    '支部的提议：【谁说明的】。',
    '算过的账：【要多少钱、够不够、从哪里来】。',
    '改了哪里：【改了什么、为什么；没有就写没有】。',
    '回避：【谁，为什么；没有就写没有】。',
    differs,
  ],
  partyMeeting: [
    '方案发给党员以后收到的意见：【有哪些、怎么处理的；没有就写没有】。',
    '党员的意见：【几个人说了什么】。',
    '修改意见：【改了什么；没有就写没有】。',
    differs,
  ],
  resolutionMeeting: resolved,
  assemblyMeeting: ['到会的办法：【按人到会，还是每户来一位代表】。', ...resolved],
  membersMeeting: ofMembers,
  memberRepresentativesMeeting: [
    '代表怎么听的户里意见：【走访、开小组会】。',
    ...ofMembers.filter((line) => !line.startsWith('参加的办法')),
  ],
  jointReview: ['要付的钱：【付给谁、多少、做什么用】。', '票据谁看过：【谁】。', differs],
}

/** The beginning of the record of that kind of meeting on what has that title. Undefined where a form has no meeting. */
export const minutesTemplate = (form: string, title: string): string | undefined =>
  ways[form] && [begins(title), ...ways[form]].join('\n')
