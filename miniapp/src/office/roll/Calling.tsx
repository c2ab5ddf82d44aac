import type { RollCallView } from '@shared/schemas/rosterViews'
import { View } from '@tarojs/components'
import { useCallback, useMemo, useState } from 'react'
import { today } from '../../api/today'
import { aria, heading } from '../../components/aria'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { TextField } from '../../components/TextField'
import { goBack } from '../../screen/go'
import { dayWords } from '../../words'
import { goToField } from '../form/goToField'
import { GroupCard } from './GroupCard'
import type { KeptRoll } from './keptRoll'
import { byGroup, isShort, matching } from './listed'
import { PersonMenu } from './PersonMenu'
import { PersonRow } from './PersonRow'
import { quorumOf } from './quorum'
import './roll.scss'
import { type Called, figuresOf, lacksReason, proxiesFor, strangers } from './roll'
import { Scan } from './Scan'
import { useRoll } from './useRoll'

// More than that isn't read through; another letter is.
const mostFound = 30

const ways = [
  { value: 'signed', words: '到场签名' },
  { value: 'paper', words: '照纸质册勾' },
] as const

export type CallingProps = { draft: string; kept: KeptRoll; view: RollCallView; offline?: string }

/** The roll as it is called: what is still short stands below all the time. */
export function Calling({ draft, kept, view, offline }: CallingProps) {
  const { called } = view
  const { count, settings, on } = kept.of
  const roll = useRoll(draft, kept, called)
  const { ticks } = roll
  const [typed, setTyped] = useState('')
  const groups = useMemo(() => byGroup(called), [called])
  const [opened, setOpened] = useState<readonly number[]>([])
  const [menu, setMenu] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const ticked = useMemo(() => new Map(ticks.map((t) => [t.no, t])), [ticks])
  const households = useMemo(() => new Set(called.map((c) => c.household)).size, [called])
  const quorum = quorumOf(count, settings, { eligible: called.length, households }, figuresOf(ticks, called))
  const found = matching(called, typed)
  const unknown = strangers(ticks, called)
  const lacking = lacksReason(ticks)

  const onMenu = useCallback((no: string) => setMenu((open) => (open === no ? undefined : no)), [])
  const unfold = (group: number) =>
    setOpened((open) => (open.includes(group) ? open.filter((g) => g !== group) : [...open, group]))
  const done = () => {
    if (!lacking) return goBack()
    setAttempt(attempt + 1)
    setTyped('')
    setMenu(lacking)
    const group = called.find(({ no }) => no === lacking)?.group
    if (group !== undefined && !opened.includes(group)) setOpened([...opened, group])
    setTimeout(() => goToField(`why-${lacking}`), 100)
  }

  const row = (person: Called) => {
    const { no } = person
    const tick = ticked.get(no)
    return (
      <PersonRow
        key={no}
        {...{ person, tick, onMenu }}
        by={tick?.by && roll.named(tick.by)}
        says={roll.told?.no === no ? roll.told.says : undefined}
        onPress={roll.toggle}
        menu={
          menu === no ? (
            <PersonMenu
              {...{ person, tick }}
              admits={count.admits ?? []}
              proxies={proxiesFor(ticks, called, no)}
              lacksReason={attempt > 0 && lacking === no}
              onCame={(how) => roll.came(no, how)}
              onEntrust={(by) => roll.entrust(no, by)}
              onAbsent={() => roll.absent(no)}
              onRecuse={(why) => roll.recuse(no, why)}
              onClose={() => setMenu(undefined)}
            />
          ) : undefined
        }
      />
    )
  }

  return (
    <Page
      title="签到册"
      onBack={goBack}
      offline={offline}
      actions={
        <>
          <View className="roll-sum" {...aria({ role: 'status', live: 'polite' })}>
            <View className="mw-strong">{quorum.heads}</View>
            <View className={quorum.met ? 'mw-song' : 'mw-zhe'}>{quorum.says}</View>
          </View>
          <Button grow onPress={done}>
            勾好了
          </Button>
        </>
      }
    >
      <View>
        <View className="mw-h1" {...heading(2)}>
          {view.title}
        </View>
        <View className="mw-meta">{`${dayWords(on, today())}的名册 · 勾了就存在手机里，没网也能勾`}</View>
      </View>
      {roll.full && <Note tone="jiang">手机存满了，勾的没存下来。请清理一些空间，或者现在就回去交表。</Note>}
      {unknown.length > 0 && (
        <Note tone="jiang">
          {`勾过的有${unknown.length}人不在这一天的应到名册里，不能算到会。`}
          {unknown.map((no) => (
            <Link key={no} words={`去掉编号${no}`} onPress={() => roll.absent(no)} />
          ))}
        </Note>
      )}
      <Segmented label="勾上算怎么到的" options={ways} value={roll.way} onChange={roll.setWay} />
      <Scan onCode={roll.scanned} />
      <TextField
        id="roll-find"
        label="找人"
        icon="search"
        placeholder="姓名、编号或户号"
        maxLength={20}
        value={typed}
        onChange={setTyped}
      />
      {typed.trim() ? (
        <Card flush title={found.length > 0 ? `找到${found.length}人` : undefined}>
          {found.slice(0, mostFound).map(row)}
          {found.length === 0 && (
            <View className="roll-none">名册里没有找到“{typed.trim()}”。换一个字，或者按组找。</View>
          )}
          {found.length > mostFound && <View className="roll-none">还有很多人，再多写一个字。</View>}
        </Card>
      ) : isShort(called) ? (
        <Card flush>{called.map(row)}</Card>
      ) : (
        groups.map((of) => (
          <GroupCard
            key={of.group}
            of={of}
            came={of.members.filter(({ no }) => ticked.has(no)).length}
            open={opened.includes(of.group)}
            onOpen={() => unfold(of.group)}
            row={row}
          />
        ))
      )}
    </Page>
  )
}
