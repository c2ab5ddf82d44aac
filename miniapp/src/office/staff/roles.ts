import type { StaffView } from '@shared/schemas/accountViews'

type RoleName = StaffView['mayAppoint'][number]

/** What a post is called when someone is appointed; its own title can say more. */
export const roleWords: Readonly<Record<RoleName, string>> = {
  ...{ villager: '村民', partyMember: '党员', representative: '村民代表', clerk: '村文书（报账员）' },
  ...{
    committee: '村委会委员',
    director: '村委会主任',
    secretary: '村党组织书记',
    collectiveHead: '集体经济组织负责人',
  },
  ...{ supervisor: '村务监督委员会', collectiveSupervisor: '集体经济组织监事', sealKeeper: '印章保管人' },
  ...{ groupLeader: '村民小组组长', clusterLead: '片长', agency: '村级财务代理中心', township: '镇里经办' },
  ...{ townshipLead: '镇领导', discipline: '镇纪委', county: '县里经办' },
}
