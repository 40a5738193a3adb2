import type { Resource } from '@smooth/contract/scheduling/resources.ts';
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

export function missing(form: ResourceForm): Record<string, string> {
  const needs: Record<string, string> = {};
  if (!form.name.trim()) needs['name'] = 'Write a name';
  if (!form.type) needs['type'] = 'Choose a type';
  if (form.capacity < 1) needs['capacity'] = 'Choose at least 1';
  const hours = form.has_own_hours
    ? (weekProblem(form.weekly_hours) ?? (form.weekly_hours.length === 0 ? 'Open at least one day' : null))
    : null;
  if (hours) needs['weekly_hours'] = hours;
  const breaks = weekProblem(form.weekly_breaks);
  if (breaks) needs['weekly_breaks'] = breaks;
  return needs;
}

export const labels: Partial<Record<keyof ResourceForm, string>> = {
  name: 'Name',
  type: 'Type',
  capacity: 'Capacity',
  location_id: 'Location',
  user_id: 'Sign-in',
  color: 'Colour',
  is_active: 'Active',
  weekly_hours: 'Weekly hours',
  weekly_breaks: 'Breaks',
};
