export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const audioTypes = ['audio/mp4', 'audio/mpeg', 'audio/aac', 'audio/webm', 'audio/ogg', 'audio/wav'] as const
const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
/** What may be uploaded: pictures that every phone shows, what phones and browsers record, PDF, Excel and Word. */
export const fileTypes = [...pictureTypes, ...audioTypes, 'application/pdf', xlsxType, docxType] as const
export type FileType = (typeof fileTypes)[number]
export const isAudio = (type: string | undefined): boolean => audioTypes.some((a) => a === type)
export const isPicture = (type: string | undefined): boolean => pictureTypes.some((p) => p === type)
export const isOffice = (type: string | undefined): boolean => type === xlsxType || type === docxType

/** A file as its sender declares it: `id` chosen by us, size in bytes, sha256 in lower-case hex. */
export type DeclaredFile = { id: string; name: string; type: FileType; bytes: number; sha256: string }

/** Where a file goes: a multipart POST to `url` of all `fields` and, last, the bytes as `file`. */
export type Upload = { url: string; fields: Record<string, string> }

/** Pictures and papers, in a folder or in S3. Who may have an address is decided before it is asked for. */
export type Files = {
  /** A form for exactly this file, good for 15 minutes; sending it twice changes nothing. Throws `FileRefused`. */
  presign(file: DeclaredFile): Promise<Upload>
  /**
   * The bytes as they were sent, or undefined while there are none. Nobody is ever given them: they stand apart from what is
   * kept until they are looked through, and a form that is sent again reaches no further.
   */
  received(id: string): Promise<Uint8Array | undefined>
  /** Drops what was sent, once what is to be kept of it is kept. */
  dropReceived(id: string): Promise<void>
  /** Keeps bytes that the server itself made or looked through, in place of any that were there under this id. */
  keep(file: { id: string; name: string; type: string }, bytes: Uint8Array): Promise<void>
  /** The same of a file on the disk, without having it whole in memory; the file itself stays. */
  keepFile(file: { id: string; name: string; type: string }, path: string): Promise<void>
  /** Nothing is left of what was sent or kept under this id, its name neither; where there is nothing, nothing happens. */
  drop(id: string): Promise<void>
  /** The bytes that were kept, or undefined. */
  kept(id: string): Promise<Uint8Array | undefined>
  /** Where to download it, good for ten minutes. */
  address(id: string): Promise<string>
}

export const maxBytes = 10 * 1024 * 1024
/** A minute as phones record it is half a megabyte to one; as wav, 2 MB at 16 kHz. */
export const maxAudioBytes = 3 * 1024 * 1024
export const uploadSeconds = 15 * 60
/** What was written for somebody to take away (`x…`) is dropped after so many days; `serverless.yml` says the same to the cloud. */
export const exportDays = 30
export const addressSeconds = 10 * 60

const sentences = {
  type: '只能上传照片（JPG、PNG、WebP）、录音、PDF、Excel（xlsx）或 Word（docx），请换一种格式再传。',
  heic: '这张照片是 HEIC 格式，很多手机打不开。请在手机“设置→相机→格式”里选“兼容性最佳”后重拍，或另存为 JPG 再传。',
  size: '文件超过10MB或是空的。请压缩后再传，表格和PDF可以分成几份。',
  audioSize: '录音超过3MB，不能收。录音最长1分钟，请重新录短一点。',
  audio: '这段录音打不开，请重新录一次。',
  audioLong: '录音最长1分钟，请重新录短一点。',
  video: '这是视频，不是录音。请只录声音，重新录一次。',
  content: '文件内容和它的格式不符，可能改过后缀名。请选原来的文件再传。',
  notOffice:
    '这个文件里面不是Excel（xlsx）或Word（docx），可能只改过后缀名，例如把csv改成了xlsx。请用Excel或WPS打开，另存为xlsx或docx，再传一次。',
  locked: '这个文件是老格式（xls、doc）或者加了密码。请用Excel或WPS打开，去掉密码，另存为xlsx或docx，再传一次。',
  macros: '这个文件里有宏（会自动运行的程序），不能收。请另存为不带宏的xlsx或docx，再传一次。',
  bomb: '这个文件解开以后太大，不能收。请删掉多余的空行、工作表和图片，或者分成几个文件再传。',
  damaged: '文件在上传途中有变动，没有收下。请重新选择文件再传一次。',
  absent: '文件还没有传上来，请再传一次。',
  other: '传上来的文件和选的不一样，请再传一次。',
  upload: '上传时间过久，这次上传已失效。请返回重新选择文件再传。',
  address: '查看地址已失效。请返回上一页重新打开文件。',
} as const

/** Why a file isn't taken or given, with the sentence that people read. */
export class FileRefused extends Error {
  override name = 'FileRefused'
  constructor(
    readonly why: keyof typeof sentences,
    says: string = sentences[why],
  ) {
    super(says)
  }
}

/** Throws `FileRefused` for what no storage takes, `RangeError` for an id or hash that can't be one. */
export function checkDeclared({ id, type, bytes, sha256 }: DeclaredFile) {
  checkId(id)
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`not a sha256 in hex: ${sha256}`)
  if (/^image\/hei[cf]/.test(type)) throw new FileRefused('heic')
  if (!fileTypes.includes(type)) throw new FileRefused('type')
  if (!Number.isInteger(bytes) || bytes < 1 || bytes > maxBytes) throw new FileRefused('size')
  if (isAudio(type) && bytes > maxAudioBytes) throw new FileRefused('audioSize')
}

/** An id becomes part of a path and of an address. */
export function checkId(id: string) {
  if (!/^[\w-]{1,128}$/.test(id)) throw new RangeError(`not a file id: ${JSON.stringify(id)}`)
}

/** How a browser is told the name: pictures, recordings and PDF shown in the page, the rest saved, under its own name, also in Chinese. */
export function disposition(name: string, type: string) {
  // through UTF-8, for half a surrogate pair can't be escaped
  const escaped = encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const how = /^(image|audio)\/|pdf$/.test(type) ? 'inline' : 'attachment'
  return `${how}; filename*=UTF-8''${escaped}`
}
