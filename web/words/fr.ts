import 'dayjs/locale/fr.js';
import { words as app } from '../app/words/fr.ts';
import { words as identity } from '../identity/words/fr.ts';

export const words = { app, identity };
