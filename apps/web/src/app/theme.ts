import {
  Button,
  createTheme,
  Drawer,
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

const dialog = {
  closeButtonProps: { 'aria-label': 'Close', size: 44 },
  // Beside the page's banner a dialog's header is no second one.
  attributes: { header: { role: 'presentation' } },
};

/** Greys that grow out of true black; borders of controls stand out from it by 3:1. */
const night = [
  '#e6e8eb',
  '#c1c7cd',
  '#a3a9b1',
  '#8b929b',
  '#6b747f',
  '#2a3038',
  '#12161a',
  '#000000',
  '#0b0d10',
  '#000000',
] as const;

export const theme = createTheme({
  primaryColor: 'blue',
  colors: { dark: night },
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 'md',
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 44, variant: 'default' } }),
    Button: Button.extend({ styles: { root: { minHeight: touch } } }),
    Drawer: Drawer.extend({ defaultProps: dialog, styles: { title: { fontWeight: 700 } } }),
    Checkbox: Checkbox.extend({ defaultProps: option }),
    Input: Input.extend(control),
    Modal: Modal.extend({
      defaultProps: dialog,
      styles: { content: { border: '1px solid var(--line)' }, title: { fontWeight: 700 } },
    }),
    NativeSelect: NativeSelect.extend(control),
    Radio: Radio.extend({ defaultProps: option }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm' } }),
  },
});
