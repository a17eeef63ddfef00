/**
 * Why something could not be told. `unsure`: it may have arrived all the same, so it is not sent again; otherwise the
 * other side certainly did not take it. `recipientOnly`: the channel works, only this recipient was refused.
 */
export class SendFailure extends Error {
  readonly unsure: boolean
  readonly recipientOnly: boolean

  constructor(message: string, { unsure = false, recipientOnly = false }: { unsure?: boolean; recipientOnly?: boolean } = {}) {
    super(message)
    this.unsure = unsure
    this.recipientOnly = recipientOnly
  }
}
