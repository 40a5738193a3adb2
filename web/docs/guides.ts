import authentication from '../../docs/api/authentication.md?raw';
import errors from '../../docs/api/errors.md?raw';
import idempotency from '../../docs/api/idempotency.md?raw';
import limits from '../../docs/api/limits.md?raw';
import pagination from '../../docs/api/pagination.md?raw';
import quickStart from '../../docs/api/quick-start.md?raw';
import sandbox from '../../docs/api/sandbox.md?raw';
import versions from '../../docs/api/versions.md?raw';
import webhooks from '../../docs/api/webhooks.md?raw';
import { parseGuide, type Guide } from './markdown.ts';

const texts = {
  'quick-start': quickStart,
  authentication,
  errors,
  pagination,
  idempotency,
  versions,
  limits,
  sandbox,
  webhooks,
};

/** The guides in the order in which they are read. */
export const guides: readonly Guide[] = Object.entries(texts).map(([slug, text]) => parseGuide(slug, text));

export const ROOT = '/docs/api';
/** The first guide stands at the root. */
export const guideAddress = (slug: string): string => (slug === guides[0]!.slug ? ROOT : `${ROOT}/${slug}`);
