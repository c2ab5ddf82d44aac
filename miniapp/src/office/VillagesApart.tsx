import type { PersonView } from '@shared/schemas/views'
import { useCall } from '../api/useCall'
import { Card } from '../components/Card'
import { Row } from '../components/Row'
import { go } from '../screen/go'

/** Where someone sets what holds: the county that they work for, else their township. */
export const placeSetBy = (person: PersonView | undefined): string | undefined =>
  person?.posts.find((p) => p.role === 'county')?.place ?? person?.township

type VillagesApartProps = { place: string; title?: string; end?: string; to: (village: string) => string }

/** A village may be set apart from the others by its township. */
export function VillagesApart({ place, title = '单独给一个村定', end, to }: VillagesApartProps) {
  const found = useCall('villages', {})
  const villages = found.answer?.villages.filter((v) => v.township === place) ?? []
  return (
    <Card title={title} end={end} flush>
      {villages.map(({ id, name }) => (
        <Row key={id} icon="house" title={name} onPress={() => go(to(id))} />
      ))}
    </Card>
  )
}
