import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Endpoint, InputOf, Permission, ReplyOf } from '../contract/endpoint.ts'
import { Invalid, TaizhangError } from '../errors.ts'
import { statusOf } from './status.ts'

/** What a role was given for: a unit with everything below it, or the whole body. */
export interface Grant {
  role: string
  unitId: string | null
}

/** Who asks, as the access module recognised them. `accountId` is null for the program itself and its data folder's owner. */
export interface Principal {
  name: string
  tenantId: number
  accountId: string | null
  grants: Grant[]
}

/** What a request says beside its input, for the few endpoints that sign in and out. */
export interface Visit {
  address: string
  session: string | undefined
  /** Keeps the session's secret in the browser until `expiresAt`; null forgets it. */
  keepSession(secret: string | null, expiresAt?: Date): void
}

/** Bytes that a browser may show: only a type from a short list of ours, and everything else as a download. */
export interface ShownFile {
  bytes: Uint8Array
  /** Null downloads. */
  shownAs: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'application/pdf' | 'text/plain; charset=utf-8' | 'text/calendar; charset=utf-8' | null
  name: string
}

type Answer<E extends Endpoint> = E['reply'] extends 'bytes' ? Uint8Array | ShownFile : ReplyOf<E>

/** An endpoint for anyone is asked by nobody in particular: its principal is a stranger of the tenant without grants. */
export interface Handling<E extends Endpoint> {
  (context: InputOf<E> & { principal: Principal; visit: Visit }): Promise<Answer<E>>
}

export interface Route {
  endpoint: Endpoint
  handle: (context: never) => Promise<unknown>
}

/** Binds a handler to its endpoint; the types of input and reply come from the contract. */
export function route<E extends Endpoint>(endpoint: E, handle: Handling<E>): Route {
  return { endpoint, handle }
}

export interface Access {
  identify(request: { authorization: string | undefined; session: string | undefined; address: string }): Promise<Principal | null>
  /** Throws NotAllowed. */
  require(principal: Principal | null, permission: Permission): Principal
}

const sessionCookie = 'taizhang-session'

const jsonLimitBytes = 4 * 1024 * 1024

/** Told of every reading and exporting that the contract says is noted. */
export type Note = (principal: Principal, action: 'read' | 'export', subject: string) => void

export function createServer(access: Access, routes: Route[], note: Note): FastifyInstance {
  const server = Fastify({ bodyLimit: jsonLimitBytes, routerOptions: { maxParamLength: 300 } })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.register(cookie)
  server.register(compress, { encodings: ['gzip'], threshold: 2048 })
  server.register(helmet, {
    contentSecurityPolicy: { directives: { 'style-src': ["'self'", "'unsafe-inline'"], 'upgrade-insecure-requests': null } },
    strictTransportSecurity: false,
  })
  server.setErrorHandler((error, _request, reply) => {
    const { status, body } = statusOf(hasZodFastifySchemaValidationErrors(error) ? refusalOf(error.validation) : error)
    return reply.status(status).type('application/json; charset=utf-8').send(JSON.stringify(body))
  })
  for (const { endpoint, handle } of routes) {
    server.route({
      method: endpoint.method,
      url: endpoint.path,
      schema: {
        params: endpoint.params,
        querystring: endpoint.query,
        ...(endpoint.method === 'POST' ? { body: endpoint.body } : {}),
        ...(endpoint.reply === 'bytes' ? {} : { response: { 200: endpoint.reply as z.ZodType } }),
      },
      onRequest: async (request) => {
        principals.set(request, await requirePrincipal(access, request, endpoint.permission))
      },
      handler: async (request, reply) => {
        const principal = principals.get(request) ?? (await requirePrincipal(access, request, endpoint.permission))
        const context = { params: request.params, query: request.query, body: request.body ?? {}, principal, visit: visitOf(request, reply) }
        const answer = await handle(context as never)
        if (endpoint.noted !== undefined) note(principal, endpoint.noted, request.url)
        if (endpoint.reply !== 'bytes') return answer
        return sendBytes(reply, answer as Uint8Array | ShownFile)
      },
    })
  }
  return server
}

/** What came from outside runs nothing here: its type is not guessed, scripts and frames within it are off. */
function sendBytes(reply: FastifyReply, answer: Uint8Array | ShownFile) {
  if (!('shownAs' in answer)) return reply.type('application/octet-stream').send(Buffer.from(answer))
  const { bytes, shownAs, name } = answer
  // A sandbox would also keep the browser from showing a PDF.
  const policy = `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; ${shownAs === 'application/pdf' ? "object-src 'self'" : 'sandbox'}`
  return reply
    .type(shownAs ?? 'application/octet-stream')
    .header('content-security-policy', policy)
    .header('cache-control', 'private, max-age=3600')
    .header('content-disposition', `${shownAs === null ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes))
}

const principals = new WeakMap<FastifyRequest, Principal>()

export async function requirePrincipal(access: Access, request: FastifyRequest, permission: Permission): Promise<Principal> {
  const { authorization } = request.headers
  return access.require(await access.identify({ authorization, session: request.cookies[sessionCookie], address: request.ip }), permission)
}

/** The cookie is out of reach of scripts and is not sent along from other sites, which also keeps forged requests out. */
function visitOf(request: FastifyRequest, reply: FastifyReply): Visit {
  const usual = { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const
  return {
    address: request.ip,
    session: request.cookies[sessionCookie],
    keepSession(secret, expiresAt) {
      if (secret === null) reply.clearCookie(sessionCookie, usual)
      else reply.setCookie(sessionCookie, secret, { ...usual, ...(expiresAt === undefined ? {} : { expires: expiresAt }) })
    },
  }
}

function refusalOf(problems: { instancePath: string; message?: string }[]): TaizhangError {
  const first = problems[0]
  const field = first?.instancePath.replace(/^\//, '').replaceAll('/', '.') || '请求'
  return new Invalid('request-invalid', `“${field}”不符合要求：${first?.message ?? ''}`, {
    fields: problems.map((problem) => ({ field: problem.instancePath, message: problem.message })),
  })
}
