import type { MantineColorsTuple } from '@mantine/core';

/** Ten shades each, from the lightest. */

export const neutral: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f4',
  '#e4e7ec',
  '#d3d8e0',
  '#aab2bf',
  '#7d8795',
  '#5b6472',
  '#434b57',
  '#2b313b',
  '#171b21',
];
export const dark: MantineColorsTuple = [
  '#d6dae1',
  '#b4bac5',
  '#969eab',
  '#6f7887',
  '#3a414d',
  '#262b34',
  '#191d24',
  '#14171c',
  '#101318',
  '#0d0f13',
];
export const indigo: MantineColorsTuple = [
  '#eef0ff',
  '#dfe3ff',
  '#c3c9fe',
  '#a3abfa',
  '#8389f3',
  '#6b6dea',
  '#5450dc',
  '#4740c4',
  '#3a359f',
  '#2f2d7d',
];

/** Buttons that end something: white can be read on shade 6. */
export const red: MantineColorsTuple = [
  '#fdecea',
  '#f9d5d2',
  '#f2b3ae',
  '#f2938c',
  '#e36b63',
  '#cd4339',
  '#b3261e',
  '#9c1f18',
  '#7f1a14',
  '#64140f',
];
