import { build } from 'esbuild'

/** A bundle as it is uploaded: minified, without the AWS SDK, which Lambda brings. Its bytes, and the packages in it. */
export async function bundleOf(entry: string): Promise<{ bytes: number; packages: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@aws-sdk/*'],
    write: false,
    metafile: true,
  })
  const packages = Object.keys(metafile.inputs).flatMap(
    (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
  )
  return {
    bytes: outputFiles.reduce((sum, file) => sum + file.contents.byteLength, 0),
    packages: [...new Set(packages)],
  }
}

/** Bytes of the API as it is uploaded. */
export const apiBundle = async (entry: string): Promise<number> => (await bundleOf(entry)).bytes
