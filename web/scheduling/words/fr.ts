import { words as desk } from './desk/fr.ts';
import { words as setup } from './setup/fr.ts';
import { words as shared } from './shared/fr.ts';

export const words = { ...shared, ...setup, ...desk };
