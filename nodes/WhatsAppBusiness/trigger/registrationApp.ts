import type { IHookFunctions } from 'n8n-workflow';
import { log } from './registrationLog';
import { isOurs, type Plan } from './registrationPlan';
import { appPlace } from './registrationPlaces';
import { writeVerified } from './registrationWrite';
import { appFieldsRefused, callbackNotVerified } from './refusals';
import { readSubscribedApp, readSubscription, subscribeApp, type Subscription } from './subscription';
import { readOverrides } from './subscriptionOverrides';

/** The callback of this trigger at another address: of a test run that n8n did not live to end, or before a move. */
function isStale(plan: Plan, url: string): boolean {
	return !plan.isTest && url !== plan.callbackUrl && isOurs(plan, url);
}

function isReady(plan: Plan, current: Subscription | undefined): boolean {
	if (current === undefined || current.callbackUrl === '' || !current.active) return false;
	return plan.fields.every((field) => current.fields.includes(field)) && !isStale(plan, current.callbackUrl);
}

/** Whether the app has the fields on and receives the account's events; overrides need both too (cloud-api 4.8). */
export async function isAppReady(context: IHookFunctions, plan: Plan): Promise<boolean> {
	if (!isReady(plan, await readSubscription(context, plan.credential))) return false;
	return (await readSubscribedApp(context, plan.credential)) !== undefined;
}

/** Makes the account send its events to the app. An override that is there stays. */
export async function ensureSubscribed(context: IHookFunctions, { credential }: Plan): Promise<void> {
	if ((await readSubscribedApp(context, credential)) === undefined) await subscribeApp(context, { credential });
}

/**
 * Turns the fields on for an override. The app's callback stays what it is; only when it has none, or a stale one of this
 * trigger, it becomes this trigger's, because Meta keeps no fields without a callback.
 *
 * @throws NodeApiError when Meta cannot verify the callback that is there
 */
export async function ensureAppFields(context: IHookFunctions, plan: Plan): Promise<void> {
	const current = await readSubscription(context, plan.credential);
	if (isReady(plan, current)) return;
	const found = current?.callbackUrl ?? '';
	const url = found === '' || isStale(plan, found) ? plan.callbackUrl : found;
	const place = appPlace(context, plan);
	const failed = await writeVerified(context, { place, url, plan });
	if (failed === undefined) return;
	if (url === plan.callbackUrl) throw callbackNotVerified(context, { callbackUrl: url, error: failed.refusal });
	const missing = plan.fields.filter((field) => !current?.fields.includes(field));
	throw appFieldsRefused(context, { appId: plan.credential.appId, callbackUrl: url, missing, error: failed.refusal });
}

/**
 * Gives the app's callback to a trigger whose override needs the app's fields, when this trigger leaves it.
 *
 * @returns false when no number and no account has a callback of its own
 */
export async function handOver(context: IHookFunctions, plan: Plan): Promise<boolean> {
	const heirs = (await readOverrides(context, plan.credential)).filter((url) => !isOurs(plan, url));
	const place = appPlace(context, plan);
	for (const url of heirs) {
		if ((await writeVerified(context, { place, url, plan })) === undefined) return true;
	}
	if (heirs.length === 0) return false;
	log(context, {
		level: 'warn',
		message: `the callback of the Meta app ${plan.credential.appId} still is ${plan.callbackUrl}, which no longer answers: ${heirs.join(', ')} need the app's fields, and none of them could be verified`,
	});
	return true;
}
