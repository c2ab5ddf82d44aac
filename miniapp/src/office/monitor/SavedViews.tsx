import type { SavedViews as Saved } from '@shared/schemas/monitorViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import type { Asked } from '../../api/useCall'
import { aria } from '../../components/aria'
import { Button, IconButton, Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { cls } from '../../components/cls'
import { Pressable } from '../../components/Pressable'
import { TextField } from '../../components/TextField'
import { type Filter, isSame, nameProblem, withView } from './filter'
import './monitor.scss'

export type SavedViewsProps = { found: Asked<Saved>; filter: Filter; onPick: (filter: Filter) => void }

/** 常看的: what this person narrows the monitor to again and again, by names of their own. */
export function SavedViews({ found, filter, onPick }: SavedViewsProps) {
  const [name, setName] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [told, setTold] = useState('')
  const saved = found.answer?.views ?? []
  const isKept = saved.some((view) => isSame(view, filter))

  const keep = async (views: Saved['views'], done: string) => {
    const { answer, refused } = await call('saveViews', { body: { views: [...views] } })
    setProblem(refused?.says)
    if (!answer) return
    found.set(answer)
    setName(undefined)
    setTold(done)
  }
  const add = () => {
    const called = (name ?? '').trim()
    const no = nameProblem(saved, called)
    setProblem(no)
    if (!no) void keep(withView(saved, called, filter), `存下了“${called}”`)
  }

  return (
    <View className="mw-views" {...aria({ role: 'group', label: '常看的' })}>
      {saved.map((view) => {
        const on = isSame(view, filter)
        return (
          <View key={view.name} className={cls('mw-view', on && 'on')}>
            <Pressable className="mw-view-name" pressed={on} onPress={() => onPick(on ? {} : filterOf(view))}>
              {view.name}
            </Pressable>
            {on && (
              <IconButton
                icon="x"
                label={`删掉“${view.name}”`}
                onPress={() =>
                  void keep(
                    saved.filter((one) => one.name !== view.name),
                    `删掉了“${view.name}”`,
                  )
                }
              />
            )}
          </View>
        )
      })}
      {found.answer && name === undefined && !isKept && !isSame(filter, {}) && (
        <Link words="存为常看" icon="plus" onPress={() => setName('')} />
      )}
      {name !== undefined && (
        <View className="mw-view-new">
          <TextField label="给它起个名字" value={name} maxLength={12} onChange={setName} onDone={add} error={problem} />
          <Button small onPress={add}>
            存下
          </Button>
          <Link
            words="不存了"
            onPress={() => {
              setName(undefined)
              setProblem(undefined)
            }}
          />
        </View>
      )}
      {name === undefined && problem && <Note tone="zhe">{problem}</Note>}
      <View className="mw-vh" {...aria({ role: 'status', live: 'polite' })}>
        {told}
      </View>
    </View>
  )
}

const filterOf = ({ name: _, ...filter }: Saved['views'][number]): Filter => filter
