'use strict';

// n8n reads the `n8n` block of package.json and never this file; it serves `require('n8n-nodes-whatsapp-journeys')`.
module.exports = {
	...require('./dist/nodes/WhatsAppBusiness/WhatsAppBusiness.node.js'),
	...require('./dist/nodes/WhatsAppBusiness/WhatsAppBusinessTrigger.node.js'),
	...require('./dist/credentials/WhatsAppBusinessPlatformApi.credentials.js'),
};
