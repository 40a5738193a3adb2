import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * What the IANA registries of special addresses (RFC 6890 and its successors) name and nobody of the public answers at.
 * IPv4: this network, private, carrier NAT, loopback, link-local, protocol assignments, documentation, relays of 6to4 and
 * AMT, AS112, benchmarks, multicast, reserved. The last one is the host agent of a cloud, at a public address.
 */
const NOT_PUBLIC_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['168.63.129.16', 32],
] as const;

/**
 * IPv6 is public within 2000::/3 only, which leaves out loopback, link-local, unique local, multicast, addresses that are
 * mapped or translated from IPv4, and whatever is not given out yet. Inside of it: protocols (Teredo among them),
 * documentation, 6to4, AS112.
 */
const PUBLIC_6 = ['2000::', 3] as const;
const NOT_PUBLIC_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const;

const notPublic4 = new BlockList();
for (const [net, bits] of NOT_PUBLIC_4) notPublic4.addSubnet(net, bits, 'ipv4');
const public6 = new BlockList();
public6.addSubnet(...PUBLIC_6, 'ipv6');
const notPublic6 = new BlockList();
for (const [net, bits] of NOT_PUBLIC_6) notPublic6.addSubnet(net, bits, 'ipv6');

/** Whether an address, as text without brackets, belongs to everybody. What is no address is not public. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  if (isIPv4(address)) return !notPublic4.check(address, 'ipv4');
  return public6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
}
