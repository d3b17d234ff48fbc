import type { IDataObject } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { checkBoth, validOr } from '../../../../core/errors/together';
import { parseRecipient } from '../../../../core/phone/recipient';
import { checkGifFile } from '../../../../core/template/gif';
import type { TemplateMessage } from '../../../../core/template/message';
import { hasOneTimePassword } from '../../../../core/template/parts';
import { ROUTE_CHOICES, routesFor, type RouteChoice } from '../../../../core/template/route';
import { fitsGroup } from '../../../../core/template/toGroup';
import type { OperationContext } from '../../shared/operation';
import { textOf } from '../../shared/parameters';
import { postByRoute } from '../../transport/marketing';
import type { MediaSource } from '../../transport/media';
import { findInputFile } from '../../transport/media/inputFile';
import type { MessagePlan } from './sendMessage';
import { readTemplate, reportOf, type ChosenTemplate } from './template';

/** Meta sends one-time passwords to phone numbers only (131062, cloud-api 1.9). */
function refuseUserId({ n8n, itemIndex }: OperationContext, { definition, options }: ChosenTemplate): void {
	if (!hasOneTimePassword(definition)) return;
	const value: unknown = n8n.getNodeParameter('to', itemIndex);
	const defaultCountry = textOf(options.defaultCountry);
	const person = validOr(() => parseRecipient({ value, defaultCountry }), undefined);
	if (person?.kind !== 'userId') return;
	throw new InvalidInput([{ field: 'To', message: 'must be a phone number: one-time passwords go to no user ID' }]);
}

/** The file of a GIF header has a limit of its own, below that of other videos. */
async function checkGif(context: OperationContext, { files }: ChosenTemplate): Promise<void> {
	const gif = files.header_gif;
	const file = gif === undefined ? undefined : await findInputFile(context, gif.value);
	if (gif === undefined || file === undefined) return;
	checkGifFile({ field: gif.field, mimeType: file.mimeType, bytes: file.bytes });
}

function readRouteChoice({ sendMarketingThrough }: IDataObject): RouteChoice {
	const chosen = textOf(sendMarketingThrough) ?? 'cloudApi';
	const known = ROUTE_CHOICES.find((choice) => choice === chosen);
	if (known !== undefined) return known;
	const message = `"${chosen}" is none of ${ROUTE_CHOICES.join(', ')}`;
	throw new InvalidInput([{ field: 'Send Marketing Through', message }]);
}

function marketingSettings({ productPolicy, shareMessageActivity }: IDataObject): IDataObject {
	return {
		...(typeof productPolicy === 'string' && { product_policy: productPolicy }),
		...(typeof shareMessageActivity === 'boolean' && { message_activity_sharing: shareMessageActivity }),
	};
}

/** The plan for a template: made at once, so that it can be checked beside another message. */
interface TemplatePlan extends MessagePlan {
	build: (source?: MediaSource, sources?: Record<string, MediaSource>) => TemplateMessage;
}

/** How the template that the item's parameters choose is checked, made and sent. */
export async function templatePlan(context: OperationContext): Promise<TemplatePlan> {
	const chosen = await readTemplate(context);
	const { definition, options, files } = chosen;
	const routes = () => routesFor({ choice: readRouteChoice(options), definition });
	const [gif] = await Promise.allSettled([checkGif(context, chosen)]);
	const checkFacts = () => {
		if (gif.status === 'rejected') throw gif.reason;
		refuseUserId(context, chosen);
	};
	const check = () => checkBoth(checkFacts, routes);
	const isRouted = definition.category === 'MARKETING' && options.sendMarketingThrough !== undefined;
	return {
		to: fitsGroup(definition) ? 'anyone' : 'person',
		files,
		build: (_, media) => checkBoth(() => chosen.build(media), check),
		report: reportOf(chosen),
		...(isRouted && {
			post: async (where, outgoing) =>
				await postByRoute(where, outgoing, { ...routes(), marketing: marketingSettings(options) }),
		}),
	};
}
