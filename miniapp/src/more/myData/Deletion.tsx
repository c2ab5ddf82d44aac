import type { AccountDeleted } from '@shared/schemas/privacyViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { personId } from '../../api/session'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Dialog } from '../../components/Dialog'
import { Page } from '../../components/Page'
import { TextField } from '../../components/TextField'
import { routes } from '../../routes'
import { goInstead } from '../../screen/go'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { forgetHere } from './forgetHere'

const word = '注销'
const gone = [
  '您说的事、问的问题里写的字、照片、录音，全都删掉',
  '姓名、手机号、微信绑定、登录过的设备、消息，全都删掉',
  '台账里留下“有过这件事、怎么办的”，看不出是您',
  '您当村干部时办过的公事是村务档案，法律要求留着',
]

/** 注销账号: what goes and what stays, what of mine is still open, the word to be typed, and once more whether. */
export function Deletion({ onBack }: { onBack: () => void }) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState('')
  const [open, setOpen] = useState<AccountDeleted['open']>()
  const [isGone, setGone] = useState(false)
  const { busy, wrong, attempt } = useTrying()
  const page = { title: '注销账号', onBack }

  const ask = () => {
    if (typed.trim() !== word) return setError(`真的要注销，请写“${word}”两个字。`)
    setError('')
    return attempt(async () => {
      const { answer, refused } = await call('deleteAccount', { body: { sure: false } })
      setOpen(answer?.open)
      return refused
    })
  }
  const doIt = () =>
    attempt(async () => {
      const person = personId()
      const { refused } = await call('deleteAccount', { body: { sure: true } })
      if (refused) {
        setOpen(undefined)
        return refused
      }
      forgetHere(person)
      setGone(true)
      return undefined
    })

  if (isGone)
    return (
      <Page title="注销账号">
        <Empty
          title="已经注销了"
          says="您的内容删掉了，这台手机上也没有了。公开栏不用登录，照样能看。以后还想用，向村里要一张邀请码。"
          action="看公开栏"
          onAction={() => goInstead(routes.boards())}
        />
      </Page>
    )
  return (
    <Page
      {...page}
      actions={
        <Button kind="danger" grow busy={busy && !open} busyWords="正在查…" onPress={() => void ask()}>
          注销
        </Button>
      }
      over={
        open && (
          <Dialog
            title="注销以后不能再找回"
            safe="先不注销"
            onSafe={() => setOpen(undefined)}
            act="注销，都删掉"
            kind="danger"
            busy={busy}
            onAct={() => void doIt()}
          >
            {open.length === 0 ? (
              <View>您没有还在办的事。</View>
            ) : (
              <>
                <View>还有{open.length}件没办完。注销以后接着办，只是没有您的名字和您写的话，也收不到答复：</View>
                {open.map(({ number, title }) => (
                  <View key={number} className="my-data-line">
                    {title}
                    <View className="mw-meta">{number}</View>
                  </View>
                ))}
              </>
            )}
          </Dialog>
        )
      }
    >
      <Wrong says={wrong} />
      <Card title="注销以后">
        {gone.map((one) => (
          <View key={one} className="my-data-line">
            {one}
          </View>
        ))}
      </Card>
      <TextField
        id="sure"
        label={`真的要注销，请写“${word}”`}
        help="想留一份，先回上一页点“要一份带走”。"
        value={typed}
        error={error}
        maxLength={10}
        onChange={(next) => {
          setTyped(next)
          setError('')
        }}
      />
    </Page>
  )
}
