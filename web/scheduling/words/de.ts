import { words as desk } from './desk/de.ts';
import { words as setup } from './setup/de.ts';
import { words as shared } from './shared/de.ts';

export const words = { ...shared, ...setup, ...desk };
