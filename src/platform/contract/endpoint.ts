import { z } from 'zod'

/** What an account may be granted by a role; the columns of the permission table in `modules/access/can.ts`. */
export const permissions = [
  'status:read', 'log:read', 'log:verify', 'files:write', 'jobs:read',
  'org:read', 'org:write', 'accounts:manage',
  'packs:read', 'packs:write',
  'records:read', 'records:enter', 'records:review', 'records:import',
  'duties:read', 'duties:work', 'duties:approve', 'duties:manage',
  'metrics:read',
  'reports:read', 'reports:fill', 'reports:review', 'reports:issue',
  'notifications:manage',
] as const

export type GrantedPermission = (typeof permissions)[number]

/** What an endpoint demands: a granted permission, or only that one is signed in, or nothing (signing in itself). */
export type Permission = GrantedPermission | 'signed-in' | 'anyone'

type Shape = z.ZodObject
const Nothing = z.strictObject({})

/**
 * One endpoint, described once: the server handles it, the web page and the command line call it.
 * `reply` is JSON checked on the way out, or 'bytes' for a file.
 */
export interface Endpoint<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Reply extends z.ZodType | 'bytes' = z.ZodType | 'bytes',
> {
  name: string
  method: 'GET' | 'POST'
  path: string
  permission: Permission
  summary: string
  /** What the access log says of a call; left out where nothing of a record is shown. */
  noted?: 'read' | 'export'
  params: Params
  query: Query
  body: Body
  reply: Reply
}

interface Description<P extends Shape, Q extends Shape, B extends Shape, R extends z.ZodType | 'bytes'> {
  name: string
  method: 'GET' | 'POST'
  path: string
  permission: Permission
  summary: string
  /** What the access log says of a call; left out where nothing of a record is shown. */
  noted?: 'read' | 'export'
  params?: P
  query?: Q
  body?: B
  reply: R
}

export function endpoint<
  R extends z.ZodType | 'bytes',
  P extends Shape = typeof Nothing,
  Q extends Shape = typeof Nothing,
  B extends Shape = typeof Nothing,
>(description: Description<P, Q, B, R>): Endpoint<P, Q, B, R> {
  const nothing = Nothing as unknown
  return { params: nothing as P, query: nothing as Q, body: nothing as B, ...description }
}

export interface InputOf<E extends Endpoint> {
  params: z.output<E['params']>
  query: z.output<E['query']>
  body: z.output<E['body']>
}

type PartName = 'params' | 'query' | 'body'
type Optional<T> = Record<never, never> extends T ? true : false

/** What a caller passes: parts without a required field may be left out. */
export type CallOf<E extends Endpoint> = {
  [K in PartName as Optional<z.input<E[K]>> extends true ? never : K]: z.input<E[K]>
} & {
  [K in PartName as Optional<z.input<E[K]>> extends true ? K : never]?: z.input<E[K]>
}

export type ReplyOf<E extends Endpoint> = E['reply'] extends z.ZodType ? z.output<E['reply']> : Uint8Array
