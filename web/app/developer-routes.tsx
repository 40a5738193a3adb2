import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { parts } from '../developers/parts.ts';
import { meQuery } from '../identity/api.ts';
import { requestSearch } from '../tokens/search.ts';
import { logSearch } from '../webhooks/search.ts';
import { inShell } from './business-shell-route.tsx';
import { queries } from './queries.ts';

/** Begins with the first section that this person may see. */
const developers = createRoute({
  getParentRoute: inShell,
  path: '/developers',
  beforeLoad: async () => {
    const { permissions } = await queries.ensureQueryData(meQuery);
    const first = Object.values(parts).find(({ needs }) => permissions.includes(needs)) ?? parts.tokens;
    throw redirect({ to: first.to, replace: true });
  },
});
const tokens = createRoute({
  getParentRoute: inShell,
  path: '/developers/tokens',
  component: lazyRouteComponent(() => import('../tokens/pages/tokens.tsx'), 'TokensPage'),
});
const token = createRoute({
  getParentRoute: () => tokens,
  path: '$id',
  component: lazyRouteComponent(() => import('../tokens/pages/token.tsx'), 'TokenPanel'),
});
const requests = createRoute({
  getParentRoute: inShell,
  path: '/developers/requests',
  validateSearch: requestSearch,
  component: lazyRouteComponent(() => import('../tokens/pages/requests.tsx'), 'RequestsPage'),
});
const webhooks = createRoute({
  getParentRoute: inShell,
  path: '/developers/webhooks',
  component: lazyRouteComponent(() => import('../webhooks/pages/webhooks.tsx'), 'WebhooksPage'),
});
const webhookNew = createRoute({
  getParentRoute: () => webhooks,
  path: 'new',
  component: lazyRouteComponent(() => import('../webhooks/pages/webhook-new.tsx'), 'NewWebhookPanel'),
});
const webhook = createRoute({
  getParentRoute: inShell,
  path: '/developers/webhooks/$id',
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('../webhooks/pages/webhook.tsx'), 'WebhookPage'),
});
/** Mails that were sent before webhooks moved lead here. */
const webhooksBefore = createRoute({
  getParentRoute: inShell,
  path: '/settings/webhooks',
  beforeLoad: () => {
    throw redirect({ to: parts.webhooks.to, replace: true });
  },
});

/** For those who build on the business. */
export const developerRoutes = [
  developers,
  tokens.addChildren([token]),
  requests,
  webhooks.addChildren([webhookNew]),
  webhook,
  webhooksBefore,
] as const;
