import { randomBytes } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { Route } from '../http/serve'
import { today } from '../world'
import { myData } from './myData'
import { myDataPage } from './myDataPage'

/** 我的数据: one file with everything, taken by an address that expires. */
export const myDataRoutes: Route = (call, house) => {
  call('myData', async ({ person, signIn }) => {
    const data = await myData(house, person, signIn)
    const on = today(house)
    const texts = Object.entries(data.texts).map(
      ([title, part]) => [`${title}.json`, strToU8(JSON.stringify(part, undefined, 2))] as const,
    )
    const files = [...data.files].map(([name, bytes]) => [`文件/${name}`, [bytes, { level: 0 }]] as const)
    const page = strToU8(myDataPage(data, person.name, on))
    const zip = zipSync(Object.fromEntries([['先看这里.html', page], ...texts, ...files]))
    const id = `x${randomBytes(16).toString('hex')}`
    const name = `我的数据 ${on}.zip`
    await house.files.keep({ id, name, type: 'application/zip' }, zip)
    return { url: await house.files.address(id), name }
  })
}
