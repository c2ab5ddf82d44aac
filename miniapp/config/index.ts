import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const miniapp = path.resolve(__dirname, '..')
const repository = path.resolve(miniapp, '..')
const shared = path.join(repository, 'shared')
const platform = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp'
const keepsReactWarnings = process.env.TARO_DEBUG_REACT === '1'

// The web page is served by the API itself; the mini-program has no origin of its own.
const apiOrigin = process.env.MINGWU_API ?? (platform === 'h5' ? '' : 'http://127.0.0.1:8080')

// Taro joins outputRoot to its own folder, so an absolute OUT has to become a relative path.
// Each platform has a folder of its own because every build empties it.
const outputRoot = path.relative(miniapp, path.resolve(repository, process.env.OUT ?? `dist/${platform}`))

// Taro transpiles nothing outside src; without this, `?.` and classes reach phones that can't read them.
const transpiled = [
  shared,
  ...['zod', 'canonicalize', '@noble/curves', '@noble/hashes', '@simplewebauthn/browser', 'chinese-days', 'uqr'].map(
    (name) => path.join(repository, 'node_modules', name) + path.sep,
  ),
]

// The design is in plain px at 390 wide: a converted unit would double it on a desktop.
const pxtransform = { enable: false, config: {} }

// chinese-days says that it is CommonJS and ships an ES module; webpack takes its word unless told otherwise.
const chineseDays = path.join(repository, 'node_modules/chinese-days') + path.sep

type Module = { resource?: string }
const isFrom = (place: RegExp) => (module: Module) => place.test(module.resource ?? '')

/** Whether the first page shows nothing of it: neither the app nor a chunk with the boards in it asks for the module. */
function isForLater(module: object, { chunkGraph }: { chunkGraph: ChunkGraph }): boolean {
  return [...chunkGraph.getModuleChunks(module)].every(
    (chunk) =>
      !chunk.canBeInitial() && ![...chunkGraph.getChunkModules(chunk)].some(isFrom(/[\\/]pages[\\/]boards[\\/]/)),
  )
}
type Chunk = { canBeInitial: () => boolean }
type ChunkGraph = {
  getModuleChunks: (module: object) => Iterable<Chunk>
  getChunkModules: (chunk: Chunk) => Iterable<Module>
}

export default defineConfig<'webpack5'>({
  projectName: 'mingwu',
  date: '2026-11-01',
  designWidth: 390,
  deviceRatio: { 390: 1 },
  sourceRoot: 'src',
  outputRoot,
  plugins: [path.join(__dirname, 'aria.cjs')],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: process.env.TARO_CACHE === '1' },
  alias: { '@shared': shared },
  defineConstants: {
    API_ORIGIN: JSON.stringify(apiOrigin),
    // The plugin has to be added to the mini-program by its owner first: a build that names one it hasn't got doesn't start.
    SPEECH_PLUGIN: JSON.stringify(platform === 'weapp' && process.env.MINGWU_SPEECH === 'WechatSI'),
  },
  copy: { patterns: [], options: {} },
  mini: {
    compile: { include: transpiled },
    debugReact: keepsReactWarnings,
    webpackChain(chain) {
      chain.module.rule('chinese-days').include.add(chineseDays).end().type('javascript/auto')
      // Any build without --watch is a production build to Taro; React's warnings need it told otherwise.
      if (keepsReactWarnings) {
        chain.mode('development')
        chain.devtool(false)
        chain.optimization.minimize(false)
      }
    },
    postcss: { pxtransform },
  },
  h5: {
    compile: { include: transpiled },
    // Taro's own groups look at entry chunks only: every page would repeat 60 KB of @tarojs/components.
    webpackChain(chain) {
      chain.module.rule('chinese-days').include.add(chineseDays).end().type('javascript/auto')
      chain.optimization.splitChunks({
        chunks: 'all',
        maxInitialRequests: Number.POSITIVE_INFINITY,
        minSize: 0,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          common: { name: 'common', minChunks: 2, priority: 1 },
          later: { name: 'later', chunks: 'async', minChunks: 2, test: isForLater, priority: 2 },
          vendors: { name: 'vendors', chunks: 'initial', test: isFrom(/[\\/]node_modules[\\/](?!uqr)/), priority: 10 },
          // Read ahead once the first page stands, so that without network every page that villagers need is there.
          zod: { name: 'zod', test: isFrom(/[\\/]node_modules[\\/]zod[\\/]/), priority: 110 },
          villagers: {
            name: 'villagers',
            chunks: 'async',
            test: isFrom(/[\\/]src[\\/](more[\\/]|pages[\\/](?!boards))/),
            priority: 5,
          },
          // Recording, playing, choosing photos: nobody needs them to read the first page.
          attached: {
            name: 'attached',
            chunks: 'async',
            test: isFrom(
              /[\\/](screen[\\/](RecordField|VoiceNote|PrintButton)|components[\\/]VoiceField|platform[\\/](photos|recorder|player)|shared[\\/]pictures)/,
            ),
            priority: 7,
          },
          // The rulebook: the first page shows what others have worked out by it and needs none of it.
          forms: {
            name: 'forms',
            chunks: 'async',
            test: isFrom(
              /[\\/]shared[\\/](schemas|workflows|catalogue|requestCategories|sheet|accounts|disclosure|personal|spoken|rules|rolls|roster|whyNotCalled|matterTopics|paperClasses|minutes|settingWords|engine[\\/](open|count|chain|routeTo|evolve))/,
            ),
            priority: 6,
          },
          office: {
            name: 'office',
            chunks: 'async',
            test: isFrom(/[\\/]src[\\/]office[\\/]/),
            minChunks: 2,
            priority: 6,
          },
          taro: { name: 'taro', test: isFrom(/@tarojs[\\/]|@stencil[\\/]/), priority: 100 },
        },
      })
    },
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform, autoprefixer: { enable: true, config: {} } },
  },
})
