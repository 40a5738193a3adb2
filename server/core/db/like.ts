/** A pattern of LIKE that finds the text anywhere, whatever characters it has. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
