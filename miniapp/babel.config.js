export default {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  overrides: [
    // A CommonJS file must be given its helpers by require: an import beside module.exports is neither kind of module.
    { test: /node_modules[\\/](canonicalize|chinese-days)[\\/]/, sourceType: 'unambiguous' },
  ],
}
