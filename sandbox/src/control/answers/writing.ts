import { z } from 'zod';
import { mediaUrl, storeMedia } from '../../graph/mediaStore';
import { compact } from '../../json';
import { errorTitle } from '../../errors';
import { LIMITS } from '../../limits';
import { numberOf } from '../customer';
import { answerKind, common, send } from './kind';

const product = z.object({ catalogId: z.string(), retailerId: z.string() }).strict();

/** The customer writes. With `product` it is a question about one that the quoted message shows. */
export const text = answerKind(
	z.object({ ...common, text: z.string().min(1).max(LIMITS.inboundText), product: product.optional() }).strict(),
	(input) => {
		const { text: body, product: about } = input.body;
		const extraContext = about && {
			referred_product: { catalog_id: about.catalogId, product_retailer_id: about.retailerId },
		};
		return send(input, { type: 'text', content: { body }, extraContext });
	},
);

/** The customer sends a file. */
export const media = answerKind(
	z
		.object({
			...common,
			kind: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
			mimeType: z.string(),
			base64: z.string().base64(),
			filename: z.string().optional(),
			caption: z.string().optional(),
			voice: z.boolean().optional(),
		})
		.strict(),
	(input) => {
		const { context, customer, body } = input;
		const { kind, mimeType, base64, filename, caption, voice, phoneNumberId } = body;
		const { state } = context;
		const file = storeMedia({
			state,
			phoneNumberId: numberOf({ context, customer, asked: phoneNumberId }),
			bytes: Buffer.from(base64, 'base64'),
			mimeType,
			filename,
			life: LIMITS.media.receivedLife,
		});
		const content = compact({
			mime_type: mimeType,
			sha256: file.sha256.toString('base64'),
			id: file.id,
			url: mediaUrl({ state, media: file, origin: state.baseUrl }),
			caption,
			filename: kind === 'document' ? filename : undefined,
			voice: kind === 'audio' ? (voice ?? false) : undefined,
			animated: kind === 'sticker' ? false : undefined,
		});
		return send(input, { type: kind, content });
	},
);

/** Something that the Cloud API does not pass on: a poll for example, or (131052) a file over 100 MB. */
export const unsupported = answerKind(
	z.object({ ...common, kind: z.string().optional(), code: z.number().int().default(131051) }).strict(),
	(input) => {
		const { kind, code } = input.body;
		const title = errorTitle(code);
		const errors = [{ code, title, message: title, error_data: { details: title } }];
		return send(input, { type: 'unsupported', content: kind === undefined ? null : { type: kind }, errors });
	},
);
