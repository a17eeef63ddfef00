// Tells people of their duties: digests and notices by mail, counts to groups, calendars at secret addresses. It owns
// the channels, the outbox from which each thing is told at most once, and what each person chose to be told.
export { Courier } from './courier.ts'
export { notificationReactions } from './reactions.ts'
export { notificationRoutes } from './routes.ts'
