/** How Mantine's widgets look here: small, square-shouldered, and in the colours of tokens.css. */
import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Menu,
  Modal,
  NumberInput,
  PasswordInput,
  Popover,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e2f0f1',
  '#c9e3e6',
  '#9fced4',
  '#6fb5be',
  '#469ba6',
  '#24818d',
  '#0b6470',
  '#095863',
  '#084f59',
  '#063d45',
];

/** Mantine's dark greys, those of tokens.css. */
const slate: MantineColorsTuple = [
  '#e7ebee',
  '#b3bdc6',
  '#97a2ac',
  '#75818c',
  '#3f4a54',
  '#303942',
  '#222930',
  '#1b2126',
  '#14191d',
  '#0f1316',
];

/** What fades away is drawn again and again while something else is waited for. */
const AT_ONCE = { duration: 0 };

export const theme = createTheme({
  colors: { petrol, dark: slate },
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  fontFamily: 'var(--pl-font)',
  fontFamilyMonospace: 'var(--pl-font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '19px' },
  fontWeights: { medium: '500', bold: '600' },
  headings: { fontFamily: 'var(--pl-font)', fontWeight: '600' },
  defaultRadius: '4px',
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  shadows: {
    xs: 'none',
    sm: 'var(--pl-shadow)',
    md: 'var(--pl-shadow)',
    lg: 'var(--pl-shadow)',
    xl: 'var(--pl-shadow)',
  },
  cursorType: 'default',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Button: Button.extend({
      defaultProps: { size: 'xs' },
      // autoContrast reckons with the light theme's accent alone.
      vars: (_theme, { variant = 'filled', color }) => ({
        root: variant === 'filled' && color === undefined ? { '--button-color': 'var(--pl-accent-ink)' } : {},
      }),
    }),
    // Without the placeholder the first entry has the focus, and a menu holds nothing but entries.
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', withinPortal: true, withInitialFocusPlaceholder: false, transitionProps: AT_ONCE },
    }),
    Modal: Modal.extend({ defaultProps: { centered: true } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs', hideControls: true } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'xs' } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', withinPortal: true, transitionProps: AT_ONCE } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    Select: Select.extend({
      defaultProps: {
        size: 'xs',
        allowDeselect: false,
        checkIconPosition: 'right',
        comboboxProps: { transitionProps: AT_ONCE },
      },
    }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
  },
});

/** Mantine's surfaces, borders and text are ours, in both themes. */
const surfaces = {
  '--mantine-color-body': 'var(--pl-paper)',
  '--mantine-color-text': 'var(--pl-ink)',
  '--mantine-color-bright': 'var(--pl-ink)',
  '--mantine-color-dimmed': 'var(--pl-ink-faint)',
  '--mantine-color-placeholder': 'var(--pl-ink-faint)',
  '--mantine-color-anchor': 'var(--pl-accent)',
  '--mantine-color-error': 'var(--pl-error)',
  '--mantine-color-default': 'var(--pl-paper)',
  '--mantine-color-default-hover': 'var(--pl-hover)',
  '--mantine-color-default-color': 'var(--pl-ink)',
  '--mantine-color-default-border': 'var(--pl-hairline-strong)',
  '--mantine-color-gray-light-color': 'var(--pl-ink-soft)',
  '--mantine-color-gray-light-hover': 'var(--pl-hover)',
  '--mantine-primary-color-filled': 'var(--pl-accent)',
  '--mantine-primary-color-filled-hover': 'var(--pl-accent-hover)',
  '--mantine-primary-color-contrast': 'var(--pl-accent-ink)',
  '--mantine-color-petrol-filled': 'var(--pl-accent)',
  '--mantine-color-petrol-filled-hover': 'var(--pl-accent-hover)',
  '--mantine-color-petrol-light': 'var(--pl-accent-wash)',
  '--mantine-color-petrol-light-hover': 'var(--pl-accent-wash-strong)',
  '--mantine-color-petrol-light-color': 'var(--pl-accent)',
};

export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
