/**
 * Words that make a reviewer see advertising, by language (two letters). A utility template with one of them is often
 * refused (INCORRECT_CATEGORY) or moved to marketing, which costs more and needs an opt-in. Meta publishes no list; these
 * are the words of its own examples of marketing (offers, sales, recommendations, re-engagement) and their translations.
 */
const PROMOTIONAL: Readonly<Record<string, readonly string[]>> = {
	en: ['discounts?', 'special offers?', 'offers?', 'on sale', 'sale', 'coupons?', 'vouchers?', 'promo(?:tion)?s?', 'promo codes?', 'deals?', 'gifts?', 'giveaway', 'cash ?back', 'save \\S?\\d+', 'limited time', 'buy now', 'shop now', 'order now', 'exclusive', "don['’]t miss", 'hurry', 'new arrivals?', 'recommended for you', 'you may also like', 'black friday', 'we miss you', 'win'],
	es: ['descuentos?', 'ofertas?', 'promoci[oó]n(?:es)?', 'cup[oó]n(?:es)?', 'rebajas?', 'regalos?', 'ahorra', 'compra ahora', 'exclusiv[oa]s?', 'no te (?:lo )?pierdas', 'por tiempo limitado', 'te puede interesar', 'gana'],
	pt: ['descontos?', 'ofertas?', 'promo[cç](?:[aã]o|[oõ]es)', 'cupo(?:m|ns)', 'liquida[cç][aã]o', 'brindes?', 'economize', 'compre agora', 'exclusiv[oa]s?', 'n[aã]o perca', 'por tempo limitado', 'ganhe'],
	de: ['rabatte?', 'angebote?', 'sonderangebote?', 'gutscheine?', 'aktion(?:en)?', 'geschenke?', 'sparen sie', 'spare', 'jetzt kaufen', 'exklusiv\\w*', 'verpassen? (?:sie )?nicht', 'nur f[uü]r kurze zeit', 'gewinnen'],
	fr: ['r[eé]ductions?', 'codes? de remise', 'remise exceptionnelle', 'offres?', 'promotions?', 'promos?', 'soldes?', 'bons? de r[eé]duction', 'cadeaux?', 'achetez maintenant', 'exclusi(?:f|ve)s?', 'ne manquez pas', 'dur[eé]e limit[eé]e', 'gagnez'],
	it: ['sconti?', 'offert[ae]', 'promozion[ei]', 'coupon', 'saldi', 'regal[oi]', 'risparmi\\w*', 'acquista ora', 'esclusiv[oaie]', 'non perdere', 'tempo limitato', 'vinci'],
	hi: ['छूट', 'ऑफ़र', 'ऑफर', 'सेल', 'कूपन', 'डिस्काउंट', 'मुफ़्त', 'उपहार', 'अभी खरीदें', 'सीमित समय', 'कैशबैक', 'जीतें'],
	id: ['diskon', 'promo', 'penawaran', 'kupon', 'voucher', 'hadiah', 'hemat', 'beli sekarang', 'eksklusif', 'jangan lewatkan', 'waktu terbatas', 'cashback', 'menangkan'],
	nl: ['korting(?:en)?', 'aanbieding(?:en)?', 'actieprijs', 'kortingscode', 'cadeau', 'bespaar', 'koop nu', 'exclusieve?', 'mis het niet', 'nieuw binnen', 'win'],
};

/** English words that shops everywhere use, and that mean nothing else in the other languages ("sale" and "gift" do). */
const EVERYWHERE = ['discounts?', 'special offers?', 'coupons?', 'vouchers?', 'promos?', 'promo codes?', 'deals?', 'giveaway', 'cash ?back', 'black friday'];

/** A percentage is advertising in all of them. */
const PERCENTAGE = /\d+\s?%/u;

/** Quick replies by which people say that they want no more, in the languages of the journeys. */
const OPT_OUT =
	/\bstop(?:p|pen)?\b|unsubscribe|opt[ -]?out|no more|not interested|cancelar|darse de baja|dar de baja|\bbaja\b|no recibir|parar|sair da lista|descadastrar|n[aã]o receber|abmelden|abbestellen|keine (?:werbung|nachrichten|angebote)|d[eé]sabonner|d[eé]sinscri|se d[eé]sinscrire|arr[eê]ter|disiscriv|annulla iscrizione|non ricevere|बंद|रोकें|नहीं चाहिए|berhenti|jangan kirim|afmelden|uitschrijven|إلغاء|停止|配信停止/iu;

function languageOf(code: string): string {
	return code.toLowerCase().split(/[_-]/)[0] ?? '';
}

/** The promotional words in a text, in lower case. */
export function promotionalWords(text: string, language: string): string[] {
	const sources = [...new Set([...(PROMOTIONAL[languageOf(language)] ?? []), ...EVERYWHERE])];
	const words = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
	const found = [...text.matchAll(words)].map(([word]) => word.toLowerCase());
	const percentage = PERCENTAGE.exec(text);
	return [...new Set(percentage === null ? found : [...found, percentage[0]])];
}

/** Whether a quick reply says that its sender wants no more messages. */
export function isOptOutLabel(label: string): boolean {
	return OPT_OUT.test(label);
}
