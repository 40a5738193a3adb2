import { ColorInput } from '@mantine/core';
import { palette } from '../app/theme.ts';

interface ColorChoice {
  label: string;
  value: string;
  onChange: (color: string) => void;
}

export const ColorChoice = ({ label, value, onChange }: ColorChoice) => (
  <ColorInput
    label={label}
    format="hex"
    swatches={palette}
    swatchesPerRow={10}
    withEyeDropper={false}
    value={value}
    onChange={onChange}
  />
);
