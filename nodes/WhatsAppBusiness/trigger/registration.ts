import type { IHookFunctions } from 'n8n-workflow';
import { checkFilters } from './filterCheck';
import { ensureAppFields, ensureSubscribed, isAppReady } from './registrationApp';
import { log } from './registrationLog';
import { rememberReplaced } from './registrationMemory';
import { chosenPlace, type Place } from './registrationPlaces';
import { isOurs, readPlace, readPlan, type Plan } from './registrationPlan';
import { oneAtATime } from './registrationQueue';
import { removeOwn } from './registrationRemove';
import { writeVerified } from './registrationWrite';
import { callbackNotVerified, foreignCallback, notToBePutBack } from './refusals';
import { isRegisteredByHand } from './settings';

function queueOf({ credential }: Plan): string {
	return `${credential.baseUrl} ${credential.appId}`;
}

/**
 * Whether everything is registered already. Nothing is left to do for a callback that is entered by hand. n8n asks this first
 * whenever a workflow is published or tested.
 *
 * @throws NodeOperationError when a filter, the credential, the events or the URL will not do
 */
export async function checkExists(this: IHookFunctions): Promise<boolean> {
	checkFilters(this);
	if (isRegisteredByHand(this)) return true;
	const plan = await readPlan(this);
	return await oneAtATime(queueOf(plan), async () => {
		if ((await chosenPlace(this, plan).read()) !== plan.callbackUrl) return false;
		return await isAppReady(this, plan);
	});
}

/**
 * Registers the callback in the chosen place and the app with the account. Fields that are on stay on. May be repeated at
 * any point: n8n tries a publication up to five times.
 *
 * @throws NodeOperationError when the credential, the events or the URL will not do, or the place belongs to something else
 * @throws NodeApiError when Meta refuses
 */
export async function create(this: IHookFunctions): Promise<boolean> {
	if (isRegisteredByHand(this)) return true;
	const plan = await readPlan(this);
	return await oneAtATime(queueOf(plan), async () => {
		const place = chosenPlace(this, plan);
		const found = await place.read();
		await checkOwner(this, { plan, place, found });
		if (plan.level !== 'app') await ensureAppFields(this, plan);
		await ensureSubscribed(this, plan);
		remember(this, { plan, place, found });
		if (found === plan.callbackUrl && (await isAppReady(this, plan))) return true;
		const failed = await writeVerified(this, { place, url: plan.callbackUrl, plan });
		if (failed !== undefined) {
			throw callbackNotVerified(this, { callbackUrl: plan.callbackUrl, error: failed.refusal });
		}
		return true;
	});
}

/**
 * Takes back what `create` did, and nothing else: the callback goes only when it is this very one, and what it replaced
 * comes back; after a test run in the editor that is production's. The app stays subscribed to the account, others may rely
 * on it.
 */
export async function remove(this: IHookFunctions): Promise<boolean> {
	if (isRegisteredByHand(this)) return true;
	try {
		const plan = await readPlace(this);
		await oneAtATime(queueOf(plan), async () => await removeOwn(this, plan));
		return true;
	} catch (error) {
		// A revoked token must not keep the operator from unpublishing the workflow.
		const reason = error instanceof Error ? error.message : String(error);
		log(this, { level: 'warn', message: `the webhook could not be removed from Meta. ${reason}` });
		return false;
	}
}

interface Found {
	plan: Plan;
	place: Place;
	/** The callback that is in the place. */
	found: string;
}

/** Throws when the place is somebody else's: unless it may be taken over and, for a test run, given back. */
async function checkOwner(context: IHookFunctions, { plan, place, found }: Found): Promise<void> {
	if (found === '' || isOurs(plan, found)) return;
	const foreign = { level: plan.level, title: place.title, callbackUrl: found, own: plan.callbackUrl };
	if (!plan.takeOver) throw foreignCallback(context, foreign);
	if (!plan.isTest) return;
	// Written as it is: Meta verifies it, as it will when the test run gives it back.
	if ((await writeVerified(context, { place, url: found, plan })) !== undefined) {
		throw notToBePutBack(context, foreign);
	}
}

/**
 * Keeps what the place held before. Of an address of this trigger itself only the production one is worth it, in a test
 * run; every other is of a test run that n8n did not live to end.
 */
function remember(context: IHookFunctions, { plan, place, found }: Found): void {
	const worthwhile = plan.isTest ? found !== plan.callbackUrl : !isOurs(plan, found);
	if (worthwhile) rememberReplaced(context, { place: place.key, url: found });
}
