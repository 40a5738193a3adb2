import { ColorInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { palette } from '../app/theme.ts';

interface ColorChoice {
  label: string;
  value: string;
  onChange: (color: string) => void;
  error?: ReactNode;
  placeholder?: string;
}

export const ColorChoice = (props: ColorChoice) => (
  <ColorInput format="hex" swatches={palette} swatchesPerRow={10} withEyeDropper={false} {...props} />
);
