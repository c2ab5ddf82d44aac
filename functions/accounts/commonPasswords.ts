/**
 * What people choose again and again, as the lists of leaked passwords tell it, with the habits of Chinese users: digits that sound
 * like words, 我爱你 in pinyin, surnames, given names and places. A password that is put together from these and years alone is
 * as easily guessed as each of them.
 */
const digits = `
000000 111111 222222 333333 444444 555555 666666 777777 888888 999999 00000000 11111111 22222222 66666666 88888888 99999999
123456 1234567 12345678 123456789 1234567890 0123456789 12345 1234 123123 123123123 123321 1234321 123456654321 654321 7654321
87654321 987654321 9876543210 0987654321 112233 11223344 1122334455 121212 12121212 131313 232323 101010 102030 123654 123654789
147258 147258369 1472583690 147147 159357 159753 159951 789456 789456123 741852 741852963 963852741 852456 258369 246810 135790
13579 1357924680 2468 13579246810 12344321 1234554321 123456123456 12345678910 1234512345 123412341234 456789 456456 789789 147852
147896325 321321 321654987 3215987 112358 314159 3141592653 31415926 271828 1qaz 5201314 520520 5201314520 1314520 1314521 1314 520
521 521521 521125 5211314 7758521 7758258 7788521 7708801314520 584520 584521 5845201314 594188 5841314520 5845211314 987987 963963
201314 2013145 20131420 3344520 33445210 1230123 4008123123 110110 119119 120120 10086 10010 100100 12306 95588 95533 168168 1688
16888 168888 518518 518888 5188888 886886 881188 668668 666888 888666 688888 698698 777888 788888 818181 8008208820 8888888888
6666666666 1111111111 0000000000 9999999999 2222222222 5555555555 7777777777 3333333333 4444444444 123000 100200 100200300 110120
1101201 110120119 19491001 20080808 20010911 20121221 19970701 101001 112211 123789 147369 1236987 12369874 147896 7895123
78951230 7410852963 0147258369 1029384756 5432112345 54321 543210 6543210 1212 2121 1313 6969 696969 420420 007007 911911 123454321
11112222 22223333 12341234 43214321 98765 98765432 13145200 52013140 1314258 1314159 1573 1593572486 159357456 1234560 01234567
010101 020202 123qwe 123abc 123321123 112233445566 121314 131420 141421 151515 161616 171717 181818 191919 202020 252525 303030`
const keyboard = `
qwerty qwertyu qwertyui qwertyuio qwertyuiop qwert qwer qwerasdf qwerasdfzxcv qweasd qweasdzxc qwe123 qwer1234 qwerty1 qwerty12
qwerty123 qwerty1234 qwerty12345 asdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdasd asd123 asdf1234 asdqwe asdzxc zxcv zxcvb zxcvbn
zxcvbnm zxczxc zxc123 zaq12wsx zaqwsx zaqxsw zaq1xsw2 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3
q1w2e3r4 q1w2e3r4t5 qazwsx qazwsxedc qazwsx123 qaz123 qazxsw wsxedc 2wsx3edc edcrfv rfvtgb tgbyhn yhnujm ujmikm poiuyt poiuytrewq
lkjhgf lkjhgfdsa mnbvcx mnbvcxz qqqqqq aaaaaa aaa111 aaaa1111 aaa123 aa123456 aabbcc abc123 abcd1234 abcde abcdef abcdefg abcdefgh
abcdefghi abcdefghij abc abcd abcabc abc1234 abc12345 abc123456 a123456 a1234567 a12345678 a123456789 a1b2c3 a1b2c3d4 a1s2d3 a1s2d3f4
q123456 q123456789 z123456 w123456 s123456 qq123456 qq123123 qwaszx q1q1q1 zzzzzz xxxxxx ssssss dddddd wwwwww asasas qwqwqw 1a2b3c
1a2b3c4d 123asd 123zxc 123qweasd 123qweasdzxc 123456a 1234567a 12345678a 123456789a 123456q 123456qq 123456abc 123456aa 123456qwerty
1234qwer 1234abcd 12qwaszx 12qw 123qaz 321qwe 963qwe 147qwe q2w3e4r5 wasd wasdwasd uiop hjkl vbnm yuiop ytrewq fdsa gfdsa trewq rewq`
const words = `
password passwd passw0rd p@ssw0rd p@ssword pa55word password1 password12 password123 passport pass pass123 pass1234 admin admin123
admin1234 admin888 administrator root root123 toor test test123 test1234 testing guest user username login welcome welcome1 welcome123
letmein master manager system server service secret private public default changeme change super superman superuser batman spiderman
ironman hulk thor pokemon pikachu naruto onepiece dragon dragonball monkey tiger lion panda rabbit snoopy doraemon kitty hello
hello123 helloworld world hellokitty iloveyou iloveyou1 iloveu loveyou loveme love lover lovely love123 lovelove forever always
princess prince angel angels baby babygirl babyboy sweety sweet sunshine sunflower flower rose lily daisy summer winter spring autumn
monday friday sunday january june july august october december football soccer baseball basketball tennis hockey golf volleyball
jordan jordan23 kobe kobe24 bryant lebron messi ronaldo beckham yaoming michael michelle jennifer jessica ashley amanda andrew anthony
charlie daniel david george harley hunter jack james john joshua justin kevin lisa maggie maria mark martin mary matthew melissa
nicole patrick peter rachel richard robert ryan samantha sarah steven stephen susan thomas tigger victoria william zhang alex alice
amy andy anna bella bob brandon cindy coco eric eva frank grace helen henry jason jerry jimmy joe jojo judy julia kelly ken lucky
lucy mike nancy nick paul rose sam sandy sherry simon sophia steve tom tony vicky vincent wendy windows microsoft google apple
iphone android samsung huawei xiaomi oppo vivo nokia sony lenovo computer internet network laptop mobile mobilephone phone wechat
weixin qqqq tencent taobao alipay alibaba baidu weibo douyin jingdong meituan bilibili china chinese chinaman beijing shanghai
guangzhou shenzhen money rich richman happy happyday happy123 lucky7 goodluck success freedom victory power matrix hacker shadow
ninja killer warrior hunter ranger knight wizard magic phoenix eagle falcon hawk wolf bear shark dolphin horse cowboy cookie
chocolate cheese banana orange apple123 pepper ginger butter coffee pizza cake candy sugar honey diamond gold golden silver purple
yellow green blue red black white pink rainbow star stars starwars startrek moon heaven hell jesus christ god faith hope blessed
peace access enter open sesame trustno1 whatever nothing anything someone asshole fuckyou fuck shit bitch sexy playboy naked
biteme hottie cool music guitar piano rock metal metallica nirvana eminem linkinpark movie camera picture photo game gamer player
warcraft starcraft counter strike minecraft liverpool arsenal chelsea barcelona manchester madrid yankees lakers ferrari porsche
mercedes toyota honda nissan benz bmw audi harleydavidson mustang corvette school student teacher college english family mother
father mama papa mommy daddy sister brother friend friends boss company office work home house number one two three four five
six seven eight nine ten zero abcxyz xyz temp temp123 demo demo123 sample example oracle mysql linux ubuntu cisco qwertz azerty
dubsmash myspace linkedin adobe123 photoshop 1password zinch solo zxcvasdf fuckyou1 monkey1 dragon1 charlie1 sunshine1 princess1`
const chinese = `
woaini woaini1314 woaini520 woaini521 woaini123 woaiwo woaiwojia woaiwoziji woaizhongguo woaibeijing woaixuexi woaima woaimama
woaibaba woaita woaitamen wobuaini woxiangni woxihuanni aini ainiyiwannian ainiyiwanian ainima aiwoma aiqing nihao nihaoma
wodemima mima mima123 mima123456 mimamima wangjimima xinmima wangle wodejia wodeai wode nide tade women tamen zhongguo zhongguoren
zhonghua renmin laogong laopo laogonglaopo baobao baobei baobeier xinxin xiaobao xiaobei xiaoxiao xiaoming xiaohong xiaolong
xiaoyu xiaoli xiaofang xiaojun xiaohua xiaoqiang dabao erbao gege jiejie didi meimei mama baba yeye nainai tiantian kuaile
shengrikuaile xinniankuaile gongxifacai facai dafa fafafa shunshunshun shunli pingan pinganfu jiankang xingfu meili mingtian jintian
zuotian caonima caonimabi nimabi wocao shabi diaosi tuhao laoban jingli dianhua shouji diannao youxi qiche gongzi gongsi xuexiao
laoshi xuesheng tongxue pengyou haoyou meinv shuaige cunwei cunweihui cunmin shuji zhuren dangyuan zhengfu cunzhang wenshu kuaiji
chuna nongcun xiangzhen gongkai mingwu cunwu caiwu wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin
luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong yuan pan yu jiang cai du ye cheng su wei lv ding ren shen
yao lu cui zhong tan wang fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu hou yin xue yan duan lei long tao shao mao hao
gu gong wan kong qian ke ruan he wangwei wanglei wangfang wangjing wangqiang wangyong wangyan wangjun wangli wangmin wanghao wangtao
wangpeng wangxin wangchao wangbin wanghui wangdong zhangwei zhangmin zhanglei zhangjing zhangli zhangyong zhangjie zhangyan
zhangpeng zhangtao zhangjun zhangqiang zhanghao zhangxin zhangchao zhangfang liwei lina lijing lijun liming liqiang lili lijie
liyan liyong lipeng lihua lilei lihao litao lixin lifang linlin liuwei liuyang liumin liuyan liujing liuqiang liutao liujie liujun
liuli liupeng liuhao liufang chenjing chenchen chenwei chenjie chenyan chenli chenxi chenjun chenhao chenlong yangyang yangjing
yangfan yangliu yangli yangwei yangjie huangwei huangjie huangli zhaowei zhaojing zhaomin zhaolei zhaoyang wujing wuwei wuyan
zhoujie zhoujielun zhouwei xujing sunli sunwei sunyan malin mali mawei zhujun huwei guojing linfeng gaowei luowei liudehua
zhangxueyou wangfei caiyilin zhangjiehui jinyong yaoming maozedong dengxiaoping weiwei jingjing yingying fangfang lulu lanlan
lingling mingming honghong qiangqiang tingting tongtong dandan doudou feifei haohao huanhuan jiajia jiejie junjun lele leilei
longlong maomao nannan niuniu pangpang pengpeng pingping qianqian qiqi rongrong shanshan shasha songsong taotao wenwen xixi
xueying yangguang yanyan yaya yiyi yuanyuan yuanyuan yueyue yuyu zhenzhen zhuzhu guangdong guangxi zhejiang jiangsu jiangxi
shandong shanxi shaanxi henan hebei hunan hubei anhui fujian sichuan guizhou yunnan hainan gansu qinghai ningxia xinjiang xizang
neimenggu liaoning jilin heilongjiang taiwan hongkong xianggang aomen tianjin chongqing hangzhou ningbo wenzhou taizhou xiangshan
nanjing suzhou wuxi wuhan changsha chengdu xian jinan qingdao zhengzhou shenyang dalian haerbin changchun fuzhou xiamen nanchang
hefei kunming guiyang nanning haikou lanzhou yinchuan huhehaote wulumuqi lasa shijiazhuang taiyuan`

