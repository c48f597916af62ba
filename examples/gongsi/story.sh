# 青禾鲜生：苏州起家的社区生鲜连锁，96 家店。这个季度，他们想让街坊放心把晚饭交给自己，也想让每家店养得活自己。
# 由 ../make.sh 读入；store、founder、cast、day、remark、setting 的意思写在那里。

store gongsi
founder 周妍 zhouyan@qinghe.example
cast zhouyan zhaolan sunyue wutong hewei majun linxiao
zone=+08:00

# ── 公司和这一年 ─────────────────────────────────────────────────────────────────────────────────────────────────────

day 2026-01-06
zhouyan init "$store" --no-schemas --company qinghe --name 青禾鲜生
setting time_zone Asia/Shanghai
setting lang zh
zhouyan org add-unit mendian --name 门店运营部 --lead zhaolan
zhouyan org add-unit huadong --name 华东大区 --parent mendian --lead sunyue
zhouyan org add-unit gongying --name 供应链部 --lead hewei
zhouyan org add-unit shuzi --name 数字产品部 --lead linxiao
zhouyan org add-person zhaolan --name 赵岚 --unit mendian --email zhaolan@qinghe.example
zhouyan org add-person sunyue --name 孙悦 --unit huadong --email sunyue@qinghe.example
zhouyan org add-person wutong --name 吴桐 --unit huadong --email wutong@qinghe.example
zhouyan org add-person hewei --name 何伟 --unit gongying --email hewei@qinghe.example
zhouyan org add-person majun --name 马骏 --unit gongying --email majun@qinghe.example
zhouyan org add-person linxiao --name 林晓 --unit shuzi --email linxiao@qinghe.example

zhouyan cycle new 2026 --title 扎根之年
zhouyan create "成为街坊每天都愿意来的店" --cycle 2026 --owner qinghe --slug jiefang --tag 口碑 \
  --description "不追求开得最多，只追求开一家、留一家。" \
  --kr "huiyuan = 月活跃会员：18 -> 45 万人 @linxiao" \
  --kr "fugou = 会员月复购率：41 -> 55 %"
zhouyan create "让每一家店都养得活自己" --cycle 2026 --owner qinghe --slug yanghuo --committed --tag 经营 \
  --kr "yingli = 单店盈利的门店：62 -> 90 家 @zhaolan" \
  --kr "maoli = 综合毛利率：21.5 -> 25 %"

day 2026-03-31
zhouyan update 2026/qinghe/jiefang huiyuan=22 fugou=42 -s on-track -c 7
zhouyan update 2026/qinghe/yanghuo yingli=64 maoli=21.9 -s on-track -c 6 -n "春节拉高了客流，不能全算自己的功劳"
day 2026-06-30
zhouyan update 2026/qinghe/jiefang huiyuan=28 fugou=44 -s on-track -c 7 -n "团长带来的新客，一半没有再来"
zhouyan update 2026/qinghe/yanghuo yingli=68 maoli=22.4 -s at-risk -c 5
# ── 上个季度：定了，复盘了，评了分，关了 ─────────────────────────────────────────────────────────────────────────────

day 2026-07-01
zhouyan cycle new 2026-Q3
zhouyan create "让每天的菜都来得及时" --owner qinghe --slug jishi --align 2026/qinghe/jiefang.fugou --tag 口碑 \
  --description "早上七点没到的菜，就是昨天的菜。" \
  --kr "daodian = 七点前到店的车次：71 -> 90 % weight 2 @hewei" \
  --kr "tousu = 每万单投诉：52 -> 38 件 @linxiao" \
  --kr "bumen = 各部门一起来：aligned"
hewei create "把路上的时间省下来" --owner gongying --slug lushang --committed --align qinghe/jishi.daodian \
  --kr "xianlu = 重排的线路：0 -> 24 条 @majun" \
  --kr "sunhao = 生鲜损耗率：11.2 -> 9.8 %"
