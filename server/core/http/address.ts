import { Refused } from '../errors.ts';

export type Address =
  | { at: 'bare' }
  | { at: 'platform' }
  | { at: 'subdomain'; subdomain: string }
  | { at: 'domain'; hostname: string };

const loopback = new Set(['127.0.0.1', '[::1]']);

/** What a Host header addresses, before anybody looks whether it exists. */
export function addressOf(host: string, base: string): Address {
  const hostname = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  if (hostname === base || (base === 'localhost' && loopback.has(hostname))) return { at: 'bare' };
  if (hostname === `platform.${base}`) return { at: 'platform' };
  if (!hostname.endsWith(`.${base}`)) return { at: 'domain', hostname };
  return { at: 'subdomain', subdomain: hostname.slice(0, -base.length - 1) };
}

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The header names the business for clients on a shared host; elsewhere it has to agree. */
export function withHeader(address: Address, header: string | undefined): Address {
  if (header === undefined) return address;
  const subdomain = header.toLowerCase();
  if (!label.test(subdomain)) throw new Refused('unknown_business');
  if (address.at === 'bare') return { at: 'subdomain', subdomain };
  if (address.at === 'domain' || (address.at === 'subdomain' && address.subdomain === subdomain)) return address;
  throw new Refused('host_conflict');
}

/** Where a business answers, without a slash at the end: `https://salon.book.example`. */
export const businessOrigin = (baseUrl: URL, subdomain: string): string =>
  `${baseUrl.protocol}//${subdomain}.${baseUrl.host}`;
