import type { Action } from '../identity/api.ts';

/** The sections in their order, each with the action that opens it. */
export const parts = {
  tokens: { to: '/developers/tokens', needs: 'token.read' },
  webhooks: { to: '/developers/webhooks', needs: 'webhook.read' },
  requests: { to: '/developers/requests', needs: 'token.read' },
} as const satisfies Record<string, { to: string; needs: Action }>;
