"""The words beside which a person's name stands."""

from typing import Final

#: Ends of what stands before a name.
BEFORE: Final = tuple(
    "书记 局长 厅长 部长 主任 区长 县长 市长 省长 镇长 乡长 村长 州长 旗长 盟长 司长 处长 科长 股长 所长 院长 校长 园长 "
    "厂长 站长 队长 组长 班长 团长 会长 秘书长 理事长 董事长 行长 社长 台长 馆长 店长 船长 机长 关长 庭长 检察长 政委 参谋长 "
    "司令员 总监 总经理 经理 总裁 董事 常委 委员 主席 总书记 记者 通讯员 实习生 编辑 责编 编审 校对 审核 监制 策划 摄影 "
    "摄像 教授 讲师 博士 硕士 院士 医生 医师 护士 护士长 护师 药师 老师 教师 律师 法官 检察官 民警 警官 辅警 交警 刑警 "
    "研究员 专家 工程师 农艺师 技术员 设计师 建筑师 分析师 经济师 会计师 演员 导演 歌手 作家 画家 诗人 书法家 艺术家 "
    "科学家 企业家 历史学家 学者 同学 村民 居民 市民 职工 工人 员工 司机 农民 牧民 渔民 党员 队员 志愿者 负责人 "
    "创始人 合伙人 法定代表人 代表人 联系人 经办人 发言人 主持人 代理人 被告人 原告 嫌疑人 受害人 传承人 带头人 领头人 "
    "同志 烈士 英雄 劳模 支书 会计 战士 教练 运动员 选手 球员 父亲 母亲 妻子 丈夫 儿子 女儿 哥哥 弟弟 姐姐 妹妹 爷爷 "
    "奶奶 名叫 叫做 姓名 姓名: 姓名： 作者 科长 干事 网格员 调解员 讲解员 管理员 店主 车主 户主 老板 文书 先进个人 "
    "贫困户 脱贫户 种植户 养殖户 大户 特派员 巡视员 调研员 总工 首席执行官 首席 检察员 审判长 审判员 书记员 特派记者".split()
)

#: Titles that may also be the beginning of a word or have a name only now and then.
CREDITS: Final = frozenset(
    "编辑 责编 责任编辑 记者 通讯员 作者 摄影 编审 校对 审核 监制 策划 实习生 摄像 联系人 姓名 经办人 来源作者 文 图 摄".split()
)

#: Titles of other countries: their people are not spelt by Hanyu Pinyin.
FOREIGN: Final = tuple("总统 首相 国务卿 参议员 众议员 国王 女王 王储 天皇 大公 沙皇 酋长 财长 防长".split())

#: Countries: a title after one of them is of its people.
COUNTRIES: Final = tuple(
    "美国 英国 法国 德国 俄罗斯 日本 韩国 朝鲜 越南 印度 加拿大 澳大利亚 新西兰 新加坡 马来西亚 泰国 缅甸 老挝 柬埔寨 菲律宾 "
    "印尼 印度尼西亚 巴西 阿根廷 墨西哥 智利 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 波兰 匈牙利 "
    "塞尔维亚 希腊 土耳其 以色列 伊朗 伊拉克 沙特 埃及 南非 乌克兰 白俄罗斯 哈萨克斯坦 欧盟 北约 联合国 世卫组织 白宫 蒙古国 "
    "巴基斯坦 苏联 韩方 日方 美方 俄方 东京 首尔 华盛顿 莫斯科".split()
)

#: What a person does right after the name.
SAYS: Final = tuple(
    "表示 告诉 介绍 指出 强调 认为 坦言 回忆 感慨 感叹 透露 解释 直言 提到 补充 笑着 高兴地 激动地 自豪地 深有感触 如是说 "
    "介绍说 说道 说： 说: 说，“ 说,“ 说。 说。” 说 称 建议 呼吁 要求 主持召开 主持会议 一行 出席 致辞 宣布 带队 带领 率队 率领 "
    "深有体会 兴奋地 欣慰地 告诉记者 动情地 感触".split()
)

