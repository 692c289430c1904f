/**
 * Settings of facts in both languages. A setting is kept as its source or its reader wrote it, parts apart by
 * commas (`own cluster, before rounding`, `家电, 一级能效`); what is known here is shown in the language of the
 * reader, and everything else (`5-shot, CoT`, words of the user's own) as it stands.
 *
 *     settingIn('cloud', 'zh')                       // 云端
 *     settingIn('与 GPT-3.5 Turbo 相比', 'en')       // vs. GPT-3.5 Turbo
 *
 * Definitions of series are settings too; their words are those of the charts.
 */
import { dimensionText } from './charts/dimension-words.ts';
import type { Language, LocalText } from './language.ts';

/** Chinese and English of the settings, and of their parts, in bundled facts. */
const WORDS: readonly (readonly [zh: string, en: string])[] = [
  // How something is run, trained and bought.
  ['云端', 'cloud'],
  ['本地部署', 'on premises'],
  ['自有集群', 'own cluster'],
  ['初始投入', 'initial outlay'],
  ['取整前', 'before rounding'],
  ['单次训练', 'one training run'],
  ['A100、H100 供应受限', 'with A100 and H100 in short supply'],
  ['1 台 DGX A100', '1 DGX A100'],
  ['单卡部署', 'deployment on one GPU'],
  ['微调', 'fine-tuning'],
  ['预训练', 'pretraining'],
  ['预训练版本', 'pretrained'],
  ['调优', 'tuning'],
  ['推理', 'inference'],
  ['推理与训练相比', 'inference against training'],
  ['满载', 'full load'],
  ['待机', 'standby'],
  ['金融数据', 'financial data'],
  ['按需', 'on request'],
  // When, and how far.
  ['计划', 'planned'],
  ['累计', 'cumulative'],
  ['年末', 'year-end'],
  ['全部 GPU', 'all GPUs'],
  ['2 个月', '2 months'],
  ['近 12 个月', 'past 12 months'],
  ['2019 年及之前', '2019 and before'],
  ['2023 上半年至下半年', '2023H1 to 2023H2'],
  ['未来', 'future'],
  ['财年 Q3', 'fiscal Q3'],
  ['同比', 'YoY'],
  ['上限', 'upper bound'],
  ['固定汇率', 'constant currency'],
  ['单日', 'daily'],
  ['全周', 'weekly'],
  ['本周峰值', 'peak of the week'],
  ['全平台', 'all platforms'],
  ['上次', 'previous'],
  ['详述', 'in detail'],
  ['与上一代相比', 'vs. the generation before'],
  // Capital expenditure.
  ['AI 服务', 'AI services'],
  ['资本性支出', 'capital expenditure'],
  ['资本性支出的用途', 'use of capital expenditure'],
  ['GPU 投资', 'investment in GPUs'],
  ['对生成式 AI 的看法', 'view of generative AI'],
  // Benchmarks.
  ['可变 shot', 'variable-shot'],
  ['自报', 'reported'],
  ['经 API', 'via API'],
  ['准确率', 'accuracy'],
  ['中文 NLP', 'Chinese NLP'],
  ['基础能力', 'basic abilities'],
  ['长文本', 'long documents'],
  ['开放式对话和问答', 'open dialogue and QA'],
  ['图生视频', 'image-to-video'],
  ['舞蹈视频', 'dance video'],
  ['时装视频', 'fashion video'],
  ['定性比较', 'qualitative comparison'],
  ['人工评估', 'human evaluation'],
  ['多项任务', 'many tasks'],
  ['多项能力', 'several abilities'],
  ['10 项基准', '10 benchmarks'],
  ['综合基准', 'overall benchmarks'],
  ['基准测试', 'benchmarks'],
  ['综合性能', 'overall performance'],
  ['整体性能', 'performance'],
  ['整体水平', 'overall level'],
  ['人类评测', 'evaluation by people'],
  ['中文评测', 'Chinese benchmarks'],
  ['英文评测', 'English benchmarks'],
  ['中文医疗', 'Chinese medicine benchmarks'],
  ['英文医疗', 'English medicine benchmarks'],
  ['对齐评测', 'alignment benchmarks'],
  ['数学和代码', 'mathematics and code'],
  ['数学、代码、多语言', 'mathematics, code, languages'],
  ['语言理解、数学', 'understanding, mathematics'],
  ['代码', 'code'],
  ['代码、多模态', 'code, multimodality'],
  ['代码与综合能力', 'code and overall ability'],
  ['文本处理', 'text processing'],
  ['长文本处理', 'long context'],
  ['长期上下文检索', 'retrieval from long context'],
  ['单物体识别', 'recognition of one object'],
  ['IQ 测试、多物体识别', 'IQ test, recognition of several objects'],
  ['工业具身代理、GUI 导航、多物体识别', 'embodied agents, GUI navigation, several objects'],
  // What a feature is about.
  ['架构', 'architecture'],
  ['结构', 'structure'],
  ['规模', 'size'],
  ['版本', 'versions'],
  ['定位', 'positioning'],
  ['功能', 'functions'],
  ['方法', 'method'],
  ['来源', 'origin'],
  ['表示方法', 'representation'],
  ['风格', 'styles'],
  ['领域', 'fields'],
  ['客户', 'customers'],
  ['计算实例', 'instances'],
  ['用途', 'use'],
  ['引文', 'citation'],
  ['概览', 'overview'],
  ['训练要素', 'training factors'],
  ['碳足迹', 'carbon footprint'],
  ['数据截止', 'data freshness'],
  ['开放范围', 'availability'],
  ['可用范围', 'where it can be used'],
  ['下载途径', 'where to download'],
  ['运行环境', 'where it runs'],
  ['接入方式', 'access'],
  ['应用领域', 'fields of application'],
  ['部署', 'deployment'],
  ['量化', 'quantisation'],
  ['后训练', 'post-training'],
  ['小模型后训练', 'post-training of small models'],
  ['小型模型', 'small models'],
  ['对齐', 'alignment'],
  ['幻觉', 'hallucination'],
  ['回答长度', 'length of answers'],
  ['响应速度', 'speed'],
  ['计算量', 'compute'],
  ['视觉能力', 'vision'],
  ['多模态', 'multimodality'],
  ['多语言', 'languages'],
  ['编程', 'programming'],
  ['通用', 'general'],
  ['训练数据', 'training data'],
  ['训练方式', 'way of training'],
  ['训练方法', 'training method'],
  ['迁移学习', 'transfer learning'],
  ['专家来源', 'origin of the experts'],
  ['硬件需求', 'hardware'],
  ['安全限制', 'safety limits'],
  ['对标', 'compared with'],
  ['国产化', 'domestic supply'],
  ['开源内容', 'what is open'],
  ['开源模式', 'open or closed'],
  ['开源数据中心设计', 'open data-centre designs'],
  ['透明性与可控性', 'transparency and control'],
  ['创新速度与商业应用', 'speed of innovation and commercial use'],
  ['资源共享与独占优势', 'shared resources and exclusive advantage'],
  ['安全与隐私', 'security and privacy'],
  ['数据敏感行业', 'industries with sensitive data'],
  // Vendors.
  ['受邀', 'invited'],
  ['企业', 'enterprise'],
  ['企业版', 'enterprise edition'],
  ['推出新模型', 'with models of their own'],
  ['协助企业采用', 'helping others adopt it'],
  ['X 平台功能', 'features on X'],
  ['回应李彦宏', 'reply to Robin Li'],
  ['扎克伯格的预测', 'Zuckerberg’s forecast'],
  ['腾讯全域', 'within Tencent'],
  ['一万条文案, 每条 350 字', '10,000 posts of 350 characters'],
  // Industries, ratings and markets.
  ['智能终端厂商', 'device makers'],
  ['云服务提供商', 'cloud providers'],
  ['AI开发平台和工具提供商', 'AI platforms and tools'],
  ['数据分析及技术服务公司', 'data and technology services'],
  ['软件开发及应用公司', 'software and applications'],
  ['国信证券', 'Guosen Securities'],
  ['华福证券', 'Huafu Securities'],
  ['国金证券', 'Sinolink Securities'],
  ['天风证券', 'TF Securities'],
  ['股票', 'stock'],
  ['公司', 'company'],
  ['行业', 'industry'],
  ['买入', 'buy'],
  ['增持', 'accumulate'],
  ['持有', 'hold'],
  ['中性', 'neutral'],
  ['减持', 'reduce'],
  ['回避', 'avoid'],
  ['卖出', 'sell'],
  ['无评级', 'not rated'],
  ['优于大市', 'better than the market'],
  ['强于大市', 'stronger than the market'],
  ['跟随大市', 'in line with the market'],
  ['弱于大市', 'weaker than the market'],
  ['评级说明', 'in the grades'],
  ['备注', 'in the remark'],
  ['A股市场', 'A shares'],
  ['新三板市场', 'NEEQ'],
  ['香港市场', 'Hong Kong'],
  ['美国市场', 'United States'],
  // Policy.
  ['超长期特别国债', 'ultra-long special treasury bonds'],
  ['设备更新贷款', 'equipment loans'],
  ['设备更新贷款贴息', 'interest subsidy on equipment loans'],
  ['中央财政', 'central budget'],
  ['已取消', 'abolished'],
  ['家电', 'appliances'],
  ['一级能效', 'efficiency grade 1'],
  ['二级能效', 'efficiency grade 2'],
  ['每件', 'each'],
  ['汽车报废', 'car scrapped'],
  ['汽车报废更新', 'car scrapped and replaced'],
  ['汽车购买', 'car bought'],
  ['新能源车', 'new-energy car'],
  ['燃油车', 'fuel car'],
  ['未用完资金收回中央', 'unused funds return to the centre'],
  // Degrees of openness, and risks.
  ['完全开源', 'fully open'],
  ['部分开源', 'partly open'],
  ['仅开放使用', 'open for use only'],
  ['完全闭源', 'fully closed'],
  ['大模型研发', 'model development'],
  ['AI 应用落地', 'adoption of AI'],
  ['AI 算力投入', 'investment in compute'],
  ['政策实施', 'implementation of the policy'],
  ['持续迭代', 'iteration'],
  ['应用落地不及预期', 'adoption below expectations'],
  ['海外基础软硬件使用受限', 'limits on foreign software and hardware'],
  ['骨干网络创新放缓', 'slower innovation in backbone networks'],
  ['行业竞争加剧', 'more competition'],
];

