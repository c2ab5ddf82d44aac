import type { Day } from './engine/case'

/** Who runs it here, as the places know them: the township's name and the phone of whom to ask. */
export type Operator = { name: string; phone?: string }

export type Section = { title: string; says: readonly string[] }
export type Agreement = { version: string; on: Day; sections: readonly Section[] }

/** The agreement that holds now. Whoever agreed to an older one is asked again before anything of theirs is shown or kept. */
export const agreementVersion = '2026-12-01'

/** Law lets a person of this age agree for themselves; for a younger one a guardian does (个人信息保护法第三十一条). */
export const ageOfConsent = 14

/**
 * What someone agrees to before anything about them is kept, in the words that they read (个人信息保护法（2021）第十四、十七条). The
 * operator isn't known to the program: it is whichever township runs it.
 */
export const agreementOf = ({ name, phone }: Operator): Agreement => {
  const reach = phone ? `打电话 ${phone}，` : ''
  return {
    version: agreementVersion,
    on: agreementVersion,
    sections: [
      {
        title: '谁在管这个小程序',
        says: [
          `这个小程序由${name}人民政府办，用来公开村里的事、接大家说的事。您的个人信息由${name}人民政府负责。`,
          '您不同意，也能看村里对外公开的内容，只是不能登录、不能说事。',
        ],
      },
      {
        title: '收什么，做什么用',
        says: [
          '姓名、哪个村哪一户、在村里的身份：村里的名册上有，用来认出您是本村的人，知道您能看什么、能办什么。',
          '手机号：只在第一次登录时核对一下，不存号码本身，只存一串认得出、还原不回去的字符。',
          '微信给的编号：用来登录，也用来给您发您同意接收的通知。',
          '您说的事、提的问题、发的照片和录音：用来办这件事、答复您。',
          '您办过的手续和日子：写进台账，谁也不能偷偷改。',
          '在哪台手机或电脑上登录过：您自己能看到，也能让它退出。',
          '不收您的位置，不看您的通讯录，不读相册里您没选的照片。照片里相机记下的地点和时间，存之前就去掉。',
        ],
      },
      {
        title: '给谁看',
        says: [
          '您说的事给谁看，由您说事的时候选。选“只给说事组看”，就只有办事的人能看到；办事的人哪天看过，您能查到。',
          '给大家看的内容里，不写您的全名、手机号和住址。',
          '法律规定村里必须公开的（例如补贴发给了谁、发了多少），照规定公开，公开的天数满了以后只留总数。',
          '不卖给别人，不拿来做广告，不交给没有关系的单位。法律规定要提供的，按法律办。',
        ],
      },
      {
        title: '微信和存放的地方',
        says: [
          '登录、发通知、查文字和图片有没有违规，要用到微信的服务：文字、图片和微信编号会交给微信去查，微信按它自己的规则办。',
          '所有内容存在中国境内的服务器上，不传到境外。',
        ],
      },
      {
        title: '存多久',
        says: [
          '账号一直留到您注销。登录过60天不用，就自动退出。',
          '消息留180天。导出的文件留30天。',
          '只给说事组看的事，办结满3年，您写的字、照片和录音就删掉，只留下“有过这件事、怎么办的”。',
          '村里的会议、决定、账目是村务档案，法律要求一直留着。',
        ],
      },
      {
        title: '不满14岁的孩子',
        says: [
          '不满14岁的孩子，要由爸爸妈妈或者别的监护人同意才能用。监护人可以随时要求看、改、删孩子的信息。',
          '我们不把孩子的全名放到公开栏上。',
        ],
      },
      {
        title: '您可以做的事',
        says: [
          '看：在“我的数据”里看我们存了您的什么。',
          '要一份：在“我的数据”里点一下，下载一份带走。',
          '改：名字、手机号写错了，在“投诉建议”里选“改我的个人信息”；自己说的事，没办结以前可以补充。',
          '删：可以注销账号。注销以后，您写过的字、照片和录音都删掉；您任职时办过的公事是村务档案，法律要求留着。',
          '收回同意：注销账号就是收回。收回以前办的事还算数。',
          '投诉：在“投诉建议”里说，最多15个工作日答复。不满意可以向县里反映，也可以向网信部门投诉、到法院起诉。',
        ],
      },
      {
        title: '怎么找到我们',
        says: [
          `${reach}到镇便民服务中心当面说，或者在“投诉建议”里说，都可以。`,
          '这份说明改了，会请您再看一遍，同意了才接着用。',
        ],
      },
    ],
  }
}
