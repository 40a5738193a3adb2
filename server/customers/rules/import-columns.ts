import type { ImportField } from '@smooth/contract/customers/imports.ts';

/** What other programs call a column, in the languages of the product; spaces, case and punctuation do not matter. */
const names: Record<ImportField, string> = {
  key: 'key id externalid customerid customernumber clientid reference kundennummer kundennr numerocliente numeroclient',
  name: 'name fullname customer customername client clientname displayname kunde kundenname nombrecompleto cliente nomcomplet',
  first_name: 'firstname givenname forename vorname nombre prenom',
  last_name: 'lastname surname familyname nachname apellido apellidos nom nomdefamille',
  email: 'email emailaddress mail mailaddress correo correoelectronico courriel adressemail emailadresse',
  phone:
    'phone phonenumber mobile mobilephone cell cellphone telephone tel telefon telefonnummer handy mobil telefono movil portable',
  tags: 'tags tag labels label groups etiquetas etiquettes schlagworte',
  notes: 'notes note comment comments remarks notizen notiz bemerkung notas remarques',
  locale: 'locale language lang sprache idioma langue',
  time_zone: 'timezone zone zeitzone zonahoraria fuseauhoraire',
};
const fieldOf = new Map(
  Object.entries(names).flatMap(([field, words]) => words.split(' ').map((word) => [word, field as ImportField])),
);

const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** Which field each column is; of two that would be the same the first counts. */
export function columnsOf(headings: readonly string[]): { heading: string; field: ImportField | null }[] {
  const taken = new Set<ImportField>();
  return headings.map((heading) => {
    const field = fieldOf.get(plain(heading)) ?? null;
    if (field === null || taken.has(field)) return { heading, field: null };
    taken.add(field);
    return { heading, field };
  });
}

/** Without a name in some form nobody can be added. */
export function missingIn(columns: readonly { field: ImportField | null }[]): ImportField[] {
  const has = (field: ImportField) => columns.some((column) => column.field === field);
  return has('name') || has('first_name') || has('last_name') ? [] : ['name'];
}
