/** An error as a server speaks of it, at once or of a job that failed. */
export interface Spoken {
  code: string
  message: string
  details?: Record<string, unknown>
}

/** Every text of the shell and the shared parts, in Chinese; `en.ts` must answer each of them. */
export const zh = {
  product: '台账',
  promise: '一次记录，处处取数；没有记录，就没有数字。',
  demo: '演示数据',
  skip: '跳到正文',
  otherLanguage: 'English',
  switchLanguage: '切换到英文',
  version: (version: string) => `版本 ${version}`,
  loading: '正在读取…',
  close: '关闭',

  failure: {
    title: '没有读到数据',
    unreachable: '连不上服务器。请确认台账程序仍在运行，然后重试。',
    notAllowed: '当前账户看不了这一页。',
    /** An error of the server in words: here as it said it. */
    said: ({ message }: Spoken) => message,
    /** What an error says of one field of a form. */
    field: (_error: Spoken, message: string) => message,
    unexpected: '页面出错了。刷新一下；如仍出错，请把下面的说明交给维护人员。',
    code: (code: string) => `代码 ${code}`,
    retry: '重试',
  },
  unknownPage: { title: '没有这一页', explain: '地址可能写错了，或者这一页已经不在。', back: '回到首页' },

  navigation: {
    label: '主导航',
    workbench: '工作台', duties: '责任', reports: '报告', records: '台账', import: '导入', metrics: '指标', units: '单位', packs: '制度包', log: '日志',
    account: '我的账户', reminders: '提醒', accountOf: (name: string) => `账户：${name}`, signIn: '登录', signOut: '退出登录',
  },
  roles: { clerk: '经办人', reviewer: '审核人', head: '负责人', inspector: '检查人', administrator: '管理员' },
  themes: {
    light: '浅色', dark: '深色', system: '跟随系统',
    change: (now: string) => `外观：${now}`,
    toLight: '换成浅色', toDark: '换成深色',
  },
  unitView: { label: '查看哪个单位', all: '全部单位' },
  away: {
    away: '连不上服务器，正在重试。已填写的内容都还在，请不要关闭本页。',
    back: '已重新连上服务器。',
  },
  expired: {
    title: '登录已过期，请重新登录',
    explain: '本页和已填写的内容都保留着；登录后，刚才的操作会接着完成。',
    account: '账户',
    password: '密码',
    passwordMissing: '请输入密码',
    leave: '换个账户',
    demo: '以演示账户继续',
  },
  broken: {
    title: '这一页出错了',
    explain: '刷新通常就能恢复；已保存的内容不受影响。如仍出错，请把编号和详情交给维护人员。',
    reference: (reference: string) => `编号 ${reference}`,
    reload: '刷新本页',
    copy: '复制详情',
    back: '回到首页',
  },
  copied: '已复制',
  palette: {
    label: '全局搜索',
    button: '搜索',
    placeholder: '搜索报告、台账、单位、指标，或要做的事',
    found: '搜索结果',
    groups: { places: '页面', kinds: '台账', reports: '报告', records: '记录', metrics: '指标', units: '单位', actions: '操作' },
    actions: { print: '打印本页' },
    keys: '↑ ↓ 选择，回车打开，Esc 关闭',
    searching: '正在搜索…',
    none: '没有找到。换个词试试。',
  },
  keys: {
    title: '键盘',
    help: '显示这份键盘说明',
    search: '到本页的搜索框',
    goTo: (place: string) => `到“${place}”`,
    common: [
      { keys: '↑ ↓', text: '在列表中逐行移动' },
      { keys: 'Enter', text: '打开所选的一行' },
      { keys: 'Esc', text: '关闭侧栏或对话框' },
    ],
  },
  drafts: { restored: '已恢复上次没有保存的内容。', giveUp: '放弃，重新填写' },
  dropzone: {
    choose: '选择文件',
    cancel: '取消',
    sending: (name: string, size: string) => `正在上传 ${name}（${size}）`,
    foreign: (name: string, accept: string) => `“${name}”不是这里收的文件。请给 ${accept} 文件。`,
    tooLarge: (name: string, size: string, limit: string) => `“${name}”有 ${size}，超过上限 ${limit}。`,
  },
  jobs: {
    title: '后台作业',
    none: '没有后台作业',
    noneExplain: '导入、验证等费时的工作在后台进行，进度会显示在这里。',
    running: (count: number) => `${count} 项后台作业正在进行`,
    progress: (done: string, total: string | null) => (total === null ? `已处理 ${done}` : `已处理 ${done} / ${total}`),
    states: { running: '正在进行', done: '已完成', failed: '没有完成', cancelled: '已取消' },
    cancel: '取消',
    cancelNamed: (title: string) => `取消：${title}`,
    code: (code: string) => `代码 ${code}`,
  },
  paged: { none: '没有符合条件的内容', total: (total: number) => `共 ${total} 处` },
}

export type Messages = typeof zh
