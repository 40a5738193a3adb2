import 'dayjs/locale/en.js';
export { conflicts } from '@smooth/engine/words/en.ts';
import { words as app } from '../app/words/en.ts';
import { words as identity } from '../identity/words/en.ts';
import { words as ui } from '../ui/words/en.ts';
import { words as command } from '../command/words/en.ts';
import { words as audit } from '../audit/words/en.ts';
import { words as permissions } from '../permissions/words/en.ts';
import { words as platform } from '../platform/words/en.ts';
import { words as portal } from '../portal/words/en.ts';
import { words as firstSteps } from '../first-steps/words/en.ts';
import { words as overview } from '../overview/words/en.ts';
import { words as settings } from '../settings/words/en.ts';
import { words as sandbox } from '../sandbox/words/en.ts';
import { words as developers } from '../developers/words/en.ts';
import { words as tokens } from '../tokens/words/en.ts';
import { words as webhooks } from '../webhooks/words/en.ts';
import { words as customers } from '../customers/words/en.ts';
import { words as calendar } from '../calendar/words/en.ts';
import { words as timeline } from '../timeline/words/en.ts';
import { words as docs } from '../docs/words/en.ts';
import { words as scheduling } from '../scheduling/words/en.ts';

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
