import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'

/** A sheet to draw on, in the pixels of the picture. */
export type Sheet = { context: CanvasRenderingContext2D; done: () => Promise<string> }

const id = 'picture'

/** What a picture is drawn on: WeChat draws on an element of the page, the browser on one of its own. */
export function PictureGround({ width, height }: { width: number; height: number }) {
  if (process.env.TARO_ENV === 'h5') return null
  return (
    <Canvas type="2d" id={id} canvasId={id} style={`position:fixed;left:-9999px;width:${width}px;height:${height}px`} />
  )
}

/** An empty sheet; `done` answers an address that an image can show. Throws where the phone can't draw. */
export async function pictureSheet(width: number, height: number): Promise<Sheet> {
  const canvas = process.env.TARO_ENV === 'h5' ? document.createElement('canvas') : await canvasOfPage()
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas here')
  return { context, done: () => addressOf(canvas) }
}

const canvasOfPage = (): Promise<HTMLCanvasElement> =>
  new Promise((found, missing) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true }, () => undefined)
      .exec((results: { node?: HTMLCanvasElement }[]) => {
        const canvas = results[0]?.node
        if (canvas) found(canvas)
        else missing(new Error('no canvas here'))
      })
  })

async function addressOf(canvas: HTMLCanvasElement): Promise<string> {
  if (process.env.TARO_ENV === 'h5') return canvas.toDataURL('image/png')
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'png',
  })
  return tempFilePath
}

/** What a button that hands the picture on says here. */
export const handOnWords = process.env.TARO_ENV === 'h5' ? '下载图片' : '发到微信群'

/** Hands a picture on: to a chat where WeChat can, else into the album; in the browser as a file. False when it wasn't. */
export async function handOnPicture(address: string, name: string): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    const link = document.createElement('a')
    link.href = address
    link.download = `${name}.png`
    link.click()
    return true
  }
  // phones with an older WeChat have no such menu
  const share = Taro.canIUse('showShareImageMenu')
    ? Taro.showShareImageMenu({ path: address })
    : Taro.saveImageToPhotosAlbum({ filePath: address })
  return share.then(
    () => true,
    () => false,
  )
}
