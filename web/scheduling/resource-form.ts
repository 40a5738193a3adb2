import type { Resource } from '@smooth/contract/scheduling/resources.ts';
import { type SpeechOf } from '../words/use-speech.tsx';
import { weekProblem } from './week.ts';

export interface ResourceForm {
  name: string;
  type: string;
  capacity: number;
  location_id: string;
  user_id: string | null;
  color: string;
  is_active: boolean;
  /** Own hours, or those of the location. */
  has_own_hours: boolean;
  weekly_hours: Resource['weekly_hours'];
  weekly_breaks: Resource['weekly_breaks'];
}

export const emptyResource = (type: string, color: string): ResourceForm => ({
  name: '',
  type,
  capacity: 1,
  location_id: '',
  user_id: null,
  color,
  is_active: true,
  has_own_hours: false,
  weekly_hours: [],
  weekly_breaks: [],
});

export const formOf = (resource: Resource): ResourceForm => ({
  name: resource.name,
  type: resource.type,
  capacity: resource.capacity,
  location_id: resource.location_id,
  user_id: resource.user_id,
  color: resource.color,
  is_active: resource.is_active,
  has_own_hours: resource.weekly_hours.length > 0,
  weekly_hours: resource.weekly_hours,
  weekly_breaks: resource.weekly_breaks,
});

export function bodyOf({ has_own_hours, ...form }: ResourceForm) {
  return {
    ...form,
    name: form.name.trim(),
    user_id: form.type === 'staff' ? form.user_id : null,
    weekly_hours: has_own_hours ? form.weekly_hours : [],
  };
}

export function missing(form: ResourceForm, speech: SpeechOf<'scheduling'>): Record<string, string> {
  const { text } = speech;
  const needs: Record<string, string> = {};
  if (!form.name.trim()) needs['name'] = text('name_missing');
  if (!form.type) needs['type'] = text('type_missing');
  if (form.capacity < 1) needs['capacity'] = text('capacity_missing');
  const hours = form.has_own_hours
    ? (weekProblem(form.weekly_hours, speech) ?? (form.weekly_hours.length === 0 ? text('open_a_day') : null))
    : null;
  if (hours) needs['weekly_hours'] = hours;
  const breaks = weekProblem(form.weekly_breaks, speech);
  if (breaks) needs['weekly_breaks'] = breaks;
  return needs;
}

/** The names of the fields, for those who are told what somebody else changed. */
export const labelsIn = ({ text }: SpeechOf<'scheduling'>): Partial<Record<keyof ResourceForm, string>> => ({
  name: text('name'),
  type: text('type'),
  capacity: text('capacity'),
  location_id: text('location'),
  user_id: text('sign_in'),
  color: text('color'),
  is_active: text('active'),
  weekly_hours: text('weekly_hours'),
  weekly_breaks: text('breaks'),
});
