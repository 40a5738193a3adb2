import { createHash } from 'node:crypto';
import * as contract from '@smooth/contract/scheduling/feeds.ts';
import { DAY } from '@smooth/engine/instant.ts';
import type { Core } from '../../core/core.ts';
import { found } from '../../core/errors.ts';
import { businessOrigin } from '../../core/http/address.ts';
import { ReadyText } from '../../core/http/ready.ts';
import type { May, Routes } from '../../core/http/route.ts';
import { ask, type Tenant } from '../../core/tenant/tenant.ts';
import { createFeed, revokeFeed } from '../actions/feeds.ts';
import { feedPolicy } from '../policy/feeds.ts';
import { feedText, presentFeed } from '../present/feeds.ts';
import { appointmentsOfFeed, classesOfFeed, feedByHash, feedList, type FeedRow, feedsFound } from '../queries/feeds.ts';
import { anyRules } from '../queries/rules.ts';
import { feedTokenHash, feedTokenMode } from '../rules/feed-token.ts';

/** Whoever has the address may; it stores the mode. */
const byAddress: May = { may: 'everyone', link: ({ feed_token = '' }) => feedTokenMode(feed_token) };

const BEHIND = 30 * DAY;
const AHEAD = 180 * DAY;

export function feedRoutes({ read, write }: Routes, core: Core): void {
  read(contract.listFeeds, { may: 'feed.read' }, async ({ tenant, actor, query }) => {
    const place = feedList.at({ ...query, order: 'created_at' });
    // Who may not close an address need not know of it.
    const seesAll = feedPolicy.may(actor, 'feed.revoke', { resource_id: null, user_id: null });
    const of = seesAll ? null : { user_id: actor.id, resource_ids: actor.resource_ids };
    const rows = await ask(tenant, feedsFound({ resource_id: query.resource_id, of }, place));
    return place.page(rows, (row: FeedRow) => presentFeed(row, actor));
  });
  write(contract.createFeed, { may: 'feed.create' }, async ({ tx, tenant, actor, body }) => {
    const { row, token } = await createFeed(tx, { ...body, actor });
    const origin = businessOrigin(core.config.baseUrl, tenant.row.subdomain);
    return { feed: presentFeed(row, actor), address: `${origin}/api/feeds/${token}.ics` };
  });
  write(contract.revokeFeed, { may: 'feed.revoke' }, async ({ tx, actor, params }) => {
    await revokeFeed(tx, params.id, actor);
    return undefined;
  });
  read(contract.readFeed, byAddress, async ({ tenant, params, request, reply }) => {
    const [feed] = await ask(tenant, feedByHash(feedTokenHash(params.feed_token)));
    const text = await textOf(core, tenant, found(feed));
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    void reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
    return request.headers['if-none-match'] === tag ? new ReadyText('', 304) : new ReadyText(text);
  });
}

async function textOf(core: Core, tenant: Tenant, feed: FeedRow): Promise<string> {
  const span = { feed, from: tenant.now - BEHIND, until: tenant.now + AHEAD };
  const [rules, appointments, classes] = await Promise.all([
    anyRules(tenant),
    ask(tenant, appointmentsOfFeed(span)),
    ask(tenant, classesOfFeed(span)),
  ]);
  const host = core.config.baseUrl.hostname;
  return feedText({ name: feed.name ?? '', tenant, host, rules, appointments, classes });
}
