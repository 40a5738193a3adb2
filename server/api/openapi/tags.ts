const texts: Record<string, string> = {
  appointments: 'Book, move, cancel and follow appointments.',
  audit: 'Who did what, as far as it concerns the business.',
  availability: 'What can be booked, and why a time cannot.',
  blocks: 'Time in which a resource does not work.',
  booking: 'The public booking page: what anybody may ask without signing in.',
  business: 'Name, address, time zone and look of the business.',
  classes: 'Sessions with seats, and the parties that come.',
  closures: 'Days and hours in which the business is closed.',
  customers: 'The people who book.',
  events: 'What happened, in the order in which it was recorded.',
  feeds: 'Calendars at secret addresses, for calendar programs.',
  holds: 'A time kept for somebody who is still completing a booking.',
  locations: 'Places of the business, each in its time zone.',
  messages: 'What was sent to customers, and why not.',
  overview: 'Figures of a period.',
  me: 'What a signed-in customer sees and changes of their own.',
  resources: 'What gets booked: people, rooms and things.',
  services: 'What customers book: duration, price and what it requires.',
  staff: 'People who work in the business and sign in.',
  time_off_requests: 'Time off that people ask for.',
  timeline: 'All of a day, a week or a month for the calendar.',
  tokens: 'Credentials of this API.',
  webhooks: 'Addresses that hear of events, and what was delivered to them.',
};

/** The tags that are used, in the order of the alphabet, each with what it is about. */
export const tagsOf = (used: readonly string[]) =>
  [...new Set(used)].sort().map((name) => ({
    name,
    'x-displayName': titleOf(name),
    ...(texts[name] && { description: texts[name] }),
  }));

const titleOf = (name: string): string => (name[0]!.toUpperCase() + name.slice(1)).replaceAll('_', ' ');
