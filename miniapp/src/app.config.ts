const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tab/${name}.png`,
  selectedIconPath: `assets/tab/${name}-on.png`,
})

export default defineAppConfig({
  pages: [
    'pages/boards/index',
    'pages/speak/index',
    'pages/matters/index',
    'pages/me/index',
    'pages/case/index',
    'pages/raise/index',
    'pages/signIn/index',
    'pages/villages/index',
    'pages/ask/index',
    'pages/questioning/index',
    'pages/search/index',
    'pages/guides/index',
    'pages/disclosure/index',
    'pages/answers/index',
    'pages/rates/index',
    'pages/sessions/index',
  ],
  // Committee and township work: a villager's phone never downloads it.
  subPackages: [
    {
      root: 'office',
      pages: [
        'desk/index',
        'act/index',
        'monitor/index',
        'open/index',
        'papers/index',
        'matrix/index',
        'catalogue/index',
        'settings/index',
        'guides/index',
        'sessions/index',
        'session/index',
        'words/index',
        'sample/index',
      ],
    },
  ],
  // 微信同声传译 reads aloud; only in a build for a mini-program that has it. The web page ignores it.
  ...(process.env.MINGWU_SPEECH === 'WechatSI' && {
    plugins: { WechatSI: { version: '0.3.6', provider: 'wx069ba97219f66d99' } },
  }),
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '明务',
    navigationBarTextStyle: 'black',
    navigationBarBackgroundColor: '#F6F2E9',
    backgroundColor: '#F6F2E9',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#524B41',
    selectedColor: '#211D18',
    backgroundColor: '#FFFDF8',
    borderStyle: 'white',
    list: [tab('boards', '公开栏'), tab('speak', '说事'), tab('matters', '议事'), tab('me', '我的')],
  },
})
