import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { ClientBase } from 'pg';

const adapter = new PostgresAdapter();

const dialect = (driver: Driver): Dialect => ({
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

/** Builds queries and never runs them. */
export const compiler = <Tables>(): Kysely<Tables> => new Kysely<Tables>({ dialect: dialect(new DummyDriver()) });

/** Runs queries on one connection, whose transaction somebody else has opened and will end. */
export const onConnection = <Tables>(client: ClientBase): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: dialect(new OneConnectionDriver(client)) });

/** A query that is built and not sent yet; a planned one is parsed and planned once per connection and schema. */
export interface Compilable<Row = unknown> {
  compile(): CompiledQuery<Row>;
  isPlanned?: boolean;
}

export async function run<Row>(client: ClientBase, query: Compilable<Row>, schema: string): Promise<Row[]> {
  const { sql: text, parameters } = query.compile();
  const values = parameters as unknown[];
  const result = await client.query(query.isPlanned ? { name: nameOf(text, schema), text, values } : { text, values });
  return result.rows as Row[];
}

const numbers = new Map<string, number>();

/** PostgreSQL plans anew whenever the search path differs, so each schema has plans of its own. */
function nameOf(text: string, schema: string): string {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return `${number}:${schema}`;
}

class OneConnectionDriver extends DummyDriver {
  readonly #connection: DatabaseConnection;

  constructor(client: ClientBase) {
    super();
    this.#connection = {
      async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
        const result = await client.query(query.sql, query.parameters as unknown[]);
        return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) };
      },
      streamQuery: () => {
        throw new Error('Queries are not streamed');
      },
    };
  }

  override acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }
}
