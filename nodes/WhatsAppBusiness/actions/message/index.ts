import type { Resource } from '../../shared/operation';
import { markAsRead } from './markAsRead.operation';
import { pinMessage } from './pinMessage.operation';
import { previewTemplate } from './previewTemplate.operation';
import { requestAddress } from './requestAddress.operation';
import { requestCallPermission } from './requestCallPermission.operation';
import { requestContactInfo } from './requestContactInfo.operation';
import { requestLocation } from './requestLocation.operation';
import { sendAndWait } from './sendAndWait.operation';
import { sendAndWaitForStatus } from './sendAndWaitForStatus.operation';
import { sendBest } from './sendBest.operation';
import { sendButtons } from './sendButtons.operation';
import { sendCallButton } from './sendCallButton.operation';
import { sendCatalog } from './sendCatalog.operation';
import { sendContacts } from './sendContacts.operation';
import { sendCtaUrl } from './sendCtaUrl.operation';
import { sendDirect } from './sendDirect.operation';
import { sendFlow } from './sendFlow.operation';
import { sendList } from './sendList.operation';
import { sendLocation } from './sendLocation.operation';
import { sendMedia } from './sendMedia.operation';
import { sendMediaCarousel } from './sendMediaCarousel.operation';
import { sendOrderDetails } from './sendOrderDetails.operation';
import { sendOrderStatus } from './sendOrderStatus.operation';
import { sendProduct } from './sendProduct.operation';
import { sendProductCarousel } from './sendProductCarousel.operation';
import { sendProductList } from './sendProductList.operation';
import { sendReaction } from './sendReaction.operation';
import { sendTemplate } from './sendTemplate.operation';
import { sendText } from './sendText.operation';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [
		markAsRead,
		pinMessage,
		previewTemplate,
		requestAddress,
		requestCallPermission,
		requestContactInfo,
		requestLocation,
		sendAndWait,
		sendAndWaitForStatus,
		sendBest,
		sendButtons,
		sendCallButton,
		sendCatalog,
		sendContacts,
		sendCtaUrl,
		sendDirect,
		sendFlow,
		sendList,
		sendLocation,
		sendMedia,
		sendMediaCarousel,
		sendOrderDetails,
		sendOrderStatus,
		sendProduct,
		sendProductCarousel,
		sendProductList,
		sendReaction,
		sendTemplate,
		sendText,
	],
	defaultOperation: 'sendTemplate',
};
