import type { Journey } from './journey';
import { metaTells } from './metaEvents';
import type { Stage } from './stage';

const FILE = 'health-alerts';
const TEMPLATE = { message_template_name: 'cod_confirm_order' };

async function paused(stage: Stage): Promise<void> {
	await metaTells(stage, { shape: 'message_template_status_update_paused', more: TEMPLATE });
}

/** Templates, numbers and the account: each alert once, good news after bad only, in Slack and by mail. */
export const healthAlerts: Journey = {
	folder: FILE,
	file: FILE,
	hasOwnPicture: true,
	begin: paused,
	async play(stage) {
		const { slack, mail } = stage.world;
		const told = () => slack.messages.filter(({ channel }) => channel === '#whatsapp-health').map(({ text }) => text);
		await metaTells(stage, { shape: 'message_template_status_update_approved', more: TEMPLATE });
		expect(told()).toEqual([]);
		await paused(stage);
		await stage.restartOnce();
		await paused(stage);
		expect(told()).toEqual([expect.stringMatching(/^\*Urgent\.\* Template cod_confirm_order \(en_US\) is paused: .*3 hours.*\n\*What to do:\* Journeys that use it send nothing/)]);
		await metaTells(stage, { shape: 'message_template_status_update_approved', more: TEMPLATE });
		await metaTells(stage, { shape: 'message_template_status_update_rejected' });
		await metaTells(stage, { shape: 'template_category_update_pending' });
		await metaTells(stage, { shape: 'message_template_quality_update' });
		await metaTells(stage, { shape: 'phone_number_quality_update', more: { event: 'FLAGGED' } });
		await metaTells(stage, { shape: 'phone_number_quality_update', more: { event: 'UNFLAGGED' } });
		await metaTells(stage, { shape: 'account_alerts' });
		await metaTells(stage, { shape: 'account_update_account_restriction' });
		await metaTells(stage, { shape: 'account_update_volume_tier' });
		expect(told().slice(1)).toEqual(
			[
				/^Template cod_confirm_order \(en_US\) can be sent again/,
				/order_shipped_v2 \(en_US\) was rejected: invalid format. Two variables touch.*\n.*Put words between variables/,
				/will move template order_shipped_v2 \(en_US\) to the category MARKETING on 2026-11-07/,
				/quality of template order_shipped_v2 \(en_US\) went from GREEN to YELLOW/,
				/^\*Urgent\.\* The quality of number \+15550100200 is low/,
				/The quality of number \+15550100200 is good again/,
				/alert for the account: Limit increase was deferred/,
				/account is restricted: restricted biz initiated messaging, until 2026-11-13/,
			].map((pattern) => expect.stringMatching(pattern) as unknown),
		);
		const mails = mail.mails.filter(({ source }) => source.includes('What to do:'));
		expect(mails).toHaveLength(told().length);
		expect(mails[0]?.source).toContain('Subject: Urgent: WhatsApp: Template cod_confirm_order');
	},
};
