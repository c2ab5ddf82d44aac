import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { addressSeconds, checkDeclared, checkId, disposition, type Files, uploadSeconds } from './files'
import { checkContent } from './sniff'

/**
 * Files in S3, under `files/`. The form binds key, type, size and sha256, which S3 itself checks while it takes the
 * bytes; whether the content is what its type says can only be seen afterwards, by `read`.
 */
export function openBucket({ client, bucket }: { client: S3Client; bucket: string }): Files {
  const place = (id: string) => {
    checkId(id)
    return { Bucket: bucket, Key: `files/${id}` }
  }

  const get = async (id: string) => {
    try {
      const { Body, ContentType } = await client.send(new GetObjectCommand(place(id)))
      return { bytes: await Body!.transformToByteArray(), type: ContentType }
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }

  return {
    async presign(file) {
      checkDeclared(file)
      return createPresignedPost(client, {
        ...place(file.id),
        Expires: uploadSeconds,
        Conditions: [['content-length-range', file.bytes, file.bytes]],
        // Each field becomes a condition of the signed policy.
        Fields: {
          'Content-Type': file.type,
          'Content-Disposition': disposition(file.name, file.type),
          'x-amz-checksum-algorithm': 'SHA256',
          'x-amz-checksum-sha256': Buffer.from(file.sha256, 'hex').toString('base64'),
        },
      })
    },

    async read(id) {
      const got = await get(id)
      if (got) await checkContent(got.bytes, got.type)
      return got?.bytes
    },

    async keep({ id, name, type }, bytes) {
      const as = { ContentType: type, ContentDisposition: disposition(name, type) }
      await client.send(new PutObjectCommand({ ...place(id), ...as, Body: bytes }))
    },

    async keepFile({ id, name, type }, path) {
      const as = { ContentType: type, ContentDisposition: disposition(name, type) }
      // a stream doesn't know its own length, and S3 takes nothing whose length it isn't told
      const ContentLength = (await stat(path)).size
      await client.send(new PutObjectCommand({ ...place(id), ...as, ContentLength, Body: createReadStream(path) }))
    },

    kept: async (id) => (await get(id))?.bytes,

    address: async (id) => getSignedUrl(client, new GetObjectCommand(place(id)), { expiresIn: addressSeconds }),
  }
}