zhaolan create "让店员愿意留下来" --owner mendian --slug liuren --align qinghe/jishi.bumen --tag 店员 \
  --kr "liushi = 店员月流失率：15 -> 11 %" \
  --kr "paiban = 提前一周排班的门店：20 -> 96 家"
linxiao create "下单只要一只手" --owner shuzi --slug yizhishou --align qinghe/jishi.bumen \
  --kr "buzhou = 从打开到付款：9 -> 5 步" \
  --kr "shibai = 支付失败：2.4 -> 1 %"
wutong create "学会带一家店" --owner wutong --slug daidian --align mendian/liuren \
  --kr "kaohe = 店长考核：milestones 理论, 跟店, 独立" 
sunyue create "试试夜里也送" --owner sunyue --slug yesong --align qinghe/jishi \
  --kr "mendian = 夜送门店：0 -> 10 家"

day 2026-07-15
hewei update jishi.daodian 74 -s on-track -c 6
linxiao update jishi.tousu 49 -s on-track -c 6
majun update lushang.xianlu 5 -s on-track -c 7
hewei update lushang.sunhao 10.9 -s on-track -c 7
zhaolan update liuren liushi=14.1 paiban=38 -s on-track -c 7
linxiao update yizhishou buzhou=8 shibai=2.1 -s on-track -c 8
wutong update daidian.kaohe 理论 -s on-track -c 8
sunyue update yesong.mendian 2 -s on-track -c 5

day 2026-08-05
hewei update jishi.daodian 79 -s on-track -c 7 -n "新线路先跑在最远的六家店"
linxiao update jishi.tousu 46 -s on-track -c 6
majun update lushang.xianlu 11 -s on-track -c 7
hewei update lushang.sunhao 10.5 -s on-track -c 7
zhaolan update liuren liushi=13.2 paiban=61 -s on-track -c 7
linxiao update yizhishou buzhou=6 shibai=1.6 -s on-track -c 9
sunyue update yesong.mendian 2 -s off-track -c 2 -n "夜里没人下单，只有我们自己"

day 2026-08-16
zhouyan review jishi --mid --went-well "最远的店也能在七点前收到货" --stuck "台风天没有备用线路" \
  --next "何伟排一套雨天线路，九月前跑一遍"
hewei review lushang --mid --went-well "损耗跟着时间一起降" --next "剩下的线路先改菜场旁边的"
zhaolan review liuren --mid --stuck "提前排班的店，流失反而先升后降" --next "再看一个月，不急着推全国"
sunyue abandon yesong --note "试过了，街坊晚上要的是打折的菜，不是送上门的菜；下季度做晚市"

day 2026-08-28
hewei update jishi.daodian 84 -s on-track -c 7
linxiao update jishi.tousu 42 -s on-track -c 7
majun update lushang.xianlu 18 -s on-track -c 8
hewei update lushang.sunhao 10.1 -s on-track -c 8
zhaolan update liuren liushi=12.1 paiban=83 -s on-track -c 8
linxiao update yizhishou buzhou=5 shibai=1.2 -s on-track -c 9
wutong update daidian.kaohe 跟店 -s on-track -c 8

day 2026-09-18
hewei update jishi.daodian 87 -s on-track -c 6
linxiao update jishi.tousu 39 -s on-track -c 7
majun update lushang.xianlu 23 -s on-track -c 8
hewei update lushang.sunhao 9.9 -s on-track -c 8
zhaolan update liuren liushi=11.4 paiban=96 -s on-track -c 8
linxiao update yizhishou.shibai 0.9 -s done -c 10

day 2026-09-29
hewei update jishi.daodian 88 -s at-risk -c 4 -n "差两个点，都在台风那一周"
linxiao update jishi.tousu 38 -s done -c 10
majun update lushang.xianlu 24 -s done -c 10
hewei update lushang.sunhao 9.8 -s done -c 10
zhaolan update liuren.liushi 11.2 -s on-track -c 7
wutong update daidian.kaohe 独立 -s done -c 10 -n "今天第一次一个人锁门"

