import type { InvitesView, Slip } from '@shared/schemas/accountViews'
import { View } from '@tarojs/components'
import { pageScrollTo } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { call } from '../../api/client'
import type { Asked } from '../../api/useCall'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Page, type PageProps } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { Loaded } from '../../screen/Loaded'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { Finder } from '../roster/Finder'
import { MemberLine } from './MemberLine'
import { Slips } from './Slips'

type InvitingProps = {
  page: Omit<PageProps, 'children'>
  /** what else is done here */
  tabs: ReactNode
  village: string
  found: Asked<InvitesView>
  q: string
  limit: number
  onFind: (q: string) => void
}

type State = 'none' | 'invited' | 'bound' | 'all'
const states = [
  { value: 'none', words: '还没账号' },
  { value: 'invited', words: '发过码' },
  { value: 'bound', words: '有账号' },
  { value: 'all', words: '全部' },
] as const
const mostAtOnce = 50

/** Whom of the roster to give a code: found, ticked, made; the codes are shown this once. */
export function Inviting({ page, tabs, village, found, q, limit, onFind }: InvitingProps) {
  const [typed, setTyped] = useState(q)
  const [state, setState] = useState<State>('none')
  const [rest, setRest] = useState<InvitesView>()
  const [picked, setPicked] = useState<readonly string[]>([])
  const [agreed, setAgreed] = useState<readonly string[]>([])
  const [slips, setSlips] = useState<readonly Slip[]>()
  const making = useTrying()
  const paging = useTrying()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer begins anew
  useEffect(() => setRest(undefined), [found.answer])

  if (slips)
    return (
      <Slips
        {...{ page, village, slips }}
        onDone={() => {
          setSlips(undefined)
          setPicked([])
          void found.reload()
        }}
      />
    )

  const all = [...(found.answer?.members ?? []), ...(rest?.members ?? [])]
  const shown = all.filter((member) => state === 'all' || member.state === state)
  const next = rest ? rest.next : found.answer?.next
  const toggle = (list: readonly string[], no: string) =>
    list.includes(no) ? list.filter((one) => one !== no) : [...list, no]
  const more = () =>
    paging.attempt(async () => {
      const { answer, refused } = await call('invites', { params: { id: village }, query: { q, limit, after: next } })
      if (answer) setRest({ members: [...(rest?.members ?? []), ...answer.members], next: answer.next })
      return refused
    })
  // it stands at the top of a list that may be long
  const stop = (says: string) => {
    making.setWrong(says)
    void pageScrollTo({ scrollTop: 0 })
  }
  const make = () => {
    const young = all.find(({ no, minor }) => minor && picked.includes(no) && !agreed.includes(no))
    if (picked.length === 0) return stop('请先在下面勾选要发邀请码的人。')
    if (picked.length > mostAtOnce) return stop(`一次最多发${mostAtOnce}个，现在选了${picked.length}个。`)
    if (young) return stop(`${young.name}不满14周岁，要监护人当面同意，再勾“监护人同意了”。`)
    void making.attempt(async () => {
      const { answer, refused } = await call('invite', {
        params: { id: village },
        body: { members: [...picked], guardianAgreed: agreed.filter((no) => picked.includes(no)) },
      })
      if (answer) setSlips(answer.invites)
      return refused
    })
  }

  return (
    <Page
      {...page}
      actions={
        <Button block icon="file" busy={making.busy} busyWords="正在做邀请码…" onPress={make}>
          {picked.length > 0 ? `给这${picked.length}个人发邀请码` : '发邀请码'}
        </Button>
      }
    >
      {tabs}
      <Card>
        <Finder label="找人" typed={typed} onType={setTyped} onFind={() => onFind(typed.trim())} />
      </Card>
      <Wrong says={making.wrong} />
      <Segmented label="看哪些人" options={states} value={state} onChange={setState} />
      <Loaded of={found} kind="list" label="正在打开名册">
        {() => (
          <Card title="名册上的人" end={`${shown.length}人`} flush>
            <View {...aria({ role: 'list', label: '名册上的人' })}>
              {shown.map((member) => (
                <MemberLine
                  key={member.no}
                  member={member}
                  isPicked={picked.includes(member.no)}
                  guardianAgreed={agreed.includes(member.no)}
                  onPick={() => setPicked(toggle(picked, member.no))}
                  onGuardian={() => setAgreed(toggle(agreed, member.no))}
                />
              ))}
            </View>
            {shown.length === 0 && (
              <View className="invites-none">
                {q ? `没有找到“${q}”。换姓名里的一个字，或者写编号、户号再找。` : '这里面没有人。换上面的分类看看。'}
              </View>
            )}
            {next && (
              <View className="invites-more">
                <Wrong says={paging.wrong} />
                <Button kind="second" block busy={paging.busy} busyWords="正在打开…" onPress={() => void more()}>
                  看后面的
                </Button>
              </View>
            )}
          </Card>
        )}
      </Loaded>
    </Page>
  )
}
