import type { TownshipPlace, VillagePlace } from '@shared/schemas/person'
import type { VillageView } from '@shared/schemas/views'

export const villageView = (township: TownshipPlace, village: VillagePlace): VillageView => ({
  ...{ id: village.id, name: village.name, township: township.id, townshipName: township.name },
  ...{ cluster: village.cluster, households: village.households, phone: village.phone },
})
