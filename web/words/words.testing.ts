/** Texts that are right although another language says the same. */
export const alike = {
  es: ['No', 'Color', 'Plan', 'Total', 'Editor', 'General', 'SMS'],
  fr: [
    'E-mail',
    'Service',
    'Contact',
    'Notes',
    'Note',
    'Total',
    'Solution',
    'Page',
    'Places',
    '{count} place',
    '{count} places',
    'Options',
    'Actions',
    'minutes',
    'Description',
    'Client',
    'SMS',
  ],
  de: ['Name', 'Schemas', '{time} in {zone}', 'Status', 'Code', 'Person', 'Region', 'Export', 'Import', 'SMS'],
};
