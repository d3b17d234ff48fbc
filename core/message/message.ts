import type { InteractiveMessage } from './interactive';
import type { MediaMessage } from './media';
import type { TextMessage } from './text';
import type { TemplateMessage } from '../template/message';

/** What a builder returns: the type-specific part of the body of `POST /{phone-number-id}/messages`. */
export type OutboundMessage = TextMessage | MediaMessage | InteractiveMessage | TemplateMessage;
