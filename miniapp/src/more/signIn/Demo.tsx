import type { PersonView } from '@shared/schemas/views'
import { useState } from 'react'
import { chosenVillage, isOfTownship } from '../../api/session'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Row } from '../../components/Row'
import { useKept } from '../../platform/storage'
import { Loaded } from '../../screen/Loaded'

/** The demo's people: only where the server has them. */
export function Demo({ onEnter }: { onEnter: (person: string) => void }) {
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
