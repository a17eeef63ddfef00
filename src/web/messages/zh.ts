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

  failure: {
    title: '没有读到数据',
    unreachable: '连不上服务器。请确认台账程序仍在运行，然后重试。',
    notAllowed: '当前账户看不了这一页。',
    unexpected: '页面出错了。刷新一下；如仍出错，请把下面的说明交给维护人员。',
    code: (code: string) => `代码 ${code}`,
    retry: '重试',
  },
  unknownPage: { title: '没有这一页', explain: '地址可能写错了，或者这一页已经不在。', back: '回到首页' },

  paged: { none: '没有符合条件的内容', total: (total: number) => `共 ${total} 处` },
}

export type Messages = typeof zh
