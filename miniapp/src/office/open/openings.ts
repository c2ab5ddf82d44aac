import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, PersonView } from '@shared/schemas/views'
import { workflows } from '@shared/workflows'
import { routes } from '../../routes'

/** What someone may begin, and in which village. */
export type Opening = {
  workflow: Workflow
  village: string
  villageName: string
  /** where it is begun, if not here */
  page?: string
}

type Opens = Workflow['opensBy'][number]
// What villagers raise has its own page; a correction begins at what it corrects.
const pageOf = (form: string, role: string): string | undefined =>
  ({
    ...{ questioning: routes.questioning(), bill: routes.bills(), auditPlan: routes.audits() },
    ...{ matter: routes.topic(), supervision: routes.orders(), interview: routes.orders(), watch: routes.watch() },
    sealPaper: role === 'villager' ? routes.askForSeal() : routes.sealPaper(),
  })[form]
const beganElsewhere = ['raised', 'objection', 'correction', 'rosterChange', 'feedback']

const newest = () => [...new Map([...workflows].sort((a, b) => a.version - b.version).map((w) => [w.id, w])).values()]

const openingOf = (workflow: Workflow, person: PersonView | undefined): Opening[] => {
  const post = person?.posts.find(({ role }) => workflow.opensBy.includes(role as Opens))
  return post
    ? [{ workflow, village: post.place, villageName: post.placeName, page: pageOf(workflow.openForm, post.role) }]
    : []
}

/** The newest version of each workflow that one of the person's posts opens and that begins from nothing. */
export const openingsOf = (person: PersonView | undefined): readonly Opening[] =>
  newest()
    .filter(({ openForm }) => !beganElsewhere.includes(openForm))
    .flatMap((workflow) => openingOf(workflow, person))
    // which body decides is asked once it is known what it is about
    .filter(({ workflow }, i, all) => all.findIndex((o) => o.workflow.mark === workflow.mark) === i)

/** A row that leads to where something is begun that isn't a case of its own. */
export type RowToBegin = { tile: string; title: string; detail: string; page: string }

const runSessions = ['clerk', 'secretary', 'director']
const enterForOthers = [...runSessions, 'committee']
const signBills = ['supervisor', 'sealKeeper', 'agency']

/** What whoever holds office in a village begins elsewhere: its sessions, and what others say at the door. */
export const rowsToBegin = (person: PersonView | undefined): readonly RowToBegin[] => {
  const post = (roles: readonly string[]) => person?.posts.find(({ role }) => roles.includes(role))
  const runs = post(runSessions)
  const inVillage = post([...enterForOthers, 'supervisor', 'sealKeeper', 'collectiveHead', 'groupLeader'])
  const signs = openingCalled('spending', person) ? undefined : post(signBills)
  return [
    ...(post(enterForOthers)
      ? [
          {
            ...{ tile: '说', title: '登记别人说的事' },
            ...{ detail: '上门、打电话、路上说的，替他记下来', page: routes.raise(undefined, { channel: 'door' }) },
          },
        ]
      : []),
    ...(runs
      ? [
          {
            ...{ tile: '会', title: '说事日安排' },
            ...{ detail: '哪天开、谁值班，改期，晚上加开', page: routes.sessions(runs.place) },
          },
          {
            ...{ tile: '邀', title: '邀请村民' },
            ...{ detail: '给村民发邀请码，登记手机号，他们才能登录', page: routes.invites(runs.place) },
          },
        ]
      : []),
    ...(inVillage
      ? [
          {
            ...{ tile: '章', title: '用章台账', detail: '哪天盖在什么文件上，每个月公开一次' },
            page: routes.seals({ village: inVillage.place }),
          },
          {
            ...{ tile: '册', title: '名册', detail: '各种会应到几人；有人来、有人走，在这里改' },
            page: routes.roster(inVillage.place),
          },
        ]
      : []),
    ...(signs ? [{ tile: '支', title: '报账', detail: '等着审的账，走到谁那里了', page: routes.bills() }] : []),
  ]
}

/** The workflow of that name, if one of the person's posts opens it. */
export const openingCalled = (id: string, person: PersonView | undefined): Opening | undefined =>
  newest()
    .filter((workflow) => workflow.id === id && !['raised', 'objection'].includes(workflow.openForm))
    .flatMap((workflow) => openingOf(workflow, person))[0]

/** Whether this person may write a correction of what hangs, or has hung, on a board and hasn't been replaced. */
export const mayCorrect = (view: CaseView, person: PersonView | undefined): boolean =>
  typeof view.fields.item === 'string' &&
  view.shown !== undefined &&
  view.outcome !== 'superseded' &&
  view.outcome !== 'withdrawn' &&
  openingCalled('correction', person)?.village === view.village

/** What beginning it is called, and what it is for. */
export const openingWords = (workflow: Workflow): { title: string; detail: string; button: string } => {
  const known = words[workflow.mark]
  return known ?? { title: workflow.title, detail: workflow.steps[0].title, button: '开始' }
}

const words: Record<string, { title: string; detail: string; button: string }> = {
  公: { title: '写一份公开', detail: '党务、村务、财务，写好送人审核再贴出', button: '写好了' },
  更: { title: '写一份更正', detail: '同一项、同一期，写好送人审核再贴出，换下原来的', button: '写好了' },
  财: { title: '报一件重大财务事项', detail: '事情发生后5天内公开，写好送人审核', button: '写好了' },
  避: { title: '签任职回避声明', detail: '每届一次，写明村里任职的人当中谁是近亲属', button: '下一步，写声明' },
  质: { title: '提一件质询', detail: '书面问村委会成员怎么履职的，要够人联名', button: '提出来' },
  章: { title: '申请用章', detail: '证明、合同要盖章，先审批，盖了登记', button: '提交申请' },
  支: { title: '报一笔账', detail: '票据拍照报上来，一个一个签字，审完付款', button: '报上去' },
  册: { title: '改名册', detail: '写好以后由另一个人核对，核对了才算数', button: '送去核对' },
  计: { title: '经济责任审计', detail: '谁该审计了，到哪一步了', button: '开始审计' },
  帮: { title: '列入重点帮扶', detail: '有困难的村，一位领导包着，每月记一次', button: '列入' },
  议: { title: '提一件四议事项', detail: '村里、集体、小组的大事，走四议两公开', button: '提出来' },
}
