/** Where Meta's media URLs lead (cloud-api part 2: `lookaside.fbsbx.com`), and where they may come to lead. */
const META_HOST = /(?:^|\.)(?:facebook\.com|fbsbx\.com|whatsapp\.net)$/;

/**
 * True for a URL to which the access token may be sent: one of Meta's hosts over https, or the very origin that the
 * credential's base URL names (a sandbox, a proxy of the operator's own).
 */
export function mayCarryToken(input: { url: string; baseUrl: string }): boolean {
	const { url, baseUrl } = input;
	if (!URL.canParse(url)) return false;
	const { protocol, hostname, port, origin } = new URL(url);
	if (protocol !== 'https:' && protocol !== 'http:') return false;
	if (URL.canParse(baseUrl) && origin === new URL(baseUrl).origin) return true;
	return protocol === 'https:' && port === '' && META_HOST.test(hostname);
}
