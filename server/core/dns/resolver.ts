import { Resolver } from 'node:dns/promises';
import type { Config } from '../config.ts';

const TIMEOUT_MS = 2000;
const TRIES = 2;

export interface LookedUp {
  cname: string | null;
  txt: string[];
  /** Why nothing could be asked at all; null where there was an answer, also that there is nothing. */
  error: string | null;
}

/** There is such a name, or none: either is an answer. */
const NOTHING_THERE = new Set(['ENOTFOUND', 'ENODATA']);

/** Asks the servers of DNS_SERVERS, or those of the machine; never a cache of our own, so that a change shows at once. */
export async function lookUp(
  { dnsServers }: Pick<Config, 'dnsServers'>,
  names: { cname: string; txt: string },
): Promise<LookedUp> {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  if (dnsServers) resolver.setServers(dnsServers);
  const [cname, txt] = await Promise.all([
    answered(resolver.resolveCname(names.cname)),
    answered(resolver.resolveTxt(names.txt)),
  ]);
  return {
    cname: cname.values[0]?.toLowerCase().replace(/\.$/, '') ?? null,
    // A long text comes in pieces.
    txt: txt.values.map((pieces) => pieces.join('')),
    error: cname.error ?? txt.error,
  };
}

async function answered<T>(asked: Promise<T[]>): Promise<{ values: T[]; error: string | null }> {
  try {
    return { values: await asked, error: null };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'EUNKNOWN';
    return { values: [], error: NOTHING_THERE.has(code) ? null : code };
  }
}
