import type { PersonView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { sendAll } from '../../api/outbox'
import { chosenVillage, isOfTownship } from '../../api/session'
import { signInAs } from '../../api/signIn'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip, Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Mark } from '../../components/Seal'
import { useKept } from '../../platform/storage'
import { param, routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { useServer } from '../../screen/server'
import './index.scss'

/** Who is there: the demo's people where the server has them; the boards are open to everyone without. */
export default function SignIn() {
  const back = param(useRouter().params, 'back')
  const { demo } = useServer()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const enter = async (person: string) => {
    if (busy) return
    setBusy(true)
    const refused = await signInAs(person)
    setBusy(false)
    if (refused) return setWrong(refused.says)
    void sendAll()
    goInstead(back || routes.boards())
  }
  return (
    <Page title="登录" onBack={goBack}>
      <View className="sign-head">
        <Mark size="l" />
        <View className="sign-name">明务</View>
        <View className="mw-second">村里的事，明明白白</View>
      </View>
      {wrong !== '' && <Note tone="jiang">{wrong}</Note>}
      <Button kind="second" block onPress={() => goInstead(routes.boards())}>
        不登录，先看公开栏
      </Button>
      {demo ? (
        <DemoPeople onEnter={(id) => void enter(id)} />
      ) : (
        <Note tone="hui">这里还没有开通登录。公开栏不用登录就能看；要说事，请到村委会或打村里电话。</Note>
      )}
    </Page>
  )
}

function DemoPeople({ onEnter }: { onEnter: (person: string) => void }) {
  const found = useCall('demoPeople', {})
  const village = useKept(chosenVillage)
  const [all, setAll] = useState(false)
  return (
    <Loaded of={found} kind="list" label="正在打开演示身份">
      {({ people }) => {
        const near = people.filter((p) => all || isOfTownship(p) || p.village === (village?.id ?? people[0]?.village))
        return (
          <>
            <Card flush title="演示身份" end={<Chip kind="line" icon="info" words="只在演示版有" />}>
              {near.map((person) => (
                <Row
                  key={person.id}
                  tile={tileOf(person)}
                  title={person.name}
                  detail={person.says}
                  onPress={() => onEnter(person.id)}
                />
              ))}
            </Card>
            {near.length < people.length && (
              <Button kind="second" block onPress={() => setAll(true)}>
                别的村的身份
              </Button>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

const tiles: Record<string, string> = {
  county: '县',
  townshipLead: '镇',
  township: '镇',
  discipline: '纪',
  agency: '代',
  clusterLead: '片',
  secretary: '书',
  director: '主',
  clerk: '文',
  committee: '委',
  collectiveHead: '社',
  supervisor: '监',
  sealKeeper: '章',
  groupLeader: '组',
  representative: '代',
  partyMember: '党',
}

/** One character for what someone does: the highest of their posts. */
const tileOf = ({ posts }: PersonView): string => {
  const role = Object.keys(tiles).find((r) => posts.some((post) => post.role === r))
  return role ? tiles[role] : '民'
}
