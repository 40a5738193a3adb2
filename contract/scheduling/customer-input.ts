import { z } from 'zod';
import { EmailText, PhoneText, ShortText } from '../core/fields.ts';

/** A person who books: attached to the known customer with that e-mail, or added. */
export const CustomerInput = z.strictObject({
  name: ShortText,
  email: EmailText.nullish(),
  phone: PhoneText.nullish(),
});
