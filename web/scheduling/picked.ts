/** A time that was picked. `isOffered` says that the engine offered it; another one is taken at one's own risk. */
export interface Picked {
  start: string;
  isOffered: boolean;
  classId?: string | undefined;
}

/** For what a time is sought. */
export interface TimeQuestion {
  serviceId: string;
  resourceId?: string | undefined;
  /** When moving: as if this appointment were gone. */
  ignoreId?: string | undefined;
}
