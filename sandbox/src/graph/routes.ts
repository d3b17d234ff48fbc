import type { State } from '../state';
import type { Access } from './auth';
import { blockUsers, listBlockedUsers, unblockUsers } from './blockUsers';
import type { Handler } from './call';
import { deleteMedia, downloadMedia, getMedia, uploadMedia } from './media';
import { postMarketingMessage, postMessage } from './messages';
import { getApp, getPhoneNumber, getWaba, listPhoneNumbers } from './nodes';
import { updatePhoneNumber } from './phoneNumbers';
import { deleteQrCode, getQrCode, listQrCodes, qrImage, writeQrCode } from './qrCodes';
import { addSubscribedApp, listSubscribedApps, removeSubscribedApp } from './subscribedApps';
import { listSubscriptions, subscribe, unsubscribe } from './subscriptions';
import { editTemplate } from './templateEdit';
import { createTemplate, deleteTemplates, getTemplate, listTemplates } from './templates';
import { debugToken, getAppToken } from './tokens';
import { continueUpload, getUpload, startUpload } from './uploads';

/** What the first part of a Graph path stands for. */
export type NodeKind =
	| 'app'
	| 'debug_token'
	| 'file'
	| 'media'
	| 'oauth'
	| 'phoneNumber'
	| 'template'
	| 'upload'
	| 'waba';

/** One endpoint: method, node, edge (empty for the node itself), and who may call it. */
export interface Route {
	method: 'GET' | 'POST' | 'DELETE';
	node: NodeKind;
	edge: string;
	/** Whether one more part of the path names an entry of the edge. */
	entry?: boolean;
	access: Access;
	handle: Handler;
}

const messaging: Access = 'whatsapp_business_messaging';
const management: Access = 'whatsapp_business_management';

/** Every endpoint of the Graph part. */
export const ROUTES: readonly Route[] = [
	{ method: 'POST', node: 'phoneNumber', edge: 'messages', access: messaging, handle: postMessage },
	{ method: 'POST', node: 'phoneNumber', edge: 'marketing_messages', access: messaging, handle: postMarketingMessage },
	{ method: 'GET', node: 'phoneNumber', edge: 'block_users', access: messaging, handle: listBlockedUsers },
	{ method: 'POST', node: 'phoneNumber', edge: 'block_users', access: messaging, handle: blockUsers },
	{ method: 'DELETE', node: 'phoneNumber', edge: 'block_users', access: messaging, handle: unblockUsers },
	{ method: 'POST', node: 'phoneNumber', edge: 'media', access: messaging, handle: uploadMedia },
	{ method: 'GET', node: 'phoneNumber', edge: '', access: management, handle: getPhoneNumber },
	{ method: 'POST', node: 'phoneNumber', edge: '', access: management, handle: updatePhoneNumber },
	{ method: 'GET', node: 'phoneNumber', edge: 'message_qrdls', access: management, handle: listQrCodes },
	{ method: 'POST', node: 'phoneNumber', edge: 'message_qrdls', access: management, handle: writeQrCode },
	{ method: 'GET', node: 'phoneNumber', edge: 'message_qrdls', entry: true, access: management, handle: getQrCode },
	{ method: 'DELETE', node: 'phoneNumber', edge: 'message_qrdls', entry: true, access: management, handle: deleteQrCode },
	{ method: 'GET', node: 'phoneNumber', edge: 'qr_image', access: 'none', handle: qrImage },
	{ method: 'GET', node: 'media', edge: '', access: messaging, handle: getMedia },
	{ method: 'DELETE', node: 'media', edge: '', access: messaging, handle: deleteMedia },
	{ method: 'GET', node: 'file', edge: '', access: messaging, handle: downloadMedia },
	{ method: 'GET', node: 'waba', edge: '', access: management, handle: getWaba },
	{ method: 'GET', node: 'waba', edge: 'phone_numbers', access: management, handle: listPhoneNumbers },
	{ method: 'GET', node: 'waba', edge: 'message_templates', access: management, handle: listTemplates },
	{ method: 'POST', node: 'waba', edge: 'message_templates', access: management, handle: createTemplate },
	{ method: 'DELETE', node: 'waba', edge: 'message_templates', access: management, handle: deleteTemplates },
	{ method: 'GET', node: 'waba', edge: 'subscribed_apps', access: management, handle: listSubscribedApps },
	{ method: 'POST', node: 'waba', edge: 'subscribed_apps', access: management, handle: addSubscribedApp },
	{ method: 'DELETE', node: 'waba', edge: 'subscribed_apps', access: management, handle: removeSubscribedApp },
	{ method: 'GET', node: 'template', edge: '', access: management, handle: getTemplate },
	{ method: 'POST', node: 'template', edge: '', access: management, handle: editTemplate },
	{ method: 'GET', node: 'app', edge: '', access: 'any', handle: getApp },
	{ method: 'GET', node: 'app', edge: 'subscriptions', access: 'app', handle: listSubscriptions },
	{ method: 'POST', node: 'app', edge: 'subscriptions', access: 'app', handle: subscribe },
	{ method: 'DELETE', node: 'app', edge: 'subscriptions', access: 'app', handle: unsubscribe },
	{ method: 'POST', node: 'app', edge: 'uploads', access: 'any', handle: startUpload },
	{ method: 'GET', node: 'upload', edge: '', access: 'any', handle: getUpload },
	{ method: 'POST', node: 'upload', edge: '', access: 'any', handle: continueUpload },
	{ method: 'GET', node: 'debug_token', edge: '', access: 'any', handle: debugToken },
	{ method: 'GET', node: 'oauth', edge: 'access_token', access: 'none', handle: getAppToken },
	{ method: 'POST', node: 'oauth', edge: 'access_token', access: 'none', handle: getAppToken },
];

/** What a path's first part names, or `undefined` for an ID that nobody has. */
export function nodeKind(state: State, id: string): NodeKind | undefined {
	if (id === 'debug_token' || id === 'oauth') return id;
	if (id === state.seed.wabaId) return 'waba';
	if (id === state.seed.appId) return 'app';
	if (state.seed.phoneNumbers.some((number) => number.id === id)) return 'phoneNumber';
	if (state.templates.has(id)) return 'template';
	if (state.uploads.has(id)) return 'upload';
	return state.media.has(id) ? 'media' : undefined;
}
