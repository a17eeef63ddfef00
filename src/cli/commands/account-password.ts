import { listAccounts, resetPassword } from '../../modules/access/contract.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Command } from '../command.ts'
import { openDataWorkplace } from '../workplace.ts'

/** A new one-time password for an account, for whoever holds the data folder: also for an administrator who is locked out. */
export const passwordCommand: Command = {
  usage: 'password <login>',
  description: '给账户一个新的一次性密码并退出其全部登录；管理员自己忘了密码时用',
  options: [{ flags: '--data <dir>', description: '数据目录' }],
  examples: ['password admin'],
  async run(input, terminal) {
    const workplace = await openDataWorkplace(input.text('data'))
    try {
      const login = input.word(0)
      const { accounts } = await workplace.client.call(listAccounts, {})
      const account = accounts.find((one) => one.login === login)
      if (account === undefined) throw new NotFound('no-account', `没有登录名为“${login}”的账户。现有：${accounts.map((one) => one.login).join('、') || '一个也没有'}`)
      const { oneTimePassword } = await workplace.client.call(resetPassword, { params: { accountId: account.accountId } })
      terminal.tell(`${login} 的一次性密码（只显示这一次，首次登录时须改掉）：`)
      terminal.print(oneTimePassword)
      return 0
    } finally {
      await workplace.close()
    }
  },
}
