import * as channels from './contract/channels.ts'
import { listOutbox } from './contract/outbox.ts'
import * as personal from './contract/personal.ts'

export const notificationEndpoints = [
  channels.listChannels, channels.addChannel, channels.changeChannel, channels.switchChannel, channels.removeChannel, channels.testChannel,
  channels.setOutgoing, listOutbox, personal.readOwn, personal.chooseOwn, personal.addFeed, personal.revokeFeed, personal.readFeed,
]
