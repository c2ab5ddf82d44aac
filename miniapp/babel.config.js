export default {
  presets: [
    // `**` stays: every phone that we serve knows it, and Math.pow, which Babel makes of it, throws at the BigInts of a signature.
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', exclude: ['transform-exponentiation-operator'] }],
  ],
  overrides: [
    // A CommonJS file must be given its helpers by require: an import beside module.exports is neither kind of module.
    { test: /node_modules[\\/](canonicalize|chinese-days)[\\/]/, sourceType: 'unambiguous' },
  ],
}
