import type { Config } from '../core/config.ts';
import { DEMO_PASSWORD, demoPeople, demoWorlds } from '../worlds/demo.ts';

/** What `npm start` says when it is ready: where to go and, in the demo, as whom. */
export function welcome(config: Config, isDemo: boolean): string {
  const { baseUrl, smtpUrl } = config;
  const at = (subdomain: string, path = '') =>
    `${baseUrl.protocol}//${subdomain ? `${subdomain}.` : ''}${baseUrl.host}${path}`;
  const places: [string, string][] = [
    ['Front page', at('')],
    ['Platform', at('platform')],
  ];
  if (isDemo) {
    for (const { business } of demoWorlds) {
      places.push([business.name, at(business.subdomain)], ['  booking page', at(business.subdomain, '/book')]);
    }
    if (!smtpUrl) places.push(['Sent mail', at('', '/dev/mail')]);
  }
  return [
    '',
    'SmoothSchedule is ready.',
    '',
    ...table(places),
    ...(isDemo ? signIns() : []),
    '',
    'Press Ctrl-C to stop.',
    '',
  ].join('\n');
}

function signIns(): string[] {
  const rows = demoPeople.map(({ place, emails }): [string, string] => [place, emails.join('  ')]);
  return ['', `Sign-ins, all with the password ${DEMO_PASSWORD}:`, '', ...table(rows)];
}

function table(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}   ${value}`);
}
