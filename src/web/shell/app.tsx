import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { LanguageProvider } from '../ui/language.tsx'
import { ThemeProvider } from '../ui/theme.tsx'
import { Appearance } from './appearance.tsx'
import { whoIsThere } from './opening.tsx'
import { isWorthRetrying } from './retry.ts'
import { router } from './router.tsx'

// A server on this machine answers without a network, so nothing waits for one.
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthRetrying, retryDelay: 400, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

void queries.prefetchQuery(whoIsThere)

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <ThemeProvider>
          <Appearance>
            <RouterProvider router={router} />
          </Appearance>
        </ThemeProvider>
      </LanguageProvider>
    </QueryClientProvider>
  )
}
