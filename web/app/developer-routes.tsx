import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requestSearch } from '../tokens/search.ts';
import { logSearch } from '../webhooks/search.ts';
import { inShell } from './business-shell-route.tsx';

const tokens = createRoute({
  getParentRoute: inShell,
  path: '/developers',
  component: lazyRouteComponent(() => import('../tokens/pages/tokens.tsx'), 'TokensPage'),
});
const token = createRoute({
  getParentRoute: () => tokens,
  path: '$id',
  component: lazyRouteComponent(() => import('../tokens/pages/token.tsx'), 'TokenPanel'),
});
const tokenRequests = createRoute({
  getParentRoute: inShell,
  path: '/developers/$id/requests',
  validateSearch: requestSearch,
  component: lazyRouteComponent(() => import('../tokens/pages/requests.tsx'), 'TokenRequestsPage'),
});
const webhooks = createRoute({
  getParentRoute: inShell,
  path: '/settings/webhooks',
  component: lazyRouteComponent(() => import('../webhooks/pages/webhooks.tsx'), 'WebhooksPage'),
});
const webhookNew = createRoute({
  getParentRoute: () => webhooks,
  path: 'new',
  component: lazyRouteComponent(() => import('../webhooks/pages/webhook-new.tsx'), 'NewWebhookPanel'),
});
const webhook = createRoute({
  getParentRoute: inShell,
  path: '/settings/webhooks/$id',
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('../webhooks/pages/webhook.tsx'), 'WebhookPage'),
});

/** For those who build on the business. */
export const developerRoutes = [
  tokens.addChildren([token]),
  tokenRequests,
  webhooks.addChildren([webhookNew]),
  webhook,
] as const;
