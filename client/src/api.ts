// Written by server/bin/client.ts from the contract; not edited by hand.

import type { Call, CallOptions } from './call.ts';

export type Appointment = {
  id: string;
  revision: number;
  status: "pending_payment" | "pending_approval" | "confirmed" | "checked_in" | "completed" | "expired" | "declined" | "cancelled" | "no_show";
  payment_status: "none" | "on_site" | "paid" | "refunded";
  service_id: string;
  service: {
    id: string;
    name: string;
    color: string;
  };
  customer_id: string | null;
  customer: {
    id: string;
    name: string;
    email: string | null;
    phone: string | null;
  } | null;
  class_id: string | null;
  party_size: number;
  start: string;
  end: string;
  time_zone: string;
  customer_time_zone: string | null;
  location_id: string | null;
  resource_ids: string[];
  resources: {
    id: string;
    name: string;
    type: string;
  }[];
  assignment_reason: string | null;
  /** Booked over other appointments on purpose */
  is_overlapping: boolean;
  overlap_reason: string | null;
  price: Money;
  notes: string;
  answers: Record<string, string | boolean>;
  policy: {
    cancel_notice_minutes: number;
    reschedule_notice_minutes: number;
  };
  /** When a request that waits for approval lapses */
  expires_at: string | null;
  source: "public" | "staff" | "api";
  created_at: string;
  updated_at: string;
  can: {
    edit: boolean;
    cancel: boolean;
    reschedule: boolean;
    approve: boolean;
    decline: boolean;
    check_in: boolean;
    complete: boolean;
    mark_no_show: boolean;
    undo_no_show: boolean;
  };
};

export type AppointmentChange = {
  id: string;
  revision: number;
  /** booked, rescheduled, cancelled, approved … */
  kind: string;
  occurred_at: string;
  by: {
    kind: "user" | "customer" | "system";
    id: string | null;
    name: string;
  };
  reason: string | null;
  from: Record<string, unknown> | null;
  to: Record<string, unknown> | null;
};

export type AuditEntry = {
  id: string;
  occurred_at: string;
  action: string;
  tenant_id: string | null;
  mode: "live" | "sandbox" | null;
  /** Who did it; while acting as somebody, the person behind */
  actor: {
    id: string | null;
    email: string | null;
  };
  /** Whom the actor was acting as */
  acting_as: {
    id: string | null;
    email: string | null;
  } | null;
  /** Whom it is about */
  subject: {
    id: string | null;
    email: string | null;
  } | null;
  ip_address: string | null;
  /** The same for all that was done in one session; it opens nothing */
  session_key: string | null;
  reason: string | null;
  detail: Record<string, unknown>;
};

export type Availability = {
  time_zone: string;
  data: {
    start: string;
    end: string;
    resource_ids: string[];
    class_id?: string;
    seats_left?: number;
  }[];
};

export type Block = {
  id: string;
  revision: number;
  resource_id: string;
  start: string | null;
  end: string | null;
  recurring: {
    weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
    /** Wall time of the place, HH:MM */
    start: string;
    /** Wall time of the place, HH:MM */
    end: string;
    from_on: string | null;
    until_on: string | null;
  } | null;
  reason: string | null;
  can: {
    edit: boolean;
    delete: boolean;
  };
};

export type BookedAppointment = {
  id: string;
  revision: number;
  status: "pending_payment" | "pending_approval" | "confirmed" | "checked_in" | "completed" | "expired" | "declined" | "cancelled" | "no_show";
  service: {
    id: string;
    name: string;
    duration_minutes: number;
    resource_choice: boolean;
    kind: "appointment" | "class";
  };
  start: string;
  end: string;
  time_zone: string;
  customer_time_zone: string | null;
  party_size: number;
  resources: {
    id: string;
    name: string;
  }[];
  price: Money;
  customer: {
    name: string;
    email: string | null;
    phone: string | null;
  };
  location: {
    name: string;
    address: string | null;
  } | null;
  business: BookingBusiness;
  can: {
    cancel: boolean;
    reschedule: boolean;
  };
  cancel_until: string;
  reschedule_until: string;
};

export type BookingBusiness = {
  name: string;
  time_zone: string;
  locale: string;
  currency: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  branding: {
    color: string | null;
    logo_url: string | null;
    tagline: string | null;
  };
};

export type BookingService = {
  id: string;
  name: string;
  description: string;
  category: string | null;
  kind: "appointment" | "class";
  duration_minutes: number;
  price: Money;
  /** Each by itself; the same twice where it does not depend on who does it */
  range: {
    least: {
      duration_minutes: number;
      price: Money;
    };
    most: {
      duration_minutes: number;
      price: Money;
    };
  };
  resource_choice: boolean;
  /** Whom the customer may choose; empty without a choice */
  resources: {
    id: string;
    name: string;
    /** Null: others decide them */
    terms: {
      duration_minutes: number;
      price: Money;
    } | null;
  }[];
  questions: {
    key: string;
    label: string;
    kind: "text" | "long_text" | "choice" | "checkbox";
    choices: string[];
    is_required: boolean;
  }[];
  needs_approval: boolean;
  needs_phone: boolean;
  cancel_notice_minutes: number;
  reschedule_notice_minutes: number;
  max_party_size: number;
};

export type Business = {
  id: string;
  revision: number;
  name: string;
  subdomain: string;
  status: "active" | "suspended" | "closed";
  /** IANA time zone name */
  time_zone: string;
  currency: string;
  locale: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  branding: {
    color: string | null;
    logo_url: string | null;
    tagline: string | null;
  };
  sandbox_enabled: boolean;
  /** Whether its plan includes the API; without it tokens open nothing */
  api_enabled: boolean;
  /** Whether its plan includes webhooks; without it nothing is sent to them */
  webhooks_enabled: boolean;
  can: {
    edit: boolean;
  };
};

export type ClassSession = {
  id: string;
  revision: number;
  service_id: string;
  service: {
    id: string;
    name: string;
    color: string;
  };
  status: "scheduled" | "cancelled";
  start: string;
  end: string;
  time_zone: string;
  seats: number;
  seats_taken: number;
  resource_ids: string[];
  resources: {
    id: string;
    name: string;
    type: string;
  }[];
  notes: string;
  can: {
    edit: boolean;
    reschedule: boolean;
    cancel: boolean;
  };
};

export type Closure = {
  id: string;
  revision: number;
  name: string;
  /** Null: the whole business */
  location_id: string | null;
  start: string;
  end: string;
  /** Appointments that lie inside */
  affected_count: number;
  can: {
    edit: boolean;
    delete: boolean;
  };
};

export type Customer = {
  id: string;
  revision: number;
  name: string;
  email: string | null;
  phone: string | null;
  locale: string | null;
  time_zone: string | null;
  notes: string;
  tags: string[];
  is_blocked: boolean;
  appointment_count: number;
  no_show_count: number;
  next_start: string | null;
  last_start: string | null;
  created_at: string;
  updated_at: string;
  can: {
    edit: boolean;
    block: boolean;
    merge: boolean;
    delete: boolean;
    export: boolean;
    erase: boolean;
  };
};

export type CustomerImport = {
  id: string;
  revision: number;
  status: "waiting" | "running" | "done" | "failed";
  file_name: string;
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  known: "complete" | "overwrite";
  total: number;
  done: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  problems: {
    /** As a spreadsheet counts: the headings are row 1 */
    row: number;
    column: string | null;
    code: "no_name" | "not_email" | "not_phone" | "not_time_zone" | "not_language" | "not_taken" | "too_many_tags" | "same_person" | "other_customer" | "quotation_open";
    /** What the sentence speaks of, for saying it in another language */
    facts: Record<string, string>;
    /** The same as a sentence in English */
    problem: string;
  }[];
  created_at: string;
};

export type Explanation = {
  start: string;
  bookable: boolean;
  checks: {
    rule: string;
    ok: boolean;
    /** Whether the asker is bound by it; a rule that does not bind only warns */
    binds: boolean;
    /** One sentence for people */
    detail: string;
    resource_id?: string;
    resource_name?: string;
    blocker?: {
      kind: string;
      id: string | null;
      start: string;
      end: string;
    };
  }[];
};

export type Feed = {
  id: string;
  kind: "resource" | "person";
  resource_id: string | null;
  user_id: string | null;
  /** Of the resource or the person */
  name: string;
  created_at: string;
  can: {
    revoke: boolean;
  };
};

export type Grant = {
  id: string;
  action: string;
  grantor: {
    id: string;
    name: string;
  };
  grantee: {
    id: string;
    name: string;
  };
  reason: string;
  status: "active" | "expired" | "revoked";
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
  can: {
    revoke: boolean;
  };
};

export type Hold = {
  id: string;
  service_id: string;
  start: string;
  end: string;
  /** As it is with whoever was found */
  price: Money;
  expires_at: string;
};

export type Location = {
  id: string;
  revision: number;
  name: string;
  time_zone: string;
  address: string | null;
  weekly_hours: {
    weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
    /** Wall time of the place, HH:MM */
    start: string;
    /** Wall time of the place, HH:MM */
    end: string;
  }[];
  can: {
    edit: boolean;
    delete: boolean;
  };
};

