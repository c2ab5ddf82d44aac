import type { LatestView, ProofView } from '@shared/schemas/chainViews'
import type { CaseView } from '@shared/schemas/views'
import { codeOf } from '@shared/seenCheckpoint'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../api/client'
import { seeAnew, seenOf } from '../../api/seenCheckpoint'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { useVillage } from '../../api/useVillage'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { onWeb } from '../../platform/network'
import { dial } from '../../platform/phone'
import { canSaveText, saveText } from '../../platform/saveText'
import { param } from '../../routes'
import { goBack } from '../../screen/go'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import './index.scss'
import { type Check, checkLog, checkPlace, checkSeen, checkSignature } from './checks'

const tones = { good: 'song', bad: 'jiang', open: 'hui' } as const

/** 核验: of a case where one is named, and of the village's list; everything is worked out on this phone. */
export default function VerifyPage() {
  const { params } = useRouter()
  const id = param(params, 'id')
  const chosen = useVillage().id
  const named = param(params, 'village') || (id ? '' : chosen)
  const [checks, setChecks] = useState<readonly Check[]>()
  const [latest, setLatest] = useState<LatestView>()
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)

  const verify = async () => {
    setBusy(true)
    setTrouble(undefined)
    const done = await look(id, named ?? '')
    setBusy(false)
    if ('trouble' in done) return setTrouble(done.trouble)
    setChecks(done.checks)
    setLatest(done.latest)
  }
  const isBad = checks?.some((check) => check.is === 'bad')
  const village = latest?.signed?.checkpoint.village
  const of = village ?? named
  const home = useCall('village', of ? { params: { id: of } } : null)
  const accept = () => {
    if (latest?.signed) seeAnew(latest.signed.checkpoint.village, latest.signed.checkpoint)
    setChecks(undefined)
  }
  return (
    <Page title="核验" onBack={goBack}>
      <Card title={id ? '核验这件事' : '核验村里的总账'}>
        <Stack>
          <View className="mw-second">
            每件事的记录一条扣一条；每天半夜，把全村当天动过的事封成一本总账，签上名。改一个字、删一条，都接不上。
          </View>
          <Button block icon="shield" busy={busy} onPress={() => void verify()}>
            {checks ? '再核验一次' : '核验一下'}
          </Button>
          {trouble && <Note tone="jiang">{trouble}</Note>}
          {checks?.map(({ title, is, says }) => (
            <Note key={title} tone={tones[is]}>
              <View className="mw-strong">{title}</View>
              {says}
            </Note>
          ))}
          {isBad && (
            <>
              <Note tone="jiang">有对不上的地方。请截图留好，打电话给镇里，或者拿给镇纪委看。</Note>
              {home.answer?.phone && (
                <Button kind="second" block icon="phone" onPress={() => dial(home.answer!.phone)}>
                  打电话问
                </Button>
              )}
              {village && (
                <Button kind="second" block onPress={accept}>
                  问清楚了，从现在起重新记
                </Button>
              )}
            </>
          )}
        </Stack>
      </Card>
      {latest?.signed && (
        <Card title="和纸上的、别人手机上的对一对">
          <View className="mw-second">
            第{latest.signed.checkpoint.no}号总账的核验码是 {codeOf(latest.signed.checkpoint.root)}
            。同一号，纸上的、别人手机上的、镇里存的，都应当一样。不一样，就是有人拿了两本账。
          </View>
          {canSaveText() && village && <KeepLedger village={village} />}
        </Card>
      )}
      <Card title="这样核验，还差什么">
        <View className="mw-second">
          核验是在您手机上算的，可算的办法也是这个网站给的。网站自己作假，页面上也能写“都对得上”。要放心：看纸上的核验码；请镇里拿存着的总账来比；会用电脑的，用下面这个单独的核验程序。它证明记下以后没有改过，不证明记的当时是真的。
        </View>
        <View className="mw-code verify-program">{onWeb('/mingwu-verify.mjs')}</View>
      </Card>
    </Page>
  )
}

/** 总账文件: whoever keeps it outside can show later what was changed since. */
function KeepLedger({ village }: { village: string }) {
  const { busy, wrong, attempt } = useTrying()
  const keep = () =>
    attempt(async () => {
      const { answer, refused } = await call('ledger', { params: { id: village } })
      if (answer) saveText(`${answer.villageName}总账${today()}.json`, JSON.stringify(answer), 'application/json')
      return refused
    })
  return (
    <Stack>
      <View className="mw-second">镇里隔些日子存一份，放在别处。以后谁改了账，拿它一比就知道。</View>
      <Wrong says={wrong} />
      <Button kind="second" block icon="download" busy={busy} busyWords="正在存…" onPress={() => void keep()}>
        存一份总账
      </Button>
    </Stack>
  )
}

type Looked = { checks: readonly Check[]; latest: LatestView } | { trouble: string }

/** Asks for everything anew and works it out: an answer that the phone had kept proves nothing of today. */
const look = async (id: string, named: string): Promise<Looked> => {
  let view: CaseView | undefined
  let proof: ProofView | undefined
  if (id) {
    const asked = [await call('case', { params: { id } }), await call('proof', { params: { id } })] as const
    if (asked[0].refused ?? asked[1].refused) return { trouble: (asked[0].refused ?? asked[1].refused)!.says }
    if (asked[0].savedAt ?? asked[1].savedAt) return { trouble: noNetwork }
    view = asked[0].answer!
    proof = asked[1].answer!
  }
  const village = view?.village ?? named
  const seen = seenOf(village)
  const found = await call('checkpoint', { params: { id: village }, query: { since: seen?.size } })
  if (found.refused) return { trouble: found.refused.says }
  if (found.savedAt) return { trouble: noNetwork }
  const latest = found.answer
  const last = checkSeen(seen, latest)
  if (latest.signed && last.is !== 'bad') seeAnew(village, latest.signed.checkpoint)
  return {
    checks: [
      ...(view && proof ? [checkLog(view), checkPlace(view, proof)] : []),
      checkSignature(proof?.signed ?? latest.signed),
      last,
    ],
    latest,
  }
}

const noNetwork = '没有连上网络。核验要问一次现在的账，请连上网再试。'
