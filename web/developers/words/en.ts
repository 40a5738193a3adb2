/** What those who build on the business have, in one place. */
export const words = {
  developers: 'Developers',
  tokens: 'API tokens',
  webhooks: 'Webhooks',
  requests: 'Requests',
  docs: 'API docs',
  parts: 'Sections for developers',
} as const;
