import type { Resource } from '../../shared/operation';
import { contactLink } from './contactLink.operation';
import { createQrCode } from './createQrCode.operation';
import { deleteQrCode } from './deleteQrCode.operation';
import { getManyQrCodes } from './getManyQrCodes.operation';
import { updateQrCode } from './updateQrCode.operation';

export const link: Resource = {
	value: 'link',
	name: 'Link and QR Code',
	operations: [contactLink, createQrCode, deleteQrCode, getManyQrCodes, updateQrCode],
	defaultOperation: 'contactLink',
};
