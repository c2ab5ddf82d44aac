import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { addressSeconds, checkDeclared, checkId, disposition, type Files, uploadSeconds } from './files'

/**
 * Files in S3, under `files/`, what was just sent under `files/sent/`, where it is dropped after a day. The form binds key, type,
 * size and sha256, which S3 itself checks while it takes the bytes.
 */
export function openBucket({ client, bucket }: { client: S3Client; bucket: string }): Files {
  const place = (id: string) => {
    checkId(id)
    return { Bucket: bucket, Key: `files/${id}` }
  }

  const sent = (id: string) => {
    checkId(id)
    return { Bucket: bucket, Key: `files/sent/${id}` }
  }

  const get = async (from: { Bucket: string; Key: string }) => {
    try {
      const { Body } = await client.send(new GetObjectCommand(from))
      return await Body!.transformToByteArray()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }

  return {
    async presign(file) {
      checkDeclared(file)
      return createPresignedPost(client, {
        ...sent(file.id),
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

    received: async (id) => get(sent(id)),

    // the functions have no right to delete; nothing is left of it all the same
    dropReceived: async (id) => {
      await client.send(new PutObjectCommand({ ...sent(id), Body: new Uint8Array() }))
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

    async drop(id) {
      // as above: nothing is left of it but its key
      for (const at of [sent(id), place(id)]) await client.send(new PutObjectCommand({ ...at, Body: new Uint8Array() }))
    },

    kept: async (id) => {
      const bytes = await get(place(id))
      return bytes?.length ? bytes : undefined
    },

    address: async (id) => getSignedUrl(client, new GetObjectCommand(place(id)), { expiresIn: addressSeconds }),
  }
}
