import type { INodeParameters, ResourceMapperFields } from 'n8n-workflow';
import { WhatsAppBusiness } from '../../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { callMethod } from '../../harness/engine';
import { useSandbox } from '../setup';
import { greeting, invoice, sale, shipped, withButton } from '../templates';

const bench = useSandbox();

async function fieldsOf(template: INodeParameters): Promise<ResourceMapperFields> {
	return await callMethod({
		node: new WhatsAppBusiness(),
		credential: bench.credential(),
		group: 'resourceMapping',
		name: 'getTemplateVariables',
		path: 'parameters.templateVariables',
		parameters: { resource: 'message', operation: 'sendTemplate', template },
	});
}

const fromList = (value: string): INodeParameters => ({ __rl: true, mode: 'list', value });

function shape({ fields }: ResourceMapperFields) {
	return fields.map(({ id, displayName, required, type, display }) => ({ id, displayName, required, type, display }));
}

beforeEach(async () => {
	await bench.template(shipped);
	await bench.template(invoice);
	await bench.template(greeting());
});

describe('getTemplateVariables', () => {
	test('gives the variables in reading order, labelled with the text around them', async () => {
		const common = { type: 'string', display: true };
		expect(shape(await fieldsOf(fromList('order_shipped|en_US')))).toEqual([
			{ ...common, id: 'header_1', displayName: 'Header {{1}}: "Order ▢" (e.g. #1001)', required: true },
			{ ...common, id: 'body_1', displayName: 'Body {{1}}: "Hi ▢, your order is on its way…" (e.g. Ana)', required: true },
			{ ...common, id: 'body_2', displayName: 'Body {{2}}: "…its way with ▢. Follow it…" (e.g. DHL)', required: true },
			{
				...common,
				id: 'button_0_url',
				displayName: 'Button 1 "Track parcel" URL Ending (e.g. JD01)',
				required: true,
			},
			{ ...common, id: 'button_1_payload', displayName: 'Button 2 "Stop updates" Payload (optional)', required: false },
		]);
	});

	test('gives a file and named variables their own fields', async () => {
		const { fields } = await fieldsOf(fromList('order_invoice|en_US'));
		expect(fields.map(({ id, required }) => [id, required])).toEqual([
			['header_document', true],
			['header_document_filename', false],
			['body_first_name', true],
			['body_order_number', true],
		]);
		expect(fields[0]?.displayName).toContain('link, media ID or binary field');
	});

	test('gives dates, numbers and JSON an input of their own, and keeps what few need for the list of more', async () => {
		await bench.template(sale);
		await bench.template(withButton('rate_us', { type: 'FLOW', text: 'Rate us', flow_id: '1' }));
		await bench.template(withButton('call_us', { type: 'VOICE_CALL', text: 'Call us' }));
		const types = async (template: string) =>
			(await fieldsOf(fromList(template))).fields.map(({ id, type, removed }) => [id, type, removed]);
		expect(await types('spring_sale|en_US')).toEqual([
			['limited_time_offer_end', 'dateTime', undefined],
			['button_0_code', 'string', undefined],
		]);
		expect(await types('rate_us|en_US')).toEqual([
			['button_0_flow_token', 'string', undefined],
			['button_0_flow_data', 'object', true],
		]);
		expect(await types('call_us|en_US')).toEqual([
			['button_0_ttl_minutes', 'number', true],
			['button_0_payload', 'string', true],
		]);
	});

	test('says that there is nothing to fill in', async () => {
		const mapping = await fieldsOf(fromList('greeting|en_US'));
		expect(mapping).toEqual({ fields: [], emptyFieldsNotice: 'This template has nothing to fill in.' });
	});

	test.each([
		['nothing chosen', fromList('')],
		['an expression that cannot be resolved yet', { __rl: true, mode: 'name', value: '={{ $json.template }}' }],
	])('asks for a template with %s', async (_case, template) => {
		const mapping = await fieldsOf(template);
		expect(mapping.fields).toEqual([]);
		expect(mapping.emptyFieldsNotice).toContain('Choose a template from the list');
	});

	test('tells why a template cannot be used', async () => {
		await bench.template(greeting({ name: 'on_hold' }), 'PAUSED');
		await expect(fieldsOf(fromList('on_hold|en_US'))).rejects.toThrow('"on_hold" (en_US) is PAUSED');
		await expect(fieldsOf({ __rl: true, mode: 'name', value: 'gone' })).rejects.toThrow('"gone" does not exist');
	});
});