day 2026-09-30
hewei score lushang --suggested
zhaolan score liuren --suggested
linxiao score yizhishou --suggested
wutong score daidian 100
sunyue score daidian 90 --note "锁门之前还有盘点"
zhouyan score jishi daodian=89 tousu=100
zhouyan score jishi 90 --note "难，差一点点"
zhouyan review jishi --end --went-well "七点的菜成了习惯" --stuck "晚上七点的菜还不行" --next "下季度：让街坊放心把晚饭交给我们"
zhouyan update 2026/qinghe/jiefang huiyuan=33 fugou=46.5 -s at-risk -c 5 -n "不来的人说得最多的是：晚上去，菜不新鲜了"
zhouyan update 2026/qinghe/yanghuo yingli=71 maoli=22.8 -s at-risk -c 5 -n "损耗吃掉了一半毛利"

# ── 定目标：先公司，再部门，再个人 ───────────────────────────────────────────────────────────────────────────────────

day 2026-10-01
zhouyan cycle new 2026-Q4
zhouyan create "让街坊放心把晚饭交给我们" --owner qinghe --slug wanfan --align 2026/qinghe/jiefang.fugou --tag 口碑 \
  --description "下班路上顺手带一把菜，不用挑，也不用怕。" \
  --kr "tuijian = 顾客净推荐值：42 -> 60 分 weight 2 @zhaolan" \
  --kr "tousu = 每万单投诉：38 -> 15 件 @linxiao" \
  --kr "hege = 晚上七点抽检仍新鲜：>= 98 % worst 90 @zhaolan" \
  --kr "suyuan = 追溯码：milestones 三店试点, 全部叶菜, 全部生鲜 @hewei" \
  --kr "renzheng = 食品安全管理体系认证通过：done due 2026-12-20 @hewei"
zhouyan create "让每家店都挣得出自己的房租" --owner qinghe --slug fangzu --committed --align 2026/qinghe/yanghuo.yingli \
  --tag 经营 \
  --kr "yingli = 单店盈利的门店：71 -> 84 家 @zhaolan" \
  --kr "sunhao = 生鲜损耗率：9.8 -> 6.5 % weight 2 @hewei" \
  --kr "jianfu = 各部门替门店卸下的担子：aligned"
remark 2026-Q4/qinghe/wanfan.yaml "id: hege" "抽检由别的店的店长来做，不查自己的店"
remark 2026-Q4/qinghe/fangzu.yaml "id: yingli" "口径：含总部分摊，不含开业前三个月的新店"

day 2026-10-02
zhaolan create "让店员有时间抬头打个招呼" --owner mendian --slug zhaohu --align qinghe/wanfan.tuijian --tag 口碑 --tag 店员 \
  --description "低头记账的人，看不见进门的人。" \
  --kr "taizhang = 每店每天手工台账：96 -> 30 分钟" \
  --kr "paidui = 晚高峰排队：8.5 -> 4 分钟" \
  --kr "liushi = 店员月流失率：11 -> 6 %" \
  --kr "dianzhang = 店长各自认领的一件事：aligned"
sunyue create "把晚市做成一天里最好的时候" --owner huadong --slug wanshi --align qinghe/fangzu.yingli \
  --align qinghe/wanfan.hege --tag 经营 \
  --kr "kedan = 晚市客单价：38 -> 46 元" \
  --kr "quehuo = 晚市缺货率：14 -> 5 % weight 2" \
  --kr "zhanbi = 晚市占全天销售：27 -> 35 %"
hewei create "让一把菜少走一程路" --owner gongying --slug shaozou --align qinghe/fangzu.sunhao --committed --tag 供应链 \
  --kr "shichang = 从田里到店里：41 -> 26 小时" \
  --kr "yuce = 次日订货预测准确率：71 -> 85 %" \
  --kr "duanlian = 每月冷链断链：<= 2 次 worst 20" \
  --kr "cang = 昆山产地仓：milestones 选址 by 2026-10-15, 签约 by 2026-10-31, 试运行 *2 by 2026-11-30, 满负荷 *3 by 2026-12-20"
