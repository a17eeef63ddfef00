import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { LanguageProvider } from '../ui/language.tsx'
import { Appearance } from './appearance.tsx'
import { isWorthRetrying } from './retry.ts'
import { router } from './router.tsx'

const queries = new QueryClient({ defaultOptions: { queries: { retry: isWorthRetrying, retryDelay: 400, refetchOnWindowFocus: false } } })

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Appearance>
          <RouterProvider router={router} />
        </Appearance>
      </LanguageProvider>
    </QueryClientProvider>
  )
}
