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
  const resolver = resolverOf(dnsServers);
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

/** The addresses of a name, IPv4 before IPv6; none where there are none or nobody could be asked. */
export async function addressesOf({ dnsServers }: Pick<Config, 'dnsServers'>, name: string): Promise<string[]> {
  const resolver = resolverOf(dnsServers);
  const [four, six] = await Promise.all([answered(resolver.resolve4(name)), answered(resolver.resolve6(name))]);
  return [...four.values, ...six.values];
}

function resolverOf(dnsServers: Config['dnsServers']): Resolver {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  if (dnsServers) resolver.setServers(dnsServers);
  return resolver;
}

async function answered<T>(asked: Promise<T[]>): Promise<{ values: T[]; error: string | null }> {
  try {
    return { values: await asked, error: null };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'EUNKNOWN';
    return { values: [], error: NOTHING_THERE.has(code) ? null : code };
  }
}
