import { describe, expect, it } from 'vitest'
import { editorSchemas } from './editor-schemas.ts'

describe('editorSchemas', () => {
  it.each(Object.entries(editorSchemas()))('is what packs/schema/%s holds; vitest -u writes it anew', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../../../packs/schema/${name}`)
  })
})
