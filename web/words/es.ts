import 'dayjs/locale/es.js';
export { conflicts } from '@smooth/engine/words/es.ts';
import { words as app } from '../app/words/es.ts';
import { words as identity } from '../identity/words/es.ts';
import { words as ui } from '../ui/words/es.ts';
import { words as command } from '../command/words/es.ts';
import { words as audit } from '../audit/words/es.ts';
import { words as permissions } from '../permissions/words/es.ts';
import { words as platform } from '../platform/words/es.ts';
import { words as portal } from '../portal/words/es.ts';
import { words as firstSteps } from '../first-steps/words/es.ts';
import { words as overview } from '../overview/words/es.ts';
import { words as settings } from '../settings/words/es.ts';
import { words as sandbox } from '../sandbox/words/es.ts';
import { words as developers } from '../developers/words/es.ts';
import { words as tokens } from '../tokens/words/es.ts';
import { words as webhooks } from '../webhooks/words/es.ts';
import { words as customers } from '../customers/words/es.ts';
import { words as calendar } from '../calendar/words/es.ts';
import { words as timeline } from '../timeline/words/es.ts';
import { words as docs } from '../docs/words/es.ts';
import { words as scheduling } from '../scheduling/words/es.ts';

export const words = {
  scheduling,
  docs,
  calendar,
  timeline,
  customers,
  sandbox,
  developers,
  tokens,
  webhooks,
  settings,
  overview,
  'first-steps': firstSteps,
  portal,
  audit,
  permissions,
  platform,
  command,
  ui,
  app,
  identity,
};
