import 'dayjs/locale/de.js';
export { conflicts } from '@smooth/engine/words/de.ts';
import { words as app } from '../app/words/de.ts';
import { words as identity } from '../identity/words/de.ts';
import { words as ui } from '../ui/words/de.ts';
import { words as command } from '../command/words/de.ts';
import { words as audit } from '../audit/words/de.ts';
import { words as permissions } from '../permissions/words/de.ts';
import { words as platform } from '../platform/words/de.ts';
import { words as portal } from '../portal/words/de.ts';
import { words as firstSteps } from '../first-steps/words/de.ts';
import { words as overview } from '../overview/words/de.ts';
import { words as settings } from '../settings/words/de.ts';
import { words as sandbox } from '../sandbox/words/de.ts';
import { words as developers } from '../developers/words/de.ts';
import { words as tokens } from '../tokens/words/de.ts';
import { words as webhooks } from '../webhooks/words/de.ts';
import { words as customers } from '../customers/words/de.ts';
import { words as calendar } from '../calendar/words/de.ts';
import { words as timeline } from '../timeline/words/de.ts';
import { words as docs } from '../docs/words/de.ts';
import { words as scheduling } from '../scheduling/words/de.ts';

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
