import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol } from './protocol';

/** Sends and receives the messages of {@link Protocol}. Receivers check payload and sender themselves. */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