export type Message = {
  id: string;
  /** Such as booked, rescheduled, cancelled, reminder */
  template: string;
  recipient: string;
  subject: string;
  /** captured: it reaches nobody, because it was written in test mode */
  status: "queued" | "sent" | "captured" | "failed" | "dropped";
  /** Why it did not leave */
  error: string | null;
  appointment_id: string | null;
  created_at: string;
  sent_at: string | null;
};

export type Money = {
  amount_minor: number;
  currency: string;
};

export type Override = {
  id: string;
  resource_id: string;
  on: string;
  windows: {
    /** Wall time of the place, HH:MM */
    start: string;
    /** Wall time of the place, HH:MM */
    end: string;
  }[];
  reason: string | null;
};

export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  request_id: string;
  errors?: {
    pointer: string;
    code: string;
    detail: string;
  }[];
  alternatives?: string[];
  current?: unknown;
  facts?: Record<string, unknown>;
};

export type Resource = {
  id: string;
  revision: number;
  name: string;
  type: string;
  capacity: number;
  location_id: string;
  user_id: string | null;
  color: string;
  is_active: boolean;
  /** Empty: the hours of the location */
  weekly_hours: {
    weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
    /** Wall time of the place, HH:MM */
    start: string;
    /** Wall time of the place, HH:MM */
    end: string;
  }[];
  weekly_breaks: {
    weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
    /** Wall time of the place, HH:MM */
    start: string;
    /** Wall time of the place, HH:MM */
    end: string;
  }[];
  created_at: string;
  updated_at: string;
  can: {
    edit: boolean;
    delete: boolean;
    add_time_off: boolean;
    open_feed: boolean;
  };
};

export type ResourceType = {
  id: string;
  key: string;
  revision: number;
  name: string;
  /** Staff, room and equipment, which every business has */
  is_builtin: boolean;
  can: {
    edit: boolean;
    delete: boolean;
  };
};

export type Service = {
  id: string;
  revision: number;
  name: string;
  description: string;
  category: string | null;
  color: string;
  kind: "appointment" | "class";
  duration_minutes: number;
  padding_before_minutes: number;
  padding_after_minutes: number;
  price_minor: number;
  /** Seats of a class */
  capacity: number;
  min_notice_minutes: number;
  window_days: number | null;
  window_from_on: string | null;
  window_until_on: string | null;
  slot_step_minutes: number;
  slot_anchor: "opening" | "clock" | "previous";
  requires: {
    /** Any active resource of this type, or … */
    type: string | null;
    /** … one of these */
    resource_ids: string[];
    quantity: number;
    units: number;
    /** Null: the padding of the service */
    padding_before_minutes: number | null;
    padding_after_minutes: number | null;
    is_choosable: boolean;
  }[];
  /** Another duration or price with certain resources, which all can fill one and the same line */
  resource_terms: {
    resource_id: string;
    /** Null: the duration of the service */
    duration_minutes: number | null;
    /** Null: the price of the service */
    price_minor: number | null;
  }[];
  questions: {
    key: string;
    label: string;
    kind: "text" | "long_text" | "choice" | "checkbox";
    choices: string[];
    is_required: boolean;
  }[];
  needs_approval: boolean;
  needs_phone: boolean;
  cancel_notice_minutes: number;
  reschedule_notice_minutes: number;
  /** How long before the start the reminder goes out; null for none */
  reminder_minutes: number | null;
  online: boolean;
  is_active: boolean;
  position: number;
  price: Money;
  created_at: string;
  updated_at: string;
  can: {
    edit: boolean;
    delete: boolean;
  };
};

export type StaffInvitation = {
  id: string;
  email: string;
  name: string;
  status: "open" | "accepted" | "revoked" | "expired";
  created_at: string;
  expires_at: string;
  can: {
    resend: boolean;
    revoke: boolean;
  };
  role: "TENANT_MANAGER" | "TENANT_STAFF";
  permissions: string[];
};

export type StaffMember = {
  id: string;
  name: string;
  email: string;
  role: "TENANT_OWNER" | "TENANT_MANAGER" | "TENANT_STAFF" | "CUSTOMER";
  is_active: boolean;
  /** Actions that this person was given beyond their role */
  permissions: string[];
  can: {
    permit: boolean;
    grant: boolean;
    deactivate: boolean;
    masquerade: boolean;
  };
};

export type TimeOffRequest = {
  id: string;
  revision: number;
  resource_id: string;
  resource_name: string;
  user_name: string;
  start: string;
  end: string;
  reason: string | null;
  status: "requested" | "approved" | "declined" | "withdrawn";
  decided_by_name: string | null;
  decision_reason: string | null;
  created_at: string;
  can: {
    decide: boolean;
    withdraw: boolean;
  };
};

