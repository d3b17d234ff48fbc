import { NodeApiError, sleep, type IHookFunctions, type JsonObject } from 'n8n-workflow';
import { webhookIdOf } from '../../../core/webhook/callbackUrl';
import { deriveVerifyToken } from '../../../core/webhook/signature';
import type { Place } from './registrationPlaces';
import { isOurs, type Plan } from './registrationPlan';
import { isCallbackNotVerified } from './refusals';

/** A proxy that has just been told of a new address may need a moment. */
const PAUSE_MS = 1000;

/**
 * The verify tokens to which a callback may answer: of a trigger of this app it can be told, of anything else the
 * operator may have put it into the credential.
 */
function verifyTokensOf(url: string, plan: Plan): string[] {
	const { appSecret, verifyToken } = plan.credential;
	if (isOurs(plan, url)) return [deriveVerifyToken({ appSecret, webhookId: plan.webhookId })];
	const webhookId = webhookIdOf(url);
	const derived = webhookId === undefined ? '' : deriveVerifyToken({ appSecret, webhookId });
	return [derived, verifyToken].filter((token) => token !== '');
}

/**
 * Puts a callback into a place. When Meta could not verify it, it is tried once more after a moment.
 *
 * @returns undefined, or Meta's refusal (#2200) when the callback could not be verified
 * @throws NodeApiError when Meta refuses for another reason or cannot be reached
 */
export async function writeVerified(
	context: IHookFunctions,
	write: { place: Place; url: string; plan: Plan },
): Promise<{ refusal: unknown } | undefined> {
	const tokens = verifyTokensOf(write.url, write.plan);
	let refusal: unknown;
	for (const round of [1, 2]) {
		if (round > 1) await sleep(PAUSE_MS);
		for (const verifyToken of tokens) {
			try {
				await write.place.write({ url: write.url, verifyToken });
				return undefined;
			} catch (error) {
				if (!isCallbackNotVerified(error)) throw new NodeApiError(context.getNode(), error as JsonObject);
				refusal = error;
			}
		}
	}
	return { refusal };
}
