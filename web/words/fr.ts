import 'dayjs/locale/fr.js';
export { conflicts } from '@smooth/engine/words/fr.ts';
import { words as app } from '../app/words/fr.ts';
import { words as identity } from '../identity/words/fr.ts';
import { words as ui } from '../ui/words/fr.ts';
import { words as command } from '../command/words/fr.ts';
import { words as audit } from '../audit/words/fr.ts';
import { words as permissions } from '../permissions/words/fr.ts';
import { words as platform } from '../platform/words/fr.ts';
import { words as portal } from '../portal/words/fr.ts';
import { words as firstSteps } from '../first-steps/words/fr.ts';
import { words as overview } from '../overview/words/fr.ts';
import { words as settings } from '../settings/words/fr.ts';
import { words as sandbox } from '../sandbox/words/fr.ts';
import { words as developers } from '../developers/words/fr.ts';
import { words as tokens } from '../tokens/words/fr.ts';
import { words as webhooks } from '../webhooks/words/fr.ts';
import { words as customers } from '../customers/words/fr.ts';
import { words as calendar } from '../calendar/words/fr.ts';
import { words as timeline } from '../timeline/words/fr.ts';
import { words as docs } from '../docs/words/fr.ts';
import { words as scheduling } from '../scheduling/words/fr.ts';

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