hewei create "每一把菜都说得清来处" --owner gongying --slug laichu --align qinghe/wanfan.suyuan \
  --align qinghe/wanfan.renzheng --tag 供应链 \
  --kr "hezuoshe = 能按批次供货的合作社：12 -> 40 家 @majun" \
  --kr "saoma = 顾客扫码查看：0 -> 6 万次" \
  --kr "neishen = 内审不符合项关闭：0 -> 27 项 due 2026-12-10"
linxiao create "点一顿晚饭比出门买还省心" --owner shuzi --slug shengxin --align qinghe/wanfan.tousu --tag 数字化 \
  --kr "songda = 从下单到送达：52 -> 35 分钟" \
  --kr "zhuanhua = 小程序下单转化率：6.2 -> 9 %" \
  --kr "dingdan = 日均线上订单：1.8 -> 3 万单"
linxiao create "让排班不再靠一张纸" --owner shuzi --slug paiban --align qinghe/fangzu.jianfu --tag 数字化 --tag 店员 \
  --kr "shangxian = 用系统排班的门店：0 -> 84 家" \
  --kr "yongshi = 店长每周排班用时：150 -> 40 分钟" \
  --kr "huanban = 临时换班找不到人：35 -> 10 次"

day 2026-10-06
zhouyan cycle close 2026-Q3
wutong create "让新来的人愿意留下来" --slug liuxia --align mendian/zhaohu.dianzhang --tag 店员 \
  --kr "liucun = 新店员满 30 天仍在：60 -> 90 %" \
  --kr "gaijin = 店员提出并做成的改进：0 -> 12 条" \
  --kr "jiaocai = 一页纸上岗手册：milestones 收银, 生鲜, 晚市"
sunyue create "带出三位能独当一面的店长" --slug daitu --align huadong/wanshi --tag 店员 \
  --kr "chushi = 通过店长考核：0 -> 3 人" \
  --kr "bihuan = 巡店问题一天内解决：45 -> 90 %"
majun create "和种菜的人做朋友" --slug pengyou --align gongying/laichu.hezuoshe --align gongying/shaozou --tag 供应链 \
  --kr "zoufang = 到田头走访：0 -> 24 次" \
  --kr "zhicai = 产地直采占比：35 -> 55 %" \
  --kr "qianyue = 签下全年约定价的合作社：3 -> 15 家 due 2026-12-15"
linxiao create "让店长一眼看懂今天该做什么" --slug yiyan --align shuzi/paiban.shangxian --tag 数字化 \
  --kr "baobiao = 店长每天要看的报表：23 -> 5 张" \
  --kr "kanban = 晨会用看板开的门店：0 -> 60 家"
# 何伟自己想学的东西，不为哪个公司目标服务。
hewei create "学会用故事讲清一组数据" --slug gushi --tag 成长 \
  --kr "fenxiang = 公开分享：0 -> 4 次" \
  --kr "wenzhang = 写成文章：milestones 提纲, 初稿, 发表"
remark 2026-Q4/hewei/gushi.yaml "title:" "不对齐任何目标，十月一日和周妍说好的"

hewei kr edit shaozou.shichang --initiative 夜间两班集货
hewei kr edit shaozou.yuce --initiative 把天气和周边学校放假放进预测
linxiao kr edit paiban.shangxian --initiative 先让十位店长挑毛病
zhaolan kr edit zhaohu.taizhang --initiative 砍掉重复的十一张表

# ── 十月：开局 ───────────────────────────────────────────────────────────────────────────────────────────────────────

day 2026-10-10
zhaolan update wanfan.tuijian 43 -s on-track -c 7 -n "国庆客流大，能稳住就算不错"
linxiao update wanfan.tousu 36 -s on-track -c 7
zhaolan update wanfan.hege 93.5 -s at-risk -c 5 -n "互查第一周，比自查低了四个点，这才是真的"
zhaolan update zhaohu.taizhang 88 -s on-track -c 8 -n "先停了三张没人看的表"
hewei update shaozou shichang=40 yuce=72 duanlian=6 -s on-track -c 7
linxiao update shengxin songda=50 zhuanhua=6.4 dingdan=1.9 -s on-track -c 7
majun update pengyou zoufang=2 zhicai=36 -s on-track -c 8
wutong update liuxia.liucun 63 -s on-track -c 7

