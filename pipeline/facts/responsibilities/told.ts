/** Sentences that tell what was, under whatever heading: 已建成甲水库, 完成了12座水厂改造. */

const DONE =
  /(?:^|[，；。、：]|[\u4e00-\u9fa5])(?:已(?:经|全面|基本|累计|顺利|成功|全部)?(?:建成|建立|完成|实现|达到|启动|开工|形成|投入|投用|通车|竣工|落地|开通|打通|整治|改造|创建|获|被)|(?:完成|建成|实施|启动|实现|建立|出台|制定|新建|开展|打造|改造|整治|打通|荣获|获评|取得|解决)了)/

/** 已建成的水库要…, 在已完成…基础上推进…: what is there already is where a new deed begins. */
const GROUND =
  /已[\u4e00-\u9fa5]{1,6}的|(?:对|将|把|为|在|按照|依托|利用|发挥)已|基础上|的(?:基础|前提)|不得|应当/

const FORWARD =
  /(?:^|[，；。：])(?:到20\d\d年|力争|确保|要|将|计划|继续|加快|推进|推动|加强|强化|下一步|今年|明年|进一步|完善|健全|深化|启动|开工)/

/** True for a sentence that says deeds as done and none as still to do. */
export const tellsPast = (sentence: string): boolean =>
  DONE.test(sentence) && !GROUND.test(sentence) && !FORWARD.test(sentence)
