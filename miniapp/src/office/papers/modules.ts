import { encode } from 'uqr'

/** The dark modules of a QR code with its quiet zone: row by row. */
export const modulesOf = (address: string): readonly (readonly boolean[])[] =>
  encode(address, { ecc: 'M', border: 4 }).data

/** The same as a picture that an image shows. */
export function qrPicture(address: string): string {
  const modules = modulesOf(address)
  const side = modules.length
  const path = modules.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
