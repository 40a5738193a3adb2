import type pg from 'pg';

/** Connections for quick reads, which nobody has to himself. */
export interface Readers {
  /** The work sends all its statements at once, as a transaction of its own, and waits for their answers. */
  read<T>(schema: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface OpenReaders {
  pool: pg.Pool;
  count: number;
  /** How many schemas one may touch before it is replaced. */
  mostSchemas: number;
}

interface Reader {
  client: Promise<pg.PoolClient>;
  schemas: Set<string>;
  reads: number;
  /** Takes no more reads, and is given back with its last one. */
  isRetired: boolean;
  isGivenBack: boolean;
  since: number;
}

const LIFETIME_MS = 1_800_000;

/**
 * A schema is always read at the same connection: what PostgreSQL has to learn of it, once per connection, would
 * otherwise cost more than the reads of many businesses. Reads follow each other on the wire, so none waits for a turn.
 */
export function openReaders({ pool, count, mostSchemas }: OpenReaders): Readers {
  const readers: (Reader | undefined)[] = Array.from({ length: count });

  const retire = (index: number, reader: Reader) => {
    if (readers[index] === reader) readers[index] = undefined;
    reader.isRetired = true;
    if (reader.reads > 0 || reader.isGivenBack) return;
    reader.isGivenBack = true;
    reader.client.then((client) => client.release(true)).catch(() => undefined);
  };

  const open = (index: number): Reader => {
    const reader: Reader = {
      client: connect(pool),
      schemas: new Set(),
      reads: 0,
      isRetired: false,
      isGivenBack: false,
      since: performance.now(),
    };
    const lost = () => retire(index, reader);
    reader.client.then((client) => client.once('error', lost).once('end', lost)).catch(lost);
    return (readers[index] = reader);
  };

  const readerFor = (index: number, schema: string): Reader => {
    const known = readers[index];
    if (!known) return open(index);
    const isFull = known.schemas.size >= mostSchemas && !known.schemas.has(schema);
    if (!isFull && performance.now() - known.since < LIFETIME_MS) return known;
    retire(index, known);
    return open(index);
  };

  return {
    async read(schema, work) {
      const index = placeOf(schema) % count;
      const reader = readerFor(index, schema);
      reader.schemas.add(schema);
      reader.reads += 1;
      try {
        return await work(await reader.client);
      } finally {
        reader.reads -= 1;
        if (reader.isRetired) retire(index, reader);
      }
    },
    async close() {
      readers.forEach((reader, index) => reader && retire(index, reader));
    },
  };
}

/** Everything that is read here is planned once; PostgreSQL would plan each `= ANY` anew, hoping for a better plan. */
async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  client.query('SET plan_cache_mode TO force_generic_plan').catch(() => undefined);
  return client;
}

/** Spreads names evenly (FNV-1a). */
function placeOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
