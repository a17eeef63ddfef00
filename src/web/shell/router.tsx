import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { pages } from '../routes.tsx'
import { steps } from '../ui/address.ts'
import { BrokenPage } from './broken-page.tsx'
import { Frame } from './frame.tsx'
import { UnknownPage } from './unknown-page.tsx'

const root = createRootRoute({ component: Frame, notFoundComponent: UnknownPage })

const routes = pages.map(({ path, load }) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) }))

/** Shows the page of an address within the frame. A page with other parameters is another page and starts anew. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: steps,
  defaultErrorComponent: BrokenPage,
  defaultRemountDeps: ({ params }) => params,
  scrollRestoration: true,
  parseSearch: (written) => queryOf(new URLSearchParams(written)),
  stringifySearch: (query) => writtenQuery(query),
})

/** A query is plain text, a name that stands several times a list: as the pages write and read it. */
function queryOf(written: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries([...new Set(written.keys())].map((name) => {
    const values = written.getAll(name)
    return [name, values.length === 1 ? (values[0] ?? '') : values]
  }))
}

function writtenQuery(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)]))
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
