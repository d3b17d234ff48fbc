import { asObject, asObjects, asText, compact, type JsonObject } from '../json';
import { buttonsOf, findComponent, keyword, shownValues } from '../rules/template/components';
import { fill } from '../rules/template/placeholders';
import type { Template } from '../records';
import type { State } from '../state';
import { phoneHeaderMedia } from './media';
import type { PhoneButton, PhoneContent, PhoneHeader } from './types';

function parametersOf(sent: readonly JsonObject[], type: string): JsonObject[] {
	return asObjects(findComponent(sent, type)?.parameters);
}

function header(input: {
	state: State;
	definition: JsonObject | undefined;
	sent: readonly JsonObject[];
}): PhoneHeader | undefined {
	const { state, definition, sent } = input;
	if (!definition) return undefined;
	const parameters = parametersOf(sent, 'HEADER');
	const format = keyword(definition.format);
	if (format === 'TEXT') return { type: 'text', text: fill(asText(definition.text) ?? '', shownValues(parameters)) };
	if (format === 'LOCATION') {
		const place = asObject(parameters[0]?.location);
		return { type: 'location', text: [place.name, place.address].map(asText).filter(Boolean).join(', ') };
	}
	const kind = format === 'IMAGE' ? 'image' : format === 'DOCUMENT' ? 'document' : 'video';
	return phoneHeaderMedia({ state, kind, value: parameters[0]?.[kind] });
}

function button(input: { definition: JsonObject; sent: readonly JsonObject[]; index: number }): PhoneButton {
	const { definition, sent, index } = input;
	const component = sent.find((each) => keyword(each.type) === 'BUTTON' && Number(asText(each.index)) === index);
	const parameter = asObjects(component?.parameters)[0] ?? {};
	const type = keyword(definition.type);
	const title = asText(definition.text) ?? (type === 'COPY_CODE' ? 'Copy code' : type);
	if (type === 'QUICK_REPLY') return { index, type: 'quick_reply', title, payload: asText(parameter.payload) ?? title };
	if (type === 'URL')
		return { index, type: 'url', title, url: fill(asText(definition.url) ?? '', { 1: asText(parameter.text) ?? '' }) };
	if (type === 'PHONE_NUMBER')
		return compact({ index, type: 'phone_number', title, payload: asText(definition.phone_number) });
	if (type === 'COPY_CODE') return compact({ index, type: 'copy_code', title, payload: asText(parameter.coupon_code) });
	if (type === 'OTP')
		return compact({
			index,
			type: 'copy_code',
			title: asText(definition.text) ?? 'Copy code',
			payload: asText(parameter.text),
		});
	return { index, type: 'other', title };
}

/** A template message as the phone shows it: the definition with the parameters of the send filled in. */
export function renderTemplate(input: { state: State; template: Template; content: unknown }): PhoneContent {
	const { state, template } = input;
	const sent = asObjects(asObject(input.content).components);
	const { components } = template;
	const body = findComponent(components, 'BODY');
	const buttons = buttonsOf(components).map((definition, index) => button({ definition, sent, index }));
	return compact({
		header: header({ state, definition: findComponent(components, 'HEADER'), sent }),
		body: fill(asText(body?.text) ?? '', shownValues(parametersOf(sent, 'BODY'))),
		footer: asText(findComponent(components, 'FOOTER')?.text),
		buttons: buttons.length > 0 ? buttons : undefined,
	});
}
