import type { Scope } from '@smooth/contract/core/scopes.ts';
import { newestVersion, type Version } from '@smooth/contract/core/versions.ts';
import { type ApiToken, USUAL_REQUESTS_PER_MINUTE } from '@smooth/contract/tokens/tokens.ts';
import { DAY, formatInstant } from '@smooth/engine/instant.ts';
import type { SpeechOf } from '../words/use-speech.tsx';

/** How long a token lasts from now on: days, for good, or as it is. */
export const lifetimes = ['30', '90', '365', 'never', 'as_it_is'] as const;
export type Lifetime = (typeof lifetimes)[number];

export interface TokenForm {
  name: string;
  mode: 'live' | 'sandbox';
  scopes: Scope[];
  lasts: Lifetime;
  requests_per_minute: number | string;
  version: Version;
}

export const emptyForm: TokenForm = {
  name: '',
  mode: 'sandbox',
  scopes: [],
  lasts: '90',
  requests_per_minute: USUAL_REQUESTS_PER_MINUTE,
  version: newestVersion,
};

export const formOf = (token: ApiToken): TokenForm => ({
  name: token.name,
  mode: token.mode,
  scopes: token.scopes as Scope[],
  lasts: 'as_it_is',
  requests_per_minute: token.requests_per_minute,
  version: token.version as Version,
});

/** What is sent of the form; when it runs out counts from now. */
export function bodyOf(form: TokenForm, now = Date.now()) {
  const { mode: _mode, lasts, requests_per_minute, ...rest } = form;
  return {
    ...rest,
    requests_per_minute: Number(requests_per_minute),
    ...(lasts === 'as_it_is' ? {} : { expires_at: expiryOf(lasts, now) }),
  };
}

const expiryOf = (lasts: Exclude<Lifetime, 'as_it_is'>, now: number) =>
  lasts === 'never' ? null : formatInstant(now + Number(lasts) * DAY);

/** What is still needed. */
export const missing = (form: TokenForm, { text }: SpeechOf<'tokens'>): Record<string, string> => ({
  ...(form.name.trim() ? {} : { name: text('name_missing') }),
  ...(form.scopes.length > 0 ? {} : { scopes: text('scopes_missing') }),
});
