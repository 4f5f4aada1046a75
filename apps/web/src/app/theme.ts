import {
  Button,
  createTheme,
  Input,
  Modal,
  NativeSelect,
  Radio,
  Table,
  Checkbox,
  ActionIcon,
} from '@mantine/core';

/** Fingers in the dark need 44 px. */
const touch = '44px';
const control = { styles: { input: { minHeight: touch } } };
const option = { size: 'md', styles: { body: { minHeight: touch, alignItems: 'center' } } };

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 'md',
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 44, variant: 'default' } }),
    Button: Button.extend({ styles: { root: { minHeight: touch } } }),
    Checkbox: Checkbox.extend({ defaultProps: option }),
    Input: Input.extend(control),
    Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close', size: 44 } } }),
    NativeSelect: NativeSelect.extend(control),
    Radio: Radio.extend({ defaultProps: option }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm' } }),
  },
});