day 2026-10-15
hewei update shaozou.cang 选址 -s on-track -c 8 -n "昆山，离最近的三个合作社四十分钟"
hewei update laichu neishen=4 saoma=0.2 -s on-track -c 7
majun update laichu.hezuoshe 15 -s on-track -c 7
sunyue update wanshi kedan=39 quehuo=13 zhanbi=27.5 -s on-track -c 6
linxiao update paiban shangxian=10 yongshi=138 -s on-track -c 8 -n "十位店长提了六十一条意见，一半说得对"
wutong update liuxia gaijin=1 jiaocai=收银 -s on-track -c 8

day 2026-10-22
hewei update wanfan.suyuan 三店试点 -s on-track -c 8 -n "贴码慢了一点，顾客比我们想的更爱扫"
zhaolan update wanfan.tuijian 45 -s on-track -c 7
zhaolan update fangzu.yingli 73 -s on-track -c 7
hewei update fangzu.sunhao 9.1 -s on-track -c 7
zhaolan update zhaohu taizhang=74 paidui=7.8 liushi=10.2 -s on-track -c 7
linxiao update shengxin songda=47 zhuanhua=6.7 dingdan=2.0 -s on-track -c 7
linxiao update yiyan baobiao=17 kanban=8 -s on-track -c 8
sunyue update daitu bihuan=52 -s on-track -c 7
hewei update gushi.fenxiang 1 -s on-track -c 7

day 2026-10-29
hewei update shaozou.cang 签约 -s on-track -c 8
hewei update shaozou shichang=37 yuce=75 -s on-track -c 7
hewei update shaozou.duanlian 9 -s at-risk -c 5 -n "两辆旧车的压缩机，一周坏了三次"
hewei update wanfan.renzheng -s on-track -c 7 -n "认证机构排在十二月第二周"
linxiao update wanfan.tousu 24 -s on-track -c 8 -n "降得比预想快"
sunyue update wanshi kedan=40 zhanbi=28.8 -s on-track -c 7
sunyue update wanshi.quehuo 11 -s on-track -c 7 -n "下午四点补一次货，缺货立刻就少了"
majun update laichu.hezuoshe 19 -s on-track -c 7
majun update pengyou zhicai=39 qianyue=5 -s on-track -c 7
majun update pengyou.zoufang 7 -s on-track -c 8 -n "老李头说，第一次有采购的人下田"

# ── 十一月：看清楚 ───────────────────────────────────────────────────────────────────────────────────────────────────

day 2026-11-02
linxiao retract wanfan.tousu --note "电话投诉那几天没有入库，24 是漏数，实际 30"
linxiao update wanfan.tousu 30 --at "2026-10-29 18:00" -s on-track -c 6 -n "补上电话投诉后的数"
zhouyan comment wanfan "@linxiao 自己查出来的，很好。电话投诉以后谁负责入库？"
linxiao comment wanfan "@zhouyan 客服班长每晚十点前；@zhaolan 门店接到的也请转给她"

day 2026-11-05
zhaolan update wanfan.hege 95 -s at-risk -c 6 -n "四点补货的店都过了 97"
zhaolan update zhaohu taizhang=58 paidui=6.3 liushi=8.7 -s on-track -c 8
zhaolan kr edit zhaohu.taizhang --done 砍掉重复的十一张表
linxiao update paiban shangxian=42 yongshi=96 huanban=25 -s on-track -c 8
hewei update laichu neishen=16 saoma=2.4 -s at-risk -c 6
wutong update liuxia liucun=75 gaijin=6 -s on-track -c 8
wutong update liuxia.jiaocai 生鲜 -s on-track -c 8 -n "新人第一天只学三件事，反而留得住"
hewei update gushi wenzhang=提纲 fenxiang=2 -s on-track -c 7

