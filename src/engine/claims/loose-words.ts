/** Verbs of work that an indicator's words may be parted by or turned around: 铺设供水管网 and 管网铺设 for 铺设管网. */
const verbs = new Set(
  ('新建 改建 新增 铺设 加装 安装 更换 更新 改造 修复 修补 整治 治理 养护 清运 清理 清除 疏通 拆除 处置 处理 收运 转运 ' +
    '接听 接待 解答 受理 办理 办结 审核 审批 评审 核发 制发 发放 提取 缴存 归集 征收 征缴 结算 报销 运送 发送 投放 淘汰 报废 ' +
    '开通 优化 调整 查处 查验 查获 检测 抽检 采集 监测 筛查 接种 救助 资助 帮扶 安置 转移 疏散 营救 种植 栽植 招收 录取 开设 ' +
    '引进 招聘 培育 认定 签约 签订 交付 筹集 分配 配租 辅导 接收 解除 封禁 拦截 阻断 整理 扫描 采购 供应 出让 建设 建成 派出 出动 投入').split(' '),
)

/**
 * The looser forms of an indicator's words: verb and object with a gap between, 「铺设…管网」 and 「管网…铺设」. None where
 * they are no verb and object of two letters at least.
 */
export function looseForms(words: string): string[] {
  const first = words.slice(0, 2)
  const last = words.slice(-2)
  if (words.length < 4 || words.includes('…')) return []
  if (verbs.has(first)) return [`${first}…${words.slice(2)}`, `${words.slice(2)}…${first}`]
  return verbs.has(last) ? [`${last}…${words.slice(0, -2)}`, `${words.slice(0, -2)}…${last}`] : []
}
