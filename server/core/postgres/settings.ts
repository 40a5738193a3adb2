import { totalmem } from 'node:os';

const MIB = 1024 * 1024;

/** Rewritten at every start; `ALTER SYSTEM` overrules it. Durability is PostgreSQL's default: fsync on. */
export function serverSettings(): string {
  const memory = Math.floor(totalmem() / MIB);
  const settings = {
    max_connections: '100',
    shared_buffers: `${clamp(Math.floor(memory / 8), 128, 512)}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory / 2))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    // A migration over all tenants locks thousands of tables, two schemas per tenant.
    max_locks_per_transaction: '256',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    // A week of files that overwrite each other; terse, so that no row values (names, addresses) get in.
    logging_collector: 'on',
    log_directory: "'log'",
    log_filename: "'postgres-%a.log'",
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return `# Written by SmoothSchedule at every start. Your own settings: ALTER SYSTEM.\n${lines.join('\n')}\n`;
}

/** Loopback with a password, and nothing else. */
export function accessRules(): string {
  return 'host all all 127.0.0.1/32 scram-sha-256\n';
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
