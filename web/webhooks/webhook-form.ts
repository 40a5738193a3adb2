import type { Webhook } from '@smooth/contract/webhooks/webhooks.ts';
import type { SpeechOf } from '../words/use-speech.tsx';
import type { WebhookBody } from './api.ts';

export interface WebhookForm {
  url: string;
  description: string;
  is_all: boolean;
  event_types: string[];
}

export const emptyForm: WebhookForm = { url: '', description: '', is_all: true, event_types: [] };

export const formOf = ({ url, description, event_types }: Webhook): WebhookForm => ({
  url,
  description,
  is_all: event_types === null,
  event_types: event_types ?? [],
});

export const bodyOf = ({ url, description, is_all, event_types }: WebhookForm): WebhookBody => ({
  url: url.trim(),
  description: description.trim(),
  event_types: is_all ? null : event_types,
});

export const needsIn = ({ text }: SpeechOf<'webhooks'>) => ({
  url: (url: string) => (/^https?:\/\/\S+$/i.test(url.trim()) ? null : text('address_needed')),
  event_types: (types: string[], { is_all }: WebhookForm) => (is_all || types.length > 0 ? null : text('types_needed')),
});