/** Every operation of the API, as `smooth.appointments.cancel(id, { revision })`. */
export interface Operations {
  appointments: {
    /** List appointments. `GET /api/v1/appointments` */
    list(query?: {
      limit?: number;
      cursor?: string;
      from?: string;
      to?: string;
      /** One status or several, separated by commas */
      status?: string;
      resource_id?: string;
      service_id?: string;
      customer_id?: string;
      class_id?: string;
      location_id?: string;
      source?: "public" | "staff" | "api";
      updated_since?: string;
      /** Part of the name, e-mail or phone of the customer */
      q?: string;
      order?: "start" | "-start" | "created_at" | "-created_at" | "updated_at" | "-updated_at";
    }, options?: CallOptions): Promise<{
      data: Appointment[];
      next_cursor: string | null;
    }>;
    /** Get an appointment. `GET /api/v1/appointments/:id` */
    get(id: string, options?: CallOptions): Promise<Appointment>;
    /** List what happened to an appointment, oldest first. `GET /api/v1/appointments/:id/history` */
    listHistory(id: string, query?: {
      limit?: number;
      cursor?: string;
    }, options?: CallOptions): Promise<{
      data: AppointmentChange[];
      next_cursor: string | null;
    }>;
    /** Book a service for a customer. `POST /api/v1/appointments` */
    create(body: {
      service_id: string;
      customer_id?: string;
      customer?: {
        name: string;
        email?: string | null;
        phone?: string | null;
      };
      start: string;
      /** Empty: no resource yet; absent: the engine chooses */
      resource_ids?: string[];
      class_id?: string;
      party_size?: number;
      hold_id?: string;
      notes?: string;
      answers?: Record<string, string | boolean>;
      allow_overlap?: boolean;
      overlap_reason?: string;
    }, options?: CallOptions): Promise<Appointment>;
    /** Change the notes of an appointment. `PATCH /api/v1/appointments/:id` */
    change(id: string, body: {
      revision: number;
      notes: string;
    }, options?: CallOptions): Promise<Appointment>;
    /** Move an appointment to another time or other resources. `POST /api/v1/appointments/:id/reschedule` */
    reschedule(id: string, body: {
      revision: number;
      start: string;
      /** People of the business only; as long as it lasts now where absent */
      duration_minutes?: number;
      resource_ids?: string[];
      reason?: string;
      allow_overlap?: boolean;
      overlap_reason?: string;
    }, options?: CallOptions): Promise<Appointment>;
    /** Cancel an appointment. `POST /api/v1/appointments/:id/cancellation` */
    cancel(id: string, body: {
      revision: number;
      reason?: string;
    }, options?: CallOptions): Promise<Appointment>;
    /** Approve a request. `POST /api/v1/appointments/:id/approval` */
    approve(id: string, body: {
      revision: number;
      reason?: string;
    }, options?: CallOptions): Promise<Appointment>;
    /** Decline a request. `POST /api/v1/appointments/:id/decline` */
    decline(id: string, body: {
      revision: number;
      reason?: string;
    }, options?: CallOptions): Promise<Appointment>;
    /** Check the customer in. `POST /api/v1/appointments/:id/check_in` */
    checkIn(id: string, body: {
      revision: number;
      reason?: string;
    }, options?: CallOptions): Promise<Appointment>;
    /** Complete an appointment. `POST /api/v1/appointments/:id/completion` */
    complete(id: string, body: {
      revision: number;
      reason?: string;
    }, options?: CallOptions): Promise<Appointment>;
    /** Mark an appointment as a no-show. `POST /api/v1/appointments/:id/no_show` */
    markNoShow(id: string, body: {
      revision: number;
      reason?: string;
    }, options?: CallOptions): Promise<Appointment>;
    /** Take a no-show back. `POST /api/v1/appointments/:id/no_show_reversal` */
    undoNoShow(id: string, body: {
      revision: number;
      reason?: string;
    }, options?: CallOptions): Promise<Appointment>;
  };
  availability: {
    /** When a service can be booked, for the business: no notice and no window. `GET /api/v1/availability` */
    list(query: {
      service_id: string;
      from: string;
      to: string;
      /** The zone in which the dates are meant; the place's where absent */
      time_zone?: string;
      resource_id?: string;
      ignore_appointment_id?: string;
    }, options?: CallOptions): Promise<Availability>;
    /** Why one start can or cannot be booked. `GET /api/v1/availability/explain` */
    explain(query: {
      service_id: string;
      start: string;
      resource_id?: string;
      ignore_appointment_id?: string;
      audience?: "customer" | "business";
    }, options?: CallOptions): Promise<Explanation>;
  };
  blocks: {
    /** Time off of resources: once or each week. `GET /api/v1/blocks` */
    list(query?: {
      limit?: number;
      cursor?: string;
      resource_id?: string;
      from?: string;
      to?: string;
      /** Time off of each week comes last, or first with the minus */
      order?: "start" | "-start";
    }, options?: CallOptions): Promise<{
      data: Block[];
      next_cursor: string | null;
    }>;
    /** One time off with the appointments that lie inside. `GET /api/v1/blocks/:id` */
    get(id: string, options?: CallOptions): Promise<{
      block: Block;
      affected: Appointment[];
    }>;
    /** Give a resource time off; appointments inside stay and are listed. `POST /api/v1/blocks` */
    create(body: {
      resource_id: string;
      start?: string | null;
      end?: string | null;
      recurring?: {
        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
        /** Wall time of the place, HH:MM */
        start: string;
        /** Wall time of the place, HH:MM */
        end: string;
        from_on: string | null;
        until_on: string | null;
      } | null;
      reason?: string | null;
    }, options?: CallOptions): Promise<{
      block: Block;
      affected: Appointment[];
    }>;
    /** Change time off. `PATCH /api/v1/blocks/:id` */
    change(id: string, body: {
      start?: string | null;
      end?: string | null;
      recurring?: {
        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
        /** Wall time of the place, HH:MM */
        start: string;
        /** Wall time of the place, HH:MM */
        end: string;
        from_on: string | null;
        until_on: string | null;
      } | null;
      reason?: string | null;
      revision: number;
      resource_id?: string;
    }, options?: CallOptions): Promise<{
      block: Block;
      affected: Appointment[];
    }>;
    /** Take time off away. `DELETE /api/v1/blocks/:id` */
    delete(id: string, options?: CallOptions): Promise<void>;
  };
  booking: {
    /** The business as visitors see it. `GET /api/booking/business` */
    getBusiness(options?: CallOptions): Promise<BookingBusiness>;
    /** Services open to online booking. `GET /api/booking/services` */
    listServices(options?: CallOptions): Promise<{
      data: BookingService[];
    }>;
    /** When a service can be booked. `GET /api/booking/availability` */
    listAvailability(query: {
      service_id: string;
      from: string;
      to: string;
      /** The zone in which the dates are meant; the place's where absent */
      time_zone?: string;
      resource_id?: string;
      /** When moving an appointment: as if it were gone */
      manage_token?: string;
    }, options?: CallOptions): Promise<Availability>;
    /** An appointment as a file for a calendar (RFC 5545). `GET /api/booking/appointments/:manage_token/calendar.ics` */
    getCalendarIcs(manage_token: string, options?: CallOptions): Promise<string>;
    /** An appointment by its manage link. `GET /api/booking/appointments/:manage_token` */
    getAppointment(manage_token: string, options?: CallOptions): Promise<BookedAppointment>;
    /** Keep a time for ten minutes while the details are filled in. `POST /api/booking/holds` */
    createHold(body: {
      service_id: string;
      start: string;
      resource_id?: string;
      party_size?: number;
    }, options?: CallOptions): Promise<Hold>;
    /** Let a held time go. `DELETE /api/booking/holds/:id` */
    deleteHold(id: string, options?: CallOptions): Promise<void>;
    /** Book. `POST /api/booking/appointments` */
    createAppointment(body: {
      service_id: string;
      start: string;
      resource_id?: string;
      hold_id?: string;
      party_size?: number;
      customer: {
        name: string;
        email: string;
        phone?: string;
      };
      answers?: Record<string, string | boolean>;
      /** IANA time zone name */
      time_zone?: string;
      locale?: string;
    }, options?: CallOptions): Promise<{
      appointment: BookedAppointment;
      manage_token: string;
    }>;
    /** Cancel by the manage link. `POST /api/booking/appointments/:manage_token/cancellation` */
    cancelAppointment(manage_token: string, body?: {
      reason?: string;
    }, options?: CallOptions): Promise<BookedAppointment>;
    /** Move by the manage link. `POST /api/booking/appointments/:manage_token/reschedule` */
    rescheduleAppointment(manage_token: string, body: {
      start: string;
      resource_id?: string;
    }, options?: CallOptions): Promise<BookedAppointment>;
  };
  business: {
    /** The business this request belongs to. `GET /api/v1/business` */
    get(options?: CallOptions): Promise<Business>;
    /** Change name, contact, zone, currency, language and branding. `PATCH /api/v1/business` */
    change(body: {
      name?: string;
      /** IANA time zone name */
      time_zone?: string;
      currency?: string;
      /** Language of the business: its booking page and mails where a customer has none */
      locale?: "en" | "es" | "fr" | "de";
      address?: string | null;
      phone?: string | null;
      email?: string | null;
      branding?: {
        color?: string | null;
        logo_url?: string | null;
        tagline?: string | null;
      };
      revision: number;
    }, options?: CallOptions): Promise<Business>;
  };
  classes: {
    /** List scheduled classes. `GET /api/v1/classes` */
    list(query?: {
      limit?: number;
      cursor?: string;
      from?: string;
      to?: string;
      service_id?: string;
      order?: "start" | "-start";
    }, options?: CallOptions): Promise<{
      data: ClassSession[];
      next_cursor: string | null;
    }>;
    /** Get a class. `GET /api/v1/classes/:id` */
    get(id: string, options?: CallOptions): Promise<ClassSession>;
    /** Schedule a class. `POST /api/v1/classes` */
    create(body: {
      service_id: string;
      start: string;
      /** The capacity of the service where absent */
      seats?: number;
      resource_ids?: string[];
      notes?: string;
    }, options?: CallOptions): Promise<ClassSession>;
    /** Change the seats or notes of a class. `PATCH /api/v1/classes/:id` */
    change(id: string, body: {
      revision: number;
      seats?: number;
      notes?: string;
    }, options?: CallOptions): Promise<ClassSession>;
    /** Move a class with every party in it to another time or other resources. `POST /api/v1/classes/:id/reschedule` */
    reschedule(id: string, body: {
      revision: number;
      start: string;
      /** As long as it lasts now where absent */
      duration_minutes?: number;
      /** Those that have it now, where they can serve, where absent */
      resource_ids?: string[];
      reason?: string;
    }, options?: CallOptions): Promise<ClassSession>;
    /** Cancel a class and every party in it. `POST /api/v1/classes/:id/cancellation` */
    cancel(id: string, body: {
      revision: number;
      reason?: string;
    }, options?: CallOptions): Promise<ClassSession>;
  };
  closures: {
    /** When the business is closed beside its hours. `GET /api/v1/closures` */
    list(query?: {
      limit?: number;
      cursor?: string;
      from?: string;
      to?: string;
      location_id?: string;
      order?: "start" | "-start";
    }, options?: CallOptions): Promise<{
      data: Closure[];
      next_cursor: string | null;
    }>;
    /** One closure with the appointments that lie inside. `GET /api/v1/closures/:id` */
    get(id: string, options?: CallOptions): Promise<{
      closure: Closure;
      affected: Appointment[];
    }>;
    /** Close the business or a location; appointments inside stay and are listed. `POST /api/v1/closures` */
    create(body: {
      name: string;
      location_id?: string | null;
      start: string;
      end: string;
    }, options?: CallOptions): Promise<{
      closure: Closure;
      affected: Appointment[];
    }>;
    /** Change a closure. `PATCH /api/v1/closures/:id` */
    change(id: string, body: {
      name?: string;
      location_id?: string | null;
      start?: string;
      end?: string;
      revision: number;
    }, options?: CallOptions): Promise<{
      closure: Closure;
      affected: Appointment[];
    }>;
    /** Take a closure away. `DELETE /api/v1/closures/:id` */
    delete(id: string, options?: CallOptions): Promise<void>;
  };
  customerDuplicates: {
    /** Customers who may be one person, by e-mail, phone or name. `GET /api/v1/customer_duplicates` */
    list(query?: {
      customer_id?: string;
    }, options?: CallOptions): Promise<{
      data: {
        customers: [Customer, Customer];
        same: ("email" | "phone" | "name")[];
      }[];
    }>;
  };
  customerImports: {
    /** What a file of customers would do, row by row; nothing is changed. `POST /api/v1/customer_imports/preview` */
    preview(body: {
      file_name: string;
      base64?: string;
      text?: string;
      /** What happens to customers who are known: only gaps are filled, or what the file says replaces it */
      known?: "complete" | "overwrite";
    }, options?: CallOptions): Promise<{
      encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
      separator: "," | ";" | "\t" | "|";
      columns: {
        heading: string;
        field: "key" | "name" | "first_name" | "last_name" | "email" | "phone" | "tags" | "notes" | "locale" | "time_zone" | null;
      }[];
      /** Columns without which nothing can be imported */
      missing: ("key" | "name" | "first_name" | "last_name" | "email" | "phone" | "tags" | "notes" | "locale" | "time_zone")[];
      total: number;
      added: number;
      changed: number;
      unchanged: number;
      refused: number;
      problems: {
        /** As a spreadsheet counts: the headings are row 1 */
        row: number;
        column: string | null;
        code: "no_name" | "not_email" | "not_phone" | "not_time_zone" | "not_language" | "not_taken" | "too_many_tags" | "same_person" | "other_customer" | "quotation_open";
        /** What the sentence speaks of, for saying it in another language */
        facts: Record<string, string>;
        /** The same as a sentence in English */
        problem: string;
      }[];
    }>;
    /** Import a file of customers in the background; the same file twice changes nothing the second time. `POST /api/v1/customer_imports` */
    create(body: {
      file_name: string;
      base64?: string;
      text?: string;
      /** What happens to customers who are known: only gaps are filled, or what the file says replaces it */
      known?: "complete" | "overwrite";
    }, options?: CallOptions): Promise<CustomerImport>;
    /** How far an import is, and what was refused. `GET /api/v1/customer_imports/:id` */
    get(id: string, options?: CallOptions): Promise<CustomerImport>;
  };
  customerTags: {
    /** The tags in use, and how many customers have each. `GET /api/v1/customer_tags` */
    list(options?: CallOptions): Promise<{
      data: {
        tag: string;
        count: number;
      }[];
    }>;
  };
  customers: {
    /** List customers. `GET /api/v1/customers` */
    list(query?: {
      limit?: number;
      cursor?: string;
      q?: string;
      tag?: string;
      blocked?: "true" | "false";
      /** Exactly this address, in small or capital letters */
      email?: string;
      updated_since?: string;
      /** last_start: of the latest appointment up to now; who never had one comes first, or last with the minus */
      order?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at" | "last_start" | "-last_start";
    }, options?: CallOptions): Promise<{
      data: Customer[];
      next_cursor: string | null;
    }>;
    /** Get a customer. `GET /api/v1/customers/:id` */
    get(id: string, options?: CallOptions): Promise<Customer>;
    /** Add a customer. `POST /api/v1/customers` */
    create(body: {
      name: string;
      email?: string | null;
      phone?: string | null;
      locale?: string | null;
      time_zone?: string | null;
      notes?: string;
      tags?: string[];
    }, options?: CallOptions): Promise<Customer>;
    /** Change a customer. `PATCH /api/v1/customers/:id` */
    change(id: string, body: {
      name?: string;
      email?: string | null;
      phone?: string | null;
      locale?: string | null;
      time_zone?: string | null;
      notes?: string;
      tags?: string[];
      is_blocked?: boolean;
      revision: number;
    }, options?: CallOptions): Promise<Customer>;
    /** Delete a customer who has no appointments. `DELETE /api/v1/customers/:id` */
    delete(id: string, options?: CallOptions): Promise<void>;
    /** What would be left if this customer were merged into another one. `GET /api/v1/customers/:id/merge` */
    getMerge(id: string, query: {
      into: string;
    }, options?: CallOptions): Promise<{
      from: Customer;
      into: Customer;
      result: {
        name: string;
        email: string | null;
        phone: string | null;
        locale: string | null;
        time_zone: string | null;
        notes: string;
        tags: string[];
        is_blocked: boolean;
      };
      moved_appointments: number;
    }>;
    /** Merge this customer into another one, who keeps the appointments, contacts, notes and tags of both. `POST /api/v1/customers/:id/merge` */
    merge(id: string, body: {
      revision: number;
      into: string;
      into_revision: number;
    }, options?: CallOptions): Promise<Customer>;
    /** Customers as a table for a spreadsheet (RFC 4180, UTF-8). `GET /api/v1/customers/export.csv` */
    exportCsv(query?: {
      q?: string;
      tag?: string;
      blocked?: "true" | "false";
    }, options?: CallOptions): Promise<string>;
  };
  eventTypes: {
    /** Every type of event there is, with an example. `GET /api/v1/event_types` */
    list(options?: CallOptions): Promise<{
      data: {
        type: string;
        description: string;
        /** What data may look like */
        example: Record<string, unknown>;
      }[];
    }>;
  };
  events: {
    /** What has happened, the newest first. `GET /api/v1/events` */
    list(query?: {
      limit?: number;
      cursor?: string;
      type?: "appointment.booked" | "appointment.rescheduled" | "appointment.cancelled" | "appointment.approved" | "appointment.declined" | "appointment.expired" | "appointment.checked_in" | "appointment.completed" | "appointment.no_show" | "appointment.no_show_reversed" | "appointment.changed" | "class.scheduled" | "class.changed" | "class.rescheduled" | "class.cancelled" | "customer.created" | "customer.changed" | "customer.deleted" | "customer.merged" | "customer.erased" | "customer.import_requested" | "customer.imported" | "time_off.requested" | "time_off.approved" | "time_off.declined" | "time_off.withdrawn" | "business.changed" | "location.created" | "location.changed" | "location.deleted" | "resource.created" | "resource.changed" | "resource.deleted" | "resource_type.created" | "resource_type.changed" | "resource_type.deleted" | "service.created" | "service.changed" | "service.deleted" | "block.created" | "block.changed" | "block.deleted" | "closure.created" | "closure.changed" | "closure.deleted" | "feed.created" | "feed.changed" | "feed.deleted" | "webhook.created" | "webhook.changed" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.tested" | "webhook.resent" | "webhook.disabled" | "sandbox.reset" | "sandbox.filled" | "sandbox.clock_moved";
      subject_id?: string;
      since?: string;
      until?: string;
    }, options?: CallOptions): Promise<{
      data: {
        id: string;
        type: string;
        occurred_at: string;
        mode: "live" | "sandbox";
        business: {
          id: string;
          subdomain: string;
        };
        subject_id: string;
        /** Of the subject after the event. Events may arrive in any order; this one tells it */
        revision: number | null;
        /** By type; see GET /api/v1/event_types */
        data: Record<string, unknown>;
      }[];
      next_cursor: string | null;
    }>;
    /** Get an event. `GET /api/v1/events/:id` */
    get(id: string, options?: CallOptions): Promise<{
      id: string;
      type: string;
      occurred_at: string;
      mode: "live" | "sandbox";
      business: {
        id: string;
        subdomain: string;
      };
      subject_id: string;
      /** Of the subject after the event. Events may arrive in any order; this one tells it */
      revision: number | null;
      /** By type; see GET /api/v1/event_types */
      data: Record<string, unknown>;
    }>;
  };
  holds: {
    /** Times that are kept at the moment, by start. `GET /api/v1/holds` */
    list(query?: {
      limit?: number;
      cursor?: string;
      service_id?: string;
    }, options?: CallOptions): Promise<{
      data: Hold[];
      next_cursor: string | null;
    }>;
    /** One time that is kept; not found once it has run out. `GET /api/v1/holds/:id` */
    get(id: string, options?: CallOptions): Promise<Hold>;
    /** Keep a time for ten minutes. `POST /api/v1/holds` */
    create(body: {
      service_id: string;
      start: string;
      resource_id?: string;
      party_size?: number;
    }, options?: CallOptions): Promise<Hold>;
    /** Let a held time go. `DELETE /api/v1/holds/:id` */
    delete(id: string, options?: CallOptions): Promise<void>;
  };
  locations: {
    /** List locations. `GET /api/v1/locations` */
    list(query?: {
      limit?: number;
      cursor?: string;
    }, options?: CallOptions): Promise<{
      data: Location[];
      next_cursor: string | null;
    }>;
    /** One location. `GET /api/v1/locations/:id` */
    get(id: string, options?: CallOptions): Promise<Location>;
    /** Add a location. `POST /api/v1/locations` */
    create(body: {
      name: string;
      /** IANA time zone name */
      time_zone: string;
      address?: string | null;
      weekly_hours: {
        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
        /** Wall time of the place, HH:MM */
        start: string;
        /** Wall time of the place, HH:MM */
        end: string;
      }[];
    }, options?: CallOptions): Promise<Location>;
    /** Change a location. `PATCH /api/v1/locations/:id` */
    change(id: string, body: {
      name?: string;
      /** IANA time zone name */
      time_zone?: string;
      address?: string | null;
      weekly_hours?: {
        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
        /** Wall time of the place, HH:MM */
        start: string;
        /** Wall time of the place, HH:MM */
        end: string;
      }[];
      revision: number;
    }, options?: CallOptions): Promise<Location>;
    /** Delete a location where nothing is and nothing was booked. `DELETE /api/v1/locations/:id` */
    delete(id: string, options?: CallOptions): Promise<void>;
  };
  messages: {
    /** What was sent to customers and to the business, the newest first; in test mode, what would have been. `GET /api/v1/messages` */
    list(query?: {
      limit?: number;
      cursor?: string;
      appointment_id?: string;
      status?: "queued" | "sent" | "captured" | "failed" | "dropped";
    }, options?: CallOptions): Promise<{
      data: Message[];
      next_cursor: string | null;
    }>;
    /** A message with its text. `GET /api/v1/messages/:id` */
    get(id: string, options?: CallOptions): Promise<{
      id: string;
      /** Such as booked, rescheduled, cancelled, reminder */
      template: string;
      recipient: string;
      subject: string;
      /** captured: it reaches nobody, because it was written in test mode */
      status: "queued" | "sent" | "captured" | "failed" | "dropped";
      /** Why it did not leave */
      error: string | null;
      appointment_id: string | null;
      created_at: string;
      sent_at: string | null;
      text: string;
    }>;
  };
  overview: {
    /** Bookings, utilisation, no-shows and expected revenue of a period. `GET /api/v1/overview` */
    get(query: {
      from: string;
      to: string;
    }, options?: CallOptions): Promise<{
      from: string;
      to: string;
      time_zone: string;
      totals: {
        /** Appointments that take place or took place */
        booked: number;
        completed: number;
        cancelled: number;
        no_shows: number;
        /** The prices of what is booked */
        expected: Money;
        new_customers: number;
        booked_minutes: number;
        open_minutes: number;
      };
      days: {
        /** Appointments that take place or took place */
        booked: number;
        completed: number;
        cancelled: number;
        no_shows: number;
        /** The prices of what is booked */
        expected: Money;
        on: string;
      }[];
      services: {
        /** Appointments that take place or took place */
        booked: number;
        completed: number;
        cancelled: number;
        no_shows: number;
        /** The prices of what is booked */
        expected: Money;
        id: string;
        name: string;
        color: string;
      }[];
      resources: {
        booked_minutes: number;
        open_minutes: number;
        id: string;
        name: string;
        type: string;
        color: string;
      }[];
    }>;
  };
  resourceTypes: {
    /** Kinds of resources: staff, room, equipment and your own. `GET /api/v1/resource_types` */
    list(query?: {
      limit?: number;
      cursor?: string;
    }, options?: CallOptions): Promise<{
      data: ResourceType[];
      next_cursor: string | null;
    }>;
    /** One kind of resource. `GET /api/v1/resource_types/:key` */
    get(key: string, options?: CallOptions): Promise<ResourceType>;
    /** Define a kind of resource. `POST /api/v1/resource_types` */
    create(body: {
      key: string;
      name: string;
    }, options?: CallOptions): Promise<ResourceType>;
    /** Give a kind of resource of your own another name; its key stays. `PATCH /api/v1/resource_types/:key` */
    change(key: string, body: {
      revision: number;
      name: string;
    }, options?: CallOptions): Promise<ResourceType>;
    /** Delete a kind of resource of your own that nothing is of. `DELETE /api/v1/resource_types/:key` */
    delete(key: string, options?: CallOptions): Promise<void>;
  };
  resources: {
    /** List resources. `GET /api/v1/resources` */
    list(query?: {
      limit?: number;
      cursor?: string;
      type?: string;
      location_id?: string;
      is_active?: "true" | "false";
      /** Part of the name */
      q?: string;
      order?: "name" | "-name" | "created_at" | "-created_at";
    }, options?: CallOptions): Promise<{
      data: Resource[];
      next_cursor: string | null;
    }>;
    /** Get a resource. `GET /api/v1/resources/:id` */
    get(id: string, options?: CallOptions): Promise<Resource>;
    /** Add a resource. `POST /api/v1/resources` */
    create(body: {
      name: string;
      type: string;
      capacity?: number;
      location_id?: string;
      user_id?: string | null;
      color?: string;
      is_active?: boolean;
      weekly_hours?: {
        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
        /** Wall time of the place, HH:MM */
        start: string;
        /** Wall time of the place, HH:MM */
        end: string;
      }[];
      weekly_breaks?: {
        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
        /** Wall time of the place, HH:MM */
        start: string;
        /** Wall time of the place, HH:MM */
        end: string;
      }[];
    }, options?: CallOptions): Promise<Resource>;
    /** Change a resource. `PATCH /api/v1/resources/:id` */
    change(id: string, body: {
      name?: string;
      type?: string;
      capacity?: number;
      location_id?: string;
      user_id?: string | null;
      color?: string;
      is_active?: boolean;
      weekly_hours?: {
        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
        /** Wall time of the place, HH:MM */
        start: string;
        /** Wall time of the place, HH:MM */
        end: string;
      }[];
      weekly_breaks?: {
        weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
        /** Wall time of the place, HH:MM */
        start: string;
        /** Wall time of the place, HH:MM */
        end: string;
      }[];
      revision: number;
    }, options?: CallOptions): Promise<Resource>;
    /** Delete a resource that was never booked. `DELETE /api/v1/resources/:id` */
    delete(id: string, options?: CallOptions): Promise<void>;
    /** Dates on which a resource has other hours. `GET /api/v1/resources/:id/overrides` */
    listOverrides(id: string, query?: {
      limit?: number;
      cursor?: string;
    }, options?: CallOptions): Promise<{
      data: Override[];
      next_cursor: string | null;
    }>;
    /** Set the hours of one date; no windows means closed. `PUT /api/v1/resources/:id/overrides/:on` */
    setOverride(id: string, on: string, body: {
      windows: {
        /** Wall time of the place, HH:MM */
        start: string;
        /** Wall time of the place, HH:MM */
        end: string;
      }[];
      reason?: string | null;
    }, options?: CallOptions): Promise<Override>;
    /** Go back to the weekly hours on that date. `DELETE /api/v1/resources/:id/overrides/:on` */
    deleteOverride(id: string, on: string, options?: CallOptions): Promise<void>;
  };
  services: {
    /** List services. `GET /api/v1/services` */
    list(query?: {
      limit?: number;
      cursor?: string;
      /** Part of the name */
      q?: string;
      is_active?: "true" | "false";
      online?: "true" | "false";
      kind?: "appointment" | "class";
      category?: string;
      order?: "position" | "-position" | "name" | "-name";
    }, options?: CallOptions): Promise<{
      data: Service[];
      next_cursor: string | null;
    }>;
    /** Get a service. `GET /api/v1/services/:id` */
    get(id: string, options?: CallOptions): Promise<Service>;
    /** Add a service. `POST /api/v1/services` */
    create(body: {
      name: string;
      description?: string;
      category?: string | null;
      color?: string;
      kind?: "appointment" | "class";
      duration_minutes: number;
      padding_before_minutes?: number;
      padding_after_minutes?: number;
      price_minor?: number;
      /** Seats of a class */
      capacity?: number;
      min_notice_minutes?: number;
      window_days?: number | null;
      window_from_on?: string | null;
      window_until_on?: string | null;
      slot_step_minutes?: number;
      slot_anchor?: "opening" | "clock" | "previous";
      requires?: {
        /** Any active resource of this type, or … */
        type?: string | null;
        /** … one of these */
        resource_ids?: string[];
        quantity?: number;
        units?: number;
        /** Null: the padding of the service */
        padding_before_minutes?: number | null;
        padding_after_minutes?: number | null;
        is_choosable?: boolean;
      }[];
      /** Another duration or price with certain resources, which all can fill one and the same line */
      resource_terms?: {
        resource_id: string;
        /** Null: the duration of the service */
        duration_minutes?: number | null;
        /** Null: the price of the service */
        price_minor?: number | null;
      }[];
      questions?: {
        key: string;
        label: string;
        kind: "text" | "long_text" | "choice" | "checkbox";
        choices?: string[];
        is_required?: boolean;
      }[];
      needs_approval?: boolean;
      needs_phone?: boolean;
      cancel_notice_minutes?: number;
      reschedule_notice_minutes?: number;
      /** How long before the start the reminder goes out; null for none */
      reminder_minutes?: number | null;
      online?: boolean;
      is_active?: boolean;
      position?: number;
    }, options?: CallOptions): Promise<Service>;
    /** Change a service; existing appointments keep what they were booked with. `PATCH /api/v1/services/:id` */
    change(id: string, body: {
      name?: string;
      description?: string;
      category?: string | null;
      color?: string;
      kind?: "appointment" | "class";
      duration_minutes?: number;
      padding_before_minutes?: number;
      padding_after_minutes?: number;
      price_minor?: number;
      /** Seats of a class */
      capacity?: number;
      min_notice_minutes?: number;
      window_days?: number | null;
      window_from_on?: string | null;
      window_until_on?: string | null;
      slot_step_minutes?: number;
      slot_anchor?: "opening" | "clock" | "previous";
      requires?: {
        /** Any active resource of this type, or … */
        type?: string | null;
        /** … one of these */
        resource_ids?: string[];
        quantity?: number;
        units?: number;
        /** Null: the padding of the service */
        padding_before_minutes?: number | null;
        padding_after_minutes?: number | null;
        is_choosable?: boolean;
      }[];
      /** Another duration or price with certain resources, which all can fill one and the same line */
      resource_terms?: {
        resource_id: string;
        /** Null: the duration of the service */
        duration_minutes?: number | null;
        /** Null: the price of the service */
        price_minor?: number | null;
      }[];
      questions?: {
        key: string;
        label: string;
        kind: "text" | "long_text" | "choice" | "checkbox";
        choices?: string[];
        is_required?: boolean;
      }[];
      needs_approval?: boolean;
      needs_phone?: boolean;
      cancel_notice_minutes?: number;
      reschedule_notice_minutes?: number;
      /** How long before the start the reminder goes out; null for none */
      reminder_minutes?: number | null;
      online?: boolean;
      is_active?: boolean;
      position?: number;
      revision: number;
    }, options?: CallOptions): Promise<Service>;
    /** Delete a service that was never booked. `DELETE /api/v1/services/:id` */
    delete(id: string, options?: CallOptions): Promise<void>;
  };
  staff: {
    /** The people of the business who can sign in. `GET /api/v1/staff` */
    list(query?: {
      limit?: number;
      cursor?: string;
    }, options?: CallOptions): Promise<{
      data: StaffMember[];
      next_cursor: string | null;
    }>;
    /** One person of the business. `GET /api/v1/staff/:id` */
    get(id: string, options?: CallOptions): Promise<StaffMember>;
  };
  timeOffRequests: {
    /** Time off that was asked for, by start; staff see their own. `GET /api/v1/time_off_requests` */
    list(query?: {
      limit?: number;
      cursor?: string;
      status?: "requested" | "approved" | "declined" | "withdrawn";
      from?: string;
    }, options?: CallOptions): Promise<{
      data: TimeOffRequest[];
      next_cursor: string | null;
    }>;
    /** One request with the appointments that lie inside. `GET /api/v1/time_off_requests/:id` */
    get(id: string, options?: CallOptions): Promise<{
      request: TimeOffRequest;
      affected: Appointment[];
    }>;
    /** Ask for time off for a resource that is linked to oneself. `POST /api/v1/time_off_requests` */
    create(body: {
      resource_id: string;
      start: string;
      end: string;
      reason?: string | null;
    }, options?: CallOptions): Promise<{
      request: TimeOffRequest;
      affected: Appointment[];
    }>;
    /** Approve it: the resource is away, appointments inside stay and are listed. `POST /api/v1/time_off_requests/:id/approval` */
    approve(id: string, body: {
      revision: number;
      reason?: string | null;
    }, options?: CallOptions): Promise<{
      request: TimeOffRequest;
      affected: Appointment[];
    }>;
    /** Decline it. `POST /api/v1/time_off_requests/:id/decline` */
    decline(id: string, body: {
      revision: number;
      reason?: string | null;
    }, options?: CallOptions): Promise<{
      request: TimeOffRequest;
      affected: Appointment[];
    }>;
    /** Take an own request back. `POST /api/v1/time_off_requests/:id/withdrawal` */
    withdraw(id: string, body: {
      revision: number;
      reason?: string | null;
    }, options?: CallOptions): Promise<{
      request: TimeOffRequest;
      affected: Appointment[];
    }>;
  };
  timeline: {
    /** Resources with their hours and everything that takes their time, in one answer. `GET /api/v1/timeline` */
    get(query: {
      from: string;
      to: string;
      /** Cancelled appointments too */
      with_cancelled?: "true" | "false";
    }, options?: CallOptions): Promise<{
      from: string;
      to: string;
      time_zone: string;
      locations: {
        id: string;
        name: string;
        time_zone: string;
        weekly_hours: {
          weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
          /** Wall time of the place, HH:MM */
          start: string;
          /** Wall time of the place, HH:MM */
          end: string;
        }[];
      }[];
      resources: {
        id: string;
        name: string;
        type: string;
        color: string;
        location_id: string;
        user_id: string | null;
        capacity: number;
        is_active: boolean;
        weekly_hours: {
          weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
          /** Wall time of the place, HH:MM */
          start: string;
          /** Wall time of the place, HH:MM */
          end: string;
        }[];
        weekly_breaks: {
          weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
          /** Wall time of the place, HH:MM */
          start: string;
          /** Wall time of the place, HH:MM */
          end: string;
        }[];
        overrides: {
          on: string;
          windows: {
            /** Wall time of the place, HH:MM */
            start: string;
            /** Wall time of the place, HH:MM */
            end: string;
          }[];
        }[];
        recurring_time_off: {
          weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
          /** Wall time of the place, HH:MM */
          start: string;
          /** Wall time of the place, HH:MM */
          end: string;
          from_on: string | null;
          until_on: string | null;
          id: string;
        }[];
        /** When it is open, computed: start, end, start, end … */
        open: string[];
        can: {
          add_time_off: boolean;
        };
      }[];
      closures: {
        id: string;
        name: string;
        location_id: string | null;
        start: string;
        end: string;
      }[];
      services: {
        id: string;
        name: string;
        color: string;
        kind: "appointment" | "class";
        is_active: boolean;
        duration_minutes: number;
        padding_before_minutes: number;
        padding_after_minutes: number;
        min_notice_minutes: number;
        slot_step_minutes: number;
        slot_anchor: "opening" | "clock" | "previous";
        window_days: number | null;
        window_from_on: string | null;
        window_until_on: string | null;
        price_minor: number;
        requires: {
          /** Any active resource of this type, or … */
          type: string | null;
          /** … one of these */
          resource_ids: string[];
          quantity: number;
          units: number;
          /** Null: the padding of the service */
          padding_before_minutes: number | null;
          padding_after_minutes: number | null;
          is_choosable: boolean;
          id: string;
        }[];
        resource_terms: {
          resource_id: string;
          /** Null: the duration of the service */
          duration_minutes: number | null;
          /** Null: the price of the service */
          price_minor: number | null;
        }[];
      }[];
      blocks: {
        id: string;
        revision: number;
        resource_id: string;
        start: string;
        end: string;
        reason: string | null;
        is_recurring: boolean;
        can: {
          edit: boolean;
          delete: boolean;
        };
      }[];
      bars: {
        id: string;
        kind: "appointment" | "class";
        revision: number;
        status: "pending_payment" | "pending_approval" | "confirmed" | "checked_in" | "completed" | "expired" | "declined" | "cancelled" | "no_show" | "scheduled";
        start: string;
        end: string;
        service_id: string;
        customer: string | null;
        resource_ids: string[];
        claims: {
          resource_id: string;
          start: string;
          end: string;
          units: number;
        }[];
        /** People of an appointment, taken seats of a class */
        party_size: number;
        /** Seats of a class */
        seats: number | null;
        source: "public" | "staff" | "api";
        has_notes: boolean;
        is_unpaid: boolean;
        is_overlapping: boolean;
        /** What this person may do with it now */
        can: ("edit" | "reschedule" | "approve" | "decline" | "check_in" | "complete" | "mark_no_show" | "undo_no_show" | "cancel")[];
      }[];
      /** Appointments without a resource and requests, whenever they are; 100 at most */
      tray: {
        id: string;
        kind: "appointment" | "class";
        revision: number;
        status: "pending_payment" | "pending_approval" | "confirmed" | "checked_in" | "completed" | "expired" | "declined" | "cancelled" | "no_show" | "scheduled";
        start: string;
        end: string;
        service_id: string;
        customer: string | null;
        resource_ids: string[];
        claims: {
          resource_id: string;
          start: string;
          end: string;
          units: number;
        }[];
        /** People of an appointment, taken seats of a class */
        party_size: number;
        /** Seats of a class */
        seats: number | null;
        source: "public" | "staff" | "api";
        has_notes: boolean;
        is_unpaid: boolean;
        is_overlapping: boolean;
        /** What this person may do with it now */
        can: ("edit" | "reschedule" | "approve" | "decline" | "check_in" | "complete" | "mark_no_show" | "undo_no_show" | "cancel")[];
      }[];
      held: {
        resource_id: string;
        start: string;
        end: string;
        units: number;
        id: string;
        kind: "hold" | "appointment";
      }[];
    }>;
  };
  webhooks: {
    /** The addresses that are told of events, in this mode. `GET /api/v1/webhooks` */
    list(options?: CallOptions): Promise<{
      data: {
        id: string;
        revision: number;
        url: string;
        description: string;
        /** null for all of them */
        event_types: string[] | null;
        is_active: boolean;
        /** Since when no try has succeeded; null while all is well */
        failing_since: string | null;
        /** When it was switched off by itself, after five days without a success */
        disabled_at: string | null;
        /** Tries of the last 24 hours */
        last_day: {
          succeeded: number;
          failed: number;
        };
        /** Deliveries that are still to be made */
        waiting: number;
        created_at: string;
        updated_at: string;
        can: {
          edit: boolean;
        };
      }[];
    }>;
    /** Get a webhook. `GET /api/v1/webhooks/:id` */
    get(id: string, options?: CallOptions): Promise<{
      id: string;
      revision: number;
      url: string;
      description: string;
      /** null for all of them */
      event_types: string[] | null;
      is_active: boolean;
      /** Since when no try has succeeded; null while all is well */
      failing_since: string | null;
      /** When it was switched off by itself, after five days without a success */
      disabled_at: string | null;
      /** Tries of the last 24 hours */
      last_day: {
        succeeded: number;
        failed: number;
      };
      /** Deliveries that are still to be made */
      waiting: number;
      created_at: string;
      updated_at: string;
      can: {
        edit: boolean;
      };
    }>;
    /** Have events sent to an address. `POST /api/v1/webhooks` */
    create(body: {
      url: string;
      description?: string;
      /** The types that are sent; null for all of them, also those to come */
      event_types?: ("appointment.booked" | "appointment.rescheduled" | "appointment.cancelled" | "appointment.approved" | "appointment.declined" | "appointment.expired" | "appointment.checked_in" | "appointment.completed" | "appointment.no_show" | "appointment.no_show_reversed" | "appointment.changed" | "class.scheduled" | "class.changed" | "class.rescheduled" | "class.cancelled" | "customer.created" | "customer.changed" | "customer.deleted" | "customer.merged" | "customer.erased" | "customer.import_requested" | "customer.imported" | "time_off.requested" | "time_off.approved" | "time_off.declined" | "time_off.withdrawn" | "business.changed" | "location.created" | "location.changed" | "location.deleted" | "resource.created" | "resource.changed" | "resource.deleted" | "resource_type.created" | "resource_type.changed" | "resource_type.deleted" | "service.created" | "service.changed" | "service.deleted" | "block.created" | "block.changed" | "block.deleted" | "closure.created" | "closure.changed" | "closure.deleted" | "feed.created" | "feed.changed" | "feed.deleted" | "webhook.created" | "webhook.changed" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.tested" | "webhook.resent" | "webhook.disabled" | "sandbox.reset" | "sandbox.filled" | "sandbox.clock_moved")[] | null;
    }, options?: CallOptions): Promise<{
      id: string;
      revision: number;
      url: string;
      description: string;
      /** null for all of them */
      event_types: string[] | null;
      is_active: boolean;
      /** Since when no try has succeeded; null while all is well */
      failing_since: string | null;
      /** When it was switched off by itself, after five days without a success */
      disabled_at: string | null;
      /** Tries of the last 24 hours */
      last_day: {
        succeeded: number;
        failed: number;
      };
      /** Deliveries that are still to be made */
      waiting: number;
      created_at: string;
      updated_at: string;
      can: {
        edit: boolean;
      };
    }>;
    /** Change a webhook, or switch it off and on. What waited while it was off is sent when it is on again. `PATCH /api/v1/webhooks/:id` */
    change(id: string, body: {
      revision: number;
      url?: string;
      description?: string;
      /** The types that are sent; null for all of them, also those to come */
      event_types?: ("appointment.booked" | "appointment.rescheduled" | "appointment.cancelled" | "appointment.approved" | "appointment.declined" | "appointment.expired" | "appointment.checked_in" | "appointment.completed" | "appointment.no_show" | "appointment.no_show_reversed" | "appointment.changed" | "class.scheduled" | "class.changed" | "class.rescheduled" | "class.cancelled" | "customer.created" | "customer.changed" | "customer.deleted" | "customer.merged" | "customer.erased" | "customer.import_requested" | "customer.imported" | "time_off.requested" | "time_off.approved" | "time_off.declined" | "time_off.withdrawn" | "business.changed" | "location.created" | "location.changed" | "location.deleted" | "resource.created" | "resource.changed" | "resource.deleted" | "resource_type.created" | "resource_type.changed" | "resource_type.deleted" | "service.created" | "service.changed" | "service.deleted" | "block.created" | "block.changed" | "block.deleted" | "closure.created" | "closure.changed" | "closure.deleted" | "feed.created" | "feed.changed" | "feed.deleted" | "webhook.created" | "webhook.changed" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.tested" | "webhook.resent" | "webhook.disabled" | "sandbox.reset" | "sandbox.filled" | "sandbox.clock_moved")[] | null;
      is_active?: boolean;
    }, options?: CallOptions): Promise<{
      id: string;
      revision: number;
      url: string;
      description: string;
      /** null for all of them */
      event_types: string[] | null;
      is_active: boolean;
      /** Since when no try has succeeded; null while all is well */
      failing_since: string | null;
      /** When it was switched off by itself, after five days without a success */
      disabled_at: string | null;
      /** Tries of the last 24 hours */
      last_day: {
        succeeded: number;
        failed: number;
      };
      /** Deliveries that are still to be made */
      waiting: number;
      created_at: string;
      updated_at: string;
      can: {
        edit: boolean;
      };
    }>;
    /** Delete a webhook with its log; nothing is sent to it any more. `DELETE /api/v1/webhooks/:id` */
    delete(id: string, options?: CallOptions): Promise<void>;
    /** What was sent to a webhook or is to be, the newest first. Kept for 30 days. `GET /api/v1/webhooks/:id/deliveries` */
    listDeliveries(id: string, query?: {
      limit?: number;
      cursor?: string;
      status?: "pending" | "delivered" | "failed";
      type?: "appointment.booked" | "appointment.rescheduled" | "appointment.cancelled" | "appointment.approved" | "appointment.declined" | "appointment.expired" | "appointment.checked_in" | "appointment.completed" | "appointment.no_show" | "appointment.no_show_reversed" | "appointment.changed" | "class.scheduled" | "class.changed" | "class.rescheduled" | "class.cancelled" | "customer.created" | "customer.changed" | "customer.deleted" | "customer.merged" | "customer.erased" | "customer.import_requested" | "customer.imported" | "time_off.requested" | "time_off.approved" | "time_off.declined" | "time_off.withdrawn" | "business.changed" | "location.created" | "location.changed" | "location.deleted" | "resource.created" | "resource.changed" | "resource.deleted" | "resource_type.created" | "resource_type.changed" | "resource_type.deleted" | "service.created" | "service.changed" | "service.deleted" | "block.created" | "block.changed" | "block.deleted" | "closure.created" | "closure.changed" | "closure.deleted" | "feed.created" | "feed.changed" | "feed.deleted" | "webhook.created" | "webhook.changed" | "webhook.deleted" | "webhook.secret_rotated" | "webhook.tested" | "webhook.resent" | "webhook.disabled" | "sandbox.reset" | "sandbox.filled" | "sandbox.clock_moved";
      event_id?: string;
    }, options?: CallOptions): Promise<{
      data: {
        id: string;
        webhook_id: string;
        event: {
          id: string;
          type: string;
          occurred_at: string;
          subject_id: string;
        };
        /** failed: given up after three days */
        status: "pending" | "delivered" | "failed";
        attempts: number;
        /** When it is tried next; null once it is delivered or given up */
        next_at: string | null;
        /** What the receiver last answered */
        last_status: number | null;
        /** Why there was no answer at the last try */
        last_error: string | null;
        created_at: string;
        delivered_at: string | null;
      }[];
      next_cursor: string | null;
    }>;
    /** One delivery with every try: what was sent, and what came back. `GET /api/v1/webhooks/:id/deliveries/:delivery_id` */
    getDelivery(id: string, delivery_id: string, options?: CallOptions): Promise<{
      id: string;
      webhook_id: string;
      event: {
        id: string;
        type: string;
        occurred_at: string;
        subject_id: string;
      };
      /** failed: given up after three days */
      status: "pending" | "delivered" | "failed";
      attempts: number;
      /** When it is tried next; null once it is delivered or given up */
      next_at: string | null;
      /** What the receiver last answered */
      last_status: number | null;
      /** Why there was no answer at the last try */
      last_error: string | null;
      created_at: string;
      delivered_at: string | null;
      /** The newest first */
      log: {
        id: string;
        at: string;
        duration_ms: number;
        request: {
          url: string;
          headers: Record<string, string>;
          body: string;
        };
        response: {
          status: number;
          headers: Record<string, string>;
          /** 8,000 characters at most */
          body: string;
          is_cut: boolean;
        } | null;
        error: string | null;
      }[];
    }>;
    /** Send one event again, with the same id. `POST /api/v1/webhooks/:id/deliveries/:delivery_id/resend` */
    createDeliveriesResend(id: string, delivery_id: string, options?: CallOptions): Promise<{
      id: string;
      webhook_id: string;
      event: {
        id: string;
        type: string;
        occurred_at: string;
        subject_id: string;
      };
      /** failed: given up after three days */
      status: "pending" | "delivered" | "failed";
      attempts: number;
      /** When it is tried next; null once it is delivered or given up */
      next_at: string | null;
      /** What the receiver last answered */
      last_status: number | null;
      /** Why there was no answer at the last try */
      last_error: string | null;
      created_at: string;
      delivered_at: string | null;
    }>;
    /** Send the events of a span of time again, or those of them that failed; also those it was never told of. `POST /api/v1/webhooks/:id/resend` */
    resend(id: string, body: {
      since: string;
      until?: string;
      failed_only?: boolean;
    }, options?: CallOptions): Promise<{
      /** 10,000 at most; ask again for the rest */
      resent: number;
    }>;
    /** Send a test event to this webhook. `POST /api/v1/webhooks/:id/test` */
    test(id: string, options?: CallOptions): Promise<{
      id: string;
      webhook_id: string;
      event: {
        id: string;
        type: string;
        occurred_at: string;
        subject_id: string;
      };
      /** failed: given up after three days */
      status: "pending" | "delivered" | "failed";
      attempts: number;
      /** When it is tried next; null once it is delivered or given up */
      next_at: string | null;
      /** What the receiver last answered */
      last_status: number | null;
      /** Why there was no answer at the last try */
      last_error: string | null;
      created_at: string;
      delivered_at: string | null;
    }>;
  };
}

/** How each is called: method, path, and whether it takes a body or a query. */
export const calls: { [Group in keyof Operations]: { [Verb in keyof Operations[Group]]: Call } } = {
  appointments: {
    list: { method: 'GET', path: '/api/v1/appointments', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/appointments/:id' },
    listHistory: { method: 'GET', path: '/api/v1/appointments/:id/history', takes: 'query' },
    create: { method: 'POST', path: '/api/v1/appointments', takes: 'body' },
    change: { method: 'PATCH', path: '/api/v1/appointments/:id', takes: 'body' },
    reschedule: { method: 'POST', path: '/api/v1/appointments/:id/reschedule', takes: 'body' },
    cancel: { method: 'POST', path: '/api/v1/appointments/:id/cancellation', takes: 'body' },
    approve: { method: 'POST', path: '/api/v1/appointments/:id/approval', takes: 'body' },
    decline: { method: 'POST', path: '/api/v1/appointments/:id/decline', takes: 'body' },
    checkIn: { method: 'POST', path: '/api/v1/appointments/:id/check_in', takes: 'body' },
    complete: { method: 'POST', path: '/api/v1/appointments/:id/completion', takes: 'body' },
    markNoShow: { method: 'POST', path: '/api/v1/appointments/:id/no_show', takes: 'body' },
    undoNoShow: { method: 'POST', path: '/api/v1/appointments/:id/no_show_reversal', takes: 'body' },
  },
  availability: {
    list: { method: 'GET', path: '/api/v1/availability', takes: 'query' },
    explain: { method: 'GET', path: '/api/v1/availability/explain', takes: 'query' },
  },
  blocks: {
    list: { method: 'GET', path: '/api/v1/blocks', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/blocks/:id' },
    create: { method: 'POST', path: '/api/v1/blocks', takes: 'body' },
    change: { method: 'PATCH', path: '/api/v1/blocks/:id', takes: 'body' },
    delete: { method: 'DELETE', path: '/api/v1/blocks/:id' },
  },
  booking: {
    getBusiness: { method: 'GET', path: '/api/booking/business' },
    listServices: { method: 'GET', path: '/api/booking/services' },
    listAvailability: { method: 'GET', path: '/api/booking/availability', takes: 'query' },
    getCalendarIcs: { method: 'GET', path: '/api/booking/appointments/:manage_token/calendar.ics' },
    getAppointment: { method: 'GET', path: '/api/booking/appointments/:manage_token' },
    createHold: { method: 'POST', path: '/api/booking/holds', takes: 'body' },
    deleteHold: { method: 'DELETE', path: '/api/booking/holds/:id' },
    createAppointment: { method: 'POST', path: '/api/booking/appointments', takes: 'body' },
    cancelAppointment: { method: 'POST', path: '/api/booking/appointments/:manage_token/cancellation', takes: 'body' },
    rescheduleAppointment: { method: 'POST', path: '/api/booking/appointments/:manage_token/reschedule', takes: 'body' },
  },
  business: {
    get: { method: 'GET', path: '/api/v1/business' },
    change: { method: 'PATCH', path: '/api/v1/business', takes: 'body' },
  },
  classes: {
    list: { method: 'GET', path: '/api/v1/classes', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/classes/:id' },
    create: { method: 'POST', path: '/api/v1/classes', takes: 'body' },
    change: { method: 'PATCH', path: '/api/v1/classes/:id', takes: 'body' },
    reschedule: { method: 'POST', path: '/api/v1/classes/:id/reschedule', takes: 'body' },
    cancel: { method: 'POST', path: '/api/v1/classes/:id/cancellation', takes: 'body' },
  },
  closures: {
    list: { method: 'GET', path: '/api/v1/closures', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/closures/:id' },
    create: { method: 'POST', path: '/api/v1/closures', takes: 'body' },
    change: { method: 'PATCH', path: '/api/v1/closures/:id', takes: 'body' },
    delete: { method: 'DELETE', path: '/api/v1/closures/:id' },
  },
  customerDuplicates: {
    list: { method: 'GET', path: '/api/v1/customer_duplicates', takes: 'query' },
  },
  customerImports: {
    preview: { method: 'POST', path: '/api/v1/customer_imports/preview', takes: 'body' },
    create: { method: 'POST', path: '/api/v1/customer_imports', takes: 'body' },
    get: { method: 'GET', path: '/api/v1/customer_imports/:id' },
  },
  customerTags: {
    list: { method: 'GET', path: '/api/v1/customer_tags' },
  },
  customers: {
    list: { method: 'GET', path: '/api/v1/customers', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/customers/:id' },
    create: { method: 'POST', path: '/api/v1/customers', takes: 'body' },
    change: { method: 'PATCH', path: '/api/v1/customers/:id', takes: 'body' },
    delete: { method: 'DELETE', path: '/api/v1/customers/:id' },
    getMerge: { method: 'GET', path: '/api/v1/customers/:id/merge', takes: 'query' },
    merge: { method: 'POST', path: '/api/v1/customers/:id/merge', takes: 'body' },
    exportCsv: { method: 'GET', path: '/api/v1/customers/export.csv', takes: 'query' },
  },
  eventTypes: {
    list: { method: 'GET', path: '/api/v1/event_types' },
  },
  events: {
    list: { method: 'GET', path: '/api/v1/events', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/events/:id' },
  },
  holds: {
    list: { method: 'GET', path: '/api/v1/holds', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/holds/:id' },
    create: { method: 'POST', path: '/api/v1/holds', takes: 'body' },
    delete: { method: 'DELETE', path: '/api/v1/holds/:id' },
  },
  locations: {
    list: { method: 'GET', path: '/api/v1/locations', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/locations/:id' },
    create: { method: 'POST', path: '/api/v1/locations', takes: 'body' },
    change: { method: 'PATCH', path: '/api/v1/locations/:id', takes: 'body' },
    delete: { method: 'DELETE', path: '/api/v1/locations/:id' },
  },
  messages: {
    list: { method: 'GET', path: '/api/v1/messages', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/messages/:id' },
  },
  overview: {
    get: { method: 'GET', path: '/api/v1/overview', takes: 'query' },
  },
  resourceTypes: {
    list: { method: 'GET', path: '/api/v1/resource_types', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/resource_types/:key' },
    create: { method: 'POST', path: '/api/v1/resource_types', takes: 'body' },
    change: { method: 'PATCH', path: '/api/v1/resource_types/:key', takes: 'body' },
    delete: { method: 'DELETE', path: '/api/v1/resource_types/:key' },
  },
  resources: {
    list: { method: 'GET', path: '/api/v1/resources', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/resources/:id' },
    create: { method: 'POST', path: '/api/v1/resources', takes: 'body' },
    change: { method: 'PATCH', path: '/api/v1/resources/:id', takes: 'body' },
    delete: { method: 'DELETE', path: '/api/v1/resources/:id' },
    listOverrides: { method: 'GET', path: '/api/v1/resources/:id/overrides', takes: 'query' },
    setOverride: { method: 'PUT', path: '/api/v1/resources/:id/overrides/:on', takes: 'body' },
    deleteOverride: { method: 'DELETE', path: '/api/v1/resources/:id/overrides/:on' },
  },
  services: {
    list: { method: 'GET', path: '/api/v1/services', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/services/:id' },
    create: { method: 'POST', path: '/api/v1/services', takes: 'body' },
    change: { method: 'PATCH', path: '/api/v1/services/:id', takes: 'body' },
    delete: { method: 'DELETE', path: '/api/v1/services/:id' },
  },
  staff: {
    list: { method: 'GET', path: '/api/v1/staff', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/staff/:id' },
  },
  timeOffRequests: {
    list: { method: 'GET', path: '/api/v1/time_off_requests', takes: 'query' },
    get: { method: 'GET', path: '/api/v1/time_off_requests/:id' },
    create: { method: 'POST', path: '/api/v1/time_off_requests', takes: 'body' },
    approve: { method: 'POST', path: '/api/v1/time_off_requests/:id/approval', takes: 'body' },
    decline: { method: 'POST', path: '/api/v1/time_off_requests/:id/decline', takes: 'body' },
    withdraw: { method: 'POST', path: '/api/v1/time_off_requests/:id/withdrawal', takes: 'body' },
  },
  timeline: {
    get: { method: 'GET', path: '/api/v1/timeline', takes: 'query' },
  },
  webhooks: {
    list: { method: 'GET', path: '/api/v1/webhooks' },
    get: { method: 'GET', path: '/api/v1/webhooks/:id' },
    create: { method: 'POST', path: '/api/v1/webhooks', takes: 'body' },
    change: { method: 'PATCH', path: '/api/v1/webhooks/:id', takes: 'body' },
    delete: { method: 'DELETE', path: '/api/v1/webhooks/:id' },
    listDeliveries: { method: 'GET', path: '/api/v1/webhooks/:id/deliveries', takes: 'query' },
    getDelivery: { method: 'GET', path: '/api/v1/webhooks/:id/deliveries/:delivery_id' },
    createDeliveriesResend: { method: 'POST', path: '/api/v1/webhooks/:id/deliveries/:delivery_id/resend' },
    resend: { method: 'POST', path: '/api/v1/webhooks/:id/resend', takes: 'body' },
    test: { method: 'POST', path: '/api/v1/webhooks/:id/test' },
  },
};

