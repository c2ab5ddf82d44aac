import type { AccountView } from '@shared/schemas/accountViews'
import { useState } from 'react'
import { call } from '../../api/client'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Page } from '../../components/Page'
import { TextField } from '../../components/TextField'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { CodeField } from '../signIn/CodeField'
import { NewPassword } from '../signIn/NewPassword'
import { codeWrong, passwordWrong } from '../signIn/wrong'

type Errors = { old?: string; password?: string; again?: string; code?: string }

/** A new password: against the old one and the six digits of now. */
export function ChangePassword({ onBack, onChanged }: { onBack: () => void; onChanged: (next: AccountView) => void }) {
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [code, setCode] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const { busy, wrong, attempt } = useTrying()
  const save = () => {
    const found: Errors = {
      ...(old === '' && { old: '请填现在用的密码。' }),
      ...passwordWrong(password, again),
      ...codeWrong(code),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    void attempt(async () => {
      const { answer, refused } = await call('changePassword', { body: { old, password, code: code.trim() } })
      if (answer) onChanged(answer)
      return refused
    })
  }
  return (
    <Page
      title="改密码"
      onBack={onBack}
      actions={
        <Button block busy={busy} busyWords="正在改…" onPress={save}>
          改好了，保存
        </Button>
      }
    >
      <Card>
        <Stack>
          <Wrong says={wrong} />
          <TextField
            id="old"
            label="现在的密码"
            value={old}
            error={errors.old}
            maxLength={200}
            secret
            autocomplete="current-password"
            onChange={setOld}
          />
          <NewPassword {...{ password, again, errors }} onPassword={setPassword} onAgain={setAgain} />
          <CodeField help="验证器里现在显示的6位数" value={code} error={errors.code} onChange={setCode} onDone={save} />
        </Stack>
      </Card>
    </Page>
  )
}
