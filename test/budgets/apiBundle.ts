import { build } from 'esbuild'

/** Bytes of the API as it is uploaded: minified, without the AWS SDK, which Lambda brings. */
export async function apiBundle(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@aws-sdk/*'],
    write: false,
  })
  return outputFiles.reduce((sum, file) => sum + file.contents.byteLength, 0)
}
