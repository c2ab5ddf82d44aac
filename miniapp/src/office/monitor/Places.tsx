import type { PersonView } from '@shared/schemas/views'
import { Sidebar } from '../../components/Sidebar'
import { go } from '../../screen/go'
import { type PlaceName, placesOf } from './placeList'

export type PlacesProps = {
  person: PersonView
  /** 石湾镇 */
  place: string
  current?: PlaceName
  /** how many 督办单 are open, where the page knows */
  orders?: number
}

/** Where else someone of the township goes, at the left of a wide window. */
export function Places({ person, place, current = 'monitor', orders }: PlacesProps) {
  const all = placesOf(person)
  return (
    <Sidebar
      place={place}
      current={current}
      items={all.map(({ id, words, icon }) => ({ id, words, icon, ...(id === 'orders' && { count: orders }) }))}
      onGo={(id) => {
        const to = all.find((one) => one.id === id)
        if (to && id !== current) go(to.to())
      }}
      person={person.name}
      office={person.posts[0]?.title ?? ''}
    />
  )
}
