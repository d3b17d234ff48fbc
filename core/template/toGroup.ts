import type { TemplateComponent, TemplateDefinition } from './definition';

const OTHER_HEADERS = ['LOCATION', 'PRODUCT'];

function isTextOrMedia(component: TemplateComponent): boolean {
	switch (component.type) {
		case 'HEADER':
			return !OTHER_HEADERS.includes(component.format);
		case 'BODY':
		case 'FOOTER':
		case 'BUTTONS':
			return true;
		default:
			return false;
	}
}

/**
 * True for templates of text and media, the only ones that groups take (cloud-api 7). Which buttons a group refuses, no
 * page says, so buttons pass.
 */
export function fitsGroup({ components }: TemplateDefinition): boolean {
	return components.every(isTextOrMedia);
}
