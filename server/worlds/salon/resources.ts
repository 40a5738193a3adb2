import { weekly, type WorldResource } from '../world.ts';

const location = 'court_street';

export const resources: WorldResource[] = [
  {
    key: 'maya',
    name: 'Maya Lopez',
    type: 'staff',
    color: '#7c3aed',
    location,
    person: 'staff',
    hours: [...weekly([1, 2, 4, 5], '09:00', '18:00'), ...weekly([6], '09:00', '17:00')],
    breaks: weekly([1, 2, 4, 5, 6], '12:30', '13:15'),
    time_off: [{ on: 4, start: '15:00', end: '18:00', reason: 'Dentist' }],
  },
  {
    key: 'kenji',
    name: 'Kenji Tanaka',
    type: 'staff',
    color: '#0284c7',
    location,
    hours: [...weekly([1, 2, 3, 4, 5], '11:00', '20:00'), ...weekly([7], '10:00', '16:00')],
    breaks: weekly([1, 2, 3, 4, 5], '15:00', '15:45'),
    overrides: [
      { on: { weekday: 4, from: 6 }, windows: [{ start: '09:00', end: '15:00' }], reason: 'Swaps shifts with Maya' },
    ],
  },
  {
    key: 'amara',
    name: 'Amara Okafor',
    type: 'staff',
    color: '#d97706',
    location,
    hours: [...weekly([2, 3, 4, 5], '10:00', '19:00'), ...weekly([6], '09:00', '18:00')],
    breaks: weekly([2, 3, 4, 5, 6], '13:30', '14:15'),
    time_off: [
      { on: { weekday: 2, from: 11 }, start: '00:00', end: '24:00', reason: 'Vacation' },
      { on: { weekday: 3, from: 12 }, start: '00:00', end: '24:00', reason: 'Vacation' },
    ],
  },
  {
    key: 'sofia',
    name: 'Sofia Lindqvist',
    type: 'staff',
    color: '#059669',
    location,
    hours: [
      ...weekly([1, 3, 4, 5], '09:00', '17:30'),
      ...weekly([6], '09:00', '16:00'),
      ...weekly([7], '10:00', '16:00'),
    ],
    breaks: weekly([1, 3, 4, 5], '12:00', '12:45'),
    each_week: [{ weekday: 5, start: '16:00', end: '17:30', reason: 'Orders and stock' }],
  },
  {
    key: 'priya',
    name: 'Priya Raman',
    type: 'staff',
    color: '#db2777',
    location,
    hours: [...weekly([1, 2, 3, 5], '10:30', '19:30'), ...weekly([6, 7], '10:00', '16:00')],
    breaks: weekly([1, 2, 3, 5], '14:15', '15:00'),
    overrides: [{ on: { weekday: 3, from: 8 }, windows: [], reason: 'Nail fair in Manhattan' }],
  },
  { key: 'rosewood', name: 'Rosewood room', type: 'room', color: '#9f1239', location },
  { key: 'linen', name: 'Linen room', type: 'room', color: '#a16207', location },
  { key: 'colour_bar', name: 'Color bar', type: 'equipment', color: '#4f46e5', location, capacity: 2 },
  { key: 'lamp', name: 'LED light therapy lamp', type: 'equipment', color: '#ca8a04', location },
];
