import type { IHookFunctions } from 'n8n-workflow';
import { productionUrlOf } from '../../../core/webhook/callbackUrl';
import { handOver } from './registrationApp';
import { log } from './registrationLog';
import { forgetReplaced, recallReplaced } from './registrationMemory';
import { appPlace, chosenPlace, type Place } from './registrationPlaces';
import { isOurs, type Plan } from './registrationPlan';
import { writeVerified } from './registrationWrite';

/**
 * Puts back what was in the place before. Without a memory of it, after a test run that did not end in order, that is the
 * production address, if it answers.
 */
async function putBack(context: IHookFunctions, { place, plan }: { place: Place; plan: Plan }): Promise<boolean> {
	const former = recallReplaced(context, place.key) ?? productionUrlOf(plan.callbackUrl) ?? '';
	if (former === '') return false;
	if ((await writeVerified(context, { place, url: former, plan })) === undefined) return true;
	const level = isOurs(plan, former) ? 'info' : 'warn';
	log(context, {
		level,
		message: `${former} was not put back as the callback of ${place.title}: Meta could not verify it. Either nothing answers there any more, or its verify token is not the one in the credential`,
	});
	return false;
}

/** An override made this trigger's address the app's callback, because there was none (see `ensureAppFields`). */
async function leaveApp(context: IHookFunctions, plan: Plan): Promise<void> {
	const place = appPlace(context, plan);
	if ((await place.read()) !== plan.callbackUrl) return;
	const production = productionUrlOf(plan.callbackUrl);
	if (production !== undefined && (await writeVerified(context, { place, url: production, plan })) === undefined) return;
	if (await handOver(context, plan)) return;
	if (production !== undefined) {
		await place.clear();
		return;
	}
	// Triggers of other accounts may rely on the app's fields, and cannot be seen from here.
	log(context, {
		level: 'info',
		message: `${plan.callbackUrl} stays the callback of ${place.title}, so that its webhook fields stay on for other numbers and accounts`,
	});
}

/** Takes the callback out of its place when it is this very one, and leaves everything else as it is. */
export async function removeOwn(context: IHookFunctions, plan: Plan): Promise<void> {
	const place = chosenPlace(context, plan);
	if ((await place.read()) === plan.callbackUrl && !(await putBack(context, { place, plan }))) {
		if (plan.level !== 'app' || !(await handOver(context, plan))) await place.clear();
	}
	if (plan.level !== 'app') await leaveApp(context, plan);
	forgetReplaced(context, place.key);
}
