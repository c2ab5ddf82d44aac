/** What was talked about, by what it is about: works, a lease, or how people live together. */
export const talks = {
  works: {
    proposal: '支部逐条看了方案，问了钱从哪来、谁来管，一致同意提出来。',
    deliberation: '商议了先后次序和材料单价，有人提出要留质保金，写进方案。',
    partyMeeting: '党员问得最多的是工期和质量，书记一条条答复，表决通过。',
  },
  lease: {
    proposal: '支部看了旧合同和周边的价，一致同意到期重新公开租。',
    deliberation: '商议了底价、租期和押金，有人提出谁来维修要写进合同，写进方案。',
    partyMeeting: '党员问得最多的是租期和底价，书记一条条答复，表决通过。',
  },
  other: {
    proposal: '支部逐条看了草稿，说了为什么要办，一致同意提出来。',
    deliberation: '一条一条念过，改了两处说法，同意往下走。',
    partyMeeting: '党员问得最多的是怎么落实、谁来管，书记一条条答复，表决通过。',
  },
} as const
