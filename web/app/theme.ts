import {
  createTheme,
  type CSSVariablesResolver,
  InputWrapper,
  DrawerCloseButton,
  DrawerHeader,
  Modal,
  ModalCloseButton,
  ModalHeader,
  ModalTitle,
  Notification,
  NumberInput,
  PasswordInput,
  Tooltip,
  mergeThemeOverrides,
  type MantineThemeOverride,
} from '@mantine/core';
import type { SpeechOf } from '../words/use-speech.tsx';
import { separatorOf } from './format.ts';
import { dark, indigo, neutral, red } from './palettes.ts';

/** Every measure and every meaning of a colour in the app; the rest names them as variables. */
const sizes = {
  's-1': '4px',
  's-2': '8px',
  's-3': '12px',
  's-4': '16px',
  's-5': '20px',
  's-6': '24px',
  's-8': '32px',
  's-12': '48px',
  hairline: '1px',
  ring: '2px',
  corner: '8px',
  'corner-small': '6px',
  sidebar: '232px',
  'sidebar-narrow': '60px',
  'top-bar': '52px',
  'acting-bar': '44px',
  'bottom-bar': '60px',
  panel: '420px',
  row: '40px',
  touch: '44px',
  dot: '8px',
  strip: '3px',
  column: '1180px',
  chart: '200px',
  form: '720px',
  measure: '68ch',
  'text-code': '0.92em',
  'text-caption': '12px',
  'text-table': '13px',
  'text-base': '14px',
  'text-section': '16px',
  'text-title': '20px',
  'text-number': '24px',
  'text-hero': 'clamp(32px, 5vw, 52px)',
  'text-lead': '18px',
  quick: '140ms',
};

const meanings = {
  light: {
    page: '#fbfbfc',
    surface: '#ffffff',
    sunken: '#f4f5f7',
    hover: '#f1f3f6',
    selected: '#eef0ff',
    line: '#e4e7ec',
    'line-strong': '#cfd5dd',
    text: '#171b21',
    soft: '#565f6d',
    faint: '#69727f',
    accent: '#5450dc',
    'accent-text': '#4740c4',
    'accent-soft': '#eef0ff',
    'on-accent': '#ffffff',
    green: '#1b7440',
    'green-soft': '#e6f5ec',
    amber: '#8a5300',
    'amber-soft': '#fdf1da',
    orange: '#9a4a00',
    'orange-soft': '#ffedd9',
    'orange-line': '#f5c796',
    red: '#b3261e',
    'red-soft': '#fdecea',
    blue: '#1a5fb4',
    'blue-soft': '#e7f0fb',
    quiet: '#565f6d',
    'quiet-soft': '#eff1f4',
    now: '#d92d20',
    'now-ground': '#b3261e',
    conflict: '#b3261e',
    closed: '#f7f8fa',
    hatch: '#e4e7ec',
    tint: '16%',
    'tint-past': '8%',
    'tint-hover': '24%',
    'chart-completed': '#36a269',
    'chart-ahead': '#8389f3',
    'chart-missed': '#e06258',
    'chart-cancelled': '#c9cfd8',
    'chart-track': '#eff1f4',
    shadow: '0 12px 32px rgb(23 27 33 / 12%), 0 2px 6px rgb(23 27 33 / 6%)',
    bar: '#f7f8fa',
    'bar-text': '#434b57',
    'bar-strong': '#171b21',
    'bar-hover': '#ebedf1',
    'bar-line': '#e4e7ec',
  },
  dark: {
    page: '#0d0f13',
    surface: '#14171c',
    sunken: '#1b1f26',
    hover: '#1b1f26',
    selected: '#22254a',
    line: '#272c35',
    'line-strong': '#3a414d',
    text: '#e8eaee',
    soft: '#a5adba',
    faint: '#8e97a5',
    accent: '#6b6dea',
    'accent-text': '#a3abfa',
    'accent-soft': '#22254a',
    'on-accent': '#ffffff',
    green: '#7fcf9f',
    'green-soft': '#15301f',
    amber: '#e2b366',
    'amber-soft': '#33260f',
    orange: '#f2b27a',
    'orange-soft': '#3a2410',
    'orange-line': '#5c3a17',
    red: '#f2938c',
    'red-soft': '#3a1a18',
    blue: '#8ab8ee',
    'blue-soft': '#14283f',
    quiet: '#a5adba',
    'quiet-soft': '#22262e',
    now: '#f2938c',
    'now-ground': '#b3261e',
    conflict: '#b3261e',
    closed: '#101318',
    hatch: '#22262e',
    tint: '30%',
    'tint-past': '14%',
    'tint-hover': '40%',
    'chart-completed': '#4fae7b',
    'chart-ahead': '#7478ea',
    'chart-missed': '#d5756d',
    'chart-cancelled': '#4a5260',
    'chart-track': '#22262e',
    shadow: '0 0 0 1px #272c35, 0 16px 40px rgb(0 0 0 / 60%)',
    bar: '#101318',
    'bar-text': '#a5adba',
    'bar-strong': '#e8eaee',
    'bar-hover': '#1b1f26',
    'bar-line': '#22262e',
  },
};