const all = [digits, keyboard, words, chinese].flatMap((list) => list.trim().split(/\s+/))
export const commonPasswords: ReadonlySet<string> = new Set(all)
const longest = Math.max(...all.map((word) => word.length))

const year = /^(19[3-9]\d|20[0-4]\d)((0[1-9]|1[0-2])([0-2]\d|3[01])?)?$/
const isRun = (part: string): boolean => {
  const steps = [...part].slice(1).map((c, i) => c.charCodeAt(0) - part.charCodeAt(i))
  return part.length >= 3 && steps.every((s) => s === steps[0] && Math.abs(s) <= 1)
}
const isGuess = (part: string): boolean => commonPasswords.has(part) || year.test(part) || isRun(part)

/** So many characters of one's own don't save a password that is otherwise put together from common ones. */
const ownAtMost = 2

/** Whether a password, in small letters, is common or put together from common ones, years, birthdays and runs. */
export const isCommon = (password: string): boolean => {
  const text = password.replace(/[\s._\-!@#$%^&*+=~?,;:/\\|'"()[\]{}<>]/g, '')
  const own = Array.from({ length: text.length + 1 }, () => Number.POSITIVE_INFINITY)
  own[0] = 0
  for (let end = 1; end <= text.length; end++) {
    own[end] = own[end - 1] + 1
    for (let length = 2; length <= Math.min(end, longest); length++)
      if (own[end - length] < own[end] && isGuess(text.slice(end - length, end))) own[end] = own[end - length]
  }
  return own[text.length] <= ownAtMost
}
