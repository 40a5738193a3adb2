/** Another living process owns the data directory. Nothing was touched. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
  readonly dataDir: string;
  readonly pid: number;

  constructor(dataDir: string, pid: number, host: string) {
    super(
      `The data directory ${dataDir} is in use by another SmoothSchedule (process ${pid} on ${host}). ` +
        'Stop that one first, or choose another directory with SMOOTH_DATA. Nothing was changed.',
    );
    this.dataDir = dataDir;
    this.pid = pid;
  }
}

/** The data directory was made by another major version of PostgreSQL. Nothing was touched. */
export class DataDirOtherVersion extends Error {
  override readonly name = 'DataDirOtherVersion';
  readonly dataDir: string;
  readonly found: string;
  readonly needed: string;

  constructor(dataDir: string, found: string, needed: string) {
    super(
      `The data directory ${dataDir} was made by PostgreSQL ${found}, and this SmoothSchedule brings PostgreSQL ${needed}. ` +
        `Run PostgreSQL ${found} on a copy, dump and restore it, or choose another directory with SMOOTH_DATA. ` +
        'Nothing was changed.',
    );
    this.dataDir = dataDir;
    this.found = found;
    this.needed = needed;
  }
}

/** The embedded PostgreSQL could not be made to run; the text carries what it said. */
export class EmbeddedFailed extends Error {
  override readonly name = 'EmbeddedFailed';
}