/** The platform's sidebar is dark in both schemes, so that nobody mistakes where they are. */
const platformBar = {
  'platform-bar': '#14152b',
  'platform-text': '#b4b8dc',
  'platform-strong': '#ffffff',
  'platform-hover': '#23254a',
};

/** What a service or resource may look like; chosen apart enough to be told from each other. */
export const palette = [
  '#5450dc',
  '#0e7490',
  '#15803d',
  '#a16207',
  '#c2410c',
  '#be123c',
  '#a21caf',
  '#6d28d9',
  '#1d4ed8',
  '#475569',
];

/** Writing on a ground that is not known beforehand: the one of the two that reads better. */
export const inks = ['#ffffff', '#0b0d10'] as const;

const named = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, value]));

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { ...named(sizes), ...named(platformBar) },
  light: { ...named(meanings.light), ...mantineMeanings(meanings.light) },
  dark: { ...named(meanings.dark), ...mantineMeanings(meanings.dark) },
});

/** Mantine's own variables follow ours. */
const mantineMeanings = (meaning: typeof meanings.light) => ({
  '--mantine-color-body': meaning.page,
  '--mantine-color-text': meaning.text,
  '--mantine-color-dimmed': meaning.soft,
  '--mantine-color-error': meaning.red,
  '--mantine-color-placeholder': meaning.faint,
  '--mantine-color-anchor': meaning['accent-text'],
  '--mantine-color-default': meaning.surface,
  '--mantine-color-default-hover': meaning.hover,
  '--mantine-color-default-border': meaning['line-strong'],
});

const font = "'Inter Variable', system-ui, sans-serif";

const theme: MantineThemeOverride = createTheme({
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '600' },
  primaryColor: 'indigo',
  primaryShade: { light: 6, dark: 6 },
  colors: { indigo, red, gray: neutral, dark },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', transitionProps: { duration: 140 } } }),
    ModalTitle: ModalTitle.extend({ defaultProps: { fw: 600 } }),
    // A dialog has no banner of its own.
    ModalHeader: ModalHeader.extend({ defaultProps: { role: 'presentation' } }),
    DrawerHeader: DrawerHeader.extend({ defaultProps: { role: 'presentation' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: false } }),
  },
});

/** The theme with the names, in a language, of what Mantine draws by itself. */
export function themeIn({ text }: SpeechOf<'app'>, locale: string): MantineThemeOverride {
  const close = { defaultProps: { 'aria-label': text('close') } };
  return mergeThemeOverrides(theme, {
    components: {
      ModalCloseButton: ModalCloseButton.extend(close),
      DrawerCloseButton: DrawerCloseButton.extend(close),
      Notification: Notification.extend({ defaultProps: { closeButtonProps: close.defaultProps } }),
      NumberInput: NumberInput.extend({
        defaultProps: { hideControls: true, decimalSeparator: separatorOf(locale, 'decimal') },
      }),
      PasswordInput: PasswordInput.extend({
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': text('show_password') } },
      }),
    },
  });
}