day 2026-11-10
linxiao kr edit shengxin.dingdan --metric "1.8 -> 2.6 万单"
linxiao comment shengxin "目标从 3 万单改为 2.6 万单：骑手补贴停了，3 万单要靠烧钱。周妍十一月九日同意"
remark 2026-Q4/shuzi/shengxin.yaml "id: dingdan" "原为 3 万单，十一月十日改，缘由见 okr log"
linxiao update shengxin zhuanhua=7.6 dingdan=2.1 -s on-track -c 6
linxiao update shengxin.songda 44 -s at-risk -c 5 -n "雨天运力不够，平均数被雨天拖住了"
zhaolan update wanfan.tuijian 50 -s on-track -c 7 -n "“晚上也新鲜”第一次排进好评前三"
zhaolan update fangzu.yingli 76 -s on-track -c 6
hewei update fangzu.sunhao 8.3 -s on-track -c 7 -n "预测准了，订货就敢少订"
sunyue update daitu bihuan=70 chushi=1 -s on-track -c 8

day 2026-11-13
hewei update wanfan.suyuan 全部叶菜 -s on-track -c 8
linxiao update wanfan.tousu 27 -s on-track -c 7
hewei update shaozou shichang=33 yuce=79 -s on-track -c 7
hewei update shaozou.duanlian 5 -s at-risk -c 6 -n "换了两台压缩机；另外两台年底前要换"
sunyue update wanshi kedan=41.5 quehuo=9.2 zhanbi=30.6 -s on-track -c 7
majun update laichu.hezuoshe 26 -s on-track -c 6 -n "小社没有人会贴码，得派人教"
majun update pengyou zoufang=12 zhicai=45 -s on-track -c 6
majun update pengyou.qianyue 6 -s at-risk -c 4 -n "条件谈得拢，名字签得慢"
linxiao update yiyan baobiao=12 kanban=27 -s on-track -c 8
zhouyan comment fangzu "@zhaolan 盈利门店比计划慢，嘴上还写着正常。剩下的八家，差在房租还是差在客流？"
zhaolan comment fangzu "@zhouyan 五家差在房租，谈不下来；三家差在晚市。@sunyue 能不能各去蹲一晚？"

day 2026-11-19
hewei comment shaozou "产地仓的电力增容要等到十二月初，试运行会晚一周"
hewei update shaozou.cang -s at-risk -c 5 -n "签约后卡在电力增容"
zhaolan update fangzu.yingli 77 -s at-risk -c 4 -n "五家房租谈不下来，如实说"
linxiao update paiban shangxian=58 yongshi=74 huanban=19 -s on-track -c 9
wutong update liuxia liucun=79 gaijin=7 -s on-track -c 8
zhaolan update zhaohu taizhang=45 paidui=5.7 liushi=8.3 -s on-track -c 8

day 2026-11-26
zhaolan update wanfan.tuijian 53 -s on-track -c 7
zhaolan update wanfan.hege 97.2 -s on-track -c 7
linxiao update wanfan.tousu 23 -s on-track -c 7
linxiao update shengxin songda=42 zhuanhua=8.1 dingdan=2.2 -s at-risk -c 5
sunyue update wanshi quehuo=7.4 zhanbi=32.2 -s on-track -c 8
sunyue update wanshi.kedan 43 -s on-track -c 8 -n "蹲了三晚：两家是陈列，一家真是没人"
hewei update laichu neishen=20 saoma=3.1 -s on-track -c 7
hewei update gushi wenzhang=初稿 fenxiang=3 -s on-track -c 8
majun update laichu.hezuoshe 29 -s at-risk -c 5

# ── 十二月：收尾 ─────────────────────────────────────────────────────────────────────────────────────────────────────

