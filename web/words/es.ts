import 'dayjs/locale/es.js';
import { words as app } from '../app/words/es.ts';
import { words as identity } from '../identity/words/es.ts';

export const words = { app, identity };
