/**
 * What a guesser who knows Chinese tries first, the likeliest first: for the estimate of how strong a passphrase is
 * (passphrase-strength.ts). Pinyin is guessed by the syllable, not by the letter; verses and sayings as a whole.
 */

/** Without tones. */
export const PINYIN = words(`
  de shi yi bu le zai ren you wo ta zhe ge men zhong lai shang da wei he guo di dao shuo yao jiu chu hui ke ye ni dui
  sheng neng er zi na jian jia xue xia guo yang li hou xin jin fa tian cheng zuo dang qu hao kan qi fen hai jing gong
  ma xiao kai duo shou fang ri dong xi nan bei ming hua yong xing mian qian gao zhi liang chang mei ai bao an bai ban
  bang ben bi bian biao bie bin bing bo can cai cang cao ce ceng cha chai chan chao che chen chi chong chou chuan
  chuang chui chun chuo ci cong cou cu cuan cui cun cuo dai dan deng dian diao die ding diu dou du duan dun en fan fei
  feng fo fou fu ga gai gan gang gei gen geng gou gu gua guai guan guang gui gun ha han hang hei hen heng hong hu huai
  huan huang hun huo ji jiang jiao jie jiong ju juan jue jun ka kang kao ken keng kong kou ku kua kuai kuan kuang kui
  kun kuo la lan lang lao lei leng lia lian liao lie lin ling liu long lou lu luan lun luo lv lue mai man mang mao me
  men meng mi miao mie min miu mo mou mu nai nang nao ne nei nen neng nian niang niao nie nin ning niu nong nu nuan nuo
  nv nue ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qia qiang qiao qie qin qing qiong qiu
  quan que qun ran rang rao re reng rong rou ru ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shao she
  shen shu shua shuai shuan shuang shui shun si song sou su suan sui sun suo tai tan tang tao te teng ti tiao tie ting
  tong tou tu tuan tui tun tuo wa wai wan wang wen weng wu xian xiang xie xiong xiu xu xuan xun ya yan yin ying yu yuan
  yue yun za zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhen zheng zhou zhu zhua zhuai zhuan zhuang zhui
  zhun zhuo zong zou zu zuan zui zun zuo
`);

/** Passwords, greetings, sayings and verses that everybody knows; in characters and, where people type them so, in pinyin. */
export const PHRASES = words(`
  我爱你 我爱你一生一世 密码 口令 中国 我的密码 你好 世界 芝麻开门 一生一世 天长地久 万事如意 恭喜发财 生日快乐 新年快乐
  身体健康 心想事成 一帆风顺 大吉大利 好好学习天天向上 我爱中国 我爱北京天安门 中华人民共和国 中国人民 为人民服务 北京 上海 深圳
  广州 香港 哈哈 宝贝 老婆 老公 爸爸 妈妈 我是谁 不知道 管理员 测试 用户 电脑 公司 证券 股票 基金 投资 研究 人工智能 大模型
  涨停 牛市 发财 平安 福如东海 寿比南山 一二三四五六七 一二三四五六七八九十 天地玄黄宇宙洪荒 人之初性本善 床前明月光 疑是地上霜
  举头望明月 低头思故乡 白日依山尽 黄河入海流 欲穷千里目 更上一层楼 春眠不觉晓 处处闻啼鸟 夜来风雨声 花落知多少 锄禾日当午
  汗滴禾下土 谁知盘中餐 粒粒皆辛苦 但愿人长久 千里共婵娟 海内存知己 天涯若比邻 大江东去浪淘尽 千古风流人物 问君能有几多愁
  恰似一江春水向东流 落霞与孤鹜齐飞 秋水共长天一色 会当凌绝顶 一览众山小 国破山河在 城春草木深 野火烧不尽 春风吹又生
  采菊东篱下 悠然见南山 路漫漫其修远兮 吾将上下而求索 天行健君子以自强不息 地势坤君子以厚德载物 先天下之忧而忧 后天下之乐而乐
  不以物喜不以己悲 学而时习之不亦说乎 三人行必有我师 己所不欲勿施于人 道可道非常道 名可名非常名 上善若水 厚德载物 自强不息
  海阔天空 马到成功 画蛇添足 亡羊补牢 守株待兔 塞翁失马 卧虎藏龙 龙马精神 一鸣惊人 百年好合 金玉满堂 年年有余
  woaini woaiwojia wodemima mima nihao zhongguo beijing shanghai shenzhen zhimakaimen yishengyishi baobei laopo laogong
  chuangqianmingyueguang yishidishangshuang nihaoshijie wobuzhidao
`);

/** Numerals in order. */
export const NUMERALS = words('一 二 三 四 五 六 七 八 九 十');

function words(text: string): string[] {
  return [...new Set(text.trim().split(/\s+/))];
}
