import { fileURLToPath } from 'node:url';
import { SUPPORTED_LOCALES } from '@wxt-dev/i18n/build';
import { defineConfig } from 'wxt';
import { licenses } from './scripts/licenses';
import { managedSchema, MANAGED_SCHEMA_FILE } from './scripts/managed-schema';
import { minifyAgain } from './scripts/minify-again';
import { norwegianFolders } from './scripts/norwegian-folders';
import { CLOUD_MATCHES } from './utils/manage/cloud-sites';

/**
 * The public half of a key made once for this product. It pins the extension's id in Chromium, so that
 * redirect addresses registered with an accounting system and settings made by policy stay valid wherever
 * the package is loaded from. The private half was never kept: the store signs with its own.
 */
const EXTENSION_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnQSW1KyT2KNj5XnnTREum9ao2Kb0z3bGVVmDtGRffAI1JbKo3wsP3tNQzmk6940NH4yzs3yOkogtK6lvhqicO2x4topmFd978+Ls/Gxig3/fbTMNpVCp54qxF7nCKQ0O0baHdSZsJ00Nr+9NAHX2FtKbD9Tx3JhHNtn7w1EDsc/B+xW67x9eLySbZN6R81SIMkHF6d8JG1WnHr35gkusRNcvQuZnXDU3aNvn4JI1onUzQz7HoN6cXIw37EHw34x7lolWH07WhuAddec/0zc9uYNV5Hke4ID2scQfqPrSr3qlePyun+TLKhkhId6GYzSnH5z3Wyv3Z+55v0pDTivkrQIDAQAB';

/**
 * What the extension's own pages and its worker may do: run, style and show what is in the package, and ask hosts.
 * Which hosts is a matter of permissions; plain http is for servers in the firm's own network.
 */
const CONTENT_SECURITY_POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': 'https: http:',
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** Text becomes markup or code nowhere. Firefox 140 does not know it and would complain in its console. */
const TRUSTED_TYPES: Readonly<Record<string, string>> = {
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

// The build would warn of it; `norwegianFolders` tells why it is right.
SUPPORTED_LOCALES.add('nb');

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

const UNUSED_BY_OFETCH = fileURLToPath(new URL('utils/http/unused-by-ofetch.ts', import.meta.url));

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { sourcemap: false },
    resolve: { alias: { destr: UNUSED_BY_OFETCH, ufo: UNUSED_BY_OFETCH } },
    plugins: [minifyAgain()],
  }),
  hooks: {
    'config:resolved': (wxt) => {
      // A shell or a test runner that says otherwise would get the views as they are for developers.
      if (wxt.config.command === 'build') process.env.NODE_ENV = 'production';
    },
    'build:publicAssets': (wxt, files) => {
      files.push(...norwegianFolders(files), {
        contents: licenses(wxt.config.root),
        relativeDest: 'licenses.txt',
      });
      // Firefox takes a policy as it is.
      if (wxt.config.browser === 'firefox') return;
      files.push({ contents: JSON.stringify(managedSchema(), null, 2), relativeDest: MANAGED_SCHEMA_FILE });
    },
  },
  zip: { excludeSources: ['.artifacts/**'] },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'identity', 'scripting', 'cookies'],
    optional_permissions: ['notifications'],
    action: { default_title: '__MSG_extension_name__' },
    host_permissions: CLOUD_MATCHES,
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // A development server injects styles and speaks to the pages by itself.
    ...(command === 'build' && {
      content_security_policy: {
        extension_pages: policy({
          ...CONTENT_SECURITY_POLICY,
          ...(browser === 'firefox' ? {} : TRUSTED_TYPES),
        }),
      },
    }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'payment-sync@connectwise-manage.extension',
              strict_min_version: '140.0',
              // Invoice numbers, amounts and dates travel between the two systems the user connects.
              data_collection_permissions: { required: ['financialAndPaymentInfo', 'authenticationInfo'] },
            },
          },
        }
      : {
          key: EXTENSION_KEY,
          minimum_chrome_version: '120',
          storage: { managed_schema: MANAGED_SCHEMA_FILE },
        }),
  }),
});
