import { fieldRefusal } from '../../core/errors.ts';

interface Known {
  hostname: string;
  challenge: string;
  found_cname: string | null;
  found_txt: string[];
}

/** What has to stand at the DNS: where the name leads, and a value that only its holder could have put there. */
export function recordsFor({ hostname, challenge, found_cname, found_txt }: Known, target: string) {
  const value = `smooth-verify=${challenge}`;
  const cname = { type: 'CNAME' as const, name: hostname, value: target };
  const txt = { type: 'TXT' as const, name: `_smoothschedule.${hostname}`, value };
  return [
    { ...cname, found: found_cname === null ? [] : [found_cname], holds: found_cname === target },
    { ...txt, found: found_txt, holds: found_txt.includes(value) },
  ];
}

/** The installation's own names are given by sub-domain, and never claimed. */
export function refuseOwnName(hostname: string, base: string): void {
  if (hostname !== base && !hostname.endsWith(`.${base}`)) return;
  throw fieldRefusal('/body/hostname', `Names below ${base} belong to the platform. Use a domain of the business.`);
}
