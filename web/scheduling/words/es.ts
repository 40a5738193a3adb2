import { words as desk } from './desk/es.ts';
import { words as setup } from './setup/es.ts';
import { words as shared } from './shared/es.ts';

export const words = { ...shared, ...setup, ...desk };
