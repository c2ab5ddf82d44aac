import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { S3Client } from '@aws-sdk/client-s3'
import { openBucket } from '../../functions/files/bucket'
import type { Files } from '../../functions/files/files'

/** S3 as far as keeping and reading go, over HTTP, and the files of a bucket `papers` in it. */
export async function startBucket(): Promise<{ files: Files; endpoint: string; shut: () => void }> {
  const stored = new Map<string, Buffer>()
  const server = createServer(async (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url!, 'http://s3')
    if (incoming.method === 'PUT') {
      stored.set(pathname, Buffer.concat(await incoming.toArray()))
      return outgoing.end()
    }
    const bytes = stored.get(pathname)
    if (bytes) return outgoing.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes)
    return outgoing.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = new S3Client({
    ...{ endpoint, region: 'cn-northwest-1', forcePathStyle: true },
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  return { files: openBucket({ client, bucket: 'papers' }), endpoint, shut: () => server.close() }
}
