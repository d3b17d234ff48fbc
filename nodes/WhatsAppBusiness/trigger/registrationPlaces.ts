import type { IHookFunctions } from 'n8n-workflow';
import type { Plan } from './registrationPlan';
import { readSubscribedApp, readSubscription, removeSubscription, subscribeApp, writeSubscription } from './subscription';
import { readPhoneOverride, writePhoneOverride } from './subscriptionOverrides';

/** Where Meta keeps one callback (cloud-api 4.8): a phone number, an account, an app. */
export interface Place {
	/** Stable name. */
	key: string;
	/** For the operator. */
	title: string;
	/** The callback that is there; empty when there is none. */
	read(): Promise<string>;
	/** Puts a callback there; Meta verifies it first. */
	write(callback: { url: string; verifyToken: string }): Promise<void>;
	/** Removes the callback. */
	clear(): Promise<void>;
}

/** The app's callback. Fields that are on stay on. */
export function appPlace(context: IHookFunctions, plan: Pick<Plan, 'credential' | 'fields'>): Place {
	const { credential } = plan;
	return {
		key: `app:${credential.appId}`,
		title: `The Meta app ${credential.appId}`,
		read: async () => (await readSubscription(context, credential))?.callbackUrl ?? '',
		write: async ({ url, verifyToken }) => {
			const current = await readSubscription(context, credential);
			const fields = [...new Set([...(current?.fields ?? []), ...plan.fields])];
			await writeSubscription(context, { credential, callbackUrl: url, verifyToken, fields });
		},
		clear: async () => await removeSubscription(context, credential),
	};
}

function wabaPlace(context: IHookFunctions, { credential }: Plan): Place {
	return {
		key: `waba:${credential.wabaId}`,
		title: `The WhatsApp Business Account ${credential.wabaId}`,
		read: async () => (await readSubscribedApp(context, credential))?.override ?? '',
		write: async (override) => await subscribeApp(context, { credential, override }),
		clear: async () => await subscribeApp(context, { credential }),
	};
}

function phoneNumberPlace(context: IHookFunctions, { phoneNumberId }: Plan): Place {
	return {
		key: `phoneNumber:${phoneNumberId}`,
		title: `The phone number ${phoneNumberId}`,
		read: async () => await readPhoneOverride(context, phoneNumberId),
		write: async (callback) => await writePhoneOverride(context, { phoneNumberId, ...callback }),
		clear: async () => await writePhoneOverride(context, { phoneNumberId, url: '' }),
	};
}

/** The place that the operator chose under Registration. */
export function chosenPlace(context: IHookFunctions, plan: Plan): Place {
	switch (plan.level) {
		case 'phoneNumber':
			return phoneNumberPlace(context, plan);
		case 'waba':
			return wabaPlace(context, plan);
		case 'app':
			return appPlace(context, plan);
	}
}
