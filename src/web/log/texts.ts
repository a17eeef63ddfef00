import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'

export const texts = { zh, en }

export type LogTexts = typeof zh

export type EventType = keyof LogTexts['types']
