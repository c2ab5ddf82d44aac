import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { TextField } from '../../components/TextField'
import { canReadCode, readCode } from '../../platform/readCode'

export type Scanned = { went: boolean; says: string }

/** 扫码签到: by the phone's camera in WeChat; on the web page the code is typed or pasted, by a reader that types too. */
export function Scan({ onCode }: { onCode: (code: string) => Promise<Scanned> }) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<Scanned>()

  const take = async (code: string | undefined) => {
    if (busy || !code?.trim()) return
    setBusy(true)
    const came = await onCode(code.trim())
    setBusy(false)
    setTold(came)
    if (came.went) setTyped('')
  }
  const press = async () => {
    if (canReadCode) return take(await readCode())
    setTold(undefined)
    setOpen(!open)
  }
  return (
    <View className="mw-stack">
      <Button kind="second" block icon="qr" busy={busy} busyWords="正在核对…" onPress={() => void press()}>
        {open ? '不用码了' : '扫码签到'}
      </Button>
      {open && (
        <View className="roll-code">
          <TextField
            id="roll-code"
            label="签到码"
            help="用扫码枪扫，或者把对方“我的签到码”下面的一串字粘到这里。"
            value={typed}
            maxLength={200}
            onChange={setTyped}
            onDone={() => void take(typed)}
          />
          <Button kind="second" block busy={busy} busyWords="正在核对…" onPress={() => void take(typed)}>
            签到
          </Button>
        </View>
      )}
      <View {...aria({ role: 'status', live: 'polite' })}>
        {told && <Note tone={told.went ? 'song' : 'jiang'}>{told.says}</Note>}
      </View>
    </View>
  )
}
