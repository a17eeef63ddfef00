import {
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, Kysely, KyselyProps, QueryResult } from 'kysely'
import type pg from 'pg'

const adapter = new PostgresAdapter()
const driver = new DummyDriver()
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
}

/** What a Kysely transaction needs to send its queries over one given connection. */
export function kyselyOver(client: pg.PoolClient): KyselyProps {
  const connection = new ClientConnection(client)
  const executor = new DefaultQueryExecutor(new PostgresQueryCompiler(), adapter, {
    provideConnection: (consume) => consume(connection),
  })
  return { config: { dialect }, driver, executor, dialect }
}

// Statements that come again are prepared once per connection. The number is bounded, since lists of
// different lengths make ever new texts, and every prepared one costs memory on the server.
const MOST_NAMED = 300
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMED) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

class ClientConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount, command } = await this.#client.query({
      name: nameOf(query.sql),
      text: query.sql,
      values: [...query.parameters],
    })
    const changes = command !== 'SELECT' && rowCount !== null
    return changes ? { rows, numAffectedRows: BigInt(rowCount) } : { rows }
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    yield* []
    throw new Error('Page by key instead: a cursor would hold its connection for as long as the reader takes')
  }
}
