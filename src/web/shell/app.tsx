import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { LanguageProvider } from '../ui/language.tsx'
import { Appearance } from './appearance.tsx'
import { Boundary } from './boundary.tsx'
import { Frame } from './frame.tsx'
import { Pages } from './pages.tsx'
import { isWorthRetrying } from './retry.ts'

const queries = new QueryClient({ defaultOptions: { queries: { retry: isWorthRetrying, retryDelay: 400, refetchOnWindowFocus: false } } })

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Appearance>
          <Frame>
            <Boundary>
              <Pages />
            </Boundary>
          </Frame>
        </Appearance>
      </LanguageProvider>
    </QueryClientProvider>
  )
}
