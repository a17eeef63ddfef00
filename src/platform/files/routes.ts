import type { FastifyInstance } from 'fastify'
import type { Readable } from 'node:stream'
import { requirePrincipal, type Access } from '../http/server.ts'
import type { FileStore } from './file-store.ts'

export const uploadPath = '/api/files'

const limitBytes = 512 * 1024 * 1024

/**
 * `POST /api/files` with the bytes as `application/octet-stream` stores a file and answers its SHA-256;
 * other endpoints then name files by it. Bytes are streamed, so this one route is bound by hand.
 */
export function registerUpload(server: FastifyInstance, access: Access, files: FileStore): void {
  server.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
    scope.post(uploadPath, { bodyLimit: limitBytes }, async (request) => {
      await requirePrincipal(access, request, 'files:write')
      return files.put(request.body as Readable, limitBytes)
    })
  })
}
