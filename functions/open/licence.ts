import type { VillageAt } from '../store/placeStore'
import type { House } from '../stores'
import { today } from '../world'

/** Under which everything here may be used: say whose it is and of which day. */
export const licence = {
  licence: '知识共享 署名 4.0（CC BY 4.0）：可以复制、转载、加工，请写明来自哪个村、哪天取得',
  licenceAddress: 'https://creativecommons.org/licenses/by/4.0/deed.zh-hans',
} as const

export const guideAddress = '/api/open/guide'

/** What every answer says of itself. */
export const aboutOf = (house: House, { village }: VillageAt) => ({
  ...{ village: village.id, villageName: village.name, on: today(house), guide: guideAddress },
  ...licence,
})

/** The same for an answer that has no place for it inside. */
export const linkHeader = `<${licence.licenceAddress}>; rel="license", <${guideAddress}>; rel="describedby"`
