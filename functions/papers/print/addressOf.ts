import type { House } from '../../stores'

/** The web page of this house, without a slash at its end. */
export const webOf = ({ webAddress }: House, origin: string): string => (webAddress || origin).replace(/\/$/, '')

/** Where the QR code of a case leads: into the mini-program where its links are set up, else to the web page. */
export const addressOf =
  (house: House, origin: string) =>
  (id: string): string => {
    const { miniAddress } = house
    return miniAddress
      ? `${miniAddress}${miniAddress.includes('?') ? '&' : '?'}id=${id}`
      : `${webOf(house, origin)}/pages/case/index?id=${id}`
  }
