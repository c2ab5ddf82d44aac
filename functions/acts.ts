import type { Role } from '@shared/engine/workflow'

/** At which level a role is held. A post of that role in a place of another level is none. */
export const levelOfRole: Readonly<Record<Role, 'village' | 'cluster' | 'township' | 'county'>> = {
  ...{ villager: 'village', partyMember: 'village', representative: 'village', groupLeader: 'village' },
  ...{ clerk: 'village', committee: 'village', director: 'village', secretary: 'village' },
  ...{ collectiveHead: 'village', supervisor: 'village', collectiveSupervisor: 'village', sealKeeper: 'village' },
  ...{ clusterLead: 'cluster', agency: 'township', township: 'township', townshipLead: 'township' },
  ...{ discipline: 'township', county: 'county' },
}

const ofVillage = [
  ...(['clerk', 'committee', 'director', 'secretary', 'collectiveHead'] as const),
  ...(['supervisor', 'collectiveSupervisor', 'sealKeeper'] as const),
]
const over = ['clusterLead', 'agency', 'township', 'townshipLead', 'discipline', 'county'] as const

/** Roles that hold office: they see what only the office sees, and have a desk. */
export const officeRoles: readonly Role[] = [...ofVillage, ...over]

const anyRole = Object.keys(levelOfRole) as readonly Role[]
const ofTownship = ['township', 'townshipLead'] as const
const heads = ['clerk', 'secretary', 'director'] as const
const urgers = [...ofTownship, 'clusterLead'] as const

/** By which roles, of a place or over it; of a case also its opener, or whoever may see it. */
export type Allowed = readonly (Role | 'opener')[] | 'whoever sees it'
type Level = 'case' | 'village' | 'cluster' | 'township' | 'county'
type Row = { says: string; at: Readonly<Partial<Record<Level, Allowed>>> }

/**
 * Every act that isn't a step of a workflow, and who may do it where. What isn't in this table nobody may do. Who may do the steps
 * of a case stands in its workflow.
 */
export const acts = {
  seeCase: { says: '看一件事：给谁看的谁能看，自己提的自己能看', at: { case: 'whoever sees it' } },
  readClosed: {
    says: '看只给本村人看的村：本村的人，镇里、片里、县里；别的人只看得到自己提的',
    at: { case: ['opener'], village: anyRole },
  },
  countAsRead: { says: '“我看过了”：本村村民', at: { case: ['villager'] } },
  care: { says: '“我也关心”：本村村民、党员、村民代表', at: { case: ['villager', 'partyMember', 'representative'] } },
  eraseAsked: {
    says: '照没有账号的人的要求删去他自己的内容：镇里',
    at: { case: ofTownship },
  },
  printReceipt: { says: '打印说事回执：提的人，村里和镇里办事的人', at: { case: ['opener', ...officeRoles] } },
  printWithdrawn: { says: '打印已经撤下的事：村里和镇里办事的人', at: { case: officeRoles } },
  urge: {
    says: '督办：镇里，片长只管本片的村',
    at: { case: urgers, village: urgers, township: urgers },
  },

  enterForOthers: {
    says: '替别人登记说事，不限件数：村报账员、书记、主任、委员',
    at: { village: [...heads, 'committee'] },
  },
  mergeRequests: { says: '找能并到一起的说事：村里和镇里办事的人', at: { village: officeRoles } },
  seeVillageDesk: { says: '看本村的全部待办：村里和镇里办事的人', at: { village: officeRoles } },
  handInSheet: { says: '填明细、导入明细：村里和镇里办事的人', at: { village: officeRoles } },
  seeRoster: { says: '看名册、点名、扫签到码：村里和镇里办事的人', at: { village: officeRoles } },
  seeDecisionMoney: { says: '看决议的钱还剩多少：村里和镇里办事的人', at: { village: officeRoles } },
  drawUp: { says: '列出一期的明细：村里和镇里办事的人', at: { village: officeRoles } },
  seeSealRegister: { says: '看用章台账：本村的人，村里和镇里办事的人', at: { village: anyRole } },
  printSealRegister: { says: '打印用章台账：村里和镇里办事的人', at: { village: officeRoles } },
  printAgenda: { says: '打印说事日议程：村里和镇里办事的人', at: { village: officeRoles } },
  runSession: { says: '开说事日：村里和镇里办事的人', at: { village: officeRoles } },
  changeSessions: { says: '改说事日：村报账员、书记、主任，镇里', at: { village: [...heads, ...ofTownship] } },
  writeGuide: {
    says: '写办事指南：村里的由村报账员、书记、主任写，镇里的由镇里写，县里的由县里写',
    at: { village: heads, township: ofTownship, county: ['county'] },
  },
  setRules: {
    // a village can't relax its own duties: its township sets them
    says: '定规则、期限和公开目录：村里和镇里的由镇里定，县里的由县里定',
    at: { village: ofTownship, township: ofTownship, county: ['county'] },
  },
  setForCounty: { says: '记放假和调休，定说事的类别：县里', at: { county: ['county'] } },

  seeMonitor: { says: '看全镇监测、公开情况、全镇待办：镇里、片里、县里', at: { township: over } },
  seeFigures: {
    says: '看走势和报告，导出清单：全镇的给镇里、片里、县里，一个村的还给本村办事的人',
    at: { village: officeRoles, township: over },
  },
  seeWatchList: {
    says: '看重点帮扶：镇里、片里、县里；一个村的给能看这个村的人',
    at: { village: officeRoles, township: over },
  },
  openWatch: { says: '列为重点帮扶：镇里、县里', at: { township: [...ofTownship, 'county'] } },
  seeAudits: { says: '看谁该审计了：镇里、片里、县里', at: { township: over } },
  seeSample: { says: '看回头看抽到哪几件：镇里、片里、县里', at: { township: over } },
  drawSample: { says: '回头看抽签：镇里、镇纪委', at: { township: [...ofTownship, 'discipline'] } },
  seeCounty: { says: '看全县合计：县里', at: { county: ['county'] } },

  seeStaff: {
    says: '看谁在什么职务上：村里的给村里和镇里办事的人看，镇里的给镇里、片里、县里看，县里的给县里看',
    at: { village: officeRoles, cluster: over, township: over, county: ['county'] },
  },
  appoint: {
    says: '任职、免职、发办事人员的邀请码：村里的由镇里办，片里和镇里的由县里办；自己不能任免自己',
    at: { village: ofTownship, cluster: ['county'], township: ['county'] },
  },
  inviteVillagers: {
    says: '给村民发邀请码、登记手机号：村报账员、书记、主任，镇里',
    at: { village: [...heads, ...ofTownship] },
  },
} as const satisfies Record<string, Row>

export type ActName = keyof typeof acts
