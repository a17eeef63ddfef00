import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the pages from `src/web` to `dist/web`, which the server serves; in development the API is asked at its usual port. */
export default defineConfig(({ command }) => {
  // Tests, too, try the pages as they are served: under `test` libraries give every dialog the same id.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    root: fileURLToPath(new URL('src/web', import.meta.url)),
    plugins: [react()],
    build: { outDir: '../../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
    server: { proxy: { '/api': 'http://127.0.0.1:8230' } },
  }
})