/** What is compared, or counted: the same words around any name or number. */
const PATTERNS: readonly { said: RegExp; zh: string; en: string }[] = [
  { said: /^(?:vs\.|to) (.+)$/, zh: '与 $1 相比', en: 'vs. $1' },
  { said: /^与 ?(.+?) ?相比$/, zh: '与 $1 相比', en: 'vs. $1' },
  { said: /^相对 ?(.+)$/, zh: '与 $1 相比', en: 'vs. $1' },
  { said: /^优点 ?(\d+)$/, zh: '优点 $1', en: 'advantage $1' },
  { said: /^缺点 ?(\d+)$/, zh: '缺点 $1', en: 'drawback $1' },
  { said: /^动力 ?(\d+)$/, zh: '动力 $1', en: 'motive $1' },
  { said: /^商业模式 ?(\d+)$/, zh: '商业模式 $1', en: 'business model $1' },
];

const KNOWN = new Map(WORDS.flatMap(([zh, en]) => [zh, en].map((said) => [said.toLowerCase(), { zh, en }] as const)));

/** The setting as a reader of `language` would write it. */
export function settingIn(setting: string, language: Language): string {
  const whole = wordsOf(setting);
  if (whole !== undefined) return whole[language];
  return setting
    .split(', ')
    .map((part) => wordsOf(part)?.[language] ?? part)
    .join(', ');
}

/** The setting in both languages. */
export function settingInBoth(setting: string): LocalText {
  return { zh: settingIn(setting, 'zh'), en: settingIn(setting, 'en') };
}

function wordsOf(said: string): LocalText | undefined {
  const known = KNOWN.get(said.toLowerCase());
  if (known !== undefined) return known;
  const definition = dimensionText(said);
  if (definition.zh !== definition.en) return definition;
  const pattern = PATTERNS.find((each) => each.said.test(said));
  return pattern && { zh: said.replace(pattern.said, pattern.zh), en: said.replace(pattern.said, pattern.en) };
}
