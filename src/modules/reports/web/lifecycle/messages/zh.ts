export const zh = {
  label: '报告走到哪一步',
  states: { draft: '草稿', submitted: '已提交', reviewed: '已审核', issued: '已签发', discarded: '已放弃' },
  by: (who: string, when: string) => `${who} · ${when}`,
  verbs: { submit: '提交审核', return: '退回修改', review: '审核通过', issue: '签发', discard: '放弃' },
  explain: {
    submit: '提交以后，内容不能再改；审核人退回，或者您自己取回，才能继续修改。',
    return: '报告回到草稿，可以继续修改。请写明原因，编制人会看到。',
    review: '表示您核对过这份报告的文字和数字。参与编制的人不能审核。',
    issue: '签发以后，数字、Word 文件和日志凭据都固定下来，不能再改；以后补记或更正的记录，会列在“签发后的变化”里。',
    discard: '这份报告不再继续。做过什么仍留在日志里，但不能恢复。',
  },
  note: '说明（可不填）',
  reason: '原因',
  annex: '附“数字来源”附录：每个数字的算法和记录',
  unreviewed: '这份报告没有经过审核。仍要签发，请写明原因；它会一直和报告在一起。',
  reasonMissing: '请写明原因',
  history: '经过',
  steps: {
    drafted: '开始编制', rebound: '修改', submitted: '提交审核', returned: '退回', reviewed: '审核通过', issued: '签发', discarded: '放弃', made: '一次填成',
  },
  moved: '别人刚刚处理过这份报告，已为您刷新；请看现在的情况再决定。',
  cancel: '取消',
}
