import type { Lexicon } from './lexicon';

const SENDER = '(?:sender|shipper|seller|origin|merchant|consignor|vendor|retailer)';
const RECIPIENT = '(?:customer|recipient|consignee|addressee|receiver)';
const PICKUP_PLACE =
	'(?:pick ?up point|pick ?up location|pick ?up station|pick ?up store|locker|parcel ?shop|access point|service point|collection point|post office|packstation|drop ?point|relay point|partner shop|store)';
const TRANSIT_PLACE = '(?:hub|facility|depot|carrier|courier|airline|customs|terminal|warehouse|airport|station|agent|gateway|branch|sort\\w* cent\\w+)';

export const english: Lexicon = {
	whole: [
		['delivered', [`(?:picked up|collected|retrieved)(?: \\w+){0,4}? by (?:the )?${RECIPIENT}`, `${RECIPIENT} (?:has )?(?:picked up|collected)`]],
		[
			'returned',
			[
				`return(?:ed|ing)?(?: \\w+){0,3}? to (?:the |its |original )*${SENDER}`,
				`(?:way |going |sent |coming )?back to (?:the |its )?${SENDER}`,
				`(?:on (?:its|the) way|in transit|en route|delivered|handed over|forwarded)(?: back)? to (?:the |its )?${SENDER}`,
				'return (?:shipment |parcel |package )?(?:has been |was |is )?(?:delivered|completed|initiated|in transit)',
				'rto(?! request\\w*)(?: \\w+){0,3}',
				'(?:being|been|was|is|parcel|package|shipment|item|order|consignment) returned(?! to (?:the )?(?:\\w+ )?(?:hub|depot|facility|station|terminal|branch|delivery|post|carrier|local|courier))',
				'^returned$',
			],
		],
		[
			'delivery_attempted',
			[
				'(?:(?:delivery|first|second|third|1st|2nd|3rd|final|last) )+attempt(?:ed)?(?: (?:was|has|has been))? (?:failed|unsuccessful|made|missed|not successful)',
				'(?:unsuccessful|failed|missed) (?:delivery|attempt)(?: attempt)?',
				'(?:delivery|attempt) (?:was |has been |has )?(?:attempted|failed|unsuccessful|not successful|missed)',
				'(?:attempted|tried)(?: \\w+){0,2}? (?:delivery|to deliver)',
				"could ?(?:not|n't)(?: \\w+)? be delivered",
				"(?:could ?(?:not|n't)|unable to|not able to|were not able to|failed to) deliver",
				'(?:was|were) not delivered',
				'^(?:shipment |parcel |package |item )?not delivered$',
				'undelivered',
				'(?:nobody|no ?one)(?: was| is)?(?: at)? home',
				`(?:${RECIPIENT}|resident)(?: was| is)? (?:not available|unavailable|absent|not (?:at )?home|not present|not in)`,
				'not (?:at )?home',
				'(?:premises|business|office|shop|door) (?:was |is )?(?:closed|locked)',
				'(?:sorry )?we missed you',
				'(?:card|notice) (?:was )?left|left (?:a |you a )?(?:card|notice)',
				'delivery not (?:made|completed|possible|done)',
				"no access to (?:the )?(?:delivery |recipient'?s? )?(?:location|address|building)",
			],
		],
		[
			'available_for_pickup',
			[
				'(?:available|ready|waiting|held) (?:for|to be) (?:customer |your |recipient )?(?:pick ?up|picked up|collection|collected)(?! (?:by|from)(?: \\w+)? (?:courier|carrier|driver|shipper|seller|sender|warehouse))',
				`awaiting (?:${RECIPIENT}|your) (?:pick ?up|collection)`,
				'(?:can|may)(?: now)? be (?:picked up|collected)',
				`delivered (?:to|at|in|into)(?: an?| the| your)?(?: \\w+){0,3}? ${PICKUP_PLACE}`,
				`(?:arrived|received|deposited|dropped off|stored|placed|is|now)(?: \\w+){0,2}? (?:at|in|to|into)(?: an?| the| your)?(?: \\w+){0,2}? (?:pick ?up point|pick ?up location|locker|collection point|parcel ?shop|access point|service point|packstation)`,
			],
		],
		['cancelled', ['(?:order|shipment|parcel|package|label|consignment)(?: has been| was| is)? cancell?ed', 'cancell?ed (?:by (?:the )?(?:customer|seller|shipper|sender|merchant)|order|shipment)', '^cancell?ed$']],
		[
			'exception',
			[
				'(?:package|parcel|shipment|item)(?: (?:is|was|has|been|considered|declared|reported))* (?:lost|missing|damaged|destroyed|stolen)',
				'^(?:lost|damaged|destroyed|lost in transit|damaged in transit)$',
				'undeliverable|(?:can ?not|can\'t) be delivered|not deliverable',
				'(?:incorrect|wrong|incomplete|insufficient|invalid|bad)(?: delivery)? address',
				'address(?: is| was)? (?:incorrect|incomplete|insufficient|wrong|not found|unknown|cannot be found)',
				'(?:held|detained|stopped|seized|retained|stuck) (?:by|at|in) customs|customs (?:hold|held)',
				'(?:placed |put |is )?on hold',
				`(?:delivery |parcel |package |shipment )?(?:refused|rejected) by (?:the )?${RECIPIENT}|delivery refused|${RECIPIENT} refused`,
				'(?:delivery|shipment|shipping|clearance|transit) exception(?! (?:cleared|resolved))|^exception$',
			],
		],
		[
			'delayed',
			[
				'(?:will be |is |was |has been |been |be |being )?delayed',
				'(?:weather|customs|transit|delivery|shipping|carrier|operational|unexpected|slight) delays?|delays? (?:in|due to|of|caused by)',
				'running late|behind schedule|later than (?:expected|planned)|missorted|mis ?routed',
				'(?:delivery|shipment|parcel|package) (?:has been |was |is )?re ?scheduled(?! (?:\\w+ ){0,4}?(?:customer|recipient|consignee|receiver|request))',
			],
		],
		['packed', ['ready (?:to be |to |for )(?:ship|shipped|shipping|shipment|dispatch|dispatched)', 'awaiting (?:pick ?up|collection)(?: by (?:the )?(?:courier|carrier))?$', 'waiting for (?:the )?(?:courier|carrier)']],
		['ordered', ['(?:being|is being|are being) (?:prepared|packed|processed)']],
	],
	plans: [
		'(?:will|shall|should|can|could|may|might|must|would|to|yet to)(?: \\w+)? be (?:re ?)?(?:delivered|attempted|shipped|dispatched|handed over|returned|collected|picked up)',
		'(?:expected|estimated|scheduled|planned|anticipated)(?: date| time| day)?(?: of| for)?(?: delivery| arrival)(?: date| time| day| window)?',
		'(?:next|new|another) (?:delivery )?attempt',
		'delivery (?:is |has been )?(?:expected|estimated|scheduled|planned|due)',
		'(?:rto|return|cancellation|cancel) request\\w*',
		'(?<=delivered )by (?:the |our |your |a )?(?:courier|carrier|delivery partner|partner|driver|postman)',
	],
	plain: [
		['out_for_delivery', ['out (?:for|4)(?: final)? delivery', 'ofd', '(?:is |now )?being delivered', 'on (?:\\w+ ){0,2}?(?:vehicle|van|truck) for delivery', 'loaded (?:on|onto|in|into) (?:the )?delivery (?:vehicle|van|truck)', 'with (?:the |our |your )?(?:delivery (?:courier|driver|agent|person|executive)|driver)']],
		[
			'in_transit',
			[
				'in ?transit',
				'on (?:its|the|your) way',
				'en route',
				'arrived (?:at|in)',
				'departed',
				`left (?:the )?(?:\\w+ ){0,2}?${TRANSIT_PLACE}`,
				'processed (?:at|through|in)|sorted|sorting complete',
				`(?:reached|received at|received in|at)(?: the| our)?(?: \\w+){0,2}? ${TRANSIT_PLACE}`,
				'reached (?:at )?(?:the )?destination',
				'customs clear(?:ed|ance completed)|cleared customs|clearance completed',
				'forwarded|transferred',
				`delivered to (?:the |our |an? )?(?:\\w+ ){0,2}?${TRANSIT_PLACE}`,
			],
		],
		[
			'shipped',
			[
				'shipped|di?spatched|despatched',
				'handed over to (?:the )?(?:carrier|courier|post|dhl|ups|usps|fedex|dpd|gls)',
				'^(?:\\w+ ){0,3}?picked up$',
				'(?:shipment|parcel|package|item) picked up',
				'collected (?:from|by)(?: the)? (?:shipper|seller|sender|courier|carrier|driver)',
				'picked up from(?: the)? (?:shipper|seller|sender|warehouse)',
				'pick ?up (?:done|completed?|successful)',
				'accepted (?:by (?:the )?(?:carrier|courier|post)|at (?:\\w+ ){0,3}?(?:facility|post office|origin))|(?:package|shipment|parcel) accepted|acceptance',
				'received by (?:the )?carrier|carrier (?:has )?(?:received|picked|accepted)',
			],
		],
		['packed', ['packed', '(?:shipping )?label (?:has been |was )?(?:created|printed|generated|purchased)', '(?:shipment |shipping |electronic |order )?info(?:rmation)? (?:sent|received)', 'pre ?(?:shipment|transit)', 'manifested|manifest generated', 'shipment booked']],
		['ordered', ['(?:your )?order (?:has been |was |is )?(?:received|placed|confirmed|created|accepted)', 'order (?:is )?processing|processing order|^processing$']],
	],
	delivered: [
		'delivered',
		'delivery (?:is |was |has been )?(?:complete|completed|successful|done)',
		'successful delivery',
		`handed (?:over )?to (?:the |a )?(?:${RECIPIENT}|resident|neighbou?r|receptionist)`,
		'left (?:with|at|in|on) (?:an? |the |your )?(?:neighbou?r|front door|porch|mailbox|letterbox|safe place|garage|reception|doorstep)',
		'signed for by',
	],
	conditions: ['if', 'when', 'once', 'after', 'before', 'until', 'till', 'unless', 'as soon as', 'in case', 'whenever', 'while', 'should you', 'provided', 'upon'],
	unreal: [
		"not|never|can ?not|\\w+n't|will|shall|would|could|can|(?<!\\d )may(?! \\d)|might|must|should|expected|estimated|scheduled|planned|awaiting|pending|unable|failed|unsuccessful|without|yet|almost|nearly|soon|tomorrow|ready|wrongly|incorrectly|possible|possibly",
		'to be|going to|about to|eta',
		'no',
		'any|avoid',
		'please|whether|confirm that|marked|supposedly|(?:your|all|past) delivered|delivered (?:e ?mails|messages|orders|items|notifications)|track your',
		'due',
		'part(?:ial(?:ly)?)?|in part|\\d+ (?:of|out of) \\d+|some items',
		'by (?:\\d|end of|tonight|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\w*',
	],
};
