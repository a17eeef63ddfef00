import type pg from 'pg'

const OBJECT_IN_USE = '55006'

/**
 * Drops a database as its owner. Plainly first: PostgreSQL then sends a vacuum worker away by itself, which a forced
 * drop is not permitted to do; forced only where a test left a connection open.
 */
export async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  try {
    await owner.query(`drop database ${name}`)
  } catch (error) {
    if ((error as { code?: string }).code !== OBJECT_IN_USE) throw error
    await owner.query(`drop database ${name} with (force)`)
  }
}
