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
    unexpected: '页面出错了。刷新一下；如仍出错，请把下面的说明交给维护人员。',
    code: (code: string) => `代码 ${code}`,
    retry: '重试',
  },
  unknownPage: { title: '没有这一页', explain: '地址可能写错了，或者这一页已经不在。', back: '回到首页' },

  navigation: {
    label: '主导航',
    reports: '报告', records: '台账', import: '导入', metrics: '指标', units: '单位', packs: '制度包', log: '日志',
    account: '我的账户', signIn: '登录', signOut: '退出登录',
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
