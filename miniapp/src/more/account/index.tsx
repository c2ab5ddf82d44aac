import type { AccountView } from '@shared/schemas/accountViews'
import { useState } from 'react'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Toast, type ToastWords } from '../../components/Toast'
import { isWechat } from '../../platform/wechatLogin'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { SignInFirst } from '../../screen/SignInFirst'
import { monthDay } from '../../words'
import { Approve } from './Approve'
import { ChangePassword } from './ChangePassword'
import { Devices } from './Devices'
import './index.scss'
import { type Question, Sure } from './Sure'
import { Ways } from './Ways'

/** 账号和登录: how I sign in, where I am signed in, what I agreed to. */
export default function AccountPage() {
  const person = useSession()?.person
  const found = useCall('account', person ? {} : null)
  const [changing, setChanging] = useState(false)
  const [question, setQuestion] = useState<Question>()
  const [toast, setToast] = useState<ToastWords>()
  if (!person)
    return (
      <SignInFirst
        title="账号和登录"
        first="您还没有登录"
        says="登录以后，这里能看到您在哪些手机和电脑上登录过。"
        back={routes.account()}
      />
    )
  const show = (words: string) => (next: AccountView) => {
    found.set(next)
    setToast({ key: (toast?.key ?? 0) + 1, words })
  }
  if (changing)
    return (
      <ChangePassword
        onBack={() => setChanging(false)}
        onChanged={(next) => {
          setChanging(false)
          show('密码改好了')(next)
        }}
      />
    )
  return (
    <Page
      title="账号和登录"
      onBack={goBack}
      busy={!found.answer}
      over={
        <>
          {question && (
            <Sure
              question={question}
              onLeave={() => setQuestion(undefined)}
              onDone={(next) => {
                setQuestion(undefined)
                show(question.done)(next)
              }}
            />
          )}
          <Toast toast={toast} onGone={() => setToast(undefined)} />
        </>
      }
    >
      {isWechat && <Approve />}
      <Loaded of={found} kind="list" label="正在打开账号">
        {(account) => (
          <>
            {account.mustAgree && (
              <>
                <Note tone="zhe">
                  {account.agreement
                    ? '用户协议和个人信息保护说明有改动，请看过再接着用。'
                    : '请先看《用户协议和个人信息保护说明》。'}
                </Note>
                <Button block onPress={() => go(routes.agreement())}>
                  去看说明
                </Button>
              </>
            )}
            <Ways
              account={account}
              onAsk={setQuestion}
              onAdded={show('加好了')}
              onChangePassword={() => setChanging(true)}
            />
            <Devices account={account} onAsk={setQuestion} />
            <Card flush>
              <Row
                icon="file"
                title="用户协议和个人信息保护"
                detail={account.agreement && `${monthDay(account.agreement.on, today())}同意过`}
                onPress={() => go(routes.agreement())}
              />
              <Row icon="download" title="我的数据" detail="看、要一份、改、注销" onPress={() => go(routes.myData())} />
              <Row icon="speak" title="投诉建议" onPress={() => go(routes.feedback())} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  )
}
