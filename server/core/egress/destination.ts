import { isIP } from 'node:net';
import type { Config } from '../config.ts';
import { addressesOf } from '../dns/resolver.ts';
import { isPublicAddress } from './public-address.ts';

/** Why nothing is sent to an address. The codes are part of the API: a form shows them at its field. */
export type NotAllowed = 'malformed_address' | 'not_https' | 'port_not_allowed' | 'unresolved' | 'not_public';

export const notAllowedText: Record<NotAllowed, string> = {
  malformed_address: 'Use a full web address without a user name, such as https://example.com/hooks',
  not_https: 'Use an address that begins with https://',
  port_not_allowed: 'Use port 443, or one from 1024 on',
  unresolved: 'The name of this address cannot be found. Check its spelling and its DNS records',
  not_public: 'This address is not public. Use one that can be reached from the internet',
};

/** An address of the web with what its name resolved to. Only these addresses may be connected to. */
export interface Destination {
  url: URL;
  addresses: readonly string[];
}

export type Judged = { ok: true; destination: Destination } | { ok: false; code: NotAllowed };

export type EgressConfig = Pick<Config, 'production' | 'dnsServers' | 'egressAllow'>;

const LONGEST = 2048;
const FIRST_FREE_PORT = 1024;

/** Whether businesses may let something be sent to an address now. A name is judged by all that it resolves to. */
export async function judge(config: EgressConfig, text: string): Promise<Judged> {
  const url = read(text);
  if (!url) return { ok: false, code: 'malformed_address' };
  if (config.production && url.protocol !== 'https:') return { ok: false, code: 'not_https' };
  const port = portOf(url);
  if (port !== 80 && port !== 443 && port < FIRST_FREE_PORT) return { ok: false, code: 'port_not_allowed' };
  const addresses = await resolved(config, hostOf(url));
  if (addresses.length === 0) return { ok: false, code: 'unresolved' };
  const isOpen = (address: string) => isPublicAddress(address) || isAllowed(config, address, port);
  return addresses.every(isOpen) ? { ok: true, destination: { url, addresses } } : { ok: false, code: 'not_public' };
}

/** The parser of the web turns every spelling of an IPv4 address (octal, hexadecimal, short) into the usual one. */
function read(text: string): URL | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  // A dot at the end names the same host, and no certificate is made out to it.
  const isHost = url.hostname !== '' && !url.hostname.endsWith('.');
  return isWeb && isHost && url.username === '' && url.password === '' ? url : null;
}

export const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);

/** Without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

const resolved = async (config: EgressConfig, host: string): Promise<readonly string[]> =>
  isIP(host) === 0 ? addressesOf(config, host) : [host];

/** Named in EGRESS_ALLOW, as `address:port`. */
const isAllowed = ({ egressAllow }: EgressConfig, address: string, port: number): boolean =>
  egressAllow.includes(address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`);
