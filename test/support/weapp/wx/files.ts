import { types } from 'node:util'
import { answers, type CallOptions, Failed, type Host, Ready } from './call'

export type Paper = { name: string; bytes: Uint8Array }
type Encoding = 'utf8' | 'utf-8' | 'base64' | 'hex' | 'binary' | 'ascii'

/** The phone's files: what people pick from the camera or album, and wx.getFileSystemManager(). */
export class Files {
  /** What the next picking answers; none means that the person cancelled. Papers have a name of their own. */
  picked: (Uint8Array | Paper)[] = []
  readonly saved: string[] = []
  private readonly kept: Map<string, Uint8Array>
  private last: number

  constructor(
    private readonly host: Host,
    initial: Record<string, Uint8Array> = {},
  ) {
    this.kept = new Map(Object.entries(initial))
    this.last = this.kept.size
  }

  /** All that outlasts a restart: what lies in the temporary folder is gone then. Hand it to the next app. */
  all(): Record<string, Uint8Array> {
    return Object.fromEntries([...this.kept].filter(([path]) => !path.startsWith('http://tmp/')))
  }

  /** Puts bytes into the temporary folder; answers their path. */
  keep(bytes: Uint8Array, extension = 'jpg'): string {
    const path = `http://tmp/${++this.last}.${extension}`
    this.kept.set(path, bytes)
    return path
  }

  /** The bytes at a path; fails as the named call does when nothing is there. */
  read(api: string, path: string): Uint8Array {
    const bytes = this.kept.get(path)
    if (!bytes) throw new Failed(`${api}:fail no such file or directory, open '${path}'`)
    return bytes
  }

  api(): Record<string, unknown> {
    const call = (name: string, answer: (options: CallOptions) => unknown) => ({
      [name]: answers(this.host, name, answer),
    })
    return {
      ...call('chooseMedia', (options) => ({
        type: 'image',
        tempFiles: this.pick('chooseMedia', options).map((file) => ({ ...file, fileType: 'image' })),
      })),
      ...call('chooseImage', (options) => {
        const files = this.pick('chooseImage', options)
        return {
          tempFilePaths: files.map((file) => file.tempFilePath),
          tempFiles: files.map((file) => ({ path: file.tempFilePath, size: file.size })),
        }
      }),
      ...call('chooseMessageFile', (options) => ({
        tempFiles: this.pickOf('chooseMessageFile', options).map((file) => ({
          path: file.tempFilePath,
          size: file.size,
          name: file.name ?? file.tempFilePath.split('/').pop(),
          type: 'file',
        })),
      })),
      ...call('compressImage', ({ src }) => ({
        tempFilePath: this.keep(this.read('compressImage', String(src)), 'jpg'),
      })),
      ...call('getImageInfo', ({ src }) => {
        const type = this.read('getImageInfo', String(src))[0] === 0x89 ? 'png' : 'jpeg'
        return { path: src, width: 1200, height: 900, type, orientation: 'up' }
      }),
      ...call('saveImageToPhotosAlbum', ({ filePath }) => void this.saved.push(String(filePath))),
      ...call('openDocument', ({ filePath }) => void this.read('openDocument', String(filePath))),
      getFileSystemManager: () => this.manager(),
    }
  }

  // The list in WeChat holds files of these endings only.
  private pickOf(api: string, options: CallOptions) {
    const endings = Array.isArray(options.extension) ? (options.extension as string[]) : []
    const wrong = (one: (typeof this.picked)[number]) =>
      !(one instanceof Uint8Array) && endings.length > 0 && !endings.includes(one.name.split('.').pop() ?? '')
    if (this.picked.some(wrong))
      throw new Error(`${api}: the phone doesn't offer a file that ends otherwise than ${endings}`)
    return this.pick(api, options)
  }

  private pick(api: string, options: CallOptions) {
    const picked = this.picked.splice(0, Number(options.count ?? 9))
    if (picked.length === 0) throw new Failed(`${api}:fail cancel`)
    return picked.map((one) => {
      const { name, bytes } = 'bytes' in one ? one : { name: undefined, bytes: one }
      return { tempFilePath: this.keep(bytes, name?.split('.').pop()), size: bytes.byteLength, name }
    })
  }

  private manager(): Record<string, unknown> {
    const write = (path: unknown, data: unknown, encoding?: unknown) =>
      void this.kept.set(
        String(path),
        types.isAnyArrayBuffer(data)
          ? new Uint8Array(data as ArrayBuffer).slice()
          : Buffer.from(String(data), (encoding as Encoding) ?? 'utf8'),
      )
    const content = (path: unknown, encoding?: unknown) => {
      const bytes = this.read('readFile', String(path))
      return encoding ? Buffer.from(bytes).toString(encoding as Encoding) : this.host.realm().buffer(bytes)
    }
    const info = (path: unknown) => ({ size: this.read('getFileInfo', String(path)).byteLength })
    const remove = (path: unknown) => {
      this.read('unlink', String(path))
      this.kept.delete(String(path))
    }
    const call = (name: string, answer: (options: CallOptions) => unknown) => answers(this.host, name, answer)
    return {
      readFile: call('readFile', (o) => new Ready({ data: content(o.filePath, o.encoding) })),
      readFileSync: content,
      writeFile: call('writeFile', (o) => write(o.filePath, o.data, o.encoding)),
      writeFileSync: write,
      getFileInfo: call('getFileInfo', (o) => info(o.filePath)),
      access: call('access', (o) => void this.read('access', String(o.path))),
      // A temporary file moves: its old path is gone, the new one stays over a restart.
      saveFile: call('saveFile', ({ tempFilePath }) => {
        const bytes = this.read('saveFile', String(tempFilePath))
        const savedFilePath = `http://store/${++this.last}.${String(tempFilePath).split('.').pop()}`
        this.kept.set(savedFilePath, bytes)
        this.kept.delete(String(tempFilePath))
        return { savedFilePath }
      }),
      removeSavedFile: call('removeSavedFile', (o) => remove(o.filePath)),
      unlink: call('unlink', (o) => remove(o.filePath)),
      unlinkSync: remove,
    }
  }
}
