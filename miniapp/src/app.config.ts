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
  ],
  // Committee and township work: a villager's phone never downloads it.
  subPackages: [{ root: 'office', pages: ['desk/index', 'act/index', 'monitor/index', 'open/index'] }],
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
