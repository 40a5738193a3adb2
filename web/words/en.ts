import 'dayjs/locale/en.js';
import { words as app } from '../app/words/en.ts';
import { words as identity } from '../identity/words/en.ts';

export const words = { app, identity };
