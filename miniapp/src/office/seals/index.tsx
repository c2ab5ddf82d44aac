import { paperClass } from '@shared/paperClasses'
import type { CaseView } from '@shared/schemas/views'
import { useState } from 'react'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { PaperChoice } from '../../more/seals/PaperChoice'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Decisions } from '../Decisions'
import { toTop } from '../form/goToField'
import { Opened } from '../open/Opened'
import { Opening } from '../open/Opening'
import { openingCalled } from '../open/openings'

/** 申请用章, from the village office: what paper it is says whether a decision has to cover it, or the law forbids it. */
export default function SealPaper() {
  const person = useSession()?.person
  const opening = openingCalled('sealReview', person)
  const [paper, setPaper] = useState('')
  const [missing, setMissing] = useState(false)
  const [writing, setWriting] = useState(false)
  const [opened, setOpened] = useState<CaseView>()
  const chosen = paperClass(paper)

  if (opened) return <Opened view={opened} />
  if (opening && chosen && writing)
    return (
      <Opening
        {...{ opening, item: '', period: '', about: paper, title: '申请用章', rule: chosen.rule }}
        // a decision and its money are never typed: they come from the matter
        given={{ paper, decision: undefined, amount: undefined }}
        onBack={() => setWriting(false)}
        onOpened={setOpened}
      >
        <Note tone="dai">{`${opening.villageName}：${chosen.label}。先审批，再由管章的人盖，盖了登记。`}</Note>
      </Opening>
    )
  if (!opening)
    return (
      <Page title="申请用章" onBack={goBack}>
        <Empty
          title={person ? '用章由本村的人申请' : '先登录，再申请用章'}
          says="村里的章盖在什么文件上，都要先申请、审批，盖了登记。"
          action={person ? '看用章台账' : '去登录'}
          onAction={() => go(person ? routes.seals() : routes.signIn(routes.sealPaper()))}
        />
      </Page>
    )
  const next = () => {
    setMissing(!chosen)
    toTop()
    if (chosen) setWriting(true)
  }
  const asks = !chosen || chosen.needs === 'nothing'
  return (
    <Page
      title="申请用章"
      onBack={goBack}
      actions={
        asks ? (
          <Button grow onPress={next}>
            下一步，写申请
          </Button>
        ) : undefined
      }
    >
      <PaperChoice value={paper} error={missing && !chosen ? '请先选是什么文件。' : undefined} onChange={setPaper} />
      {chosen?.needs === 'decision' && (
        <Decisions village={opening.village} act="sealPaper" paper={paper} today={today()} />
      )}
      <Card flush>
        <Row
          icon="list"
          title="用章台账"
          detail="哪天盖在什么文件上，全村可查"
          onPress={() => go(routes.seals({ village: opening.village }))}
        />
      </Card>
    </Page>
  )
}
