import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { buildEnvelope } from '../../../core/message/envelope';
import { buildText } from '../../../core/message/text';
import { parseRecipient } from '../../../core/phone/recipient';
import { graphRequest } from '../transport/graph';
import { downloadMedia } from '../transport/media';
import type { ReplyTools } from './takeReply';
import type { QuestionFacts } from './waitState';

/** Speaks and fetches for a waiting node, in the place where its answer arrives. */
export function replyTools(n8n: IWebhookFunctions, question: QuestionFacts): ReplyTools {
	return {
		async say(text, quoted) {
			const body = buildEnvelope({
				recipient: parseRecipient({ value: question.to }),
				message: buildText({ body: text }),
				contextMessageId: quoted,
			});
			const path = `/${encodeURIComponent(question.phoneNumberId)}/messages`;
			await graphRequest(n8n, { method: 'POST', path, body: body as IDataObject & typeof body });
		},
		async download({ mediaId, media }) {
			if (mediaId === undefined) return {};
			const fileName = media?.filename;
			const fetching = downloadMedia(n8n, { mediaId, ...(fileName !== undefined && { fileName }) });
			return await fetching.then(
				({ binary }) => ({ binary: { data: binary } }),
				(error: unknown) => ({ mediaError: error instanceof Error ? error.message : String(error) }),
			);
		},
	};
}
