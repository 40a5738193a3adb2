import type { Feed } from '@smooth/contract/scheduling/feeds.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import type { Actor } from '../../core/actor.ts';
import type { Tenant } from '../../core/tenant/tenant.ts';
import { feedPolicy } from '../policy/feeds.ts';
import type { appointmentsOfFeed, classesOfFeed, FeedRow } from '../queries/feeds.ts';
import type { BusinessRules } from '../queries/rules.ts';
import { statusOf } from './calendar.ts';

export const presentFeed = (row: FeedRow, actor: Actor): Feed => ({
  id: row.id,
  kind: row.kind,
  resource_id: row.resource_id,
  user_id: row.user_id,
  name: row.name ?? '',
  created_at: formatInstant(row.created_at),
  can: { revoke: feedPolicy.may(actor, 'feed.revoke', row) },
});

type RowOf<Query extends (...given: never[]) => { executeTakeFirstOrThrow(): Promise<unknown> }> = Awaited<
  ReturnType<ReturnType<Query>['executeTakeFirstOrThrow']>
>;

interface FeedContents {
  name: string;
  tenant: Tenant;
  host: string;
  rules: BusinessRules;
  appointments: RowOf<typeof appointmentsOfFeed>[];
  classes: RowOf<typeof classesOfFeed>[];
}

const READ_AGAIN_SECONDS = 15 * 60;

/**
 * A calendar to subscribe to (RFC 5545). Instants are in UTC, so that no reader can be an hour off, and identities are
 * those of the mails. The same contents are the same text.
 */
export function feedText({ name, tenant, host, rules, appointments, classes }: FeedContents): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'SmoothSchedule', product: 'Feeds' },
    method: ICalCalendarMethod.PUBLISH,
    // Names of calendars are not escaped on their way out.
    name: `${name} · ${tenant.row.name}`.replaceAll(/\p{Cc}+/gu, ' '),
    ttl: READ_AGAIN_SECONDS,
  });
  const serviceName = (id: string) => rules.services.get(id)?.name ?? '';
  const place = (id: string | null) => rules.locations.get(id ?? '')?.address ?? null;
  const add = (row: Shown, summary: string) =>
    calendar.createEvent({
      id: `${row.id}@${host}`,
      sequence: row.revision - 1,
      stamp: new Date(row.updated_at),
      start: new Date(row.starts_at),
      end: new Date(row.ends_at),
      summary,
      location: place(row.location_id),
      status: statusOf(row.status, 'PUBLISH'),
    });
  for (const row of appointments) {
    const party = row.party_size > 1 ? ` (${row.party_size})` : '';
    add(row, [`${row.customer_name ?? ''}${party}`, serviceName(row.service_id)].filter(Boolean).join(', '));
  }
  for (const row of classes) add(row, `${serviceName(row.service_id)} (${row.seats_taken}/${row.seats})`);
  return calendar.toString();
}

type Shown = Pick<
  FeedContents['appointments'][number] | FeedContents['classes'][number],
  'id' | 'revision' | 'status' | 'starts_at' | 'ends_at' | 'location_id' | 'updated_at'
>;