#: What may follow a name, so that the name surely ends there.
FOLLOWS: Final = tuple(
    "主持 参加 作了 作为 作出 做了 受邀 应邀 陪同 一起 一同 一道 先后 分别 来到 走进 走访 深入 前往 调研 检查 督导 督查 慰问 看望 "
    "接受 获得 荣获 获评 被评 当选 担任 出任 履新 任命 到任 任职 兼任 开始 通过 觉得 知道 发现 组织 协调 带着 拿着 带头 用时 "
    "负责 代表 同志 先生 女士 老师 教授 医生 书记 局长 主任 等人 等同志 等领导 今年 去年 近日 日前 今天 昨天 当天 目前 现年 "
    "出生 毕业 去世 逝世 因病 涉嫌 因涉嫌 严重违纪 接受审查 摄 报道 供图 供稿 撰写 撰稿 编辑 摄影 和 与 及 以及 在 是 的 对 就 也 都 还 "
    "又 从 向 被 把 将 让 给 曾 已 正 说 称 便 却 则 很 不 没 有 会 能 要 于 了 到 去 来 为 以 用 刚 每 这 那 自 凭 因 带 率 任 作 "
    "身 家 所 告 看 拿 走 想 才 只 再 最 等 同 跟 本 率先 二人 两人 三人 夫妇 夫妻 父子 兄弟 一家 团队 一样 名誉 工作 牢牢 充分 解决 "
    "分析 回答 坚持 努力 始终 积极 主动 立即 马上 迅速 决定 选择 成为 完成 提出 发表 致 讲话 发言 签署 会见 会谈 考察 视察 履职 入选 入职".split()
) + SAYS

#: Single characters that end a name but stand in names too.
DOUBTFUL: Final = frozenset("和与及同为以正曾有会能要于到来用自因带任作身家所看走想才只本致向将让不都成在")

#: What follows a surname that stands for a person.
AFTER_SURNAME: Final = tuple(
    "书记 副书记 局长 副局长 部长 主任 副主任 区长 县长 市长 省长 镇长 乡长 村长 所长 院长 校长 厂长 站长 队长 会长 董事长 总经理 "
    "经理 行长 科长 处长 教授 医生 老师 律师 警官 法官 大夫 支书 师傅 阿姨 大爷 大妈 大娘 奶奶 爷爷 院士 博士 主席 总理 总".split()
)

#: What stands for a given name that is not told; and what says that a person is meant.
UNNAMED: Final = ("某某", "某", "先生", "女士", "小姐", "老太太")

#: What may stand right before a name, besides punctuation and titles.
LEADS: Final = frozenset("在对和与向让把被给跟听据像由为从是及以请有派经当而但即将同、")

#: What no given name contains.
NOT_GIVEN: Final = frozenset(
    "的了在是着过就也还很没被把给让从与及或但此这那哪们吗呢吧啊说您你我他她它什么怎谁吃喝看听问叫做称按据使该某各每另既虽因所对向为都不无未非"
    "、，。：；！？“”‘’（）《》〈〉【】…—·,.:;!?\"'()[]<>/- \u3000\u00a0"
)

#: Characters of transcriptions: two of them after a surname are hardly a Chinese given name.
TRANSCRIPTION: Final = frozenset(
    "斯尔姆奥伊埃弗娃莱蒂塞拉迪茨丘戈耶密特朗普布什兹基罗夫诺维奇瓦卡巴克里亚洛德尼萨格达米纳森顿丁泰勒利比贝莎贾杰伦恩因顿杜斯马沃茲"
)

#: People of the news whose name looks Chinese and is not.
NOT_CHINESE: Final = frozenset(
    "金正恩 金正日 金日成 金与正 文在寅 尹锡悦 李在明 李明博 李洛渊 朴槿惠 朴正熙 韩德洙 韩悳洙 卢武铉 金大中 潘基文 安倍晋三 高市早苗 "
    "石破茂 马斯克 马克龙 马杜罗 马克思 梅德韦 梅克尔 罗斯福 戴高乐 华盛顿 牛顿 达尔文 莫迪 万斯 鲍威尔 莫扎特 梅西 雷诺 高尔基 "
    "马可波罗 白求恩 史密斯 贝多芬 毕加索 阮富仲 范明政 武文赏 苏林 丁薛 黎笋 胡志明 安南 康德 温格 贝克汉姆 雷军人 史蒂夫 高通 "
    "马拉松 马尼拉 马其顿 罗马尼 罗马教 曼德拉 安德烈 安东尼 文森特 温布尔 高加索 华尔街 乔布斯 马德里 巴菲特 包豪斯 麦当劳 万圣节".split()
)
