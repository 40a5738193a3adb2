export const stepIds = ['hours', 'resource', 'service', 'brand', 'booking'] as const;
export type StepId = (typeof stepIds)[number];

/** What is there already, as the server knows it. */
export interface Facts {
  openLocations: number;
  resources: number;
  services: number;
  hasBrand: boolean;
  hasAppointments: boolean;
}

/** Which of the first steps are behind a business. */
export const doneOf = (facts: Facts): Record<StepId, boolean> => ({
  hours: facts.openLocations > 0,
  resource: facts.resources > 0,
  service: facts.services > 0,
  brand: facts.hasBrand,
  booking: facts.hasAppointments,
});

/** A business is new until something can be booked and somebody has; its looks may come later. */
export function isNew(facts: Facts): boolean {
  const { hours, resource, service, booking } = doneOf(facts);
  return !(hours && resource && service && booking);
}

/** The first step that is still to do. */
export const nextOf = (done: Record<StepId, boolean>): StepId | undefined => stepIds.find((id) => !done[id]);
