import 'dayjs/locale/de.js';
import { words as app } from '../app/words/de.ts';
import { words as identity } from '../identity/words/de.ts';

export const words = { app, identity };
