import type { INodeProperties } from 'n8n-workflow';

const inIndia = (...methods: string[]) => ({
	show: { country: ['IN'], ...(methods.length > 0 && { indiaPaymentMethod: methods }) },
});

const pix: INodeProperties[] = [
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 00020101021226700014br.gov.bcb.pix...',
		description: 'Dynamic Pix code that your bank or payment provider made for this order; the buyer copies it',
	},
	{
		displayName: 'Merchant Name',
		name: 'merchantName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Loja Exemplo Ltda',
		description: 'Name of the account holder, shown to the buyer',
	},
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 39580525000189',
		description: 'Pix key of the account, shown to the buyer',
	},
	{
		displayName: 'Key Type',
		name: 'keyType',
		type: 'options',
		default: 'CNPJ',
		options: [
			{ name: 'CNPJ', value: 'CNPJ' },
			{ name: 'CPF', value: 'CPF' },
			{ name: 'Email', value: 'EMAIL' },
			{ name: 'Phone', value: 'PHONE' },
			{ name: 'Random Key (EVP)', value: 'EVP' },
		],
	},
];

const brazilPayments: INodeProperties = {
	displayName: 'Payment Methods',
	name: 'brazilPayments',
	type: 'fixedCollection',
	placeholder: 'Add Payment Method',
	default: {},
	required: true,
	displayOptions: { show: { country: ['BR'] } },
	description: 'One or more, of which the buyer chooses one. WhatsApp does not see the payment: send the order status once it has come.',
	options: [
		{
			displayName: 'Boleto',
			name: 'boleto',
			values: [
				{
					displayName: 'Digitable Line',
					name: 'digitableLine',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. 03399026944140000002628346101018898510000008848',
					description: 'Digits that the buyer copies',
				},
			],
		},
		{
			displayName: 'Payment Link',
			name: 'paymentLink',
			values: [
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. https://pay.example/1001',
				},
			],
		},
		{ displayName: 'Pix', name: 'pix', values: pix },
	],
};

/** Where it is paid, and how. */
export const orderPayment: INodeProperties[] = [
	{
		displayName: 'Country',
		name: 'country',
		type: 'options',
		default: 'BR',
		options: [
			{ name: 'Brazil', value: 'BR', description: 'Amounts are in BRL' },
			{ name: 'India', value: 'IN', description: 'Amounts are in INR' },
		],
		description: 'Where your business and the buyer are; Meta has payments in these two only',
	},
	brazilPayments,
	{
		displayName: 'Payment Method',
		name: 'indiaPaymentMethod',
		type: 'options',
		default: 'paymentGateway',
		displayOptions: inIndia(),
		options: [
			{ name: 'Payment Gateway', value: 'paymentGateway', description: 'A gateway that is linked in WhatsApp Manager' },
			{ name: 'Payment Link', value: 'paymentLink', description: 'A page of a gateway whose domain Meta has enabled for you' },
			{ name: 'UPI', value: 'upi', description: 'A UPI account that is set up in WhatsApp Manager' },
			{ name: 'UPI Intent Link', value: 'upiIntentLink', description: 'A UPI link that your gateway made for this order' },
		],
	},
	{
		displayName: 'Payment Gateway',
		name: 'paymentGateway',
		type: 'options',
		default: 'razorpay',
		displayOptions: inIndia('paymentGateway'),
		options: [
			{ name: 'BillDesk', value: 'billdesk' },
			{ name: 'PayU', value: 'payu' },
			{ name: 'Razorpay', value: 'razorpay' },
			{ name: 'Zaakpay', value: 'zaakpay' },
		],
	},
	{
		displayName: 'Payment Configuration',
		name: 'paymentConfiguration',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. my-shop-razorpay',
		displayOptions: inIndia('paymentGateway', 'upi'),
		description: 'Its name in WhatsApp Manager, at most 60 characters',
	},
	{
		displayName: 'Payment Link',
		name: 'paymentLink',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://rzp.io/i/rNiAagU8y',
		displayOptions: inIndia('paymentLink'),
	},
	{
		displayName: 'UPI Intent Link',
		name: 'upiIntentLink',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. upi://pay?pa=shop@bank&pn=Shop&mc=5399&purpose=00&tr=1001',
		displayOptions: inIndia('upiIntentLink'),
		description: 'With pa, pn, mc, purpose and tr only; take tr as the reference ID of the order',
	},
];
