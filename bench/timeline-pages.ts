import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Timeline } from '@smooth/contract/scheduling/timeline.ts';
import { DAY, formatInstant, HOUR, MINUTE } from '@smooth/engine/instant.ts';
import { ROOT } from './start.ts';

const DIST = join(ROOT, 'web/dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const MONDAY = Date.UTC(2026, 6, 13);

export interface Pages {
  calendar: string;
  plain: string;
  close(): Promise<void>;
}

/** The built app over a week that is made up, and a page that puts all of the same week into the document. */
export async function servePages(size: { resources: number; appointments: number }): Promise<Pages> {
  const answers: Record<string, Answer> = {
    '/api/v1/timeline': json(weekOf(size)),
    '/api/auth/me': json(me),
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://bench');
    const { status, type, body } = pathname === '/plain' ? page(plainPage) : (answers[pathname] ?? fileAt(pathname));
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://demo.localhost:${(server.address() as AddressInfo).port}`;
  return {
    calendar: `${base}/calendar?date=2026-07-15&view=week`,
    plain: `${base}/plain`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
}
const json = (value: unknown): Answer => ({ status: 200, type: 'application/json', body: JSON.stringify(value) });
const page = (html: string): Answer => ({ status: 200, type: 'text/html', body: html });

/** A file of the built app; every other address is the app itself. */
function fileAt(pathname: string): Answer {
  const file = join(DIST, extname(pathname) ? pathname : '/index.html');
  if (pathname.startsWith('/api/') || !existsSync(file)) return { status: 404, type: 'application/json', body: '{}' };
  return { status: 200, type: TYPES[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) };
}

const id = (kind: number, index: number) => `00000000-0000-7000-800${kind}-${String(index).padStart(12, '0')}`;

const me = {
  user: { id: id(0, 1), name: 'Olga', email: 'olga@bench.example', role: 'TENANT_OWNER' },
  tenant: {
    id: id(0, 2),
    name: 'Bench',
    subdomain: 'demo',
    time_zone: 'UTC',
    locale: 'en-US',
    currency: 'EUR',
    branding: {},
  },
  mode: 'live',
  permissions: ['timeline.read', 'appointment.read', 'appointment.create', 'appointment.overlap', 'customer.read'],
  masquerade: null,
};

/** Open from eight to eighteen; appointments of an hour, spread evenly over rows and days, none on top of another. */
function weekOf({ resources, appointments }: { resources: number; appointments: number }): Timeline {
  const weekly_hours = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, start: '08:00', end: '18:00' }));
  const open = Array.from({ length: 7 }, (_, day) =>
    [8, 18].map((hour) => formatInstant(MONDAY + day * DAY + hour * HOUR)),
  ).flat();
  return {
    from: '2026-07-13',
    to: '2026-07-19',
    time_zone: 'UTC',
    locations: [{ id: id(1, 0), name: 'Bench', time_zone: 'UTC', weekly_hours }],
    resources: Array.from({ length: resources }, (_, index) => ({
      id: id(2, index),
      name: `Person ${index + 1}`,
      type: index % 4 === 3 ? 'room' : 'staff',
      color: '#5450dc',
      location_id: id(1, 0),
      user_id: null,
      capacity: 1,
      is_active: true,
      weekly_hours: [],
      weekly_breaks: [],
      overrides: [],
      recurring_time_off: [],
      open,
      can: { add_time_off: true },
    })),
    closures: [],
    services: [service],
    blocks: [],
    bars: Array.from({ length: appointments }, (_, index) => barOf(index, resources)),
    tray: [],
    held: [],
  };
}

const line = { type: null, quantity: 1, units: 1, padding_before_minutes: null, padding_after_minutes: null };
const service: Timeline['services'][number] = {
  id: id(3, 0),
  name: 'Visit',
  color: '#0e7490',
  kind: 'appointment',
  is_active: true,
  duration_minutes: 60,
  padding_before_minutes: 0,
  padding_after_minutes: 15,
  min_notice_minutes: 0,
  slot_step_minutes: 15,
  slot_anchor: 'opening',
  window_days: null,
  window_from_on: null,
  window_until_on: null,
  price_minor: 0,
  resource_terms: [],
  requires: [{ ...line, id: 'staff', type: 'staff', resource_ids: [], is_choosable: true }],
};

function barOf(index: number, resources: number): Timeline['bars'][number] {
  const turn = Math.floor(index / resources);
  const start = MONDAY + (turn % 7) * DAY + (8 + 2 * Math.floor(turn / 7) + (index % 3) * 0.25) * HOUR;
  const resource_id = id(2, index % resources);
  const [from, to] = [start, start + HOUR].map(formatInstant) as [string, string];
  return {
    id: id(4, index),
    kind: 'appointment',
    revision: 1,
    status: index % 9 === 0 ? 'pending_approval' : 'confirmed',
    start: from,
    end: to,
    service_id: id(3, 0),
    customer: `Customer ${index}`,
    resource_ids: [resource_id],
    claims: [{ resource_id, start: from, end: formatInstant(start + HOUR + 15 * MINUTE), units: 1 }],
    party_size: 1,
    seats: null,
    source: index % 2 ? 'public' : 'staff',
    has_notes: index % 5 === 0,
    is_unpaid: false,
    is_overlapping: false,
    can: ['edit', 'reschedule', 'cancel'],
  };
}

/** What a list does that draws everything: the same rows, bars and lines of text, without anything clever. */
const plainPage = `<!doctype html><meta charset="utf-8"><title>Plain</title>
<style>body{margin:0;font:13px sans-serif}#all{height:100vh;overflow:auto}.row{position:relative;height:56px;border-bottom:1px solid #ddd;width:1440px}
.bar{position:absolute;top:6px;height:40px;overflow:hidden;background:#dff;border:0;border-left:3px solid #077;text-align:left}.bar b,.bar span{display:block;white-space:nowrap}</style>
<div id="all"></div><script type="module">
const data = await (await fetch('/api/v1/timeline?from=2026-07-13&to=2026-07-19')).json();
const start = Date.parse(data.from), scale = 1200 / (7 * 86400000);
const all = document.querySelector('#all');
for (const { id, name } of data.resources) {
  const row = document.createElement('div');
  row.className = 'row';
  row.innerHTML = '<strong>' + name + '</strong>';
  for (const bar of data.bars) {
    if (!bar.resource_ids.includes(id)) continue;
    const button = document.createElement('button');
    button.className = 'bar';
    button.dataset.bar = bar.id;
    button.style.left = 208 + (Date.parse(bar.start) - start) * scale + 'px';
    button.style.width = (Date.parse(bar.end) - Date.parse(bar.start)) * scale + 'px';
    button.title = bar.customer;
    button.innerHTML = '<b>' + bar.customer + '</b><span>' + new Date(bar.start).toLocaleTimeString('en-US') + ' · Visit</span>';
    row.append(button);
  }
  all.append(row);
}
</script>`;
