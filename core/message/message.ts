import type { CallButtonMessage } from './callButton';
import type { CatalogMessage } from './catalog';
import type { ContactsMessage } from './contacts/build';
import type { DirectMessage } from './directSend';
import type { FlowMessage } from './flow';
import type { InteractiveMessage } from './interactive';
import type { LocationMessage } from './location';
import type { MediaMessage } from './media';
import type { MediaCarouselMessage } from './mediaCarousel';
import type { OrderDetailsMessage } from './order/details';
import type { OrderStatusMessage } from './order/status';
import type { PinMessage } from './pin';
import type { ProductMessage } from './product';
import type { ProductCarouselMessage } from './productCarousel';
import type { ProductListMessage } from './productList';
import type { ReactionMessage } from './reaction';
import type { AddressRequestMessage } from './requestAddress';
import type { CallPermissionRequestMessage } from './requestCallPermission';
import type { ContactInfoRequestMessage } from './requestContactInfo';
import type { LocationRequestMessage } from './requestLocation';
import type { TextMessage } from './text';
import type { TemplateMessage } from '../template/message';

/** What a builder returns: the type-specific part of the body of `POST /{phone-number-id}/messages`. */
export type OutboundMessage =
	| TextMessage
	| MediaMessage
	| LocationMessage
	| ContactsMessage
	| ReactionMessage
	| InteractiveMessage
	| FlowMessage
	| LocationRequestMessage
	| AddressRequestMessage
	| ContactInfoRequestMessage
	| CallButtonMessage
	| CallPermissionRequestMessage
	| ProductMessage
	| ProductListMessage
	| CatalogMessage
	| MediaCarouselMessage
	| ProductCarouselMessage
	| OrderDetailsMessage
	| OrderStatusMessage
	| TemplateMessage
	| DirectMessage
	| PinMessage;
