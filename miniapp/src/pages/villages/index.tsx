import type { VillageView } from '@shared/schemas/views'
import { chosenVillage } from '../../api/session'
import { useCall } from '../../api/useCall'
import { Card, SectionTitle } from '../../components/Card'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { useKept } from '../../platform/storage'
import { routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'

/** Which village to look at: all there are, by township. */
export default function Villages() {
  const found = useCall('villages', {})
  const chosen = useKept(chosenVillage)
  const choose = ({ id, name }: VillageView) => {
    chosenVillage.set({ id, name })
    goInstead(routes.boards())
  }
  return (
    <Page title="换一个村" onBack={goBack} busy={!found.answer}>
      <Loaded of={found} kind="list" label="正在打开各村">
        {({ villages }) => (
          <>
            {[...new Set(villages.map((v) => v.townshipName))].map((township) => (
              <Township
                key={township}
                name={township}
                villages={villages.filter((v) => v.townshipName === township)}
                chosen={chosen?.id}
                onChoose={choose}
              />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}

type TownshipProps = {
  name: string
  villages: readonly VillageView[]
  chosen?: string
  onChoose: (village: VillageView) => void
}

function Township({ name, villages, chosen, onChoose }: TownshipProps) {
  return (
    <>
      <SectionTitle title={name} meta={`${villages.length}个村`} />
      <Card flush>
        {villages.map((village) => (
          <Row
            key={village.id}
            icon="house"
            title={village.name}
            detail={`${village.households}户`}
            end={village.id === chosen ? '正在看' : undefined}
            onPress={() => onChoose(village)}
          />
        ))}
      </Card>
    </>
  )
}
