import type { Problems } from '../../errors/invalidInput';
import { checkText, checkUrl } from '../check';
import { LIMITS } from '../limits';

/** Kinds of Pix keys (payments-br/offsite-pix). */
export const PIX_KEY_TYPES = ['CNPJ', 'CPF', 'EMAIL', 'EVP', 'PHONE'] as const;

/** Gateways that Meta is connected with in India (payments-in/pg). */
export const PAYMENT_GATEWAYS = ['billdesk', 'payu', 'razorpay', 'zaakpay'] as const;

/** Ways to pay in Brazil; the buyer chooses among those given (payments-br/offsite-pix, payment-links, boleto). */
export interface BrazilPayment {
	country: 'BR';
	pix?: {
		/** Dynamic Pix code, from a bank or payment provider. */
		code: unknown;
		/** Name of the account's holder. */
		merchantName: unknown;
		key: unknown;
		/** One of `PIX_KEY_TYPES`. */
		keyType: unknown;
	};
	paymentLink?: { url: unknown };
	boleto?: {
		/** The digits that the buyer copies. */
		digitableLine: unknown;
	};
}

/** The one way to pay in India (payments-in/pg, payment-links, upi-intent, upi-intent/dynamic-vpa). */
export type IndiaPayment = { country: 'IN' } & (
	| {
			method: 'paymentGateway';
			gateway: (typeof PAYMENT_GATEWAYS)[number];
			/** Name of a payment configuration in WhatsApp Manager. */
			configuration: unknown;
	  }
	| { method: 'paymentLink'; url: unknown }
	| { method: 'upi'; configuration: unknown }
	| { method: 'upiIntentLink'; link: unknown }
);

type PaymentSetting =
	| {
			type: 'pix_dynamic_code';
			pix_dynamic_code: { code: string; merchant_name: string; key: string; key_type: string };
	  }
	| { type: 'payment_link'; payment_link: { uri: string } }
	| { type: 'boleto'; boleto: { digitable_line: string } }
	| { type: 'payment_gateway'; payment_gateway: { type: string; configuration_name: string } }
	| { type: 'upi_intent_link'; upi_intent_link: { link: string } };

/** The part of an order's parameters that says how it is paid. */
export interface PaymentParameters {
	payment_type?: 'br' | 'upi';
	payment_settings?: PaymentSetting[];
	payment_configuration?: string;
}

/**
 * Checks how an order is paid. `payment_type` stands where Meta's page for that way has it; with a gateway and with a UPI
 * link the pages have none (unverified whether Meta takes one there).
 */
export function checkPayment(problems: Problems, payment: BrazilPayment | IndiaPayment): PaymentParameters {
	return payment.country === 'BR' ? checkBrazil(problems, payment) : checkIndia(problems, payment);
}

function checkBrazil(problems: Problems, { pix, paymentLink, boleto }: BrazilPayment): PaymentParameters {
	const settings: PaymentSetting[] = [
		...(pix === undefined ? [] : [checkPix(problems, pix)]),
		...(paymentLink === undefined ? [] : [checkLink(problems, paymentLink.url)]),
		...(boleto === undefined ? [] : [checkBoleto(problems, boleto.digitableLine)]),
	];
	// Meta's page has payment_settings as optional, but an order that cannot be paid is no use to anyone.
	if (settings.length === 0) problems.add('Payment Methods', 'must not be empty; add at least one way to pay');
	return { payment_type: 'br', payment_settings: settings };
}

function checkPix(problems: Problems, pix: NonNullable<BrazilPayment['pix']>): PaymentSetting {
	return {
		type: 'pix_dynamic_code',
		pix_dynamic_code: {
			code: checkText(problems, { field: 'Pix Code', value: pix.code }).trim(),
			merchant_name: checkText(problems, { field: 'Pix Merchant Name', value: pix.merchantName }).trim(),
			key: checkText(problems, { field: 'Pix Key', value: pix.key }).trim(),
			key_type: checkKeyType(problems, pix.keyType),
		},
	};
}

function checkKeyType(problems: Problems, value: unknown): string {
	const field = 'Pix Key Type';
	const text = checkText(problems, { field, value }).trim();
	const known = PIX_KEY_TYPES.find((type) => type === text.toUpperCase());
	if (known === undefined && text !== '') problems.add(field, `"${text}" is none of ${PIX_KEY_TYPES.join(', ')}`);
	return known ?? '';
}

function checkBoleto(problems: Problems, value: unknown): PaymentSetting {
	const line = checkText(problems, { field: 'Boleto Digitable Line', value }).trim();
	return { type: 'boleto', boleto: { digitable_line: line } };
}

function checkLink(problems: Problems, value: unknown): PaymentSetting {
	const url = checkText(problems, { field: 'Payment Link', value }).trim();
	checkUrl(problems, { field: 'Payment Link', url });
	return { type: 'payment_link', payment_link: { uri: url } };
}

function checkIndia(problems: Problems, payment: IndiaPayment): PaymentParameters {
	switch (payment.method) {
		case 'paymentGateway': {
			const name = checkConfiguration(problems, payment.configuration);
			const gateway = { type: payment.gateway, configuration_name: name };
			return { payment_settings: [{ type: 'payment_gateway', payment_gateway: gateway }] };
		}
		case 'paymentLink':
			return { payment_type: 'upi', payment_settings: [checkLink(problems, payment.url)] };
		case 'upi':
			return { payment_type: 'upi', payment_configuration: checkConfiguration(problems, payment.configuration) };
		case 'upiIntentLink':
			return { payment_settings: [checkUpiLink(problems, payment.link)] };
	}
}

function checkConfiguration(problems: Problems, value: unknown): string {
	return checkText(problems, { field: 'Payment Configuration', value, max: LIMITS.paymentConfiguration }).trim();
}

function checkUpiLink(problems: Problems, value: unknown): PaymentSetting {
	const field = 'UPI Intent Link';
	const link = checkText(problems, { field, value }).trim();
	if (link !== '' && !/^upi:\/\/pay\?\S+$/i.test(link)) {
		problems.add(field, `"${link}" is not a UPI link; it begins with upi://pay?`);
	}
	return { type: 'upi_intent_link', upi_intent_link: { link } };
}