day 2026-12-07
hewei update shaozou.cang 试运行 -s at-risk -c 6 -n "晚了七天，但第一晚就走了八吨"
hewei update shaozou shichang=29 yuce=83 duanlian=3 -s on-track -c 8
hewei update fangzu.sunhao 7.4 -s on-track -c 7
majun update pengyou zoufang=19 zhicai=49 -s on-track -c 7
majun update pengyou.qianyue 9 -s at-risk -c 4 -n "全年约定价，老乡怕涨价，我们怕跌价"
linxiao update paiban shangxian=79 yongshi=52 huanban=13 -s on-track -c 9
linxiao update yiyan baobiao=6 kanban=52 -s on-track -c 9
sunyue update daitu bihuan=84 chushi=2 -s on-track -c 8
wutong update liuxia liucun=86 gaijin=10 jiaocai=晚市 -s on-track -c 9

day 2026-12-10
hewei update laichu.neishen 27 -s done -c 10 -n "全部关闭，最后一项是冷库门帘"
hewei update wanfan.renzheng done -s done -c 10 -n "现场审核零不符合，证书月底到"
zhaolan update wanfan.tuijian 56 -s on-track -c 7
linxiao update wanfan.tousu 19 -s on-track -c 7
hewei update laichu.saoma 4.7 -s on-track -c 7
zhouyan comment wanfan "@hewei 认证通过，请大家喝汤。@majun 合作社那边别急，宁可少签，签了就守"

day 2026-12-18
zhaolan update zhaohu taizhang=33 paidui=4.6 liushi=7.2 -s on-track -c 8
zhaolan update fangzu.yingli 80 -s off-track -c 2 -n "冬至前能再转一家，84 到不了"
hewei update shaozou.cang -s off-track -c 3 -n "满负荷要等到一月，少一条分拣线"
sunyue update wanshi kedan=44.5 quehuo=5.8 zhanbi=34 -s on-track -c 8
linxiao update shengxin songda=39 zhuanhua=8.8 dingdan=2.4 -s at-risk -c 5
majun update pengyou.qianyue 10 -s off-track -c 2 -n "到期十家，差五家。没有压价换签字"

day 2026-12-30
zhaolan update wanfan.tuijian 58 -s at-risk -c 5 -n "差两分，换来的是晚上七点也敢让人查"
linxiao update wanfan.tousu 16 -s on-track -c 7
zhaolan update wanfan.hege 98.1 -s on-track -c 9
hewei update wanfan.suyuan -s off-track -c 2 -n "水产贴不住码，全部生鲜做不到，下季度换吊牌"
zhaolan update fangzu.yingli 81 -s off-track -c 1
hewei update fangzu.sunhao 6.7 -s at-risk -c 5 -n "一个季度省下三个点，一年值四百多万元"
zhaolan update zhaohu taizhang=30 paidui=4.2 liushi=6.6 -s on-track -c 8
hewei update shaozou shichang=27 yuce=86 duanlian=2 -s on-track -c 8
hewei update laichu.saoma 6.3 -s done -c 10
majun update laichu.hezuoshe 36 -s at-risk -c 4
sunyue update wanshi kedan=45 quehuo=5.1 zhanbi=35.2 -s on-track -c 9
sunyue update daitu.bihuan 91 -s done -c 10
sunyue update daitu.chushi 3 -s done -c 10 -n "三位都开始带自己的徒弟了"
linxiao update shengxin songda=37 zhuanhua=9.1 dingdan=2.5 -s on-track -c 7
linxiao update paiban shangxian=84 yongshi=43 huanban=11 -s on-track -c 9
linxiao update yiyan baobiao=5 kanban=61 -s done -c 10
majun update pengyou zoufang=25 zhicai=54 -s on-track -c 7
wutong update liuxia liucun=88 gaijin=13 -s on-track -c 9
hewei update gushi.fenxiang 4 -s done -c 10
hewei update gushi.wenzhang 发表 -s done -c 10 -n "发在公司内刊，食堂阿姨说看懂了"
zhouyan update 2026/qinghe/jiefang huiyuan=39 fugou=51 -s at-risk -c 4 -n "复购涨得比会员快，方向是对的"
zhouyan update 2026/qinghe/yanghuo yingli=81 maoli=24.1 -s off-track -c 2 -n "九十家差九家，房租是主因"
