import jsxA11y from 'eslint-plugin-jsx-a11y';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import tseslint from 'typescript-eslint';

const rooms = (room, ...forbidden) => ({
  files: [`${room}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: BROWSER_IMPORTS,
        patterns: forbidden.map(([group, message, allowTypeImports = false]) => ({
          group,
          message,
          allowTypeImports,
        })),
      },
    ],
  },
});

const BROWSER_IMPORTS = [
  { name: 'wxt/browser', message: 'Import utils/browser, the one file that knows where the API comes from.' },
  { name: 'webextension-polyfill', message: 'Import utils/browser instead.', allowTypeImports: true },
];

const IMPLEMENTATION_ROOMS = [
  '@/utils/accounting/*',
  '@/utils/manage/*',
  '@/utils/sync/*',
  '@/utils/storage/*',
  '@/utils/messaging/*',
  '@/utils/worker/*',
  '@/utils/services/*',
  '@/utils/settings-desk/*',
  '@/utils/invoice-search/*',
  '@/utils/http/*',
];

export default tseslint.config(
  { ignores: ['.output', '.wxt', '.artifacts', 'node_modules', 'sandbox/manage/page/client'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs'] } },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-imports': ['error', { paths: BROWSER_IMPORTS }],
      'no-restricted-globals': [
        'error',
        { name: 'chrome', message: 'Import utils/browser instead.' },
        { name: 'browser', message: 'Import utils/browser instead.' },
      ],
      'no-console': 'error',
    },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
  { files: ['utils/browser.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    files: ['components/**', 'entrypoints/**', 'utils/**'],
    plugins: { 'no-unsanitized': noUnsanitized },
    rules: { 'no-unsanitized/method': 'error', 'no-unsanitized/property': 'error' },
  },
  {
    // Nothing reads the time or chance on its own: the worker's composition and the entry points hand them in.
    files: ['components/**', 'utils/**'],
    ignores: ['utils/services/browser-platform.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the clock as an argument.' },
        { object: 'performance', property: 'now', message: 'Take the clock as an argument.' },
        { object: 'Math', property: 'random', message: 'Take chance as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Take the clock as an argument.',
        },
      ],
    },
  },
  rooms('utils/payments', [['@/*'], 'The domain imports nothing of the other rooms.']),
  rooms('components', [
    IMPLEMENTATION_ROOMS,
    'Views know the domain, and only the types of other rooms.',
    true,
  ]),
  rooms('utils/http', [
    IMPLEMENTATION_ROOMS.filter((room) => !room.includes('/http/')),
    'The HTTP client knows the domain only.',
  ]),
  rooms(
    'utils/accounting',
    [
      [
        '@/utils/manage/*',
        '@/utils/sync/*',
        '@/utils/messaging/*',
        '@/utils/worker/*',
        '@/utils/services/*',
        '@/utils/settings-desk/*',
        '@/utils/invoice-search/*',
      ],
      'A source knows the domain and HTTP.',
    ],
    [['@/utils/storage/*'], 'A source knows only the type of its settings.', true],
  ),
  rooms(
    'utils/manage',
    [
      [
        '@/utils/sync/*',
        '@/utils/messaging/*',
        '@/utils/worker/*',
        '@/utils/services/*',
        '@/utils/settings-desk/*',
        '@/utils/invoice-search/*',
      ],
      'The Manage room knows the domain and HTTP.',
    ],
    [['@/utils/storage/*', '@/utils/accounting/*'], 'Only types of other rooms.', true],
  ),
  rooms(
    'utils/sync',
    [
      [
        '@/utils/messaging/*',
        '@/utils/worker/*',
        '@/utils/services/*',
        '@/utils/settings-desk/*',
        '@/utils/invoice-search/*',
        '@/utils/http/*',
      ],
      'The sync knows interfaces only.',
    ],
    [
      ['@/utils/storage/*', '@/utils/accounting/*', '@/utils/manage/*'],
      'The sync knows interfaces only.',
      true,
    ],
  ),
  rooms(
    'utils/storage',
    [
      [
        '@/utils/manage/*',
        '@/utils/messaging/*',
        '@/utils/worker/*',
        '@/utils/services/*',
        '@/utils/settings-desk/*',
        '@/utils/invoice-search/*',
      ],
      'Storage knows what it stores.',
    ],
    [['@/utils/accounting/*', '@/utils/http/*'], 'Only types of other rooms.', true],
  ),
  rooms('utils/invoice-search', [
    IMPLEMENTATION_ROOMS.filter((room) => !room.includes('/invoice-search/')),
    'The page room knows the domain, and only types of other rooms.',
    true,
  ]),
  rooms('utils/services', [
    ['@/utils/worker/*', '@/utils/settings-desk/*', '@/utils/invoice-search/*', '@/utils/sync/*'],
    'What worker and pages share knows neither of them.',
  ]),
  rooms('utils/worker', [
    [
      '@/utils/settings-desk/*',
      '@/utils/accounting/checks',
      '@/utils/accounting/*/check*',
      '@/utils/manage/check*',
    ],
    'The worker loads nothing that only the settings need.',
  ]),
  rooms('utils/settings-desk', [
    ['@/utils/worker/*', '@/utils/invoice-search/*'],
    'The desk works in a page; what the worker does it asks for by a message.',
  ]),
  rooms('sandbox', [['@/*', '**/utils/*'], 'The sandbox must not share code with what it proves.']),
);
